"""`mtcheck fix --model`: from the command line to the report, through a corrector whose answers are known."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from click.testing import Result
from conftest import ARTICLE, CLEAN, FRENCH, LEARNT, LIKELY, REPAIRED

from mtcheck.finding import Finding, Safety, Suggestion
from mtcheck.models.assemble import proposer
from mtcheck.models.propose import Task
from mtcheck.text import Edit, Span
from tests.command import mtcheck

TEXT = "".join(f"{before}\n\n" for before, _ in LEARNT).rstrip("\n") + "\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


def report(result: Result) -> dict[str, object]:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_known_repair_is_made_and_all_else_falls(corrector: Path) -> None:
    result = mtcheck("fix", "-v", "--write", "--suggested", "--model", corrector, "a.txt")
    assert result.exit_code == 0
    assert Path("a.txt").read_text("utf-8") == TEXT.replace(*REPAIRED)
    said = result.stderr.splitlines()[-1]
    assert said.startswith(f"{corrector.name}@")
    kept, _, dropped = said.partition("dropped: ")
    assert "1 edits kept" in kept
    assert dict(part.split(" ", 1)[::-1] for part in dropped.split(", ")) == {
        "number changed": "1",
        "negation changed": "1",
        "name changed": "1",
        "rewritten sentence": "1",
        "quotation mark changed": "2",
        "a rule would speak": "1",
    }


def test_it_is_a_suggestion_in_every_report(corrector: Path) -> None:
    seen = report(mtcheck("fix", "--format", "json", "--model", corrector, "a.txt"))
    (finding,) = (f for f in seen["files"][0]["findings"] if f["rule"] == "model-correction")
    assert finding["safety"] == "suggest"
    assert 0 < finding["confidence"] < 0.9
    assert finding["text"] == "for"
    assert finding["suggestions"][0]["text"] == "to"
    assert finding["message"].startswith(f"{corrector.name}@")
    assert "would write “to” for “for”" in finding["message"]
    name, _, number = seen["signature"].rpartition("|models=")[2].partition("@")
    assert (name, len(number)) == (corrector.name, 12)
    assert seen["files"][0]["fixed"] == TEXT
    assert seen["files"][0]["proposed"] == TEXT.replace(*REPAIRED)
    assert "model-correction  suggest" in mtcheck("fix", "--format", "text", "--model", corrector, "a.txt").stdout
    assert "+" + REPAIRED[1] in mtcheck("fix", "--suggested", "--model", corrector, "a.txt").stdout


def test_the_safe_repairs_never_come_from_a_model(corrector: Path) -> None:
    assert mtcheck("fix", "--write", "--model", corrector, "a.txt").exit_code == 0
    assert Path("a.txt").read_text("utf-8") == TEXT


def test_repairing_twice_changes_nothing_more(corrector: Path) -> None:
    for _ in range(2):
        mtcheck("fix", "--write", "--suggested", "--model", corrector, "a.txt")
        assert Path("a.txt").read_text("utf-8") == TEXT.replace(*REPAIRED)


def test_the_configuration_may_name_a_model(corrector: Path) -> None:
    Path("mtcheck.toml").write_text(f'model = "{corrector}"\n', "utf-8")
    seen = report(mtcheck("fix", "--format", "json", "a.txt"))
    assert "model-correction" in [finding["rule"] for finding in seen["files"][0]["findings"]]
    assert mtcheck("check", "a.txt").exit_code == 0


def test_a_model_can_be_ignored_like_a_rule(corrector: Path) -> None:
    Path("a.txt.mtcheckignore").write_text("model-correction: for\n", "utf-8")
    assert report(mtcheck("fix", "--format", "json", "--model", corrector, "a.txt"))["files"][0]["findings"] == []
    Path("a.txt.mtcheckignore").unlink()
    ignored = mtcheck("fix", "--format", "json", "--ignore", "model-correction", "--model", corrector, "a.txt")
    assert report(ignored)["files"][0]["findings"] == []


def test_markup_is_not_cut(corrector: Path) -> None:
    Path("a.md").write_text("The minister promised `for` close 12 schools.\n\n" + CLEAN[0] + "\n", "utf-8")
    before = Path("a.md").read_text("utf-8")
    assert mtcheck("fix", "--write", "--suggested", "--model", corrector, "a.md").exit_code == 0
    assert Path("a.md").read_text("utf-8") == before


def test_a_rule_keeps_its_own_place(corrector: Path) -> None:
    Path("a.txt").write_text(ARTICLE[1] + "\n", "utf-8")
    seen = report(mtcheck("fix", "--format", "json", "--model", corrector, "a.txt"))["files"][0]
    assert [(f["rule"] == "model-correction", f["suggestions"][0]["text"]) for f in seen["findings"]] == [(False, "a")]


def task(text: str, findings: tuple[Finding, ...] = (), bitext: object = None) -> Task:
    return Task(text, "fr", findings, bitext, lambda edit: True, lambda edits: findings)


def choice(text: str, old: str, *new: str, safety: Safety = Safety.SUGGEST) -> Finding:
    """A finding on `old` with these suggestions."""
    span = Span(text.index(old), text.index(old) + len(old))
    made = tuple(Suggestion((Edit(span, each),), 0.8 * 0.8**at, span, each) for at, each in enumerate(new))
    return Finding("preposition", safety, 0.8, "wrong word", span, old, made)


def test_a_language_model_chooses_among_suggestions(causal: Path) -> None:
    text = "He depends of his brother."
    (chosen,) = proposer([str(causal)], "cpu")(task(text, (choice(text, "of", "from", "on"),)))
    assert [suggestion.text for suggestion in chosen.suggestions] == ["on", "from"]
    assert [suggestion.confidence for suggestion in chosen.suggestions] == [0.8, 0.8 * 0.8]
    assert f"{causal.name}@" in chosen.message
    safe = choice(text, "of", "from", "on", safety=Safety.SAFE)
    assert proposer([str(causal)], "cpu")(task(text, (safe,))) == (safe,)
    right = choice(LIKELY[0], "on", "on", "of")
    assert proposer([str(causal)], "cpu")(task(LIKELY[0], (right,))) == (right,)


def test_a_translation_is_a_witness(translator: Path) -> None:
    """Its words are taken where a rule has found something, and nowhere else."""
    from mtcheck.analysis.bitext import Bitext, Passage

    text = "The minister have decided to close 12 schools."
    source = FRENCH[0][0]
    bitext = Bitext(source, "fr", [Passage(Span(0, len(source)), Span(0, len(text)), 1.0)])
    model = proposer([str(translator)], "cpu")
    assert model(task(text, (), bitext)) == ()
    assert model.dropped == {"only another wording": 1}
    flag = Finding("agreement", Safety.FLAG, 0.6, "number", Span(13, 17), "have")
    _, made = sorted(proposer([str(translator)], "cpu")(task(text, (flag,), bitext)), key=lambda f: f.rule)
    assert (made.rule, made.suggestions[0].text) == ("model-correction", "has")
    two = choice(text, "decided", "resolved", "decided")
    ordered = [f for f in proposer([str(translator)], "cpu")(task(text, (two,), bitext)) if f.rule == "preposition"]
    assert [suggestion.text for suggestion in ordered[0].suggestions] == ["decided", "resolved"]


def test_the_source_reaches_the_model(translator: Path) -> None:
    Path("a.txt").write_text("".join(f"{english}\n\n" for _, english in FRENCH), "utf-8")
    Path("a.fr.txt").write_text("".join(f"{french}\n\n" for french, _ in FRENCH), "utf-8")
    result = mtcheck("fix", "-v", "--model", translator, "--source", "a.fr.txt", "a.txt")
    assert result.exit_code == 0
    assert "2 sentences, 0 edits kept, dropped: none" in result.stderr


ERRORS = [
    ("LaBSE", "the model LaBSE is not on this machine: mtcheck models pull LaBSE"),
    ("someone/model", "the model someone/model is not on this machine: mtcheck models pull someone/model"),
    ("not a name/at all", "not a name/at all: no folder, and no name that a hub can have"),
    ("labs", "no model is called labs: did you mean LaBSE?"),
    ("./nowhere", "./nowhere: no such folder; a model is a folder or a name (mtcheck models list)"),
    ("all-MiniLM-L6-v2", "all-MiniLM-L6-v2: a sentence encoder, which cannot correct anything"),
]


@pytest.mark.parametrize(("name", "said"), ERRORS, ids=[name for name, _ in ERRORS])
def test_a_model_that_is_not_there(name: str, said: str) -> None:
    result = mtcheck("fix", "--write", "--suggested", "--model", name, "a.txt")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"mtcheck: {said}")
    assert result.stderr.count("\n") == 1
    assert Path("a.txt").read_text("utf-8") == TEXT


def test_a_pickle_is_not_loaded(corrector: Path, here: Path) -> None:
    shutil.copytree(corrector, here / "pickled", ignore=shutil.ignore_patterns("*.safetensors"))
    torch.save({}, here / "pickled" / "pytorch_model.bin")
    result = mtcheck("fix", "--write", "--suggested", "--model", "./pickled", "a.txt")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert "mtcheck models pull ./pickled --convert" in result.stderr
    assert Path("a.txt").read_text("utf-8") == TEXT


@pytest.mark.parametrize("library", ["transformers", "torch"])
def test_a_library_that_is_not_there(library: str, corrector: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    find = importlib.util.find_spec
    monkeypatch.setattr("mtcheck.models.libraries.find_spec", lambda name: None if name == library else find(name))
    monkeypatch.delitem(sys.modules, library)
    result = mtcheck("fix", "--write", "--suggested", "--model", corrector, "a.txt")
    assert result.exit_code == 3
    assert result.stderr == f"mtcheck: {library} is not installed: pip install 'mtcheck[models]'\n"
    assert Path("a.txt").read_text("utf-8") == TEXT


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (torch.OutOfMemoryError("CUDA out of memory."), 3, "not enough memory on cpu: use a smaller model"),
        (RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes"), 3, "not enough memory"),
        (MemoryError(), 3, "not enough memory"),
        (RuntimeError("shapes\ndo not fit"), 3, "cannot be used (shapes do not fit)"),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_a_run_that_fails_leaves_the_file(
    error: BaseException, code: int, said: str, corrector: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*args: object, **options: object) -> None:
        raise error

    monkeypatch.setattr("transformers.T5ForConditionalGeneration.generate", failing)
    result = mtcheck("fix", "--write", "--suggested", "--model", corrector, "a.txt")
    assert result.exit_code == code
    assert said in result.stderr
    assert Path("a.txt").read_text("utf-8") == TEXT


def test_nothing_of_it_is_loaded_without_a_model(here: Path) -> None:
    code = (
        "import sys; from mtcheck.cli import cli; cli.main(['fix', 'a.txt'], standalone_mode=False); "
        "print(*sorted(name for name in sys.modules if name.startswith(('mtcheck.models', 'torch', 'transformers', "
        "'sentence_transformers', 'sacrebleu', 'huggingface_hub'))), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == ""


def test_no_network_call_is_made(corrector: Path, translator: Path, here: Path) -> None:
    """Every door out is walled up; loading and running models must not so much as knock."""
    code = (
        "import socket, sys\n"
        "def wall(*args, **options):\n"
        "    print('network', args, file=sys.stderr); raise OSError('no network')\n"
        "socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = wall\n"
        "from mtcheck.cli import cli\n"
        "from mtcheck.models import encoder\n"
        "assert encoder('all-MiniLM-L6-v2', 'cpu').encode(['Good morning.']).shape == (1, 384)\n"
        "cli.main(sys.argv[1:])\n"
    )
    arguments = ["fix", "--format", "json", "--model", str(corrector), "--model", str(translator), "a.txt"]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "network" not in done.stderr
    assert "model-correction" in done.stdout
