"""`python -m mtcheck` and the `mtcheck` command."""

from __future__ import annotations

import atexit
import gc
import os
import sys

FAILED = 3


def main() -> None:
    """Runs the command line and ends the process."""
    _leave(run())


def run() -> int:
    """Runs the command line; returns the exit status. Click ends by itself, with SystemExit.

    A run is short and makes little garbage: collecting it would only cost time.
    """
    gc.disable()
    from mtcheck import bundle

    modules = bundle.use()
    atexit.register(bundle.gather, modules)
    from mtcheck import plainly

    request = plainly.read(sys.argv[1:])
    try:
        if request is not None:
            return plainly.run(request)
        from mtcheck.cli import cli

        cli(prog_name="mtcheck")
    except Exception as error:  # Python's own exit status, 1, would say that something was found in the text
        return _failed(error)
    except KeyboardInterrupt as error:
        return _failed(error)
    return 0


def _failed(error: BaseException) -> int:
    from mtcheck.failure import status_of

    status = status_of(error)
    if status is None:
        sys.excepthook(*sys.exc_info())
        status = FAILED
    return status


def _leave(status: int) -> None:
    """Ends the process at once: Python would first take apart all that it holds, for a sixth of a short run."""
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError as error:
        status = _failed(error)
    os._exit(status)


if __name__ == "__main__":
    main()
