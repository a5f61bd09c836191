"""a run over many files -> its answers, from several processes, exactly as one after another would give them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from mtcheck.commands.answer import Answer
from mtcheck.errors import InputProblem
from mtcheck.files import STANDARD_INPUT
from mtcheck.processes import Work, cores
from mtcheck.processes import answers as asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from mtcheck.baseline import Silence
    from mtcheck.commands.answer import Prepare
    from mtcheck.commands.examine import Run
    from mtcheck.commands.request import Request


def answers(run: Run, paths: Sequence[str], prepare: Prepare) -> Iterator[Answer]:
    """The answers for `paths`, in order. Standard input is read here: it belongs to this process."""
    jobs = min(run.request.jobs or cores(), len(paths))
    baselines = run.baselines(paths)  # as they are now: repairs add to them, and who began later would know more
    work = Work(partial(_begin, run.request, baselines, prepare), _lost)
    for own, several in groupby(paths, key=lambda path: path == STANDARD_INPUT):
        if own:
            for path in several:
                run.progress.step(path)
                yield run.answer(path, prepare)
            continue
        for answer in asked(several, jobs, work):
            run.progress.step(answer.path)
            yield run.answer(answer.path, prepare) if _stale(answer, run.written) else answer


def _begin(request: Request, baselines: dict[Path, Silence], prepare: Prepare) -> Callable[[str], Answer]:
    """What answers in a process."""
    from mtcheck.commands.examine import Run

    run = Run(request)
    run.remembered.update(baselines)
    return partial(_answer, run, prepare)


def _answer(run: Run, prepare: Prepare, path: str) -> Answer:
    return run.answer(path, prepare)


def _lost(path: str) -> Answer:
    return Answer(
        path,
        None,
        InputProblem(f"{path}: the process that examined it was ended", "it may need more memory; -j 1 is sparing"),
        (),
    )


def _stale(answer: Answer, written: set[Path]) -> bool:
    """Whether a file that was repaired since had been read for this answer."""
    if not written:
        return False
    examined = answer.examined
    read = [answer.path, *([examined.source.path] if examined is not None and examined.source is not None else [])]
    return any(Path(path).resolve() in written for path in read)
