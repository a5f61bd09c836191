"""a place of `it` or `its` -> whether its clause says what only a person does or has, and nothing else is in reach."""

from __future__ import annotations

from mtcheck.analysis.antecedents import Place
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import is_name
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import BREAK, WORD, Tokens
from mtcheck.lang import deeds, en, human
from mtcheck.lang.trades import TRADES

BREEDING = human.COLLECTIVE | frozenset(
    "calf foal cub lamb chick kitten pony foundling mare plant language country".split()
)
_TIMES = frozenset("day week month year morning evening night today yesterday tomorrow time spring summer".split())
_JOINS = frozenset(
    ": ; and but because where then since so when while after before although though until unless whereas if".split()
)
_CARRIED = frozenset("has had been will would is was can could does did not never also still no longer".split())
_HUMAN = frozenset(
    "refuse hope want wish fear regret promise swear deny admit confess marry apologise apologize resign smile weep sob"
    " laugh thank kiss hug bake teach sign dream retire insist joke blush".split()
)
"""Of the deeds, those that no thing or body near the person would do in such a clause."""


def things(tokens: Tokens, first: int, last: int, beside: frozenset[str] = frozenset()) -> bool:
    """Whether a singular noun for a thing stands in the range, other than behind `of` (the prefect of the region)."""
    for at in range(first, last):
        low = tokens.lows[at]
        kinds = classes(low) if tokens.kinds[at] == WORD and not tokens.capital(at) else ""
        thing = kinds[:1] == "N" and "s" not in kinds and gender_of_noun(low) is None and low not in _TIMES | beside
        if thing and tokens.lows[max(0, at - 2) : at] != ("of", "the"):
            return True
    return False


_SECRETS = frozenset("secret motto dream hobby passion regret mantra nickname idol favourite pride childhood".split())
"""What a sentence that goes on from a person names as hers: Its secret: a glass of wine a day."""


def _only_person(tokens: Tokens, place: Place, human_deed: bool = False) -> bool:
    """Whether nothing but the person can be meant: no thing before, here or in the sentence before it."""
    if not human_deed and things(tokens, place.first, place.at):
        return False
    start = place.first
    if start > 1 and tokens.kinds[start - 1] != BREAK:
        start = tokens.sentence(start - 1, start)[0]
    return not any(low in human.COLLECTIVE for low in tokens.lows[start : place.at])


def has(tokens: Tokens, place: Place, noun: str) -> bool:
    """Whether a clause behind that of the person speaks of what only a person has: …, and its new club."""
    if place.at == place.first and noun in _SECRETS:
        return _nothing_but(tokens, place, _SITES)
    if place.at + 2 < place.last and classes(noun)[:1] == "J":
        noun = tokens.lows[place.at + 2]
    joins = {"and", ";", ":", "but"} & set(tokens.lows[place.first : place.at])
    return bool(joins) and noun in deeds.DISTINCT and _only_person(tokens, place, noun in deeds.ATTENDANTS)


def does(tokens: Tokens, place: Place) -> bool:
    """Whether a clause behind that of the person says what only a person does: …: it had four patients waiting."""
    lows, at = tokens.lows, place.at
    if at == place.first:
        return _opens(tokens, place)
    if lows[at - 1] == "that" and lows[at - 2] in _SAID and not things(tokens, place.first, at):
        follows = verb_behind(tokens, place, _CARRIED)
        if follows < place.last and any(lemma in _SENSES for lemma, _ in verb_readings(lows[follows])):
            return True
    told = lows[at - 1] in en.REPORTING_FINITE or (lows[at - 1] == "that" and lows[at - 2] in en.REPORTING_FINITE)
    if not told and lows[at - 1] not in _JOINS and lows[at - 2 : at] != (",", "then"):
        return False
    follows = verb_behind(tokens, place, _CARRIED)
    if follows >= place.last:
        return False
    verb = lows[follows]
    behind = lows[follows + 1 : follows + 6]
    if verb in deeds.MOODS and {"is", "was", "been"} & set(lows[at + 1 : follows]):
        return True
    if verb == "known" and " ".join(behind[:3]).startswith(("to police", "to justice", "to the police", "to the cour")):
        return True  # it was already known to the police
    if verb.isdigit() and behind[:2] == ("years", "old"):
        return not _animal(tokens, place) and _only_person(tokens, place)
    lemmas = {lemma for lemma, tag in verb_readings(verb) if tag in ("third", "past", "base", "participle", "gerund")}
    if lemmas & {"have", "lose", "break"} or lows[follows - 1] in ("has", "had"):
        held = behind if lemmas & {"have", "lose", "break"} else lows[follows : follows + 5]
        if any(low in deeds.POSSESSED for low in held):
            return True
    if "lose" in lemmas and behind[:2] == ("control", "of"):
        return not _animal(tokens, place)
    if "get" in lemmas and behind[:1] == ("up",):
        return not _animal(tokens, place)
    if lemmas & {"undergo", "need", "have"} and {"surgery", "operation"} & set(behind):
        return True
    passive = {"is", "was", "been"} & set(lows[at + 1 : follows]) and not verb.endswith("ing")
    return (
        bool(lemmas & deeds.DEEDS)
        and not passive
        and not _animal(tokens, place)
        and _only_person(tokens, place, lemmas & _HUMAN != set())
    )


_SAID = frozenset("said says claimed claims told explained explains admitted admits denied denies".split())
_SENSES = frozenset("see hear notice recognise recognize remember know want brake drink sleep panic act intend".split())
_OF_AN_EVENT = frozenset("teach promise want hope bake dream insist".split())
"""Of the human deeds, those that a sentence may tell of what has happened: It promises to be long."""


def _opens(tokens: Tokens, place: Place) -> bool:
    """Whether a sentence begins with what only a person does: It denies the facts; It was known to the police."""
    follows = verb_behind(tokens, place, _CARRIED)
    if follows + 1 >= place.last:
        return False
    lows = tokens.lows
    known = lows[follows : follows + 2] == ("known", "to") and {"police", "justice", "courts"} & set(
        lows[follows + 2 : follows + 4]
    )
    job = lows[follows] == "been" and {"job", "trade", "profession", "craft"} & set(lows[follows : follows + 4])
    lemmas = {lemma for lemma, tag in verb_readings(lows[follows]) if tag != "gerund"}
    human_deed = lemmas & (_HUMAN - _OF_AN_EVENT) and lows[follows - 1] not in ("was", "is")
    return bool(known or human_deed or job) and _nothing_but(tokens, place, _SITES | deeds.HELD)


def verb_behind(tokens: Tokens, place: Place, carried: frozenset[str]) -> int:
    """The token behind a pronoun, its auxiliaries (`carried`) and adverbs; `place.last` where the sentence ends."""
    at = place.at + 1
    while at < place.last and (tokens.lows[at] in carried or classes(tokens.lows[at]) == "R"):
        at += 1
    return at


def _animal(tokens: Tokens, place: Place) -> bool:
    return any(low in BREEDING for low in tokens.lows[place.first : place.at])


_BEEN = frozenset("has had was is will be been being also already never since then once immediately".split())
_SITES = frozenset("police court hospital school university prison village town city station".split())
"""What stands beside somebody who is arrested or nursed, and is neither."""
_ILL = frozenset("stable critical serious worrying improving unknown threatened satisfactory not no".split())


def undergoes(tokens: Tokens, place: Place) -> bool:
    """Whether `it` has been what only a person is: that it had been followed, : it was arrested in 2019."""
    lows, at = tokens.lows, place.at
    leads = at == place.first or lows[at - 1] in _JOINS | {"that"}
    follows = at + 1
    while follows < place.last and lows[follows] in _BEEN:
        follows += 1
    if (
        not leads
        or follows >= place.last
        or follows == at + 1
        or not {"was", "is", "been", "be"} & set(lows[at:follows])
    ):
        return False
    lemmas = {lemma for lemma, tag in verb_readings(lows[follows]) if tag == "participle"}
    if lemmas & {"place", "put", "take", "remand", "keep"} and deeds.HELD & set(lows[follows + 1 : follows + 5]):
        return _nothing_but(tokens, place, _SITES)  # it was placed in custody
    if lows[follows + 1 : follows + 2] == ("by",):
        lemmas.discard("follow")  # it was followed by a party
    return bool(lemmas & deeds.UNDERGONE) and _nothing_but(tokens, place, _SITES)


def lives(tokens: Tokens, place: Place) -> bool:
    """Whether a sentence begins with what a person does: It lives in Toulouse with her two sons."""
    follows = verb_behind(tokens, place, frozenset(("has", "had", "was", "is", "now", "also", "still")))
    if place.at != place.first or follows + 1 >= place.last:
        return False
    tags = {(lemma, tag) for lemma, tag in verb_readings(tokens.lows[follows]) if lemma in deeds.LIVED}
    lost = {"control", "consciousness", "balance"} & set(tokens.lows[follows + 1 : follows + 3])
    tags = {one for one in tags if one[0] != "lose" or lost}
    aged = rx(r"\b\d{1,3} years old\.?\s*$").search(tokens.text, 0, place.span.start) is not None
    own = bool(lost) or aged or any(low in ("her", "his") for low in tokens.lows[follows : place.last])
    learnt = any(lemma in ("study", "graduate") for lemma, _ in tags)
    settled = (learnt or tokens.lows[follows + 1] in ("in", "up")) and not any(lemma == "work" for lemma, _ in tags)
    return bool(tags) and (own or settled) and _nothing_but(tokens, place, _SITES)


def ails(tokens: Tokens, place: Place, noun: str) -> bool:
    """Whether what is told is how somebody fares: …, was taken to hospital; its condition is stable."""
    said = tokens.lows[place.at + 2 : place.at + 5]
    stands = bool(said) and said[0] in ("is", "was", "are", "were", "remains", "remained")
    return stands and noun in deeds.HEALTH and bool(_ILL & set(said)) and _nothing_but(tokens, place, _SITES)


def suffers(tokens: Tokens, place: Place) -> bool:
    """Whether what is told is what somebody suffers from: cancelled the concert because it has a sore throat."""
    lows, at = tokens.lows, place.at
    said = lows[at + 2 : min(at + 7, place.last)]
    hurts = [number for number, low in enumerate(said) if low in deeds.HURT]
    has_it = (
        lows[at + 1 : at + 2] and lows[at + 1] in ("has", "had") and hurts and deeds.HURTING & set(said[: hurts[0]])
    )
    return bool(has_it) and _nothing_but(tokens, place, _SITES)


def _nothing_but(tokens: Tokens, place: Place, beside: frozenset[str]) -> bool:
    """Whether neither the sentence so far nor, where it has just begun, the one before it speaks of any thing."""
    start = place.first
    if place.at - start <= 1 and start > 1 and tokens.kinds[start - 1] != BREAK:
        start = tokens.sentence(start - 1, start)[0]
    for at in range(start, place.at):
        low = tokens.lows[at]
        kinds = classes(low) if tokens.kinds[at] == WORD and not tokens.capital(at) else ""
        thing = kinds[:1] == "N" and "s" not in kinds and gender_of_noun(low) is None
        if (thing and low not in _TIMES | beside) or low in human.COLLECTIVE - beside or low in BREEDING - beside:
            return False
    return True


def bodies(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a body of people that may be `it` stands in the range; a place where somebody is taken does not count."""
    return any(tokens.lows[at] in human.COLLECTIVE - _SITES for at in range(first, last))


def described(tokens: Tokens, place: Place) -> bool:
    """Whether the sentence opens with a person and says who that is: the bishop, who is 80; the notary, aged 66."""
    comma = next((at for at in range(place.first, place.at) if tokens.lows[at] == ","), -1)
    after = tokens.lows[comma + 1] if comma >= 0 else ""
    if after in ("a", "an") and any(gender_of_noun(low) for low in tokens.lows[comma + 2 : comma + 6]):
        return True
    return after in ("who", "aged") or (after.isdigit() and tokens.lows[comma + 2] == "," and len(after) == 2)


def named_subject(tokens: Tokens, place: Place) -> bool:
    """Whether the sentence so far is what a person is, the name, and a verb: Goalkeeper Marco Belli extended its."""
    at = place.first + (tokens.lows[place.first] == "the")
    if gender_of_noun(tokens.lows[at]) is None:
        return False
    first = at = at + 1
    while at < place.at and is_name(tokens, at):
        at += 1
    while at < place.at - 1 and tokens.lows[at] in ("has", "had", "will", "would", "also", "just", "recently"):
        at += 1
    forms = {tag for _, tag in verb_readings(tokens.lows[at])}
    return at - first > 1 and at == place.at - 1 and bool(forms & {"past", "third", "participle", "base"})


def judges(tokens: Tokens, place: Place) -> bool:
    """Whether `it` is the subject of a relative clause that says what somebody thinks: a tower that it considers."""
    lows, at = tokens.lows, place.at
    judged = {lemma for lemma, tag in verb_readings(lows[at + 1]) if tag in ("third", "past")} & deeds.JUDGING
    head = next((n for n in range(at - 2, place.first, -1) if lows[n] in en.DETERMINERS), place.first)
    noun = classes(lows[at - 2])[:1] == "N" and lows[at - 2] not in en.REPORTING_FINITE and at - head < 6
    return bool(judged) and noun and not things(tokens, place.first, head)


_FIRMS = frozenset(
    "builder brewer publisher printer developer designer broker cleaner pilot courier potter decorator contractor"
    " consultant trainer builder porter banker trader".split()
)
"""Trades that are names of firms and machines as well."""


def alone(tokens: Tokens, place: Place) -> bool:
    """Whether the text so far has nobody and nothing but the subject: The pope has cancelled its visit."""
    at = place.at
    if at - place.first > 6 or tokens.lows[place.first] not in ("the", "a", "an"):
        return False
    if "past" not in (kinds := {tag for _, tag in verb_readings(tokens.lows[at - 1])}) and "third" not in kinds:
        return False
    words = tokens.lows[place.first + 1 : at - 1]
    people = [
        low
        for low in words
        if gender_of_noun(low) or low in TRADES - _FIRMS or (low[-3:] == "ist" and gender_of_noun(low) == "")
    ]
    others = [low for low in words if low not in people and classes(low)[:1] == "N"]
    return len(people) == 1 and not others and rx(r"\s*").match(tokens.text).end() == tokens.starts[place.first]  # type: ignore[union-attr]
