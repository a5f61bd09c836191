from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from mtcheck.analysis.clauses import has_clause, hungry
from mtcheck.analysis.cut_names import OFFICE, names_cut, relatives_cut
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes, known
from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import DETERMINERS, MONTHS, PREPOSITIONS, WEEKDAYS
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.lang.en import ABBREVIATIONS
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_CUT = ABBREVIATIONS | frozenset(
    "bros dept assn intl blvd gov figs chap sec tel ext misc orig temp var viz ibid cont eds trans repr univ"
    " inst inc corp yahoo dot com org net min max avg std obs resp incl excl nos pop cap ser vers".split()
)
_JOINS = PREPOSITIONS | frozenset(
    "to and or than off near who which whose whom onto upon per like until till"
    " throughout above below beyond except toward including concerning regarding according".split()
)
_POSSESSIVES = frozenset("his her its their our my your".split())
_STARTS = frozenset(
    "The A An He She It They We I You This That These Those His Her Its Their Our In On At But And For After Before"
    " When While There Nobody No Not If As With What Who Why How Where Yet So".split()
)
_MESSAGE = "a stop cuts the sentence where a link ended"


@rule(
    "split-sentence",
    safety=SUGGEST,
    triggers=(". ", ".\u00a0", ".,"),
    bad=[
        "The fee goes to the Ministry of Culture[[.->]] and Sport.",
        "She left the Ministry of Energy[[.->]] Transition. She directs the Museum of Fine[[.->]] Arts in Rennes.",
        "It was drawn up by the Agency for[[.->]] Biodiversity and the mayor of[[.->]] Rocheval.",
        "It opens at the Théâtre des[[.->]] Champs-Neufs. They plan a tour[[. W->, w]]hich will begin in May.",
        "The boat was found[[.->]] off the cape by two fishermen.",
        "Two hikers fell on Monday[[. ,->,]] on the north face.",
        "The singer cancelled the whole tour[[. A-> a]]fter an operation on her knee.",
        "He was silent when asked[[.->]] his age.",
        "She bought a house[[.->]] built in 1910 by a baker.",
        "The shop closes[[.->]] for a month. The owner is on holiday.",
        "He is the son of[[.->]] a fisherman and was elected in 2014[[. ,->,]] then in 2020.",
        "She gave up rowing after[[.->]] a bad fall. They sued the man[[.->]] who sold them the boat.",
        "It was paid for by firms such as [[“Zetacom”. ,->Zetacom,]] Omicrone and Kappatel.",
        "The town adopted the [[plan. local transport->local transport plan]] by nine votes to four.",
        "The Senate adopted the bill on[[.->]] immigration by 210 votes. The crew of the ferry[[.->]] were charged.",
        "The study, published in[[.->]] Nature Geology, took ten years.",
        "The court in Nantes[[. S-> s]]entenced the clerk to two years.",
        "It is visible to the naked eye[[.->]] until Sunday. The head of the[[.->]] museum left.",
        "It was adopted without a vote[[.]] pensions. The mayor has banned[[.->]] the carnival procession.",
    ],
    good=[
        "There will be fewer deliveries. on weekends",
        "The shop opens at 9 a.m. on weekdays, i.e. from Monday. Prof. of law; Corp. of London; vol. of essays.",
        "He said no. she left. The firm, Acme Inc. of Ohio, is closed, etc. and so on. Which will it be?",
        "The Ministry of Energy. The Transition was slow. Ministry of Defence. Paris.",
        "Go to example. com or write to us.",
        "It is all that he dreamt of. Marie agreed. What was it for. The agency he works for. Paul knew.",
        "yes. on my way. in the bus. with the dog. near home. and you.",
        "He left. in 2019 the club was sold.",
    ],
)
def split_sentence(view: View) -> Iterator[Hit]:
    """A full stop in the middle of a sentence: “fewer deliveries. on weekends”, “Ministry of Energy. Transition.”

    A lost hyperlink is taken for the end of a sentence. A small letter after a stop is joined where its words
    cannot be a sentence of their own (a preposition, a relative, a participle); a clause with a subject
    and verb, an abbreviation and texts written without capitals are left alone.
    """
    text = view.text
    tokens = tokens_of(text)
    cut = (
        r"\b(?:of|the|an?|from|with|by|and|his|their"
        r"|(?:to|about|after|during|without|despite|into|until)(?=\. (?:the|a|an|his|her|their|its|two|three)\b))(\.)"
        r"(?= (?!course\b)[a-z]+ )"
    )
    for found in rx(cut).finditer(text):
        if rx(r"[a-z]{2} $").search(text[: text.rfind(" ", 0, found.start(1)) + 1]):
            yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.85)
    # `the Agency for. Biodiversity`: no sentence ends in these, and the next one begins with another word than a name
    for found in rx(rf"\b(?:{OFFICE} (?:for|of|and)|([a-z]{{3,}}) of(?: the)?)(\.)(?= ([A-Z][\w’-]+))").finditer(text):
        if found.group(3) not in _STARTS and (found.group(1) is None or classes(found.group(1))[:1] == "N"):
            yield Hit(Span(*found.span(2)), _MESSAGE, ("",), 0.8)
    yield from _after_prepositions(tokens)
    yield from _subject_cut(tokens)
    for found in rx(r"(?<=, aged )\d{1,2}(\.)(?= (?:will|was|is|has|had|were|must|died|said|told)\b)").finditer(text):
        yield Hit(Span(*found.span(1)), _MESSAGE, (",",), 0.85)
    yield from _commas(text)
    yield from _fragments(tokens)
    yield from _clauses(view)
    for stop, confidence in names_cut(text):
        yield Hit(stop, "a stop cuts a name in two", ("",), confidence)
    yield from (Hit(stop, _MESSAGE, (joint,), 0.6) for stop, joint in relatives_cut(text))
    if view.source_language != "de":
        yield from _counted(text)  # the 13. centuries
    places = [
        found
        for found in rx(r"(?<![^\s“(])([^\W\d_][\w’'-]*[^\W_]|(?:19|20)\d\d)([”\"]?)(\.)[ \u00a0](?=[a-z])").near(
            r"\.[ \u00a0][a-z]", text
        )
        if len(found.group(1)) > 2 and found.group(1).lower() not in _CUT
    ]
    if len(places) > 3 and len(places) > 0.3 * len(rx(r"[.!?][”\"]?[ \n]+[“\"]?[A-Z]").findall(text)):
        return
    for found in places:
        if hit := _joined(tokens, found.start(), found.start(3), found.end()):
            yield hit


def _after_prepositions(tokens: Tokens) -> Iterator[Hit]:
    """adopted the bill on. immigration; published in. Nature Geoscience, drilled."""
    text = tokens.text
    for found in rx(r"\b([a-z]{3,}) (?:on|in|at|for|against|under|between)(\.)(?= ([a-z]{3,}))").finditer(text):
        if classes(found.group(1))[:1] != "N" or found.group(3) in _SUBJECTS:
            continue
        at = bisect_left(tokens.starts, found.start(3))
        last = tokens.sentence(at, at)[1]
        end = next((number for number in range(at, last) if tokens.lows[number] in ".;:!?…"), last)
        if not has_clause(tokens, at, end):
            yield Hit(Span(*found.span(2)), _MESSAGE, ("",), 0.8)
    shown = (
        r"\b(?:published|printed|born|based|held|shown|broadcast|located|arrested|appeared|recorded|filmed|educated|seen)"
        r" (?:in|on|at|by)(\.)(?= ([A-ZÀ-Þ][\w’-]+)(?: [A-ZÀ-Þ][\w’-]+)*(?:,| (?:in|on|at|and|by|for|before|after)\b))"
    )
    for found in rx(shown).finditer(text):
        if found.group(2) not in _STARTS:
            yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.75)


def _subject_cut(tokens: Tokens) -> Iterator[Hit]:
    """The court in Nantes. Sentenced the clerk to two years: a subject without a verb, a verb without a subject."""
    text = tokens.text
    pattern = (
        r"(?:(?<![^\n])|(?<=[.!?”] ))The [a-z]+(?: (?:of|in|at|for|from)(?: the)? [\w’-]+){0,2}"
        r"(\. ([A-Z][a-z]+ed|Was|Has|Had|Is|Will|Won|Lost|Said|Took|Made|Gave|Found))"
        r"(?= (?:the|a|an|his|her|its|their|two|three|that|not|been) )"
    )
    for found in rx(pattern).finditer(text):
        low = found.group(2).lower()
        first = bisect_left(tokens.starts, found.start())
        end = bisect_left(tokens.starts, found.start(1))
        if not has_clause(tokens, first + 1, end) and (
            low in AUXILIARIES or any(tag == "past" for _, tag in verb_readings(low))
        ):
            yield Hit(Span(*found.span(1)), _MESSAGE, (f" {low}",), 0.8)


_SUBJECTS = frozenset(
    "the this that these those there his her its our their my your you they she all some many".split()
)


def _fragments(tokens: Tokens) -> Iterator[Hit]:
    """cancelled the tour. After an operation on her knee. -> … the tour after an operation on her knee."""
    text = tokens.text
    for found in rx(_PHRASES).finditer(text):
        first = bisect_left(tokens.starts, found.start(1))
        end = bisect_left(tokens.starts, found.end() - 1)
        back = tokens.sentence(first - 2, first - 1)[0]
        if (
            first - back < 4
            or has_clause(tokens, first, end)
            or any(
                tag in ("past", "third") and "N" not in classes(tokens.lows[at])
                for at in range(first + 2, end)
                for _, tag in verb_readings(tokens.lows[at])
            )
        ):
            continue
        yield Hit(Span(found.start(), found.start(1) + 1), _MESSAGE, (f" {found.group(1)[0].lower()}",), 0.6)


_PHRASES = (
    r"(?<=[a-zà-ÿ]{3})\. ((?:After|Following|Despite|During|Before|Without|Because of|Due to|Thanks to|Until) (?:the"
    r"|an?|his|her|its|their|this|years|months|weeks|many|two|three|four|five|six|ten|twelve|[a-z]+ty|nearly|almost|several)"
    r" [a-z’-]+(?: [a-z’-]+){0,6} ?|On [A-Z][a-z]+day|By \d+ votes [a-z]+ \d+|In (?:\d{4}|[A-Z][a-z]+))\.(?=\s|$)"
)
_SUBORDINATE = (
    r"(?<=[a-zà-ÿ]{3})\. ((?:After|Because|While|Until|Although|Whereas|As soon as|So that) (?:the|an?|his|her|its"
    r"|their|he|she|they|it|two|three|this|several) (?:[a-z’-]+ ){1,8}?[a-z’-]+)\.(?=\s|$)"
)


def _clauses(view: View) -> Iterator[Hit]:
    """was stopped at Dijon. After a passenger fell ill. -> … at Dijon after a passenger fell ill."""
    for found in rx(_SUBORDINATE).finditer(view.text):
        words = found.group(1).split()
        if words[0] in ("After", "While", "Until") and view.text[found.end() : found.end() + 1] not in ("", "\n"):
            continue  # it may belong to the sentence that follows
        finite = [b for a, b in pairwise(words[1:]) if b in AUXILIARIES or (a not in AUXILIARIES and _past(b))]
        if len(finite) == 1 and not inside(found.start(), view.quoted):
            yield Hit(Span(found.start(), found.start(1) + 1), _MESSAGE, (f" {found.group(1)[0].lower()}",), 0.55)


def _past(word: str) -> bool:
    return classes(word)[:1] in ("V", "") and any(tag in ("past", "third") for _, tag in verb_readings(word))


def _commas(text: str) -> Iterator[Hit]:
    """on Sunday. , on the beach; such as “Alphacom”. , Bétaline."""
    stopped = r"\b([A-Za-z][a-z]{2,}|(?:19|20)\d\d)(\.[ \u00a0]*,)(?=[ \u00a0][a-z])"
    for found in matches(stopped, text, (".,", " ,", "\u00a0,")):
        word = found.group(1).lower()
        if (
            word not in _CUT
            and (known(word) or word.isdigit() or len(word) > 4 or word in WEEKDAYS or word in MONTHS)
            and (len(found.group(2)) > 2 or word in WEEKDAYS)
        ):
            yield Hit(Span(*found.span(2)), _MESSAGE, (",",), 0.85)
    for found in rx(r"\b(?:such as|like|including) ([“\"]([A-Z][\w-]+)[”\"]\.[ \u00a0]?,)(?=[ \u00a0][A-Z])").finditer(
        text
    ):
        yield Hit(Span(*found.span(1)), _MESSAGE, (f"{found.group(2)},",), 0.75)


_WHOM = frozenset("his her their the he she they nobody everyone".split())


def _joined(tokens: Tokens, word: int, stop: int, following: int) -> Hit | None:
    """What follows the stop before a small letter, when that cannot be a sentence."""
    text = tokens.text
    before = tokens.lows[bisect_left(tokens.starts, word)]
    if not (known(before) or text[word].isupper() or before.isdigit()) or (text[word].isupper() and len(before) < 4):
        return None
    at = bisect_left(tokens.starts, following)
    last = tokens.sentence(at, at)[1]
    end = next((number for number in range(at, last) if tokens.lows[number] in ".;:!?…"), None)
    if end is None or tokens.kinds[at] != WORD:
        return None
    low = tokens.lows[at]
    clause = has_clause(tokens, at + (low == "because"), end)
    span = Span(stop, stop + 1)
    if low in AUXILIARIES and tokens.lows[end] != "?" and ("N" in classes(before) or text[word].isupper()):
        return Hit(span, _MESSAGE, ("",), 0.85)
    whole = low == "of" and tokens.lows[at + 1] != "course"
    if whole or (low in ("who", "which", "whose", "whom") and tokens.lows[end] != "?"):
        return Hit(span, _MESSAGE, ("",), 0.8)
    if low == "that" and tokens.lows[at + 1] in _WHOM:
        return Hit(span, _MESSAGE, ("",), 0.75)
    if clause:
        return None
    if low in DETERMINERS and hungry(tokens, bisect_left(tokens.starts, word)):
        return Hit(span, _MESSAGE, ("",), 0.7)
    if (low, tokens.lows[at + 1]) in _COMPOUND:
        return Hit(span, _MESSAGE, ("",), 0.8)
    if classes(low)[:1] == "J" and any(tag == "participle" for _, tag in verb_readings(before)) and end - at < 6:
        return Hit(span, _MESSAGE, ("",), 0.65)
    quoting = rx(r"(?:[a-z]+ ){2,4}?([A-Za-z]+) [“\"]").match(text, following)
    if low in _POSSESSIVES and quoting and _past(quoting.group(1).lower()):
        return None  # their lawyer welcomed “a brave decision”
    if low in _JOINS or low in _POSSESSIVES:
        return Hit(span, _MESSAGE, ("",), 0.85 if low in _JOINS else 0.7)
    marks = classes(low)
    if marks[:1] == "V" and any(tag == "participle" for _, tag in verb_readings(low)):
        return Hit(span, _MESSAGE, ("",), 0.75)
    return _noun_moved(tokens, word, following, at, end) or _flag(tokens, span, at, end)


_COMPOUND = (("because", "of"), ("due", "to"), ("thanks", "to"), ("instead", "of"), ("as", "well"))


def _counted(text: str) -> Iterator[Hit]:
    """employs 120. people: a number, and what it counts in small letters."""
    for found in rx(r"(?<=[a-z] )\d{1,3}(?:,\d{3})*(\.)(?= ([a-z]{4,})[ ,.])").finditer(text):
        if found.group(2) == "people" or (classes(found.group(2))[:1] == "N" and "s" in classes(found.group(2))):
            yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.7)


def _noun_moved(tokens: Tokens, word: int, following: int, at: int, end: int) -> Hit | None:
    """the plan. local development by -> the local development plan by."""
    noun = bisect_left(tokens.starts, word)
    if noun < 1 or tokens.lows[noun - 1] not in ("the", "a", "this", "his", "her", "its", "their") or at + 2 >= end:
        return None
    pair = classes(tokens.lows[at])[:1] + classes(tokens.lows[at + 1])[:1]
    if pair not in ("JN", "NN") or tokens.lows[at + 2] not in PREPOSITIONS or "N" not in classes(tokens.lows[noun]):
        return None
    words = tokens.text[following : tokens.ends[at + 1]]
    edit = Edit(Span(word, tokens.ends[at + 1]), f"{words} {tokens.surface(noun)}")
    return Hit(edit.span, _MESSAGE, ((edit,),), 0.65)


def _flag(tokens: Tokens, stop: Span, at: int, end: int) -> Hit | None:
    """One or two nouns alone between stops: something was cut, but not where they belong."""
    nouns = all("N" in classes(tokens.lows[number]) for number in range(at, end))
    return Hit(stop, _MESSAGE, (), 0.6) if nouns and end - at <= 2 and len(tokens.lows[at]) > 3 else None
