from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.attribution import clause_after
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import REPORTING_STRONG
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Edit, Span


@rule(
    "attribution-broken",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "“I hold this gift in my hands”, [[S->s]]he said.",
        "“It is over,” [[H->h]]e added, smiling.",
        "“What is a tunnel for?” [[Questioned->asked]] the engineer on Sunday.",
    ],
    good=[
        "“It is over.” He added nothing.",
        "“It is over,” Emmanuel said.",
        "“I love it”: She said so.",
        "“It is over!” She laughed and left.",
    ],
)
def attribution_broken(view: View) -> Iterator[Hit]:
    """An attribution that begins like a sentence of its own.

    The clause after the quotation was cut into its own segment and got a capital, or a verb that
    cannot begin a sentence.
    """
    text = view.text
    for role in view.quotations.roles:
        if role.role != "close" or role.depth:
            continue
        at = role.mark.at
        gap = rx(r"[, ]*").match(text, at + 1).end()  # type: ignore[union-attr]
        if not text[gap : gap + 1].isupper():
            continue
        before = text[at - 1]
        comma = before == "," or "," in text[at + 1 : gap]
        fused = before not in ".!?…" and (gap == at + 1 or "," not in text[at:gap])
        clause = clause_after(text, gap)
        if clause is None:
            continue
        word = rx(r"[A-Z][a-z]*").match(text, gap)
        if word is None:
            continue
        if clause.kind == "pronoun" and (comma or fused) and word.group() != "I":
            yield Hit(Span(gap, gap + 1), "the attribution goes on the sentence", (word.group()[0].lower(),), 0.96)
        elif (
            clause.kind in ("verb", "noun")
            and (comma or fused)
            and (word.group() in ("The", "A", "His", "Her") or clause.kind == "verb")
        ):
            if (clause.closed and clause.verb == word.group().lower()) or word.group() in ("The", "A", "His", "Her"):
                yield Hit(Span(gap, gap + 1), "the attribution goes on the sentence", (word.group()[0].lower(),), 0.93)
        elif (
            clause.kind == "verb"
            and before in "?!"
            and word.group() in ("Questioned", "Asked", "Asks", "Exclaimed", "Said", "Says", "Questions")
        ):
            repair = {"Questioned": "asked", "Questions": "asks"}.get(word.group(), word.group().lower())
            same = repair == word.group().lower()
            yield Hit(
                Span(*word.span()), "the attribution goes on the sentence", (repair,), 0.93, SAFE if same else SUGGEST
            )
    for found in rx(
        r"(?<=[a-z”])\. ([a-z]+)( out)?(?: ((?:the|a|an|his|her) (?:[a-z]+ ?){1,3}"
        r"|(?:[A-ZÀ-Þ][\w’-]+ ?){1,3}))?(?=\.(?:\s|$))"
    ).finditer(text):
        verb = found.group(1)
        if verb in REPORTING_STRONG or (verb == "points" and found.group(2)):
            repair = f", {(found.group(3) or 'he').strip()} {verb}{found.group(2) or ''}"
            yield Hit(Span(*found.span()), "the attribution was cut off", (repair,), 0.7, SUGGEST)
    bare = (
        r"([”\"],|,[”\"]) ((?:the|a|an) [a-z]+(?: [a-z]+){0,2}|[A-ZÀ-Þ][\w’-]+"
        r"(?: [A-ZÀ-Þ][\w’-]+)+)(?=, (?:who|whose|aged|the)\b)"
    )
    for found in rx(bare).finditer(text):
        place = Span(found.start(2), found.start(2))
        yield Hit(Span(*found.span(2)), "the attribution lost its verb", ((Edit(place, "says "),),), 0.6, SUGGEST)
    for found in rx(r"\.([”\"]) ((?:the|a|an) (?:[a-z]+ ?){1,3}|he|she)(?=\. [“\"])").finditer(text):
        edits = (Edit(Span(found.start(), found.start() + 1), ","), Edit(Span(found.start(2), found.start(2)), "said "))
        yield Hit(Span(*found.span()), "the attribution lost its verb", (edits,), 0.6, SUGGEST)
    for found in rx(
        r"(?<=[\w])([”\"])\. (Said|Says|Added|Adds|Explains|Declares)(?= (?:(?:the|a|an|his|her)\b|[A-Z]))"
    ).finditer(text):
        yield Hit(
            Span(found.end(1), found.end()),
            "the attribution goes on the sentence",
            (f", {found.group(2).lower()}",),
            0.93,
        )
