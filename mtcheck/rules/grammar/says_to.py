from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, singular, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import base_phrase, noun_phrase
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_SAYS = {"assure": "say", "affirm": "say", "say": "say", "explain": "explain", "confirm": "confirm"}
"""Verbs that take a clause in English -> what to put."""
_STATES = frozenset(
    "be have want know feel hold understand believe hope fear regret need expect live remain keep ignore respect love"
    " like hate suffer belong possess own see think wish".split()
)
"""After “say” only these: “he says to wait” is an order."""
_PAST_TIMES = frozenset("yesterday ago last monday tuesday wednesday thursday friday saturday sunday when".split())


@rule(
    "says-to",
    safety=SUGGEST,
    triggers=(" to ",),
    bad=[
        "She [[assures to bear->says she bears]] no grudge.",
        "The tenants [[say to be->say they are]] at their wits’ end.",
        "He [[affirmed to know->said he knew]] nothing.",
        "Marco Belli [[says to want->says he wants]] to stay.",
        "She [[assures not to want->says she does not want]] the fox.",
        "They [[explain to have sold->explain that they have sold]] the mill.",
    ],
    good=[
        "He says to wait. She explains to the jury that it is late. He assured them.",
        "Elena Vidal claims to own it. The man said to be ill is well. The death was confirmed to be a murder.",
        "What he says to have a drink is his affair. “She assures to own it,” he said.",
    ],
)
def says_to(view: View) -> Iterator[Hit]:
    """An infinitive after a verb of saying: he assures to hold no grudge, she says to be ready.

    French affirmer, assurer and dire take one, as Spanish and Italian do; English takes a clause, whose subject is the
    speaker: the pronoun before the verb, or that of a person whose gender is certain.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(("to",)):
        if at > 1 and not inside(tokens.starts[at], view.quoted) and (hit := _hit(view, tokens, at)):
            yield hit


def _hit(view: View, tokens: Tokens, to: int) -> Hit | None:
    lows = tokens.lows
    verb = to - 2 if lows[to - 1] == "not" else to - 1
    if verb < 1 or tokens.capital(verb):
        return None
    form = next(
        ((lemma, tag) for lemma, tag in verb_readings(lows[verb]) if lemma in _SAYS and tag != "participle"), None
    )
    inner = lows[to + 1] if to + 1 < len(tokens) else ""
    if form is None or not any(tag == "base" for _, tag in verb_readings(inner)):
        return None
    lemma, tag = form
    if (lemma == "say" and inner not in _STATES) or (lemma in ("explain", "confirm") and inner != "have"):
        return None
    if "N" in classes(inner)[:1] and inner not in _STATES:
        return None
    subject = _subject(view, tokens, verb, tag)
    told = lemma == "say" and lows[verb - 1] in ("he", "she", "they")
    if told or (lemma == "assure" and inner == "have" and tag == "third"):
        return None  # `verb-complement` and `attribution-verb-calque` have these
    if not subject:
        return None
    past = tag == "past"
    clause = _clause(tokens, to, verb != to - 1, subject, past)
    if clause is None:
        return None
    words, last = clause
    said = inflect_verb(_SAYS[lemma], tag) + (" that" if lemma in ("explain", "confirm") else "")
    span = Span(tokens.starts[verb], tokens.ends[last])
    return Hit(span, "English takes a clause after this verb", (f"{said} {subject} {words}",), 0.86)


def _subject(view: View, tokens: Tokens, verb: int, tag: str) -> str:
    """he, she or they: who speaks; '' where that is not sure."""
    low = tokens.lows[verb - 1]
    if low in ("he", "she", "they"):
        before = tokens.lows[verb - 2] if verb > 1 else ""
        return "" if before in ("what", "as", "whom", "which") or tag == ("third" if low == "they" else "base") else low
    if tag == "past":
        return ""  # the man said to be ill
    first = tokens.opening(verb)
    if noun_phrase(tokens, first) not in (verb, verb + 1):  # “say” may be a noun
        return ""
    base = base_phrase(tokens, first)
    head = tokens.lows[min(base, verb) - 1] if base else ""
    if tag == "base":
        return (
            "they"
            if ("s" in classes(head) or head.endswith("men")) and gender_of_noun(singular(head)) is not None
            else ""
        )
    people = view.people.between(tokens.starts[first], tokens.starts[verb])
    person = people[0][1] if people else None
    if person is None or not person.certain or len({id(one) for _, one in people}) > 1:
        return ""
    return "she" if person.gender == "f" else "he"


def _clause(tokens: Tokens, to: int, negated: bool, subject: str, past: bool) -> tuple[str, int] | None:
    """The words after the subject, and the last token that they replace."""
    many, verb = subject == "they", to + 1
    low, no = tokens.lows[verb], " not" if negated else ""
    if low == "be":
        return (("were" if many else "was") if past else ("are" if many else "is")) + no, verb
    if low == "have" and verb + 1 < len(tokens):
        done = next((lemma for lemma, tag in verb_readings(tokens.lows[verb + 1]) if tag == "participle"), None)
        if done is not None:
            last = tokens.sentence(verb, verb + 1)[1]
            dated = not negated and any(one in _PAST_TIMES for one in tokens.lows[verb + 2 : last])
            if dated and done != "be":
                return inflect_verb(done, "past"), verb + 1
            have = "had" if past else "have" if many else "has"
            return f"{have}{no} {tokens.lows[verb + 1]}", verb + 1
    if negated:
        return f"{'did' if past else 'do' if many else 'does'} not {low}", verb
    return inflect_verb(low, "past" if past else "base" if many else "third"), verb
