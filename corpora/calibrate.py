"""post-edited translations -> mtcheck/models/calibration.json: how often a model's edits are right, and the weights
of the quality score.

    python -m corpora.calibrate FILE.tsv.xz

The file has a line for each sentence: source, a rough translation, the post-edit, two more translations. For the
edits, one of the two is taken as the text and the other as what a model would write: every edit that passes the
guards is right when it brings the sentence nearer to the post-edit. For the quality score, the post-edit, the two
and planted damage are judged, and the weights fitted to the share of words that a post-editor would keep (half a
sentence's worth for a wrong number or name); every other line fits, the rest measure.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from corpora.edits import distance, tokens
from corpora.postedit import Row, rows
from mtcheck.formats import read
from mtcheck.models import confidence, quality
from mtcheck.models.guards import judge
from mtcheck.models.sentence import Sentence
from mtcheck.pipeline import detect
from mtcheck.rules import load
from mtcheck.text import splice

FOR_QUALITY = 1500
"""Lines are enough for six weights."""
TABLE = Path(confidence.__file__).parent / "calibration.json"


def edits(given: list[Row]) -> tuple[dict[str, dict[str, list[int]]], Counter[str]]:
    """(for source and alone: kind of edit -> right, seen; why the others fell)."""
    table: dict[str, dict[str, list[int]]] = {"source": {}, "alone": {}}
    fallen: Counter[str] = Counter()
    for row in given:
        for text, other in ((row.versions[1], row.versions[2]), (row.versions[2], row.versions[1])):
            gold = tokens(row.postedit)
            far = distance(tokens(text), gold)
            for name, source in (("source", row.source), ("alone", "")):
                passed, dropped = judge(Sentence(text, source=source), other)
                fallen.update({f"{name}: {reason}": count for reason, count in dropped.items()})
                for one in passed:
                    counts = table[name].setdefault(one.kind, [0, 0])
                    counts[0] += distance(tokens(splice(text, list(one.edits))), gold) < far
                    counts[1] += 1
    return {name: dict(sorted(kinds.items())) for name, kinds in table.items()}, fallen


def weights(given: list[Row]) -> dict[str, Any]:
    """Least squares of what a sentence is worth over its signs, and how well that ranks sentences it has not seen."""
    rules = load()
    signs, worth, row_of, made = [], [], [], []
    for number, row in enumerate(given):
        versions = list(_versions(row, given[number - 1]))
        near = quality.likeness([(row.source, text) for text, _, _ in versions])
        for (text, value, kind), cosine in zip(versions, near, strict=True):
            found = len(detect(read(text.encode()), rules, "fr", []))
            signs.append((1.0, *quality.signs_of(row.source, text, cosine, found)))
            worth.append(value)
            row_of.append(number)
            made.append(kind)
    x, y, number_of, kind_of = np.array(signs), np.array(worth), np.array(row_of), np.array(made)
    held = number_of % 2 == 1
    fitted = _fit(x[~held], y[~held])
    guess = x @ fitted
    natural = held & (kind_of == "translation")
    best = dict(zip(number_of[kind_of == "post-edit"], guess[kind_of == "post-edit"], strict=True))
    below = {
        kind: round(
            float(np.mean([guess[at] < best[number_of[at]] for at in np.flatnonzero(held & (kind_of == kind))])), 3
        )
        for kind in sorted(set(made) - {"post-edit"})
    }
    return {
        "signs": ["constant", *quality.SIGNS],
        "weights": [round(float(weight), 4) for weight in fitted],
        "sentences": int(held.sum()),
        "pearson": round(float(np.corrcoef(guess[natural], y[natural])[0, 1]), 3),
        "spearman": round(float(np.corrcoef(_ranks(guess[natural]), _ranks(y[natural]))[0, 1]), 3),
        "scored_below_post_edit": below,
    }


def _fit(x: Any, y: Any) -> Any:
    """Least squares in which likeness can only help and every other sign only harm: one that would not is left out.

    The last sign, findings for each word, is not fitted: a finding is a word to change, and costs what a word costs.
    """
    wanted = np.array([1, 1, *[-1] * (x.shape[1] - 2)])
    used = np.ones(x.shape[1], dtype=bool)
    used[-1] = False
    while True:
        fitted = np.zeros(x.shape[1])
        fitted[-1] = -1
        fitted[used], *_ = np.linalg.lstsq(x[:, used], y + x[:, -1], rcond=None)
        wrong = used & (fitted * wanted < 0)
        wrong[0] = False
        if not wrong.any():
            return fitted
        used &= ~wrong


WRONG_FACT = 0.5
"""What a sentence with a wrong number or name is worth: a post-editor changes one word, a reader is misled."""


def _versions(row: Row, other: Row) -> Iterator[tuple[str, float, str]]:
    """(a text, what it is worth, how it came about): the post-edit, two translations, and planted damage."""
    best, words = row.postedit, row.postedit.split()
    yield best, 1.0, "post-edit"
    for version in row.versions[1:]:
        yield version, _kept(version, best), "translation"
    yield other.postedit, _kept(other.postedit, best), "another sentence"
    half = " ".join(words[: (len(words) + 1) // 2])
    yield half, _kept(half, best), "cut in half"
    if found := re.search(r"\d+", best):
        yield best[: found.start()] + str(int(found.group()) + 7) + best[found.end() :], WRONG_FACT, "wrong number"
    names = list(re.finditer(r"(?<=[a-z] )[A-Z][a-z]{3,}", best))
    if names:
        yield best[: names[0].start()] + "Vandermeer" + best[names[0].end() :], WRONG_FACT, "wrong name"
    if len(words) > 3:
        doubled = " ".join([*words[:2], words[1], *words[2:]])
        spaced = re.sub(r"(?=[,.])", " ", best)
        for text in (doubled, spaced):
            yield text, _kept(text, best), "glitch"


def _kept(text: str, best: str) -> float:
    """The share of words and spaces that a post-editor would keep."""
    ours, gold = tokens(text), tokens(best)
    return 1 - min(distance(ours, gold) / max(len(gold), 1), 1)


def _ranks(values: Any) -> Any:
    """Ranks with ties shared."""
    order = np.argsort(values, kind="stable")
    ranks = np.empty(len(values))
    ranks[order] = np.arange(len(values))
    groups: dict[float, list[int]] = defaultdict(list)
    for at, value in enumerate(values):
        groups[float(value)].append(at)
    for members in groups.values():
        ranks[members] = ranks[members].mean()
    return ranks


def main() -> None:
    parser = argparse.ArgumentParser(description="Calibrates what models propose, on post-edited translations.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--quality", action="store_true", help="only the weights of the quality score")
    options = parser.parse_args()
    given = rows(options.file)
    fallen: Counter[str] = Counter()
    kinds = json.loads(TABLE.read_text("utf-8"))["kinds"] if options.quality else {}
    if not options.quality:
        kinds, fallen = edits(given)
    made = {"kinds": kinds, "quality": weights(given[:FOR_QUALITY])}
    TABLE.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    print(json.dumps(made, indent=1))
    for reason, count in fallen.most_common():
        print(f"{count:6} {reason}")


if __name__ == "__main__":
    main()
