"""a pattern -> its compiled code, kept between runs; and what it requires of a text, known beforehand.

Compiling the patterns of a run takes longer than all the rest of a short file's run. So their code is kept: in
`__pycache__` beside the compiled modules, or in the user's cache folder where that cannot be written. It is of one
build of the interpreter; whatever is missing, damaged, somebody else's or of another build is compiled again.

What a pattern requires (`required`) is the same everywhere. It stands in `data/signs.txt`, which
`python -m mtcheck.lang.compile` writes, so that a pattern of which a text has no sign is never compiled at all.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import atexit
import marshal
import os
import sys
from functools import cache

from mtcheck.data import contents
from mtcheck.store import NONE, Store, read, write
from mtcheck.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from re import Pattern

Row = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], tuple[str, ...], int]
"""What `_sre.compile` takes after the pattern: flags, code (32-bit words), groups, names of groups both ways.
Then the signs and the reach of `required`. Without code: the pattern was asked for its signs and has not run yet."""

Signs = tuple[tuple[str, ...], int]
"""What `required` says: signs and reach."""

_SIZE = _sre.CODESIZE
_FORMAT = 10
"""Counts up with every change of what a row holds or how it is made."""
TAG = f"{sys.implementation.cache_tag}-{_sre.MAGIC}-{_FORMAT}"
_NAME = f"patterns.{TAG}.bin"
_SIGNS = "signs.txt"
_fresh: dict[tuple[str, int], Row] = {}


def places() -> list[str]:
    """The files that may hold kept patterns, best first."""
    found = []
    compiled = __spec__.cached if __spec__ is not None else None  # minds PYTHONPYCACHEPREFIX
    if compiled:
        found.append(os.path.join(os.path.dirname(compiled), _NAME))  # noqa: PTH118, PTH120
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
    if os.path.isabs(home):  # noqa: PTH117
        found.append(os.path.join(home, "mtcheck", _NAME))  # noqa: PTH118
    return found


@cache
def kept() -> Store:
    """The patterns of earlier runs: with each its signs and reach, and its code where it has run."""
    stores = (read(path, TAG) for path in places())
    return next((store for store in stores if store is not NONE), NONE)


def _keep() -> None:
    """Writes what this run compiled to what earlier runs did; where nothing can be written, that is no matter."""
    fresh = {key: (row[5:], marshal.dumps(row[:5]) if row[1] else b"") for key, row in _fresh.items()}
    any(write(path, TAG, kept().all() | fresh) for path in places())


def row_of(expression: str, flags: int) -> Row:
    """The compiled pattern, kept or made now. Raises re.error."""
    key = expression, flags
    part = kept().part(key)
    if part:
        return (*marshal.loads(part), *kept().note(key))
    row = _fresh.get(key)
    return row if row is not None and row[1] else _compiled(expression, flags)


def signs_of(expression: str, flags: int) -> Signs:
    """What a pattern requires of a text, without compiling it where that was worked out before."""
    signs: Signs | None = kept().note((expression, flags))
    if signs is None:
        line = _shipped().get(key_of(expression, flags))
        if line is None:
            row = row_of(expression, flags)
        else:
            row = _noted(expression, flags, (flags, b"", 0, {}, (), *_signs(line)))
        signs = row[5:]
    return signs


def _noted(expression: str, flags: int, row: Row) -> Row:
    """The row, for this run and the next one."""
    if not _fresh:
        atexit.register(_keep)
    _fresh[expression, flags] = row
    return row


def _compiled(expression: str, flags: int) -> Row:
    """What `re.compile` does, as a row; it is noted for the next run."""
    import re

    from mtcheck.analysis.openings import code_of

    try:
        parsed = parser().parse(expression, flags)
        code = code_of(parsed, flags)
        names: dict[str, int] = dict(parsed.state.groupdict)
        numbers: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            numbers[number] = name
        words = b"".join(int(word).to_bytes(_SIZE, sys.byteorder) for word in code)
        given = int(flags | parsed.state.flags)
        row = (given, words, parsed.state.groups - 1, names, tuple(numbers), *_required(expression, flags, parsed))
    except (AttributeError, KeyError):  # an interpreter that keeps these elsewhere
        return (re.compile(expression, flags).flags, b"", 0, {}, (), (), 0)
    return _noted(expression, flags, row)


def parser() -> Any:
    """The standard library's own reader of patterns."""
    import re  # noqa: F401 - brings its parts

    return sys.modules["re._parser" if sys.version_info >= (3, 11) else "sre_parse"]


def _required(expression: str, flags: int, parsed: Any) -> Signs:
    line = _shipped().get(key_of(expression, flags))
    if line is not None:
        return _signs(line)
    from mtcheck.analysis.required import required

    return required(parsed, int(flags | parsed.state.flags))


def assembled(expression: str, given: int, row: Row) -> Pattern[str]:
    """The pattern that a row describes; one that the engine does not take is compiled anew."""
    flags, words, groups, names, numbers, _, _ = row
    if words:
        try:
            code = memoryview(words).cast("I").tolist()
            made: Pattern[str] = _sre.compile(expression, flags, code, groups, names, numbers)
            return made
        except Exception:  # code that was spoilt, or is of a build that calls itself the same
            pass
    import re

    return re.compile(expression, given)


# what is shipped: a line for each pattern, with tabs between its key, its reach and its signs


def key_of(expression: str, flags: int) -> str:
    """What stands for a pattern in the list: two checksums and its length."""
    from zlib import adler32, crc32  # of no use where everything is kept

    data = f"{flags}:{expression}".encode()
    return f"{crc32(data):08x}{adler32(data):08x}{len(data):x}"


def line_of(expression: str, flags: int, signs: Signs) -> str:
    """A pattern's line in the list."""
    written = (sign.encode("unicode_escape").decode().replace(" ", "\\x20") for sign in signs[0])
    return "\t".join((key_of(expression, flags), str(signs[1]), *written))


def _signs(line: str) -> Signs:
    reach, *signs = line.split("\t")
    return tuple([sign.encode().decode("unicode_escape") if "\\" in sign else sign for sign in signs]), int(reach)


@cache
def shipped_signs() -> frozenset[str]:
    """What any of the listed patterns requires."""
    return frozenset(sign for line in _shipped().values() for sign in _signs(line)[0])


@cache
def _shipped() -> dict[str, str]:
    """The list: the key of a pattern, and what stands behind it."""
    try:
        lines = contents(_SIGNS).decode().splitlines()
    except OSError:
        return {}
    return {key: rest for key, _, rest in (line.partition("\t") for line in lines)}
