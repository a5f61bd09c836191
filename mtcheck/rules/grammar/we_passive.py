from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, singular, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import DETERMINERS, base_phrase, end_mark, is_name, noun_phrase, time_phrase
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_GIVES = frozenset("promise offer give grant award refuse deny lend show teach pay owe hand".split())
"""Of these who receives is the subject of the passive: he had been promised a revolution."""
_ENTRUSTS = frozenset("entrust attribute ascribe dedicate present announce propose".split())
"""Of these what is given is: the inquiry has been entrusted to the judge."""
_DONE_TO = frozenset(
    "accuse suspect arrest appoint elect choose sentence blame reproach criticise criticize force oblige forbid prevent"
    " bury nickname compare describe release name dismiss sack expect call credit tell warn inform"
    " condemn acquit summon question hospitalise hospitalize threaten insult whistle boo applaud honour honor"
    " praise recruit hire fire find rescue evacuate lynch evict expel banish exile".split()
)
"""What an unnamed somebody does to a person."""
_OF = frozenset("accuse suspect warn inform acquit".split())
"""What follows `of` is what of, not whose: accused the mayor of corruption."""
_ADVERBS = frozenset("already never also even just finally still not always long often recently".split())
_OBJECTS = {"him": ("he", "one"), "her": ("she", "one"), "them": ("they", "many")}
_MODALS = frozenset("will would".split())


@rule(
    "we-passive",
    safety=SUGGEST,
    triggers=("We ", ", we "),
    bad=[
        "[[We had promised a boat to Marco Belli->Marco Belli had been promised a boat]] when he signed.",
        "[[We offered the widow of the cook->The widow of the cook was offered]] a pension, but she refused it.",
        "[[We have entrusted the inquiry->The inquiry has been entrusted]] to Judge Elena Vidal.",
        "In 2016, [[we offered Marco Belli->Marco Belli was offered]] the lead.",
        "[[We accuse him->He is accused]] of selling the mill.",
        "[[We did not tell the tenants->The tenants were not told]] that the roof leaked.",
    ],
    good=[
        "We had promised a boat to our readers. We offered Marco Belli a contract and he told us no.",
        "“We offered the coach a contract,” he said.",
        "We accused the minister of lying and asked for a debate. We sold the boat to Marco Belli.",
    ],
)
def we_passive(view: View) -> Iterator[Hit]:
    """“We” for French on where English has the passive: we had promised a revolution to Lucas Bardet.

    Only where the text speaks of others (no I, our, us and no second We outside its quotations), and where a person is
    given, promised, told or accused of something.
    """
    text = view.text
    spoken = [
        found
        for found in rx(r"\b(?:I|[Ww]e|[Oo]ur|[Uu]s|ours|[Mm]y|me|ourselves)\b(?!\.)").finditer(text)
        if not inside(found.start(), view.quoted)
    ]
    if len(spoken) != 1 or spoken[0].group().lower() != "we":
        return
    tokens = tokens_of(text)
    at = next((at for at in tokens.places.get("we", ()) if tokens.starts[at] == spoken[0].start()), None)
    if at is None:
        return
    opens = tokens.starts_sentence(at) if spoken[0].group() == "We" else _behind_time(tokens, at)
    words = text[tokens.starts[at] : tokens.ends[tokens.sentence(at, at + 1)[1] - 1]]
    broken = words.count("“") != words.count("”") or words.count('"') % 2
    if opens and not broken and (hit := _passive(view, tokens, at)):
        yield hit


def _behind_time(tokens: Tokens, we: int) -> bool:
    """In 2016, we offered."""
    first = tokens.opening(we)
    return tokens.lows[we - 1] == "," and time_phrase(tokens, first) == we - 1


def _passive(view: View, tokens: Tokens, we: int) -> Hit | None:
    parsed = _verb(tokens, we + 1)
    if parsed is None:
        return None
    at, lemma, *forms = parsed
    start = at + 1
    pronoun = tokens.lows[start] if start < len(tokens) else ""
    if pronoun in _OBJECTS and (pronoun != "her" or _closed(tokens, start + 1)):
        subject, number = _OBJECTS[pronoun]
        given = lemma in _DONE_TO or tokens.lows[start + 1] in DETERMINERS | {"that"}
        return _hit(tokens, we, start + 1, f"{subject} {forms[number == 'many']}") if given else None
    end = base_phrase(tokens, start) if lemma in _OF else noun_phrase(tokens, start, frozenset(("of",)))
    if end is None or end >= len(tokens) or _goes_on(tokens, end):
        return None
    words = Span(tokens.starts[start], tokens.ends[end - 1]).of(tokens.text)
    number = _number(tokens, start, end)
    if lemma in _ENTRUSTS:
        given = tokens.lows[end] == "to" and _person(view, tokens, end + 1)
        return _hit(tokens, we, end, f"{words} {forms[number == 'many']}") if given else None
    if _person(view, tokens, start):
        given = lemma in _DONE_TO or tokens.lows[end] in DETERMINERS or classes(tokens.lows[end])[:1] in ("N", "J")
        return _hit(tokens, we, end, f"{words} {forms[number == 'many']}") if given else None
    if lemma not in _GIVES or tokens.lows[end] != "to" or not _person(view, tokens, end + 1):
        return None
    last = noun_phrase(tokens, end + 1, frozenset(("of",)))
    if last is None or (last < len(tokens) and _goes_on(tokens, last)):
        return None
    who = Span(tokens.starts[end + 1], tokens.ends[last - 1]).of(tokens.text)
    number = _number(tokens, end + 1, last)
    return _hit(tokens, we, last, f"{who} {forms[number == 'many']} {words}")


def _verb(tokens: Tokens, at: int) -> tuple[int, str, str, str] | None:
    """The verb behind We, and its passive in the singular and in the plural."""
    first = at
    while at < min(first + 4, len(tokens)) and (
        tokens.lows[at] in _ADVERBS
        or tokens.lows[at] in _MODALS
        or tokens.lows[at] in ("have", "had", "did", "do", "are")
    ):
        at += 1
    if at >= len(tokens) or tokens.kinds[at] != WORD:
        return None
    carried = tokens.lows[first:at]
    auxiliary = next((low for low in carried if low not in _ADVERBS), "")
    wanted = {"": "past", "have": "participle", "had": "participle", "are": "gerund"}.get(auxiliary, "base")
    known = _GIVES | _ENTRUSTS | _DONE_TO
    readings = [(lemma, tag) for lemma, tag in verb_readings(tokens.lows[at]) if lemma in known]
    lemma = next((lemma for lemma, tag in readings if tag == wanted), None)
    if lemma is None and not auxiliary:
        lemma, wanted = next((lemma for lemma, tag in readings if tag == "base"), None), "base"
    if lemma is None or (lemma == "find" and wanted == "base"):
        return None
    adverbs = " ".join(low for low in carried if low in _ADVERBS)
    participle = inflect_verb(lemma, "participle")
    one, many = {
        "": ("was", "were") if wanted == "past" else ("is", "are"),
        "have": ("has", "have"),
        "had": ("had", "had"),
        "did": ("was", "were"),
        "do": ("is", "are"),
        "are": ("is", "are"),
    }.get(auxiliary, (auxiliary, auxiliary))
    link = "been" if auxiliary in ("have", "had") else "be" if auxiliary in _MODALS else ""
    link = "being" if auxiliary == "are" else link
    passive = [" ".join(word for word in (be, adverbs, link, participle) if word) for be in (one, many)]
    return at, lemma, passive[0], passive[1]


def _person(view: View, tokens: Tokens, at: int) -> bool:
    """Whether the phrase at token `at` names one or several persons."""
    if at >= len(tokens):
        return False
    if is_name(tokens, at):
        return view.people.at(tokens.starts[at]) is not None
    end = base_phrase(tokens, at)
    if end is None or end == at + 1:
        return False
    head = tokens.lows[end - 1]
    return gender_of_noun(singular(head)) is not None or head in ("men", "women", "people")


def _number(tokens: Tokens, first: int, last: int) -> str:
    head = (base_phrase(tokens, first) or last) - 1
    low = tokens.lows[head]
    several = low in ("men", "women", "people", "children", "police") or (
        not tokens.capital(head) and "s" in classes(low) and singular(low) != low
    )
    return "many" if several or "and" in tokens.lows[first:last] else "one"


def _closed(tokens: Tokens, at: int) -> bool:
    return end_mark(tokens, at) or tokens.lows[at] in ("of", "that", "to", "for", "with", "in", "a", "the", "by", "as")


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether We does something more in the clause: offered him a contract and asked."""
    last = tokens.sentence(at - 1, at)[1]
    for place in range(at, last - 1):
        if tokens.lows[place] in ("and", "but", "then", "or"):
            follow = place + 1
            tags = {tag for _, tag in verb_readings(tokens.lows[follow])}
            if tags & {"past", "base", "participle"} and classes(tokens.lows[follow])[:1] == "V":
                return True
    return False


def _hit(tokens: Tokens, we: int, last: int, put: str) -> Hit:
    span = Span(tokens.starts[we], tokens.ends[last - 1])
    return Hit(
        span,
        "French says “on” where English has the passive",
        (f"{put[0].upper()}{put[1:]}" if tokens.capital(we) else put,),
        0.7,
    )
