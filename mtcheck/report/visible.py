"""characters that act instead of being read -> characters that are seen.

A terminal obeys control characters and a page obeys those that turn the direction of writing; what a report quotes
from a text must do neither.
"""

from __future__ import annotations

import re

_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffc\ufffe\uffff\ud800-\udfff]"
)
"""Control characters except tab and line feed (C0, DEL, C1), the bidirectional controls (Unicode Standard Annex 9),
line and paragraph separators, what cannot be written as UTF-8 or XML at all, and the object replacement character,
which the readers of some formats put where a placeholder or an image stands."""


def visible(text: str) -> str:
    """`text` with every such character shown: ␛ for the escape character, ‹U+202E› where Unicode has no picture."""
    return _ACTING.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0xFFFC:
        return "▢"
    return "\u2421" if code == 0x7F else f"‹U+{code:04X}›"


def escaped(json: str) -> str:
    """Serialised JSON with every such character as \\uXXXX: it says the same, and a terminal does nothing."""
    return _ACTING.sub(lambda found: f"\\u{ord(found.group()):04x}", json)


def one_line(text: str) -> str:
    """`text`, visible and on one line, its runs of white space as single spaces."""
    return visible(" ".join(text.split()))
