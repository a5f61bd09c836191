from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import ordinal_ending, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import MONTHS, WEEKDAYS
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.rules.typography import OPENS
from mtcheck.text import Edit, Span

_DAY, _MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)


_SMALL = tuple(name.lower() for name in WEEKDAYS + MONTHS)
_WORDS = ("march", "may", "august")
"""Months that are words too."""
_YEAR_SIGNS = tuple(f"{digit} {century}" for digit in range(10) for century in ("1", "2"))


@rule(
    "date-format",
    safety=SAFE,
    triggers=(*WEEKDAYS, *MONTHS, *_SMALL, "/0", "/1"),
    bad=[
        "The hearing is set for Tuesday[[->,]] November 28.",
        "He declared on Monday[[->,]] February 7[[->,]] that he had left.",
        "On Thursday[[->,]] May 2[[->,]] 2019, the last mine closed.",
        "The law of June 14[[->,]] 1998[[->,]] protects the dunes.",
        "[[Last Monday (18)->On Monday, the 18th]], the tugs went back. It opens [[next Friday (23)->next Friday, the"
        " 23rd]]. It burnt on the night of [[this Monday (21)->Monday, the 21st]].",
        "The ruling comes on Friday 11[[ of->]] April.",
        "The ward closes on [[1er July->July 1]].",
        "The strike began on [[Monday 1er May 2023->Monday, May 1, 2023,]] and goes on.",
        "It was adopted on [[the 1er August->1 August]], and applied from 4 August.",
        "[[The->On]] 14 July, the shops close. Arrested[[ the 12 June-> on 12 June]] in Nice, he talked. She died"
        " [[the->on]] May 6.",
        "Entries close [[the 14/11->on November 14]] at midnight.",
        "He left [[on the 4 of May->on 4 May]] and died [[the 3rd March->on 3 March]].",
        "The strike began on 2 [[october->October]] and ended on [[monday->Monday]]. He was born on 5"
        " [[may->May]] 1961.",
    ],
    good=[
        "On Monday 7 February, the court adjourned.",
        "On Monday, February 7, 2022, the court adjourned.",
        "From Monday to Friday, it opens at 9.",
        "The winter of February 1956 was hard.",
        "On May 8, 1945 the bells rang.",
        "The 14 July, a public holiday, was wet. The 24/7 shop; the 13/10 odds. The 3 May, the date of the vote, came.",
        "An august guest. See @monday, #sunday and monday.com.",
    ],
)
def date_format(view: View) -> Iterator[Hit]:
    """A date without the commas that the month-first order needs, or with the day in brackets.

    « lundi 7 février » becomes Monday February 7; American order wants Monday, February 7, with a comma
    after it when the sentence goes on. Monday 7 February needs none and is left alone. French writes days and
    months small, English never.
    """
    text = view.text
    bare = rf"\b({_DAY}) ((?:{_MONTH}) \d{{1,2}})(?![\d:.]\d|\d|st|nd|rd|th)(,? \d{{4}}\b)?"
    for found in matches(bare, text, [f"day {month}" for month in MONTHS]):
        edits = [Edit(Span(found.end(1), found.end(1)), ",")]
        year = found.group(3)
        if year and not year.startswith(","):
            edits.append(Edit(Span(found.end(2), found.end(2)), ","))
        if _goes_on(text, found.end()):
            edits.append(Edit(Span(found.end(), found.end()), ","))
        yield Hit(Span(*found.span()), "the date needs commas", (tuple(edits),), 0.97)
    for found in matches(rf"(?<!day )(?<!day, )\b(?:{_MONTH}) \d{{1,2}}( )\d{{4}}\b", text, _YEAR_SIGNS):
        edits = [Edit(Span(found.start(1), found.start(1)), ",")]
        if _goes_on(text, found.end()):
            edits.append(Edit(Span(found.end(), found.end()), ","))
        yield Hit(Span(*found.span()), "the date needs commas", (tuple(edits),), 0.95)
    for found in matches(
        rf"\b(?:{_DAY}),? \d{{1,2}}( of) (?:{_MONTH})\b", text, [f"{digit} of " for digit in range(10)]
    ):
        yield Hit(Span(*found.span(1)), "“of” is not written in a date", ("",), 0.95)
    yield from _with_article(text)
    yield from _halves(text)
    yield from _opening(text)
    yield from _figures(text)
    yield from _firsts(text)
    yield from _small(text)
    bracketed = rf"\b(?:(on|On|last|Last|this|This|next|Next) )?({_DAY}) \((\d{{1,2}})\)(,?)"
    for found in matches(bracketed, text, ("day (",)):
        said = found.group(1) or ""
        before = rx(r"\w+$").search(text[max(found.start() - 12, 0) : found.start()].rstrip())
        governed = before is not None and before.group().lower() in _BEFORE_DATES - {"on", "and"}
        governed = governed or (before is not None and before.group().lower() in ("past", "last", "next", "coming"))
        governed = governed or rx(r"\b[Bb]etween [^.;\n]{3,40} and $").search(text[: found.start()]) is not None
        lead = said if said.lower() == "next" else "On" if said[:1].isupper() else "on"
        lead = lead.lower() if before else lead
        day = found.group(3)
        comma = "," if found.group(4) or _goes_on(text, found.end()) else ""
        lead = "" if governed and lead != "next" else f"{lead} "
        repair = f"{lead}{found.group(2)}, the {day}{ordinal_ending(int(day))}{comma}"
        yield Hit(Span(*found.span()), "the day of the month stands in brackets", (repair,), 0.75, SUGGEST)


def _with_article(text: str) -> Iterator[Hit]:
    """on the 4 of May; died the 3rd March; met the Monday 4 March."""
    months = [f" {month}" for month in MONTHS]
    for found in matches(rf"\b([Oo]n) the (\d{{1,2}}) of ({_MONTH})\b", text, [" of"]):
        new = f"{found.group(1)} {found.group(2)} {found.group(3)}"
        yield Hit(Span(*found.span()), "a date goes without “the” and “of”", (new,), 0.9, SUGGEST)
    dated = (
        rf"\b([a-z]+|{OPENS}[A-Z][a-z]+)( the ((?:(?:{_DAY}),? )?\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH}))"
        r"(?=[.,;:)]|$| (?:in|at|with|to|and|by|from|near|when|after|of|on|for|before) |,? [12]\d{3}\b)"
    )
    for found in matches(dated, text, months):
        verb = found.group(1).lower()
        ordinal = found.group(2).rstrip().split()[-2][-1:].isalpha() and " of " in found.group(2)
        if ordinal or classes(verb)[:1] not in ("V", "R", "N") or verb in ("on", "until", "since", "than"):
            continue  # the 3rd of March is English; `until the 3rd March` goes on below
        if not any(tag in ("past", "third", "participle") for _, tag in verb_readings(verb)):
            continue
        on = "" if verb in ("dated", "dates") else " on"
        new = f"{on} {found.group(3)} {found.group(4)}"
        year = rx(r" [12]\d{3}\b").match(text, found.end())
        happens = classes(verb)[:1] == "V" and not {lemma for lemma, _ in verb_readings(verb)} & _OF_DATES
        sure = SAFE if year or happens else SUGGEST
        yield Hit(Span(*found.span(2)), "a date goes with “on” and without “the”", (new,), 0.9, sure)


_OF_DATES = frozenset(
    "mark celebrate remember recall commemorate choose set fix follow precede approach fear prefer call mean be have"
    " include see keep make propose suggest announce confirm give cite mention name say write read".split()
)
"""What is done to a date, beside what happens on it: they chose the 12 October."""


def _halves(text: str) -> Iterator[Hit]:
    """from 4 to July 12: the month belongs to both days; February 12 of 1954; Monday 6e January."""
    spread = rf"\b([Ff]rom|[Bb]etween) ((\d{{1,2}}) (to|and) ({_MONTH}) (\d{{1,2}}))\b(?!,? \d)"
    for found in matches(spread, text, MONTHS):
        first, joint, month, last = found.group(3, 4, 5, 6)
        if int(first) < int(last) < 32:
            new = f"{month} {first} {joint} {last}"
            yield Hit(Span(*found.span(2)), "the month stands before the second day alone", (new,), 0.85, SUGGEST)
    for found in matches(rf"\b(?:{_MONTH}) \d{{1,2}}( of) ([12]\d{{3}})\b", text, MONTHS):
        edits = [Edit(Span(*found.span(1)), ",")]
        if _goes_on(text, found.end()):
            edits.append(Edit(Span(found.end(), found.end()), ","))
        yield Hit(Span(*found.span()), "“of” is not written in a date", (tuple(edits),), 0.9)
    for found in matches(rf"\b\d{{1,2}} (?:{_MONTH})( of) [12]\d{{3}}\b", text, [" of "]):
        yield Hit(Span(*found.span(1)), "“of” is not written in a date", ("",), 0.9)
    for found in matches(rf"\b(?:{_DAY}),? \d{{1,2}}(e|ème) (?:{_MONTH})\b", text, MONTHS):
        yield Hit(Span(*found.span(1)), "the day of the month is written the French way", ("",), 0.93)


def _opening(text: str) -> Iterator[Hit]:
    """The 14 July, the parade; In 4 July 2014; died the May 6."""
    day = rf"(?:(?:{_DAY}),? )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}})\b(?:,? [12]\d{{3}}\b)?"
    for found in matches(rf"{OPENS}(The) {day}, (?!a |an |the (?:day|date|anniversary)\b)[a-z]", text, MONTHS):
        yield Hit(Span(*found.span(1)), "a date goes with “on” and without “the”", ("On",), 0.85, SUGGEST)
    for found in matches(rf"{OPENS}The (\d{{1,2}})(?:st|nd|rd|th)? of ({_MONTH})(?=, (?!a |an )[a-z])", text, MONTHS):
        new = f"On {found.group(1)} {found.group(2)}"
        yield Hit(Span(*found.span()), "a date goes with “on” and without “the”", (new,), 0.85, SUGGEST)
    for found in matches(rf"\b([Ii]n) \d{{1,2}} (?:{_MONTH})\b", text, MONTHS):
        yield Hit(
            Span(*found.span(1)), "a day goes with “on”", ("on" if found.group(1) == "in" else "On",), 0.8, SUGGEST
        )
    dated = rf"\b([a-z]{{3,}}|{OPENS}[A-Z][a-z]{{2,}}) (the) (?:{_MONTH}) \d{{1,2}}"
    dated += r"(?=[.,;:)]|$| (?:in|at|by|from|to|and)\b)"
    for found in matches(dated, text, [f"the {month}" for month in MONTHS]):
        low = found.group(1).lower()
        if classes(low)[:1] == "V" and any(tag in ("past", "third", "participle") for _, tag in verb_readings(low)):
            yield Hit(Span(*found.span(2)), "a date goes with “on” and without “the”", ("on",), 0.85, SUGGEST)


def _figures(text: str) -> Iterator[Hit]:
    """closes the 14/11 -> closes on November 14."""
    for found in matches(r"\b([A-Za-z]+) (the (\d\d)/(0?[1-9]|1[0-2]))(?![/\d-])(?! [a-z]+s\b)", text, "/"):
        word, day, month = found.group(1).lower(), int(found.group(3)), MONTHS[int(found.group(4)) - 1]
        if not 12 < day < 32 or found.group(2) == "the 24/7":
            continue
        put = f"{day} {month}" if _day_first(text) else f"{month} {day}"
        lead = "" if word in _BEFORE_DATES else "on "
        yield Hit(Span(*found.span(2)), "the date is written the French way", (lead + put,), 0.8, SUGGEST)


_BEFORE_DATES = frozenset("on until till from since before after by of to and between".split())


def _firsts(text: str) -> Iterator[Hit]:
    """The first of a month with its French ordinal, in the order that the text has its other dates in."""
    first = rf"\b(?:({_DAY}),? )?(?:the )?1er ({_MONTH})\b(?:,? (\d{{4}})\b)?"
    for found in matches(first, text, [f"1er {month}" for month in MONTHS]):
        day, month, year = found.groups()
        if _day_first(text):
            new = " ".join(part for part in (day, "1", month, year) if part)
        else:
            new = ", ".join(part for part in (day, f"{month} 1", year) if part)
            if (day or year) and _goes_on(text, found.end()):
                new += ","
        if rx(rf"{OPENS}The 1er [A-Z][a-z]+, ").match(text, found.start()):
            new = f"On {new}"
        yield Hit(Span(*found.span()), "the first of the month is written the French way", (new,), 0.95)


def _day_first(text: str) -> bool:
    """Whether dates stand as 7 February in this text."""
    day_first = len(rx(rf"\b\d{{1,2}} (?:{_MONTH})\b").findall(text))
    return day_first > len(rx(rf"\b(?:{_MONTH}) \d{{1,2}}\b").findall(text))


def _small(text: str) -> Iterator[Hit]:
    """A day or a month without its capital: on 2 october, on monday."""
    if text.islower():
        return
    names = "|".join(name for name in _SMALL if name not in _WORDS)
    words = "|".join(_WORDS)
    bare = rf"(?<![\w@#/.&’'-])({names})(?=s?(?![\w’'@/-]|\.\w))"
    dated = rf"\b(?:on|since|until|from) \d{{1,2}} ({words})(?= (?:[12]\d{{3}}|in|at|to|and)\b|[.,;:)]|$)"
    for pattern in (bare, dated):
        for found in matches(pattern, text, _SMALL):
            span = Span(*found.span(1))
            yield Hit(span, "English writes days and months with a capital", (span.of(text).capitalize(),), 0.95)


def _goes_on(text: str, end: int) -> bool:
    """Whether the sentence continues after a date without a mark of its own."""
    return rx(r"[ \u00a0](?=[\w“‘\"(])").match(text, end) is not None
