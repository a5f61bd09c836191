"""marks -> what each role costs a mark: for its neighbours, and for its glyph in this document.

Costs are about the negative logarithm of how often sound and broken texts show that: nothing for what
is usual, 1.6 for a space that should not be there, 4 for what hardly occurs.
"""

from collections.abc import Sequence

from mtcheck.analysis import attribution
from mtcheck.analysis.marks import GUILLEMETS, OPENING, SINGLE_OPENING, Mark, clipped
from mtcheck.analysis.regex import rx
from mtcheck.typed import NamedTuple

FOREVER = 1e6

OPEN_LEFT = {"start": 0.0, "space": 0.0, "open": 0.0, "mark": 0.3, "word": 2.2, "stop": 1.6, "comma": 1.6, "shut": 2.0}
OPEN_RIGHT = {
    "upper": 0.0, "lower": 0.0, "digit": 0.0, "mark": 0.3, "open": 0.2, "dots": 0.3,
    "space": 1.6, "dash": 1.0, "stop": 3.5, "shut": 4.0, "end": 3.6,
}  # fmt: skip
CLOSE_LEFT = {"word": 0.0, "stop": 0.0, "comma": 0.1, "shut": 0.0, "mark": 0.3, "space": 1.6, "open": 1.2, "start": 4.5}
CLOSE_RIGHT = {
    "space": 0.0, "end": 0.0, "stop": 0.0, "dots": 0.0, "shut": 0.0, "dash": 0.0, "mark": 0.3,
    "open": 1.2, "lower": 1.8, "upper": 2.0, "digit": 2.2,
}  # fmt: skip
WRONG_GLYPH = 2.2
"""“ that closes or ” that opens, before the document has shown what it does."""
WRONG_GUILLEMET = 3.0
LOW = 4.5
"""The low mark „ that closes."""


_ONWARD = (
    r"(?:of|to|by|for|in|on|at|with|from|and|or|but|which|who|than|is|are|was|were|has|have|had|will|would|during|since"
    r"|before|after|about|against|between|without|under|among) "
)
"""With these a sentence goes on behind a quoted phrase."""


_LEADS = r"(?<![\w’'-])(?:of|an?|the|and|with|by|to|for|his|its|their|from)$"


class Costs(NamedTuple):
    """What each role costs a mark for its neighbours alone."""

    opens: float
    closes: float
    apostrophe: float
    prime: float
    crosses: float
    """What more it costs a single mark to close a double one inside another: “I said: “Go!’”"""
    starts_paragraph: bool


def context_costs(text: str, marks: Sequence[Mark]) -> dict[int, Costs]:
    return {mark.at: (_double_costs if mark.double else _single_costs)(text, mark) for mark in marks}


def _double_costs(text: str, mark: Mark) -> Costs:
    opens = OPEN_LEFT[mark.left] + OPEN_RIGHT[mark.right]
    closes = CLOSE_LEFT[mark.left] + CLOSE_RIGHT[mark.right]
    if mark.right == "lower" and text.startswith(("s ", "s,", "s."), mark.at + 1):
        closes -= CLOSE_RIGHT["lower"] - 0.3  # the “A”s
    ill_spaced = mark.right in ("lower", "upper") or mark.left == "space"
    said = attribution.clause_after(text, mark.at + 1) if ill_spaced and mark.left != "start" else None
    if said is not None:
        spoken = mark.right == "lower" and text[max(mark.at - 3, 0) : mark.at].rstrip(" \u00a0")[-1:] in (
            "?",
            "!",
            ",",
            "…",
        )
        closes -= 4.5 if spoken and said.kind == "verb" and said.closed else 1.0  # `afraid ? “asked the judge.`
    if mark.right == "space" and mark.left in ("comma", "stop", "word") and attribution.clause_after(text, mark.at + 1):
        opens += 1.5  # `the price rose," she said`: it closes, even where its twin is lost
    leads = mark.left == "word" and rx(_LEADS).search(text, max(mark.at - 8, 0), mark.at) is not None
    if leads:
        closes += 1.5  # `they speak of“ courage`: nothing that is quoted ends so
    elif mark.left == "word" and mark.right == "space":
        opens += 2.5  # `called it solid” and`: it stands where a closing mark does
    if mark.char != '"' and mark.left == "space" and mark.right == "lower" and rx(_ONWARD).match(text, mark.at + 1):
        closes -= 2.0  # `60% “of the votes`: mark and space changed places
    prime = FOREVER
    if mark.at and text[mark.at - 1].isdigit() and mark.right not in ("lower", "upper"):
        prime = 0.3 if mark.char == '"' else 2.5
    return Costs(opens, closes, FOREVER, prime, FOREVER, mark.left == "start")


def _single_costs(text: str, mark: Mark) -> Costs:
    opens = OPEN_LEFT[mark.left] + OPEN_RIGHT[mark.right] + (1.8 if mark.left in ("word", "stop", "comma") else 0.0)
    closes = CLOSE_LEFT[mark.left] + CLOSE_RIGHT[mark.right] + (1.2 if mark.right in ("lower", "upper") else 0.0)
    if mark.right in ("lower", "upper") and attribution.clause_after(text, mark.at + 1):
        closes -= 1.5
    if mark.left == "word" and mark.right in ("lower", "upper", "digit"):
        apostrophe = 2.5  # `farm’says`: don’t and O’Brien were left out before
    elif mark.left == "word":
        apostrophe = 0.5 if text[mark.at - 1] in "sxzn" else 1.5
    elif mark.left == "mark" and mark.right == "lower":
        apostrophe = 0.1  # “Le Monde”’s
    elif mark.right in ("lower", "upper", "digit"):
        apostrophe = 0.1 if clipped(text, mark.at) else 2.6
    else:
        apostrophe = 3.0
    if mark.char in SINGLE_OPENING:
        apostrophe += 1.5
    prime = 0.1 if mark.at and text[mark.at - 1].isdigit() and mark.right not in ("lower", "upper") else FOREVER
    crosses = 0.7 if mark.left in ("stop", "comma") or (mark.left == "word" and mark.right == "mark") else FOREVER
    return Costs(opens, closes, apostrophe, prime, crosses, mark.left == "start")


def glyph_cost(char: str, role: str, profile: dict[str, float]) -> float:
    """What a glyph costs in a role; `profile` maps a glyph to the cost of its unusual direction here."""
    if char in "\"'":
        return 0.0
    usual = "open" if char in OPENING + SINGLE_OPENING else "close"
    wrong = profile.get(char, WRONG_GUILLEMET if char in GUILLEMETS else WRONG_GLYPH)
    if char == "„" and role == "close":
        return LOW
    if role == usual:
        return max(0.0, WRONG_GLYPH / 2 - wrong)
    return wrong
