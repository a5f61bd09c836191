from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import PREPOSITIONS, end_mark
from mtcheck.analysis.tokens import NUMBER, WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import TO_SINGULAR
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_MASS = {
    "informations": "information", "advices": "advice", "furnitures": "furniture", "luggages": "luggage",
    "baggages": "baggage", "homeworks": "homework", "feedbacks": "feedback", "softwares": "software",
    "hardwares": "hardware", "equipments": "equipment", "evidences": "evidence", "knowledges": "knowledge",
    "machineries": "machinery", "jewelleries": "jewellery", "jewelries": "jewelry", "merchandises": "merchandise",
    "footages": "footage", "violences": "violence", "pollutions": "pollution", "traffics": "traffic",
    "musics": "music", "cutleries": "cutlery", "livestocks": "livestock", "cattles": "cattle",
    "publicities": "publicity", "fundings": "funding", "applauses": "applause", "laughters": "laughter",
    "legislations": "legislation", "personnels": "personnel", "progresses": "progress", "researches": "research",
    "harassments": "harassment", "wildlifes": "wildlife",
}  # fmt: skip
"""Plurals that French has -> the English word that is not counted."""
_PIECES = {
    "violence": "acts", "harassment": "acts", "pollution": "cases", "traffic": "kinds", "funding": "sources",
    "personnel": "members", "wildlife": "kinds", "livestock": "heads", "cattle": "heads", "knowledge": "kinds",
    "publicity": "kinds", "laughter": "bursts", "applause": "rounds", "progress": "kinds",
}  # fmt: skip
"""What is counted of them, where it is not pieces."""
_VERBS = frozenset(("researches", "evidences", "progresses", "traffics", "merchandises", "furnitures"))
"""Of these the form is a verb too, and a determiner must show the noun."""
_COUNTED = frozenset("several two three four five six seven eight nine ten twelve twenty various different".split())
_DETERMINERS = frozenset(
    "the these those this that his her its their our my your some any all no many much few numerous most other such"
    " more less enough both".split()
)
_SINGLE = frozenset("equipment furniture luggage homework software advice evidence information".split())
_ONE = {"these": "this", "those": "that", "few": "little"}
_BREAKS = frozenset(
    "that which who whom whose what and or but when because as where if while although though he she they we i you it"
    " there police people".split()
)
_MESSAGE = "“{}” is not counted in English"


@rule(
    "mass-plural",
    safety=SUGGEST,
    bad=[
        "The [[informations published by the site are->information published by the site is]] false.",
        "The hospital bought new [[equipments->equipment]].",
        "They have [[several evidences->several pieces of evidence]] against him.",
        "[[These furnitures are->This furniture is]] old.",
        "She asked for [[many informations->a lot of information]]. There are too [[many luggages->much luggage]].",
        "The [[researches continue->research continues]] in the lake.",
        "It is [[an equipment->a piece of equipment]] that nobody uses.",
        "He bought a new [[->piece of ]]furniture for the hall.",
        "This is [[a good->good]] news for the town.",
    ],
    good=[
        "The information is false. The equipment is new. She researches the history of the port.",
        "He evidences a new will. An equipment supplier closed. A software company and an information desk.",
        "It is a news agency. The firm has a good news desk and an advice line.",
        "A good information campaign. An evidence-based policy. A homework club opened.",
    ],
)
def mass_plural(view: View) -> Iterator[Hit]:
    """What English does not count, in the plural or with “a”: the equipments, several evidences, a good news.

    « Un équipement, des équipements, une nouvelle, des recherches » are counted in French. A number becomes
    “pieces of”, “many” “a lot of”, and the verb behind the word goes into the singular with it.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(_MASS):
        if (tokens.lows[at] not in _VERBS or _noun(tokens, at)) and (hit := _plural(tokens, at)):
            yield hit
    for at in tokens.where(_SINGLE):
        if hit := _single(tokens, at):
            yield hit
    for at in tokens.where(("news", "progress", "weather")):
        if hit := _bare(tokens, at):
            yield hit


def _left(tokens: Tokens, at: int) -> int:
    """The token before the adjectives of the noun at `at`."""
    before = at - 1
    while before >= 0 and at - before < 4 and "J" in classes(tokens.lows[before]) and not _closed(tokens, before):
        before -= 1
    return before


def _closed(tokens: Tokens, at: int) -> bool:
    """Whether a token is a determiner or a number, and no adjective of the noun."""
    low = tokens.lows[at]
    return tokens.kinds[at] != WORD or low in _COUNTED or low in _DETERMINERS or low in ("a", "an", "one")


def _noun(tokens: Tokens, at: int) -> bool:
    """Whether a word that can be a verb is a noun here: a determiner stands before it."""
    before = _left(tokens, at)
    if tokens.lows[at + 1 : at + 2] and tokens.lows[at + 1] in TO_SINGULAR:
        return True
    if before < 0:
        return False
    return tokens.kinds[before] == NUMBER or tokens.lows[before] in _DETERMINERS | _COUNTED | {"of", "in", "after"}


def _plural(tokens: Tokens, at: int) -> Hit | None:
    """these furnitures are -> this furniture is."""
    low = tokens.lows[at]
    if tokens.capital(at) and not tokens.starts_sentence(at):
        return None
    right, before = _MASS[low], _left(tokens, at)
    first = tokens.lows[before] if before >= 0 else ""
    edits: list[Edit] = []
    put = _cased(tokens, at, right)
    number = before >= 0 and tokens.kinds[before] == NUMBER and "." not in first and first not in ("0", "1")
    if first in _COUNTED or number or (first == "few" and tokens.lows[before - 1] == "a"):
        put = f"{_PIECES.get(right, 'pieces')} of {right}"
        return Hit(_hull(tokens, before, at), _MESSAGE.format(right), ((_edit(tokens, at, put),),), 0.8)
    if first in ("many", "numerous"):
        much = tokens.lows[before - 1] in ("as", "so", "how", "too", "very", "not") if before else False
        edits.append(_edit(tokens, before, _cased(tokens, before, "much" if much else "a lot of")))
    elif first in _ONE:
        there = before > 1 and tokens.lows[before - 2] == "there" and _be(tokens, before - 1)
        if there:
            edits.append(there)
        edits.append(_edit(tokens, before, _cased(tokens, before, _ONE[first])))
    edits.append(_edit(tokens, at, put))
    joined = tokens.lows[before] == "and" if before >= 0 else False
    joined = joined or (before > 0 and first in _DETERMINERS and tokens.lows[before - 1] == "and")
    edits += [] if joined else _verbs(tokens, at)
    hull = Span(edits[0].span.start, edits[-1].span.end)
    return Hit(hull, _MESSAGE.format(right), (tuple(edits),), 0.82)


def _hull(tokens: Tokens, first: int, last: int) -> Span:
    return Span(tokens.starts[first], tokens.ends[last])


def _edit(tokens: Tokens, at: int, put: str) -> Edit:
    return Edit(Span(tokens.starts[at], tokens.ends[at]), put)


def _cased(tokens: Tokens, at: int, put: str) -> str:
    return f"{put[0].upper()}{put[1:]}" if tokens.capital(at) else put


def _verbs(tokens: Tokens, at: int) -> list[Edit]:
    """The plural verbs of the noun at `at`, made singular: right behind it, in its clause, behind a phrase."""
    verb = at + 1
    if tokens.lows[verb : verb + 1] in (("that",), ("which",)):
        inner = _be(tokens, verb + 1) or _plain(tokens, verb + 1)
        return [found for found in (inner, _behind_clause(tokens, verb + 1)) if found]
    if verb < len(tokens) and (plain := _plain(tokens, verb)):
        return [plain]
    while verb < min(len(tokens), at + 9) and not end_mark(tokens, verb):
        if found := _be(tokens, verb):
            return [found]
        if tokens.lows[verb] in _BREAKS:
            break
        verb += 1
    return []


def _behind_clause(tokens: Tokens, at: int) -> Edit | None:
    """The plural verb behind a relative clause that begins at `at`: (that the police have) are."""
    found, verbs = None, 0
    while at < len(tokens) and not end_mark(tokens, at):
        low = tokens.lows[at]
        if verbs and low in TO_SINGULAR:
            found = at
        verbs += low in TO_SINGULAR or low in ("has", "is", "was", "had") or _past(low) or classes(low)[:2] == "Vb"
        at += 1
    return _be(tokens, found) if found else None


def _past(low: str) -> bool:
    return classes(low)[:1] == "V" and any(tag == "past" for _, tag in verb_readings(low))


def _be(tokens: Tokens, at: int) -> Edit | None:
    low = tokens.lows[at] if at < len(tokens) else ""
    return _edit(tokens, at, TO_SINGULAR[low]) if low in TO_SINGULAR else None


def _plain(tokens: Tokens, at: int) -> Edit | None:
    """continue -> continues, right behind the noun, where the word is a verb before all."""
    low = tokens.lows[at] if at < len(tokens) else ""
    marks = classes(low)
    if marks[:1] != "V" or "b" not in marks or low in TO_SINGULAR:
        return None
    if not any(tag == "base" for _, tag in verb_readings(low)) or any(t == "past" for _, t in verb_readings(low)):
        return None
    return _edit(tokens, at, inflect_verb(low, "third"))


def _over(tokens: Tokens, at: int) -> bool:
    """Whether the noun phrase is over before token `at`, so that its noun is no part of a compound."""
    if end_mark(tokens, at):
        return True
    low = tokens.lows[at]
    if tokens.kinds[at] != WORD:
        return False
    clause = low in "that which who of and or is was has will would can could must may might to".split()
    past = "N" not in classes(low) and any(tag in ("past", "third") for _, tag in verb_readings(low))
    return clause or low in PREPOSITIONS or past


def _single(tokens: Tokens, at: int) -> Hit | None:
    """an equipment -> a piece of equipment; a new furniture -> a new piece of furniture."""
    before, right = _left(tokens, at), tokens.lows[at]
    if before < 0 or tokens.lows[before] not in ("a", "an", "one", "another") or not _over(tokens, at + 1):
        return None
    if tokens.lows[at + 1 : at + 3] in (("and", "communication"), ("and", "communications")):
        return None
    if tokens.capital(at) or (tokens.lows[at + 1 : at + 2] == ("and",) and right in ("information", "evidence")):
        return None
    if tokens.lows[at - 1] in ("judicial", "preliminary"):
        return None  # une information judiciaire is another thing
    span = _hull(tokens, before, at)
    if before < at - 1:
        put = Edit(Span(tokens.starts[at], tokens.starts[at]), "piece of ")
        return Hit(span, _MESSAGE.format(right), ((put,),), 0.75)
    first = tokens.lows[before]
    put = _edit(tokens, before, _cased(tokens, before, "a piece of" if first in ("a", "an") else f"{first} piece of"))
    return Hit(span, _MESSAGE.format(right), ((put,),), 0.8)


def _bare(tokens: Tokens, at: int) -> Hit | None:
    """a good news -> good news; a news -> a piece of news."""
    before, right = _left(tokens, at), tokens.lows[at]
    if before < 0 or tokens.lows[before] not in ("a", "an") or not _over(tokens, at + 1) or tokens.capital(at):
        return None
    span = _hull(tokens, before, at)
    if before == at - 1:
        if right != "news":
            return None
        return Hit(span, _MESSAGE.format(right), ((_edit(tokens, before, _cased(tokens, before, "a piece of")),),), 0.8)
    gone = Span(tokens.starts[before], tokens.starts[before + 1])
    edits = [Edit(gone, "")]
    if tokens.capital(before):
        edits = [Edit(Span(gone.start, tokens.ends[before + 1]), _cased(tokens, before, tokens.surface(before + 1)))]
    return Hit(span, _MESSAGE.format(right), (tuple(edits),), 0.8)
