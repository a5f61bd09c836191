from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import MONTHS
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_ACTIONS = frozenset(
    "leave discover arrive open enter run call flee fall hit die take grab shout find collapse crash stop"
    " start decide return jump throw shoot escape notice realise realize alert climb get meet walk push reach"
    " cross strike burst break catch follow wake drive board score equalise equalize win lose beat sign join"
    " quit resign appear disappear vanish drown sink explode ignite spread land learn hear see hide pull drop"
    " steal attack stab kill injure rescue save approach pass turn head settle move marry divorce inherit buy"
    " sell found publish release become begin come go give obtain record refuse force sentence brake write".split()
)
_MONTH = "|".join(MONTHS)
_YEAR = rf"In (?:(?:{_MONTH}) )?(?:1[5-9]\d\d|20[01]\d)"
_PERIOD = r"(?:Last|That) (?:\w+day|day|evening|night|morning|week|month|summer|winter|year)"
_TIMES = (
    rf"\b(?:At (?:noon|midnight|dawn|dusk|\d)|Yesterday|{_PERIOD}|{_YEAR}|The next day|The day before"
    rf"|On (?:\w+day,? )?(?:(?:{_MONTH}) \d{{1,2}}|\d{{1,2}} (?:{_MONTH})|\w+day)(?:,? \d{{4}})?"
    r"|A few (?:minutes|hours|days) later)"
)
_FINISHED = (
    rf"(?:(?:Yesterday|{_PERIOD}|{_YEAR}|On (?:(?:{_MONTH}) \d{{1,2}},? \d{{4}}|\d{{1,2}} (?:{_MONTH}) \d{{4}}))"
    r"(?:, around [\w. ]{1,12})?)"
)


@rule(
    "narrative-present",
    safety=SUGGEST,
    bad=[
        "In 1987, the young cook [[opens->opened]] his first inn; two years later, he [[obtains->obtained]] a star.",
        "On 3 March 1911, the dyke [[gives->gave]] way and the sea [[enters->entered]] the village.",
        "At noon the alarm went off. The guard [[leaves->left]] his booth and [[discovers->discovered]] the frame.",
    ],
    good=[
        "On Monday the court met. The judge leaves her post in June.",
        "At noon the shop opened. The owner says he sells hats.",
        "In 2014 he wrote that the mill opens at nine and closes at five.",
        "The hero leaves home and discovers the sea, and the film ends there.",
        "In 2014 he bought the mill. The mill is open on Mondays and shut on Fridays.",
    ],
)
def narrative_present(view: View) -> Iterator[Hit]:
    """A story told in the past that slips into the present.

    French narrates in either tense. Only a sentence of two actions, right after a sentence in the past that
    begins with a point in time, is put into the past; habits and summaries stay in the present.
    """
    text = view.text
    pattern = (
        rf"({_TIMES}[^.!?\n“”\"]{{5,160}}\. )"
        r"((?:The|A|An|His|Her|Its|Their|Two|[A-ZÀ-Þ][\w’-]+)(?: [\w’-]+){0,4}? )"
        r"([a-z]+s)( [^.!?\n“”\"]{3,120}? and )([a-z]+s)\b"
    )
    for found in rx(pattern).finditer(text):
        first, second = _action(found.group(3)), _action(found.group(5))
        if first is None or second is None or not _told_in_past(found.group(1)):
            continue
        edits = (Edit(Span(*found.span(3)), first), Edit(Span(*found.span(5)), second))
        yield Hit(Span(found.start(3), found.end(5)), "the story slips into the present", (edits,), 0.65)
    subject = r"(?:he|she|it|they|(?:the|a|an|his|her|its|their) (?:[a-zà-ÿ-]+ ){1,3}?|(?:[A-ZÀ-Þ][\w’-]+ ){1,3}?)"
    dated = rf"(?:(?<=[.!?”] )|(?<![^\n]))({_FINISHED},? ){subject} ?([a-z]+s)\b([^.!?\n“”\"]*)"
    for found in rx(dated).finditer(text):
        first = _action(found.group(2))
        if first is None:
            continue
        made = [Edit(Span(*found.span(2)), first)]
        follow = rf"(?:,? (?:and|then|but)(?: then)?|; [\w ]{{1,25}},) (?:{subject} ?)?([a-z]+s)\b"
        for more in rx(follow).finditer(text, found.start(3), found.end(3)):
            past = _action(more.group(1))
            if past is not None:
                made.append(Edit(Span(*more.span(1)), past))
        span = Span(made[0].span.start, made[-1].span.end)
        yield Hit(span, "a finished time wants the past", (tuple(made),), 0.75)


def _action(word: str) -> str | None:
    """The simple past of an action in the present, or None."""
    lemma = next((lemma for lemma, tag in verb_readings(word) if tag == "third"), None)
    return inflect_verb(lemma, "past") if lemma in _ACTIONS else None


def _told_in_past(sentence: str) -> bool:
    words = rx(r"[a-z]+").findall(sentence)
    return any(
        any(tag == "past" for _, tag in verb_readings(word))
        and not any(tag == "base" for _, tag in verb_readings(word))
        for word in words
    )
