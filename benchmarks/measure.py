"""commands -> how long each took and how much memory, run in turn on one processor.

The kernel's own account of each finished process: processor time is what one command costs whatever else the
machine does, and a ratio of two commands run side by side holds where a time would not.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple


class Cost(NamedTuple):
    """One run. `cpu` is user and system time in seconds, `memory` the largest resident set in MiB."""

    wall: float
    cpu: float
    memory: float


def once(command: Sequence[str]) -> Cost:
    """Runs a command with its output thrown away; what it exits with does not matter."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = 0  # it was waited for
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def in_turn(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, list[Cost]]:
    """`runs` runs of every command, A B C A B C ..."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(once(command))
    return costs


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(median(figure) for figure in zip(*costs, strict=True)))


def ratio(one: Sequence[Cost], other: Sequence[Cost]) -> float:
    """The median, pair by pair, of how many times the processor time of `other` `one` took."""
    return median(a.cpu / b.cpu for a, b in zip(one, other, strict=True))


def on_one_processor() -> None:
    """Keeps this process and those it starts on one processor, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
