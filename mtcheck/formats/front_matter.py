"""Markdown -> what its front matter says: the block between `---` (YAML) or `+++` (TOML) lines at the very top.

One plain line is looked for, `source: article.fr.md`; the rest of the block is not ours to understand.
"""

from __future__ import annotations

import re

FRONT = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n)*?(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_SOURCE = re.compile(
    r"^source[ \t]*[:=][ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\s\"'#][^\n]*?))[ \t]*(?:[ \t]#[^\n]*)?\r?$", re.MULTILINE
)


def source_named(raw: str) -> str | None:
    """What the line `source:` says, without quotation marks and comment; None without front matter or such a line."""
    front = FRONT.match(raw)
    found = _SOURCE.search(front[0]) if front else None
    return next((value for value in found.groups() if value is not None), None) if found else None
