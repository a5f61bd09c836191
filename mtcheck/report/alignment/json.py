"""Aligned -> one JSON object: the pairs by sentence number from 0, and the sentences themselves.

`{"pairs": [{"source": [0], "target": [0, 1], "score": 0.98, "moved": false}], "source": [...], "target": [...]}`,
with the languages and what the whole is worth beside them. What is added later never changes what is there.
"""

from __future__ import annotations

import json

from mtcheck.report import Manner
from mtcheck.report.alignment import Aligned


def render(aligned: Aligned, manner: Manner) -> bytes:
    """One line for each pair and each sentence, so that a difference can be read."""
    whole = aligned.whole
    pairs = [
        {"source": pair.source, "target": pair.target, "score": pair.score, "moved": pair.moved} for pair in whole.pairs
    ]
    fields = {
        "pairs": _list(pairs),
        "source": _list(aligned.source),
        "target": _list(aligned.target),
        "source_language": _dumps(aligned.languages[0]),
        "target_language": _dumps(aligned.languages[1]),
        "trust": _dumps(whole.trust),
        "verdict": _dumps(whole.verdict.value),
        "message": _dumps(whole.message),
    }
    body = ",\n".join(f" {_dumps(name)}: {value}" for name, value in fields.items())
    return f"{{\n{body}\n}}\n".encode("utf-8", "backslashreplace")


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(values: object) -> str:
    assert isinstance(values, list | tuple)
    return "[" + ",".join(f"\n  {_dumps(value)}" for value in values) + "\n ]" if values else "[]"
