"""view -> the language it was translated from, judged by what the English kept of it.

A score is a sum of weights (`lang.fingerprints`): words left in the text or typical of one country's press, forms of
names, and frames such as `this Monday` (French), `Last Monday (18)` (Portuguese) or `The governor He signed` (Spanish).
One pass over the distinct words and some forty expressions. Words alone do not decide: good English about Germany has
CDU and Bundestag too, so a frame must be among the evidence. Where the traces say nothing, a short text is asked for
the mistakes that each language makes (`_by_mistakes`): to put the cry in the sky is Spanish. Else French is assumed.
"""

from __future__ import annotations

from functools import cache
from itertools import islice

from mtcheck.analysis.lexicon import known
from mtcheck.analysis.packs import spoken_by
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.lang import fingerprints
from mtcheck.lang.packs import load
from mtcheck.typed import NamedTuple

DEFAULT = "fr"
_ENOUGH = 2.0
"""A score below it names no language: two good hints, or one word that nearly decides."""
_TOPIC = 1.6
"""Cities, countries and names count so much at most: a text on Berlin need not come from Germany."""
_TRACE = 0.6
"""What frames must weigh together: words alone may be the topic (a party, a paper, a street), not the translator’s."""
_UNSURE = 0.4
"""The most confidence without such a trace, or with one piece of evidence: too little to decide."""
_REPEATS = 3
"""A frame counts at most so often: one habit of one translator is one habit."""


SURE = 0.5
"""Confidence from which a text is treated as coming from another language than French."""
_ASKED = 1500
"""Characters of a text that are asked for the mistakes of a language."""
_ENOUGH_FRENCH = 2
"""Words of France that make a longer text French without asking."""
_SIDE = 0.25
"""What a trace weighs beside a mistake: it decides between languages that make the same one."""

_HINT = 4.0
"""What a word of France adds to its traces: with it, one entry of another language does not decide."""


class Provenance(NamedTuple):
    """The language, how sure that is (0 where French is only assumed, towards 1), and what speaks for it."""

    language: str
    confidence: float
    evidence: tuple[str, ...]
    scores: dict[str, float]


def source_language(view: View) -> Provenance:
    """The language to treat `view` as translated from: what its traces or its mistakes make sure, else French."""
    if not view.words.isdisjoint(fingerprints.FOREIGN) or "day (" in view.text:
        found = provenance(view)
        if found.confidence >= SURE:
            return found
    return _by_mistakes(view) or Provenance(DEFAULT, 0.0, (), {})


def _by_mistakes(view: View) -> Provenance | None:
    """The language of which more entries speak than French ones do; None where no other language's do.

    In 1,800 clean texts an entry of another language than French spoke nine times.
    """
    long = len(view.text) > _ASKED
    hints = view.words & _hints()
    if long and len(hints) >= _ENOUGH_FRENCH:
        return None
    made: dict[str, dict[str, float]] = {}
    if long:
        view = View(view.text[:_ASKED])
    for language in fingerprints.LANGUAGES[1:]:
        said = _mistakes(view, language)
        if len(said) > long:  # in a long text one entry may err
            made[language] = said
    if not made:
        return None
    made[DEFAULT] = _mistakes(view, DEFAULT)
    traces = provenance(view).scores
    if hints:
        traces[DEFAULT] += _HINT
    scores = {language: sum(said.values()) + _SIDE * traces[language] for language, said in made.items()}
    best = max(scores, key=lambda language: (scores[language], language == DEFAULT))
    if best == DEFAULT:
        return None
    return Provenance(best, SURE, tuple(made[best]), scores)


@cache
def _hints() -> frozenset[str]:
    """What only a text from France is likely to speak of: its prefects, its communes."""
    return frozenset(word for weight, words in fingerprints.WORDS[DEFAULT] if weight >= 1.0 for word in words.split())


def _mistakes(view: View, language: str) -> dict[str, float]:
    """The entries of a language that speak, each with its confidence."""
    pack = load(language)
    return {hit.entry: hit.confidence for hit in spoken_by(view, pack)} if pack is not None else {}


def provenance(view: View) -> Provenance:
    """Which language `view` was translated from."""
    scores = dict.fromkeys(fingerprints.LANGUAGES, 0.0)
    proof: dict[str, list[str]] = {language: [] for language in scores}
    topics, traces = dict(scores), dict(scores)
    for word in sorted(view.words):
        for language, weight in _of_word(word):
            (topics if weight <= 1.0 else scores)[language] += weight
            proof[language].append(word)
    for language, topic in topics.items():
        scores[language] += min(topic, _TOPIC)
    for expression, weights in fingerprints.FRAMES:
        matches = [match.group() for match in islice(rx(expression).finditer(view.text), _REPEATS)]
        for language, weight in weights.items() if matches else ():
            scores[language] += weight * (1 + 0.5 * (len(matches) - 1))
            traces[language] += weight
            proof[language].append(matches[0])
    order = sorted(scores, key=lambda language: -scores[language])
    best, second = order[0], order[1]
    lead = scores[best] - scores[second]
    if scores[best] < _ENOUGH or lead <= 0.5:
        return Provenance(DEFAULT, 0.0, tuple(proof[DEFAULT]), scores)
    confidence = round(min(0.99, lead / (scores[best] + 1.0) * min(1.0, lead / 4.0 + 0.4)), 2)
    evidence = tuple(dict.fromkeys(proof[best]))
    if traces[best] < _TRACE or len(evidence) < 2:
        confidence = min(confidence, _UNSURE)
    return Provenance(best, confidence, evidence, scores)


@cache
def _words() -> dict[str, tuple[tuple[str, float], ...]]:
    found: dict[str, dict[str, float]] = {}
    for language, groups in fingerprints.WORDS.items():
        for weight, words in groups:
            for word in words.split():
                found.setdefault(word, {})[language] = weight
    return {word: tuple(weights.items()) for word, weights in found.items()}


def _of_word(word: str) -> tuple[tuple[str, float], ...]:
    """The languages that `word` speaks for, with their weights."""
    listed = _words().get(word)
    if listed is not None:
        share = 1.0 if len(listed) == 1 else 0.5
        return tuple((language, weight * share) for language, weight in listed)
    if len(word) < 5 or known(word):
        return ()
    from mtcheck.lang.first_names import gender_of_first_name  # a large table, for rare words only

    return tuple(
        (language, weight * (0.5 if gender_of_first_name(word) else 1.0))
        for ending, language, weight in fingerprints.NAME_ENDINGS
        if rx(rf"(?:.*[^\W\d_])?{ending}").fullmatch(word)
    )
