from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, singular, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import DETERMINERS, PREPOSITIONS, adverbials, base_phrase, end_mark, is_name, noun_phrase
from mtcheck.analysis.tokens import NUMBER, WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import human
from mtcheck.lang.auxiliaries import TO_PLURAL, TO_SINGULAR
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_LINKS = frozenset("of in for on from to between against".split())
_EITHER = human.COLLECTIVE | frozenset(
    "number majority minority group couple lot handful pair series range variety set host string half rest bulk mass"
    " crowd sort kind type percentage proportion share total quarter third generation crew army collection class gang"
    " trio dozen bunch hundred thousand million plethora wave flood array mixture combination selection assortment"
    " abundance fraction part portion remainder multitude myriad swarm herd flock stream succession line row pile heap"
    " load ton one none any all most some each public cast data media people police duo quartet quintet delegation"
    " contingent fleet pool network section slew raft litany spate spread chain cluster amount quantity minimum maximum"
    " average clergy faculty leadership populace electorate audience".split()
)
"""Heads that take either number: a group of nurses is or are."""
_MEASURES = frozenset(
    "years months weeks days hours minutes seconds euros dollars pounds miles kilometres metres degrees thirds quarters"
    " thousands hundreds millions billions dozens tens percent series species means news politics economics ethics"
    " headquarters works premises odds statistics athletics mathematics physics mechanics gallows barracks games"
    " proceeds wages remains united states nations gates arms points".split()
)
"""Plurals that are one thing: the last ten years of his life was a struggle."""
_UNCOUNTED = frozenset("news information advice furniture luggage homework equipment machinery".split())
_LINKING = frozenset("remain remains seem seems appear appears stay stays become becomes look looks".split())
_OF_MANY = tuple((low,) for low in "the his her its their these those".split())
_OWNERS = frozenset("the these those his her its their my our".split())


@rule(
    "agreement-across",
    safety=SUGGEST,
    bad=[
        "The pages of the diary [[mentions->mention]] a storm.",
        "The owners of the mill [[wants->want]] to sell.",
        "The photographs of the ferry [[is->are]] on display.",
        "The map of the springs [[show->shows]] eleven wells.",
        "The loss of the two boats [[have->has]] ruined her.",
        "The news of his death [[have->has]] shocked the village.",
        "The strike [[make->makes]] life difficult. The owners of the mill which burned down [[has->have]] left.",
        "One of the walkers [[have->has]] been found. In Metz, one of her brothers [[are->is]] ill.",
        "The pupils of the school [[demonstrates->demonstrate]] in the streets.",
        "The unions, which had called for a strike, [[has->have]] withdrawn it.",
        "The fans who travelled to Metz [[was->were]] disappointed.",
    ],
    good=[
        "The owners of the mill want to sell. The map of the springs shows eleven wells.",
        "The bank cannot exist without the port.",
        "A group of nurses are on strike. The number of boats has fallen. The majority of voters are tired.",
        "The news of the floods is bad.",
        "The owners of the car parks in Metz and the tenants met. One of the walkers who have left called.",
        "The pages of the diary and the letter is lost. The results the survey shows are clear.",
        "The walkers who said in May the path was closed were right. The nurses, whose ward was shut, has-beens all.",
        "“The wheels of the cart was broke,” he said. The family of the victims have left.",
    ],
)
def agreement_across(view: View) -> Iterator[Hit]:
    """A verb that agrees with the noun beside it and not with its subject: the results of the survey shows.

    Only where the subject opens its sentence: one noun, one of-phrase (or in, for, on), and the verb. Nouns that
    English counts either way (a group, a majority, the staff) and measures (ten years of war was) are left alone.
    """
    tokens = tokens_of(view.text)
    for link in tokens.where(_LINKS):
        if hit := _across(view, tokens, link):
            yield hit
    yield from _bare(view, tokens)
    for who in tokens.where(("who", "which")):
        if not inside(tokens.starts[who], view.quoted) and (hit := _behind_clause(tokens, who)):
            yield hit


def _across(view: View, tokens: Tokens, link: int) -> Hit | None:
    lows, head = tokens.lows, tokens.lows[link - 1]
    first = link - 1 if head == "one" else tokens.opening(link)  # wherever it stands: …, and one of the gauges have
    if not first < link or link - first > 4 or (tokens.capital(link - 1) and link - 1 > first):
        return None
    one = lows[first:link] in (("one",), ("each",)) and lows[link] == "of" and lows[link + 1 : link + 2] in _OF_MANY
    if not one and (lows[first] not in _OWNERS | {"a", "an"} or base_phrase(tokens, first) != link or head in _EITHER):
        return None
    end = _inner(tokens, link + 1)
    if end is None or inside(tokens.starts[first], view.quoted):
        return None
    many = not one and _plural(head) and head not in _MEASURES
    single = one or ("N" in classes(head) and not _plural(head) and lows[first] not in ("these", "those"))
    repair = _repair(tokens, end, many, single) if end < len(tokens) else None
    if head in _UNCOUNTED and end + 1 < len(tokens):
        repair = TO_SINGULAR.get(tokens.lows[end]) if not end_mark(tokens, end + 1) else None
    if repair is None:
        return None
    return Hit(Span(tokens.starts[end], tokens.ends[end]), "verb and subject do not agree", (repair,), 0.76)


_BARE = frozenset(
    "make forbid allow give cause bring want need provide require become know think say seem go have prevent depend"
    " include contain oblige involve threaten make attract consist belong exist enable affect"
    " concern suffer happen".split()
)


def _bare(view: View, tokens: Tokens) -> Iterator[Hit]:
    """The strike make life difficult; the law forbid the sale."""
    for low in sorted(_BARE | {low for low in view.words if low not in TO_SINGULAR and _only_base(low)}):
        for at in tokens.places.get(low, ()):
            first = tokens.opening(at)
            between = [classes(word)[:1] for word in tokens.lows[first + 1 : at]]
            if tokens.lows[first] not in _OWNERS - {"these", "those"} or between not in (["N"], ["J", "N"], ["N", "N"]):
                continue
            head, after = tokens.lows[at - 1], tokens.lows[at + 1 : at + 2]
            single = classes(head)[:1] == "N" and "s" not in classes(head) and head not in _EITHER and head != "cannot"
            follows = after and (
                tokens.kinds[at + 1] == NUMBER
                or after[0] in DETERMINERS
                or after[0] in PREPOSITIONS
                or classes(after[0])[:1] in "NJ"
            )
            asks = "?" in tokens.lows[at : tokens.sentence(at, at + 1)[1]]
            plain = not asks and not tokens.capital(at - 1) and not tokens.capital(at) and tokens.starts_sentence(first)
            if single and follows and plain and not inside(tokens.starts[first], view.quoted):
                put = inflect_verb(low, "third")
                yield Hit(Span(tokens.starts[at], tokens.ends[at]), "verb and subject do not agree", (put,), 0.74)


def _only_base(low: str) -> bool:
    """Whether a word is the base form of a verb, and neither noun nor adjective, past or participle: elect, obey."""
    if len(low) < 4 or set("NJRIPCDM") & set(classes(low)):
        return False
    return {tag for _, tag in verb_readings(low)} == {"base"}


def _behind_clause(tokens: Tokens, who: int) -> Hit | None:
    """The unions, which had called for a strike, has withdrawn; the fans who travelled to Lens was disappointed."""
    comma = tokens.lows[who - 1] == ","
    noun, first = who - 1 - comma, tokens.opening(who)
    whole = noun_phrase(tokens, first, frozenset(("of",))) if tokens.lows[first] in _OWNERS else None
    base = base_phrase(tokens, first) if whole == noun + 1 else None
    if base is None:
        return None
    head = tokens.lows[base - 1]
    if not _plural(head) or tokens.capital(base - 1) or head in _MEASURES:
        return None
    if comma:
        verb = next((at for at in range(who + 2, min(who + 16, len(tokens))) if end_mark(tokens, at)), len(tokens))
        if verb + 1 >= len(tokens) or tokens.lows[verb] != ",":
            return None
        verb += 1
    else:
        verb = _clause_end(tokens, who + 1)
    low = tokens.lows[verb] if 0 < verb < len(tokens) - 1 else ""
    after = tokens.lows[verb + 1] if low else ""
    done = any(tag in ("participle", "gerund") for _, tag in verb_readings(after)) or classes(after)[:1] in ("J", "R")
    if low not in TO_PLURAL or not (done or after in ("a", "an", "the", "not", "in", "on", "at")):
        return None
    return Hit(Span(tokens.starts[verb], tokens.ends[verb]), "verb and subject do not agree", (TO_PLURAL[low],), 0.74)


_TAKES_CLAUSE = frozenset(
    "say know think hope believe fear learn see hear claim find feel discover realise realize understand remember"
    " report tell show admit hold mean suggest notice insist agree argue believe prove decide read write".split()
)


def _clause_end(tokens: Tokens, at: int) -> int:
    """After a relative clause of a verb in the past, its object and adverbials; 0 where that is not sure."""
    lemmas = {lemma for lemma, tag in verb_readings(tokens.lows[at]) if tag == "past"}
    if not lemmas or lemmas & _TAKES_CLAUSE:
        return 0
    down = tokens.lows[at + 1] in ("down", "up", "out", "away", "off", "back")
    at += down
    end = base_phrase(tokens, at + 1) or at + 1
    ends = adverbials(tokens, end)
    return ends[-1] if ends else end if end > at + 1 or down else 0


def _plural(low: str) -> bool:
    """Whether a word is a plural beyond doubt: mills, not loss, which the lexicon marks as one too."""
    return "s" in classes(low) and singular(low) != low


def _inner(tokens: Tokens, at: int) -> int | None:
    """After the phrase behind `of`: the survey, candidates, the two schools. A noun that may be a verb ends it."""
    if at >= len(tokens):
        return None
    start = at
    while at < len(tokens) and (tokens.lows[at] in DETERMINERS or classes(tokens.lows[at])[:1] == "J"):
        at += 1
    if is_name(tokens, at):
        while is_name(tokens, at):
            at += 1
        return at if at - start < 5 else None
    if at >= len(tokens) or tokens.kinds[at] != WORD or "N" not in classes(tokens.lows[at]):
        return None
    at += 1
    while (
        at < len(tokens)
        and classes(tokens.lows[at])[:1] == "N"
        and not _verbal(tokens, at)
        and not end_mark(tokens, at)
    ):
        at += 1
    return at if at - start < 6 else None


def _verbal(tokens: Tokens, at: int) -> bool:
    """Whether token `at` can be a finite verb of the present tense with something to govern behind it."""
    if at + 1 >= len(tokens):
        return False
    after = tokens.lows[at + 1]
    if tokens.lows[at] in _LINKING:
        return "J" in classes(after)
    governs = after in DETERMINERS or after in ("that", "to", "how", "why", "into") or tokens.kinds[at + 1] == NUMBER
    if not governs and "N" not in classes(tokens.lows[at]):  # demonstrates in the streets: no noun
        governs = after in PREPOSITIONS or classes(after)[:1] == "R"
    return governs and any(tag in ("third", "base") for _, tag in verb_readings(tokens.lows[at]))


def _repair(tokens: Tokens, at: int, many: bool, single: bool) -> str | None:
    """The form of the verb at token `at` that agrees with the subject; None where it does, or may be no verb."""
    low = tokens.lows[at]
    if tokens.kinds[at] != WORD or tokens.capital(at):
        return None
    before = tokens.lows[at - 1]
    if many and low in TO_PLURAL:
        return None if end_mark(tokens, at + 1) or _plural(before) else TO_PLURAL[low]
    if single and low in TO_SINGULAR and _plural(before):
        return None if end_mark(tokens, at + 1) else TO_SINGULAR[low]
    if not _verbal(tokens, at) or _another(tokens, at):
        return None
    readings = verb_readings(low)
    if many and not _plural(before):
        return next((lemma for lemma, tag in readings if tag == "third"), None)
    forms = {tag for _, tag in readings}
    if single and _plural(before) and "base" in forms and not forms & {"past", "third"}:
        return inflect_verb(low, "third") if tokens.lows[at + 1] != "to" or "N" not in classes(low)[:1] else None
    return None


def _another(tokens: Tokens, at: int) -> bool:
    """Whether the clause goes on to a verb of its own: then the word at `at` is a noun."""
    last = at + 1
    while last < len(tokens) and not end_mark(tokens, last):
        low = tokens.lows[last]
        if low in ("that", "who", "which", "when", "because", "as", "if", "and", "but"):
            return False
        if low in TO_PLURAL or low in TO_SINGULAR or low in ("will", "would", "had", "can", "could", "may"):
            return True
        tags = {tag for _, tag in verb_readings(low)}
        if tags & {"third", "past"} and "N" not in classes(low):
            return True
        last += 1
    return False
