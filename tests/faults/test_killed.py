"""`kill -9`, interrupts and a second run at the same time: every file is whole, old or new."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest
from folders import done, fill, fixed, left_over, rough, started

FILES = 24
MOMENTS = int(os.environ.get("MTCHECK_KILLS", "12"))
"""How many kills; 200 before a release: MTCHECK_KILLS=200."""
SECONDS = 20.0 if MOMENTS < 100 else 3600.0


def states(paths: list[Path]) -> list[str]:
    """Of each file whether it is old or new; anything else fails."""
    found = []
    for number, path in enumerate(paths):
        data = path.read_bytes()
        assert data in (rough(number), fixed(number)), (path, data)
        found.append("old" if data == rough(number) else "new")
    return found


def first_change(paths: list[Path], process_started: float) -> float:
    """Seconds until the first file was new."""
    while paths[0].read_bytes() == rough(0):
        time.sleep(0.002)
        assert time.monotonic() - process_started < 60
    return time.monotonic() - process_started


def test_killed_at_random_moments(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    paths = fill(folder, FILES)
    begun = time.monotonic()
    process = started("fix", "--write", "texts", cwd=tmp_path)
    start_up = first_change(paths, begun)
    process.communicate(timeout=60)
    whole = time.monotonic() - begun
    assert set(states(paths)) == {"new"}

    dice = random.Random(8)
    seen: list[tuple[str, ...]] = []
    for _ in range(MOMENTS):
        if time.monotonic() - begun > SECONDS:
            break
        fill(folder, FILES)
        process = started("fix", "--write", "texts", cwd=tmp_path)
        time.sleep(dice.uniform(0.7 * start_up, whole))
        process.kill()
        process.communicate()
        seen.append(tuple(states(paths)))
    assert len(seen) >= 3
    assert done("fix", "--write", "texts", cwd=tmp_path)[0] == 0, "a killed run is simply run again"
    assert set(states(paths)) == {"new"}


@pytest.mark.usefixtures("unmeasured")
def test_killed_between_any_two_system_calls_of_a_write(tmp_path: Path) -> None:
    """The moments that chance would hardly meet: the process ends at each call that a write makes."""
    paths = fill(tmp_path / "texts", 1)
    code = """
import os, sys
at = int(sys.argv[1])
seen = 0
def count(event, args):
    global seen
    if event in ("open", "os.rename", "os.chmod", "os.remove"):
        seen += 1
        if seen == at:
            os._exit(77)
from pathlib import Path
from mtcheck.writing import write
sys.addaudithook(count)
path = Path(sys.argv[2])
write(path, path.read_bytes(), Path(sys.argv[3]).read_bytes())
"""
    import subprocess
    import sys

    from folders import ENVIRONMENT

    new = tmp_path / "new"
    new.write_bytes(fixed(0))
    ends = []
    for at in range(1, 30):
        paths[0].write_bytes(rough(0))
        command = [sys.executable, "-c", code, str(at), str(paths[0]), str(new)]
        ends.append(subprocess.run(command, env=os.environ | ENVIRONMENT, check=False).returncode)
        states(paths)
        if ends[-1] == 0:
            break
    assert ends[-1] == 0
    assert ends.count(77) == len(ends) - 1 >= 4
    assert states(paths) == ["new"]


def test_an_interrupt_ends_the_run_and_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    paths = fill(folder, 150)
    begun = time.monotonic()
    process = started("fix", "--write", "texts", cwd=tmp_path)
    first_change(paths, begun)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode in (130, 0), err
    if process.returncode == 130:
        assert b"interrupted" in err
        assert b"Traceback" not in err
    states(paths)
    assert left_over(folder) == []


def test_two_runs_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    paths = fill(folder, 60)
    runs = [started("fix", "--write", "texts", cwd=tmp_path) for _ in range(2)]
    ends = [(run.communicate(timeout=120), run.returncode) for run in runs]
    for (_, err), status in ends:
        # whoever came second was told, or found the file repaired already
        assert status == 0 or (status == 3 and b"changed while mtcheck was reading it" in err), err
        assert b"Traceback" not in err
    assert set(states(paths)) == {"new"}
    assert left_over(folder) == []
