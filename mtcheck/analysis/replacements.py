"""a compiled replacement x a match -> edits: inflected like the words it replaces, and nothing else touched.

A replacement is a list of words, of copies `[first, last]` of matched elements, of matched verbs in another form
`[at, at, "gerund"]`, and of inflection tables: of a verb `{"@": element, "b": base, "t": third, "p": past,
"d": participle, "g": gerund}` (element 0: the subject before the match decides), of a noun `{"@": element,
"1": singular, "2": plural}`, of one that has a single number with `"m": "mass"` or `"plural"`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from mtcheck.analysis.edges import articles, capitalised, one_capital
from mtcheck.analysis.inflect import article, inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes, frequency
from mtcheck.analysis.patterns import Spans
from mtcheck.analysis.tokens import WORD, Tokens
from mtcheck.lang.auxiliaries import BEING
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
        if item and words and words[-1] in ("a", "an"):
            words[-1] = article(copy.of(text))
        gap = Span(at, copy.start)
        edits += _trimmed(text, gap, _joined(words, gap.of(text), at > start, item is not None))
        words, at = [], copy.end
    if not one_capital(text, start, edits, tokens.starts_sentence(spans[0][0])):
        edits = capitalised(tokens, spans, edits)
    around = _around(put, tags, spans, tokens) if edits else []
    if any(edit.span.end == start and edit.span.of(text)[0].isupper() for edit in around):  # the `A` before it goes
        edits = [edits[0]._replace(new=edits[0].new[:1].upper() + edits[0].new[1:]), *edits[1:]]
    adjusted = [edit for edit in articles(text, edits) if not any(edit.span.touches(other.span) for other in around)]
    return tuple(sorted([*edits, *around, *adjusted]))


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
        return _agreeing(table, tokens, spans[0][0])
    first, last = spans[table["@"] - 1]
    if first == last:
        return str(table.get("b") or table["1"])
    known = tags[str(table["@"])]
    if "b" in table and first + 1 == last and tokens.lows[first] not in known:
        known = {tokens.lows[first]: _tags_of(tokens.lows[first])}
    place = _place(known, tokens, first, last)
    if place is None or not known[tokens.lows[place]]:
        return str(table.get("b") or table["1"])
    tag = _reading(known[tokens.lows[place]], tokens, place)
    if table.get("m") == "mass" and tag == "2" and not _counted(tokens, spans[0][0]):
        tag = "1"
    if table.get("t", "").split(" ")[0] == "is":
        return f"{_form_of_be(tag, tokens, place)} {table['b'].partition(' ')[2]}".rstrip()
    return str(table[tag])


def _agreeing(table: dict[str, Any], tokens: Tokens, at: int) -> str:
    """The form of `be@left` that the subject before token `at` asks for, in the tense of a verb that stands there."""
    left = tokens.lows[at - 1] if at else ""
    if table["t"].split(" ")[0] != "is":
        return str(table["t" if _singular_subject(tokens, at) else "b"])
    tags = {tag for _, tag in verb_readings(tokens.lows[at].removesuffix("n't"))}
    if "base" in tags and left in _BARE:
        return "be" + str(table["t"]).removeprefix("is")
    for tag, letter, needs in (("gerund", "g", True), ("participle", "d", left in _PERFECT and left not in BEING)):
        if tag in tags and needs:
            return str(table[letter])
    single = _singular_subject(tokens, at)
    if "past" in tags and "base" not in tags:
        return str(table["p"]) if single or left == "i" else "were" + str(table["p"]).removeprefix("was")
    if left == "i":
        return "am" + str(table["t"]).removeprefix("is")
    return str(table["t" if single else "b"])


def _tags_of(low: str) -> str:
    """What a verb can be that a class of words let in: `was` of `({be}|<fall>)`."""
    if low in ("was", "were"):
        return "p"
    tags = {"base": "b", "third": "t", "past": "p", "participle": "d", "gerund": "g"}
    return "".join(sorted({tags[tag] for _, tag in verb_readings(low) if tag in tags}))


def _form_of_be(reading: str, tokens: Tokens, at: int) -> str:
    """The form of `be` that stands for another verb in its place: they point -> are, they pointed -> were."""
    before = _word_before(tokens, at)
    left = tokens.lows[before] if before >= 0 else ""
    if reading == "b":
        return "be" if left in _BARE else "am" if left == "i" else "are"
    if reading == "p" and left in ("have", "has", "had", "'ve"):
        return "been"
    if reading == "p":
        return "was" if left == "i" or _singular_subject(tokens, before + 1) else "were"
    return {"t": "is", "d": "been", "g": "being"}[reading]


def _word_before(tokens: Tokens, at: int) -> int:
    """The place of the word on the left of a verb, adverbs and `not` left aside; -1 where there is none."""
    before = at - 1
    while before >= 0 and tokens.kinds[before] == WORD and tokens.lows[before] in _SKIPPED | {"not", "n't"}:
        before -= 1
    return before if before >= 0 and tokens.kinds[before] == WORD else -1


def _place(known: dict[str, str], tokens: Tokens, first: int, last: int) -> int | None:
    """Which token of a range says the form; None where none does."""
    places = [at for at in range(first, last) if tokens.lows[at] in known]
    # of `night boxes` and `boxes of night` the plural counts, wherever it stands
    return next((at for at in places if known[tokens.lows[at]] == "2"), places[0] if places else None)


def _counted(tokens: Tokens, at: int) -> bool:
    from mtcheck.analysis.counted import many

    return many(tokens, at)


def _around(put: Sequence[Any], tags: dict[str, dict[str, str]], spans: Spans, tokens: Tokens) -> list[Edit]:
    """What a noun that has one number only asks of the words around the match."""
    table = next((item for item in put if isinstance(item, dict) and "m" in item), None)
    if table is None:
        return []
    from mtcheck.analysis.counted import agreeing, many

    known = tags[str(table["@"])]
    place = _place(known, tokens, *spans[table["@"] - 1])
    tag = _reading(known[tokens.lows[place]], tokens, place) if place is not None else None
    plural = table["m"] == "plural"
    if plural and tag == "2":
        return []
    first, last = spans[0][0], spans[-1][1]
    if tag == "2" and table["1"] != table["2"] and many(tokens, first):
        return []  # two acts of violence
    return agreeing(tokens, first, last, plural)


def _reading(tags: str, tokens: Tokens, at: int) -> str:
    """Which of several readings a form has at its place: `stood` after `have` is a participle."""
    if len(tags) == 1:
        return tags
    before = _word_before(tokens, at)
    left = tokens.lows[before] if before >= 0 else ""
    if tags == "12":  # two barracks
        return "2" if _counted(tokens, at) or tokens.lows[at + 1 : at + 2] in (("are",), ("were",), ("have",)) else "1"
    # `Given up by all, he left`; after a noun, `they exchanged by phone` is as likely
    by = not left and at + 1 < len(tokens) and tokens.lows[at + 1] == "by"
    if "b" in tags and left in _BARE:
        return "b"
    if "d" in tags and (left in _PERFECT or left == "'s" or by):
        return "d"
    return next(tag for tag in "p1bdtg2" if tag in tags)


_SKIPPED = frozenset(
    "also already always never just still only really fully finally recently long since ever now soon again".split()
)


def _singular_subject(tokens: Tokens, at: int) -> bool:
    if not at:
        return True
    low = tokens.lows[at - 1]
    return not (low in _PLURAL_SUBJECTS or "s" in classes(low))
