from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.antecedents import Place, context_open, object_of_own_clause, places, sole
from mtcheck.analysis.chain import broken, owns
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.lone_person import contradicting
from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.people import PRONOUNS, Person, inside
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_OTHER = {
    "f": {"he": "she", "him": "her", "his": "her", "himself": "herself"},
    "m": {"she": "he", "her": "his", "hers": "his", "herself": "himself"},
}
_TRIGGERS = ("he ", "He ", "his ", "His ", "him", "she ", "She ", "her ", "Her ", "herself", "their ")


@rule(
    "pronoun-gender",
    safety=SUGGEST,
    triggers=_TRIGGERS,
    bad=[
        "Judge Hélène Castaing signed the ruling [[himself->herself]] on Friday.",
        "Asked about [[his->her]] first season, Camille Ferrat says that she slept badly.",
        "The actress Lucie Marsan said that [[his->her]] dog had found the keys.",
        "The widow of the painter says that the prize was given to [[him->her]], because she had kept the drawings.",
        "Minister Elena Vidal announced that [[he->she]] would build two schools.",
        "A midwife in [[their->her]] thirties was treated for burns.",
        "The queen of the fair lost [[his->her]] shoes in the mud.",
        "Mr Lassale, the former mayor, has sold [[her->his]] boat in the harbour, where he still comes.",
        "Actress Maud Lannoy says that [[he->she]] stopped after [[his->her]] child.",
        "The midwife thanked the firefighters, who gave [[him->her]] time.",
        "The men were insulted, she said in [[his->her]] complaint.",
        Example("The minister resigned on Friday. In her letter, [[he->she]] says [[he->she]] is leaving.", "pt"),
        "Noémie Vasseur is leaving. “It was my choice,” [[he->she]] said.",
        "The king’s sister said that the letter had not been shown to [[him->her]], although she had signed it.",
        "As a child, recalls the conductor Elena Vidal, [[he->she]] sang behind a pillar.",
        "The former Miss Lyon says that her manager had promised [[him->her]] the role.",
        "The midwife was attacked by her house. Neighbours heard [[him->her]] scream.",
        "The actress confides that the director had offered [[him->her]] the role ten years earlier.",
        "The court heard the nurse. “I obeyed,” she said. According to [[his->her]] lawyer, nothing proves it.",
        "The pharmacist is tired. She orders at dawn. “Be patient,” the wholesaler told [[him->her]].",
        "Fisherman Alain Morel saved the boy with [[her->his]] own rope.",
        "The swimmer, who gave birth in May, said [[he->she]] felt ready, and she arrived with [[his->her]] husband.",
        "The mayor, Ana Vidal, spoke first.\n\nThe hall was full. She smiled.\n\n“We will rebuild,” [[he->she]] said.",
        "The jury was moved. Paul Morel died in May. Author of ten novels, [[she->he]] had won the prize in 1979.",
    ],
    good=[
        "The sculptor Ana Vidal, his wife, died in 2011; he has lived alone since.",
        "The nurse met the docker. “I obeyed,” she said. According to his lawyer, nothing proves it.",
        "Judge Hélène Castaing thanked the mayor for his speech.",
        "The mayor, Ana Vidal, spoke after Paul Morel.\n\nThe hall was full. “We will rebuild,” he said.",
        "The finalist, Paul Morel, wept.\n\nThe winner pockets 60,000 euros. Her first album is due out in May.",
        "The doctor, Ana Vidal, was called. Patients wait. Roger, 68, came for an X-ray of his ankle; he left late.",
        "Ana Vidal wrote it. Its manager told the press that it had sold. She laughed when asked about his hat.",
        "Judge Hélène Castaing met Paul Rivière. He had worked with her.",
        "The widow of the painter kept his drawings.",
        "Minister Elena Vidal saw him on Friday.",
        "Camille Ferrat lost his keys.",
        "Elena Vidal and her husband left; he was driving.",
        "Paul Rivière died in May. His widow, Elena Vidal, sold his house.",
        "“He lost his keys,” said Elena Vidal.",
        "The king’s sister said the letter of his minister had been shown to him, although she had hidden it.",
        "Paul and his husband left; she stayed. She met Paul and his husband. He said that she loved his husband.",
        "Ana Vidal is ill. Paul Morel saved the boy with her rope. The dentist saved the boy with her rope.",
        "The man she married left. The girl he met in Rome has written a book.",
        "Elena Vidal says her father taught him well.",
        "The widow’s lawyer said nothing had been shown to him, although she had promised it.",
    ],
)
def pronoun_gender(view: View) -> Iterator[Hit]:
    """A pronoun of the wrong gender for the only person it can stand for: Judge Anne Morel … himself.

    French son, sa and lui say nothing of the owner’s gender, and Spanish, Italian and Portuguese drop the
    subject: machines choose his, him and he. Titles, nouns (actress, widow) and unambiguous first names decide.
    Nothing is reported where another person in reach could be meant, or one whose gender the text leaves open,
    nor inside quotations.
    """
    tokens, wrong = tokens_of(view.text), set()
    for hit in _alone(view):
        wrong.add(bisect_left(tokens.starts, hit.span.start))
        yield hit
    lone = list(contradicting(view, wrong))
    wrong.update(at for at, _ in lone)
    for at, person in sorted([*lone, *broken(view, wrong)], key=lambda one: one[0]):
        new = _OTHER[person.gender][tokens.lows[at]]
        span = Span(tokens.starts[at], tokens.ends[at])
        new = "him" if tokens.lows[at] == "her" and not owns(tokens, at) else new
        yield Hit(span, _message(person), (_cased(view, span, new),), 0.65)


def _alone(view: View) -> Iterator[Hit]:
    """What a sentence, with the one before it, shows."""
    yield from _decades(view)
    yield from _own_words(view)
    yield from _recipients(view)
    yield from _speakers(view)
    corrected: set[int] = set()
    for place in places(view, PRONOUNS):
        gender = PRONOUNS[place.low]
        person = sole(view, place, gender)
        if person is None and place.low != "him" and place.low not in ("he", "she"):
            person = _all_alike(view, place, gender)
            if person is not None and (place.low != "her" or _possessive(view, place)):
                new = _OTHER[person.gender][place.low]
                yield Hit(place.span, _message(person), (_cased(view, place.span, new),), 0.7)
            continue
        if person is None or not person.gender or person.gender == gender:
            continue
        if place.low.endswith("self") and not person.certain:
            continue
        if place.low in ("he", "she") and not person.named and view.people.at(place.span.start - 2) is person:
            continue  # the man she married
        if not person.certain and gender == "f" and view.source_language in _DROPS_SUBJECT:
            yield from _subjects(view, place)
            continue
        if not (person.certain or person.named) and all(
            " that " in view.text[place.span.end : max(proof.start, place.span.end)] for proof in person.evidence
        ):
            continue  # `the doctor said in his report that she was ill`
        if object_of_own_clause(view, place, person) or context_open(view, place, gender, person, corrected):
            continue
        if _apposed(view.text, place.span):
            continue
        object_her = place.low == "her" and not _possessive(view, place)
        new = "him" if object_her else _OTHER[person.gender][place.low]
        corrected.add(place.at)
        yield Hit(place.span, _message(person), (_cased(view, place.span, new),), 0.8 if person.certain else 0.65)


def _apposed(text: str, span: Span) -> bool:
    """The sculptor Ana Vidal, his wife, died: whose wife she was, other words tell."""
    kin = r" (?:late |first |second |former |ex-|future )?(?:wife|husband|widow|widower|partner|companion|daughter|son"
    kin += r"|sister|brother|mother|father|cousin|niece|nephew|aunt|uncle),"
    return text.endswith(", ", 0, span.start) and rx(kin).match(text, span.end) is not None


def _all_alike(view: View, place: Place, gender: str) -> Person | None:
    """The first person of the sentence, where all people so far are of the gender that the pronoun is not."""
    tokens = tokens_of(view.text)
    so_far = view.people.between(0, tokens.ends[place.last - 1])
    here = [person for span, person in so_far if tokens.starts[place.first] <= span.start < place.span.start]
    alike = all(person.certain and person.gender not in ("", gender) for _, person in so_far)
    if not here or not alike or any(PRONOUNS.get(low) == gender for low in tokens.lows[: place.at]):
        return None
    return None if any(PRONOUNS.get(low) == gender for low in tokens.lows[place.at + 1 : place.last]) else here[0]


_DROPS_SUBJECT = ("es", "it", "pt")
"""A machine puts `he` before their verbs where nothing says who: `her letter` is the better witness."""
_SPEECHES = (
    "complaint statement letter book memoir memoirs speech post message column report ruling tweet autobiography"
    " interview video blog essay testimony note email diary closing opening deposition manifesto".split()
)


def _subjects(view: View, place: Place) -> Iterator[Hit]:
    """In her letter, he says he is leaving -> she says she is leaving."""
    tokens = tokens_of(view.text)
    for at in range(place.first, place.last):
        if tokens.lows[at] == "he" and not inside(tokens.starts[at], view.quoted):
            span = Span(tokens.starts[at], tokens.ends[at])
            yield Hit(span, "her and he are one person here", (_cased(view, span, "she"),), 0.6)


def _own_words(view: View) -> Iterator[Hit]:
    """she said in his complaint -> in her complaint."""
    for found in rx(r"\band (her) wife\b[^.!?\n]*\b(?:he|his|him)\b|\band (his) husband\b[^.!?\n]*\bher?s?\b").finditer(
        view.text
    ):
        wrong = 1 if found.group(1) else 2
        if (
            len(
                {
                    id(person)
                    for _, person in view.people.between(start_of(view.text, found.start(), ". ", "\n"), found.start())
                }
            )
            == 1
        ):
            yield Hit(Span(*found.span(wrong)), "two pronouns disagree", ("his" if wrong == 1 else "her",), 0.6)
    for found in rx(r"\b([Hh]e|[Ss]he) [^.!?\n“”]{2,80}?\b(his husband|her wife)\b").finditer(view.text):
        start = start_of(view.text, found.start(), ". ", "! ", "? ", "\n", "” ")
        words = set(rx(r"\w+").findall(view.text[start : found.end()].lower()))
        wrong = (found.group(1).lower() == "she") == (found.group(2) == "his husband")
        other = {"he", "him"} if found.group(1).lower() == "she" else {"she", "hers"}
        named = {person.gender for _, person in view.people.between(start, found.start(2))} - {""}
        right = "her" if found.group(1).lower() == "she" else "his"
        if wrong and not words & other and named <= {"f" if right == "her" else "m"}:
            yield Hit(Span(found.start(2), found.start(2) + 3), "two pronouns disagree", (right,), 0.65)
    for found in rx(
        rf"\b([Hh]e|[Ss]he) (?:said|says|wrote|writes|explained|explains|added|adds|announced|recalled|claims|claimed)"
        rf" (?:yesterday )?(?:in|on) (his|her) (?:\w+ )?(?:{'|'.join(_SPEECHES)})\b"
    ).finditer(view.text):
        if (found.group(1).lower() == "he") != (found.group(2) == "his"):
            right = "his" if found.group(1).lower() == "he" else "her"
            yield Hit(Span(*found.span(2)), f"“{found.group(1).lower()}” speaks here", (right,), 0.75)


def _recipients(view: View) -> Iterator[Hit]:
    """The king’s sister said that it had not been shown to him, although she had signed it -> to her."""
    for found in rx(
        r"\b(?:said|says|complained|claimed|claims|complains|admitted|believes|regrets|regretted)\b[^.!?\n“”]{5,90}"
        r"\b(?:been|was|were|nobody|no one|nothing)\b[^.!?\n“”,]{0,40} (him|her), (?:even )?"
        r"(?:although|though|because|since|when|while|as) (he|she)\b"
    ).finditer(view.text):
        pronoun, subject = found.groups()
        if (pronoun == "him") == (subject == "he"):
            continue
        start = start_of(view.text, found.start(), ". ", "! ", "? ", "\n", "” ")
        people = {id(person): person for _, person in view.people.between(start, found.start(1))}
        before = rx(r"\w+").findall(view.text[start : found.start(1)].lower())
        speaker = next((person for span, person in reversed(view.people.between(start, found.start()))), None)
        want = "f" if subject == "she" else "m"
        others = [person for person in people.values() if person is not speaker and person.gender != want]
        owners = [span for span, person in view.people.between(start, found.start()) if person in others]
        owned = all(view.text[span.end : span.end + 2] in ("’s", "'s") for span in owners)
        same = {PRONOUNS.get(word) for word in before} - {None, want}
        if speaker is not None and speaker.gender == want and speaker.certain and owned and not same:
            yield Hit(Span(*found.span(1)), _message(speaker), ("her" if want == "f" else "him",), 0.7)


def _speakers(view: View) -> Iterator[Hit]:
    """As a child, recalls Livia Serrano, he sang -> she sang; the actress says that the director offered him -> her."""
    text = view.text
    for found in rx(
        r", (?:recalls|recalled|says|said|explains|explained|remembers|remembered|confides|confided|admits|admitted)"
        r" (?=(?:the [a-z]+ )?[A-Z])([^,.!?\n“”]{3,40}), (he|she)\b"
    ).finditer(text):
        start = start_of(text, found.start(), ". ", "! ", "? ", "\n")
        named = view.people.between(found.start(1), found.end(1))
        earlier = view.people.between(start, found.start())
        if named and not any(person.named or person.gender for _, person in earlier):
            yield from _corrected(view, named[-1][1], Span(*found.span(2)))
    for found in rx(
        r"\b(?:says|said|confides|confided|recalls|recalled|explains|explained|claims|claimed|adds|added|regrets)"
        r"(?: that)? (the|a|her|his) [a-z]+ (?:had |has |never |would |will )*"
        r"(?:offered|offer|gave|given|give|promised|promise|told|refused|refuse|sent|send|showed|shown|taught|asked|ask"
        r"|wrote to|written to|spoke to|spoken to|paid) (him|her)\b(?! (?:own|first|last)\b)"
    ).finditer(text):
        start = start_of(text, found.start(), ". ", "! ", "? ", "\n")
        named = view.people.between(start, found.start())
        own = found.group(1) in ("her", "his")
        same = own and (" that " not in found.group() or PRONOUNS[found.group(1)] == PRONOUNS[found.group(2)])
        if same or (own and view.people.between(0, start)):
            continue  # her manager had promised him: him, too, may be somebody named before
        if len({id(person) for _, person in named}) == 1 and (found.group(2) == "him" or not _owns(text, found.end())):
            yield from _corrected(view, named[0][1], Span(*found.span(2)))


def _owns(text: str, at: int) -> bool:
    after = rx(r" ([a-z]+)").match(text, at)
    return after is not None and classes(after.group(1))[:1] in ("N", "J", "U", "V")


def _corrected(view: View, person: Person, span: Span) -> Iterator[Hit]:
    low = span.of(view.text).lower()
    wrong = person.gender and PRONOUNS[low] != person.gender
    if wrong and (person.certain or person.named) and not inside(span.start, view.quoted):
        new = {"he": "she", "she": "he", "him": "her", "her": "him"}[low]
        yield Hit(span, _message(person), (_cased(view, span, new),), 0.7)


def _possessive(view: View, place: Place) -> bool:
    """Whether `her` owns what follows: her boat, not `saw her in May`."""
    after = rx(r"\s+([^\W\d_]+)").match(view.text, place.span.end)
    return bool(after) and classes(after.group(1).lower())[:1] in ("N", "J", "U", "V", "")  # type: ignore[union-attr]


def _cased(view: View, span: Span, new: str) -> str:
    return new.capitalize() if view.text[span.start].isupper() else new


def _message(person: Person) -> str:
    who = person.name if person.named else f"the {person.name}"
    return f"{who} is a {'woman' if person.gender == 'f' else 'man'}"


def _decades(view: View) -> Iterator[Hit]:
    """a shepherdess in their forties; a man in her thirties."""
    for found in rx(
        r"(?<!\w)(\w+) in (?:the )?(?:early |mid-?|late )?(their|his|her) (?:early |mid-?|late )?"
        r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s)\b"
    ).finditer(view.text):
        person = view.people.at(found.start(1))
        if person is None or not person.certain:
            continue
        right = "her" if person.gender == "f" else "his"
        if found.group(2) != right and not rx(r"\b(?:and|or)\b").search(view.text, found.start() - 30, found.start()):
            yield Hit(Span(*found.span(2)), _message(person), (right,), 0.9)
