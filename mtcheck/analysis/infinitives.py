"""verb forms behind `to` that are none of an infinitive -> the base form: to protecting, to makes."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.regex import matches, rx
from mtcheck.finding import Hit
from mtcheck.text import Span


def wrong_behind_to(text: str) -> Iterator[Hit]:
    """aims to protecting the lynx; trying to makes his cheese known."""
    yield from _to_doing(text)
    yield from _to_does(text)


def _to_doing(text: str) -> Iterator[Hit]:
    """aims to protecting the lynx."""
    for found in rx(
        r"(?<!with )(?<!of )\b(?:aim|want|hope|manage|refuse|promise|intend|wish|fail|seek|attempt|try|trie|decide"
        r"|expect|threaten)(?:s|d|ed)?"
        r" to ([a-z]{3,}ing)(?= (?:the|a|an|his|her|its|their|this|these|it|him|them|in|at|on|for|with)\b)"
    ).finditer(text):
        lemma = next((lemma for lemma, tag in verb_readings(found.group(1)) if tag == "gerund"), None)
        if lemma is not None and not any(tag == "base" for _, tag in verb_readings(found.group(1))):
            yield Hit(Span(*found.span(1)), "after “to” this verb wants the base form", (lemma,), 0.8)


_GOVERNS = (
    "try|tries|tried|trying|want|wants|wanted|hope|hopes|hoped|begin|begins|began|started|decide|decides|decided|plan"
    "|plans|planned|need|needs|needed|manage|manages|managed|continue|continues|continued|refuse|refuses|refused|agree"
    "|agrees|agreed|seek|seeks|promise|promises|promised|able|ready|going|asked|allowed|forced|supposed|likely"
    "|determined|willing"
)


def _to_does(text: str) -> Iterator[Hit]:
    """trying for two years to makes his cheese known."""
    for found in matches(
        rf"\b(?:{_GOVERNS})(?: for (?:\w+ ){{1,2}}(?:years?|months?|weeks?|days?))? to (?:also |never )?([a-z]{{3,}}s)"
        r"(?= (?:the|a|an|his|her|its|their|this|these|it|him|them)\b)",
        text,
        (" to ",),
    ):
        lemma = next((lemma for lemma, tag in verb_readings(found.group(1)) if tag == "third"), None)
        if lemma is not None and not any(tag == "base" for _, tag in verb_readings(found.group(1))):
            yield Hit(Span(*found.span(1)), "after “to” this verb wants the base form", (lemma,), 0.8)
