"""the inside of a quotation -> the attribution that stands in it, with the marks that English wants around it.

French keeps one pair of marks around « A, dit-il, B »; English closes them before the attribution and opens them
again behind it. A quotation that is attributed outside its marks too may tell what somebody else said: left alone.
"""

from __future__ import annotations

from mtcheck.analysis.attribution import Clause, clause_after
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.nearby import before
from mtcheck.analysis.phrases import PREPOSITIONS
from mtcheck.analysis.regex import rx
from mtcheck.finding import Hit, Safety
from mtcheck.lang.auxiliaries import BE, DO, HAVE
from mtcheck.lang.en import DETERMINERS, REPORTING_FINITE, REPORTING_STRONG
from mtcheck.text import Edit, Span

_INSIDE = "the attribution stands inside the quotation"
_OPEN = "the quotation is not closed before the attribution"


def incise(text: str, start: int, end: int, alone: bool = False) -> Hit | None:
    """`“…, said the mayor, …”`: the attribution inside one pair of marks.

    `start` and `end` are those of the quoted words; `alone`: no mark closes them at `end`.
    """
    if not alone and _attributed(text, start, end):
        return None
    for comma in rx(r"[,!?] (?=[a-zA-ZÀ-Þ])").finditer(text, start, end):
        clause = clause_after(text, comma.end())
        if clause is None or not clause.closed or clause.verb in _LOOSE:
            continue
        if not _speaks(text, start, comma.end(), clause, alone):
            continue
        if hit := _marked(text, comma.start(), end, alone, clause.kind):
            return hit
    return None


def _attributed(text: str, start: int, end: int) -> bool:
    """Whether the quotation has its attribution before its marks (he said: “…”) or after them (…,” he said)."""
    after = clause_after(text, end + 1) if text[end + 1 : end + 2] == " " else None
    if after is not None and after.kind in ("pronoun", "verb", "noun") and after.closed and text[end - 1] != ".":
        return True
    words = rx(r"([a-z]+)(?: (?:that|in [a-z ]{2,20}))?[:,] $").search(before(text, start - 1, 40))
    return words is not None and words.group(1) in REPORTING_FINITE


def _speaks(text: str, start: int, at: int, clause: Clause, alone: bool) -> bool:
    """Whether the clause at `at` only says who speaks; the quoted words begin at `start`."""
    if clause.kind == "pronoun":
        return _pronoun_speaks(text, at, alone)
    if clause.kind == "noun":
        if _first_word(text, at) in _IF or not _without_object(text, at, clause.verb):
            return False
        return _speaker(text, at, clause.verb) or (
            alone
            and clause.verb in REPORTING_STRONG | {"ruled"}
            and text[start].isupper()
            and _uttered(text, start, at - 2)
        )
    if clause.kind != "verb" or text[at].isupper():
        return False
    first = text[at : _stop(text, at)].split()
    return len(first) > 1 and first[0] not in ("say", "think", "hope") and first[1] not in ("it", "you", "me")


def _without_object(text: str, at: int, verb: str) -> bool:
    """Whether nothing follows the verb but where, when and to whom: not `the captain repeated his order`."""
    found = rx(rf"[^,.;:!?“”\"\n]*?\b{verb}\b(?: (\w+))?").match(text, at)
    word = found.group(1) if found else None
    if word is None or verb in ("told", "tells"):
        return True
    return word in PREPOSITIONS or word in _WHEN or (word.endswith("ly") and "R" in classes(word))


_WHEN = frozenset("as when while yesterday today tonight again this last live then later too also early out up".split())


def _uttered(text: str, start: int, end: int) -> bool:
    """Whether the last sentence of `start:end` can stand alone: it has a verb, and no `on Monday` leads it."""
    sentence = max(start, *(text.rfind(stop, start, end) + 2 for stop in (". ", "! ", "? ")))
    words = rx(r"[^\W\d_]+").findall(text[sentence:end].lower())
    if len(words) < 3 or words[0] in PREPOSITIONS or words[0] in _IF:
        return False
    return any(
        classes(word)[:1] == "M" or word in _FINITE
        or (classes(word)[:1] == "V" and any(tag in ("past", "third") for _, tag in verb_readings(word)))
        for word in words
    )  # fmt: skip


_FINITE = BE | HAVE | DO | frozenset("am ll re ve isn aren wasn don didn won we i".split())


def _stop(text: str, at: int) -> int:
    """Where the clause at `at` ends: at the next mark of any kind."""
    return rx(r"[^,.;:!?“”\"\n]*").match(text, at).end()  # type: ignore[union-attr]


def _marked(text: str, comma: int, end: int, alone: bool, kind: str) -> Hit | None:
    """The marks that are wanting around the attribution of this `kind` behind the comma."""
    stop = _stop(text, comma + 2)
    close, again = ("”", "“") if "“" in text else ('"', '"')
    outside = text[comma] == "," and f"{close}," in text and f",{close}" not in text
    closed = Edit(Span(comma, comma), close) if outside else Edit(Span(comma + 1, comma + 1), close)
    shut = Hit(closed.span, _OPEN, (close,), 0.75, Safety.SUGGEST)
    if kind != "pronoun" and (said := _described(text, stop)) < end - 3 and rx(r"\. [A-Z]").match(text, said):
        stop = said
    if stop < end - 3 and rx(r"\. [A-Z]").match(text, stop):
        edits = (closed,) if alone else (closed, Edit(Span(stop + 2, stop + 2), again))
        return Hit(Span(comma, stop + 2), _INSIDE, (edits,), 0.75, Safety.SUGGEST)
    if stop >= end - 1 or text[stop] in ".!?":
        return shut if alone else None
    if alone and stop >= end - 2 and text[stop] == "," and text[end : end + 1] in ("“", '"'):
        return shut._replace(confidence=0.78)
    if rx(r", [a-zA-Z]").match(text, stop) is None:
        return None
    if kind != "pronoun" and _apposition(text, stop + 2):
        after = _stop(text, stop + 2)  # says Ana Vidal, a regular, and nobody
        goes_on = rx(r", (?:and|but|not|so|because|since|it|we|they|i|you|there)\b", 2).match(text, after)
        stop = after if goes_on else stop
    if rx(rf", (?:{_HANGING})\b").match(text, stop) or (kind != "pronoun" and _apposition(text, stop + 2)):
        return shut._replace(confidence=0.7) if alone else None
    edits = (closed, Edit(Span(stop + 2, stop + 2), again))
    if alone and rx(r"[^.!?:“”\"\n]+[.!?]\s*(?:\n|$)").match(text, stop):  # it ends with its sentence
        last = len(text[:end].rstrip())
        return Hit(Span(comma, last), _INSIDE, ((*edits, Edit(Span(last, last), close)),), 0.7, Safety.SUGGEST)
    return Hit(Span(comma, stop + 2), _INSIDE, (edits,), 0.75, Safety.SUGGEST)


_HANGING = (
    r"before|after|while|who|when|in|on|during|without|as|whose|whereas|(?!being|nothing|everything)[a-z]{2,12}ing"
)
"""What goes on about the speaker, not with the speech."""


def _described(text: str, stop: int) -> int:
    """Where what is said of the speaker ends: `says Ana Vidal|, 34, a regular at the café|. I had never`."""
    while rx(r", [a-zA-ZÀ-Þ\d]").match(text, stop):
        age = rx(r", (?:aged )?\d{1,3}(?= (?:years old|ans)\b|[,.])").match(text, stop)
        relative = rx(r", who [a-z]+ ").match(text, stop)
        if age is None and relative is None and not _apposition(text, stop + 2):
            return stop
        stop = _stop(text, age.end() if age else stop + 2)
    return stop


def _apposition(text: str, at: int) -> bool:
    """`says Ana Vidal, head of the ward.`: words without a verb of their own, who speaks in other words."""
    end = _stop(text, at)
    relative = rx(r" (?:who|whose|which) ").search(text, at, end)  # a teacher who wrote the book
    words = text[at : relative.start() if relative else end].lower().replace("’", " ’").split()
    named = text[at].isupper() or words[0] in DETERMINERS or words[0] in ("aged", "himself", "herself", "formerly")
    tags = {tag for _, tag in verb_readings(words[0])}
    burgled = "participle" in tags and "base" not in tags
    if burgled:  # burgled four times in a year
        named, words = True, words[1:]
    if not named and gender_of_noun(words[0]) is None and not (len(words) > 1 and gender_of_noun(words[1]) is not None):
        return False  # `even in the rain`
    people = any(gender_of_noun(word) is not None for word in words[:2])  # mother of three and president of
    return not any(
        (word == "and" and not people)
        or word in ("but", "so", "i", "we", "it", "they", "don", "’s", "’re", "’m")
        or classes(word)[:1] == "M"
        or (
            classes(word)[:1] == "V"
            and any(tag in ("past", "third") for _, tag in verb_readings(word))
            and ahead not in DETERMINERS  # a retired cleaner
        )
        for ahead, word in zip(("", *words), words, strict=False)
    )


def _pronoun_speaks(text: str, at: int, alone: bool) -> bool:
    """Whether `he explains` stands here; where the mark is unclosed and the clause ends there, any verb of saying."""
    found = rx(r"(?:he|she|they) (?:\w+ly |then |also |again )?(\w+)(?: again| up)?\b").match(text, at)
    if found is None:
        return False
    verb = found.group(1)
    if alone and rx(
        r"(?: (?:on|in|at|to|through|from|by|via|with|during|after|before) [^.,;:!?“”\"\n]{2,40})?[.](?:\s|$)"
    ).match(text, found.end()):
        return verb in REPORTING_STRONG
    if verb in _SAYS or (verb in _STATES and rx(r"\. [A-Z]").match(text, found.end())):
        return True
    return verb in _STATES | _SOUNDS and text[found.end() : found.end() + 1] == "," and not _condition(text, at)


def _condition(text: str, at: int) -> bool:
    """`When he talks, he jokes, and …`, `he works, he jokes`: the clause before belongs to it."""
    first = _first_word(text, at)
    return bool(first) and (first in _IF or text.startswith(f"{first} ", at))


def _first_word(text: str, at: int) -> str:
    """The word that begins the clause before `at`, in lower case."""
    ahead = before(text, at, 80).rstrip(", ")
    return next(iter(ahead[max(ahead.rfind(mark) for mark in '“".!?,;') + 1 :].lower().split()), "")


_IF = frozenset("if when whenever as while because since although though once until unless every each and but".split())


def _speaker(text: str, at: int, verb: str) -> bool:
    """Whether `the geologist explains` or `the mayor told reporters` stands here: a person who only speaks."""
    said = (
        r"(?:says|said|explains|explained|told|tells|adds|added|insists|insisted|warns|warned|recalls|recalled|sighs"
        r"|sighed|admits|admitted|confides|confided)\b"
    )
    someone = rf"(?:the|a) (?:[a-z]+ )?(?:[a-z]+) {said}(?! (?:that|he|she|they|it|us|me))"
    named = rf"[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+){{1,2}} {said}(?=[,.])"
    if rx(rf"{someone}|{named}").match(text, at) is not None:
        return True
    words = text[at : _stop(text, at)].split()
    return verb in _STATES | _SOUNDS and words[-1] == verb and gender_of_noun(words[-2]) is not None


_SAYS = frozenset(
    "said says added adds explained explains continued continues continue insists insisted recalls recalled sums"
    " concludes concluded admits confides told tells wrote writes".split()
)
_STATES = frozenset(
    "regrets regretted laments lamented deplores deplored admitted confided notes noted observes observed remarked"
    " remarks stresses stressed underlines underlined confesses confessed summarises summarised summarizes summarized"
    " assures assured states stated points".split()
)
"""Nobody is said to do these without an object, but for the words around."""
_SOUNDS = frozenset(
    "sighs sighed laughs laughed smiles smiled warns warned complains complained jokes joked protests protested argues"
    " argued whispers whispered exclaims exclaimed repeats repeated comments commented".split()
)
"""Said of a speaker where nothing follows but the comma."""
_LOOSE = frozenset("let go begin start call read".split())
