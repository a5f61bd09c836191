"""Pronouns whose gender the source proves."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.bodies import body_before, body_for
from mtcheck.align.genders import Proof, of_agreement, of_only, of_opening, of_possessive, of_subject
from mtcheck.align.links import Links, links
from mtcheck.align.owners import (
    Owner,
    clause,
    epicene,
    last_owner,
    named_before,
    of_several,
    owner_after,
    owner_before,
    spouse,
)
from mtcheck.align.subjects import agrees, alone, does, person_before, person_in_front, speaker, turned
from mtcheck.analysis.antecedents import Place
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.people import PRONOUNS
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit, Safety
from mtcheck.rules import SAFE, SUGGEST, Example, rule
from mtcheck.text import Span

_SUBJECTS = ("he", "she", "it")
_OWNERS = ("his", "her", "its")
_FORMS = {
    "f": {"he": "she", "it": "she", "his": "her", "its": "her"},
    "m": {"she": "he", "it": "he", "her": "his", "its": "his"},
    "n": {"his": "its", "her": "its", "he": "it", "she": "it"},
    "p": {"his": "their", "her": "their"},
}
_WHO = {"f": "a woman", "m": "a man", "n": "no person", "p": "several people"}
_GENDERS = {**PRONOUNS, "it": "", "its": ""}
_TRUST = 0.5
"""Score of a passage from which its words prove something."""
_SURE = 0.9
"""Score from which its first word does, without a linked verb."""


@rule(
    "source-pronoun",
    safety=SAFE,
    triggers=("he", "He", "his", "His", "her", "Her", "it", "It"),
    bad=[
        Example(
            "And they have “the feeling of being alone”, [[he->she]] added.",
            "fr",
            "Et elles ont « le sentiment d’être seules », a-t-elle ajouté.",
        ),
        Example(
            "The minister said [[he->she]] was very attentive to it.",
            "fr",
            "La ministre s’est dite très attentive à cela.",
        ),
        Example(
            "“I think of them every night”, she said softly. At [[his->her]] side, [[his->her]] lawyer nodded.",
            "fr",
            "« Je pense à eux tous les soirs », a-t-elle dit doucement. À ses côtés, son avocat a hoché la tête.",
        ),
        Example(
            "The French president summed up [[his->her]] objectives.",
            "fr",
            "La présidente française a résumé ses objectifs.",
        ),
        Example(
            "The prefect, Antoine Delvaux, announced that [[it->he]] would requisition twelve engineers.",
            "fr",
            "Le préfet, Antoine Delvaux, a annoncé qu’il réquisitionnerait douze mécaniciens.",
        ),
        Example(
            "The president promised to speak with all [[its->her]] partners.",
            "fr",
            "La présidente a promis de parler avec tous ses partenaires.",
        ),
        Example(
            "The weaver, Maya Roussel, sold her shop, and [[he->she]] does not plan to stop.",
            "fr",
            "La tisserande, Maya Roussel, a vendu son atelier, et elle ne compte pas en rester là.",
        ),
        Example("[[He->She]] did not rule out appealing.", "fr", "Elle n’a pas exclu de faire appel."),
        Example(
            "“I am sorry”, [[it->he]] wrote in a letter.", "fr", "« Je suis désolé », a-t-il écrit dans une lettre."
        ),
        Example(
            "The councillor denounces a decision and announces that [[it->he]] will go to court.",
            "fr",
            "L’élu dénonce une décision et annonce qu’il va saisir la justice.",
        ),
        Example("[[His->Her]] teammate took over.", "fr", "Sa coéquipière a pris le relais."),
        Example(
            "“The weir is old”, sighed the former notary. [[It->He]] promised that the captain would stay.",
            "fr",
            "« Le barrage est vieux », a soupiré l’ancien notaire. Il a promis que le capitaine resterait.",
        ),
        Example(
            "Among them, Yannick Hélou, 71, president of the club, could not hold back [[her->his]] tears.",
            "fr",
            "Parmi eux, Yannick Hélou, 71 ans, président du club, n’a pas pu retenir ses larmes.",
        ),
        Example(
            "The coach promised to stay. On Sunday, [[his->her]] players will parade aboard a bus.",
            "fr",
            "L’entraîneuse a promis de rester. Dimanche, ses joueuses défileront à bord d’un bus.",
        ),
        Example(
            "The ARS denies it. “Safety is no longer guaranteed”, explains [[his->its]] director, Myriam Lecoq.",
            "fr",
            "L’ARS s’en défend. « La sécurité n’est plus garantie », explique sa directrice, Myriam Lecoq.",
        ),
    ],
    good=[
        Example("If Europe agrees, it would pay.", "fr", "Si l’Europe accepte, elle paierait."),
        Example("Sabine is sad. She is short of two rooms.", "fr", "Sabine est triste. Il lui manque deux salles."),
        Example(
            "He laughed. After a meeting with her counterpart, the president left.",
            "fr",
            "Il a ri. Après un entretien avec son homologue, la présidente est partie.",
        ),
        Example("The minister announced that it would rain.", "fr", "La ministre a annoncé qu’il pleuvrait."),
        Example("He said that the victim had lost his keys.", "fr", "Il a dit que la victime avait perdu ses clés."),
        Example("The company announced that it would recruit.", "fr", "La société a annoncé qu’elle recruterait."),
        Example(
            "The widow saw the son of the baker from her window.",
            "fr",
            "La veuve a vu le fils du boulanger depuis sa fenêtre.",
        ),
        Example("The town sold its theatre.", "fr", "La ville a vendu son théâtre."),
        Example("The mayor said it was his choice.", "fr", "Le maire a dit que c’était son choix."),
        Example("“Our ship is old”, it said.", "fr", "« Notre navire est vieux », a-t-elle dit."),
        Example(
            "The minister closed the factory. It promised new jobs.",
            "fr",
            "Le ministre a fermé l’usine. Elle promettait de nouveaux emplois.",
        ),
        Example(
            "The coach thanked the captain. On Sunday, his players will parade.",
            "fr",
            "L’entraîneuse a remercié le capitaine. Dimanche, ses joueurs défileront.",
        ),
        Example(
            "The baker denies it. “The oven is safe”, says his wife, Ana Lecoq.",
            "fr",
            "Le boulanger s’en défend. « Le four est sûr », dit sa femme, Ana Lecoq.",
        ),
    ],
)
def source_pronoun(view: View) -> Iterator[Hit]:
    """A pronoun of another gender than the source shows: “a-t-elle ajouté” became “he added”.

    The source’s own pronoun (il, elle), the article or the ending of the noun it stands for (la présidente,
    l’entraîneuse) prove the gender of the person. A possessive follows the last subject of its sentence. `It` is
    changed only where a person is the subject and nothing else could be meant; nouns that have one gender for
    everybody (la victime, la star) and an « il » that stands for nobody (il pleut) prove nothing.

    `He` or `she` is repaired without asking where the source’s subject pronoun is linked, and nothing else in the
    paragraph has the gender that the English has.
    """
    bitext = view.bitext
    if bitext is None:
        return
    tokens = tokens_of(view.text)
    corrected: set[int] = set()
    for low in (*_SUBJECTS, *_OWNERS):  # subjects first: a possessive beside a corrected one is no contradiction
        for at in tokens.places.get(low, ()):
            passage = bitext.trusted_at(tokens.starts[at], _TRUST)
            if passage is None:
                continue
            first, last = tokens.sentence(at, at + 1)
            place = Place(low, at, Span(tokens.starts[at], tokens.ends[at]), first, last)
            if low in _SUBJECTS and (hit := _subject(view, tokens, place, bitext, passage)):
                corrected.add(at)
                yield hit
            elif low in _OWNERS and possessive(tokens, at) and not _contradicted(tokens, place, corrected):
                hit = _owner(view, tokens, place, bitext, passage)
                if hit:
                    yield hit


def _contradicted(tokens: Tokens, place: Place, corrected: set[int]) -> bool:
    """Whether the clause has another pronoun of the same gender that nobody doubts: then somebody of it is about."""
    own, here = _GENDERS[place.low], clause(tokens, place, place.span.start)
    return bool(own) and any(
        at != place.at and at not in corrected and PRONOUNS.get(tokens.lows[at]) == own
        for at in range(here, place.last)
        if at <= place.at or clause(tokens, place, tokens.starts[at]) == here
    )


def possessive(tokens: Tokens, at: int) -> bool:
    """Whether `her` owns what follows: her boat, not `saw her in May`."""
    if at + 1 >= len(tokens) or tokens.kinds[at + 1] != WORD:
        return False
    return tokens.lows[at] != "her" or classes(tokens.lows[at + 1])[:1] in ("N", "J", "U", "V", "")


def _subject(view: View, tokens: Tokens, place: Place, bitext: Bitext, passage: Passage) -> Hit | None:
    """he, she or it as a subject: the source’s pronoun decides."""
    linked = links(bitext, passage, view.text)
    own, verb = linked.at_target(place.span.start), _verb(tokens, place, linked)
    if own < 0:
        return None
    deed = place.low == "it" and place.at == place.first and does(tokens, place)
    proof = of_subject(linked, own, verb, bitext.language, deed)
    safety = SAFE if proof is not None and alone(view, tokens, place, passage) else SUGGEST
    agreed = None
    if proof is None and place.low != "it" and bitext.language == "fr":
        proof = agreed = of_agreement(linked, own)
    if proof is None and (place.low != "it" or deed) and passage.score >= _SURE:
        proof = agreed = of_opening(linked, own, bitext.language)
        if proof is None and place.low != "it":
            proof = agreed = of_only(linked, own, bitext.language)
    if proof is None and place.low == "it" and passage.score >= _SURE:
        person = person_in_front(view, tokens, place)
        only = of_only(linked, own, bitext.language) if person and person.certain else None
        proof = only if only and person and person.gender == only.gender else None
    if proof and place.low != "it" and (body := body_for(view, place, bitext, passage, proof.gender)):
        return _hit(view, place, body, bitext, 0.95)
    if proof is None or proof.gender == _GENDERS[place.low]:
        return None
    if place.low == "it":
        if not speaker(view, place, proof, bitext):
            person = person_in_front(view, tokens, place) or (person_before(view, tokens, place) if deed else None)
            if person is None or not agrees(view, linked, person, proof, place, bitext):
                return None
    elif (verb < 0 and agreed is None) or epicene(linked) or turned(tokens, place):
        return None
    return _hit(view, place, proof, bitext, 0.85 if place.low == "it" else 0.93, safety)


def _verb(tokens: Tokens, place: Place, linked: Links) -> int:
    """The number of the first word after a subject pronoun that is linked to the source; -1 for none in reach."""
    for at in range(place.at + 1, min(place.at + 5, place.last)):
        if tokens.kinds[at] != WORD:
            break
        number = linked.at_target(tokens.starts[at])
        if number >= 0 and linked.back[number] >= 0 and "V" in classes(tokens.lows[at]):
            return number
    return -1


def _owner(view: View, tokens: Tokens, place: Place, bitext: Bitext, passage: Passage) -> Hit | None:
    """his, her or its: the last subject of the sentence owns it, where the source has a possessive."""
    linked = links(bitext, passage, view.text)
    own = linked.at_target(place.span.start)
    if own < 0:
        return None
    there, shown = of_possessive(linked, own, bitext.language)
    if there < 0:
        several = of_several(view, tokens, place, linked, own) if bitext.language == "fr" else None
        return _hit(view, place, several, bitext, 0.9) if several and place.low != "its" else None
    if shown:
        owner: Owner | None = Owner(shown, Proof(shown, linked.source[there].span), True)
    else:
        owner = last_owner(view, tokens, place, linked, there, bitext)
        if owner is None and place.low != "its":
            owner = owner_before(view, tokens, place, bitext, passage)
        if owner is None and place.low != "its":
            owner = named_before(view, tokens, place, bitext, passage)
        if owner is None and place.low != "its":
            owner = owner_after(view, tokens, place, bitext, linked) or spouse(view, place, linked, there)
        if place.low != "its":
            body = body_before(bitext, passage, linked.source[there].span.start)
            body = body or (body_for(view, place, bitext, passage) if owner is None else None)
            owner = Owner("n", body, False) if body else owner
    if owner is None or owner.gender == _GENDERS[place.low] or epicene(linked):
        return None
    said = [low for low in tokens.lows[place.first : place.at] if low in _SUBJECTS]
    if said and said[-1] == "it" and place.low != "its":
        return None  # « lorsqu’elle encourage » is “when it encourages”: a thing, and no owner
    if place.low == "its":
        person = person_in_front(view, tokens, place)
        if person is None or not (person.certain or not person.named) or person.gender not in ("", owner.gender):
            return None  # a country or a firm that looks like a name owns things too
    return _hit(view, place, owner.proof, bitext, 0.85 if owner.certain else 0.75)


def _hit(
    view: View, place: Place, proof: Proof, bitext: Bitext, confidence: float, safety: Safety = SUGGEST
) -> Hit | None:
    passage = bitext.at(place.span.start)
    asked = passage is not None and passage.source.of(bitext.source).rstrip(" »\u00a0\u202f").endswith("?")
    if asked and bitext.source[proof.span.start - 1 : proof.span.start] == "-":
        return None  # « La crise va-t-elle durer ? » is about the crisis
    new = _FORMS[proof.gender][place.low]
    if view.text[place.span.start].isupper():
        new = new.capitalize()
    said = proof.span.of(bitext.source)
    message = f"the source has “{said}”: {_WHO[proof.gender]}"
    return Hit(place.span, message, (new,), confidence, safety, Evidence(proof.span, said))
