"""text -> which line breaks are real: hard-wrapped prose, quotations cut over several lines; what goes with a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.analysis import attribution
from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.regex import rx
from mtcheck.text import Span


def unwrapped(text: str) -> str:
    """`text` with the line breaks of hard-wrapped paragraphs as spaces; every offset stays the same.

    A text counts as wrapped where most single line breaks fall inside a sentence and lines are of
    the usual width.
    """
    singles = [m.start() for m in rx(r"(?<=[^\n])\n(?=[^\n])").finditer(text)]
    if len(singles) < 3:
        return text
    inside = sum(text[at + 1].islower() or (text[at - 1].isalnum() and len(_line(text, at)) > 45) for at in singles)
    width = max(len(line) for line in text.split("\n"))
    if inside < 0.6 * len(singles) or width > 130:
        return text
    flat = list(text)
    for at in singles:
        if len(_line(text, at)) >= 30 and not rx(r"[ \t]*(?:[-*•]|\d+\.) ").match(text[at + 1 : at + 12]):
            flat[at] = " "
    return "".join(flat)


def _line(text: str, end: int) -> str:
    return text[start_of(text, end, "\n") : end]


_FIRST_BREAK = r"\n(?:(?<=\S\n)|(?<=\S[^\S\n]\n)|(?<=\S[^\S\n]{2}\n))"
"""The break after words, with no space, one or two (a hard break in Markdown) before it."""


def split_quotations(text: str) -> frozenset[int]:
    """Offsets of the line breaks that cut a quotation from its marks or its attribution."""
    if "\n" not in text:
        return frozenset()
    found: set[int] = set()

    def note(start: int, end: int) -> None:
        found.update(at for at in range(start, end) if text[at] == "\n")

    for lone in rx(r"(?m)^[ \t]*([“„«\"])[ \t]*(\n\s*)(?=\S)").finditer(text):
        note(*lone.span(2))
    for led in rx(r"(?<=[:,a-z] )[“„«\"][ \t]*(\n\s*)(?=[^\n“”«»\"]{1,300}\n\s*[”»\"])").finditer(text):
        note(*led.span(1))
    for lone in rx(rf"({_FIRST_BREAK}\s*)[”»“\"][ \t]*(?=[,.:;!?)\n]|\Z)").finditer(text):
        before = text[max(lone.start() - 40, 0) : lone.start()].rstrip()
        if before and before[-1] not in "“„«":
            note(*lone.span(1))
    for closing in rx(rf"({_FIRST_BREAK}\s*)[”»](?= [a-zA-Z])").finditer(text):
        last = rx(r"[“”«»](?:[ \t]*(\n))?[^“”«»]*$").search(text, max(closing.start() - 400, 0), closing.start())
        lower = text[closing.end() + 1].islower()
        if last is not None and last.group()[0] in "“«" and (lower or last.group(1)):  # `“\na disaster\n” for the town`
            note(*closing.span(1))
    for cut in rx(r"[”»“\"][ \t]*(\n\s*)(?=([,.](?:\s|\Z))|[a-z])").finditer(text):
        if cut.group(2) or _attributes(text, cut.end(1)):
            note(*cut.span(1))
    for apart in rx(r"(?<=[a-z,])(\n\s*)[“«\"][^\n]{1,200}?[”»“\"](\n\s*)(?=[a-z])").finditer(text):
        note(*apart.span(1))
        note(*apart.span(2))
    for led in rx(r"(?<=[:a-z,])(\n\s*)[“„«\"][ \t]*\n").finditer(text):
        note(*led.span(1))
    return frozenset(found)


def _attributes(text: str, at: int) -> bool:
    clause = attribution.clause_after(text, at)
    return clause is not None and clause.kind in ("pronoun", "verb", "noun") and clause.closed


def whole_lines(lines: Sequence[Span], gone: Sequence[bool]) -> Iterator[Span]:
    """Each run of lines that are `gone`, with the blank space that must go with it; none where no line would be left.

    The blank space is that after the run, or before it at the end of the text.
    """
    if all(gone):  # a text of nothing else is somebody's page of furniture, not an article
        return
    first = 0
    for at, going in enumerate((*gone, False)):
        if going:
            continue
        if at > first:
            after = at < len(lines)
            start = lines[first].start if after or not first else lines[first - 1].end
            yield Span(start, lines[at].start if after else lines[at - 1].end)
        first = at + 1
