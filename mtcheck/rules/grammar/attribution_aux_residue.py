from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.attribution import RESIDUE, clause_after
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.nearby import before
from mtcheck.analysis.phrases import noun_phrase
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import REPORTING_FINITE, REPORTING_PAST_OF_PARTICIPLE, SUBJECT_PRONOUNS
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span


@rule(
    "attribution-aux-residue",
    safety=SAFE,
    triggers=("has ", "have ", "-", "’t", " a ", "”a ", '"a '),
    bad=[
        "“It makes you nervous”, [[has->said]] the French president.",
        "“I will try”, [[has promised->promised]] the expert.",
        "“It was twisted”, [[a- he->he]] lamented again. “No”, [[a-t she->she]] replied. “Yes”, [[a-t-il->he]] said.",
        "“We will be there”, [[a ->]]explained the captain.",
        "“It will freeze”, [[predicts-t-he->he predicts]]. “It froze”, [[explains - t - she->she explains]].",
        "“It will hold”, [[has the mason told->the mason told]] the baker. “It fell”, [[has he written->he wrote]].",
    ],
    good=[
        "The only thing the house has is “character”.",
        "What it has, he said, is “time”.",
        "“Ours is the only village that has”, said the mayor.",
        "“Time” has the effect of healing.",
        "“Le Monde” has promised to print the letter.",
        "Check that it is listed as ‘public,’ has the location tagged, and is dated.",
    ],
)
def attribution_aux_residue(view: View) -> Iterator[Hit]:
    """The auxiliary of a French past left in the attribution.

    « …, a déclaré le président » becomes `”, has the president`; « a-t-il » leaves `a- he` or `-t-he`.
    """
    text, tokens = view.text, tokens_of(view.text)
    for role in view.quotations.roles:
        if role.role != "close" or (not role.mark.double and role.depth):
            continue
        opener = text.rfind("\n", 0, role.mark.at) if role.partner < 0 else view.quotations.roles[role.partner].mark.at
        if not role.mark.double and len(text[opener : role.mark.at].split()) < 3:
            continue  # a label: listed as ‘public,’ has the place tagged
        gap = rx(r"[,\s]*").match(text, role.mark.at + 1).end()  # type: ignore[union-attr]
        if "\n" in text[role.mark.at : gap] or text[gap : gap + 1].isupper():
            continue
        clause = clause_after(text, gap)
        if clause is None:
            continue
        if clause.kind == "residue":
            if left := rx(RESIDUE).match(text, gap):
                put, end = ("", left.end(1)) if left[2] else (_PRONOUNS[left[3]], left.end())
            else:  # a- indicated the prosecutor
                put, end = "", rx(r"(?:a|at|a-t|t)\s?-\s?(?:t-)?\s?|a ").match(text, gap).end()  # type: ignore[union-attr]
            yield Hit(Span(gap, end), "an auxiliary was left in the attribution", (put,), 0.95)
        comma = text[role.mark.at - 1 : gap].count(",") > 0 or text[role.mark.at - 1] in "!?…"
        fused = text[role.mark.at + 1 : role.mark.at + 2].isalpha()
        whole = comma or fused
        auxiliary = rx(r"(has|have) (?=([^\W\d_]+))").match(text, gap)
        if auxiliary is None or not whole or (role.partner >= 0 and _spoken_of(text, opener)):
            continue
        if clause.kind == "auxiliary":
            if compound := _compound(tokens, auxiliary.end(1) + 1):
                end, past = compound
                new = text[auxiliary.end() : tokens.starts[end]] + past
                if past == tokens.lows[end]:
                    yield Hit(Span(*auxiliary.span()), "an auxiliary was left in the attribution", ("",), 0.93)
                    continue
                yield Hit(Span(gap, tokens.ends[end]), "the attribution keeps a French compound past", (new,), 0.93)
                continue
            if auxiliary.group(2) in SUBJECT_PRONOUNS:
                yield Hit(Span(*auxiliary.span()), "an auxiliary was left in the attribution", ("",), 0.93)
                continue
            yield Hit(
                Span(*auxiliary.span(1)),
                "an auxiliary stands where the verb should",
                ("said",),
                0.93,
                SAFE if clause.closed else SUGGEST,
            )
        elif clause.kind == "verb" and auxiliary.group(2) in REPORTING_PAST_OF_PARTICIPLE:
            past = REPORTING_PAST_OF_PARTICIPLE[auxiliary.group(2)]
            if rx(r" (?:on|this|last|yesterday|in|at|to|before|during|from)\b").match(text, auxiliary.end(2)):
                continue  # `has denounced on Tuesday the mayor`: attribution-inversion puts the subject first, too
            yield Hit(Span(gap, auxiliary.end(2)), "the attribution keeps a French compound past", (past,), 0.95)
    for found in rx(r"(?<=[,”\"] )([a-z]+)(?:( ?- ?t ?- ?)|-)(he|she|they|it)\b(?!-)").finditer(text):
        forms = any(tag in ("third", "past") for _, tag in verb_readings(found.group(1)))
        if found.group(1) in REPORTING_FINITE or (forms and found.group(2)):
            yield Hit(Span(*found.span()), "a French inversion was left", (f"{found.group(3)} {found.group(1)}",), 0.93)


def _compound(tokens: Tokens, start: int) -> tuple[int, str] | None:
    """has | the mayor explained to AFP: the participle behind the subject that begins at `start`, and its past."""
    first = bisect_left(tokens.starts, start)
    end = first + 1 if tokens.lows[first] in SUBJECT_PRONOUNS | {"they"} else noun_phrase(tokens, first)
    while end is not None and end < len(tokens) and tokens.lows[end] in ("also", "then", "already", "just", "again"):
        end += 1
    past = REPORTING_PAST_OF_PARTICIPLE.get(tokens.lows[end]) if end is not None and end < len(tokens) else None
    return (end, past) if end is not None and past else None


_PRONOUNS = {"il": "he", "elle": "she", "ils": "they", "elles": "they"}


def _spoken_of(text: str, opener: int) -> bool:
    """Whether a relative clause holds the quotation: the unions, who speak of “a dead end”, have called a strike."""
    lead = before(text, opener, 80)
    return rx(r", (?:who|which|whom|whose) [^,.;:!?\n“”\"]*$").search(lead) is not None
