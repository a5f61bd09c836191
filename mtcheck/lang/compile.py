"""packs that people write (`lang/<language>/<family>.toml`) -> packs that the program reads (`data/packs`).

    python -m mtcheck.lang.compile

Run by whoever changed a pack; a test compares the result with what is committed. `docs/packs.md` is the
guide to the mini-language; the element lists that come out are described in `analysis/patterns.py`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from mtcheck.analysis.inflect import noun_forms, verb_forms
from mtcheck.analysis.lexicon import frequency
from mtcheck.analysis.patterns import CLASSES
from mtcheck.analysis.tokens import tokens_of
from mtcheck.lang import packs

Element = list[Any]
Tags = dict[str, str]
_PART = re.compile(r"<[^<>]+>|\{[^{}]+\}|[()|?]|[^\s<>{}()|?]+")
_WIDE = {"name": (1, 6), "np": (1, 8), "start": (0, 0), "end": (0, 0), "clause": (0, 0)}
_TAGS = {"base": "b", "third": "t", "past": "p", "participle": "d", "gerund": "g"}
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
    *_CONDITIONS,
}
LISTS = Path(__file__).parent / "lists.toml"


class PackError(Exception):
    """An entry that cannot be compiled: which one, and what is wrong."""


def main() -> int:
    """Writes what changed; a pack with an error is named and left as it was, and the others go on."""
    failed = 0
    for path, make in jobs():
        try:
            content = make()
        except (PackError, ValueError) as error:
            sys.stderr.write(f"{path.parent.name}/{path.stem}.toml: {error}\n")
            failed = 1
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")
            sys.stdout.write(f"{path.parent.name}/{path.name}\n")
    return failed


def jobs() -> Iterator[tuple[Path, Callable[[], str]]]:
    """Every compiled file and what makes its content."""
    lists = read_lists()
    yield (
        packs.COMPILED / "lists.txt",
        lambda: "".join(f"{name} {' '.join(words)}\n" for name, words in sorted(lists.items())),
    )
    for language, _, path in packs.sources():
        target = packs.COMPILED / language / f"{path.stem}.pack"
        yield target, partial(_compile_file, path, lists)


def _compile_file(path: Path, lists: dict[str, list[str]]) -> str:
    return compile_pack(packs.read_source(path), lists)


def compiled() -> dict[Path, str]:
    """Every compiled file with its content. Raises PackError where a pack has an error."""
    return {path: make() for path, make in jobs()}


def read_lists() -> dict[str, list[str]]:
    """The shared word lists with all forms of their lemmas."""
    lists: dict[str, list[str]] = {}
    for name, patterns in packs.read_source(LISTS).items():
        words: set[str] = set()
        for part in _PART.findall(patterns):
            words.update(_forms(part[1:-1])[1] if part.startswith("<") else [part.lower().replace("’", "'")])
        lists[name] = sorted(words)
    return lists


def compile_pack(data: dict[str, Any], lists: Iterable[str]) -> str:
    """One pack's file: the line of anchors, then a line for each entry."""
    anchors: dict[str, list[int]] = {}
    lines = []
    for number, entry in enumerate(data.get("entry", [])):
        try:
            line, words = compile_entry(entry, set(lists))
        except (PackError, KeyError, ValueError) as error:
            raise PackError(f"{entry.get('name', f'entry {number}')}: {error}") from error
        lines.append(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
        for word in words:
            anchors.setdefault(word, []).append(number)
    index = " ".join(f"{word}:{','.join(map(str, numbers))}" for word, numbers in sorted(anchors.items()))
    return "\n".join([index, *lines]) + "\n"


def compile_entry(entry: dict[str, Any], lists: set[str]) -> tuple[list[Any], list[str]]:
    """The line of one entry and its anchor words."""
    if unknown := entry.keys() - _FIELDS:
        raise PackError(f"unknown field {', '.join(sorted(unknown))}")
    if not entry.get("bad") or not entry.get("good") or not entry.get("why"):
        raise PackError("an entry needs why, bad and good")
    find, tags = parse(entry["find"], lists)
    kinds = {number: _kind(forms) for number, forms in tags.items()}
    puts = [compile_put(put, kinds, len(find)) for put in entry.get("put", [])]
    used = {str(item["@"]) for put in puts for item in put if isinstance(item, dict)}
    conditions: dict[str, Any] = {
        name: [parse(pattern, lists)[0] for pattern in entry[name]] for name in _CONDITIONS if name in entry
    }
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


def parse(pattern: str, lists: set[str]) -> tuple[list[Element], dict[str, Tags]]:
    """The elements of a pattern, and for each that holds a lemma (by number, from 1) its forms' tags."""
    parts = _PART.findall(pattern)
    elements, tags, at = _sequence(parts, 0, lists)
    if at != len(parts) or not elements:
        raise PackError(f"unbalanced or empty pattern: {pattern}")
    return elements, {str(number): forms for number, forms in enumerate(tags, 1) if forms}


def _sequence(parts: list[str], at: int, lists: set[str]) -> tuple[list[Element], list[Tags], int]:
    elements: list[Element] = []
    tags: list[Tags] = []
    while at < len(parts) and parts[at] not in ("|", ")"):
        new, forms, at = _atom(parts, at, lists)
        if at < len(parts) and parts[at] == "?":
            new, at = [["?", new[0] if len(new) == 1 else ["a", new]]], at + 1
        elements += new
        tags += [forms] + [{}] * (len(new) - 1)
    return elements, tags, at


def _atom(parts: list[str], at: int, lists: set[str]) -> tuple[list[Element], Tags, int]:
    part = parts[at]
    if part == "(":
        return _alternatives(parts, at + 1, lists)
    if part.startswith("<"):
        forms, words, phrases = _lemmas(part[1:-1])
        ways: list[list[Element]] = [[["w", words]]] if words else []
        ways += phrases
        element = ways[0][0] if len(ways) == 1 and len(ways[0]) == 1 else ["a", *ways]
        return [element], forms, at + 1
    if part.startswith("{"):
        return [_class(part[1:-1], lists)], {}, at + 1
    if part == "?":
        raise PackError("a ? follows nothing")
    if part.startswith("=") and len(part) > 1:
        return [["X", part[1:]]], {}, at + 1
    return [_literal(part, low) for low in tokens_of(part).lows], {}, at + 1


def _alternatives(parts: list[str], at: int, lists: set[str]) -> tuple[list[Element], Tags, int]:
    ways: list[list[Element]] = []
    tags: Tags = {}
    while True:
        elements, forms, at = _sequence(parts, at, lists)
        if not elements:
            raise PackError("an empty alternative; write (a|b)? instead")
        ways.append(elements)
        for known in forms:
            tags = _merged(tags, known)
        if at >= len(parts):
            raise PackError("an open bracket is not closed")
        at += 1
        if parts[at - 1] == ")":
            break
    single = all(len(way) == 1 and way[0][0] == "w" for way in ways)
    if single:
        return [["w", sorted({word for way in ways for word in way[0][1]})]], tags, at
    return [["a", *ways]], tags, at


def _literal(part: str, low: str) -> Element:
    """A word; one that a pack writes with a capital must have it in the text too."""
    word = part.replace("’", "'")
    return ["X", part] if part[:1].isupper() and word.lower() == low else ["w", [low]]


def _class(text: str, lists: set[str]) -> Element:
    name, _, bounds = text.partition(" ")
    if name == "words":
        low, high = (int(bound) for bound in bounds.split("-"))
        if high > 8:
            raise PackError("a gap of more than 8 words")
        return ["g", low, high]
    if name in lists:
        return ["l", name]
    if name not in CLASSES and name not in _WIDE:
        raise PackError(f"no class or list {name}")
    return ["c", name]


def _merged(one: Tags, other: Tags) -> Tags:
    return {
        form: "".join(sorted(set(one.get(form, "") + other.get(form, ""))))
        for form in sorted(one.keys() | other.keys())
    }


def _lemmas(text: str) -> tuple[Tags, list[str], list[list[Element]]]:
    """`assume|take on:past` -> tags of the inflected words' forms, the single words, the phrases as sequences.

    Of a verb phrase the first word is inflected, of a noun phrase the last.
    """
    names, _, kind = text.partition(":")
    tags: Tags = {}
    words: set[str] = set()
    phrases: list[list[Element]] = []
    for lemma in names.split("|"):
        parts = lemma.replace("’", "'").split()
        place = -1 if kind == "n" else 0
        forms, _ = _forms(f"{parts[place]}:{kind}" if kind else parts[place])
        tags = _merged(tags, forms)
        if len(parts) > 1:
            phrase: list[Element] = [["w", [part]] for part in parts]
            phrase[place] = ["w", sorted(forms)]
            phrases.append(phrase)
        else:
            words |= forms.keys()
    return tags, sorted(words), phrases


def _forms(text: str) -> tuple[Tags, list[str]]:
    """The forms of the lemmas of `a|b:kind` with their tags; kind is v (default), n, or verb tags like past,third."""
    names, _, kind = text.partition(":")
    tags: Tags = {}
    for lemma in (name.strip() for name in names.split("|")):
        if kind == "n":
            forms = {lemma: "1"} | {form: "2" for form in noun_forms(lemma) if form != lemma}
        else:
            wanted = _TAGS if kind in ("", "v") else {tag: _TAGS[tag] for tag in kind.split(",")}
            forms = {}
            for tag, letter in wanted.items():
                for form in verb_forms(lemma)[tag]:
                    forms[form] = forms.get(form, "") + letter
        tags = _merged(tags, forms)
    return tags, sorted(tags)


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
    return {"@": number} | {letter: forms[tag][0] + space + rest for tag, letter in _TAGS.items()}


def anchor(find: list[Element]) -> tuple[list[str], list[int]]:
    """The rarest words one of which every match contains, and how many tokens can stand before them."""
    best: tuple[int, list[str], list[int]] | None = None
    low = high = 0
    for element in find:
        words = _obligatory(element)
        if words:
            cost = max(frequency(word) for word in words[0]), words[0], [low + words[1], high + words[2]]
            if best is None or cost[0] < best[0]:
                best = cost
        least, most = _width(element)
        low, high = low + least, high + most
    if best is None:
        raise PackError("the pattern needs at least one word that must occur")
    return best[1], best[2]


def _obligatory(element: Element) -> tuple[list[str], int, int] | None:
    """Words one of which `element` always contains, and how far inside it they stand at least and at most."""
    kind = element[0]
    if kind == "w":
        return sorted(element[1]), 0, 0
    if kind == "X":
        return [element[1].lower().replace("’", "'")], 0, 0
    if kind != "a":
        return None
    words: set[str] = set()
    reach: list[int] = []
    for way in element[1:]:
        try:
            found, (low, high) = anchor(way)
        except PackError:
            return None
        words.update(found)
        reach += [low, high]
    return sorted(words), min(reach), max(reach)


def _width(element: Element) -> tuple[int, int]:
    """How many tokens an element covers at least and at most."""
    kind = element[0]
    if kind == "g":
        return element[1], element[2]
    if kind == "c":
        return _WIDE.get(element[1], (1, 1))
    if kind == "?":
        return 0, _width(element[1])[1]
    if kind == "a":
        sums = [[sum(bounds) for bounds in zip(*(_width(part) for part in way), strict=True)] for way in element[1:]]
        return min(least for least, _ in sums), max(most for _, most in sums)
    return 1, 1


if __name__ == "__main__":
    sys.exit(main())
