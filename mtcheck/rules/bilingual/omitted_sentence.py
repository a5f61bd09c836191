"""Sentences of the source that the translation left out."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.omissions import omitted
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import FLAG, Example, rule
from mtcheck.text import Span


@rule(
    "omitted-sentence",
    safety=FLAG,
    bad=[
        Example(
            "The lighthouse keeper retires in May. His red boat has been for sale since last autumn. The harbour is"
            " [[quiet.]]",
            "fr",
            "Le gardien du phare prend sa retraite en mai. Son bateau rouge est à vendre depuis l’automne dernier. Le"
            " port est calme. Contactée, la mairie n’a pas souhaité répondre.",
        ),
        Example(
            "The lighthouse keeper retires in [[May.]] Forty workers came to the meeting on Friday morning, and they"
            " left before noon. The harbour is quiet, and the fishermen repair their nets.",
            "fr",
            "Le gardien du phare prend sa retraite en mai. Son bateau rouge est à vendre depuis l’automne dernier."
            " Quarante ouvriers sont venus à la réunion vendredi matin, et ils sont repartis avant midi. Le port est"
            " calme, et les pêcheurs réparent leurs filets.",
        ),
    ],
    good=[
        Example(
            "The lighthouse keeper retires in May, and his boat is for sale. The harbour is quiet.",
            "fr",
            "Le gardien du phare prend sa retraite en mai. Son bateau est à vendre. Le port est calme.",
        ),
        Example(
            "The lighthouse keeper retires in May. The harbour is quiet.",
            "fr",
            "Le gardien du phare prend sa retraite en mai. Lire aussi : Le phare de la Croix. Le port est calme.",
        ),
    ],
)
def omitted_sentence(view: View) -> Iterator[Hit]:
    """A sentence of the source has no counterpart in the translation.

    Reported at the word after which it is missing, with the sentence. Machines drop sentences that are short or stand
    at the end of a paragraph. A sentence that was joined with its neighbour is not missing, nor are links to other
    articles, credits and time stamps of the source’s page.
    """
    bitext = view.bitext
    if bitext is None or not bitext.complete:
        return
    for passage in omitted(bitext):
        said = passage.source.of(bitext.source)
        at = _word_before(view.text, passage.target.start)
        yield Hit(at, f"a sentence of the source is missing here: {_short(said)}", (), round(passage.score, 2),
                  evidence=Evidence(passage.source, said))  # fmt: skip


def _short(said: str) -> str:
    return said if len(said) <= 80 else said[:77].rsplit(" ", 1)[0] + " …"


def _word_before(text: str, at: int) -> Span:
    """The last word before `at`, with its marks; the first of the text where there is none."""
    end = len(text[:at].rstrip())
    if not end:
        first = text.split(maxsplit=1)[0] if text.strip() else ""
        start = text.find(first)
        return Span(start, start + len(first))
    start = max(text.rfind(white, 0, end) for white in " \n\u00a0") + 1
    return Span(start, end)
