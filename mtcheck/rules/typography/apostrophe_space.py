from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.marks import hidden, masked
from mtcheck.analysis.regex import matches
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, rule
from mtcheck.text import Span

_OWNED = r"(?!(?:mornings?|evenings?|nights?|afternoons?|[A-Z][a-z]+days?)\b)(?:[a-zà-ÿ]|[A-ZÀ-Þ][a-zà-ÿ])"
"""What a genitive owns; Dutch says ’s avonds for the evening."""
_NOT = "do|does|did|is|are|was|were|has|have|had|wo|would|could|should|ca|must|need|might"
_PRONOUN = "I|you|You|he|He|she|She|it|It|we|We|they|They|that|That|there|There|who|Who|what|What"


@rule(
    "apostrophe-space",
    safety=SAFE,
    triggers=("’ ", " ’", "' ", " '"),
    bad=[
        "The company[[ ->]]’s shares fell, and the firm’[[ ->]]s owner left.",
        "She doesn[[ ->]]’t know, and he won’[[ ->]]t come. I’[[ ->]]m not afraid; they[[ ->]]’ve left.",
        "She reads L’[[ ->]]Équipe and lives near L'[[ ->]]Aigle.",
    ],
    good=[
        "The players’ shirts, the boss’ son and rock ’n’ roll. In the ’90s he said ‘no’ twice.",
        "He called it ‘his’ s-bend. The letters ‘s’ and ‘t’ and the ‘l’ Écho of the hills.",
        "The ferry sails ’s mornings and 's evenings, as the Dutch say.",
        "The ‘don’t’ list is long. She said: 'some of them left'.",
    ],
)
def apostrophe_space(view: View) -> Iterator[Hit]:
    """A space beside an apostrophe inside a word: the company ’s, won’ t, L’ Équipe.

    The machine cuts text at apostrophes and puts it together again. Single quotation marks and plural genitives are
    left alone: a lone s, t, m, ve, re or ll must stand behind, or a lone letter of French elision before a capital.
    """
    text = view.text
    holes = masked(text)
    for pattern in (
        rf"(?<=[a-zà-ÿ]{{2}})( )[’'](?=s {_OWNED})",
        rf"(?<=[a-zà-ÿ]{{2}}[’'])( )(?=s {_OWNED})",
        rf"(?<!\w)(?:{_NOT})n( )[’']t\b",
        rf"(?<!\w)(?:{_NOT})n[’']( )t\b",
        rf"(?<![\w’'])(?:{_PRONOUN})( )[’'](?:ve|re|ll|m|d)(?= [a-z])",
        rf"(?<![\w’'])(?:{_PRONOUN})[’']( )(?:ve|re|ll|m|d)(?= [a-z])",
        r"(?<![\w’'‘])(?:[LlDd]|[Qq]u)[’']( )(?=[A-ZÀ-Þ][a-zà-ÿ]{2})",
    ):
        for found in matches(pattern, text, ("’", "'")):
            if not hidden(holes, *found.span(1)):
                yield Hit(Span(*found.span(1)), "a space stands beside the apostrophe", ("",), 0.97)
