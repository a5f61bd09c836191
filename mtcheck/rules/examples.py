"""`[[old->new]]` -> a text, and what a rule must say of it.

`[[old->new]]` is a place and its repair, `[[->new]]` an insertion, `[[old]]` a place without a repair.
The same examples are a rule's tests and its page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mtcheck.text import Edit, Span, splice

_MARK = re.compile(r"\[\[((?:(?!->|\[\[).)*?)(?:->((?:(?!\[\[).)*?))?\]\]", re.DOTALL)


class Marked(NamedTuple):
    """An example without its marks."""

    text: str
    places: tuple[Span, ...]
    """Everything that was marked."""
    repairs: tuple[Edit, ...]
    """Those of the places that have a repair."""

    @property
    def repaired(self) -> str:
        """The text with every repair made."""
        return splice(self.text, self.repairs)


def parse(example: str) -> Marked:
    """Takes the marks out of an example."""
    parts: list[str] = []
    places, repairs, at, length = [], [], 0, 0
    for mark in _MARK.finditer(example):
        before, (old, new) = example[at : mark.start()], mark.groups()
        parts += before, old
        span = Span(length + len(before), length + len(before) + len(old))
        places.append(span)
        if new is not None:
            repairs.append(Edit(span, new))
        at, length = mark.end(), span.end
    parts.append(example[at:])
    return Marked("".join(parts), tuple(places), tuple(repairs))


def shown(example: str) -> str:
    """The example as the reports write changes: `[-old-]{+new+}`, `[?old?]`."""
    return _MARK.sub(_shown_mark, example)


def _shown_mark(mark: re.Match[str]) -> str:
    old, new = mark.groups()
    if new is None:
        return f"[?{old}?]"
    return (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else "")
