"""`mtcheck models`: the list, and downloads through the hub's own library from a small hub on this machine."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import torch
from click.testing import CliRunner
from conftest import REPAIRED

from mtcheck.cli import cli

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class Hub(BaseHTTPRequestHandler):
    """As much of the hub as a download asks for."""

    repos: dict[str, dict[str, bytes]]
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        path = self.path.partition("?")[0].removeprefix("/api/models")
        for repo, error in (("someone/gated", "GatedRepo"), ("someone/moved", "RevisionNotFound")):
            if repo in path:
                return self.refuse(403 if error == "GatedRepo" else 404, error)
        for repo, files in self.repos.items():
            if self.path.startswith("/api/") and path.startswith(f"/{repo}/tree"):
                return self.say([self.entry(name, data) for name, data in files.items()])
            if self.path.startswith("/api/") and path.startswith(f"/{repo}"):
                siblings = [{"rfilename": name} for name in files]
                return self.say({"id": repo, "sha": COMMIT, "siblings": siblings, "private": False, "tags": [],
                                 "downloads": 0, "likes": 0})  # fmt: skip
            name = path.removeprefix(f"/{repo}/resolve/").partition("/")[2]
            if path.startswith(f"/{repo}/resolve/") and name in files:
                return self.send(files[name])
        return self.refuse(404, "RepoNotFound")

    def refuse(self, status: int, error: str) -> None:
        self.send_response(status)
        self.send_header("X-Error-Code", error)
        self.send_header("Content-Length", "0")
        self.end_headers()

    @staticmethod
    def entry(name: str, data: bytes) -> dict[str, object]:
        return {"type": "file", "oid": hashlib.sha1(data).hexdigest(), "size": len(data), "path": name}

    def say(self, value: object) -> None:
        self.send(json.dumps(value).encode(), "application/json")

    def send(self, data: bytes, kind: str = "application/octet-stream") -> None:
        self.send_response(200)
        for name, value in {
            "Content-Type": kind, "Content-Length": str(len(data)), "X-Repo-Commit": COMMIT,
            "ETag": f'"{hashlib.sha1(data).hexdigest()}"',
        }.items():  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def hub(corrector: Path) -> Iterator[str]:
    whole = {path.name: path.read_bytes() for path in corrector.iterdir()}
    state = dict(torch.load(_pickled(corrector), weights_only=True))
    bad = corrector.parent / "bad.bin"
    torch.save({"weights": os.system}, bad)
    bare = {name: data for name, data in whole.items() if name != "model.safetensors"}
    torch.save(state, corrector.parent / "good.bin")
    Hub.repos = {
        "someone/safe": whole | {"pytorch_model.bin": b"not taken", "onnx/model.onnx": b"not taken"},
        "someone/pickled": bare | {"pytorch_model.bin": (corrector.parent / "good.bin").read_bytes()},
        "someone/wicked": bare | {"pytorch_model.bin": bad.read_bytes()},
        "someone/empty": {"config.json": b"{}"},
    }
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def _pickled(folder: Path) -> Path:
    from safetensors.torch import load_file

    path = folder.parent / "state.bin"
    torch.save(load_file(folder / "model.safetensors"), path)
    return path


def run(hub: str, tmp_path: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """mtcheck in a process of its own, whose hub is ours."""
    environment = {
        **os.environ, "HF_ENDPOINT": hub, "HF_HOME": str(tmp_path / "hf"), "MTCHECK_CACHE": str(tmp_path / "own"),
        "HF_HUB_DISABLE_XET": "1",
    }  # fmt: skip
    environment.pop("HF_HUB_OFFLINE", None)
    return subprocess.run(
        [sys.executable, "-m", "mtcheck", *args], env=environment, cwd=tmp_path, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def test_pull_then_use(hub: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPAIRED[0] + "\n", "utf-8")
    fix = ("fix", "--write", "--suggested", "--model", "someone/safe", "--device", "cpu", "a.txt")
    before = run(hub, tmp_path, *fix)
    assert (before.returncode, "mtcheck models pull someone/safe" in before.stderr) == (3, True)
    pulled = run(hub, tmp_path, "models", "pull", "someone/safe")
    assert pulled.returncode == 0, pulled.stderr
    assert pulled.stdout.startswith("someone/safe: ")
    assert pulled.stderr == ""
    taken = {path.name for path in (tmp_path / "hf").rglob("*")}
    assert "model.safetensors" in taken
    assert not {"pytorch_model.bin", "model.onnx"} & taken
    after = run(hub, tmp_path, *fix)
    assert after.returncode == 0, after.stderr
    assert (tmp_path / "a.txt").read_text("utf-8") == REPAIRED[1] + "\n"
    next(path for path in (tmp_path / "hf").rglob("model.safetensors")).unlink()
    partly = run(hub, tmp_path, *fix)
    assert partly.returncode == 3
    assert "mtcheck models pull someone/safe" in partly.stderr


def test_a_pickle_is_taken_only_when_told_and_kept_as_safetensors(hub: str, tmp_path: Path) -> None:
    refused = run(hub, tmp_path, "models", "pull", "someone/pickled")
    assert refused.returncode == 3
    assert refused.stderr.endswith("mtcheck models pull someone/pickled --convert\n")
    assert refused.stderr.count("\n") == 1
    taken = run(hub, tmp_path, "models", "pull", "someone/pickled", "--convert")
    assert taken.returncode == 0, taken.stderr
    assert not list((tmp_path / "own").rglob("*.bin"))
    (tmp_path / "a.txt").write_text(REPAIRED[0] + "\n", "utf-8")
    fixed = run(hub, tmp_path, "fix", "--write", "--suggested", "--model", "someone/pickled", "a.txt")
    assert fixed.returncode == 0, fixed.stderr
    assert (tmp_path / "a.txt").read_text("utf-8") == REPAIRED[1] + "\n"


def test_a_pickle_that_holds_more_than_weights_is_not_opened(hub: str, tmp_path: Path) -> None:
    result = run(hub, tmp_path, "models", "pull", "someone/wicked", "--convert")
    assert result.returncode == 3
    assert "holds more than weights, and is not opened" in result.stderr
    assert not list((tmp_path / "own").rglob("*.safetensors"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("someone/empty", "the hub holds no weights of it"),
        ("someone/nothing", "the hub has no such model"),
        ("someone/gated", "accept the licence and log in: hf auth login"),
        ("someone/moved@v9", "the hub has no such revision of it"),
        ("not a name/at all", "not a name that a hub can have"),
    ],
)
def test_what_cannot_be_had(name: str, said: str, hub: str, tmp_path: Path) -> None:
    result = run(hub, tmp_path, "models", "pull", name)
    assert result.returncode == 3
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_hub_can_be_reached(tmp_path: Path) -> None:
    result = run("http://127.0.0.1:9", tmp_path, "models", "pull", "someone/safe")
    assert result.returncode == 3
    assert result.stderr.startswith("mtcheck: someone/safe: could not be downloaded (")
    assert result.stderr.count("\n") == 1


def test_the_list_says_what_is_here_and_what_may_be_done_with_it() -> None:
    shown = CliRunner().invoke(cli, ["models", "list"])
    assert shown.exit_code == 0
    lines = {line.split()[0]: line for line in shown.stdout.splitlines() if line.startswith("  ")}
    assert "installed" in lines["all-MiniLM-L6-v2"]
    assert "installed" not in lines["LaBSE"]
    assert lines["nllb-600m"].endswith("CC-BY-NC-4.0: not for commercial use")
    entries = json.loads(CliRunner().invoke(cli, ["models", "list", "--format", "json"]).stdout)
    assert {entry["name"] for entry in entries} == set(lines)
    assert [entry["name"] for entry in entries if entry["installed"]] == ["all-MiniLM-L6-v2"]


def test_the_list_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    find = importlib.util.find_spec
    missing = ("huggingface_hub", "transformers", "torch")
    monkeypatch.setattr("mtcheck.models.libraries.find_spec", lambda name: None if name in missing else find(name))
    for name in missing:
        monkeypatch.delitem(sys.modules, name, raising=False)
    shown = CliRunner().invoke(cli, ["models", "list"])
    assert shown.exit_code == 0
    assert "LaBSE" in shown.stdout
