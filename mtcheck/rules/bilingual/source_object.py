"""him, her, himself, herself whose gender the source proves."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.bodies import body_for
from mtcheck.align.genders import Proof
from mtcheck.align.links import Links, links
from mtcheck.align.owners import epicene
from mtcheck.analysis.antecedents import Place
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.analysis.witness import folded
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.rules.bilingual.source_pronoun import possessive
from mtcheck.text import Span

_TRUST = 0.6
_FORMS = {
    "f": {"him": "her", "himself": "herself"},
    "m": {"her": "him", "herself": "himself"},
    "n": {"him": "it", "her": "it"},
}
_WHO = {"f": "a woman", "m": "a man", "n": "no person"}
_STRESSED = {"elle": "f", "lui": "m"}
_BEFORE = frozenset("avec pour chez selon apres sans contre derriere devant sur envers vers d par entre comme".split())
"""Prepositions: behind them « lui » is a man (before a verb it is anybody)."""
_BEHIND = frozenset(
    "with for to at by against without behind before after like about from of than on towards around".split()
)
_HAVE = frozenset("a ont avait avaient aura auront aurait auraient ai as avons".split())
_WOMAN = ("ee", "ie", "ue", "ise", "ite", "inte", "erte", "orte")
"""How the participle ends that agrees with a woman before it: « le public l’a applaudie »."""


@rule(
    "source-object",
    safety=SUGGEST,
    triggers=("him", "her"),
    bad=[
        Example("According to [[him->her]], the dyke will hold.", "fr", "Selon elle, la digue tiendra."),
        Example("The audience applauded [[him->her]] on Friday.", "fr", "Le public l’a applaudie vendredi."),
        Example("The residents voted against [[her->him]].", "fr", "Les habitants ont voté contre lui."),
        Example("She has paid for it [[himself->herself]].", "fr", "Elle l’a payé elle-même."),
    ],
    good=[
        Example("The audience applauded him on Friday.", "fr", "Le public l’a applaudi vendredi."),
        Example("The residents answered her.", "fr", "Les habitants lui ont répondu."),
        Example("According to him, the victim knew.", "fr", "Selon elle, la victime savait."),
        Example("She went home with her dog.", "fr", "Elle est rentrée chez elle avec son chien."),
    ],
)
def source_object(view: View) -> Iterator[Hit]:
    """A pronoun that is no subject, of another gender than the source shows.

    « Selon elle » is according to her, « elle-même » herself, and the participle of « l’a applaudie » agrees with a
    woman. A « lui » before a verb stands for men and women, and proves nothing.
    """
    bitext = view.bitext
    if bitext is None or bitext.language != "fr":
        return
    tokens = tokens_of(view.text)
    for low in ("him", "her", "himself", "herself"):
        for at in tokens.places.get(low, ()):
            passage = bitext.trusted_at(tokens.starts[at], _TRUST)
            if passage is None or (low == "her" and possessive(tokens, at)):
                continue
            linked = links(bitext, passage, view.text)
            if epicene(linked):
                continue
            proof = _stressed(tokens, at, linked) or _agreeing(linked, linked.at_target(tokens.starts[at]), low)
            if proof is None:
                continue
            place = Place(low, at, Span(tokens.starts[at], tokens.ends[at]), *tokens.sentence(at, at + 1))
            body = body_for(view, place, bitext, passage, proof.gender) if low in ("him", "her") else None
            proof = body or proof
            if new := _FORMS[proof.gender].get(low):
                said = proof.span.of(bitext.source)
                message = f"the source has “{said}”: {_WHO[proof.gender]}"
                yield Hit(place.span, message, (new,), 0.9, evidence=Evidence(proof.span, said))


def _stressed(tokens: Tokens, at: int, linked: Links) -> Proof | None:
    """« elle » or « lui » behind a preposition, or with « même », where the target has a pronoun of that kind."""
    myself = tokens.lows[at].endswith("self")
    if not myself and tokens.lows[at - 1 : at] and tokens.lows[at - 1] not in _BEHIND:
        return None
    words = [folded(word.text) for word in linked.source]
    shown = [
        number
        for number, word in enumerate(words)
        if word in _STRESSED
        and (words[number + 1 : number + 2] == ["meme"] if myself else bool(number) and words[number - 1] in _BEFORE)
    ]
    own = linked.at_target(tokens.starts[at])
    alike = [
        number
        for number, word in enumerate(linked.target)
        if (
            word.text.lower().endswith("self")
            if myself
            else word.text.lower() in ("him", "her", "it", "them") and linked.target[number - 1].text.lower() in _BEHIND
        )
    ]
    if len(shown) != 1 or alike != [own]:
        return None
    return Proof(_STRESSED[words[shown[0]]], linked.source[shown[0]].span)


def _agreeing(linked: Links, own: int, low: str) -> Proof | None:
    """The participle that shows a woman: « l’a applaudie », applauded him."""
    if low != "him" or own < 1:
        return None
    for there in (linked.back[own - 1], linked.back[own - 2] if own > 1 else -1):
        if there < 2:
            continue
        before = [folded(word.text) for word in linked.source[there - 2 : there]]
        word = linked.source[there]
        if before[0] == "l" and before[1] in _HAVE and folded(word.text).endswith(_WOMAN):
            return Proof("f", word.span)
    return None
