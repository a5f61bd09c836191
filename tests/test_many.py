"""Many files over processes: the same bytes for any number of them; nothing lost when one dies or a person stops."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from mtcheck.processes import Work, answers

ROUGH = "The mayor was there. “We are leaving”he said.\n"
FIXED = "The mayor was there. “We are leaving,” he said.\n"
COMMAND = (sys.executable, "-m", "mtcheck")


def mtcheck(*args: str, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *args], input=text, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Texts of many kinds, one that cannot be read, a baseline that grows with repairs, a configuration."""
    monkeypatch.chdir(tmp_path)
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(18):
        text = f"Number {number}. {ROUGH}" if number % 3 else f"Clean {number}.\n"
        (texts / f"{number:02}.{'md' if number % 5 == 0 else 'txt'}").write_text(text * (1 + number % 4), "utf-8")
    (texts / "11.txt").write_bytes(b"caf\xe9 \x81\n")
    (texts / "01.txt").write_text("The priest was there. “We are closing”he said.\n" + ROUGH, "utf-8")
    (texts / "04.txt").write_text("The priest was there. “We are closing”he said.\n", "utf-8")
    (tmp_path / "mtcheck.toml").write_text('baseline = "known.jsonl"\n', "utf-8")
    assert mtcheck("baseline", "-q", "texts/04.txt").returncode == 0
    return texts


@pytest.mark.parametrize(
    "args",
    [
        ("fix", "-v"),
        ("fix", "--format", "html"),
        ("check", "--format", "json"),
        ("fix", "--format", "text", "--exit-non-zero-on-fix"),
    ],
    ids=" ".join,
)
def test_the_same_for_any_number_of_processes(folder: Path, args: tuple[str, ...]) -> None:
    runs = [mtcheck(*args, "-j", jobs, "texts", "gone.txt", "-", text=ROUGH.encode()) for jobs in ("1", "3", "0")]
    assert runs[0].stdout
    assert b"11.txt" in runs[0].stderr
    assert runs[0].returncode == 3
    for run in runs[1:]:
        assert (run.stdout, run.stderr, run.returncode) == (runs[0].stdout, runs[0].stderr, runs[0].returncode)


def test_the_same_files_are_written(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ends = []
    for jobs in ("1", "3"):
        for name, data in before.items():
            (folder / name).write_bytes(data)
        said = mtcheck("fix", "--write", "-j", jobs, "texts")
        ends.append((said.stdout, said.stderr, {path.name: path.read_bytes() for path in folder.iterdir()}))
    assert ends[0] == ends[1]
    assert b"fixed texts/02.txt" in ends[0][0]


def test_a_file_that_was_repaired_in_this_run_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outputs = []
    for jobs in ("1", "2"):
        Path("a.txt").write_text(ROUGH, "utf-8")
        run = mtcheck("fix", "--write", "-j", jobs, "a.txt", "./a.txt", f"{tmp_path}/a.txt")
        assert run.returncode == 0, run.stderr
        assert Path("a.txt").read_text("utf-8") == FIXED
        outputs.append(run.stdout)
    assert outputs[0] == outputs[1] == b"fixed a.txt (1 repair)\n1 repair in 1 file, 2 files unchanged\n"


def test_a_usage_problem_stops_where_it_is_met(folder: Path) -> None:
    (folder / "07.txt").write_text("Fine.\n", "utf-8")
    (folder / "07.txt.mtcheckignore").write_text("no-such-rule\n", "utf-8")
    runs = [mtcheck("fix", "-j", jobs, "texts") for jobs in ("1", "4")]
    assert runs[0].returncode == runs[1].returncode == 2
    assert runs[0].stdout == runs[1].stdout != b""
    assert runs[0].stderr == runs[1].stderr


def _long(tmp_path: Path) -> Path:
    folder = tmp_path / "long"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number:03}.txt").write_text(f"Text {number}. {ROUGH}" * 6, "utf-8")
    return folder


def _children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    return [int(word) for word in listed.split()]


def _alive(pids: list[int]) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=,stat=", "-p", ",".join(map(str, pids))], capture_output=True, text=True)
    return [int(line.split()[0]) for line in listed.stdout.splitlines() if "Z" not in line.split()[1]]


def _begun(*args: str) -> subprocess.Popen[bytes]:
    run = subprocess.Popen(
        [*COMMAND, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, start_new_session=True
    )
    assert run.stdout is not None
    run.stdout.read(1)
    return run


@pytest.mark.skipif(sys.platform == "win32", reason="signals are not sent like this there")
def test_an_interrupt_ends_all_processes_and_the_next_run_goes_on(tmp_path: Path) -> None:
    folder = _long(tmp_path)
    run = _begun("fix", "--write", "--format", "diff", "-j", "2", str(folder))
    children = _children(run.pid)
    assert len(children) == 2
    os.killpg(run.pid, signal.SIGINT)
    _, stderr = run.communicate(timeout=60)
    assert run.returncode == 130
    assert stderr == b"mtcheck: interrupted\n"
    assert not _alive(children)
    texts = [path.read_text("utf-8") for path in folder.iterdir()]
    assert len(texts) == 200
    whole = {f"Text {number}. {text}" * 6 for number in range(200) for text in (ROUGH, FIXED)}
    assert set(texts) <= whole
    assert sum(FIXED in text for text in texts) < 200
    assert mtcheck("fix", "--write", "-q", "-j", "2", str(folder)).returncode == 0
    assert all(FIXED in path.read_text("utf-8") for path in folder.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes as Linux lists them")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_its_parent(tmp_path: Path, end: signal.Signals) -> None:
    run = _begun("fix", "-j", "2", str(_long(tmp_path)))
    children = _children(run.pid)
    run.send_signal(end)
    run.communicate(timeout=60)
    deadline = time.monotonic() + 30
    while _alive(children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _alive(children)


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes as Linux lists them")
def test_a_process_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    folder = _long(tmp_path)
    whole = mtcheck("check", str(folder))
    run = _begun("check", "-j", "2", str(folder))
    os.kill(_children(run.pid)[0], signal.SIGKILL)
    stdout, stderr = run.communicate(timeout=120)
    assert stderr == b""
    assert whole.stdout[:1] + stdout == whole.stdout
    assert run.returncode == 1


def _doubler() -> partial[int]:
    return partial(_double)


def _double(number: int) -> int:
    if number == 13:
        os._exit(9)
    return 2 * number


def _lost(number: int) -> int:
    return -number


def test_a_question_that_ends_every_process_is_given_up_alone() -> None:
    assert list(answers(range(40), 3, Work(_doubler, _lost))) == [-n if n == 13 else 2 * n for n in range(40)]


def test_questions_are_drawn_as_answers_are_taken() -> None:
    drawn = []

    def questions():  # type: ignore[no-untyped-def]
        for number in range(20, 1000):
            drawn.append(number)
            yield number

    replies = answers(questions(), 2, Work(_doubler, _lost))
    assert next(replies) == 40
    assert len(drawn) <= 17
    replies.close()
