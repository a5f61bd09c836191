"""The aligner's evidence, against its definition written as plain loops over words and sentences."""

from __future__ import annotations

import math

import pytest

np = pytest.importorskip("numpy")

from mtcheck.align import agreement, costs, evidence  # noqa: E402
from mtcheck.align.agreement import KNOWN, Agreement  # noqa: E402
from mtcheck.align.costs import MOST, Band, full  # noqa: E402
from mtcheck.align.dynamic import SHAPES  # noqa: E402
from mtcheck.align.evidence import BEAD, SKIP, Evidence  # noqa: E402
from mtcheck.align.gains import Gains, Layer, Weights, shape_name  # noqa: E402
from mtcheck.align.lexicon import Lexicon  # noqa: E402
from mtcheck.align.sides import Side  # noqa: E402

TYPES, SIZE = 9, 4
Bead = tuple[int, int, int, int]


def side(draw, sentences: int, opens: bool = True) -> Side:
    """A text of chance: a few words a sentence, one sentence without any."""
    sizes = draw.randint(1, 6, sentences)
    sizes[draw.randint(sentences)] = 0
    words = draw.randint(0, TYPES, sizes.sum())
    lengths = np.maximum(sizes * 5 + draw.randint(0, 5, sentences), 1).astype(np.float32)
    lengths[0] *= 20  # longer than any translation of it
    return Side(
        words,
        np.append(0, np.cumsum(sizes)),
        lengths,
        (draw.normal(0, 1, (sentences, SIZE)) * np.maximum(sizes, 1)[:, None]).astype(np.float32),
        draw.randint(0, 6, sentences),
        draw.randint(0, 3, sentences),
        draw.randint(0, 40, sentences),
        np.zeros(sentences, dtype=bool),
        draw.rand(sentences) < 0.5 if opens else None,
    )


def lexicon(draw) -> Lexicon:
    rows = [sorted(draw.choice(TYPES, draw.randint(0, 4), replace=False)) for _ in range(TYPES)]
    flat = np.array([other for row in rows for other in row], dtype=np.int64)
    chances = draw.uniform(0.05, 0.3, len(flat)).astype(np.float32)
    return Lexicon(
        np.append(0, np.cumsum([len(row) for row in rows])), flat, chances, draw.rand(len(flat)).astype(np.float32)
    )


class Plain:
    """What the tables say of a bead, one bead at a time."""

    def __init__(self, seed: int, narrow: bool = False, rows: int = 6, columns: int = 7):
        draw = np.random.RandomState(seed)
        self.source, self.target = side(draw, rows), side(draw, columns)
        self.lexicons = lexicon(draw), lexicon(draw)
        self.common = draw.normal(0, 0.2, SIZE).astype(np.float32), draw.normal(0, 0.2, SIZE).astype(np.float32)
        self.band = full(rows + 1, columns + 1)
        if narrow:
            centre = np.arange(rows + 1) * columns // rows
            low, high = np.maximum(centre - 2, 0), np.minimum(centre + 3, columns)
            low[0], high[-1] = 0, columns
            self.band = Band(low, high)
        self.base = Agreement(self.source, self.target, self.lexicons, self.band, self.common)
        self.evidence = Evidence(self.base)
        self.telling = self.source.telling(TYPES), self.target.telling(TYPES)

    def cells(self, one: int, other: int) -> list[tuple[Bead, tuple[int, int]]]:
        """Every bead of a shape that the band holds, and where the tables have it."""
        return [
            ((row - one, row, column - other, column), (row, column - self.band.low[row]))
            for row in range(one, len(self.source) + 1)
            for column in range(max(other, self.band.low[row]), self.band.high[row] + 1)
        ]

    def exists(self, bead: Bead) -> bool:
        one, two, three, four = bead
        return (
            0 <= one < two <= len(self.source)
            and 0 <= three < four <= len(self.target)
            and self.band.low[two] <= four <= self.band.high[two]
        )

    @staticmethod
    def words(side: Side, start: int, end: int) -> list[int]:
        return side.words[side.starts[start] : side.starts[end]].tolist()

    def alike(self, bead: Bead) -> float:
        if not self.exists(bead):
            return -1.0
        one, two, three, four = bead
        sums = []
        for side, start, end, common in (
            (self.source, one, two, self.common[0]),
            (self.target, three, four, self.common[1]),
        ):
            counts = np.diff(side.starts)[start:end, None]
            sums.append(side.sums[start:end] - common * counts)
        # what lies outside the band, or before what its last row has of it, counts as nothing
        inside = [
            [self.band.low[two] <= column <= self.band.high[row] for column in range(three + 1, four + 1)]
            for row in range(one + 1, two + 1)
        ]
        norms = [float(np.linalg.norm(rows.sum(axis=0))) for rows in sums]
        return float((sums[0] @ sums[1].T * np.array(inside)).sum()) / max(norms[0] * norms[1], 1e-6)

    def told(self, bead: Bead, kind: int) -> tuple[float, float]:
        """How well the source explains the target's words, and back (IBM Model 1 against chance; or information)."""
        if not self.exists(bead):
            return -1e6, -1e6
        one, two, three, four = bead
        ours, theirs = self.telling
        return (
            self._explained(ours, (one, two), theirs, (three, four), self.lexicons[0], kind),
            self._explained(theirs, (three, four), ours, (one, two), self.lexicons[1], kind),
        )

    def _explained(self, given: Side, run: tuple[int, int], told: Side, other: tuple[int, int], known, kind: int):
        sizes = np.diff(given.starts)
        givers = self.words(given, *run)
        total = 0.0
        distinct = len(set(told.words.tolist()))
        for word in self.words(told, *other):
            entries = [
                (known.chances[at], known.strengths[at])
                for giver in givers
                for at in range(known.starts[giver], known.starts[giver + 1])
                if known.others[at] == word
            ]
            seen = (told.words == word).sum()
            if kind == 0:
                background = (seen + 0.5) / (len(told.words) + 0.5 * max(distinct, 1))
                chance = sum(chance for chance, _ in entries) / max(sum(sizes[slice(*run)]), 1)
                total += math.log(1 - KNOWN + KNOWN * chance / background)
            else:
                total += math.log1p(len(told) / seen) * max((strength for _, strength in entries), default=0.0)
        return total

    def information(self, side: Side, start: int, end: int) -> float:
        return sum(math.log1p(len(side) / (side.words == word).sum()) for word in self.words(side, start, end))

    def features(self, bead: Bead) -> dict[str, float]:
        """Every piece of evidence for a bead, by its name."""
        one, two, three, four = bead
        ours, theirs = two - one, four - three
        forth, back = self.told(bead, 0)
        covered = sum(self.told(bead, 1))
        told = self.information(self.telling[0], one, two) + self.information(self.telling[1], three, four)
        sizes = [len(self.words(self.source, one, two)), len(self.words(self.target, three, four))]
        usual = [self.base.usual[0][one:two].mean(), self.base.usual[1][three:four].mean()]
        alike = self.alike(bead)
        letters = self.source.lengths[one:two].sum() * self.target.lengths.sum() / self.source.lengths.sum()
        more = self.target.lengths[three:four].sum()
        z = (more - letters) / math.sqrt(6.8 * max((more + letters) / 2, 1))
        smaller = [(one + 1, two, three, four), (one, two - 1, three, four)] if ours > 1 else []
        smaller += [(one, two, three + 1, four), (one, two, three, four - 1)] if theirs > 1 else []
        larger = [(one - 1, two, three, four), (one, two + 1, three, four)] if ours < MOST else []
        larger += [(one, two, three - 1, four), (one, two, three, four + 1)] if theirs < MOST else []
        cut = [sum(kind in (4, 5) for kind in side.ends) / len(side) for side in (self.source, self.target)]
        nearest = [max(value, 0) for number in (0, 1) for value in self.best(self.alike, number)]
        return {
            "words": forth + back,
            "rate": (forth / max(sizes[1], 1) + back / max(sizes[0], 1)) * (ours + theirs) / 2,
            "vectors": alike,
            "margin": alike - (usual[0] + usual[1]) / 2,
            "spread": max(-z * z / 2, -8),
            "gap": max(-abs(z), -8),
            "more": min(max(z, -8), 8),
            "end": float(self.source.ends[two - 1] == self.target.ends[four - 1]),
            "begin": float(self.source.begins[one] == self.target.begins[three]),
            "shrink": alike - max(map(self.alike, smaller)) if smaller else 0.0,
            "grow": min(alike - max(map(self.alike, larger)), 0.3) if larger else 0.0,
            "hold": self.hold(bead, 0),
            "leak": self.leak(bead, 0),
            "covered": covered,
            "bare": told - covered,
            "share": covered / max(told, 1) - 0.5,
            "lift": self.hold(bead, 1),
            "spill": self.leak(bead, 1),
            "source size": math.log1p(sizes[0]),
            "target size": math.log1p(sizes[1]),
            "sentences": ours + theirs - 2.0,
            "least": min(
                math.log1p(min(self.source.letters[one:two].min(), self.target.letters[three:four].min())), 5.0
            ),
            "clauses": sum(cut) / 2,
            "close": sum(nearest) / len(nearest) - 0.5,
        }

    def hold(self, bead: Bead, kind: int) -> float:
        """What the outer sentences explain that the rest of their side does not: the least of them."""
        one, two, three, four = bead
        forth, back = self.told(bead, kind)
        gains = []
        if four - three > 1:
            fewer = (one, two, three, four - 1), (one, two, three + 1, four)
            gains += [back - self.told(less, kind)[1] for less in fewer]
        if two - one > 1:
            fewer = (one, two - 1, three, four), (one + 1, two, three, four)
            gains += [forth - self.told(less, kind)[0] for less in fewer]
        return min(max(min(gains), -8), 8) if gains else 0.0

    def leak(self, bead: Bead, kind: int) -> float:
        """How much better the bead would be explained with one sentence more, on either side."""
        one, two, three, four = bead
        forth, back = self.told(bead, kind)
        total = 0.0
        if four - three < MOST:
            more = [self.told(large, kind)[1] for large in ((one, two, three, four + 1), (one, two, three - 1, four))]
            total += min(max(max(more) - back, 0), 8)
        if two - one < MOST:
            more = [self.told(large, kind)[0] for large in ((one, two + 1, three, four), (one - 1, two, three, four))]
            total += min(max(max(more) - forth, 0), 8)
        return total

    def best(self, value, number: int) -> list[float]:
        """Of each source (0) or target (1) sentence the highest value among its single partners; at least -1."""
        found = [-1.0] * len((self.source, self.target)[number])
        for bead, _ in self.cells(1, 1):
            at = bead[2 * number]
            found[at] = max(found[at], value(bead))
        return found


@pytest.fixture(scope="module", params=[(1, False), (2, True)], ids=["all", "band"])
def plain(request) -> Plain:
    return Plain(*request.param)


@pytest.mark.parametrize("shape", SHAPES)
def test_evidence_for_a_bead(plain: Plain, shape: tuple[int, int]) -> None:
    tables = plain.evidence.bead(*shape)
    valid = plain.base.valid(*shape)
    cells = plain.cells(*shape)
    assert sorted(place for _, place in cells) == sorted(zip(*map(list, np.nonzero(valid)), strict=True))
    for bead, place in cells:
        got = {name: tables[number][place] * scale for number, (name, scale) in enumerate(BEAD.items())}
        assert got == pytest.approx(plain.features(bead), abs=2e-3), bead


@pytest.mark.parametrize("kind", [0, 1])
@pytest.mark.parametrize("shape", [(1, 1), (1, 3), (2, 2), (5, 1), (2, 5)])
def test_what_words_tell(plain: Plain, shape: tuple[int, int], kind: int) -> None:
    forth, back = plain.base.told(*shape, kind)
    for bead, place in plain.cells(*shape):
        assert (forth[place], back[place]) == pytest.approx(plain.told(bead, kind), abs=1e-3), bead
    assert forth[0, 0] == back[0, 0] == -1e6


def test_evidence_for_leaving_a_sentence_out(plain: Plain) -> None:
    sizes = [np.diff(side.starts) for side in (plain.source, plain.target)]
    close = plain.features((0, 1, 0, 1))
    for number, table in enumerate(plain.evidence.skips()):
        this = (plain.source, plain.target)[number]

        def rate(bead: Bead, number: int = number) -> float:
            at = bead[2 * number]
            return plain.told(bead, 0)[1 - number] / max(sizes[number][at], 1)

        def beside(bead: Bead) -> float:
            """The better of the pairs in which either sentence brings the one before it."""
            one, two, three, four = bead
            return max(plain.alike((one, two, three - 1, four)), plain.alike((one - 1, two, three, four)))

        best, told, near = (plain.best(value, number) for value in (plain.alike, rate, beside))
        for at in range(len(this)):
            got = dict(zip(SKIP, table[at] * np.array(list(SKIP.values())), strict=True))
            letters = min(int(this.letters[at]), 100)
            assert got == pytest.approx(
                {
                    "best": best[at],
                    "usual": plain.base.usual[number][at],
                    "size": math.log1p(sizes[number][at]),
                    "open end": float(this.ends[at] == 0),
                    "told": told[at],
                    "beside": near[at],
                    "letters": math.log1p(letters),
                    "marks": 1 - min(this.letters[at] / this.lengths[at], 1),
                    "clauses": close["clauses"],
                    "close": close["close"],
                },
                abs=1e-3,
            )


def test_how_similar_the_best_few_of_a_sentence_are(plain: Plain) -> None:
    """The mean of the three highest in the band; one that is like many is a hub, and its likeness proves little."""
    for number, found in enumerate(plain.base.usual):
        for at, value in enumerate(found):
            near = sorted((plain.alike(bead) for bead, _ in plain.cells(1, 1) if bead[2 * number] == at), reverse=True)
            near += [-1.0] * (3 - len(near))
            assert value == pytest.approx(max(sum(near[:3]) / 3, 0), abs=1e-4)


def test_paragraphs_that_begin_together_are_a_hint() -> None:
    draw = np.random.RandomState(4)
    whole = Plain(5)
    ours, theirs = whole.source.opens, whole.target.opens
    for shape in SHAPES:
        hint = whole.evidence.paragraphs(*shape)
        for (one, two, three, four), place in whole.cells(*shape):
            apart = ours[one] != theirs[three]
            inside = int(ours[one + 1 : two].sum() + theirs[three + 1 : four].sum())
            assert hint[place] == pytest.approx(evidence.APART * apart + evidence.INSIDE * inside)
    unknown = Agreement(side(draw, 4, opens=False), whole.target, whole.lexicons, full(5, 8), whole.common)
    assert Evidence(unknown).paragraphs(1, 1) == 0.0


def test_words_of_every_sentence_tell_nothing() -> None:
    words = np.array([0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 1, 1])
    text = side(np.random.RandomState(0), 6)
    text = type(text)(words, np.array([0, 2, 4, 6, 8, 10, 12]), *list(vars(text).values())[2:])
    telling = text.telling(TYPES)
    assert telling.words.tolist() == [1, 2, 3, 4, 5, 1, 1]
    assert telling.starts.tolist() == [0, 1, 2, 3, 4, 5, 7]


@pytest.mark.parametrize("seed", range(4))
def test_a_band_is_the_same_from_the_other_side(seed: int) -> None:
    draw = np.random.RandomState(seed)
    low = np.sort(draw.randint(0, 8, 7))
    high = np.sort(np.maximum(low + draw.randint(0, 4, 7), 0))
    low[0], high[-1] = 0, 10
    low[1:] = np.minimum(low[1:], high[:-1])  # rows overlap
    band = Band(low, np.maximum.accumulate(high))
    turned = band.turned(11)
    for column in range(11):
        rows = [row for row in range(7) if band.low[row] <= column <= band.high[row]]
        assert (turned.low[column], turned.high[column]) == (min(rows), max(rows))
    assert band.width == max(high - low for low, high in zip(band.low, band.high, strict=True)) + 1


def test_likeness_is_the_same_in_blocks() -> None:
    draw = np.random.RandomState(0)
    left, right = (draw.normal(size=(300, 5)).astype(np.float32) for _ in range(2))
    at = np.arange(300)
    band = Band(np.maximum(at - 4, 0), np.minimum(at + 2 + at // 100, 299))
    table = costs.likeness(left, right, band)
    assert table.shape == (300, 9)
    for row in range(300):
        for column in range(9):
            there = band.low[row] + column
            meant = left[row] @ right[there] if there <= band.high[row] else 0.0
            assert table[row, column] == pytest.approx(meant, abs=1e-4)


def test_the_gain_of_a_bead_is_its_evidence_weighed() -> None:
    whole = Plain(6, narrow=True)
    draw = np.random.RandomState(1)

    def layer(size: int) -> Layer:
        return Layer(draw.normal(size=size), draw.normal(size=(3, size)), draw.normal(size=3), draw.normal(size=3))

    shapes = {shape_name(*shape): float(draw.normal()) for shape in SHAPES}
    assert shape_name(2, 1) == shape_name(1, 2)
    gains = Gains(whole.evidence, Weights(layer(len(BEAD)), layer(len(SKIP)), -1.5, shapes))

    def weighed(weights: Layer, values) -> float:
        return float(weights.linear @ values + weights.outer @ np.tanh(weights.inner @ values + weights.inner_bias))

    for shape in SHAPES:
        table, values, hint = gains.table(*shape), whole.evidence.bead(*shape), whole.evidence.paragraphs(*shape)
        places = [place for _, place in whole.cells(*shape)]
        for place in places:
            meant = weighed(gains.weights.bead, values[:, place[0], place[1]]) + shapes[shape_name(*shape)]
            assert table[place] == pytest.approx(meant + hint[place], abs=1e-3)
        rest = np.ones(table.shape, dtype=bool)
        for place in places:
            rest[place] = False
        assert (table[rest] == -1e9).all()
    for found, values in zip(gains.skips(), whole.evidence.skips(), strict=True):
        for at in range(len(values)):
            assert found[at] == pytest.approx(weighed(gains.weights.skip, values[at]) - 1.5, abs=1e-3)


def test_the_mean_of_the_highest() -> None:
    assert agreement._top(np.array([[1.0, 5.0, 2.0, 3.0]])).tolist() == [pytest.approx(10 / 3)]
    assert agreement._top(np.array([[1.0, 2.0]])).tolist() == [1.5]
