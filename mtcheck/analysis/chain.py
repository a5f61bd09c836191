"""pronouns -> those that break the chain: everybody spoken of hereabouts is a woman, and suddenly `he said`.

Where a sentence alone leaves a pronoun open, the text around it may not: a woman is spoken of in this sentence or
the two before it, and nobody whom `he` could mean stands as near. What stands that near was measured on English
news, where every pronoun is right.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from sys import maxsize

from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.people import PRONOUNS, Person, inside
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.text import Span

NEAR = 2
"""Sentences back in which the person has to be spoken of."""
_REACH = 12
"""Sentences back in which anybody else can be meant."""
_ROW = 3
"""Pronouns that are wrong one after the other, with no right one between them: so many are hardly all mistakes."""
_OBJECTS = ("him", "himself", "herself")
_RELATIVE = r"(?<![.!?”“\n\"] )(?<!\n)\b(?:his|her|their) (?:\w+ ){0,2}(?:\w+, )?$"
"""What stands before somebody who is no more than another one's: visited by her brother, | Karim."""


def unquoted(view: View, tokens: Tokens) -> list[int]:
    """The tokens of pronouns outside quotations."""
    return [at for at in tokens.where(PRONOUNS) if not inside(tokens.starts[at], view.quoted)]


def broken(view: View, wrong: Collection[int]) -> Iterator[tuple[int, Person]]:
    """The tokens of pronouns outside quotations that must mean a person of the other gender, with that person.

    `wrong` are the tokens of those that are known to be wrong.
    """
    tokens = tokens_of(view.text)
    outside = unquoted(view, tokens)
    known = set(wrong)
    sentences = _Sentences(view.text, tokens)
    row: list[tuple[int, Person]] = []
    for number, at in enumerate(outside):
        if at in known or tokens.lows[at - 1 : at + 2 : 2] == ("for", "part"):
            continue  # whose part it is, the name before or behind says
        person = _meant(view, tokens, sentences, outside, number, known)
        if row and (person is None or PRONOUNS[tokens.lows[row[0][0]]] != PRONOUNS[tokens.lows[at]]):
            yield from _unless_somebody(view, tokens, row)
            row = []
        if person is not None:
            known.add(at)
            row.append((at, person))
    yield from _unless_somebody(view, tokens, row)


def _unless_somebody(view: View, tokens: Tokens, row: Sequence[tuple[int, Person]]) -> Sequence[tuple[int, Person]]:
    """`row`, where it is not so long that it rather speaks of somebody who was not seen, and others were named."""
    if len(row) < _ROW:
        return row
    (first, person), gender = row[0], PRONOUNS[tokens.lows[row[0][0]]]
    others = view.people.between(0, tokens.starts[first])
    alone = all(other.gender == person.gender != gender for _, other in others)
    return row if alone else ()


class _Sentences:
    """How many sentences lie between two offsets; a paragraph's break is none."""

    def __init__(self, text: str, tokens: Tokens):
        after = [tokens.starts[at + 1] for at in tokens.sentence_ends if at + 1 < len(tokens)]
        self._starts = [start for start in after if text[start] != "\n"]

    def between(self, start: int, end: int) -> int:
        return bisect_right(self._starts, end) - bisect_right(self._starts, start)

    def back(self, offset: int, count: int) -> int:
        """The first offset that lies no more than `count` sentences before this one."""
        number = bisect_right(self._starts, offset) - count
        return self._starts[number - 1] if number > 0 else 0


def _meant(
    view: View, tokens: Tokens, sentences: _Sentences, pronouns: Sequence[int], number: int, wrong: Collection[int]
) -> Person | None:
    """The person that one of the pronouns stands for, where that is one of the other gender."""
    at = pronouns[number]
    offset, gender, owner = tokens.starts[at], PRONOUNS[tokens.lows[at]], owns(tokens, at)
    if _open_behind(view, tokens, at, gender, owner) or view.people.at(offset - 2) is not None:
        return None  # `the girl he met`
    who: Person | None = None
    near = same = maxsize
    other = sentences.between(-1, offset)  # nobody knows who was spoken of before the text begins
    for span, person in reversed(view.people.between(sentences.back(offset, _REACH), offset)):
        distance = sentences.between(span.start, offset)
        if person.certain and person.gender and person.gender != gender:
            if who is None and not inside(span.start, view.quoted) and not _aside(view.text, span, person):
                near, who = distance, person
        elif who is None and _taken_up(tokens, span, person, offset):
            same = min(same, distance)
        else:
            other = min(other, distance)
    if who is None or _named_alone(tokens, at, gender):
        return None
    near = min(near, same)
    for earlier in range(number - 1, -1, -1):
        pronoun = pronouns[earlier]
        distance = sentences.between(tokens.starts[pronoun], offset)
        if distance > _REACH:
            break
        if pronoun not in wrong and PRONOUNS[tokens.lows[pronoun]] == gender:
            other = min(other, distance)
        else:
            near = min(near, distance)
    return who if near <= NEAR and other - near >= _needed(tokens, at, near, owner) else None


def _named_alone(tokens: Tokens, at: int, gender: str) -> bool:
    """Whether a first name that may be another word as well stands near: Roger, 68, came; Paul left."""
    first = tokens.sentence(at, at + 1)[0]
    for _ in range(NEAR):
        first = tokens.sentence(first - 1, first)[0] if first > 1 else 0
    return any(
        tokens.kinds[one] == WORD and tokens.capital(one) and gender_of_first_name(tokens.lows[one]) in (gender, "?")
        for one in range(first, at)
    )


def _needed(tokens: Tokens, at: int, near: int, owner: bool) -> int:
    """How many sentences further off everybody else has to be: one for the subject of a sentence, two for others."""
    leads = at - tokens.sentence(at, at + 1)[0] < 8 or tokens.lows[at - 1] in ("”", '"', ",")
    relative = not owner and at > 0 and classes(tokens.lows[at - 1])[:1] == "N"  # the agency he works for
    last = tokens.sentence(at, at + 1)[1]
    if owner and not {"he", "she"}.isdisjoint(tokens.lows[at:last]):
        return 2  # His handwriting, she adds, was that of a child
    objective = tokens.lows[at] in _OBJECTS or (tokens.lows[at] == "her" and not owner)
    return 1 if leads and not relative and not objective and near else 2


def _open_behind(view: View, tokens: Tokens, at: int, gender: str, owner: bool) -> bool:
    """Whether the sentence goes on with somebody who could be meant: not the one owned in `his deputy, Paul`."""
    last = tokens.sentence(at, at + 1)[1]
    near = tokens.ends[min(at + 4, last - 1)] if owner else tokens.ends[at]
    owned = {id(person) for _, person in view.people.between(tokens.ends[at], near)}
    behind = view.people.between(near, tokens.ends[last - 1])
    return any(person.gender in (gender, "") and id(person) not in owned for _, person in behind)


def _aside(text: str, span: Span, person: Person) -> bool:
    """Whether somebody is named beside others, or as another one's: nobody whom the text goes on about."""
    if text.endswith((" and ", " including "), 0, span.start) or text.startswith(" and ", span.end):
        return True
    return any(
        rx(_RELATIVE).search(text, max(0, at.start - 60), at.start) is not None for at in (span, person.mentions[0])
    )


def _taken_up(tokens: Tokens, span: Span, person: Person, until: int) -> bool:
    """Whether a fronted noun that says no gender is whoever the pronoun behind it is: Author of ten novels, he left."""
    if person.named or any(proof.start < until for proof in person.evidence):
        return False
    at = bisect_left(tokens.starts, span.start)
    comma = bisect_left(tokens.starts, until) - 1
    return tokens.lows[comma] == "," and tokens.opening(comma) == at


def owns(tokens: Tokens, at: int) -> bool:
    """Whether the pronoun at token `at` owns what follows: his boat, her boat, not `saw her in May`."""
    if tokens.lows[at] != "her":
        return tokens.lows[at] == "his"
    after = tokens.lows[at + 1] if at + 1 < len(tokens) else ""
    return after.isalpha() and classes(after)[:1] in ("N", "J", "U", "V", "")
