from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import ordinal_ending
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, Example, rule
from mtcheck.rules.typography import NOT_FRENCH
from mtcheck.text import Edit, Span

_SCALES = {"mrd": "billion", "mld": "billion", "mio": "million", "mln": "million", "bio": "trillion"}
_COUNTED = r"people|men|women|children|persons|euros?|Euros?|EUR|reais|yen|kroner|lire|pesetas|police|sheep|inhabitants"
_THOUSANDS = r"(?<![\w.,€$£])(\d{1,3}(?:\.\d{3})+)(?![\w]|[.,]\d)"


@rule(
    "foreign-number",
    safety=SAFE,
    languages=NOT_FRENCH,
    bad=[
        Example("Around [[12.000->12,000]] people marched through the city.", "de"),
        Example("The club has [[1.250->1,250]] euros left.", "it"),
        Example("Between [[8.000->8,000]] and [[12.000->12,000]] came.", "nl"),
        Example("The number rose to [[45.000->45,000]].", "pt"),
        Example("The group earned [[4.5 Mrd.->4.5 billion]] euros and paid [[30 Mio.->30 million]] in tax.", "de"),
        Example("It paid 1.2 [[Mrd.->billion]] [[Euro->euros]].", "de"),
        Example("The state will spend [[1.500 million->1.5 billion]] euros.", "es"),
        Example("It owes [[3 thousand million->3 billion]] euros.", "es"),
        Example("It earned 2.3 [[billions->billion]] in a year.", "it"),
        Example("The price rose by 3 [[Euro->euros]] to 45 [[euro->euros]].", "de"),
        Example("The damage is put at 1.5 million [[euro->euros]].", "nl"),
        Example("She came in [[2º->2nd]] place in the [[3ª->3rd]] edition, at 38 [[ºC->°C]].", "pt"),
        Example("The house cost [[€ 500->€500]].", "nl"),
        Example("The frost ruined [[14 thousand->14,000]] crates and cost [[R$ 3->R$3]] million.", "pt"),
        Example("It brought in [[640mila->640,000]] euros from [[1.5 thousand->1,500]] fines.", "it"),
    ],
    good=[
        Example("The pole is 1.25 metres long, and it is in version 12.000 of the plan.", "de"),
        Example("The 50 euro note and Euro 2024 were new; a 20 euro fee is due, and 1 euro is enough.", "de"),
        Example("It cost 1,500 million euros in 2.3 billion years.", "es"),
        Example("He paid €500. It was 38°C.", "nl"),
        Example("Between 10 and 12 thousand people came, 3 thousand of them late.", "it"),
        "Around 12.5 people and 45 Euro.",
    ],
)
def foreign_number(view: View) -> Iterator[Hit]:
    """A number as other languages than French write it: 12.000 people, 4.5 Mrd., 1.500 million, 2º, 45 Euro.

    A stop before three zeros, or before three digits and people or money, can only group thousands there; anything
    else that is measured may be a decimal and is left to `number-format`.
    """
    language = view.source_language
    text = view.text
    if language in ("es", "pt"):
        yield from _milliards(text)
    yield from _grouped(text)
    yield from _scales(text)
    yield from _euros(text)
    if language in ("es", "pt", "it"):
        yield from _ordinals(text)
        yield from _thousand(text)


def _grouped(text: str) -> Iterator[Hit]:
    for found in matches(_THOUSANDS, text, [f".{digit}" for digit in range(10)]):
        number, end = found.group(1), found.end()
        counted = rx(rf" (?:{_COUNTED})\b").match(text, end)
        zeros = number.endswith(".000") and not rx(
            r" ?(?:%|°|per\b|m\b|mm|cm|km|kg|metre|meter|kilo|second|tonne|ton\b|litre|liter|gram|hectare|mile)"
        ).match(text, end)
        named = rx(r"(?:[Vv]ersion|[Ss]ection|[Aa]rticle|[Cc]hapter|[Nn]o\.|[Rr]oute|§) $").search(
            text[max(found.start() - 10, 0) : found.start()]
        )
        if named or not (counted or zeros) or rx(r" million").match(text, end):
            continue
        yield Hit(Span(*found.span()), "the thousands are marked with stops", (number.replace(".", ","),), 0.96)


def _milliards(text: str) -> Iterator[Hit]:
    """1.500 million, 3 thousand million."""
    for found in rx(r"(?<![\w.,])(\d{1,3})\.(\d{3}) millions?(?: of)?\b").finditer(text):
        whole, part = found.group(1), found.group(2).rstrip("0")
        new = f"{whole}{'.' * bool(part)}{part} billion"
        sure = SAFE if found.group(2).endswith("00") else SUGGEST  # 1.486 million may be a decimal
        yield Hit(Span(*found.span()), "a thousand million is a billion", (new,), 0.96, sure)
    for found in rx(
        r"(?<![\w.,])(\d[\d.,]{0,12}|a|one|two|three|four|five|six|seven|eight|nine|ten) thousand millions?(?: of)?\b"
    ).finditer(text):
        yield Hit(Span(*found.span()), "a thousand million is a billion", (f"{found.group(1)} billion",), 0.94)


def _scales(text: str) -> Iterator[Hit]:
    """4.5 Mrd., 30 Mio., 2.3 billions, € 500."""
    for found in rx(r"(?<=\d) ?(Mrd|mrd|Mld|mld|Mio|mio|Mln|mln|Bio)\b\.?").finditer(text):
        on = rx(r" (?:[a-z€$]|Euro|Dollar|EUR|US|Franken)|,|$").match(text, found.end())
        stop = "." if found.group().endswith(".") and not on else ""
        new = f" {_SCALES[found.group(1).lower()]}{stop}"
        yield Hit(Span(*found.span()), "the scale was not translated", (new,), 0.96)
    for found in rx(r"(?<=\d) (million|billion|trillion)s\b(?! of\b)").finditer(text):
        yield Hit(Span(found.start() + 1, found.end()), "after a number the scale has no s", (found.group(1),), 0.94)
    for found in rx(r"([€£]|R\$) (?=\d)").finditer(text):
        before = text[max(found.start() - 2, 0) : found.start()]
        if not rx(r"[\d,.] ?$").search(before):
            cut = Span(found.end() - 1, found.end())
            yield Hit(Span(*found.span()), "English sets no space after the sign", ((Edit(cut, ""),),), 0.96)


def _thousand(text: str) -> Iterator[Hit]:
    """12 thousand bags, 640mila euros, 1.5 thousand fines."""
    pattern = (
        r"(?<![\w.,$€£-])(\d{1,3})(?:[.,](\d))?(?: thousand(?! (?:(?:million|billion)s?|of|and|or|to)\b)| ?mila)"
        r"(?=[.,;:)]?(?: |$))"
    )
    for found in rx(pattern).finditer(text):
        before = text[max(found.start() - 8, 0) : found.start()]
        if rx(r"\d ?(?:and|to|or|[-–]) $").search(before):
            continue
        new = f"{found.group(1)},{found.group(2) or 0}00"
        counted = rx(rf" (?:{_COUNTED}|[a-z]+s)\b").match(text, found.end())
        sure = SAFE if counted or found.group().endswith("mila") else SUGGEST
        yield Hit(Span(*found.span()), "a number of thousands is written in figures", (new,), 0.95, sure)


def _euros(text: str) -> Iterator[Hit]:
    """45 Euro, 1.5 million euro."""
    pattern = (
        r"(?<![\w.,])(\d[\d.,]*(?: (?:million|billion|thousand|Mrd\.?|Mio\.?))?"
        r"|several|many|few|hundred|thousand|million|billion)"
        r" (Euro|euro)\b(?! (?:cents?|notes?|coins?|fee|ticket|zone|area|bill|fine|loan|project|plan|budget|investment"
        r"|programme|package|deal|contract|\d|[A-Z]))(?![-’'])"
    )
    for found in rx(pattern).finditer(text):
        before = rx(r"\b(?:[Aa]n?|the|one|this|that|its|his|her|their|[Tt]he) $").search(
            text[max(found.start() - 6, 0) : found.start()]
        )
        if found.group(1) == "1" or (before and rx(r" [a-z]+").match(text, found.end())):
            continue
        yield Hit(Span(*found.span(2)), "several are euros", ("euros",), 0.9, SUGGEST)


def _ordinals(text: str) -> Iterator[Hit]:
    """2º, 3ª -> 2nd, 3rd; 38 ºC -> 38 °C."""
    for found in rx(r"(?<=\d)( ?)º(?= ?C\b)").finditer(text):
        yield Hit(Span(found.end() - 1, found.end()), "this is the sign of an ordinal, not of degrees", ("°",), 0.97)
    for found in rx(r"(?<![\w.,-])(\d{1,3})\.?[ºª](?! ?C\b)(?![\w’'])").finditer(text):
        number = int(found.group(1))
        yield Hit(
            Span(*found.span()),
            "the ordinal is written the Romance way",
            (f"{number}{ordinal_ending(number)}",),
            0.95,
        )
