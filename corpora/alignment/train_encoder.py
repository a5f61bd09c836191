"""Trains the embedded encoder: parallel text -> vocabulary -> static embeddings -> held-out accuracy -> export.

    python train_encoder.py PARALLEL_FOLDER OUT_FOLDER [--vocabulary 49152] [--dimensions 128] [--seconds 600]

Runs on one CPU thread and needs `sentence-transformers` and `torch`. The model is a bag of token vectors
(sentence-transformers' StaticEmbedding); it learns from translations with in-batch negatives in both
directions (MultipleNegativesRankingLoss), each batch from one source and made of runs of neighbouring
lines, so that the negatives speak of the same thing; the nearest wrong sentences weigh more
(hardness weighting, Lan et al. 2025, arXiv 2503.04812).
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from pairs import LANGUAGES, PairOf, split
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

SEED = 20
BATCH = 1536
RUN = 16
"""Neighbouring lines that stay together in a batch: sentences of one page are each other's hard negatives."""
FLATTEN = 0.5
"""A source of n pairs is drawn in proportion to n**FLATTEN: statutes must not drown everyday language."""
SMALL = 4000
"""Sources with fewer pairs in a language share one stratum."""
RETRIEVAL = 1000


def vocabulary(pairs: list[PairOf], size: int, seed: int) -> Tokenizer:
    """A WordPiece tokeniser over lower-cased text without accents, learnt from a balanced sample."""
    by_stratum: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pair in pairs:
        if pair.languages[1] == "en":
            by_stratum[pair.languages[0], pair.source].append(pair.texts[0])
            by_stratum["en", pair.source].append(pair.texts[1])
    draw = random.Random(seed)
    sample: list[str] = []
    for key in sorted(by_stratum):
        texts = by_stratum[key]
        sample += draw.sample(texts, min(len(texts), 60_000))
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(strip_accents=True, lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    trainer = trainers.WordPieceTrainer(
        vocab_size=size, special_tokens=["[UNK]"], show_progress=False, limit_alphabet=400
    )
    tokenizer.train_from_iterator(sample, trainer)
    return tokenizer


class Corpus:
    """Token ids of all pairs, flat, with the strata that batches are drawn from."""

    def __init__(self, pairs: list[PairOf], tokenizer: Tokenizer):
        self.sides = [self._encode([pair.texts[side] for pair in pairs], tokenizer) for side in (0, 1)]
        keys = [hash_of(pair.texts) for pair in pairs]
        self.keys = np.array(keys, dtype=np.int64).reshape(-1, 2)
        counts: dict[tuple[tuple[str, str], str], int] = defaultdict(int)
        for pair in pairs:
            counts[pair.languages, pair.source] += 1
        strata: dict[tuple[tuple[str, str], str], list[int]] = defaultdict(list)
        for at, pair in enumerate(pairs):
            small = counts[pair.languages, pair.source] < SMALL
            strata[pair.languages, "small" if small else pair.source].append(at)
        self.names = sorted(name for name in strata if len(strata[name]) >= 2 * RUN)
        self.strata = [np.array(strata[name]) for name in self.names]
        # a language pair without English counts half: its sentences are drawn with English as well
        weights = [len(strata[name]) ** FLATTEN * (1 if "en" in name[0] else 0.35) for name in self.names]
        self.weights = np.array(weights) / sum(weights)

    @staticmethod
    def _encode(texts: list[str], tokenizer: Tokenizer) -> tuple[np.ndarray, np.ndarray]:
        flat, ends = [], [0]
        for start in range(0, len(texts), 20_000):
            for encoding in tokenizer.encode_batch(texts[start : start + 20_000], add_special_tokens=False):
                ids = encoding.ids or [0]
                flat.append(np.array(ids, dtype=np.int32))
                ends.append(ends[-1] + len(ids))
        return np.concatenate(flat), np.array(ends)

    def batch(self, draw: np.random.Generator) -> list[dict[str, torch.Tensor]]:
        """Two feature dictionaries of the same sentences' two sides, no sentence twice."""
        stratum = self.strata[draw.choice(len(self.strata), p=self.weights)]
        starts = draw.permutation(max(len(stratum) // RUN, 1))[: BATCH // RUN] * RUN + draw.integers(RUN)
        rows = stratum[np.minimum((starts[:, None] + np.arange(RUN)).ravel(), len(stratum) - 1)]
        rows = rows[np.unique(self.keys[rows, 0], return_index=True)[1]]
        rows = rows[np.unique(self.keys[rows, 1], return_index=True)[1]]
        return [features(ids, ends, rows) for ids, ends in self.sides]


def hash_of(texts: tuple[str, str]) -> tuple[int, int]:
    """Numbers that are equal for equal sentences, the same in every run (Python's own hash is salted)."""
    import zlib

    return tuple(zlib.crc32(text.casefold().encode()) for text in texts)  # type: ignore[return-value]


def features(ids: np.ndarray, ends: np.ndarray, rows: np.ndarray) -> dict[str, torch.Tensor]:
    """What StaticEmbedding's forward reads: all ids in one row, and where each sentence begins."""
    parts = [ids[ends[row] : ends[row + 1]] for row in rows]
    offsets = np.cumsum([0] + [len(part) for part in parts[:-1]])
    return {
        "input_ids": torch.from_numpy(np.concatenate(parts).astype(np.int64)),
        "offsets": torch.from_numpy(offsets),
    }


def train(
    model: SentenceTransformer, corpus: Corpus, seconds: float, seed: int, rate: float, report: bool = True
) -> int:
    """Trains in place for about `seconds`; returns the number of steps."""
    loss_of = MultipleNegativesRankingLoss(
        model,
        scale=20.0,
        directions=("query_to_doc", "doc_to_query"),
        partition_mode="per_direction",
        hardness_mode="in_batch_negatives",
        hardness_strength=2.0 / 20.0,
    )
    draw = np.random.default_rng(seed)
    optimizer = torch.optim.Adam(model.parameters(), lr=rate, fused=True, betas=(0.9, 0.99))
    began, step, mean = time.monotonic(), 0, 0.0
    while (done := (time.monotonic() - began) / seconds) < 1:
        warm = min(step / 50, 1.0)
        optimizer.param_groups[0]["lr"] = rate * warm * 0.5 * (1 + math.cos(math.pi * done))
        optimizer.zero_grad()
        loss = loss_of(corpus.batch(draw), None)
        loss.backward()
        optimizer.step()
        step += 1
        mean = loss.item() if step == 1 else 0.99 * mean + 0.01 * loss.item()
        if report and step % 100 == 0:
            print(f"step {step} {done:.0%} loss {mean:.4f}", file=sys.stderr, flush=True)
    return step


def accuracy(model: SentenceTransformer, pairs: list[tuple[str, str]]) -> tuple[float, float]:
    """Share of sentences whose translation is the nearest among all: (foreign to English, back)."""
    one, other = (model.encode([pair[side] for pair in pairs], normalize_embeddings=True) for side in (0, 1))
    similar = one @ other.T
    right = np.arange(len(pairs))
    return float((similar.argmax(1) == right).mean()), float((similar.argmax(0) == right).mean())


def sample_of(test: list[PairOf], language: str, seed: int) -> list[tuple[str, str]]:
    """Up to RETRIEVAL held-out pairs of a language, no sentence twice on either side."""
    seen: set[str] = set()
    chosen = []
    rows = [pair for pair in test if pair.languages[0] == language]
    random.Random(seed).shuffle(rows)
    for pair in rows:
        if not seen & set(pair.texts) and len(chosen) < RETRIEVAL:
            seen.update(pair.texts)
            chosen.append(pair.texts)
    return chosen


def main() -> None:
    """Reads the arguments, trains, prints held-out accuracy and saves the sentence-transformers model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parallel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--vocabulary", type=int, default=49152)
    parser.add_argument("--dimensions", type=int, default=128)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--rate", type=float, default=0.05)
    parser.add_argument(
        "--init", type=float, default=0.3, help="spread of the first vectors: what a word never seen weighs"
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--start", type=Path, help="a saved model to go on from")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)

    pairs, test = split(options.parallel)
    print(f"{len(pairs)} training pairs, {len(test)} held out", flush=True)
    if options.start:
        model = SentenceTransformer(str(options.start), device="cpu")
        tokenizer = model[0].tokenizer
    else:
        tokenizer = vocabulary(pairs, options.vocabulary, options.seed)
        module = StaticEmbedding(tokenizer, embedding_dim=options.dimensions)
        torch.nn.init.normal_(module.embedding.weight, std=options.init)
        model = SentenceTransformer(modules=[module], device="cpu")
    corpus = Corpus(pairs, tokenizer)
    for name, stratum, weight in zip(corpus.names, corpus.strata, corpus.weights, strict=True):
        print("-".join(name[0]), name[1], len(stratum), f"{weight:.3f}")
    steps = train(model, corpus, options.seconds, options.seed, options.rate)
    print(f"{steps} steps")
    for language in LANGUAGES:
        sample = sample_of(test, language, options.seed)
        there, back = accuracy(model, sample)
        print(f"{language}-en {len(sample)} held-out: {there:.3f} {back:.3f}", flush=True)
    model.save(str(options.out))


if __name__ == "__main__":
    main()
