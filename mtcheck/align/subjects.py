"""he, she or it beside its source -> whether the subject is the person whom the source’s pronoun stands for."""

from __future__ import annotations

from mtcheck.align.genders import Proof, of_noun, placed
from mtcheck.align.links import Links
from mtcheck.analysis.antecedents import Place
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.people import PRONOUNS, Person
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.lang import human
from mtcheck.lang.lands import LANDS
from mtcheck.text import Span

_CLOSE = 0.8
"""Score of a passage that is the very sentence."""
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
    if not mentions or len({id(person) for _, person in mentions}) > 1:
        return None
    head, person = mentions[0]
    if person.name in human.COLLECTIVE or person.name.split()[-1] in LANDS or _things(tokens, place, head):
        return None
    return person


def _things(tokens: Tokens, place: Place, person: Span) -> bool:
    """Whether a body or a thing leads the sentence instead: a noun before the person, or a collective anywhere."""
    for at in range(place.first, place.at):
        low = tokens.lows[at]
        if tokens.kinds[at] != WORD:
            continue
        if low in human.COLLECTIVE or (tokens.surface(at).isupper() and len(low) > 1):
            return True
        if tokens.ends[at] <= person.start and classes(low)[:1] == "N" and not tokens.capital(at):
            return True
    return False


def agrees(view: View, linked: Links, person: Person, proof: Proof, place: Place, bitext: Bitext) -> bool:
    """Whether nothing says that the person in front has another gender than the pronoun, and the clause is theirs."""
    if person.gender and person.gender != proof.gender:
        return False
    tokens = tokens_of(view.text)
    leads = tokens.lows[place.at - 1] in ("that", ",", "and", "but", "because", "if", "when", "”", '"', "“")
    head = next(span for span in person.mentions if span.start >= tokens.starts[place.first])
    noun = of_noun(linked, head, bitext.language)
    name = head.of(view.text)
    if person.named and name[:1].isupper() and " " not in name and placed(linked, head):
        return False
    return leads and (person.named or (noun is not None and noun.gender == proof.gender))
