"""XLIFF 1.2 and 2.x, TMX 1.4 -> their translated segments beside the source: bilingual files.

Of inline elements, those that hold text of the sentence are passed through; those that hold a program's code are a
placeholder or nothing. What may not be translated stays: `translate="no"`, alternatives, notes, segments in a language
other than English.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.formats.inline import PLACEHOLDER
from mtcheck.formats.markup import CDATA, CLOSE, CODE, LONE, OPEN, TEXT, Token, text_pieces
from mtcheck.formats.reader import Bilingual, Block, Malformed, OtherLanguage, is_english, paired, primary
from mtcheck.formats.strings import protected
from mtcheck.formats.xml import cdata, local, parsed, skip, values
from mtcheck.text import Piece

_THROUGH = frozenset(("g", "pc", "mrk", "hi"))
"""Inline elements around words of the sentence."""
_OBJECTS = frozenset(("x", "ph", "cp", "ut"))
"""Inline elements that stand for something in the sentence; any other is an opening or closing mark."""


class Variant(NamedTuple):
    """One language's text of a translation unit (TMX)."""

    language: str
    block: Block


def read_xliff(raw: str) -> Bilingual:
    """Every target that has words, beside its source.

    Raises:
        Malformed: not well-formed XML, or not XLIFF.
        OtherLanguage: all targets are in another language than English.
    """
    found = parsed(raw)
    root = _root(raw, found, "xliff")
    languages = values(raw, root)
    source, target = languages.get("srclang", ""), languages.get("trglang", "")
    targets, sources = [target] * bool(target), [source] * bool(source)
    pairs: list[tuple[Block, Block]] = []
    original: Block = ()
    english = not target or is_english(target)
    at = found.index(root) + 1
    while at < len(found):
        token, name = found[at], local(found[at])
        at += 1
        if token.kind not in (OPEN, LONE):
            continue
        if name == "file":
            stated = values(raw, token)
            if "target-language" in stated:
                targets.append(stated["target-language"])
                english = is_english(stated["target-language"])
            sources += [stated["source-language"]] if "source-language" in stated else []
        elif name in ("header", "alt-trans", "seg-source", "note", "notes", "ignorable", "originalData", "matches") or (
            name in ("trans-unit", "group", "unit", "bin-unit") and values(raw, token).get("translate") == "no"
        ):
            at = skip(found, at - 1)
        elif name in ("trans-unit", "unit", "segment"):
            original = ()
        elif name in ("source", "target"):
            end = skip(found, at - 1)
            if name == "source":
                original = _block(raw, found[at : end - 1])
            elif english:
                pairs.append((original, _block(raw, found[at : end - 1])))
            at = end
    if targets and not any(map(is_english, targets)):
        raise OtherLanguage(primary(targets[0]), "if it is English, correct the target language that it declares")
    return paired(pairs, primary(sources[0]) if sources else None)


def read_tmx(raw: str) -> Bilingual:
    """Every English segment beside the one in the source language, or else the first in another language.

    Raises:
        Malformed: not well-formed XML, or not TMX.
        OtherLanguage: there are segments, and none is English.
    """
    found = parsed(raw)
    _root(raw, found, "tmx")
    stated = next((values(raw, token).get("srclang", "") for token in found if local(token) == "header"), "")
    stated = "" if stated == "*all*" else primary(stated)
    units = list(_units(raw, found))
    languages = {variant.language for unit in units for variant in unit}
    if languages and not any(map(is_english, languages)):
        raise OtherLanguage(", ".join(sorted(map(primary, languages))), "it has no segment in English")
    pairs: list[tuple[Block, Block]] = []
    used: list[str] = []
    for unit in units:
        others = [variant for variant in unit if not is_english(variant.language)]
        others.sort(key=lambda variant: primary(variant.language) != stated)
        source: Block = others[0].block if others else ()
        used += [primary(others[0].language)] if others else []
        pairs += [(source, variant.block) for variant in unit if is_english(variant.language)]
    language = max(set(used), key=used.count) if used else None
    return paired(pairs, language)


def _root(raw: str, found: list[Token], name: str) -> Token:
    for token in found:
        if token.kind in (OPEN, LONE):
            if local(token) == name:
                return token
            break
    raise Malformed(0, f"not a {name.upper()} file: its root is not <{name}>", "name its format with --input-format")


def _units(raw: str, found: list[Token]) -> Iterator[list[Variant]]:
    unit: list[Variant] = []
    language = ""
    at = 0
    while at < len(found):
        token, name = found[at], local(found[at])
        at += 1
        if token.kind == CLOSE and name == "tu":
            yield unit
            unit = []
        elif token.kind == OPEN and name == "tuv":
            stated = values(raw, token)
            language = stated.get("xml:lang") or stated.get("lang") or ""
        elif token.kind == OPEN and name == "seg":
            end = skip(found, at - 1)
            unit.append(Variant(language, _block(raw, found[at : end - 1])))
            at = end


def _block(raw: str, inside: list[Token]) -> Block:
    """The words of a segment."""
    pieces: list[Piece] = []
    at = 0
    while at < len(inside):
        token = inside[at]
        at += 1
        if token.kind in (TEXT, CODE):
            pieces += text_pieces(raw, token.span, html=False)
        elif token.kind == CDATA:
            pieces += cdata(raw, token)
        elif token.kind in (OPEN, LONE):
            name = local(token)
            kept_out = name == "mrk" and _untouchable(values(raw, token))
            if name in _OBJECTS or kept_out:
                pieces.append(Piece(PLACEHOLDER, token.span, frozen=True))
            if name not in _THROUGH or kept_out:
                at = skip(inside, at - 1)
    return protected(pieces)


def _untouchable(mark: dict[str, str]) -> bool:
    return mark.get("translate") == "no" or mark.get("mtype") in ("protected", "x-protected")
