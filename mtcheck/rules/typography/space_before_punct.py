from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.marks import hidden, masked
from mtcheck.analysis.nearby import before
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span

_WIDE = "\u00a0\u202f\u2009"
_SPACE = f"[ {_WIDE}]"


@rule(
    "space-before-punct",
    safety=SAFE,
    bad=[
        "“What a relief[[ ->]]!” she said.",
        "But how will they be paid[[ ->]]?",
        "Three subjects are on the table[[ ->]]: dunes, dogs and drains.",
        "“Today, the marsh is dying[[ ->]].”",
        "Jade ([[ ->]]who just turned eighteen) signed.",
        "The vote was close (51 to 49[[ ->]]).",
        "We will hire three of them, said the curator[[.->]].",
        "The vote is on Monday[[,->]], he said. It passed by 312 votes to 210[[ ,->, ]]with 14 abstentions.",
        "He sat down[[ ..->.]]",
        "Who pays[[ ?->? ]]Nobody knows.",
        "And if the train were a bus[[ ->]]?[[,->]] asks the essayist.",
        "He left in 2004[[ .->. ]]Sales fell by 3%[[ ,->, ]]then rose to €2[[ ;->; ]]the answer[[ :->: ]]nobody knows.",
        "The tram stops at 9 p.m.[[ .->]] The depot[[ ,->, ]]it seems, is dark.",
    ],
    good=[
        "He said . . . nothing at all.",
        "“I don’t know ... I was asleep,” he told the court.",
        "The .NET team and the .com boom met at .5 of a mile.",
        "They won 3 : 1 in Basel.",
        "Wait... what?",
    ],
)
def space_before_punct(view: View) -> Iterator[Hit]:
    """A space before , . ; : ! ? or inside a bracket, or a stop set twice.

    French puts a space before : ; ! ? and keeps it in the translation; a link cut out of the text leaves
    “ .” and “..”. Spaced ellipses, ratios and names such as .NET are left alone.
    """
    text = view.text
    holes = masked(text)
    spaced = (
        rf"(?<=[\w”’\"»)\]%€$!?…]){_SPACE}+(?=(?:[!?]{{1,3}}|[;,])(?:[\s”’\"»)\],]|$)|:(?:\s|$)|\.(?:[\s”’\"»)\]]|$))"
    )
    for found in matches(spaced, text, (" !", " ?", " ;", " ,", " :", " .", *_WIDE), 8):
        at = found.end()
        mark = text[at]
        if mark == "." and (
            text[at + 1 : at + 3].strip()[:1] == "." or before(text, found.start()).endswith((".", ". "))
        ):
            continue
        if mark == ":" and text[found.start() - 1].isdigit() and rx(r":\s?\d").match(text, at):
            continue
        if mark in "!?" and rx(r"[!?]\s[!?]").match(text, found.start() - 1):
            continue
        if not hidden(holes, found.start(), found.start() + 1):
            yield Hit(Span(*found.span()), f"there is a space before “{mark}”", ("",), 0.99)
    bracketed = (
        rf"(?<=[\s“‘]\(){_SPACE}+(?=\w)|(?<=[a-z]{{2}}\(){_SPACE}+(?=(?:[a-z]+|\d+) [^()\n]{{2,80}} \))"
        rf"|(?<=[\w.”’%]){_SPACE}+(?=\)(?:[\s,.;:]|$))"
    )
    for found in matches(bracketed, text, ("( ", " )", *_WIDE), 8):
        if "(" in text[max(found.start() - 300, 0) : found.end()]:
            yield Hit(Span(*found.span()), "there is a space inside the bracket", ("",), 0.99)
    for found in rx(r"(?<=[\w”’\"»)\]%])(?:\.(?=\.(?!\.))|,(?=,(?!,)))(?![.,]\w)").finditer(text):
        if text[found.start() - 1] != "." and not hidden(holes, found.start(), found.start() + 1):
            yield Hit(Span(*found.span()), "the mark is set twice", ("",), 0.98)

    for found in matches(r"(?<![.] )(?<=[\w%)”])\.( \.)(?= [A-ZÀ-Þ“]|\n|$)", text, (". .",)):
        yield Hit(Span(*found.span(1)), "the mark is set twice", ("",), 0.93)
    yield from _wrong_side(text)
    for found in matches(r"(?<=\w),\.(?=( [a-z])?)(?=\s|$)", text, ",."):
        yield Hit(Span(*found.span()), "two marks stand together", ("," if found.group(1) else ".",), 0.95)
    for found in matches(r"(?<=[a-z]{3})\.\.(?=[A-Z][a-z]+ )", text, ".."):
        yield Hit(Span(*found.span()), "the mark is set twice", (". ",), 0.93)
    for found in matches(r"(?<=[a-zà-ÿ])[ \u00a0\u202f]?[?!]([ \u00a0]?,)(?= [a-z])", text, ("?,", "!,", "? ,", "! ,")):
        yield Hit(Span(*found.span(1)), "a comma follows the mark", ("",), 0.9, SUGGEST)
    for found in matches(r"(?<=[a-z]{3}) \.\.(?=\n|$| [A-Z“])", text, " .."):
        yield Hit(Span(*found.span()), "the mark is set twice", (".",), 0.93)
    for found in rx(r"(?<=[a-z]{2}) ([?!])(?=[A-Z“][a-z])").finditer(text):
        new = f"{found.group(1)} "
        yield Hit(Span(*found.span()), "the space stands before the mark instead of after it", (new,), 0.95)
    for found in rx(r"(?<=[a-z]{2}\.)( ,)(?= [A-Z])").finditer(text):
        yield Hit(Span(*found.span(1)), "a comma stands alone after the stop", ("",), 0.95)


def _wrong_side(text: str) -> Iterator[Hit]:
    """He fell ,then rose; at noon .Around 300 left; the answer :nobody."""
    holes = masked(text)
    for pattern in (_BEHIND, _STOPPED, _COLON):
        for found in matches(pattern, text, (" ,", " ;", " .", " :")):
            mark = found.group()[1]
            if hidden(holes, found.start(), found.end()) or found.group(1) in _SITES:
                continue
            message = f"the space stands before the {'stop' if mark == '.' else 'mark'} instead of after it"
            yield Hit(Span(*found.span()), message, (f"{mark} ",), 0.97)
    for found in matches(r"(?<=\b[ap]\.m) \.(?= ?[A-Z“]|\n|$)", text, ("m .",)):
        new = "." if text[found.end() : found.end() + 1] in ("", " ", "\n", "“") else ". "
        yield Hit(Span(*found.span()), "the space stands before the stop", (new,), 0.95)
    for found in matches(r"(?<=\b[ap]\.m\.) \.(?=[a-z]{2,} )", text, ("m. .",)):
        yield Hit(Span(*found.span()), "the hour has its stop", (" ",), 0.93)
    for found in matches(r"(?<=\b[ap]\.m\.)( \.)(?=( ?[A-Z“]|\n|$))", text, ("m. .",)):
        new = "" if found.group(2)[:1] in ("", " ", "\n", "“") else " "
        yield Hit(Span(*found.span(1)), "the stop of the hour ends the sentence too", (new,), 0.95)


_LEFT = r"(?:(?<=[^\W\d_]{2})|(?<=[\w€$£]\d)|(?<=[a-z] \d)|(?<=[”\"»)\]%€!?]))"
_BEHIND = rf"(?:{_LEFT}|(?<=[ap]\.m\.)) [,;](?=((?:[^\W\d_]{{2,}}|a|I)\b|\d{{2,3}} [a-z]{{3}}))"
_STOPPED = rf"{_LEFT} \.(?=((?:[A-ZÀ-Þ][a-zà-ÿ’']+|A|I)\b)(?!\.\w))"
_COLON = r"(?:(?<=[a-z]{3})|(?<=[a-z0-9][”»)])) :(?=([^\W\d_]{2,}|\d[\d.,]*(?= (?:[a-z]+s|people)\b))(?![\w:]))"
_SITES = frozenset("Net Com Org net com org".split())
