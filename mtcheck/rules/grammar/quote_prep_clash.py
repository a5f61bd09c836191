from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.quoted_verbs import misgoverned, on_things
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.governors import (
    ACCUSES,
    AIMS,
    BARS,
    BEFORE_NOUNS,
    CALLS,
    DEEDS,
    IN_GERUND,
    INCITES,
    LONGS,
    MADE,
    OBJECT,
    ORDERS,
    POSSIBLE,
    SELVES,
    TAKES_GERUND,
    THEM,
    WANT_GERUND,
    WANT_INFINITIVE,
    WANT_OF,
)
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Edit, Span
from mtcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re


@rule(
    "quote-prep-clash",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "The prefect invited them to “[[to ->]]wait for the tide tables”.",
        "The two banks promised to “[[building->build]] a common counter”.",
        "They promised to “share the plough” and to “[[hiring->hire]] a second driver”.",
        "He cited the commitment to “not [[to ->]]take new initiatives”.",
        "He defended himself by “[[say->saying]] what everyone thought”.",
        "He justified it by “[[have->having]] other duties”.",
        "She spoke of “[[to simplify->simplifying]] the life of shopkeepers”.",
        "They refuse to “[[of paying->pay]] for the lift”.",
        "The firm plans [[of->to]] “hire sixty people” by June.",
        "The prefect called on drivers [[for->to]] “avoid the coast road”.",
        "The aim is [[of->to]] “reduce the number of accidents”.",
        "The families hope [[for ->]]“to understand what happened”.",
        "The neighbours insist [[in “to keep->on “keeping]] the market in the square”.",
        "He is accused of “[[have->having]] falsified the weights”.",
        "The union accuses the hospital of “[[hide->hiding]] the waiting times”.",
        "He is suspected of “[[forge->forging]] invoices and diplomas”.",
        "The treasurer left after “[[sign->signing]] the last cheque”.",
        "The club has committed itself to “not [[to raise->raising]] the price”.",
        "The senator reproaches the firm for “[[give->giving]] up the essential”.",
        "The heir is thinking [[“To sell->of “selling]] the vineyard”. He insists [[“to stay->on “staying]]"
        " until June”.",
        "They are accused [[“to have->of “having]] lied”. The firm is considering “[[to close->closing]] two plants”.",
        "The bank is suspected of “[[of ->]]hiding the loss”. It intends “[[of closing->to close]] two branches”.",
        "The nurses ask[[ for->]] “that the ward reopen”. They agreed [[on->to]] “share the mill”.",
        "The guide encourages walkers [[at->to]] “choose the other path”. He insists on “[[keep->keeping]] the pace”.",
        "The club succeeded in “[[block->blocking]] the sale”. He denies “[[to have->having]] lied”.",
        "They promise [[of ->]]“not to close”. They accuse the firm [[to “sell->of “selling]] it”.",
        "The judge forbade them [[of->to]] “leave the town”.",
    ],
    good=[
        "They agreed on “work, family and fatherland”. The crowd shouted at “call centre” staff.",
        "The hope “of finding survivors” fades. He asked for “that old book”. A “of mice and men” moment.",
        "He admitted to “being tired” and objected to “living there”.",
        "She is looking forward to “meeting them” and used to “running”.",
        "From “to do” to “to be done”, the list grew. It came down to “to be or not to be”.",
        "They want “to build a bridge” and “not to sell it”. He was suspected; “to lie is easy”, she thought.",
        "It came down to “building bridges”. An ode to “building bridges”, with regard to “working time”.",
        "He is accused of “hate crimes” and of “break times” without “drive belts”.",
        "A call for “help from all”, and the art of “let it go”. The price of “get out of jail” cards.",
    ],
)
def quote_prep_clash(view: View) -> Iterator[Hit]:
    """A preposition and a quoted verb that do not fit: to “to wait”, to “building”, by “say”.

    French quotes the infinitive after à, de or pour; the machine translated both sides apart.
    """
    text = view.text
    yield from misgoverned(text)
    for found in rx(r"\b([a-z]+|Before|After|Without|By) [“\"‘](not )?(to |of )?([a-z]+)\b").finditer(text):
        hit = _clash(_Place(found, *_governors(text, found.start())))
        if hit is not None:
            yield hit


class _Place(NamedTuple):
    """`… governor lead “not to word`: the match, the word before `lead`, and all words of the clause before it."""

    found: re.Match[str]
    governor: str
    clause: frozenset[str]

    @property
    def lead(self) -> str:
        return str(self.found.group(1)).lower()

    @property
    def to(self) -> bool:
        return self.found.group(3) == "to "

    @property
    def word(self) -> str:
        return str(self.found.group(4))

    @property
    def base(self) -> bool:
        return any(tag == "base" for _, tag in verb_readings(self.word))


def _governors(text: str, at: int) -> tuple[str, frozenset[str]]:
    """The word before `at`, and the words of its clause."""
    words = rx(r"[A-Za-z’']+").findall(text[start_of(text, at, ". ", "” ", "\n", "; ", ": ") : at].lower())
    return (words[-1] if words else ""), frozenset(words[-9:])


def _clash(place: _Place) -> Hit | None:
    """What is wrong between the preposition and the quoted verb, if anything."""
    if rx(r"[”\"’] $").search(place.found.string, max(place.found.start() - 2, 0), place.found.start()):
        return None  # from “to do” to “to be done”: words that are spoken of
    if place.lead == "to":
        return _after_to(place)
    if place.lead == "for":
        if hit := _after_for(place):
            return hit
    elif place.lead == "of":
        if hit := _after_of(place):
            return hit
    elif place.lead == "in" and place.governor[:6] == "insist" and place.base:
        return _gerund(place, "on")
    elif place.found.group(3) is None and _verbal(place) and (hit := _after_others(place)):
        return hit
    if place.to and place.lead in WANT_GERUND:
        return _gerund(place)
    if place.found.group(3) is None and place.lead in ("by", "without", "from", "after", "before") and _verbal(place):
        return _gerund(place)
    return None


def _after_to(place: _Place) -> Hit | None:
    """to “to wait”, to “building”."""
    found, word = place.found, place.word
    if not place.to and place.clause & ACCUSES and "of" not in place.clause and _verbal(place):
        return _gerund(place, "of")  # accuse the group to “sacrifice the site”
    gerund = place.governor in TAKES_GERUND or (place.governor in SELVES and place.clause & TAKES_GERUND)
    if place.to and found.group(2) and place.governor in CALLS:
        return Hit(Span(*found.span(1)), "it wants somebody who does it", ("for people", "on people"), 0.75, SUGGEST)
    if place.to and found.string.startswith(" or not", found.end()):
        return None
    if place.to:
        if word.endswith("ing") and not place.base:
            return Hit(Span(*found.span(3)), "“to” stands twice", ("",), 0.85, SUGGEST)
        if gerund or place.governor in SELVES:
            return _gerund(place)
        safety = SUGGEST if found.group(2) else SAFE
        return Hit(Span(*found.span(3)), "“to” stands twice", ("",), 0.96 if safety is SAFE else 0.9, safety)
    if gerund and _verbal(place):
        return _gerund(place)
    after = rx(r" ([a-z]+)").match(found.string, found.end())
    if classes(word)[:1] == "N" and after and {"N", "s"} <= {*classes(after.group(1))}:
        return None  # agreed to “building permits” being frozen
    if word.endswith("ing") and place.governor and not gerund and _wants_infinitive(place):
        lemma = next((lemma for lemma, tag in verb_readings(word) if tag == "gerund"), None)
        if lemma:
            start = found.start(3) if found.group(3) else found.start(4)
            return Hit(Span(start, found.end(4)), "“to” wants the infinitive", (lemma,), 0.85, SUGGEST)
    elif found.group(3) == "of " and word.endswith("ing"):
        lemma = next((lemma for lemma, tag in verb_readings(word) if tag == "gerund"), None)
        place_of = Span(found.start(3), found.end(4))
        return Hit(place_of, "“to” wants the infinitive", (lemma,), 0.85, SUGGEST) if lemma else None
    return None


def _wants_infinitive(place: _Place) -> bool:
    """Whether `to` after the governor begins an infinitive: promised to, ready to, invited them to; not: an ode to."""
    if place.governor in ("and", "or"):
        # `promised to “share the plough” and to “hiring a driver”`: the first verb governs both
        found = place.found
        ahead = found.string[start_of(found.string, found.start(), ". ", "\n") : found.start()]
        words = ahead.split()
        return any(word in WANT_INFINITIVE and words[at + 1 : at + 2] == ["to"] for at, word in enumerate(words))
    return place.governor not in TAKES_GERUND | SELVES | BARS and not place.clause & {"regard", "according", "ode"}


def _after_for(place: _Place) -> Hit | None:
    """asked residents for “stay at home”; hopes for “to understand”."""
    lead = Span(*place.found.span(1))
    if place.to and place.governor in ("ready", "willing", "prepared", "keen", "eager", "determined", "impatient"):
        mark = place.found.string[place.found.end(1) : place.found.start(3)]
        return Hit(Span(lead.start, place.found.end(3)), "the infinitive wants “to”", (f"to{mark}",), 0.8, SUGGEST)
    if place.to and place.governor in ("call", "calls", "called", "calling", "appeals", "appealed", "appeal"):
        put = f"for people to{place.found.string[place.found.end(1) : place.found.start(3)]}"
        return Hit(Span(lead.start, place.found.end(3)), "it wants somebody who does it", (put,), 0.7, SUGGEST)
    if place.to and place.governor.rstrip("sed") in LONGS:
        return Hit(Span(lead.start, lead.end + 1), f"“{place.governor}” wants the infinitive", ("",), 0.75, SUGGEST)
    asked = place.governor in MADE or (place.clause & (CALLS | ORDERS | INCITES) and not place.clause & DEEDS)
    if place.to and place.base and asked:
        return _to_before(place)
    if place.found.group(3) is None and _verbal(place):
        if place.clause & DEEDS:
            return _gerund(place)
        return Hit(lead, "the verb wants “to”", ("to",), 0.75, SUGGEST)
    return None


def _after_others(place: _Place) -> Hit | None:
    """agreed on “strengthen, encourages them at “choose: to; insists on “maintain, succeeded in “block: -ing."""
    agreed = place.lead == "on" and place.governor[:5] in ("agree", "agreed")
    if agreed or (place.lead == "at" and place.clause & INCITES):
        return Hit(Span(*place.found.span(1)), "the verb wants “to”", ("to",), 0.8, SUGGEST)
    insists = place.lead == "on" and place.governor.startswith(("insist", "count", "focus", "concentrat", "rel"))
    if insists or (place.lead == "in" and place.governor in IN_GERUND):
        return _gerund(place)
    return _gerund(place) if place.lead == "with" and place.governor in ("content", "satisfied", "busy") else None


def _after_of(place: _Place) -> Hit | None:
    """refuses of “pay”, the aim is of “reduce”, accused of “have lied”."""
    found = place.found
    aim = place.governor in ("is", "was", "given", "be", "been", "remains") and place.clause & AIMS
    if place.base and (aim or place.governor in WANT_INFINITIVE):
        if place.to:
            return _to_before(place)
        if "V" in classes(place.word)[:2] or _verbal(place):
            return Hit(Span(*found.span(1)), "the infinitive wants “to”", ("to",), 0.78, SUGGEST)
    if place.to and place.base and place.governor not in WANT_OF - THEM and place.clause & (ORDERS | POSSIBLE):
        return _to_before(place)
    if found.group(3) is None and _verbal(place):
        if (place.governor in THEM or place.governor[-1:] == "s") and place.clause & ORDERS:
            return Hit(Span(*found.span(1)), "the infinitive wants “to”", ("to",), 0.78, SUGGEST)
        if place.word == "have" and place.clause & DEEDS and not place.clause & ACCUSES:
            return _gerund(place, "for")
    accused = place.clause & ACCUSES
    if place.governor in ("and", "or"):  # accused of “hide funds” and of “threaten witnesses”
        ahead = found.string[start_of(found.string, found.start(), ". ", "\n") : found.start()]
        accused = accused or (ACCUSES & {*ahead.lower().split()} if ahead.endswith(("” and ", "” or ")) else accused)
    if found.group(3) is None and (place.governor in WANT_OF or accused) and _verbal(place):
        return _gerund(place)
    return None


def _to_before(place: _Place) -> Hit:
    """of “to -> to “; of “not to -> “not to."""
    if place.found.group(2):
        lead = Span(place.found.start(1), place.found.end(1) + 1)
        return Hit(lead, "the infinitive has its “to”", ("",), 0.78, SUGGEST)
    mark = place.found.string[place.found.end(1) : place.found.start(3)]
    span = Span(place.found.start(1), place.found.end(3))
    return Hit(span, "the infinitive wants “to”", (f"to{mark}",), 0.78, SUGGEST)


def _verbal(place: _Place) -> bool:
    """Whether the quoted word is a base form at work: a verb before all, or with an object; `have` and a participle."""
    text, word, end = place.found.string, place.word, place.found.end()
    if word in ("have", "be"):
        after = rx(r" (?:not |never |always )?([a-z]+)").match(text, end)
        participle = after and any(tag == "participle" for _, tag in verb_readings(after.group(1)))
        return bool(participle) or word == "be" or place.lead in ("by", "without")
    if not place.base:
        return False
    marks = classes(word)
    if place.lead in ("after", "before") and not rx(rf" (?:{OBJECT})\b").match(text, end) and not on_things(text, end):
        return False  # before “get well soon” cards
    if rx(rf" (?:{OBJECT})\b").match(text, end):
        return "V" in marks and marks[:1] not in ("I", "D", "P", "R")
    if marks[:1] == "V" and rx(r" (?:up|out|back|down|away|off)\b").match(text, end):
        return True  # give up the essential
    if marks[:1] != "V" or "N" not in marks:
        return marks[:1] == "V"
    hurt = any(tag == "participle" for _, tag in verb_readings(word))  # hurt feelings
    return not hurt and word not in BEFORE_NOUNS and on_things(text, end)


def _gerund(place: _Place, lead: str = "") -> Hit | None:
    """`of “to have lied”` -> `of “having lied”`; with `lead`, that preposition instead of the one that stands."""
    found = place.found
    if not place.base:
        return None
    message = f"“{lead or place.lead}” wants the -ing form"
    told = place.word == "say" and rx(r" (?:the truth|lies)\b").match(found.string, found.end())
    gerund = "telling" if told else inflect_verb(place.word, "gerund")
    start = found.start(3) if found.group(3) else found.start(4)
    if not lead:
        return Hit(Span(start, found.end(4)), message, (gerund,), 0.85, SUGGEST)
    edits = (Edit(Span(*found.span(1)), lead), Edit(Span(start, found.end(4)), gerund))
    return Hit(Span(found.start(1), found.end(4)), message, (edits,), 0.85, SUGGEST)
