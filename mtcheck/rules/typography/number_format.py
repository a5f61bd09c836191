from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.hours import hours_of
from mtcheck.analysis.inflect import ordinal_ending
from mtcheck.analysis.lexicon import classes, known
from mtcheck.analysis.ordinals import ordinals, romans
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import hours
from mtcheck.lang.en import MONTHS
from mtcheck.rules import SAFE, SUGGEST, Example, rule
from mtcheck.rules.typography import NOT_FRENCH
from mtcheck.text import Span

_GAP = "[ \u00a0\u202f\u2009]"
_MONTH = "|".join(MONTHS)
_AMOUNT = rf"(?<![\w.,/-])(\d{{1,3}}(?:{_GAP}\d{{3}})+|\d+)(,\d+)?(?!\d|,\d|\.\d)"
_UNIT = (
    r"%|per ?cent|percent|percentage|points?|euros?|dollars?|pounds?|francs?|million|billion|trillion|millions|billions"
    r"|(?:kilo|centi|milli)?met(?:re|er)|km|(?:cubic|square) (?:(?:kilo|centi)?met(?:re|er)|miles?|feet)|knots?"
    r"|(?:kilo|mega|giga|tera)?watts?|miles?|kg|kilos?|tonnes?|tons?|grams?"
    r"|lit(?:re|er)s?|hectares?|degrees?|°|hours?|times|cm|mm|m²|m2|m3|GHz|MHz|magnitude"
    r"|(?:m|l|g|t|ha|cl|km2|kW|MW|GW|kWh|MWh|GWh|TWh)\b"
)
_DIGITS = "0123456789"
_SYMBOL = {"€": "€", "$": "$", "£": "£"}


@rule(
    "number-format",
    safety=SAFE,
    bad=[
        "The region has [[39 931->39,931]] beehives.",
        "A kilo costs [[2,40->2.40]] euros at the market.",
        "The siren sounded at [[10h30->10:30 a.m.]] and [[22h15->10:15 p.m.]] on Saturday.",
        "The town will pay [[500 000 €->€500,000]] over five years.",
        "Turnout was [[41,6 %->41.6%]] at noon.",
        "The polls close at [[18h->6 p.m.]] in the villages.",
        "The quake reached magnitude [[4,9->4.9]]. The wine got [[7,5->7.5]] out of ten and costs [[15,50 €->€15.50]].",
        "It lasts [[14h->14 hours]]. He drove for [[3h->three hours]] and for [[2h30->2 hours 30 minutes]].",
        "It takes between [[2h->two hours]] and [[3h->three hours]], [[a 8h->an eight-hour]] trip at most.",
        "After a [[6h->six-hour]] wait, the meeting planned for [[18h->6 p.m.]] lasted more than [[4h->four hours]].",
        "The fire started in shed [[no 6->No. 6]].",
        "In one night [[38,5->38.5]] millimetres fell, and the reef lost [[0,7->0.7]] square kilometres.",
        "She lives in the [[19e->19th]] arrondissement.",
        "It is the 21[[ ->]]st century, and a seat costs €[[ ->]]12.",
        "About [[40.000->40,000]] people marched, and the hall holds [[17.500->17,500]] spectators.",
        "She won the hurdles in [[12’’64->12.64 seconds]]. Born in the [[XIXth->19th]] century, he lives in the"
        " [[XVth->15th]] arrondissement.",
        "He won in [[2h06’14->2:06:14]]. The [[XXIᵉ->21st]] fair cost [[1.350.000->1,350,000]] euros under the"
        " [[Vᵉ->Fifth]] Republic.",
        "The new rate applies from July [[1er->1]].",
        Example("The final starts at [[22.00 h.->10 p.m.]]", "es"),
        Example("The plant makes [[1.250.000->1,250,000]] bottles a year.", "es"),
    ],
    good=[
        "She finished in 2 h 12 min 31 s, and he in 4h 12min 37sec.",
        "The commune has 1,204 inhabitants; prices rose 2.4 per cent and 1,500 left.",
        "The world record stood at 2:01:39. Boeing 737 800 seats were sold.",
        "On July 12 300 people marched.",
        "In 2019 300 people left, and no 2 people agree.",
        "Pages 1,5 and 7 are missing. The score was 4,5,6.",
        "There is no 6 p.m. train. The shop is open 24h. They won the 24h of Le Mans, and the plan is called 3h.",
        "Version 1.2.3 and section 22.00 were read.",
    ],
)
def number_format(view: View) -> Iterator[Hit]:
    """A number, time, ordinal or amount of money written the French way.

    `1,5`, `80 000`, `33,9 %`, `10h30`, `1er`, `n° 6`, `500 000 €`; from Spanish and others also `1.250.000`
    and `22.00 h.` A comma with one or two decimals counts only beside a unit; a lone `1,5` may be a list.
    """
    text = view.text
    yield from romans(text)
    if not rx(r"\d").search(text):
        return
    yield from _amounts(text)
    for found in matches(rf"(?<=\d\.\d)({_GAP}+)%|(?<=\d\.\d\d)({_GAP}+)%", text, "%"):
        yield Hit(Span(found.start(), found.end() - 1), "there is a space before the percent sign", ("",), 0.97)
    yield from hours_of(text)
    yield from ordinals(text)
    for found in rx(r"\b(\d{1,3})( )(st|nd|rd|th)(?= [a-z]|[.,;:]|$)").finditer(text):
        if found.group(3) == ordinal_ending(int(found.group(1))):
            yield Hit(Span(*found.span(2)), "a space cuts the ordinal", ("",), 0.96)
    for found in matches(r"(?<![\w€$£])[€$£]( )(?=\d)", text, ("€", "$", "£")):
        yield Hit(Span(*found.span(1)), "a space cuts the amount", ("",), 0.96)
    yield from _seconds(text)
    for found in rx(
        r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil) (1 9\d\d|2 0[0-3]\d)"
        r"(?=[,.;:)]| (?:in|at|on|by|for|he|she|they|the|after|and|to|from|with)\b|$)"
    ).finditer(text):
        yield Hit(Span(*found.span(1)), "a space cuts the year", (found.group(1).replace(" ", ""),), 0.97)
    yield from _numbered(text)
    if view.source_language == "fr":
        yield from _thousands_stopped(text)
    if view.source_language in NOT_FRENCH:
        for found in rx(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?![\w.,]*\d)(?! [mb]illion)").finditer(text):
            several = found.group().count(".") > 1
            followed = rx(rf" (?:{_UNIT}|[a-z]{{3,}}s\b|(?:{_LIVING}|men|women|faithful|dead|wounded|sheep)\b)").match(
                text, found.end()
            )
            if several or followed or _decimal_comma(text):
                yield Hit(
                    Span(*found.span()), "the thousands are marked with stops", (found.group().replace(".", ","),), 0.93
                )


_LIVING = (
    "people|spectators|inhabitants|residents|visitors|votes|soldiers|troops|students|pupils|employees|workers|members"
    "|supporters|demonstrators|protesters|refugees|migrants|deaths|victims|patients|civilians|children|voters"
)
"""Of these no part can be counted, and money is none of them."""
_WHOLE_THINGS = (
    _LIVING + "|jobs|homes|households|copies|fans|doctors|nurses|teachers|farmers|seats|tickets|vehicles|cars|bottles"
    "|books|companies|hectares|signatures|species|animals|men|women|cases|subscribers|customers|runners|riders"
    "|candidates|euros|dollars|beds|places|prisoners|officers|passengers|flights|trees|plants|works|objects"
    "|posts|dwellings|flats|buildings|lorries"
)
"""What is counted one by one, so that three figures behind a stop are no decimals."""


def _thousands_stopped(text: str) -> Iterator[Hit]:
    """40.000 people, 17.500 spectators, 3.000 €; 1.350 euros may be a rate of exchange, 1.350 jobs may not."""
    plural = r"[a-z]{3,}s\b)(?! (?:times|hours|metres|meters|points|degrees)\b"
    stopped = (
        rf"(?<![\w.,€$£])\d{{1,3}}(?:(?:\.000)+(?= {plural})|(?:\.\d{{3}})+(?= (?:[a-z]+ )?(?:{_WHOLE_THINGS})\b)"
        rf"|\.\d00(?={_GAP}?[€$£]))"
    )
    if rx(r"\d\.\d{3}\b|\d\.\d00[€$£]").search(text) is None:
        return
    if _decimal_comma(text):
        # where the comma is the decimal one, a stop is none: 12,5 million, 1.200 m2
        for found in rx(
            rf"(?<![\w.,€$£])[1-9]\d{{0,2}}\.\d{{3}}(?= (?:{_UNIT})(?![a-z]{{6}})| (?:m2|m²|km2|ha)\b)"
        ).finditer(text):
            new = found.group().replace(".", ",")
            yield Hit(Span(*found.span()), "the thousands are marked with stops", (new,), 0.9, SUGGEST)
    several = r"(?<![\w.,])[1-9]\d{0,2}(?:\.\d{3}){2,3}(?![\w.,]*\d)(?: ?(€))?(?= [a-z]{3,}|[.,;)]?(?:[ \n]|$))"
    for found in rx(several).finditer(text):
        named = rx(r"(?:[Vv]ersion|[Ss]ection|[Aa]rticle|[Nn]o\.|IP|[Aa]ddress|n°) ?$").search(
            text, max(found.start() - 10, 0), found.start()
        )
        if not named:
            new = (found.group(1) or "") + found.group().rstrip(" €").replace(".", ",")
            yield Hit(Span(*found.span()), "the thousands are marked with stops", (new,), 0.97)
    for found in rx(stopped).finditer(text):
        money = rx(r" (?:euros|dollars)\b").match(text, found.end())
        if not money or found.group().endswith("00"):
            new = found.group().replace(".", ",")
            living = rx(rf" (?:[a-z]+ )?(?:{_LIVING})\b").match(text, found.end())
            sure = SAFE if (living and not money) or new.endswith(",000") else SUGGEST
            yield Hit(Span(*found.span()), "the thousands are marked with stops", (new,), 0.93, sure)


def _decimal_comma(text: str) -> bool:
    """Whether decimals stand behind a comma in this text, and behind a stop nowhere: then a stop groups thousands."""
    comma = rx(r"\d,\d{1,2}(?: ?[%€]| [a-z]{4})").search(text)
    return comma is not None and rx(r"\d\.\d{1,2}(?![\w.,]{0,20}\d)").search(text) is None


def _amounts(text: str) -> Iterator[Hit]:
    """Thousands, decimals, percent and currency, as one expression."""
    pattern = rf"{_AMOUNT}(?:({_GAP}*)(%)|({_GAP}*)((?:million |billion |M|Md|k)?)([€$£])(?!\d))?"
    for found in matches(pattern, text, _DIGITS):
        whole, decimals = found.group(1), found.group(2) or ""
        percent, currency = found.group(4), found.group(7)
        spaced = rx(_GAP).search(whole) is not None
        plain_gap = " " in whole
        if not (spaced or decimals or currency or (percent and found.group(3))):
            continue
        start = found.start()
        if start and text[start - 1] in "€$£":
            start -= 1
        new = rx(_GAP).sub(",", whole) + decimals.replace(",", ".")
        sure = True
        if spaced and (whole.startswith("0") or (plain_gap and not _thousands(text, found))):
            continue
        if decimals:
            unit = (
                rx(rf"{_GAP}?-?(?:{_UNIT})(?![a-z]{{6}})").match(text, found.end(2))
                or start < found.start()
                or spaced
                or currency
                or _measured(text, found.start(), found.end(2))
                or (whole == "0" and rx(r" [a-z]|\.?(?: |\n|$)").match(text, found.end(2)))
            )
            if len(decimals) == 4:  # `1,500` is English
                if not spaced and not percent and not currency:
                    continue
                new = new if spaced else whole + decimals
            elif not unit or len(decimals) > 4 or (decimals == ",00" and not currency and not percent):
                continue  # `52,00 tonnes` has lost a digit
        if percent:
            new += "%"
        elif currency:
            scale = {"M": " million", "Md": " billion", "k": ",000"}.get(found.group(6).strip(), "")
            new = _SYMBOL[currency] + new + (scale or (" " + found.group(6).strip() if found.group(6) else ""))
        span = Span(found.start(), found.end())
        if span.of(text) != new:
            yield Hit(span, "the number is written the French way", (new,), 0.96, SAFE if sure else SUGGEST)


_CUES = (
    r"(?:magnitude|average|mean|rate|index|score[ds]?|mark|grade|rating|median|coefficient|factor|ratio|pH|scale|growth"
    r"|deficit|inflation|turnout|majority|gained|lost|rose|fell|dropped|climbed|jumped|weigh(?:s|ed)|measur(?:es|ed))"
)


def _measured(text: str, start: int, end: int) -> bool:
    """Whether a comma in `4,9` can only be a decimal one: of magnitude 4,9; 7,5 out of ten; from 3,5 to 4,1%."""
    if rx(
        r"[\d,] ?$|\b(?:[Pp]ages?|[Ss]ections?|[Cc]hapters?|[Aa]rticles?|[Nn]umbers?|[Ll]ines?|[Ff]igures?) $"
    ).search(text[max(start - 12, 0) : start]):
        return False
    if rx(
        r" (?:out of|on the|per|children|times|in ten|inhabitants|on a|against)\b| to \d+,\d"
        rf"| (?:to|and|or) \d+(?:[.,]\d+)?-?{_GAP}?(?:{_UNIT})(?![a-z]{{6}})"
    ).match(text, end):
        return True
    cue = rx(
        rf"\b{_CUES}(?: (?:reached|of|at|by|to|was|is|hit|from|for|stood|around|about|a|only|just|nearly"
        rf"|almost)){{0,3}} $"
    )
    return cue.search(text[max(start - 45, 0) : start]) is not None


def _thousands(text: str, found: object) -> bool:
    """Whether plain spaces inside digits can only group thousands: no name, month or number before them."""
    start, end = found.start(), found.end(1)  # type: ignore[attr-defined]
    before = rx(r"([^\W\d_]+|\S)\s*$").search(text[max(start - 25, 0) : start])
    word = before.group(1) if before else ""
    if (
        word in MONTHS
        or word.isdigit()
        or rx(r"\d\s*$").search(text[max(start - 3, 0) : start])
        or (word.lower() in ("in", "since", "of", "until") and rx(r"(?:1 9|2 0[0-3])\d").match(text, start))
        or (word[:1].isupper() and not (known(word.lower()) and _sentence_start(text, start - len(word) - 1)))
    ):
        return False
    if word.lower() in (
        "no",
        "no.",
        "number",
        "room",
        "flight",
        "route",
        "page",
        "article",
        "channel",
        "line",
        "bus",
        "age",
        "aged",
    ):
        return False
    after = text[end : end + 1]
    return after not in "-/:" or after == ""


def _sentence_start(text: str, at: int) -> bool:
    before = text[max(at - 3, 0) : at].rstrip(" ")
    return not before or before[-1] in ".!?\n“"


def _seconds(text: str) -> Iterator[Hit]:
    """in 12’’64: seconds and hundredths; in 3’42’’15: with minutes."""
    minutes = r"(?<![\w.,’'])(\d{1,2})[’'′](\d\d)(?:’’|''|″|”)(\d\d)(?![\w’'])"
    for found in matches(minutes, text, "’'′"):
        if rx(r"\b(?:in|of|time|lead|behind|at|to|by|for) (?:\w+ )?$").search(
            text, max(found.start() - 12, 0), found.start()
        ):
            minute, second, part = found.groups()
            new = f"{minute}:{second}.{part}"
            yield Hit(Span(*found.span()), "the time is written the French way", (new,), 0.95)
    for found in matches(r"\bin (\d{1,2})(?:’’|''|”|\")(\d\d)(?![\w’'\"”])(?! seconds)", text, ("’’", "''", "”", '"')):
        span = Span(found.start(1), found.end())
        yield Hit(span, "the time is written the French way", (".".join(found.groups()) + " seconds",), 0.85, SUGGEST)


def _numbered(text: str) -> Iterator[Hit]:
    """n° 6, nº6, and `shed no 6` after a noun."""
    for found in matches(rf"(?<!he article )\b[nN][°º]{_GAP}?(?=\d)", text, "°º"):
        yield Hit(Span(*found.span()), "“n°” is “No.” in English", ("No. ",), 0.97)
    for found in matches(
        r"\b[Tt]he article (?:[nN][°º] ?)?(?=\d[\d.]*\b(?! (?:years|of the (?:year|day))))", text, ("he article ",)
    ):
        yield Hit(Span(*found.span()), "a numbered article goes without “the”", ("Article ",), 0.85, SUGGEST)
    for found in rx(
        r"(?<![a-z])([a-z]{3,}) (no )(\d{1,4})(?=[.,;:)\n”]|$| (?:of|in|on|at|and|for|to|was|is|were|has|will)\b)"
    ).finditer(text):
        kinds = classes(found.group(1))
        if (kinds[:1] == "N" and "V" not in kinds[:2]) or found.group(1) in hours.PLACES:
            yield Hit(
                Span(found.start(2), found.end(3)), "“no” before a number is “No.”", (f"No. {found.group(3)}",), 0.93
            )
