"""text -> full stops that cut a name in two: a link ended there, and the machine took that for the end."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.regex import rx
from mtcheck.text import Span

OFFICE = (
    r"(?:Ministr(?:y|ies)|Ministers?|Departments?|Secretar(?:y|ies) of State|Institutes?|Agency|Offices?|Federation"
    r"|Commission|Committee|Council|Directorate|Delegate|Union|House|Court|Centre|Center|School|Faculty)"
)
"""What a name follows: the Ministry of."""


def names_cut(text: str) -> Iterator[tuple[Span, float]]:
    """Ministry of Energy. Transition; Théâtre des. Champs; the newspaper. Le Progrès on Monday."""
    called = (
        r"\b(?:newspaper|daily|weekly|magazine|channel|station|site|agency|film|novel|album|group|company|brand|restaurant"
        r"|hotel|theatre|airline|manufacturer|club|party|daily newspaper|supermarket|bank)(\.)"
        r"(?= (?:(?:Le|La|Les) [A-ZÀ-Þ]|L’[A-ZÀ-Þ])[\w’-]+(?: [A-ZÀ-Þ][\w’-]+)*"
        r" (?:on|in|at|for|by|with|and|has|had|was|will)\b)"
    )
    for found in rx(called).finditer(text):
        ahead = text[start_of(text, found.start(), ". ", "\n") : found.start()]
        if not rx(r"\b(?:is|was) (?:an?|the) \w+$").search(ahead):
            yield Span(*found.span(1)), 0.7
    for found in rx(r"(?<= )(?:des|du|della|del|von|van der|der)(\.)(?= [A-ZÀ-Þ])").finditer(text):
        yield Span(*found.span(1)), 0.85
    french = r"\b(?:Prix|Palais|Musée|Théâtre|Château|Hôtel|Stade|Place|Boulevard|Gare|Pont|Fondation|Salle|Café)(\.)"
    goes_on = r"(?= [A-ZÀ-Þ][a-zà-ÿ’-]+ (?:in|for|on|at|of|and|was|is|has|will|by|to|with)\b)"
    for found in rx(french + goes_on).finditer(text):
        yield Span(*found.span(1)), 0.75
    learned = r"\b(?:Museum|Academy|University|School|Conservatory|College|Faculty|House|Court) of (?:the )?[A-Z][a-z]+"
    fields = r"(?:Arts?|Sciences|History|Studies|Languages|Letters|Rights|Law|Medicine|Music|Affairs|Justice)"
    for found in rx(rf"{learned}(\.) {fields}(?=[.,;”\")]|$| (?:in|of|at|on|and|has|is|was|will)\b)").finditer(text):
        yield Span(*found.span(1)), 0.8
    for found in rx(rf"\b{OFFICE} (?:of|for) (?:the )?[A-Z][a-z]+(\.) (?:and )?([A-Z][a-z]+)(?=[.,;”\")]|$)").finditer(
        text
    ):
        low = found.group(2).lower()
        if "N" in classes(low) and low.endswith(("tion", "ment", "ty", "ing", "ure", "sport", "rs", "th", "ce", "ry")):
            yield Span(*found.span(1)), 0.75


def relatives_cut(text: str) -> Iterator[tuple[Span, str]]:
    """a tour in the spring. Which will begin in Metz. -> , which will begin; sank off. Ouessant -> off Ouessant."""
    relative = (
        r"(?<=[a-z]{3})\. (Which|Whose [a-z]+) (?:will|would|is|are|was|were|has|have|had|must|can|could) "
        r"[^.!?\n“”]{3,160}\.(?=\s|$)"
    )
    for found in rx(relative).finditer(text):
        yield Span(found.start(), found.start(1) + 1), ", w"
    for found in rx(r"\b(?:of|to|from|by|with|in|at|for|on) the(\.)(?= [A-ZÀ-Þ][a-zà-ÿ]+ [a-z])").finditer(text):
        yield Span(*found.span(1)), ""  # belongs to the. Norwegian shipowner
    sunk = r"\b(?:sank|sunk|drowned|capsized|anchored|rescued|adrift|fishing|sailing|ran aground) off(\.)(?= [A-ZÀ-Þ])"
    for found in rx(sunk).finditer(text):
        yield Span(*found.span(1)), ""
