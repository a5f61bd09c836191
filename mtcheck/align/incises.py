"""a French text -> the attributions that stand inside its quotations: « A, résume le maire. B. »

French goes on inside the guillemets, English closes its marks before the attribution and opens them again behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.text import Span

_VERBS = (
    r"(?:dit|disent|écrit|admet|promet|reconnaît|prévient|poursuit|conclut|sourit|soupire|maintient|soutient|répond"
    r"|(?:résum|expliqu|affirm|assur|ajout|précis|soulign|confi|racont|insist|rappell?|not|martèl|regrett|déplor"
    r"|dénonc|témoign|observ|lanc|gliss|estim|jug|analys|détaill|compar|ironis|plaisant|s’amus|s’indign|s’inquiét"
    r"|s’inquièt|s’interrog|s’étonn|s’agac|s’emport|se souv|déclar|annonc|indiqu|calcul|constat|complèt|nuanc|justifi"
    r"|lâch|souffl|clam|avanc|argument|pest|tranch|tempèr|espèr|jur|concèd|avou|commenc|renchér|se réjou|se défend"
    r"|se désol|se félicit|s’exclam)\w{0,4})"
)
_SUBJECT = r"(?:(?:Me|M\.|Mme|Mlle|le|la|les|un|une|des|ce|cet|cette|son|sa|ses|notre|leur)\b|l’|[A-ZÀ-Þ])"
_INCISE = re.compile(
    rf", ((?:\w+-t-|\w+-)(?:il|elle|ils|elles|on)\b(?: \w+){{0,6}}"
    rf"|(?:(?:a|ont|s’est|se sont) \w{{1,25}}(?:é|it|is|u)e?s?|{_VERBS}) {_SUBJECT}[^«»:;!?.]*)([.,])(?= [^\W\d_])"
)
_QUOTED = re.compile(r"«[^«»]*»")


class Incise(NamedTuple):
    """An attribution inside a quotation, without the commas around it."""

    span: Span
    ends: bool
    """Whether the sentence ends behind it; else the quoted sentence goes on."""


def incises(source: str) -> Iterator[Incise]:
    """Every incise of the text, in order. One with a comma in it (an apposition) counts only at a sentence's end."""
    for quotation in _QUOTED.finditer(source):
        for found in _INCISE.finditer(source, *quotation.span()):
            said, ends = found.group(1), found.group(2) == "."
            after = source[found.end() : found.end() + 2].strip()[:1]
            if ends and after.isupper():
                yield Incise(Span(*found.span(1)), True)
            elif not ends and "," not in said and re.search(r"-(?:il|elle|ils|elles|on)\b", said) and after.islower():
                yield Incise(Span(*found.span(1)), False)
