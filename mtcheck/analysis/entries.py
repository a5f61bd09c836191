"""an entry of a pack, as a person wrote it -> the line that the program reads; `docs/packs.md` is the guide.

Called by whoever compiles the language packs, and for a user's own packs when they are loaded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from mtcheck.analysis.inflect import noun_forms, verb_forms
from mtcheck.analysis.minilanguage import TAGS, PackError, Tags, anchor, parse
from mtcheck.analysis.witness import parsed

_CONDITIONS = ("needs", "unless", "in_text", "not_in_text", "after", "not_after", "before", "not_before")
_FIELDS = {
    "name",
    "source",
    "find",
    "put",
    "safety",
    "confidence",
    "why",
    "bad",
    "good",
    "mark",
    "quoted",
    "witness",
    "alibi",
    *_CONDITIONS,
}


def compile_pack(data: dict[str, Any], lists: Iterable[str]) -> str:
    """One pack's file: the line of anchors, the line of their entries' numbers, then a line for each entry."""
    lines = []
    for number, entry in enumerate(data.get("entry", [])):
        try:
            line, words = compile_entry(entry, set(lists))
        except (PackError, KeyError, ValueError) as error:
            raise PackError(f"{entry.get('name', f'entry {number}')}: {error}") from error
        lines.append((line, words))
    return pack_text(lines)


def pack_text(compiled: Sequence[tuple[list[Any], list[str]]]) -> str:
    """The file of a pack, from the line and the anchor words of each of its entries."""
    anchors: dict[str, list[int]] = {}
    lines = []
    for number, (line, anchor_words) in enumerate(compiled):
        lines.append(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
        for word in anchor_words:
            anchors.setdefault(word, []).append(number)
    words = sorted(anchors)
    index = " ".join(words) + "\n" + " ".join(",".join(map(str, anchors[word])) for word in words)
    return "\n".join([index, *lines]) + "\n"


def compile_entry(entry: dict[str, Any], lists: set[str]) -> tuple[list[Any], list[str]]:
    """The line of one entry and its anchor words."""
    if unknown := entry.keys() - _FIELDS:
        raise PackError(f"unknown field {', '.join(sorted(unknown))}")
    if not entry.get("bad") or not entry.get("good") or not entry.get("why"):
        raise PackError("an entry needs why, bad and good")
    return _line(entry, lists)


def sense_line(sense: dict[str, Any], lists: set[str]) -> tuple[list[Any], list[str]]:
    """The line of one sense of a bilingual lexicon (`analysis.senses`), and its anchor words."""
    line, words = _line({"why": "", **sense}, lists)
    line[-1]["linked"] = True
    if "topic" in sense:
        line[-1]["topic"] = sense["topic"]
    return line, words


def _line(entry: dict[str, Any], lists: set[str]) -> tuple[list[Any], list[str]]:
    find, tags = parse(entry["find"], lists)
    kinds = {number: _kind(forms) for number, forms in tags.items()}
    puts = [compile_put(put, kinds, len(find)) for put in entry.get("put", [])]
    used = {str(item["@"]) for put in puts for item in put if isinstance(item, dict)}
    conditions: dict[str, Any] = {
        name: [parse(pattern, lists)[0] for pattern in entry[name]] for name in _CONDITIONS if name in entry
    }
    for name in ("witness", "alibi"):
        if name in entry:
            conditions[name] = [parsed(pattern) for pattern in entry[name]]
    if "alibi" in entry and "witness" not in entry:
        raise PackError("an alibi without a witness")
    if "quoted" in entry:
        conditions["quoted"] = entry["quoted"]
    words, reach = anchor(find)
    safety = entry.get("safety", "suggest" if puts else "flag")
    mark = [int(part) for part in re.findall(r"\d+", entry["mark"])] if "mark" in entry else None
    line = [
        entry["name"], safety, entry.get("confidence", 0.8), entry["why"], find, puts,
        {number: forms for number, forms in tags.items() if number in used}, mark and [mark[0], mark[-1]], reach,
        conditions,
    ]  # fmt: skip
    return line, words


def _kind(forms: Tags) -> str:
    return "n" if set("".join(forms.values())) <= {"1", "2"} else "v"


def compile_put(put: str, kinds: dict[str, str], elements: int) -> list[Any]:
    """The items of one replacement."""
    items: list[Any] = []
    for part in re.findall(r"<[^<>]+>|\$\d+(?:\.\.\$\d+)?|[^\s<>]+", put):
        if part.startswith("$"):
            first, *rest = (int(number) for number in re.findall(r"\d+", part))
            last = rest[0] if rest else first
            if not 1 <= first <= last <= elements:
                raise PackError(f"{part}: the pattern has {elements} elements")
            items.append([first, last])
        elif part.startswith("<"):
            items.append(_table(part[1:-1], kinds))
        else:
            items.append(part)
    return items


def _table(text: str, kinds: dict[str, str]) -> dict[str, Any]:
    """`stand by`, `stand by@2`, `claim:n`, `be@left` -> the forms and where the form is taken from."""
    lemma, _, place = text.partition("@")
    lemma, _, kind = lemma.partition(":")
    kind = kind or "v"
    if place == "left":
        number = 0
    elif place:
        number = int(place)
    else:
        number = next((int(key) for key in kinds if kinds[key] == kind), -1)
    if number < 0 or (number and kinds.get(str(number)) != kind):
        raise PackError(f"<{text}>: the pattern has no such {'noun' if kind == 'n' else 'verb'} to inflect like")
    if kind == "n":
        head, space, last = lemma.rpartition(" ")
        return {"@": number, "1": lemma, "2": head + space + noun_forms(last)[0]}
    head, space, rest = lemma.partition(" ")
    forms = verb_forms(head)
    if place == "left" and head == "be":
        forms["base"] = ("are",)
    return {"@": number} | {letter: forms[tag][0] + space + rest for tag, letter in TAGS.items()}
