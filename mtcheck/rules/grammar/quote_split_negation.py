from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Edit, Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_MODAL = r"(?:will|would|can|could|may|might|must|should|has|have|had|is|are|was|were|did|do|does)"
_TAG = {"did": "past", "does": "third", "do": "base"}
_MESSAGE = "the negation is said twice, outside the quotation and inside"


@rule(
    "quote-split-negation",
    safety=SUGGEST,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "The pilot says he did [[not ->]]“not hear the alarm”.",
        "He [[didn’t->did]] “not touch the lever”.",
        "She [[didn’t want->wanted]] “not to wake the baby”.",
        "The bank [[does not wish->wishes]] “not to comment on the file”.",
        "The town did [[not have “not the->“not have the]] money” for a pool.",
        "There was [[not ->]]“no danger” for the walkers.",
        "He has [[not ->]]“never seen a wolf”.",
        "The skipper [[cannot “not sail->“cannot sail]]” in this wind.",
        "He [[does not “no longer want->“no longer wants]] to sing”.",
        "Nobody “[[did not call->called]]” the coastguard.",
        "The firm [[did not have->had]] “not given any answer”. They [[don’t have->have]] “never asked for one”.",
        "The club would[[ not->]] have “not paid its players”.",
        "The crew [[didn’t->had]] “not had time to eat”.",
        "The miller has “[[not ->]]never closed the gate”.",
        "He [[never ->]]“never met” the miller. She has “never [[no ->]]seen” the van.",
        "The frost [[did not “nothing left->“left nothing]]” for the sheep. It [[will not “nothing change->will “change"
        " nothing]]”.",
        "He [[did not ->]]“never asked” for it. None of the nurses “[[did not notice->noticed]]” it.",
    ],
    good=[
        "She did “not see the sign”. He didn’t want “to add fuel to the fire”.",
        "It is not “no” but “not yet”. They do not “know everything”.",
        "The rule is not “nothing goes” but “anything goes”. There is no “no smoking” sign.",
        "Nobody “knew” him. He did not say “not guilty”. He is not “nobody”.",
        "The answer was not “never”, he said. They do not have “not-for-profit” status.",
    ],
)
def quote_split_negation(view: View) -> Iterator[Hit]:
    """A French negation cut by a quotation mark and translated twice: did not “not see”.

    « n’a “pas vu le panneau” » has one half of the negation on each side of the mark; the machine makes
    a “not” of each. One word in quotation marks (not “no” but “not yet”) is left alone.
    """
    yield from _twice(view.text)
    yield from _no_longer(view.text)
    yield from _nothing(view.text)
    yield from _never(view.text)
    yield from _wanted(view.text)
    yield from _moved(view.text)
    yield from _participle(view.text)
    yield from _modal(view.text)


def _twice(text: str) -> Iterator[Hit]:
    """did not “not see; was not “no risk”; has “not never touched; nobody “did not warn."""
    for found in rx(
        rf"\b{_MODAL}( not|n[’']t) (?=[“\"«‘]\s?"
        r"(?:not (?!to\b|only\b|just\b|a\b|the\b|yet\b|so\b)|no |never )[a-z])"
    ).finditer(text):
        start, contracted = found.start(1), found.group(1) != " not"
        if (
            found.group().startswith(("can", "won", "don", "do ", "does", "did"))
            and text[found.end() + 1 :][:3] == "no "
        ):
            continue
        if found.group().startswith("d") and text.startswith(("never ", "no longer "), found.end() + 1):
            continue  # does not “never accept”: below
        if found.group().startswith("d") and _only_participle(rx(r"\W+\w+ (\w+)").match(text, found.end())):
            continue  # didn’t “not had time”: below
        if rx(r"(?:no|never) [^”\"\n]*[”\"] but (?:[“\"]|not\b)").match(text, found.end() + 1):
            continue  # not “no to Europe” but “not now”
        if contracted:
            if found.group().startswith(("won", "can", "shan")):
                continue
            yield Hit(Span(found.start(), found.end(1)), _MESSAGE, ((Edit(Span(start, found.end(1)), ""),),), 0.85)
        else:
            yield Hit(Span(start + 1, found.end()), _MESSAGE, ("",), 0.85)
    for found in rx(rf"\b{_MODAL} [“\"«](not )(?=(?:never|no|nothing) [a-z])").finditer(text):
        yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.85)
    for found in rx(
        r"\b(?:[Nn]obody|[Nn]o one|[Nn]othing|[Nn]one of the [a-z]+|[Nn]o [a-z]+|[Nn]either [^.,;:“”\"\n]{3,60}) [“\"«]"
        r"((did|does|do|has|have|is|was|were|will|would)(?: not|n[’']t)(?: ([a-z]+))?)\b"
    ).finditer(text):
        auxiliary, verb = found.group(2), found.group(3)
        repair = _finite(verb, auxiliary) if auxiliary in _TAG else f"{auxiliary} {verb}" if verb else auxiliary
        if repair:
            yield Hit(Span(*found.span(1)), _MESSAGE, (repair,), 0.75)


def _no_longer(text: str) -> Iterator[Hit]:
    """“no longer no contact -> “no longer any contact; no longer “no contact."""
    for found in rx(r"\bno longer ([“\"«]?)(no|not any|never any) (?=[a-z])").finditer(text):
        edit = Edit(Span(*found.span(2)), "any")
        yield Hit(edit.span, _MESSAGE, ((edit,),), 0.85)
    for found in rx(r"\bno longer [“\"«]?(not |never )(?=[a-z])").finditer(text):
        if found.group(1) != "not any":
            yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.8)
    for found in rx(
        r"\b(no longer )(?:wants?|wanted|wishes|wish|wished|hopes?|asks?) (?=[“\"«]to no longer )"
    ).finditer(text):
        yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.8)


def _nothing(text: str) -> Iterator[Hit]:
    """did not “nothing left -> “left nothing; will not “nothing change -> will “change nothing."""
    pattern = rf"\b({_MODAL})(?: not|n[’']t) ([“\"«])(nothing|nobody|no one) ([a-z]+)\b"
    for found in rx(pattern).finditer(text):
        auxiliary, mark, word = found.group(1), found.group(2), found.group(4)
        readings = {tag: lemma for lemma, tag in reversed(verb_readings(word))}
        have = auxiliary in ("has", "have", "had")
        lemma = readings.get("participle" if have else "base", readings.get("participle", ""))
        if (
            not lemma
            or ("V" not in classes(word) and classes(word)[:1] != "J")
            or auxiliary in ("is", "are", "was", "were")
        ):
            continue
        done = auxiliary == "did" and "past" in readings
        said = word if have or done else inflect_verb(lemma, _TAG.get(auxiliary, "base"))
        lead = "" if auxiliary in _TAG else f"{auxiliary} "
        yield Hit(Span(*found.span()), _MESSAGE, (f"{lead}{mark}{said} {found.group(3)}",), 0.8)


def _never(text: str) -> Iterator[Hit]:
    """never “never met -> “never met; “never no seen -> “never seen; did not “never asked -> “never asked."""
    for found in rx(r"\b(never )[“\"«]never ([a-z]+)\b|[“\"«]never (no )([a-z]+)\b").finditer(text):
        verb = found.group(2) or found.group(4)
        if any(tag in ("past", "participle", "base") for _, tag in verb_readings(verb)) and classes(verb)[:1] != "N":
            yield Hit(Span(*found.span(1 if found.group(1) else 3)), _MESSAGE, ("",), 0.85)
    for found in rx(r"\b(did(?: not|n[’']t) )[“\"«]never ([a-z]+)\b").finditer(text):
        tags = {tag for _, tag in verb_readings(found.group(2))}
        if "past" in tags and "base" not in tags:
            yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.85)
    twice = (
        r"\b(?:has|have|had|contains?|is|was|are|were) (no )[“\"«]no "
        r"(?!go\b|fly\b|smoking\b|entry\b|man)[a-z]+(?: [a-z]+){0,4}[”\"»](?=[.,;\n]|$)"
    )
    for found in rx(twice).finditer(text):
        yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.8)
    for found in rx(r"(?:[’']s|\b(?:is|was|are|were))( not) [“\"«]not (?:an?|the) ([^.;:!?\n]*)").finditer(text):
        if " but " not in found.group(2):
            yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.8)


def _wanted(text: str) -> Iterator[Hit]:
    """didn’t want “not to add -> wanted “not to add."""
    for found in rx(
        r"\b((did|does|do)(?: not|n[’']t) "
        r"(want|wish|hope|seek|try|ask|prefer|intend|promise|choose|decide|swear|claim|say))"
        r" (?=[“\"«]not to )"
    ).finditer(text):
        yield Hit(Span(*found.span(1)), _MESSAGE, (inflect_verb(found.group(3), _TAG[found.group(2)]),), 0.8)


def _moved(text: str) -> Iterator[Hit]:
    """cannot “not imagine; does not “no longer want; did not have “not the means."""
    for found in rx(r"\b(?:cannot|can[’']t|can not) ([“\"«])not (?=[a-z]+)").finditer(text):
        yield Hit(Span(*found.span()), _MESSAGE, (f"{found.group(1)}cannot ",), 0.8)
    for found in rx(r"\b(did|does|do)(?: not|n[’']t) ([“\"«])(no longer|never) ([a-z]+)").finditer(text):
        verb = _finite(found.group(4), found.group(1))
        if verb:
            yield Hit(Span(*found.span()), _MESSAGE, (f"{found.group(2)}{found.group(3)} {verb}",), 0.8)
    for found in rx(
        r"\b(?:did|does|do)(n[’']t have| not have) ([“\"«])not (?=(?:the|a|an|any|enough|his|her|its|their)\b)"
    ).finditer(text):
        yield Hit(Span(found.start(1), found.end()), _MESSAGE, (f" {found.group(2)}not have ",), 0.8)


def _participle(text: str) -> Iterator[Hit]:
    """did not have “not given an answer” -> had “not given an answer”; so with been, ever and always between."""
    for found in rx(
        r"\b((did|does|do)(?: not|n[’']t)( have)?) (?=[“\"«](?:not|never) (?:yet |always |even |only )?([a-z]+)\b)"
    ).finditer(text):
        tags = {tag for _, tag in verb_readings(found.group(4))}
        past = text.startswith("never ", found.end() + 1) and found.group(2) == "did" and "past" in tags
        if "participle" in tags and (found.group(3) or not ("base" in tags or past)):
            yield Hit(Span(*found.span(1)), _MESSAGE, (inflect_verb("have", _TAG[found.group(2)]),), 0.8)


def _modal(text: str) -> Iterator[Hit]:
    """would not have “not paid -> would have “not paid."""
    pattern = (
        r"\b(?:would|could|should|must|may|might|will)( not|n[’']t) have"
        r" (?=[“\"«](?:not|never) (?:yet |even )?([a-z]+)\b)"
    )
    for found in rx(pattern).finditer(text):
        contracted = found.group().startswith("won") and found.group(1) != " not"
        if any(tag == "participle" for _, tag in verb_readings(found.group(2))) and not contracted:
            edit = Edit(Span(*found.span(1)), "")
            yield Hit(edit.span, _MESSAGE, ((edit,),), 0.8)


def _only_participle(found: re.Match[str] | None) -> bool:
    """Whether the word found is a participle and no base form: given, had."""
    tags = {tag for _, tag in verb_readings(found.group(1))} if found else set()
    return "participle" in tags and "base" not in tags


def _finite(verb: str | None, auxiliary: str) -> str | None:
    """The verb as the auxiliary was: did want -> wanted."""
    base = next((lemma for lemma, tag in verb_readings(verb or "") if tag == "base"), None)
    return inflect_verb(base, _TAG[auxiliary]) if base else None
