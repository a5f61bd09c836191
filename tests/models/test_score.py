"""`mtcheck score`: sacrebleu's numbers to every digit, alignment where lines differ, and scores without a reference."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mtcheck.align.beside import beside
from mtcheck.models.comet import judged_by, require_plain
from mtcheck.models.quality import SIGNS, quality, score_of
from mtcheck.models.segments import lines, segments
from mtcheck.text import Span
from tests.command import mtcheck

ARTICLE = Path(__file__).parents[2] / "corpora" / "articles" / "strait-lighthouse"

REF = (
    "The mayor of the town spoke on Monday.\nHe said that nobody would leave.\nThe bridge is closed until spring.\n" * 4
)
HYP = "The town mayor spoke Monday.\nHe said that nobody would be leaving.\nThe bridge is closed until spring.\n" * 4
OLD = "The town mayor spoke the Monday.\nHe says that no one would be left .\nThe bridge closed until spring.\n" * 4


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("ref.txt", REF), ("hyp.txt", HYP), ("old.txt", OLD)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def said(*args: object) -> dict[str, object]:
    result = mtcheck("score", *args, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def sacrebleu(*args: str) -> str:
    """What sacrebleu's own command prints, with twelve digits."""
    command = [sys.executable, "-m", "sacrebleu", *args, "-w", "12", "--no-color"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_numbers_are_sacrebleus_to_every_digit() -> None:
    ours = said("hyp.txt", "--ref", "ref.txt")
    assert (ours["segments"], ours["aligned"]) == (12, False)
    asked = ("ref.txt", "-i", "hyp.txt", "-m", "bleu", "chrf", "ter", "-f", "json", "--confidence")
    theirs = {entry["name"]: entry for entry in json.loads(sacrebleu(*asked))}
    assert [entry["name"] for entry in ours["scores"]] == ["BLEU", "chrF2", "TER"]
    for entry in ours["scores"]:
        its = theirs[entry["name"]]
        assert entry["signature"] == its["signature"]
        for key in ("score", "confidence_mean", "confidence_var"):
            assert round(entry[key], 12) == its[key]


def test_the_paired_test_is_sacrebleus() -> None:
    ours = said("hyp.txt", "--ref", "ref.txt", "--before", "old.txt")
    # as a table: its JSON of a paired test on TER fails (a float32 that json cannot write, in 2.6.0)
    asked = ("ref.txt", "-i", "old.txt", "hyp.txt", "-m", "bleu", "chrf", "ter", "-f", "text", "--paired-bs")
    cells = [line.split("│") for line in sacrebleu(*asked).splitlines() if line.startswith("│")]
    before, after, chance = ([cell.strip() for cell in row[2:-1]] for row in cells[1:])
    for column, entry in enumerate(ours["scores"]):
        for cell, mine in ((before[column], entry["before"]), (after[column], entry)):
            numbers = [float(number) for number in re.findall(r"[\d.]+", cell)]
            assert numbers == [round(mine[key], 12) for key in ("score", "confidence_mean", "confidence_var")]
        assert float(re.findall(r"[\d.]+", chance[column])[0]) == round(entry["p_value"], 4)


def test_the_table_prints_signatures_and_a_verdict() -> None:
    shown = mtcheck("score", "hyp.txt", "--ref", "ref.txt", "--before", "old.txt").stdout
    assert "12 segments, line by line" in shown
    assert "BLEU|nrefs:1|bs:1000|seed:12345|case:mixed|eff:no|tok:13a|smooth:exp|version:" in shown
    assert ", better)" in shown
    same = mtcheck("score", "hyp.txt", "--ref", "ref.txt", "--before", "hyp.txt").stdout
    assert same.count("no difference") == 3


def test_files_that_are_not_line_by_line_are_aligned() -> None:
    Path("flowing.txt").write_text(HYP.replace("\n", " "), "utf-8")
    aligned = said("flowing.txt", "--ref", "ref.txt")
    assert aligned["aligned"]
    assert aligned["segments"] <= 12
    direct = said("hyp.txt", "--ref", "ref.txt")
    for mine, theirs in zip(aligned["scores"], direct["scores"], strict=True):
        assert mine["score"] == pytest.approx(theirs["score"], abs=2)
    assert said("hyp.txt", "--ref", "ref.txt", "--align")["aligned"]


def test_segments_lose_nothing() -> None:
    reference = "One man came here today. He bought two loaves of bread. Then he left. Nobody saw him again."
    first = "One man came here today, he bought two loaves of bread.\nThen he left.\nNobody saw him any more."
    second = "A wholly different sentence about ships. One man came here today. He bought two loaves of bread."
    cut = segments(reference, (first, second))
    assert cut.aligned
    for text, made in ((reference, cut.reference), (first, cut.versions[0]), (second, cut.versions[1])):
        assert len(made) == len(cut.reference)
        assert " ".join(" ".join(made).split()) == " ".join(text.split())
    assert cut.reference[0] == "One man came here today. He bought two loaves of bread."


def test_lines_are_read_as_sacrebleu_reads_them() -> None:
    assert lines("a \n\nb\n") == ["a", "", "b"]
    assert lines("a") == ["a"]


def test_fix_shows_what_the_repairs_gain() -> None:
    gold, rough = ARTICLE / "article.gold.txt", ARTICLE / "article.txt"
    result = mtcheck("fix", "--ref", gold, rough)
    assert result.exit_code == 0
    assert result.stdout.startswith("--- a/")
    for name in ("BLEU", "chrF2", "TER"):
        assert any(line.startswith(name) and line.endswith("better)") for line in result.stderr.splitlines())
    assert mtcheck("fix", "--ref", gold, rough, gold).exit_code == 2
    missing = mtcheck("fix", "--ref", "nowhere.txt", rough)
    assert (missing.exit_code, "nowhere.txt: no such file" in missing.stderr) == (3, True)


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["hyp.txt"], 2, "nothing to score against"),
        (["hyp.txt", "--before", "old.txt", "--source", "ref.txt"], 2, "--before needs a reference"),
        (["nowhere.txt", "--ref", "ref.txt"], 3, "no such file"),
        (["hyp.txt", "--ref", "nowhere.txt"], 3, "no such file"),
        (["empty.txt", "--ref", "ref.txt"], 3, "there is no text in it"),
        (["hyp.txt", "--source", "ref.txt", "--encoder", "LaBSE"], 3, "mtcheck models pull LaBSE"),
        (["hyp.txt", "--source", "ref.txt", "--comet", "cometkiwi"], 3, "pip install 'mtcheck[comet]'"),
    ],
)
def test_what_cannot_be_scored(args: list[str], code: int, message: str) -> None:
    Path("empty.txt").write_text("\n", "utf-8")
    result = mtcheck("score", *args)
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr


def test_without_sacrebleu_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    find = importlib.util.find_spec
    monkeypatch.setattr("mtcheck.models.libraries.find_spec", lambda name: None if name == "sacrebleu" else find(name))
    for name in [name for name in sys.modules if name.partition(".")[0] == "sacrebleu"]:
        monkeypatch.delitem(sys.modules, name)
    result = mtcheck("score", "hyp.txt", "--ref", "ref.txt")
    assert (result.exit_code, result.stderr) == (
        3,
        "mtcheck: sacrebleu is not installed: pip install 'mtcheck[score]'\n",
    )
    before = Path("hyp.txt").read_text("utf-8")
    fixed = mtcheck("fix", "--write", "--ref", "ref.txt", "hyp.txt")
    assert (fixed.exit_code, Path("hyp.txt").read_text("utf-8")) == (3, before)


def test_quality_knows_a_translation_from_another_text() -> None:
    source, gold, rough = (ARTICLE / name for name in ("article.fr.txt", "article.gold.txt", "article.txt"))
    right, raw = said(gold, "--source", source)["quality"], said(rough, "--source", source)["quality"]
    assert right["encoder"] == "embedded"
    assert right["score"] > raw["score"] > 70
    left_out = min(right["passages"], key=lambda passage: passage["score"])
    assert (left_out["score"], left_out["target"]) == (0, "")
    assert said("hyp.txt", "--source", source)["quality"]["score"] < 30
    shown = mtcheck("score", gold, "--source", source).stdout
    assert shown.startswith(f"quality  {right['score']:.2f} of 100")


def test_quality_marks_the_wrong_sentence_down() -> None:
    source = "Le maire a parlé lundi à Lyon.\nIl pleut depuis 12 jours sur la ville.\nLe pont est fermé.\n"
    good = "The mayor spoke in Lyon on Monday.\nIt has been raining on the town for 12 days.\nThe bridge is closed.\n"
    for wrong in (
        good.replace("12", "21"),
        good.replace("Lyon", "Paris"),
        good.replace(" on the town for 12 days", ""),
    ):
        scores = [quality(beside(source, text, "fr"), text, ()).score for text in (good, wrong)]
        assert scores[0] > scores[1], wrong
    found = quality(beside(source, good, "fr"), good, (Span(0, 3),))
    assert found.score < quality(beside(source, good, "fr"), good, ()).score
    assert found.passages[0].score < found.passages[2].score or found.passages[0].signs[-1] > 0


def test_quality_with_a_named_encoder() -> None:
    source, gold = ARTICLE / "article.fr.txt", ARTICLE / "article.gold.txt"
    judged = said(gold, "--source", source, "--encoder", "all-MiniLM-L6-v2", "--device", "cpu")["quality"]
    assert judged["encoder"].startswith("all-MiniLM-L6-v2@")


def test_scores_stay_between_0_and_100() -> None:
    assert len(SIGNS) == 5
    assert score_of((1.0, 0, 0, 0, 0)) <= 100
    assert score_of((-1.0, 3.0, 1.0, 1.0, 1.0)) == 0


def test_a_comet_checkpoint_that_could_run_code_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    import torch

    from mtcheck.errors import ModelProblem

    torch.save({"state_dict": {"weight": torch.ones(2)}, "hyper_parameters": {"layers": 2}}, tmp_path / "plain.ckpt")
    require_plain("x", tmp_path / "plain.ckpt")
    torch.save({"state_dict": os.system}, tmp_path / "wicked.ckpt")
    with pytest.raises(ModelProblem, match="holds more than weights"):
        require_plain("x", tmp_path / "wicked.ckpt")
    with pytest.raises(ModelProblem, match=r"pip install 'mtcheck\[comet\]'"):
        judged_by("x", [("a", "b")])


def test_a_tiny_text_with_an_empty_line_has_no_interval_where_none_can_be_had(here: Path) -> None:
    (here / "a.txt").write_text("The cat sat.\n\nThe dog ran away.\n", "utf-8")
    (here / "b.txt").write_text("The cat sat down.\n\nThe dog ran.\n", "utf-8")
    bleu, chrf, _ = said("a.txt", "--ref", "b.txt")["scores"]
    assert "confidence_mean" in bleu
    assert "bs:1000" in bleu["signature"]
    assert "confidence_mean" not in chrf
    assert "bs:" not in chrf["signature"]
    plain = json.loads(sacrebleu("b.txt", "-i", "a.txt", "-m", "chrf", "-f", "json"))
    assert chrf["score"] == pytest.approx(plain["score"], abs=1e-9)


def test_between_two_equal_texts_there_is_no_difference() -> None:
    scores = said("hyp.txt", "--ref", "ref.txt", "--before", "hyp.txt")["scores"]
    assert [each["p_value"] for each in scores] == [1.0, 1.0, 1.0]


def test_comet_judges_pairs_and_names_its_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library itself wants another version of what is installed here: a stand-in takes its calls."""
    import torch

    from mtcheck.errors import ModelProblem
    from mtcheck.models import comet

    asked: list[object] = []

    class Comet:
        def load_from_checkpoint(self, path: str, local_files_only: bool) -> Comet:
            asked.append((Path(path).name, local_files_only))
            return self

        def predict(self, data: list[dict[str, str]], **options: object) -> dict[str, list[float]]:
            asked.append((data, options["gpus"]))
            return {"scores": [0.5 for _ in data]}

    real = comet.library
    monkeypatch.setattr(comet, "library", lambda name: Comet() if name == "comet" else real(name))
    with pytest.raises(ModelProblem, match="no COMET model"):
        judged_by(str(tmp_path), [("a", "b")], "cpu")
    (tmp_path / "checkpoints").mkdir()
    (tmp_path / "hparams.yaml").write_text("layers: 2\n", "utf-8")
    torch.save({"state_dict": {"weight": torch.ones(2)}}, tmp_path / "checkpoints" / "model.ckpt")
    scores, signature = judged_by(str(tmp_path), [("Il est là.", "He is there.")], "cpu")
    assert scores == [0.5]
    assert tmp_path.name in signature
    assert asked == [("model.ckpt", True), ([{"src": "Il est là.", "mt": "He is there."}], 0)]
    with pytest.raises(ModelProblem, match="is not on this machine: hf download Unbabel/wmt22-cometkiwi-da"):
        judged_by("Unbabel/wmt22-cometkiwi-da", [("a", "b")], "cpu")
