from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.attribution import Clause, clause_after
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import adverbials, end_mark, noun_phrase
from mtcheck.analysis.quotations import Role
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import tokens_of
from mtcheck.analysis.verbless import speeches, verbless
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import REPORTING_FINITE, REPORTING_PARTICIPLE, REPORTING_STRONG
from mtcheck.lang.trades import SPEAKERS
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Span

_PUT = {"tells": "says", "told": "said", "specifies": "says", "specified": "said", "questioned": "asked",
        "questions": "asks", "precises": "says", "precised": "said"}  # fmt: skip
"""What stands for a verb that does not report a speech in English."""
_WANTING = frozenset(
    "says said adds added explains explained declares declared announces announced states stated insists insisted"
    " stresses stressed assures assured underlines underlined notes noted concludes concluded specifies specified"
    " promises promised insists insisted warns warned claims claimed confides confided continues continued points"
    " exclaims exclaimed recalls recalled".split()
)
"""Verbs that say too little to be a sentence of their own: `The captain explained.`"""
_ALONE = frozenset(
    "agreed laughed smiled nodded hesitated apologised apologized protested prayed cried wept sang joked sighed lied"
    " complained answered replied wondered hoped resigned waited listened shouted screamed swore paused demonstrated"
    " nods laughs smiles agrees".split()
)
"""Verbs that are a sentence with their subject alone: `He laughed.`"""
_MESSAGE = "the attribution goes on the sentence"
_CUT = "the attribution was cut off"


@rule(
    "attribution-broken",
    safety=SAFE,
    triggers=(*QUOTE_TRIGGERS, ". ", ", He ", ", She ", ", They "),
    bad=[
        "“I hold this gift in my hands”, [[S->s]]he said.",
        "“It is over,” [[H->h]]e added, smiling.",
        "“What is a tunnel for?” [[Questioned->asked]] the engineer on Sunday.",
        "“The queue went round the block[[.” Says->,” says]] the cashier of the cinema.",
        "“The band has split up,” the singer [[is->makes]] clear.",
        "“We have lost our boat”[[. She->, she]] added before taking the train.",
        "“That is my field!” [[H->h]]e shouted at the bailiff.",
        "“The mast is gone”[[. Repeated->, repeated]] the skipper on Friday.",
        "The wall will be rebuilt in stone[[. specifies the architect->, the architect says]].",
        "The wall will be rebuilt in stone, [[H->h]]e said.",
        "“We won the case”, [[the nurse is delighted->says the nurse, delighted]].",
        "“No ransom has been paid”, the ministry [[categorical->says categorically]].",
        "“The oven is still lit[[.” Proudly recalls the baker->,” the baker proudly recalls]].",
    ],
    good=[
        "“It is over.” He added nothing.",
        "“It is over,” Emmanuel said.",
        "She called it “a bad joke”. He promised to go to court.",
        "“I love it”: She said so. “Where is it?” He asked the clerk for a room. “No!” He cried.",
        "He called it “a bad joke”. She added sugar to her tea. “Stop!” She said that it hurt.",
        "“It is over!” She laughed and left. “We leave.” Says who?",
        "He called it “a mess”. Added the previous week, the clause is void.",
        "“It is over.” Added value is what they want. “It is over.” Said is said.",
        "“It is over,” the mayor was clear when he said it.",
        "With her novel “The Last Lark”, the author is delighted. “I cried.” Sadly, the singer said no more.",
    ],
)
def attribution_broken(view: View) -> Iterator[Hit]:
    """An attribution that begins like a sentence of its own.

    The clause after the quotation was cut into its own segment and got a capital, or a verb that
    cannot begin a sentence; or it lost its verb, or has one that does not report (the singer is clear).
    """
    text = view.text
    for role in view.quotations.roles:
        if role.role != "close" or role.depth:
            continue
        gap = rx(r"[, ]*").match(text, role.mark.at + 1).end()  # type: ignore[union-attr]
        if text[gap : gap + 1].isupper() and (clause := clause_after(text, gap)):
            hit = _capital(text, role.mark.at, gap, clause) or _sentence(view, role, gap, clause)
            if hit is not None:
                yield hit
    yield from _stopped(view)
    yield from verbless(view)
    yield from _led(view)
    yield from _cut_off(text)


def _capital(text: str, at: int, gap: int, clause: Clause) -> Hit | None:
    """”, He said; ”Said the mayor: only the capital is wrong."""
    word = rx(r"[A-Z][a-z]*(?![\w’'-])").match(text, gap)
    if word is None:
        return None
    before = text[at - 1]
    comma = before == "," or "," in text[at + 1 : gap]
    fused = before not in ".!?…" and (gap == at + 1 or "," not in text[at:gap])
    first = Hit(Span(gap, gap + 1), _MESSAGE, (word.group()[0].lower(),), 0.96)
    opens = word.group() in ("The", "A", "His", "Her")
    verb = clause.closed and clause.verb == word.group().lower()
    if clause.kind == "pronoun" and (comma or fused) and word.group() != "I":
        return first
    if clause.kind in ("verb", "noun") and (comma or fused) and (opens or (clause.kind == "verb" and verb)):
        return first._replace(confidence=0.93)
    if clause.kind == "verb" and before in "?!" and verb and gap > at + 1:
        repair = _PUT.get(clause.verb, clause.verb)
        sure = SAFE if word.group() in ("Asked", "Asks", "Exclaimed", "Said", "Says") else SUGGEST
        return Hit(Span(*word.span()), _MESSAGE, (repair,), 0.93, sure)
    return None


def _sentence(view: View, role: Role, gap: int, clause: Clause) -> Hit | None:
    """`…tomorrow.” Says the captain.` -> `…tomorrow,” says the captain.`; `.” The captain explained.`"""
    text, at = view.text, role.mark.at
    if text[at - 1] != "." or text[at - 2 : at - 1] in (".", "") or gap != at + 2 or role.partner < 0:
        return None
    word = rx(r"[A-Z][a-z]*").match(text, gap)
    opening = view.quotations.roles[role.partner].mark.at
    if word is None or not clause.closed or not text[opening + 1].isupper():
        return None
    inverted = clause.kind == "verb" and clause.verb == word.group().lower()
    bare = clause.verb in REPORTING_STRONG - _ALONE and _ends_there(text, gap, clause.verb)
    if not inverted and not (clause.kind in ("pronoun", "noun") and bare and word.group() != "I"):
        return None
    mark = text[at] + "," if view.style.comma_inside is False else "," + text[at]
    named = clause.kind == "noun" and word.group() not in ("The", "A", "An", "His", "Her", "Their", "One")
    start = word.group() if named else word.group()[0].lower() + word.group()[1:]
    repair = f"{mark} {_PUT.get(start, start)}"
    sure = SAFE if clause.kind == "pronoun" and clause.verb in _WANTING else SUGGEST
    return Hit(Span(at - 1, word.end()), _MESSAGE, (repair,), 0.9, sure)


def _led(view: View) -> Iterator[Hit]:
    """`…1931.” Proudly recalls the baker.` -> `…1931,” the baker proudly recalls.`"""
    text, tokens = view.text, tokens_of(view.text)
    for role in speeches(view):
        found = rx(r"(\.?) ([A-Z][a-z]+) ([a-z]+) (?=[a-zA-ZÀ-Þ])").match(text, role.mark.at + 1)
        stopped = text[role.mark.at - 1] == "." or (found is not None and found.group(1) == ".")
        if found is None or not (stopped or text[role.mark.at - 1] in "!?") or found.group(3) not in REPORTING_FINITE:
            continue
        adverb, verb = found.group(2).lower(), found.group(3)
        end = noun_phrase(tokens, bisect_left(tokens.starts, found.end()))
        led = adverb in ("then", "also", "again", "soon") or (
            adverb.endswith("ly") and classes(adverb)[:1] == "R" and adverb != "rarely"
        )
        if end is None or not end_mark(tokens, end) or not led:
            continue
        words = text[found.end() : tokens.ends[end - 1]]
        comma = "" if not stopped else text[role.mark.at]
        start = role.mark.at + 1
        if stopped:
            start = role.mark.at - (text[role.mark.at - 1] == ".")
            comma = f"{comma}," if view.style.comma_inside is False or found.group(1) else f",{comma}"
        place = Span(start, tokens.ends[end - 1])
        yield Hit(place, _MESSAGE, (f"{comma} {words} {adverb} {_PUT.get(verb, verb)}",), 0.85, SUGGEST)


def _ends_there(text: str, at: int, verb: str) -> bool:
    """Whether the sentence from `at` ends with `verb`."""
    sentence = rx(r"[^.!?\n“”\"]*\.(?=\s|$)").match(text, at)
    return sentence is not None and sentence.group()[:-1].rpartition(" ")[2] == verb


def _person_ends(view: View, at: int) -> str:
    """The mark behind a person with adverbials at most: `”. Repeated | the playwright on Friday.`; or `time`."""
    tokens = tokens_of(view.text)
    start = bisect_left(tokens.starts, at)
    end = noun_phrase(tokens, start)
    if end is None or end >= len(tokens):
        return ""
    if tokens.lows[end - 1] in ("day", "night", "week", "month", "year", "evening", "morning", "time", "moment"):
        return "time"
    stop = (end, *adverbials(tokens, end))[-1]
    heads = {low.removesuffix("s") for low in tokens.lows[start:end]}
    if stop < len(tokens) and tokens.lows[stop] == "." and rx(_SENTENCE).search(view.text, max(at - 300, 0), at):
        return "."
    person = tokens.capital(start) or not SPEAKERS.isdisjoint(heads) or any(gender_of_noun(low) == "" for low in heads)
    return tokens.lows[stop] if person and stop < len(tokens) and tokens.lows[stop] in ".," else ""


_SENTENCE = r"[“\"][A-ZÀ-Þ][^“”\" ]*(?: [^“”\" ]+){3,}[”\"]\. [A-Z][a-z]+$"
"""A quoted sentence, its stop and a verb."""


def _stopped(view: View) -> Iterator[Hit]:
    """`…tomorrow”. Says the captain.`; `The bridge will close, He said.`"""
    text = view.text
    for found in rx(r"(?<=\w)([”\"])\. ([A-Z][a-z]+)(?= (?:(?:the|a|an|his|her)\b|[A-Z]))").finditer(text):
        verb = found.group(2).lower()
        clause = clause_after(text, found.start(2)) if verb in REPORTING_FINITE else None
        if clause is not None and clause.kind == "verb" and clause.verb == verb and clause.closed:
            plain = verb in ("said", "says", "added", "adds", "explains", "declares")
            ends = _person_ends(view, found.end())
            if ends == "time":
                continue
            sure = SAFE if ends and (plain or (verb in REPORTING_STRONG and ends == ".")) else SUGGEST
            place = Span(found.end(1), found.end())
            yield Hit(place, _MESSAGE, (f", {_PUT.get(verb, verb)}",), 0.93, sure)
    for found in rx(r"(?<=\w)([”\"])\. (He|She|They|I) ([a-z]+)(?= |\.|,)").finditer(text):
        verb = found.group(3)
        own = rx(r"(?:promis|claim|continu|point)\w* to\b|insist\w* on\b").match(text, found.start(3))
        if verb in _WANTING and found.group(2) != "I" and not own and rx(_HANGS).match(text, found.end()):
            place = Span(found.end(1), found.end(2))
            yield Hit(place, _MESSAGE, (f", {found.group(2).lower()}",), 0.93)
    for found in rx(r"(?<=[!?…][”\"] )(He|She|They)(?= ([a-z]+))").finditer(text):
        if found.group(2) in _CRIES and rx(_HANGS).match(text, found.end() + 1 + len(found.group(2))):
            yield Hit(Span(found.start(), found.start() + 1), _MESSAGE, (found.group(1)[0].lower(),), 0.93)
    for found in rx(r"(?<=[a-z]), (?:He|She|They) ([a-z]+)(?=[.,])").finditer(text):
        if found.group(1) in _WANTING:
            yield Hit(Span(found.start() + 2, found.start() + 3), _MESSAGE, (text[found.start() + 2].lower(),), 0.93)


_CRIES = frozenset("said says exclaimed exclaims shouted shouts screamed screams yelled asked asks replied".split())
"""After an exclamation or a question."""
_HANGS = (
    r"(?:[.,](?=\s|$)| (?:again|angrily|quietly|softly|then))*"
    r"(?:$|\s(?=[A-Z“\n])| (?:at|to|in|on|before|after"
    r"|from|during|as|while|when|with|through|into|over|behind|outside|inside) (?!(?:that|it)\b))"
)
"""What hangs on a verb of saying that has no object: `She added before taking the train.`"""
_SUBJECT = r"(?:the|a|an|his|her) [a-z-]+(?: [a-z-]+){0,3} ?|[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+){0,2} ?"


def _cut_off(text: str) -> Iterator[Hit]:
    """`The wall will be rebuilt. specifies the architect.` -> `…, the architect says.`"""
    said = rf"(?<=[a-z”\d])\. ([a-z]+)( out)?(?: ({_SUBJECT}))?(?=\.(?:\s|$))"
    for found in rx(said).finditer(text):
        verb = found.group(1)
        if verb in ("he", "she", "they"):
            continue
        if verb in REPORTING_STRONG or verb in _PUT or (verb in ("points", "pointed") and found.group(2)):
            repair = f", {(found.group(3) or 'he').strip()} {_PUT.get(verb, verb)}{found.group(2) or ''}"
            yield Hit(Span(*found.span()), _CUT, (repair,), 0.85, SUGGEST)
    for found in rx(r"(?<=[a-z”\d])\. (has|have|had) ([a-z]+)(?=\.(?:\s|$))").finditer(text):
        if found.group(2) in REPORTING_PARTICIPLE:
            subject = "they" if found.group(1) == "have" else "he"
            repair = f", {subject} {found.group(1)} {found.group(2)}"
            yield Hit(Span(*found.span()), _CUT, (repair, f", she {found.group(1)} {found.group(2)}"), 0.6, SUGGEST)
    for found in rx(r"(?<=[a-z”\d])(\.) ((?:he|she|they) ([a-z]+)(?: (?:out|again))?)(?=\.(?:\s|$))").finditer(text):
        if found.group(3) in REPORTING_STRONG or found.group(3) in ("points", "pointed"):
            yield Hit(Span(found.start(), found.end(2)), _CUT, (f", {found.group(2)}",), 0.85, SUGGEST)
