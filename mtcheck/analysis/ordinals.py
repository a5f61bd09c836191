"""ordinals as French writes them (2e, 19ème, XXIe, 1er) -> the ordinals of English.

A Roman figure may be a name or a letter: it counts with a French ending, or before what is numbered so.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import ordinal_ending, roman_value
from mtcheck.analysis.regex import rx
from mtcheck.finding import Hit, Safety
from mtcheck.lang.en import MONTHS, WEEKDAYS
from mtcheck.text import Span

_MONTH, _DAY = "|".join(MONTHS), "|".join(WEEKDAYS)


def ordinals(text: str) -> Iterator[Hit]:
    """1er, 2e, 19ème, 3ᵉ; 33th, 28nd."""
    ordinal = r"(?<![\w.,-])(\d{1,3})(er|ère|ere|e|è|ème|eme|ième|ᵉ|nde?|st|rd|th)(?![\w’'])"
    for found in rx(ordinal).near(r"\d[eèiᵉnsrt]", text):
        number, ending = int(found.group(1)), found.group(2)
        if ending in ("er", "ere", "ère") and number != 1:
            continue  # German: the 20er
        if ending == ordinal_ending(number) or (ending == "nde" and number != 2):
            continue
        if rx(rf"(?:{_MONTH}) $").search(text[max(found.start() - 12, 0) : found.start()]):
            new = str(number)
        elif (
            number == 1
            and ending == "er"
            and rx(rf"(?:{_DAY}),? $").search(text, max(found.start() - 12, 0), found.start())
        ):
            new = "1"
        elif rx(rf" (?:{_MONTH})\b").match(text, found.end()):
            continue
        else:
            new = f"{number}{ordinal_ending(number)}"
        bracketed = text[found.start() - 1 : found.start()] == "(" and text[found.end() : found.end() + 1] in "),"
        loose = (
            ending == "e"
            and not bracketed
            and not rx(r"(?:the|in|finished|placed|ranked|for|is|was|are|currently|came) $").search(
                text[max(found.start() - 12, 0) : found.start()]
            )
        )
        yield Hit(
            Span(*found.span()),
            "the ordinal is written the French way",
            (new,),
            0.6 if loose else 0.95,
            Safety.SUGGEST if loose else Safety.SAFE,
        )


_LETTERS = "([IVXL]{1,8})"
_NUMBERED = (
    r"centur(?:y|ies)|arrondissements?|districts?|editions?|anniversar(?:y|ies)|congress(?:es)?|conferences?|dynast(?:y|ies)"
    r"|legislatures?|sessions?|summits?|festivals?|floors?|rounds?|days?|corps|arm(?:y|ies)|regiments?|brigades?|assembl"
    r"(?:y|ies)|Congress|Olympiad|Winter|Summer|Olympic|Games|Summit|Festival|Conference|Assembly|Army|Corps"
)
"""What is counted so, beside reigns."""
_REIGNS = r"Republic|Empire|Reich|International"
_SPELT = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth")
_STREET = r"\b(?:rue|avenue|place|quai|boulevard|pont|lycée|collège|square|cours|impasse|hôtel)\b"


def romans(text: str) -> Iterator[Hit]:
    """the XIXth century, the XVIIIe arrondissement, the XXIᵉ edition; the Vᵉ Republic, Francis Iᵉʳ."""
    if rx(r"[IVXL](?:e|è|ᵉ|i?ème|eme|th|st|nd|rd)|\bI(?:er|ᵉʳ|ère)").search(text) is None:
        return
    pattern = (
        rf"(?<![\w’'-]){_LETTERS}(?:th|st|nd|rd|[eèᵉ]|i?ème|eme|ère|er|ᵉʳ|ʳᵉ)(?=[ -](?:({_REIGNS})|(?:{_NUMBERED}))\b)"
    )
    seen = set()
    for found in rx(pattern).finditer(text):
        number = _value(found.group(1))
        seen.add(found.start())
        spelt = found.group(2) and 0 < number < len(_SPELT)
        if number:
            new = _SPELT[number] if spelt else f"{number}{ordinal_ending(number)}"
            century = number < 22 and text.startswith("centur", found.end() + 1)
            yield _figures(Span(*found.span()), new, Safety.SAFE if century else Safety.SUGGEST)
    counted = rf"\b[Tt]he {_LETTERS}(?:[èᵉ]|i?ème|eme|(?<=[IVX][IVX])e)(?= [a-z]{{3,}})"
    for found in rx(counted).finditer(text):
        number = _value(found.group(1))
        if number and found.start(1) not in seen:
            yield _figures(Span(found.start(1), found.end()), f"{number}{ordinal_ending(number)}")
    for found in rx(r"(?<=[a-zà-ÿ]{3} )[IVX]{1,5}([ᵉè]|ème|ᵉʳ)(?![\w’'-])(?! [a-z]{3,}(?:s|n|y)\b)").finditer(text):
        if (
            rx(r"[A-ZÀ-Þ][a-zà-ÿ]{3,} $").search(text, max(found.start() - 25, 0), found.start())
            and found.start() not in seen
        ):
            yield _king(Span(*found.span(1)))
    for found in rx(r"(?<=[a-zà-ÿ]{3} I)(?:er)(?![\w’'-])").finditer(text):
        ahead = text[max(found.start() - 40, 0) : found.start()]
        if rx(r"[A-ZÀ-Þ][a-zà-ÿ]{3,} I$").search(ahead) and not rx(_STREET).search(ahead):
            yield _king(Span(*found.span()))


def _figures(span: Span, new: str, safety: Safety = Safety.SUGGEST) -> Hit:
    return Hit(span, "English writes this ordinal in figures", (new,), 0.9, safety)


def _king(ending: Span) -> Hit:
    return Hit(ending, "English writes a king’s number without an ending", ("",), 0.85, Safety.SUGGEST)


def _value(figures: str) -> int:
    """What a Roman number counts; 0 where it is none that anybody writes (IIX, VV)."""
    right = rx(r"(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})").fullmatch(figures)
    return roman_value(figures) if right else 0
