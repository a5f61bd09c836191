"""What a quotation mark, or the end of a paragraph, can do: the moves of the dynamic programme in `quotations`."""

from __future__ import annotations

from mtcheck.typed import NamedTuple

# what is open: nothing; a double; a double in a double; a single in a double; a single; a double in a
# single; and the same double or single carried over a paragraph break, to be opened again at once
NONE, D, DD, DS, S, SD, CARRY_D, CARRY_S = range(8)
STATES = 8

UNOPENED = 4.0
"""A closing mark with nothing open: the opening one is missing."""
UNCLOSED = 4.0
"""A quotation open where its paragraph ends, or where another begins."""
NESTED = 3.0
"""A double mark that opens inside a double quotation."""
CROSSED = 2.7
"""A double mark that closes a single one: “He said ‘never” and left”."""
CARRIED = 5.5
"""A quotation that goes on into a paragraph which does not open it again."""


class Move(NamedTuple):
    """One way past an event: from a state to a state in a role, with what it takes for missing.

    It costs what `base` costs that event, and `extra`, and `less`.
    """

    before: int
    after: int
    role: str
    base: int
    extra: float = 0.0
    missing: str = ""
    less: float = 0.0


OPENS, CLOSES, AGAIN, PRIME, APOSTROPHE, CROSSES, NOTHING = range(7)
"""What an event's cost depends on, as `quotations` lists it."""

DOUBLE_MOVES = (
    Move(NONE, D, "open", OPENS),
    Move(S, SD, "open", OPENS),
    Move(D, DD, "open", OPENS, NESTED),
    Move(D, D, "open", OPENS, UNCLOSED, "close"),
    Move(DS, DS, "open", OPENS, 2 * UNCLOSED, "close"),
    Move(DD, DD, "open", OPENS, 2 * UNCLOSED, "close"),
    Move(SD, SD, "open", OPENS, UNCLOSED, "close", 2.0),
    Move(CARRY_D, D, "again", AGAIN),
    Move(D, NONE, "close", CLOSES),
    Move(DD, D, "close", CLOSES),
    Move(SD, S, "close", CLOSES),
    Move(DS, NONE, "close", CLOSES, UNCLOSED, "", -1.0),
    Move(DS, D, "close", CLOSES, CROSSED),
    Move(NONE, NONE, "close", CLOSES, UNOPENED, "open"),
    Move(S, S, "close", CLOSES, UNOPENED, "open", 1.0),
)
SINGLE_MOVES = (
    *(Move(state, state, "apostrophe", APOSTROPHE) for state in range(CARRY_D)),
    Move(NONE, S, "open", OPENS),
    Move(D, DS, "open", OPENS),
    Move(CARRY_S, S, "again", AGAIN),
    Move(S, NONE, "close", CLOSES),
    Move(DS, D, "close", CLOSES),
    Move(SD, NONE, "close", CLOSES, UNCLOSED),
    Move(DD, D, "close", CROSSES),
)
PRIME_MOVES = tuple(Move(state, state, "prime", PRIME) for state in range(CARRY_D))
BREAK_MOVES = (
    Move(NONE, NONE, "break", NOTHING),
    Move(D, NONE, "break", NOTHING, UNCLOSED, "close"),
    Move(DD, NONE, "break", NOTHING, 2 * UNCLOSED, "close"),
    Move(DS, NONE, "break", NOTHING, UNCLOSED + 2.5, "close"),
    Move(S, NONE, "break", NOTHING, UNCLOSED, "lost"),
    Move(SD, NONE, "break", NOTHING, UNCLOSED + 2.5, "close"),
    Move(D, CARRY_D, "break", NOTHING, 0.3),
    Move(DS, CARRY_D, "break", NOTHING, 3.0),
    Move(S, CARRY_S, "break", NOTHING, 0.3),
    Move(D, D, "break", NOTHING, CARRIED),
)
MARK_MOVES = {  # double mark?, may be a prime?
    (True, True): PRIME_MOVES + DOUBLE_MOVES,
    (True, False): DOUBLE_MOVES,
    (False, True): PRIME_MOVES + SINGLE_MOVES,
    (False, False): SINGLE_MOVES,
}
