"""a pronoun -> the only person it can stand for, or None: candidates by sentence, and what keeps the question open."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.people import PRONOUNS, Person, inside
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import MARK, WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.text import Span
from mtcheck.typed import NamedTuple

REACH = 2
"""How many sentences back another person keeps a pronoun open."""
CLAUSE = frozenset(
    "that who whom whose which when where while if because since as although though before after until , ; : and but"
    " or nor so".split()
)
_FRONTED = frozenset("born known seen after before despite during in with for at on throughout".split())
_KIN = frozenset("widow widower orphan".split())
_REASONS = ("since", "because", "as", "for", "although", "though", "when", "while")


_FREE = frozenset(
    "in on at to for from with and but that why how what when where if by as because the a an about into after before"
    " again off up out down".split()
)


class Place(NamedTuple):
    """A pronoun outside quotations: token `at`, in the sentence of tokens `first` to `last`."""

    low: str
    at: int
    span: Span
    first: int
    last: int


def places(view: View, pronouns: Iterable[str]) -> Iterator[Place]:
    """Where `pronouns` stand, in order, outside quotations."""
    tokens = tokens_of(view.text)
    for at in sorted(at for low in pronouns for at in tokens.places.get(low, ())):
        if not inside(tokens.starts[at], view.quoted):
            first, last = tokens.sentence(at, at + 1)
            yield Place(tokens.lows[at], at, Span(tokens.starts[at], tokens.ends[at]), first, last)


def sole(view: View, place: Place, gender: str = "") -> Person | None:
    """The only person `place` can stand for: of its sentence, else of the one before. None when there are two.

    Persons mentioned behind a quotation mark count as candidates too: they keep the pronoun open.
    """
    tokens = tokens_of(view.text)
    before = _people(view, tokens, place.first, place.at)
    owned = place.at + 2 if place.low in ("his", "her") else place.at + 1  # `with his sister, Ana Belmonte`
    after = _people(view, tokens, owned, place.last)
    if before:
        if len(before) == 1 and not _speaks_behind(tokens, place, after):
            return None if _dependent(view, tokens, place) or _met(tokens, place, before[0]) else before[0]
        return _widow(tokens, place, before)
    if after:
        return (
            after[0] if len(after) == 1 and _fronted(view, tokens, place, after[0]) else _earlier(view, tokens, place)
        )
    return _earlier(view, tokens, place)


def _people(view: View, tokens: Tokens, first: int, last: int) -> list[Person]:
    """The distinct persons mentioned in a token range."""
    if first >= last:
        return []
    found: list[Person] = []
    for _, person in view.people.between(tokens.starts[first], tokens.ends[last - 1]):
        if person not in found:
            found.append(person)
    return found


def _dependent(view: View, tokens: Tokens, place: Place) -> bool:
    """Whether the person is no more than an owner (`telling a girl’s story he`), a label of a speech (`Ana: Well`),
    a source (`according to Ana, his`) or somebody whom a speaker names (`“I’ll tell my mother,” he said`)."""
    mentions = view.people.between(tokens.starts[place.first], place.span.start)
    return all(
        tokens.text[span.end : span.end + 2] in ("’s", "'s")
        or tokens.text[span.end : span.end + 1] == ":"
        or tokens.text[max(0, span.start - 14) : span.start].lower().endswith("according to ")
        or inside(span.start, view.quoted)
        for span, _ in mentions
    )


def _met(tokens: Tokens, place: Place, person: Person) -> bool:
    """Whether a pronoun is all that shows the gender, and stands before: `he would not stand in her way`."""
    start = tokens.starts[place.first]
    return not person.certain and any(start <= span.start < place.span.start for span in person.evidence)


def _speaks_behind(tokens: Tokens, place: Place, after: list[Person]) -> bool:
    """Whether the sentence goes on with a quotation's attribution to somebody else."""
    return bool(after) and tokens.lows[place.at + 1 : place.at + 2] == (",",)


def _widow(tokens: Tokens, place: Place, before: list[Person]) -> Person | None:
    """`the widow of the painter says that the prize was given to him, because she`: the dead man got no prize."""
    if len(before) == 2 and before[0].name in _KIN and place.low in ("him", "her"):
        end = tokens.lows[place.at + 1 : place.at + 5]
        subject = "she" if before[0].gender == "f" else "he"
        end = end[:1] + end[2:] if end[1:2] == ("even",) else end[:3]
        if len(end) == 3 and end[0] == "," and end[1] in _REASONS and end[2] == subject:
            return before[0]
    return None


def _fronted(view: View, tokens: Tokens, place: Place, person: Person) -> bool:
    """`Asked about his first season, Camille Astruc admits`: a comma and the subject follow the fronted part."""
    comma = next((at for at in range(place.at, place.last) if tokens.lows[at] == ","), -1)
    if comma < 0 or comma + 1 >= place.last or place.low not in ("his", "her", "himself", "herself"):
        return False
    opening = tokens.lows[place.first]
    if not opening.endswith(("ed", "ing")) and opening not in _FRONTED:
        return False
    start = tokens.starts[comma + 1]
    nearest = view.people.between(start, tokens.ends[place.last - 1])
    if not nearest or nearest[0][1] is not person:
        return False
    between = tokens.text[start : nearest[0][0].start]
    return "," not in between and len(between) < 30


def _earlier(view: View, tokens: Tokens, place: Place) -> Person | None:
    """The only person of the sentence before, for a pronoun that leads its sentence or follows its quotation."""
    leads = place.at - place.first <= 1 or tokens.lows[place.at - 1] in (",", "”", '"', "“", "’")
    same = [at for at in range(place.first, place.last) if tokens.lows[at] in ("he", "she") and at != place.at]
    if not (leads or same or place.at - place.first < 6) or place.first < 2:
        return None
    back = tokens.sentence(place.first - 1, place.first)[0]
    if place.low in ("him", "himself", "herself") and not same and not _heard(view, tokens, place, back):
        return None
    people = _people(view, tokens, back, place.first)
    mentions = view.people.between(tokens.starts[back], tokens.starts[place.first])
    if all(inside(span.start, view.quoted) for span, _ in mentions):
        return None
    # a quotation is a sentence of its own: `Ana Belmonte is leaving. “It was time,” he said.`
    return people[0] if len(people) == 1 and not _met(tokens, place, people[0]) else None


def _heard(view: View, tokens: Tokens, place: Place, back: int) -> bool:
    """The midwife was attacked. Neighbours heard him scream: nobody else has been named whom `him` could mean."""
    people = view.people.between(0, tokens.ends[place.last - 1])
    plural = tokens.lows[place.first] in _WITNESSES
    alone = plural and len({id(person) for _, person in people}) == 1 and people[0][1].certain
    return alone and tokens.starts[back] <= people[0][0].start and place.low == "him" and place.at - place.first < 4


_WITNESSES = frozenset(
    "neighbours neighbors firefighters passers-by rescuers doctors witnesses police friends relatives residents"
    " officers gendarmes paramedics".split()
)
"""Who hears, finds or treats somebody, and is not meant by him."""


def object_of_own_clause(view: View, place: Place, person: Person) -> bool:
    """Whether him or her is the object of the clause whose subject is `person`: then it is somebody else."""
    if place.low not in ("him", "her", "it"):
        return False
    tokens = tokens_of(view.text)
    if (
        place.low == "her"
        and place.at + 1 < place.last
        and tokens.kinds[place.at + 1] == WORD
        and not _free(tokens, place.at + 1)
    ):
        return False
    for at in range(place.at - 1, place.first - 1, -1):
        if tokens.lows[at] in CLAUSE and at + 1 < place.at:
            subject = tokens.lows[at + 1]
            if tokens.lows[at] == "who" and _several(tokens, at):
                return False  # `the firefighters, who gave him time`
            if subject in ("he", "she", "who", "had", "has", "is", "was", "and", "but") or tokens.kinds[at + 1] == MARK:
                return True
            owner = view.people.at(tokens.starts[at + 1])
            return owner is person or place.at - at < 3
    # no clause begins between: own clause when the person stands in this sentence
    return any(who is person for who in _people(view, tokens, place.first, place.at))


def _several(tokens: Tokens, who: int) -> bool:
    """Whether `who` at token `who` goes on from a plural, which is nobody alone."""
    noun = who - 2 if tokens.lows[who - 1] == "," else who - 1
    return noun > 0 and "s" in classes(tokens.lows[noun])


def _free(tokens: Tokens, at: int) -> bool:
    """Whether the word after `her` shows that it owns nothing: `saw her in May`."""
    return tokens.lows[at] in _FREE


def context_open(view: View, place: Place, gender: str, person: Person, corrected: set[int]) -> bool:
    """Whether somebody of `gender`, or of none, is in reach: named in this or the last sentences, or by a pronoun."""
    tokens = tokens_of(view.text)
    start = place.first
    for _ in range(1 if _shown(tokens, place, person) else REACH):
        if start < 2:
            break
        start = tokens.sentence(start - 1, start)[0]
    for span, other in view.people.between(tokens.starts[start], tokens.starts[place.at]):
        owner = bisect_left(tokens.starts, span.start) - 1
        if owner in corrected and place.low == "him" and place.at - owner == 3:
            continue  # her employer dismissed him: the employer is not himself dismissed
        if other is not person and other.gender != person.gender and not _complement_of(tokens, other, person, place):
            return True
    behind = (
        view.people.between(tokens.ends[place.at + 1], tokens.ends[place.last - 1]) if place.at + 2 < place.last else []
    )
    if any(other.certain and other.gender == gender and _speaks(tokens, span) for span, other in behind):
        return True  # The bride and his father were hurt, the groom said
    return any(
        PRONOUNS.get(tokens.lows[at]) == gender and at not in corrected for at in range(start, place.at)
    ) or _same_gender_behind(view, tokens, place, gender, person)


def _speaks(tokens: Tokens, span: Span) -> bool:
    """Whether a comma and what is said stand around the person: , the groom said."""
    return (
        rx(r"(?:said|says|added|adds|explained|explains|told|recalled)\b").match(tokens.text, span.end + 1) is not None
    )


def _shown(tokens: Tokens, place: Place, person: Person) -> bool:
    """Whether the rest of the sentence goes on with the person’s own pronoun: a baker closed his shop; she hopes."""
    subject = "she" if person.gender == "f" else "he"
    return subject in tokens.lows[place.at + 1 : place.last]


def _complement_of(tokens: Tokens, other: Person, person: Person, place: Place) -> bool:
    return person.name in _KIN and place.low in ("him", "her")


def _same_gender_behind(view: View, tokens: Tokens, place: Place, gender: str, person: Person) -> bool:
    """Whether the sentence goes on with a pronoun of the same gender: then somebody of that gender is about."""
    behind = any(
        PRONOUNS.get(tokens.lows[at]) == gender and not inside(tokens.starts[at], view.quoted)
        for at in range(place.at + 1, place.last)
    ) and not any(PRONOUNS.get(tokens.lows[at]) not in (None, gender) for at in range(place.first, place.last))
    return behind and not _only_one(view, place, person)


def _only_one(view: View, place: Place, person: Person) -> bool:
    """Whether nobody but `person`, a woman or man beyond doubt, has been named so far: all pronouns mean her or him."""
    if not person.certain or person.name in _KIN:
        return False
    end = tokens_of(view.text).ends[place.last - 1]
    return view.people.first_but(person, named=True) >= end and view.people.first_but(person) >= place.span.start
