from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.nearby import end_of, start_of
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import MODALS
from mtcheck.lang.en import MONTHS, WEEKDAYS
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span

_DAY, _MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
_PART = r"(?: (?:morning|afternoon|evening|night|lunchtime|noon))?"
_NOT_PAST = MODALS | frozenset(
    "is are am be being has have going plans due set begins opens"
    " starts meets returns takes faces hosts goes wants hopes expects tonight tomorrow next coming upcoming".split()
)
_PREPOSITION = frozenset(
    "from since until till before after by of for to through over during between and or ago".split()
)


@rule(
    "this-weekday",
    safety=SAFE,
    triggers=("his Monday", "his Tuesday", "his Wednesday", "his Thursday", "his Friday", "his Saturday", "his Sunday"),
    bad=[
        "[[This->On]] Monday, January 16, the museum reopened. [[This->On]] Friday, the court has upheld the ban.",
        "He resigned [[this->on]] Saturday, April 16, after eleven years.",
        "A lorry overturned [[this->on]] Thursday on the coast road.",
        "The rocket took off [[this->on]] Sunday 14 April from the base.",
        "They voted [[this->on]] Tuesday, November 7, for the text, which goes to the Senate in May.",
        "Found dead in her flat [[this->on]] Wednesday morning, the pensioner had been living alone.",
    ],
    good=[
        "The museum will reopen this Friday.",
        "She flies to Oslo this Friday, 3 May, and returns on Sunday.",
        "Voters go to the polls this Sunday.",
        "This Tuesday will be remembered for a long time.",
        "What are you doing this Saturday?",
        "His Monday column was cut. The boat sank 80 years ago this Friday.",
    ],
)
def this_weekday(view: View) -> Iterator[Hit]:
    """“this Monday” for a day that is past.

    « ce lundi 16 mai » names the day the paper is about; English says on Monday. A coming day (the museum
    will reopen this Friday) is right and stays.
    """
    text = view.text
    pattern = (
        rf"\b(?:(on|On) )?([Tt]his) ({_DAY}){_PART}(,? (?:(?:{_MONTH}) \d"
        rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})))?"
    )
    for found in rx(pattern).finditer(text):
        if found.group(2) == "This" and _is_subject(text, found.end()):
            continue
        repair = "On" if found.group(2)[0] == "T" else "on"
        span = Span(*found.span(2))
        if found.group(1):
            span, repair = Span(found.start(1), found.end(2)), found.group(1)
        before = rx(r"[A-Za-z]+$").search(text[max(found.start() - 12, 0) : found.start()].rstrip())
        if before and before.group().lower() in _PREPOSITION:
            if before.group().lower() in ("from", "since", "until", "of", "by", "after", "before") and found.group(4):
                yield Hit(Span(span.start, span.end + 1), "a dated day needs no “this”", ("",), 0.9, SUGGEST)
            continue
        if _perfect(text, found.start(), found.end()):
            yield Hit(span, "a past day takes “on”, not “this”", (repair,), 0.85, SUGGEST)
        elif _past(text, found.start(), found.end()):
            yield Hit(span, "a past day takes “on”, not “this”", (repair,), 0.98 if found.group(4) else 0.93)


def _is_subject(text: str, end: int) -> bool:
    """This Wednesday marks ten years: the day is what the sentence speaks of."""
    verb = rx(r" ([a-z]+)\b").match(text, end)
    return verb is not None and (
        verb.group(1) in ("is", "was", "will", "has", "had", "could", "may", "should")
        or any(tag in ("third", "past") for _, tag in verb_readings(verb.group(1)))
    )


def _perfect(text: str, start: int, end: int) -> bool:
    """This Friday, the court has confirmed: the day opens the sentence, and the perfect is the French past."""
    if start_of(text, start, ". ", "! ", "? ", "\n", "” ") != start:
        return False
    told = rx(r", (?:the |an? |his |her |its |[A-Z])[^,.;:!?\n“”]{2,60}? (?:has|have) ([a-z]+) ").match(text, end)
    return told is not None and any(tag == "participle" for _, tag in verb_readings(told.group(1)))


def _past(text: str, start: int, end: int) -> bool:
    """Whether the clause around the day is told in the simple past and speaks of nothing to come."""
    left = start_of(text, start, ". ", "! ", "? ", "\n", "”", "“", ";")
    right = end_of(text, end, ". ", "! ", "? ", "\n", ".\n", "“", ";", " that ", ", which ", ", who ", ", but ")
    words = [word.lower() for word in rx(r"[^\W\d_]+").findall(text[left:right]) if word != "May"]
    if not words or not _NOT_PAST.isdisjoint(words) or text[right : right + 1] == "?":
        return False
    before = [word.lower() for word in rx(r"[^\W\d_]+").findall(text[left:start])]
    # Found dead this Monday, she had
    opens = before and any(tag == "participle" for _, tag in verb_readings(before[0]))
    verbs = words if opens else before or words
    return any(_is_past(word, verbs[at - 1] if at else "") for at, word in enumerate(verbs))


def _is_past(word: str, before: str) -> bool:
    if word in (
        "was",
        "were",
        "had",
        "did",
        "went",
        "took",
        "said",
        "told",
        "met",
        "won",
        "lost",
        "left",
        "fell",
        "rose",
    ):
        return True
    if before in ("the", "a", "an", "his", "her", "their", "its", "this", "be", "been", "to", "of"):
        return False
    tags = {tag for _, tag in verb_readings(word)}
    return "past" in tags and "base" not in tags
