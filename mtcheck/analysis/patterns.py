"""compiled word pattern x tokens -> where it matches, with what each element covered.

A pattern is a tuple of elements as `lang/compile.py` writes them:

    ["w", word...]     one of these words        ["X", Word]    this word in this case
    ["l", name]        a word of a shared list   ["c", class]   a word of a class, see CLASSES
    ["g", low, high]   that many words, as few as will do
    ["?", element]     the element or nothing    ["a", [element...]...]   one of these sequences

Backtracking is bounded: no element repeats without a bound, and gaps hold a few words at most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from mtcheck.analysis.anchors import Anchor, anchor_of
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.tokens import BREAK, MARK, NUMBER, WORD, Tokens
from mtcheck.lang import packs
from mtcheck.lang.auxiliaries import BEING, DO, HAVE, MODALS
from mtcheck.typed import Any

Element = Sequence[Any]
Spans = tuple[tuple[int, int], ...]
"""For each element of a pattern the half-open range of tokens it covered; empty for an absent option."""

_OPEN, _CLOSE = frozenset('“«„‘"'), frozenset("”»’\"'")
_NAME_LINKS = frozenset("de du des la le von van der den da di d'".split())
_SUBJECTS = frozenset("i you he she it we they who".split())
_PRONOUNS = _SUBJECTS | frozenset("me him her us them".split())
_POSSESSIVES = frozenset("my your his her its our their".split())
_BE = BEING | frozenset("am being 's 're 'm isn't aren't wasn't weren't".split())
_HAVE = HAVE | frozenset("having 've haven't hasn't hadn't".split())
_MODAL = MODALS | frozenset("'ll 'd won't wouldn't can't couldn't shouldn't mustn't".split())
_DO = DO | frozenset("don't doesn't didn't".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())


def marks_of(low: str) -> str:
    """Class letters; of a hyphenated word, those of its last part."""
    return classes(low) or (classes(low.rpartition("-")[2]) if "-" in low else "")


def _letter(letter: str) -> Callable[[Tokens, int], bool]:
    return lambda tokens, at: tokens.kinds[at] == WORD and letter in marks_of(tokens.lows[at])


def _member(words: frozenset[str]) -> Callable[[Tokens, int], bool]:
    return lambda tokens, at: tokens.lows[at] in words


def _capital(tokens: Tokens, at: int) -> bool:
    """A capitalised word that is a name: not a sentence's first word unless English has no such word."""
    if tokens.kinds[at] != WORD or not tokens.capital(at) or tokens.lows[at] in _FINITE:
        return False
    return not classes(tokens.lows[at]) or not (
        tokens.starts_sentence(at) or tokens.lows[at] in _DAYS or set(classes(tokens.lows[at])) & set("DPIC")
    )


_FINITE = frozenset("has had have was were is are does did".split())
"""These are nobody's name, whatever capital they were given."""


def _number(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == NUMBER or "U" in classes(tokens.lows[at])


def _noun(tokens: Tokens, at: int) -> bool:
    low = tokens.lows[at]
    return tokens.kinds[at] == WORD and ("N" in marks_of(low) or (not classes(low) and low.isalpha() and len(low) > 2))


def _determiner(tokens: Tokens, at: int) -> bool:
    return tokens.lows[at] in _POSSESSIVES or "D" in classes(tokens.lows[at])


def _verb_form(tag: str) -> Callable[[Tokens, int], bool]:
    def check(tokens: Tokens, at: int) -> bool:
        from mtcheck.analysis.inflect import verb_readings

        return "V" in classes(tokens.lows[at]) and any(t == tag for _, t in verb_readings(tokens.lows[at]))

    return check


def _reporting(tokens: Tokens, at: int) -> bool:
    from mtcheck.lang.en import REPORTING_FINITE

    return tokens.lows[at] in REPORTING_FINITE


def _year(tokens: Tokens, at: int) -> bool:
    low = tokens.lows[at]
    return tokens.kinds[at] == NUMBER and len(low) == 4 and low[:2] in ("18", "19", "20")


CLASSES: dict[str, Callable[[Tokens, int], bool]] = {
    "word": lambda tokens, at: tokens.kinds[at] == WORD,
    "lower": lambda tokens, at: tokens.kinds[at] == WORD and not tokens.capital(at),
    "det": _determiner,
    "poss": lambda tokens, at: tokens.lows[at] in _POSSESSIVES or tokens.lows[at] == "'s",
    "pron": _member(_PRONOUNS),
    "subj": _member(_SUBJECTS),
    "noun": _noun,
    "plural": _letter("s"),
    "adj": _letter("J"),
    "adv": _letter("R"),
    "verb": _letter("V"),
    "prep": _letter("I"),
    "conj": _letter("C"),
    "base": _letter("b"),
    "past": _verb_form("past"),
    "participle": _verb_form("participle"),
    "gerund": _verb_form("gerund"),
    "third": _verb_form("third"),
    "be": _member(_BE),
    "have": _member(_HAVE),
    "modal": _member(_MODAL),
    "aux": _member(_BE | _HAVE | _MODAL | _DO),
    "not": _member(frozenset("not never no n't".split())),
    "num": _number,
    "year": _year,
    "day": _member(_DAYS),
    "month": _member(_MONTHS),
    "reporting": _reporting,
    "capital": _capital,
    "elided": lambda tokens, at: tokens.lows[at][:2] in ("d'", "l'"),
    "mark": lambda tokens, at: tokens.kinds[at] == MARK,
    "question": _member(frozenset("?")),
    "q": lambda tokens, at: tokens.lows[at] in _OPEN or tokens.lows[at] in _CLOSE,
    "open": lambda tokens, at: tokens.lows[at] in _OPEN,
    "close": lambda tokens, at: tokens.lows[at] in _CLOSE,
}
"""Classes of one token. `start`, `end`, `clause`, `name` and `np` cover none or several: see `_ends_of_class`."""

_ELASTIC = ("c", "g", "?", "a")
"""Elements that may cover nothing, and so match at the end of a text."""


@cache
def _list(name: str) -> frozenset[str]:
    return packs.word_list(name)


def _name_ends(tokens: Tokens, at: int) -> list[int]:
    """Where a name that starts at `at` can end, longest first: Ana Belmonte, Charles de Gaulle, J.-P. Morel."""
    if at >= len(tokens) or not _capital(tokens, at):
        return []
    ends, place = [at + 1], at + 1
    while place < len(tokens) and place < at + 5:
        if _capital(tokens, place):
            ends.append(place + 1)
        elif tokens.lows[place] not in _NAME_LINKS:
            break
        place += 1
    return ends[::-1]


def _np_ends(tokens: Tokens, at: int) -> list[int]:
    """Where a plain noun phrase that starts at `at` can end, longest first: the two former ministers."""
    place, ends = at, []
    if place < len(tokens) and _determiner(tokens, place):
        place += 1
    while place < len(tokens) and place < at + 7 and tokens.kinds[place] in (WORD, NUMBER):
        letters = marks_of(tokens.lows[place])
        if _noun(tokens, place) or _capital(tokens, place):
            ends.append(place + 1)
        elif not (set(letters) & set("JU") or tokens.kinds[place] == NUMBER or tokens.lows[place] == "'s"):
            break
        place += 1
    return ends[::-1]


def _ends_of_class(name: str, tokens: Tokens, at: int) -> list[int]:
    if name == "start":
        return [at] if at < len(tokens) and tokens.starts_sentence(at) else []
    if name == "clause":
        opens = at == 0 or tokens.kinds[at - 1] in (MARK, BREAK) or "C" in classes(tokens.lows[at - 1])
        return [at] if opens else []
    if name == "end":
        after = at >= len(tokens) or tokens.kinds[at] in (MARK, BREAK)
        return [at] if after else []
    if name == "name":
        return _name_ends(tokens, at)
    if name == "np":
        return _np_ends(tokens, at)
    return []  # a class of one token, behind the last


def _ends(element: Element, tokens: Tokens, at: int) -> Iterator[int]:
    """Where `element`, which can cover more or less than one token, can end if it starts at `at`, best first."""
    kind = element[0]
    if kind == "c":
        yield from _ends_of_class(element[1], tokens, at)
    elif kind == "g":
        place = at
        for count in range(element[2] + 1):
            if count >= element[1]:
                yield place
            if place >= len(tokens.lows) or tokens.kinds[place] not in (WORD, NUMBER):
                break
            place += 1
    elif kind == "?":
        for spans in walk(element[1:2], tokens, at):
            yield spans[-1][1]
        yield at
    else:
        for sequence in element[1:]:
            for spans in walk(sequence, tokens, at):
                yield spans[-1][1]


def _covers(element: Element, tokens: Tokens, at: int) -> bool | None:
    """Whether `element` covers token `at`; None for one that may cover more or less than one token."""
    kind = element[0]
    if kind == "w":
        return bool(tokens.lows[at] in element[1])
    if kind == "X":
        return bool(tokens.surface(at) == element[1])
    if kind == "l":
        return tokens.lows[at] in _list(element[1])
    if kind == "c" and element[1] in CLASSES:
        return CLASSES[element[1]](tokens, at)
    return None


def walk(pattern: Sequence[Element], tokens: Tokens, at: int) -> Iterator[Spans]:
    """The ways in which `pattern` matches from token `at` on."""
    size = len(tokens.lows)
    before: list[tuple[int, int]] = []
    for place, element in enumerate(pattern):  # most patterns fail at their first words: no search before these fit
        covers = _covers(element, tokens, at) if at < size else None if element[0] in _ELASTIC else False
        if covers is None:
            for end in _ends(element, tokens, at):
                for rest in walk(pattern[place + 1 :], tokens, end):
                    yield (*before, (at, end), *rest)
            return
        if not covers:
            return
        before.append((at, at + 1))
        at += 1
    yield tuple(before)


def found(pattern: Sequence[Element], tokens: Tokens, first: int, last: int) -> bool:
    """Whether `pattern` matches somewhere inside the token range."""
    return any(
        spans[-1][1] <= last for at in _starts(pattern, tokens, first, last) for spans in walk(pattern, tokens, at)
    )


def _starts(pattern: Sequence[Element], tokens: Tokens, first: int, last: int) -> Iterable[int]:
    """Where in the range a match may begin: near the words that it must contain, everywhere if there are none."""
    anchor = _anchor(pattern)
    if anchor is None:
        return range(first, last)
    words, low, high = anchor
    if last - first < len(words) * 8:
        at = [place for place, word in enumerate(tokens.lows[first:last], first) if word in words]
    else:
        at = [place for word in words for place in _between(tokens.places.get(word, ()), first, last)]
    if high == low:
        return [place - low for place in sorted(at) if place - low >= first]
    return sorted({place - back for place in at for back in range(low, high + 1) if place - back >= first})


def _between(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    return places[bisect_left(places, first) : bisect_left(places, last)] if places else places


_anchors: dict[int, tuple[Sequence[Element], Anchor | None]] = {}
"""The anchors of conditions by their identity: entries are kept for good, and a list has no hash."""


def _anchor(pattern: Sequence[Element]) -> Anchor | None:
    known = _anchors.get(id(pattern))
    if known is None or known[0] is not pattern:
        known = _anchors[id(pattern)] = pattern, anchor_of(pattern, len)
    return known[1]


def ending(pattern: Sequence[Element], tokens: Tokens, at: int, reach: int = 8) -> bool:
    """Whether `pattern` matches so that it ends exactly before token `at`."""
    return any(
        spans[-1][1] == at for start in range(max(at - reach, 0), at + 1) for spans in walk(pattern, tokens, start)
    )
