from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import DETERMINERS, is_name, noun_phrase
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.lang.human import COLLECTIVE
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_AUXILIARIES = AUXILIARIES | {"'s", "n't"}


@rule(
    "repeated-subject",
    safety=SUGGEST,
    triggers=(", him,", ", her,", ", them,", ", they,", ", he,", ", she,", ", it,", "quant à ", "as for "),
    bad=[
        "Vauclair[[, him,->]] does not hide his anger.",
        "The unions[[, them,->]] are calling for a strike.",
        "The residents, [[they->meanwhile]], are waiting for the water to go down.",
        "The captain, [[quant à him->meanwhile]], did not speak.",
        "The winegrowers of the valley, [[as for them->meanwhile]], fear the frost.",
        "The company[[, it,->]] says nothing. The jury, [[him->for its part]], said it was impressed.",
    ],
    good=[
        "He saw the mayor, her, and the baker. I told him, her, them and you.",
        "The teachers, they say, are tired. The mayor, he says, lied.",
        "The bank, it, the law, all failed him. As for them, they stayed at home.",
        "In the north, they, are, of course, wrong about the mayor, him, too.",
    ],
)
def repeated_subject(view: View) -> Iterator[Hit]:
    """A subject taken up again by a pronoun between commas: The mayor, him, refuses to sign.

    French sets one subject off against another by a stressed pronoun (« Le maire, lui, refuse », « les syndicats,
    eux », « quant à elle »). English stresses the verb, says “meanwhile” or “for his part”, or nothing.
    """
    tokens = tokens_of(view.text)
    for found in rx(
        r", ((him|her|them|they|he|she|it)|(?:quant à|as for)"
        r" (?:him|her|them|it|he|she|they|lui|elle|eux|elles)),? (?=[a-z’'])"
    ).finditer(view.text):
        comma = bisect_left(tokens.starts, found.start())
        pronoun = found.group(2)
        if pronoun and view.text[found.end() - 2] != ",":
            continue
        if not _subject(tokens, comma, pronoun) or not _verb(tokens, bisect_left(tokens.starts, found.end())):
            continue
        span = Span(*found.span(1))
        if pronoun in (None, "they"):
            ends = "" if view.text[found.end() - 2] == "," else ","
            put: tuple[str, ...] = (f"meanwhile{ends}",)
            yield Hit(span, "French repeats the subject for contrast", put, 0.75)
        else:
            cut = Span(found.start(), found.end() - 1)
            body = tokens.lows[comma - 1] in COLLECTIVE
            choices = (", for its part,", "") if body and pronoun != "it" else ("", ", meanwhile,")
            yield Hit(cut, "French repeats the subject for contrast", choices, 0.75)


def _subject(tokens: Tokens, comma: int, pronoun: str | None) -> bool:
    """Whether a noun phrase that can be the subject, and nothing else, stands between a sentence’s start and"
    " `comma`."""
    first = tokens.sentence(comma, comma)[0]
    while first < comma and tokens.kinds[first] != WORD:
        first += 1
    if first == comma or not (tokens.lows[first] in DETERMINERS or is_name(tokens, first)):
        joined = next(
            (at for at in range(comma - 1, first, -1) if tokens.lows[at] in ("and", "but", "while", ";")), None
        )
        if joined is None:
            return False
        first = joined + 1
    if noun_phrase(tokens, first) != comma:
        return False
    if pronoun in (None, "it"):
        return True
    plural = tokens.lows[first] in ("these", "those", "both") or (
        "s" in classes(tokens.lows[first + 1 if first + 1 < comma else first]) or "and" in tokens.lows[first:comma]
    )
    return plural == (pronoun in ("them", "they")) or pronoun in ("them", "they")


def _verb(tokens: Tokens, at: int) -> bool:
    """Whether token `at` begins the predicate: a finite verb, perhaps after an adverb."""
    if at < len(tokens) and classes(tokens.lows[at])[:1] == "R" and tokens.lows[at] not in _AUXILIARIES:
        at += 1
    if at >= len(tokens):
        return False
    low = tokens.lows[at]
    return low in _AUXILIARIES or any(tag in ("third", "past", "base") for _, tag in verb_readings(low))
