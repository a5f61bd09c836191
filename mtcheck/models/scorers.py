"""How likely a model finds each of several versions of a sentence: causal, masked, or by a translation as witness."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from mtcheck.models.device import out_of_memory, told
from mtcheck.models.generation import DEFAULT, Limits, pad_of, padded
from mtcheck.models.libraries import library
from mtcheck.models.loading import Loaded
from mtcheck.models.sentence import Sentence


class Likelihood:
    """Scores are log probabilities of the whole version, in nats.

    A causal model gives that of each token after those before it. A masked model gives the
    pseudo-log-likelihood: each token's, from all others (Salazar et al., ACL 2020).
    """

    def __init__(self, loaded: Loaded, limits: Limits = DEFAULT):
        self.loaded, self.limits = loaded, limits
        self.signature = loaded.place.signature

    def scores(self, sentence: Sentence, versions: Sequence[str]) -> list[float]:
        """One log probability for each version; all 0 where one is too long for the model.

        Raises:
            ModelProblem: memory runs out, or the model fails.
        """
        rows = [self._ids(version) for version in versions]
        if max(map(len, rows), default=0) > self.limits.tokens or min(map(len, rows), default=0) < 2:
            return [0.0] * len(rows)
        with told(self.loaded.name, self.loaded.device):
            return _masked(self.loaded, rows, self.limits) if self.loaded.kind == "masked" else _causal(
                self.loaded, rows, self.limits)  # fmt: skip

    def _ids(self, text: str) -> list[int]:
        ids: list[int] = self.loaded.tokenizer(text)["input_ids"]
        start = self.loaded.tokenizer.bos_token_id
        if self.loaded.kind == "causal" and start is not None and ids[:1] != [start]:
            ids = [start, *ids]  # GPT-2's tokeniser does not set one, and the first word would cost nothing
        return ids


def _causal(loaded: Loaded, rows: list[list[int]], limits: Limits) -> list[float]:
    """The sum over each row of log p(token | tokens before it)."""
    out: list[float] = []
    size = limits.batch
    while len(out) < len(rows):
        part = rows[len(out) : len(out) + size]
        try:
            out += _causal_batch(loaded, part)
        except Exception as error:
            if size == 1 or not out_of_memory(error):
                raise
            size //= 2
    return out


def _causal_batch(loaded: Loaded, rows: list[list[int]]) -> list[float]:
    torch = library("torch")
    ids, mask = padded(rows, pad_of(loaded), left=False, device=loaded.device)
    with torch.inference_mode():
        logits = loaded.model(input_ids=ids, attention_mask=mask).logits[:, :-1].float()
        log = torch.log_softmax(logits, dim=-1).gather(-1, ids[:, 1:, None])[..., 0]
        sums: list[float] = (log * mask[:, 1:]).sum(dim=1).tolist()
    return sums


def _masked(loaded: Loaded, rows: list[list[int]], limits: Limits) -> list[float]:
    """The sum over each row of log p(token | all other tokens); special tokens are not counted."""
    special = set(loaded.tokenizer.all_special_ids)
    mask = loaded.tokenizer.mask_token_id
    hidden, places = [], []
    for number, row in enumerate(rows):
        for at, token in enumerate(row):
            if token not in special:
                hidden.append([*row[:at], mask, *row[at + 1 :]])
                places.append((number, at, token))
    sums = [0.0] * len(rows)
    size, at = limits.batch, 0
    while at < len(hidden):
        try:
            logs = _masked_batch(loaded, hidden[at : at + size], places[at : at + size])
        except Exception as error:
            if size == 1 or not out_of_memory(error):
                raise
            size //= 2
            continue
        for (number, _, _), log in zip(places[at : at + size], logs, strict=True):
            sums[number] += log
        at += size
    return sums


def _masked_batch(loaded: Loaded, rows: list[list[int]], places: list[tuple[int, int, int]]) -> list[float]:
    torch = library("torch")
    ids, mask = padded(rows, pad_of(loaded), left=False, device=loaded.device)
    with torch.inference_mode():
        logits = loaded.model(input_ids=ids, attention_mask=mask).logits
        return [
            float(torch.log_softmax(logits[row, at].float(), dim=-1)[token])
            for row, (_, at, token) in enumerate(places)
        ]


def agreement(version: str, witness: str) -> float:
    """How many words and pairs of neighbouring words two sentences share, from 0 to 1 (an F1 over both)."""
    ours, theirs = _grams(version), _grams(witness)
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 0.0


def _grams(text: str) -> Counter[str]:
    words = re.findall(r"\w+", text.lower())
    return Counter(words) + Counter(f"{a} {b}" for a, b in pairwise(words))
