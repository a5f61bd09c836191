"""possessives and objects -> those that contradict every he or she of a text that speaks of one person only.

French `elle` is before the machine’s eyes, `son` and `lui` are not: where the subjects say `she` and nobody else is
there, `his` and `him` are wrong, whatever the person is called.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mtcheck.analysis.chain import unquoted
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.people import PRONOUNS, Person, inside
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View

_REACH = 600
"""How far from its beginning a text can be known to speak of one person only."""


def contradicting(view: View, wrong: Collection[int]) -> Iterator[tuple[int, Person]]:
    """Tokens of his, him or her that can mean nobody but a person of whom all subjects say the other gender."""
    tokens = tokens_of(view.text)
    outside = unquoted(view, tokens)
    subjects = [at for at in outside if tokens.lows[at] in ("he", "she")]
    if not subjects:
        return
    gender = PRONOUNS[tokens.lows[subjects[0]]]
    if any(PRONOUNS[tokens.lows[at]] != gender for at in subjects):
        if len(subjects) == 2 and tokens.lows[subjects[0] - 1] != "“":
            yield from _unlike(view, tokens, outside, subjects[1])
        return
    bad = [at for at in outside if PRONOUNS[tokens.lows[at]] != gender]
    if not bad or bad[-1] in wrong or len(bad) > 2 or tokens.starts[bad[-1]] > _REACH:
        return
    for at in bad:
        person = None if at in wrong else _only(view, tokens, at)
        if person is not None and (person.gender or gender) == gender and _told_of(view, tokens, outside, at):
            yield at, person._replace(gender=gender)


def _unlike(view: View, tokens: Tokens, outside: Collection[int], at: int) -> Iterator[tuple[int, Person]]:
    """The hooker announces that she is retiring. “My neck has told me to stop,” he explains."""
    gender = PRONOUNS["she" if tokens.lows[at] == "he" else "he"]
    same = all(PRONOUNS[tokens.lows[one]] == gender for one in outside if one != at)
    incise = "”" in tokens.lows[at - 2 : at] and tokens.lows[at + 1 : at + 2] != (",",)
    person = _only(view, tokens, at) if same and incise and tokens.starts[at] < _REACH else None
    if person is not None and not person.certain and _told_of(view, tokens, outside, at):
        yield at, person._replace(gender=gender)


def _only(view: View, tokens: Tokens, at: int) -> Person | None:
    """The only person the text has named so far, but for the owned one and the subject of the pronoun’s own verb."""
    first, last = tokens.sentence(at, at + 1)
    owned = tokens.starts[at + 1] if tokens.lows[at] in ("his", "her") and at + 1 < len(tokens) else -1
    if tokens.lows[at] in ("himself", "herself") or any("year-old" in low for low in tokens.lows[:last]):
        return None
    others = []
    for span, person in view.people.between(0, tokens.ends[last - 1]):
        doer = tokens.lows[at] == "him" and _does(tokens, at, span.end)
        spoken = inside(span.start, view.quoted)
        if span.start != owned and not doer and not spoken and person not in others:
            others.append(person)
    leads = at - first < 4 or tokens.lows[at] in ("him", "he", "she")
    return others[0] if len(others) == 1 and others[0].gender in ("", *"fm") and leads else None


def _does(tokens: Tokens, at: int, end: int) -> bool:
    """Whether what ends at `end` is the subject of the verb before the pronoun: the wholesaler told | him."""
    verb = at - 1 if tokens.lows[at - 1] not in ("to", "for", "with", "by", "at") else at - 2
    while verb > 1 and tokens.lows[verb - 1] in ("has", "had", "also", "then", "never", "not", "did", "simply"):
        verb -= 1
    forms = {tag for _, tag in verb_readings(tokens.lows[verb])}
    return tokens.ends[verb - 1] == end and bool(forms)


def _told_of(view: View, tokens: Tokens, outside: Collection[int], at: int) -> bool:
    """Whether a subject he or she stands in this sentence or one of the two before it, behind a person’s noun."""
    start = tokens.sentence(at, at + 1)[0]
    for _ in range(2):
        start = tokens.sentence(start - 1, start)[0] if start > 1 else start
    near = any(start <= one < at and tokens.lows[one] in ("he", "she") for one in outside)
    first = view.people.between(0, tokens.starts[at])
    noun = first[0][0].of(view.text).lower().split()[-1] if first else ""
    return near and bool(first) and (first[0][1].named or gender_of_noun(noun) is not None)
