from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.people import inside
from mtcheck.analysis.regex import matches
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_ONE = {"are": "is", "were": "was", "have": "has", "do": "does"}
_MASS = (
    "news|information|equipment|furniture|luggage|advice|evidence|progress|homework|research|knowledge|traffic"
    "|measles|mumps|gymnastics|athletics|electronics"
)
_SAME = frozenset(
    "put set cut let hit hurt cost read shut split spread quit beat bet bid cast burst rid shed need dare".split()
)
_CLAUSES = frozenset(
    "what that who which thing problem how it he she they we truth question point fact reason way".split()
)
_MESSAGE = "the verb goes with its subject"


@rule(
    "plain-agreement",
    safety=SUGGEST,
    bad=[
        "Those [[was->were]] hard years. [[This->These]] are the last houses of the hamlet.",
        "The news [[are->is]] good for the growers. The new equipment [[were->was]] stolen.",
        "Neither the bishop nor his canons [[was->were]] there.",
        "She [[give->gives]] lessons every evening. The heron is[[ is->]] nesting on the isle.",
        "The flu has[[ has->]] gained ground.",
    ],
    good=[
        "This are-you-in call. Do they say that this are words? What this is is a mess. People in the news are tired.",
        "They insisted that she give lessons. Let him give it. May he live long. He put it down. Did she give in?",
        "The news and the weather are bad. Neither the bishop nor the canon was there.",
        "“She give lessons,” he said. The research vessels were lost. What it has has been sold.",
    ],
)
def plain_agreement(view: View) -> Iterator[Hit]:
    """A verb that does not go with a plain subject at the start of a sentence: This are, the news are, She give.

    French counts its news, and its « ce sont » is plural; a doubled “is is” is left over where a link ended.
    """
    text = view.text
    for found in matches(r"(?<![^\s])(?<![\w,;:“”’] )(This|That) (?:are|were) (?=[a-z])", text, ("This ", "That ")):
        if not inside(found.start(), view.quoted):
            new = "These" if found.group(1) == "This" else "Those"
            yield Hit(Span(*found.span(1)), _MESSAGE, (new,), 0.8)
    for found in matches(r"(?<![^\s])(?<![\w,;:“”’] )(?:These|Those) (is|was) (?=[a-z])", text, ("These ", "Those ")):
        if not inside(found.start(), view.quoted):
            new = "are" if found.group(1) == "is" else "were"
            yield Hit(Span(*found.span(1)), _MESSAGE, (new,), 0.8)
    opened = (
        rf"(?:(?<=[.!?] )|(?<![^\n]))(?:The|This|His|Her|Its|Their|Our|Good|Bad|No|All the)"
        rf" (?:[a-z]+ )?(?:{_MASS}) (are|were|have|do)\b(?! been (?:the|a)\b)"
    )
    for found in matches(opened, text, _MASS.split("|")):
        words = found.group().split()
        if len(words) < 4 or classes(words[1].lower())[:1] in ("J", "V") or words[0] == "All":
            yield Hit(Span(*found.span(1)), _MESSAGE, (_ONE[found.group(1)],), 0.8)
    neither = r"\b[Nn]either (?:the|his|her|its|their|[A-Z])[^.,;:“”\n]{2,40} nor (?:the|his|her|its|their) " \
              r"((?:[a-z]+ )?[a-z]+s) (was|is|has)\b"  # fmt: skip
    for found in matches(neither, text, ("either ",)):
        if "s" in classes(found.group(1).split()[-1]):
            new = {"was": "were", "is": "are", "has": "have"}[found.group(2)]
            yield Hit(Span(*found.span(2)), _MESSAGE, (new,), 0.75)
    for found in matches(r"(?:(?<=[.!?] )|(?<![^\n]))(?:He|She) ([a-z]+) (?=\w)", text, ("He ", "She ")):
        verb = found.group(1)
        readings = verb_readings(verb)
        plain = classes(verb)[:1] == "V" and readings and all(tag == "base" for _, tag in readings)
        if plain and verb not in _SAME and not inside(found.start(), view.quoted):
            yield Hit(Span(*found.span(1)), _MESSAGE, (inflect_verb(verb, "third"),), 0.75)
    twice = (
        r"(?:(?<=[.!?] )|(?<![^\n]))(?:The|A|An|His|Her|Its|Their|This)(?: [a-z’-]+){1,3} (is|are|was|were|has|have)"
        r"( \1)(?= (?:[a-z]+ing|[a-z]+ed|[a-z]+en|a|an|the|not|still|now|already|in|on|at|no)\b)"
    )
    for found in matches(twice, text, ("is is", "are are", "was was", "were were", "has has", "have have")):
        words = found.group().lower().split()
        clause = _CLAUSES & set(words)
        if not clause:
            yield Hit(Span(*found.span(2)), f"“{found.group(1)}” stands twice", ("",), 0.85)
