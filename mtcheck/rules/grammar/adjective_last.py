from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import article, verb_readings
from mtcheck.analysis.lexicon import classes, known
from mtcheck.analysis.phrases import end_mark, is_noun
from mtcheck.analysis.regex import matches
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_ADJECTIVES = frozenset(
    "long short good bad boring exciting popular important difficult"
    " beautiful young big large small huge enormous great new serious dangerous famous"
    " strong powerful simple complicated complex violent sensitive rare strange unexpected unprecedented spectacular"
    " controversial ambitious modern traditional historic historical rich poor heavy expensive cheap interesting"
    " exceptional unusual elderly wooden ancient anonymous annual atypical brutal classic colourful comfortable"
    " considerable costly courageous cruel curious deadly decisive deep delicate discreet elegant emblematic"
    " emotional experienced extreme fantastic fascinating festive fierce fragile fresh funny gigantic harmful"
    " horrible humble iconic ideal illegal immense imposing impressive incredible indispensable inevitable"
    " inexperienced intense intelligent intimate legendary legitimate lively lonely luxurious magnificent"
    " majestic massive memorable miserable mysterious mythical narrow nice notorious numerous obsolete odd original"
    " painful passionate peaceful permanent personal picturesque poetic powerless precious precise prestigious"
    " profitable promising prudent radical recent regular remarkable respectable ridiculous risky romantic sad"
    " satisfactory scandalous secret severe significant silent sinister skilful slow sober solid solemn splendid"
    " stupid substantial sudden sumptuous superb surprising talented terrible tiny tough toxic tragic tranquil"
    " ugly unacceptable unbearable uncertain unfair unforgettable unique unknown unstable unpopular urgent vague vast"
    " vulnerable warm wealthy weird wonderful worrying worrisome tall thin fat old ordinary innovative"
    " independent intensive exclusive expressive aggressive progressive offensive defensive"
    " red blue green yellow white black grey pink orange brown purple golden".split()
)
"""Adjectives that English puts before their noun, whatever they mean of it."""
_JOINED = frozenset("long short old high wide deep thick secret good bad thin tall".split())
"""Of these a measure or a noun of its own may stand before them: less than a page long, a trade secret."""
_DEGREES = frozenset(
    "very particularly extremely rather highly quite so fairly really truly increasingly deeply especially less more"
    " too".split()
)
_MAKES = frozenset(
    "make makes made making keep keeps kept find finds found call calls called consider considers considered"
    " considering render renders rendered deem deems deemed think thinks thought declare declared turn turns turned"
    " hold holds held leave leaves left get gets got go goes went become becomes became have had has having want wants"
    " wanted see sees saw seen believe believes believed judge judges judged paint paints painted dye dyed prove"
    " proves proved with prefer prefers like likes let imagine need needs eat drink feel feels felt seem seems seemed"
    " look looks looked set sets play plays played strike strikes colour color coloured"
    " serve served rate rated brand branded describe described label labelled send sends sent stand stands stood"
    " remain remains remained lie lies lay die died live lived grow grew without what how however no nothing".split()
)
"""Words after which an adjective can be said of the noun before it: made the plan popular, with the sky blue."""
_ARTICLES = frozenset("a an the this that these those his her its their our my some several every each".split())
_COUNTS = frozenset("two three four five six seven eight nine ten many few".split())
_OBJECTS = frozenset((low,) for low in "the a an his her its their this".split())
_NEVER = frozenset(
    "something nothing anything everything someone anyone everyone somebody nobody thing things time times way day"
    " year years one ones lot bit kind sort number attorney percent people times week month months days hours metres"
    " kilometres miles feet inches minutes degrees colour color shade shades".split()
)
_TWOFOLD = frozenset("subject individual official candidate animal initiative".split())
"""Nouns that the lexicon has as adjectives first."""
_MESSAGE = "English puts the adjective before its noun"


@rule(
    "adjective-last",
    safety=SUGGEST,
    bad=[
        "The [[measure very popular->very popular measure]] was adopted in June.",
        "The [[decision unexpected->unexpected decision]] surprised the markets.",
        "He gave [[a speech long and boring->a long and boring speech]].",
        "She drives [[a car red->a red car]].",
        "The [[importants->important]] decisions are made here.",
        "It is [[a law extremely unpopular->an extremely unpopular law]].",
        "The [[police station Central->central police station]] was closed.",
        "The [[storms violent->violent storms]] have destroyed the orchard.",
    ],
    good=[
        "They made the law popular. The money available was spent. He painted the door red.",
        "With the river full and the sky blue, they left. The man responsible was found.",
        "She found the film long and boring. It is a city rich in history. He is a man proud of his work.",
        "What makes the measure popular was the price. The room is as big as a house small enough to heat.",
        "How the rich young live. The young, the old and the poor were there. It was a long day.",
        "He is a friend old enough to know. A car more expensive than this one was stolen.",
        "The Attorney General was there. The Club Young Boys won. The plan so important to him failed.",
    ],
)
def adjective_last(view: View) -> Iterator[Hit]:
    """An adjective behind its noun, or in the plural: a measure very popular, the decision unexpected, importants.

    Only adjectives that English has before the noun, where a verb or the end of the sentence follows, and where no
    word before them could make the adjective one that is said of the noun: “made the law popular”.
    """
    tokens = tokens_of(view.text)
    for at in tokens.where(_ADJECTIVES):
        if hit := _behind(tokens, at):
            yield hit
    for at in tokens.where(low for low in view.words if low.endswith("s") and len(low) > 6 and not known(low)):
        if hit := _plural(tokens, at):
            yield hit
    yield from _named(view.text)


_CAPITAL = (
    "Central|Municipal|Departmental|Regional|National|Provincial|Judicial|Maritime|Communal|Cantonal|Presidential"
)


def _named(text: str) -> Iterator[Hit]:
    """The police station Central: an adjective that the source wrote as part of a name."""
    pattern = rf"\b(?:[Tt]he|[Tt]his|its|their|our) ((?:[a-z]+ )?([a-z]{{3,}})) ({_CAPITAL})(?= [a-z]|[.,;:!?)\n]|$)"
    for found in matches(pattern, text, _CAPITAL.split("|")):
        phrase, noun, adjective = found.groups()
        if classes(noun)[:1] == "N" and all("N" in classes(word) or "J" in classes(word) for word in phrase.split()):
            span = Span(*found.span(1))
            edit = Edit(Span(span.start, found.end()), f"{adjective.lower()} {phrase}")
            yield Hit(edit.span, _MESSAGE, ((edit,),), 0.75)


def _plural(tokens: Tokens, at: int) -> Hit | None:
    """importants -> important, before a plural noun."""
    low = tokens.lows[at]
    stem = low[:-1]
    if (
        tokens.capital(at)
        or classes(stem)[:1] != "J"
        or stem.endswith("ic")
        or "N" in classes(stem)
        or "V" in classes(stem)
    ):
        return None
    after = at + 1
    if after >= len(tokens) or "s" not in classes(tokens.lows[after]) or tokens.capital(after):
        return None
    return Hit(Span(tokens.ends[at] - 1, tokens.ends[at]), "an adjective has no plural", ("",), 0.88)


def _behind(tokens: Tokens, at: int) -> Hit | None:
    """a measure very popular -> a very popular measure."""
    first = at
    degree = at > 0 and tokens.lows[at - 1] in _DEGREES
    if degree:
        first -= 1
    noun = first - 1
    if noun < 1 or not _is_head(tokens, noun):
        return None
    start = noun
    while start > 1 and start > noun - 2 and tokens.lows[start - 1] not in _ARTICLES and _is_head(tokens, start - 1):
        start -= 1  # the climate measure popular
    if (
        (tokens.lows[start - 1] not in _ARTICLES | _COUNTS and not _dozens(tokens, start))
        or tokens.capital(start)
        or tokens.capital(at)
    ):
        return None
    last, both = at, False
    if tokens.lows[at + 1 : at + 2] == ("and",):
        second = at + 2
        second += second < len(tokens) and tokens.lows[second] in _DEGREES
        if second >= len(tokens) or "J" not in classes(tokens.lows[second]):
            return None
        last, both = second, True
    if _excused(tokens, start) or not _closes(tokens, start, last, both or degree):
        return None
    if tokens.lows[at] in _JOINED and not both and not degree:
        return None
    if tokens.lows[first] in ("less", "more", "so", "too"):
        return None
    return _moved(tokens, start, first, last, 0.8 if degree or both else 0.75)


def _dozens(tokens: Tokens, start: int) -> bool:
    """Thousands of | protesters peaceful."""
    of = start > 1 and tokens.lows[start - 1] == "of"
    return of and tokens.lows[start - 2] in ("thousands", "hundreds", "dozens", "millions", "tens")


def _is_head(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a common noun before anything else."""
    low = tokens.lows[at]
    marks = classes(low)
    sure = marks[:1] == "N" or (
        "N" in marks and (marks[:1] == "V" or low in _TWOFOLD) and tokens.lows[at - 1] in _ARTICLES
    )
    return tokens.kinds[at] == WORD and sure and not tokens.capital(at) and is_noun(tokens, at) and low not in _NEVER


def _excused(tokens: Tokens, start: int) -> bool:
    """Whether a word before the noun phrase can make the adjective its predicate."""
    begin = tokens.sentence(start, start)[0]
    before = start - 2
    for number in range(before, max(begin, start - 14) - 1, -1):
        low = tokens.lows[number]
        if low in ",;:" and number < before:
            return False
        if low in _MAKES or (low.endswith("ing") and number == before):
            return True
    return False


def _closes(tokens: Tokens, start: int, last: int, sure: bool) -> bool:
    """Whether the phrase is over behind the adjective: a verb of which it is the subject, or the end."""
    after = last + 1
    if after >= len(tokens):
        return False
    low = tokens.lows[after]
    before = tokens.lows[start - 1]
    opens = start - 1 - (before in _COUNTS and tokens.lows[start - 2] in _ARTICLES)
    opens -= _dozens(tokens, start)
    begins = tokens.starts_sentence(opens) or tokens.lows[opens - 1] in ("that", "but", "because", ",")
    past = any(tag == "past" for _, tag in verb_readings(low))
    if low in AUXILIARIES or (past and ("N" not in classes(low) or tokens.lows[after + 1 : after + 2] in _OBJECTS)):
        return begins
    if end_mark(tokens, after):
        stop = tokens.lows[after] in ".!;" or (sure and tokens.lows[after] == ",")
        return stop and before in ("a", "an") and (sure or not begins)
    return sure and low in ("in", "at", "on", "to", "during", "since") and before in ("a", "an")


def _moved(tokens: Tokens, start: int, first: int, last: int, confidence: float) -> Hit:
    """Tokens `first` to `last` go before tokens `start` to `first - 1`; an article before them is adjusted."""
    text = tokens.text
    words = text[tokens.starts[first] : tokens.ends[last]]
    noun = text[tokens.starts[start] : tokens.ends[first - 1]]
    span, put = Span(tokens.starts[start], tokens.ends[last]), f"{words} {noun}"
    before = tokens.surface(start - 1)
    if before.lower() in ("a", "an") and article(words) != before.lower():
        right = article(words)
        span = Span(tokens.starts[start - 1], span.end)
        put = f"{right.capitalize() if before[0].isupper() else right} {put}"
    return Hit(span, _MESSAGE, ((Edit(span, put),),), confidence)
