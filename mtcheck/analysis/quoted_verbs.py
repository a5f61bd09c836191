"""text -> repairs where a verb and the quotation behind it want another preposition or form between them.

The preposition stands inside the mark (intends “of leaving”), on both sides of it (suspected of “of leaving”), or
before a clause that wants none (asks for “that it stop”).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.nearby import before
from mtcheck.analysis.regex import rx
from mtcheck.finding import Hit, Safety
from mtcheck.lang.governors import PERFECT, WANT_BARE
from mtcheck.text import Edit, Span


def misgoverned(text: str) -> Iterator[Hit]:
    """Every such place of `text`."""
    yield from _twice(text)
    yield from _inside(text)
    yield from _that(text)
    yield from _infinitive(text)
    yield from _perfect(text)


def _twice(text: str) -> Iterator[Hit]:
    """suspected of “of having -> of “having; not: of “of mice and men”."""
    for found in rx(r"\b(of|for|by|from|with|without|at|in|on) [“\"‘«](\1 )([a-z]+)\b").finditer(text):
        word = found.group(3)
        gerund = any(tag == "gerund" for _, tag in verb_readings(word)) and word.endswith("ing")
        if gerund or word in _ARTICLES:
            safe = gerund and found.group(1) == "of"
            message, claim = f"“{found.group(1)}” stands twice", Safety.SAFE if safe else Safety.SUGGEST
            yield Hit(Span(*found.span(2)), message, ("",), 0.97 if safe else 0.85, claim)


_ARTICLES = frozenset("the a an his her its their this that these those my our what".split())


def _inside(text: str) -> Iterator[Hit]:
    """intends “of strengthening -> intends “to strengthen; considers “of selling -> considers “selling."""
    for found in rx(rf"\b([A-Za-z]+) ({_GOVERN}) [“\"‘«](of )([a-z]+ing)\b").finditer(text):
        subject, governor, gerund = found.group(1).lower(), found.group(2), found.group(4)
        lemma = next((lemma for lemma, tag in verb_readings(gerund) if tag == "gerund"), None)
        noun = governor in _NOUNS and (subject in _BEFORE_NOUN or classes(subject)[:1] == "J")
        if lemma is None or noun or subject in ("this", "that"):
            continue
        message = f"“{governor}” wants another form of the verb"
        stem = rx(r"consider|suggest|avoid").match(governor)
        span = Span(found.start(3), found.end(4))
        yield Hit(span, message, (gerund if stem else f"to {lemma}",), 0.8, Safety.SUGGEST)


_GOVERN = (
    r"intends?|intended|refuses?|refused|promises?|promised|decides|decided|agrees?|agreed|wants?|wanted|asks?|asked"
    r"|threatens?|threatened|undertakes|undertook|chose|chooses|swears?|swore|hopes?|hoped|plans?|planned|proposes"
    r"|proposed|considers?|considered|considering|suggests?|suggested|suggesting|avoids?|avoided|avoiding|tries|tried"
    r"|trying|intending|refusing|promising|planning|hoping|deciding|claims|claimed|offers|offered|vows|vowed"
)
_NOUNS = frozenset("promise promises hope hopes plan plans want wants offers vows claims tries trying planning".split())
"""They may be nouns: the hopes “of finding survivors”."""
_BEFORE_NOUN = frozenset(
    "the a an his her its their our my your these those of in with no any all some and or many few".split()
)


def _that(text: str) -> Iterator[Hit]:
    """asks for “that the ward reopen -> asks “that the ward reopen; insists on “that."""
    for found in rx(
        r"\b((?:ask|demand|hop|wish|pray|insist|call|plead|argu|propos|request)\w*)( (?:for|on|of|to))"
        r" ([“\"‘«])that ([a-z]+) (?:[\w’-]+ )?[\w’-]+"
    ).finditer(text):
        governor, word = found.group(1), found.group(4)
        if word not in _CLAUSES and not (classes(word)[:1] == "N" and "s" in classes(word)):
            continue
        verb = {"call": "demand"}.get(governor.removesuffix("ed").removesuffix("ing").removesuffix("s"))
        edits = [Edit(Span(*found.span(2)), "")]
        if verb is not None:
            edits.insert(0, Edit(Span(*found.span(1)), verb + governor.removeprefix("call")))
        if verb is None and before(text, found.start(), 4).endswith(("the ", " a ", "his ", "her ")):
            continue
        message = "a clause with “that” wants no preposition before it"
        yield Hit(Span(edits[0].span.start, found.end(2)), message, (tuple(edits),), 0.8, Safety.SUGGEST)


_CLAUSES = frozenset(
    "the a an his her its their our my your they we he she it these this all every everyone everybody nobody no"
    " nothing there each one".split()
)
"""What begins a clause behind `that`; `that old book` is none."""


def _infinitive(text: str) -> Iterator[Hit]:
    """intends “Restore -> to “restore; thinks “to sell -> thinks of “selling; denies “to have -> denies “having."""
    for found in rx(
        r"\b(intends|intended|refuses|refused|undertook|agreed|swore) [“\"‘]([A-Za-z][a-z]+) (?=(?:the|its|his"
        r"|her|their|a|an|all|every|this|these|to|not)\b)"
    ).finditer(text):
        low = found.group(2).lower()
        if any(tag == "base" for _, tag in verb_readings(low)) and "N" not in classes(low)[:1]:
            mark = Span(found.end(1) + 1, found.end(1) + 1)
            both = (Edit(mark, "to "), Edit(Span(*found.span(2)), low))
            hull = Span(found.end(1) + 1, found.end(2))
            message = f"“{found.group(1)}” wants “to” before its verb"
            yield Hit(hull, message, (both if low != found.group(2) else both[:1],), 0.75, Safety.SUGGEST)
    for found in rx(rf"\b({'|'.join(WANT_BARE)}) ([“\"‘])(?:[Tt]o|of) ([a-z]+)\b").finditer(text):
        preposition, word = WANT_BARE[found.group(1)], found.group(3)
        if not any(tag == "base" for _, tag in verb_readings(word)) or (found.group(1) in PERFECT and word != "have"):
            continue
        mark, verb = Span(found.start(2), found.start(2)), Span(found.end(2), found.end(3))
        gerund = f"to {word}" if preposition == "to" else inflect_verb(word, "gerund")
        edits = (Edit(mark, f"{preposition} "), Edit(verb, gerund)) if preposition not in ("", "to") else ()
        message = f"“{found.group(1)}” wants {f'“{preposition}” and ' if edits else ''}another form of the verb"
        if found.string[verb.start : verb.start + 2] != "of" or preposition == "to":
            hull = Span(mark.start if edits else verb.start, verb.end)
            yield Hit(hull, message, (edits or gerund,), 0.75, Safety.SUGGEST)


def _perfect(text: str) -> Iterator[Hit]:
    """for having “poison the river” -> “poisoned; and what is joined to it: and “hide documents”, “insulted and hit."""
    message = "the verb behind “have” wants the participle"
    had = r"\b(having|has|have|had) (?:not |never |also )?[“\"‘](?:not |never |already )?([a-z]+)\b"
    for found in rx(had).finditer(text):
        verbs = [(found.group(2), found.end(2))]
        if found.group(1) == "having":
            close = rx(r"[^“”\"‘’\n.]*").match(text, found.end()).end()  # type: ignore[union-attr]
            verbs += [(m.group(1), m.end()) for m in rx(r" and ([a-z]+)\b").finditer(text, found.end(), close)]
            further = rx(r"[”\"’],? (?:and|or|then) [“\"‘]([a-z]+)\b").finditer(text, close, close + 40)
            verbs += [(m.group(1), m.end()) for m in further]
        elif text.startswith(("to ", "o "), max(found.start() - 3, 0)):
            continue
        for verb, end in verbs:
            tags = {tag: lemma for lemma, tag in reversed(verb_readings(verb))}
            if "base" not in tags or {"participle"} & tags.keys() or not at_work(text, verb, end):
                continue
            if found.group(1) != "having" and "N" in classes(verb) and not rx(rf" (?:{_OBJECT})\b").match(text, end):
                continue
            participle = inflect_verb(tags["base"], "participle")
            yield Hit(Span(end - len(verb), end), message, (participle,), 0.8, Safety.SUGGEST)


def at_work(text: str, verb: str, end: int) -> bool:
    """Whether a base form that ends at `end` is a verb there: it has an object or a particle."""
    marks = classes(verb)
    strong = not inflect_verb(verb, "past").endswith("ed") and "V" in marks
    if strong and rx(r" (?:until|against|for|with|to|from|without)\b").match(text, end):
        return True  # fight until the end
    if verb in _LIGHT and rx(r" [a-z]{4}").match(text, end):
        return True  # take advantage
    if rx(rf" (?:{_OBJECT})\b").match(text, end):
        return "V" in marks and marks[:1] not in ("I", "D", "P", "R")
    if marks[:1] != "V":
        return False
    particle = rx(r" (?:up|out|back|down|away|off)\b").match(text, end)
    return "N" not in marks or on_things(text, end) or particle is not None


_LIGHT = frozenset("take make give commit lose bring keep do".split())
_OBJECT = (
    r"the|an?|what|that|his|her|its|their|this|these|those|all|every|him|them|our|your|my|no|any|us|it|too|everything"
    r"|nothing|anything|himself|herself|themselves|several|some|many|two|three|four|five|six|ten|one|\d+"
)


def on_things(text: str, end: int) -> bool:
    """`forge invoices”`, `sell fake tickets for`: a plural behind the verb, where the phrase or a part of it ends."""
    found = rx(r" (?:([a-z-]+) )?([a-z]+)(?=[”\"’,;.]| (?:and|or|for|from|to|in|on|at|with|by|without)\b)").match(
        text, end
    )
    if found is None or (found.group(1) and "J" not in classes(found.group(1))):
        return False
    kinds = classes(found.group(2))
    return kinds[:1] == "N" and "s" in kinds
