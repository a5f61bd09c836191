"""How much faster two processes are than one: `python -m benchmarks.many [FILES] [ROUNDS]`.

Interleaved: each round checks the same generated files with -j 1 and with -j 2, in an order that changes from round to
round. Beside the wall time stands the processor time of the parent and of its children. They say what a busy machine
hides: with nothing else running, the time of -j 2 comes down to the greater of the parent's own time and half of all.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.texts import news

SIZE = 3_000
"""Bytes of a file."""


class Taken(NamedTuple):
    """Seconds."""

    wall: float
    processor: float
    """User and system time of all processes."""


def generated(folder: Path, files: int) -> None:
    """Writes `files` different articles of about SIZE bytes."""
    article: list[str] = []
    done = 0
    for paragraph in news((SIZE + 600) * files).split("\n\n"):
        article.append(paragraph)
        if sum(map(len, article)) > SIZE:
            (folder / f"{done:06}.txt").write_text("\n\n".join(article) + "\n", "utf-8")
            article, done = [], done + 1
            if done == files:
                return
    raise SystemExit(f"only {done} files came of it")


def timed(folder: Path, jobs: int) -> tuple[Taken, bytes]:
    """One run of `mtcheck fix` over the folder, and what it said."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "mtcheck", "fix", "-j", str(jobs), str(folder)]
    said = subprocess.run(command, capture_output=True, check=True).stdout
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime), said


def main(files: int = 2_000, rounds: int = 3) -> None:
    """Prints medians and ratios."""
    taken: dict[int, list[Taken]] = {1: [], 2: []}
    outputs = set()
    with TemporaryDirectory() as name:
        generated(Path(name), files)
        for number in range(rounds):
            for jobs in (1, 2) if number % 2 == 0 else (2, 1):
                one, said = timed(Path(name), jobs)
                taken[jobs].append(one)
                outputs.add(said)
                print(f"-j {jobs}: {one.wall:.1f} s, {one.processor:.1f} s of processor, load {os.getloadavg()[0]:.1f}")
    print("the same output every time" if len(outputs) == 1 else "THE OUTPUT DIFFERS")
    ratios = [one.wall / two.wall for one, two in zip(taken[1], taken[2], strict=True)]
    several = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"wall time, -j 1 over -j 2: median {statistics.median(ratios):.2f} ({several})")
    cost = statistics.median(two.processor / one.processor for one, two in zip(taken[1], taken[2], strict=True))
    print(f"processor time, -j 2 over -j 1: median {cost:.3f}, so at most {2 / cost:.2f} times as fast")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
