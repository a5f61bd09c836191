from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_NAME = r"(?:[A-ZÀ-Þ][\w’'-]+|de|du|d’|le|la|von|van)"


@rule(
    "honorific",
    safety=SUGGEST,
    triggers=("Mme", "M. ", "Me ", "Mlle", "Master ", "Maître", "MM.", "Mister the", "Madam the"),
    bad=[
        "“My client sleeps badly”, warns [[Me Clara->Clara]] Vasseur.",
        "[[Master Clara->Clara]] Vasseur, who represents the family, refused to answer.",
        "[[Mme->Ms]] Ravel and [[M.->Mr]] Vidal left.",
    ],
    good=[
        "Ms Ravel left. Give Me Liberty was sung.",
        "J. M. Barrie and M. Night Shyamalan met.",
        "Master Class is back. The Maître d’ bowed.",
    ],
)
def honorific(view: View) -> Iterator[Hit]:
    """A French honorific left or translated: M., Mme, Mlle, Me, Maître.

    English writes Mr and Ms, with or without a stop as this document does, and gives lawyers no title.
    """
    text = view.text
    stop = "." if rx(r"\bM(?:r|s|rs)\. ").search(text) else ""
    for found in rx(rf"(?<!\. )(?<![\w.])(Mme|Mlle|Mmes|M\.|MM\.)(?= {_NAME})").finditer(text):
        given = found.group(1)
        if given == "M." and (
            rx(r"[A-Z]\. ?$").search(text[max(found.start() - 3, 0) : found.start()])
            or text.startswith("Night", found.end() + 1)
        ):
            continue
        new = {"M.": "Mr", "MM.": "Messrs", "Mme": "Ms", "Mlle": "Ms", "Mmes": "Mses"}[given] + stop
        yield Hit(Span(*found.span(1)), "a French honorific was left", (new,), 0.85)
    for found in rx(rf"\b((?:Me|Maître|Maitre|Master)\s)(?={_NAME} {_NAME}(?:,| |\.|$))").finditer(text):
        lawyer = rx(
            r"(?i)\b(?:lawyer|client|court|trial|counsel|defen[cd]|bar|plaintiff|repres|judge|appeal|plead|family|victim)"
        ).search(text)
        if found.group(1).strip() in ("Me", "Master") and not lawyer:
            continue
        name = rx(_NAME).match(text, found.end())
        if (
            (name and rx(r"[a-z]+ $").search(text[max(found.start() - 12, 0) : found.start()] or "x "))
            or found.start() == 0
            or text[found.start() - 1] in " \n“"
        ):
            yield Hit(
                Span(found.start(), name.end() if name else found.end()),
                "English gives lawyers no title",
                (name.group() if name else "",),
                0.75,
            )
