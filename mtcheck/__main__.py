"""`python -m mtcheck` and the `mtcheck` command."""

from __future__ import annotations

import gc
import sys

FAILED = 3


def main() -> None:
    """Runs the command line. A run is short and makes little garbage: collecting it would only cost time."""
    gc.disable()
    from mtcheck.cli import cli

    try:
        cli(prog_name="mtcheck")
    except Exception:  # Python's own exit status, 1, would say that something was found in the text
        sys.excepthook(*sys.exc_info())
        sys.exit(FAILED)


if __name__ == "__main__":
    main()
