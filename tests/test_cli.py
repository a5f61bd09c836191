"""The command line: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from mtcheck.cli import cli
from tests.command import mtcheck, put

ROUGH = "The mayor was there. “We are leaving”he said.\n"
FIXED = "The mayor was there. “We are leaving,” he said.\n"
CLEAN = "The mayor was there. “We are leaving,” he said.\n"
UNSURE = "The mayor was there.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


def test_fix_writes_nothing_unless_told() -> None:
    path = put("a.txt", ROUGH)
    result = mtcheck("fix", "a.txt")
    assert result.exit_code == 0
    assert f"-{ROUGH}+{FIXED}" in result.stdout
    assert path.read_text("utf-8") == ROUGH


def test_fix_write_says_what_it_did() -> None:
    path, other = put("a.txt", ROUGH + "\nThen" + ROUGH[3:]), put("b.txt", CLEAN)
    result = mtcheck("fix", "--write", "a.txt", "b.txt")
    assert result.exit_code == 0
    assert result.stdout == "fixed a.txt (2 repairs)\n2 repairs in 1 file, 1 file unchanged\n"
    assert path.read_text("utf-8") == FIXED + "\nThen" + FIXED[3:]
    assert other.read_text("utf-8") == CLEAN
    assert mtcheck("fix", "--write", "a.txt").stdout == "nothing to repair in 1 file\n"


def test_fix_write_with_a_format_reports_what_was_repaired() -> None:
    path = put("a.txt", ROUGH)
    result = mtcheck("fix", "--write", "--format", "json", "a.txt")
    assert json.loads(result.stdout)["files"][0]["fixed"] == FIXED
    assert path.read_text("utf-8") == FIXED


@pytest.mark.parametrize("write", [True, False])
def test_exit_non_zero_on_fix(write: bool) -> None:
    put("a.txt", ROUGH)
    options = ["--write"] if write else []
    assert mtcheck("fix", "--exit-non-zero-on-fix", *options, "a.txt").exit_code == 1
    put("a.txt", CLEAN)
    assert mtcheck("fix", "--exit-non-zero-on-fix", *options, "a.txt").exit_code == 0


def test_check_says_where() -> None:
    put("a.txt", "One.\n\n" + ROUGH)
    result = mtcheck("check", "a.txt")
    assert result.exit_code == 1
    place, _, message = result.stdout.partition(": ")
    assert place == "a.txt:3:37"
    assert message.startswith("quote-close-fused [safe] ")
    assert mtcheck("check", "--select", "drop-cap", "a.txt").exit_code == 0


def test_quiet_and_verbose() -> None:
    put("a.txt", ROUGH), put("b.txt", CLEAN)
    assert mtcheck("check", "-q", "a.txt").output == ""
    assert mtcheck("check", "-q", "a.txt").exit_code == 1
    assert "clean b.txt" in mtcheck("fix", "--write", "-v", "b.txt").stdout


def test_standard_input() -> None:
    assert mtcheck("check", "-", text=ROUGH).stdout.startswith("-:1:")
    named = mtcheck("check", "--stdin-filename", "x/y.txt", "-", text=ROUGH)
    assert named.stdout.startswith("x/y.txt:1:")
    assert mtcheck("fix", "--write", "-", text=ROUGH).stdout == FIXED
    assert mtcheck("fix", "--write", "-", text=b"\xef\xbb\xbfa\r\n").stdout_bytes == b"\xef\xbb\xbfa\r\n"
    assert "+++ b/x/y.txt" in mtcheck("fix", "--stdin-filename", "x/y.txt", "-", text=ROUGH).stdout


def test_standard_input_and_write_leave_no_room_for_more() -> None:
    put("a.txt", ROUGH)
    assert mtcheck("fix", "--write", "-", "a.txt", text=ROUGH).exit_code == 2
    assert mtcheck("fix", "--write", "--format", "json", "-", text=ROUGH).exit_code == 2


def test_output_goes_to_a_file() -> None:
    put("a.txt", ROUGH)
    assert mtcheck("check", "-o", "report.json", "a.txt").stdout == ""
    assert json.loads(Path("report.json").read_text("utf-8"))["version"] == 1
    mtcheck("fix", "-o", "repairs.diff", "a.txt")
    assert Path("repairs.diff").read_text("utf-8").startswith("--- a/a.txt\n")
    failed = mtcheck("fix", "-o", "no/such/folder.diff", "a.txt")
    assert (failed.exit_code, "cannot be written" in failed.stderr) == (3, True)


def test_folders_hold_what_can_be_read(here: Path) -> None:
    for name in ("d/b.txt", "d/a.md", "d/c.py", "d/.hidden/x.txt", "d/sub/z.txt", "d/ignored.txt"):
        put(name, ROUGH)
    paths = [line.split(":")[0] for line in mtcheck("check", "d").stdout.splitlines()]
    assert paths == ["d/a.md", "d/b.txt", "d/ignored.txt", "d/sub/z.txt"]
    subprocess.run(["git", "init", "-q", "."], check=True, cwd=here)
    put(".gitignore", "ignored.txt\n")
    paths = [line.split(":")[0] for line in mtcheck("check", "d", "d/b.txt").stdout.splitlines()]
    assert paths == ["d/a.md", "d/b.txt", "d/sub/z.txt"]


def test_other_files_go_on_after_a_problem() -> None:
    put("bad.txt", b"caf\xe9"), put("a.txt", ROUGH)
    result = mtcheck("check", "missing.txt", "bad.txt", "a.txt")
    assert result.exit_code == 3
    assert "missing.txt: no such file or folder" in result.stderr
    assert "bad.txt: line 1: byte 3 (0xe9) is not utf-8 text" in result.stderr
    assert "--encoding" in result.stderr
    assert "a.txt:1:" in result.stdout


def test_a_missing_file_has_a_namesake() -> None:
    put("article.txt", ROUGH)
    assert "did you mean article.txt?" in mtcheck("check", "artcle.txt").stderr


def test_problem_files(here: Path) -> None:
    put("binary.txt", b"\0\1\2"), put("empty.txt", b""), put("empty/x.py", "")
    os.mkfifo("pipe.txt")
    assert "binary" in mtcheck("check", "binary.txt").stderr
    assert mtcheck("check", "empty.txt").exit_code == 0
    assert mtcheck("fix", "--write", "empty.txt").exit_code == 0
    assert "no file in this folder can be read" in mtcheck("check", "empty").stderr
    assert "not a regular file" in mtcheck("check", "pipe.txt").stderr
    assert "not a regular file" in mtcheck("check", "/dev/null").stderr
    assert mtcheck("check", "/dev/null").exit_code == 3


def test_one_long_line() -> None:
    put("long.txt", "The mayor spoke to the crowd. " * 35_000)
    assert mtcheck("check", "--select", "quote-close-fused", "long.txt").exit_code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_permissions() -> None:
    put("secret.txt", ROUGH).chmod(0)
    assert "cannot be read" in mtcheck("check", "secret.txt").stderr
    put("fixed.txt", ROUGH).chmod(0o444)
    result = mtcheck("fix", "--write", "fixed.txt")
    assert (result.exit_code, "cannot be written" in result.stderr) == (3, True)


def test_read_only_file_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtcheck.writing.os.access", lambda *_: False)
    path = put("a.txt", ROUGH)
    result = mtcheck("fix", "--write", "a.txt")
    assert (result.exit_code, "cannot be written (read-only)" in result.stderr) == (3, True)
    assert path.read_text("utf-8") == ROUGH


def test_latin_1_file() -> None:
    path = put("a.txt", 'The café is open. "We are leaving"he said.\n'.encode("latin-1"))
    assert mtcheck("fix", "--write", "a.txt").exit_code == 3
    assert mtcheck("fix", "--write", "--encoding", "latin-1", "a.txt").exit_code == 0
    assert path.read_bytes() == 'The café is open. "We are leaving," he said.\n'.encode("latin-1")
    assert mtcheck("check", "--encoding", "klingon", "a.txt").exit_code == 2


def test_a_crashing_rule_is_named_and_the_others_go_on(broken_rule: None) -> None:
    put("a.txt", ROUGH)
    result = mtcheck("check", "a.txt")
    assert result.exit_code == 3
    assert "the rule toy crashed (RuntimeError: oops)" in result.stderr
    assert "quote-close-fused" in result.stdout
    assert mtcheck("check", "--ignore", "toy", "a.txt").exit_code == 1


def test_unknown_rule_names_are_errors() -> None:
    put("a.txt", ROUGH)
    result = mtcheck("check", "--select", "quote-close-fusd", "a.txt")
    assert result.exit_code == 2
    assert "did you mean quote-close-fused?" in result.stderr
    assert mtcheck("fix", "--ignore", "nonsense", "a.txt").exit_code == 2


@pytest.mark.parametrize("name", ["quote-close-fused", "typography", "drop-cap,quote-close-fused"])
def test_select_and_ignore(name: str) -> None:
    put("a.txt", ROUGH)
    assert mtcheck("check", "--select", name, "a.txt").exit_code == 1
    assert mtcheck("check", "--ignore", name, "a.txt").exit_code == 0


@pytest.mark.parametrize("args", [["check"], ["fix", "--from", "French", "a"], ["fix", "--format", "pdf", "a"], ["x"]])
def test_usage_errors(args: list[str]) -> None:
    assert mtcheck(*args).exit_code == 2


def test_explain() -> None:
    result = mtcheck("explain", "quote-close-fused")
    assert result.exit_code == 0
    assert "A closing quotation mark touches the next word." in result.stdout
    assert "- “It makes sense”he added." in result.stdout
    assert "+ “It makes sense,” he added." in result.stdout
    assert "quote-close-fused" in mtcheck("explain").stdout
    unknown = mtcheck("explain", "quote-close-fusd")
    assert (unknown.exit_code, "did you mean quote-close-fused?" in unknown.stderr) == (2, True)


def test_explain_a_pack_entry() -> None:
    result = mtcheck("explain", "false-friend:assume-decision")
    assert result.exit_code == 0
    assert result.stdout.startswith("false-friend:assume-decision\ncalques/fr · ")
    assert "Source words: " in result.stdout
    assert "Pattern: " in result.stdout
    assert "+ “We stand by these decisions,” he said." in result.stdout
    unknown = mtcheck("explain", "false-friend:asume-decision")
    assert (unknown.exit_code, "did you mean false-friend:assume-decision?" in unknown.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "typed", "offered"),
    [
        ([], "ex", ["explain"]),
        (["fix", "--select"], "drop-", ["drop-cap"]),
        (["fix", "--select"], "drop-cap,quote-close-f", ["drop-cap,quote-close-fused"]),
        (["models", "pull"], "labs", ["LaBSE"]),
    ],
)
def test_what_can_be_completed(arguments: list[str], typed: str, offered: list[str]) -> None:
    from click.shell_completion import BashComplete

    complete = BashComplete(cli, {}, "mtcheck", "_MTCHECK_COMPLETE")
    assert [item.value for item in complete.get_completions(arguments, typed)] == offered


def test_a_command_that_is_nearly_one_is_named() -> None:
    result = mtcheck("chek", "a.txt")
    assert (result.exit_code, "Did you mean check?" in result.stderr) == (2, True)


def test_a_bug_of_ours_costs_one_file_and_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtcheck.commands import examine as module

    examined = module.examine

    def failing(document, *more, **options):
        if document.path == "b.txt":
            raise ZeroDivisionError("no")
        return examined(document, *more, **options)

    monkeypatch.setattr(module, "examine", failing)
    for name in ("a.txt", "b.txt", "c.txt"):
        put(name, ROUGH)
    result = mtcheck("fix", "--write", "a.txt", "b.txt", "c.txt")
    assert result.exit_code == 3
    assert "b.txt: mtcheck failed here (ZeroDivisionError: no)" in result.stderr
    assert "Traceback" not in result.stderr
    assert [Path(name).read_text("utf-8") for name in ("a.txt", "b.txt", "c.txt")] == [FIXED, ROUGH, FIXED]
    assert "Traceback" in mtcheck("fix", "-v", "b.txt").stderr


def test_a_doubtful_source_language_is_said_when_asked() -> None:
    put("a.txt", "The governor He signed. The alcalde of the ayuntamiento spoke. ¡Viva!\n")
    assert "a.txt: translated from es (" in mtcheck("check", "-v", "a.txt").stderr
    assert "translated from" not in mtcheck("check", "a.txt").stderr


def test_models_want_one_process() -> None:
    put("a.txt", ROUGH)
    result = mtcheck("fix", "--model", "LaBSE", "-j", "2", "a.txt")
    assert (result.exit_code, "leave -j out" in result.stderr) == (2, True)


@pytest.mark.parametrize("command", [("fix", "--format", "json"), ("align", "b.txt", "--format", "json")])
def test_a_report_can_go_to_a_device(command: tuple[str, ...]) -> None:
    put("a.txt", ROUGH)
    put("b.txt", "Le maire était là. « Nous partons », a-t-il dit.\n")
    done = subprocess.run(
        [sys.executable, "-m", "mtcheck", *command, "a.txt", "-o", "/dev/stdout"], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)


def test_on_a_terminal_the_list_of_rules_fits() -> None:
    lines = [line.rstrip("\r") for line in on_terminal("rules").splitlines()]
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("quote-close-fused") for line in lines)


def test_rules() -> None:
    assert "quote-close-fused" in mtcheck("rules").stdout
    entries = json.loads(mtcheck("rules", "--format", "json", "--select", "typography").stdout)
    assert set(entries[0]) == {"name", "folder", "safety", "summary"}
    assert {entry["folder"] for entry in entries} == {"typography"}


def test_version_is_a_signature() -> None:
    assert mtcheck("--version").stdout.startswith("mtcheck 0.")
    assert "|rules=" in mtcheck("--version").stdout
    assert mtcheck("-h").exit_code == 0


def test_shell_completion() -> None:
    environment = {
        **os.environ,
        "_MTCHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": "mtcheck explain quote-cl",
        "COMP_CWORD": "2",
    }
    done = subprocess.run(
        [sys.executable, "-m", "mtcheck"], env=environment, capture_output=True, text=True, check=True
    )
    assert "quote-close-fused" in done.stdout


def test_broken_pipe_is_quiet(here: Path) -> None:
    put("a.txt", (ROUGH + "\n") * 3000)
    command = f"{sys.executable} -m mtcheck check a.txt | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("a.txt:1:")
    assert done.stderr == ""


def on_terminal(*args: str, env: dict[str, str] | None = None) -> str:
    """What a person sees: standard output is a terminal of 80 columns."""
    main, side = pty.openpty()
    environment = {**os.environ, "COLUMNS": "80", "TERM": "xterm", **(env or {})}
    process = subprocess.Popen([sys.executable, "-m", "mtcheck", *args], stdout=side, stderr=side, env=environment)
    os.close(side)
    seen = b""
    while True:
        try:
            chunk = os.read(main, 65536)
        except OSError:
            break
        if not chunk:
            break
        seen += chunk
    process.wait()
    os.close(main)
    return seen.decode()


def test_on_a_terminal_the_report_is_in_colour() -> None:
    put("a.txt", ROUGH)
    seen = on_terminal("fix", "a.txt")
    assert "\x1b[9;31mleaving”he\x1b[0m\x1b[4;32mleaving,” he\x1b[0m" in seen
    assert "1 safe repair in 1 file." in seen
    assert "Nothing was written" in seen


@pytest.mark.parametrize(("args", "env"), [(["--no-color"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"})])
def test_nobody_needs_colour(args: list[str], env: dict[str, str]) -> None:
    put("a.txt", ROUGH)
    seen = on_terminal("fix", *args, "a.txt", env=env)
    assert "\x1b" not in seen
    assert "[-leaving”he-]{+leaving,” he+}" in seen
