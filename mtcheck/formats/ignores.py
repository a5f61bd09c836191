"""What a reader of the text wants left alone -> Ignores, from comments in the file or a file beside it.

The names in them are looked up by whoever knows the rules.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mtcheck.errors import InputProblem
from mtcheck.text import Ignore, Span

EVERYWHERE = Span(0, sys.maxsize)
"""A span that holds every finding, also after repairs have moved it."""
SIDE_SUFFIX = ".mtcheckignore"
ANY = "*"


def side_file(path: str) -> tuple[Ignore, ...]:
    """The ignores in `path` + `.mtcheckignore`, for formats that have no comments; none without such a file.

    Raises:
        InputProblem: it is there and cannot be read.
    """
    beside = Path(path + SIDE_SUFFIX)
    try:
        text = beside.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise InputProblem(f"{beside}: cannot be read ({error})", "it must be a text file in UTF-8") from None
    return tuple(
        _entry(line.strip()) for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    )


def _entry(line: str) -> Ignore:
    """`RULE`, `RULE: exact marked text` or `*: text`. A family's colon has no space after it."""
    rule, _, quote = line.partition(": ")
    rule = rule.strip()
    return Ignore(EVERYWHERE, () if rule == ANY else (rule,), quote.strip() or None)
