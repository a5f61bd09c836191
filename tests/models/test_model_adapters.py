"""Every kind of model, through the real loading and generation code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import torch
from conftest import CLEAN, FRENCH, LEARNT, LIKELY, NUMBER, REPAIRED

from mtcheck.errors import ModelProblem
from mtcheck.models import scorers
from mtcheck.models.chat import Chat, bare, messages
from mtcheck.models.generation import Limits
from mtcheck.models.loading import Loaded, load
from mtcheck.models.place import locate
from mtcheck.models.scorers import Likelihood, agreement
from mtcheck.models.sentence import Sentence
from mtcheck.models.seq2seq import Corrector, Translator


def loaded(path: Path) -> Loaded:
    return load(locate(str(path)), "cpu")


def written(writer: object, sentences: list[Sentence]) -> list[str]:
    return [answer.dropped or answer.text for answer in writer.write(sentences, lambda done: None)]


def test_a_corrector_answers_what_it_learnt_in_the_order_given(corrector: Path) -> None:
    model = loaded(corrector)
    assert model.kind == "corrector"
    seen: list[int] = []
    sentences = [Sentence(text) for text, _ in LEARNT]
    answers = Corrector(model, Limits(batch=3)).write(sentences, seen.append)
    assert [answer.text for answer in answers] == [answer for _, answer in LEARNT]
    assert seen == [3, 6, 8]
    assert Corrector(model).write(sentences, seen.append) == answers


def test_marian_translates_the_source(translator: Path) -> None:
    model = loaded(translator)
    assert model.kind == "translator"
    sentences = [Sentence("x", source=source) for source, _ in FRENCH]
    assert written(Translator(model), [*sentences, Sentence("no source")]) == [
        *(english for _, english in FRENCH),
        "no source sentence beside it",
    ]


def test_madlad_is_told_the_language_before_the_text(madlad: Path) -> None:
    model = loaded(madlad)
    assert model.kind == "translator"
    assert written(Translator(model), [Sentence("x", source=FRENCH[0][0])]) == [FRENCH[0][1]]


def test_nllb_is_told_both_languages(nllb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = loaded(nllb)
    asked: list[dict[str, object]] = []
    generate = model.model.generate
    monkeypatch.setattr(model.model, "generate", lambda **options: asked.append(options) or generate(**options))
    Translator(model, Limits(growth=0.1)).write([Sentence("x", source=FRENCH[0][0])], lambda done: None)
    code = model.tokenizer.convert_tokens_to_ids
    assert asked[0]["forced_bos_token_id"] == code("eng_Latn")
    assert asked[0]["input_ids"][0, 0] == code("fra_Latn")
    with pytest.raises(ModelProblem, match="does not translate from de to English"):
        Translator(model).write([Sentence("x", source="Guten Tag.", language="de")], lambda done: None)


def test_a_chat_model_is_asked_through_its_template(chat: Path) -> None:
    model = loaded(chat)
    assert model.kind == "chat"
    assert written(Chat(model), [Sentence(text) for text, _ in (NUMBER, REPAIRED)]) == [NUMBER[1], REPAIRED[1]]


def test_what_a_chat_model_is_told() -> None:
    told = messages(Sentence("It is cold.", source="Il fait froid.", notes=("who is “it”?",)), system=True)
    assert [message["role"] for message in told] == ["system", "user"]
    assert told[1]["content"] == "French: Il fait froid.\nA checker says: who is “it”?\nEnglish: It is cold."
    assert len(messages(Sentence("It is cold."), system=False)) == 1
    assert bare("English: “It is cold.”\nI changed nothing.", "It is cold.") == "It is cold."
    assert bare("“It is cold.”", "“It is cold.”") == "“It is cold.”"


def test_a_causal_model_prefers_what_it_knows(causal: Path) -> None:
    model = loaded(causal)
    assert model.kind == "causal"
    judge = Likelihood(model)
    versions = ["He depends of his brother.", LIKELY[0], "He depends from brother his."]
    scores = judge.scores(Sentence(""), versions)
    assert max(scores) == scores[1]
    alone = [judge.scores(Sentence(""), [version])[0] for version in versions]
    assert scores == pytest.approx(alone, abs=1e-3), "padding changes no score"


def test_causal_scores_are_log_probabilities(causal: Path) -> None:
    model = loaded(causal)
    ids = torch.tensor([[model.tokenizer.bos_token_id, *model.tokenizer(LIKELY[0])["input_ids"]]])
    with torch.inference_mode():
        loss = model.model(input_ids=ids, labels=ids).loss.item()
    assert Likelihood(model).scores(Sentence(""), [LIKELY[0]])[0] == pytest.approx(-loss * (ids.shape[1] - 1), rel=1e-4)


def test_a_masked_model_hides_one_token_after_another(masked: Path) -> None:
    model = loaded(masked)
    assert model.kind == "masked"
    ids = model.tokenizer(LIKELY[0])["input_ids"]
    total = 0.0
    for at, token in enumerate(ids[:-1]):  # the last is the end token
        row = torch.tensor([[*ids[:at], model.tokenizer.mask_token_id, *ids[at + 1 :]]])
        with torch.inference_mode():
            total += torch.log_softmax(model.model(input_ids=row).logits[0, at], -1)[token].item()
    assert Likelihood(model, Limits(batch=3)).scores(Sentence(""), [LIKELY[0]])[0] == pytest.approx(total, rel=1e-4)


def test_a_translation_as_a_witness() -> None:
    witness = "The mayor currently works on the bridge."
    assert agreement("The mayor currently works on a bridge.", witness) > agreement(
        "The mayor actually works on a bridge.", witness
    )
    assert agreement("", "") == 0.0


def test_long_sentences_are_not_given_and_unfinished_answers_not_taken(corrector: Path) -> None:
    model = loaded(corrector)
    sentences = [Sentence(CLEAN[0]), Sentence(" ".join([CLEAN[0]] * 4))]
    assert written(Corrector(model, Limits(tokens=20)), sentences) == [CLEAN[1], "sentence too long for the model"]
    assert written(Corrector(model, Limits(seconds=1e-9)), sentences[:1]) == ["model did not finish"]


def test_memory_that_runs_out_halves_the_batch(corrector: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = loaded(corrector)
    sizes: list[int] = []
    generate = model.model.generate

    def short(most: int):
        def generating(**options: object) -> object:
            sizes.append(len(options["input_ids"]))
            if sizes[-1] > most:
                raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB")
            return generate(**options)

        return generating

    sentences = [Sentence(text) for text, _ in LEARNT]
    monkeypatch.setattr(model.model, "generate", short(2))
    assert written(Corrector(model, Limits(batch=8)), sentences) == [answer for _, answer in LEARNT]
    assert sizes == [8, 4, 2, 2, 2, 2]
    monkeypatch.setattr(model.model, "generate", short(0))
    with pytest.raises(ModelProblem, match="not enough memory on cpu: use a smaller model"):
        Corrector(model).write(sentences, lambda done: None)


def test_pickles_are_refused(corrector: Path, tmp_path: Path) -> None:
    shutil.copytree(corrector, tmp_path / "pickled")
    (tmp_path / "pickled" / "model.safetensors").unlink()
    torch.save({}, tmp_path / "pickled" / "pytorch_model.bin")
    with pytest.raises(ModelProblem, match=r"its weights are a pickle \(pytorch_model.bin\).*--convert"):
        loaded(tmp_path / "pickled")
    (tmp_path / "pickled" / "pytorch_model.bin").unlink()
    with pytest.raises(ModelProblem, match=r"no weights \(\*.safetensors\)"):
        loaded(tmp_path / "pickled")


def test_damaged_weights_are_told_in_one_line(corrector: Path, tmp_path: Path) -> None:
    shutil.copytree(corrector, tmp_path / "cut")
    whole = (tmp_path / "cut" / "model.safetensors").read_bytes()
    (tmp_path / "cut" / "model.safetensors").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelProblem, match="cannot be used") as caught:
        loaded(tmp_path / "cut")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            {"model_type": "bert", "architectures": ["BertForTokenClassification"]},
            "BertForTokenClassification can neither",
        ),
        ({}, "no config.json"),
    ],
)
def test_wrong_kinds_of_model(tmp_path: Path, settings: dict[str, object], said: str) -> None:
    if settings:
        (tmp_path / "config.json").write_text(json.dumps(settings), "utf-8")
    with pytest.raises(ModelProblem, match=said):
        loaded(tmp_path)


def test_an_encoder_corrects_nothing(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("[]", "utf-8")
    with pytest.raises(ModelProblem, match="a sentence encoder, which cannot correct anything: --encoder"):
        loaded(tmp_path)


def test_code_that_comes_with_a_model_is_not_run(corrector: Path, tmp_path: Path) -> None:
    folder = tmp_path / "own code"
    shutil.copytree(corrector, folder)
    settings = json.loads((folder / "config.json").read_text("utf-8"))
    settings |= {"model_type": "mine", "auto_map": {"AutoConfig": "code.Mine", "AutoModelForSeq2SeqLM": "code.Model"}}
    (folder / "config.json").write_text(json.dumps(settings), "utf-8")
    (folder / "code.py").write_text("raise SystemExit('this ran')\n", "utf-8")
    with pytest.raises(ModelProblem):
        loaded(folder)


def test_devices() -> None:
    from mtcheck.models.device import chosen

    assert chosen("cpu") == "cpu"
    with pytest.raises(ModelProblem, match="no such device"):
        chosen("tpu")
    if not torch.cuda.is_available():
        with pytest.raises(ModelProblem, match="--device cpu"):
            chosen("cuda")


def test_only_macs_have_mps() -> None:
    from mtcheck.models.device import chosen

    if not torch.backends.mps.is_available():
        with pytest.raises(ModelProblem, match="only Macs with Apple silicon"):
            chosen("mps")


@pytest.mark.parametrize("kind", ["causal", "masked"])
def test_memory_that_runs_out_halves_the_batch_of_a_judge(
    kind: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = Likelihood(loaded(request.getfixturevalue(kind)), Limits(batch=8))
    versions = [LIKELY[0], "He depends of his brother.", "He depends from his brother."]
    alone = judge.scores(Sentence(""), versions)
    batch = getattr(scorers, f"_{kind}_batch")
    sizes: list[int] = []

    def short(most: int):
        def judged(model: Loaded, rows: list[list[int]], *more: object) -> object:
            sizes.append(len(rows))
            if len(rows) > most:
                raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB")
            return batch(model, rows, *more)

        return judged

    monkeypatch.setattr(scorers, f"_{kind}_batch", short(2))
    assert judge.scores(Sentence(""), versions) == pytest.approx(alone, abs=1e-3)
    assert max(sizes) > 2 >= sizes[-1]
    monkeypatch.setattr(scorers, f"_{kind}_batch", short(0))
    with pytest.raises(ModelProblem, match="not enough memory on cpu"):
        judge.scores(Sentence(""), versions)


def test_what_is_too_long_or_empty_is_not_judged(causal: Path) -> None:
    judge = Likelihood(loaded(causal), Limits(tokens=4))
    assert judge.scores(Sentence(""), [LIKELY[0], "He depends of his brother."]) == [0.0, 0.0]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import nowhere_to_be_found", "halfthere is not installed whole (nowhere_to_be_found is missing)"),
        (
            "raise OSError('libcuda.so.9: cannot open\\nmore')",
            "halfthere cannot be imported (libcuda.so.9: cannot open)",
        ),
    ],
)
def test_a_library_that_is_half_there(code: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mtcheck.models.libraries import library

    (tmp_path / "halfthere.py").write_text(code.replace("\\n", "\\n") + "\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModelProblem) as raised:
        library("halfthere")
    assert said in raised.value.message
    assert "pip install 'mtcheck[models]'" in raised.value.message


def test_a_label_goes_unless_the_sentence_has_it() -> None:
    from mtcheck.models.chat import bare

    assert bare("English: He left.", "He leave.") == "He left."
    assert bare("English: a world language.", "English: a worlds language.") == "English: a world language."
