"""a possessive beside its source -> who owns it, as far as the two texts prove."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from mtcheck.align.genders import Proof, last_subject, of_apposition, of_noun
from mtcheck.align.links import Links, links
from mtcheck.analysis.antecedents import CLAUSE, Place
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.people import PRONOUNS
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import Tokens
from mtcheck.analysis.view import View
from mtcheck.analysis.witness import folded
from mtcheck.lang import en
from mtcheck.lang.genders import BODIES, EPICENE
from mtcheck.text import Span

_PREPOSITIONS = frozenset("of to with by for from against about on like than between without towards under".split())
_STOPS = ("\n", "» ", ". ")


class Owner(NamedTuple):
    """Who a possessive most likely stands for, and what shows the gender."""

    gender: str
    proof: Proof
    certain: bool


def last_owner(view: View, tokens: Tokens, place: Place, linked: Links, there: int, bitext: Bitext) -> Owner | None:
    """The subject of the source's last clause before the possessive, with a gender that is proved."""
    pronoun = last_subject(linked, there, bitext.language)
    best: Owner | None = Owner(pronoun.gender, pronoun, True) if pronoun else None
    reached, within = pronoun.span.start if pronoun else -1, -1
    for span, person in view.people.between(tokens.starts[place.first], place.span.start):
        numbers = linked.source_of(span)
        if not numbers or dependent(view.text, span):
            continue
        at = linked.source[numbers[0]].span.start
        here = clause(tokens, place, span.start)
        if at <= reached or numbers[0] >= there or here == within:
            continue  # of two in one clause the first is the subject
        noun = of_noun(linked, span, bitext.language)
        gender = person.gender if person.certain else ""
        if noun and noun.gender != gender:
            # « le juge » may be a woman, « la ministre » is one; that against the English words leaves it open
            gender = noun.gender if noun.gender == "f" and not gender else ""
        bare = of_apposition(linked, span) if not gender and bitext.language == "fr" else None
        if bare and person.gender in ("", bare.gender):  # « sa mère, facteur » is no man
            gender, noun = bare.gender, bare
        reached, within = at, here
        shown = noun.span if noun else linked.source[numbers[0]].span
        best = Owner(gender, Proof(gender, shown), False) if gender else None
    return best


def owner_before(view: View, tokens: Tokens, place: Place, bitext: Bitext, passage: Passage) -> Owner | None:
    """The subject that closes the sentence before, where nobody else was named since: At her side, her lawyer.

    Both languages go on about the person whom a pronoun stood for last; two pronouns of different gender leave it open.
    """
    before = _sentence_before(view, bitext, passage)
    if before is None:
        return None
    if any(not dependent(view.text, span) for span, _ in view.people.between(before.target.start, place.span.start)):
        return None
    ahead = view.people.between(place.span.end, passage.target.end)
    if ahead and not dependent(view.text, ahead[0][0]):
        return None  # who is named now may own it: After her talks, the president left
    linked = links(bitext, before, view.text)
    last = last_subject(linked, len(linked.source), bitext.language)
    return Owner(last.gender, last, False) if last and not epicene(linked) else None


def named_before(view: View, tokens: Tokens, place: Place, bitext: Bitext, passage: Passage) -> Owner | None:
    """The only person of the sentence before, whom the source shows to be a woman: the coach … On Sunday, her players.

    Nobody else may be named until the possessive, nor may a pronoun stand for somebody.
    """
    before = _sentence_before(view, bitext, passage)
    if before is None:
        return None
    mentions = view.people.between(before.target.start, place.span.start)
    if len({id(person) for _, person in mentions}) != 1 or mentions[0][0].start >= before.target.end:
        return None
    if view.people.between(place.span.end, passage.target.end) or dependent(view.text, mentions[0][0]):
        return None
    opens = bisect_left(tokens.starts, before.target.start)
    between = range(tokens.sentence(opens, opens + 1)[0], place.at)
    if any(tokens.lows[at] in ("he", "she", "it", "they", "we", "i") for at in between):
        return None
    linked = links(bitext, before, view.text)
    noun = of_noun(linked, mentions[0][0], bitext.language)
    return Owner("f", noun, False) if noun and noun.gender == "f" and not epicene(linked) else None


def _sentence_before(view: View, bitext: Bitext, passage: Passage) -> Passage | None:
    """The passage before, in the same paragraph and with two sides."""
    before = bitext.at(passage.target.start - 2) if passage.target.start > 1 else None
    if before is None or not before.paired or "\n" in view.text[before.target.start : passage.target.start]:
        return None
    return before


def body_before(bitext: Bitext, passage: Passage, linked: Links, there: int) -> Proof | None:
    """The body that the sentence before is about, where « sa directrice » speaks next: “…”, explains its director.

    Nothing in a sentence that is a quotation can own its speaker.
    """
    head = bitext.source[passage.source.start : linked.source[there].span.start]
    if not rx(r"^« ?[^«»]*»,? (?:a |a-t-|s’)?\w+ $").search(head):
        return None
    before = bitext.source[max(passage.source.start - 400, 0) : passage.source.start]
    if "\n" in before[-3:]:
        return None
    start = max(before.rfind(mark) for mark in _STOPS)
    if start >= len(before) - 2:  # the stop of the sentence before, not the one that it begins after
        start = max(before.rfind(mark, 0, len(before) - 2) for mark in _STOPS)
    found = rx(r"(?:\n|[».] )?(?:L’|Le |La )([\w-]+)").match(before, max(start, 0))
    if found is None:
        return None
    name = found.group(1)
    if not (folded(name) in BODIES or (name.isupper() and len(name) > 1)):
        return None
    at = passage.source.start - len(before) + found.start(1)
    return Proof("n", Span(at, at + len(name)))


def clause(tokens: Tokens, place: Place, offset: int) -> int:
    """Which clause of the sentence `offset` is in: the number of the last word or mark before it that begins one."""
    found = place.first
    for at in range(place.first, place.last):
        if tokens.starts[at] >= offset:
            break
        if tokens.lows[at] in CLAUSE:
            found = at
    return found


def dependent(text: str, span: Span) -> bool:
    """Whether a preposition makes the person a complement (the window of the baker), or a pronoun owns them."""
    before = text[max(span.start - 30, 0) : span.start].lower().split()
    if before and before[-1] in PRONOUNS:
        return True
    while before and before[-1] in en.DETERMINERS:
        before.pop()
    return bool(before) and before[-1] in _PREPOSITIONS


def epicene(linked: Links) -> bool:
    """Whether the source speaks of la victime or la star: its « elle » may be a man. « Plus personne » is nobody."""
    words = [folded(word.text) for word in linked.source]
    return any(
        word in EPICENE and (word != "personne" or words[at - 1 : at] in (["la"], ["une"], ["cette"], ["chaque"]))
        for at, word in enumerate(words)
    )
