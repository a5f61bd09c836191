from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import base_phrase, end_mark
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_KIN = frozenset(
    "father mother grandfather grandmother parents grandparents uncle aunt brother sister husband wife godfather"
    " godmother teacher mentor boss coach son daughter stepfather stepmother father-in-law mother-in-law children"
    " partner companion cousin neighbour employer doctor lawyer agent sons daughters grandson granddaughter".split()
)
_GIVES = frozenset(
    "taught teaches gave gives told tells showed shows left leaves offered offers bought buys made makes sent sends"
    " passed passes handed hands instilled forbade forbids encouraged encourages pushed pushes helped helps advised"
    " advises forced forces introduced introduces raised raises brought inspired inspires supported supports"
    " accompanied accompanies convinced convinces registered enrolled inscribed took takes let lets read reads"
    " given told shown promised promises lent lends owed bequeathed transmitted passes".split()
)
_MEN = frozenset("he him his himself".split())
_WOMEN = frozenset("she her hers herself".split())
_BETWEEN = frozenset("had has have also then always never often".split())
_NEXT = frozenset(
    "the a an to his everything all how what this that these some nothing in into with about on from not when two"
    " three and or by at".split()
)
"""What opens another phrase, so that `her` before it is no possessive."""
_BEHIND = 14


@rule(
    "kin-pronoun",
    safety=SUGGEST,
    triggers=("Her ", "His ", "her ", "his "),
    bad=[
        "Her father, a cooper in Jonzac, taught [[him->her]] the trade, recalls Élise Morand.",
        "His grandmother gave [[her->him]] a violin when he was five.",
        "Her aunt, who kept an inn, left [[him->her]] the house.",
        "Her parents encouraged [[him->her]] to study law.",
    ],
    good=[
        "Her father, a cooper, taught him the trade before he married her.",
        "Her brother Paul has a friend. Her father taught him the trade.",
        "His mother gave her a ring: his wife was moved.",
        "His father taught him the trade. “Her father taught him to sail,” he said of Paul.",
        "Lucas Petit met Anna Roth. Her father taught him the trade.",
    ],
)
def kin_pronoun(view: View) -> Iterator[Hit]:
    """Him for the woman whose father it is: Her father taught him the trade.

    French lui is he and she. Where a relative of hers is the subject and nobody else has been named or meant, what he
    gave or taught went to her. Silent where a man has come before, or the sentence has a man's pronoun besides.
    """
    tokens = tokens_of(view.text)
    for at in sorted((*tokens.places.get("her", ()), *tokens.places.get("his", ()))):
        found = _object(tokens, at)
        if found is None or inside(tokens.starts[at], view.quoted):
            continue
        hers = tokens.lows[at] == "her"
        first, last = tokens.sentence(at, at + 1)
        others = _MEN if hers else _WOMEN
        alone = all(
            number == found or tokens.lows[number] not in others for number in range(first, last) if number != at
        )
        gender = "m" if hers else "f"
        named = [who for span, who in view.people.between(0, tokens.starts[found]) if who.gender in (gender, "")]
        kin = {tokens.lows[number] for number in range(at + 1, found)}
        nouns = [tokens.lows[number] for number in range(found + 1, last)]
        if any(gender_of_noun(noun) == gender for noun in nouns):
            continue  # gave her a ring: his wife was moved
        if not alone or any(who.name.split()[-1].lower() not in kin for who in named):
            continue
        new = "her" if hers else "him"
        span = Span(tokens.starts[found], tokens.ends[found])
        yield Hit(span, "the one whose relative it is", (new,), 0.72)


def _object(tokens: Tokens, at: int) -> int | None:
    """The pronoun of the other gender that is the object of what a relative does, from its possessive on."""
    wrong = "him" if tokens.lows[at] == "her" else "her"
    if not tokens.starts_sentence(at) and tokens.lows[at - 1] not in (",", "that", "when", "where", "because", "and"):
        return None
    end = base_phrase(tokens, at)
    if end is None or not any(tokens.lows[number] in _KIN for number in range(at + 1, end)):
        return None
    verb = end
    if verb < len(tokens) and tokens.lows[verb] == ",":
        verb = (
            next((n for n in range(verb + 1, min(verb + _BEHIND, len(tokens))) if tokens.lows[n] == ","), len(tokens))
            + 1
        )
    while verb < len(tokens) and tokens.lows[verb] in _BETWEEN:
        verb += 1
    if verb + 2 >= len(tokens) or tokens.lows[verb] not in _GIVES or tokens.lows[verb + 1] != wrong:
        return None
    after = verb + 2
    noun = wrong == "her" and tokens.kinds[after] == WORD and tokens.lows[after] not in _NEXT
    return None if noun or end_mark(tokens, verb + 1) else verb + 1
