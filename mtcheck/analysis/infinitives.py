"""verb forms behind `to` that are none of an infinitive -> the base form: to protecting, to makes."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.regex import matches
from mtcheck.finding import Hit
from mtcheck.text import Span


def wrong_behind_to(text: str) -> Iterator[Hit]:
    """aims to protecting the lynx; trying for two years to makes his cheese known."""
    for pattern, form in ((_TO_DOING, "gerund"), (_TO_DOES, "third")):
        for found in matches(pattern, text, (" to ",)):
            readings = verb_readings(found.group(1))
            lemma = next((lemma for lemma, tag in readings if tag == form), None)
            if lemma is not None and not any(tag == "base" for _, tag in readings):
                yield Hit(Span(*found.span(1)), "after “to” this verb wants the base form", (lemma,), 0.8)


_TO_DOING = (
    r"(?<!with )(?<!of )\b(?:aim|want|hope|manage|refuse|promise|intend|wish|fail|seek|attempt|try|trie|decide"
    r"|expect|threaten)(?:s|d|ed)?"
    r" to ([a-z]{3,}ing)(?= (?:the|a|an|his|her|its|their|this|these|it|him|them|in|at|on|for|with)\b)"
)
_GOVERNS = (
    "try|tries|tried|trying|want|wants|wanted|hope|hopes|hoped|begin|begins|began|started|decide|decides|decided|plan"
    "|plans|planned|need|needs|needed|manage|manages|managed|continue|continues|continued|refuse|refuses|refused|agree"
    "|agrees|agreed|seek|seeks|promise|promises|promised|able|ready|going|asked|allowed|forced|supposed|likely"
    "|determined|willing"
)
_TO_DOES = (
    rf"\b(?:{_GOVERNS})(?: for (?:\w+ ){{1,2}}(?:years?|months?|weeks?|days?))? to (?:also |never )?([a-z]{{3,}}s)"
    r"(?= (?:the|a|an|his|her|its|their|this|these|it|him|them)\b)"
)
