"""What a reader of the text wants left alone -> Ignores, from comments in the file or a file beside it.

The names in them are looked up by whoever knows the rules.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable
from errno import ENAMETOOLONG

from mtcheck.errors import InputProblem
from mtcheck.text import Ignore, Span, Text

EVERYWHERE = Span(0, sys.maxsize)
"""A span that holds every finding, also after repairs have moved it."""
SIDE_SUFFIX = ".mtcheckignore"
ANY = "*"


_DIRECTIVES = ("off", "on", "ignore", "ignore-file")


def from_comments(comments: Iterable[tuple[int, str]], raw: str, text: Text, path: str) -> tuple[Ignore, ...]:
    """The ignores that comments ask for; `comments` are the raw offsets where they end, and what they say.

    `mtcheck: off` and `on` enclose what is left alone, `ignore` is for the next paragraph, `ignore-file` for all
    of it. Names of rules, with commas, limit each of them.

    Raises:
        InputProblem: a comment begins with `mtcheck:` and goes on with something else.
    """
    ignores: list[Ignore] = []
    plain_offset = _offsets(text)
    off: list[tuple[int, tuple[str, ...]]] = []
    for end, comment in comments:
        if not comment.startswith("mtcheck:"):
            continue
        directive, _, names = comment.removeprefix("mtcheck:").strip().partition(" ")
        rules = tuple(name for name in names.replace(",", " ").split() if name != ANY)
        at = plain_offset(end)
        if directive == "off":
            off.append((at, rules))
        elif directive == "on":
            ignores += [Ignore(Span(start, at), which) for start, which in off]
            off = []
        elif directive == "ignore":
            stop = text.plain.find("\n\n", at)
            ignores.append(Ignore(Span(at, stop if stop >= 0 else len(text.plain)), rules))
        elif directive == "ignore-file":
            ignores.append(Ignore(EVERYWHERE, rules))
        else:
            line = raw.count("\n", 0, end) + 1
            known = ", ".join(_DIRECTIVES)
            raise InputProblem(f"{path}: line {line}: mtcheck cannot do {directive!r}", f"it can do: {known}")
    ignores += [Ignore(Span(start, sys.maxsize), which) for start, which in off]
    return tuple(ignores)


def _offsets(text: Text) -> Callable[[int], int]:
    """What says where the first piece at or after a raw offset begins; a blank line between paragraphs is none."""
    places: list[tuple[int, int]] = []
    at = 0
    for piece in text.pieces:
        if piece.plain != "\n\n":
            places.append((piece.raw.start, at))
        at += len(piece.plain)
    places.append((sys.maxsize, at))
    return lambda raw_offset: places[bisect_left(places, (raw_offset, 0))][1]


def side_file(path: str) -> tuple[Ignore, ...]:
    """The ignores in `path` + `.mtcheckignore`, for formats that have no comments; none without such a file.

    Raises:
        InputProblem: it is there and cannot be read.
    """
    beside = path + SIDE_SUFFIX
    try:
        with open(beside, encoding="utf-8") as file:  # noqa: PTH123
            text = file.read()
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, UnicodeDecodeError) as error:
        if isinstance(error, OSError) and error.errno == ENAMETOOLONG:  # the text's own name just fits
            return ()
        raise InputProblem(f"{beside}: cannot be read ({error})", "it must be a text file in UTF-8") from None
    return tuple(
        _entry(line.strip()) for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    )


def _entry(line: str) -> Ignore:
    """`RULE`, `RULE: exact marked text` or `*: text`. A family's colon has no space after it."""
    rule, _, quote = line.partition(": ")
    rule = rule.strip()
    return Ignore(EVERYWHERE, () if rule == ANY else (rule,), quote.strip() or None)
