"""The aligner keeps its promises: every sentence once, the same result every time, and no flood for a wrong source."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from corpora import golden
from mtcheck.align import Pair, Verdict, align, compare
from mtcheck.align import links as links_module
from mtcheck.align import whole as stages
from mtcheck.align.beside import split
from mtcheck.align.links import links
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.text import Span

np = pytest.importorskip("numpy")

FRENCH = [
    "Le maire a inauguré la nouvelle bibliothèque samedi matin.",
    "Plus de 300 habitants ont assisté à la cérémonie.",
    "« C’est un grand jour pour notre ville », a-t-il déclaré.",
    "Le bâtiment a coûté 12 millions d’euros.",
    "Les travaux avaient commencé en 2019.",
    "L’opposition critique le prix de l’ouvrage.",
    "Elle demande une enquête sur les dépenses.",
    "La bibliothèque ouvrira au public lundi.",
    "L’entrée sera gratuite pour les enfants.",
    "Une exposition de photographies est prévue en juin.",
]
ENGLISH = [
    "The mayor opened the new library on Saturday morning.",
    "More than 300 residents attended the ceremony.",
    "“This is a great day for our town,” he said.",
    "The building cost 12 million euros.",
    "Work had begun in 2019.",
    "The opposition criticises the price of the building.",
    "It demands an investigation into the spending.",
    "The library will open to the public on Monday.",
    "Admission will be free for children.",
    "An exhibition of photographs is planned for June.",
]
OTHER = [
    "The striker scored twice in the second half.",
    "Rain is expected along the coast tonight.",
    "Shares in the bank fell by four percent.",
    "Her new album will be released in autumn.",
    "Doctors warn of a shortage of vaccines.",
    "The court rejected the appeal on Tuesday.",
    "A fire destroyed two barns near the village.",
    "The train was cancelled because of a strike.",
]


def beads(pairs: tuple[Pair, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.source, pair.target) for pair in pairs]


def covers(pairs: tuple[Pair, ...], source: int, target: int) -> bool:
    """Whether every sentence of both sides stands in exactly one pair."""
    ours = sorted(at for pair in pairs for at in pair.source)
    theirs = sorted(at for pair in pairs for at in pair.target)
    return ours == list(range(source)) and theirs == list(range(target))


def test_sentence_by_sentence() -> None:
    pairs = align(FRENCH, ENGLISH, "fr")
    assert beads(pairs) == [((at,), (at,)) for at in range(len(FRENCH))]
    assert all(0.5 < pair.score <= 1 for pair in pairs)


def test_omitted_added_merged_and_split() -> None:
    english = [
        ENGLISH[0],
        ENGLISH[1],
        "Read also: ten walks by the sea.",
        ENGLISH[2],
        f"{ENGLISH[3][:-1]}, and w{ENGLISH[4][1:]}",
        # sentence 5 is left out
        *ENGLISH[6:9],
        "An exhibition is planned.",
        "It will show photographs in June.",
    ]
    assert beads(align(FRENCH, english, "fr")) == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((), (2,)),
        ((2,), (3,)),
        ((3, 4), (4,)),
        ((5,), ()),
        ((6,), (5,)),
        ((7,), (6,)),
        ((8,), (7,)),
        ((9,), (8, 9)),
    ]


def test_a_moved_sentence_is_named() -> None:
    english = [ENGLISH[9], *ENGLISH[:9]]
    pairs = align(FRENCH, english, "fr")
    assert covers(pairs, 10, 10)
    moved = [pair for pair in pairs if pair.moved]
    assert beads(tuple(moved)) == [((9,), (0,))]


def test_a_moved_sentence_is_named_where_another_fills_its_gap() -> None:
    english = [ENGLISH[9], *ENGLISH[:9], "Read also: ten walks by the sea."]
    pairs = align(FRENCH, english, "fr")
    assert covers(pairs, 10, 11)
    assert ((9,), (0,)) in beads(pairs)
    assert ((), (10,)) in beads(pairs)


@pytest.mark.parametrize("seed", range(6))
def test_every_sentence_stands_in_one_pair(seed: int) -> None:
    draw = random.Random(seed)
    source = [draw.choice([*FRENCH, "", " ", "—", "42"]) for _ in range(draw.randrange(1, 40))]
    target = [draw.choice([*ENGLISH, *OTHER, "", "…"]) for _ in range(draw.randrange(1, 40))]
    pairs = align(source, target, "fr")
    assert covers(pairs, len(source), len(target))
    assert all(0 <= pair.score <= 1 for pair in pairs)
    assert all(max(len(pair.source), len(pair.target)) <= 5 for pair in pairs)


@pytest.mark.parametrize("rows", range(1, 7))
@pytest.mark.parametrize("columns", [1, 2, 3, 6])
def test_small_texts(rows: int, columns: int) -> None:
    assert covers(align(FRENCH[:rows], ENGLISH[:columns]), rows, columns)


def test_the_result_is_the_same_in_another_process() -> None:
    code = f"from mtcheck.align import align; print(align({FRENCH!r}, {ENGLISH[2:] + OTHER!r}))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize(("source", "target"), [([], []), (["Bonjour."], []), ([], ["Hello."]), (["…"], ["Hello."])])
def test_an_empty_side_is_named(source: list[str], target: list[str]) -> None:
    whole = compare(source, target)
    assert whole.verdict is Verdict.EMPTY
    assert covers(whole.pairs, len(source), len(target))
    assert "no words" in whole.message


def test_a_translation_is_trusted() -> None:
    whole = compare(FRENCH, ENGLISH)
    assert whole.verdict is Verdict.GOOD
    assert whole.trust > 0.8
    assert whole.message == ""


def test_another_article_is_no_source() -> None:
    whole = compare(FRENCH, OTHER)
    assert whole.verdict is Verdict.UNRELATED
    assert "do not translate each other" in whole.message


def test_a_copy_is_no_source() -> None:
    assert compare(ENGLISH, ENGLISH).verdict is Verdict.SAME


def test_another_language_than_stated_is_said() -> None:
    whole = compare(FRENCH, ENGLISH, "de")
    assert whole.language == "fr"
    assert "reads like French, not German" in whole.message


def test_paragraphs_are_hints_and_are_checked() -> None:
    paragraphs = [at // 2 for at in range(10)]
    assert beads(compare(FRENCH, ENGLISH, paragraphs=(paragraphs, paragraphs)).pairs) == beads(align(FRENCH, ENGLISH))
    with pytest.raises(ValueError, match="paragraph numbers"):
        compare(FRENCH, ENGLISH, paragraphs=([0], paragraphs))


def test_another_encoder_can_be_used() -> None:
    from mtcheck.align.encoder import embedded

    assert beads(align(FRENCH, ENGLISH, encoder=embedded())) == beads(align(FRENCH, ENGLISH))

    class Broken:
        def encode(self, sentences: object) -> object:
            return np.zeros((1, 8))

    with pytest.raises(ValueError, match="returned 1 vectors"):
        align(FRENCH, ENGLISH, encoder=Broken())


def test_long_texts_are_cut_and_joined_again() -> None:
    draw = random.Random(3)
    source, target = [], []
    for number in range(2600):
        at = draw.randrange(10)
        source.append(f"{FRENCH[at][:-1]} ({number}).")
        target.append(f"{ENGLISH[at][:-1]} ({number}).")
    pairs = align(source, target)
    assert beads(pairs) == [((at,), (at,)) for at in range(2600)]


def test_importing_the_aligner_loads_no_numpy() -> None:
    code = "import sys, mtcheck.align, mtcheck.analysis.sentences; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_two_texts_in_one_language_are_named() -> None:
    edited = [sentence.replace("The", "This") for sentence in ENGLISH]
    whole = compare(edited, ENGLISH, "fr")
    assert whole.verdict is Verdict.SAME
    assert "both texts are in English" in whole.message
    assert compare(edited, ENGLISH, "en", "en").verdict is Verdict.GOOD


HOSPITAL = Path(__file__).parents[1] / "corpora" / "articles" / "hospital-strike"


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ((slice(0, 12), slice(None)), "the source has nothing for"),
        ((slice(None), slice(0, 12)), "the text has nothing for"),
        ((slice(12, None), slice(None)), "at the beginning"),
    ],
)
def test_a_text_that_is_cut_short_is_said_once(kept: tuple[slice, slice], said: str) -> None:
    source = split((HOSPITAL / "article.fr.txt").read_text("utf-8"), "fr").texts
    target = split((HOSPITAL / "article.gold.txt").read_text("utf-8"), "en").texts
    assert compare(source, target).verdict is Verdict.GOOD
    cut = compare(source[kept[0]], target[kept[1]])
    assert cut.verdict is Verdict.PARTIAL
    assert said in cut.message
    assert "is it cut short?" in cut.message


@pytest.mark.parametrize(("source", "target"), [([""], [""]), (["…", "«"], ["“We stay.”"]), (["Il reste."], ["!", ""])])
def test_sentences_without_a_word_are_aligned_too(source: list[str], target: list[str]) -> None:
    pairs = align(source, target)
    assert sorted(n for pair in pairs for n in pair.source) == list(range(len(source)))
    assert sorted(n for pair in pairs for n in pair.target) == list(range(len(target)))


def test_golden_alignments() -> None:
    """To a few thousandths: sums of float32 differ a little from one processor to the other."""
    lines = [line.split("\t") for line in golden.ALIGNMENTS.read_text("utf-8").splitlines()]
    found = golden.alignments()
    assert [[*pair[:3]] for pair in found] == [line[:3] for line in lines], "look at it, then python -m corpora.golden"
    assert [pair[3] for pair in found] == pytest.approx([float(line[3]) for line in lines], abs=0.003)


def test_a_text_is_aligned_part_by_part_as_it_would_be_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(5)
    numbers = [(number, draw.randrange(10)) for number in range(80)]
    source = [f"{FRENCH[at][:-1]} ({number})." for number, at in numbers]
    target = [f"{ENGLISH[at][:-1]} ({number})." for number, at in numbers]
    target[30:32] = [f"{target[30]} {target[31]}"]
    del target[60]
    one = beads(align(source, target))
    assert ((30, 31), (30,)) in one
    assert ((61,), ()) in one
    monkeypatch.setattr(stages, "PART", 12)
    assert beads(align(source, target)) == one


def test_a_text_is_cut_where_both_sides_surely_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "PART", 3)
    plain = [(at, at + 1, at, at + 1) for at in range(12)]
    assert stages.parts(plain) == [plain[:3], plain[3:6], plain[6:9], plain[9:]]
    # not beside what is no plain pair, nor at the end
    odd = [*plain[:3], (3, 4, 3, 5), *((at, at + 1, at + 1, at + 2) for at in range(4, 12))]
    assert [len(part) for part in stages.parts(odd)] == [6, 3, 3]
    assert stages.parts(plain[:4]) == [plain[:4]]
    assert stages.parts([(0, 9, 0, 0)]) == [[(0, 9, 0, 0)]]


def test_what_has_no_word_in_it_stays_alone() -> None:
    source = [*FRENCH[:4], ".:--", *FRENCH[4:]]
    target = [*ENGLISH[:4], "h *", *ENGLISH[4:]]
    pairs = beads(align(source, target))
    assert covers(align(source, target), 11, 11)
    assert ((3,), (3,)) in pairs
    assert ((5,), (5,)) in pairs
    assert ((4,), (4,)) in pairs or {((4,), ()), ((), (4,))} <= set(pairs)
    left = stages.read(["Le maire parle.", ".:--", "h *", "12", "d’a"], ["a"], None, None)[0]
    assert left.crumbs.tolist() == [False, True, True, False, False]
    assert stages._crumbs((0, 1, 2), left) == ((0,), [1, 2])
    assert stages._crumbs((1, 2), left) == ((1, 2), [])


@pytest.mark.parametrize(
    ("sentence", "end", "begin"),
    [
        ("Il part.", 1, 1), ("Il part…", 1, 1), ("« Il part ? »", 2, 1), ("il part !”)", 3, 0), ("Il dit :", 4, 1),
        ("il part ;", 5, 0), ("Il part,", 6, 1), ("il part –", 6, 0), ("— Il part", 0, 1), ("12 hommes", 0, 2),
        ("", 0, 2), ("(« il fixe", 0, 0), ("au Phenix", 0, 0),
    ],
)  # fmt: skip
def test_how_a_sentence_begins_and_ends(sentence: str, end: int, begin: int) -> None:
    side = stages.read([sentence], ["x"], None, None)[0]
    assert (side.ends.tolist(), side.begins.tolist()) == ([end], [begin])


def test_a_text_as_numbers() -> None:
    left, right, vectors = stages.read(["Le maire, le maire 12.", "", "Oui"], ["Oui, le maire."], None, None)
    assert left.starts.tolist()[0] == 0
    sizes = np.diff(left.starts).tolist()
    assert sizes[1] == 0
    assert left.letters.tolist() == [14, 0, 3]
    assert left.lengths.tolist() == [18, 1, 3]  # with the marks
    # words that are the same have one number in both texts
    assert set(right.words.tolist()) <= set(left.words.tolist())
    for row, (start, stop) in enumerate(zip(left.starts, left.starts[1:], strict=False)):
        assert np.allclose(left.sums[row], vectors[left.words[start:stop]].sum(axis=0), atol=1e-4)
    middle = left.part(1, 3)
    assert (len(middle), middle.starts.tolist(), middle.letters.tolist()) == (2, [0, 0, sizes[2]], [0, 3])
    assert middle.words.tolist() == left.words[left.starts[1] :].tolist()
    opened = stages.read(["a", "b", "c"], ["a"], None, ([0, 0, 1], [4]))
    assert [side.opens.tolist() for side in opened[:2]] == [[True, False, True], [True]]
    assert opened[0].part(1, 3).opens.tolist() == [False, True]


def linked(source: str, target: str) -> dict[str, str]:
    """Which target word translates which source word, of one passage behind another text."""
    before, behind = "Rien. ", "Nothing at all. "
    passage = Passage(Span(6, 6 + len(source)), Span(16, 16 + len(target)), 1.0)
    found = links(Bitext(before + source, "fr", [passage]), passage, behind + target)
    assert all(found.back[there] == at for at, there in enumerate(found.there) if there >= 0)
    assert all((score > 0.2) == (back >= 0) for score, back in zip(found.scores, found.back, strict=True))
    return {found.target[at].text: found.source[there].text for at, there in enumerate(found.back) if there >= 0}


def test_words_are_linked_with_their_translations() -> None:
    found = linked("Le maire a ouvert la bibliothèque samedi.", "The mayor opened the library on Saturday.")
    meant = {"mayor": "maire", "opened": "ouvert", "library": "bibliothèque", "Saturday": "samedi"}
    assert {word: there for word, there in found.items() if word in meant} == meant
    # of two that are alike each has the one at its place
    twice = "Le maire parle, puis la pluie tombe, et ensuite le maire rit."
    told = "The mayor talks, then the rain falls, and then the mayor laughs."
    found = links(Bitext(twice, "fr", []), Passage(Span(0, len(twice)), Span(0, len(told)), 1.0), told)
    mayors = [at for at, word in enumerate(found.target) if word.text == "mayor"]
    assert [found.source[found.back[at]].span.start for at in mayors] == [3, twice.rindex("maire")]
    # what is spelt alike and means another thing
    assert linked("Il a parlé.", "He saw a car.").get("a") != "a"
    assert linked("", "Word.") == {}


def test_a_passage_of_very_many_words_is_not_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links_module, "MANY", 5)
    assert linked("Le maire a ouvert hier.", "The mayor opened it.")
    assert not linked("Le maire a ouvert hier soir.", "The mayor opened it.")
    assert not linked("Le maire a ouvert.", "The mayor opened it all yesterday.")


def test_the_word_at_a_place() -> None:
    text, other = "Le maire parle.", "The mayor talks."
    found = links(Bitext(text, "fr", []), Passage(Span(0, 15), Span(0, 16), 1.0), other)
    assert [found.at_target(at) for at in (0, 2, 3, 4, 8, 9, 15, 16)] == [0, 0, -1, 1, 1, -1, -1, -1]
    assert [found.at_source(at) for at in (0, 1, 2, 3, 7, 8)] == [0, 0, -1, 1, 1, -1]
    assert found.source_of(Span(4, 9)) == (1,)
    assert found.source_of(Span(3, 4)) == ()
    assert found.source_of(Span(9, 10)) == ()
    assert 1 in found.source_of(Span(0, 16))
    assert found.source_of(Span(8, 11)) == tuple(at for at in (1, 2) if at in found.back)
