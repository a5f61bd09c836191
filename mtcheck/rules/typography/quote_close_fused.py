from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS, quote_hits
from mtcheck.text import Span


@rule(
    "quote-close-fused",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "It fell “a little[[”thanks->” thanks]] to the rain.",
        "His novel, “The Salt Road”[[->, ]]which came out in May, sold well.",
        "The stew, which he calls “tar”[[->, ]]is black.",
        "Presented as “the barn of the century”[[->, ]]the hall will be sold.",
        "The firm, which sees itself as a “champion”[[->, ]]is to cut jobs.",
        "Wolves are “everywhere”[[->, ]]including in the park.",
        "“The mine will close[[”announced->,” announced]] management.",
        "“It makes sense[[”he->,” he]] added.",
        "The union called it “a bad joke[[”and->” and]] left.",
        "“We are leaving”, said the mayor. “It is late[[”he->”, he]] added.",
        "“Nobody warned us![[”she->” she]] exclaimed.",
        "“Three cars burned[[.”the->,” the]] police said.",
        "“We learn it from a screen[[”strangles->,” strangles]] a deputy of the majority.",
        "“It is eight months that we lose[[”tempers->,” tempers]] Ana Vidal, who rents nine flats.",
        "“There are no beds left[[”sums->,” sums]] up the midwife.",
        '"The ferry will stay[["said->," said]] the master.',
    ],
    good=[
        "Prices fell “a little” thanks to the harvest.",
        "He called it “a bad joke” and left.",
        "“Le Monde”’s editor denied it.",
        "The “Fire”-style headline was removed.",
        "“I have a dream” became a motto, and “We were there first” amuses the mayor.",
        "She got two “A”s and a “B”.",
        "“We are the world” sums up the mood. The phrase “We have won” calls out to the voters.",
    ],
)
def quote_close_fused(view: View) -> Iterator[Hit]:
    """A closing quotation mark touches the next word.

    French puts its attribution after « … », and the space and the comma are lost when the pieces are put
    together again. The mark gets its space back, and a reporting clause its comma, where this document
    puts it: inside the mark (“…,” he said) or outside (“…”, he said). A quoted noun phrase gets no comma.
    Marks that rightly touch what follows (”’s, ”-style, “A”s) are left alone.
    """
    text = view.text
    for hit in quote_hits(view, "quote-close-fused", "the closing quotation mark is fused to the next word"):
        mark = next((at for at in range(hit.span.start, hit.span.end) if text[at] in '”"'), None)
        if mark is not None and text.startswith("which ", mark + 1) and _aside(text, mark):
            yield Hit(Span(mark + 1, mark + 1), hit.message, (", ",), 0.93, SUGGEST)
        else:
            yield hit


def _aside(text: str, mark: int) -> bool:
    """His novel, “The Road”which came out, sold: the relative clause stands between commas."""
    opening = max(text.rfind("“", 0, mark), text.rfind('"', 0, mark))
    return (
        text[max(opening - 2, 0) : opening] == ", "
        or rx(r"which [^.,;:!?“”\"\n]{3,80}, ").match(text, mark + 1) is not None
    )
