from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.clauses import over
from mtcheck.analysis.inflect import past_of, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit, Safety
from mtcheck.lang.en import MONTHS, REPORTING_PARTICIPLE, WEEKDAYS
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_DAY, _MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
_TIME = (
    rf"yesterday|(?:at the (?:end|start|beginning) of )?last (?:night|week|weekend|month|year|season"
    rf"|summer|winter|spring|autumn|{_DAY}|{_MONTH})\b|(?:\d+|an?|two|three|four|five"
    rf"|six|seven|eight|nine|ten|several|many|a few) (?:years?|months?"
    rf"|weeks?|days?|hours?|minutes?) ago"
    rf"|this (?:{_DAY})(?:,? (?:(?:{_MONTH}) \d{{1,2}}|\d{{1,2}} (?:{_MONTH})))?\b"
    rf"|on (?:{_DAY})(?: (?:morning|afternoon|evening|night))?\b"
    rf"(?!s)|on (?:{_MONTH}) \d{{1,2}}(?:, \d{{4}})?\b|on \d{{1,2}} "
    rf"(?:{_MONTH})\b|in (?:(?:{_MONTH}) )?(?:1[5-9]|20)\d\d\b(?![-–]\d)|in (?:early |late |mid-)?(?:{_MONTH})\b(?! \d)"
    rf"|in the night (?:of|from) (?:{_DAY})|the other day|in the (?:early |late |mid-)?(?:1[5-9]\d0|200\d)s\b"
    rf"|on the (?:night|evening|morning|afternoon|eve) of (?:(?:{_DAY}),? )?"
    rf"(?:(?:{_MONTH}) \d{{1,2}}\b(?:, \d{{4}})?|\d{{1,2}} (?:{_MONTH})|(?:{_DAY})\b)"
    r"|during the (?:(?:First|Second) World War|Great War|Occupation|French Revolution|Middle Ages|Renaissance)"
    rf"|during last night[’']s|this (?:morning|afternoon|evening) at (?:\d|noon|dawn|dusk)"
)
_CLAUSE = (
    r"\b(?:that|which|who|whom|whose|since|because|if|when|to|would"
    r"|will|could|should|may|might|is|are|was|were|has|have|had"
    r"|he|she|they|we|it|i|as|over the|in the|during the|for the"
    r"|of the|within the|past|for the first time|ever|until|by|before"
    r"|after)\b|\d{4}"
)
_IN_A_PLACE = (
    r"\bin the (?:[a-z]+ )?(?:abbey|church|cathedral|chapel|hall|theatre|theater|park|square|village|town|region|port"
    r"|castle|palace|library|station|hospital|mine|factory|garden|cellar|barn|valley|mountains|forest|country|city"
    r"|capital|suburbs|north|south|east|west|harbour|street|district|province|stadium|museum|school) $"
)
_OTHER_CLAUSE = (
    r"\b(?:that|which|who|whom|whose|since|because|if|when|would|will|could|should|may|might|is|are|was|were|has|have"
    r"|had|he|she|they|we|it|i|as|past|ever|until|before|after|to|over|during)\b|\d{4}|,"
)
_FINISHED = frozenset(
    "yesterday ago monday tuesday wednesday thursday friday saturday sunday last january february march april"
    " morning afternoon evening june july august september october november december"
    " war occupation revolution ages renaissance".split()
)
_HABIT = r"\b(?:every|each|always|often|times|annually|held|all|in)\b"
_PLANS = frozenset(
    "called scheduled planned announced set invited summoned organised organized proposed ordered promised"
    " booked postponed agreed decided asked demanded arranged slated convened requested threatened offered"
    " been got".split()
)


@rule(
    "present-perfect",
    safety=SAFE,
    triggers=("has ", "have "),
    bad=[
        "The club [[has sold->sold]] its stadium in 2014 to a cheese maker.",
        "Two walkers [[have found->found]] the statue yesterday morning. The line [[has cancelled->cancelled]] a train"
        " yesterday. The firm [[has been founded->was founded]] in 1954 by two brothers.",
        "On Monday, the rider [[has announced->announced]] his retirement.",
        "The queen [[has visited->visited]] the flooded villages last week. In 2015, she [[has opened->opened]] the"
        " dam.",
        "Rain fell in Bari, and on Sunday two others [[have drowned->drowned]]. It was her sister, who"
        " [[has arrived->arrived]] last night from Rome. A cyclist [[has been hit->was hit]] by a tram last night.",
        "The government [[has raised->raised]] the wage by two per cent last January. The team"
        " [[has landed->landed]] in the capital last night.",
        "The actress [[has left->left]] the series two years ago. The rower [[has broken->broke]] an oar last weekend.",
        "Hail [[has ravaged->ravaged]] the orchards on the night of 3 May. In the 1970s, he [[has shared->shared]] the"
        " bill with a bear. This Tuesday, May 14, the mayor [[has been heard->was heard]] by the judges.",
        "The dockers [[have voted->voted]] to end the strike last Thursday.",
        "When the storm broke, forty campers [[have fled->fled]] to the church.",
        "The vet, who [[has sold->sold]] his practice last year, left.",
        "The mood [[has changed->changed]] after Friday’s match. The club [[has sacked->sacked]] its coach"
        " after Sunday’s defeat.",
        "The court [[has sentenced->sentenced]] the man to two years in prison yesterday.",
        "The bridge [[has got->got]] stuck on Wednesday evening. The bus [[has got->got]] lost in the snow last night.",
        "The tunnel [[has been closed->was closed]] in January after the fire. It [[has reopened->reopened]] in May.",
    ],
    good=[
        "The goose has reached the estuary, and the fair opens on Monday. It has shrunk, with less than last year.",
        "The club has sold its stadium. She has lived there since 2014.",
        "He has said that they met in 2014. They have agreed to meet on Monday.",
        "They may have found it yesterday; he seems to have left in 2014.",
        "She has vowed to repeat last year’s feat. He has asked to see the plan adopted last year.",
        "The union has called a strike on Monday.",
        "The town has restored the mill burned last year. Those who have lived here since last year know.",
        "Nothing has changed since Friday’s match. He may have left after Friday’s match.",
        "By yesterday she has had enough. Has he sold it yesterday?",
        "They have been closed on Mondays. The fair has been held in July since 1980. It has been shut since January.",
        "She has won every race in January. They have promised to reopen it in May.",
    ],
)
def present_perfect(view: View) -> Iterator[Hit]:
    """The present perfect with a time that is over.

    « a vendu en 2014 », “ha pedido el lunes”: the compound past of the source becomes has + participle,
    but a finished time (yesterday, last week, in 2014, two years ago) wants the simple past in English.
    """
    text = view.text
    if (
        not _FINISHED & view.words
        and "When " not in text
        and rx(r"\b[Ii]n (?:[A-Z][a-z]+ )?[12]\d{3}\b|[12]\d\d0s\b|\bMay\b|day[’']s ").search(text) is None
    ):
        return
    for found in rx(_PERFECT).finditer(text):
        attributes = found.group(4) in REPORTING_PARTICIPLE and rx(r"[”\"],? ?$").search(
            text[max(found.start() - 3, 0) : found.start()]
        )
        verb = found.group(4) == "assured"  # the verb is wrong too, and the rule that mends it sets the tense
        repair = None if found.group(2) in _STILL or attributes or verb else _past(found)
        if repair is None:
            continue
        relative = text.endswith((", who ", ", which "), 0, found.start())
        if relative and rx(rf"{_OWN} (?:{_TIME})(?=[.,;:”]| (?:from|in|at|to|with|by) )").match(text, found.end()):
            yield _hit(found, repair, SAFE)
            continue
        if _after_event(text, found):
            yield _hit(found, repair, SAFE)
            continue
        if _barred(text, found.start()):
            continue
        time = _timed(text[found.end() : found.end() + 130]) and rx(
            rf"((?:[^.;:!?“”\"()\n]|[ap]\.m\.){{0,110}}?)\b({_TIME})"
        ).match(text, found.end())
        if time and rx(r"[^.!?\n]{0,60}\bsince\b").match(text, time.end()):
            continue
        if time:
            safety = _finished(found.group(3), found.group(4), *time.groups())
            if safety is not None:
                yield _hit(found, repair, safety)
                continue
        start = start_of(text, found.start(), ". ", "! ", "? ", "\n", "” ")
        sentence = text[start : found.start()].lstrip()
        if sentence.startswith("When ") and over(sentence.partition(",")[0]):
            yield _hit(found, repair, SUGGEST)
            continue
        joined = list(rx(r"(?:, (?:and|but)|;) (?=[Oo]n |[Ii]n |last |yesterday)").finditer(sentence))
        sentence = sentence[joined[-1].end() :] if joined else sentence
        lead = rx(rf"(?i:(?:{_TIME}))").match(sentence) if _timed(sentence[:40].lower()) else None
        if lead is None or sentence[lead.end() : lead.end() + 1] not in (",", " ") or len(sentence.split()) > 14:
            continue
        part = rx(
            r",? (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}),(?: in the (?:morning|afternoon|evening)| at \w+),"
        ).match(sentence, lead.end())
        after = part.end() if part else lead.end()
        if not part and (way := rx(_HOW).match(sentence, after)):
            after = way.end()
        if rx(r",? (?:he|she|it|they|we|I) $").match(sentence, after):
            yield _hit(found, repair, SUGGEST)
        elif not rx(_CLAUSE).search(sentence, after) and sentence.count(",", after) < 2:
            yield _hit(found, repair, SAFE)


def _after_event(text: str, found: re.Match[str]) -> bool:
    """Whether a dated event closes the past: `has changed after Friday’s episode`."""
    event = rx(
        rf"(?: (?:its|his|her|their|the|a) [a-z]+| [a-z]+ly)? (?:after|following|during) (?:{_DAY})[’']s"
        r" (?:[a-z]+ )?[a-z]+(?=[.,;:”]|$)"
    ).match(text, found.end())
    return (
        event is not None
        and not _barred(text, found.start())
        and not rx(r"\bsince\b").search(text[start_of(text, found.start(), ". ", "\n") : found.start()])
    )


def _timed(part: str) -> bool:
    """Whether a finished time can stand in `part`: a cheap look before the long pattern."""
    return any(sign in part for sign in _SIGNS)


_SIGNS = "yesterday|uring the | ago|last |this |day|ary|ber|arch|pril|ay |May|une|uly|ugust| 1| 2".split("|")


_PERFECT = r"\b(has|have) ((?:\w+ly|also|already|never|just|finally|not) )?(been )?([a-z]+)\b"
_OWN = r"(?: (?:his|her|its|their) (?:\w+ )?[a-z]+)?"
"""What somebody has done something to: who has published her results last year."""
_STILL = ("not ", "never ", "just ", "already ")
"""With these the present perfect may be meant."""
_HOW = r", (?:by|in|with|at|after|before) (?:an?|the|his|her|its|their|two|three) [a-z -]{3,30},"
_BY_MEANS = r"\bby (?:(?:tele)?phone|video(?:conference)?|e-?mail|letter|post|train|car|bus|plane|boat|radio)\b"
_TO_NUMBER = (
    r"\bto (?=(?:life|\d+|two|three|four|five|six|seven|eight|nine|ten) (?:imprisonment|years?|months?|weeks?)\b)"
)
"""What somebody is sentenced to: no infinitive."""
_GOT = r" (?:stuck|lost|caught|married|divorced|engaged|hurt|injured|into|under|out|off|away|through)\b"


def _finished(been: str | None, participle: str, gap: str, time: str) -> Safety | None:
    """How sure it is that `time` belongs to the perfect; `gap` are the words between. None: it does not."""
    gap, weekday = rx(_BY_MEANS).sub("", gap), time.startswith("on ")
    if participle == "got" and (state := rx(_GOT).match(gap)):
        participle, gap = "become", gap[state.end() :]
    gap = rx(_TO_NUMBER).sub("", gap)
    if _takes_time(gap):
        return None  # `has sold the stadium built in 1954`
    if rx(_CLAUSE).search(gap):
        # `has raised the wage by two per cent last January`, but `has left the house of the mayor in 2014`
        agent = been and rx(r" by (?:an?|the|two|three|several) (?:\w+ ){1,2}$").match(gap)
        if agent and rx(r"last night|yester").match(time):
            return SAFE  # `has been hit by a tram last night`
        if agent and weekday:
            return SUGGEST  # `has been killed by a train on Wednesday at 6 a.m.`
        plain = rx(r"\bto [a-z]+ (?=(?:the|a|an|his|her|its|their)\b)").sub("", gap)  # voted to end the strike
        where = rx(_IN_A_PLACE).search(gap)
        if where and rx(r"in (?:1|200|201)").match(time) and not rx(_OTHER_CLAUSE).search(gap):
            return SUGGEST  # `has given its first concert in the abbey in 1962`
        near = rx(r"last |yesterday|during|.* ago$").match(time) and not rx(rf"{_OTHER_CLAUSE}|\bthe $").search(plain)
        return SUGGEST if near and not rx(r"\b(?:from|than|cents|points|percent on|down|up)\b").search(gap) else None
    if rx(r", (?:and|but|or|with) ").search(gap):
        return None  # `has shrunk, with the surplus half of last season’s`: another clause has the time
    if rx(
        r"\b(?:for|of|unlike|than|like|compared with|compared to|from|since|between|until|through|up to|to)\s$"
    ).search(gap):
        return None  # `a profit for last year`, `from 12 in 2007 to 9`
    compared = rx(r"\bfrom\b.*\d\s$|, from\b").search(gap) or gap.rstrip().endswith((" unlike", " as", " than"))
    if compared or (time.startswith("last") and rx(r"\b(?:cents|points|percent|cent|up|down)\b.* on\s$").search(gap)):
        return None  # `up 11 cents on last week`
    this = time.startswith("this ") and time.endswith("day")
    if gap.count(",") > 1 or ((weekday or this) and participle in _PLANS and gap.strip()):
        return None
    if time.startswith("in ") and not time[-1].isdigit():  # `in May`: of this year, or of every year
        return SAFE if participle not in _PLANS and len(gap.split()) < 5 and not rx(_HABIT).search(gap) else None
    if rx(r"\b(?:about|into|regarding|concerning|surrounding|linked)\b").search(gap):
        return SUGGEST  # `withheld details about an accident last week`
    if been and participle == "operated" and not rx(r" on (?!(?:his|her|their|the) )").match(gap):
        return SUGGEST  # who `was operated`, or was so `on his knee`, had an operation: the tense is not all
    late = rx(r"in \d{4}").match(time) and not rx(r"in (?:1\d|200|201)").match(time)
    return SUGGEST if late or (been and weekday) or this else SAFE


def _hit(found: re.Match[str], repair: str, safety: Safety) -> Hit:
    span = Span(found.start(1), found.end(4))
    return Hit(span, "a finished time wants the simple past", (repair,), 0.93 if safety == SAFE else 0.6, safety)


def _past(found: re.Match[str]) -> str | None:
    """The simple past of `has (adverb) (been) participle`, or None where that is no participle."""
    auxiliary, adverb, been, word = found.group(1, 2, 3, 4)
    lemmas = [lemma for lemma, tag in verb_readings(word) if tag == "participle"]
    if not lemmas:
        return None
    adverb = adverb or ""
    if been:
        return f"{'was' if auxiliary == 'has' else 'were'} {adverb}{word}"
    if word == "been":
        return f"{'was' if auxiliary == 'has' else 'were'} {adverb}".rstrip()
    past = past_of(word, lemmas[0])
    return f"{adverb}{past}"  # cancelled stays as it is spelt


def _participle(word: str) -> bool:
    """Whether a word may be a verb form that the time belongs to instead."""
    tags = {tag for _, tag in verb_readings(word)}
    return bool(tags & {"past", "participle"}) and "base" not in tags


def _takes_time(gap: str) -> bool:
    """Whether a verb form in the gap may own the time: `the stadium built in 1954`, but not `the flooded villages`."""
    words = rx(r"[a-z]+").findall(gap)
    for at, word in enumerate(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        attribute = before in _DETERMINERS and classes(after)[:1] == "N" and after not in ("last", "yesterday")
        if _participle(word) and not attribute:
            return True
    return False


_DETERMINERS = frozenset("the a an his her its their this these those two three four five several many".split())


def _barred(text: str, at: int) -> bool:
    """Whether a modal, an infinitive or a question comes before: may have found, to have left, Has he."""
    before = text[max(at - 30, 0) : at]
    relative = rx(r"\b([a-z]+) (?:I|we|they|he|she|you) $").search(before)
    if relative and classes(relative.group(1))[:1] == "N":
        return True  # `the measures I have outlined in this message set an agenda`
    return (
        rx(
            r"(?:\b(?:to|may|might|must|could|would|should|will|can|not"
            r"|cannot|since|who|which|that|having|only|ever)|[’']d|n[’']t"
            r"|[’']ll) $"
        ).search(before)
        is not None
    )
