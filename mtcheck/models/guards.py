"""a sentence and what a model made of it -> the edits that may be suggested, and why the others may not.

Numbers, names, negation, quotation marks and addresses stay as they are unless the source proves the new ones; the
meaning stays near the original and no farther from the source; what comes is English; a rewritten sentence is
dropped whole. The rules' own verdict on what is left is asked in `propose`, which can run them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from mtcheck.align.encoder import StaticEncoder, embedded
from mtcheck.analysis.lexicon import known
from mtcheck.models.kinds import content, kind_of, lower, numbers, plain_words, same_stem, words_of
from mtcheck.models.sentence import Sentence
from mtcheck.models.words import QUOTES, URL, WORD, Change, changed_share, changes, groups
from mtcheck.text import Edit, splice

REWRITTEN = 0.4
"""Share of a sentence's words that may change; beyond, a model has said something else."""
LONGEST = 4
"""Words that one edit may add more than it takes."""
GROWTH = (0.7, 1.4)
"""What the whole sentence may shrink or grow to."""
ALIKE = 0.8
"""Least cosine of the repaired sentence with the original (the embedded encoder)."""
NEAR = 0.25
"""Least cosine of content words with those in their place; an inflected form is alike in any case."""
SOURCE_LOSS = 0.01
"""How much farther from the source a repair may take the sentence (cosine): the noise of a changed article."""
SOURCE_GAIN = 0.01
"""How much nearer it has to come for the source to prove other content words."""

NEGATIONS = frozenset(
    "no not never none nobody nothing nowhere neither nor without cannot hardly scarcely barely unless except".split()
)
_NO_NAMES = frozenset({"i", "i'm", "i've", "i'd", "i'll"})


class Passed(NamedTuple):
    """Edits that go in together, with offsets in the sentence."""

    edits: tuple[Edit, ...]
    kind: str
    """What sort of change it is: a key of the calibration."""
    old: str
    new: str


Guard = Callable[[Sentence, tuple[Change, ...]], bool]
"""Whether the change is to be dropped."""


def judge(sentence: Sentence, answer: str) -> tuple[list[Passed], Counter[str]]:
    """The edits of `answer` that pass every guard, and how many fell to each."""
    dropped: Counter[str] = Counter()
    found = changes(sentence.text, answer)
    if not answer.strip():
        return [], Counter({"empty answer": 1})
    if found and changed_share(sentence.text, found) > REWRITTEN:
        return [], Counter({"rewritten sentence": 1})
    passed = []
    for group in groups(found):
        reason = next((name for name, falls in GUARDS.items() if falls(sentence, group)), "")
        if reason:
            dropped[reason] += 1
        else:
            passed.append(_passed(group))
    if passed and not _still_the_sentence(sentence, passed):
        dropped["rewritten sentence"] += 1
        passed = []
    return passed, dropped


def _passed(group: tuple[Change, ...]) -> Passed:
    old, new = words_of(group)
    return Passed(tuple(change.edit for change in group), kind_of(group), " ".join(old), " ".join(new))


def _number_proved(group: Sequence[Change]) -> bool:
    old, new = (numbers(" ".join(side)) for side in words_of(group))
    return old != new


def _number_changed(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    old, new = (numbers(" ".join(side)) for side in words_of(group))
    there = numbers(sentence.source)
    return old != new and not (new - old and (new - old) <= there and not (old - new) & there)


def _name_changed(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    """A capitalised word comes or goes. A case change (`french` -> `French`) is none."""
    old, new = words_of(group)
    at_start = min(change.edit.span.start for change in group) <= len(sentence.text) - len(sentence.text.lstrip('“"‘ '))
    lost = Counter(w for w in lower(_named(old, at_start))) - Counter(lower(new))
    came = Counter(w for w in lower(_named(new, at_start))) - Counter(lower(old))
    if not lost and not came:
        return False
    source = set(lower(re.findall(WORD, sentence.source)))
    return not (came and set(came) <= source and not set(lost) & source)


def _named(words: Sequence[str], at_start: bool) -> list[str]:
    """The capitalised words; the first of a sentence is one only where it is no common word."""
    return [
        word
        for at, word in enumerate(words)
        if word[:1].isupper()
        and word.lower().replace("’", "'") not in _NO_NAMES
        and not (at_start and at == 0 and known(word.lower()))
    ]


def _negation_changed(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    old, new = (sum(_negative(word) for word in lower(side)) for side in words_of(group))
    return old != new or any(
        word.removeprefix(prefix) in lower(words_of(group)[1 - side])
        for side in (0, 1)
        for word in lower(words_of(group)[side])
        for prefix in ("un", "in", "im", "dis", "non", "non-", "ir", "il")
        if word.startswith(prefix) and len(word) - len(prefix) > 2
    )


def _negative(word: str) -> bool:
    return word in NEGATIONS or word.endswith("n't")


def _quotation_changed(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    """A mark is touched, or words move from one side of a mark to the other."""
    if any(word in QUOTES or word == "'" for side in words_of(group) for word in side):
        return True
    start, end = group[0].edit.span.start, group[-1].edit.span.end
    return len(group) > 1 and not QUOTES.isdisjoint(re.sub(r"(?<=\w)[’'](?=\w)", "", sentence.text[start:end]))


def _address_changed(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    return any(re.match(URL, word) or "@" in word for side in words_of(group) for word in side)


def _too_much_added(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    old, new = words_of(group)
    return len(new) - len(old) > LONGEST


def _lost(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    """Content words go and none comes: a model shortens what it does not follow. A doubled word may go."""
    old, new = (content(side) for side in words_of(group))
    if not old or new:
        return False
    rest = Counter(lower(re.findall(WORD, splice(sentence.text, [change.edit for change in group]))))
    return any(not rest[word] for word in old)


def _added(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    old, new = (content(side) for side in words_of(group))
    return bool(new) and not old and not _nearer_source(sentence, group)


def _not_english(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    """A word comes that is no common English word, and stands neither in the original nor in the source."""
    there = set(lower(re.findall(WORD, f"{sentence.text} {sentence.source}")))
    new = words_of(group)[1]
    return any(not word.isascii() or not _common(word) for word in plain_words(new) if word not in there) or any(
        not word.isascii() and word not in there for word in lower(new) if word not in "’“”–—…"
    )


def _common(word: str) -> bool:
    parts = [part for part in re.split(r"[-']", word) if part not in ("s", "t", "d", "ll", "re", "ve", "m", "")]
    return known(word) or (bool(parts) and all(known(part) or known(part + "t") for part in parts))


def _other_meaning(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    if kind_of(group) in ("mark", "case", "spelling", "form") or _number_proved(group):
        return False  # not another word, or one that the guards before this have weighed
    old, new = (content(side) for side in words_of(group))
    if old and new and not same_stem(old, new) and cosine(" ".join(old), " ".join(new)) < NEAR:
        return not _nearer_source(sentence, group)
    return cosine(sentence.text, _after(sentence, group)) < ALIKE


def _farther(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    return bool(sentence.source) and _gain(sentence, group) < -SOURCE_LOSS


def _nearer_source(sentence: Sentence, group: tuple[Change, ...]) -> bool:
    return bool(sentence.source) and _gain(sentence, group) >= SOURCE_GAIN


def _gain(sentence: Sentence, group: Sequence[Change]) -> float:
    return cosine(sentence.source, _after(sentence, group)) - cosine(sentence.source, sentence.text)


def _after(sentence: Sentence, group: Sequence[Change]) -> str:
    return splice(sentence.text, [change.edit for change in group])


def cosine(one: str, two: str) -> float:
    """How near two texts are by the embedded encoder, from -1 to 1; 0 where one has no words."""
    encoder: StaticEncoder = embedded()
    first, second = encoder.encode([one, two])
    value: Any = first @ second
    return float(value)


def _still_the_sentence(sentence: Sentence, passed: Sequence[Passed]) -> bool:
    """All edits together: near enough to the original, and about as long."""
    after = splice(sentence.text, [edit for one in passed for edit in one.edits])
    least, most = GROWTH
    if not least <= (len(after) + 10) / (len(sentence.text) + 10) <= most:
        return False
    if sentence.source:
        gain = cosine(sentence.source, after) - cosine(sentence.source, sentence.text)
        if not -SOURCE_LOSS <= gain < SOURCE_GAIN:
            return gain > 0  # what the source proves may take the sentence far from what it was
    return cosine(sentence.text, after) >= ALIKE


GUARDS: dict[str, Guard] = {
    "number changed": _number_changed,
    "name changed": _name_changed,
    "negation changed": _negation_changed,
    "quotation mark changed": _quotation_changed,
    "address changed": _address_changed,
    "too much added": _too_much_added,
    "content words lost": _lost,
    "content words added": _added,
    "not English": _not_english,
    "other meaning": _other_meaning,
    "farther from the source": _farther,
}
