from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import ordinal_ending
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import MONTHS
from mtcheck.rules import SAFE, Example, rule
from mtcheck.text import Edit, Span

_BEFORE = r"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat|[Mm]y|[Oo]ur|[Ee]very|[Aa]n?|[Ii]n)"


@rule(
    "ordinal-stop",
    safety=SAFE,
    languages=("de",),
    bad=[
        Example("In the [[21.->21st]] century nobody needs fax machines.", "de"),
        Example("She celebrated her [[60.->60th]] birthday in the [[3.->3rd]] district.", "de"),
        Example("The goal fell in the [[12.->12th]] minute, the next in the [[73.->73rd]] minute.", "de"),
        Example("It stood there in the 18[[. and 19.->th and 19th]] centuries.", "de"),
        Example("The [[2.->2nd]] half was better than the [[1.->1st]] half.", "de"),
        Example("It is the mayor’s [[11.->11th]] marathon.", "de"),
    ],
    good=[
        Example("The table has 21. Nobody sat at the 3. He left.", "de"),
        Example("The team plays in the 2. Bundesliga, and the 1. FC Union came first.", "de"),
        Example("In the 21st century nobody needs them.", "de"),
        Example("They were 21. e4 was the first move.", "de"),
        "In the 21. century nobody needs fax machines; French has no such ordinals.",
    ],
)
def ordinal_stop(view: View) -> Iterator[Hit]:
    """A German ordinal, a number with a stop: the 21. century, her 60. birthday.

    Only where the stop cannot end a sentence: after an article or a possessive and before a word in small letters.
    Dates are those of `foreign-date`.
    """
    text = view.text
    pattern = (
        rf"(?:(?<![\w.,])({_BEFORE})|[’']s) (\d{{1,3}})\.(?:(?:,| and| or| to|/) ?(\d{{1,3}})\.)?"
        rf"(?= [a-z]{{3,}})(?! of (?:{'|'.join(MONTHS)})\b)"
    )
    for found in rx(pattern).finditer(text):
        edits = []
        for group in (2, 3):
            if found.group(group):
                span = Span(found.end(group), found.end(group) + 1)
                edits.append(Edit(span, ordinal_ending(int(found.group(group)))))
        yield Hit(Span(found.start(2), found.end()), "an ordinal is written the German way", (tuple(edits),), 0.97)
