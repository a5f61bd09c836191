"""Regular expressions compiled on first use: a rule that never runs must not pay for its pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache


@cache
def rx(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern; the same text is compiled once."""
    return re.compile(expression, flags)


def matches(expression: str, text: str, signs: Iterable[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern in `text`; nothing is compiled where none of `signs` occurs, without which it cannot."""
    return rx(expression).finditer(text) if any(sign in text for sign in signs) else iter(())
