"""An error that ends a run -> one line for the person at the terminal, and the exit status."""

from __future__ import annotations

import errno
import os
import sys

from mtcheck.errors import MtcheckError

_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO)
"""What a full or broken disk says."""


def status_of(error: BaseException) -> int | None:
    """Says what went wrong; None for what is not ours to explain, and has to be raised on."""
    if isinstance(error, MtcheckError):
        print(f"mtcheck: {error}", file=sys.stderr)  # noqa: T201
        return error.exit_code
    if isinstance(error, KeyboardInterrupt):
        print("mtcheck: interrupted", file=sys.stderr)  # noqa: T201
        return 130
    if isinstance(error, OSError) and error.filename is None and error.errno in (errno.EPIPE, *_NO_ROOM):
        if error.errno != errno.EPIPE:
            print(f"mtcheck: the output cannot be written ({error.strerror})", file=sys.stderr)  # noqa: T201
        # who read our output has seen enough; Python would complain again when it flushes at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 3
    return None
