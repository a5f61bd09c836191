"""a bilingual lexicon of senses, one a line, as a person wrote it -> the lines of a pack that the program reads.

    reclam* = <claim> -> <demand> / <call for>          « réclament », linked to “claim”: they demand
    mineur* ! charbon* = <miner:n> -> <minor:n>         not where « charbon » stands too
    quai|quais + train* = <wharf:n> -> <platform:n>     only where « train » stands too

    [sport] match* club* ...                            the lines below need a source about sport; [] ends that

On the left are source words as in an entry's `witness` (several between ` / `), behind ` + ` those of which one must
stand in the passage (`beside`), behind ` ! ` those that explain the English (`alibi`), then `find` and `put`. What
proves a line is the link of the very words, so that its English can be as wide as a word. Called by whoever compiles
the language packs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mtcheck.analysis.entries import Line, compile_sense
from mtcheck.analysis.minilanguage import PackError


def compile_senses(text: str, lists: set[str]) -> list[Line]:
    """The entries of a lexicon.

    Raises:
        PackError: a line cannot be read; with its number.
    """
    lines = []
    for number, sense in senses(text):
        try:
            line = compile_sense(sense, lists)
        except (PackError, KeyError, ValueError) as error:
            raise PackError(f"line {number}: {error}") from error
        lines.append(line)
    return lines


def senses(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each line with its number, as the fields of an entry. Lines that begin with # are comments."""
    topic: list[str] = []
    names: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            topic = line.partition("]")[2].split()
            continue
        left, equals, right = line.partition(" = ")
        find, arrow, puts = right.partition(" -> ")
        if not equals or not arrow:
            raise PackError(f"line {number}: not of the form: source words = find -> put")
        witness, _, alibi = left.partition(" ! ")
        witness, _, beside = witness.partition(" + ")
        sense: dict[str, Any] = {
            "name": _free(_name(witness, find), names),
            "find": find.strip(),
            "put": [put.strip() for put in puts.split(" / ")],
            "witness": [each.strip() for each in witness.split(" / ")],
        }
        for field, patterns in (("beside", beside), ("alibi", alibi)):
            if patterns:
                sense[field] = [each.strip() for each in patterns.split(" / ")]
        if topic:
            sense["topic"] = topic
        yield number, sense


def _free(name: str, names: set[str]) -> str:
    """`name`, or with a number behind it where another line has it."""
    number, free = 1, name
    while free in names:
        number += 1
        free = f"{name}-{number}"
    names.add(free)
    return free


def _name(witness: str, find: str) -> str:
    """`reclam-claim`: what the line is called in reports."""
    words = [
        "".join(char for char in side if char.isalpha() or char in " -|").replace("|", " ").split()
        for side in (witness.partition(" / ")[0], find)
    ]
    return "-".join("-".join(side[:2]) for side in words)
