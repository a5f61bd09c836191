"""findings -> fingerprints that stay what they are when the text around moves.

A fingerprint is made of the rule, the words of the sentence, how many of them stand before the mark, and the marked
text. Position, punctuation, quotation marks, capitals and line breaks do not count, so that it outlives lines that
moved, other sentences that were translated again, and typographic repairs in the same sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from mtcheck.analysis.layout import unwrapped
from mtcheck.analysis.sentences import sentences
from mtcheck.finding import Finding
from mtcheck.text import Span

_WORD = re.compile(r"[^\W_]+")


class Sentences:
    """The sentences of a plain text, to look up which of them a place is in."""

    def __init__(self, text: str):
        self.text = unwrapped(text)
        self.spans = sentences(self.text, "en")
        self._starts = [span.start for span in self.spans]

    def at(self, span: Span) -> Span:
        """The sentence that `span` starts in, up to the end of the one that it ends in; without white space around."""
        if not self.spans:
            return Span(0, 0)
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = max(bisect_right(self._starts, max(span.end - 1, span.start)) - 1, first)
        start, end = self.spans[first].start, self.spans[last].end
        whole = self.text[start:end]
        return Span(start + len(whole) - len(whole.lstrip()), end - len(whole) + len(whole.rstrip()))


def fingerprint(finding: Finding, around: Sentences) -> str:
    """16 hexadecimal digits. Equal sentences with equal findings have equal fingerprints."""
    sentence = around.at(finding.span)
    text = around.text
    words = [found.group().casefold() for found in _WORD.finditer(text, sentence.start, sentence.end)]
    before = sum(1 for _ in _WORD.finditer(text, sentence.start, max(finding.span.start, sentence.start)))
    marked = " ".join(finding.text.split())
    parts = (finding.rule, " ".join(words), str(before), marked)
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def fingerprints(text: str, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The fingerprint of each of `findings`, which were found in the plain `text`."""
    around = Sentences(text)
    return tuple(fingerprint(finding, around) for finding in findings)


def occurrences(prints: Iterable[str]) -> tuple[int, ...]:
    """Which of its equals each fingerprint is, from 1, in the order given."""
    seen: Counter[str] = Counter()
    numbers = []
    for one in prints:
        seen[one] += 1
        numbers.append(seen[one])
    return tuple(numbers)
