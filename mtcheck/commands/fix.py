"""`mtcheck fix`: shows what would be repaired, and repairs it when told to write."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mtcheck.commands.examine import Run
from mtcheck.commands.report import CLEAN, FAILED, FOUND, format_of, prepare, send, show
from mtcheck.commands.request import Request
from mtcheck.config import config_for
from mtcheck.errors import MtcheckError, UsageProblem
from mtcheck.files import STANDARD_INPUT
from mtcheck.finding import Safety
from mtcheck.pipeline import Examined
from mtcheck.settle import Settled


class Tally:
    """What a run has done so far."""

    def __init__(self) -> None:
        self.files = 0
        self.changed = 0
        self.repairs = 0
        self.held_back = 0
        self.last: Examined | None = None


def fix(request: Request) -> int:
    """Runs the command; returns the exit status."""
    _require_sense(request)
    run = Run(request)
    suggested = request.suggested or config_for(request.stdin_filename or request.paths[0]).suggested
    format = format_of(request)
    tally = Tally()
    if not request.write:
        show(run, _counted(run, suggested, format, tally), format, suggested)
    elif request.paths == (STANDARD_INPUT,):
        send(run, _filtered(run, suggested, tally))
    elif request.format or request.output:
        show(run, _written(run, suggested, format, tally), format, suggested)
    else:
        send(run, _told(run, suggested, tally))
    if request.ref is not None and tally.last is not None:
        _say_gain(run, tally.last, suggested)
    if run.failed:
        return FAILED
    return FOUND if tally.changed and request.exit_non_zero_on_fix else CLEAN


def _require_sense(request: Request) -> None:
    """Raises UsageProblem for what cannot be done together, and ModelProblem where --ref lacks its library."""
    if request.ref is not None:
        from mtcheck.models.libraries import require

        require("sacrebleu")
        if len(request.paths) > 1:
            raise UsageProblem("--ref is the correct version of one file", "name one file, and not a folder")
    if request.write and STANDARD_INPUT in request.paths:
        if len(request.paths) > 1:
            raise UsageProblem("--write: standard input and files cannot be repaired together", "run mtcheck twice")
        if request.format:
            raise UsageProblem(
                "--write with - prints the repaired text, which leaves no room for a report", "leave --format out"
            )


def _say_gain(run: Run, examined: Examined, suggested: bool) -> None:
    """What the repairs gain against a reference, on standard error: every report leaves room for it there."""
    from mtcheck.commands.score import gain, table
    from mtcheck.files import contents
    from mtcheck.formats import read
    from mtcheck.models.segments import segments

    path = run.request.ref or ""
    reference = read(contents(path), path, encoding=run.request.encoding).text.plain
    before, after = examined.document.text.plain, _after(examined, suggested).document.text.plain
    run.say("\n".join(table(gain(segments(reference, (before, after))))))


def _after(examined: Examined, suggested: bool) -> Settled:
    return examined.settled_suggested if suggested else examined.settled


def _ready(format: str, suggested: bool, repaired: bool, examined: Examined) -> None:
    """Makes what the report will ask for, and the `repaired` text where this command asks for it."""
    prepare(format, suggested, examined)
    if repaired:
        _after(examined, suggested)


def _counted(run: Run, suggested: bool, format: str, tally: Tally) -> Iterator[Examined]:
    """The results, counted on their way to the report."""
    ready = partial(_ready, format, suggested, run.request.exit_non_zero_on_fix)
    for examined in run.results(ready):
        tally.last = examined
        if run.request.exit_non_zero_on_fix:
            tally.changed += _after(examined, suggested).document.raw != examined.document.raw
        yield examined


def _written(run: Run, suggested: bool, format: str, tally: Tally) -> Iterator[Examined]:
    """The results, each after its file was repaired."""
    from pathlib import Path

    from mtcheck.writing import write

    for examined in run.results(partial(_ready, format, suggested, True)):
        tally.last = examined
        after, repairs, silenced = _after(examined, suggested)
        before = examined.document
        changed = after.raw != before.raw
        if changed:
            try:
                write(Path(before.path), before.encode(), after.encode())
            except MtcheckError as error:
                run.problem(error)
                continue
            run.written.add(Path(before.path).resolve())
            run.knows_again(after, silenced)
        tally.files += 1
        tally.changed += changed
        tally.repairs += repairs if changed else 0
        if not suggested:
            tally.held_back += sum(finding.safety == Safety.SUGGEST for finding in examined.findings)
        yield examined


def _told(run: Run, suggested: bool, tally: Tally) -> Iterator[bytes]:
    """Repairs the files; a line for each that changed, then the sum."""
    for examined in _written(run, suggested, "", tally):
        after, repairs, _ = _after(examined, suggested)
        if after.raw != examined.document.raw:
            yield f"fixed {_shown(examined.document.path)} ({_number(repairs, 'repair')})\n".encode()
        elif run.request.verbose:
            yield f"clean {_shown(examined.document.path)}\n".encode()
    if tally.files:
        yield _sum(tally).encode()


def _shown(path: str) -> str:
    """A file's name on one line, without anything that a terminal obeys."""
    if path.isascii() and path.isprintable():
        return path
    from mtcheck.report.visible import visible

    return visible(path).replace("\n", "␊")


def _sum(tally: Tally) -> str:
    if tally.changed:
        said = f"{_number(tally.repairs, 'repair')} in {_number(tally.changed, 'file')}"
        unchanged = tally.files - tally.changed
        said += f", {_number(unchanged, 'file')} unchanged" if unchanged else ""
    else:
        said = f"nothing to repair in {_number(tally.files, 'file')}"
    held = f"; {tally.held_back:,} more with --suggested" if tally.held_back else ""
    return f"{said}{held}\n"


def _filtered(run: Run, suggested: bool, tally: Tally) -> Iterator[bytes]:
    """Standard input's text, repaired."""
    for examined in run.results(partial(_ready, "", suggested, True)):
        tally.last = examined
        after = _after(examined, suggested).document
        tally.changed += after.raw != examined.document.raw
        yield after.encode()


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"
