"""roles of quotation marks -> how each should stand, and why it does not.

Every mark gets at most one repair, which covers all that is wrong around it (direction, spaces,
the comma of a reporting clause); its kind is the cause a reader would name first.
"""

from mtcheck.analysis import attribution
from mtcheck.analysis.attribution import Clause
from mtcheck.analysis.marks import GUILLEMETS
from mtcheck.analysis.quotations import Quotations, Role
from mtcheck.analysis.quote_commas import comma_beside
from mtcheck.analysis.quote_style import Style, style_of
from mtcheck.analysis.regex import rx
from mtcheck.text import Span
from mtcheck.typed import NamedTuple

SURE = 2.0
"""Margin (cost of the second-best reading) from which a mark's role counts as decided."""


class QuoteRepair(NamedTuple):
    """`span` should read `new`. `sure` is False where another reading of the mark is nearly as good."""

    kind: str
    span: Span
    new: str
    sure: bool
    clause: Clause | None = None


def repairs(text: str, quotations: Quotations, soft_breaks: frozenset[int]) -> list[QuoteRepair]:
    """The repairs of all marks whose role is known, in order; missing marks are not its business."""
    style = style_of(text, quotations)
    found = []
    for role in quotations.roles:
        if role.role in ("open", "again"):
            repair = _opening(text, quotations, role, style, soft_breaks)
        elif role.role == "close":
            repair = _closing(text, quotations, role, style, soft_breaks)
        else:
            repair = None
        if repair is not None:
            found.append(repair)
    return found


def _glyph(quotations: Quotations, role: Role, style: Style) -> str:
    """The glyph that should stand here; a straight mark stays straight unless its partner is curly."""
    char = role.mark.char
    opens = role.role != "close"
    partner = quotations.roles[role.partner].mark.char if role.partner >= 0 else ""
    if not role.mark.double:
        if char == "'" and partner not in ("‘", "’") and not (role.depth and _outer_curly(quotations, role)):
            return char
        return "‘" if opens else "’"
    if (
        role.depth > 0
        and (char != '"' or _outer_curly(quotations, role))
        and not style.single_outer
        and _encloser_is_double(quotations, role)
    ):
        return "‘" if opens else "’"
    mixed = (char == '"' and partner in ("“", "”")) or (char in "“”" and partner == '"')
    if (char == '"' and partner not in ("“", "”", "„")) or (mixed and not style.curly):
        return '"'
    if char in GUILLEMETS and not style.curly:
        return '"'
    return "“" if opens else "”"


def _outer_curly(quotations: Quotations, role: Role) -> bool:
    """Whether the mark that opened the quotation around this one is a curly double."""
    return role.around >= 0 and quotations.roles[role.around].mark.char in "“”„«"


def _encloser_is_double(quotations: Quotations, role: Role) -> bool:
    return role.around >= 0 and quotations.roles[role.around].mark.double


def _kind(role: Role, glyph: str, usual: str) -> str:
    """The cause to name: a foreign glyph, a wrong direction, or what the spaces say."""
    char = role.mark.char
    if char in GUILLEMETS or char in "„‹›":
        return "guillemet-residue"
    if role.depth and role.mark.double and glyph in "‘’'":
        return "quote-nested-mismatch"
    if char != glyph:
        return (
            "quote-wrong-direction"
            if char not in "\"'" and glyph != '"'
            else "quote-nested-mismatch"
            if role.depth
            else "quote-mixed-glyphs"
        )
    return usual


def _opening(
    text: str, quotations: Quotations, role: Role, style: Style, soft_breaks: frozenset[int]
) -> QuoteRepair | None:
    """No space inside, one before unless a bracket, dash or other mark stands there."""
    at = role.mark.at
    end = at + 1
    while end < len(text) and text[end].isspace() and (text[end] != "\n" or end in soft_breaks):
        end += 1
    if _empty(text, quotations, role):
        return None
    inner = end > at + 1 and end < len(text) and text[end] != "\n"
    split = inner and "\n" in text[at + 1 : end]
    glyph = _glyph(quotations, role, style)
    fused = role.mark.left in ("word", "stop", "comma", "shut")
    new = (" " if fused else "") + glyph
    start = at
    while start and text[start - 1].isspace() and (text[start - 1] != "\n" or start - 1 in soft_breaks):
        start -= 1
    if "\n" in text[start:at]:
        new, split = " " + glyph, True
    else:
        start = at
    span = Span(start, end if inner else at + 1)
    if span.of(text) == new:
        return None
    usual = "quote-line-split" if split else "quote-open-fused" if fused else "quote-inner-space"
    return QuoteRepair(_kind(role, glyph, usual), span, new, _sure(text, quotations, role))


def _closing(
    text: str, quotations: Quotations, role: Role, style: Style, soft_breaks: frozenset[int]
) -> QuoteRepair | None:
    """No space inside, one after before a word, and the comma that a reporting clause wants."""
    at = role.mark.at
    start = at
    while start > 0 and text[start - 1].isspace() and (text[start - 1] != "\n" or start - 1 in soft_breaks):
        start -= 1
    if start == 0 or text[start - 1] == "\n":
        start = at
    if _empty(text, quotations, role):
        return None
    split = "\n" in text[start:at]
    glyph = _glyph(quotations, role, style)
    end = at + 1
    gap = end
    while gap < len(text) and text[gap].isspace() and (text[gap] != "\n" or gap in soft_breaks):
        gap += 1
    rejoined = "\n" in text[end:gap]
    fused = role.mark.right in ("lower", "upper", "digit", "open") and not rx(r"s\b|th\b").match(text, end)
    clause = attribution.clause_after(text, gap) if gap < len(text) and text[gap] != "\n" else None
    before, after = comma_beside(text, quotations, role, style, start, gap, clause, fused or rejoined)
    tight = text[gap : gap + 1] in (",", ";") or (gap > end and rx(r"[.!?:](?![\w.])").match(text, gap) is not None)
    if rejoined:
        space, end = ("" if tight else " "), gap
    elif gap > end and tight and gap < len(text):
        space, end = "", gap  # `” , he`
    else:
        space = " " if fused else ""
    if before is None:  # the full stop before the mark becomes the comma
        start -= 1
        before, after = (",", "") if style.comma_inside is not False else ("", ",")
    new = before + glyph + after + space
    if text[start:end] == new:
        return None
    if fused and role.mark.left == "space":
        usual = "quote-inner-space" if not before + after else "quote-close-fused"
    else:
        usual = (
            "quote-line-split" if split or rejoined
            else "quote-close-fused" if fused
            else "quote-inner-space" if start < at and text[start:at].isspace()
            else "attribution-comma-missing"
        )  # fmt: skip
    kind = _kind(role, glyph, usual)
    turned = start < at and fused and not before and _turned(text, start, end)
    return QuoteRepair(kind, Span(start, end), new, _sure(text, quotations, role) and not turned, clause)


def _empty(text: str, quotations: Quotations, role: Role) -> bool:
    """Whether nothing stands between the two marks: a sign that is spoken of, or a hole."""
    if role.partner < 0:
        return False
    left, right = sorted((role.mark.at, quotations.roles[role.partner].mark.at))
    return not text[left + 1 : right].strip()


def _turned(text: str, start: int, end: int) -> bool:
    """`a book called "The Heat`: a straight mark that stands as an opening one does, before a capital."""
    return text[end - 1] == '"' and text[start - 1].isalpha() and text[end : end + 1].isupper()


def _sure(text: str, quotations: Quotations, role: Role) -> bool:
    if role.missing or role.partner < 0:
        return False
    partner = quotations.roles[role.partner]
    margin = min(role.margin, partner.margin)
    if role.depth and not (role.mark.double and partner.mark.double) and _plainly_two(text, quotations, role):
        return margin >= (_SURE_CROSSED if role.mark.double else _SURE_INSIDE)
    return margin >= SURE


_SURE_INSIDE = 1.7
_SURE_CROSSED = 1.4


def _plainly_two(text: str, quotations: Quotations, role: Role) -> bool:
    """Whether two single marks inside a quotation are no apostrophes: ’the lady with the parrot’."""
    start, end = sorted((role.mark.at, quotations.roles[role.partner].mark.at))
    words = text[start + 1 : end]
    return " " in words and not rx(r"s[’']\s").search(words) and text[end - 1] != "s" and "\n" not in words
