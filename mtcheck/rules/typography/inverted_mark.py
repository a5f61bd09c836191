from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.lexicon import frequency, known
from mtcheck.analysis.nearby import end_of
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span

_TURNED = {"¿": "?", "¡": "!"}


@rule(
    "inverted-mark",
    safety=SAFE,
    triggers=("¿", "¡"),
    bad=[
        "[[¿->]]What will happen to the harbour?",
        "“[[¡->]]We have won the cup!” shouted the goalkeeper.",
        "[[¿who->Who]] will pay for the roof?",
        "If it rains, [[¿->]]where will the dancers go?",
        "He asked:[[¿-> ]]Why now?",
        "[[¡¿->]]How could they?!",
        "What happened to the goat[[¿->?]]",
    ],
    good=[
        "What will happen to the harbour?",
        "A fair in A¡ba.",
        "The slogan read “¿Dónde están los barcos?” in red paint.",
        "The song ¡Ay, Carmela! was sung.",
        "Spanish has the marks ¿ and ¡ before a question.",
    ],
)
def inverted_mark(view: View) -> Iterator[Hit]:
    """A Spanish question or exclamation mark at the beginning of English: ¿What will happen?

    English has the mark at the end alone. Spanish that was left as it is keeps both.
    """
    text = view.text
    for found in rx(r"[¿¡]+[ \u00a0]?").finditer(text):
        start, end = found.span()
        after = rx(r"[^\W\d_]").match(text, end)
        if after is None:
            turned = start and text[start - 1].isalnum() and (end == len(text) or text[end] in ' \n”"')
            if turned and found.group().strip() in _TURNED and _english(text[max(start - 80, 0) : start]):
                yield Hit(Span(start, start + 1), "the mark is upside down", (_TURNED[text[start]],), 0.93)
            continue
        if start and text[start - 1].isalpha():
            continue  # mojibake: MÃ¡laga
        if found.group()[-1].isspace() and text[start - 1 : start] == " ":
            continue  # the mark itself is spoken of
        first = rx(r"[^\W\d_]+").match(text, end)
        word = first.group() if first else ""
        if len(word) == 1 and word not in ("I", "A", "a", "i"):
            continue  # a sign of another encoding: `¡K the work`
        safety = SAFE if known(word.lower()) else SUGGEST
        if not _english(text[end : end_of(text, end, "?", "!", "\n", "”")]):
            continue
        opens = not start or text[start - 1] in '\n“"«‘—' or rx(r"[.!?] $").search(text[max(start - 2, 0) : start])
        gap = " " if start and text[start - 1] in ":,;.?!" else ""
        if opens and text[end].islower():
            yield Hit(
                Span(start, end + 1), "English has no mark before a question", (gap + text[end].upper(),), 0.97, safety
            )
        else:
            yield Hit(Span(start, end), "English has no mark before a question", (gap,), 0.98, safety)


def _english(words: str) -> bool:
    """Whether most of these words are English, so that the mark is all that is left of the Spanish."""
    found = rx(r"[^\W\d_]+").findall(words)
    small = [word for word in found if word.islower()] or [word for word in found if frequency(word.lower()) > 12]
    return bool(small) and sum(known(word) and word.isascii() for word in map(str.lower, small)) * 4 >= len(small) * 3
