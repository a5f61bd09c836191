from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.accented import lost_letter
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span


@rule(
    "entity-mojibake",
    safety=SAFE,
    triggers=("&", "Ã", "â€", "Â", "Å", "â", "Fran oi", "fa ade", "\ufffd", "\\", "quot", "?"),
    bad=[
        "The brewery Martin [[&amp;->&]] Sons is for sale.",
        "The O[[&#39;->’]]Gara’s house is sold.",
        "Mr O[[& # 39; ->’]]Gara left.",
        "The [[cafÃ©->café]] stayed open, [[itâ€™s->it’s]] a habit.",
        '[[Andr&->André]] Leclerc left; André Leclerc was the mayor. He is an [[\\->]]"ally[[\\->]]".',
        "Jo[[&->ã]]o Meireles met Fran[[?->ç]]ois and G[[\ufffd->ü]]nter in C[[&->ó]]rdoba.",
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
        import html  # few texts have an entity

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
        if char == "\u00a0":  # the mark behind it gets its space where it is found to be fused
            char = "" if text[found.end() : found.end() + 1] in ("“", "”", '"') else " "
        yield Hit(Span(*found.span()), "an HTML entity was left", (char + tail,), 0.97)
    for found in matches(r"\b(?:Fran|fa)( )(?=(?:oise?|ade)\b)", text, ("Fran oi", "fa ade")):
        yield Hit(Span(*found.span(1)), "an accented letter was lost", ("ç",), 0.7, SUGGEST)
    for found in rx(r"(?<![^\W\d_])[^\W\d_]+[&\ufffd](?:[^\W\d_]+(?!;)\b|(?= [a-zA-Z]))").finditer(text):
        if (hit := _lost_letter(text, found.start(), found.group())) is not None:
            yield hit
    for found in rx(r"(?<![^\W\d_])([^\W\d_]*)\?([a-zà-ÿ]+)(?![^\W\d_])").finditer(text):
        if letter := lost_letter(*found.groups()):
            place = Span(found.end(1), found.start(2))
            yield Hit(place, "an accented letter was lost", (letter,), 0.85, SUGGEST)
    escaped = r"(?<![\\`\w])\\(?=[\"“”])|(?<=\w)\\(?=[\"“”])"
    escaped += r"|(?<=[.,!?])\\(?=[\"“”])|(?<=[a-z])\\(?=['’](?:s|t|re|ve|ll|d|m)\b)"
    for found in matches(escaped, text, "\\"):
        if "`" not in text:
            yield Hit(Span(*found.span()), "an escape was left before the mark", ("",), 0.97)
    for found in matches(r"\\u([0-9a-fA-F]{4})", text, "\\"):
        char = chr(int(found.group(1), 16))
        if char.isprintable() and ord(char) > 159 and "`" not in text:
            yield Hit(Span(*found.span()), "a character was left as its code", (char,), 0.95)
    for found in matches(r"\bquot(?=[A-Z])([^\n]{2,120}?)quot(?![a-z])", text, "quot"):
        marks = ("“", "”") if curly or '"' not in text else ('"', '"')
        yield Hit(
            Span(*found.span()), "an HTML entity was left", (f"{marks[0]}{found.group(1)}{marks[1]}",), 0.85, SUGGEST
        )
    for found in matches(r"(?<=[\w.,!?])â€(?=[ .,;:)\n]|$)", text, "â€"):
        yield Hit(Span(*found.span()), "the characters were decoded wrongly", ("”",), 0.95)
    lost = r"\b(?:[LlDd]|[Qq]u)(â)(?=[A-ZÉ][a-zà-ÿ])"
    lost += r"|\b(?i:it|he|she|that|there|what|who|don|doesn|didn|isn|aren|wasn|won|can"
    lost += r"|we|they|you|i)(â)(?=(?:s|t|re|ve|ll|m|d)\b)"
    for found in matches(lost, text, "â"):
        span = Span(*(found.span(1) if found.group(1) else found.span(2)))
        yield Hit(span, "an apostrophe was lost", (_apostrophe(text, span.start, curly),), 0.95)
    if rx("[ÃÂâÅ]").search(text):
        yield from _mojibake(text)


def _lost_letter(text: str, at: int, word: str) -> Hit | None:
    """Andr& -> André, where the text has the whole word elsewhere or only one letter can have stood there."""
    import re

    gap = next(number for number, char in enumerate(word) if char in "&\ufffd")
    left, right = word[:gap], word[gap + 1 :]
    place, message = Span(at + gap, at + gap + 1), "an accented letter was lost"
    whole = re.search(rf"(?<!\w){left}([à-ÿÀ-ÞœŒ]){right}(?!\w)", text)
    if whole is not None:
        return Hit(place, message, (whole.group(1),), 0.9, SUGGEST)
    if letter := lost_letter(left, right):
        return Hit(place, message, (letter,), 0.9, SAFE if len(word) > 3 else SUGGEST)
    if word[gap] == "\ufffd" and right in ("s", "t", "re", "ve", "ll", "d", "m"):
        return Hit(place, "an apostrophe was lost", ("’",), 0.9, SUGGEST)
    if right[:2] in ("oi", "ai", "on") and left[-1:] in ("n", "r", "a") and left[0].isupper():
        return Hit(place, message, ("ç",), 0.7, SUGGEST)
    if len(right) > 1 and left[-1].islower() and (left[0].isupper() or word[gap] == "\ufffd"):
        return Hit(place, message, ("é",), 0.6, SUGGEST)
    return None


def _apostrophe(text: str, at: int, curly: bool) -> str:
    return "’" if curly or "'" not in text else "'"


def _mojibake(text: str) -> Iterator[Hit]:
    """Words that make sense only as UTF-8 read in a one-byte encoding, by ftfy's detector."""
    from ftfy import fix_encoding

    for found in rx(r"(?<!\S)\S*(?:Ã[\x80-ſ\xa0-\xbf€-™ ]|Â[\xa0-\xbf]|â€|â‚¬|Å[\x80-\xbf“”œ])\S*").finditer(text):
        word = found.group()
        fixed = fix_encoding(word)
        if fixed != word:
            yield Hit(Span(*found.span()), "the characters were decoded wrongly", (fixed,), 0.97)
