"""Instruction-tuned causal models: asked through their own chat template for the smallest repair of one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.models.generation import DEFAULT, Answer, Limits, Step, generate
from mtcheck.models.loading import Loaded
from mtcheck.models.sentence import Sentence

LANGUAGES = {"fr": "French", "es": "Spanish", "de": "German", "it": "Italian", "pt": "Portuguese", "nl": "Dutch"}
TASK = (
    "You repair English sentences that a machine translated. Change as few words as possible. Keep names, numbers, "
    "quotation marks and meaning. If nothing is wrong, repeat the sentence. Answer with the sentence alone."
)


class Chat:
    """Asks a model for the smallest repair of each sentence."""

    def __init__(self, loaded: Loaded, limits: Limits = DEFAULT):
        self.loaded, self.limits = loaded, limits
        self.signature = loaded.place.signature

    def write(self, sentences: Sequence[Sentence], step: Step) -> list[Answer]:
        """Each sentence as the model repairs it.

        Raises:
            ModelProblem: memory runs out, or the model fails.
        """
        tokenizer = self.loaded.tokenizer
        encoded = [
            tokenizer.apply_chat_template(
                messages(sentence, self._system), tokenize=True, add_generation_prompt=True, return_dict=True
            )["input_ids"]
            for sentence in sentences
        ]
        sizes = [len(tokenizer(sentence.text)["input_ids"]) for sentence in sentences]
        answers = generate(self.loaded, encoded, sizes, self.limits, step)
        return [Answer(bare(answer.text, sentence.text), answer.dropped)
                for answer, sentence in zip(answers, sentences, strict=True)]  # fmt: skip

    @property
    def _system(self) -> bool:
        """Whether the template knows a system message (Gemma's, for one, does not)."""
        return "system" in str(self.loaded.tokenizer.chat_template)


def messages(sentence: Sentence, system: bool) -> list[dict[str, str]]:
    """What the model is told: the task, the source, what the rules found, the sentence."""
    parts = []
    if sentence.source:
        parts.append(f"{LANGUAGES.get(sentence.language, 'Source')}: {sentence.source}")
    parts += [f"A checker says: {note}" for note in sentence.notes]
    parts.append(f"English: {sentence.text}")
    said = "\n".join(parts)
    if system:
        return [{"role": "system", "content": TASK}, {"role": "user", "content": said}]
    return [{"role": "user", "content": f"{TASK}\n\n{said}"}]


def bare(answer: str, sentence: str) -> str:
    """The answer's sentence, without a label or marks around it that the sentence does not have."""
    answer = answer.strip().partition("\n")[0].strip()
    if not sentence.startswith("English:"):
        answer = answer.removeprefix("English:").strip()
    for opening, closing in ('""', "“”", "''", "``"):
        around = answer[:1] == opening and answer[-1:] == closing and len(answer) > 1
        if around and not (sentence[:1] == opening and sentence[-1:] == closing):
            answer = answer[1:-1].strip()
    return answer
