from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.twice import (
    AUXILIARIES,
    PILED,
    acts_on,
    again_behind,
    measure_twice,
    people_twice,
    stranded,
    verb_twice,
    whole_subject,
)
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Match

_SURE = frozenset(
    "the a an of to and with from his their its our at was were for by are be as this these your my".split()
)
_LINKS = frozenset("until because although though between without within whereas despite during towards since".split())
"""Nobody says these twice, as one may `very` or `far`."""
_GROWS = frozenset("worse better more less little further many much again".split())
_MEANT = frozenset(
    "had will that is her you who very many much far long no so more less bye ha ho la na well there now never"
    " ever really again over on in up down out off do it he she what yes please blah tut hear knock boo too"
    " old big wait go run new york come sing win half one two three day night year round side inch step face"
    " hand back back-to-back bang pom million billion trillion".split()
)


_ON_AND_ON = frozenset(
    "work talk wait push read walk play grow pray keep turn argue climb rain fight practise practice".split()
)
_CONNECTIVES = frozenset(
    "when where while why how that if since because although though as and but or so yet then today yesterday"
    " once before after until perhaps maybe now here there what which who says said still".split()
)


@rule(
    "duplicate",
    safety=SAFE,
    bad=[
        "[[The the->The]] boat had left the port. The mayor[[ the mayor->]] opened the fair.",
        "They lost their keys and their[[ and their->]] papers.",
        "The committee [[and and->and]] the treasurer have resigned.",
        "Two farmers win their case against the canal[[\n\n"
        "Two farmers win their case against the canal->]]\n\n"
        "The court ruled on Tuesday.",
        "The fire was out at dawn.[[ The fire was out at dawn.->]] No one was hurt.",
        "Gaza: the truce extended[[ Gaza: the truce extended->]]\n\nThe truce holds.",
        "The old judges will not be[[ not->]] there.",
        "The stewards [[They will->will]] sleep on board.",
        "It was put off [[until until->until]] May. The law aims to protect[[ and protect->]] bees.",
        "We apologise for the [[inconvenience and inconvenience->inconvenience]] caused.",
        "The tenants have [[not ->]]never seen the need for security[[ and security->]] in stadiums.",
        "He did not want to talk[[, did not want to talk->]] in front of the cameras.",
        "The museum is also open on Mondays[[ also->]].",
        "The bridge was closed to lorries[[, closed to lorries->]], in the autumn.",
        "The readers[[ and readers->]] of the paper paid. The talks will [[resume resume->resume]] in May.",
        "They caught two kilos of[[ kilos of->]] eels.",
        "They had met [[in in->in]] Dakar. The storm [[has has->has]] passed. He quickly left[[ quickly->]].",
        "The mayor of Trouville[[, Trouville,->]] resigned. It struck in the evening[[ in the evening->]].",
        "The nurse was[[, was->]], according to her colleagues, exhausted.",
    ],
    good=[
        "He said that that was all he had had. He gave in in the end. It went on on the Monday.",
        "It goes: little mouse, little mouse, come out. The problem is, is it legal? It was very, very long. No, no.",
        "The The played New York, New York.",
        "When it passed the star the star would dim. She gave her her book. What she was in in 1990 is unclear.",
        "There are bakers and bakers. Children of children of exiles came. They had to fund fund managers.",
        "The town they had met in in 1990 is gone, and what he has has been sold.",
        "Row, row, row your boat\nRow, row, row your boat",
        "The men said they will come. The stewards — they will stay — agreed.",
    ],
)
def doubled_word(view: View) -> Iterator[Hit]:
    """A word, clause or headline that stands twice.

    Two words with one translation, a headline scraped as title and heading, a subject restated with a
    capital. Doublings that English uses (that that, had had, very very) are left alone.
    """
    text = view.text
    tokens = tokens_of(text)
    for doubled in (again_behind, people_twice, measure_twice):
        yield from doubled(text)
    for found in _next_to_itself(tokens):
        word, second = found.group(1), found.group(2)
        if not (second.islower() and second.isascii()):
            continue
        span = Span(found.start(), found.end(2))
        if second in _MEANT and second not in ("in", "on", "will"):
            continue
        if second == "will" and not whole_subject(tokens, found.start()):
            continue
        if second in ("in", "on") and stranded(text, found.start()):
            continue
        if (
            second in _SURE
            or second in _LINKS
            or (second in ("in", "on") and rx(r" (?:the|a|an|his|her|this)\b| [A-ZÀ-Þ\d]").match(text, span.end))
            or (second in AUXILIARIES and whole_subject(tokens, found.start()))
        ):
            yield Hit(span, f"“{second}” stands twice", (word,), 0.97)
        elif len(second) > 3 and second not in _MEANT and not acts_on(text, found.start(), word, span.end):
            sure = verb_twice(text, found.start(), word, span.end)
            yield Hit(span, f"“{second}” stands twice", (word,), 0.95 if sure else 0.6, SAFE if sure else SUGGEST)
    for found in rx(r"(?:(?<=[.!?] )|(?<![^\n]))((?:The|A|An|His|Their|Its) [a-z]{3,})( (?i:\1))(?![\w’'-])").finditer(
        text
    ):
        if classes(found.group(1).split()[1])[:1] == "N":
            yield Hit(Span(*found.span(2)), f"“{found.group(1)}” stands twice", ("",), 0.95)
    again = (
        r"\b((?:and|of|in|with|for|to|from|on|at|by|as) (?:the|an?|his|her|their|its|this|our|my))( (?i:\1))(?= [a-z])"
    )
    for found in matches(again, text, (" the ", " a ", " an ", "his ", " her ", " their ", " its ", " our ", " my ")):
        yield Hit(Span(*found.span(2)), f"“{found.group(1)}” stands twice", ("",), 0.95)
    negated = r"\b(?:will|would|is|are|was|were|has|have|had|could|should|can) not (?:be|been|have)( not)(?= [a-z])"
    for found in matches(negated, text, ("be not", "been not", "have not")):
        yield Hit(Span(*found.span(1)), "the negation stands twice", ("",), 0.85, SUGGEST)
    for found in matches(
        r"\b(?:has|have|had|is|are|was|were|will|would|can|could|did) (not )(?=never\b)", text, ("not never",)
    ):
        yield Hit(Span(*found.span(1)), "the negation stands twice", ("",), 0.8, SUGGEST)
    twice = r"(?<!between )(?<!from )\b([a-z]{5,})( and \1)(?= (?:in|of|for|at|on|during|to)\b|[.,;])"
    for found in matches(twice, text, (" and ",)):
        kinds = classes(found.group(1))
        grows = found.group(1).endswith("er") or found.group(1) in _GROWS  # darker and darker
        described = kinds == "J" and text[found.end()] in ".,;" and not grows
        if (kinds == "N" or described) and found.group(1) not in _MEANT:
            yield Hit(Span(*found.span(2)), f"“{found.group(1)}” stands twice", ("",), 0.7, SUGGEST)
    for found in matches(
        r"\b(?:to|will|must|can|would|could|should|may) ([a-z]{4,})( and \1)(?= [a-z])", text, (" and ",)
    ):
        if "b" in classes(found.group(1)) and found.group(1) not in _MEANT | _ON_AND_ON:
            yield Hit(Span(*found.span(2)), f"“{found.group(1)}” stands twice", ("",), 0.7, SUGGEST)
    for found in matches(r"\b[a-z]{4,}(, ([a-z]{5,}) and \2)(?=[.,;]| (?:by|of|in|at|after)\b)", text, (" and ",)):
        noun = found.group(2)
        if noun not in PILED and (classes(noun)[:1] in ("J", "N") or noun.endswith("ed")):
            yield Hit(Span(*found.span(1)), f"“{noun}” stands twice", (f" and {noun}",), 0.75, SUGGEST)
    renamed = (
        r"(?<=[a-z] )(?:They|He|She) (?=(?:will|would|has|have|had|is|are|was|were|did|said|took|went|can|could) )"
    )
    for found in matches(renamed, text, (" They ", " He ", " She ")):
        if rx(r"(?:[A-Z][\w’-]+|[Tt]he (?:\w+ ){1,2}) ?$").search(text[max(found.start() - 40, 0) : found.start()]):
            yield Hit(Span(*found.span()), "the subject is named twice", ("",), 0.75, SUGGEST)
    restated = r"(?:^|(?<=[.!?”] )|(?<=\n))((?:[A-Z][\w’-]+|The (?:[a-z]+ )?[a-z]+) )((?:They|He|She) )(?=([a-z]+) )"
    for found in matches(restated, text, (" He ", " She ", " They ")):
        first = found.group(1).strip().lower()
        if first not in _CONNECTIVES and any(tag in ("past", "third") for _, tag in verb_readings(found.group(3))):
            yield Hit(Span(*found.span(2)), "the subject is named twice", ("",), 0.8, SUGGEST)
    for found in matches(r"\b([a-z]{3,}(?:ed|en|ing))(, \1)(?= and (?!\1)[a-z])", text, ("ed, ", "en, ", "ing, ")):
        yield Hit(Span(*found.span(2)), f"“{found.group(1)}” stands twice", ("",), 0.8, SUGGEST)
    listed = r"\b([a-z]{5,}) and (\1 )(?=(?:caused|made|done|suffered)\b)"
    for found in matches(listed, text, (" and ",)):
        if "N" in classes(found.group(1)) and found.group(1) not in _MEANT:
            yield Hit(Span(found.end(1), found.end(2) - 1), f"“{found.group(1)}” stands twice", ("",), 0.7, SUGGEST)
    also = (
        r"\balso (?:[^.,;:!?\n“”\"]{1,60}?)( also)(?=[.,;]|$| (?:a|an|the|his|her|its|their|in|at|on|to|for|by|with) )"
    )
    for found in matches(also, text, ("also ",)):
        if not found.group().endswith("but also"):
            yield Hit(Span(*found.span(1)), "“also” is said twice", ("",), 0.8, SUGGEST)
    copied = _after_commas(text)
    for found in rx(r"\b((?:[a-z’-]+ ){1,4}[a-z’-]+)(, \1)(?=[,.;])").with_signs(text, copied):
        if len(found.group(1)) > 9 and text[max(found.start() - 2, 0) : found.start()].strip() not in (":", "“", '"'):
            yield Hit(Span(*found.span(2)), "the words stand twice", ("",), 0.8, SUGGEST)
    for found in rx(r"\b((?:[a-z’-]+ ){3,6}[a-z’-]+)(, \1)(?= [a-z])").with_signs(text, copied):
        if " not " in found.group(1) or len(found.group(1)) > 24:
            yield Hit(Span(*found.span(2)), "the words stand twice", ("",), 0.75, SUGGEST)
    for found in matches(r"\b([a-z]{4,}ed)(, \1)(?=, )", text, ("ed, ",)):
        yield Hit(Span(*found.span(2)), f"“{found.group(1)}” stands twice", ("",), 0.8, SUGGEST)
    for found in matches(
        r"(?<=[a-z] )(was|is|were|are|has|had|will|said|says)(, \1)(?=, )", text, [f"{v}, {v}," for v in _COPIED]
    ):
        yield Hit(Span(*found.span(2)), f"“{found.group(1)}” stands twice", ("",), 0.8, SUGGEST)
    for found in rx(r"\b(?:of|in|at|from) ([A-ZÀ-Þ][\w’-]{3,})(, \1,)(?= [a-z])").finditer(text):
        yield Hit(Span(*found.span(2)), f"“{found.group(1)}” stands twice", ("",), 0.7, SUGGEST)
    linked = r"\b(feels|feel|felt|seems|seemed|looks|looked|becomes|became) [a-z]+ and (\1 )(?=[a-z]+)"
    for found in matches(linked, text, ("and feel", "and felt", "and seem", "and look", "and bec")):
        yield Hit(Span(*found.span(2)), "the verb stands twice", ("",), 0.6, SUGGEST)
    yield from _doubled_lines(view)
    yield from _doubled_sentences(view)


def _doubled_lines(view: View) -> Iterator[Hit]:
    """A heading that was scraped twice into one line."""
    for line in view.lines:
        half = (line.end - line.start) // 2
        body = line.of(view.text)
        if len(body) > 16 and body[half] == " " and body[:half] == body[half + 1 :] and body.count(" ") > 5:
            yield Hit(Span(line.start + half, line.end), "the words stand twice", ("",), 0.95)


def _next_to_itself(tokens: Tokens) -> Iterator[Match[str]]:
    """The words that stand twice, with their second selves: tokens are compared faster than a pattern reads a text."""
    twice = rx(r"(?<![\w’'.-])([A-Za-z][a-z]*)[ \u00a0]+(?=((?i:\1))(?![\w’'-]))")
    for at, (low, following) in enumerate(pairwise(tokens.lows)):
        if low == following and (found := twice.match(tokens.text, tokens.starts[at])):
            yield found


_COPIED = ("was", "is", "were", "are", "has", "had", "will", "said", "says")


def _after_commas(text: str) -> list[str]:
    """A comma and two words behind it, where these stand a little before as well: few of thousands do."""
    found = set()
    for match in rx(r", ([a-z’-]+ [a-z’-]+)").finditer(text):
        if text.find(match.group(1), max(match.start() - _SAID, 0), match.start()) >= 0:
            found.add(match.group())
    return sorted(found)


_SAID = 300
"""Characters that seven words have at most; longer ones are none."""


def _doubled_sentences(view: View) -> Iterator[Hit]:
    """A line, or a sentence, that follows itself; a headline that comes again below its by-line."""
    text = view.text
    lines = view.lines
    for before, line in pairwise(lines):
        body = line.of(text).strip()
        heads = before is lines[0] and len(lines) > 2 and body[-1] not in ".!?"
        if _marks(body) % 2 != _marks(before.of(text)) % 2:
            continue  # the one ends or begins a quotation: somebody says it twice
        apart = heads or text[before.end : line.start].count("\n") > 1  # else a refrain
        if apart and len(body) > 12 and len(body.split()) > 3 and _plain(body) == _plain(before.of(text)):
            yield Hit(Span(before.end, line.end), "the line stands twice", ("",), 0.95)
    if len(lines) > 3 and (title := lines[0].of(text).strip()) and len(title.split()) > 3 and title[-1] not in ".!?":
        for before, line in pairwise(lines[1:4]):
            if _plain(line.of(text)) == _plain(title):
                yield Hit(Span(before.end, line.end), "the headline stands twice", ("",), 0.95)
    if _come_again(r"(?<=[.!?] )(?=([A-Z][^.!?\n“”\"]{8}))", text):
        for found in rx(r"(?<![^\s])([A-Z][^.!?\n“”\"]{8,200}[.!?])( \1)(?!\w)").finditer(text):
            if found.group(1).count(" ") > 2:
                yield Hit(Span(*found.span(2)), "the sentence stands twice", ("",), 0.95)
    if _come_again(r"(?<=[\w’'-] )(?=([A-Z][\w’'-]*(?: [\w’'-]+){3}))", text):
        for found in rx(r"(?<![^\s“])([A-Z][\w’'-]*(?: [\w’'-]+){3,14})( \1)(?![\w’'-])").finditer(text):
            yield Hit(Span(*found.span(2)), "the words stand twice", ("",), 0.9, SUGGEST)


def _come_again(opening: str, text: str) -> bool:
    """Whether what opens a second copy stands a little before as well: to ask that first is many times faster than to
    look for what follows itself."""
    return any(
        text.find(found.group(1), max(found.start() - _COPY, 0), found.start()) >= 0
        for found in rx(opening).finditer(text)
    )


_COPY = 1000
"""Characters that what stands twice has at most: fifteen words, a sentence."""


def _marks(line: str) -> int:
    """How many double quotation marks stand in it."""
    return sum(line.count(mark) for mark in '“”"')


def _plain(line: str) -> str:
    """The words of a line alone: marks and case differ between a headline and its copy."""
    return " ".join(rx(r"[^\W_]+").findall(line.lower()))
