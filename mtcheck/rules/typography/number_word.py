from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span

_COUNT = (
    r"(?:\d+(?:[.,]\d+)*|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Ff]ifteen"
    r"|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Hh]undred|[Ss]everal)"
)
_SIGNS = ("hundred", "thousand", "million", "billion", "trillion")
_NO_NOUN = frozenset(
    "less hours times yes plus minus perhaps across towards always besides sometimes is was has".split()
)


@rule(
    "number-word",
    safety=SAFE,
    triggers=_SIGNS,
    bad=[
        "The fair drew [[two millions->two million]] visitors.",
        "The dam cost 12 million[[ of->]] euros, the road [[3 millions of->3 million]] pounds.",
        "[[Five hundreds->Five hundred]] people sang, and [[several hundred of->several hundred]] goats fled.",
    ],
    good=[
        "Hundreds of thousands of euros; tens of millions of people; two million of them; three hundred of his men.",
        "She hit two hundreds for the county. The two millions are lost. Several million of those coins are gone.",
        "Five hundred of the nurses left. Several thousands of euros are missing.",
    ],
)
def number_word(view: View) -> Iterator[Hit]:
    """A hundred, thousand, million or billion counted the French way: two millions tickets, 12 million of euros.

    After a number these words stay singular and go without `of`. “Two million of them” and “hundreds of thousands of
    euros” are left alone: a bare plural must follow, and a number must come before.
    """
    pattern = rf"(?<![\w.,$€£-])({_COUNT}) (hundred|thousand|million|billion|trillion)(s?)( of)? (?=([a-z]{{4,}}) ?)"
    for found in rx(pattern).with_signs(view.text, _SIGNS):
        count, word, many, of, noun = found.groups()
        if not (many or of) or noun in _NO_NOUN:
            continue
        kinds = classes(noun)
        if not (noun == "people" or ("N" in kinds and "s" in kinds)):
            continue
        if count.lower() == "several" and many:
            continue  # several thousands of euros
        if count.lower() == "hundred" and many:
            continue
        span = Span(found.start(1), found.end(4) if of else found.end(3))
        money = (
            of
            and (not many or count[0].isdigit())
            and word[0] in "mb"
            and noun in ("euros", "dollars", "pounds", "francs", "people")
        )
        if money:
            cut = Span(found.start(3), found.end(4))
            yield Hit(cut, "after a number this word is singular, without “of”", ("",), 0.95, SAFE)
            continue
        new = f"{count} {word}"
        yield Hit(span, "after a number this word is singular, without “of”", (new,), 0.85, SUGGEST)
