"""Sequence-to-sequence models: those that correct a sentence, and those that translate its source once more.

Correctors are given an instruction and the sentence, as T5 and CoEdIT want it. Translators know which languages
they are for in four ways: Marian (OPUS-MT) by the model or by `>>eng<<`, NLLB by `fra_Latn`, M2M-100 and mBART by
`fr`/`fr_XX`, MADLAD by `<2en>` before the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mtcheck.errors import ModelProblem
from mtcheck.models.generation import DEFAULT, Answer, Limits, Step, generate
from mtcheck.models.loading import Loaded
from mtcheck.models.sentence import Sentence

INSTRUCTION = "Fix grammatical errors in this sentence: "
"""CoEdIT's; other correctors were trained with their own, which known.toml may give."""
BEAMS = 4
NO_SOURCE = Answer(dropped="no source sentence beside it")

LONG_CODES = {
    "fr": ("fra_Latn", "fr_XX"),
    "es": ("spa_Latn", "es_XX"),
    "de": ("deu_Latn", "de_DE"),
    "it": ("ita_Latn", "it_IT"),
    "pt": ("por_Latn", "pt_XX"),
    "nl": ("nld_Latn", "nl_XX"),
}
"""What NLLB and mBART call our languages."""


class Corrector:
    """Writes a sentence as its model would have it."""

    def __init__(self, loaded: Loaded, limits: Limits = DEFAULT):
        self.loaded, self.limits = loaded, limits
        self.signature = loaded.place.signature
        row = loaded.place.row
        self.instruction = row.prefix if row is not None and row.prefix else INSTRUCTION

    def write(self, sentences: Sequence[Sentence], step: Step) -> list[Answer]:
        """Each sentence corrected.

        Raises:
            ModelProblem: memory runs out, or the model fails.
        """
        tokenizer = self.loaded.tokenizer
        encoded = [tokenizer(self.instruction + sentence.text)["input_ids"] for sentence in sentences]
        sizes = [len(tokenizer(sentence.text)["input_ids"]) for sentence in sentences]
        return generate(self.loaded, encoded, sizes, self.limits, step, num_beams=BEAMS)


class Translator:
    """Translates each sentence's source; a sentence without one is left alone."""

    def __init__(self, loaded: Loaded, limits: Limits = DEFAULT):
        self.loaded, self.limits = loaded, limits
        self.signature = loaded.place.signature

    def write(self, sentences: Sequence[Sentence], step: Step) -> list[Answer]:
        """Each sentence's source in English.

        Raises:
            ModelProblem: the model does not know the language, memory runs out, or the model fails.
        """
        answers = [NO_SOURCE] * len(sentences)
        with_source = [at for at, sentence in enumerate(sentences) if sentence.source]
        for language in sorted({sentences[at].language for at in with_source}):
            rows = [at for at in with_source if sentences[at].language == language]
            made = self._translated([sentences[at].source for at in rows], language, step)
            for at, answer in zip(rows, made, strict=True):
                answers[at] = answer
        return answers

    def _translated(self, texts: list[str], language: str, step: Step) -> list[Answer]:
        prefix, options = _languages(self.loaded, language)
        encoded = [self.loaded.tokenizer(prefix + text)["input_ids"] for text in texts]
        return generate(
            self.loaded, encoded, [len(ids) for ids in encoded], self.limits, step, num_beams=BEAMS, **options
        )


def _languages(loaded: Loaded, language: str) -> tuple[str, dict[str, Any]]:
    """(what goes before a text, options of `generate`) that have the model translate `language` to English."""
    tokenizer, kind = loaded.tokenizer, loaded.model.config.model_type
    if kind == "marian":
        known = getattr(tokenizer, "supported_language_codes", [])
        return (">>eng<< " if ">>eng<<" in known else ""), {}
    if kind in ("m2m_100", "mbart"):
        nllb, mbart = LONG_CODES.get(language, (language, language))
        for source, target in ((nllb, "eng_Latn"), (mbart, "en_XX"), (f"__{language}__", "__en__")):
            first = tokenizer.convert_tokens_to_ids(target)
            if {tokenizer.convert_tokens_to_ids(source), first} & {tokenizer.unk_token_id, None}:
                continue
            tokenizer.src_lang = source.strip("_") if source.startswith("__") else source
            return "", {"forced_bos_token_id": first}
        raise ModelProblem(f"{loaded.name}: it does not translate from {language} to English: --from, or another model")
    return "<2en> ", {}  # MADLAD
