from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.people import inside
from mtcheck.analysis.phrases import base_phrase, end_mark, noun_phrase
from mtcheck.analysis.regex import matches
from mtcheck.analysis.tokens import tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_LEADS = (
    "Questioned|Asked|Interviewed|Invited|Speaking|Quoted|Contacted|Heard|Reached|Guest|A guest|Consulted|Approached"
    "|Summoned|Pressed|Solicited"
)
_PAST = {
    "is": "was", "’s": "was", "'s": "was", "are": "were", "has": "had", "have": "had", "will": "would", "can": "could",
    "may": "might", "was": "was", "were": "were", "would": "would", "had": "had", "could": "could",
    "should": "should", "must": "must",
}  # fmt: skip


@rule(
    "dangling-source",
    safety=SUGGEST,
    triggers=(" according to ",),
    bad=[
        "Questioned on RTL this morning, [[it is “a question of weeks”, according to the health minister->the health"
        " minister said it was “a question of weeks”]].",
        "Asked about the delay, [[the bridge will reopen in May, according to the mayor->the mayor said the bridge"
        " would reopen in May]].",
        "Questioned by Le Soir, [[it is “a relief” according to the abbess->the abbess said it was “a relief”]].",
        "Interviewed by Le Soir, [[“it is over”, according to Marco Belli->Marco Belli said “it is over”]].",
    ],
    good=[
        "Questioned on RTL, the minister will resign, according to the mayor.",
        "Asked for years, the question is settled, according to the mayor, who left.",
        "The bridge will reopen in May, according to the mayor.",
    ],
)
def dangling_source(view: View) -> Iterator[Hit]:
    """Who was questioned stands at the end: Questioned on RTL, it is “a question of weeks”, according to the minister.

    English wants the speaker as the subject behind such an opening. Left alone where the subject that follows is a
    person, who may have been questioned.
    """
    tokens, text = tokens_of(view.text), view.text
    pattern = rf"(?:(?<=[.!?] )|(?<![^\n]))(?:{_LEADS})\b[^.;!?“”\"\n]{{3,80}}?, (?=([^\n]{{5,200}}?),? according to )"
    for found in matches(pattern, text, (" according to ",)):
        start = bisect_left(tokens.starts, found.end())
        who = bisect_left(tokens.starts, text.index("according to ", found.end(1))) + 2
        if inside(found.start(), view.quoted) or who >= len(tokens):
            continue
        end = noun_phrase(tokens, who)
        if end is None or not end_mark(tokens, end) or tokens.lows[end : end + 1] not in ((".",), ()):
            continue
        speaker = text[tokens.starts[who] : tokens.ends[end - 1]]
        said = _said(view, start, found.group(1).rstrip(", "))
        if said is not None:
            span = Span(found.end(), tokens.ends[end - 1])
            message = "who was questioned is the subject in English"
            yield Hit(span, message, ((Edit(span, f"{speaker} {said}"),),), 0.72)


def _said(view: View, start: int, clause: str) -> str | None:
    """The clause as reported speech; None where its subject is a person or its verb is not plain."""
    tokens = tokens_of(view.text)
    if clause[:1] in '“"':
        return f"said {clause}" if clause.count("“") == clause.count("”") and clause[-1] in '”"' else None
    if ". " in clause:
        return None
    pronoun = tokens.lows[start] in ("it", "there", "this", "that", "they")
    end = start + 1 if pronoun else base_phrase(tokens, start)
    if end is None or tokens.lows[end] not in _PAST or view.people.at(tokens.starts[end - 1]) is not None:
        return None
    subject = view.text[tokens.starts[start] : tokens.ends[end - 1]]
    rest = clause[tokens.ends[end] - tokens.starts[start] :]
    return f"said {subject} {_PAST[tokens.lows[end]]}{rest}"
