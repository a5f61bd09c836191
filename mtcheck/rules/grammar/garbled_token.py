from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.analysis.lexicon import known
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import FLAG, SAFE, SUGGEST, rule
from mtcheck.text import Span

_OPENERS = frozenset(
    "To The In He She It They We On At For With From By This That And But A An When After Before Of".split()
)


_TRIPLED = tuple(letter * 3 for letter in "bcdefghjklmnpqrstvwxy")


@rule(
    "garbled-token",
    safety=SAFE,
    bad=[
        "You never talk about [[footballl->football]], he told them.",
        "Three new [[contract.s->contracts]] were signed.",
        "The minister [[criticizedé->criticized]] the report.",
        "The [[farmerss->farmers]] of the bay are asking for help.",
        "The captain knows it: [[pTo->to]] save the season, he must win.",
        "He said [[IAtI]] once.",
    ],
    good=[
        "Zzz, hmmm, aaah, www.example.org and sooo good.",
        "iPhone, eBay, iOS, kWh, pH, mRNA, dB, O’Brien and café.",
        "The boss’s stress and the Joneses’ dress.",
        "The résumé, the fiancé and the cliché.",
    ],
)
def garbled_token(view: View) -> Iterator[Hit]:
    """A word broken by a tag inside it: a letter doubled, split off or glued on.

    A bold first letter or a suffix in a tag of its own is translated apart. Repaired only where one known
    word remains; otherwise flagged.
    """
    text = view.text
    for found in matches(r"(?<![\w.@/-])[a-z]*([b-hj-np-tv-y])\1\1[a-z]*(?![\w.@/])", text, _TRIPLED):
        word = found.group()
        fixed = next(
            (w for w in (word.replace(found.group(1) * 3, found.group(1) * n) for n in (2, 1)) if known(w)), None
        )
        if fixed and len(word) > 4:
            yield Hit(Span(*found.span()), "a letter is set three times", (fixed,), 0.95)
    for word in sorted(word for word in view.words if word.endswith("ss") and not known(word)):
        if not (known(word[:-1]) and known(word[:-2])) or word.endswith("sss"):
            continue
        for found in re.finditer(rf"(?<![\w.@/-])({word[:-1]})s(?![\w@/’'])", text):
            yield Hit(Span(*found.span()), "the last letter is doubled", (found.group(1),), 0.95)
    stopped = r"(?<![\w.@/-])([a-z]{4,})\.(s|es|ed|d|ing|e|ly)(?![\w@/’'.]|\.\w)"
    for found in matches(stopped, text, (".s", ".e", ".d", ".ing", ".ly")):
        if known(found.group(1)) and known(found.group(1) + found.group(2)):
            yield Hit(Span(*found.span()), "a stop cuts the word", (found.group(1) + found.group(2),), 0.93)
    for found in matches(r"(?<![\w-])([a-z]{3,}(?:ed|ing|ly|s|t|n|y|d))[éèêàù](?![\w])", text, "éèêàù"):
        word = found.group()
        if known(found.group(1)) and not known(word) and len(found.group(1)) > 5 and not known(found.group(1) + "e"):
            yield Hit(Span(*found.span()), "an accent strayed to the end of the word", (found.group(1),), 0.93)
    for found in rx(r"(?<![\w’'.-])([b-hj-z])([A-Z][a-z]*)(?= [a-z])").finditer(text):
        if found.group(2) in _OPENERS:
            after_stop = rx(r"[.!?]\s$").search(text[max(found.start() - 2, 0) : found.start()]) or found.start() == 0
            word = found.group(2) if after_stop else found.group(2).lower()
            yield Hit(Span(*found.span()), "a stray letter is glued to the word", (word,), 0.75, SUGGEST)
    for found in matches(r"(?<![\w-])(?:I[A-Z][a-z]I)(?![\w-])", text, ("IA", "IE", "II", "IL", "IU")):
        yield Hit(Span(*found.span()), "the token is garbled", (), 0.6, FLAG)
