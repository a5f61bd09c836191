"""Sentences that the source does not have."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.omissions import added
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, Example, load, rule
from mtcheck.text import Edit, Span

_ELSEWHERE = ("residue", "residue-inline", "duplicate")
"""Rules that know what to do with a line that nobody wrote."""
_HEADLINE = 20
"""Words that a headline has at most."""


@rule(
    "added-sentence",
    safety=SUGGEST,
    bad=[
        Example(
            "The lighthouse keeper retires in May. His red boat has been for sale since last autumn. [[Nobody had ever"
            " tasted such good pancakes.]] The harbour is quiet, and the fishermen repair their nets.",
            "fr",
            "Le gardien du phare prend sa retraite en mai. Son bateau rouge est à vendre depuis l’automne dernier. Le"
            " port est calme, et les pêcheurs réparent leurs filets.",
        ),
        Example(
            "The lighthouse keeper of Pen-Hir retires\n\n[[By Anne Kermarrec\n\n->]]The lighthouse keeper retires in"
            " May. The harbour is quiet, and the fishermen repair their nets.",
            "fr",
            "Le gardien du phare de Pen-Hir prend sa retraite\n\nLe gardien du phare prend sa retraite en mai. Le port"
            " est calme, et les pêcheurs réparent leurs filets.",
        ),
        Example(
            "[[All the news of the coast every morning\n\n->]]The lighthouse keeper of Pen-Hir retires\n\nThe"
            " lighthouse keeper retires in May. The harbour is quiet, and the fishermen repair their nets.",
            "fr",
            "Le gardien du phare de Pen-Hir prend sa retraite\n\nLe gardien du phare prend sa retraite en mai. Le port"
            " est calme, et les pêcheurs réparent leurs filets.",
        ),
    ],
    good=[
        Example(
            "The lighthouse keeper retires in May. His boat is for sale. The harbour is quiet.",
            "fr",
            "Le gardien du phare prend sa retraite en mai, et son bateau est à vendre. Le port est calme.",
        ),
        Example(
            "The lighthouse keeper retires in May.\n\nThe harbour is quiet.",
            "fr",
            "Le gardien du phare prend sa retraite en mai.\n\nLe port est calme.",
        ),
    ],
)
def added_sentence(view: View) -> Iterator[Hit]:
    """A sentence of the translation has no counterpart in the source.

    A caption, a teaser or a line of the scraper’s page that got into the text, or a sentence that the machine made up.
    A sentence that was cut in two is not added. What another rule removes (residue, a repeated headline) is left to it.
    A line above the headline that the source begins with is the page’s own, and so is one between the headline and
    the article (who wrote it, when): they can be taken out.
    """
    bitext = view.bitext
    if bitext is None or not bitext.complete:
        return
    taken = [hit.span for rule in load() if rule.name in _ELSEWHERE for hit in rule.check(view)]
    for passage in added(bitext, view.text):
        if not any(passage.target.touches(span) for span in taken):
            cut = _above_the_headline(bitext, passage, view.text) or _below_the_headline(bitext, passage, view.text)
            repairs = ((cut,),) if cut else ()
            yield Hit(passage.target, "the source has no such sentence", repairs, round(passage.score, 2), SUGGEST)


def _above_the_headline(bitext: Bitext, passage: Passage, text: str) -> Edit | None:
    """Takes out a line of the page that stands above the headline with which the source begins."""
    first = next((each for each in bitext.passages if each.paired), None)
    if first is None or passage.target.end > first.target.start or bitext.source[: first.source.start].strip():
        return None
    start, end = passage.target
    headline = text[first.target.start : text.find("\n", first.target.start)].rstrip()
    alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] == "\n"
    if not alone or headline[-1:] in ".!?…" or not 0 < len(headline.split()) <= _HEADLINE:
        return None
    breaks = rx(r"\n*").match(text, end)
    return Edit(Span(start, breaks.end() if breaks else end), "")


def _below_the_headline(bitext: Bitext, passage: Passage, text: str) -> Edit | None:
    """Takes out a line of the page between the headline, with which both texts begin, and the article."""
    paired = [each for each in bitext.passages if each.paired]
    if len(paired) < 2 or bitext.source[: paired[0].source.start].strip() or text[: paired[0].target.start].strip():
        return None
    start, end = passage.target
    headline, line = text[: text.find("\n")].rstrip(), text[start:end]
    if not paired[0].target.end <= start <= end <= paired[1].target.start or headline[-1:] in ".!?…":
        return None
    alone = text[start - 1] == "\n" and text[end : end + 1] == "\n" and "\n" not in line
    if not alone or line.rstrip()[-1:] in '.!?…”»"' or len(line.split()) > _HEADLINE:
        return None
    breaks = rx(r"\n*").match(text, end)
    return Edit(Span(start, breaks.end() if breaks else end), "")
