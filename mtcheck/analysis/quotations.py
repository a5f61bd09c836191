"""marks -> roles: which mark opens, which closes, which is an apostrophe, and what is missing.

A dynamic programme (Viterbi) over the marks of the whole document. A state says what is open; each
mark's role costs what its neighbours and its glyph make unlikely, and leaving a quotation unopened or
unclosed costs most. A second run knows which glyph this document closes with: one pipeline made it, so
one defect profile holds throughout. Forward and backward costs together give every decision a margin:
by how much the second-best reading of that mark is worse. Time and memory grow with the marks.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from mtcheck.analysis.marks import GUILLEMETS, OPENING, SINGLE_OPENING, Mark, find_marks
from mtcheck.analysis.quote_costs import FOREVER, WRONG_GLYPH, WRONG_GUILLEMET, Costs, context_costs, glyph_cost
from mtcheck.analysis.quote_moves import (
    BREAK_MOVES,
    CARRY_D,
    CARRY_S,
    DS,
    MARK_MOVES,
    NONE,
    PRIME,
    SD,
    STATES,
    Move,
)
from mtcheck.typed import NamedTuple


class Role(NamedTuple):
    """What a mark does. `margin` is the cost by which its second-best role is worse (nats, about)."""

    mark: Mark
    role: str
    """open, close, again (opens a further paragraph), apostrophe or prime"""
    depth: int
    """0 for an outer quotation, 1 for one inside another"""
    margin: float
    missing: str
    """'open': nothing was open to close. 'close': another was still open. '' otherwise."""
    partner: int
    """Index of the other mark of the pair, or -1."""
    number: int
    """Index of this mark."""
    around: int
    """Index of the mark that opened the quotation around this one, or -1."""


class Unclosed(NamedTuple):
    """A paragraph that ends inside a quotation: where it ends, and the index of the mark that opened it."""

    at: int
    opener: int
    margin: float


class Quotations(NamedTuple):
    """The roles of all marks of a document, and the paragraphs that end unclosed."""

    roles: tuple[Role, ...]
    unclosed: tuple[Unclosed, ...]


Event = Mark | int
"""A mark, or the offset of a paragraph's end."""


def read_quotations(text: str, soft_breaks: frozenset[int] = frozenset()) -> Quotations:
    """Decides the role of every mark in `text`.

    `soft_breaks` are paragraph ends (offsets) that cut a quotation by mistake and count for nothing.
    """
    if soft_breaks:
        flat = list(text)
        for at in soft_breaks:
            flat[at] = " "
        text = "".join(flat)
    marks = find_marks(text)
    if not marks:
        return Quotations((), ())
    events = _events(text, marks)
    costs = context_costs(text, marks)
    solution = _solve(events, costs, {})
    glyphs = _profile(solution)
    if glyphs:
        solution = _solve(events, costs, glyphs)
    return _paired(solution)


def _events(text: str, marks: Sequence[Mark]) -> list[Event]:
    """The marks with a break between two that stand in different paragraphs, and one at the end."""
    events: list[Event] = []
    for number, mark in enumerate(marks):
        events.append(mark)
        stop = marks[number + 1].at if number + 1 < len(marks) else len(text)
        end = text.find("\n", mark.at, stop)
        if end != -1 or number + 1 == len(marks):
            events.append(end if end != -1 else len(text))
    return events


_NO_COSTS = (0.0,) * 7


def _bases(mark: Mark, costs: Costs, profile: dict[str, float]) -> tuple[float, ...]:
    """What each role costs a mark by its neighbours and its glyph, by OPENS, CLOSES, ..."""
    opens = costs.opens + glyph_cost(mark.char, "open", profile)
    closes = costs.closes + glyph_cost(mark.char, "close", profile)
    return (
        opens,
        closes,
        opens if costs.starts_paragraph else FOREVER,
        costs.prime,
        costs.apostrophe,
        closes + costs.crosses,
        0.0,
    )


Choice = tuple[int, int, float, str, Move]
"""A move past one event: the states before and after it, its cost, what it makes of the event, and the move."""


class Solution(NamedTuple):
    """The cheapest way through all events, and per event how much worse its second-best role is."""

    events: Sequence[Event]
    way: Sequence[Move]
    margins: Sequence[float]


def _solve(events: Sequence[Event], costs: dict[int, Costs], profile: dict[str, float]) -> Solution:
    """Viterbi forwards, the same costs backwards for the margins (min-sum forward-backward)."""
    forward = [[FOREVER] * STATES for _ in range(len(events) + 1)]
    forward[0][NONE] = 0.0
    came: list[list[Move | None]] = [[None] * STATES for _ in events]
    taken: list[Sequence[Choice]] = []
    at_a_break = _choices(BREAK_MOVES, _NO_COSTS)
    known: dict[tuple[str, Costs], Sequence[Choice]] = {}  # most marks stand like others
    for at, event in enumerate(events):
        here, there, from_ = forward[at], forward[at + 1], came[at]
        choices = at_a_break
        if not isinstance(event, int):
            key = event.char, costs[event.at]
            if key not in known:
                bases = _bases(event, costs[event.at], profile)
                known[key] = _choices(MARK_MOVES[event.double, bases[PRIME] < FOREVER], bases)
            choices = known[key]
        for before, after, cost, _, move in choices:
            if here[before] < FOREVER and here[before] + cost < there[after]:
                there[after], from_[after] = here[before] + cost, move
        taken.append(choices)
    margins = _margins(taken, forward)
    way: list[Move] = []
    state = NONE
    for at in range(len(events) - 1, -1, -1):
        last = came[at][state]
        if last is None:  # cannot happen: NONE is reachable after every event
            raise AssertionError("no way through the quotation marks")
        way.append(last)
        state = last.before
    way.reverse()
    return Solution(events, way, margins)


def _choices(moves: Iterable[Move], bases: Sequence[float]) -> Sequence[Choice]:
    """The moves past an event, with what they cost there."""
    return [
        (
            move.before,
            move.after,
            bases[move.base] + move.extra + move.less,
            "open" if move.role == "again" else move.role + move.missing if move.role == "break" else move.role,
            move,
        )
        for move in moves
    ]


def _margins(taken: Sequence[Sequence[Choice]], forward: Sequence[Sequence[float]]) -> list[float]:
    """Per event by how much the way through its second-best role is dearer than the best."""
    there = [FOREVER] * STATES
    there[NONE] = 0.0
    margins = [0.0] * len(taken)
    for at in range(len(taken) - 1, -1, -1):
        here, past = [FOREVER] * STATES, forward[at]
        by_role: dict[str, float] = {}
        for before, after, cost, role, _ in taken[at]:
            if past[before] >= FOREVER:
                continue
            rest = cost + there[after]
            if rest < here[before]:
                here[before] = rest
            total = past[before] + rest
            if total < by_role.get(role, FOREVER):
                by_role[role] = total
        ranked = sorted(by_role.values())
        margins[at] = ranked[1] - ranked[0] if len(ranked) > 1 else FOREVER
        there = here
    return margins


def _profile(solution: Solution) -> dict[str, float]:
    """What the document's clear cases say of each glyph: the cost of its unusual direction here.

    Empty where no glyph goes against its direction, which is the common case and needs no second run.
    """
    usual: Counter[str] = Counter()
    unusual: Counter[str] = Counter()
    for event, move, margin in zip(solution.events, solution.way, solution.margins, strict=True):
        if (
            isinstance(event, int)
            or event.char in "\"'’"
            or move.role not in ("open", "close", "again")
            or margin < 0.7
        ):
            continue
        opens = event.char in OPENING + SINGLE_OPENING
        (usual if opens == (move.role != "close") else unusual)[event.char] += 1
    costs = {}
    for char, times in unusual.items():
        start = WRONG_GUILLEMET if char in GUILLEMETS else WRONG_GLYPH
        # each clear case in the unusual direction lowers its cost; some stays, for the usual ones exist
        share = times / (times + usual[char] + 1)
        costs[char] = start * (1 - share)
    return costs


def _paired(solution: Solution) -> Quotations:
    """Roles with depth and partner; unclosed paragraphs with the mark that opened them."""
    drafts: list[tuple[Mark, str, int, float, str, int]] = []
    partners: dict[int, int] = {}
    unclosed = []
    stack: list[int] = []
    for event, move, margin in zip(solution.events, solution.way, solution.margins, strict=True):
        if isinstance(event, int):
            if move.missing == "close" and stack:
                unclosed.append(Unclosed(event, stack[0], margin))
            if move.after == NONE:
                stack.clear()
            elif move.after in (CARRY_D, CARRY_S):
                del stack[1:]
            continue
        number = len(drafts)
        depth, around = 0, -1
        if move.role == "open":
            if move.missing == "close" and stack:
                stack.pop()
            depth = len(stack)
            around = stack[-1] if stack else -1
            stack.append(number)
        elif move.role == "again":
            stack[:] = [number]
        elif move.role == "close" and move.missing != "open":
            # a double that closes outside takes an unclosed single inside with it
            levels = 2 if (move.before, move.after) in ((DS, NONE), (SD, NONE)) else 1
            for _ in range(levels):
                if stack:
                    opener = stack.pop()
            partners[number], partners[opener] = opener, number
            depth = len(stack)
            around = stack[-1] if stack else -1
        drafts.append((event, move.role, depth, margin, move.missing, around))
    roles = tuple(
        Role(mark, role, depth, margin, missing, partners.get(number, -1), number, around)
        for number, (mark, role, depth, margin, missing, around) in enumerate(drafts)
    )
    return Quotations(roles, tuple(unclosed))
