"""A place -> a transformers model with its tokeniser on a device, and what the model can do.

Only safetensors weights are read, only files that are here, and no code that came with a model is run.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from mtcheck.errors import ModelProblem
from mtcheck.models.device import chosen, numbers, told
from mtcheck.models.libraries import library
from mtcheck.models.place import Place, require_safetensors

TRANSLATORS = ("marian", "m2m_100", "mbart")
CLASSES = {
    "corrector": "AutoModelForSeq2SeqLM",
    "translator": "AutoModelForSeq2SeqLM",
    "chat": "AutoModelForCausalLM",
    "causal": "AutoModelForCausalLM",
    "masked": "AutoModelForMaskedLM",
}


class Loaded(NamedTuple):
    """A model that is ready to run."""

    place: Place
    kind: str
    """A key of CLASSES."""
    model: Any
    tokenizer: Any
    device: str

    @property
    def name(self) -> str:
        return self.place.name


def kind_of(place: Place) -> str:
    """What a model can do, by its own settings: corrector, translator, chat, causal or masked.

    Raises:
        ModelProblem: it is a sentence encoder, or nothing that can speak of a sentence.
    """
    if (place.path / "modules.json").is_file():
        raise ModelProblem(f"{place.name}: a sentence encoder, which cannot correct anything: --encoder {place.name}")
    settings = _json(place.path / "config.json")
    if not settings:
        raise ModelProblem(f"{place.name}: no config.json in {place.path}, so no model of transformers")
    model_type = settings.get("model_type", "")
    architecture = (settings.get("architectures") or [""])[0]
    if settings.get("is_encoder_decoder"):
        return "translator" if model_type in TRANSLATORS or _speaks_of_languages(place.path) else "corrector"
    if architecture.endswith(("ForCausalLM", "LMHeadModel")):
        return "chat" if _has_chat_template(place.path) else "causal"
    if architecture.endswith("ForMaskedLM"):
        return "masked"
    what = architecture or model_type or "a model of unknown kind"
    raise ModelProblem(f"{place.name}: {what} can neither correct, translate nor judge a sentence: mtcheck models list")


def load(place: Place, device: str = "auto") -> Loaded:
    """The model at `place`, ready to run.

    Raises:
        ModelProblem: a library is missing, the weights are a pickle or damaged, memory runs out.
    """
    transformers = library("transformers")
    kind = kind_of(place)
    require_safetensors(place)
    device = chosen(device)
    with told(place.name, device):
        tokenizer = transformers.AutoTokenizer.from_pretrained(
            place.path, local_files_only=True, trust_remote_code=False
        )
        model = getattr(transformers, CLASSES[kind]).from_pretrained(
            place.path,
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
            dtype=numbers(device),
        )
        return Loaded(place, kind, model.to(device).eval(), tokenizer, device)


def _speaks_of_languages(path: Path) -> bool:
    """MADLAD is a T5 whose vocabulary has a token for each target language: `<2en>`."""
    return any("<2en>" in (path / name).read_text("utf-8") for name in ("tokenizer.json", "tokenizer_config.json")
               if (path / name).is_file())  # fmt: skip


def _has_chat_template(path: Path) -> bool:
    return (path / "chat_template.jinja").is_file() or bool(_json(path / "tokenizer_config.json").get("chat_template"))


def _json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}
