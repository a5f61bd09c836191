from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.lexicon import frequency, known
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_PLAIN = 6
"""How common the whole word must be."""


@rule(
    "word-cut",
    safety=SUGGEST,
    bad=[
        "The [[counci l->council]] met in the [[hospi tal->hospital]].",
        "The mayor [[pResented->presented]] the project. He met the [[dEputy->deputy]].",
        "Yesterday, [[tThe->the]] guard left.",
    ],
    good=[
        "The iPhone, the eBook, a macOS update, the pH and the mRNA. McDonald, MacLean and DeVos met.",
        "They sang la la la and do re mi; vitamin d is good.",
        "The variable is named getName and isOpen.",
    ],
)
def word_cut(view: View) -> Iterator[Hit]:
    """A word that a tag cut in two or gave a capital inside: the hospi tal, he pResented.

    Only where no part is a word and the whole is a common one; names of software and firms, which have capitals inside,
    are no words when written small.
    """
    text = view.text
    for found in rx(r"(?<![\w’'.@/-])([a-z]{4,}) ([a-z]{1,4})(?![\w’'@/-])").finditer(text):
        first, second = found.groups()
        if known(first) or (known(second) and second not in _ENDS):
            continue
        whole = first + second
        if frequency(whole) >= _PLAIN:
            yield Hit(Span(*found.span()), "the word is cut in two", (whole,), 0.85)
    for found in rx(r"(?<![\w’'.@/-])[a-z]([A-Z])[a-z]{4,}(?![\w@/(-])").finditer(text):
        word = found.group()
        if frequency(word.lower()) >= _PLAIN and not (word[0] in "ei" and known(word[1:].lower())):
            yield Hit(Span(*found.span()), "a capital inside the word", (word.lower(),), 0.85)
    for found in rx(r"(?<=, )t(?:The|They|There|This|That)(?= [a-z])").finditer(text):
        yield Hit(Span(*found.span()), "a letter is set twice", (found.group()[1:].lower(),), 0.85)


_ENDS = frozenset("l s d t n r y e".split())
