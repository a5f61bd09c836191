from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.lexicon import classes, frequency, known
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.lang.fused import PLACES
from mtcheck.rules import SAFE, rule
from mtcheck.text import Span

OPENERS = frozenset(
    "the this these that those there it its in on at for from after before when while with without by as if to since"
    " under over between during he she they we his her their our an no not now two three four more many most some one"
    " what who how why where and but yet so according despite because every each all both last next thanks until"
    " behind against among through almost only even still such faced born called following while although".split()
)
"""Words that begin an English article where its source began with an ornamental letter."""

_ARTICLE = frozenset({"UA"})
"""U(n) + A."""
_SPANS = frozenset("year month week day decade century few lot good man woman little new long big small".split())
"""Behind E(in) + A; a firm is called EA."""


@rule(
    "drop-cap",
    safety=SAFE,
    bad=[
        "[[DThe->The]] coach of the rowing club has resigned.",
        "[[EIn->In]] the harbour, the masts were singing.",
        "[[UA->A]] grey heron stopped the ferry.",
        "[[Lhe->The]] trip was short. It rained.\n\n[[EA->A]] year later the bridge was open.",
        "[[T he->The]] trip was short.",
        "[[A t->At]] the age of ninety she sings.",
        "[[I n->In]] front of the mill they wait.\n\n[[B akers->Bakers]] are on strike.",
        "[[L ->]]The trial opens in Paris.",
    ],
    good=[
        "The trip was short.",
        "McDonald opened the door.",
        "A few left.",
        "UA flights were cancelled. FA cup ties were moved.",
        "He left.",
    ],
)
def drop_cap(view: View) -> Iterator[Hit]:
    """The ornamental first letter of the source glued to the translated first word.

    N(ach) + The, L(e) + he, E(n) + In: the big letter stood in a tag of its own and was not translated.
    """
    text = view.text
    for line in view.lines:
        first = rx(r"[^\W\d_]+(?: [^\W\d_]+)?").match(text, line.start)
        if first is None:
            continue
        word, _, second = first.group().partition(" ")
        span = Span(first.start(), first.start() + len(word))
        if len(word) > 2 and word[:2].isupper() and word[2:].islower() and word[1:].lower() in OPENERS:
            yield Hit(span, "a drop cap is glued to the first word", (word[1:],), 0.97)
        elif word in _ARTICLE and second.islower() and classes(second)[:1] in ("N", "J") and "s" not in classes(second):
            yield Hit(span, "a drop cap is glued to the first word", ("A",), 0.93)
        elif word == "EA" and second in _SPANS and rx(r" [a-z]").match(text, first.end()):
            yield Hit(span, "a drop cap is glued to the first word", ("A",), 0.9)
        elif (
            len(word) == 1
            and word in "LDCENUPSJMTQRF"
            and second.istitle()
            and second.lower() in OPENERS
            and rx(r" [a-z]").match(text, first.end())
            and not rx(r"(?:^|\n)([B-Z]) [A-Z]").search(text[: line.start] + text[line.end :])
        ):
            yield Hit(Span(span.start, span.end + 1), "a drop cap stands before the first word", ("",), 0.93)
        elif word == "I" and second in ("It", "In", "If", "Is", "Its"):
            yield Hit(Span(span.start, span.end + 1), "a drop cap stands before the first word", ("",), 0.9)
        elif rx(r"[B-DF-GJ-NP-RV-Z]he$").match(word) and not known(word.lower()) and word != "Che":
            yield Hit(span, "a drop cap replaced the first letter", ("The",), 0.95)
        elif len(word) == 1 and second.islower() and _torn(word, second):
            yield Hit(Span(first.start(), first.end()), "the first letter stands apart", (word + second,), 0.95)


def _torn(letter: str, rest: str) -> bool:
    """Whether a letter and what is no word are one: A t the age, B akers are on strike, P aris has a mayor."""
    whole = letter + rest
    if known(rest):
        return letter not in "AIO" and whole.lower() in OPENERS
    if len(rest) < 4:
        return whole.lower() in OPENERS
    return frequency(whole.lower()) > 2 or whole in PLACES.split("|") or bool(gender_of_first_name(whole.lower()))
