"""a list of words that machines leave standing -> the entries that repair them.

    why: an Italian word left in the text
    not after: (il|lo|la|un|una|di|del) / {capital}
    not before: {capital}
    good: The paparazzi ate pasta in the piazza.

    scrutatore -> teller
    terapia intensiva -> intensive care

All words of `lang/<language>/<family>.words` have the frame of its head, so that a line is all there is to write.
Called by whoever compiles the language packs.
"""

from __future__ import annotations

from typing import Any

_HEAD = {"why": "why", "not after": "not_after", "not before": "not_before", "good": "good"}


def words(text: str, language: str) -> list[dict[str, Any]]:
    """The entries of a list, as a pack would have them.

    Raises:
        ValueError: a line is none of the list; with its number.
    """
    head: dict[str, list[str]] = {}
    entries: list[dict[str, Any]] = []
    for number, line in enumerate(text.splitlines(), 1):
        name, colon, value = line.partition(": ")
        word, arrow, puts = line.partition(" -> ")
        if not line.strip() or line.startswith("#"):
            continue
        if arrow:
            entries.append(_entry(word.strip(), [put.strip() for put in puts.split(" / ")], language, head))
        elif colon and name in _HEAD and not entries:
            head[_HEAD[name]] = [part.strip() for part in value.split(" / ")]
        else:
            raise ValueError(f"line {number}: not of the form: word -> English, nor a line of the head")
    return entries


def _entry(word: str, puts: list[str], language: str, head: dict[str, list[str]]) -> dict[str, Any]:
    frame = {field: values for field, values in head.items() if field != "why"}
    return {
        "name": f"{language}-{'-'.join(word.lower().replace('’', '-').split())}",
        "source": word,
        "find": " ".join(f"={part}" for part in word.split()),
        "put": puts,
        **frame,
        "why": f"{'; '.join(head['why'])}: “{word}” is “{puts[0]}”",
        "bad": [f"They spoke of the [[{word}->{puts[0]}]] on Friday."],
    }
