from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.inflect import past_of, verb_readings
from mtcheck.analysis.phrases import PREPOSITIONS, end_mark, noun_phrase, plurals
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import MARK, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import BE, HAVE, MODALS
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?| o[’']clock)|midnight|noon|midday|dawn|dusk)"
_FEAST = (
    r"(?:Christmas|New Year[’']s|Easter|Whit|Good|Ascension|Boxing|All Saints[’']|King[’']s|Carnival|Rose|Corpus|Shrove"
    r"|Maundy|Ash|Palm|Pentecost|Whitsun|St\.? [A-Z][a-z]+[’']s?)"
    r"(?: (?:Eve|Day|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christi))"
)
_YEAR = r"(?:1[5-9]\d\d|20(?:[01]\d|2[0-5]))\b"
_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|some|\d+)"
_UNIT = r"(?:minute|hour|day|week|month|year|decade)s?"
_ANYWHERE = (
    rf"on {_FEAST}(?: (?:in |of )?{_YEAR})?|[oa][nt] (?:the )?(?:weekend\b)(?! of\b)|at (?:Easter|Christmas|Whitsun"
    rf"|Pentecost|New Year|Carnival)\b|over the (?:weekend|Easter|Christmas)\b(?: weekend)?"
    rf"|during the night\b|(?:in|during) the night (?:to|of|on|into|from) \w+|overnight\b"
    rf"|(?:shortly|just|soon|long) (?:before|after) {_CLOCK}|(?:at|around|about|towards)(?: about| around"
    rf"| approximately)? {_CLOCK}(?! ?(?:per|%|million|years|euros|people|of\b))"
    r"|at (?:that|the|this) time\b(?! of)|back then\b|in those (?:days|years)\b"
    rf"|the (?:day|week|month|year|evening|night) before\b(?! [a-z])|the (?:previous|following) (?:{_UNIT}"
    r"|morning|evening|night|afternoon|spring|summer|autumn|winter)\b"
    rf"|{_NUMBER} {_UNIT} (?:earlier|before|previously)\b(?! than)|{_NUMBER} (?:minute|hour|day|week)s? later\b"
    r"|shortly (?:before|after|thereafter|afterwards|beforehand)(?! \w)"
    r"|in the (?:\d+(?:st|nd|rd|th)) minute\b|in (?:extra|injury|stoppage) time\b"
    r"|as an? (?:child|boy|girl|teenager|young (?:man|woman|girl|boy)|student|pupil)\b|in (?:his|her|their) (?:youth"
    rf"|childhood)\b|(?:before|after|during) the (?:(?:First|Second) World )?[Ww]ar\b|from {_YEAR} (?:to|until|till)"
    rf" {_YEAR}|between {_YEAR} and {_YEAR}|early last (?:week|month|year)|already (?:last (?:week|month|year|night)"
    r"|yesterday)|(?:long|not long|some time|a long time) ago\b"
)
_LEADING = rf"(?:[Ii]n|[Uu]p to|[Uu]ntil|[Tt]ill) {_YEAR}|[Aa]fter the (?:match|game|final whistle|funeral|verdict)\b"
_PRONOUNS = frozenset("he she it they we i you nobody everyone".split())
_ADVERBS = frozenset("also already finally then first again even only both still immediately".split())
_OPEN = frozenset(
    "since ever never yet just recently lately every each always often daily regularly now today recent".split()
)
"""What makes the time one that comes back, or goes on."""
_PLANS = frozenset(
    "called scheduled planned announced set invited summoned proposed ordered promised booked postponed agreed decided"
    " asked demanded arranged slated convened threatened offered got become opened known managed".split()
)
"""Verbs behind which a time may belong to what is planned."""
_OTHER = frozenset(
    "that which who whom whose because if when while to would will could should may might is are was were has have had"
    " he she they we it i as than and but or from until by before".split()
)


@rule(
    "closed-time",
    safety=SUGGEST,
    triggers=("has ", "have "),
    bad=[
        Example("At Easter the club [[has played->played]] in Rome.", "de"),
        Example("On New Year’s Eve in 1999 the choir [[has sung->sang]] in the mine.", "de"),
        Example("During the night a fire [[has broken out->broke out]] in a barn.", "nl"),
        Example("Shortly before midnight the man [[has called->called]] the police.", "nl"),
        Example("The accident [[has happened->happened]] at around 4 a.m.", "de"),
        Example("The goal [[has been scored->was scored]] in the 89th minute.", "nl"),
        Example("Back then nobody [[has believed->believed]] him.", "de"),
        Example("From 1998 to 2005 he [[has been->was]] chancellor.", "de"),
        "The painter [[has lived->lived]] in Metz from 1948 to 1953.",
        Example("A year earlier the club [[has been relegated->was relegated]].", "nl"),
        Example("The pope died, and at the time the mayor [[has known->knew]] nothing.", "nl"),
    ],
    good=[
        Example("At Easter the club will play. The fair has been held at Easter since 1980.", "de"),
        Example("The union has called a strike at the weekend. The shop has always opened at 9 a.m.", "de"),
        Example("By midnight he has had enough. At this time of year it has often snowed.", "nl"),
        Example("Until 2015 it was closed. It has been open since shortly before midnight.", "nl"),
        "At Easter the club has played in Rome. Prices have risen from 2010 to 2020.",
    ],
)
def closed_time(view: View) -> Iterator[Hit]:
    """The present perfect with a time that is over but has no date: at Easter, during the night, shortly before noon.

    German and Dutch tell what happened in their perfect. Dates, days and “ago” are the rule present-perfect’s.
    """
    tokens = tokens_of(view.text)
    germanic = view.source_language in ("de", "nl")
    for at in tokens.where(("has", "have")):
        if (germanic or _spent(tokens, at)) and (hit := _perfect(tokens, at)):
            yield hit


def _spent(tokens: Tokens, at: int) -> bool:
    """Whether somebody lived or served from one year to another, in whatever language that was told."""
    done = {lemma for low in tokens.lows[at + 1 : at + 3] for lemma, tag in verb_readings(low) if tag == "participle"}
    span = rx(rf"[^.,;:]{{2,60}} (?:from {_YEAR} (?:to|until) {_YEAR}|between {_YEAR} and {_YEAR})")
    return bool(done & _SPENT) and span.match(tokens.text, tokens.ends[at]) is not None


_SPENT = frozenset("live work play serve lead head direct chair study teach reign govern coach manage occupy".split())


def _perfect(tokens: Tokens, at: int) -> Hit | None:
    if not at or at + 1 >= len(tokens) or tokens.capital(at):
        return None
    verb = at + 1
    while verb < len(tokens) and tokens.lows[verb] in _ADVERBS:
        verb += 1
    been = verb + 1 < len(tokens) and tokens.lows[verb] == "been" and _lemma(tokens.lows[verb + 1]) is not None
    verb += been
    lemma = _lemma(tokens.lows[verb]) if verb < len(tokens) else None
    if lemma is None or tokens.lows[at - 1] in MODALS | {"to", "not", "who", "which", "that", "since"}:
        return None
    first, last = tokens.sentence(at, at + 1)
    if not _OPEN.isdisjoint(tokens.lows[first:last]) or tokens.lows[last - 1 : last] == ("?",):
        return None
    if not (_led(tokens, at, first) or _followed(tokens, verb)):
        return None
    plural = tokens.lows[at] == "have"
    words = [tokens.surface(place) for place in range(at + 1, verb - been)]
    if been:
        words = ["were" if plural else "was", *words, tokens.surface(verb)]
    elif tokens.lows[verb] == "been":
        words = ["were" if plural else "was", *words]
    else:
        low = tokens.lows[verb]
        words.append(past_of(low, lemma))
    span = Span(tokens.starts[at], tokens.ends[verb])
    return Hit(span, "a time that is over wants the simple past", (" ".join(words),), 0.7)


def _lemma(word: str) -> str | None:
    """The verb of which a word is the participle."""
    return next((lemma for lemma, tag in verb_readings(word) if tag == "participle"), None)


def _time(tokens: Tokens, at: int, leads: bool) -> int | None:
    """After the closed time that begins at token `at`."""
    pattern = rf"(?i:{_ANYWHERE})|{_LEADING}" if leads else rf"(?:{_ANYWHERE})"
    found = rx(pattern).match(tokens.text, tokens.starts[at])
    return bisect_left(tokens.starts, found.end()) if found else None


def _led(tokens: Tokens, at: int, first: int) -> bool:
    """Whether the clause opens with a closed time and its subject: At Easter | the club | has."""
    places = [tokens.opening(first)]
    places += [n + 1 for n in range(first, at) if tokens.lows[n] in ("and", "but", ";", ":") or tokens.lows[n] in '“"„']
    for start in places:
        end = _time(tokens, start, True) if start < at else None
        if end is None:
            continue
        while end < at and (further := _time(tokens, end, True)):
            end = further
        if tokens.lows[end] == ",":
            end += 1
        reach = {noun_phrase(tokens, end), plurals(tokens, end)} if end < at else set()
        if at in reach or (end + 1 == at and tokens.lows[end] in _PRONOUNS):
            return True
    return False


def _followed(tokens: Tokens, verb: int) -> bool:
    """Whether a closed time follows the verb in its clause: has happened at 4 a.m."""
    if tokens.lows[verb] in _PLANS:
        return False
    for place in range(verb + 1, min(verb + 12, len(tokens))):
        low = tokens.lows[place]
        end = None if tokens.lows[place - 1] in PREPOSITIONS else _time(tokens, place, False)
        if end is not None:
            return end_mark(tokens, end) or tokens.lows[end] in ("in", "on", "when", "near", "after", "at", "because")
        if tokens.kinds[place] == MARK or low in _OTHER or low in BE or low in HAVE:
            return False
        if _lemma(low) is not None and low not in ("left", "home"):
            return False
    return False
