from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.phrases import DETERMINERS, PREPOSITIONS, adverbials, is_name, noun_phrase
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_VERBS = (
    "Arrived|Died|Happened|Occurred|Came|Appeared|Disappeared|Participated|Intervened|Collaborated|Began|Started|Ended"
    "|Exploded|Collapsed|Returned|Remained|Survived|Emerged|Took place|Will arrive|Will begin|Will participate"
    "|Will attend"
    "|Will be missing|Fell|Increased|Decreased|Continues|Continue|Participate|Participates|Were present|Was"
    " present|Were born"
    "|Was born|Grows|Rises|Arrives|Arrive|Appears"
)
_NUMBER = frozenset("some several many more dozens hundreds thousands nearly almost about around over".split())


@rule(
    "intransitive-first",
    safety=SUGGEST,
    languages=("es", "it", "pt"),
    bad=[
        Example("[[Arrived at the scene three ambulances->Three ambulances arrived at the scene]].", "es"),
        Example("[[Happened yesterday a robbery in the centre of Faro->A robbery in the centre of Faro happened"
                " yesterday]].",
                "pt"),
        Example("[[Died the singer Carla Neri->The singer Carla Neri died]].", "it"),
        Example("[[Participated in the march some 300 farmers->Some 300 farmers participated in the march]].", "es"),
        Example("[[Will attend the minister and two mayors->The minister and two mayors will attend]].", "it"),
    ],
    good=[
        Example("Arrived at the scene, the divers waited. Died in 1990. Came the war, and the harbour closed.", "es"),
        Example("Began the day with a walk. Returned the call at noon.", "pt"),
        Example("Born in Faro, the singer left. Remained the question of who would pay for it.", "it"),
        "Arrived at the scene three ambulances.",
    ],
)  # fmt: skip
def intransitive_first(view: View) -> Iterator[Hit]:
    """A sentence that begins with its verb: Arrived at the scene three ambulances.

    Romance languages put a verb like `arrive`, `die` or `happen` before a new subject. Only a whole sentence of verb,
    adverbials and subject is turned round.
    """
    text = view.text
    tokens = tokens_of(text)
    for found in rx(rf"(?:(?<=[.!?:] )|(?<=[“\"\n])|(?<![\s\S]))({_VERBS}) (?=[a-zA-Z0-9])").finditer(text):
        first = bisect_left(tokens.starts, found.start())
        after = bisect_left(tokens.starts, found.end())
        last = tokens.sentence(first, first + 1)[1] - 1
        if tokens.lows[last] != ".":
            continue
        verb = found.group(1)
        transitive = verb in ("Began", "Started", "Ended", "Returned", "Continues", "Continue", "Remained", "Survived")
        for subject in (after, *adverbials(tokens, after)):
            if (subject == after and transitive) or not _begins(tokens, subject) or _end(tokens, subject) != last:
                continue
            words = text[tokens.starts[subject] : tokens.ends[last - 1]]
            middle = text[found.end(1) : tokens.ends[subject - 1]].rstrip()
            new = f"{words[0].upper()}{words[1:]} {verb[0].lower()}{verb[1:]}{middle}"
            yield Hit(
                Span(found.start(), tokens.ends[last - 1]), "English puts the subject before the verb", (new,), 0.78
            )
            break


def _begins(tokens: Tokens, at: int) -> bool:
    """Whether a subject can begin at token `at`."""
    low = tokens.lows[at]
    return low in DETERMINERS or low in _NUMBER or low[:1].isdigit() or is_name(tokens, at)


def _end(tokens: Tokens, at: int) -> int | None:
    """After the noun phrase from token `at`, over a number: some 300 farmers, three ambulances."""
    start = at
    while tokens.lows[start] in _NUMBER or tokens.lows[start][:1].isdigit():
        start += 1
    if start > at and tokens.lows[start] not in DETERMINERS and tokens.lows[start] not in PREPOSITIONS:
        end = start + 1
        while end < len(tokens) - 1 and tokens.lows[end].isalpha() and tokens.lows[end] not in PREPOSITIONS:
            end += 1
        return end if end - start < 4 else None
    return noun_phrase(tokens, at)
