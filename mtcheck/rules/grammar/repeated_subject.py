from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.people import PRONOUNS
from mtcheck.analysis.phrases import DETERMINERS, PREPOSITIONS, is_name, name_end, noun_phrase
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.lang.human import COLLECTIVE
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_AUXILIARIES = AUXILIARIES | {"'s", "n't"}


_PRONOUNS = ("him", "her", "them", "they", "he", "she", "it")


@rule(
    "repeated-subject",
    safety=SUGGEST,
    triggers=(
        *(f", {low}," for low in _PRONOUNS),
        *(f", {low.capitalize()}," for low in _PRONOUNS),
        "quant à ",
        "as for ",
    ),
    bad=[
        "Vauclair, [[him->for his part]], does not hide his anger.",
        "Her producer, Karim Belhadj, [[him->for his part]], never doubted. In Nantes, the prefect,"
        " [[him->for his part]], refuses; the mayor, [[she->for her part]], will sign.",
        "The unions[[, them,->]] are calling for a strike.",
        "The residents, [[they->meanwhile]], are waiting for the water to go down.",
        "The captain, [[quant à him->meanwhile]], did not speak.",
        "The winegrowers of the valley, [[as for them->meanwhile]], fear the frost.",
        "The management[[, It,->]] refuses any comment. The exhibition[[, it,->]] brings together 84 works.",
        "The company, [[it->for its part]], says nothing. The jury, [[him->for its part]], said it was impressed.",
    ],
    good=[
        "He saw the mayor, her, and the baker. I told him, her, them and you.",
        "The teachers, they say, are tired. The mayor, he says, lied.",
        "The bank, it, the law, all failed him. As for them, they stayed at home.",
        "In the north, they, are, of course, wrong about the mayor, him, too.",
        "We saw Paul Morel, the mayor, him, and Anne. They invited the mayor, the prefect, her, paid for nothing.",
    ],
)
def repeated_subject(view: View) -> Iterator[Hit]:
    """A subject taken up again by a pronoun between commas: The mayor, him, refuses to sign.

    French sets one subject off against another by a stressed pronoun (« Le maire, lui, refuse », « les syndicats,
    eux », « quant à elle »). English stresses the verb, says “meanwhile” or “for his part”, or nothing.
    """
    tokens = tokens_of(view.text)
    for found in rx(
        r", ((him|her|them|they|he|she|it|Him|Her|Them|They|He|She|It)|(?:quant à|as for)"
        r" (?:him|her|them|it|he|she|they|lui|elle|eux|elles)),? (?=[a-z’'])"
    ).finditer(view.text):
        comma = bisect_left(tokens.starts, found.start())
        pronoun = found.group(2) and found.group(2).lower()
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
            part = _part(view, tokens, comma, pronoun)
            choices = ("", ", meanwhile,") if part is None else (f", for {part} part,", "")
            yield Hit(cut, "French repeats the subject for contrast", choices, 0.75)


def _part(view: View, tokens: Tokens, comma: int, pronoun: str) -> str | None:
    """Whose part it is that the pronoun stresses; None for a thing, and for several, where it is left out."""
    if tokens.lows[comma - 1] in COLLECTIVE:
        return "its" if pronoun not in ("them", "they") else None
    person = view.people.at(tokens.starts[comma - 1])
    gender = person.gender if person is not None and person.certain else PRONOUNS.get(pronoun, "")
    return {"m": "his", "f": "her"}.get(gender)


def _subject(tokens: Tokens, comma: int, pronoun: str | None) -> bool:
    """Whether a noun phrase that can be the subject, and nothing else, leads a clause and ends before `comma`."""
    sentence = tokens.sentence(comma, comma)[0]
    leads = [at for at in range(sentence, comma) if _leads(tokens, at, sentence)]
    first = next((at for at in reversed(leads) if _whole(tokens, at, comma)), None)
    if first is None:
        return False
    if pronoun in (None, "it"):
        return True
    plural = tokens.lows[first] in ("these", "those", "both") or (
        "s" in classes(tokens.lows[first + 1 if first + 1 < comma else first]) or "and" in tokens.lows[first:comma]
    )
    return plural == (pronoun in ("them", "they")) or pronoun in ("them", "they")


def _leads(tokens: Tokens, at: int, sentence: int) -> bool:
    """Whether a clause can begin with token `at`: at the start, behind `and`, behind `In Nantes,`."""
    if tokens.kinds[at] != WORD or not (tokens.lows[at] in DETERMINERS or is_name(tokens, at)):
        return False
    before = at - 1
    while before >= sentence and tokens.lows[before] in ("“", '"', "«"):
        before -= 1
    if before < sentence or tokens.lows[before] in ("and", "but", "while", ";", ":", "that"):
        return True
    opening = tokens.opening(at)
    return (
        tokens.lows[before] == "," and tokens.lows[opening] in PREPOSITIONS and "," not in tokens.lows[opening:before]
    )


def _whole(tokens: Tokens, first: int, comma: int) -> bool:
    """Whether one noun phrase, perhaps with a name behind a comma, reaches from `first` to `comma`."""
    end = noun_phrase(tokens, first)
    if end is None or end >= comma:
        return end == comma
    return tokens.lows[end] == "," and tokens.lows[first] in DETERMINERS and name_end(tokens, end + 1) == comma


def _verb(tokens: Tokens, at: int) -> bool:
    """Whether token `at` begins the predicate: a finite verb, perhaps after an adverb."""
    if at < len(tokens) and classes(tokens.lows[at])[:1] == "R" and tokens.lows[at] not in _AUXILIARIES:
        at += 1
    if at >= len(tokens):
        return False
    low = tokens.lows[at]
    return low in _AUXILIARIES or any(tag in ("third", "past", "base") for _, tag in verb_readings(low))
