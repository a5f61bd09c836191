from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.antecedents import Place, places
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import base_phrase
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import en, human
from mtcheck.lang.lands import LANDS
from mtcheck.rules import SUGGEST, rule

_THINGS = human.COLLECTIVE | frozenset(
    "factory plant house building bridge road street motorway tunnel square castle tower station airport port harbour"
    " line train bus tram car lorry truck van plane aircraft helicopter rocket satellite law bill decree measure reform"
    " tax plan project text treaty agreement contract budget decision ruling verdict strike crisis disease virus"
    " epidemic storm wave fire flood river lake mountain glacier tree forest field garden park statue painting"
    " book film"
    " series song album exhibition festival match race season tournament competition shop restaurant hotel bakery"
    " supermarket farm mill mine quarry dam pool stadium monument chapel cathedral town-hall library cinema market"
    " programme program show machine engine device application app site platform vaccine medicine product dish cheese"
    " wine recipe story idea question problem operation investigation inquiry trial hearing meeting summit election"
    " campaign vote poll study survey report letter document petition drought heatwave pandemic war conflict truce"
    " ceasefire currency economy price rent debt deficit landfill warehouse workshop clinic nursery hospice lighthouse"
    " roof wall door window clock bell organ orchestra choir quarry valley coast beach cliff cave earthquake eruption"
    " volcano comet telescope asteroid network motorway roundabout crossing canal lock dyke bonus allowance scheme"
    " subsidy loan stock vessel-monitoring lawsuit complaint appeal".split()
) - frozenset("couple family band crew staff police squad".split())
"""What is `it` in English. Ships, which sailors call she, are left out."""
_OFFICES = frozenset(
    [("town", "hall"), ("city", "hall"), ("the", "senate"), ("the", "prefecture"), ("the", "ministry")]
)
_ENDINGS = ("tion", "ment", "ity", "ness", "ism", "ship", "ance", "ence", "ency", "ancy")
_COUNTRIES = frozenset(land.lower() for land in LANDS) | frozenset(
    "ukraine czechia lebanon jordan paris berlin rome madrid lisbon brussels moscow beijing washington london kyiv"
    " ankara tehran".split()
)
"""And the capitals that stand for their governments."""
_SUFFERED = frozenset(
    "sold built adopted closed opened reopened demolished restored founded created destroyed renovated listed"
    " inaugurated published approved rejected signed passed postponed cancelled canceled held located flooded damaged"
    " translated broadcast shown launched organised organized financed funded repealed suspended extended rebuilt"
    " designed owned managed bought introduced amended validated promulgated implemented enlarged modernised installed"
    " planned screened recorded exhibited acquired merged privatised nationalised printed discovered"
    " contested challenged overturned upheld applied presented delivered completed finished scheduled abandoned".split()
)
"""What is done to things: `she was sold`; nobody sells the headmistress."""
_DOES = frozenset(
    "reopen open close cost enter come measure last include apply date contain house weigh employ seat stretch provide"
    " cover overlook belong produce link connect cross cause kill sweep destroy affect spread flow concern aim allow"
    " shut close sell buy build sign launch acquire invest recruit hire publish file appeal sue raise lower merge"
    " suspend"
    " cancel withdraw hit crash stop overturn explode collapse derail land skid burn roll run catch cut vote organise"
    " organize open extend expand generate manufacture export import host offer".split()
)
"""What things and firms do and people seldom."""
_MEASURED = frozenset(
    "bedrooms rooms floors storeys seats pages employees members inhabitants beds windows branches shops classrooms"
    " stages chapters episodes metres meters kilometres hectares arches wagons carriages wheels engines pupils".split()
)
_OWNED = frozenset(
    "report budget results headquarters factory factories employees staff customers members borders border farmers"
    " citizens army economy currency parliament embassy fleet turnover profits shares capital strategy website"
    " activities doors programme rules opinion stores shops premises accounts statutes territory population troops"
    " nuclear exports imports industry hospitals schools prisons roads coast sovereignty independence allies neighbours"
    " network services prices rates production workers workforce subsidiary subsidiaries offices branches readers"
    " subscribers passengers flights trains collections museum exhibition visitors ticket tickets president director"
    " board brand products range menu terrace kitchen facade façade walls roof windows bells tower calm anniversary"
    " edition success captain stadium figures accounts shareholders mayor inhabitants residents streets heritage"
    " objective objectives purpose missions mandate effects consequences scope content recommendations conclusions flow"
    " banks peak summit slopes course trajectory spectators readership audience squad ranking credibility".split()
)
_LINKS = frozenset(["before", "when", "after", "because", "since", "until", "while", "if", "that", "whether", ":", ";"])
_QUALITIES = frozenset(
    "unclear unconstitutional obsolete illegal ineffective costly profitable dilapidated vacant polluted contagious"
    " deadly unfinished lethal navigable drinkable unprofitable bankrupt uninhabitable derelict overcrowded".split()
)
"""What a thing or a body is, and nobody."""


@rule(
    "person-for-thing",
    safety=SUGGEST,
    triggers=("he ", "He ", "his ", "her "),
    bad=[
        "The factory employs 300 people. [[She->It]] was sold twice in five years.",
        "The company announced that [[he->it]] would close the site.",
        "Switzerland wants to keep [[her->its]] border posts open.",
        "The commission published [[his->its]] report on Friday.",
        "The law is contested because [[she->it]] is unconstitutional. The virus is back: [[he->it]] kills one in ten.",
        "The festival will celebrate [[his->its]] tenth edition. The town hall says that [[she->it]] will appeal.",
        "The car left the road before [[she->it]] hit a tree.",
    ],
    good=[
        "The ship left Brest. She sank in the bay.",
        "The factory closed. He died in May. The court heard her on Friday.",
        "The trial opens on Monday. He faces twenty years. The court said that he would be released.",
        "The court upheld his conviction. The club released him.",
        "Lucas Petit plays for the club. The club announced that he would leave.",
        "The captain is tired. The company announced that he would rest.",
        "“The law is good. She will pass,” he said.",
        "Her report on the tanneries was broadcast in May.",
    ],
)
def person_for_thing(view: View) -> Iterator[Hit]:
    """He, she, his or her for a thing, a firm or a country: “The factory … She was sold twice”.

    French gives every noun a gender. Reported only where the text has named nobody before whom the pronoun could
    mean, and the subject before it is a thing; ships and animals, which English does call she, are left alone.
    """
    tokens = tokens_of(view.text)
    wanted = tuple(places(view, ("he", "she", "his", "her")))
    everybody = view.people.between(0, len(view.text)) if wanted else ()
    first = next((span.start for span, who in everybody if who.name.lower() not in _COUNTRIES), len(view.text))
    for place in wanted:
        if first < place.span.start:
            break
        if place.low in ("his", "her"):
            right = "its" if _owns(tokens, place) else ""
        else:
            right = "it" if _leads(tokens, place) or _reported(tokens, place) else ""
        if right:
            put = right.capitalize() if view.text[place.span.start].isupper() else right
            yield Hit(place.span, "what it stands for is a thing", (put,), 0.7)


def _thing(tokens: Tokens, first: int, countries: bool = False) -> int | None:
    """After the subject at token `first`, when that is a thing: the old factory, the commission, France."""
    while first < len(tokens) and tokens.kinds[first] != WORD:
        first += 1
    if first >= len(tokens):
        return None
    if tokens.lows[first] in _COUNTRIES and tokens.capital(first):
        return first + 1 if countries else None
    if tokens.lows[first] not in en.DETERMINERS:
        return None
    end = base_phrase(tokens, first)
    if end is None or end - first > 5:
        return None
    for at in range(first + 1, end):  # `the factory employs`: the phrase may run over a verb that can be a noun
        low = tokens.lows[at]
        known = (
            low in _THINGS
            or tokens.lows[at - 1 : at + 1] in _OFFICES
            or (low.endswith(_ENDINGS) and classes(low)[:1] == "N")
        )
        if known and (at == end - 1 or any(tag in ("third", "past") for _, tag in verb_readings(tokens.lows[at + 1]))):
            return at + 1
    return None


def _leads(tokens: Tokens, place: Place) -> bool:
    """`The factory employs 300 people. She was sold twice.`"""
    if place.at - place.first > 1 or place.first < 3:
        return False
    back = tokens.sentence(place.first - 1, place.first)[0]
    return _thing(tokens, back) is not None and _thinglike(tokens, place)


def _reported(tokens: Tokens, place: Place) -> bool:
    """`The company announced that he would close the site`; `the car left the road before she hit a tree`."""
    if place.at - place.first < 3 or tokens.lows[place.at - 1] not in _LINKS:
        return False
    return _thing(tokens, place.first) is not None and _thinglike(tokens, place)


def _thinglike(tokens: Tokens, place: Place) -> bool:
    """Whether what the pronoun does, or what is done to it, fits a thing and hardly a person."""
    lows, last = tokens.lows, place.last
    if {"him", "himself", "herself"} & set(lows[place.at : last]):
        return False
    at = place.at + 1
    being = having = False
    while at < last and at < place.at + 6:
        low = lows[at]
        if low in ("is", "was", "be", "been", "being"):
            being = True
        elif low in ("has", "had"):
            having = True
        elif "M" not in classes(low) and classes(low)[:1] != "R" and low not in ("have", "to", "not"):
            break
        at += 1
    if at >= last:
        return False
    if being:
        return lows[at] in _SUFFERED | _QUALITIES
    if having and (lows[at][:1].isdigit() or classes(lows[at])[:1] == "U"):
        return bool(_MEASURED & set(lows[at : at + 3]))
    return bool({lemma for lemma, _ in verb_readings(lows[at])} & _DOES)


def _owns(tokens: Tokens, place: Place) -> bool:
    """`France will defend her farmers`; `The commission published his report`."""
    after = tokens.lows[place.at + 1] if place.at + 1 < place.last else ""
    country = _thing(tokens, place.first, countries=True)
    following = tokens.lows[place.at + 2] if place.at + 2 < place.last else ""
    if country is None or not 0 <= place.at - country <= 6 or not ("N" in classes(after) or following in _OWNED):
        return False
    if any(
        tokens.lows[at] in en.SUBJECT_PRONOUNS or tokens.lows[at] in (",", "who") for at in range(country, place.at)
    ):
        return False
    if tokens.lows[country - 1] in _COUNTRIES:
        return True
    return after in _OWNED or following in _OWNED
