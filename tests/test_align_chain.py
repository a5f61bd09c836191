"""The chain of beads: probabilities are probabilities, and the surest way is a way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

np = pytest.importorskip("numpy")

from mtcheck.align import coarse  # noqa: E402
from mtcheck.align.costs import MOST, Band, full  # noqa: E402
from mtcheck.align.dynamic import SHAPES, Bead, Chain  # noqa: E402


class Random:
    """Gains drawn once for each shape."""

    def __init__(self, band: Band, seed: int):
        draw = np.random.RandomState(seed)
        rows, columns = np.arange(len(band.low))[:, None], band.low[:, None] + np.arange(band.width)
        self.tables = {}
        for one, other in SHAPES:
            table = draw.normal(-2.0, 2.0, columns.shape)
            table[(rows < one) | (columns < other) | (columns > band.high[:, None])] = -1e9
            self.tables[one, other] = table

    def table(self, one: int, other: int) -> object:
        return self.tables[one, other]


def chain(rows: int, columns: int, seed: int, narrow: bool = False) -> Chain:
    band = full(rows + 1, columns + 1)
    if narrow:
        centre = np.arange(rows + 1) * columns // rows
        low, high = np.maximum(centre - 3, 0), np.minimum(centre + 3, columns)
        low[0], high[-1] = 0, columns
        band = Band(low, high)
    draw = np.random.RandomState(seed + 100)
    return Chain(Random(band, seed), band, (draw.normal(-1, 1, rows), draw.normal(-1, 1, columns)))


@pytest.mark.parametrize(("rows", "columns", "narrow"), [(1, 1, False), (4, 7, False), (9, 3, False), (12, 14, True)])
def test_every_sentence_is_something(rows: int, columns: int, narrow: bool) -> None:
    whole = chain(rows, columns, rows, narrow)
    _, chances, (lost, added) = whole.probabilities()
    ours, theirs = lost.copy(), added.copy()
    for number, (one, other) in enumerate(SHAPES):
        for row, at in zip(*np.nonzero(chances[:, number]), strict=True):
            column = int(whole.band.low[row]) + at
            ours[row - one : row] += chances[row, number, at]
            theirs[column - other : column] += chances[row, number, at]
    assert np.allclose(ours, 1, atol=1e-4)
    assert np.allclose(theirs, 1, atol=1e-4)


@pytest.mark.parametrize("seed", range(8))
def test_the_surest_way_goes_through_both_texts(seed: int) -> None:
    whole = chain(11, 9, seed)
    way = whole.surest(0.4)
    row = column = 0
    for (one, two, three, four), chance in way:
        assert (one, three) == (row, column)
        assert 0 <= chance <= 1
        row, column = two, four
    assert (row, column) == (11, 9)


def test_where_one_way_is_clearly_best_both_agree() -> None:
    whole = chain(10, 10, 5)
    whole.tables[:, SHAPES.index((1, 1))] += np.where(np.eye(11, dtype=bool), 40.0, 0.0)
    assert [bead for bead, _ in whole.best()] == [bead for bead, _ in whole.surest(0.4)]
    assert all(chance > 0.99 for _, chance in whole.surest(0.4))


# --- against every way there is

FEW = [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (1, 5)]


def ways(whole: Chain) -> Iterator[tuple[float, list[tuple[Bead, float]]]]:
    """Every way through the band with its total gain, beads with theirs; by trying all."""
    rows, columns = len(whole.low) - 1, whole.high[-1]

    def inside(row: int, column: int) -> bool:
        return row <= rows and whole.low[row] <= column <= whole.high[row]

    def on(row: int, column: int, total: float, way: list[tuple[Bead, float]]) -> Iterator[tuple[float, list]]:
        if (row, column) == (rows, columns):
            yield total, way
        steps = [(1, 0), (0, 1), *whole.shapes]
        for one, other in steps:
            if inside(row + one, column + other):
                if not other:
                    gain = whole.skips[0][row]
                elif not one:
                    gain = whole.skips[1][column]
                else:
                    number = whole.shapes.index((one, other))
                    gain = whole.tables[row + one, number, column + other - whole.low[row + one]]
                bead = (row, row + one, column, column + other)
                yield from on(row + one, column + other, total + gain, [*way, (bead, gain)])

    return on(0, 0, 0.0, [])


def small(seed: int, narrow: bool = False, shapes: list[tuple[int, int]] = FEW) -> Chain:
    rows, columns = (3, 6) if not narrow else (5, 4)
    band = full(rows + 1, columns + 1)
    if narrow:
        band = Band(np.array([0, 0, 1, 1, 2, 3]), np.array([1, 2, 2, 3, 4, 4]))
    draw = np.random.RandomState(seed)
    return Chain(Random(band, seed), band, (draw.normal(-1, 1, rows), draw.normal(-1, 1, columns)), shapes)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_the_best_way_is_the_best_of_all(seed: int, narrow: bool) -> None:
    whole = small(seed, narrow)
    every = {tuple(bead for bead, _ in way): (gain, [value for _, value in way]) for gain, way in ways(whole)}
    found = whole.best()
    gain, values = every[tuple(bead for bead, _ in found)]
    assert gain == pytest.approx(max(gain for gain, _ in every.values()))
    assert [value for _, value in found] == pytest.approx(values)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_a_probability_is_the_share_of_all_ways(seed: int, narrow: bool) -> None:
    whole = small(seed, narrow)
    every = list(ways(whole))
    most = max(total for total, _ in every)
    weights = [np.exp(total - most) for total, _ in every]
    shares: dict[Bead, float] = {}
    for weight, (_, way) in zip(weights, every, strict=True):
        for bead, _ in way:
            shares[bead] = shares.get(bead, 0.0) + weight / sum(weights)
    total, chances, (lost, added) = whole.probabilities()
    assert total == pytest.approx(most + np.log(sum(weights)))
    assert whole.forward()[-1 - MOST, MOST + whole.high[-1] - whole.low[-1]] == pytest.approx(total)
    seen = 0.0
    for (one, two, three, four), share in shares.items():
        if one < two and three < four:
            number = whole.shapes.index((two - one, four - three))
            assert chances[two, number, four - whole.low[two]] == pytest.approx(share, abs=1e-5)
            seen += share
    assert chances.sum() == pytest.approx(seen, abs=1e-4)
    for at, value in enumerate(lost):
        assert value == pytest.approx(sum(s for b, s in shares.items() if b[2] == b[3] and b[0] == at), abs=1e-5)
    for at, value in enumerate(added):
        assert value == pytest.approx(sum(s for b, s in shares.items() if b[0] == b[1] and b[2] == at), abs=1e-5)


@pytest.mark.parametrize("least", [0.2, 0.5])
@pytest.mark.parametrize("seed", range(3))
def test_the_surest_way_has_the_most_beads_that_are_expected_to_be_right(seed: int, least: float) -> None:
    whole = small(seed)
    _, chances, (lost, added) = whole.probabilities()

    def chance(bead: Bead) -> float:
        one, two, three, four = bead
        if three == four:
            return float(lost[one])
        if one == two:
            return float(added[three])
        return float(chances[two, whole.shapes.index((two - one, four - three)), four - whole.low[two]])

    possible = [[bead for bead, _ in way] for _, way in ways(whole)]
    best = max(sum(chance(bead) - least for bead in way) for way in possible if all(chance(b) > 1e-4 for b in way))
    found = whole.surest(least)
    assert sum(value - least for _, value in found) == pytest.approx(best, abs=1e-4)
    assert all(value == pytest.approx(chance(bead), abs=1e-5) for bead, value in found)


# --- the first way, by vectors alone


def vectors(seed: int, size: int) -> object:
    return np.random.RandomState(seed).normal(size=(size, 300)).astype(np.float32) * 0.01


def test_the_rough_way_of_small_texts_is_the_best_of_all() -> None:
    """A bead gains by its cosine over 0.25, for each of its sentences; a sentence left out loses next to nothing."""
    left, right = vectors(1, 4), vectors(2, 5)
    right[:2], right[3] = left[:2] + 0.001, left[2] + left[3]

    def gain(bead: Bead) -> float:
        one, two, three, four = bead
        if one == two or three == four:
            return -0.02
        ours, theirs = left[one:two].sum(axis=0), right[three:four].sum(axis=0)
        alike = float(ours @ theirs) / float(np.linalg.norm(ours) * np.linalg.norm(theirs))
        size, apart = two - one + four - three, abs(two - one - four + three)
        return (alike - 0.25) * size - 0.05 * apart

    chain = Chain(Random(full(5, 6), 0), full(5, 6), (np.zeros(4), np.zeros(5)), [(1, 1), (1, 2), (2, 1)])
    possible = [[bead for bead, _ in way] for _, way in ways(chain)]
    assert coarse.way(left, right) == max(possible, key=lambda way: sum(map(gain, way)))
    assert ((2, 4, 3, 4)) in coarse.way(left, right)


def test_the_rough_way_of_long_texts_finds_what_was_left_out_and_joined() -> None:
    right = vectors(3, 900)
    # ten sentences of the target have no source, and two of the source are one of the target
    left = np.concatenate([right[:400], right[410:600], right[600:601] * 0.5, right[600:601] * 0.5, right[601:]])
    left[590:592] += vectors(4, 1) * np.array([[0.5], [-0.5]], dtype=np.float32)
    way = coarse.way(left, right)
    assert [bead for bead in way if bead[1] - bead[0] != 1 or bead[3] - bead[2] != 1] == [
        *((400, 400, at, at + 1) for at in range(400, 410)),
        (590, 592, 600, 601),
    ]
    assert way[0] == (0, 1, 0, 1)
    assert way[-1] == (890, 891, 899, 900)
    assert all(before[1] == after[0] and before[3] == after[2] for before, after in pairwise(way))


@pytest.mark.parametrize("size", [1, 2, 7])
def test_the_rough_way_of_a_short_text_beside_a_long_one(size: int) -> None:
    right = vectors(5, 700)
    left = right[100 : 100 + size]
    joined = [bead for bead in coarse.way(left, right) if bead[0] < bead[1] and bead[2] < bead[3]]
    assert joined == [(at, at + 1, 100 + at, 101 + at) for at in range(size)]


@pytest.mark.parametrize(("scale", "reach"), [(1, 2), (2, 1), (2, 3)])
@pytest.mark.parametrize("seed", range(3))
def test_a_band_keeps_its_reach_around_the_way(seed: int, scale: int, reach: int) -> None:
    draw = np.random.RandomState(seed)
    beads, row, column = [], 0, 0
    for _ in range(12):
        one, other = [(1, 1), (1, 2), (2, 1), (0, 1), (1, 0)][draw.randint(5)]
        beads.append((row, row + one, column, column + other))
        row, column = row + one, column + other
    # an odd last sentence was not halved
    rows, columns = row * scale - (scale > 1), column * scale - (scale > 1)
    band = coarse.around(beads, rows, columns, scale, reach)
    touched = [
        (at, edge)
        for one, two, three, four in beads
        for at in range(min(one * scale, rows), min(two * scale, rows) + 1)
        for edge in (min(three * scale, columns), min(four * scale, columns))
    ]
    for at in range(rows + 1):
        near = [column for row, column in touched if abs(row - at) <= reach]
        low, high = max(min(near) - reach, 0), min(max(near) + reach, columns)
        assert band.low[at] == (0 if at == 0 else low)
        assert band.high[at] == (columns if at == rows else high)
