"""The plainest command lines -> requests, without Click: loading it takes as long as examining a short article.

`mtcheck fix PATH...` and `check`, with switches that take no value. Click reads anything else, and anything
that it would have to explain; a test compares the two.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from mtcheck.commands.request import Request

_SWITCHES = {"--quiet": "quiet", "-q": "quiet", "--verbose": "verbose", "-v": "verbose", "--no-color": "no_color"}
_FIX_SWITCHES = {"--write": "write", "--suggested": "suggested", "--exit-non-zero-on-fix": "exit_non_zero_on_fix"}


def read(arguments: Sequence[str]) -> Request | None:
    """What `arguments` ask for; None where Click has to read them."""
    if arguments[:1] not in (["fix"], ["check"]) or "_MTCHECK_COMPLETE" in os.environ or sys.platform == "win32":
        return None
    repairs = arguments[0] == "fix"
    switches = _SWITCHES | _FIX_SWITCHES if repairs else _SWITCHES
    given: dict[str, bool] = {}
    paths = []
    for argument in arguments[1:]:
        if argument in switches:
            given[switches[argument]] = True
        elif argument and (argument == "-" or not argument.startswith("-")):
            paths.append(argument)
        else:
            return None
    return Request(tuple(paths), repairs, **given) if paths else None  # type: ignore[arg-type]


def run(request: Request) -> int:
    """Does it; returns the exit status."""
    if request.repairs:
        from mtcheck.commands.fix import fix

        return fix(request)
    from mtcheck.commands.check import check

    return check(request)
