"""A size -> news text of that size, made from the project's own articles and gold sets; and hostile shapes.

The text is as rough as a translated article: about one sentence in eight has a glitch. The same size
gives the same text, and every number and some names differ from one copy of a sentence to the next.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

CORPORA = Path(__file__).parent.parent / "corpora"
ROUGH_SHARE = 0.125
_SEED = 7
_LONE = {"straight marks": '"', "guillemets": "«", "brackets": "(", "single marks": "‘", "stops": "."}


def news(size: int) -> str:
    """About `size` bytes of articles: a headline, then paragraphs of two to four sentences."""
    chance = random.Random(_SEED)
    sound, rough = _sentences()
    parts: list[str] = []
    length = 0
    while length < size:
        paragraph = " ".join(_varied(_one(chance, sound, rough), chance) for _ in range(chance.randint(2, 4)))
        parts.append(paragraph)
        length += len(paragraph.encode()) + 2
    return "\n\n".join(parts) + "\n"


def _one(chance: random.Random, sound: list[str], rough: list[str]) -> str:
    return chance.choice(rough if chance.random() < ROUGH_SHARE else sound)


def _sentences() -> tuple[list[str], list[str]]:
    """(texts without a glitch, texts with one), each on one line."""
    sound = [line for path in sorted(CORPORA.glob("articles/*/article.gold.txt")) for line in _lines(path)]
    rough: list[str] = []
    for path in sorted(CORPORA.glob("gold/*.jsonl")):
        for line in _lines(path):
            case = json.loads(line)
            fixed = case.get("fixed") or case["text"]
            sound.append(" ".join(fixed.split()))
            if fixed != case["text"]:
                rough.append(" ".join(case["text"].split()))
    return sound, rough


def _lines(path: Path) -> Iterator[str]:
    return (line for line in path.read_text("utf-8").splitlines() if line.strip())


def _varied(text: str, chance: random.Random) -> str:
    """The text with other digits, so that no two copies are the same."""
    return re.sub(r"(?<=[1-9])\d(?=\D|$)", lambda _: str(chance.randint(0, 9)), text)


def hostile(size: int) -> Iterator[tuple[str, str]]:
    """(name, text) of shapes that no article has; the work of each may grow with `size`, and no faster.

    For twice the size, everything is there twice as often.
    """
    prose = " ".join(news(size).split())[:size]
    yield "all in one line", prose
    yield "quotation marks that pair", "".join(f"“a” b “c {n}” d\n\n" for n in range(size // 20))
    yield "opening marks and nothing else", "“" * (size // 20)
    yield "opening marks before words", "“word " * (size // 6)
    for name, mark in _LONE.items():
        yield f"{name} and nothing else", mark * (size // 4)
    yield "short lines", "".join(f"line {n}\n" for n in range(size // 10))
    yield "blanks", "\t" * (size // 4)
    yield "lines of one letter", "a\n" * (size // 2)
    yield "one word", "a" * size
    yield "the same word", "that " * (size // 5)
    yield "capitals", "Ana Morel " * (size // 10)
    yield "numbers", "1 000 000,5 % " * (size // 14)
