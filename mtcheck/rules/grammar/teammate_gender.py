from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.people import PRONOUNS, inside
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_MATES = r"(?:team-?mates?|clubmate|club-mate|doubles partner|strike partner|crewmate|training partner)"
_PLAYS = frozenset(
    "captain player striker goalkeeper defender midfielder winger forward skipper runner-up champion setter pivot"
    " international fly-half scrum-half libero sprinter cyclist rider skier gymnast judoka fencer rower".split()
)
_OTHER = {"his": "her", "her": "his"}


@rule(
    "teammate-gender",
    safety=SUGGEST,
    triggers=("mate ", "partner "),
    bad=[
        "The captain, who had lost [[his->her]] mother, wept. She left the pitch, held up by [[his->her]] teammate"
        " Elena Vidal.",
        "She fell into the arms of [[his->her]] doubles partner Elena Vidal.",
    ],
    good=[
        "Paul Morel met Ana Ruiz. She left, and he thanked his teammate Marco Belli.",
        "Paul Morel met Ana Ruiz. She called his teammate Elena Vidal.",
        "The captain lost his mother. He left with his teammate Marco Belli.",
    ],
)
def teammate_gender(view: View) -> Iterator[Hit]:
    """His for the player whose teammate is a woman, where the sentence says she: She left, held up by his teammate Ana.

    Teams are of one sex. Reported only where no man stands in reach; `his` of the captain of the sentence before is
    put right too.
    """
    tokens = tokens_of(view.text)
    for found in rx(rf"\b(his|her) (?:[a-z-]+ )?{_MATES} (?=[A-ZÀ-Þ])").finditer(view.text):
        mate = view.people.at(found.end())
        wrong = PRONOUNS[found.group(1)]
        at = next((at for at in tokens.places.get(found.group(1), ()) if tokens.starts[at] == found.start()), None)
        if mate is None or mate.gender in ("", wrong) or inside(found.start(), view.quoted) or at is None:
            continue
        first = tokens.sentence(at, at + 1)[0]
        back = tokens.sentence(first - 1, first)[0] if first > 1 else first
        begin = tokens.starts[back]
        others = [person for _, person in view.people.between(begin, found.start()) if person.gender == wrong]
        subject = "she" if mate.gender == "f" else "he"
        if others or subject not in tokens.lows[first:at] or _owned(tokens, back, at, wrong, first):
            continue
        yield _hit(tokens, at, found.group(1))
        for earlier in range(back, first):
            if tokens.lows[earlier] == found.group(1) and any(low in _PLAYS for low in tokens.lows[back:earlier]):
                yield _hit(tokens, earlier, found.group(1))


def _owned(tokens: Tokens, back: int, at: int, wrong: str, first: int) -> bool:
    """Whether a pronoun other than a possessive shows that somebody of the wrong gender is about."""
    for place in range(back, at):
        low = tokens.lows[place]
        if PRONOUNS.get(low) == wrong and not (low in _OTHER and place < first):
            return True
    return False


def _hit(tokens: Tokens, at: int, low: str) -> Hit:
    new = _OTHER[low].capitalize() if tokens.capital(at) else _OTHER[low]
    return Hit(Span(tokens.starts[at], tokens.ends[at]), "teammates are of one sex", (new,), 0.7)
