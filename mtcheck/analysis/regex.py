"""Regular expressions compiled on first use: a rule that never runs must not pay for its pattern."""

from __future__ import annotations

import re
from functools import cache


@cache
def rx(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern; the same text is compiled once."""
    return re.compile(expression, flags)
