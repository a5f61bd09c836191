"""an entry's hit x the source beside it -> what proves it there, or None.

An entry with a `witness` speaks only where its source words stand in the aligned passage, and words of `beside` where
it has any. It is silent where another source word explains the English (`alibi`), where the passage already has the
right words as often as the source has its own (then something else was translated here), and where the repair would
say the word beside it twice.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mtcheck.analysis.view import View
from mtcheck.analysis.witness import WORD, all_places, fits, folded, source_words
from mtcheck.finding import Evidence, Hit
from mtcheck.text import Span
from mtcheck.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mtcheck.analysis.packs import Linked

_TOPIC = 3
"""Different words of a topic that a text about it has at least."""
_NEXT = 40
"""Characters beside a repair in which the next word is looked for."""
_SHORTEST = 4
"""Letters of a word that tells something: `by`, `due` and `of` stand everywhere."""


def attested(conditions: dict[str, Any], view: View, hit: Hit, linked: Linked | None = None) -> Evidence | None:
    """The source words beside a hit that prove it, by the `witness`, the `beside` and the `alibi` of its entry.

    Where the entry wants its very words `linked`, those count that the hit translates, as `linked` says; else all.
    """
    bitext = view.bitext
    if bitext is None or not _about(bitext.source, tuple(conditions.get("topic", ()))):
        return None
    if _repaired(hit, view.text):
        return None
    for passage in bitext.within(hit.span):
        words = source_words(passage.source.of(bitext.source))
        places = all_places(conditions["witness"], words)
        if not places or all_places(conditions.get("alibi", ()), words):
            continue
        if "beside" in conditions and not all_places(conditions["beside"], words):
            continue
        target, span = passage.target, hit.span
        rest = view.text[target.start : span.start] + " " + view.text[max(span.end, target.start) : target.end]
        if conditions.get("linked") and linked is not None:
            known = {place: linked(passage, span, *place) for place in places}
            places = [place for place in places if known[place] is not False]
            proved = [place for place in places if known[place]]
            if not proved and _said(hit, rest) >= len(places):
                continue
            places = proved or places
        elif _said(hit, rest) >= len(places):
            continue
        first, last = places[0]
        there = Span(passage.source.start + words[first][1], passage.source.start + words[last - 1][2])
        return Evidence(there, there.of(bitext.source))
    return None


def _repaired(hit: Hit, text: str) -> bool:
    """Whether the repair only adds words that stand there, or says one of them twice.

    `transfer` in “the transfer window” is no `mercato`, and “locker rooms” do not become “dressing room rooms”.
    """
    for edit in (edit for repair in hit.repairs[:1] if not isinstance(repair, str) for edit in repair):
        old, new, start, end = edit.span.of(text), edit.new, *edit.span
        if not new.strip():
            continue
        before, after = text[max(start - _NEXT, 0) : start].split()[-1:], text[end : end + _NEXT].split()[:1]
        if " " in new.strip() and _doubled(new.split(), before, after):
            return True
        if not old:
            if text.startswith(new, end) or text.endswith(new, 0, start):
                return True
        elif old in new and old != new:
            added, _, more = new.partition(old)
            if text.endswith(added, 0, start) and text.startswith(more, end):
                return True
    return False


def _doubled(new: list[str], before: list[str], after: list[str]) -> bool:
    """Whether the word before or after a repair of several words is its first or last one again, in any number."""
    return any(
        there.lower().rstrip(".,;:!?s") == own.lower().rstrip("s")
        for there, own in (*((word, new[0]) for word in before), *((word, new[-1]) for word in after))
    )


@lru_cache(maxsize=64)
def _about(source: str, topic: tuple[str, ...]) -> bool:
    """Whether the source has enough different words of a topic."""
    if not topic:
        return True
    words = {folded(word) for word in _words(source)}
    return sum(any(fits(stem, word) for word in words) for stem in topic) >= _TOPIC


@lru_cache(maxsize=2)
def _words(source: str) -> frozenset[str]:
    return frozenset(WORD.findall(source))


def _said(hit: Hit, rest: str) -> int:
    """How often `rest`, which is the passage without the hit, has all words of one of its repairs, in any form."""
    often = 0
    for repair in hit.repairs:
        new = repair if isinstance(repair, str) else " ".join(edit.new for edit in repair)
        words = [word for word in new.split() if len(word) >= _SHORTEST and word.isalpha()]
        often = max(often, min((_times(word, rest) for word in words), default=0))
    return often


def _times(word: str, rest: str) -> int:
    forms = re.escape(word[:-3]) + r"\w{0,5}" if len(word) > 6 else re.escape(word) + "(?:e?[sdn]|ing)?"
    return len(re.findall(rf"\b{forms}\b", rest, re.IGNORECASE))
