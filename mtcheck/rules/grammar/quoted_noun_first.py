from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import article
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Edit, Span

_DEGREES = (
    "very|so|too|quite|rather|particularly|extremely|totally|completely|deeply|especially|highly|perfectly|truly"
    "|absolutely|profoundly|strangely|terribly|increasingly|purely|largely|openly|visibly|clearly|singularly"
)
_PARTICIPLES = frozenset(
    "biased botched rigged staged organised organized generalised generalized concerted unjustified unfounded"
    " exaggerated programmed orchestrated premeditated planned unprecedented isolated aggravated repeated confused"
    " hurried"
    " improvised truncated distorted unfinished delayed rushed disguised fabricated unacceptable intolerable"
    " disproportionate balanced shared hidden assumed announced sustained reinforced one-sided hasty".split()
)
_BEHIND = (
    r"(?= (?:of|in|at|on|from|by|for|to|with|that|which|who|and|but|since|against|between|during|is|was|has)\b"
    r"|[.,;!?]|$)"
)
_VERBS = frozenset("called call calls named dubbed considered judged deemed found described declared".split())
_MESSAGE = "French has the adjective behind the noun that it quotes"


@rule(
    "quoted-noun-first",
    safety=SUGGEST,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "The judge spoke of [[a “crime” particularly cruel->a particularly cruel “crime”]].",
        "She calls for [[a “dialogue” truly open->a truly open “dialogue”]] with the owners.",
        "The lawyer condemned “[[an inquiry” botched->a botched inquiry”]].",
        "They denounce “[[a ballot” rigged->a rigged ballot”]] by the mayor.",
        "He wants [[a school “more just” and “more demanding”->a “more just” and “more demanding” school]].",
    ],
    good=[
        "He called the “crime” particularly cruel and the “ballot” rigged.",
        "They found “an inquiry” botched by the police. A “crime” so cruel that he wept.",
        "The “dialogue” opened in May. He made a “promise” very early on.",
        "He called the school “more just” and “more demanding”.",
    ],
)
def quoted_noun_first(view: View) -> Iterator[Hit]:
    """An adjective with its adverb, or a participle, behind a noun in quotation marks: a “crime” particularly cruel.

    What English has before a noun goes before it, outside the marks where it stood outside. A verb that says what
    something is (called the “crime” cruel) has it behind in English too.
    """
    text = view.text
    behind = rf"\b(an?) [“\"«]([a-z][a-z -]{{2,30}})[”\"»] ((?:{_DEGREES}) ([a-z-]+)(?: and [a-z-]+)?){_BEHIND}"
    for found in rx(behind).finditer(text):
        noun, phrase, adjective = found.group(2), found.group(3), found.group(4)
        if (
            classes(noun.split()[-1])[:1] != "N"
            or "J" not in classes(adjective) + "J" * (adjective in _PARTICIPLES)
            or _named(text, found.start())
        ):
            continue
        if adjective in ("early", "late", "much", "well", "fast", "hard", "long", "far", "close", "likely"):
            continue
        if rx(r" that\b").match(text, found.end()) and phrase.startswith(("so", "too")):
            continue
        span = Span(*found.span())
        mark = text[found.start(2) - 1 : found.end(2) + 1]
        yield Hit(span, _MESSAGE, ((Edit(span, f"{article(phrase)} {phrase} {mark}"),),), 0.75)
    for found in rx(rf"([“\"«])(an?|the) ([a-z-]+)([”\"»]) ([a-z-]+){_BEHIND}").finditer(text):
        if found.group(5) not in _PARTICIPLES or classes(found.group(3))[:1] != "N" or _named(text, found.start()):
            continue
        first = found.group(2) if found.group(2) == "the" else article(found.group(5))
        span = Span(found.start(2), found.end())
        put = f"{first} {found.group(5)} {found.group(3)}{found.group(4)}"
        yield Hit(span, _MESSAGE, ((Edit(span, put),),), 0.72)
    one = r"[“\"«](?:(?:more|less|very|too) [a-z]+|[a-z]+er)[”\"»]"
    two = rf"\b(an?) ([a-z]+) ({one} and {one}){_BEHIND}"
    for found in rx(two).finditer(text):
        if classes(found.group(2))[:1] == "N" and not _named(text, found.start()):
            span = Span(*found.span())
            put = f"{article(found.group(3)[1:])} {found.group(3)} {found.group(2)}"
            yield Hit(span, _MESSAGE, ((Edit(span, put),),), 0.75)


def _named(text: str, at: int) -> bool:
    """Whether a verb before `at` says what something is: called the “crime” cruel."""
    before = rx(r"([a-z]+) (?:[a-z]+ )?$").search(text[max(0, at - 30) : at])
    return before is not None and not before.group().endswith("for ") and bool(_VERBS & {*before.group().split()})
