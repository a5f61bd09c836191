from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.lexicon import known
from mtcheck.analysis.marks import hidden, masked
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import MONTHS, WEEKDAYS
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.rules import SAFE, rule
from mtcheck.text import Span

_OPENERS = frozenset(
    "The He She It They We I In On At But And This That These Those His Her Its Their Our A An For According After"
    " Before When While There Two Three Four Five Six Nobody Some Many All Only Since Then".split()
)
_DAYS = frozenset(name.lower() for name in MONTHS + WEEKDAYS)
_COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundreds dozens"
    " thousands several nobody everyone according".split()
)
"""What may stand behind a name and a colon, and in no address or label: `left Brest:forty lorries`."""
_STOPPED = r"(?<=[a-z0-9%€”.!?][)%€])[.](?=([A-ZÀ-Þ][a-zà-ÿ]+) )|(?<=(?<![^\W\d])\d\d)[.](?=([A-Z][a-z]{3,}),? [a-z“])"
"""A stop behind a bracket, a sign or a number, and a word that can begin a sentence."""
_SMALL = (
    r"(?<![\w.@/#’'-])([a-z]{4,})(?:\.(?=(?:(?:he|she|they|his|her|their|nobody|no one|this|these|two|three|everyone)"
    r" [a-z]|the [a-zA-Z]))|:(?=\d{1,3}(?:[.,]\d{3})? [a-z]{3,}))"
)
"""A word that was glued to the next sentence or to a number: warned.the blast; was full:300 people."""
_TITLED = r"(?<=[\w%)]),(?=(?:i\.e\.|e\.g\.) )|(?<!\w)(?:Mrs?|Ms|Dr|Prof)\.(?=([A-ZÀ-Þ]\w+))"
_SHORT = frozenset("up it in us so me on do him off out go by".split())
"""Words of two letters that end sentences; others are abbreviations: vs, pp, al."""


@rule(
    "space-missing",
    safety=SAFE,
    bad=[
        "The jury heard Lina Costa,[[-> ]]Paul Astier and the caretaker.",
        "The barge sank in four minutes.[[-> ]]Two sailors swam ashore.",
        "It is closed on Tuesdays.[[-> ]]Admission is free on Sundays.",
        "The result is known:[[-> ]]nobody was elected.",
        "“We are alone”,[[-> ]]says the baker.",
        "The river board (RB)[[-> ]]and the mayor (42)[[-> ]]will meet.",
        "The Green Party[[-> ]](GP) met, and the player[[-> ]](28 years old)[[-> ]]signed.",
        "It was passed in 1905;[[-> ]]it still stands. Frost in the south[[-> ]](2 degrees in Nice) on Friday.",
        "The club,[[-> ]]founded in 1998,[[-> ]]has folded. Three were hurt[[-> ]](two of them badly).",
        "Will the ferry run?[[-> ]]Nobody knows. He scored in the 12th,[[-> ]]34th and 78th minutes.",
        "In the region,[[-> ]]23 schools are closed.",
        "The museum closes at 6 p.m.[[-> ]]The last visitors leave by the garden.",
        "The wall shows Matisse, Derain;[[-> ]]Braque is absent.",
        "The convoy left Brest:[[-> ]]forty lorries and two cranes.",
        "The hall was full:[[-> ]]300 people came.[[t-> T]]he mayor spoke.",
        "He “turns the page”[[-> ]]– and quickly, on X[[-> ]](formerly Twitter). The pool –[[-> ]]“a bath” – is shut.",
        "It fell (by 40%).[[-> ]]The town,[[-> ]]i.e. Dr.[[-> ]]Roustan, left in 1994.[[-> ]]Nothing remains.",
        "The notary stood up.[[-> ]]The room was silent; it was 1911.[[-> ]]It had snowed.",
    ],
    good=[
        "See Booking.com, Node.js or https://example.org/a,b for more.",
        "The beta.Notify.gov pilot ended. The virus is known as Grew.A.",
        "It stood at 10:30, 1,204 and 3.5.",
        "The U.S.Embassy sign and the Ph.D thesis.",
        "He (re)opened the (un)happy file of s(he) and wrote f(x) on it.",
        "Write to contest@example.org.",
        "The St.The sign and the vs.The sign.\n1.The first rule.",
    ],
)
def space_missing(view: View) -> Iterator[Hit]:
    """No space after a comma, stop, colon or question mark.

    It was lost where two blocks of the page, or a bold passage and plain text, were joined. Both sides
    must be ordinary words, so that addresses, names of sites and abbreviations are left alone.
    """
    text = view.text
    holes = masked(text)
    opened = {repair.span.start for repairs in view.quote_repairs.values() for repair in repairs}
    pattern = r"(?<![\w.@/#’'-])([^\W\d_]+(?:[’'-][^\W\d_]+)*)([,.;:!?])"
    pattern += r"(?=([^\W\d_]+)(?![\w.@/=]{0,80}[@/=]|[^\W\d_]|\.\w))"
    for found in rx(pattern).near(r"(?<=[^\W\d_])[,.;:!?](?=[^\W\d_])", text):
        left, mark, right = found.groups()
        if hidden(holes, found.start(), found.start() + 1):
            continue
        if _lost(left, mark, right) and text[found.start() - 1 : found.start()] not in (":", "&"):
            yield Hit(Span(found.end(), found.end()), f"there is no space after “{mark}”", (" ",), 0.98)
    for found in rx(r"(?<=[^\W_]\d)[.](?=([A-Z][a-z]*)[ ’'])").finditer(text):
        if found.group(1) in _OPENERS and not hidden(holes, found.start(), found.start() + 1):
            yield Hit(Span(found.end(), found.end()), "there is no space after “.”", (" ",), 0.97)
    for found in matches(r"(?<=[\w.,!?][”»\"])–(?= [a-z])", text, ("”–", "»–", '"–')):
        yield Hit(Span(found.start(), found.start()), "there is no space before the dash", (" ",), 0.93)
    for found in matches(r"(?<=[\w”,%] )–(?=[“\"‘]\w)", text, ("–“", '–"', "–‘")):
        yield Hit(Span(found.end(), found.end()), "there is no space behind the dash", (" ",), 0.93)
    for found in matches(r"(?<=\bX)\((?=(?:formerly|the former|ex)\b)", text, "X("):
        yield Hit(Span(found.start(), found.start()), "there is no space beside the bracket", (" ",), 0.93)
    for found in rx(_SMALL).finditer(text):
        if known(found.group(1)) and not hidden(holes, found.start(), found.end()):
            stop, end = found[0][-1] == ".", found.end()
            new = f" {text[end].upper()}" if stop else " "
            yield Hit(Span(end, end + stop), f"there is no space after “{found[0][-1]}”", (new,), 0.95)
    for found in rx(_STOPPED).finditer(text):
        word = found.group(1) or found.group(2)
        if (word in _OPENERS or known(word.lower())) and not hidden(holes, found.start(), found.end()):
            yield Hit(Span(found.end(), found.end()), "there is no space after “.”", (" ",), 0.95)
    for found in rx(_TITLED).finditer(text):
        name, end = found.group(1), found.end()
        if not name or not known(name.lower()) or gender_of_first_name(name):
            yield Hit(Span(end, end), f"there is no space after “{text[end - 1]}”", (" ",), 0.95)
    for found in rx(
        r"(?<=(?:[a-z] \d|.\d\d))[;,](?=([a-z]{2,})(?: |, ))|(?<=[%)])[,;](?=([a-z]{2,})(?: |, ))"
    ).finditer(text):
        word = found.group(1) or found.group(2)
        entity = rx(r"&#x?\w{2,6}$").search(text, max(found.start() - 9, 0), found.start())
        if known(word) and not entity and not hidden(holes, found.start(), found.start() + 1):
            yield Hit(Span(found.end(), found.end()), f"there is no space after “{found.group()}”", (" ",), 0.97)
    for found in rx(r"(?<=[a-zà-ÿ]{3}),(?=\d{1,3} (?:[a-z]{3,}s|people)\b)").finditer(text):
        if not hidden(holes, found.start(), found.start() + 1):
            yield Hit(Span(found.end(), found.end()), "there is no space after “,”", (" ",), 0.93)
    ordinal = r"(?:st|nd|rd|th)"
    for found in rx(rf"(?<=\d){ordinal}(,)(?=\d{{1,3}}{ordinal}\b)|\b[ap]\.m\.()(?=([A-Z][a-z]*) )").finditer(text):
        if found.group(1) or found.group(3) in _OPENERS or known(found.group(3).lower()):
            end = found.end()
            yield Hit(Span(end, end), f"there is no space after “{text[end - 1]}”", (" ",), 0.95)
    for found in rx(r"(?<=[\w!?][”»])[,.;:](?=[A-Za-zÀ-ÿ“])|(?<=\w\")[,.](?=[A-Za-z]{2})").finditer(text):
        if found.end() in opened:
            continue  # the mark gets its space there
        if not hidden(holes, found.start(), found.start() + 1):
            yield Hit(Span(found.end(), found.end()), f"there is no space after “{found.group()}”", (" ",), 0.97)
    for found in rx(r"(?<=[a-zà-ÿ]{2}[a-zà-ÿ”])()\((?= ?([a-z]{2,}|a) [a-z\d€“«‘])").finditer(text):
        if known(found.group(2)) and not hidden(holes, found.start(), found.start() + 1):
            yield Hit(Span(*found.span(1)), "there is no space beside the bracket", (" ",), 0.9)
    for found in rx(
        r"(?<=[a-zà-ÿ]{3})(?=\(([a-z]{1,20}) [A-ZÀ-Þ][a-zà-ÿ]{1,20}(?: [a-z]{1,20}){1,6}[^()]{0,80}\)[ .,])"
    ).finditer(text):
        if found.group(1) in _COUNTS or found.group(1) in ("including", "the"):
            yield Hit(Span(*found.span()), "there is no space beside the bracket", (" ",), 0.95)
    for found in matches(
        r"(?<=[a-zà-ÿ]{3})(?=\((?:our )?(?:photo|picture|video|pictured|left|right|opposite)\))", text, "("
    ):
        yield Hit(Span(found.end(), found.end()), "there is no space beside the bracket", (" ",), 0.95)
    for found in rx(r"(?<=[a-zà-ÿ]{2})(?=\((?:[A-Z]{2,6}|\d+ [a-z]+(?: [A-Za-zÀ-ÿ]+){0,4}|\d\d)\))").finditer(text):
        if not hidden(holes, found.start(), found.start() + 1):
            yield Hit(Span(found.end(), found.end()), "there is no space beside the bracket", (" ",), 0.95)
    for found in rx(
        r"(?<=\b(?:in|at|of|to) )[A-ZÀ-Þ][a-zà-ÿ]+()\((?=[A-ZÀ-Þ][a-zà-ÿ]+(?:[ -][\w’-]+){0,2}\)[ ,.])"
    ).finditer(text):
        yield Hit(Span(*found.span(1)), "there is no space beside the bracket", (" ",), 0.9)
    for found in rx(r"(?<=[ \w])\([^()\n]*[A-Z0-9 ][^()\n]*\)(?=([a-z]{2,})[ .,])").finditer(text):
        behind = found.group()[-2]
        several = " " in found.group() and text[found.start() - 1] != "\n"
        if (several or not (behind.islower() and len(found.group(1)) > 2)) and known(found.group(1)):
            yield Hit(Span(found.end(), found.end()), "there is no space beside the bracket", (" ",), 0.95)


def _lost(left: str, mark: str, right: str) -> bool:
    """Whether a space is missing between two words joined by `mark`."""
    if len(left) < 2 or (len(right) < 2 and right.lower() not in ("a", "i")):
        return False
    word = left.rpartition("-")[2].rpartition("’")[2]
    if mark == ",":
        return True
    if mark in ".!?":
        short = word in _SHORT and right in _OPENERS
        day = word.removesuffix("s").lower() in _DAYS
        lower = day or (word.islower() and (short or len(word) > 2) and known(word))
        opener = len(word) > 3 and len(right) > 1 and right in _OPENERS and not word.isupper()
        return (
            (lower or opener) and right[0].isupper() and (right[1:].islower() or len(right) == 1) and _ordinary(right)
        )
    small = right.islower() or (mark == ";" and right in _OPENERS)
    if mark == ";" and word.istitle() and len(word) > 3 and len(right) > 2:
        return right.istitle() or (right.islower() and known(right))
    if mark == ":" and word.istitle() and len(word) > 4 and right in _COUNTS and not gender_of_first_name(word):
        return True
    if mark == ":" and right.istitle() and len(right) > 2 and word.islower() and len(word) > 3 and word != "about":
        return known(word)
    return word.islower() and known(word) and small and known(right.lower()) and len(word) > 2


def _ordinary(word: str) -> bool:
    return word.lower() not in ("com", "net", "org", "js", "fr", "tv", "io", "py", "txt", "ai")
