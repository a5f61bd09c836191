from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import matches
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.contests import ALONE, CONTESTS, PRIZES, TOWNS
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_BEFORE, _AFTER = r"(?<![\w’'@#./&-])", r"(?![\w@/-]|\.\w)"
_CONTESTS = {name.replace("’", "'"): proper.replace("’", "'") for name, proper in CONTESTS.items()} | CONTESTS
_EVENTS = {
    "film festival": "Film Festival",
    "festival": "festival",
    "carnival": "carnival",
    "biennale": "Biennale",
    "marathon": "marathon",
    "derby": "derby",
}


@rule(
    "lowercase-prize",
    safety=SUGGEST,
    bad=[
        "The winner of the [[femina->Femina]] prize thanked her publisher.",
        "She won the [[nobel->Nobel]] in May and the [[pulitzer->Pulitzer]] prize in June.",
        "The club left the [[champions league->Champions League]] and the [[davis cup->Davis Cup]] final was put off.",
        "He was close to the [[ballon d’or->Ballon d’Or]].",
        "The film opened the [[cannes film festival->Cannes Film Festival]].",
    ],
    good=[
        "The Goncourt prize, the Nobel Prize, the Champions League, the champions and their league.",
        "See nobel.org, #eurovision and info@pulitzer.org; the booker paid the turner.",
        "He won a wolf and a prize. The ballon burst.",
    ],
)
def lowercase_prize(view: View) -> Iterator[Hit]:
    """The name of a prize, a cup or a festival in small letters: the goncourt prize, the champions league.

    French writes le prix Goncourt with one capital and la ligue des champions with none, and the machine keeps none.
    Only names of `lang/contests.py`; those that are words too want `prize`, `award` or `medal` behind them.
    """
    text = view.text
    prizes = rf"{_BEFORE}({'|'.join(sorted(PRIZES))})(?= (?:peace |literature )?(?:prize|award|medal|laureate)s?\b)"
    alone = rf"(?<=\bthe )({'|'.join(sorted(ALONE))}){_AFTER}(?! (?:prize|award|medal))"
    for pattern in (prizes, alone):
        for found in matches(pattern, text, PRIZES):
            low = found.group(1)
            yield _hit(found.span(1), PRIZES.get(low, low.capitalize()))
    for found in matches(rf"{_BEFORE}({'|'.join(sorted(_CONTESTS))}){_AFTER}", text, _CONTESTS):
        yield _hit(found.span(1), _CONTESTS[found.group(1)])
    festivals = rf"{_BEFORE}({'|'.join(TOWNS.split())}) ({'|'.join(_EVENTS)}){_AFTER}"
    for found in matches(festivals, text, _EVENTS):
        town = "-".join(part.capitalize() for part in found.group(1).split("-"))
        yield _hit(found.span(), f"{town} {_EVENTS[found.group(2)]}")


def _hit(span: tuple[int, int], proper: str) -> Hit:
    return Hit(Span(*span), "a name begins with a capital", (proper,), 0.85)
