"""The aligner on texts of our own: the articles of corpora/articles, and documents made from their sentences.

    python corpora/alignment/own.py [--check]

The made documents lose, repeat, join and cut sentences in all the ways of documents.py; a line from the other
article stands in for what an editor puts in. With --check the exit status is 1 where a figure lies below its
gate in corpora/gates.toml, table [alignment].
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from documents import document
from score import Case, Counts, read_article, run

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

import random

CORPORA = Path(__file__).parent.parent
COUNT = 30
"""Made documents."""


def articles() -> list[Case]:
    """The whole articles."""
    return [read_article(path) for path in sorted((CORPORA / "articles").glob("*/align.json"))]


def made(cases: list[Case]) -> list[Case]:
    """Documents of the articles' sentences that translate each other one by one."""
    pairs = [
        (case.source[one[0]], case.target[other[0]])
        for case in cases
        for one, other in case.gold
        if len(one) == len(other) == 1
    ]
    draw = random.Random(1)
    out = []
    for number in range(COUNT):
        size = draw.randint(8, len(pairs))
        start = draw.randint(0, len(pairs) - size)
        run_of = pairs[start : start + size]
        # what is put in must not be said elsewhere in the document
        rest = [pair for pair in pairs if pair not in run_of] or [("Rien.", "Nothing.")]
        out.append(document(f"made{number}", run_of, ("fr", "en"), rest, draw))
    return out


def figures() -> dict[str, float]:
    """Strict and null-sentence F1 of the made documents, and the share of articles that are exact."""
    whole = articles()
    counts: Counts
    counts, _, wrong = run(whole)
    exact = 1 - len(wrong) / len(whole)
    counts, _, _ = run(made(whole))
    cells = counts.line().split()
    return {"articles_exact": exact, "strict": float(cells[2]), "null": float(cells[8])}


def main() -> int:
    """Prints the figures; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    gates = tomllib.loads((CORPORA / "gates.toml").read_text("utf-8"))["alignment"]
    failed = False
    for name, value in figures().items():
        below = value < gates[name]
        failed |= below
        print(f"{name} {value:.3f}" + (f", its gate {gates[name]}" if below else ""))
    return 1 if failed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
