"""the subject of a story -> edits that put its verb, and the verbs that follow it in a row, into the past.

A row is put into the past whole or not at all: a verb of which nobody can tell whether it is one leaves all as they
are.
"""

from __future__ import annotations

from bisect import bisect_left

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import DETERMINERS, PREPOSITIONS, is_name
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens
from mtcheck.lang.en import REPORTING_FINITE
from mtcheck.lang.story import ACTIONS, DAY, MISHAPS, ONCE, STATES, YEAR
from mtcheck.text import Edit, Span

_FOUND = frozenset("found run hit".split())
_OBJECTS = frozenset(
    "control consciousness balance patience hope power ground"
    " fire cries shots screams hold place smoke flames noises voices fright shouts shelter refuge cover flight aim"
    " leave charge part root office exile".split()
)
"""What is set, heard, taken or seen without a determiner."""


def past_series(tokens: Tokens, at: int, last: int, anything: bool = False, least: int = 1) -> tuple[Edit, ...]:
    """Edits of the verb after the subject at `at`, and of those that follow it in a row: of all, or none.

    `least` verbs at least have to tell what happens once.
    """
    verb = _verb(tokens, at, last, anything)
    if verb is None:
        return ()
    made = [verb]
    sure = 1
    unsure = False
    at = bisect_left(tokens.starts, verb.span.end)
    while at < last and (tokens.lows[at] not in STOPS or tokens.lows[at : at + 2] in (("as", "a"), ("as", "an"))):
        if tokens.lows[at] in ("and", "then", "but", ",", ";"):
            follow = at + 1
            while follow < last and tokens.lows[follow] in ("and", "then", "later", "immediately", "finally", ","):
                follow += 1
            if time := rx(r"(?:\w+ ){1,2}later, ").match(tokens.text, tokens.starts[min(follow, last - 1)]):
                follow = bisect_left(tokens.starts, time.end())
            edit = (
                in_the_past(tokens, follow, last)
                or _verb(tokens, follow, last, anything)
                or _hurt(tokens, follow, last)
            )
            if edit is not None:
                if unsure:
                    return ()  # `leaves the bar, drinks and founds`: what stands between may be a verb
                sure += 1
            elif follow < last:
                follow += classes(tokens.lows[follow])[:1] == "R" and follow + 1 < last  # always works
                edit = _coordinated(tokens, follow, last, anything)
                unsure = unsure or (edit is None and third_person(tokens.lows[follow]) is not None)
            if edit is not None:
                made.append(edit)
                at = bisect_left(tokens.starts, edit.span.end)
                continue
        at += 1
    later = rx(r" who (will) (?:be|become|marry|give|make|have)\b").search(
        tokens.text, made[-1].span.end, tokens.ends[last - 1]
    )
    sends = rx(r", who ([a-z]+s) (?=the|a|an|his|her|their|him|them)\b").search(
        tokens.text, made[-1].span.end, tokens.ends[last - 1]
    )
    if anything and sends and third_person(sends.group(1)) in ACTIONS:  # the prefect, who sends the troops
        made.append(Edit(Span(*sends.span(1)), inflect_verb(third_person(sends.group(1)) or "", "past")))
    where = rx(r" where (?:he|she|they) (is|are) ([a-z]+)\b").search(
        tokens.text, made[-1].span.end, tokens.ends[last - 1]
    )
    if where and any(tag == "participle" for _, tag in verb_readings(where.group(2))):  # Limoges, where he is born
        made.append(Edit(Span(*where.span(1)), "was" if where.group(1) == "is" else "were"))
    if later:
        made.append(Edit(Span(*later.span(1)), "would"))  # the painter who will become her husband
    return tuple(made) if sure >= least else ()


def third_person(low: str) -> str | None:
    """The verb whose third person `low` may be."""
    return next((lemma for lemma, tag in verb_readings(low) if tag == "third" and lemma not in ("be", "have")), None)


def _coordinated(tokens: Tokens, at: int, last: int, anything: bool = False) -> Edit | None:
    """A verb in the present that goes on after one put into the past, whatever it means: `and studies law`."""
    low, after = tokens.lows[at], tokens.lows[min(at + 1, last - 1)]
    if low in ("is", "are") and any(tag == "participle" for _, tag in verb_readings(after)):
        by = at + 2 < last and tokens.lows[at + 2] == "by"
        past = "was" if low == "is" else "were"
        return Edit(Span(tokens.starts[at], tokens.ends[at]), past) if by or anything else None
    if anything and any(tag == "base" for _, tag in verb_readings(low)) and after in PREPOSITIONS:
        verb = next(lemma for lemma, tag in verb_readings(low) if tag == "base")
        sure = "V" in classes(low)[:1] and verb not in STATES
        return Edit(Span(tokens.starts[at], tokens.ends[at]), inflect_verb(verb, "past")) if sure else None
    lemma, kinds = third_person(low), classes(after)
    if lemma is None or tokens.kinds[at] != WORD or after in (",", "and", "or", "."):
        return None
    # no plural is followed by a noun of its own: `studies law`
    if (
        classes(low)[:1] == "V"
        or after in DETERMINERS
        or after[-3:] == "ing"
        or (kinds[:1] in ("N", "J") and "I" not in kinds)
    ):
        return Edit(Span(tokens.starts[at], tokens.ends[at]), inflect_verb(lemma, "past"))
    return None


STOPS = frozenset('that who which whose where when because if while although as since “ ” " « » ( :'.split())
_AFTER_VERB = frozenset(
    "him her them it us me itself himself herself themselves to up down out off away back over too on in into home and"
    " dead first second third last as no not".split()
)


def _verb(tokens: Tokens, at: int, last: int, anything: bool) -> Edit | None:
    """The verb in the present, or in the future, of the subject that begins at token `at`."""
    if at >= last or tokens.kinds[at] != WORD:
        return None
    if tokens.lows[at] in ("he", "she", "it", "they"):
        return in_the_past(tokens, at + 1, last, anything) or in_the_past(tokens, at + 2, last, anything, adverb=True)
    if tokens.lows[at] in ("every", "each", "any", "no", "all", "some"):
        return None
    if tokens.lows[at] not in DETERMINERS and not is_name(tokens, at) and tokens.lows[at] != "police":
        return None
    for verb in range(at + 1, min(at + 9, last)):
        low = tokens.lows[verb]
        if tokens.kinds[verb] != WORD or low in STOPS:
            return None
        before = tokens.lows[verb - 1]
        if (
            before in PREPOSITIONS
            or before in DETERMINERS
            or (classes(before)[:1] == "J" and "N" not in classes(before))
        ):
            continue
        if edit := in_the_past(tokens, verb, last, anything):
            return edit
        if any(tag == "past" for _, tag in verb_readings(low)) or low in ("has", "have", "had", "will", "would", "can"):
            return None
    return None


def in_the_past(tokens: Tokens, at: int, last: int, anything: bool = False, adverb: bool = False) -> Edit | None:
    """The edit that puts the verb at token `at` into the past, where it is one in the present (or a past future)."""
    if at >= last or tokens.kinds[at] != WORD or (adverb and classes(tokens.lows[at - 1])[:1] != "R"):
        return None
    low, before = tokens.lows[at], tokens.lows[at - 1]
    after = tokens.lows[at + 1] if at + 1 < last else "."
    span = Span(tokens.starts[at], tokens.ends[at])
    if low == "will" and at + 1 < last:
        dated = rx(rf"\b{YEAR}\b").search(tokens.text, tokens.starts[tokens.sentence(at, at + 1)[0]], span.start)
        sequel = (anything and dated) or rx(rf"\b(?:later|{YEAR}|at the age of|until his|until her)\b").search(
            tokens.text, span.end, tokens.ends[last - 1]
        )
        return _future(tokens, at, before) if sequel else None
    if low in ("is", "are") and after in MISHAPS - _FOUND and before in ("he", "she", "they", "it", "and", ","):
        return Edit(span, "was" if low == "is" else "were")
    if low in ("is", "are", "has", "have"):
        perfect = any(tag == "participle" for _, tag in verb_readings(after))
        if not anything or (low in ("has", "have") and perfect) or after in ("not", "been"):
            return None
        return Edit(span, {"is": "was", "are": "were"}.get(low, "had"))
    several = (
        before in ("they", "police")
        or ("s" in classes(before) and classes(before)[:1] == "N")
        or before in (",", "and")
    )
    wanted = ("third", "base") if before in (",", "and", "then", "but") else ("base",) if several else ("third",)
    readings = verb_readings(low)
    told = any(tag == "past" for _, tag in readings)  # workers found themselves: they founded nothing
    lemma = next((lemma for lemma, tag in readings if tag in wanted and not (told and tag == "base")), None)
    likely = anything and (classes(low)[:1] == "V" or (wanted == ("third",) and after in DETERMINERS))
    likely = likely or (anything and (after in ("him", "them") or before in ("he", "she", "it")))
    if lemma is None or not (lemma in ACTIONS or likely):
        return None
    follows = (
        after in DETERMINERS | PREPOSITIONS | _AFTER_VERB
        or after in ".,;"
        or classes(after)[:1] in ("R", "U")
        or after[:1].isdigit()
        or (at + 1 < last and tokens.capital(at + 1))
        or after in _OBJECTS
    )
    if not follows and not likely:
        return None
    if low in REPORTING_FINITE and after == ",":
        return None  # `That night, she says, she was asked`
    habit = rf" (?:at|from|every|between) |(?: \w+)? on (?:{DAY})"
    if lemma in ("open", "close", "start", "begin", "leave") and rx(habit).match(tokens.text, span.end):
        return None
    return Edit(span, inflect_verb(lemma, "past"))


def _future(tokens: Tokens, at: int, before: str) -> Edit | None:
    """`will be beaten six years later` -> `was beaten`."""
    lemma = next((lemma for lemma, tag in verb_readings(tokens.lows[at + 1]) if tag == "base"), None)
    if lemma is None:
        return None
    plural = before == "they" or "s" in classes(before)
    past = ("were" if plural else "was") if lemma == "be" else inflect_verb(lemma, "past")
    return Edit(Span(tokens.starts[at], tokens.ends[at + 1]), past)


def goes_on(tokens: Tokens, at: int, last: int) -> tuple[Edit, ...]:
    """The edits of a sentence that tells on in the present after one that was put into the past.

    What the subject is, has or always does may be true to this day.
    """
    verb = _verb(tokens, at, last, True)
    if verb is None:
        return ()
    lemmas = {lemma for lemma, _ in verb_readings(verb.span.of(tokens.text).lower())}
    then = tokens.lows[min(bisect_left(tokens.starts, verb.span.end), last - 1)]
    done = {lemma for lemma, tag in verb_readings(then) if tag == "participle"} & ACTIONS or then in MISHAPS
    return () if lemmas & STATES and not ("be" in lemmas and done) else past_series(tokens, at, last, anything=True)


def eventful(tokens: Tokens, at: int, last: int) -> tuple[Edit, ...]:
    """The edits of a row of verbs of which one at least tells what happens once and none what may be so to this day."""
    edits = past_series(tokens, at, last, anything=True) if tokens.lows[at] in ("he", "she", "they") else ()
    rows = [{lemma for lemma, _ in verb_readings(edit.span.of(tokens.text).lower())} for edit in edits]
    once = any(lemmas & ACTIONS for lemmas in rows)
    return edits if len(rows) > 1 and once and not any(lemmas & STATES for lemmas in rows) else ()


def happens_once(tokens: Tokens, at: int, last: int) -> tuple[Edit, ...]:
    """The edits of a sentence after a dated past whose first verb tells what nobody does twice: They flee."""
    edits = past_series(tokens, at, last)
    if not edits:
        return ()
    first = edits[0].span
    after = bisect_left(tokens.starts, first.end)
    found = tokens.lows[after : after + 1] in (("themselves",), ("himself",), ("herself",), ("itself",))
    lemmas = {lemma for lemma, _ in verb_readings(first.of(tokens.text).lower())}
    then = tokens.lows[after - 2] in ("then", "immediately", "finally", "suddenly")
    return edits if lemmas & ONCE or then or (found and "find" in lemmas) else ()


def _hurt(tokens: Tokens, at: int, last: int) -> Edit | None:
    """`and two children are injured`, of one noun phrase only."""
    edits = past_mishap(tokens, at, min(at + 6, last)) if at < last and tokens.lows[at] in DETERMINERS else ()
    return edits[0] if edits else None


def past_mishap(tokens: Tokens, at: int, last: int) -> tuple[Edit, ...]:
    """On Saturday evening, a man is stabbed -> was stabbed."""
    for verb in range(at + 1, min(at + 9, last - 1)):
        if tokens.lows[verb] in ("is", "are") and tokens.lows[verb + 1] in MISHAPS:
            return (Edit(Span(tokens.starts[verb], tokens.ends[verb]), "was" if tokens.lows[verb] == "is" else "were"),)
        if tokens.lows[verb] in STOPS:
            break
    return ()
