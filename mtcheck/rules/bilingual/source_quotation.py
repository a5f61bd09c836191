"""Quotation marks that the source has and the translation lost."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.quoted import Quoted, quoted
from mtcheck.analysis.attribution import clause_after
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.analysis.witness import folded
from mtcheck.finding import Evidence, Hit
from mtcheck.lang import en
from mtcheck.rules import SAFE, SUGGEST, Example, rule
from mtcheck.text import Edit, Span

_DOUBLE = '“”„«»"'
_GOES_ON = r",? (?:and|but|before|while|as|then|which|who|to|for|in|from)\b[^“”«»\"\n]+$"
_LEAST = 3
"""Words of a quotation that is restored where both its marks are missing: one or two may have lost them on purpose."""
_SMALL = en.DETERMINERS | frozenset("of in on at by and or for to with from".split())
"""Words that a title writes small."""


@rule(
    "source-quotation",
    safety=SAFE,
    bad=[
        Example(
            "The mayor spoke of [[->“]]a wound that never heals[[->”]] for the whole island.",
            "fr",
            "Le maire a parlé d’« une blessure qui ne guérit jamais » pour toute l’île.",
        ),
        Example(
            "[[->“]]The island has a school of its own[[,->,”]] said the prefect.",
            "fr",
            '"L’île a sa propre école", a dit le préfet.',
        ),
        Example(
            "He speaks of “a wound[[ and wants to leave”->” and wants to leave]].",
            "fr",
            "Il parle d’« une blessure » et veut partir.",
        ),
        Example(
            "[[->“]]The island has no school”, said the mayor of the village.",
            "fr",
            "« L’île n’a pas d’école », a déclaré le maire du village.",
        ),
    ],
    good=[
        Example(
            "The mayor spoke of “a wound that never heals” for the whole island.",
            "fr",
            "Le maire a parlé d’« une blessure qui ne guérit jamais » pour toute l’île.",
        ),
        Example("The mayor spoke of a “wound”.", "fr", "Le maire a parlé d’une « blessure »."),
    ],
)
def source_quotation(view: View) -> Iterator[Hit]:
    """The source quotes these words, and the translation has no marks around them.

    The words of the source’s quotation are linked to the English ones; marks are offered only where the first and the
    last of them are found and no mark stands near. A mark that is there, of whatever direction, is left to the rules
    that read the English alone.

    A repair is safe where paragraph and source begin with the quotation and only its opening mark is gone: 18,000
    sentences of news and their human translations, without the opening mark of every quotation, got 763 of those
    back, and seven where the translation had none or had turned the sentence round.
    """
    bitext = view.bitext
    if bitext is None:
        return
    for each in quoted(bitext, view.text):
        if each.end > each.start >= 0 and _bare(view.text, each) and not _name(view.text, each, bitext.source):
            yield _restored(view, each, bitext.source)
        elif hit := _half(view, each, bitext.source) or _late(view, each, bitext.source):
            yield hit


def _half(view: View, each: Quoted, source: str) -> Hit | None:
    """One mark stands alone, and the source shows where the other one belongs."""
    lonely = {role.mark.at for role in view.quotations.roles if role.partner < 0 and role.mark.double}
    opening, closing = ("“", "”") if view.style.curly else ('"', '"')
    said, at, new = each.source.of(source), -1, ""
    if each.start >= 0 and not _marked(view.text, each.start):
        behind = _lonely_behind(lonely, each, view.text)
        at, new = (each.start, opening) if behind else (-1, "")
    elif each.end >= 0 and not _marked(view.text, each.end):
        before = {each.start - 1, each.start - 2} & lonely if each.start >= 0 else set()
        at, new = (_closing_place(view, each, source), closing) if before else (-1, "")
    if at < 0:
        return None
    edits = (Edit(Span(at, at), new),)
    span = Span(each.start, max(at, each.end)) if each.end > each.start >= 0 else Span(at, at)
    whole = new == opening and _begins(view.text, at) and _begins(source, each.source.start)
    return Hit(
        span,
        "the source shows where the other mark belongs",
        (edits,),
        0.85,
        SAFE if whole else SUGGEST,
        Evidence(each.source, said),
    )


def _late(view: View, each: Quoted, source: str) -> Hit | None:
    """The quotation begins where the source’s does and goes on too long: “a betrayal” and asks him to resign.

    Offered only where the mark stands at the end of the sentence, behind words that the source does not quote.
    """
    text = view.text
    if not each.end > each.start >= 0 or _marked(text, each.end):
        return None
    role = next((one for one in view.quotations.roles if 0 < each.start - one.mark.at <= 2 and one.mark.double), None)
    if role is None or role.partner < 0 or role.role != "open":
        return None
    closing = view.quotations.roles[role.partner].mark
    between = text[each.end : closing.at]
    after = source[each.source.end : each.source.end + 4].lstrip(' \u00a0\u202f»”"')[:1]
    if (
        not rx(r",? (?:and|but|before|while|as|then|which|who|to|for|in|from)\b[^“”«»\"\n]+$").match(between)
        or not after.isalpha()
    ):
        return None
    if closing.at <= each.end or (text[closing.at + 1 : closing.at + 2] not in (".", "", "\n") and between[-1:] != "."):
        return None
    edits = (Edit(Span(each.end, each.end), text[closing.at]), Edit(Span(closing.at, closing.at + 1), ""))
    said = each.source.of(source)
    return Hit(
        Span(each.end, closing.at + 1), "the source’s quotation ends here", (edits,), 0.85, SUGGEST,
        Evidence(each.source, said),
    )  # fmt: skip


def _begins(text: str, at: int) -> bool:
    """Whether a paragraph begins here, or with a quotation whose first word stands here."""
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(' \u00a0\u202f«“„"')


def _marked(text: str, at: int) -> bool:
    return any(mark in text[max(at - 3, 0) : at + 4] for mark in _DOUBLE)


def _lonely_behind(lonely: set[int], each: Quoted, text: str) -> bool:
    """Whether the closing mark that has no partner stands where the quotation ends, in the same paragraph."""
    if each.end >= 0:
        return not lonely.isdisjoint(range(each.end, each.end + 3))
    return any(each.start < at and "\n" not in text[each.start : at] for at in lonely)


def _closing_place(view: View, each: Quoted, source: str) -> int:
    """Behind the quotation's last word, and behind a comma or stop that belongs inside."""
    end = _before_speaker(view.text, each)
    stop = view.text[end : end + 1]
    whole = each.source.of(source)[-1:] in ".!?…"
    comma = stop == "," and view.style.comma_inside is not False and _whole(view, each)
    return end + ((whole and bool(stop) and stop in ".!?…") or comma)


def _before_speaker(text: str, each: Quoted) -> int:
    """Where the quotation ends: at the comma before `he said`, which the links may take for its last words."""
    comma = text.rfind(", ", each.start, each.end)
    clause = clause_after(text, comma + 1) if comma > each.start else None
    if clause is None or clause.kind not in ("pronoun", "verb", "noun", "auxiliary"):
        return each.end
    return comma if clause.closed or clause.kind in ("verb", "auxiliary") else each.end


def _bare(text: str, each: Quoted) -> bool:
    """Whether there is no mark at the edges or inside, enough words, and one paragraph."""
    inside = text[each.start : each.end]
    around = text[max(each.start - 3, 0) : each.end + 4]
    single = text[max(each.start - 12, 0) : each.end]  # ‘the worst’ … may begin a word or two before
    return (
        len(inside.split()) >= _LEAST
        and "\n" not in inside
        and not any(mark in around for mark in _DOUBLE)
        and not rx(r"(?<![\w.])[‘'`](?=\w)").search(single)
    )


def _name(text: str, each: Quoted, source: str) -> bool:
    """Whether the words are a title or a name: English puts those in italics, which a text file does not have."""
    inside = text[each.start : each.end]
    return (folded(inside) == folded(each.source.of(source)) and inside != inside.lower()) or all(
        word[:1].isupper() or word.lower() in _SMALL for word in inside.split()
    )


def _restored(view: View, each: Quoted, source: str) -> Hit:
    """Both marks, the closing one behind a comma or stop that belongs inside."""
    opening, closing = ("“", "”") if view.style.curly else ('"', '"')
    end = _closing_place(view, each, source)
    edits = (Edit(Span(each.start, each.start), opening), Edit(Span(end, end), closing))
    said = each.source.of(source)
    span = Span(each.start, end)
    return Hit(span, "the source quotes these words", (edits,), 0.75, SUGGEST, Evidence(each.source, said))


def _whole(view: View, each: Quoted) -> bool:
    """Whether the quotation is an utterance of its own, not a part of somebody’s sentence."""
    return view.text[each.start].isupper()
