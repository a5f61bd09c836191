"""hypothesis and reference lines -> BLEU, chrF and TER as sacrebleu computes them, with its signatures.

The numbers are those of sacrebleu's own command on the same lines, to every digit: its classes, its defaults, its
seed (SACREBLEU_SEED, else 12345), 1,000 resamples for intervals and for the paired test.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any, NamedTuple

from mtcheck.models.libraries import library

RESAMPLES = 1000
METRICS = ("BLEU", "CHRF", "TER")


class Score(NamedTuple):
    """One metric of one text."""

    name: str
    value: float
    mean: float | None
    """Of the resamples; None where the text is too short for them."""
    interval: float | None
    """Half of the 95 % confidence interval around `mean`."""
    signature: str
    p: float | None = None
    """Of the paired test against the text before: how often chance alone makes as great a difference."""


def scores(hypothesis: Sequence[str], reference: Sequence[str]) -> tuple[Score, ...]:
    """BLEU, chrF2 and TER of one text, with 95 % intervals from bootstrap resampling (Koehn 2004).

    Raises:
        ModelProblem: sacrebleu is not installed.
    """
    made = []
    for metric in _metrics(reference).values():
        score = _with_interval(metric, list(hypothesis))
        mean, interval = getattr(score, "_mean", -1), getattr(score, "_ci", -1)
        seen = mean is not None and mean > 0
        made.append(
            Score(
                score.name,
                float(score.score),
                float(mean) if seen else None,
                float(interval) if seen else None,
                str(metric.get_signature()),
            )
        )
    return tuple(made)


def _with_interval(metric: Any, hypothesis: list[str]) -> Any:
    """The score, with its interval where there is one.

    Where some resamples of a tiny text have nothing to count, sacrebleu (2.6) mixes two kinds of numbers and fails in
    taking their mean, in its own command too.
    """
    try:
        return metric.corpus_score(hypothesis, references=None, n_bootstrap=RESAMPLES)
    except TypeError:
        metric.n_bootstrap = metric.seed = None  # the signature says what was done
        return metric.corpus_score(hypothesis, references=None)


def compared(versions: Sequence[Sequence[str]], reference: Sequence[str]) -> tuple[tuple[Score, ...], ...]:
    """The scores of each version, all against the first by paired bootstrap resampling, as `sacrebleu --paired-bs`.

    Raises:
        ModelProblem: sacrebleu is not installed.
    """
    test = library("sacrebleu.significance").PairedTest(
        [(str(number), list(version)) for number, version in enumerate(versions)],
        _metrics(reference),
        references=None,
        test_type="bs",
    )
    signatures, results = test()
    made: list[list[Score]] = [[] for _ in versions]
    for name in results:
        if name != "System":
            for version, scored, result in zip(versions, made, results[name], strict=True):
                score = _score(name, result, str(signatures[name]))
                # the test counts resamples with a greater difference, and of two equal texts there is none
                same = score.p is not None and list(version) == list(versions[0])
                scored.append(score._replace(p=1.0) if same else score)
    return tuple(map(tuple, made))


def _score(name: str, result: Any, signature: str) -> Score:
    p = None if result.p_value is None else float(result.p_value)
    return Score(name, float(result.score), float(result.mean), float(result.ci), signature, p)


def _metrics(reference: Sequence[str]) -> dict[str, Any]:
    metrics = library("sacrebleu.metrics").METRICS
    logging.getLogger("sacrebleu").setLevel(logging.ERROR)  # it wonders at tokenised text, and at its own progress
    return {name: metrics[name](references=[list(reference)]) for name in METRICS}
