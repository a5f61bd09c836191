from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import WEEKDAYS
from mtcheck.analysis.tokens import MARK, NUMBER, WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.governed import KINDS, POSSESSIVES, ROWS
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your any some all each every both another such no"
    " several many most much more".split()
)
_PRONOUNS = frozenset("him it them me us you everyone everybody someone anyone nobody nothing something".split())
_MODALS = frozenset(
    "to will would can could may might must should shall do does did not also they we you i who that which".split()
)
_TIMES = frozenset(
    "time times moment day days night week weekend month months year years hour hours minute minutes morning afternoon"
    " evening noon midnight dawn dusk start end beginning age birth stage point period season christmas easter outset"
    " once last first least most best worst level levels rate rates price prices cost speed distance pace expense"
    " present length half-time break height hands hand risk stake large random will home work sea speed a.m p.m century"
    " decade today tomorrow yesterday now then later early late summer winter spring autumn opening close turn same"
    " half occasion anniversary eve".split()
)
_SPOTS = frozenset(
    "station airport stadium hospital school university court office house home scene site town city village hall"
    " centre center museum club port church abbey cathedral theatre theater cinema hotel restaurant shop store market"
    " factory plant college academy institute headquarters conference meeting congress festival fair exhibition event"
    " ceremony funeral summit party wedding dinner lunch race games olympics championships cup final match concert"
    " show trial hearing assembly session border frontier door gate corner foot top bottom side edge heart front table"
    " desk counter checkpoint camp base prison library laboratory lab park beach lake river workshop gallery embassy"
    " palace castle hangar warehouse address place location tip centre-stage seminar dam bridge crossing junction"
    " request discretion invitation initiative behest hearing time-out retreat community forum inn post farm bar pub"
    " clinic facility facilities campus room studio plaza square street road workplace polls box stores schools"
    " hospitals universities meetings events sites offices locations conferences".split()
)
_IDIOMS = {
    "of": frozenset("course late necessity old which whom whose what".split()),
    "to": frozenset(
        "extent point tune full max ground letter degree day north south east west left right bottom top back limit"
        " brim bone death date halt close standstill fault end effect contrary this that some such which whom what"
        " where ensure others".split()
    ),
    "at": frozenset("all any some every what which whom".split()),
    "on": frozenset(
        "average behalf board condition television tv radio foot time top purpose sale line site show tour twitter"
        " appeal bail leave duty account grounds ground basis way side spot street road set page pages whole contrary"
        " one other which whom its their his her both every day days morning night evening weekend facebook".split()
    ),
    "by": frozenset("means way chance mistake accident hand law default far day night now then end itself".split()),
    "with": frozenset("which whom".split()),
    "for": frozenset(
        "example instance now good ever sale sake purposes which whom reasons reason years months weeks days hours"
        " purpose what whose".split()
    ),
    "from": frozenset(
        "outset above behind below within home abroad afar scratch here there which whom one sources every".split()
    ),
    "in": frozenset("order fact front particular general part which whom case way".split()),
}  # fmt: skip
"""What a preposition may have behind any word."""
_STOPS = frozenset("of to at in on by with for from that which who and or but as is are was were has have had".split())
_REACH = 4
_ELSEWHERE = frozenset("the those most least best worst more some many all few".split())
"""Before a participle: the injured of the war, the most loved of all."""


@cache
def _rows() -> dict[str, list[tuple[tuple[str, ...], bool, str]]]:
    """Last word of the governing words -> for each row those before it, whether it is a base form, and the rest."""
    found: dict[str, list[tuple[tuple[str, ...], bool, str]]] = {}
    for row in ROWS.replace("\n ", "").strip().split("\n"):
        words, _, rest = row.partition(":")
        for written in words.split():
            *before, last = written.removeprefix("~").split("+")
            found.setdefault(last, []).append((tuple(before), written[0] == "~", rest))
    return found


@cache
def _read(rest: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """What English has, and what is wrong -> the kind of object; most texts have the words of a few rows."""
    right, _, wrong = rest.partition("<")
    kinds = {word.partition("+")[0]: word.partition("+")[2] for word in wrong.split()}
    return tuple("" if word == "-" else word for word in right.split()), kinds


@rule(
    "governed-preposition",
    safety=SUGGEST,
    bad=[
        "The exhibition is dedicated [[at->to]] the engravers of the town.",
        "The van was equipped [[of->with]] false plates.",
        "The residents are opposed firmly [[with->to]] the quarry.",
        "His interest [[for->in]] old maps dates from school.",
        "The rules comply [[to->with]] the treaty.",
        "The novel was translated [[in->into]] Breton.",
        "The man was arrested [[from->by]] the police.",
        "Three hikers were victims [[from->of]] a fall.",
        "The island abounds [[of->in]] birds. In addition [[of->to]] the fine, he lost his licence.",
        "The pupils must obey[[ to->]] the rules.",
    ],
    good=[
        "The monument was dedicated at a ceremony in May. The chapel is dedicated to Saint Anne.",
        "The plan was attacked at the meeting, and he was limited at first by nobody.",
        "It depends to a large extent on the weather. Children are interested in animals to some extent.",
        "The most loved of his films is the first. The faithful of the parish wept.",
        "He was arrested from behind. They were invited at the last minute.",
        "The law was designed to comply. He was limited at school by his sight.",
        "The increase of 3% surprised him.",
    ],
)
def governed_preposition(view: View) -> Iterator[Hit]:
    """A preposition that the word before it never has: dedicated at the engravers, equipped of, comply to the treaty.

    French « à », « de », « par » or German « von », « auf » were translated by themselves; English verbs, participles,
    adjectives and nouns each have their own. A table says which; where the object is a time, a place or an occasion,
    or a verb behind “to”, the preposition may be no part of it, and nothing is said.
    """
    tokens = tokens_of(view.text)
    rows = _rows()
    for word in view.words & rows.keys():
        for at in tokens.places.get(word, ()):
            found = next((hit for row in rows[word] for hit in _wrong(tokens, at, *row)), None)
            if found is not None:
                yield found


def _wrong(tokens: Tokens, at: int, before: tuple[str, ...], base: bool, rest: str) -> Iterator[Hit]:
    first = at - len(before)
    if first < 0 or tokens.lows[first:at] != before:
        return
    put, kinds = _read(rest)
    here = at + 1
    if here + 1 < len(tokens) and tokens.lows[here].endswith("ly") and classes(tokens.lows[here]).startswith("R"):
        here += 1
    if here + 1 >= len(tokens) or tokens.lows[here] not in kinds or tokens.kinds[here + 1] not in (WORD, NUMBER):
        return
    previous, word = tokens.lows[first - 1] if first else "", tokens.lows[at]
    wrong, kind = tokens.lows[here], kinds[tokens.lows[here]]
    if base and previous not in _MODALS:
        return
    if not before and not kind and previous in _ELSEWHERE and not classes(tokens.lows[at]).startswith("N"):
        return
    if wrong == "of" and word.endswith("ing") and (previous in _DETERMINERS or classes(previous).startswith("J")):
        return  # the shivering of the leaves
    if tokens.capital(at) and not tokens.starts_sentence(at):
        return
    if not _takes(tokens, here, wrong, kind, previous):
        return
    span = Span(tokens.starts[here], tokens.ends[here])
    if not put[0]:
        span = Span(tokens.ends[here - 1], span.end)
    yield Hit(span, f"“{tokens.surface(at)}” wants “{put[0]}”" if put[0] else
              f"“{tokens.surface(at)}” wants no preposition", put, 0.75)  # fmt: skip


def _takes(tokens: Tokens, here: int, wrong: str, kind: str, previous: str) -> bool:
    """Whether the object is one of the governing word, and no time, place or infinitive."""
    lows, at = tokens.lows, here + 1
    words = _object(tokens, at)
    if kind == "poss":
        return previous in POSSESSIVES and tokens.lows[here - 3] != "of" and _nominal(tokens, at)
    if kind == "bare":
        return lows[at] not in _DETERMINERS and not tokens.capital(at) and tokens.kinds[at] == WORD and _plain(words)
    if kind == "count":
        return tokens.kinds[at] == NUMBER or "U" in classes(lows[at].partition("-")[0])
    if kind == "det":
        return lows[at] in _DETERMINERS
    if kind == "language":
        return tokens.capital(at) and tokens.surface(at) in KINDS[kind].split()
    if kind:
        return not words.isdisjoint(KINDS[kind].split())
    if not words.isdisjoint(_IDIOMS.get(wrong, ())):
        return False
    if wrong in ("of", "against", "about", "as", "into", "than", "over"):
        return tokens.kinds[at] == WORD
    if tokens.kinds[at] == NUMBER or not words.isdisjoint(_TIMES) or lows[at] in WEEKDAYS:
        return False
    if wrong == "to":
        return _nominal(tokens, at)
    gerund = lows[at].endswith("ing")
    if wrong in ("at", "in", "from", "on") and (tokens.capital(at) or not words.isdisjoint(_SPOTS)):
        return False
    return not (wrong == "by" and (gerund or tokens.capital(at)))


def _plain(words: frozenset[str]) -> bool:
    return not any(word.endswith("s'") or word == "'s" for word in words)


def _object(tokens: Tokens, at: int) -> frozenset[str]:
    """The words of the object, as far as it goes without a preposition or a verb; the number of words is bounded."""
    end = at
    while end < min(at + _REACH + 1, len(tokens)) and tokens.kinds[end] in (WORD, NUMBER):
        if end > at and tokens.lows[end] in _STOPS:
            break
        end += 1
    return frozenset(tokens.lows[at:end])


def _nominal(tokens: Tokens, at: int) -> bool:
    """Whether a noun phrase begins at token `at`, and no infinitive."""
    low = tokens.lows[at]
    if low in _DETERMINERS or low in _PRONOUNS or (low.endswith("ing") and "b" not in classes(low)):
        return True
    if tokens.capital(at):
        return True
    kinds = classes(low)
    return bool(kinds) and "V" not in kinds and kinds[0] in "NJ" and tokens.kinds[at] != MARK
