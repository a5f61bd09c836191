"""The aligner keeps its promises: every sentence once, the same result every time, and no flood for a wrong source."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from mtcheck.align import Pair, Verdict, align, compare
from mtcheck.align.beside import split

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
