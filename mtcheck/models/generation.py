"""Token ids -> what a model writes after them: in batches, always the same, within a limit of length and of time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from mtcheck.models.device import out_of_memory, told
from mtcheck.models.libraries import library
from mtcheck.models.loading import Loaded

Step = Callable[[int], None]
"""Told how many sentences are done."""


class Limits(NamedTuple):
    """How much a model may be given, and may take."""

    batch: int = 16
    """Sentences at once, at first; halved where memory runs out."""
    tokens: int = 256
    """Longer sentences are not given to the model: what it makes of them is cut or lost."""
    growth: float = 1.5
    """New tokens for each token of the sentence, and MARGIN more."""
    seconds: float = 120.0
    """For one batch; what is not finished by then is dropped."""


MARGIN = 12
DEFAULT = Limits()


class Answer(NamedTuple):
    """What the model wrote, or why there is nothing."""

    text: str = ""
    dropped: str = ""


TOO_LONG = Answer(dropped="sentence too long for the model")
UNFINISHED = Answer(dropped="model did not finish")


def generate(
    loaded: Loaded,
    encoded: Sequence[Sequence[int]],
    sizes: Sequence[int],
    limits: Limits = DEFAULT,
    step: Step = lambda done: None,
    **options: Any,
) -> list[Answer]:
    """An answer to each of `encoded` (token ids, special tokens and all), in their order.

    Args:
        sizes: Tokens of the sentence itself in each: what an answer is expected to be as long as.
        options: More for `generate` of transformers, such as `num_beams`.

    Raises:
        ModelProblem: memory runs out even for one sentence, or the model fails.
    """
    answers: list[Answer] = [TOO_LONG] * len(encoded)
    # like lengths together: a batch is as wide as its longest row
    order = sorted((at for at in range(len(encoded)) if sizes[at] <= limits.tokens), key=lambda at: -len(encoded[at]))
    size, at, done = limits.batch, 0, len(encoded) - len(order)
    with told(loaded.name, loaded.device):
        while at < len(order):
            rows = order[at : at + size]
            try:
                made = _batch(loaded, [encoded[row] for row in rows], max(sizes[row] for row in rows), limits, options)
            except Exception as error:
                if size == 1 or not out_of_memory(error):
                    raise
                size = max(size // 2, 1)
                continue
            for row, answer in zip(rows, made, strict=True):
                answers[row] = answer
            at += len(rows)
            done += len(rows)
            step(done)
    return answers


def _batch(
    loaded: Loaded, rows: list[Sequence[int]], size: int, limits: Limits, options: dict[str, Any]
) -> list[Answer]:
    torch = library("torch")
    model, tokenizer = loaded.model, loaded.tokenizer
    ids, mask = padded(rows, pad_of(loaded), left=not model.config.is_encoder_decoder, device=loaded.device)
    with torch.inference_mode():
        out = model.generate(
            input_ids=ids,
            attention_mask=mask,
            do_sample=False,
            max_new_tokens=int(limits.growth * size) + MARGIN,
            max_time=limits.seconds,
            pad_token_id=pad_of(loaded),
            **options,
        )
    # a decoder of its own begins with a start token, which may be the end token too
    new = out[:, 1:] if model.config.is_encoder_decoder else out[:, ids.shape[1] :]
    ends = _ends(model)
    return [_answer(tokenizer, row.tolist(), ends) for row in new]


def _answer(tokenizer: Any, row: list[int], ends: frozenset[int]) -> Answer:
    """The row as text; a row that no end token closes was cut short, by the limit of tokens or of time."""
    if ends.isdisjoint(row):
        return UNFINISHED
    return Answer(tokenizer.decode(row, skip_special_tokens=True, clean_up_tokenization_spaces=False).strip())


def _ends(model: Any) -> frozenset[int]:
    ends = model.generation_config.eos_token_id
    return frozenset(ends if isinstance(ends, list) else [ends] if ends is not None else [])


def pad_of(loaded: Loaded) -> int:
    """The token that fills a batch; GPT-style models have none and take their end token."""
    for value in (loaded.tokenizer.pad_token_id, loaded.model.config.pad_token_id, loaded.tokenizer.eos_token_id, 0):
        if isinstance(value, int):
            return value
    return 0


def padded(rows: Sequence[Sequence[int]], pad: int, left: bool, device: str) -> tuple[Any, Any]:
    """(token ids, attention mask) as tensors of shape (rows, longest row)."""
    torch = library("torch")
    width = max(map(len, rows))
    ids, mask = [], []
    for row in rows:
        fill = width - len(row)
        ids.append([pad] * fill + list(row) if left else list(row) + [pad] * fill)
        mask.append([0] * fill + [1] * len(row) if left else [1] * len(row) + [0] * fill)
    return torch.tensor(ids, device=device), torch.tensor(mask, device=device)
