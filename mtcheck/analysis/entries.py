"""an entry of a pack, as a person wrote it -> the line that the program reads; `docs/packs.md` is the guide.

Called by whoever compiles the language packs, and for a user's own packs when they are loaded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from mtcheck.analysis.anchors import Window, obligatory
from mtcheck.analysis.inflect import noun_forms, verb_forms
from mtcheck.analysis.minilanguage import TAGS, PackError, Tags, anchor, often, parse
from mtcheck.analysis.witness import parsed
from mtcheck.lang.packs import PATTERNS, PLACE

MARKS = ("mass", "plural")
"""Nouns of a replacement that have one number only; see `analysis.counted`."""

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
    "beside",
    "alibi",
    "about",
    *PATTERNS,
}


Line = tuple[str, list[str]]
"""A compiled entry and its anchor words."""


def compile_pack(family: str, data: dict[str, Any], lists: Iterable[str]) -> str:
    """What a program reads of one pack alone."""
    return joined([(family, compile_entries(data, lists))])


def compile_entries(data: dict[str, Any], lists: Iterable[str]) -> list[Line]:
    """The entries of one pack. Raises PackError, with the name of the entry."""
    lines = []
    for number, entry in enumerate(data.get("entry", [])):
        try:
            line, words = compile_entry(entry, set(lists))
        except (PackError, KeyError, ValueError) as error:
            raise PackError(f"{entry.get('name', f'entry {number}')}: {error}") from error
        lines.append((_written(line, words), words))
    return lines


def compile_sense(sense: dict[str, Any], lists: set[str]) -> Line:
    """One sense of a bilingual lexicon (`analysis.senses`)."""
    line, words = _parts({"why": "", **sense}, lists)
    conditions = line[1][-1]
    conditions["linked"] = True
    if "topic" in sense:
        conditions["topic"] = sense["topic"]
    return _written(line, words), words


def _written(line: tuple[list[Any], list[Any]], anchors: Sequence[str]) -> str:
    """Four fields, with tabs between them: see `lang.packs.Entry`."""
    (low, high), *place = line[0]
    find = place[1]
    known = Window(frozenset(anchors), low, high + 1)
    windows = "  ".join(
        f"{start} {end} {' '.join(sorted(words))}"
        for words, start, end in sorted(obligatory(find), key=_common)
        if (words, start, end) != known
    )
    parts = (json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in (place, line[1]))
    return "\t".join((f"{low} {high}", windows, *parts))


def _common(window: Window) -> float:
    """About how often one of its words stands in such a range."""
    return (window.end - window.start) * sum(2.0 ** often((word,)) for word in sorted(window.words))


def joined(families: Iterable[tuple[str, Sequence[Line]]]) -> str:
    """The entries of many packs, by family, as `lang/packs.py` reads them; packs of one family come together."""
    anchors: dict[str, list[int]] = {}
    firsts: dict[str, int] = {}
    lines: list[str] = []
    for family, compiled in families:
        firsts.setdefault(family, len(lines))
        for line, words in compiled:
            for word in words:
                anchors.setdefault(word, []).append(len(lines))
            lines.append(line)
    words = sorted(anchors)
    rows = [f"{word}\t{','.join(map(str, anchors[word]))}\n" for word in words]
    starts = list(accumulate((len(row.encode()) for row in rows), initial=0))
    begins: dict[str, int] = {}
    for word, start in zip(words, starts, strict=False):  # the last is where they end
        begins.setdefault(word[:2], start)
    names = "".join(f" {family} {first}" for family, first in firsts.items())
    index = "".join(f"{two} {start} " for two, start in begins.items())
    top = f"{names} \n{index}\n"
    places = PLACE * 2 + 1 + len(top.encode()) + starts[-1]
    entries = places + PLACE * (len(lines) + 1)
    ends = accumulate((len(line.encode()) + 1 for line in lines), initial=entries)
    numbers = "".join(f"{end:0{PLACE}}" for end in ends)
    return "".join([f"{places:0{PLACE}} {entries:0{PLACE}}", top, *rows, numbers, *(f"{line}\n" for line in lines)])


def compile_entry(entry: dict[str, Any], lists: set[str]) -> tuple[tuple[list[Any], list[Any]], list[str]]:
    """Where an entry matches, what it says there (see `lang.packs.Entry`), and its anchor words."""
    if unknown := entry.keys() - _FIELDS:
        raise PackError(f"unknown field {', '.join(sorted(unknown))}")
    if not entry.get("bad") or not entry.get("good") or not entry.get("why"):
        raise PackError("an entry needs why, bad and good")
    return _parts(entry, lists)


def _parts(entry: dict[str, Any], lists: set[str]) -> tuple[tuple[list[Any], list[Any]], list[str]]:
    find, tags = parse(entry["find"], lists)
    kinds = {number: _kind(forms) for number, forms in tags.items()}
    puts = [compile_put(put, kinds, len(find)) for put in entry.get("put", [])]
    used = {str(item["@"]) for put in puts for item in put if isinstance(item, dict)}
    conditions: dict[str, Any] = {
        name: [parse(pattern, lists)[0] for pattern in entry[name]] for name in PATTERNS if name in entry
    }
    for name in ("witness", "beside", "alibi"):
        if name in entry:
            conditions[name] = [parsed(pattern) for pattern in entry[name]]
    for name in ("beside", "alibi"):
        if name in entry and "witness" not in entry:
            raise PackError(f"{name} without a witness")
    if "quoted" in entry:
        conditions["quoted"] = entry["quoted"]
    if "about" in entry:
        if unknown := set(entry["about"]) - lists:
            raise PackError(f"about: no list {', '.join(sorted(unknown))}")
        conditions["about"] = entry["about"]
    words, reach = anchor(find)
    safety = entry.get("safety", "suggest" if puts else "flag")
    mark = [int(part) for part in re.findall(r"\d+", entry["mark"])] if "mark" in entry else None
    place = [reach, int("witness" in entry), find]
    said = [
        entry["name"], safety, entry.get("confidence", 0.8), entry["why"], puts,
        {number: forms for number, forms in tags.items() if number in used}, mark and [mark[0], mark[-1]], conditions,
    ]  # fmt: skip
    return (place, said), words


def _kind(forms: Tags) -> str:
    return "n" if set("".join(forms.values())) <= {"1", "2"} else "v"


def compile_put(put: str, kinds: dict[str, str], elements: int) -> list[Any]:
    """The items of one replacement."""
    items: list[Any] = []
    for part in re.findall(r"<[^<>]+>|\$\d+(?:\.\.\$\d+|:\w+)?|[^\s<>]+", put):
        if part.startswith("$"):
            name, _, form = part.partition(":")
            first, *rest = (int(number) for number in re.findall(r"\d+", name))
            last = rest[0] if rest else first
            if not 1 <= first <= last <= elements:
                raise PackError(f"{part}: the pattern has {elements} elements")
            if form and form not in TAGS:
                raise PackError(f"{part}: no form {form}; {', '.join(TAGS)}")
            items.append([first, last, form] if form else [first, last])
        elif part.startswith("<"):
            items.append(_table(part[1:-1], kinds))
        else:
            items.append(part)
    return items


def _table(text: str, kinds: dict[str, str]) -> dict[str, Any]:
    """`stand by`, `stand by@2`, `claim:n`, `be@left` -> the forms and where the form is taken from."""
    lemma, _, place = text.partition("@")
    lemma, _, noun = lemma.partition(":")
    if noun not in ("", "v", "n", *MARKS):
        raise PackError(f"<{text}>: no kind {noun}; n, {', '.join(MARKS)}")
    kind = "n" if noun in ("n", *MARKS) else "v"
    if place == "left":
        number = 0
    elif place:
        number = int(place)
    else:
        number = next((int(key) for key in kinds if kinds[key] == kind), -1)
    if number < 0 or (number and kinds.get(str(number)) != kind):
        raise PackError(f"<{text}>: the pattern has no such {'noun' if kind == 'n' else 'verb'} to inflect like")
    if kind == "n":
        one, _, many = lemma.partition("|")
        head, space, last = one.rpartition(" ")
        if noun in MARKS:
            return {"@": number, "1": one, "2": many or one, "m": noun}
        return {"@": number, "1": one, "2": many or head + space + noun_forms(last)[0]}
    head, space, rest = lemma.partition(" ")
    forms = verb_forms(head)
    if place == "left" and head == "be":
        forms["base"] = ("are",)
    return {"@": number} | {letter: forms[tag][0] + space + rest for tag, letter in TAGS.items()}
