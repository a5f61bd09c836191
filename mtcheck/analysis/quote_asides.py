"""words around a quoted fragment -> whether the sentence itself wants a comma behind the closing mark.

Not because somebody speaks: the fragment ends an opening phrase (Presented as “the finest”, the barn …) or an aside
(The firm, which calls itself “the best”, is …), or what follows adds to it (“everywhere”, including the garden).
Asked only of marks that lost the space behind them, where the comma may have gone with it.
"""

from __future__ import annotations

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.regex import rx
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.lang.en import DETERMINERS, SUBJECT_PRONOUNS


def comma_by_structure(text: str, opener: int, closer: int) -> bool:
    """Whether the sentence wants a comma behind the mark at `closer`, which the mark at `opener` opened."""
    lead = text[start_of(text, opener, ". ", "! ", "? ", "\n", ".” ", ": ") : opener].lstrip('“‘«" ')
    after = rx(r"[^.;:!?\n“”\"«»(]*").match(text, closer + 1).group()  # type: ignore[union-attr]
    words = after.split()
    if not words:
        return rx(r"“[^“”\n]{1,60}”(?:,| and|,? “)").match(text, closer + 1) is not None
    return (
        bool(rx(_ADDS).match(after))
        or _contrast(words)
        or (
            rx(_COPULA).search(lead) is not None
            and rx(r"with (?:two|three|four|five|six|seven|eight|nine|ten|\d+) ").match(after) is not None
        )
        or _elliptic(text, lead, closer, after)
        or _parallel(lead, words[0], text[closer + 1 : closer + 200])
        or _led(lead, after, rx(r"\w*").match(text, opener + 1).group())  # type: ignore[union-attr]
        or _aside(lead, words)
    )


_ADDS = (
    r"(?:including|notably|especially|particularly|in particular|even(?= $)|even though|although|whereas|namely|mainly"
    r"|as (?:did|do|does|has|have|is|was|were)"
    r"|nothing (?:more|less|else)|others?(?= (?:of|to|for|about) $)"
    r"|not (?:an?|the|another|his|her|their|to|for|in|at|on|by))\b(?! all\b)"
)
"""What comes behind a comma: `“everywhere”, including in the snow`."""


_COPULA = r"\b(?:is|are|was|were) (?:an? )?$"


def _elliptic(text: str, lead: str, closer: int, after: str) -> bool:
    """The wine is “light”, the welcome “warm”; they call it a “gift”, the majority a “duty”."""
    copula = rx(_COPULA).search(lead)
    if copula is None and rx(r" an? $").search(lead) is None:
        return False
    quoted = text[closer + 1 + len(after) : closer + 2 + len(after)] in ("“", '"')
    return (
        quoted
        and rx(r"(?:the|his|her|its|their) [a-z]+ (?:an? )?").fullmatch(after) is not None
        and (copula is not None or after.endswith(("a ", "an ")))
    )


def _contrast(words: list[str]) -> bool:
    """`“a mistake”, but the mayor refuses`, `“too dear”, while she calls it`: a clause with a subject of its own."""
    if words[0] not in ("but", "while", "so", "yet", "then") or len(words) < 3:
        return False
    if words[0] == "then":
        return any(tag in ("past", "third", "base") for _, tag in verb_readings(words[1]))
    return _subject(words[1]) and _verb_at(words[1:]) is not None


def _parallel(lead: str, first: str, after: str) -> bool:
    """He says that it is “sound”, that it will hold and that nobody …: a row of clauses."""
    return first == "that" and " that " in lead and rx(r"that [^.!?:\n]{3,120}\band that\b").match(after) is not None


def _led(lead: str, after: str, quoted: str) -> bool:
    """`Presented as “the trial of the decade”, this hearing will`: the phrase that opens the sentence ends here."""
    words = lead.replace(",", " ,").split()
    if not words or "," in words or len(words) > 14:
        return False
    first, follows = words[0].lower(), after.split()
    because_of = first == "because" and words[1:2] == ["of"]
    named = words[0] in ("The", "A", "An") and follows[0] in ("this", "these", "he", "she", "it", "they")
    timed = words[2:3] in (["after"], ["before"]) and len(words) < 8  # two days after his
    opens = because_of or named or timed or first in _PREPOSITIONS or (first == "to" and _base(words[1:2] or ["be"]))
    clause = (first in _SUBORDINATE and not because_of) or (first == "even" and words[1:2] in (["though"], ["if"]))
    tags = {tag for _, tag in verb_readings(first)}
    participle = "participle" in tags and "base" not in tags
    if not words[0][0].isupper() or not (opens or clause or participle):
        return False
    verbal = any(_finite(word) for word in (*words[2:], quoted))
    if not (clause and verbal) and (not (opens or participle) or _has_verb(words)):
        return False
    return _subject(follows[0]) and _verb_at(follows) is not None


_PREPOSITIONS = frozenset(
    "according in for with without despite after before at by on under since during faced beyond behind like as from"
    " thanks far between among amid alongside despite through".split()
)
_SUBORDINATE = frozenset("if when while although though because since whenever once unless".split())
_ROLE = frozenset(
    "as of for by about with to in presented called nicknamed dubbed named labelled deemed judged"
    " considered baptised christened titled entitled declared".split()
)
"""What stands between the participle that opens the sentence and the mark, or that participle itself."""


def _aside(lead: str, follows: list[str]) -> bool:
    """`The firm, which calls itself “the best”, is`: what stands between commas ends here."""
    if not _acts(follows):
        return False
    head, comma, aside = rx(r", (?:aged )?\d{1,2}(?=, )").sub("", lead).rpartition(", ")
    links = [
        found.end() for found in rx(r"\b(?:that|because|while|whereas|since|although|and|but|whether) ").finditer(head)
    ]
    head = head[links[-1] :] or head if links else head
    if not comma or not head:
        return False
    words, heads = aside.split(), [word.lower() for word in head.replace(",", " ").split()]
    leads = words[1:] if words[:1] and words[0] in _PREPOSITIONS | {"of", "to"} else words
    if (
        leads[:1]
        and leads[0] in ("who", "which", "whom", "whose", "where")
        and (leads is words or leads[0][-1] in "mh")
    ):
        return len(words) > 1
    if heads[0] in _PREPOSITIONS | _SUBORDINATE | _NO_HEAD or _has_verb(heads) or "," in head:
        return False
    if not words:
        return len(heads) <= 6
    if words[0].endswith("ly") and words[1:]:
        words = words[1:]
    participle = any(tag == "participle" for _, tag in verb_readings(words[0])) or words[0] == "known"
    renamed = words[0] in ("a", "an") and "and" not in words
    return (participle or renamed) and not _has_verb(words)


_NO_HEAD = frozenset("he she it they we i you to".split())


def _acts(words: list[str]) -> bool:
    """Whether the first of the words is the verb of the sentence: is, will, refused."""
    low = words[0]
    if low in _FINITE:
        return True
    if low in ("never", "also", "now", "still", "finally", "already"):
        return len(words) > 1 and _acts(words[1:])
    tags = {tag for _, tag in verb_readings(low)}
    return low.islower() and classes(low)[:1] == "V" and bool(tags & {"past", "third"})


def _subject(word: str) -> bool:
    """Whether a word can begin a subject."""
    low = word.lower()
    return low in DETERMINERS or low in SUBJECT_PRONOUNS or low in _ANYBODY or word[:1].isupper()


_ANYBODY = frozenset("there nobody everybody everyone nothing everything no all most few none".split())


def _verb_at(words: list[str]) -> int | None:
    """Which of the words, from a subject on, is the finite verb; None where a comma or a relative comes before."""
    for number, word in enumerate(words[:14]):
        low = word.rstrip(",").lower()
        if number and (_finite(low) or low in ("’s", "didn’t", "doesn’t", "won’t", "isn’t", "wasn’t")):
            return number
        if word.endswith(",") or low in ("who", "which", "that", "whose"):
            return None
    return None


def _has_verb(words: list[str]) -> bool:
    """Whether a clause stands in the words behind the first: `In Paris the mayor called it`; not: in a book called."""
    for number, word in enumerate(words[1:], 1):
        tags = {tag for _, tag in verb_readings(word)}
        after = words[number + 1] if number + 1 < len(words) else "by"
        if _finite(word) and not ("participle" in tags and after in _PREPOSITIONS | _ROLE):
            return True
    return False


_FINITE = AUXILIARIES | frozenset("won’t isn’t wasn’t hasn’t didn’t doesn’t isn't wasn't won't hasn't".split())


def _finite(word: str) -> bool:
    """A verb that can only be one: is, will, announced; not a word that may be a participle alone, or a noun."""
    low = word.lower()
    if low in _FINITE:
        return True
    tags = {tag for _, tag in verb_readings(low)}
    return classes(low)[:1] == "V" and bool(tags & {"past", "third"})


def _base(words: list[str]) -> bool:
    return any(tag == "base" for _, tag in verb_readings(words[0].lower()))
