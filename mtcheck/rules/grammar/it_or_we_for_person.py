from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.antecedents import Place, places
from mtcheck.analysis.clients import ANIMALS, spoken_for
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.people import PRONOUNS, Person, inside
from mtcheck.analysis.personal import (
    BREEDING,
    ails,
    alone,
    bodies,
    described,
    does,
    has,
    judges,
    lives,
    named_subject,
    suffers,
    things,
    undergoes,
)
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import deeds, en, human
from mtcheck.lang.auxiliaries import MODALS
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_FORMS = {
    "it": {"f": "she", "m": "he"},
    "him": {"f": "her", "m": "him"},
    "its": {"f": "her", "m": "his"},
    "itself": {"f": "herself", "m": "himself"},
}


@rule(
    "it-or-we-for-person",
    safety=SUGGEST,
    triggers=("it", "It"),
    bad=[
        "Striker Marco Belli is not fully fit, but [[it->he]] is training.",
        "The prefect of the island, Elena Vidal, announced that [[it->she]] would visit the school.",
        "Senator Alain Brossard is counting on the young, whom [[it->he]] meets every Friday.",
        "The soprano has cancelled two recitals, but [[it->she]] will sing on Sunday.",
        "The fisherman has lost two nets since June. [[Its->His]] neighbour lent him another.",
        "The pope has cancelled [[its->his]] visit to the islands.",
        "The midwife sold [[its->her]] house and moved.",
        "Goalkeeper Paul Morel has extended [[its->his]] contract.",
        "The outgoing chairman fears his deputy, who hopes to beat [[it->him]] in June.",
        "Hugo Lanier said that [[its->his]] parents were waiting.",
        "The magistrate will present [[its->his]] report himself on Friday.",
        "The defendant said [[it->he]] was sorry and that he would pay.",
        "Elena Vidal hurt [[itself->herself]] on Tuesday.",
        "Winger Paul Sorel has a sore ankle, but [[it->he]] is training.",
        "The bishop, who is 80, will give up [[its->his]] car. The driver, a man of 52, was found in"
        " [[its->his]] garage.",
        "The pianist Elena Vidal knows that [[it->she]] will not play on Friday.",
        "Dentist Marco Belli had no lunch: [[it->he]] had five patients waiting.",
        "Winger Elena Vidal has signed, and [[its->her]] agent is happy.",
        "The arrested man is 22 years old; [[it->he]] was already known to the police.",
        "According to [[its->his]] lawyer, the fisherman will plead guilty.",
        "After [[its->his]] arrest, the fisherman confessed. [[Its->His]] wife says that Paul Morel knew.",
        "The suspect, a man of 34, was taken to hospital; [[its->his]] condition is stable.",
        "The woman told the officers that [[it->she]] had been followed.",
        "Elena Vidal is 29 years old. [[It->She]] lives in Metz with her two sons. The suspect was arrested."
        " [[It->He]] denies it. The midwife lost [[its->her]] keys and [[its->her]] bag.",
        "The novelist devotes [[its->his]] latest book to canals. The warden lives alone in [[its->his]] hut.",
        "The union leader did not hide [[its->his]] anger. [[Its->His]] lawyer says the accused will appeal.",
        "The novelist has published a book that [[it->she]] dedicates to her sister.",
        "Skipper Marco Belli was saved, but [[it->he]] refused to leave the wreck.",
        "Baritone Marco Belli has left the Ghent concerts because [[it->he]] has a strained vocal cord.",
    ],
    good=[
        "The minister said that the club knew it would train in June.",
        "The prefect announced that it would rain.",
        "Chairman Paul Morel doubled its profits. The Morel Bank sold its house. Paul Morel said its contract ends.",
        "The dog hurt itself and its mother barked. The company hurt itself.",
        "The mayor is confident, but it is too early to say.",
        "The midwife sold the house with its garden.",
        "The child lost its mother. The team manager defended its record.",
        "The bank is closed. The pope defended its record.",
        "Milan has sold its captain.",
        "The president of the bank said that it would recruit ten people.",
        "The pump broke, and it should return in May. The coach knows that the team is weak and that it will"
        " not play well.",
        "The bank, which is 80, will sell its house. The dog, who is 8, lost its shoes. The knee is sore, but"
        " it is healing.",
        "The minister, who is 50, likes the house with its garden.",
        "According to its lawyer, the firm will plead. According to its owner, the dog bites. The man sold the car; its"
        " condition is not serious.",
        "The bank was sold. Winger Marco Belli has signed, and its coach is happy. Marco Belli left the piano because"
        " it has a torn cord.",
        "The minister said the club did not hide its anger. Its lawyer says the company is ready.",
        "The publisher devotes its latest book to canals. The tiger lives alone in its cave.",
        "The bank sold a fund that it called risky. The publisher has a book that it considers important.",
        "The pianist Elena Vidal left the hall: it had no heating. The firm hired Marco Belli, but it refused to pay.",
    ],
)
def it_or_we_for_person(view: View) -> Iterator[Hit]:
    """It, its or itself for a person: Striker Marco Belli is not fit, but it is training.

    French il, elle, son and se serve for people and things. Reported only where the frame wants a person (its mother,
    it will sing, beat it) and no thing, animal, team or office that `it` could be stands in reach. `We` for French
    on is left to the idiom entries.
    """
    tokens = tokens_of(view.text)
    done: dict[int, Hit] = {}
    for place in places(view, ("it", "its", "itself")):
        first = next((at for at in range(place.at - 2, place.at - 5, -1) if at in done), -1)
        if place.low == "its" and first >= 0 and tokens.lows[place.at - 1] == "and":  # lost its keys and its phone
            yield done[first]._replace(span=place.span)
            continue
        wanted = _wanted(tokens, place)
        person = (_person(view, tokens, place) if wanted else None) or spoken_for(view, tokens, place)
        if person is None:
            continue
        gender = person.gender or _his_gender(tokens, place)
        genders = gender or "mf"
        repairs = [_FORMS[wanted or place.low][one] for one in genders]
        if view.text[place.span.start].isupper():
            repairs = [word.capitalize() for word in repairs]
        if place.low == "it" and len(genders) == 1:  # It drives its car
            for at in range(place.at + 1, place.last):
                same = tokens.lows[at] == "its" and not inside(tokens.starts[at], view.quoted)
                if same and (place.at == place.first or not things(tokens, place.at + 1, at, deeds.CONTROL)):
                    span = Span(tokens.starts[at], tokens.ends[at])
                    yield Hit(span, f"{person.name} is a person", (_FORMS["its"][genders],), 0.7, SUGGEST)
        done[place.at] = Hit(
            place.span, f"{person.name} is a person", tuple(dict.fromkeys(repairs)), 0.8 if gender else 0.6, SUGGEST
        )
        yield done[place.at]


_FIRMS = frozenset("publisher builder brewer distiller insurer broker trader hotelier caterer courier".split())


def _person(view: View, tokens: Tokens, place: Place) -> Person | None:
    """The person who is the subject before `place`, where nothing else that `it` could be is in reach."""
    start = place.first
    alone = place.at - place.first <= 1
    if alone and start > 1:
        start = tokens.sentence(start - 1, start)[0]
    mentions = view.people.between(tokens.starts[start], place.span.start)
    if not mentions or (alone and len({id(person) for _, person in mentions}) > 1):
        return None
    person = mentions[0][1]
    if person.name in ANIMALS | _FIRMS or person.name in human.COLLECTIVE or inside(mentions[0][0].start, view.quoted):
        return None
    if mentions[0][0].start - tokens.starts[start] > 40 or not (
        (" " in person.name and (person.certain or _occupied(tokens, mentions[0][0].start, person.name)))
        if person.named
        else _single(tokens, mentions[0][0].start)
    ):
        return None
    others = {id(other) for _, other in mentions} - {id(person)}
    if others and tokens.lows[place.at - 1 : place.at] != ("beat",) and place.low != "it":
        return None
    if undergoes(tokens, place) or ails(tokens, place, tokens.lows[place.at + 1]) or suffers(tokens, place):
        return None if bodies(tokens, start, place.at) else person
    many = (
        at
        for at in range(start, place.at)
        if tokens.lows[at] in human.COLLECTIVE and gender_of_noun(tokens.lows[at + 1]) is None  # the union leader
    )
    own = place.low == "its" and deeds.HIS_ALONE & set(tokens.lows[place.at + 1 : place.at + 3])
    if any(not (own or tokens.lows[at] in _LAND) or "of" not in tokens.lows[max(0, at - 2) : at] for at in many):
        return None  # of `the prefect of the region` only the prefect acts
    return None if _other_names(view, tokens, start, place.at) else person


def _occupied(tokens: Tokens, offset: int, name: str) -> bool:
    """Whether a first name of both genders, or an occupation before the name at `offset`, shows that it is a person."""
    at = bisect_left(tokens.starts, offset)
    return gender_of_first_name(name.split()[0].lower()) == "?" or gender_of_noun(tokens.lows[at - 1]) is not None


def _single(tokens: Tokens, offset: int) -> bool:
    """Whether a determiner shows that the noun at `offset` is a person spoken of, not a heading."""
    at = next(number for number, begin in enumerate(tokens.starts) if begin == offset)
    return any(low in en.DETERMINERS for low in tokens.lows[max(0, at - 4) : at])


def _other_names(view: View, tokens: Tokens, first: int, last: int) -> bool:
    """Whether a capitalised word that is nobody's name stands between: a team, a country."""
    return any(
        tokens.kinds[at] == WORD
        and tokens.capital(at)
        and not tokens.starts_sentence(at)
        and tokens.surface(at) not in en.MONTHS + en.WEEKDAYS
        and view.people.at(tokens.starts[at]) is None
        and tokens.lows[at] not in human.TITLES
        and tokens.lows[at - 1] not in ("in", "at", "from", "near", "prime")
        for at in range(first, last)
    )


_LAND = frozenset("region city town village country state province kingdom republic community".split())


def _wanted(tokens: Tokens, place: Place) -> str:
    """Which pronoun the frame of `place` wants for a person: it (subject), him, its, itself, or ''."""
    lows, at = tokens.lows, place.at
    after = lows[at + 1] if at + 1 < place.last else ""
    before = lows[at - 1] if at else ""
    if any(low in ("himself", "herself") for low in lows[at + 1 : min(at + 9, place.last)]) and not (
        {"he", "she", "who"} & set(lows[at + 1 : min(at + 9, place.last)])
    ):
        return place.low if place.low != "itself" and after not in ("'s", "is", "was", "remains") else ""
    if place.low == "itself":
        reflexive = at - place.first <= 8 and tokens.kinds[at - 1] == WORD and classes(before)[:1] == "V"
        return "itself" if reflexive and not things(tokens, place.first, at - 1) else ""
    if place.low == "its":
        kin = any(lows[n] == "its" and lows[n + 1] in deeds.FAMILY for n in range(at + 2, place.last - 1))
        if kin or after in deeds.OF_ANIMALS:
            return "its" if kin else ""  # in its bathroom and called its daughter
        if classes(after)[:1] in ("J", "U") and after not in deeds.KIN and at + 2 < place.last:
            after = lows[at + 2]  # its second child, its left knee
        if after in deeds.HIS_ALONE and not any(low in BREEDING - human.COLLECTIVE for low in lows[place.first : at]):
            return "its"
        if after in deeds.KIN and not things(tokens, place.first, at, deeds.TREATED):
            return "its"
        if after in deeds.FAMILY and not any(low in BREEDING for low in lows[place.first : at]):
            return "its"  # a book, a bill or a house has no mother
        if after in deeds.OWN and described(tokens, place) and not things(tokens, place.first, at - 1):
            return "its"
        if after in deeds.OWN | deeds.WORKING | deeds.DISTINCT - deeds.SHARED and named_subject(tokens, place):
            return "its"
        if before == "in" and after in deeds.DWELLINGS and deeds.DWELLS & set(lows[place.first : at]):
            return "its"
        if before in deeds.SHOWING and after in deeds.FEELINGS:
            return "its" if not things(tokens, place.first, at - 1, human.COLLECTIVE) else ""
        if before in deeds.POSSESSING and not things(tokens, place.first, at - 1):
            return "its"
        return "its" if alone(tokens, place) or has(tokens, place, after) or ails(tokens, place, after) else ""
    if (
        before in deeds.PERSONAL_OBJECT
        and lows[max(0, at - 5) : at].count("who")
        and not things(tokens, place.first, at - 1)
    ):
        return "him"
    return "it" if any(told(tokens, place) for told in (_acts, does, undergoes, lives, suffers)) else ""


_MODALS = MODALS | frozenset("is was has had wants hopes".split())


def _acts(tokens: Tokens, place: Place) -> bool:
    """Whether `it` does what only a person does here: announced that it would visit; but it is training."""
    lows, at = tokens.lows, place.at
    if lows[at - 1 : at] == ("whom",) and at + 1 < place.last:  # young voters, whom it meets
        return any(tag in ("third", "past") for _, tag in verb_readings(lows[at + 1]))
    if lows[at - 1] in ("that", "which") and at > 2 and judges(tokens, place):
        return True
    modal = lows[at + 1 : at + 2] and lows[at + 1] in _MODALS
    follows = at + 3 if lows[at + 2 : at + 3] in (("not",), ("never",), ("also",), ("soon",)) else at + 2
    verb = lows[follows] if follows < place.last else ""
    lemmas = {lemma for lemma, _ in verb_readings(verb)} | {verb}
    if lows[at + 1] in ("is", "was") and (lows[at - 1] == "that" or lows[at - 1] in en.REPORTING_FINITE):
        very = lows[at + 2 : at + 3] in (
            ("very",),
            ("not",),
            ("also",),
            ("so",),
            ("really",),
            ("already",),
            ("extremely",),
        )
        if verb in deeds.MOODS or (very and lows[at + 3 : at + 4] and lows[at + 3] in deeds.MOODS):
            return True
    treated = lemmas & {"have", "undergo", "need"} and {"surgery", "operation"} & set(lows[at + 3 : at + 6])
    if not modal or not (lemmas & deeds.PERSONAL_VERBS or treated):
        return False
    before = lows[at - 1] if at else ""
    leads = at == place.first or before in ("that", "but", "and", ",", ";")
    return leads and not things(
        tokens, place.first, at, deeds.AILING | deeds.TRIALS if lemmas & deeds.PERSONAL_VERBS else frozenset()
    )


def _his_gender(tokens: Tokens, place: Place) -> str:
    """The gender that the other pronouns of the sentence agree on."""
    found = {PRONOUNS[low] for low in tokens.lows[place.first : place.last] if low in PRONOUNS}
    return found.pop() if len(found) == 1 else ""
