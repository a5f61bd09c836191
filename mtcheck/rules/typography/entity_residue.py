from __future__ import annotations

import html
from collections.abc import Iterator

from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span


@rule(
    "entity-mojibake",
    safety=SAFE,
    triggers=("&", "Ã", "â€", "Â", "Å", "Fran oi", "fa ade"),
    bad=[
        "The brewery Martin [[&amp;->&]] Sons is for sale.",
        "The O[[&#39;->’]]Gara’s house is sold.",
        "Mr O[[& # 39; ->’]]Gara left.",
        "The [[cafÃ©->café]] stayed open, [[itâ€™s->it’s]] a habit.",
        "[[&quot;->“]]Never[[&quot;->”]], he said.",
    ],
    good=[
        "AT&T and Marks & Spencer merged their R&D.",
        "Type `&amp;` in HTML.",
        "The Vietnamese name Ân and the word Ål stand.",
    ],
)
def entity_mojibake(view: View) -> Iterator[Hit]:
    """An HTML entity or a wrongly decoded character left in the text.

    `&amp;` and `&#39;` were escaped twice; `Ã©` is UTF-8 read as Windows-1252. Code is left alone.
    """
    text = view.text
    curly = "’" in text or "“" in text
    quotes = 0
    for found in rx(
        r"(?<!`)&(?:amp;)?\s?(?:#\s?(?:x[0-9a-fA-F]{2,5}|\d{2,5})|[a-zA-Z]{2,8}[0-9]{0,2})\s?;( ?)"
    ).finditer(text):
        body = (
            rx(r"\s")
            .sub("", found.group().rstrip())
            .replace("&amp;", "&", found.group().count("&amp;") and len(found.group()) > 7)
        )
        char = html.unescape(body)
        if char == body or "`" in text[max(found.start() - 2, 0) : found.end() + 2]:
            continue
        spaced = " " in found.group().strip()
        tail = "" if not found.group(1) or (spaced and char in "'’") else found.group(1)
        if char == '"':
            quotes += 1
            char = ("“" if quotes % 2 else "”") if curly or '"' not in text else char
        elif char in "'’":
            char = _apostrophe(text, found.start(), curly or spaced)
        char = " " if char == "\u00a0" else char
        yield Hit(Span(*found.span()), "an HTML entity was left", (char + tail,), 0.97)
    for found in matches(r"\b(?:Fran|fa)( )(?=(?:oise?|ade)\b)", text, ("Fran oi", "fa ade")):
        yield Hit(Span(*found.span(1)), "an accented letter was lost", ("ç",), 0.7, SUGGEST)
    for found in rx(r"(?<=[a-z])&(?=[a-z]{2,}\b)(?!\w+;)").finditer(text):
        yield Hit(Span(*found.span()), "an accented letter was lost", ("é",), 0.6, SUGGEST)
    if rx("[ÃÂâÅ]").search(text):
        yield from _mojibake(text)


def _apostrophe(text: str, at: int, curly: bool) -> str:
    return "’" if curly or "'" not in text else "'"


def _mojibake(text: str) -> Iterator[Hit]:
    """Words that make sense only as UTF-8 read in a one-byte encoding, by ftfy's detector."""
    from ftfy import fix_encoding

    for found in rx(r"\S*(?:Ã[\x80-ſ\xa0-\xbf€-™ ]|Â[\xa0-\xbf]|â€|â‚¬|Å[\x80-\xbf“”œ])\S*").finditer(text):
        word = found.group()
        fixed = fix_encoding(word)
        if fixed != word:
            yield Hit(Span(*found.span()), "the characters were decoded wrongly", (fixed,), 0.97)
