from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.inverted import (
    INTERPOLATED,
    MESSAGE,
    behind_aside,
    behind_asides,
    circumstances,
    interpolated,
    led,
    moved,
)
from mtcheck.analysis.phrases import (
    DETERMINERS,
    adverbials,
    base_phrase,
    end_mark,
    is_name,
    noun_phrase,
)
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import BREAK, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import REPORTING_FINITE, REPORTING_PAST_OF_PARTICIPLE, REPORTING_PLURAL
from mtcheck.rules import SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Span

_BARE = {
    "tells": "says",
    "told": "said",
    "regrets": "laments",
    "regretted": "lamented",
    "deplores": "laments",
    "deplored": "lamented",
    "denounces": "complains",
    "denounced": "complained",
    "reacts": "says",
    "reacted": "said",
    "smiles": "says with a smile",
    "smiled": "said with a smile",
}
"""Verbs that want an object, or that do not report at all: what stands bare after a quotation instead."""
_CLASSIC = frozenset("said asked replied cried answered quoth thought".split())
"""`said he` is old-fashioned, but English."""
_STORY = frozenset("story stories tale tales truth history lie lies time public world crowd others everyone".split())
_HEARERS = frozenset("us me him her them himself herself themselves".split())
_TOLD = frozenset("tells told assures assured informs informed reassures reassured reminds reminded".split())


@rule(
    "attribution-inversion",
    safety=SUGGEST,
    triggers=(*QUOTE_TRIGGERS, *(f", {verb} " for verb in INTERPOLATED)),
    bad=[
        "“It was only a goat”, [[jokes she->she jokes]].",
        "“The dyke gave way”, [[tells, sitting on the kerb, Maud Lescot->Maud Lescot says, sitting on the kerb]].",
        "“I was afraid”, [[avows she->she avows]], ordering a tea.",
        "“We were robbed”, [[insists, fists on hips, the captain->the captain insists, fists on hips]].",
        "“We will appeal”, [[said on Monday outside the town hall the leader of the nurses->the leader of the nurses"
        " said on Monday outside the town hall]].",
        "“It was loud”, [[explain, one by one, the neighbours->the neighbours explain, one by one]].",
        "“It is a victory,” [[has announced on X the minister->the minister announced on X]].",
        "“The boats came back empty”, [[tells->says]] the harbour master.",
        "“I will not resign”, [[told AFP the mayor->the mayor told AFP]].",
        "“The frost took everything”, [[regrets, a blanket on his knees, the grower, 71->the grower, 71, laments,"
        " a blanket on his knees]].",
        "“It burned for two days”, [[confides, voice broken, to the journalists the miller->the miller confides to the"
        " journalists, voice broken]].",
        "“It holds”, [[has confirmed from Bari, where he lives, the engineer->the engineer confirmed from Bari, where"
        " he lives]].",
        "“It will hold”, [[confided in 2011, between two trains, the old guard->the old guard confided in 2011, between"
        " two trains]].",
        "“It will hold”, [[explains to us the mason of the chapel->the mason of the chapel explains to us]].",
        "“It will hold”, [[proudly confides to visitors the mason->the mason proudly confides to visitors]].",
        "“It will hold”, [[however admits the mason->the mason admits, however]].",
        "“It will hold”, [[will recall in 1990 the mason->the mason would recall in 1990]].",
        "“It will hold”, [[had promised in 2015 the engineer->the engineer had promised in 2015]].",
        "The lake, [[recalls in his book Paul Duval->Paul Duval recalls in his book]], froze in 1956.",
    ],
    good=[
        "“Mutagens”, published in Science, Vol. 2. He drinks, recalls in his bed the war, and weeps.",
        "“We shall see,” said the mayor. “We shall see,” asked Ms Ravel. “No,” says the winegrower on Monday.",
        "“I am tired,” he told the court. “Go,” said he.",
        "Her first film, “The Lark”, tells the story of a miner.",
        "“The Gull” has promised to print the letter. “Dune” opens on Monday.",
        "“Yes” says it all. “Home”, she said, smiling, is where the dog is.",
        "“It rained,” explained Ana Belmonte, a farmer in the valley, on Friday.",
        "“We are ready,” said in unison the twins’ two grandmothers and everybody laughed.",
    ],
)
def attribution_inversion(view: View) -> Iterator[Hit]:
    """A verb before its subject where English does not allow it.

    After a quotation French puts any verb before its subject, and anything between the two: « …, raconte,
    debout devant la dune, Odile Kermarec ». English inverts only when nothing stands between (said the
    mayor) and never with a pronoun in modern prose (she jokes). Verbs that need an object are replaced:
    “tells the cashier” becomes “says the cashier”. `said the mayor` and `says the winegrower` are right.
    """
    tokens = tokens_of(view.text)
    yield from interpolated(tokens)
    for role in view.quotations.roles:
        if role.role != "close" or (not role.mark.double and role.depth):
            continue
        mark = bisect_left(tokens.starts, role.mark.at)
        at = mark + 1
        comma = view.text[role.mark.at - 1] in ",!?…" or (at < len(tokens) and tokens.lows[at] == ",")
        if at < len(tokens) and tokens.lows[at] == ",":
            at += 1
        if at + 1 >= len(tokens) or tokens.kinds[at] == BREAK or tokens.capital(at):
            continue
        fused = mark + 1 == at and tokens.starts[at] == role.mark.at + 1
        if hit := _after_quotation(view, tokens, at, comma or fused, role.partner):
            yield hit


def _after_quotation(view: View, tokens: Tokens, at: int, closed: bool, partner: int) -> Hit | None:
    """What is wrong with the verb at token `at`, just after a quotation."""
    verb, start = tokens.lows[at], at
    put = verb
    if verb == "had" and tokens.lows[at + 1] in REPORTING_PAST_OF_PARTICIPLE:
        at += 1
        verb = REPORTING_PAST_OF_PARTICIPLE[tokens.lows[at]]
        put = f"had {tokens.lows[at]}"
    elif verb in ("has", "have") and tokens.lows[at + 1] in REPORTING_PAST_OF_PARTICIPLE:
        at += 1
        put = verb = REPORTING_PAST_OF_PARTICIPLE[tokens.lows[at]]
    elif verb == "will" and tokens.lows[at + 1] in REPORTING_PLURAL:
        at += 1
        verb = next(form for form in REPORTING_FINITE if (tokens.lows[at], "third") in verb_readings(form))
        put = f"would {tokens.lows[at]}"
    elif (hit := led(tokens, at)) is not None:
        return hit if closed else None
    elif verb not in REPORTING_FINITE and verb not in REPORTING_PLURAL:
        return _pronoun(tokens, start, at, verb, closed) if _spoken(tokens, at) else None
    put = _BARE.get(put, put)
    if at + 1 >= len(tokens):
        return None
    following = tokens.lows[at + 1]
    if following in ("he", "she", "they"):
        return _pronoun(tokens, start, at, put, closed)
    if verb not in REPORTING_FINITE and (at != start or following in DETERMINERS or is_name(tokens, at + 1)):
        return None  # `explain, one after the other, the nurses` is as wrong as `explains`
    if not (closed or (start == at and _opens_sentence(view, partner))):
        return None
    if following == ",":
        return behind_aside(tokens, start, at, put) or behind_asides(tokens, start, at, put)
    if hit := _between(tokens, start, at, verb, put) or behind_asides(tokens, start, at, put):
        return hit
    if verb in ("tells", "told") and closed and _opens_sentence(view, partner):
        return _object_missing(tokens, at, put)
    return None


def _spoken(tokens: Tokens, at: int) -> bool:
    """avows she: no verb but `does he` and its like stands before its pronoun in a statement."""
    last = at + 1 < len(tokens) and tokens.lows[at + 1] in ("he", "she") and end_mark(tokens, at + 2)
    return last and any(
        lemma not in ("be", "have", "do") and tag in ("third", "past") for lemma, tag in verb_readings(tokens.lows[at])
    )


def _pronoun(tokens: Tokens, start: int, at: int, put: str, closed: bool) -> Hit | None:
    """jokes she -> she jokes."""
    verb, pronoun, after = tokens.lows[at], tokens.lows[at + 1], at + 2
    if (
        not closed
        or verb in _CLASSIC
        or (verb in REPORTING_PLURAL and verb not in REPORTING_FINITE)
        != (pronoun == "they" and not verb.endswith("ed") and verb not in REPORTING_FINITE)
    ):
        return None
    if not end_mark(tokens, after) and not adverbials(tokens, after) and tokens.lows[after] not in ("and", "to", "as"):
        return None
    span = Span(tokens.starts[start], tokens.ends[at + 1])
    return Hit(span, MESSAGE, (f"{pronoun} {put}",), 0.85)


def _between(tokens: Tokens, start: int, at: int, verb: str, put: str) -> Hit | None:
    """declared this afternoon the lawyer -> the lawyer declared this afternoon."""
    heard = at + 1
    if verb in _TOLD:
        if tokens.lows[heard] in ("us", "me", "him", "her", "them", "reporters", "journalists"):
            heard += 1
        elif is_name(tokens, heard):
            heard = base_phrase(tokens, heard) or heard
    if tokens.lows[heard] == "to" and tokens.lows[heard + 1] in _HEARERS:
        heard += 2
        put = verb if verb in _TOLD else put
    ends = circumstances(tokens, heard)
    if heard > at + 1 and not ends:
        ends = [heard]
    for end in reversed(ends):
        if verb in _TOLD and heard == at + 1 and tokens.lows[end] in ("the", "a", "an"):
            put = _BARE.get(verb, verb)
        if hit := moved(tokens, start, at, verb if heard > at + 1 else put, end, end):
            return hit
    return None


def _object_missing(tokens: Tokens, at: int, put: str) -> Hit | None:
    """tells the cashier -> says the cashier."""
    end = noun_phrase(tokens, at + 1)
    base = base_phrase(tokens, at + 1)
    if end is None or base is None or not end_mark(tokens, end) or tokens.lows[base - 1] in _STORY:
        return None
    return Hit(Span(tokens.starts[at], tokens.ends[at]), f"“{tokens.lows[at]}” wants an object", (put,), 0.75)


def _opens_sentence(view: View, partner: int) -> bool:
    """Whether the quotation begins its sentence and is one itself."""
    if partner < 0:
        return False
    opening = view.quotations.roles[partner].mark.at
    before = view.text[max(opening - 3, 0) : opening].rstrip(" ")
    return rx(r"[.!?:”\n]$").search(before) is not None or not before
