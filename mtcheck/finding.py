"""The nouns between stages: Hit (a rule speaks), Finding (placed and named), Suggestion (one repair)."""

from __future__ import annotations

from mtcheck.text import Edit, Span
from mtcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import ClassVar


class Safety(int):
    """What a rule's author claims of its repairs; a higher value is a stronger claim.

    A number with a name, as an `enum.IntEnum`, which takes as long to load as three rules.
    """

    FLAG: ClassVar[Safety]
    """No repair is offered."""
    SUGGEST: ClassVar[Safety]
    """Written only when asked for (`--suggested`)."""
    SAFE: ClassVar[Safety]
    """Written by `--write`. Earned: at least 0.99 precision on the measured cases."""

    def __new__(cls, claim: int) -> Safety:
        """The one claim of this value. Raises ValueError for a number that is none."""
        if claim not in _CLAIMS:
            raise ValueError(f"{claim!r} is no claim of safety")
        return _CLAIMS[claim]

    @property
    def label(self) -> str:
        return _LABELS[self]

    @classmethod
    def called(cls, label: str) -> Safety:
        """The claim that is called `flag`, `suggest` or `safe`. Raises ValueError for any other name."""
        return cls(_LABELS.index(label))

    def __repr__(self) -> str:
        return f"Safety.{self.label.upper()}"


_LABELS = ("flag", "suggest", "safe")
_CLAIMS: dict[int, Safety] = {value: int.__new__(Safety, value) for value in range(len(_LABELS))}
Safety.FLAG, Safety.SUGGEST, Safety.SAFE = _CLAIMS.values()


class Suggestion(NamedTuple):
    """One way to repair a finding. Its edits (plain-text offsets) go in together or not at all."""

    edits: tuple[Edit, ...]
    confidence: float
    span: Span
    """What the repair replaces as a whole: the hull of its edits."""
    text: str
    """What stands there afterwards."""

    def shifted(self, by: int) -> Suggestion:
        """The same suggestion in a text that has `by` characters more before it."""
        edits = tuple(Edit(edit.span.shifted(by), edit.new) for edit in self.edits)
        return self._replace(edits=edits, span=self.span.shifted(by))


class Evidence(NamedTuple):
    """The words of the source text that prove a finding (offsets in the source text)."""

    span: Span
    text: str


class Hit(NamedTuple):
    """What a rule yields: something is wrong at `span`; each of `repairs` could stand there instead.

    A repair is the new text for the span, or a tuple of edits where the places lie apart.
    `safety` can lower the rule's claim for this place, never raise it.
    """

    span: Span
    message: str
    repairs: tuple[str | tuple[Edit, ...], ...] = ()
    confidence: float = 0.9
    safety: Safety = Safety.SAFE
    evidence: Evidence | None = None
    entry: str = ""
    """Which entry of a language pack speaks; the finding's rule is then `family:entry`."""


class Finding(NamedTuple):
    """A hit with its rule's name, placed in a document, with its suggestions best first."""

    rule: str
    safety: Safety
    confidence: float
    message: str
    span: Span
    text: str
    suggestions: tuple[Suggestion, ...] = ()
    evidence: Evidence | None = None

    @property
    def order(self) -> tuple[int, int, str]:
        """Where it stands among the findings of a text."""
        return (self.span.start, self.span.end, self.rule)

    def shifted(self, by: int) -> Finding:
        """The same finding in a text that has `by` characters more before it."""
        if not by:
            return self
        suggestions = tuple(suggestion.shifted(by) for suggestion in self.suggestions)
        return self._replace(span=self.span.shifted(by), suggestions=suggestions)


def finding_of(hit: Hit, rule: str, ceiling: Safety, text: str) -> Finding:
    """Places a rule's hit: its repairs become suggestions with minimal edits, its safety is capped."""
    suggestions = tuple(
        suggestion
        for rank, repair in enumerate(hit.repairs)
        if (suggestion := _suggestion(repair, hit, rank, text)) is not None
    )
    safety = min(ceiling, hit.safety) if suggestions else Safety.FLAG
    rule = f"{rule}:{hit.entry}" if hit.entry else rule
    return Finding(rule, safety, hit.confidence, hit.message, hit.span, hit.span.of(text), suggestions, hit.evidence)


def _suggestion(repair: str | tuple[Edit, ...], hit: Hit, rank: int, text: str) -> Suggestion | None:
    """A suggestion whose edits are minimal; None for a repair that changes nothing."""
    edits = (Edit(hit.span, repair),) if isinstance(repair, str) else repair
    edits = tuple(sorted(e for e in (edit.minimised(text) for edit in edits) if e.span.of(text) != e.new))
    if not edits:
        return None
    # later readings of the same place are each a little less likely than the one before
    return suggestion_of(edits, hit.span, round(hit.confidence * 0.8**rank, 4), text)


def suggestion_of(edits: tuple[Edit, ...], span: Span, confidence: float, text: str) -> Suggestion:
    """The repair that makes `edits`, at least one, in order and apart, of a finding at `span`."""
    start = min(span.start, edits[0].span.start)
    end = max(span.end, max(edit.span.end for edit in edits))
    parts: list[str] = []
    at = start
    for edit in edits:
        parts += text[at : edit.span.start], edit.new
        at = edit.span.end
    parts.append(text[at:end])
    return Suggestion(edits, confidence, Span(start, end), "".join(parts))
