from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_LOST = (
    "don doesn didn isn aren wasn weren couldn wouldn shouldn hasn haven hadn".split(),
    {"im": "I’m", "ive": "I’ve", "youre": "you’re", "theyre": "they’re", "weve": "we’ve", "youve": "you’ve",
     "thats": "that’s", "whats": "what’s", "theres": "there’s", "hes": "he’s", "shes": "she’s", "cant": "can’t"},
)  # fmt: skip
_WORDS = frozenset(f"{stem}t" for stem in _LOST[0]) | frozenset(_LOST[1])


@rule(
    "lost-apostrophe",
    safety=SUGGEST,
    bad=[
        "They [[dont->don’t]] know.",
        "“[[Were->We’re]] not dealing with you,” he wrote.",
        "“[[Thats->That’s]] it”, he said.",
    ],
    good=[
        "The cant of the trade. They were not there.",
        "Were not the doors locked?",
        "He’s here; we’re late. The chairman, John Ive, agreed.",
    ],
)
def lost_apostrophe(view: View) -> Iterator[Hit]:
    """A short form that lost its apostrophe: dont, thats, “Were not going”.

    Accents and apostrophes were stripped together. Only forms that are no words of their own are repaired.
    """
    text = view.text
    mark = "'" if "'" in text and "’" not in text else "’"
    for word in sorted(_WORDS & view.words):
        import re  # slow to load, and seldom asked for

        for found in re.finditer(rf"(?<![\w’'-])(?i:{word})(?![\w’'-])", text):
            given = found.group()
            if given[0].isupper() and rx(r"[A-Z]\w* $").search(text[max(found.start() - 20, 0) : found.start()]):
                continue  # `John Ive`
            if given.isupper() or (
                word in ("cant", "hes")
                and not rx(r"(?:\b(?:[Ii]|[Yy]ou|[Ww]e|[Tt]hey|[Hh]e|[Ss]he) |[“] ?)$").search(
                    text[max(found.start() - 6, 0) : found.start()]
                )
            ):
                continue
            repair = _LOST[1].get(word, f"{word[:-1]}’t").replace("’", mark)
            yield Hit(
                Span(*found.span()),
                "an apostrophe was lost",
                (repair[0].upper() + repair[1:] if given[0].isupper() else repair,),
                0.8,
            )
    if "were" in view.words:
        for found in rx(r"(?<=[“\"])Were(?= not [a-z]+ing\b)").finditer(text):
            yield Hit(Span(*found.span()), "an apostrophe was lost", (f"We{mark}re",), 0.75)
