"""a view x a family of the language packs -> hits: where an entry's words stand and its conditions hold.

`docs/packs.md` describes entries. Only the words that change are edited; `a` or `an` before them follows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from mtcheck.analysis.marks import hidden, masked
from mtcheck.analysis.patterns import Element, Spans, ending, found, walk
from mtcheck.analysis.replacements import edits_of
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit, Safety
from mtcheck.lang.packs import Entry, Pack, Said, load, word_list
from mtcheck.text import Edit, Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from mtcheck.analysis.bitext import Passage

    Linked = Callable[[Passage, Span, int, int], bool | None]
    """(passage, span in the target, number of a first source word, after the last) -> whether the span translates
    them: True where it is linked to one of them, False where it or they belong elsewhere, None where nothing is
    known."""

_AROUND = 200
"""Words before and after a match that say what the text is about there."""

_SHORT = 45
"""A text of fewer words seldom has three words of its subject."""

_ALIKE = 4
"""Letters that two forms of a word have in common."""

_SAFETY = {"safe": Safety.SAFE, "suggest": Safety.SUGGEST, "flag": Safety.FLAG}


def hits(view: View, family: str, linked: Linked | None = None) -> Iterator[Hit]:
    """What the family's entries say of a text, in order; of overlapping hits the surest and longest stays.

    `linked` says which source words a hit translates, for entries whose very words must be linked.
    """
    tokens = tokens_of(view.text)
    packs = [pack for language in (view.source_language, "any") if (pack := load(language)) is not None]
    candidates = [
        (pack.entry(number), anchors) for pack in packs for number, anchors in _wanted(pack, tokens).get(family, ())
    ]
    spoken = _spoken(view, tokens, candidates, linked)
    return _unexplained(view.text, spoken) if family in _GLOSSED else spoken


_GLOSSED = frozenset(("untranslated", "institution-calque"))
"""Families whose words a writer may mean: then the text says what they are."""


def _unexplained(text: str, hits: Iterable[Hit]) -> Iterator[Hit]:
    for hit in hits:
        from mtcheck.analysis.explained import explained  # most texts have no such hit

        if not explained(text, hit.span):
            yield hit


@lru_cache(maxsize=8)
def _wanted(pack: Pack, tokens: Tokens) -> dict[str, list[tuple[int, list[str]]]]:
    """Which entries of each family a text can have: looked up once for all families."""
    return pack.wanted(tokens.places.keys())


def spoken_by(view: View, pack: Pack) -> Iterator[Hit]:
    """What all entries of a pack say of a text, in the same way."""
    tokens = tokens_of(view.text)
    wanted = _wanted(pack, tokens).values()
    return _spoken(view, tokens, [(pack.entry(number), anchors) for entries in wanted for number, anchors in entries])


def _spoken(
    view: View, tokens: Tokens, candidates: Iterable[tuple[Entry, Sequence[str]]], linked: Linked | None = None
) -> Iterator[Hit]:
    spoken: list[tuple[float, int, Hit]] = []
    for entry, anchors in candidates:
        for spans in matches(entry, anchors, tokens):
            witness, _ = entry.place
            if witness and view.bitext is None:
                break
            length = spans[-1][1] - spans[0][0]
            hit = hit_of(entry.said, spans, tokens)
            if witness:
                from mtcheck.analysis.attested import attested

                evidence = attested(entry.said.conditions, view, hit, linked)
                if evidence is None:
                    continue
                hit = hit._replace(evidence=evidence)
            spoken.append((-entry.said.confidence, -length, hit))
    kept: list[Hit] = []
    places: list[Span] = []
    holes = masked(view.text) if spoken else []  # a word in an address is no word
    for _, _, hit in sorted(spoken, key=lambda item: (item[0], item[1], item[2].span, item[2].entry)):
        at = bisect_left(places, hit.span)
        near = kept[max(at - 2, 0) : at + 2]  # those that are kept lie apart
        if not hidden(holes, *hit.span) and not any(hit.span.touches(other.span) for other in near):
            kept.insert(at, hit)
            places.insert(at, hit.span)
    yield from kept


def matches(entry: Entry, anchors: Sequence[str], tokens: Tokens) -> Iterator[Spans]:
    """Where an entry's pattern and conditions hold, from left to right, without overlaps."""
    starts = _starts(entry, anchors, tokens)
    if not starts:
        return
    _, find = entry.place
    free = 0
    for start in sorted(starts):
        if start < free:
            continue
        for spans in walk(find, tokens, start):
            if spans[-1][1] > start and _holds(entry, spans, tokens):
                yield spans
                free = spans[-1][1]
                break


def _starts(entry: Entry, anchors: Sequence[str], tokens: Tokens) -> Collection[int]:
    """Where a match can begin: all the words are there of which it needs one. At most places they are not."""
    lows, (low, high) = tokens.lows, entry.reach
    found: Collection[int] = [at - low for word in anchors for at in tokens.places[word] if at >= low]
    if high > low:
        found = {at - more for at in found for more in range(high - low + 1) if at >= more}
    for words, first, end in entry.windows():
        if not found:
            break
        if isinstance(words, str):
            found = [start for start in found if _one_of(words, lows[start + first : start + end])]
        else:
            found = [start for start in found if not words.isdisjoint(lows[start + first : start + end])]
    return found


def _one_of(words: str, lows: Iterable[str]) -> bool:
    for low in lows:  # noqa: SIM110 - a generator takes twice as long, and every entry asks
        if f" {low} " in words:
            return True
    return False


def _holds(entry: Entry, spans: Spans, tokens: Tokens) -> bool:
    first, last = spans[0][0], spans[-1][1]
    conditions = entry.said.conditions
    if not conditions:
        return True
    for name, wanted in conditions.items():
        if name in _LATER:
            continue
        if name == "quoted":
            if wanted != tokens.quoted[first]:
                return False
        elif name == "about":
            if not any(_about(subject, tokens, first, last) for subject in wanted):
                return False
        else:
            test, positive = _TESTS[name]
            if any(test(pattern, tokens, first, last) for pattern in wanted) != positive:
                if name in _TOPICAL and any(
                    _about(each, tokens, first, last) for each in conditions.get("or_about", ())
                ):
                    continue
                return False
    return True


def _about(subject: str, tokens: Tokens, first: int, last: int) -> bool:
    """Whether the text around a match is about a subject: three words of its list stand there, in a short text two.

    Words that begin alike (actor, actors) count once, and those of the match itself do not count.
    """
    words = word_list(subject)
    left = tokens.lows[max(first - _AROUND, 0) : first]
    right = tokens.lows[last : last + _AROUND]
    said = {low[:_ALIKE] for low in (*words.intersection(left), *words.intersection(right))}
    return len(said) >= (2 if len(left) + len(right) < _SHORT else 3)


def _in_sentence(pattern: Sequence[Element], tokens: Tokens, first: int, last: int) -> bool:
    return found(pattern, tokens, *tokens.sentence(first, last))


def _in_text(pattern: Sequence[Element], tokens: Tokens, first: int, last: int) -> bool:
    if len(pattern) == 1 and pattern[0][0] == "w":
        return not tokens.places.keys().isdisjoint(pattern[0][1])
    said = tokens.topics.get(id(pattern))
    if said is None:  # asked again for every place where the entry could speak
        said = tokens.topics[id(pattern)] = pattern, found(pattern, tokens, 0, len(tokens))
    return said[1]


def _comes_before(pattern: Sequence[Element], tokens: Tokens, first: int, last: int) -> bool:
    return ending(pattern, tokens, first)


def _comes_after(pattern: Sequence[Element], tokens: Tokens, first: int, last: int) -> bool:
    return next(walk(pattern, tokens, last), None) is not None


_LATER = frozenset(("witness", "beside", "alibi", "linked", "topic", "or_about"))
"""Conditions that are asked of the source when the rest holds, or in place of another."""

_TOPICAL = frozenset(("needs", "in_text"))
"""Conditions whose words say what a text is about: `or_about` does as well."""

_Test = Callable[[Sequence[Element], Tokens, int, int], bool]
_TESTS: dict[str, tuple[_Test, bool]] = {
    "needs": (_in_sentence, True),
    "unless": (_in_sentence, False),
    "in_text": (_in_text, True),
    "not_in_text": (_in_text, False),
    "after": (_comes_before, True),
    "not_after": (_comes_before, False),
    "before": (_comes_after, True),
    "not_before": (_comes_after, False),
}


def hit_of(entry: Said, spans: Spans, tokens: Tokens) -> Hit:
    """The hit of a match: its span is what the first repair changes, or what the entry marks."""
    repairs = tuple(edits for put in entry.puts if (edits := edits_of(put, entry.tags, spans, tokens)))
    if repairs:
        span = _words_around(repairs[0], tokens, spans)
    else:
        first, last = entry.mark or (1, len(spans))
        span = Span(tokens.starts[spans[first - 1][0]], tokens.ends[spans[last - 1][1] - 1])
    safety = _SAFETY[entry.safety]
    return Hit(span, entry.why, repairs, entry.confidence, safety, entry=entry.name)


def _words_around(edits: tuple[Edit, ...], tokens: Tokens, spans: Spans) -> Span:
    """From the first to the last changed character, widened to whole words."""
    start, end = edits[0].span.start, edits[-1].span.end
    for at in range(max(spans[0][0] - 2, 0), min(spans[-1][1] + 1, len(tokens))):
        if tokens.starts[at] < start < tokens.ends[at]:
            start = tokens.starts[at]
        if tokens.starts[at] < end < tokens.ends[at]:
            end = tokens.ends[at]
    return Span(start, end)
