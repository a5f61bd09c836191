"""`mtcheck batch`: a row for each document, nothing lost or doubled, an output that is whole or not there."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from mtcheck.batch import jsonl
from mtcheck.batch.parts import Block, Parts
from mtcheck.batch.rows import Options
from tests.command import mtcheck
from tests.corpus_rows import BAD, FIXED, ROUGH, lines, write_jsonl, write_parquet


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def test_a_row_says_what_was_found_and_repaired() -> None:
    Path("in.jsonl").write_text(json.dumps({"id": 7, "text": ROUGH}) + "\n", "utf-8")
    result = mtcheck("batch", "--suggested", "in.jsonl", "out.jsonl")
    assert result.exit_code == 0
    assert result.stderr == "1 rows, 1 findings (111.1 in 1,000 words)\n"
    (row,) = rows("out.jsonl")
    assert list(row) == ["id", "text", "fixed", "proposed", "findings", "scores", "error"]
    assert (row["id"], row["text"], row["fixed"], row["proposed"], row["error"]) == (7, ROUGH, FIXED, FIXED, None)
    Path("a.txt").write_text(ROUGH, "utf-8")
    report = json.loads(mtcheck("check", "--format", "json", "a.txt").stdout)
    assert row["findings"] == report["files"][0]["findings"]
    counts = {"words": 9, "findings": 1, "safe": 1, "suggest": 0, "flag": 0, "findings_per_1000_words": 111.111}
    assert row["scores"] == counts


def test_bad_rows_are_kept_and_reported() -> None:
    write_jsonl(Path("in.jsonl"), 210)
    result = mtcheck("batch", "--id", "id", "--lang", "lang", "in.jsonl", "out.jsonl")
    assert result.exit_code == 3
    made, given = rows("out.jsonl"), lines(210)
    assert len(made) == len(given)
    for row, line in zip(made, given, strict=True):
        if line in BAD:
            assert row["error"]
            assert row["fixed"] is row["findings"] is row["scores"] is None
            assert row.get("line", line) == line
        else:
            assert row["error"] is None
            assert row["fixed"] == row["text"].replace(ROUGH, FIXED)
    said = result.stderr.splitlines()
    assert said[0].endswith("in.jsonl:11 (number): the column text is a number, not text")
    assert said[1].endswith(
        "in.jsonl:42: not JSON: Expecting property name enclosed in double quotes at column 2 (char 1)"
    )
    assert said[2].endswith("in.jsonl:73 (without): no column text")
    assert said[3].endswith("in.jsonl:104: not a JSON object")
    assert said[4].endswith("in.jsonl:135: the column text is empty")
    assert said[5].endswith("in.jsonl:166: the column text has half a character (a lone surrogate)")
    assert said[6].endswith("in.jsonl:197: the column lang: 'French' is not a language code such as fr or de")
    assert said[7].endswith("; 7 bad rows, see the column error")


def test_the_columns_that_were_there_keep_every_byte() -> None:
    write_jsonl(Path("in.jsonl"))
    mtcheck("batch", "--lang", "lang", "in.jsonl", "out.jsonl")
    for line, given in zip(Path("out.jsonl").read_bytes().splitlines(), lines(), strict=True):
        if given not in BAD:
            assert line.startswith(given.encode()[:-1] + b', "fixed": ')


@pytest.mark.parametrize("jobs", ["2", "5"])
def test_the_same_for_any_number_of_processes(jobs: str) -> None:
    write_jsonl(Path("in.jsonl"))
    one, more = (mtcheck("batch", "-j", n, "in.jsonl", f"{n}.jsonl") for n in ("1", jobs))
    assert one.stderr == more.stderr
    assert Path("1.jsonl").read_bytes() == Path(f"{jobs}.jsonl").read_bytes()


def test_a_source_column_is_a_witness() -> None:
    source = "Le maire ne veut pas vendre le phare.\n"
    target = "The mayor wants to sell the lighthouse.\n"
    for path, text in (("a.txt", target), ("a.fr.txt", source)):
        Path(path).write_text(text, "utf-8")
    Path("in.jsonl").write_text(json.dumps({"en": target, "fr": source}), "utf-8")
    mtcheck("batch", "--text", "en", "--source", "fr", "in.jsonl", "out.jsonl")
    report = json.loads(mtcheck("check", "--format", "json", "--source", "a.fr.txt", "a.txt").stdout)
    (row,) = rows("out.jsonl")
    assert row["findings"] == report["files"][0]["findings"]
    assert any(finding["source"] for finding in row["findings"])


def test_blocks_are_the_file() -> None:
    path = write_jsonl(Path("in.jsonl"), 500)
    blocks = list(jsonl.blocks(path, Parts("")))
    assert len(blocks) > 5
    assert [block.start for block in blocks[1:]] == [block.end for block in blocks[:-1]]
    assert blocks[-1].end == path.stat().st_size
    data = path.read_bytes()
    assert all(block.first == data.count(b"\n", 0, block.start) + 1 for block in blocks)


@pytest.mark.parametrize("data", [b"", b"\n\n", b'\xef\xbb\xbf{"text": "Fine."}', b'{"text": "Fine."}\r\n\r\n'])
def test_ends_of_files(data: bytes) -> None:
    Path("in.jsonl").write_bytes(data)
    assert mtcheck("batch", "in.jsonl", "out.jsonl").exit_code == 0
    assert len(rows("out.jsonl")) == data.count(b"{")


def test_a_row_that_a_rule_crashes_on_keeps_its_result(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtcheck.batch import rows as module
    from mtcheck.finding import Safety
    from mtcheck.rules import Definition, Rule, load

    def crash(view: object) -> Any:
        raise ValueError("no")

    broken = Rule("broken", "", Safety.SAFE, Definition(crash, "It breaks.", (), ()))
    monkeypatch.setattr(module, "_rules", lambda *_: (*load(), broken))
    (told,) = module.told([{"text": ROUGH}], Options())
    assert told.fixed == FIXED
    assert told.error == "the rule broken crashed (ValueError: no)"


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (("in.jsonl", "out.jsonl", "--text", "txt"), 2, "no column is called 'txt'\n  did you mean text?"),
        (("in.jsonl", "out.jsonl", "--id", "zzz"), 2, "its columns: id, text, kept, lang"),
        (("gone.jsonl", "out.jsonl"), 3, "gone.jsonl: cannot be read (No such file or directory)"),
        (("in.jsonl", "in.jsonl"), 2, "OUTPUT is INPUT"),
        (("in.jsonl", "out.parquet"), 2, "OUTPUT has to be the same"),
        (("in.csv", "out.jsonl"), 2, "INPUT is to be one of .jsonl, .ndjson, .parquet"),
        (("in.jsonl", "out.jsonl", "--select", "drop-capp"), 2, "did you mean drop-cap?"),
        (("in.jsonl", "out.jsonl", "--input-format", "docx"), 2, "a row cannot be docx"),
        (("in.jsonl", "out.jsonl", "--address", "x"), 2, "the local engine has none"),
        (("in.jsonl", "none/out.jsonl"), 3, "cannot be made (No such file or directory)"),
        (("broken.parquet", "out.parquet"), 3, "not a Parquet file"),
        (("in.parquet", "out.parquet", "--text", "n"), 2, "the column n is int64, not text"),
        (("in.parquet", "out.parquet", "--text", "txt"), 2, "did you mean text?"),
        (("named.jsonl", "out.jsonl"), 2, "there is a column fixed already\n  --prefix"),
    ],
)
def test_what_is_wrong_is_said_with_a_remedy(args: tuple[str, ...], status: int, said: str) -> None:
    write_jsonl(Path("in.jsonl"), 9)
    write_parquet(Path("in.parquet"), 9)
    Path("broken.parquet").write_bytes(b"PAR1")
    Path("named.jsonl").write_text('{"text": "Fine.", "fixed": "Fine."}\n', "utf-8")
    result = mtcheck("batch", *args)
    assert (result.exit_code, result.stdout) == (status, "")
    assert said in result.stderr
    assert not Path("out.jsonl").exists()
    assert not list(Path().glob(".*"))


@pytest.mark.parametrize(
    ("library", "args", "extra"),
    [
        ("pyarrow", ("in.parquet", "out.parquet"), "parquet"),
        ("ray", ("in.jsonl", "out.jsonl", "--engine", "ray"), "ray"),
        ("pyspark", ("in.jsonl", "out.jsonl", "--engine", "spark"), "spark"),
    ],
)
def test_a_missing_extra_is_named(
    library: str, args: tuple[str, ...], extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_jsonl(Path("in.jsonl"), 3)
    write_parquet(Path("in.parquet"), 3)
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *more: None if name == library else find(name, *more))
    result = mtcheck("batch", *args)
    assert result.exit_code == 2
    assert f'{library} is not installed\n  install it: pip install "mtcheck[{extra}]"' in result.stderr


def test_a_prefix_makes_room() -> None:
    Path("in.jsonl").write_text('{"text": "Fine.", "fixed": "Fine."}\n', "utf-8")
    assert mtcheck("batch", "--prefix", "mt_", "in.jsonl", "out.jsonl").exit_code == 0
    assert list(rows("out.jsonl")[0]) == ["text", "fixed", "mt_fixed", "mt_findings", "mt_scores", "mt_error"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_parquet(jobs: str) -> None:
    write_parquet(Path("in.parquet"))
    result = mtcheck("batch", "-j", jobs, "--suggested", "--id", "id", "--lang", "lang", "in.parquet", "out.parquet")
    assert result.exit_code == 3
    assert "row 71 (d70): the column text is empty\n" in result.stderr
    before, after = (pyarrow.parquet.read_table(name) for name in ("in.parquet", "out.parquet"))
    assert after.select(before.column_names).equals(before)
    assert after.column_names[4:] == ["fixed", "proposed", "findings", "scores", "error"]
    for row in after.to_pylist():
        if row["n"] == 70:
            assert row["fixed"] is row["findings"] is row["scores"] is None
        else:
            assert row["fixed"] == row["text"].replace(ROUGH, FIXED)
            assert len(json.loads(row["findings"])) == row["scores"]["findings"]


def test_parquet_without_rows() -> None:
    pyarrow.parquet.write_table(pyarrow.table({"text": pyarrow.array([], pyarrow.string())}), "in.parquet")
    assert mtcheck("batch", "in.parquet", "out.parquet").exit_code == 0
    assert pyarrow.parquet.read_table("out.parquet").column_names == ["text", "fixed", "findings", "scores", "error"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are not sent like this there")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
def test_a_run_that_was_stopped_is_resumed(end: signal.Signals, suffix: str) -> None:
    source = (write_jsonl if suffix == "jsonl" else write_parquet)(Path(f"in.{suffix}"), 900)
    output = Path(f"out.{suffix}")
    command = [sys.executable, "-m", "mtcheck", "batch", "-j", "2", str(source), str(output)]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    folder = Path(f".{output.name}.parts")
    while len(list(folder.glob("*.json"))) < 2:
        assert run.poll() is None, "it was over too soon"
        time.sleep(0.01)
    os.killpg(run.pid, end) if end == signal.SIGINT else run.kill()
    said = run.communicate()[1]
    assert not output.exists()
    if end == signal.SIGINT:
        assert run.returncode == 130
        assert "--resume goes on" in said
    first = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.json")}
    again = mtcheck("batch", str(source), str(output))
    assert again.exit_code == 2
    assert "--resume goes on from it" in again.stderr
    other = mtcheck("batch", "--resume", "--suggested", str(source), str(output))
    assert other.exit_code == 2
    assert "the options or mtcheck changed" in other.stderr
    assert {path.name: path.stat().st_mtime_ns for path in folder.glob("*.json")}.items() >= first.items()
    resumed = mtcheck("batch", "--resume", str(source), str(output))
    whole = mtcheck("batch", str(source), f"whole.{suffix}")
    assert (resumed.exit_code, resumed.stderr) == (whole.exit_code, whole.stderr)
    assert output.read_bytes() == Path(f"whole.{suffix}").read_bytes()
    assert not folder.exists()


def test_a_part_made_twice_is_the_same(tmp_path: Path) -> None:
    path = write_jsonl(Path("in.jsonl"), 20)
    parts = Parts(str(tmp_path))
    block = Block(3, str(path), 0, path.stat().st_size, 1)
    made = []
    for _ in range(2):
        parts.make(3, lambda to: jsonl.work(block, Options(), to))
        made.append((parts.part(3).read_bytes(), parts.finished(3)))
    assert made[0] == made[1]
    assert made[0][1] is not None
    assert made[0][1].rows == len(lines(20))


def test_an_input_that_shrank_is_told() -> None:
    path = write_jsonl(Path("in.jsonl"), 20)
    block = Block(0, str(path), 0, path.stat().st_size + 1, 1)
    with pytest.raises(Exception, match="changed while mtcheck was reading it"):
        jsonl.work(block, Options(), Path("part"))


@pytest.mark.parametrize(("line", "said"), [(b'{"text": "caf\xe9"}', "not UTF-8"), (b"[" * 200_000, "not JSON: ")])
def test_a_line_that_cannot_be_read_costs_itself(line: bytes, said: str) -> None:
    Path("in.jsonl").write_bytes(b'{"text": "Fine."}\n' + line + b'\n{"text": "Fine."}\n')
    result = mtcheck("batch", "in.jsonl", "out.jsonl")
    assert f"in.jsonl:2: {said}" in result.stderr
    assert "; 1 bad row, see the column error" in result.stderr
    assert [row.get("error", "")[: len(said)] if row["error"] else None for row in rows("out.jsonl")] == [
        None,
        said,
        None,
    ]
    assert rows("out.jsonl")[1]["line"].startswith(line[:12].decode())


def test_half_a_character_comes_through() -> None:
    Path("in.jsonl").write_text('{"text": "Fine.", "kept": "\\ud83d"}\n', "utf-8")
    assert mtcheck("batch", "in.jsonl", "out.jsonl").exit_code == 0
    assert rows("out.jsonl")[0]["kept"] == "\ud83d"


def test_a_bug_of_ours_in_one_row_costs_that_row(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtcheck.batch import rows as module

    examined = module.examine

    def failing(document: Any, *more: Any, **options: Any) -> Any:
        if "broken" in document.text.plain:
            raise ZeroDivisionError("no")
        return examined(document, *more, **options)

    monkeypatch.setattr(module, "examine", failing)
    first, second = module.told([{"text": "It is broken."}, {"text": ROUGH}], Options())
    assert first.error == "mtcheck failed here (ZeroDivisionError: no)"
    assert second.fixed == FIXED


def test_texts_that_are_kept_as_numbers_of_a_dictionary() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet as parquet

    parquet.write_table(
        pyarrow.table({"text": pyarrow.array([ROUGH, ROUGH, "Fine."]).dictionary_encode()}), "in.parquet"
    )
    assert mtcheck("batch", "in.parquet", "out.parquet").exit_code == 0
    assert parquet.read_table("out.parquet").column("fixed").to_pylist() == [FIXED, FIXED, "Fine."]


def test_quiet_says_nothing() -> None:
    Path("in.jsonl").write_text('{"text": "Fine."}\n', "utf-8")
    assert mtcheck("batch", "-q", "in.jsonl", "out.jsonl").output == ""


def test_a_part_that_cannot_be_written_stops_the_run_and_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtcheck.batch import jsonl

    def full(*_: Any) -> Any:
        raise OSError(28, "No space left on device", "part-1")

    Path("in.jsonl").write_text('{"text": "Fine."}\n', "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(jsonl, "work", full)
        result = mtcheck("batch", "-j", "1", "in.jsonl", "out.jsonl")
    assert result.exit_code == 3
    assert "part-1: No space left on device\n  --resume goes on from what is finished" in result.stderr
    assert not Path("out.jsonl").exists()
    assert mtcheck("batch", "--resume", "in.jsonl", "out.jsonl").exit_code == 0
    assert rows("out.jsonl")[0]["text"] == "Fine."
