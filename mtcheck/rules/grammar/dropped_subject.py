from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.nearby import before, end_of
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|last|only|worst|best|biggest|largest|smallest|oldest|youngest|most|same)"
)
_OPENS = (
    rf"(?:the {_ORDINAL}\b|not (?:the|a|an|the first|known|clear|yet|possible|true)\b|about\b|a question of\b"
    rf"|clear that\b"
    r"|possible (?:that|to)\b|necessary (?:that|to)\b|important (?:that|to)\b|true that\b|known that\b|expected that\b"
    r"|estimated that\b|said that\b|believed that\b|hoped that\b|feared that\b|likely that\b|probable that\b"
    r"|(?:very |also |not |more |really )?(?:difficult|easy|hard|good|bad|sad|worth|urgent|essential|important|likely"
    r"|possible|necessary|normal|curious|striking|fundamental|evident|logical|unfair|strange|better|enough)"
    r" (?:that|to)\b"
    r"|a (?:pity|shame|pleasure|joy|pride|matter of time) (?:that|to|before)\b|in (?:19|20)\d\d"
    r" (?:when|that)\b"
    r"|impossible (?:that|to)\b|time to\b|also (?:the|true)\b|thanks to\b|because of\b)"
)
_CLEFT = r"the [a-z-]+(?: [a-z-]+)? (?:who|that)\b"
_SUBORDINATE = (
    r"\b(because|although|though|unless|if|when|until) "
    r"(is|was|has|had|does|did|will|would|can|could|must|wants|wanted|needs|lives|lived|works|goes|are|were|have|do)"
    r" (?!been\b|any\b|the\b|a\b|an\b|his\b|her\b|it\b|he\b|she\b|they\b|we\b|you\b|i\b|there\b|this\b|that\b"
    r"|these\b|those\b)"
)
_SAID = (
    r"\b(?:affirmed|assured|announced|confirmed|explained|denied|admitted|stated|declared|revealed|claimed"
    r"|insisted|warned"
    r"|recalled|recognised|recognized|stressed|pointed out|said|says) that "
    r"(goes to|does not|did not|has not|had not|will not|would not|was not going|has (?=[a-z]+ed\b)|will"
    r" (?=[a-z]+ (?:the|a|to"
    r"|his|her|its|their|for|in|on)\b))"
)
_PLURAL = frozenset("are were have do".split())


@rule(
    "dropped-subject",
    safety=SUGGEST,
    languages=("es", "it", "pt"),
    bad=[
        Example("[[Is->It is]] the first time that the lake has frozen.", "it"),
        Example("[[Is->It is]] the council who decides on the budget.", "es"),
        Example("[[Is->It is]] very important to save water. [[Is->It is]] a pity that he left.", "es"),
        Example("[[Was->It was]] in 2019 when the bridge fell.", "es"),
        Example("[[Seems->It seems]] that nobody called.", "pt"),
        Example("[[Exists a->There is a]] risk of flooding.", "es"),
        Example("The mayor resigned because [[->he ]]was ill and left.", "es"),
        Example("The actress stayed at home because [[->she ]]had fever.", "pt"),
        Example("The company will close although [[->it ]]has orders.", "it"),
        Example("The minister announced that [[->he ]]will not resign.", "it"),
        Example("[[Are->It is]] the workers who pay the bill.", "es"),
    ],
    good=[
        Example("Is the first train late? It is the first time. “Is it true that he left?” she asked.", "it"),
        Example("She asked if is was spelt right. The house that has burned was old.", "es"),
        Example("He left because the roof was wet, and if had it, he would sell it if need be.", "es"),
        Example("Is the first stone laid? Was the goat yours?", "pt"),
        "Is the first time that the lake has frozen.",
    ],
)
def dropped_subject(view: View) -> Iterator[Hit]:
    """A sentence or clause without a subject: Is the first time; because was ill; announced that will not resign.

    Spanish, Italian and Portuguese need no pronoun. English needs `it`, or the pronoun of whom the sentence is about;
    where the sentence does not say who that is, the others are offered too.
    """
    text = view.text
    tokens = tokens_of(text)
    yield from _openings(text)
    for found in rx(_SUBORDINATE).finditer(text):
        if text[end_of(text, found.end(), ".", "!", "?", "\n") :][:1] == "?" or rx(r"(?:as|what|even) $").search(
            before(text, found.start(), 6)
        ):
            continue
        if found.group(1) in ("if", "when") and (
            rx(r"\b(?:ask|asks|asked|know|wonder|question of|unclear|about) $").search(before(text, found.start(), 14))
            or found.group(2) in ("had", "will", "would", "can", "could", "must", "did", "do", "does")
        ):
            continue
        if not _predicate(text, found.group(2), found.end()):
            continue
        yield _subject(tokens, found.start(), found.start(2), found.group(2))
    for found in rx(_SAID).finditer(text):
        yield _subject(tokens, found.start(), found.start(1), found.group(1).split()[0])


def _openings(text: str) -> Iterator[Hit]:
    """Is the first time; Seems that; Exists a risk."""
    opens = r"(?:(?<=[.!?:] )|(?<=[“\"\n])|(?<![\s\S]))"
    for found in rx(rf"{opens}(Is|Was|Are|Were|Will be|Would be|Has been) (?=({_OPENS})|({_CLEFT}))").finditer(text):
        if text[end_of(text, found.end(), ".", "!", "?", "\n") :][:1] not in (".", "!"):
            continue
        verb = found.group(1).lower()
        if found.group(3):
            verb = {"are": "is", "were": "was"}.get(verb, verb)
        elif verb in ("are", "were"):
            yield Hit(Span(*found.span(1)), "English needs a subject here", (f"They {verb}", f"There {verb}"), 0.75)
            continue
        yield Hit(Span(*found.span(1)), "English needs a subject here", (f"It {verb}",), 0.85)
    for found in rx(rf"{opens}(Seems|Seemed|Appears|Remains clear|Turns out|Turned out) (?=that\b)").finditer(text):
        new = f"It {found.group(1).lower()}"
        yield Hit(Span(*found.span(1)), "English needs a subject here", (new,), 0.85)
    for found in rx(rf"{opens}(Exists?|Existed) (?=(?:an?|no|many|several|few|some|two|three|different)\b)").finditer(
        text
    ):
        after = rx(r"(an?|no) ").match(text, found.end())
        verb = "was" if found.group(1) == "Existed" else "is"
        if not after:
            verb = "were" if verb == "was" else "are"
        yield Hit(Span(found.start(), found.end() - 1), "English says “there is”", (f"There {verb}",), 0.85)


def _predicate(text: str, verb: str, at: int) -> bool:
    """Whether what follows `verb` completes it: was ill, has signed, wants to; not a subject behind an inverted"
    " verb."""
    word = rx(r"([a-z]+)\b").match(text, at)
    if word is None:
        return False
    low = word.group(1)
    if low in ("not", "never", "also", "already", "no", "to", "too", "very", "still", "only", "in", "at", "on", "with"):
        return True
    if any(tag in ("participle", "gerund", "base") for _, tag in verb_readings(low)):
        return True
    return classes(low)[:1] == "J" or (verb in ("has", "had", "have", "wants", "needs") and "N" in classes(low))


def _subject(tokens: Tokens, clause: int, verb: int, said: str) -> Hit:
    """The pronoun of the sentence’s subject goes before the verb at offset `verb`."""
    at = bisect_left(tokens.starts, clause)
    first = tokens.sentence(at, at)[0]
    pronoun = "they" if said in _PLURAL else _pronoun(tokens, first, at)
    choices = [pronoun]
    if pronoun != "they" and said not in _PLURAL:
        choices += [other for other in ("he", "she", "it") if other != pronoun]
    return Hit(Span(verb, verb), "English needs a subject here", tuple(f"{each} " for each in choices), 0.75)


def _pronoun(tokens: Tokens, first: int, last: int) -> str:
    """he, she or it, by the first noun or name between the tokens that can be the subject."""
    for at in range(first, last):
        low = tokens.lows[at]
        if low in ("he", "she"):
            return low
        gender = gender_of_noun(low)
        if gender is None and tokens.capital(at) and at + 1 < len(tokens):
            gender = gender_of_first_name(low) or None
        if gender == "f":
            return "she"
        if gender is not None:
            named = gender or (gender_of_first_name(tokens.lows[at + 1]) if at + 1 < last else "")
            return "she" if named == "f" else "he"
        if classes(low)[:1] in ("V", "M"):
            break
    return "it"
