"""links x the source language -> what the source's grammar says of the gender of somebody in the target.

Subject pronouns and articles of the Romance languages show gender where English has a bare noun or the machine's
guess: « la ministre … elle » proves `she`. Nothing is concluded from nouns that have one gender for everybody.
"""

from __future__ import annotations

from typing import NamedTuple

from mtcheck.align.links import Links
from mtcheck.analysis.witness import folded
from mtcheck.lang.genders import (
    ARTICLES,
    CLITICS,
    ENDINGS,
    EPICENE,
    IMPERSONAL,
    MEN,
    NEVER_A_PERSON,
    OF_SEVERAL,
    POSSESSIVES,
    SAME,
    SUBJECTS,
    TITLES,
    WOMEN,
)
from mtcheck.text import Span

_NEAR = 4
"""Words between a verb and its subject pronoun: « a-t-elle ensuite ajouté »."""


class Proof(NamedTuple):
    """A gender ('f' or 'm') and the source word that shows it."""

    gender: str
    span: Span


def of_subject(links: Links, pronoun: int, verb: int, language: str, deed: bool = False) -> Proof | None:
    """The gender of the source's subject pronoun that target word `pronoun` translates, or that its verb has.

    `verb` is the number of the target verb, -1 where it is not known; a `deed` is done by people only.
    """
    subjects = SUBJECTS.get(language, {})
    nobody = IMPERSONAL if links.target[pronoun].text.lower() == "it" and not deed else NEVER_A_PERSON
    own = links.back[pronoun]
    weak = None
    if own >= 0 and (weak := _subject(links, own, subjects, nobody)) and _subject(links, own, subjects):
        return weak
    there = links.back[verb] if verb >= 0 else -1
    near = [*range(there - 1, max(there - _NEAR, 0) - 1, -1), *range(there + 1, min(there + 3, len(links.source)))]
    for number in near if there >= 0 else ():
        if proof := _subject(links, number, subjects, nobody):
            return proof if links.there[number] in (-1, pronoun) else weak
    return weak  # an « il était » that may be nobody proves less than the subject of the verb itself


def of_opening(links: Links, pronoun: int, language: str) -> Proof | None:
    """The gender of the subject pronoun that opens the source’s passage, where the target’s opens with one too.

    « Elle n’a pas exclu … », He did not rule out …: no other word has to be linked for that.
    """
    if pronoun or not links.source or links.there[0] not in (-1, 0):
        return None
    return _subject(links, 0, SUBJECTS.get(language, {}))


def of_only(links: Links, pronoun: int, language: str) -> Proof | None:
    """The gender of the source’s subject pronoun where its passage has no other, nor the target’s another than this.

    « … et elle ne compte pas s’arrêter », and he does not intend to stop: the verbs need not be linked.
    """
    if sum(word.text.lower() in ("he", "she", "it") for word in links.target) != 1:
        return None
    subjects = SUBJECTS.get(language, {})
    numbers = [number for number, word in enumerate(links.source) if folded(word.text) in subjects]
    if len(numbers) != 1 or links.there[numbers[0]] not in (-1, pronoun):
        return None
    return _subject(links, numbers[0], subjects)


def _subject(links: Links, number: int, subjects: dict[str, str], nobody: frozenset[str] = IMPERSONAL) -> Proof | None:
    """The source's word as a subject pronoun of somebody; what stands behind « il » may show that it is `nobody`."""
    word = folded(links.source[number].text)
    if word not in subjects:
        return None
    rest = (folded(other.text) for other in links.source[number + 1 : number + 4])
    after = next((other for other in rest if other not in CLITICS), "")  # il lui manque, il ne nous faut pas
    if word == "il" and after in nobody:
        return None
    return Proof(subjects[word], links.source[number].span)


def of_agreement(links: Links, pronoun: int) -> Proof | None:
    """The gender that a French reflexive shows where English has a pronoun more: « s’est dite inquiète », said she was.

    The verb of saying stands just before target word `pronoun`, or before the `that` between them.
    """
    for back in (1, 2):
        there = links.back[pronoun - back] if pronoun >= back else -1
        if there < 2:
            continue
        before = tuple(folded(word.text) for word in links.source[there - 2 : there])
        if before in (("s", "est"), ("s", "etait")):
            word = links.source[there]
            return Proof("f" if folded(word.text).endswith("e") else "m", word.span)
    return None


def of_noun(links: Links, span: Span, language: str) -> Proof | None:
    """The gender of the source noun that the target's noun or name at `span` translates."""
    articles, endings = ARTICLES.get(language, {}), ENDINGS.get(language, ())
    for number in links.source_of(span):
        word = folded(links.source[number].text)
        if word in EPICENE:
            return None
        titled = number and folded(links.source[number - 1].text) in TITLES
        if not (links.source[number].text[:1].islower() or titled or word in TITLES):
            continue  # a name has no gender of its own
        if any(len(word) > len(ending) + 2 and word.endswith(ending) for ending in endings):
            return Proof("f", links.source[number].span)
        for back in (1, 2):
            before = folded(links.source[number - back].text) if number >= back else ""
            if before in articles and (back == 1 or links.there[number - 1] >= 0):
                return Proof(articles[before], links.source[number - back].span)
        if language == "fr" and word in (MEN | WOMEN):
            return Proof("m" if word in MEN else "f", links.source[number].span)  # l’élu
    return None


def of_apposition(links: Links, span: Span) -> Proof | None:
    """The gender of the bare noun behind a name, or at `span`: « Yannick Hélou, 71 ans, président du club »."""
    numbers = links.source_of(span)
    if not numbers:
        return None
    at = numbers[-1] + 1 if links.source[numbers[-1]].text[:1].isupper() else numbers[0]
    if at + 2 < len(links.source) and folded(links.source[at + 1].text) == "ans":
        at += 2
    if not 0 < at < len(links.source) or links.source[at].span.start - links.source[at - 1].span.end != len(", "):
        return None
    word = folded(links.source[at].text)
    gender = "m" if word in MEN else "f" if word in WOMEN else ""
    return Proof(gender, links.source[at].span) if gender else None


def placed(links: Links, span: Span) -> bool:
    """Whether the source has an article before the name at `span`: « l’Europe », la Loire; people have none."""
    numbers = [at for at in links.source_of(span) if at]
    return bool(numbers) and folded(links.source[numbers[0] - 1].text) in ("l", "la", "le", "les", "du", "des", "aux")


def of_possessive(links: Links, possessive: int, language: str) -> tuple[int, str]:
    """(number of the source possessive that a target `his`, `her` or `its` translates, the owner's gender it shows).

    The number is -1 where the source has no such word there.
    """
    own = links.back[possessive]
    table = POSSESSIVES.get(language, {})
    # the owned noun is linked even where the little word before it is not
    owned = links.back[possessive + 1] if possessive + 1 < len(links.back) else -1
    if owned > 0 and folded(links.source[owned - 1].text) in OF_SEVERAL:
        return -1, ""
    before = owned > 0 and folded(links.source[owned - 1].text) in table
    for at in (owned - 1 if before else own, owned - 1, owned - 2):
        if at >= 0 and (word := folded(links.source[at].text)) in table:
            after = folded(links.source[at + 1].text) if at + 1 < len(links.source) else ""
            return at, table[word] or SAME.get(after, "")
    return -1, ""


def last_subject(links: Links, before: int, language: str) -> Proof | None:
    """The last subject pronoun of the source before word `before`."""
    subjects = SUBJECTS.get(language, {})
    for number in range(before - 1, -1, -1):
        if proof := _subject(links, number, subjects):
            return proof
    return None
