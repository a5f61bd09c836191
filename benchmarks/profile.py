"""a text -> what share of the time of looking at it each analysis and each rule takes."""

from __future__ import annotations

import time
from collections import defaultdict

from mtcheck.analysis.parts import parts
from mtcheck.analysis.tokens import tokens_of
from mtcheck.analysis.view import View
from mtcheck.rules import load

SHOWN = 14
_ANALYSES = ("lines", "words", "soft_breaks", "quotations", "quote_repairs", "people")


def shares(text: str) -> list[str]:
    """A table of the dearest; an analysis is counted for itself, and not for the rules that ask for it."""
    rules = load()
    for rule in rules:
        _ = rule.definition
    spent: dict[str, float] = defaultdict(float)
    for part in parts(text):
        at = time.process_time()

        def note(name: str) -> None:
            nonlocal at
            now = time.process_time()
            spent[name] += now - at
            at = now

        view = View(part.seen.of(text))
        _ = tokens_of(view.text).places
        note("*tokens*")
        for name in _ANALYSES:
            getattr(view, name)
            note(f"*{name.replace('_', ' ')}*")
        for rule in rules:
            if rule.applies(view.text) and not rule.bilingual:
                for _ in rule.check(view):
                    pass
            note(rule.name)
    total = sum(spent.values())
    order = sorted(spent.items(), key=lambda item: -item[1])
    rows = [f"| {name} | {taken / total:.1%} |" for name, taken in order[:SHOWN]]
    rest = sum(taken for _, taken in order[SHOWN:])
    return [
        "| analysis or rule | share |",
        "|---|---|",
        *rows,
        f"| all others ({len(spent) - SHOWN}) | {rest / total:.1%} |",
    ]
