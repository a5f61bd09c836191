"""roles of quotation marks -> how each should stand, and why it does not.

Every mark gets at most one repair, which covers all that is wrong around it (direction, spaces,
the comma of a reporting clause); its kind is the cause a reader would name first.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from mtcheck.analysis import attribution
from mtcheck.analysis.attribution import Clause
from mtcheck.analysis.marks import GUILLEMETS, STOPS
from mtcheck.analysis.quotations import Quotations, Role
from mtcheck.analysis.regex import rx
from mtcheck.lang import en
from mtcheck.text import Span

SURE = 2.0
"""Margin (cost of the second-best reading) from which a mark's role counts as decided."""


@dataclass(frozen=True, slots=True)
class Style:
    """How this document writes quotations, read off its sound ones."""

    curly: bool
    comma_inside: bool | None
    """None where the document shows no comma beside a closing mark."""
    single_outer: bool


@dataclass(frozen=True, slots=True)
class QuoteRepair:
    """`span` should read `new`. `sure` is False where another reading of the mark is nearly as good."""

    kind: str
    span: Span
    new: str
    sure: bool
    clause: Clause | None = None


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
    if role.depth > 0 and char != '"' and not style.single_outer and _encloser_is_double(quotations, role):
        return "‘" if opens else "’"
    if char == '"' and partner not in ("“", "”", "„"):
        return char
    if char in GUILLEMETS and not style.curly:
        return '"'
    return "“" if opens else "”"


def _outer_curly(quotations: Quotations, role: Role) -> bool:
    """Whether the mark that opened the quotation around this one is a curly double."""
    index = quotations.roles.index(role)
    around = (
        other for other in reversed(quotations.roles[:index]) if other.role in ("open", "again") and not other.depth
    )
    return next((other.mark.char in "“”„«" for other in around), False)


def _encloser_is_double(quotations: Quotations, role: Role) -> bool:
    index = quotations.roles.index(role)
    opener = index if role.role != "close" else role.partner
    before = range(opener - 1, -1, -1)
    return next((quotations.roles[i].mark.double for i in before if quotations.roles[i].role == "open"), False)


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
            if char not in "\"'"
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
    inner = end > at + 1 and end < len(text) and text[end] != "\n"
    split = inner and "\n" in text[at + 1 : end]
    glyph = _glyph(quotations, role, style)
    fused = role.mark.left in ("word", "stop", "comma", "shut")
    if fused and role.mark.left == "comma" and text[at - 1] == ":" and at > 1 and text[at - 2].isdigit():
        fused = True
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
    return QuoteRepair(_kind(role, glyph, usual), span, new, _sure(quotations, role))


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
    split = "\n" in text[start:at]
    glyph = _glyph(quotations, role, style)
    end = at + 1
    gap = end
    while gap < len(text) and text[gap].isspace() and (text[gap] != "\n" or gap in soft_breaks):
        gap += 1
    rejoined = "\n" in text[end:gap]
    fused = role.mark.right in ("lower", "upper", "digit", "open") and not rx(r"s\b|th\b").match(text, end)
    clause = attribution.clause_after(text, gap) if gap < len(text) and text[gap] not in "\n" else None
    before, after = _comma(text, quotations, role, style, start, gap, clause, fused or rejoined)
    tight = text[gap : gap + 1] in (",", ";") or (text[gap : gap + 1] in (".", "!", "?", ":") and gap > end)
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
    return QuoteRepair(kind, Span(start, end), new, _sure(quotations, role), clause)


def _sure(quotations: Quotations, role: Role) -> bool:
    if role.margin < SURE or role.missing or role.partner < 0:
        return False
    return quotations.roles[role.partner].margin >= SURE


def _comma(
    text: str,
    quotations: Quotations,
    role: Role,
    style: Style,
    start: int,
    gap: int,
    clause: Clause | None,
    fused: bool,
) -> tuple[str | None, str]:
    """What to put before and after the closing mark; None before: the full stop there gives way to a comma."""
    none = ("", "")
    last = text[start - 1] if start else ""
    if role.depth or text[gap : gap + 1] in (",", ".", ";", ":", "?", "!", ""):
        return none
    whole = _starts_utterance(text, quotations, role)
    if not fused and not _plainly_attributed(text, quotations, role, clause, whole):
        return none
    wanted = _comma_wanted(text, quotations, role, clause, whole)
    if not wanted or last in ",!?…;:—–" or text[max(start - 3, 0) : start] in ("...", ". ."):
        return none
    # without evidence: American when the sentence was torn apart, else beside the mark that stands
    inside = fused or role.mark.char == '"' if style.comma_inside is None else style.comma_inside
    place = (",", "") if inside else ("", ",")
    if last in "’'\"”‘“" and start > 1 and text[start - 2] in ",.!?…":
        return none
    if last == ".":
        if not whole or clause is None or clause.kind == "according" or (text[gap].isupper() and clause.kind == "verb"):
            return none
        if clause.kind == "noun" and text[gap].isupper():
            return none  # a new sentence: `.” The mayor said it would reopen.`
        return None, ","
    return place


def _plainly_attributed(text: str, quotations: Quotations, role: Role, clause: Clause | None, whole: bool) -> bool:
    """With the space in place, a comma is put only where nothing but an attribution can follow."""
    if clause is None or not whole or text[role.mark.at - 1] == "." or role.partner < 0:
        return False
    if _words_inside(text, quotations, role) < 4:
        return clause.kind == "pronoun" and clause.closed and _words_inside(text, quotations, role) >= 3
    gap = role.mark.at + 1
    return (
        clause.kind in ("pronoun", "verb", "noun", "auxiliary")
        and clause.closed
        and not text[gap:].lstrip()[:1].isupper()
    ) or (clause.kind == "noun" and clause.closed)


def _comma_wanted(text: str, quotations: Quotations, role: Role, clause: Clause | None, whole: bool) -> bool:
    """Whether a comma belongs between this quotation and the words after it."""
    if clause is None:
        return _parenthesis(text, quotations, role)
    if clause.kind in ("pronoun", "residue"):
        return True
    if clause.kind == "according":
        return True
    if clause.kind == "participle":
        return clause.verb in _DISCOURSE
    if whole:
        return not _title_like(text, quotations, role)
    return clause.kind in ("verb", "auxiliary") and clause.closed


_DISCOURSE = en.REPORTING_GERUND - frozenset("calling reading letting posting wishing singing going advancing".split())


def _words_inside(text: str, quotations: Quotations, role: Role) -> int:
    if role.partner < 0:
        return 99
    return len(text[quotations.roles[role.partner].mark.at : role.mark.at].split())


def _title_like(text: str, quotations: Quotations, role: Role) -> bool:
    """`“Le Monde”announced the sale`: up to four capitalised words can be a subject."""
    if role.partner < 0:
        return False
    words = text[quotations.roles[role.partner].mark.at + 1 : role.mark.at].split()
    small = en.HEADLINE_SMALL | {"de", "du", "des", "la", "le", "les"}
    return (
        0 < len(words) <= 4
        and words[-1][-1] not in STOPS + ","
        and all(word[0].isupper() or word.lower() in small for word in words)
        and (len(words) > 1 or len(words[0]) > 1)
        and sum(word[0].isupper() for word in words) > (len(words) > 1)
    )


def _starts_utterance(text: str, quotations: Quotations, role: Role) -> bool:
    """Whether the quotation begins a sentence, or follows a colon or an attribution."""
    if role.partner < 0:
        return True
    opener = quotations.roles[role.partner]
    if opener.role == "again":
        return True
    before = text[: opener.mark.at].rstrip(" \t\u00a0\u202f([")
    if not before or before[-1] in '\n.!?…:”»"“—–':
        return True
    return text[opener.mark.at + 1 : role.mark.at].lstrip()[:1].isupper() and before[-1] == ","


def _parenthesis(text: str, quotations: Quotations, role: Role) -> bool:
    """`The refuge, “full since Friday”refused …`: the comma before the quotation wants its twin."""
    if role.partner < 0:
        return False
    opener = quotations.roles[role.partner].mark.at
    before = rx(r"(?:^|[.!?”\n]\s*)((?:[A-Z][\w’'-]*)(?: [\w’'-]+){0,5}), $").search(
        text[max(opener - 120, 0) : opener]
    )
    if before is None:
        return False
    words = [word.lower() for word in before.group(1).split()]
    if words[0] in ("he", "she", "it", "they", "we", "i", "in", "on", "at", "for", "with", "after", "before", "since"):
        return False
    from mtcheck.analysis.inflect import verb_readings

    follows = rx(r"[a-z]+").match(text, role.mark.at + 1)
    if follows is None:
        return False
    return any(tag in ("past", "third") for _, tag in verb_readings(follows.group())) or follows.group() in (
        "is", "was", "has", "had", "are", "were", "will", "would",
    )  # fmt: skip
