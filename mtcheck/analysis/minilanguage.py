"""a pattern as people write it -> elements as `analysis/patterns.py` matches them, and their anchor words.

The grammar is in `docs/packs.md`. Used when packs are compiled, never when a text is examined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from mtcheck.analysis.anchors import anchor_of
from mtcheck.analysis.inflect import noun_forms, verb_forms
from mtcheck.analysis.lexicon import frequency
from mtcheck.analysis.patterns import CLASSES
from mtcheck.analysis.tokens import tokens_of

Element = list[Any]
Tags = dict[str, str]
"""Form -> what it can be: b base, t third, p past, d participle, g gerund, 1 singular, 2 plural."""

PART = re.compile(r"<[^<>]+>|\{[^{}]+\}|[()|?]|[^\s<>{}()|?]+")
TAGS = {"base": "b", "third": "t", "past": "p", "participle": "d", "gerund": "g"}
_NOUNS = ("n", "nouns")
_WIDE = ("name", "np", "start", "end", "clause")


class PackError(Exception):
    """An entry that cannot be compiled: which one, and what is wrong."""


def parse(pattern: str, lists: set[str]) -> tuple[list[Element], dict[str, Tags]]:
    """The elements of a pattern, and for each that holds a lemma (by number, from 1) its forms' tags."""
    parts = PART.findall(pattern)
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
    ways = _merged_ways(ways)
    return [ways[0][0] if len(ways) == 1 and len(ways[0]) == 1 else ["a", *ways]], tags, at


def _merged_ways(ways: list[list[Element]]) -> list[list[Element]]:
    """The same alternatives with single words that stand side by side as one: `(a|b|c d)` has two ways."""
    merged: list[list[Element]] = []
    for way in ways:
        single = len(way) == 1 and way[0][0] == "w"
        if single and merged and len(merged[-1]) == 1 and merged[-1][0][0] == "w":
            merged[-1] = [["w", sorted({*merged[-1][0][1], *way[0][1]})]]
        else:
            merged.append(way)
    return merged


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
        place = -1 if kind in _NOUNS else 0
        forms, _ = forms_of(f"{parts[place]}:{kind}" if kind else parts[place])
        tags = _merged(tags, forms)
        if len(parts) > 1:
            phrase: list[Element] = [["w", [part]] for part in parts]
            phrase[place] = ["w", sorted(forms)]
            phrases.append(phrase)
        else:
            words |= forms.keys()
    return tags, sorted(words), phrases


def forms_of(text: str) -> tuple[Tags, list[str]]:
    """The forms of the lemmas of `a|b:kind` with their tags; kind is v (default), n, nouns (plurals alone), or verb
    tags like past,third."""
    names, _, kind = text.partition(":")
    tags: Tags = {}
    for lemma in (name.strip() for name in names.split("|")):
        if kind in _NOUNS:
            forms = dict.fromkeys(noun_forms(lemma), "2")
            forms |= {lemma: "12" if lemma in forms else "1"} if kind == "n" else {}
        else:
            wanted = TAGS if kind in ("", "v") else {tag: TAGS[tag] for tag in kind.split(",")}
            forms = {}
            for tag, letter in wanted.items():
                for form in verb_forms(lemma)[tag]:
                    forms[form] = forms.get(form, "") + letter
        tags = _merged(tags, forms)
    return tags, sorted(tags)


def anchor(find: list[Element]) -> tuple[list[str], list[int]]:
    """The rarest words one of which every match contains, and how many tokens can stand before them."""
    found = anchor_of(find, often)
    if found is None:
        raise PackError("the pattern needs at least one word that must occur")
    return list(found.words), [found.low, found.high]


def often(words: Sequence[str]) -> int:
    """How common the commonest is; a mark, or ’s, is known to no lexicon, but commoner than any word."""
    return max(frequency(word) if word[0].isalnum() and word[-1].isalnum() else 36 for word in words)
