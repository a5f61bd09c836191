"""roles of quotation marks -> how this document writes quotations."""

from collections import Counter

from mtcheck.analysis.quotations import Quotations, Role
from mtcheck.analysis.regex import rx
from mtcheck.typed import NamedTuple


class Style(NamedTuple):
    """How this document writes quotations, read off its sound ones."""

    curly: bool
    comma_inside: bool | None
    """None where the document shows no comma beside a closing mark."""
    single_outer: bool


def _fragment(text: str, quotations: Quotations, role: Role) -> bool:
    """Whether the quotation is part of somebody’s sentence: `to “avoid gatecrashers”, according to the order`.

    Where whole utterances have lost their commas, such a one says nothing of them: in Britain it stands outside
    fragments and inside whole sentences.
    """
    opened = quotations.roles[role.partner].mark.at + 1 if role.partner >= 0 else 0
    return role.partner >= 0 and text[opened : opened + 1].islower()


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
            elif rx(r"\s?,").match(text, at + 1) and not _fragment(text, quotations, role):
                commas[False] += 1
    inside = None if not commas else commas[True] >= commas[False]
    return Style(curly >= straight, inside, single_outer)
