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
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.text import Span

NEAR = 2
"""Sentences back in which the person has to be spoken of."""
_REACH = 12
"""Sentences back in which anybody else can be meant."""
_OBJECTS = ("him", "himself", "herself")
_RELATIVE = r"(?<![.!?”“\n\"] )(?<!\n)\b(?:his|her|their) (?:\w+ ){0,2}(?:\w+, )?$"
"""What stands before somebody who is no more than another one's: visited by her brother, | Karim."""


def broken(view: View, wrong: Collection[int]) -> Iterator[tuple[int, Person]]:
    """The tokens of pronouns outside quotations that must mean a person of the other gender, with that person.

    `wrong` are the tokens of those that are known to be wrong.
    """
    tokens = tokens_of(view.text)
    outside = [at for at in tokens.where(PRONOUNS) if not inside(tokens.starts[at], view.quoted)]
    known = set(wrong)
    sentences = _Sentences(view.text, tokens)
    for number, at in enumerate(outside):
        if at in known:
            continue
        person = _meant(view, tokens, sentences, at, outside[:number], known)
        if person is not None:
            known.add(at)
            yield at, person


class _Sentences:
    """How many sentences lie between two offsets; a paragraph's break is none."""

    def __init__(self, text: str, tokens: Tokens):
        after = [tokens.starts[at + 1] for at in tokens.sentence_ends if at + 1 < len(tokens)]
        self._starts = [start for start in after if text[start] != "\n"]

    def between(self, start: int, end: int) -> int:
        return bisect_right(self._starts, end) - bisect_right(self._starts, start)


def _meant(
    view: View, tokens: Tokens, sentences: _Sentences, at: int, before: Sequence[int], wrong: Collection[int]
) -> Person | None:
    """The person that the pronoun at token `at` stands for, where that is one of the other gender."""
    offset, gender, owner = tokens.starts[at], PRONOUNS[tokens.lows[at]], owns(tokens, at)
    if _open_behind(view, tokens, at, gender, owner) or view.people.at(offset - 2) is not None:
        return None  # `the girl he met`
    who: Person | None = None
    near = same = maxsize
    other = sentences.between(-1, offset)  # nobody knows who was spoken of before the text begins
    for span, person in reversed(view.people.between(0, offset)):
        distance = sentences.between(span.start, offset)
        if distance > _REACH:
            break
        if person.certain and person.gender and person.gender != gender:
            if who is None and not inside(span.start, view.quoted) and not _aside(view.text, span):
                near, who = distance, person
        elif who is None and _taken_up(tokens, span, person, offset):
            same = min(same, distance)
        else:
            other = min(other, distance)
    if who is None:
        return None
    near = min(near, same)
    for pronoun in reversed(before):
        distance = sentences.between(tokens.starts[pronoun], offset)
        if distance > _REACH:
            break
        if pronoun not in wrong and PRONOUNS[tokens.lows[pronoun]] == gender:
            other = min(other, distance)
        else:
            near = min(near, distance)
    return who if near <= NEAR and other - near >= _needed(tokens, at, near, owner) else None


def _needed(tokens: Tokens, at: int, near: int, owner: bool) -> int:
    """How many sentences further off everybody else has to be: one for a subject, two where it can be somebody else."""
    leads = at - tokens.sentence(at, at + 1)[0] < 8 or tokens.lows[at - 1] in ("”", '"', ",")
    relative = not owner and at > 0 and classes(tokens.lows[at - 1])[:1] == "N"  # the agency he works for
    objective = tokens.lows[at] in _OBJECTS or (tokens.lows[at] == "her" and not owner)
    return 1 if leads and not relative and not objective and not (owner and near == 0) else 2


def _open_behind(view: View, tokens: Tokens, at: int, gender: str, owner: bool) -> bool:
    """Whether the sentence goes on with somebody who could be meant: not the one owned in `his deputy, Paul`."""
    last = tokens.sentence(at, at + 1)[1]
    near = tokens.ends[min(at + 4, last - 1)] if owner else tokens.ends[at]
    owned = {id(person) for _, person in view.people.between(tokens.ends[at], near)}
    behind = view.people.between(near, tokens.ends[last - 1])
    return any(person.gender in (gender, "") and id(person) not in owned for _, person in behind)


def _aside(text: str, span: Span) -> bool:
    """Whether somebody is named beside others, or as another one's: nobody whom the text goes on about."""
    if text[: span.start].endswith((" and ", " including ")) or text.startswith(" and ", span.end):
        return True
    return rx(_RELATIVE).search(text, max(0, span.start - 60), span.start) is not None


def _taken_up(tokens: Tokens, span: Span, person: Person, until: int) -> bool:
    """Whether a noun that says no gender takes up whoever was named: the painter lived here; Author of novels, he."""
    if person.named or any(proof.start < until for proof in person.evidence):
        return False
    at = bisect_left(tokens.starts, span.start)
    if tokens.starts_sentence(at):
        comma = bisect_left(tokens.starts, until) - 1
        return tokens.lows[comma] == "," and tokens.opening(comma) == at
    return any(tokens.lows[the] == "the" and tokens.starts_sentence(the) for the in range(max(0, at - 2), at))


def owns(tokens: Tokens, at: int) -> bool:
    """Whether the pronoun at token `at` owns what follows: his boat, her boat, not `saw her in May`."""
    if tokens.lows[at] != "her":
        return tokens.lows[at] == "his"
    after = tokens.lows[at + 1] if at + 1 < len(tokens) else ""
    return after.isalpha() and classes(after)[:1] in ("N", "J", "U", "V", "")
