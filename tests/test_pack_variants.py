"""Entries keep what varies in their matches: the number of a noun, the tense of a verb, a negation.

A pattern with many alternatives and one constant repair gives wrong English for some of them. What may be lost is
listed here, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mtcheck.analysis.entries import compile_put
from mtcheck.analysis.minilanguage import parse
from mtcheck.lang import packs
from mtcheck.lang.compile import read_lists

ONE_NUMBER: dict[str, tuple[str, ...]] = {
    "adverbial, or a predicate: no noun is left": (
        "false-friend:at-hour-listening",
        "false-friend:disabled-handicap",
        "false-friend:stock-rupture",
        "false-friend:undetermined-reason-fire",
        "false-friend:rom-medical-recognition",
        "false-friend:rom-passional-motive",
        "false-friend:rom-positive-alcohol-control",
        "false-friend:rom-positive-drug-control",
        "idiom-calque:barrels-rolls",
        "idiom-calque:launch-alarm-cry",
        "idiom-calque:off-piste",
        "idiom-calque:rom-sign-no-tickets",
        "idiom-calque:water-to-mill",
        "preposition:above-seasonal",
        "preposition:below-seasonal",
    ),
    "one thing, or its name": (
        "false-friend:es-sanctioning-file",
        "false-friend:replacement-substitute",
        "false-friend:revelation-alarm-clock",
        "false-friend:savings-booklet",
        "false-friend:victories-of-music",
    ),
    "not counted in English": (
        "false-friend:crime-news-black",
        "false-friend:gossip-pink",
        "false-friend:turnover-figure",
    ),
    "said of the whole time": ("false-friend:autumn-half-term",),
}
"""Entries that find a noun in either number and put one thing."""
ANY_TENSE: dict[str, tuple[str, ...]] = {
    "over in either tense: who is dead has died": (
        "false-friend:custody-was-lifted",
        "false-friend:de-appeared-at-publisher",
        "false-friend:produced-itself",
        "false-friend:was-deceased",
        "idiom-calque:bathe-in-music",
        "idiom-calque:bullet-church",
        "idiom-calque:delayed-to-react",
        "idiom-calque:extinguish-himself",
        "idiom-calque:indicates-one-of-source",
        "idiom-calque:is-deceased",
        "idiom-calque:no-death-to-deplore",
        "idiom-calque:no-injured-to-deplore",
        "idiom-calque:no-victim-to-deplore",
        "idiom-calque:pill-did-not-pass",
        "idiom-calque:was-worth-him",
        "source-sense:operation-on",
        "verb-complement:dead-in-year",
    ),
    "a time or a phrase without a verb": (
        "false-friend:pt-since-there-are",
        "false-friend:pt-there-are-years",
        "false-friend:with-probation-suspended",
        "idiom-calque:beat-about-bush",
        "idiom-calque:es-drop-glass",
        "idiom-calque:nl-mustard-meal",
        "idiom-calque:numerous-are-the",
        "idiom-calque:numerous-are-those",
        "idiom-calque:rare-are-those",
        "idiom-calque:stolen-his-phone",
        "source-sense:ago",
    ),
    "a report or a concession, in the tense of who tells it": (
        "attribution-verb-calque:de-it-means-from",
        "attribution-verb-calque:de-it-says-paper",
        "attribution-verb-calque:nl-lets-know-that",
        "dangling-apposition:questioned-answer-awaited",
        "idiom-calque:that-it-is-about-or",
        "source-sense:nonetheless-that",
    ),
    "the verb of the put is inflected after the subject": ("idiom-calque:his-tongue-pocket",),
}
"""Entries that find is and was and put one thing."""
EITHER_WAY: dict[str, tuple[str, ...]] = {
    "what is put denies, or means the same without a negation": (
        "idiom-calque:rom-fistful-of-flies",
        "idiom-calque:rom-sign-no-tickets",
        "false-friend:de-no-life-danger",
        "false-friend:drop-case",
        "false-friend:dropped-case",
        "false-friend:nl-became-unwell",
        "false-friend:nl-have-to-make-with",
        "false-friend:nl-non-active",
        "false-friend:nl-not-to-do-find",
        "false-friend:nl-not-to-speak",
        "false-friend:unframed-shot",
        "idiom-calque:current-did-not-pass",
        "idiom-calque:current-does-not-pass",
        "idiom-calque:dead-hand-did",
        "idiom-calque:dead-hand-does",
        "idiom-calque:declined-to-comment-communicate",
        "idiom-calque:do-not-lower-arms",
        "idiom-calque:does-not-lower-arms",
        "idiom-calque:drum-trumpet",
        "idiom-calque:even-to-say",
        "idiom-calque:eyes-to-cry",
        "idiom-calque:eyes-to-cry-past",
        "idiom-calque:fault-of-having",
        "idiom-calque:flat-refusal",
        "idiom-calque:without-encumbrance",
        "idiom-calque:heart-did-not",
        "idiom-calque:heart-do-not",
        "idiom-calque:heart-does-not",
        "idiom-calque:his-tongue-pocket",
        "idiom-calque:it-does-not-remain-less",
        "idiom-calque:leaf-mouth",
        "idiom-calque:let-go-of-nothing",
        "idiom-calque:little-to-say-that",
        "idiom-calque:little-was-to-say",
        "idiom-calque:mayonnaise-did-not-take",
        "idiom-calque:mayonnaise-does-not-take",
        "idiom-calque:no-question-to",
        "idiom-calque:nonetheless-that",
        "idiom-calque:not-question-of",
        "idiom-calque:pill-did-not-pass",
        "idiom-calque:pill-does-not-pass",
        "idiom-calque:remain-no-less-a",
        "idiom-calque:remains-no-less-a",
        "idiom-calque:there-is-only-who",
        "idiom-calque:torch-burns-between",
        "idiom-calque:wet-paper",
        "idiom-calque:without-nothing-doing",
        "preposition:non-respect-of",
        "source-sense:nonetheless-that",
        "verb-complement:served-to-nothing",
        "verb-complement:serves-to-nothing",
    ),
    "“no” is not a negation there: “non-lieu”, “match nul”, n°": (
        "false-friend:bib-number",
        "false-friend:case-dismissed-place",
        "false-friend:failure-assist",
        "false-friend:independent-label",
        "false-friend:no-go-area",
        "false-friend:nul-draw",
        "false-friend:without-domicile",
        "periphrasis:downing",
        "preposition:to-the-number-of-street",
        "source-sense:dismissal-non-place",
    ),
    "the name of a programme": (
        "title-translated:oubliez-paroles",
        "title-translated:prog-n-oubliez-pas",
        "title-translated:prog-n-oubliez-pas-les-paroles",
        "title-translated:touche-pas",
    ),
}
"""Entries that find words with a negation and without, and put one thing."""
NEGATIONS = frozenset("not no never n't nobody nothing".split())
TENSES = (("is", "was"), ("are", "were"), ("has", "had"), ("does", "did"), ("goes", "went"))


def written() -> Iterator[tuple[str, dict[str, Any]]]:
    for _, family, path in packs.sources():
        for data in packs.read_source(path).get("entry", []):
            if data.get("put") and "find" in data:
                yield f"{family}:{data['name']}", data


LISTS = set(read_lists())
ENTRIES = tuple(written())


def known(reasons: dict[str, tuple[str, ...]]) -> set[str]:
    return {name for names in reasons.values() for name in names}


def constant(put: str) -> bool:
    """Whether a replacement has no noun that inflects and no copy."""
    return not re.search(r":(n|mass|plural)(@\d+)?>|\$", put)


def ways(element: Any) -> Iterator[frozenset[str]]:
    """The words of each of the ways in which an element can match."""
    kind = element[0]
    if kind == "w":
        yield from (frozenset((word,)) for word in element[1])
    elif kind == "X":
        yield frozenset((element[1].lower(),))
    elif kind == "?":
        yield frozenset()
        yield from ways(element[1])
    elif kind == "a":
        for sequence in element[1:]:
            # a sequence with a part that varies is told apart by that part
            parts = [list(ways(part)) for part in sequence]
            fixed = frozenset().union(*(words for part in parts if len(part) == 1 for words in part))
            varied = [words for part in parts if len(part) > 1 for words in part]
            yield from (fixed | words for words in varied or [frozenset()])
    elif element[:2] == ["c", "not"]:
        yield frozenset(("not",))
    else:
        yield frozenset()


def lost(data: dict[str, Any]) -> list[list[frozenset[str]]]:
    """The ways of each element that the first replacement does not copy."""
    find, tags = parse(data["find"], LISTS)
    kinds = {number: "n" if set("".join(forms.values())) <= {"1", "2"} else "v" for number, forms in tags.items()}
    copied: set[int] = set()
    for item in compile_put(data["put"][0], kinds, len(find)):
        if isinstance(item, list):
            copied |= set(range(item[0], item[1] + 1))
        elif isinstance(item, dict):
            copied.add(item["@"])
    return [list(ways(element)) for number, element in enumerate(find, 1) if number not in copied]


def test_a_noun_gives_its_number() -> None:
    """“Two judges of instruction” are two investigating judges."""
    found = {name for name, data in ENTRIES if re.search(r":n>", data["find"]) and constant(data["put"][0])}
    assert found == known(ONE_NUMBER)


def test_a_tense_is_kept() -> None:
    """“The account was not there” is past in its repair too."""
    found = set()
    for name, data in ENTRIES:
        if not any(re.search(rf"\b{now}\b.*\b{then}\b|\b{then}\b.*\b{now}\b", data["find"]) for now, then in TENSES):
            continue
        for element in lost(data):
            said = frozenset().union(*element)
            if any({now, then} <= said for now, then in TENSES):
                found.add(name)
    assert found == known(ANY_TENSE)


def test_a_negation_is_kept() -> None:
    """“It poses no problem” is no problem."""
    found = set()
    for name, data in ENTRIES:
        if not re.search(r"\b(not?|never|n't|nobody|nothing)\b", data["find"]):
            continue
        for element in lost(data):
            if {bool(way & NEGATIONS) for way in element} == {True, False}:
                found.add(name)
    assert found == known(EITHER_WAY)
