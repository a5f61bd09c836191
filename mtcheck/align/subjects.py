"""he, she or it beside its source -> whether the subject is the person whom the source’s pronoun stands for."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.align.genders import Proof, of_noun, placed
from mtcheck.align.links import Links, links
from mtcheck.analysis.antecedents import Place
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.people import PRONOUNS, Person, inside
from mtcheck.analysis.personal import verb_behind
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import BREAK, WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.lang import deeds, en, human
from mtcheck.lang.lands import LANDS
from mtcheck.text import Span

_CLOSE = 0.8
"""Score of a passage that is the very sentence."""
_CARRIED = frozenset("has had will would can could should must did does not also still then however already".split())
_SAYS = frozenset(
    "say announce confirm explain recall claim add specify declare assure recognise recognize warn accuse denounce"
    " welcome call argue criticise criticize defend reject plead propose mention point invite demand request order"
    " justify emphasise emphasize stress reveal consider".split()
)
_ONLY_PEOPLE = frozenset(
    "promise believe hope regret wish fear swear thank apologise apologize confess retire resign marry weep laugh smile"
    " joke deny refuse intend decide doubt forget remember imagine dream pray insist complain sigh"
    " acknowledge admit love hate enjoy ask".split()
)
_SPEAKER = r"« ?[^«»]*\b(?:[Jj]e|[Jj]’|[Mm]oi|[Mm]on|[Mm]a|[Mm]es|m’)[^«»]*»\s?,? (?:\w+ ){0,2}\w+(?:-t)?-$"
"""Before « il » or « elle »: who says “I” is a person."""


def alone(view: View, tokens: Tokens, place: Place, passage: Passage) -> bool:
    """Whether `he` or `she` can be nobody but the one whom the source’s pronoun stands for.

    Nobody of the pronoun’s own gender is in its paragraph, and no other pronoun of the sentence has it.
    """
    if place.low == "it" or passage.score < _CLOSE or tokens.lows[place.at + 1 : place.at + 2] == ("who",):
        return False
    own = PRONOUNS.get(place.low, "")
    if any(PRONOUNS.get(tokens.lows[at]) == own for at in range(place.first, place.last) if at != place.at):
        return False
    paragraph = view.text.rfind("\n", 0, place.span.start) + 1
    return not any(person.gender == own for _, person in view.people.between(paragraph, tokens.ends[place.last - 1]))


def turned(tokens: Tokens, place: Place) -> bool:
    """Whether a passive turns subject and object round: « Elle l’a invité » is “He was invited by her”."""
    sentence = tokens.lows[place.first : place.last]
    return any(word == "by" and sentence[at + 1] in ("him", "her") for at, word in enumerate(sentence[:-1]))


def speaker(view: View, place: Place, proof: Proof, bitext: Bitext) -> bool:
    """Whether the `it` says what stands before it, and that speaks of an “I”: “I am sorry”, it wrote."""
    said = view.text[max(place.span.start - 4, 0) : place.span.start].rstrip()
    start = proof.span.start
    return (
        said != ""
        and said[-1] in '”"“»,'
        and rx(_SPEAKER).search(bitext.source[max(start - 400, 0) : start]) is not None
    )


def person_in_front(view: View, tokens: Tokens, place: Place) -> Person | None:
    """The person who leads the sentence of `it`, where nothing else in front can be meant."""
    mentions = view.people.between(tokens.starts[place.first], place.span.start)
    person = _sole(mentions)
    return None if person is None or _things(tokens, place, _first_of(mentions, person)) else person


def _first_of(mentions: Sequence[tuple[Span, Person]], person: Person) -> Span:
    """Where the person is mentioned first."""
    return next(span for span, other in mentions if other is person)


def _sole(mentions: Sequence[tuple[Span, Person]]) -> Person | None:
    """Who all the mentions are of; None where they are of several, or of a body or a country.

    A name that follows its office after a comma is of the same person: the goalkeeper, Anneke Vos.
    """
    if len(mentions) > 1 and mentions[1][1].named and mentions[1][0].start - mentions[0][0].end == len(", "):
        mentions = mentions[1:]
    if len({id(person) for _, person in mentions}) != 1:
        return None
    person = mentions[0][1]
    return None if person.name in human.COLLECTIVE or person.name.split()[-1] in LANDS else person


def person_before(view: View, tokens: Tokens, place: Place) -> Person | None:
    """The only one whom the sentence before speaks of, for an `it` that opens a sentence about what people do (`does`).

    The minister was not told. It promised an inquiry. What stands in quotation marks there does not count; a thing
    counts where things can do this too (the report says), a body of people or another name always.
    """
    if place.first < 2 or tokens.kinds[place.first - 1] == BREAK:
        return None
    first = tokens.sentence(place.first - 1, place.first)[0]
    mentions = [
        (span, person)
        for span, person in view.people.between(tokens.starts[first], place.span.start)
        if not inside(span.start, view.quoted)
    ]
    person = _sole(mentions)
    if person is None:
        return None
    known = {
        at for span, _ in mentions for at in range(first, place.first) if span.start <= tokens.starts[at] < span.end
    }
    others = (at for at in range(first, place.first) if at not in known and not inside(tokens.starts[at], view.quoted))
    human_deed = bool(_lemmas(tokens, place) & _ONLY_PEOPLE)
    return None if any(_other(tokens, at, human_deed) for at in others) else person


def does(tokens: Tokens, place: Place) -> bool:
    """Whether the verb behind the pronoun is one of saying or another that people do."""
    return bool(_lemmas(tokens, place) & (_SAYS | _ONLY_PEOPLE | deeds.DEEDS | deeds.PERSONAL_VERBS))


def _lemmas(tokens: Tokens, place: Place) -> set[str]:
    verb = verb_behind(tokens, place, _CARRIED)
    return {lemma for lemma, _ in verb_readings(tokens.lows[verb])} if verb < place.last else set()


def _other(tokens: Tokens, at: int, human_deed: bool) -> bool:
    """Whether a token is something that `it` could stand for: a name, a body, a thing unless only people do that."""
    if tokens.lows[at] in human.COLLECTIVE:
        return True
    if tokens.kinds[at] != WORD or tokens.lows[max(0, at - 2) : at] in (("of", "the"), ("close", "to")):
        return False
    if tokens.capital(at):
        return not tokens.starts_sentence(at) and tokens.surface(at) not in en.MONTHS + en.WEEKDAYS
    kinds = classes(tokens.lows[at])
    return not human_deed and kinds[:1] == "N" and "s" not in kinds and gender_of_noun(tokens.lows[at]) is None


def _things(tokens: Tokens, place: Place, person: Span) -> bool:
    """Whether a body or a thing leads the sentence instead: a noun before the person, or a collective anywhere."""
    for at in range(place.first, place.at):
        low = tokens.lows[at]
        if tokens.kinds[at] != WORD:
            continue
        if low in human.COLLECTIVE or (tokens.surface(at).isupper() and len(low) > 1):
            return True
        apposed = person.start - tokens.ends[at] == len(", ")
        if tokens.ends[at] <= person.start and classes(low)[:1] == "N" and not tokens.capital(at) and not apposed:
            return True
    return False


def agrees(view: View, linked: Links, person: Person, proof: Proof, place: Place, bitext: Bitext) -> bool:
    """Whether nothing says that the person in front has another gender than the pronoun, and the clause is theirs."""
    if person.gender and person.gender != proof.gender:
        return False
    if place.at == place.first:
        return _spoken_of(view, person, proof, place, bitext)
    tokens = tokens_of(view.text)
    leads = tokens.lows[place.at - 1] in ("that", ",", "and", "but", "because", "if", "when", "”", '"', "“")
    head = next(span for span in person.mentions if span.start >= tokens.starts[place.first])
    noun = of_noun(linked, head, bitext.language)
    name = head.of(view.text)
    if person.named and name[:1].isupper() and " " not in name and placed(linked, head):
        return False
    return leads and (person.named or (noun is not None and noun.gender == proof.gender))


def _spoken_of(view: View, person: Person, proof: Proof, place: Place, bitext: Bitext) -> bool:
    """Whether the noun of the sentence before has the pronoun’s gender in the source, where that shows."""
    head = next((span for span in reversed(person.mentions) if span.start < place.span.start), None)
    passage = bitext.at(head.start) if head is not None else None
    if head is None or passage is None:
        return False
    noun = of_noun(links(bitext, passage, view.text), head, bitext.language)
    return noun is None or noun.gender == proof.gender
