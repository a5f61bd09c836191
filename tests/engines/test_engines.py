"""The Ray and Spark engines, for real: the same bytes as the local engine, with a worker killed in the middle too."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from mtcheck.batch import jsonl
from mtcheck.batch.parts import Block, Parts
from mtcheck.batch.rows import Options
from mtcheck.commands.batch import made
from tests.corpus_rows import write_jsonl, write_parquet

OPTIONS = ("--id", "id", "--lang", "lang", "--suggested")
ROWS = 500

pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # theirs, about themselves
    pytest.mark.skipif(sys.platform == "win32", reason="Ray and Spark are tested where they are used"),
]


@pytest.fixture(params=["ray", "spark"])
def engine(request: pytest.FixtureRequest) -> str:
    library = {"ray": "ray.data", "spark": "pyspark.sql"}[request.param]
    pytest.importorskip(library, reason=f"{library} is not installed: make test-engines installs it")
    return str(request.param)


def batch(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "mtcheck", "batch", *args], capture_output=True, text=True)


@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
def test_the_same_as_the_local_engine(engine: str, suffix: str, tmp_path: Path) -> None:
    source = (write_jsonl if suffix == "jsonl" else write_parquet)(tmp_path / f"in.{suffix}", ROWS)
    outputs = [tmp_path / f"local.{suffix}", tmp_path / f"far.{suffix}"]
    local = batch(*OPTIONS, str(source), str(outputs[0]))
    far = batch(*OPTIONS, "--engine", engine, "-j", "2", str(source), str(outputs[1]))
    assert far.returncode == local.returncode == 3, far.stderr
    assert far.stderr.endswith(local.stderr)
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in (source, *outputs))


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_worker_that_is_killed_loses_and_doubles_nothing(engine: str, moment: str, tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "in.jsonl", ROWS)
    marker, parts = tmp_path / "killed", Parts(str(tmp_path / "parts"))
    parts.path.mkdir()
    blocks = list(jsonl.blocks(source, parts))
    options = Options(id="id", lang="lang", suggested=True)

    def make(block: Block) -> str:
        """Kills its own process at the third block, the first time, before or after the part is there."""
        dying = block.number == 2 and not marker.exists()
        if dying and moment == "before":
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        problem = made(jsonl.__name__, options, parts, block)
        if dying:
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return problem

    problems = list(run_of(engine)(iter(blocks), make, 2, ""))
    assert marker.exists()
    assert problems == [""] * len(blocks)
    with (tmp_path / "far.jsonl").open("wb") as out:
        jsonl.join(parts, len(blocks), out)
    batch(*OPTIONS, str(source), str(tmp_path / "local.jsonl"))
    assert (tmp_path / "far.jsonl").read_bytes() == (tmp_path / "local.jsonl").read_bytes()


def test_what_goes_wrong_on_a_worker_is_told(engine: str, tmp_path: Path) -> None:
    blocks = [Block(0, str(tmp_path / "gone.jsonl"), 0, 10, 1)]

    def make(block: Block) -> str:
        return made(jsonl.__name__, Options(), Parts(str(tmp_path)), block)

    assert list(run_of(engine)(iter(blocks), make, 2, "")) == [f"{tmp_path}/gone.jsonl: No such file or directory"]


Run = Callable[[Iterator[Block], Callable[[Block], str], int, str], Iterator[str]]


def run_of(engine: str) -> Run:
    run: Run = import_module(f"mtcheck.batch.{engine}").run
    return run
