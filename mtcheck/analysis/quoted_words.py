"""tokens -> a quoted adjective or adverb that belongs before its noun, with what it qualifies.

English puts it there, marks and all: a “deeply rural” candidate, a “very courageous” dog. Behind a verb that could have
the adjective as its complement (called the dog “very” brave) nothing is said.
"""

from __future__ import annotations

from mtcheck.analysis.inflect import article, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import DETERMINERS, PREPOSITIONS, end_mark
from mtcheck.analysis.tokens import WORD, Tokens
from mtcheck.finding import Hit
from mtcheck.text import Edit, Span

_RESULT = frozenset(
    "call calls called calling describe describes described describing deem deems deemed find finds found"
    " finding consider considers considered considering label labels labelled labeled brand brands branded"
    " judge judges judged judging think thinks thought term terms termed dub dubs dubbed declare declares"
    " declared pronounce pronounced make makes made making keep keeps kept render renders rendered leave"
    " leaves left see sees saw seen believe believes believed rule ruled prove proved get gets got turn turned"
    " like likes hold holds held paint painted name named rate rated rates class classed qualify qualified say"
    " says said mark marked marks".split()
)
SPOKEN_OF = frozenset(
    "word words term terms adjective label sign status tag mention slogan motto title category box rating"
    " name button answer reply expression description phrase song film book series album show verdict vote"
    " letter headline stamp message text setting level stage caption entry code".split()
)


def resultative(tokens: Tokens, before: int) -> bool:
    """Whether a verb stands before that could have the adjective as its complement; not: called for, describes."""
    return any(
        tokens.lows[at] in _RESULT
        and (tokens.lows[at][:8] != "describe" or "as" in tokens.lows[at:before])
        and tokens.lows[at + 1] not in ("for", "to", "on", "by", "that", "he", "she", "they", "it")
        and not (at and tokens.lows[at - 1] in DETERMINERS)
        for at in range(tokens.sentence(before, before)[0], before)
    )


def adjective_quoted(tokens: Tokens, first: int, close: int) -> Hit | None:
    """a candidate “profoundly rural” -> a “profoundly rural” candidate."""
    if first < 3 or close - first > 4 or tokens.capital(first + 1):
        return None
    if any(
        classes(tokens.lows[at])[:1] not in ("R", "J") and tokens.lows[at] != "and"
        for at in range(first + 1, close - 1)
    ):
        return None
    last, noun, det = tokens.lows[close - 1], first - 1, first - 2
    participle = last.endswith("ed") and any(tag == "participle" for _, tag in verb_readings(last))
    if not ("J" in classes(last) or participle) or not tokens.lows[noun].isalpha() or tokens.lows[noun] in SPOKEN_OF:
        return None
    while det > 0 and classes(tokens.lows[det])[:1] == "J":
        det -= 1
    after = tokens.lows[close + 1]
    of = after in ("of", "from")
    if tokens.lows[det] not in ("a", "an") and not (tokens.lows[det] == "the" and of):
        return None
    if "N" not in classes(tokens.lows[noun]) or tokens.capital(noun) or not (end_mark(tokens, close + 1) or of):
        return None
    before = tokens.lows[det - 1] if det else ""
    reflexive = {before, tokens.lows[det - 2] if before == "as" and det > 1 else ""} & {"herself", "himself", "itself"}
    if before == "with" or (resultative(tokens, det) and not reflexive):
        return None
    text = tokens.text
    quoted = text[tokens.starts[first] : tokens.ends[close]]
    span = Span(tokens.starts[noun], tokens.ends[close])
    repair = f"{quoted} {tokens.surface(noun)}"
    if det == noun - 1 and tokens.lows[det] in ("a", "an") and article(quoted) != tokens.lows[det]:
        span = Span(tokens.starts[det], span.end)
        repair = f"{article(quoted)} {repair}"
    return Hit(span, "the quoted adjective goes before its noun", (repair,), 0.78)


def adverb_quoted(tokens: Tokens, first: int, close: int) -> Hit | None:
    """a dog “very” courageous -> a “very courageous” dog."""
    noun, adverb, at = first - 1, tokens.lows[first + 1], close + 1
    if close - first != 2 or first < 2 or at + 1 >= len(tokens) or tokens.kinds[at] != WORD or tokens.capital(noun):
        return None
    adjective = tokens.lows[at]
    participle = adjective.endswith("ed") and any(tag == "participle" for _, tag in verb_readings(adjective))
    if not (adverb in _DEGREES or (adverb.endswith("ly") and classes(adverb)[:1] == "R")):
        return None
    if not (classes(adjective)[:1] == "J" or participle) or tokens.starts[at] == tokens.ends[close]:
        return None
    det = noun - 1
    while det > 0 and classes(tokens.lows[det])[:1] == "J":
        det -= 1
    ended = end_mark(tokens, at + 1) or tokens.lows[at + 1] in PREPOSITIONS - {"by"} or tokens.lows[at + 1] in _AND
    if tokens.lows[det] not in ("a", "an") or "N" not in classes(tokens.lows[noun]) or not ended:
        return None
    if tokens.lows[noun] in SPOKEN_OF or adjective in _BEHIND or resultative(tokens, det):
        return None
    opening, closing = (tokens.text[tokens.starts[mark] : tokens.ends[mark]] for mark in (first, close))
    quoted = f"{opening}{tokens.surface(first + 1)} {tokens.surface(at)}{closing}"
    edits: tuple[Edit, ...] = (Edit(Span(tokens.starts[noun], tokens.ends[at]), f"{quoted} {tokens.surface(noun)}"),)
    if det == noun - 1 and article(quoted) != tokens.lows[det]:
        outer = article(quoted).capitalize() if tokens.capital(det) else article(quoted)
        edits = (Edit(Span(tokens.starts[det], tokens.ends[det]), outer), *edits)
    hull = Span(edits[0].span.start, edits[-1].span.end)
    return Hit(hull, "the quoted adverb goes with its adjective before the noun", (edits,), 0.78)


_DEGREES = frozenset("very quite rather too extremely so truly really almost".split())
_AND = frozenset("and but who which that coming".split())
_BEHIND = frozenset("available worth able likely close due".split())


def before_all(tokens: Tokens, first: int, last: int, at: int) -> Hit | None:
    """the “state of mind” faultless of his men -> the faultless “state of mind” of his men."""
    inner = tokens.lows[first + 1] in DETERMINERS
    det, word = first + 1 if inner else first - 1, tokens.surface(at)
    if (
        tokens.lows[at + 1] in ("to", "with", "for", "by", "from", "than", "on")
        or tokens.lows[det] not in DETERMINERS
        or tokens.lows[first + 1 + inner + 1] != "of"
    ):
        return None
    edits: tuple[Edit, ...] = (
        Edit(Span(tokens.starts[det + 1], tokens.starts[det + 1]), f"{word} "),
        Edit(Span(tokens.ends[last + 1], tokens.ends[at]), ""),
    )
    if tokens.lows[det] in ("a", "an") and article(word) != tokens.lows[det]:
        edits = (Edit(Span(tokens.starts[det], tokens.ends[det]), article(word)), *edits)
    return Hit(Span(edits[0].span.start, tokens.ends[at]), "the adjective goes before the noun", (edits,), 0.75)
