"""One name of the source, two names in the translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.align.links import links
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.6
_NAME = (
    r"(?<!\w)(?!(?:La|Le|Les|L|Un|Une|Des|Du|De|Au|Aux|Dans|En|Pour|Par|Sur|Cette|Ce|El|Los|Las|Il|Die|Der|Das)\b)"
    r"[A-ZÀ-Þ][\w-]+(?: (?:de la |de l’|du |de |des |d’|del |di |da |della )[\w-]{3,}| [A-ZÀ-Þ][\w-]{2,}){1,3}(?!\w)"
)
_ENGLISH = (
    r"(?!(?:The|A|An|On|In|At|This|His|Her|Its|Their)\b)[A-Z][\w-]+(?:(?: (?:of|for|and|on)(?: the)?)? [A-Z][\w-]+)*"
)


class Rendering(NamedTuple):
    """What stands for a source name at one place."""

    span: Span
    text: str
    source: Span


@rule(
    "inconsistent-name",
    safety=SUGGEST,
    bad=[
        Example(
            "The Strait Commission met on Monday. On Tuesday the Strait Commission voted, and the fishermen went home."
            " The [[Commission of the Strait->Strait Commission]] will publish its report in May.",
            "fr",
            "La Commission du Détroit s’est réunie lundi. Mardi, la Commission du Détroit a voté, et les pêcheurs sont"
            " rentrés chez eux. La Commission du Détroit publiera son rapport en mai.",
        ),
    ],
    good=[
        Example(
            "The Strait Commission met on Monday. The Strait Commission voted on Tuesday, and the fishermen went home."
            " The Commission will publish its report in May.",
            "fr",
            "La Commission du Détroit s’est réunie lundi. La Commission du Détroit a voté mardi, et les pêcheurs sont"
            " rentrés chez eux. La Commission publiera son rapport en mai.",
        ),
    ],
)
def inconsistent_name(view: View) -> Iterator[Hit]:
    """The same name of the source is translated in two ways.

    The words of a source name are linked to the English ones. Where a name stands three times or more and all but one
    or two of its translations are the same, the others are offered that one. Short forms (the Commission) and what is
    not written with capitals are left alone.
    """
    bitext = view.bitext
    if bitext is None:
        return
    names: dict[str, list[Rendering]] = {}
    for passage in bitext.trusted(_TRUST):
        for name, rendering in _renderings(view.text, bitext, passage):
            names.setdefault(name, []).append(rendering)
    for renderings in names.values():
        counts = Counter(rendering.text for rendering in renderings)
        (best, most), *others = counts.most_common()
        if not others or most < 2 or most <= sum(count for _, count in others):
            continue
        for rendering in renderings:
            if rendering.text != best and set(_words(best)) == set(_words(rendering.text)):
                said = rendering.source.of(bitext.source)
                yield Hit(
                    rendering.span, f"elsewhere “{said}” is {best}", (best,), 0.75,
                    evidence=Evidence(rendering.source, said),
                )  # fmt: skip


def _renderings(text: str, bitext: Bitext, passage: Passage) -> Iterator[tuple[str, Rendering]]:
    """The names in a passage's source, and the capitalised English words that stand for each."""
    found = [m.span() for m in rx(_ENGLISH).finditer(text, passage.target.start, passage.target.end)]
    if not found:
        return
    linked = links(bitext, passage, text)
    for name in rx(_NAME).finditer(bitext.source, passage.source.start, passage.source.end):
        numbers = [at for at, word in enumerate(linked.source) if name.start() <= word.span.start < name.end()]
        places = [linked.target[linked.there[at]].span.start for at in numbers if linked.there[at] >= 0]
        around = {span for span in found if any(span[0] <= place < span[1] for place in places)}
        if places and len(around) == 1:
            span = Span(*around.pop())
            yield name.group(), Rendering(span, span.of(text), Span(*name.span()))


def _words(name: str) -> list[str]:
    """The words of a name that are not little ones: two orders of the same words are two renderings of one name."""
    return [word.lower() for word in name.split() if word not in ("of", "the", "for", "and", "on", "The")]
