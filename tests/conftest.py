"""What holds for every test."""

from __future__ import annotations

import os
import signal
import sys

import pytest
from hypothesis import settings

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell leaves it to what it runs in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)  # programs that tests start would ignore it too


# a busy machine is slow, not wrong; and what CI finds must be found again
settings.register_profile("mtcheck", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("mtcheck")


@pytest.fixture(scope="session")
def patience() -> int:
    """How many times its time a test may take: what is measured for `make coverage` runs slower."""
    return 4 if sys.gettrace() else 1


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """The processes that a test starts are not measured: what measures them loads modules and writes files itself."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture
def broken_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the rules that are loaded, one named `toy` that raises RuntimeError("oops")."""
    from mtcheck import rules
    from mtcheck.commands import examine, ruleset

    def broken(view: object):
        raise RuntimeError("oops")
        yield

    toy = rules.Rule("toy", "toys", rules.FLAG, rules.Definition(broken, "Breaks.", (), ()))
    for module in (examine, ruleset):
        monkeypatch.setattr(module, "load", lambda: (toy, *rules.load()))
