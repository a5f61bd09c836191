"""a compiled replacement x a match -> edits: inflected like the words it replaces, and nothing else touched.

A replacement is a list of words, of copies `[first, last]` of matched elements, of matched verbs in another form
`[at, at, "gerund"]`, and of inflection tables: of a verb `{"@": element, "b": base, "t": third, "p": past,
"d": participle, "g": gerund}` (element 0: the subject before the match decides), of a noun `{"@": element,
"1": singular, "2": plural}`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from mtcheck.analysis.inflect import article, inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes, frequency, known
from mtcheck.analysis.patterns import Spans
from mtcheck.analysis.tokens import WORD, Tokens
from mtcheck.text import Edit, Span
from mtcheck.typed import Any

_PERFECT = frozenset("have has had having 've be am is are was were been being 're 'm get gets got".split())
_BARE = frozenset(
    "to will would shall should can could may might must do does did don't doesn't didn't 'll let".split()
)
_PLURAL_SUBJECTS = frozenset("they we you i these those both people who".split())
_GLUED = (",", ".", ";", ":", "”", "’", ")", "?", "!")


def edits_of(put: Sequence[Any], tags: dict[str, dict[str, str]], spans: Spans, tokens: Tokens) -> tuple[Edit, ...]:
    """The edits that make `put` of a match; () where they would change nothing."""
    text = tokens.text
    start, end = tokens.starts[spans[0][0]], tokens.ends[spans[-1][1] - 1]
    edits: list[Edit] = []
    words: list[str] = []
    at = start  # everything before is settled
    for item in [*put, None]:
        if isinstance(item, str):
            words.append(item)
            continue
        if isinstance(item, dict):
            words.append(_inflected(item, tags, spans, tokens))
            continue
        copy = _copied(item, spans, tokens) if item else Span(end, end)
        if copy is None:
            continue
        if item and len(item) == 3:
            words.append(_turned(copy.of(text), item[2]))
            continue
        if copy.start < at:  # it stood before what is settled: its words are said again here
            words.append(copy.of(text))
            continue
        gap = Span(at, copy.start)
        edits += _trimmed(text, gap, _joined(words, gap.of(text), at > start, item is not None))
        words, at = [], copy.end
    edits = _capitalised(tokens, spans, edits)
    return tuple(sorted([*edits, *_articles(text, edits)]))


def _copied(item: Sequence[int], spans: Spans, tokens: Tokens) -> Span | None:
    first, last = spans[item[0] - 1][0], spans[item[1] - 1][1]
    return Span(tokens.starts[first], tokens.ends[last - 1]) if first < last else None


def _turned(verb: str, tag: str) -> str:
    """The form `tag` of the first word: `speak` -> `speaking`, `have to` -> `having to`."""
    head, space, rest = verb.partition(" ")
    readings = verb_readings(head.lower())
    # `lying` is of lie and lye, `putting` of put and putt: the commoner verb is meant
    lemma = max((lemma for lemma, _ in readings), key=frequency, default=head.lower())
    return inflect_verb(lemma, tag) + space + rest


def _joined(words: list[str], old: str, after: bool, before: bool) -> str:
    """The new words with the spaces they need between a copy before and a copy after them, as `old` had them."""
    new = ""
    for word in words:
        new += word if not new or word.startswith(_GLUED) else f" {word}"
    if not new:
        return " " if after and before else ""
    blank = not old.strip()
    head = after and not new.startswith(_GLUED) and (blank or old[0].isspace() or old[0] == ",")
    return (" " if head else "") + new + (" " if before and (blank or old[-1].isspace()) else "")


def _trimmed(text: str, span: Span, new: str) -> list[Edit]:
    """The replacement of `span` without the words that both sides share; none where nothing changes."""
    old = span.of(text)
    if old.lower() == new.lower() or (not old.strip() and not new.strip()):
        return []
    head = _shared(old, new, old.find(" ") + 1)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    if _names(new) and old[len(old) - tail :] != new[len(new) - tail :]:
        tail = 0  # `Everyone Wants to Take His Place`: the capitals of a name are its own
    if not old[head : len(old) - tail].strip() and not new[head : len(new) - tail].strip():
        tail = 0
    first = span.start + head
    return [Edit(Span(first, span.end - tail), new[head : len(new) - tail])]


def _names(new: str) -> bool:
    """Whether a replacement begins with a capital, as a name does."""
    return new.lstrip("“‘«\"' ")[:1].isupper()


def _shared(one: str, other: str, loose: int = sys.maxsize) -> int:
    """How many characters of whole words both begin with; in the first `loose` ones case does not count."""
    shared = 0
    for place, (mine, theirs) in enumerate(zip(one, other, strict=False), 1):
        if mine != theirs and (place > loose or mine.lower() != theirs.lower()):
            break
        if mine == " ":
            shared = place
    return shared


def _inflected(table: dict[str, Any], tags: dict[str, dict[str, str]], spans: Spans, tokens: Tokens) -> str:
    """The form that the matched word has, or that the subject on the left asks for."""
    if table["@"] == 0:
        return str(table["t" if _singular_subject(tokens, spans[0][0]) else "b"])
    first, last = spans[table["@"] - 1]
    if first == last:
        return str(table.get("b") or table["1"])
    known = tags[str(table["@"])]
    place = next((at for at in range(first, last) if tokens.lows[at] in known), None)
    if place is None:
        return str(table.get("b") or table["1"])
    return str(table[_reading(known[tokens.lows[place]], tokens, place)])


def _reading(tags: str, tokens: Tokens, at: int) -> str:
    """Which of several readings a form has at its place: `stood` after `have` is a participle."""
    if len(tags) == 1:
        return tags
    before = at - 1
    while before >= 0 and tokens.kinds[before] == WORD and tokens.lows[before] in _SKIPPED | {"not", "n't"}:
        before -= 1
    left = tokens.lows[before] if before >= 0 and tokens.kinds[before] == WORD else ""
    # `Given up by all, he left`; after a noun, `they exchanged by phone` is as likely
    by = not left and at + 1 < len(tokens) and tokens.lows[at + 1] == "by"
    if "b" in tags and left in _BARE:
        return "b"
    if "d" in tags and (left in _PERFECT or left == "'s" or by):
        return "d"
    return next(tag for tag in "p1bdtg2" if tag in tags)


_SKIPPED = frozenset("also already always never just still only really fully finally recently long since ever".split())


def _singular_subject(tokens: Tokens, at: int) -> bool:
    if not at:
        return True
    low = tokens.lows[at - 1]
    return not (low in _PLURAL_SUBJECTS or "s" in classes(low))


def _capitalised(tokens: Tokens, spans: Spans, edits: list[Edit]) -> list[Edit]:
    """The edits with a capital where the match began with one and its first word is new or gone."""
    text, at = tokens.text, spans[0][0]
    start = tokens.starts[at]
    if not edits or edits[0].span.start != start or not text[start].isupper():
        return edits
    foreign = "-" not in tokens.lows[at] and not known(tokens.lows[at])
    if foreign and not _opens(tokens, at) and not _named(tokens, spans[-1][1]):
        return edits  # the Landrat: a German noun’s capital is not English
    first = edits[0]
    if first.new.strip():
        new = first.new[0].upper() + first.new[1:]
        return [Edit(first.span, new), *edits[1:]]
    end = first.span.end
    following = text[end : end + 1]
    if following.islower():
        return [Edit(Span(first.span.start, end + 1), following.upper()), *edits[1:]]
    return edits


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether token `at` begins a sentence or a quotation."""
    return at == 0 or tokens.starts_sentence(at) or tokens.kinds[at - 1] != WORD


def _named(tokens: Tokens, at: int) -> bool:
    """Whether a name follows: Bürgermeister Uwe Brandt."""
    return at < len(tokens) and tokens.kinds[at] == WORD and tokens.capital(at)


def _articles(text: str, edits: list[Edit]) -> list[Edit]:
    """What happens to an `a` or `an` that stands directly before a changed word."""
    extra = []
    for edit in edits:
        start = edit.span.start
        before = text[max(start - 12, 0) : start].rstrip(" \u00a0“\"‘'«")
        word = before.rpartition(" ")[2].rpartition("\n")[2]
        bare = word.lstrip("“\"‘'«(")
        if bare.lower() not in ("a", "an") or before == text[max(start - 12, 0) : start]:
            continue
        after = edit.new.strip() or text[edit.span.end : edit.span.end + 30].lstrip()
        right = article(after)
        if right == bare.lower():
            continue
        place = max(start - 12, 0) + len(before) - len(bare)
        extra.append(Edit(Span(place, place + len(bare)), right.capitalize() if bare[0].isupper() else right))
    return extra
