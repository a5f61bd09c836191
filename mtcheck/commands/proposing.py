"""the names of models -> what proposes repairs in a run, with a line that says how far it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mtcheck.models.assemble import proposer as assembled
from mtcheck.progress import Progress

if TYPE_CHECKING:
    from mtcheck.commands.examine import Run
    from mtcheck.models.propose import Proposer


def proposer(run: Run, names: Sequence[str]) -> Proposer:
    """The models, loaded."""
    made = assembled(tuple(names), run.request.device)

    def begin(total: int, name: str) -> Callable[[int], None]:
        """A line that says how many sentences a model has done."""
        run.progress.clear()
        bar = Progress(total, wanted=not run.request.quiet)

        def step(done: int) -> None:
            bar.done = done
            bar.step(f"sentences: {name}")
            if done >= total:
                bar.clear()

        return step

    made.begin = begin
    return made
