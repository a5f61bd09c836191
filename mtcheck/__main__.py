"""`python -m mtcheck` and the `mtcheck` command."""

from __future__ import annotations

import gc
import sys

FAILED = 3


def main() -> None:
    """Runs the command line. A run is short and makes little garbage: collecting it would only cost time."""
    gc.disable()
    from mtcheck import plainly

    request = plainly.read(sys.argv[1:])
    try:
        if request is None:
            from mtcheck.cli import cli

            cli(prog_name="mtcheck")
        else:
            sys.exit(plainly.run(request))
    except Exception as error:  # Python's own exit status, 1, would say that something was found in the text
        _fail(error)
    except KeyboardInterrupt as error:
        _fail(error)


def _fail(error: BaseException) -> None:
    from mtcheck.failure import status_of

    status = status_of(error)
    if status is None:
        sys.excepthook(*sys.exc_info())
        status = FAILED
    sys.exit(status)


if __name__ == "__main__":
    main()
