"""Encoders by name: the real library, the cache on disk, and what is said when one is missing."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest
import torch

from mtcheck.align import align
from mtcheck.align.encoder import embedded
from mtcheck.align.published import publish
from mtcheck.errors import ModelProblem
from mtcheck.models import cache, encoder
from mtcheck.models.known import KINDS, find, known
from mtcheck.models.place import cache_folder, digest, hub_name

ENGLISH = ["The mayor opened the bridge.", "It rained all day.", "The mayor opened the bridge."]
GERMAN = ["Der Bürgermeister eröffnete die Brücke.", "Es regnete den ganzen Tag."]


@pytest.fixture(scope="module")
def static(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("static") / "embedded"
    publish(folder)
    return str(folder)


def test_a_real_encoder_from_a_package() -> None:
    model = encoder("all-MiniLM-L6-v2", "cpu")
    vectors = model.encode([*ENGLISH, "A bridge was opened by the mayor."])
    assert vectors.shape == (4, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    near = vectors @ vectors.T
    assert near[0, 3] > 0.8 > 0.3 > near[0, 1]
    assert model.signature.startswith("all-MiniLM-L6-v2@")


def test_the_embedded_encoder_through_the_library(static: str) -> None:
    assert np.allclose(encoder(static, "cpu").encode(ENGLISH), embedded().encode(ENGLISH), atol=1e-5)


def test_an_encoder_aligns(static: str) -> None:
    pairs = align(GERMAN, ENGLISH[:2], "de", encoder=encoder(static, "cpu"))
    assert [(pair.source, pair.target) for pair in pairs] == [((0,), (0,)), ((1,), (1,))]


def test_no_sentence_is_encoded_twice(static: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    first = encoder(static, "cpu")
    made = first._made
    monkeypatch.setattr(first, "_made", lambda sentences: asked.extend(sentences) or made(sentences))
    one = first.encode(ENGLISH)
    assert asked == ENGLISH[:2]
    again = encoder(static, "cpu")
    monkeypatch.setattr(again, "_made", lambda sentences: pytest.fail("asked the model again"))
    assert (again.encode(ENGLISH[::-1]) == one[::-1]).all()
    assert again.encode([]).shape[0] == 0
    (file,) = (cache_folder() / "vectors" / digest(Path(static))[:32]).iterdir()
    with pytest.raises(pickle.UnpicklingError):
        pickle.loads(file.read_bytes())


def test_another_model_has_another_cache(static: str, tmp_path: Path) -> None:
    publish(tmp_path / "other")
    (tmp_path / "other" / "config_sentence_transformers.json").write_text('{"prompts": {}, "x": 1}', "utf-8")
    assert encoder(static).signature != encoder(str(tmp_path / "other")).signature


def test_a_damaged_cache_is_made_again(static: str) -> None:
    vectors = encoder(static, "cpu").encode(ENGLISH)
    (file,) = (cache_folder() / "vectors" / digest(Path(static))[:32]).iterdir()
    file.write_bytes(file.read_bytes()[:50])
    assert (encoder(static, "cpu").encode(ENGLISH) == vectors).all()


def test_a_cache_that_cannot_be_written_stops_nothing(
    static: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("MTCHECK_CACHE", str(tmp_path / "file"))
    assert encoder(static, "cpu").encode(ENGLISH).shape == (3, embedded().dimensions)


def test_many_small_files_become_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "FILES", 3)
    rng = np.random.default_rng(1)
    vectors = cache.Vectors(tmp_path)
    said = {str(number): rng.normal(size=4).astype(np.float32) for number in range(9)}
    for name in said:
        vectors.of([name], lambda names: [said[each] for each in names])
        assert len(list(tmp_path.iterdir())) <= 3
    again = cache.Vectors(tmp_path).of(list(said), lambda names: pytest.fail(f"{names} were lost"))
    assert (again == np.stack(list(said.values()))).all()


def test_a_folder_that_grows_too_large_loses_its_oldest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 3000)
    vectors = cache.Vectors(tmp_path)
    for number in range(5):
        vectors.of([str(number)], lambda names: np.ones((1, 200), dtype=np.float32))
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 3000


def test_memory_that_runs_out_halves_the_batch(static: str, monkeypatch: pytest.MonkeyPatch) -> None:
    model = encoder(static, "cpu")
    model.encode(["one"])
    sizes: list[int] = []
    encode = model._model.encode

    def short(sentences: list[str], batch_size: int, **options: object) -> object:
        sizes.append(batch_size)
        if batch_size > 16:
            raise torch.OutOfMemoryError("out of memory")
        return encode(sentences, batch_size=batch_size, **options)

    monkeypatch.setattr(model._model, "encode", short)
    assert model.encode(ENGLISH).shape[0] == 3
    assert sizes == [64, 32, 16]


def test_a_prefix_is_put_before_each_sentence(static: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = find("multilingual-e5-small")
    assert row is not None
    model = encoder(static, "cpu")
    monkeypatch.setattr(model, "prompt", row.prefix)
    assert np.allclose(model.encode(["It rained."]), embedded().encode(["query: It rained."]), atol=1e-5)


def test_what_is_no_encoder(tmp_path: Path, static: str) -> None:
    (tmp_path / "config.json").write_text("{}", "utf-8")
    with pytest.raises(ModelProblem, match="not a sentence encoder"):
        encoder(str(tmp_path))
    (tmp_path / "modules.json").write_text("[]", "utf-8")
    torch.save({}, tmp_path / "pytorch_model.bin")
    with pytest.raises(ModelProblem, match="its weights are a pickle"):
        encoder(str(tmp_path))
    with pytest.raises(ModelProblem, match="the model LaBSE is not on this machine: mtcheck models pull LaBSE"):
        encoder("LaBSE")


def test_the_table_of_known_models() -> None:
    names = [row.name for row in known()]
    assert len(set(names)) == len(names)
    assert {row.kind for row in known()} == set(KINDS)
    assert all(row.licence and row.size and row.use for row in known())
    assert all(row.commercial == ("NC" not in row.licence) for row in known())
    assert hub_name("nllb-600m", find("NLLB-600M")) == ("facebook/nllb-200-distilled-600M", "refs/pr/45")
    assert hub_name("a/b@v1", None) == ("a/b", "v1")
