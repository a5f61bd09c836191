"""tokens -> mentions of single people: names, titles with names, nouns for people, and what stands in apposition.

A mention that may be a person is worth more than none: it keeps rules silent. So a capitalised run that could be a
name counts, unless its place or its words speak against it (`in Tarbonne`, `the Port Police`, `EDF`).
"""

from __future__ import annotations

from functools import lru_cache

from mtcheck.analysis.lexicon import classes, known
from mtcheck.analysis.tokens import MARK, WORD, Tokens
from mtcheck.lang import en, human
from mtcheck.lang.first_names import gender_of_first_name

_PLACE_BEFORE = frozenset("in at near to from into towards toward via around".split())
_SETTLEMENT = frozenset(
    "city town village port commune suburb district region province county island bay river".split()
)
_NOT_NAMES = frozenset(
    [day.lower() for day in (*en.WEEKDAYS, *en.MONTHS)]
    + "i english french german spanish italian dutch portuguese european american british christmas easter god internet"
    " read photo photos video source update also according".split()
)
_PLACES = frozenset(
    "adelaide alba asuncion asunción catalina charlotte concepcion concepción constance florence guadalupe jordan leon"
    " león lorraine lourdes mercedes milan montserrat nancy orlando rosario salvador santiago sofia trinidad victoria"
    " georgia paris sidney".split()
)
"""First names that, alone, are rather a city, a state or a firm: Milan has sold its captain."""
_VERB_BEFORE = frozenset("to will would can could may might must shall should not they we i you".split())


class Mention:
    """One mention, tokens `first` to `last`. `proof` is the token that shows the gender, a `word` or a `first name`.

    A plain class: it is filled in bit by bit, and `dataclasses` takes as long to load as a short text to examine.
    """

    __slots__ = ("complement", "definite", "first", "gender", "last", "name", "noun", "proof", "same_as", "sort")

    def __init__(
        self,
        first: int,
        last: int,
        name: str = "",
        noun: str = "",
        gender: str = "",
        proof: int = -1,
        definite: bool = False,
        complement: str = "",
    ):
        self.first = first
        self.last = last
        self.name = name
        self.noun = noun
        self.gender = gender
        self.sort = "word"
        self.proof = proof
        self.definite = definite
        self.complement = complement
        self.same_as = -1


_MAKES = frozenset("farmer grower teacher officer worker engineer designer artist breeder inspector".split())


@lru_cache(maxsize=16384)
def gender_of_noun(low: str) -> str | None:
    """'f', 'm', '' for a noun for a person of either gender, None for any other word."""
    if low in human.FEMININE:
        return "f"
    if low in human.MASCULINE:
        return "m"
    if low in human.NEUTRAL:
        return ""
    if "-" in low:
        head = low.rpartition("-")[2]
        trade = head in _MAKES or (head == "driver" and not low.startswith("screw"))  # an oyster-farmer, a lorry-driver
        return gender_of_noun(head) if trade or low.startswith(("vice-", "ex-", "co-", "great-")) else None
    if len(low) > 6 and low.endswith("woman"):
        return "f"  # the postwoman, whom no lexicon has
    if len(low) > 5 and low.endswith(("woman", "man")) and "N" in classes(low):
        return "f" if low.endswith("woman") else ""
    if len(low) > 5 and low.endswith(("ist", "ologist", "ician")) and "N" in classes(low) and "J" not in classes(low):
        return ""
    return None


def mentions_of(tokens: Tokens) -> list[Mention]:
    """Every mention, in order; `apposition.join` then says which stand for one person."""
    found: list[Mention] = []
    surnames: set[str] = set()
    nouns = {low for low in tokens.places if low == "one" or gender_of_noun(low) is not None}
    text, starts, kinds = tokens.text, tokens.starts, tokens.kinds
    after = 0
    for at, low in enumerate(tokens.lows):
        capital = text[starts[at]].isupper()
        if at < after or not (capital or low in nouns) or kinds[at] != WORD:
            continue
        mention = (_name(tokens, at, surnames) if capital else None) or (_noun(tokens, at) if low in nouns else None)
        if mention is None:
            continue
        if mention.name:
            surnames.update(mention.name.split()[-1:])
        found.append(mention)
        after = mention.last
    return found


def _name(tokens: Tokens, at: int, surnames: set[str]) -> Mention | None:
    """A name that begins at `at`, with the title before it."""
    start, title, proof = at, "", -1
    while at < len(tokens) and tokens.kinds[at] == WORD and tokens.capital(at) and tokens.lows[at] in human.TITLES:
        gender = human.TITLES[tokens.lows[at]]
        if gender:
            title, proof = gender, at
        at += 1
        while at < len(tokens) and tokens.lows[at] == "." and tokens.starts[at] == tokens.ends[at - 1]:
            at += 1
    titled = at > start
    last = _run_end(tokens, at)
    if last == at:
        return None
    words = [tokens.surface(number) for number in range(at, last) if tokens.kinds[number] == WORD]
    lows = [word.lower() for word in words]
    if not titled and not _may_be_person(tokens, at, lows, words, surnames):
        return None
    mention = Mention(start, last, name=" ".join(words), noun="")
    if titled:
        mention.noun = tokens.lows[start] if gender_of_noun(tokens.lows[start]) == "" else ""
    first = gender_of_first_name(lows[0])
    if title:
        mention.gender, mention.proof = title, proof
    elif first in ("f", "m") and (len(lows) > 1 or not known(lows[0])):
        mention.gender, mention.proof, mention.sort = first, at, "first name"
    return mention


def _run_end(tokens: Tokens, at: int) -> int:
    """Where the run of capitalised words from `at` ends; particles and initials lie inside it."""
    end = here = at
    while here < len(tokens) and here < at + 8 and tokens.kinds[here] in (WORD, MARK):
        low = tokens.lows[here]
        if tokens.kinds[here] == MARK:
            if not (low == "." and here > at and len(tokens.lows[here - 1]) <= 2 and tokens.capital(here - 1)):
                break
        elif low == "'s":
            break
        elif tokens.capital(here):
            if low in en.SUBJECT_PRONOUNS or low in en.DETERMINERS or (here > at and gender_of_noun(low) is not None):
                break
            end = here + 1
        elif low not in human.PARTICLES or here == at or low in ("y", "e"):
            break
        if here > at and tokens.starts[here] - tokens.ends[here - 1] > 1:
            break
        here += 1
    return end


def _may_be_person(tokens: Tokens, at: int, lows: list[str], words: list[str], surnames: set[str]) -> bool:
    if "-" in lows[0] and gender_of_noun(lows[0]) is not None:
        return False  # Centre-back Hugo Lamy
    if lows[0] in _NOT_NAMES or human.ORGANISATION_WORDS.intersection(lows) or any(map(_acronym, words)):
        return False
    before = tokens.lows[at - 1] if at else ""
    if len(lows) == 1 and lows[0] in _PLACES and words[0] not in surnames:
        return False
    if gender_of_first_name(lows[0]):
        return len(lows) > 1 or words[0] in surnames or not (known(lows[0]) or before in _PLACE_BEFORE)
    if words[-1] in surnames and before != "the":
        return True
    if not known(lows[0]) and (before in human.TITLES or gender_of_noun(before) is not None):
        return True
    if known(lows[0]) or before in ("the", "'s") or before in _PLACE_BEFORE:
        return False
    if (
        before == "of"
        and at > 1
        and (tokens.lows[at - 2] in _SETTLEMENT or gender_of_noun(tokens.lows[at - 2]) is not None)
    ):
        return False
    if any(known(low) for low in lows if low not in human.PARTICLES):
        return False
    return len(lows) > 1 or _acts(tokens, at)


def _acts(tokens: Tokens, at: int) -> bool:
    """Whether the word at `at` does or says something: one unknown capitalised word is a person only then."""
    after = tokens.lows[at + 1] if at + 1 < len(tokens) else ""
    before = tokens.lows[at - 1] if at else ""
    if after in ("also", "then", "never", "always", "still", "already") and at + 2 < len(tokens):
        after = tokens.lows[at + 2]
    return after == "'s" or classes(after)[:1] in ("V", "M") or before == "by" or before in en.REPORTING_FINITE


def _acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _noun(tokens: Tokens, at: int) -> Mention | None:
    """A noun for one person at `at`."""
    low = tokens.lows[at]
    if low == "one" and tokens.lows[at - 1 : at + 2] == ("the", "one", "who") and tokens.starts_sentence(at - 1):
        return Mention(at, at + 1, noun=low, definite=True)
    gender = gender_of_noun(low)
    before = tokens.lows[at - 1] if at else ""
    if gender is None or before == "-" or (low == "head" and tokens.lows[at + 1 : at + 2] != ("of",)):
        return None
    if low == "star" and tokens.capital(at) and not tokens.starts_sentence(at):
        return None  # the Star of Valcombe, a club
    if gender and tokens.capital(at) and at and tokens.capital(at - 1) and before not in human.TITLES:
        return None  # Roseanna Monk: a surname
    if before in _VERB_BEFORE:
        return None  # `he will recruit`, `to coach`
    if tokens.capital(at) and at + 1 < len(tokens) and tokens.lows[at + 1] == "-":
        return None
    after = tokens.lows[at + 1] if at + 1 < len(tokens) else ""
    if after and tokens.kinds[at + 1] == WORD and not tokens.capital(at + 1) and gender != "f":
        kinds = classes(after)
        if kinds[:1] == "N" and "V" not in kinds and gender_of_noun(after) is None and after not in en.DETERMINERS:
            return None  # `player salaries`, `a star witness`
        if gender_of_noun(after) is not None:
            return None  # `the woman driver`, `the student nurse`: the second noun counts
    proof = at if gender else -1
    if not gender and _womens(tokens, at):
        gender, proof = "f", at
    led = tokens.lows[max(0, at - 3) : at]
    definite = ("the" in led or "this" in led) and not {"new", "next", "future", "other"} & set(led)
    return Mention(
        at, at + 1, noun=low, gender=gender, proof=proof, definite=definite, complement=_complement(tokens, at + 1)
    )


def _womens(tokens: Tokens, at: int) -> bool:
    """`the captain of the women’s team`, `a female driver`, `the lady mayor`."""
    if at and tokens.lows[at - 1] in ("female", "woman", "lady", "girl", "pregnant"):
        return True
    relative = at + 1 + (tokens.lows[at + 1 : at + 2] == (",",))
    if tokens.lows[relative : relative + 3] in (
        ("who", "gave", "birth"),
        ("who", "is", "pregnant"),
        ("who", "was", "pregnant"),
    ):
        return True
    if tokens.lows[relative : relative + 1] == ("who",) and "pregnant" in tokens.lows[relative : relative + 6]:
        return True  # a nurse who was eight months pregnant
    return tokens.lows[at + 1 : at + 5] in (("of", "the", "women", "'s"), ("of", "the", "women's", "team"))


def _complement(tokens: Tokens, at: int) -> str:
    """What the office is of: `of the Republic`, `of Port-Tresco`."""
    if at >= len(tokens) or tokens.lows[at] != "of":
        return ""
    words: list[str] = []
    for number in range(at + 1, min(at + 6, len(tokens))):
        if tokens.kinds[number] != WORD:
            break
        if tokens.lows[number] not in ("the", "a", "of") and not tokens.capital(number) and words:
            break
        if tokens.lows[number] != "the":
            words.append(tokens.lows[number])
    return " ".join(words)
