"""The chain of beads: probabilities are probabilities, and the surest way is a way."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from mtcheck.align.costs import Band, full  # noqa: E402
from mtcheck.align.dynamic import SHAPES, Chain  # noqa: E402


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
