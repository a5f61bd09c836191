from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.infinitives import wrong_behind_to
from mtcheck.analysis.inflect import inflect_verb, singular, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import base_phrase
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import en, human
from mtcheck.lang.auxiliaries import TO_PLURAL, TO_SINGULAR
from mtcheck.lang.degrees import COMPARATIVES, SUPERLATIVES
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_AMOUNTS = frozenset(
    "number majority minority lot lots couple dozen dozens series rest half handful range variety percentage total part"
    " group pair quarter third proportion mix host bunch string flurry wave raft array maximum minimum average plenty"
    " kind sort type most mass crowd multitude tens hundreds thousands one some many all none each remainder bulk"
    " amount"
    " cattle sheep fish deer clergy offspring aircraft salmon trout poultry livestock vermin gentry sum"
    " collection selection set spate generation class list pack flock herd team public media data staff crew cast"
    " police people press fleet duo trio quartet panel cohort youth elite population electorate audience wealth".split()
)
"""Heads that may take either number: a number of candidates are, the majority of voters were."""
_BARE = frozenset("home work school sea night hospital university prison church".split())
"""Nouns that need no determiner after a preposition."""
_MODALS = "must|can|could|should|cannot|will|would|may|might"
_AGREE = "verb and subject do not agree"


@rule(
    "verb-form",
    safety=SUGGEST,
    bad=[
        "The price of vegetables [[have->has]] doubled since the frost.",
        "The results of the inquiry [[was->were]] sent to the judge.",
        "The number of patients treated at home [[have->has]] doubled.",
        "The minister and the unions [[has->have]] signed it.",
        "The nurse [[have->has]] worked eleven nights.",
        "The mayor and his deputy [[has->have]] resigned.",
        "She must [[to ->]]leave on Monday, but he did not [[came->come]].",
        "The committee [[wants->wants to]] know who signed. It aims to [[protecting->protect]] the lynx.",
        "He has been trying for two years to [[makes->make]] his cheese known. She wants to [[sells->sell]] it.",
        "If the river [[will rise->rises]] again, the school will close.",
        "If the rain [[would stop->stopped]], the race could start.",
        "He is [[more ->]]taller than her, and she [[is agree->agrees]].",
        "The police [[is->are]] looking for him. [[This->These]] measures are useless.",
    ],
    good=[
        "A number of candidates are here. The majority of voters were old. The list of names was long.",
        "The team have won. The committee were divided. The police chief is here; the people is sovereign.",
        "The man sought by the police is still free. One of the police was injured.",
        "The price of the cars that have been sold is high. The use of phones in schools is banned.",
        "He tried to sell it. It amounts to gifts the club received; attempts to thefts the police saw.",
        "He has the will to live and a can to fill. What she wants know no bounds. He wants change.",
        "More bitter words fell. If you will wait, I will come. He did not read it. This means are needed.",
        "The secretary and treasurer has resigned. Fish and chips is his dish. “The boys was here,” he said.",
    ],
)
def verb_form(view: View) -> Iterator[Hit]:
    """A verb that does not agree with its subject, or has the wrong form after another verb.

    The price of vegetables have, she must to leave, did not came, wants know, if the river will rise, more taller.
    Bodies of people may take either number in English and are left alone, and so is what people say in quotations.
    """
    text = view.text
    for hit in (
        *_each(text),
        *_subjects(tokens_of(text)),
        *_after_modal(text),
        *_after_do(text),
        *_wants(text),
        *wrong_behind_to(text),
        *_small(text),
    ):
        if not inside(hit.span.start, view.quoted):
            yield hit


def _each(text: str) -> Iterator[Hit]:
    """Each of the villages have."""
    for found in matches(
        r"\b(?:Each|each|Every one|every one|Neither|neither) of (?:the|these|those|his|her|their|its)"
        r" (?:[a-z]+ ){1,3}?"
        r"(have|are|were)\b",
        text,
        (" of ",),
    ):
        yield Hit(Span(*found.span(1)), _AGREE, (TO_SINGULAR[found.group(1)],), 0.75)


def _subjects(tokens: Tokens) -> Iterator[Hit]:
    """The price of vegetables have; the results of the inquiry was; the mayor and his deputy has."""
    seen = {at for low in ("is", "are", "was", "were", "has", "have") for at in tokens.places.get(low, ())}
    for at in sorted(seen):
        low = tokens.lows[at]
        first = tokens.opening(at)
        if not 2 <= at - first <= 9 or tokens.lows[first] not in en.DETERMINERS or not _predicate(tokens, at + 1):
            continue
        number = _number(tokens, first, at)
        right = TO_PLURAL.get(low) if number == "plural" else TO_SINGULAR.get(low) if number == "singular" else None
        if right:
            yield Hit(Span(tokens.starts[at], tokens.ends[at]), _AGREE, (right,), 0.72)


def _predicate(tokens: Tokens, at: int) -> bool:
    """Whether what follows shows that the verb is finite: a participle, an adjective, not, been."""
    if at >= len(tokens) or tokens.kinds[at] != WORD:
        return False
    low = tokens.lows[at]
    form = any(tag in ("participle", "gerund") for _, tag in verb_readings(low))
    return form or classes(low)[:1] in ("J", "R") or low in ("not", "been", "a", "an", "the", "in", "on", "at", "no")


def _number(tokens: Tokens, first: int, verb: int) -> str:
    """singular or plural, of the noun phrase that fills tokens `first` to `verb`; '' where that is not sure."""
    end = base_phrase(tokens, first)
    if end is None or end > verb:
        return ""
    head = tokens.lows[end - 1]
    marks = classes(head)
    counted = head == "number" and tokens.lows[first] == "the"  # `the number of patients has`, `a number of them have`
    if (
        (head in _AMOUNTS and not counted)
        or tokens.capital(end - 1)
        or "N" not in marks
        or tokens.lows[first] in ("another", "one", "many")
    ):
        return ""
    several = "s" in marks and not head.endswith(("ss", "us", "is")) and singular(head) != head
    if not several and head.endswith("s"):
        return ""
    at = end
    while at < verb:
        low = tokens.lows[at]
        if low == "and" and at + 1 < verb and tokens.lows[at + 1] in en.DETERMINERS and at == end:
            further = base_phrase(tokens, at + 1)
            person = human.NEUTRAL | human.MASCULINE | human.FEMININE
            second = tokens.lows[further - 1] if further else ""
            several = "s" in classes(second) and singular(second) != second
            both = further == verb and ((head in person and second in person) or several)
            return "plural" if both else ""
        if at > end and any(tag == "participle" for _, tag in verb_readings(low)) and "N" not in classes(low):
            at += 1  # patients treated at home
            continue
        if low not in ("of", "for", "in", "with", "against", "from", "on", "at", "by"):
            return ""
        after = at + 2 if tokens.lows[at + 1] in _BARE else base_phrase(tokens, at + 1)
        if after is None:
            after = at + 1
            while after < verb and "N" in classes(tokens.lows[after]) and tokens.kinds[after] == WORD:
                after += 1
            if after == at + 1:
                return ""
        at = after
    if at != verb or (several and (head.endswith("ics") or head in ("means", "series", "news", "headquarters"))):
        return ""
    if not several and (head in human.COLLECTIVE or marks[:1] != "N"):
        return ""
    return "plural" if several and marks[:1] == "N" else "" if several else "singular"


def _after_modal(text: str) -> Iterator[Hit]:
    """must to leave."""
    for found in rx(rf"\b([Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|[Yy]ou|[a-z]+s?) ({_MODALS}) (to )([a-z]+)\b").finditer(
        text
    ):
        subject, modal, verb = found.group(1).lower(), found.group(2), found.group(4)
        sure = subject in en.SUBJECT_PRONOUNS or modal in ("must", "should", "cannot")
        if rx(r"\b(?:all|whatever|what|as|everything|anything|that|best|nothing|more|much|one)\b").search(
            text[max(found.start() - 40, 0) : found.start(2)].lower()
        ):
            continue  # `all we can to help`
        if sure and classes(verb)[:1] != "N" and any(tag == "base" for _, tag in verb_readings(verb)):
            yield Hit(Span(*found.span(3)), f"“{modal}” takes no “to”", ("",), 0.85)


def _after_do(text: str) -> Iterator[Hit]:
    """did not came, doesn’t wants."""
    for found in rx(r"\b(?:do|does|did)(?: not|n[’']t) (?:also |even |really |always )?([a-z]+)\b").finditer(text):
        readings = verb_readings(found.group(1))
        if (
            readings
            and all(tag in ("past", "third") for _, tag in readings if tag != "participle")
            and "b" not in classes(found.group(1))
        ):
            lemma = next((lemma for lemma, tag in readings if tag in ("past", "third")), None)
            if lemma:
                yield Hit(Span(*found.span(1)), "“do” takes the base form", (lemma,), 0.82)


def _wants(text: str) -> Iterator[Hit]:
    """wants know who, wanted leave the club."""
    for found in rx(
        r"\b(?:he|she|it|they|who|[a-z]{3,}) (wants?|wanted|hopes|hoped|refuses|refused|decided|decides|tries|tried)"
        r" ([a-z]+)(?= (?:the|a|an|his|her|its|their|who|what|how|why|whether|if|that|it|him|them|to|in|from)\b)"
    ).finditer(text):
        verb = found.group(2)
        if (
            classes(verb)[:1] == "V"
            and "N" not in classes(verb)
            and any(tag == "base" for _, tag in verb_readings(verb))
        ):
            yield Hit(Span(*found.span(1)), "the verb wants “to”", (f"{found.group(1)} to",), 0.8)


def _small(text: str) -> Iterator[Hit]:
    """If it will rise, more taller, is agree, the police is, this measures are."""
    tokens = tokens_of(text)
    for found in matches(r"\bIf (?=(?:the|a|his|her|its|their|this|it|he|she) )", text, ("If ",)):
        if hit := _condition(tokens, found.end()):
            yield hit
    for found in matches(rf"\b(more )(?:{COMPARATIVES})\b|\b(most )(?:{SUPERLATIVES})\b", text, ("more ", "most ")):
        which = 1 if found.group(1) else 2
        if not rx(r"\b(?:the|no|any|any|and) $").search(text[max(found.start() - 5, 0) : found.start()]) or which == 2:
            yield Hit(Span(*found.span(which)), "the comparison is made twice", ("",), 0.75)
    for found in matches(r"\b(is|am|are|was|were) agree(?=[ .,;])", text, (" agree",)):
        form = {"is": "agrees", "am": "agree", "are": "agree"}.get(found.group(1), "agreed")
        yield Hit(Span(*found.span()), "“agree” is the verb", (form,), 0.85)
    for found in matches(
        r"(?<!by )(?<!of )(?<!to )(?<!with )(?<!from )"
        r"\b[Tt]he police (is|was|has)(?= (?:not |also |still |now |already )?[a-z]+(?:ing|ed|en|n)?\b)",
        text,
        ("police ",),
    ):
        after = text[found.end() + 1 :].split(" ", 1)[0]
        if any(tag in ("participle", "gerund") for _, tag in verb_readings(after)) or after in (
            "not",
            "also",
            "still",
            "now",
        ):
            yield Hit(Span(*found.span(1)), "“police” is plural", (TO_PLURAL[found.group(1)],), 0.65)
    for found in rx(r"\b([Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) ([a-z]{4,}) (are|were|have|is|was|has)(?= [a-z])").finditer(
        text
    ):
        if hit := _demonstrative(found.group(1), found.group(2), found.group(3), found.start()):
            yield hit


def _demonstrative(given: str, noun: str, verb: str, at: int) -> Hit | None:
    """This measures are -> These measures are."""
    several = "s" in classes(noun) and classes(noun)[:1] == "N" and noun not in ("means", "series", "news")
    one = classes(noun)[:1] == "N" and "s" not in classes(noun)
    put = {"this": "these", "that": "those"} if several and verb in ("are", "were", "have") else {}
    if one and verb in ("is", "was", "has") and noun not in human.COLLECTIVE:
        put = {"these": "this", "those": "that"}
    right = put.get(given.lower())
    if right is None or given == "that":
        return None
    right = right.capitalize() if given[0].isupper() else right
    return Hit(Span(at, at + len(given)), "noun and determiner do not agree", (right,), 0.8)


def _condition(tokens: Tokens, offset: int) -> Hit | None:
    """If the river will rise again, -> If the river rises again,."""
    at = bisect_left(tokens.starts, offset)
    will = next(
        (number for number in range(at, min(at + 6, len(tokens))) if tokens.lows[number] in ("will", "would")), None
    )
    if will is None or will == at or will + 2 >= len(tokens) or tokens.lows[will - 1] == "the":
        return None
    subject = tokens.lows[will - 1]
    if tokens.capital(will - 1) or subject in human.COLLECTIVE | human.NEUTRAL | human.MASCULINE | human.FEMININE:
        return None  # who is willing
    lemma = next((lemma for lemma, tag in verb_readings(tokens.lows[will + 1]) if tag == "base"), None)
    last = tokens.sentence(at, at + 1)[1]
    comma = next((number for number in range(will, last) if tokens.lows[number] == ","), None)
    unreal = tokens.lows[will] == "would"
    follows = {"would", "could", "might"} if unreal else {"will"}
    if lemma is None or comma is None or not follows & {*tokens.lows[comma:last]} or tokens.lows[will + 1] == "not":
        return None
    if unreal and (
        tokens.lows[at] != "the" or "s" in classes(subject) or lemma in ("like", "allow", "let", "agree", "care")
    ):
        return None  # If it would help, I could come
    plural = "s" in classes(tokens.lows[will - 1]) or tokens.lows[will - 1] == "they"
    form = ("are" if plural else "is") if lemma == "be" else lemma if plural else inflect_verb(lemma, "third")
    if unreal:
        form = inflect_verb(lemma, "past") if lemma != "be" else "were" if plural else "was"
    span = Span(tokens.starts[will], tokens.ends[will + 1])
    return Hit(span, "the condition stands in the present", ((Edit(span, form),),), 0.7)
