from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, singular, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import base_phrase, is_name, noun_phrase
from mtcheck.analysis.tokens import BREAK, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_DONE = frozenset(
    "sell buy acquire purchase sign divorce separate marry split leave flee confess admit hire recruit dismiss"
    " sack fire invest spend pay pocket receive steal embezzle inherit bequeath cheat threaten assault injure"
    " wound kill attack stab shoot hit break hide burn destroy swallow drown discover find reach conclude agree"
    " settle refuse decide ask demand order resign arrive return travel meet call warn suffer undergo fall lose"
    " drink begin start stop set turn deposit transfer launder bribe lie borrow owe lay close file rent move adopt"
    " welcome fail escape strangle poison rape insult slap smuggle traffic forge fake sabotage hack leak tell"
    " write send offer give take use abandon withdraw choose secure negotiate".split()
)
"""What is reported to have been done already: a deal, a crime, a parting."""
_UNREAL = frozenset(
    "if had without unless otherwise instead were could might should but however though although yet merger"
    " takeover ; supposed meant planned scheduled intended hoped wanted wished thought believed feared knew"
    " expected assumed imagined pretended ago then said says told argued argues claimed insisted added explained"
    " admitted according why who how what which when where whether never probably normally usually surely"
    " certainly easily any proposal proposed plan plans deal bill law project scheme reform offer bid amendment"
    " blocked rejected cancelled scrapped abandoned dropped failed because since like rather sooner happily gladly"
    " gone better no nobody nothing than ordinarily typically typical anyway eventually ever only as alternative"
    " hypothetical model study projection scenario".split()
)
"""What may make the conditional mean what it says, in this sentence or beside it."""
_COMPANIES = frozenset(
    "company group firm club bank shipyard airline label channel studio publisher brand factory laboratory couple duo"
    " trio band gang family sect association federation union party government ministry army team".split()
)
_CRIMES = frozenset("attack explosion accident fire collision shooting strike raid blaze storm flood landslide".split())


@rule(
    "rumour-past",
    safety=SUGGEST,
    triggers=("would have ",),
    bad=[
        "The tenor [[would have sold->has reportedly sold]] his castle for 12 million euros.",
        "The two brothers [[would have fled->have reportedly fled]] in a van.",
        "Marco Belli [[would have signed->has reportedly signed]] for three years.",
        "The blaze [[would have killed->has reportedly killed]] nine people.",
    ],
    good=[
        "If the price were right, the tenor would have sold his castle.",
        "The mayor blocked the sale. The tenor would have sold his castle to a bank.",
        "The tenor said he would have sold his castle. The tenor would have sold his castle without hesitation.",
        "The tenor would have liked to sing. A good tenor would have sold out the hall.",
        "The tenor would have sold his castle, but the bank refused. Who would have sold it?",
    ],
)
def rumour_past(view: View) -> Iterator[Hit]:
    """A finished deed in the conditional of hearsay: the singer would have sold his catalogue for 40 million euros.

    French reports with the past conditional what is not confirmed. Only a deal, a crime or a parting of a person or
    a company that opens its sentence, and no word beside it that makes the condition a real one (if, but, without,
    planned, refused, instead).
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(("would",)):
        if tokens.lows[at + 1 : at + 2] == ("have",) and (hit := _reported(view, tokens, at)):
            yield hit


def _reported(view: View, tokens: Tokens, at: int) -> Hit | None:
    first, last = tokens.opening(at), tokens.sentence(at, at + 1)[1]
    verb = at + 2
    been = tokens.lows[verb : verb + 1] == ("been",)
    verb += been
    if verb + 1 >= last or inside(tokens.starts[at], view.quoted) or noun_phrase(tokens, first) != at:
        return None
    lemmas = {lemma for lemma, tag in verb_readings(tokens.lows[verb]) if tag == "participle"}
    if not lemmas & _DONE or not (number := _subject(tokens, first, at, lemmas)):
        return None
    before = first
    if first > 1 and BREAK not in tokens.kinds[first - 2 : first]:
        before = tokens.sentence(first - 2, first - 1)[0]
    after = tokens.sentence(last, last + 1)[1] if last < len(tokens) and tokens.kinds[last] != BREAK else last
    said = {*tokens.lows[before:at], *tokens.lows[verb + 1 : after]}
    by = any(
        tokens.lows[one] == "by" and any(tag == "gerund" for _, tag in verb_readings(tokens.lows[one + 1]))
        for one in range(verb + 1, last - 1)
    )
    if said & _UNREAL or by or any(low in ("n't", "'d") for low in said):
        return None
    have, was = ("has", "was") if number == "one" else ("have", "were")
    participle = tokens.lows[verb]
    new = f"{have} reportedly {'been ' if been else ''}{participle}"
    past = inflect_verb(next(iter(lemmas & _DONE)), "past")
    plain = f"{was} reportedly {participle}" if been else f"reportedly {past}"
    dated = any(low in _PAST for low in tokens.lows[verb + 1 : last])
    span = Span(tokens.starts[at], tokens.ends[verb])
    return Hit(span, "the conditional of hearsay", (plain, new) if dated else (new, plain), 0.66)


_PAST = frozenset("yesterday last ago spring summer autumn winter monday tuesday wednesday thursday friday".split()) | {
    str(year) for year in range(1980, 2035)
}


def _subject(tokens: Tokens, first: int, at: int, lemmas: set[str]) -> str:
    """`one` or `many` where the subject is a person or a body that can have done it; '' where it is not."""
    if tokens.lows[first] in ("a", "an", "any", "every", "each", "no", "most", "many", "such"):
        return ""
    if is_name(tokens, first):
        return "one" if at - first > 1 and tokens.capital(at - 1) and "and" not in tokens.lows[first:at] else ""
    base = base_phrase(tokens, first)
    if base is None:
        return ""
    head = tokens.lows[base - 1]
    if ("s" in classes(head) and singular(head) != head) or head in ("men", "women", "people"):
        return "many" if gender_of_noun(singular(head)) is not None else ""
    fits = gender_of_noun(head) is not None or head in _COMPANIES or is_name(tokens, base - 1)
    deadly = head in _CRIMES and lemmas & {"kill", "injure", "wound", "destroy", "start", "break"}
    return "one" if (fits and head not in ("baby", "child")) or deadly else ""
