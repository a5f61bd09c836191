"""tokens -> the repair of a verb of saying that French put before its subject, whatever stands between the two."""

from __future__ import annotations

from mtcheck.analysis.inflect import singular, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import DETERMINERS, adverbial, adverbials, base_phrase, end_mark, is_name, noun_phrase
from mtcheck.analysis.tokens import BREAK, Tokens
from mtcheck.finding import Hit
from mtcheck.lang.en import REPORTING_FINITE
from mtcheck.text import Edit, Span

MESSAGE = "English wants the subject before the verb here"
_LONG = 40
"""Tokens between the verb and its subject at most."""


def moved(tokens: Tokens, start: int, at: int, put: str, gap: int, subject: int) -> Hit | None:
    """The repair that takes the subject, which begins at token `subject` and ends its clause, before the verb.

    `gap` is the token from which the text is cut: the comma before the subject, or the subject itself.
    """
    if subject >= len(tokens) or not (tokens.lows[subject] in DETERMINERS or is_name(tokens, subject)):
        return None
    end = noun_phrase(tokens, subject)
    if end is None or not end_mark(tokens, end):
        return None
    words = tokens.text[tokens.starts[subject] : tokens.ends[end - 1]]
    apposition = _apposition(tokens, end)
    if apposition is None and not _free(tokens, end):
        return None
    if apposition is not None:
        end = apposition
        words = tokens.text[tokens.starts[subject] : tokens.ends[end - 1]] + ","
    cut = Span(tokens.ends[gap - 1], tokens.ends[end - 1])
    verb = Span(tokens.starts[start], tokens.ends[at])
    edits = (Edit(verb, f"{words} {put}"), Edit(cut, ""))
    return Hit(Span(verb.start, cut.end), MESSAGE, (edits,), 0.78)


def _apposition(tokens: Tokens, end: int) -> int | None:
    """After `, 54, a fisherwoman` up to the stop; None where the comma leads elsewhere or there is none."""
    if end + 1 >= len(tokens) or tokens.lows[end] != ",":
        return None
    first = tokens.lows[end + 1]
    noun = classes(first)[:1] in ("N", "") or is_name(tokens, end + 1)
    if not (noun or first in DETERMINERS or first[:1].isdigit() or first in ("who", "whose", "himself", "herself")):
        return None
    stop = end + 1
    while stop < len(tokens) and stop < end + 16 and (tokens.lows[stop] == "," or not end_mark(tokens, stop)):
        stop += 1
    return stop if stop < len(tokens) and tokens.lows[stop] in ".;" else None


def _free(tokens: Tokens, end: int) -> bool:
    """Whether what stands after the subject is not said of it: a stop, a quotation, a conjunction, an adverbial."""
    if end + 1 >= len(tokens) or tokens.lows[end] != ",":
        return True
    after = tokens.lows[end + 1]
    joined = after in ("and", "but", "while", "who", "before", "after") or classes(after)[:1] in ("I", "R")
    return joined or end_mark(tokens, end + 1) or after.endswith("ing") or tokens.lows[end + 1] in '“"«'


def behind_aside(tokens: Tokens, start: int, at: int, put: str) -> Hit | None:
    """insists, arms folded, the goalkeeper -> the goalkeeper insists, arms folded."""
    close = at + 2
    while close < len(tokens) and close < at + 16 and not end_mark(tokens, close):
        close += 1
    if close >= len(tokens) or tokens.lows[close] != "," or close == at + 2:
        return None
    if hit := moved(tokens, start, at, put, close, close + 1):
        return hit
    for heard in reversed(adverbials(tokens, close + 1)):
        hit = moved(tokens, start, at, put, heard, heard)
        if hit is None:
            continue
        # `confides, voice broken, to the journalists the miller`: the aside goes last
        text = tokens.text
        aside = Span(tokens.ends[at], tokens.ends[close - 1]).of(text)
        subject = Span(tokens.starts[heard], hit.span.end).of(text)
        to = Span(tokens.starts[close + 1], tokens.ends[heard - 1]).of(text)
        return Hit(hit.span, MESSAGE, (f"{subject} {put} {to}{aside}",), 0.75)
    return None


def led(tokens: Tokens, at: int) -> Hit | None:
    """proudly explains to visitors the curator -> the curator proudly explains to visitors, behind an adverb."""
    adverb = tokens.lows[at]
    contrary = adverb in ("however", "nevertheless", "nonetheless")
    if (
        not contrary
        and adverb not in ("thus", "then", "also")
        and not (adverb.endswith("ly") and classes(adverb)[:1] == "R")
    ):
        return None
    verb = at + 1
    if verb + 1 >= len(tokens) or tokens.lows[verb] not in REPORTING_FINITE:
        return None
    after = verb + 1 + (tokens.lows[verb + 1] in ("up", "out"))
    put = Span(tokens.starts[verb], tokens.ends[after - 1]).of(tokens.text)
    put = f"{put}, {adverb}" if contrary else f"{adverb} {put}"
    ends = [] if contrary else circumstances(tokens, after)
    if contrary or adverb in ("also", "thus"):
        ends = [after, *ends]
    for subject in reversed(ends):
        if hit := moved(tokens, at, after - 1, put, subject, subject):
            return hit
    return None


def circumstances(tokens: Tokens, at: int) -> list[int]:
    """Where each of a row of adverbials ends, with what is said of their nouns: in a report, published on Tuesday."""
    ends: list[int] = []
    while len(ends) < 6 and at < len(tokens):
        end = at + 1 if tokens.lows[at] in ("later", "earlier", "afterwards") else adverbial(tokens, at)
        if end is None and ends and any(tag == "participle" for _, tag in verb_readings(tokens.lows[at])):
            end = adverbial(tokens, at + 1)
        if end is None:
            break
        ends.append(end)
        at = end
    return ends


def behind_asides(tokens: Tokens, start: int, at: int, put: str) -> Hit | None:
    """`has confirmed from Warsaw, where he was, the minister`: the subject behind one comma or several.

    `start` is the verb's first token, `at` its last, `put` what it becomes.
    """
    thanks = tokens.lows[at] == "thanks" and tokens.lows[at + 1] == "to"
    if tokens.lows[at] in _PRINTED or thanks or at + 2 >= len(tokens):
        return None
    if tokens.lows[at + 1] in ("up", "out") and at + 2 < len(tokens):
        at += 1
        put = f"{put} {tokens.lows[at]}"
    heard = at + 1
    if tokens.lows[heard : heard + 2] == ("to", "us") or tokens.lows[heard] in ("us", "me"):
        put = put if tokens.lows[heard] == "to" else tokens.lows[at]
        heard += 1 + (tokens.lows[heard] == "to")
    ends = [heard, *circumstances(tokens, heard)]
    commas = []
    stop = heard
    while stop < len(tokens) and stop < at + _LONG and (tokens.lows[stop] == "," or not end_mark(tokens, stop)):
        commas += [stop] if tokens.lows[stop] == "," else []
        stop += 1
    if not commas or commas[0] not in ends or stop >= len(tokens) or not (_ends(tokens, stop)):
        return None
    found = None
    for comma in reversed(commas):
        clause = stop - comma > 3 and tokens.lows[stop - 1] in REPORTING_FINITE  # the government promises
        hit = None if clause else moved(tokens, start, at, put, comma, comma + 1)
        if hit is not None and (found is None or _person(tokens, comma + 1)):
            found = hit
        elif found is not None:
            break
    return found


_PRINTED = frozenset("published publishes read reads posted posts released".split())
"""Behind a title they say where it came out: “Mutagens”, published in Carcinogenesis, Vol. 1."""


def _ends(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == BREAK or tokens.lows[at] in '.;!?:“”"«'


def _person(tokens: Tokens, at: int) -> bool:
    """Whether the noun phrase at token `at` names who can speak: a person, several, or a body."""
    if is_name(tokens, at):
        return True
    end = base_phrase(tokens, at)
    if end is None:
        return False
    head = tokens.lows[end - 1]
    return head in _BODIES or gender_of_noun(head) is not None or gender_of_noun(singular(head)) is not None


_BODIES = frozenset(
    "court ministry agency association union unions government company firm group committee commission council party"
    " treasury police prefecture federation institute organisation organization authority board bank ngo collective"
    " office embassy school hospital parliament club newspaper daily magazine weekly report study website site"
    " management opposition majority team university observatory body watchdog city town region".split()
)


INTERPOLATED = tuple(
    "recalls recalled underlines underlined stresses stressed estimates estimated explains explained notes noted warns"
    " warned announces announced says said assures assured promises promised insists insisted specifies specified"
    " remembers remembered reveals revealed"
    " confirms confirmed regrets regretted writes wrote adds added points observes observed indicates indicated".split()
)
"""Verbs of « A, rappelle dans son livre X, B »."""
_SPOKEN = frozenset(INTERPOLATED)


def interpolated(tokens: Tokens) -> list[Hit]:
    """The lake, recalls in his book Paul Duval, froze -> The lake, Paul Duval recalls in his book, froze."""
    hits = []
    for at in tokens.where(_SPOKEN):
        first, last = tokens.sentence(at, at + 1)
        if at < 2 or tokens.lows[at - 1] != "," or "," in tokens.lows[first : at - 1] or tokens.capital(at):
            continue
        if any(mark in tokens.lows[first:last] for mark in '“”"«»'):
            continue
        for subject in reversed(circumstances(tokens, at + 1)):
            if subject + 1 >= last or not _person(tokens, subject):
                continue
            end = noun_phrase(tokens, subject)
            if end is None or end >= last or tokens.lows[end] != "," or end + 2 >= last:
                continue
            if tokens.lows[end + 1] in ("and", "but", "or", "who", "whose", "which"):
                continue
            words = tokens.text[tokens.starts[subject] : tokens.ends[end - 1]]
            verb = Span(tokens.starts[at], tokens.ends[at])
            edits = (
                Edit(Span(verb.start, verb.start), f"{words} "),
                Edit(Span(tokens.ends[subject - 1], tokens.ends[end - 1]), ""),
            )
            hits.append(Hit(Span(verb.start, tokens.ends[end - 1]), MESSAGE, (edits,), 0.78))
            break
    return hits
