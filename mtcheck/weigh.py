"""findings x the source -> the same findings with their evidence: surer, or withdrawn where the source speaks against.

An entry of a language pack says which source words it is a calque of. Where they stand in the very sentence that was
translated, they prove the finding; where the sentence has none of them, the English came from something else, and is
left alone. Measured on five articles with their sources: of 42 suggestions whose source words all stood there and of 6
whose did not, the five with some were right as often as the others, the one with none was wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.regex import rx
from mtcheck.analysis.witness import source_words
from mtcheck.finding import Evidence, Finding, Safety
from mtcheck.lang.packs import witnesses
from mtcheck.text import Span

_PRONOUNS = ("pronoun-gender", "it-or-we-for-person")
_CALQUES = ("attribution-verb-calque", "false-friend", "verb-complement", "preposition")
_SPACES = {0x00A0: " ", 0x202F: " "}
_NEAR = 30
"""Letters between a pronoun and a repair that says it again."""
TRUST = 0.6
"""Score of a passage from which the absence of a word says something."""
DOUBT = 0.5
"""What is left of a doubt when the source proves the finding."""


def weigh(findings: Iterable[Finding], text: str, bitext: Bitext) -> Iterator[Finding]:
    """The findings in `text` that the source does not speak against."""
    findings = tuple(findings)
    restored = [finding.span for finding in findings if finding.rule == "source-quotation"]
    decided = {finding.span for finding in findings if finding.rule == "source-pronoun"}
    said = [finding.span for finding in findings if finding.rule == "source-says"]
    turned = sorted(
        (finding.span.end, number)
        for number, finding in enumerate(findings)
        if finding.rule == "source-pronoun" and finding.suggestions
    )
    for finding in findings:
        if finding.rule in _PRONOUNS and finding.span in decided:
            continue  # said already, with the proof
        family = finding.rule.partition(":")[0]
        if family in _CALQUES and any(s.start < finding.span.end and finding.span.start < s.end for s in said):
            continue  # two repairs of one clause that do not touch: claims to have, says she has
        if finding.rule.startswith("title-translated") and _another(finding, text, bitext):
            continue  # the source names another paper
        first = bisect_left(turned, (finding.span.start - _NEAR, 0))
        last = bisect_left(turned, (finding.span.start + 1, 0))
        near = [findings[number] for number in sorted(number for _, number in turned[first:last])]
        finding = _agreed(finding, near, text)
        if finding.rule == "honorific" and finding.suggestions and (title := _title(finding, text, bitext)):
            yield _proved(finding, [title], bitext)._replace(safety=Safety.SAFE)
            continue
        if finding.rule == "quote-unbalanced" and _beside(finding.span, restored, text):
            continue  # the English alone can only guess where the mark is missing
        stems = _witnesses(bitext.language).get(finding.rule) if finding.evidence is None else None
        passages = bitext.within(finding.span) if stems else ()
        if not stems or not passages or not all(each.paired and each.score >= TRUST for each in passages):
            yield finding
            continue
        places = [_place(alternatives, passages, bitext) for alternatives in stems]
        if all(places):
            yield _proved(finding, [place for place in places if place], bitext)
        elif any(places):
            yield finding


def _another(finding: Finding, text: str, bitext: Bitext) -> bool:
    """Whether the source sentence lacks a word of the French title that is offered."""
    passages = bitext.within(finding.span)
    if not finding.suggestions or not passages or any(each.score < TRUST or not each.paired for each in passages):
        return False
    title = finding.suggestions[0].text
    if not rx(r"(?:Le|La|Les) |L[’']").match(title):
        return False
    said = {word for each in passages for word, *_ in source_words(each.source.of(bitext.source))}
    return any(word not in said for word, *_ in source_words(title) if len(word) > 3)


def _agreed(finding: Finding, turned: Sequence[Finding], text: str) -> Finding:
    """The finding with repairs that say of whom the pronoun before them is now: he says to have, she says she has.

    `turned` are the pronouns shortly before it.
    """
    for other in turned:
        gap = text[other.span.end : finding.span.start]
        if other is finding or rx(r"[.!?\n]").search(gap):
            continue
        old, new = rx(rf"(?<![\w’']){other.text.lower()}(?![\w’'])"), other.suggestions[0].text.lower()
        suggestions = tuple(
            suggestion._replace(
                edits=tuple(edit._replace(new=old.sub(new, edit.new)) for edit in suggestion.edits),
                text=old.sub(new, suggestion.text),
            )
            for suggestion in finding.suggestions
            if finding.rule not in ("source-pronoun", *_PRONOUNS)
        )
        finding = finding._replace(suggestions=suggestions) if suggestions else finding
    return finding


def _beside(span: Span, others: Sequence[Span], text: str) -> bool:
    """Whether one of `others` stands in the same paragraph as `span`."""
    return any("\n" not in text[min(span.start, other.start) : max(span.end, other.end)] for other in others)


def _title(finding: Finding, text: str, bitext: Bitext) -> Span | None:
    """Where the source has the very title and the very name that the machine left: « M. Vidal », so `M.` is no initial.

    Proof enough for a safe repair; a lawyer’s « Me » is taken out, and that stays a suggestion.
    """
    if finding.text not in ("M.", "MM.", "Mme", "Mme.", "Mlle", "Mlle."):
        return None
    name = rx(r"\s*(\S+)").match(text, finding.span.end)
    if name is None:
        return None
    said = f"{finding.text} {name.group(1).strip('.,;:!?’”')}"
    for passage in bitext.within(finding.span):
        at = passage.source.of(bitext.source).translate(_SPACES).find(said)
        if at >= 0 and passage.score >= TRUST:
            return Span(passage.source.start + at, passage.source.start + at + len(said))
    return None


@cache
def _witnesses(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    return witnesses(language)


def _place(alternatives: Sequence[str], passages: Sequence[Passage], bitext: Bitext) -> Span | None:
    """Where a source word begins with one of `alternatives`."""
    for passage in passages:
        for word, start, end in source_words(passage.source.of(bitext.source)):
            if word.startswith(tuple(alternatives)):
                return Span(passage.source.start + start, passage.source.start + end)
    return None


def _proved(finding: Finding, places: Sequence[Span], bitext: Bitext) -> Finding:
    """The finding with the source words beside it; half of the doubt is gone."""
    span = Span(min(place.start for place in places), max(place.end for place in places))
    if span.end - span.start > 60:
        span = places[0]  # the words stand too far apart to be shown as one
    suggestions = tuple(
        suggestion._replace(confidence=_surer(suggestion.confidence)) for suggestion in finding.suggestions
    )
    return finding._replace(
        confidence=_surer(finding.confidence), suggestions=suggestions, evidence=Evidence(span, span.of(bitext.source))
    )


def _surer(confidence: float) -> float:
    return round(1 - (1 - confidence) * DOUBT, 4)
