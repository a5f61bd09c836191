from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import DETERMINERS, adverbial, adverbials, end_mark, noun_phrase, plurals, time_phrase
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_MESSAGE = "English wants the subject before the verb here"
_PASSIVE = frozenset(
    "held announced inaugurated presented opened published signed arrested buried launched unveiled adopted"
    " approved celebrated organised organized discovered found killed elected revealed released".split()
)
_DETERMINED = frozenset("the a an his her its their two three four five several".split())
_PLAIN = (
    *("began", "begins", "opened", "opens", "started", "starts", "ended", "ends", "died", "appeared"),
    *("arrived", "arrive", "will arrive", "occurred"),
    *("will begin", "will open", "will start", "will end", "will close"),
)


@rule(
    "verb-first",
    safety=SUGGEST,
    bad=[
        "Yesterday, Saturday, [[took place the last mass in the chapel->the last mass in the chapel took place]].",
        "On Monday [[was inaugurated the new lock->the new lock was inaugurated]].",
        "On Monday evening[[ opened in Bari the fair->, the fair opened in Bari]].",
        "In March [[will begin the trial->the trial will begin]].",
        "[[Was published on Friday the list of the drowned->The list of the drowned was published on Friday]].",
        "[[Will be present at the fair the prefect, the bishop and two ministers->The prefect, the bishop and two"
        " ministers will be present at the fair]].",
        "[[Remain to be restored the two ovens->The two ovens remain to be restored]].",
        "[[Are expected on Saturday more than forty riders->More than forty riders are expected on Saturday]].",
        "[[Has been confirmed on Friday the sale->The sale was confirmed on Friday]].",
        "[[Remains to know->It remains to be seen]] who will pay for the roof.",
        "It is a field where [[will be built 600 homes->600 homes will be built]].",
        "It remains to [[know->be seen]] if he will pay.",
        "In Brest [[took place on Sunday a race->a race took place on Sunday]].",
        "[[Remains->There remains]] the question of the roof.",
        "The bridge is closed, as [[explains the engineer->the engineer explains]].",
    ],
    good=[
        "Today was declared a day of mourning. The meeting took place the following day.",
        "Was the list published on Friday?",
        "On the hill stands the castle. Here comes the bride. Then came the war. Thus was born the first cooperative.",
        "As costs rise, the law, as shown by the report, changes. Remains of a ship were found.",
    ],
)
def verb_first(view: View) -> Iterator[Hit]:
    """A statement that begins with its verb: “Today took place the first meeting”, “Remains to know who”.

    French puts the verb first after a time (« Lundi a été inauguré le pont »), in formal announcements (« A été
    publiée la liste ») and after « comme » (« comme l’explique l’ingénieur »). English keeps such an order for
    places and for poetry, which are left alone: “On the hill stands the castle”, “Then came the war”.
    """
    text = view.text
    tokens = tokens_of(text)
    yield from _after_time(tokens)
    yield from _verb_opens(tokens)
    yield from _where(tokens)
    for found in rx(
        r"(?:(?<=[.!?:] )|(?<![^\n]))Remains(?: to (?:know|see|be seen)"
        r"(?= (?:who|if|whether|how|what|when|where|why|which)\b)|(?= the (?:question|problem|issue|mystery|matter)\b))"
    ).finditer(text):
        repair = "It remains to be seen" if " " in found.group() else "There remains"
        yield Hit(Span(*found.span()), _MESSAGE, (repair,), 0.85)
    for found in rx(r"\b[Ii]t remains to (know)(?= (?:who|if|whether|how|what|when|where|why|which)\b)").finditer(text):
        yield Hit(Span(*found.span(1)), "what is not known yet “remains to be seen”", ("be seen",), 0.85)
    for found in rx(
        r"\b[Aa]s ((?:explain|recall|indicate|underline|stresse|emphasise|remind|remark|announce|reveal|confirm"
        r"|acknowledge|prove|illustrate|demonstrate|write|say|suggest|testifie|summarise|admit)s) "
        r"(?=(?:the|a|his|her|its|their|this)\b|[A-Z])"
    ).finditer(text):
        end = noun_phrase(tokens, bisect_left(tokens.starts, found.end()))
        if end is not None and end_mark(tokens, end):
            span = Span(found.start(1), tokens.ends[end - 1])
            yield Hit(span, _MESSAGE, (f"{text[found.end() : span.end]} {found.group(1)}",), 0.75)


def _where(tokens: Tokens) -> Iterator[Hit]:
    """an area where will be built 600 homes -> where 600 homes will be built."""
    verb = r"(?<=\bwhere )((?:will be|was|were|is|are|has been|have been) [a-z]+(?:ed|t|wn|nd|ld))(?= [a-z\d])"
    for found in rx(verb).finditer(tokens.text):
        first = bisect_left(tokens.starts, found.end(1))
        end = noun_phrase(tokens, first)
        counted = rx(r" \d[\d,]* (?:[a-z]+ )?[a-z]+s(?=[.,;])").match(tokens.text, found.end(1))
        end = bisect_left(tokens.starts, counted.end()) if counted else end
        if end is not None and end_mark(tokens, end):
            span = Span(found.start(1), tokens.ends[end - 1])
            yield Hit(span, _MESSAGE, (f"{tokens.text[tokens.starts[first] : span.end]} {found.group(1)}",), 0.8)


def _after_time(tokens: Tokens) -> Iterator[Hit]:
    """Today took place the meeting; on Monday was inaugurated the lock."""
    for found in rx(
        r"(?<![^\s“\"])(?:(?:[Tt]ook|[Tt]akes|will take) place|(?:[Ww]as|[Ww]ere) ([a-z]+)"
        rf"|({'|'.join(sorted(_PLAIN))})) (?=[a-z]|On )"
    ).finditer(tokens.text):
        passive, plain = found.groups()
        if not passive or passive in _PASSIVE:
            hit = _verb_first(tokens, bisect_left(tokens.starts, found.start()), found.end(), not (passive or plain))
            if hit:
                yield hit


def _verb_first(tokens: Tokens, at: int, after: int, anywhere: bool) -> Hit | None:
    """Takes the subject before the verb, where only times (with `anywhere`, or places) stand before the verb."""
    place = first = tokens.sentence(at, at)[0]
    loose = anywhere or tokens.lows[at - 1] == ","  # behind a comma no place has its verb first
    while place < at:
        end = adverbial(tokens, place) if loose else time_phrase(tokens, place)
        if end is None and tokens.lows[place] == ",":
            end = place + 1
        if end is None or end > at:
            return None
        place = end
    if first == at:
        return None
    start = bisect_left(tokens.starts, after)
    for subject in (start, *reversed(adverbials(tokens, start))):
        end = noun_phrase(tokens, subject) if subject < len(tokens) and tokens.lows[subject] in _DETERMINED else None
        if end is not None and tokens.lows[end : end + 1] == ("of",) and "U" in classes(tokens.lows[end + 1]):
            end += 2  # a boy of nine
        goes_on = end is not None and end < len(tokens) and tokens.lows[end] in _WITH and subject > start
        if end is None or not (end_mark(tokens, end) or goes_on) or (end < len(tokens) and tokens.lows[end] == "?"):
            continue
        if subject == start and tokens.lows[subject] in ("a", "an") and not anywhere:
            continue  # `today was announced a holiday`
        span = Span(tokens.starts[at], tokens.ends[end - 1])
        verb = Span(span.start, tokens.ends[subject - 1]).of(tokens.text)
        words = tokens.text[tokens.starts[subject] : span.end]
        if at - first > 2 and tokens.lows[at - 1] != "," and _only_times(tokens, first, at):
            return Hit(Span(tokens.ends[at - 1], span.end), _MESSAGE, (f", {words} {verb}",), 0.8)
        return Hit(span, _MESSAGE, (f"{words} {verb}",), 0.8)
    return None


_WITH = frozenset("with without from".split())
"""What may stand behind the subject, and then stands behind the verb: arrived a boy | with a snakebite."""


def _only_times(tokens: Tokens, first: int, last: int) -> bool:
    """Whether nothing but times stands in the range: a long one takes a comma, a place need not."""
    while first < last and (end := time_phrase(tokens, first)) is not None:
        first = end
    return first == last


def _verb_opens(tokens: Tokens) -> Iterator[Hit]:
    """Was published on Friday the list; Will be present the prefect and two ministers."""
    text = tokens.text
    for found in rx(
        r"(?<![^\s“\"])(Was|Were|Is|Are|Has been|Have been|Will be|Remains? to be) (?:(also|then|thus|finally|notably)"
        r" )?([a-z]+) (?=[a-z])"
    ).finditer(text):
        at = bisect_left(tokens.starts, found.start(3))
        first = bisect_left(tokens.starts, found.start())
        participle = any(tag == "participle" for _, tag in verb_readings(found.group(3)))
        if not (participle or found.group(3) in ("present", "absent")) or not tokens.starts_sentence(first):
            continue
        last = tokens.sentence(first, first + 1)[1] - 1
        if tokens.lows[last] != ".":
            continue
        for subject in (*reversed(adverbials(tokens, at + 1)), at + 1):
            end = _subject_end(tokens, subject, last)
            if end is not None:
                yield _turned(tokens, found, subject, end)
                break


def _subject_end(tokens: Tokens, subject: int, last: int) -> int | None:
    """Where the subject from token `subject` ends: with its sentence, over the commas of a list."""
    while tokens.lows[subject] in _ABOUT and subject < last:
        subject += 1
    low = tokens.lows[subject]
    if low not in DETERMINERS and not low.isdigit() and "U" not in classes(low):
        return None
    end = noun_phrase(tokens, subject) if low in DETERMINERS else plurals(tokens, subject)
    while end is not None and end < last and tokens.lows[end] in (",", "and"):
        further = end + 1 + (tokens.lows[end] == "," and tokens.lows[end + 1] == "and")
        end = noun_phrase(tokens, further)
    if end is not None and end < last and "," not in tokens.lows[end:last]:
        low = tokens.lows[end]  # a man suspected of eleven burglaries
        if low in ("who", "whose", "which", "that") or (
            low not in DETERMINERS and any(tag == "participle" for _, tag in verb_readings(low))
        ):
            return last
        if (low, tokens.lows[end + 1]) in _CAUSES or low in ("following", "after", "before", "since", "despite"):
            return end
    return end if end == last else None


_CAUSES = (("because", "of"), ("due", "to"), ("thanks", "to"), ("owing", "to"), ("on", "suspicion"))
_ABOUT = frozenset("more less fewer than nearly almost about around over some at least".split())


def _turned(tokens: Tokens, found: re.Match[str], subject: int, end: int) -> Hit:
    """The sentence with its subject first; a compound past beside a time that is over becomes a simple one."""
    text = tokens.text
    words = text[tokens.starts[subject] : tokens.ends[end - 1]]
    rest = text[found.end(3) : tokens.ends[subject - 1]].rstrip()
    verb, adverb = found.group(1).lower(), f" {found.group(2)}" if found.group(2) else ""
    if verb.startswith("ha") and rx(r"yesterday|last | on [A-Z]| ago").search(rest):
        verb = "was" if verb == "has been" else "were"
    head, _, tail = verb.partition(" ")
    verb = f"{head}{adverb}{' ' * bool(tail)}{tail}"
    repair = f"{words[0].upper()}{words[1:]} {verb} {found.group(3)}{rest}"
    return Hit(Span(found.start(), tokens.ends[end - 1]), _MESSAGE, (repair,), 0.8)
