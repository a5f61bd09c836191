"""The gathered code of modules: used as long as it is what the sources say, never trusted beyond that."""

from __future__ import annotations

import marshal
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mtcheck import bundle, store

PACKAGE = Path(bundle.__file__).parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A package of its own, since every other test uses the real one's file."""
    shutil.copytree(PACKAGE, tmp_path / "mtcheck", ignore=shutil.ignore_patterns("__pycache__", "encoder"))
    (tmp_path / "a.txt").write_text("“Yes”he said.\n", "utf-8")
    return tmp_path


def run(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "mtcheck", "check", "a.txt"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    return done.stdout


def kept(folder: Path) -> Path:
    (path,) = (folder / "mtcheck" / "__pycache__").glob("modules.*.bin")
    return path


def test_a_second_run_imports_from_it_and_a_changed_source_counts(copy: Path) -> None:
    first = run(copy)
    stored = bundle.read(str(kept(copy)), bundle.TAG).all()
    assert {"mtcheck.plainly", "mtcheck.detect", "mtcheck.rules.typography"} <= stored.keys()
    before = kept(copy).stat().st_mtime_ns
    assert run(copy) == first
    assert kept(copy).stat().st_mtime_ns == before  # nothing new, nothing written
    source = copy / "mtcheck" / "report" / "lines.py"
    source.write_text(source.read_text("utf-8").replace("def render(", "print('changed')\n\n\ndef render("), "utf-8")
    assert run(copy) == "changed\n" + first
    assert run(copy) == "changed\n" + first  # from the bundle, which was written again


def test_a_module_that_went_is_gone(copy: Path) -> None:
    run(copy)
    (copy / "mtcheck" / "selection.py").unlink()
    done = subprocess.run([sys.executable, "-m", "mtcheck", "check", "a.txt"], cwd=copy, capture_output=True, text=True)
    assert done.returncode == 3
    assert "mtcheck.selection" in done.stderr


@pytest.mark.parametrize("spoil", ["cut", "list", "longer", "empty", "foreign", "not parts"])
def test_a_file_that_does_not_fit_is_not_used(copy: Path, spoil: str) -> None:
    first = run(copy)
    path = kept(copy)
    data = path.read_bytes()
    if spoil == "foreign":
        store.write(str(path), "another Python", {"mtcheck.plainly": (("/plainly.py", 1, 1), b"x")})
    elif spoil == "not parts":
        head = marshal.dumps((bundle.TAG, [1]))
        path.write_bytes(store.sum_of(head) + len(head).to_bytes(8, "little") + head)
    else:
        spoilt = {"cut": data[:-1], "empty": b"", "longer": data + b"x"}
        path.write_bytes(spoilt.get(spoil, data[:40] + bytes([data[40] ^ 1]) + data[41:]))
    assert not bundle.read(str(path), bundle.TAG).all()
    assert run(copy) == first


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_of_somebody_else_is_not_used(copy: Path) -> None:
    run(copy)
    assert bundle.read(str(kept(copy)), bundle.TAG).all()
    os.chown(kept(copy), 12345, 12345)
    assert not bundle.read(str(kept(copy)), bundle.TAG).all()


def test_a_folder_that_cannot_be_written_is_no_matter(copy: Path) -> None:
    (copy / "mtcheck" / "__pycache__").write_text("a file", "utf-8")
    assert "“Yes”he" in run(copy) or "a.txt" in run(copy)
