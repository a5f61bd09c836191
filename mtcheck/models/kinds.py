"""a change of words -> what sort of change it is, and what it does to numbers: what the guards go by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from mtcheck.analysis.lexicon import classes, known
from mtcheck.models.words import NUMBER, WORD, Change

FUNCTION = tuple("DPICM")
"""Word classes that carry grammar rather than meaning (`lexicon.classes`)."""
NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions trillion dozen dozens half double twice thrice third quarter second first "
    "fourth fifth sixth seventh eighth ninth tenth".split()
)
"""Words that say how many; some also say other things, and are guarded all the same."""


def words_of(group: Sequence[Change]) -> tuple[list[str], list[str]]:
    """(all tokens that go, all that come)."""
    return [w for change in group for w in change.old], [w for change in group for w in change.new]


def lower(words: Sequence[str]) -> list[str]:
    """In small letters, with straight apostrophes."""
    return [word.lower().replace("’", "'") for word in words]


def plain_words(words: Sequence[str]) -> list[str]:
    """The words among tokens, in small letters."""
    return [word for word in lower(words) if re.fullmatch(WORD, word)]


def is_content(word: str) -> bool:
    """Whether a word (lower case) carries meaning of its own, rather than grammar."""
    return classes(word)[:1] not in FUNCTION


def content(words: Sequence[str]) -> list[str]:
    """The content words among tokens, in small letters."""
    return [word for word in plain_words(words) if is_content(word)]


def kind_of(group: Sequence[Change]) -> str:
    """mark, case, spelling, form, function, words, moved: what sort of change it is, for its confidence."""
    old, new = (plain_words(side) for side in words_of(group))
    if sorted(old) == sorted(new):
        if len(group) > 1:
            return "moved"
        return "case" if words_of(group)[0] != words_of(group)[1] and old else "mark"
    if "".join(old) == "".join(new):
        return "spelling"
    if any(not known(word.replace("'", "’")) and not known(word) for word in old) and len(old) <= 2:
        return "spelling" if same_stem(old, new) or _misspelt(old, new) else "words"
    if not content(old) and not content(new):
        return "function"
    return "form" if same_stem(content(old), content(new)) else "words"


def same_stem(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether each word is another form of one on the other side: `go`/`goes`, `decided`/`deciding`."""
    if not old or not new:
        return not old and not new
    return all(any(_alike(word, other) for other in new) for word in old) and all(
        any(_alike(word, other) for other in old) for word in new
    )


def _misspelt(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether most letters of both stand in the same order: `recieved`, `received`."""
    return SequenceMatcher(None, "".join(old), "".join(new), autojunk=False).ratio() >= 0.8


def _alike(one: str, two: str) -> bool:
    shared = 0
    while shared < min(len(one), len(two)) and one[shared] == two[shared]:
        shared += 1
    return one == two or (shared >= 3 and shared >= 0.6 * max(len(one), len(two)))


def numbers(text: str) -> Counter[str]:
    """Numbers as digits alone, and number words: 1,500 and 1 500 are the same."""
    joined = re.sub(r"(?<=\d)[\s\u00a0\u202f.,](?=\d{3}\b)", "", text)
    digits = (re.sub(r"\D", ".", found) for found in re.findall(NUMBER, joined))
    return Counter(digits) + Counter(word for word in lower(re.findall(WORD, text)) if word in NUMBER_WORDS)
