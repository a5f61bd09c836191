"""roles of quotation marks -> how this document writes quotations."""

from collections import Counter
from typing import NamedTuple

from mtcheck.analysis.quotations import Quotations
from mtcheck.analysis.regex import rx


class Style(NamedTuple):
    """How this document writes quotations, read off its sound ones."""

    curly: bool
    comma_inside: bool | None
    """None where the document shows no comma beside a closing mark."""
    single_outer: bool


def style_of(text: str, quotations: Quotations) -> Style:
    """The document's style; without evidence curly and double outer marks."""
    glyphs = Counter(role.mark.char for role in quotations.roles if role.role in ("open", "close", "again"))
    curly = sum(glyphs[char] for char in "“”„‟")
    straight = glyphs['"']
    outer = Counter(role.mark.double for role in quotations.roles if role.role == "open" and role.depth == 0)
    single_outer = outer[False] > outer[True]
    commas: Counter[bool] = Counter()
    for role in quotations.roles:
        at = role.mark.at
        # a headline with single marks says nothing of a text with double ones
        if role.role == "close" and role.depth == 0 and role.mark.double != single_outer:
            if text[at - 1 : at] == ",":
                commas[True] += 1
            elif rx(r"\s?,").match(text, at + 1):
                commas[False] += 1
    inside = None if not commas else commas[True] >= commas[False]
    return Style(curly >= straight, inside, single_outer)
