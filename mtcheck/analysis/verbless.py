"""quotations -> repairs of the attributions behind them that have no verb of saying.

French says « …, est catégorique X », « …, se réjouit X », « …, X, ravi ». What says nothing of the speaker but his mood
becomes `says X, delighted`; a manner becomes an adverb: the singer says categorically.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.nearby import before
from mtcheck.analysis.quotations import Role
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit, Safety
from mtcheck.text import Edit, Span

SUGGEST = Safety.SUGGEST
_MANNER = {
    "clear": "", "categorical": "categorically", "formal": "firmly", "firm": "firmly", "adamant": "firmly",
    "emphatic": "emphatically", "blunt": "bluntly", "frank": "frankly", "positive": "firmly", "assertive": "firmly",
    "peremptory": "flatly", "ironic": "ironically", "ironical": "ironically", "enthusiastic": "enthusiastically",
    "modest": "modestly", "cautious": "cautiously", "optimistic": "optimistically", "proud": "proudly",
    "resigned": "resignedly", "defiant": "defiantly", "philosophical": "philosophically", "indignant": "indignantly",
    "bitter": "bitterly", "direct": "directly", "laconic": "laconically", "unequivocal": "unequivocally",
    "reassuring": "reassuringly",
}  # fmt: skip
"""« …, est catégorique X »: a state where English wants a verb of saying."""
_MOODS = (
    "delighted|outraged|angry|furious|surprised|annoyed|pleased|amazed|happy|worried|relieved|disappointed|amused"
    "|astonished|alarmed|exasperated|satisfied|thrilled|touched|overjoyed|concerned|upset|shocked|saddened|irritated"
    "|appalled|stunned|jubilant|incensed|sorry|scandalised|scandalized"
)
"""« se réjouit X », « s’indigne X » as the machine has them: X is delighted."""


def verbless(view: View) -> Iterator[Hit]:
    """All of them."""
    yield from _bare(view.text)
    yield from _manner(view.text)
    for role in speeches(view):
        if hit := _mood(view.text, role.mark.at + 1) or _manner_alone(view.text, role.mark.at + 1):
            yield hit


def speeches(view: View) -> Iterator[Role]:
    """The closing mark of every quotation that is a sentence of its own: a capital, and four words or a finite verb."""
    text, roles = view.text, view.quotations.roles
    for role in roles:
        if role.role != "close" or role.depth or role.partner < 0:
            continue
        opening = roles[role.partner].mark.at
        ahead = before(text, opening, 3).rstrip(" ")
        said = text[opening + 1 : min(role.mark.at, opening + 200)]
        whole = said.count(" ") > 2 or rx(r"[’'](?:s|m|re|ve|ll)\b| (?:is|are|am|was|were|have|will) ").search(said)
        if whole and text[opening + 1].isupper() and (not ahead or ahead[-1] in '.!?:”»"\n'):
            yield role


_SPEAKER = (
    r"((?:the|a|an|his|her|its|our|their) (?:[A-Za-zà-ÿ’-]+ ){1,5}?|[A-ZÀ-Þ][\w’-]+ (?:[A-ZÀ-Þ][\w’-]+ ){0,3}"
    r"|(?:he|she|they) )"
)


def _mood(text: str, at: int) -> Hit | None:
    """`…”, the manager is delighted.` -> `…”, says the manager, delighted.`"""
    found = rx(rf",? {_SPEAKER}(is|was|are|were) ({_MOODS})(?=[.;]|\n|$)").match(text, at)
    if found is None or not (text[at] == "," or text[at - 2] in ",!?"):
        return None
    speaker, verb, mood = found.group(1).strip(), found.group(2), found.group(3)
    if any(_finite(word) for word in speaker.split()[1:]):
        return None
    says = inflect_verb("say", {"is": "third", "are": "base"}.get(verb, "past"))
    pronoun = speaker in ("he", "she", "they")
    words = f"{speaker} {says}" if pronoun else f"{says} {speaker}"
    return Hit(Span(found.start(1), found.end()), _NO_VERB, (f"{words}, {mood}",), 0.7, SUGGEST)


def _manner_alone(text: str, at: int) -> Hit | None:
    """`…”, the ministry categorical.` -> `…”, the ministry says categorically.`"""
    found = rx(rf",? {_SPEAKER}({'|'.join(_MANNER)}|confident|hopeful|sceptical)(?=[.;]|\n|$)").match(text, at)
    if found is None or not (text[at] == "," or text[at - 2] in ",!?"):
        return None
    words = found.group(1).split()
    verbs = (word for word in words[1:] if classes(word)[:1] == "V" and "N" not in classes(word))
    if any(_finite(word) for word in words[1:]) or any(verbs) or words[0] in ("he", "she", "they"):
        return None
    manner = _MANNER.get(found.group(2)) or f"{found.group(2)}ly"
    if found.group(2) in ("clear", "sceptical"):
        manner = {"clear": "clearly", "sceptical": "sceptically"}[found.group(2)]
    many = "s" in classes(words[-1].lower())
    says = inflect_verb("say", "base" if many else "third")
    return Hit(Span(*found.span(2)), _NO_VERB, (f"{says} {manner}",), 0.65, SUGGEST)


_NO_VERB = "the attribution has no verb of saying"


def _bare(text: str) -> Iterator[Hit]:
    """`”, the mayor, who …`; `”, the singer is clear.`: the verb of saying is missing."""
    bare = (
        r"([”\"],|,[”\"]) ((?:the|a|an) [a-z]+(?: [a-z]+){0,2}|[A-ZÀ-Þ][\w’-]+"
        r"(?: [A-ZÀ-Þ][\w’-]+)+)(?=, (?:who|whose|aged|the)\b|, [a-z]+ (?:of|for) the [a-z]+\.)"
    )
    for found in rx(bare).finditer(text):
        if not _uttered(text, found.start()):
            continue
        tail = rx(r", [^.!?“”\"\n]*?, ([a-z]+)(?: ([a-z]+))?").match(text, found.end())
        words = [word for word in tail.groups() if word] if tail else []
        if any(tag in ("past", "third") for word in words for _, tag in verb_readings(word)):
            continue  # `, Ana Vidal, the poll’s author, told us`
        place = Span(found.start(2), found.start(2))
        yield Hit(Span(*found.span(2)), "the attribution lost its verb", ((Edit(place, "says "),),), 0.6, SUGGEST)
    for found in rx(r"\.([”\"]) ((?:the|a|an) [a-z]+(?: [a-z]+){0,2} ?|he|she)(?=\. [“\"])").finditer(text):
        edits = (Edit(Span(found.start(), found.start() + 1), ","), Edit(Span(found.start(2), found.start(2)), "said "))
        yield Hit(Span(*found.span()), "the attribution lost its verb", (edits,), 0.6, SUGGEST)
    lost = (
        r"(?:[”\"],|,[”\"]) ((?:the|a|an) (?:[a-z-]+ ){1,3}?(?:of (?:the|a|his|her) [a-z-]+ )?)"
        r"(?=(?:at|in|on|during|after|before|outside) [^.!?“”\"\n]*\.)"
    )
    for found in rx(lost).finditer(text):
        rest = text[found.start(1) : text.index(".", found.end())]
        if _uttered(text, found.start()) and not any(_finite(word) for word in rx(r"[a-z]+").findall(rest)):
            place = Span(found.start(1), found.start(1))
            yield Hit(Span(*found.span(1)), "the attribution lost its verb", ((Edit(place, "said "),),), 0.6, SUGGEST)


def _uttered(text: str, closer: int) -> bool:
    """Whether what the marks at `closer` end is a sentence; not: with this “very good result”, the third in a row."""
    words = rx(r"[“\"]([^“”\"\n]*)$").search(before(text, closer, 400))
    return words is None or words.group(1)[:1].isupper()


def _manner(text: str) -> Iterator[Hit]:
    """`”, the singer is clear.` -> makes clear; is categorical -> says categorically."""
    state = (
        r"(?:[”\"],|[,!?][”\"]) ((?:the|a|an|his|her|our) (?:[a-z’-]+ ){1,4}?|[A-ZÀ-Þ][\w’-]+ (?:[A-ZÀ-Þ][\w’-]+ )*"
        rf"|he |she |they )(is|was|are|were) ((?:[a-z]+ly|very|quite) )?({'|'.join(_MANNER)})(?=[.;,]|\n|$| (?:on|in) )"
    )
    for found in rx(state).finditer(text):
        verb, adverb, manner = found.group(2), found.group(3) or "", _MANNER[found.group(4)]
        tag = "third" if verb == "is" else "base" if verb == "are" else "past"
        span = Span(found.start(2), found.end(4))
        if manner:
            repair = f"{inflect_verb('say', tag)} {manner}"
        elif adverb.endswith("ly "):
            repair = f"{adverb}{inflect_verb('make', tag)} clear"
        else:
            repair = f"{inflect_verb('make', tag)} {adverb}clear"
        yield Hit(span, _NO_VERB, (repair,), 0.7, SUGGEST)


def _finite(word: str) -> bool:
    """Whether `word` may be the verb of a clause."""
    return word in ("is", "are", "was", "were", "has", "had", "have", "will", "would") or any(
        tag in ("past", "third") for _, tag in verb_readings(word) if classes(word)[:1] != "N"
    )
