"""Measures the aligner: time and memory by length, against hunalign and Gale-Church -> benchmarks/ALIGNMENT.md.

    python benchmarks/alignment.py FILE.tsv[.xz]... [--sizes 1000 10000 100000] [--hunalign PROGRAM] [--rounds 3]

Each FILE holds `foreign TAB english` or `source-name TAB foreign TAB english` lines. Their lines, in order, become
two texts with a few per cent left out, joined and cut (corpora/alignment/documents.py), so that the right pairs are
known. Every aligner runs in a process of its own on one thread, in turn, round after round; seconds are those of the
processor, from the start of the process to its end, memory is the peak. hunalign has no dictionary and learns one
from the texts (-realign). Gale-Church is nltk's, which looks at the whole table: it only runs where that ends.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "corpora" / "alignment"))

from documents import Habits, beads, lines  # noqa: E402
from score import Beads, Counts  # noqa: E402

GALE_CHURCH_MOST = 1000
"""Sentences: nltk's takes a hundred times as long for ten times as many."""
HUNALIGN_MOST = 10_000
HABITS = Habits(
    left_out=(0.03, 0.02), on=0.2, strange=0.0, replaced=0.0, crumbs=0.0, merged=0.04, split=0.05, border=0.01,
    clauses=False, loose=0.0,
)  # fmt: skip
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class Texts(NamedTuple):
    """Two texts in files, a sentence a line, and which belong together."""

    source: Path
    target: Path
    gold: Beads


class Measure(NamedTuple):
    """One run."""

    seconds: float
    megabytes: float
    pairs: Beads


Aligner = Callable[[Texts], Measure]


def texts(rows: Sequence[tuple[str, str]], size: int, folder: Path) -> Texts:
    """Two texts of about `size` sentences each."""
    draw = random.Random(size)
    source: list[str] = []
    target: list[str] = []
    gold = []
    for one, other in beads(rows[:size], HABITS, rows, draw):
        here = len(source), len(target)
        source += one
        target += other
        gold.append((tuple(range(here[0], len(source))), tuple(range(here[1], len(target)))))
    paths = folder / f"{size}.source", folder / f"{size}.target"
    for path, text in zip(paths, (source, target), strict=True):
        path.write_text("".join(f"{' '.join(line.split())}\n" for line in text), "utf-8")
    return Texts(*paths, gold)


_WATCH = """
import os, sys
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""A small process between us and the program: a child's peak memory counts what its parent had."""


def run(command: Sequence[str]) -> tuple[float, float, str]:
    """(processor seconds, peak megabytes, standard output) of a program on one thread."""
    environment = {**os.environ, **ONE_THREAD}
    watched = [sys.executable, "-c", _WATCH, *command]
    done = subprocess.run(watched, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    seconds, megabytes = done.stderr.splitlines()[-1].split()
    return float(seconds), float(megabytes), done.stdout


def ours(given: Texts) -> Measure:
    """`mtcheck align --lines --format json`, as anybody runs it."""
    command = [sys.executable, "-m", "mtcheck", "align", "--lines", "--from", "fr", "--to", "en", "--format", "json"]
    seconds, megabytes, out = run([*command, str(given.source), str(given.target)])
    pairs = [(tuple(pair["source"]), tuple(pair["target"])) for pair in json.loads(out)["pairs"]]
    return Measure(seconds, megabytes, pairs)


def hunalign(program: str) -> Aligner:
    """hunalign's ladder: each rung ends a bead of both texts."""

    def aligned(given: Texts) -> Measure:
        seconds, megabytes, out = run([program, "-realign", os.devnull, str(given.source), str(given.target)])
        rungs = [tuple(map(int, line.split("\t")[:2])) for line in out.splitlines() if line.count("\t") == 2]
        pairs = [(tuple(range(one, two)), tuple(range(three, four))) for (one, three), (two, four) in pairwise(rungs)]
        return Measure(seconds, megabytes, pairs)

    return aligned


def gale_church(given: Texts) -> Measure:
    """nltk's: sentence lengths alone."""
    code = (
        "import sys; from nltk.translate.gale_church import align_blocks;"
        "a, b = ([len(line) for line in open(name, encoding='utf-8')] for name in sys.argv[1:]);"
        "print(*(f'{i} {j}' for i, j in align_blocks(a, b)), sep='\\n')"
    )
    seconds, megabytes, out = run([sys.executable, "-c", code, str(given.source), str(given.target)])
    return Measure(seconds, megabytes, _linked([tuple(map(int, line.split())) for line in out.splitlines()]))


def _linked(links: Sequence[tuple[int, ...]]) -> Beads:
    """Pairs of sentence numbers as beads: those that share a sentence stand together."""
    found: list[tuple[set[int], set[int]]] = []
    for one, other in links:
        if found and (one in found[-1][0] or other in found[-1][1]):
            found[-1][0].add(one)
            found[-1][1].add(other)
        else:
            found.append(({one}, {other}))
    return [(tuple(sorted(one)), tuple(sorted(other))) for one, other in found]


def strict(gold: Beads, found: Beads) -> float:
    """Strict F1, as corpora/alignment/score.py has it."""
    counts = Counts()
    counts.add(gold, found)
    return float(counts.line().split()[2])


def load_time() -> float:
    """Milliseconds in which the embedded encoder is read, numpy being there: the best of five."""
    code = (
        "import time, numpy; from mtcheck.align.encoder import embedded; best = 9.0\n"
        "for _ in range(5):\n embedded.cache_clear(); t = time.perf_counter(); embedded();"
        " best = min(best, time.perf_counter() - t)\nprint(best * 1000)"
    )
    return float(run([sys.executable, "-c", code])[2])


def report(rows: dict[tuple[int, str], list[Measure]], golds: dict[int, Beads], load: float, rounds: int) -> str:
    """ALIGNMENT.md."""
    out = [
        "# Alignment: time, memory, quality",
        "",
        "Generated by `benchmarks/alignment.py` (its docstring says how); the numbers are of the machine that ran it.",
        f"Processor seconds on one thread, median of {rounds} rounds in turn, the start of the program included.",
        "",
        "| sentences a side | aligner | seconds | against mtcheck | peak MB | strict F1 |",
        "|---|---|---|---|---|---|",
    ]
    for (size, name), measures in rows.items():
        seconds = median(one.seconds for one in measures)
        base = median(one.seconds for one in rows[size, "mtcheck"])
        peak = max(one.megabytes for one in measures)
        quality = strict(golds[size], measures[0].pairs)
        out.append(f"| {size:,} | {name} | {seconds:.2f} | {seconds / base:.2f} | {peak:.0f} | {quality:.3f} |")
    out += ["", f"The embedded encoder is read in {load:.0f} ms."]
    sizes = sorted(golds)
    for small, large in pairwise(sizes):
        times = [median(one.seconds for one in rows[size, "mtcheck"]) for size in (small, large)]
        growth = times[1] / times[0] / (large / small)
        out.append(f"From {small:,} to {large:,} sentences mtcheck's time grows {growth:.2f} times linearly.")
    return "\n".join(out) + "\n"


def main() -> None:
    """Reads the arguments, runs every aligner and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--sources", nargs="*", help="of files that name their sources, read these")
    parser.add_argument("--sizes", nargs="*", type=int, default=[40, 1000, 10_000, 100_000])
    parser.add_argument("--hunalign", metavar="PROGRAM")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path, default=HERE / "ALIGNMENT.md")
    options = parser.parse_args()
    sources = frozenset(options.sources) if options.sources else None
    pairs = [row for path in options.files for row in lines(path, sources)]
    if len(pairs) < max(options.sizes):
        parser.error(f"the files hold {len(pairs):,} lines, and {max(options.sizes):,} are wanted")
    rows: dict[tuple[int, str], list[Measure]] = {}
    golds: dict[int, Beads] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            given = texts(pairs, size, Path(folder))
            golds[size] = given.gold
            aligners: dict[str, Aligner] = {"mtcheck": ours}
            if options.hunalign and size <= HUNALIGN_MOST:
                aligners["hunalign"] = hunalign(options.hunalign)
            if size <= GALE_CHURCH_MOST:
                aligners["Gale-Church (nltk)"] = gale_church
            for _ in range(options.rounds if size <= HUNALIGN_MOST else 1):
                for name, aligner in aligners.items():
                    rows.setdefault((size, name), []).append(aligner(given))
                    print(size, name, f"{rows[size, name][-1].seconds:.2f} s", file=sys.stderr, flush=True)
    options.out.write_text(report(rows, golds, load_time(), options.rounds), "utf-8")
    print(options.out.read_text("utf-8"), end="")


if __name__ == "__main__":
    main()
