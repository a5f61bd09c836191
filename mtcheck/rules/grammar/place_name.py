from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.places import ALSO_NAMES, PLACES
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_IN = r"(?:in|to|from|outside|across|around|towards|via|between|In|From)"
_LEAD = (
    r"(?:in|to|from|near|of|for|at|by|and|with|outside|across|around|towards|via|between|over|against|into|leave|left)"
)


@rule(
    "place-name",
    safety=SUGGEST,
    languages=tuple(PLACES),
    bad=[
        Example("He was born in [[Londres->London]] and lives in [[Estados Unidos->the United States]].", "es"),
        Example("The train from [[Milano->Milan]] to [[Parigi->Paris]] was late.", "it"),
        Example("She flew to [[Nova York->New York]] from the [[Açores->Azores]].", "pt"),
        Example("The court in [[Köln->Cologne]] heard a man from [[Niedersachsen->Lower Saxony]].", "de"),
        Example("The fire in [[Muenchen->Munich]] burned for hours.", "de"),
        Example("The ministers met in [[Den Haag->The Hague]] and in [[Ijmuiden->IJmuiden]].", "nl"),
        Example("The mayor of [[Antwerpen->Antwerp]] agreed.", "nl"),
    ],
    good=[
        Example("Bayern beat Roma, and La Voz de Galicia asked Banco Santander Brasil.", "es"),
        Example("He plays for Bayern Leverkusen and reads Nürnberger Zeitung in Munich.", "de"),
        Example("She read the Gazet van Antwerpen in The Hague. Roma won.", "nl"),
        Example("The company Telecom Italia moved. The Corriere di Roma and the Teatro di Milano closed.", "it"),
        "He was born in Muenchen; French has no such name.",
    ],
)
def place_name(view: View) -> Iterator[Hit]:
    """A place under the name that the source gives it: Londres, Köln, Den Haag; or with an umlaut spelt out: Muenchen.

    Part of a longer name (Gazet van Antwerpen, Telecom Italia) it is left alone; a name that clubs and people have
    too is read only after `in`, `to`, `from`.
    """
    places = PLACES[view.source_language]
    text = view.text
    names = "|".join(sorted(places, key=len, reverse=True))
    pattern = (
        rf"\b(?:({_IN})|({_LEAD})|([a-z]+)) ((?:the |The )?)({names})(?![\w’-]|'\w)(?! (?:[A-ZÀ-Þ]|de |di "
        r"|van |do |da ))"
    )
    for found in matches(pattern, text, tuple(places)):
        place = found.group(5)
        if place in ALSO_NAMES and not found.group(1):
            continue
        if found.group(3) and (
            found.group(3) in ("the", "de", "di", "van", "do", "da", "von", "del", "della", "la", "le")
        ):
            continue
        yield _named(text, found.start(4), found.end(), found.group(4), places[place])
    if view.source_language == "nl":
        for found in matches(r"\bIj(?=muiden|ssel|burg|lst|meer|zer|dijk|zendijke)", text, ("Ij",)):
            yield Hit(Span(*found.span()), "Dutch writes IJ with two capitals", ("IJ",), 0.97)


def _named(text: str, start: int, end: int, article: str, new: str) -> Hit:
    """The place under its English name, with the article that this name has."""
    bare = rx(r"[Tt]he ").sub("", new) if article else new
    span = Span(start + len(article), end)
    if article and new[:4].lower() != "the ":
        span, bare = Span(start, end), new
    return Hit(span, "English has another name for this place", (bare,), 0.9)
