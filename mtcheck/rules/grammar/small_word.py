from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.lexicon import known
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_WORDS = {
    "es": {
        "y": "and", "e": "and", "o": "or", "pero": "but", "con": "with", "para": "for", "según": "according to",
        "también": "also", "sin": "without", "desde": "from", "hasta": "until", "entre": "between", "sobre": "on",
        "porque": "because", "aunque": "although", "cuando": "when", "como": "as", "más": "more", "muy": "very",
        "de": "of", "del": "of the", "por": "by", "que": "that", "ya": "already", "los": "the", "las": "the",
        "el": "the",
        "ayer": "yesterday", "hoy": "today", "además": "moreover", "donde": "where", "tras": "after",
    },
    "it": {
        "e": "and", "ed": "and", "o": "or", "ma": "but", "con": "with", "per": "for", "secondo": "according to",
        "anche": "also", "senza": "without", "tra": "between", "fra": "between", "perché": "because", "quando": "when",
        "più": "more", "molto": "very", "di": "of", "del": "of the", "della": "of the", "che": "that",
        "il": "the", "gli": "the", "nel": "in the", "nella": "in the", "sulla": "on the", "ieri": "yesterday",
        "oggi": "today", "dopo": "after", "dal": "from the", "dalla": "from the", "già": "already",
    },
    "pt": {
        "e": "and", "ou": "or", "mas": "but", "com": "with", "para": "for", "segundo": "according to", "também": "also",
        "sem": "without", "entre": "between", "porque": "because", "quando": "when", "como": "as", "mais": "more",
        "muito": "very", "de": "of", "da": "of the", "dos": "of the", "das": "of the", "que": "that",
        "os": "the", "em": "in", "na": "in the", "pela": "by the", "pelo": "by the", "até": "until", "após": "after",
        "ontem": "yesterday", "hoje": "today", "uma": "a", "não": "not",
    },
    "de": {
        "und": "and", "oder": "or", "aber": "but", "mit": "with", "für": "for", "laut": "according to", "auch": "also",
        "ohne": "without", "zwischen": "between", "weil": "because", "wenn": "if", "mehr": "more", "sehr": "very",
        "von": "of", "vom": "from the", "der": "the", "das": "the", "den": "the", "dem": "the", "dass": "that",
        "im": "in the",
        "ein": "a", "eine": "a", "auf": "on", "bei": "at", "nach": "after", "zur": "to the", "zum": "to the",
        "gestern": "yesterday", "heute": "today", "nicht": "not", "über": "about", "durch": "by",
    },
    "nl": {
        "en": "and", "maar": "but", "voor": "for", "volgens": "according to", "ook": "also",
        "zonder": "without", "tussen": "between", "omdat": "because", "meer": "more", "zeer": "very",
        "van": "of", "het": "the", "een": "a", "dat": "that", "uit": "from", "naar": "to", "bij": "at", "niet": "not",
        "gisteren": "yesterday", "vandaag": "today", "tegen": "against", "na": "after", "zijn": "his", "wel": "indeed",
    },
}  # fmt: skip
"""Small words that a translator leaves, where English has no such word in that place."""
_CONTENT = frozenset("met come per do van den con sin der die dal em na del la el das".split())
"""English words or parts of names: an article or a preposition must stand on one side."""
_FUNCTION = frozenset(
    "the a an his her its their this that these those some all in on at of for from to with by and or but not"
    " was were is"
    " are has have had he she it they who which nobody everyone".split()
)


@rule(
    "small-word",
    safety=SUGGEST,
    languages=tuple(_WORDS),
    bad=[
        Example("The mayor [[y->and]] the fishermen met.", "es"),
        Example("The strike was called [[por->by]] the unions [[pero->but]] nobody came.", "es"),
        Example("The nurses [[e->and]] the doctors left.", "it"),
        Example("He resigned [[para->for]] the good of his party.", "pt"),
        Example("The minister spoke [[mit->with]] the farmers [[und->and]] the bakers.", "de"),
        Example("The council [[en->and]] the province will pay.", "nl"),
    ],
    good=[
        Example("Ludwig van Beethoven, Charles de Gaulle and Simone de la Cruz met Ortega y Gasset.", "es"),
        Example("They danced “el tango de la luna” in the Plaza de la Villa; el niño is a climate pattern.", "es"),
        Example("The prix de rome, the al dente pasta and the pane e vino were praised.", "it"),
        Example("They ate tortilla con queso in the park.", "es"),
        Example("He met the doctor and said that the price per head is high.", "nl"),
        "The mayor y the fishermen met.",
    ],
)
def small_word(view: View) -> Iterator[Hit]:
    """A small word of the source that was not translated: the mayor y the fishermen.

    Only between English words in small letters, so that names (Ortega y Gasset) and phrases that English has taken
    over (el niño, pane e vino) keep theirs.
    """
    words = _WORDS[view.source_language]
    text = view.text
    pattern = rf"(?<=[^\W\d_] )({'|'.join(words)})(?= [a-z]+)(?! (?:route|masse|suite|passant|garde|vita|se|facto)\b)"
    for found in matches(pattern, text, [f" {word} " for word in words]):
        before = rx(r"([^\W\d_]+) $").search(text[max(found.start() - 25, 0) : found.start()])
        after = rx(r" ([^\W\d_]+)").match(text, found.end())
        if (
            before is None
            or after is None
            or not _english(before.group(1), words)
            or not _english(after.group(1), words)
        ):
            continue
        word = found.group(1)
        beside = before.group(1) in _FUNCTION, after.group(1) in _FUNCTION
        if word == "van" and before.group(1) in ("a", "the", "his", "her", "this", "that"):
            continue
        plain = len(word) > 2 and word not in _CONTENT and not known(word)
        if not (plain or any(beside)) or (word in _CONTENT and not beside[1]):
            continue
        yield Hit(Span(*found.span(1)), f"“{word}” was not translated", (words[word],), 0.85)


def _english(word: str, foreign: dict[str, str]) -> bool:
    """Whether `word` is English, in small letters, and none of the language's own small words."""
    return word.islower() and word.isascii() and known(word) and (word in _FUNCTION or word not in foreign)
