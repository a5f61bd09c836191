from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mtcheck.analysis.inflect import ordinal_ending
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.calendar import FAIRS
from mtcheck.lang.calendar import MONTHS as THEIR_MONTHS
from mtcheck.lang.calendar import WEEKDAYS as THEIR_DAYS
from mtcheck.lang.en import MONTHS, WEEKDAYS
from mtcheck.rules import SAFE, SUGGEST, Example, rule
from mtcheck.rules.typography import NOT_FRENCH
from mtcheck.text import Span

_MONTH, _DAY = "|".join(MONTHS), "|".join(WEEKDAYS)
_GOES_ON = (
    r"(?=[.,;:!?)”\"\n]|$| (?:in|at|and|to|when|with|by|the|a|an|for|on|after|before|was|were|is|are|has|had|have|but"
    r"|because|he|she|it|they|we|there|his|her|its|their|from|thanks|onwards|until|as|against|while|where)\b)"
)
"""What stands behind a date that is complete: no noun, as in `the 3 March vote` or `the 2019 season`."""
_PREPOSITION = r"(?:[Oo]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]y|[Bb]efore|[Aa]fter|[Bb]etween|[Oo]f|[Ff]or|[Tt]o|and)"
_YEAR = r"(?:1[89]|20)\d\d"


@rule(
    "foreign-date",
    safety=SAFE,
    languages=NOT_FRENCH,
    bad=[
        Example("The trial begins on [[12. May->12 May]] in Kassel.", "de"),
        Example("Since [[the 3. October->3 October]] the lock has been closed.", "de"),
        Example("She was born on [[the 7. of June->7 June]] 1961.", "de"),
        Example("The bridge was closed on [[03.10.2023->3 October 2023]].", "de"),
        Example("The trial will open [[the->on]] 3 March in Bari.", "it"),
        Example("It has been shut since [[the ->]]3 March.", "it"),
        Example("He died on [[the 3rd of March of 2020->3 March 2020]].", "pt"),
        Example("The strike is confirmed for [[the day 12->12]] May.", "it"),
        Example("The fair opens [[the day 12 of->on 12]] May.", "es"),
        Example("The vote was held [[on day 12->on the 12th]].", "pt"),
        Example("The footbridge reopened [[in last day 12->on the 12th]].", "pt"),
        Example("In [[the ->]]2015 the theatre was restored.", "it"),
        Example("It was one of the worst seasons of [[the ->]]2019.", "it"),
        Example("In the year [[2.008->2008]] the factory closed.", "es"),
        Example("He grew up in [[the years 80->the 1980s]].", "it"),
        Example("On 5 [[mei->May]] the town celebrates.", "nl"),
        Example("He will resign on [[Tuesday-feira->Tuesday]], or on [[sixth-feira->Friday]].", "pt"),
        Example("The vote is on [[Montag->Monday]].", "de"),
    ],
    good=[
        Example("The 3 March vote and the 2019 season were lost, and in the 2015 election he won.", "it"),
        Example("They had 12. May was cold. The table went from 3 to 12. May was warmer.", "de"),
        Example("On 3 March 2020 the first case was confirmed.", "pt"),
        Example("Route 2.008 is closed, and version 2.008 is out.", "es"),
        Example("On day 12 of the strike, nobody came. She sings on the eighth day.", "es"),
        Example("Martes and Mai are names: Mai Ling came. Domingo sang on Sunday.", "es"),
        "He left the 3 March fair.",
    ],
)
def foreign_date(view: View) -> Iterator[Hit]:
    """A date written as Spanish, Italian, Portuguese, German or Dutch write it: 3. October, the day 12 of May.

    Ordinal stops, articles (« il 3 marzo », « nel 2015 », « am 3. Oktober »), `day` and `of` of a Romance date,
    and names of months and days that were not translated. The order of day and month is left as it stands.
    """
    language = view.source_language
    text = view.text
    yield from _stops(text) if language == "de" else _articles(text)
    if language in ("es", "it", "pt"):
        yield from _counted(text)
        yield from _years(text, language)
    yield from _names(text, language)


def _stops(text: str) -> Iterator[Hit]:
    """3. October, the 3. of October, 03.10.2023."""
    dated = (
        rf"\b({_PREPOSITION}|{_DAY}),? (the )?(\d{{1,2}})\. (of )?({_MONTH})\b"
        r"(?! (?:was|is|has|had|saw|will|came|brought|can|could|did|does|marks|marked)\b)"
    )
    for found in matches(dated, text, [f". {month}" for month in MONTHS] + [f". of {month}" for month in MONTHS]):
        lead = found.start(2) if found.group(2) else found.start(3)
        yield Hit(
            Span(lead, found.end()),
            "German writes a stop after the day",
            (f"{int(found.group(3))} {found.group(5)}",),
            0.97,
        )
    for found in rx(rf"(?<![\d.,])(\d\d?)(\.) (?:and|to|or|until) \d\d?\.? (?:{_MONTH})\b").finditer(text):
        yield Hit(Span(*found.span(2)), "German writes a stop after the day", ("",), 0.96)
    for found in rx(rf"(?<![\d.,])(\d\d?)\.(\d\d?)\.({_YEAR})(?![\d.]\d)").finditer(text):
        day, month = int(found.group(1)), int(found.group(2))
        if 1 <= day <= 31 and 1 <= month <= 12:
            new = f"{day} {MONTHS[month - 1]} {found.group(3)}"
            yield Hit(Span(*found.span()), "the date is written the German way", (new,), 0.93)


def _articles(text: str) -> Iterator[Hit]:
    """will open the 3 March -> on 3 March; since the 3 March -> since 3 March."""
    pattern = rf"\b([a-z]+|{_DAY}),? ([Tt]he )(\d{{1,2}}) (?:{_MONTH})\b(?: {_YEAR})?{_GOES_ON}"
    for found in rx(pattern).finditer(text):
        before = found.group(1)
        article = Span(*found.span(2))
        if rx(_PREPOSITION).fullmatch(before) or before in WEEKDAYS:
            yield Hit(article, "English has no article in a date", ("",), 0.95)
        elif before not in ("during", "in", "with", "under", "marking", "about"):
            yield Hit(article, "English puts “on” before a date", ("on ",), 0.85, SUGGEST)


def _counted(text: str) -> Iterator[Hit]:
    """the day 12 of May; the 3rd of March of 2020; on day 12."""
    spoken = rf"\b(?:([a-z]+) )?((?:the )?(?:next |coming |past |last )?day (\d{{1,2}})(?: of)?) (?:{_MONTH})\b"
    for found in matches(spoken, text, ("day ",)):
        before = found.group(1) or ""
        lead = "" if rx(_PREPOSITION).fullmatch(before) else "on "
        yield Hit(Span(*found.span(2)), "English has no “day” in a date", (f"{lead}{found.group(3)}",), 0.93)
    near = rf"\b(?:on )?the (next|past|last) ((?:{_DAY})(?=,? \d|[.,;]|$))"
    for found in matches(near, text, ("the next ", "the past ", "the last ")):
        word = "next" if found.group(1) == "next" else "last"
        yield Hit(
            Span(*found.span()), "a day near the present has no article", (f"{word} {found.group(2)}",), 0.75, SUGGEST
        )
    of_year = rf"\b(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH}) of ({_YEAR})\b"
    for found in matches(of_year, text, [f"{month} of " for month in MONTHS]):
        new = " ".join(found.groups())
        yield Hit(Span(*found.span()), "English has no “of” in a date", (new,), 0.94)
    for found in rx(
        r"\b([Oo]n|[Ii]n|[Uu]ntil|[Ss]ince|[Bb]efore|[Ff]rom) (?:the )?(?:last |past |next )?day (\d{1,2})"
        r"(?=[.,;:)”]|$| (?:to|and|at|by|in) )(?! of\b)"
    ).finditer(text):
        day = int(found.group(2))
        if 1 <= day <= 31:
            lead = {"in": "on", "In": "On"}.get(found.group(1), found.group(1))
            new = f"{lead} the {day}{ordinal_ending(day)}"
            yield Hit(Span(*found.span()), "a day of the month is an ordinal in English", (new,), 0.8, SUGGEST)


def _years(text: str, language: str) -> Iterator[Hit]:
    """in the 2015; the year 2.008; the years 80."""
    if language != "pt":
        pattern = rf"\b(?:[Ii]n|[Oo]f|[Ff]rom|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]y|[Ff]or) (the ){_YEAR}{_GOES_ON}"
        for found in rx(pattern).finditer(text):
            if not rx(r" (?:and|to) \d").match(text, found.end()):
                yield Hit(Span(*found.span(1)), "a year has no article in English", ("",), 0.93)
    for found in rx(r"\b[Yy]ears? ((?:1\.[5-9]|2\.0)\d\d)(?![\d.,]\d|\d)").finditer(text):
        year = found.group(1).replace(".", "")
        yield Hit(Span(*found.span(1)), "a year has no stop in English", (year,), 0.96)
    for found in rx(r"\b([Tt]he )(?:[Yy]ears) [’'‘]?([2-9]0)(?![\d.,]\d|\d|%| ?per)").finditer(text):
        new = f"{found.group(1)}19{found.group(2)}s"
        yield Hit(Span(*found.span()), "English counts decades with “s”", (new,), 0.9, SUGGEST)


@cache
def _translations(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Months and weekdays of a language in small letters -> English, without those that are English themselves."""
    months = dict(zip(THEIR_MONTHS[language].lower().split(), MONTHS, strict=True))
    days = dict(zip(THEIR_DAYS[language].lower().split(), WEEKDAYS, strict=True))
    return {word: new for word, new in months.items() if word != new.lower()}, days


def _names(text: str, language: str) -> Iterator[Hit]:
    """5 mei, in Januar, on Montag, Tuesday-feira."""
    months, days = _translations(language)
    names = (*months, *map(str.capitalize, months))
    pattern = rf"\b\d{{1,2}}(?:\.?(?= )|º)((?: of| de)? ({'|'.join(months)})(?: (?:de|of) ({_YEAR}))?)\b(?![-’'])"
    for found in matches(pattern, text, names, 2):
        new = months[found.group(2).lower()] + (f" {found.group(3)}" if found.group(3) else "")
        yield Hit(Span(*found.span(1)), "the month was not translated", (f" {new}",), 0.95)
    pattern = (
        rf"\b(?:in|In|since|Since|until|Until|end of|mid|late|early) ({'|'.join(months)})\b(?![-’'])(?! (?-i:[A-Z]))"
    )
    for found in matches(pattern, text, names, 2):
        new = months[found.group(1).lower()]
        yield Hit(Span(*found.span(1)), "the month was not translated", (new,), 0.88, SUGGEST)
    pattern = rf"\b(?:on|On|last|Last|next|Next|this|This|every|Every|since|Since|until) ({'|'.join(days)})\b(?![-’'])"
    for found in matches(pattern, text, (*days, *map(str.capitalize, days)), 2):
        new = days[found.group(1).lower()]
        yield Hit(Span(*found.span(1)), "the day was not translated", (new,), 0.9, SUGGEST)
    if language == "pt":
        for found in rx(rf"\b(?:({_DAY})|({'|'.join(FAIRS)}))[- ]feira\b").finditer(text):
            new = found.group(1) or FAIRS[found.group(2).lower()]
            yield Hit(Span(*found.span()), "the day was translated in part", (new,), 0.97)
