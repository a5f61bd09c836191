"""a word or a phrase that stands twice -> whether both may be meant.

`He gave in in the end` and `the house she lived in in May` are right; `they had met in in Dakar` is not. What tells is
whether the first belongs to its verb, or to a noun that a relative clause stands behind.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.inflect import singular, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.phrases import base_phrase
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.tokens import Tokens
from mtcheck.finding import Hit, Safety
from mtcheck.text import Span

AUXILIARIES = frozenset("has have is are was were will would can could must does did".split())
_BEING = frozenset("is are was were be been being".split())
_PHRASAL_ON = frozenset("carry pass put switch turn try move work call rely count depend insist".split())
_PHRASAL = frozenset(
    "give come go move get let bring take log check cut drop join step settle set kick break sign tune hand turn pull"
    " close cave fit chip carry keep hold hang put try pass walk fly drive call cash pitch trade stay eat buy book"
    " phone"
    " ring rush stand sit start weigh zoom stop barge butt fill key lock pile plug rein send slot squeeze stick swear"
    " tie track type usher vote wade work write pour roll phase lean dive climb begin invite mix muscle let".split()
)
"""Verbs that go with in or on."""


def stranded(text: str, at: int) -> bool:
    """Whether the first `in` at `at` has its noun before it or belongs to its verb: gave in in, lived in in 1990."""
    verb = rx(r"([a-z]+) $").search(text, max(at - 16, 0), at)
    if verb is None:
        return False
    word = verb.group(1)
    on = text.startswith("on", at)
    if on and rx(r"\b(?:was|were|been|be|is|are) [a-z]+ $").search(text, max(at - 30, 0), at):
        return word in _BEING or any(lemma in _PHRASAL_ON for lemma, _ in verb_readings(word))
    if word in _BEING or any(lemma in _PHRASAL for lemma, _ in verb_readings(word)):
        return True
    clause = text[start_of(text, at, ". ", "! ", "? ", "\n", "; ", ": ") : at]
    if rx(r"\b(?:that|which|who|whom|where|what|whatever|how|than|as) ").search(clause):
        return True
    # the town they had met in; the town Paul had met in
    return rx(r"[a-z] (?:he|she|they|we|I|it|you|[A-ZÀ-Þ][a-zà-ÿ]+) (?:[a-z]+ ){1,3}$").search(clause) is not None


def whole_subject(tokens: Tokens, offset: int) -> bool:
    """Whether a sentence begins with a plain subject that ends before `offset`: The storm | has has cut off."""
    at = bisect_left(tokens.starts, offset)
    first = tokens.sentence(at, at)[0]
    if base_phrase(tokens, first) != at or at - first > 4:
        return False
    last = tokens.lows[at - 1]
    inner = all("J" in classes(tokens.lows[number])[:2] for number in range(first + 1, at - 1))
    return inner and last not in ("all", "that", "what", "it")


_PHRASE = (
    r"\b((?:in|on|at|from|for|with|during|of|by|to|since|under|near) (?:(?:the|an?|his|her|their|its|this|last|next) )?"
    r"(?:[a-zà-ÿ]{3,}|[A-ZÀ-Þ][a-zà-ÿ]+)(?: [a-z]{3,}| [A-ZÀ-Þ][a-zà-ÿ]+| \d{1,4}){0,2})( \1)(?![\w’'-])"
)


def again_behind(text: str) -> Iterator[Hit]:
    """quickly brought quickly; in the evening in the evening: an adverb, or a phrase behind a preposition."""
    for found in rx(r"\b([a-z]{4,}ly) ([a-z]+)( \1)(?![\w’'-])").finditer(text):
        if classes(found.group(1))[:1] == "R" and "V" in classes(found.group(2)):
            yield Hit(Span(*found.span(3)), f"“{found.group(1)}” stands twice", ("",), 0.85, Safety.SUGGEST)
    for found in rx(_PHRASE).finditer(text):
        words = found.group(1).split()
        if len(words) > 2 or words[1][0].isupper():
            yield Hit(Span(*found.span(2)), "the words stand twice", ("",), 0.93)


def people_twice(text: str) -> Iterator[Hit]:
    """the readers and readers of the weekly: French names both genders (« les lecteurs et lectrices »)."""
    pattern = r"(?<!between )(?<!among )\b([a-z]{4,})( and (?:the )?\1)(?![\w’'-])"
    for found in matches(pattern, text, (" and ",)):
        noun = found.group(1)
        one = singular(noun)
        if one == noun or noun in ("friends", "fans") or (one not in _BOTH and gender_of_noun(one) != ""):
            continue
        ahead = text[max(found.start() - 24, 0) : found.start()]
        if rx(r"\b(?:[Tt]here(?: [a-z]+n[’']t| are| were)|by) (?:\w+ )?$").search(ahead):
            continue  # there are lawyers and lawyers
        after = rx(r" ([a-z]+)").match(text, found.end())
        if after is not None and classes(after.group(1))[:1] == "N":
            continue  # the workers and workers argument
        yield Hit(Span(*found.span(2)), f"“{noun}” stands twice", ("",), 0.8, Safety.SUGGEST)


_FOLLOWS = (
    r"(?= (?:the|a|an|his|her|its|their|this|these|that|no|two|three|in|on|at|to|of|for|from|with|by|after|before|until"
    r"|during|as|without|against|under)\b| \d|[.,;]|$)"
)


def verb_twice(text: str, start: int, verb: str, end: int) -> bool:
    """The trial will resume resume in May: a verb behind its auxiliary or subject, where no noun can follow."""
    lead = rx(_LEAD).search(text, max(start - 12, 0), start)
    if lead is None or rx(_FOLLOWS).match(text, end) is None:
        return False
    before = lead.group(1)
    wanted = {"base"} if before in _INFINITIVE else {"past", "third"} if before in _SUBJECTS else {"participle"}
    return "V" in classes(verb) and any(tag in wanted for _, tag in verb_readings(verb))


def acts_on(text: str, start: int, verb: str, end: int) -> bool:
    """to fund fund managers: the second is part of the object."""
    after = rx(r" ([a-z]+)").match(text, end)
    if after is None or "N" not in classes(verb) or classes(after.group(1))[:1] != "N":
        return False
    lead = rx(_LEAD).search(text, max(start - 12, 0), start)
    return lead is not None and lead.group(1) in _INFINITIVE


_BOTH = frozenset(
    "reader listener viewer user subscriber spectator consumer taxpayer learner speaker dancer commuter driver camper"
    " gamer internet-user trader helper carer teammate schoolchild".split()
)
"""People whom no list of persons has."""
_LEAD = (
    r"\b(will|would|must|can|cannot|could|should|may|might|not|to|has|have|had|was|were|been|be|is|are|he|she|they)"
    r" (?:also |now |already )?$"
)
_INFINITIVE = frozenset("will would must can cannot could should may might not to".split())
_SUBJECTS = ("he", "she", "they")


def measure_twice(text: str) -> Iterator[Hit]:
    """twelve kilos of kilos of cocaine: a noun and its preposition."""
    for found in matches(r"\b(([a-z]{4,}) (?:of|for))( \1)(?= [a-z])", text, _JOINTS):
        noun = found.group(2)
        if classes(noun)[:1] == "N" and noun not in _OF_THEIR_OWN and gender_of_noun(singular(noun)) is None:
            yield Hit(Span(*found.span(3)), "the words stand twice", ("",), 0.8, Safety.SUGGEST)


PILED = frozenset(
    "years months weeks days hours minutes decades centuries generations miles metres thousands hundreds millions pages"
    " rows piles lots layers tonnes".split()
)
"""years and years of work: said twice for their number."""
_OF_THEIR_OWN = frozenset(
    "word words page step image images picture pictures copies part parts year month week day point line friends side"
    " thousands millions ghosts shadows pieces fragments layers".split()
)
"""copies of copies of; year in year in: such things may be of their own kind."""
_JOINTS = (" of ", " for ")
