"""`mtcheck review`: one finding after another at the terminal, as `git add -p` does; written at the end, when asked."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from mtcheck.apply import apply as applied
from mtcheck.commands.apply import Plan, carry_out
from mtcheck.commands.asking import KEYS, question, shown
from mtcheck.commands.deliver import in_colour
from mtcheck.commands.examine import Run
from mtcheck.commands.keyboard import Keyboard, keyboard
from mtcheck.commands.report import CLEAN, FAILED
from mtcheck.commands.request import Request
from mtcheck.decisions import ACCEPT, EDIT, IGNORE, REJECT, Decided, Decisions, dumps, loads
from mtcheck.errors import MtcheckError, UsageProblem
from mtcheck.files import STANDARD_INPUT
from mtcheck.outcome import outcome
from mtcheck.report.content import number as counted
from mtcheck.session import Session
from mtcheck.writing import replace_file

STATE = Path(".mtcheck-review.json")
"""In the current folder; it is decisions, so that `mtcheck apply` can carry them out as well."""


class Leave(Exception):
    """The person quits."""


def review(request: Request) -> int:
    """Runs the command; returns the exit status."""
    if STANDARD_INPUT in request.paths:
        raise UsageProblem("review reads files: the terminal is for the answers", "name a file")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageProblem("review needs a terminal", "--format html -o FILE makes a page to decide on")
    run = Run(request)
    session = Session(list(run.results(lambda examined: None)))
    others = _resume(session)
    if not session.items:
        click.echo(f"Nothing found in {counted(len(session.results), 'file')}.")
        return FAILED if run.failed else CLEAN
    with keyboard() as keys:
        try:
            writing = _walk(session, others, keys, in_colour(request.no_color, request.output))
        except (Leave, KeyboardInterrupt, EOFError) as leaving:
            click.echo()
            writing = isinstance(leaving, Leave) and _asked(session, keys)
    failed = _write(session, others) if writing else False
    if not writing and session.decisions:
        click.echo(f"Nothing was written. Kept in {STATE}: the next review goes on here.")
    return FAILED if run.failed or failed else CLEAN


def _resume(session: Session) -> tuple[Decided, ...]:
    """Takes over what an earlier review kept; returns what it kept of other files."""
    try:
        kept = loads(STATE.read_text("utf-8"), str(STATE))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageProblem(f"{STATE}: cannot be read ({error})", "take it away to begin anew") from None
    names = {_name(examined.document.path): examined.document.path for examined in session.results}
    mine = {names[file.path]: file.decisions for file in kept.files if file.path in names}
    if count := session.resume(mine):
        click.echo(f"{counted(count, 'decision')} of an earlier review kept; u does not undo them.")
    return tuple(file for file in kept.files if file.path not in names)


def _name(path: str) -> str:
    return Path(os.path.relpath(path)).as_posix()


def _keep(session: Session, others: tuple[Decided, ...]) -> None:
    """Writes down what was decided so far, so that nothing is lost when the terminal goes."""
    files = (*others, *session.decided(_name))
    if files:
        replace_file(STATE, dumps(Decisions(".", files)).encode("utf-8", "backslashreplace"))
    else:
        STATE.unlink(missing_ok=True)


def _walk(session: Session, others: tuple[Decided, ...], keys: Keyboard, colour: bool) -> bool:
    """Asks until every finding is decided or skipped; returns whether to write. Raises Leave."""
    at = session.open_from()
    while True:
        if at is None:
            click.echo()
            click.echo(_sum(session))
            answer = _key(keys, "Write? [y,n,u] ", "ynu")
            if answer != "u":
                return answer == "y"
            at = session.undo()
        else:
            click.echo("\n".join(shown(session, at, colour)), color=None if colour else False)
            at = _answered(session, at, keys)
        _keep(session, others)


def _answered(session: Session, at: int, keys: Keyboard) -> int | None:
    """Asks for one finding; returns the next."""
    finding = session.items[at].finding
    while True:
        answer = _key(keys, question(finding), "")
        if answer == "?":
            click.echo("\n".join(f"  {key:>3}  {does}" for key, does in KEYS))
        elif answer == "q":
            raise Leave
        elif answer == "u":
            before = session.undo()
            if before is not None:
                return before
            click.echo("There is nothing to undo.")
        elif answer == "e":
            if _edited(session, at, keys):
                return session.open_from(at)
        elif _decided(session, at, answer):
            return session.open_from(at)
        else:
            click.echo("? shows the keys." if answer not in "ya" else "There is no repair to accept: n dismisses it.")


def _decided(session: Session, at: int, answer: str) -> bool:
    """Carries out a key that decides; False where it means nothing here."""
    suggestions = session.items[at].finding.suggestions
    if answer == "y" and suggestions:
        session.accept(at)
    elif answer in "123456789" and int(answer) <= len(suggestions):
        session.accept(at, int(answer) - 1)
    elif answer == "n":
        session.reject(at)
    elif answer == "s":
        session.skip(at)
    elif answer == "i":
        click.echo(f"{counted(session.ignore(at), 'finding')} settled.")
    elif answer == "a" and suggestions:
        click.echo(f"{counted(session.accept_rule(at), 'repair')} accepted.")
    elif answer == "A":
        click.echo(f"{counted(session.accept_safe(at), 'safe repair')} accepted.")
    else:
        return False
    return True


def _edited(session: Session, at: int, keys: Keyboard) -> bool:
    """Asks for the words to put in place of the mark; False where the person thinks better of it."""
    finding = session.items[at].finding
    click.echo(f"In place of “{finding.text}” (empty: as it was; Ctrl-D: no edit):")
    try:
        put = keys.line("> ")
    except EOFError:
        click.echo()
        return False
    if not put or put == finding.text:
        return False
    session.edit(at, put)
    return True


def _key(keys: Keyboard, prompt: str, allowed: str) -> str:
    """One key; `allowed` are those that end the question, all where it is empty."""
    while True:
        click.echo(prompt, nl=False)
        key = keys.key()
        click.echo(key if key.isprintable() else "")
        if key.isprintable() and (not allowed or key in allowed):
            return key


def _asked(session: Session, keys: Keyboard) -> bool:
    """On quitting: whether to write what was decided so far."""
    if not session.decisions:
        return False
    click.echo(_sum(session))
    try:
        return _key(keys, "Write that much now? [y,n] ", "yn") == "y"
    except (KeyboardInterrupt, EOFError):
        click.echo()
        return False


def _sum(session: Session) -> str:
    said = [
        f"{session.count(ACCEPT, EDIT)} accepted",
        f"{session.count(REJECT)} rejected",
        f"{session.count(IGNORE)} ignored",
        f"{session.left} left",
    ]
    return ", ".join(part for part in said if not part.startswith("0 ")) + "."


def _write(session: Session, others: tuple[Decided, ...]) -> bool:
    """Carries everything out; what was kept of these files is done with. Returns whether a file failed."""
    tried = [_plan(number, session) for number in range(len(session.results)) if session.of(number)]
    plans = [plan for plan in tried if plan is not None]
    failed = len(plans) < len(tried)
    failed = carry_out(plans, quiet=False) or failed
    if not failed:
        session.decisions.clear()
        _keep(session, others)
    return failed


def _plan(number: int, session: Session) -> Plan | None:
    examined = session.results[number]
    result = outcome(examined, session.of(number))
    try:
        return Plan(examined.document, applied(examined.document, result.edits), result)
    except MtcheckError as error:
        click.echo(f"mtcheck: {error}", err=True)
        return None
