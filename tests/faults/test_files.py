"""Disks, permissions, links, names: what can be wrong with a file costs that file alone, and no byte of it."""

from __future__ import annotations

import json
import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from folders import done, fill, fixed, left_over, rough

from mtcheck.errors import InputProblem
from mtcheck.report import FORMATS
from mtcheck.writing import write

ODD_NAMES = {
    "a newline": b"a\nb.txt",
    "invalid UTF-8": b"caf\xe9.txt",
    "a leading dash": b"-rf.txt",
    "an escape": b"a\x1b[31mb.txt",
    "markup": b"<script>&\"'.txt",
    "only blanks": b"   .txt",
    "a percent sign": b"100%25 :: file,line=3.txt",
    "Chinese, as long as may be": ("灯" * 83).encode() + b".txt",
}


def limited() -> None:
    """Files end after 100 bytes, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


@pytest.mark.usefixtures("unmeasured")
def test_a_file_that_cannot_be_written_whole_stays_as_it_was(tmp_path: Path) -> None:
    paths = fill(tmp_path / "texts", 2)
    paths[1].write_bytes(rough(1, 1)[:60] + b"\n")
    status, _, err = done("fix", "--write", "texts", cwd=tmp_path, preexec_fn=limited)
    assert (status, "cannot be written (File too large)" in err) == (3, True), err
    assert "Traceback" not in err
    assert paths[0].read_bytes() == rough(0)
    assert left_over(tmp_path) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.decode().strip()}")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "a.txt"
    path.write_bytes(rough(0, 400))
    with (small_disk / "rest").open("wb") as rest, pytest.raises(OSError, match="No space"):
        rest.write(b"x" * 100_000)
    status, _, err = done("fix", "--write", "disk", cwd=tmp_path)
    assert (status, "No space left" in err) == (3, True), err
    assert path.read_bytes() == rough(0, 400)
    assert left_over(small_disk) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [["fix"], ["check"], ["fix", "--format", "json"], ["fix", "--write"]])
def test_output_that_cannot_be_written_is_said(arguments: list[str], tmp_path: Path) -> None:
    fill(tmp_path / "texts", 1)
    with Path("/dev/full").open("wb") as full:
        status, _, err = done(*arguments, "texts", cwd=tmp_path, stdout=full)
    assert status == 3
    assert "No space left" in err
    assert "Traceback" not in err


@pytest.mark.usefixtures("unmeasured")
def test_a_report_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    fill(tmp_path / "texts", 1)
    report = tmp_path / "report.html"
    report.write_text("old", "utf-8")
    status, _, err = done("fix", "--format", "html", "-o", "report.html", "texts", cwd=tmp_path, preexec_fn=limited)
    assert (status, "report.html" in err, "Traceback" in err) == (3, True, False), err
    assert report.read_text("utf-8") == "old"
    assert left_over(tmp_path) == []


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A folder that cannot be written, not even by root."""
    folder = tmp_path / "texts"
    fill(folder, 2)
    if os.geteuid():
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)
        return
    bound = subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False)
    if bound.returncode:
        pytest.skip(f"root may write everywhere, and nothing can be mounted: {bound.stderr.decode().strip()}")
    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_folder_that_cannot_be_written(locked: Path, tmp_path: Path) -> None:
    status, _, err = done("fix", "--write", "texts", cwd=tmp_path)
    assert (status, err.count("cannot be written"), "Traceback" in err) == (3, 2, False), err
    assert (locked / "0000.txt").read_bytes() == rough(0)
    assert done("check", "texts", cwd=tmp_path)[0] == 1, "reading it is no matter"


@pytest.mark.parametrize("change", ["other", "shorter", "gone", "a folder", "a pipe"])
def test_a_file_that_someone_else_changed_is_left_alone(change: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(rough(1))
    if change in ("other", "shorter"):
        path.write_bytes(rough(2) if change == "other" else b"")
    else:
        path.unlink()
    if change == "a folder":
        path.mkdir()
    if change == "a pipe":
        os.mkfifo(path)
    with pytest.raises(InputProblem):
        write(path, rough(1), fixed(1))
    if change in ("other", "shorter"):
        assert path.read_bytes() == (rough(2) if change == "other" else b"")
    assert [one.name for one in tmp_path.iterdir()] == ([] if change == "gone" else ["a.txt"])


def test_links(tmp_path: Path) -> None:
    fill(tmp_path / "texts", 1)
    (tmp_path / "link.txt").symlink_to("texts/0000.txt")
    (tmp_path / "lost.txt").symlink_to("nowhere.txt")
    (tmp_path / "round.txt").symlink_to("round.txt")
    os.link(tmp_path / "texts" / "0000.txt", tmp_path / "hard.txt")
    status, _, err = done("fix", "--write", "link.txt", "lost.txt", "round.txt", cwd=tmp_path)
    assert (status, "Traceback" in err) == (3, False), err
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "texts" / "0000.txt").read_bytes() == fixed(0)
    assert (tmp_path / "hard.txt").read_bytes() in (rough(0), fixed(0))


def test_a_folder_that_holds_itself(tmp_path: Path) -> None:
    (path,) = fill(tmp_path / "texts", 1)
    (tmp_path / "texts" / "again").symlink_to(".")
    assert done("fix", "--write", "texts", cwd=tmp_path)[0] == 0
    assert path.read_bytes() == fixed(0)


@pytest.mark.parametrize("kind", ["a pipe", "/dev/zero", "/dev/null", "a socket"])
def test_what_is_no_file_is_refused(kind: str, tmp_path: Path) -> None:
    import socket

    name = kind if kind.startswith("/") else "odd.txt"
    if kind == "a pipe":
        os.mkfifo(tmp_path / name)
    if kind == "a socket":
        with socket.socket(socket.AF_UNIX) as made:
            here = Path.cwd()
            os.chdir(tmp_path)
            made.bind(name)
            os.chdir(here)
    status, _, err = done("fix", "--write", name, cwd=tmp_path)
    assert (status, "not a regular file" in err) == (3, True), err


@pytest.mark.parametrize("name", ODD_NAMES.values(), ids=ODD_NAMES.keys())
def test_odd_names(name: bytes, tmp_path: Path) -> None:
    for arguments in ([b"--", name], [b"."]):
        path = Path(tmp_path, os.fsdecode(name))
        path.write_bytes(rough(0))
        status, out, err = done("fix", "--write", *arguments, cwd=tmp_path)
        assert (status, err) == (0, "")
        assert out.count("\n") == 2, "one line for the file and one for the sum"
        assert "\x1b" not in out
        assert path.read_bytes() == fixed(0)


@pytest.mark.parametrize("name", [ODD_NAMES[key] for key in ("a newline", "invalid UTF-8", "an escape", "markup")])
@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"terminal", "lines"}))
def test_every_report_takes_odd_names(name: bytes, format: str, tmp_path: Path) -> None:
    Path(tmp_path, os.fsdecode(name)).write_bytes(rough(0))
    status, out, err = done("fix", "--format", format, b"--", name, cwd=tmp_path)
    assert (status, err) in ((0, ""), (1, "")), err
    assert "\x1b" not in out
    if format in ("json", "sarif", "rdjson"):
        json.loads(out)


def test_very_long_paths(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["d" * 200] * 12)
    folder.mkdir(parents=True)
    (folder / "a.txt").write_bytes(rough(0))
    assert done("fix", "--write", ".", cwd=tmp_path)[0] == 0
    assert (folder / "a.txt").read_bytes() == fixed(0)
    status, _, err = done("check", "x" * 300 + ".txt", "y/" * 3000, cwd=tmp_path)
    assert (status, err.count("File name too long"), "Traceback" in err) == (3, 2, False), err


def test_a_thousand_files_with_bad_ones_among_them(tmp_path: Path) -> None:
    """Every tenth has something to repair; each write waits for the disk."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(1000):
        (folder / f"{number:04}.txt").write_bytes(fixed(number, 1) if number % 10 else rough(number, 1))
    (folder / "0500.txt").write_bytes(b"caf\xe9 \xff\n")
    (folder / "0501.txt").write_bytes(b"\0" * 100)
    status, out, err = done("fix", "--write", "texts", cwd=tmp_path)
    assert status == 3
    assert err.count("mtcheck: ") == 2
    assert out.count("fixed ") == 99
    assert (folder / "0500.txt").read_bytes() == b"caf\xe9 \xff\n"
    assert all((folder / f"{n:04}.txt").read_bytes() == fixed(n, 1) for n in range(1000) if n not in (500, 501))


def test_a_strange_checkout_runs_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    fill(folder, 1)
    script = tmp_path / "watch"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/was-run\n", "utf-8")
    script.chmod(0o755)
    for arguments in (["init", "-q"], ["config", "core.fsmonitor", str(script)]):
        if subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False).returncode:
            pytest.skip("no git here")
    subprocess.run(["git", "ls-files", "--others"], cwd=folder, capture_output=True, check=True)
    (tmp_path / "was-run").unlink(missing_ok=True)
    assert done("check", "texts", cwd=tmp_path)[0] == 1
    assert not (tmp_path / "was-run").exists()
