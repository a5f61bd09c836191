"""a word with a capital inside a sentence -> what it is there: part of a name, a verb, a piece of the clause."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes, frequency
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.regex import matches, rx
from mtcheck.lang import human
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.lang.lands import NATIONALITIES

FINITE = frozenset(
    "is are was were has have had will would can could may might must should do does did said says means think thought"
    " pursue i we you they he she it".split()
)
OBJECT = frozenset(
    "the a an his her their its this that these those to by for with in on at from about and it him them two three four"
    " five six several many".split()
)
ARTICLES = frozenset("the a an this that these those his her its their our my your no any some each every".split())

SMALL = frozenset(
    "and but or nor of in on at by with from for to which that when where while because before after during since until"
    " was were is are has had have been would could should than as if into between against about without under over"
    " through off near across along towards within despite among around behind beyond until who"
    " whose".split()
)
WHEN_HE = (
    r"(?<![\w’'])(?:[Ww]hen|[Ww]hile|[Aa]fter|[Bb]efore|[Bb]ecause|[Aa]lthough|[Ii]f|that|where|until)"
    r" (?:(He|She|They|We)(?= (?!Who\b)[a-z]+)|(It)(?= (?:is|was|will|has|had|would|takes|took)\b))"
)
APPOSED = r"(?<=[a-z0-9], )(The)(?= (?:first|second|third|fourth|fifth|last|only|largest|oldest|latest|same) [a-z]+)"
NATIVES = (
    r"\b(?:[Aa]n?|the|his|her|this|young|former|famous) [A-Z][a-z]*(?:ish|ese|ench|ian|ean|ican|erman|utch|iss|aeli)"
    r" ([A-Z][a-z]+)(?= (?:[a-z]{3,}|in|of|on|at|is|to)\b)"
)
"""A French Novelist living in Montreal."""

TRADES = (
    r"(?:(?<=[a-z] the )|(?<=[a-z] his )|(?<=[a-z] her )|(?<=[a-z] a ))"
    r"((?:Baker|Butcher|Farmer|Driver|Teacher|Nurse|Plumber|Fisherman|Shepherd"
    r"|Winegrower|Cashier|Postman|Firefighter|Policeman|Mechanic|Gardener|Shopkeeper|Florist|Pharmacist|Waiter|Waitress"
    r"|Hairdresser|Neighbour|Neighbor|Witness|Defendant|Suspect|Victim|Pupil|Student|Tenant|Plaintiff|Juror)s?)"
    r"(?= (?:[a-z]{3,}|on|in|at|to|of|is)\b)"
)
"""People whom nobody writes with a capital; ministers, presidents and bishops some do."""


def label(text: str, at: int, before: str) -> bool:
    """Whether the word begins a name: the About page, the Was this useful? score, Before and After pictures."""
    if before in ARTICLES and before != "that":
        return True
    return before in ("and", "or") and rx(r"\b[A-Z][a-z]+ \w+ $").search(text, max(at - 24, 0), at) is not None


def told(before: str) -> bool:
    """Whether the sentence has its verb already; if not, a heading may have run into the sentence after it."""
    words = rx(r"[\w’-]+").findall(before.rpartition(". ")[2])
    return any(
        word in FINITE or (classes(word)[:1] == "V" and any(tag in ("past", "third") for _, tag in verb_readings(word)))
        for word in words
    )


def modal(before: str, after: str) -> bool:
    """The two finalists Will meet: a noun before, a base form that is no noun first behind."""
    kinds = classes(before)
    base = after == "be" or any(tag == "base" for _, tag in verb_readings(after))
    return kinds[:1] == "N" and base and (after == "be" or classes(after)[:1] == "V")


def fragment(text: str, at: int, low: str, following: str) -> bool:
    """`had “Deliberately ignored”`, `was “Very tired”`, `wants to “Save the school”`: a quoted part of the clause."""
    before = rx(r"([a-z’]+) [“\"]$").search(text[max(at - 20, 0) : at])
    if before is None or not following:
        return False
    kinds, lead = classes(low), before.group(1)
    if lead == "to":
        return kinds[:1] == "V" and "b" in kinds
    if (
        kinds[:1] == "V"
        and (gender_of_noun(lead) is not None or lead in human.COLLECTIVE)
        and any(tag == "third" for _, tag in verb_readings(low))
        and following in OBJECT | {"that", "not", "no", "any", "all", "every"}
    ):
        return True  # the heir “Refuses to sell”
    if lead in (
        "had",
        "has",
        "have",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "being",
        "felt",
        "remains",
        "as",
        "very",
    ):
        adverb = kinds[:1] == "R" and (
            low.endswith("ly") or low in ("very", "too", "so", "quite", "not", "never", "more")
        )
        return (adverb or kinds[:1] == "J") and classes(following)[:1] in ("J", "V", "R", "I")
    return False


def goes_on(text: str, at: int, low: str, inside: str) -> bool:
    """Whether a quotation goes on with the clause before it: `fought the flames “Until the last hose burst”`."""
    if low not in _GOES_ON or len(inside.split()) < 4 or not inside[1:].islower():
        return False
    ahead = set(text[start_of(text, at, ". ", "\n") : at].lower().replace(",", " ").split())
    return not ahead & (TITLING | _WORKS)


_GOES_ON = frozenset(
    "until because while although since unless despite without before after through throughout during".split()
)
TITLING = frozenset(
    "reads read edits edited called titled entitled labelled labeled joined founded released recorded plays played"
    " sings sang wrote watched watches saw directed published presents presented hosts hosted".split()
)
"""Before a title: reads The guardian."""
_WORKS = frozenset(
    "song film novel book album play poem title headline slogan motto sign banner exhibition show series podcast"
    " chapter article essay episode documentary sculpture painting hymn message words placard placards phrase"
    " question".split()
)
"""What has a title, and what is written on something."""


_CONJUNCTIONS = (
    r"\b(that|because|since|although|though|whether|if|while|when|whereas|as long as|as soon as|provided) [“\"]$"
)


_ONWARD = "until|since|in|on|at|to|for|of|with|against|from|by|about|behind|between|after|before|during|under"


def subordinate(text: str, at: int, inside: str) -> bool | None:
    """`because “There was nothing in the file” against her`: a quoted clause behind its conjunction; whether surely.

    It is where the sentence goes on with a preposition; a film may be called “The wind rises”.
    """
    lead = rx(_CONJUNCTIONS).search(text, max(at - 16, 0), at)
    if lead is None:
        return None
    on = rx(rf"[”\"] (?:{_ONWARD})\b").match(text, at + len(inside))
    return on is not None and not FINITE.isdisjoint(inside.split()) and len(inside.split()) > 2


def resumed(text: str) -> Iterator[tuple[int, str]]:
    """`“The oven was hot,” says the baker, “And the bread …”`: a conjunction goes on with the sentence that was cut."""
    spoken = (
        r"(?:,[”\"]|[”\"],) [a-z]+s? (?:the|an?|his|her|their|one|[A-Z][\w’-]+) ?[^.!?;:\n“”\"]{0,80}, [“\"]"
        r"(And|But|Or|Because|Nor|Especially)(?= [a-z])"
    )
    for found in matches(spoken, text, (", “", ', "')):
        yield found.start(1), found.group(1)


def is_verb(low: str) -> bool:
    """A past form that is no name, noun or adjective first of all."""
    tags = {tag for _, tag in verb_readings(low)}
    return low.endswith("ed") and "past" in tags and frequency(low) > 3 and "N" not in classes(low)[:1]


def is_adjective(low: str) -> bool:
    return frequency(low) > 3 and any(kind in classes(low) for kind in "JV")


_PARTIES = frozenset(
    "aboriginal indigenous"
    " conservative democratic republican liberal green labour labor socialist communist catholic protestant orthodox"
    " islamic muslim jewish christian black white native western eastern northern southern federal royal olympic"
    " national international european open first second third modern high central general united social civil premier"
    " standard classic golden live daily sunday grand early late great new old big little long short special".split()
)
"""Adjectives that begin names, or that some write with a capital."""


def described(text: str) -> Iterator[tuple[int, str]]:
    """lives Alone in, produces Organic vegetables: an adverb or an adjective behind a verb. Where, and the word."""
    for found in rx(r"(?<=[a-z] )([A-Z][a-z]{3,})(?= ([a-z]+)\b(?! [A-Z]))").finditer(text):
        low, after = found.group(1).lower(), found.group(2)
        lead = rx(r"\b([a-z]+) $").search(text, max(found.start() - 18, 0), found.start())
        kinds = classes(low)
        if lead is None or low in _PARTIES or low in NATIONALITIES or frequency(low) < 5 or gender_of_first_name(low):
            continue
        verb = any(tag in ("past", "third") for _, tag in verb_readings(lead.group(1)))
        if not verb or "V" not in classes(lead.group(1)):
            continue
        adverb = (kinds[:1] == "R" or low == "alone") and after in _AROUND
        adjective = kinds[:1] == "J" and "s" in classes(after) and classes(after)[:1] == "N"
        if adverb or adjective:
            yield found.start(), found.group(1)


_AROUND = frozenset("in on at to for with from by after before until since during near as and but".split())


_FRONT = (
    "In|At|On|For|From|Since|After|Before|During|Despite|Without|With|As|When|If|While|Because|By|Under|Until|Although"
    "|Though|Once|Among|According to|Thanks to|Faced with|Every|Last"
)
_WITH_VERB = r"(?:When|If|As|While|Because|Although|Though|Once|Until|Since|After|Before)\b"
_BEGINS = (
    "He|She|They|We|It|You|There|This|These|Those|Everyone|Everybody|Nobody|Someone|Nothing|Everything|All|Some|Many"
    "|Most|Few|Several|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|An|Its|His|Her|Their|Our|Each|Both"
)


def behind_phrase(text: str) -> Iterator[tuple[int, str]]:
    """In the Dumas family, Everyone plays: where a clause goes on behind the phrase that opens it, and the word."""
    pattern = rf"(?:(?<![^\n])|(?<=[.!?] )|(?<=[.!?]” ))(?:{_FRONT}) [^,.:;!?\n“”\"()]{{3,70}}, ({_BEGINS})(?= [a-z])"
    for found in rx(pattern).finditer(text):
        if rx(_WITH_VERB).match(found[0]) is None and rx(r"\b(?:is|are|was|were|has|have|had)\b|[’']s ").search(
            found[0]
        ):
            continue  # a clause stands in the phrase: this is another sentence
        work = rx(r"\b(?:film|movie|novel|book|song|album|series|play|show)\b").search(found[0])
        if found[1] != "It" or work is None:
            yield found.start(1), found.group(1)


def verse(text: str, start: int, end: int) -> bool:
    """Whether several commas of the paragraph have a capital behind them: lines of verse set as prose."""
    small = "|".join(low.capitalize() for low in sorted(SMALL | {"the", "a", "he", "she", "we", "it"}))
    return sum(1 for _ in rx(rf"(?<=[a-z]), (?:{small})\b(?= [a-z])").finditer(text, start, end)) > 1
