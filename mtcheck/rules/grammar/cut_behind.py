from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.clauses import has_clause
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_MESSAGE = "a stop cuts the sentence where a link ended"
_STARTS = frozenset(
    "the a an he she it they we i you this that these those his her its their our in on at but and for after before"
    " when while there nobody no not if as with what who why how where yet so to of from by read photo see also".split()
)
_GOVERNED = frozenset(
    "returns arrives goes travels moves leaves comes came heads signs flies"
    " signed returned arrived went travelled moved left flew referred belongs sent transferred sold played plays bound"
    " departed headed thanks opposed faced trial mayor town city match game victory win defeat train flight visit trip"
    " return transfer move loaned against between towards born based lives lived living died killed injured arrested"
    " held interview meeting concert".split()
)


@rule(
    "cut-behind",
    safety=SUGGEST,
    triggers=(". ",),
    bad=[
        "The players returned to[[.->]] Marseille on Sunday night.",
        "The winger signed for[[.->]] Lyon last summer.",
        "It was in 1987[[. T-> t]]hat the abbey was restored.",
        "It is thanks to her[[. T-> t]]hat the library was saved.",
        "The play will be shown in Tours[[.->,]] then in Blois.",
    ],
    good=[
        "It is all he was bound to. Marseille won. What was he sent for. Lyon slept.",
        "It was in 1987. That year the abbey burnt. It was good. That the abbey burnt is sad.",
        "They went in. then in doubt. He lived in Tours. Then in May he left.",
    ],
)
def cut_behind(view: View) -> Iterator[Hit]:
    """A stop behind a preposition or before the rest of a cleft: returned to. Marseille; It was in 1987. That.

    What follows is no sentence: a name without a verb, or the clause that “it was” was waiting for.
    """
    tokens = tokens_of(view.text)
    text = view.text
    for at in tokens.where(("to", "for", "in", "against", "from", "with", "at", "between")):
        if at + 2 < len(tokens) and tokens.lows[at + 1] == "." and _name_left(tokens, at):
            yield Hit(Span(tokens.starts[at + 1], tokens.ends[at + 1]), _MESSAGE, ("",), 0.8)
    cleft = (
        r"\bIt (?:was|is|will be) (?:only |also |already )?(?:in|on|at|during|from|with|after|thanks to|because of|for"
        r"|by|under) (?:[\w’-]+ ){0,5}[\w’-]+(\. T)"
        r"(?=hat (?:the|a|an|his|her|he|she|they|it|its|their|we|I|[A-Z][\w’-]+) )"
    )
    for found in rx(cleft).finditer(text):
        rest = text[found.end(1) :].partition(".")[0].lower().split()[1:7]
        told = any(tag in ("past", "third") for word in rest for _, tag in verb_readings(word)) or "was" in rest
        if told and not rx(r"\b(?:is|was) (?:sad|true|false|clear|wrong|good)\b").search(" ".join(rest)):
            yield Hit(Span(*found.span(1)), _MESSAGE, (" t",), 0.8)
    for found in rx(r"\b(?:in|at|to|from) [A-ZÀ-Þ][\w’-]+(\.)(?= then (?:in|at|to|from) [A-ZÀ-Þ])").finditer(text):
        yield Hit(Span(*found.span(1)), _MESSAGE, (",",), 0.85)


def _name_left(tokens: Tokens, at: int) -> bool:
    """Whether a name without a verb follows the stop behind the preposition at token `at`."""
    name = at + 2
    if not tokens.capital(name) or tokens.lows[name] in _STARTS or tokens.kinds[name] != WORD:
        return False
    if tokens.lows[at - 1] not in _GOVERNED or tokens.starts[name] - tokens.ends[at + 1] != 1:
        return False
    end = tokens.sentence(name, name + 1)[1]
    verb = any(tag in ("past", "third") for low in tokens.lows[name:end] for _, tag in verb_readings(low))
    return not verb and not has_clause(tokens, name, end)
