"""a French passage -> its verbs of saying that stand beside a quotation, or before what is said.

« …, a reconnu leur entraîneur », « a reconnu “des erreurs” », « a assuré, à l’issue de la visite, qu’il … ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.align.links import Links
from mtcheck.analysis.witness import folded
from mtcheck.lang.reports import FINITE, PARTICIPLE, REPORTS, Report

_AUXILIARY = r"(?:(?:n’)?(?:a|ont|avait|avaient)(?:-t-(?:il|elle|on)|-(?:ils|elles))?|s’est(?:-(?:il|elle))?)"
_BEHIND = re.compile(rf"[»”]\s?,?\s?(?:{_AUXILIARY} (?:\w+ ){{0,2}}|s’|se )?$")
"""Directly after a quotation."""
_INSIDE = re.compile(rf"«[^«»]*, (?:{_AUXILIARY} (?:\w+ )?|s’|se )?$")
_INVERTED = re.compile(r"-(?:t-)?(?:il|elle|ils|elles|on)\b| (?:le|la|les|un|une|son|sa|M\.|Mme|Me) |(?: l’)| [A-ZÀ-Þ]")
_HELPED = re.compile(rf"{_AUXILIARY} (?:\w+ )?$")
_QUE = re.compile(
    r"(?: \w+ment| toutefois| aussi| cependant| pourtant| également| ainsi)?"
    r"(?:,[^,«».]{1,40},| \w+ (?:matin|soir))? (?:que |qu’)"
)
_PART = re.compile(r" (?:\w+ment )?(?:(?:des|les|un|une|le|la|ses|son|sa) |d’|l’)?«")
_FAULT = re.compile(
    r" (?:\w+ment )?(?:(?:ses|son|sa|leurs?|les|des|une|un|ces|plusieurs|quelques) )"
    r"(?:torts?|erreurs?|fautes?|faits|responsabilités?|culpabilité|échecs?|maladresses?|manquements?|mensonges?)\b"
)
_SOMEBODY = re.compile(r"(?:\b(?:lui|leur|nous|vous|me|m’|l’|les)\s?(?:a |ont |avait )?$)")
_TO = re.compile(r" (?:à|au|aux) ")


class Spoken(NamedTuple):
    """Source word `number` says something; `report` is what English makes of it."""

    number: int
    report: Report
    past: bool


def spoken(linked: Links, source: str) -> Iterator[Spoken]:
    """The verbs of `linked`'s source side that report, in order. `source` is the whole source text."""
    for number, word in enumerate(linked.source):
        low = folded(word.text)
        stem = next((low[:size] for size in range(len(low), 2, -1) if low[:size] in REPORTS), "")
        if not stem or not word.text[0].islower():
            continue
        before = source[max(linked.source[0].span.start - 4, word.span.start - 400, 0) : word.span.start]
        after = source[word.span.end : word.span.end + 80]
        helped = bool(_HELPED.search(before))
        if low[len(stem) :] not in (PARTICIPLE if helped else FINITE) or _SOMEBODY.search(before):
            continue
        if _reports(REPORTS[stem], before, after, source[word.span.end : linked.source[-1].span.end + 3]):
            yield Spoken(number, REPORTS[stem], helped or low.endswith(("ait", "aient")))


def _reports(report: Report, before: str, after: str, rest: str) -> bool:
    inside = _INSIDE.search(before) is not None and _INVERTED.match(after) is not None
    if (inside or _BEHIND.search(before)) and "only" not in report.where:
        asked = re.search(r"\?\s?[»”]\s?,?[^«»]*$", before) is not None
        return "?" not in report.where or asked
    return bool(
        ("que" in report.where and _QUE.match(after))
        or ("part" in report.where and _PART.match(after))
        or ("fault" in report.where and _FAULT.match(after))
    )
