from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import DETERMINERS, adverbials, base_phrase, end_mark, is_name
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import HEADLINE_SMALL, REPORTING_FINITE
from mtcheck.rules import SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Span

_SPOKEN = frozenset(
    "nod shrug grin beam drawl intone gasp sob croak bark hiss moan purr chuckle giggle snort scoff sneer wail whine"
    " bellow roar howl squeal shriek mumble stutter drone chime chorus pipe prompt coax explode erupt gush crow enquire"
    " inquire query greet quote allege decree dictate translate sign sniff shout come run bleat sob plead jeer heckle"
    " acknowledge grouse gripe carp rejoin warble croon preach lecture scold chide rebuke counsel caution remonstrate"
    " persist proceed elaborate expound philosophise philosophize generalise"
    " rule pronounce decree  be have do get become seem look make say shiver tremble blink wince cackle"
    " fulminate reason proclaim imagine calculate guess notice list enumerate summarise summarize surmise".split()
)
"""What an English novel or newspaper does put after a quotation; and what is no verb of its own."""
_TRANSITIVE = {
    "defend": ("insists", "insisted"),
    "detail": ("explains", "explained"),
    "underline": ("stresses", "stressed"),
    "alert": ("warns", "warned"),
    "consider": ("believes", "believed"),
    **dict.fromkeys("specify inform precise".split(), ("adds", "added")),
    **dict.fromkeys(
        "denounce describe welcome praise reassure condemn accuse blame mention cite express hail thank criticise"
        " criticize relate assess react evoke castigate slam notify temporise".split(),
        ("says", "said"),
    ),
}
"""Verbs that report alone in French; in English they want an object or a clause. What English writes: present, past."""
_BODIES = frozenset(
    "union unions opposition prefecture company association associations group firm party ministry management"
    " government federation collective family club council committee operator police gendarmerie department region"
    " dealer seller buyer retailer insurer neighbours residents parents lawyers".split()
)
_SELVES = (("himself",), ("herself",), ("itself",), ("themselves",))
_AWAY = frozenset("a an one two three four five six seven eight nine ten its their".split())


@rule(
    "verb-not-of-saying",
    safety=SUGGEST,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "“We will keep the mill”, [[decides->says]] the mayor of the village.",
        "“That is old news”, [[swept->said]] Minister Lannoy.",
        "“They took everything”, [[savours->says]] the shopkeeper on Monday.",
        "“The violin is real”, [[defends himself->says]] the luthier of Ardoise.",
        "“Why us?”, [[asks herself->asks]] the mother.",
        "“You cannot sleep here any more”, [[despairs->says]] Marc Vallin, a hotelier.",
        "“We sold nothing here,” [[defends->insists]] the baker.",
        "“Nobody answered us”, [[denounced->said]] the union.",
        "“He went out every night,” [[describes->says]] a neighbour.",
    ],
    good=[
        "“Up,” a film about a balloon, opened in Lille. “Dune” beat “Barbie”.",
        "“No,” nodded the old man. “Come in,” beamed the landlady. “It is cold,” shivered and left the child.",
        "Her novel, “The Lark,” won the prize. What he calls “fun,” drives his neighbours mad.",
        "“Where is it?” opens the show. In “Alone,” hunts the wolf.",
        "“It is the end of a trade”, regrets the last keeper. “Nobody answered us”, deplored the union.",
        "A report, “The cost of the flood,” describes the mayor as helpless.",
    ],
)
def verb_not_of_saying(view: View) -> Iterator[Hit]:
    """A verb that says nothing where a quotation wants a verb of saying: “…”, swept the president.

    French journalism puts nearly any verb after a quotation (balayer, trancher, tempérer, savourer). Only where the
    quotation is a sentence and a person follows the verb, who ends the clause, can it be nothing else; for most such
    verbs the language packs know a better English one, which is then preferred.
    """
    tokens = tokens_of(view.text)
    for role in view.quotations.roles:
        if role.role != "close" or not role.mark.double or role.depth or role.partner < 0:
            continue
        opening = view.quotations.roles[role.partner].mark.at
        mark = bisect_left(tokens.starts, role.mark.at)
        at = mark + 1
        closed = view.text[role.mark.at - 1] in ",!?…" or (at < len(tokens) and tokens.lows[at] == ",")
        fused = at < len(tokens) and tokens.starts[at] == role.mark.at + 1
        if at < len(tokens) and tokens.lows[at] == ",":
            at += 1
        sound = view.text[role.mark.at] in '”"' and not view.text[role.mark.at - 1].isspace()
        if not ((closed and sound) or fused):
            continue
        reflexive = tokens.lows[at + 1 : at + 2] in _SELVES
        if not reflexive and not _sentence(view.text, opening, role.mark.at):
            continue
        instead = "" if reflexive else _instead(tokens, at)
        put = instead or _said(tokens, at) or (_freed(tokens.lows[at]) if reflexive else "")
        if put and _person(tokens, at + 1 + reflexive, anybody=reflexive, anyone=bool(instead)):
            span = Span(tokens.starts[at], tokens.ends[at + reflexive])
            yield Hit(span, "this verb does not say anything", (put,), 0.5)


def _sentence(text: str, opening: int, closing: int) -> bool:
    """Whether the quotation is a sentence: it opens one and has three words or more."""
    before = text[max(opening - 3, 0) : opening].rstrip(" \u00a0")
    inside = text[opening + 1 : closing].split()
    title = all(word[:1].isupper() or word in HEADLINE_SMALL for word in inside)
    return (not before or before[-1] in '.!?:”"“\n') and len(inside) > 2 and inside[0][:1].isupper() and not title


def _said(tokens: Tokens, at: int) -> str:
    """says or said, as token `at` is a present or past verb that does not report; '' for any other word."""
    if at + 1 >= len(tokens) or tokens.kinds[at] != WORD or tokens.capital(at) or tokens.lows[at] in REPORTING_FINITE:
        return ""
    readings = verb_readings(tokens.lows[at])
    if not classes(tokens.lows[at]) and len(tokens.lows[at]) > 5 and tokens.lows[at].isalpha():  # fulminates
        return "said" if tokens.lows[at].endswith("ed") else "says" if tokens.lows[at].endswith("s") else ""
    if not readings or any(lemma in _SPOKEN for lemma, _ in readings) or "M" in classes(tokens.lows[at]):
        return ""
    tags = {tag for _, tag in readings}
    if "past" in tags:
        return "said"
    return "says" if "third" in tags else ""


def _instead(tokens: Tokens, at: int) -> str:
    """What English writes for token `at`, a verb that French alone has after a quotation without an object."""
    if at + 1 >= len(tokens) or tokens.kinds[at] != WORD or tokens.capital(at):
        return ""
    for lemma, tag in verb_readings(tokens.lows[at]):
        if lemma in _TRANSITIVE and tag in ("third", "past"):
            return _TRANSITIVE[lemma][tag == "past"]
    return ""


def _freed(low: str) -> str:
    """What is left of a reporting verb without its reflexive: asks himself; of `defends himself` nothing."""
    if low not in REPORTING_FINITE:
        return ""
    if low[:6] == "defend":
        return "said" if low.endswith("ed") else "says"
    return low


def _person(tokens: Tokens, at: int, anybody: bool, anyone: bool) -> bool:
    """Whether a person or a body begins at token `at` and ends the clause, but for a time, a place or an apposition.

    Behind a reflexive verb `anybody` does: nothing else stands there in English. `anyone` may be a neighbour.
    """
    away = tokens.lows[at] in _AWAY and not (anyone and tokens.lows[at] in ("a", "an"))
    if away or not (tokens.lows[at] in DETERMINERS or is_name(tokens, at)):
        return False
    end = base_phrase(tokens, at, apposition=True)
    if end is None:
        return False
    first = base_phrase(tokens, at) or end
    person = is_name(tokens, at) or any(
        tokens.lows[number] in _BODIES or gender_of_noun(tokens.lows[number]) is not None for number in range(at, first)
    )
    if not (person or anybody):
        return False
    while (
        end < len(tokens)
        and tokens.lows[end] in ("of", "for", "from", "in")
        and (further := base_phrase(tokens, end + 1))
    ):
        end = further
    ends = (end, *adverbials(tokens, end))
    return any(stop >= len(tokens) or end_mark(tokens, stop) or tokens.lows[stop] in ("who", "whose") for stop in ends)
