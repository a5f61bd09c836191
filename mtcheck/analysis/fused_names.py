"""text -> names of days, places, languages and people that lost the space before or behind them, and what to put."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes, frequency, known
from mtcheck.analysis.regex import rx
from mtcheck.lang.en import MONTHS, WEEKDAYS
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.lang.fused import PLACES
from mtcheck.lang.lands import NATIONALITIES
from mtcheck.text import Span

_DAYS = "|".join((*WEEKDAYS, *MONTHS))


def beside_names(text: str) -> Iterator[tuple[Span, str, bool]]:
    """Each such token, the two words it was made of, and whether that is beyond doubt."""
    for pattern in _PLAIN:
        for found in rx(pattern).finditer(text):
            yield Span(*found.span()), " ".join(found.groups()), True
    for found in rx(rf"(?<![\w’'-])([a-z]{{3,}})(on|in|until|since|from|at)(?= (?:{_DAYS})\b)").finditer(text):
        if not known(found.group()) and known(found.group(1)):  # the contracton Tuesday, the matchin May
            yield Span(*found.span()), " ".join(found.groups()), True
    for found in rx(rf"(?<![\w’'-])({PLACES})([a-z]{{4,}})(?= [a-z\d])").finditer(text):
        verb = found.group(2)  # Lyonrejected
        past = any(tag in ("past", "third") for _, tag in verb_readings(verb))
        if past and classes(verb)[:1] == "V" and frequency(verb) > 4 and not known(found.group().lower()):
            yield Span(*found.span()), " ".join(found.groups()), True
    for found in rx(rf"(?<![\w@#./’'-])(near|against|between|towards|without|than)({_NAME})(?![\w@/’'-])").finditer(
        text
    ):
        yield Span(*found.span()), " ".join(found.groups()), True
    for found in rx(rf"(?<![\w’'-])([A-ZÀ-Þ][a-zà-ÿ]{{3,}}?)({_SMALL})(?= [a-zA-Z])").finditer(text):
        left, right = found.group(1).lower(), found.group(2)
        if known(found.group().lower()):
            continue
        if left in NATIONALITIES or left in _LANGUAGES:
            yield Span(*found.span()), " ".join(found.groups()), True
        elif (
            len(left) > 4 and gender_of_first_name(left) and right in _VERBS and not gender_of_first_name(left + right)
        ):
            yield Span(*found.span()), " ".join(found.groups()), False


_NAME = r"[A-ZÀ-Þ][a-zà-ÿ]{3,}"
_SMALL = "and|was|were|has|had|will|who|said|with|from|which|that|for|the|or|to|in"
_VERBS = ("was", "has", "had", "will", "who", "said")
_LANGUAGES = frozenset(
    "latin occitan basque creole flemish alsatian arabic hebrew yiddish corsican breton catalan esperanto sanskrit"
    " welsh gaelic english french german spanish italian portuguese dutch russian chinese japanese polish greek".split()
)
_LONG_DAYS = [day for day in WEEKDAYS + MONTHS if day not in ("March", "May", "August")]  # Marchand, Augustin
_PLAIN = (
    # Toulouseon Tuesday, Parisin May, Lyonwith its
    rf"(?<![\w’'-])({PLACES})(on|in|at|to|by|and|for|with|the|where|is|was|has|will)(?= (?:(?:{_DAYS})\b|[a-z\d]))",
    # Mondaymorning, Fridayin the hall, Januaryand
    rf"(?<![\w’'-])({'|'.join(_LONG_DAYS)})((?:morning|evening|night|afternoon)\b|(?:in|at|on|by|and|to|for|with"
    r"|from|after|before|until|when|because|during|the)(?= [\w“]))",
)
