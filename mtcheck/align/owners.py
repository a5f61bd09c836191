"""a possessive beside its source -> who owns it, as far as the two texts prove."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from mtcheck.align.genders import Proof, last_subject, of_apposition, of_noun
from mtcheck.align.links import Links, links
from mtcheck.align.quoted import quotations
from mtcheck.analysis.antecedents import CLAUSE, Place
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.people import PRONOUNS, inside
from mtcheck.analysis.tokens import Tokens
from mtcheck.analysis.view import View
from mtcheck.analysis.witness import folded
from mtcheck.lang import en
from mtcheck.lang.genders import EPICENE, HUSBANDS, OF_SEVERAL
from mtcheck.text import Span

_PREPOSITIONS = frozenset("of to with by for from against about on like than between without towards under".split())


@lru_cache(maxsize=4)
def quotations_of(source: str) -> tuple[Span, ...]:
    """The insides of the quotations of a source text, in order."""
    return tuple(quotations(source))


class Owner(NamedTuple):
    """Who a possessive most likely stands for, and what shows the gender."""

    gender: str
    proof: Proof
    certain: bool


def last_owner(view: View, tokens: Tokens, place: Place, linked: Links, there: int, bitext: Bitext) -> Owner | None:
    """The subject of the source's last clause before the possessive, with a gender that is proved."""
    spoken = quotations_of(bitext.source)
    within_marks = inside(linked.source[there].span.start, spoken)
    pronoun = last_subject(linked, there, bitext.language)
    if pronoun and inside(pronoun.span.start, spoken) != within_marks:
        pronoun = None  # whom a speaker calls « il » is not the one whom the reporter goes on about
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
    if last and inside(last.span.start, quotations_of(bitext.source)):
        return None
    return Owner(last.gender, last, False) if last and not epicene(linked) else None


def named_before(view: View, tokens: Tokens, place: Place, bitext: Bitext, passage: Passage) -> Owner | None:
    """The only person of the sentence before, of a gender that is shown: the coach … On Sunday, her players.

    The source’s noun shows a woman, a name or title may show either. Nobody else may be named until the possessive,
    nor may a pronoun outside quotations stand for somebody.
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
    if any(
        tokens.lows[at] in ("he", "she", "it", "they", "we", "i") and not inside(tokens.starts[at], view.quoted)
        for at in between
    ):
        return None
    linked = links(bitext, before, view.text)
    if epicene(linked):
        return None
    span, person = mentions[0]
    noun = of_noun(linked, span, bitext.language)
    if noun and noun.gender == "f":
        return Owner("f", noun, False)
    numbers = linked.source_of(span)
    if not (person.named and person.certain and person.gender and numbers) or (noun and noun.gender != person.gender):
        return None
    return Owner(person.gender, Proof(person.gender, linked.source[numbers[0]].span), False)


def owner_after(view: View, tokens: Tokens, place: Place, bitext: Bitext, linked: Links) -> Owner | None:
    """The subject behind a fronted phrase: With her colleagues, the researcher followed.

    Nobody may be named before in the paragraph who could be meant.
    """
    comma = next((at for at in range(place.at, min(place.at + 6, place.last)) if tokens.lows[at] == ","), -1)
    fronted = tokens.lows[place.first] in ("with", "like", "despite", "after", "before", "alongside", "without")
    if comma < 0 or place.at > place.first + 2 or not fronted:
        return None
    ahead = view.people.between(tokens.ends[comma], tokens.ends[place.last - 1])
    if not ahead or ahead[0][0].start > tokens.ends[comma] + len(" the "):
        return None
    paragraph = view.text.rfind("\n", 0, place.span.start) + 1
    own = PRONOUNS.get(place.low, "")
    person, before = ahead[0][1], view.people.between(paragraph, place.span.start)
    if any(other is not person and other.gender in ("", own) for _, other in before):
        return None
    noun = of_noun(linked, ahead[0][0], bitext.language)
    numbers = linked.source_of(ahead[0][0])
    if person.certain and person.gender and numbers and (noun is None or noun.gender == person.gender):
        return Owner(person.gender, Proof(person.gender, linked.source[numbers[0]].span), False)
    return Owner(noun.gender, noun, False) if noun and noun.gender == "f" else None


def spouse(view: View, place: Place, linked: Links, there: int) -> Owner | None:
    """Whose husband it is: « son mari » is her husband, where a woman was named before and no man since."""
    word = linked.source[there + 1] if there + 1 < len(linked.source) else None
    gender = HUSBANDS.get(folded(word.text), "") if word else ""
    if word is None or not gender or gender == PRONOUNS.get(place.low):
        return None
    paragraph = view.text.rfind("\n", 0, place.span.start) + 1
    people = [person for _, person in view.people.between(max(paragraph - 600, 0), place.span.start)]
    if not people or people[-1].gender != gender:
        named = [person.gender for person in people if person.gender]
        if not named or gender not in named or len({*named}) > 1:
            return None
    return Owner(gender, Proof(gender, word.span), False)


def of_several(view: View, tokens: Tokens, place: Place, linked: Links, own: int) -> Proof | None:
    """« leur » or « leurs » where the target has his or her: three sisters empty their mother’s flat.

    A plural noun has to stand before in the target’s sentence: each of us may well have his own.
    """
    owned = linked.back[own + 1] if own + 1 < len(linked.back) else -1
    at = next((at for at in (owned - 1, owned - 2) if at >= 0 and folded(linked.source[at].text) in OF_SEVERAL), -1)
    if at < 0:
        return None
    before = range(place.first, place.at)
    several = any("s" in classes(tokens.lows[other]) and tokens.lows[other] not in PRONOUNS for other in before)
    return Proof("p", linked.source[at].span) if several else None


def _sentence_before(view: View, bitext: Bitext, passage: Passage) -> Passage | None:
    """The passage before, in the same paragraph and with two sides."""
    before = bitext.at(passage.target.start - 2) if passage.target.start > 1 else None
    if before is None or not before.paired or "\n" in view.text[before.target.start : passage.target.start]:
        return None
    return before


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
