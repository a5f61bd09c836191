from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, plural, singular, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import TO_PLURAL, TO_SINGULAR
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_INVARIANT = frozenset(
    "percent dozen hundred thousand million billion trillion score foot pound stone quid grand ton head brace"
    " gross yen yuan baht rand euro sheep deer fish aircraft series species people police salmon trout"
    " offspring craft spacecraft hertz half quarter third past apiece abreast o'clock under over down out fold"
    " per ply hp pm am left dead each bed cent pence star second mile metre meter kilometre degree inch time"
    " point won shot bit stop storey story way lane seat door tier part piece set track goal game run one two"
    " three ace".split()
)
"""Nouns that stay as they are after a number, or that are often half of an adjective: two hour, five star."""
_PLURAL_ONLY = frozenset(
    "series species means news physics mathematics politics economics headquarters barracks premises works"
    " odds sports statistics athletics ethics mechanics times gallows lens".split()
)
_NUMBERED = frozenset(
    "page chapter phase part section article group number type line room stage step season episode level"
    " platform class grade channel table figure world war day week year game act version unit route terminal"
    " lane layer tier zone".split()
)
_PERSONS = (
    r"[a-z]+(?:ers|ors|ists|ians)|men|women|people|children|residents|students|parents|deputies|senators|farmers"
    r"|neighbours|neighbors|unions|voters|doctors|players|inhabitants"
)
_SURE_THIRD = frozenset(
    "is was has wants says believes thinks seems appears knows goes comes becomes asks does".split()
)


@rule(
    "agreement",
    safety=SUGGEST,
    bad=[
        "Two [[shepherd->shepherds]] from the valley found him.",
        "The three [[sister->sisters]] sold the mill.",
        "He knows the price of [[have->having]] lost a ship.",
        "The bridge stays open, as long as [[it there->there]] are no floods.",
        "The walkers said that they [[is->are]] tired.",
        "He stayed because he [[have->has]] a boat.",
        "The farmers who [[lives->live]] by the river have left.",
        "Those who [[was->were]] on board, and families whose children [[attends->attend]] the school, were told.",
        "The neighbours [[wants->want]] silence.",
        "The number of wounded [[have->has]] doubled. The number of [[accident->accidents]] has doubled.",
        "The police are looking for two men who [[has->have]] fled on foot.",
        "Before [[to close->closing]] the gate, she counts the goats.",
        "The mayor [[succeeded to convince->succeeded in convincing]] them.",
        "She [[wants that the dog does not bark->wants the dog not to bark]].",
        "The boats, [[that->which]] were built in Brest, cost a fortune.",
    ],
    good=[
        "He succeeded to the throne. She wants that job.",
        "Two percent of the vote; two million of them; a two hour meeting; phase two of the plan; five foot of snow.",
        "The problem with them is the price. They insist that he have a lawyer. Did he have a boat?",
        "One of the farmers who lives here is ill. The friend of the farmers who lives here is ill.",
        "The number of people who have left is high. The politics of it is hard. The Beatles was a band.",
        "What sort of have-nots are they? The night before to-do lists were made.",
        "He put it there. In the end, that was enough. The truth, that is, hurts.",
        "“They was here,” he said.",
    ],
)
def agreement(view: View) -> Iterator[Hit]:
    """Words that do not agree, and small words that machines leave or lose: two candidate, of have devoted.

    Only frames in which nothing else can be meant: a number before a lone singular, a preposition before
    “have”, “it there are”, a plural subject at the head of its sentence. Dialect in quotation marks is left
    alone, and so are nouns that do not change after a number.
    """
    text = view.text
    yield from _numbers(text)
    yield from _counted(text)
    yield from _verbs(view)
    yield from _residue(text)


def _numbers(text: str) -> Iterator[Hit]:
    """two candidate -> two candidates."""
    for found in rx(
        r"(?:\b([A-Za-z]+) )?\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ss]everal) "
        r"([a-z]{4,}|man)"
        r"(?= (?:of|for|from|who|were|are|have|had|will|would|in the|said|sold|went|left|died) ?\b|[.;:])"
    ).finditer(text):
        before, noun = (found.group(1) or "").lower(), found.group(2)
        marks = classes(noun)
        if before in _NUMBERED or before in ("or", "to", "and", "one", "by", "a", "an") or noun in _INVARIANT:
            continue
        person = gender_of_noun(noun) is not None and "N" in marks
        if not (marks[:1] == "N" or person) or set("sRU") & set(marks) or "s" not in classes(plural(noun)):
            continue
        yield Hit(Span(*found.span(2)), "a number wants the plural", (plural(noun),), 0.8)


def _counted(text: str) -> Iterator[Hit]:
    """The number of accident has doubled -> of accidents."""
    counted = r"\b(?:[Tt]he|[Aa] (?:large|small|growing|great)) number of ([a-z]{4,})"
    pattern = rf"{counted}(?= (?:have|has|is|was|had|will|in|on)\b|[.,;])"
    for found in rx(pattern).finditer(text):
        noun = found.group(1)
        marks = classes(noun)
        person = gender_of_noun(noun) is not None and "N" in marks
        if noun in _INVARIANT or not (marks[:1] == "N" or person) or set("sRUJ") & set(marks):
            continue
        if "s" in classes(plural(noun)):
            yield Hit(Span(*found.span(1)), "what is counted is plural", (plural(noun),), 0.75)


def _verbs(view: View) -> Iterator[Hit]:
    """they is, he have, the farmers who lives, the neighbours wants, the number of wounded have."""
    text = view.text
    for found in rx(r"\b(?:[Tt]hey|[Ww]e) (is|was|has|does)(?= (?!what\b|why\b|how\b)[a-z])").finditer(text):
        if not _quoted(view, found.start()):
            yield Hit(Span(*found.span(1)), "verb and subject do not agree", (TO_PLURAL[found.group(1)],), 0.75)
    for found in rx(
        r"(?:(?<=[.!?] )|(?<![^\n])|(?<=because )|(?<=but )|(?<=while ))(?:[Hh]e|[Ss]he) (have)(?= [a-z])"
    ).finditer(text):
        if not _quoted(view, found.start()):
            yield Hit(Span(*found.span(1)), "verb and subject do not agree", ("has",), 0.8)
    for found in rx(
        rf"(?:(?:(?<=[.!?:] )|(?<![^\n]))(?:The|These|Those|Two|Three|Many|Several|Its|His|Her|Their|Our)"
        rf"|(?<=[;:] )(?:the|its|his|her|their|two|three|several)) (?:[a-z]+ )?"
        rf"(?:{_PERSONS}) (who )?([a-z]+)(?= [a-z])"
    ).finditer(text):
        verb = found.group(2)
        noun = found.group().split()[-3 if found.group(1) else -2]
        third = [lemma for lemma, tag in verb_readings(verb) if tag == "third"] + (
            ["be"] if verb in ("is", "was") else []
        )
        if noun == "people" and text[found.start()].islower():
            continue  # ; the people is sovereign
        if not third or noun in _PLURAL_ONLY or singular(noun) == noun or "s" not in classes(noun):
            continue
        if noun == "people" and found.group()[0].islower():
            continue  # a nation: the people is sovereign
        if (found.group(1) is None and verb not in _SURE_THIRD) or classes(found.group().split()[1])[:1] == "D":
            continue
        repair = TO_PLURAL.get(verb) or inflect_verb(third[0], "base")
        yield Hit(Span(*found.span(2)), "verb and subject do not agree", (repair,), 0.78)
    for found in rx(
        r"\b(?:[Tt]hose who|whose (?:[a-z]+ )??(?:children|parents|[a-z]{3,}s)) ([a-z]+)(?= [a-z])"
    ).finditer(text):
        verb = found.group(1)
        third = [lemma for lemma, tag in verb_readings(verb) if tag == "third"]
        noun = found.group().split()[-2]
        sure = verb in _SURE_THIRD or (third and "N" not in classes(verb))
        plural_ = noun in ("who", "children") or ("s" in classes(noun) and singular(noun) != noun)
        if sure and plural_ and noun not in _PLURAL_ONLY and not _quoted(view, found.start()):
            repair = TO_PLURAL.get(verb) or inflect_verb(third[0], "base")
            yield Hit(Span(*found.span(1)), "verb and subject do not agree", (repair,), 0.76)
    for found in rx(
        r"(?<!of )(?<!of the )\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal|[Mm]any|[Tt]hese|[Tt]hose|other) "
        rf"(?:[a-z]+ )?(?:{_PERSONS}) who (has|was|is|lives|wants|works)(?= [a-z])"
    ).finditer(text):
        noun = found.group().split()[-3]
        if noun not in _PLURAL_ONLY and (singular(noun) != noun or noun in ("men", "women", "people", "children")):
            verb = found.group(1)
            put = TO_PLURAL.get(verb) or verb.removesuffix("s")
            yield Hit(Span(*found.span(1)), "verb and subject do not agree", (put,), 0.78)
    for found in rx(
        r"(?:(?<=[.!?] )|(?<![^\n]))The number of ((?:[a-z]+ ){1,2})(have|are|were)"
        r"(?= (?:[a-z]+ed|been|grown|fallen|risen|doubled|now)\b)"
    ).finditer(text):
        if not set(found.group(1).split()) & {"who", "that", "which", "they", "we", "you", "people"}:
            repair = TO_SINGULAR[found.group(2)]
            yield Hit(Span(*found.span(2)), "“the number” is singular", (repair,), 0.75)


def _residue(text: str) -> Iterator[Hit]:
    """of have devoted, it there are, before to open, , that were."""
    for found in rx(
        r"(?:\b([a-z]+) (?:of|for|after|without|before|despite)|\b(?:After|Before|Without)) (have)"
        r"(?= (?:not |never )?([a-z]+)\b)"
    ).finditer(text):
        participle = any(tag == "participle" for _, tag in verb_readings(found.group(3)))
        if participle and found.group(1) not in ("kind", "sort", "most", "some", "many", "all", "none", "those", "few"):
            yield Hit(Span(*found.span(2)), "a preposition wants the -ing form", ("having",), 0.85)
    for found in rx(
        r"\b[Tt]here (is|was) (?=(?:many(?! an?\b)|several|two|three|four|five|six|seven|eight|nine|ten) [a-z]+s\b)"
    ).finditer(text):
        yield Hit(Span(*found.span(1)), "verb and subject do not agree", (TO_PLURAL[found.group(1)],), 0.75)
    for found in rx(
        r"\b(?:as|that|because|if|when|where|while|since|but|and) "
        r"(it )(?=there (?:is|are|was|were|has been|have been|will be)\b)"
    ).finditer(text):
        yield Hit(Span(*found.span(1)), "one expletive is too many", ("",), 0.9)
    for found in rx(
        r"(?:(?<=[.!?,;] )|(?<![^\n]))(?:[Bb]efore|[Ww]ithout|[Ii]nstead of) (to ([a-z]+))"
        r"(?= (?:the|a|an|his|her|its|their|this|it|in|on)\b)"
    ).finditer(text):
        if any(tag == "base" for _, tag in verb_readings(found.group(2))):
            yield Hit(
                Span(*found.span(1)),
                "a preposition wants the -ing form",
                (inflect_verb(found.group(2), "gerund"),),
                0.85,
            )
    for found in rx(
        r"(?:(?<=[.!?] )|(?<![^\n]))(?:The|His|Her|Their|These|Those) [a-z]+s, "
        r"(that) (?:were|are|have|had) [a-z]+ [^,.;]{3,60}, [a-z]"
    ).finditer(text):
        yield Hit(Span(*found.span(1)), "after a comma the relative is “which”", ("which",), 0.7)
    for found in rx(r"\b(succeed(?:s|ed)?) to ([a-z]+)(?= (?:the|a|an|his|her|its|their|them|him|it|in)\b)").finditer(
        text
    ):
        if classes(found.group(2))[:1] == "V" and "b" in classes(found.group(2)):
            repair = f"{found.group(1)} in {inflect_verb(found.group(2), 'gerund')}"
            yield Hit(Span(*found.span()), "one succeeds in doing something", (repair,), 0.85)
    for found in rx(
        r"\b(wants?|wanted) that ((?:the|a|his|her|its|their) (?:[a-z]+ ){1,3}?)(?:does|do|did) not ([a-z]+)\b"
    ).finditer(text):
        repair = f"{found.group(1)} {found.group(2)}not to {found.group(3)}"
        yield Hit(Span(*found.span()), "“want” takes an object and “to”", (repair,), 0.8)


def _quoted(view: View, at: int) -> bool:
    """Whether a person is quoted here: dialect is not ours to repair."""
    return any(span.start <= at < span.end for span in view.quoted)
