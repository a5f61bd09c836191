"""blocks -> parts, on this machine: here, or in several processes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

from mtcheck.batch.parts import Block
from mtcheck.processes import Work, answers, cores


def run(blocks: Iterator[Block], make: Callable[[Block], str], jobs: int, address: str) -> Iterator[str]:
    """Has every block made; yields what was wrong with each, empty where nothing was."""
    if jobs == 1:
        gc.enable()  # a corpus is not the short run that `main` turned it off for
        yield from map(make, blocks)
        return
    yield from answers(blocks, jobs or cores(), Work(_Start(make), _lost))


class _Start:
    def __init__(self, make: Callable[[Block], str]):
        self.make = make

    def __call__(self) -> Callable[[Block], str]:
        gc.enable()
        return self.make


def _lost(block: Block) -> str:
    return f"the process that worked on block {block.number + 1} (from row {block.first}) was ended"
