from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.fused import acts, breaks, parted
from mtcheck.analysis.fused_names import beside_names
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes, frequency, known
from mtcheck.analysis.regex import matches, rx, spelt
from mtcheck.analysis.view import View
from mtcheck.finding import Hit, Safety
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.lang.en import DETERMINERS, MONTHS, WEEKDAYS
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.lang.fused import LOANS, PLACES
from mtcheck.lang.lands import NATIONALITIES
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.rules.typography import OPENS
from mtcheck.text import Span

_BRANDS = frozenset(
    "LinkedIn YouTube FaceTime PayPal WordPress TikTok SnapChat WhatsApp MySpace OneDrive PlayStation".split()
)


_BEFORE, _AFTER = r"(?<![\w@#./’'-])", r"(?![\w@/’'-]|\.[a-z])"


@rule(
    "fused-words",
    safety=SAFE,
    bad=[
        "She asked for a second [[hearingand->hearing and]] a guarantee.",
        "[[TheEuropean->The European]] court met. He was fined [[forsix->for six]] offences.",
        "The gallery [[ownerbought->owner bought]] the drawing.",
        "They have [[threemonths->three months]] to move out, until March [[9at->9 at]] noon.",
        "The defender has been [[suspendedthe->suspended; the]] club will appeal.",
        "She had warned [[thatit->that it]] would rain.",
        "The study was published by [[theUniversity->the University]] of Ardoise.",
        "The owner of [[thecafé->the café]] told [[250people->250 people]] in [[Toulouseon->Toulouse on]] Monday.",
        "Two works by Camille [[Claudelhave->Claudel have]] gone. The head of the [[regionsaid->region said]] so.",
        "It has stood [[inthe->in the]] yard [[since2019->since 2019]].",
        "They kept the [[verdictsecret->verdict secret]] until noon.",
        "He won 21 [[seatsbut->seats but]] lost the capital.",
        "The ministry had [[earlierannounced->earlier announced]] a plan.",
        "The jury chose Éloïse [[Tanguyfor->Tanguy for]] her film and Luc [[Marchandwith->Marchand with]] his brother.",
        "[[Hewas->He was]] arrested. The Court of [[Cassationrejected->Cassation rejected]] the appeal.",
        "It will be read on [[Fridayin->Friday in]] the hall and in [[Januaryat->January at]] the latest.",
        "He signed the [[contracton->contract on]] Tuesday. The road is closed [[untilFriday->until Friday]].",
        "The strike of [[theCGT->the CGT]] begins tomorrow.",
        "The price of wheat has [[doubledgrowers->doubled; growers]] are holding on. He [[playsthree->plays three]]"
        " roles and was [[bornin->born in]] Tunis.",
        "They sing in [[Bretonand->Breton and]] Latin. The bus fell [[nearBayonne->near Bayonne]] on Sunday.",
    ],
    good=[
        "The iPhone, eBay, YouTube and McDonald’s shops were closed.",
        "Healthcare, policymaking and seafood matter, notwithstanding the weather.",
        "The inbuilt oftentimes thereafter whereabouts of the headland.",
        "The 10mins talk, the 64bits chip and 3rd place; London Bridge and a Parisian walk; Lyonnais and Romeo.",
        "Friedland and Poland; the Germanic tribes, the Swissair crash, the Latina vote and an overArcher.",
        "Beckwith the baker, Crawford the miller and Radford, from Penwith the last.",
        "LaTeX, GitHub and DeepMind were there. The andon cord stopped the line.",
        "A storebought cake, a sunlit the.",
        "Bornholm, a Whitlow and a Mitten; the newborns were brought in.",
        "A histone, a sackbut, a walkabout and the clause hereunder: withholders pay within a twelvemonth.",
    ],
)
def fused_words(view: View) -> Iterator[Hit]:
    """Two words that lost the space between them.

    It went at a tag: </strong>, </a>, </em>. A token is split only when it is no word itself, both parts
    are common words and one of them is a small word that joins clauses or opens a noun phrase; names in
    camel case are left alone.
    """
    text = view.text
    for word in sorted(view.words):
        split = parted(word)
        if split is not None and word in text:
            repair, sure = split
            for span in spelt(word, text, _BEFORE, _AFTER):
                if hit := _hit(text, span, repair, sure):
                    yield hit
    yield from _numbers(text)
    yield from _years(text)
    yield from _persons(text)
    for found in matches(r"(?<=[a-zà-ÿ]{2}[’']s)([a-z]{4,})(?![\w’'-])", text, ("’s", "'s")):
        if classes(found.group(1))[:1] in ("N", "J") and frequency(found.group(1)) > 4:
            yield Hit(Span(found.start(), found.start()), _MESSAGE, (" ",), 0.95)
    yield from _loans(view)
    for span, repair, beyond_doubt in beside_names(text):
        yield Hit(span, _MESSAGE, (repair,), 0.95 if beyond_doubt else 0.7, SAFE if beyond_doubt else SUGGEST)
    for found in rx(r"(?<![\w@#./’'-])([a-zé]{1,}|[A-Z][a-z]+)([A-Z][a-zà-ÿ]+)(?![\w@/]|\.[a-z])").finditer(text):
        left, right = found.groups()
        if found.group() in _BRANDS or not known(left.lower()):
            continue
        if left in _BEFORE_NAMES or (left in _BEFORE_DAYS and right in WEEKDAYS + MONTHS):
            yield Hit(Span(*found.span()), "two words are fused", (f"{left} {right}",), 0.96)
        elif left in _OPENING and (right.lower() in NATIONALITIES or right in WEEKDAYS + MONTHS or right in _AT_PLACES):
            yield Hit(Span(*found.span()), "two words are fused", (f"{left} {right}",), 0.95)
        elif left.islower() and len(left) > 3 and frequency(left) > 4:
            if known(right.lower()) and right.lower() in _SENTENCE_OPENERS:
                yield Hit(
                    Span(*found.span()), "two words are fused", (f"{left}. {right}", f"{left} {right}"), 0.7, SUGGEST
                )
            elif ("J" in classes(left) or "N" in classes(left)) and _titled(text, found.end()) is SAFE:
                yield Hit(
                    Span(*found.span()), "two words are fused", (f"{left} {right}",), 0.9, _titled(text, found.end())
                )
    for found in rx(r"(?<![\w@#./’'-])([Tt]he|of|by)([A-Z]{2,5})(?= [a-z]|[.,;:)])").finditer(text):
        yield Hit(Span(*found.span()), _MESSAGE, (" ".join(found.groups()),), 0.9, SUGGEST)
    for found in rx(rf"(?<![\w’'-])([A-ZÀ-Þ][a-zà-ÿ]{{3,}})({_CAPITALS})(?= [a-z]{{2,}})").finditer(text):
        if not known(found.group().lower()) and found.group() not in _BRANDS:
            yield Hit(Span(*found.span()), _MESSAGE, (". ".join(found.groups()),), 0.65, SUGGEST)
    for found in rx(r"(?<![\w’'-])([A-ZÀ-Þ][a-zà-ÿ]{3,})(has|was|will|had|and|who|said|the)(?= [a-z])").finditer(text):
        if not known(found.group().lower()) and _stands(found.group(1), text):
            yield Hit(Span(*found.span()), _MESSAGE, (" ".join(found.groups()),), 0.7, SUGGEST)
    begun = rf"{OPENS}(He|She|It|They|We)(was|were|is|are|has|had|will|would|said|did)(?= [a-z])"
    for found in rx(begun).finditer(text):
        if not known(found.group().lower()):
            yield Hit(Span(*found.span()), _MESSAGE, (" ".join(found.groups()),), 0.93)
    verbs = "rejected|confirmed|announced|decided|ruled|adopted|approved|refused|ordered|suspended|declared|denied|said"
    acted = rf"(?<=[a-z] )([A-ZÀ-Þ][a-zà-ÿ]{{3,}})({verbs})(?= (?:the|a|an|that|his|her|its|their|to)\b)"
    for found in rx(acted).finditer(text):
        yield Hit(Span(*found.span()), _MESSAGE, (" ".join(found.groups()),), 0.75, SUGGEST)
    named = (
        r"(?<![\w’'-])([A-ZÀ-Þ][a-zà-ÿ]{3,})(for|from|after|before|during|because|with(?= (?:the|a|an|his|her|its|their"
        r"|this|these|those|some|two|three)\b))(?= [a-z])"
    )
    for found in rx(named).finditer(text):
        if not known(found.group().lower()) and found.group() not in _IN_WITH:
            yield Hit(Span(*found.span()), "two words are fused", (" ".join(found.groups()),), 0.7, SUGGEST)


_BEFORE_NAMES = frozenset("the of and in by with at from that for to on".split())
_OPENING = frozenset("The In At On From For By To Of With And But Since Until After Before".split())
_AT_PLACES = frozenset(PLACES.split("|"))
_BEFORE_DAYS = frozenset("until since this last next every before after between early late".split())
_IN_WITH = frozenset("Beckwith Sopwith Skipwith Askwith Penwith".split())
"""Names that end so."""


def _hit(text: str, span: Span, repair: str, sure: bool) -> Hit | None:
    """The repair at one place: `has been suspendedthe club` begins a clause, `suspendedthe ban` has an object.

    Behind an article there is a noun, and no conjunction or preposition: a butin is a foreign word.
    """
    left, _, right = repair.partition(" ")
    ahead = text[max(span.start - 25, 0) : span.start]
    if classes(left)[:1] in ("C", "I", "P", "M") and rx(r"\b(?i:an?|the|his|her|its|their|this) $").search(ahead):
        return None
    if not sure and acts(left, right):
        follows = rx(r" ([a-z]+|\d)").match(text, span.end)
        if follows is None or not (follows[1] in DETERMINERS or follows[1] in _AFTER_VERB or follows[1].isdigit()):
            return None
    if not sure and breaks(left, right):
        ended = rx(
            r"\b(?:been|be|was|were|is|are|being|has|have|had|become|became) (?:[a-z]+ly |not |also |now )?$"
        ).search(ahead)
        goes = rx(r" (?:[a-z]+ly |no longer |now |also )?([a-z]+)").match(text, span.end)
        if classes(left)[:1] == "N":  # in a yearfamilies are: “a” wants no plural
            ended = rx(r"\b(?:an?|this|every|each) (?:[a-z]+ )?$").search(ahead)
        if ended is None or goes is None or not (goes[1] in AUXILIARIES or _plural_verb(goes[1])):
            return None
        return Hit(span, _MESSAGE, (f"{left}; {right}", f"{left}. {right.capitalize()}"), 0.7, SUGGEST)
    passive = rx(r"\b(?:been|be|was|were|is|are|being) (?:\w+ly )?$").search(ahead)
    participle = any(tag == "participle" for _, tag in verb_readings(left))
    if passive and participle and right in ("the", "his", "her", "they", "he", "she", "it", "this"):
        return Hit(span, _MESSAGE, (f"{left}; {right}", f"{left}. {right.capitalize()}"), 0.65, SUGGEST)
    return Hit(span, _MESSAGE, (repair,), 0.96 if sure else 0.6, SAFE if sure else SUGGEST)


def _plural_verb(word: str) -> bool:
    return classes(word)[:1] == "V" and any(tag in ("base", "past") for _, tag in verb_readings(word))


_AFTER_VERB = frozenset("him them himself herself themselves".split())


def _persons(text: str) -> Iterator[Hit]:
    """by Camille Claudelhave been moved: a name behind a name, and what a verb or a list goes on with."""
    pattern = (
        r"(?<![\w’'-])((?:[A-ZÀ-Þ][a-zà-ÿ]+[ -]){1,4}[A-ZÀ-Þ][a-zà-ÿ]{2,})"
        r"(has|have|had|was|were|will|who|said|says|told|would|also|announced|declared|explained|confirmed|became"
        r"|(?:(?<=[aeouyxz])|(?<=in)|(?<=on)|(?<=ot)|(?<=et)|(?<=ard))and)(?= ([A-Za-zÀ-ÿ]+))"
    )
    for found in rx(pattern).finditer(text):
        name, word, after = found.groups()
        last = found.group().replace("-", " ").rpartition(" ")[2]
        if not known(last.lower()) and not gender_of_first_name(last.lower()) and _goes_on(word, after):
            yield Hit(Span(*found.span()), _MESSAGE, (f"{name} {word}",), 0.85, SUGGEST)


def _goes_on(word: str, after: str) -> bool:
    """Whether `after` can follow the verb or the conjunction `word`: had gone, will come, and Marie."""
    tags = {tag for _, tag in verb_readings(after)}
    if word == "and":
        return after[0].isupper() or after in ("the", "his", "her", "their", "a", "an")
    if after in ("been", "not", "also", "already", "never", "always", "the", "a", "an", "his", "her", "to", "no", "be"):
        return True
    if word in ("has", "have", "had", "was", "were"):
        return bool(tags & {"participle", "gerund"}) or classes(after)[:1] in ("J", "R", "I")
    if word in ("will", "would"):
        return "base" in tags
    if word in ("who", "also"):
        return bool(tags & {"past", "third"}) or after in AUXILIARIES
    return (
        after in ("on", "in", "at", "that", "he", "she", "they", "it", "him", "them", "us", "me") or after[0].isupper()
    )


def _stands(word: str, text: str) -> bool:
    """Whether `word` is a word of its own somewhere in the text."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not any(char.isalnum() or char == "_" for char in (text[at - 1 : at], text[end : end + 1])):
            return True
        at = text.find(word, end)
    return False


def _numbers(text: str) -> Iterator[Hit]:
    """March 9with a jury; In 2019the firm."""
    for found in rx(
        r"(?<![\w.,-])(\d{1,4})(with|the|and|at|to|of|for|on|from|by|after|before|when|who|but|in)(?= [A-Za-z])"
    ).finditer(text):
        number, word = found.groups()
        if word == "in" and not rx(r" (?:the|[A-Z])").match(text, found.end()):
            continue  # inches
        lead = rx(r"(?:^|[.!?”] |\n)(?:In|Since|By) $").search(text[max(found.start() - 8, 0) : found.start()])
        gap = ", " if lead and word in ("the", "but") and len(number) == 4 else " "
        yield Hit(Span(*found.span()), _MESSAGE, (number + gap + word,), 0.95)
    for found in rx(r"(?<![\w.,/#@-])(\d{1,4}|\d{1,3}(?:,\d{3})+)([a-z]{4,})(?![\w@/’'-]|\.[a-z])").finditer(text):
        number, word = found.groups()
        kinds = classes(word)
        plural = word == "people" or (kinds[:1] == "N" and "s" in kinds and word.endswith("s"))
        if plural and number != "1" and frequency(word) > 5 and word not in _UNITS:
            yield Hit(Span(*found.span()), _MESSAGE, (f"{number} {word}",), 0.95)


def _years(text: str) -> Iterator[Hit]:
    """since2019, in2021; January2020; of300 people."""
    pattern = rf"(?<![\w@#./’'-])([a-z]{{2,7}}|{'|'.join(MONTHS)})"
    pattern += r"((?:19|20)\d\d|\d{1,3}(?=,\d{3} [a-z]| [a-z]{3,}))(?![\w@/’'-]|\.\w)"
    for found in rx(pattern).finditer(text):
        word, number = found.groups()
        if word in MONTHS or (word in _BEFORE_NUMBERS and (len(number) == 4 or word != "in")):
            yield Hit(Span(*found.span()), _MESSAGE, (f"{word} {number}",), 0.95)


_BEFORE_NUMBERS = frozenset(
    "in since from until by of to and before after between than with for over nearly about".split()
)
_UNITS = frozenset("mins secs bits kilos gigs megs fps lbs cores bytes volts watts".split())
"""A hand may write these close to their number."""


def _loans(view: View) -> Iterator[Hit]:
    """thecafé, châteauand: words with accents, which no English dictionary lists."""
    for word in sorted(view.words):
        if word.isascii() or word in LOANS or len(word) < 6:
            continue
        for loan in LOANS:
            left, right = word[: -len(loan)], word[len(loan) :]
            if word.endswith(loan) and left in _SMALL:
                repair = f"{left} {loan}"
            elif word.startswith(loan) and right in _SMALL:
                repair = f"{loan} {right}"
            else:
                continue
            for span in spelt(word, view.text, _BEFORE, _AFTER):
                yield Hit(span, _MESSAGE, (repair,), 0.96)


_MESSAGE = "two words are fused"
_SMALL = frozenset("the a of at to in on by and for from with his her their this that was is has were".split())
_CAPITALS = "A|The|In|He|She|It|They|But|For|On|At|His|Her|This|According|After|Two|Three|An"
_SENTENCE_OPENERS = frozenset("the in he she it they we but and this on at after for when a an his her if for".split())


def _titled(text: str, at: int) -> Safety:
    """Safe where a further capital shows that a name begins: `weeklyLe Phare`."""
    return SAFE if rx(r" [A-Z]").match(text, at) else SUGGEST
