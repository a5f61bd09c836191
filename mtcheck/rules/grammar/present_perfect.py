from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit, Safety
from mtcheck.lang.en import MONTHS, WEEKDAYS
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span

_DAY, _MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
_TIME = (
    rf"yesterday|last (?:night|week|month|year|summer|winter|spring|autumn|{_DAY}|{_MONTH})\b|(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|several|many|a few) (?:years?|months?|weeks?|days?|hours?|minutes?) ago"
    rf"|this (?:{_DAY}),? (?:(?:{_MONTH}) \d|\d{{1,2}} (?:{_MONTH}))|on (?:{_DAY})(?: (?:morning|afternoon|evening|night))?\b(?!s)|on (?:{_MONTH}) \d{{1,2}}(?:, \d{{4}})?\b|on \d{{1,2}} (?:{_MONTH})\b|in (?:(?:{_MONTH}) )?(?:1[5-9]|20)\d\d\b(?![-–]\d)|during last night[’']s"
)
_CLAUSE = r"\b(?:that|which|who|whom|whose|since|because|if|when|to|would|will|could|should|may|might|is|are|was|were|has|have|had|he|she|they|we|it|i|as|over the|in the|during the|for the|of the|within the|past|for the first time|ever|until|by|before|after)\b|\d{4}"
_PLANS = frozenset(
    "called scheduled planned announced set invited summoned organised organized proposed ordered promised booked postponed"
    " agreed decided asked demanded arranged slated convened requested threatened offered been got".split()
)


@rule(
    "present-perfect",
    safety=SAFE,
    triggers=("has ", "have "),
    bad=[
        "The club [[has sold->sold]] its stadium in 2014 to a cheese maker.",
        "Two walkers [[have found->found]] the statue yesterday morning.",
        "The firm [[has been founded->was founded]] in 1954 by two brothers.",
        "On Monday, the rider [[has announced->announced]] his retirement.",
        "The actress [[has left->left]] the series two years ago.",
    ],
    good=[
        "The club has sold its stadium. She has lived there since 2014.",
        "He has said that they met in 2014. They have agreed to meet on Monday.",
        "They may have found it yesterday; he seems to have left in 2014.",
        "The union has called a strike on Monday.",
        "By yesterday she has had enough. Has he sold it yesterday?",
        "They have been closed on Mondays.",
    ],
)
def present_perfect(view: View) -> Iterator[Hit]:
    """The present perfect with a time that is over.

    « a vendu en 2014 », “ha pedido el lunes”: the compound past of the source becomes has + participle,
    but a finished time (yesterday, last week, in 2014, two years ago) wants the simple past in English.
    """
    text = view.text
    pattern = rf"\b(has|have) ((?:\w+ly|also|already|never|just|finally|not) )?(been )?([a-z]+)\b(?=((?:[^.;:!?“”\"()\n]|[ap]\.m\.){{0,110}}?)\b({_TIME}))"
    for found in rx(pattern).finditer(text):
        if found.group(2) in ("not ", "never ", "just ", "already "):
            continue
        repair = _past(found)
        if repair is None or _barred(text, found.start()) or rx(_CLAUSE).search(found.group(5)):
            continue
        if any(_participle(word) for word in rx(r"[a-z]+").findall(found.group(5))):
            continue  # `has sold the stadium built in 1954`
        time = found.group(6)
        weekday = time.startswith("on ")
        gap = found.group(5).strip()
        late = (
            rx(r"\b(19\d\d|200\d|201\d|1[5-8]\d\d)\b").search(time) is None and rx(r"in \d{4}").match(time) is not None
        )
        unsure = late or (weekday and gap and found.group(4) in _PLANS) or (found.group(3) and weekday)
        if unsure and weekday and found.group(4) in _PLANS:
            continue
        if "," in gap and gap.count(",") > 1:
            continue
        yield _hit(found, repair, SUGGEST if unsure else SAFE)
    lead = rf"(?:(?<=\n)|(?<=[.!?] )|^)(?:{_TIME.replace('on (?', '[Oo]n (?').replace('in (?', '[Ii]n (?').replace('yesterday', '[Yy]esterday').replace('last (?', '[Ll]ast (?')}),? (?:[^.;:!?,“”\"()\n]{{1,50}}) (has|have) ((?:\w+ly|also|finally) )?(been )?([a-z]+)\b"
    for found in rx(lead).finditer(text):
        repair = _past(found)
        if repair is None or rx(_CLAUSE).search(text[found.start() : found.start(1)].partition(",")[2]):
            continue
        if _barred(text, found.start(1)):
            continue
        yield _hit(found, repair, SAFE)


def _hit(found: object, repair: str, safety: Safety) -> Hit:
    span = Span(found.start(1), found.end(4))  # type: ignore[attr-defined]
    return Hit(span, "a finished time wants the simple past", (repair,), 0.93 if safety == SAFE else 0.6, safety)


def _past(found: object) -> str | None:
    """The simple past of `has (adverb) (been) participle`, or None where that is no participle."""
    auxiliary, adverb, been, word = found.group(1, 2, 3, 4)  # type: ignore[attr-defined]
    lemmas = [lemma for lemma, tag in verb_readings(word) if tag == "participle"]
    if not lemmas:
        return None
    adverb = adverb or ""
    if been:
        return f"{'was' if auxiliary == 'has' else 'were'} {adverb}{word}"
    if word == "been":
        return f"{'was' if auxiliary == 'has' else 'were'} {adverb}".rstrip()
    return f"{adverb}{inflect_verb(lemmas[0], 'past')}"


def _participle(word: str) -> bool:
    """Whether a word may be a verb form that the time belongs to instead."""
    tags = {tag for _, tag in verb_readings(word)}
    return bool(tags & {"past", "participle"}) and "base" not in tags


def _barred(text: str, at: int) -> bool:
    """Whether a modal, an infinitive or a question comes before: may have found, to have left, Has he."""
    before = text[max(at - 30, 0) : at]
    return (
        rx(
            r"(?:\b(?:to|may|might|must|could|would|should|will|can|not|cannot|since|who|which|that|having|only|ever)|[’']d|n[’']t|[’']ll) $"
        ).search(before)
        is not None
    )
