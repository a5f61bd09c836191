from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.people import PRONOUNS, Person, inside
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.lang.en import REPORTING_FINITE
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_OWN = {
    "do": "sums best utmost duty job homework accounts shopping",
    "change": "mind tune",
    "shake": "head",
    "nod": "head",
    "shrug": "shoulders",
    "lose": "temper nerve patience balance voice footing way cool grip",
    "keep": "promise word cool balance distance",
    "make": "debut way comeback choice mark mind entrance début",
    "hold": "breath tongue ground",
    "take": "time turn seat leave chance revenge pick",
    "give": "best all word",
    "try": "luck hand",
    "earn": "living place",
    "raise": "voice hand hands glass eyebrows",
    "clear": "throat throats",
    "hang": "boots",
    "hide": "disappointment anger joy emotion tears pride satisfaction bitterness relief",
    "express": "anger joy regret concern sadness gratitude disappointment relief condolences surprise",
    "close": "eyes",
    "open": "heart eyes",
    "break": "silence leg ankle arm wrist promise",
    "catch": "breath",
    "wipe": "eyes forehead glasses tears",
    "fold": "arms",
    "clench": "fists teeth",
}
"""What one does with what is one’s own: does his sums, hides her disappointment."""
_WITH = frozenset(
    "mother father wife husband sister brother teammate colleague coach lawyer partner daughter son friend".split()
)
_BETWEEN = frozenset("not never to then hardly barely also finally always".split())


@rule(
    "own-pronoun",
    safety=SUGGEST,
    triggers=("his ", "her "),
    bad=[
        "The minister denies it. The deputy Rose Alban, for [[his->her]] part, is calling for a debate.",
        "Karim Belhadj protests. The deputy head, Sabine Roth, is doing [[his->her]] sums.",
        "Élodie Marchal saved a penalty. “She was immense”, says [[his->her]] teammate Fatou Sarr.",
        "The neighbour came back, and she wept when [[his->her]] late husband was named.",
        "Paul Rivière, for [[her->his]] part, kept silent.",
        "Marc Vallin spoke first. Claire Aubanel did not hide [[his->her]] disappointment.",
    ],
    good=[
        "Karim Belhadj said that Sabine Roth, for his part of the job, was right.",
        "Karim Belhadj met Sabine Roth, who shook his hand.",
        "Paul Rivière saved a penalty. “She was immense”, says his teammate Fatou Sarr.",
        "His mother, Elena Vidal, for his sake, kept silent.",
    ],
)
def own_pronoun(view: View) -> Iterator[Hit]:
    """A possessive in a phrase where it can only mean the subject: Rose Alban, for his part; Ana is doing his sums.

    French son and sa do not say whose. In `for his part`, in what one does with what is one’s own (does his sums, lost
    her temper, hid his anger), the possessor is the subject, whoever else the text speaks of.
    """
    tokens = tokens_of(view.text)
    for at in sorted((*tokens.places.get("his", ()), *tokens.places.get("her", ()))):
        start = tokens.starts[at]
        if inside(start, view.quoted):
            continue
        if _spouse(tokens, at):
            new = {"his": "her", "her": "his"}[tokens.lows[at]]
            yield Hit(Span(start, tokens.ends[at]), "it is the subject’s own husband or wife", (new,), 0.75)
            continue
        person = _part(view, tokens, at) or _deed(view, tokens, at) or _praised(view, tokens, at)
        if person is None or not person.certain or person.gender == PRONOUNS[tokens.lows[at]]:
            continue
        new = "her" if person.gender == "f" else "his"
        who = person.name if person.named else f"the {person.name}"
        message = f"{who} is a {'woman' if person.gender == 'f' else 'man'}"
        if tokens.capital(at):
            new = new.capitalize()
        yield Hit(Span(start, tokens.ends[at]), message, (new,), 0.75)


def _spouse(tokens: Tokens, at: int) -> bool:
    """She cried when his husband came: whose, the subject says; two words that hardly ever go together do the rest."""
    low, noun = tokens.lows[at], at + 1
    if tokens.lows[at - 1] not in ("when", "after", "before", "because", "while", "since", "as", "where", "until"):
        return False
    while noun < len(tokens) and tokens.lows[noun] in ("late", "first", "second", "former", "future", "young", "own"):
        noun += 1
    if tokens.capital(at) or tokens.lows[noun : noun + 1] != (("husband",) if low == "his" else ("wife",)):
        return False
    first = tokens.sentence(at, at + 1)[0]
    subjects = [tokens.lows[number] for number in range(first, at) if tokens.lows[number] in ("he", "she")]
    return subjects[-1:] == (["she"] if low == "his" else ["he"])


def _part(view: View, tokens: Tokens, at: int) -> Person | None:
    """Rose Alban, for his part, …: the person named just before."""
    if tokens.lows[at - 2 : at] != (",", "for") or tokens.lows[at + 1 : at + 3] != ("part", ","):
        return None
    return _ending(view, tokens, at - 2)


def _ending(view: View, tokens: Tokens, at: int) -> Person | None:
    """The person whose mention ends just before token `at`, and who is no owner."""
    mentions = view.people.between(tokens.starts[max(0, at - 8)], tokens.starts[at])
    if not mentions or mentions[-1][0].end != tokens.ends[at - 1]:
        return None
    return mentions[-1][1]


def _deed(view: View, tokens: Tokens, at: int) -> Person | None:
    """Sabine Roth is doing his sums: the subject right before the verb."""
    after = tokens.lows[at + 1] if at + 1 < len(tokens) else ""
    verb = at - 1
    if tokens.lows[verb] in ("up", "of", "down") and verb > 1:
        verb -= 1 if tokens.lows[verb - 1] != "nothing" else 2
    lemmas = {lemma for lemma, _ in verb_readings(tokens.lows[verb])}
    if not any(after in _OWN[lemma].split() for lemma in lemmas & _OWN.keys()):
        return None
    if tokens.lows[at + 2 : at + 4] in (("for", "him"), ("for", "her")):
        return None  # did his homework for him
    subject = verb
    while subject > 0 and (tokens.lows[subject - 1] in AUXILIARIES or tokens.lows[subject - 1] in _BETWEEN):
        subject -= 1
    end = subject - 1 if tokens.lows[subject - 1] == "," else subject
    if tokens.lows[end - 1] in PRONOUNS:
        return None
    return _ending(view, tokens, end)


def _praised(view: View, tokens: Tokens, at: int) -> Person | None:
    """Élodie saved a penalty. “She was immense”, says his teammate: the one whom the quotation is about."""
    after = tokens.lows[at + 1] if at + 1 < len(tokens) else ""
    if after not in _WITH or tokens.lows[at - 1] not in REPORTING_FINITE or classes(tokens.lows[at - 1])[:1] == "N":
        return None
    text = view.text
    found = rx(r"[“\"]([^“”\"\n]{3,200})[,.!?]?[”\"“],? ?$").search(
        text[max(0, tokens.starts[at - 1] - 210) : tokens.starts[at - 1]]
    )
    if found is None:
        return None
    said = {PRONOUNS[word] for word in rx(r"\w+").findall(found.group(1).lower()) if word in PRONOUNS}
    opening = max(0, tokens.starts[at - 1] - 210) + found.start()
    begin = start_of(text, max(0, opening - 2), ". ", "! ", "? ", "\n")
    people = {id(person): person for _, person in view.people.between(begin, opening)}
    person = next(iter(people.values())) if len(people) == 1 else None
    return person if person and said == {person.gender} else None
