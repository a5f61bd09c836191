"""paths -> what processes say of them, in the order given: a window of paths is out at any time, and no more.

The processes only read and examine; whoever asks for the answers prints and writes, one after another. A process that
dies costs nothing but its own file: what was out is asked again, one path at a time, and the path that ends a process
once more is given up.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, NamedTuple, TypeVar

WINDOW = 8
"""Questions for each process that are out at a time: enough that a long text does not hold up the others."""

Q = TypeVar("Q")
A = TypeVar("A")


class Work(NamedTuple, Generic[Q, A]):
    """What a process does. All of it must be fit to be sent to one (pickled)."""

    start: Callable[[], Callable[[Q], A]]
    """Called once in each process: makes what answers."""
    lost: Callable[[Q], A]
    """The answer for a question that ends its process."""


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def answers(questions: Sequence[Q] | Iterator[Q], jobs: int, work: Work[Q, A]) -> Iterator[A]:
    """The answer to every question, in order. Leaving early (an error, an interrupt) ends the processes."""
    waiting, left = deque[Q](), iter(questions)
    out = deque[tuple[Q, "Future[A]"]]()
    alone = 0  # how many of the next questions are asked one at a time
    pool, own = _pool(jobs, work)
    done = False
    try:
        while True:
            try:
                _ask(pool, waiting, left, out, 1 if alone else WINDOW * jobs)
                if not out:
                    break
                answer = out[0][1].result()
            except BrokenProcessPool:
                pool.shutdown()
                pool, own = _pool(jobs, work)
                lost = [question for question, _ in out]
                out.clear()
                if not alone or not lost:
                    waiting.extendleft(reversed(lost))
                    alone = max(len(waiting), 1)
                    continue
                answer = work.lost(lost[0])
            else:
                out.popleft()
            alone = max(alone - 1, 0)
            yield answer
        done = True
    finally:
        if not done:
            _end(own())
        pool.shutdown(wait=True, cancel_futures=True)


def _ask(
    pool: ProcessPoolExecutor, waiting: deque[Q], left: Iterator[Q], out: deque[tuple[Q, Future[A]]], most: int
) -> None:
    """Sends questions out until `most` are; one that cannot be sent waits."""
    while len(out) < most:
        if not waiting:
            try:
                waiting.append(next(left))
            except StopIteration:
                return
        out.append((waiting[0], pool.submit(_answer, waiting[0])))
        waiting.popleft()


def _pool(jobs: int, work: Work[Q, A]) -> tuple[ProcessPoolExecutor, Callable[[], list[multiprocessing.Process]]]:
    """Processes, and what lists them."""
    # a fork has all that was read already; beside other threads, and elsewhere, it is not safe
    safe = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if safe else "spawn")
    others = set(multiprocessing.active_children())

    def own() -> list[multiprocessing.Process]:
        return [child for child in multiprocessing.active_children() if child not in others]  # type: ignore[misc]

    return ProcessPoolExecutor(jobs, context, _start, (work.start,)), own  # type: ignore[arg-type]


def _end(processes: Sequence[multiprocessing.Process]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        process.join()


_answers: Callable[[object], object]
"""In a process: what answers."""


def _start(start: Callable[[], Callable[[object], object]]) -> None:
    """Begins a process. An interrupt is its parent's to handle, and it does not outlive its parent."""
    global _answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()
    _answers = start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answer(question: object) -> Any:
    return _answers(question)
