"""a token that is no word -> the two English words that it was made of, and whether that is beyond doubt."""

from __future__ import annotations

from functools import lru_cache

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes, frequency, known
from mtcheck.lang.auxiliaries import BE, HAVE, MODALS
from mtcheck.lang.en import HYPHENED, REPORTING_STRONG
from mtcheck.lang.rare import RARE
from mtcheck.lang.trades import SPOKEN_OF

_LEFT = frozenset("that the which and with from this these their they have were when because but he of his her".split())
"""Words that may stand first in a fused pair. Prefixes of English compounds (in-, on-, out-, over-) may not."""
_RIGHT = frozenset(
    "and the that which with from for but who was were has had have their they this these before after because when"
    " while his her into about against of in by behind during without under between through until since across within"
    " where towards according".split()
)
_JOINING = frozenset("and to of the that with from for but who was were has had by at on is are which when as".split())
_LEADING = _JOINING | frozenset(
    "in into over under about between after before during against until since through".split()
)
_OTHERS = frozenset("in it be he she his her they their its this an not a we you have".split())
_OWNED = frozenset("the this these his their its our".split())
_SAID = frozenset("said says told announced declared explained confirmed".split())
_LONGEST = 50
"""Letters: two English words are no longer."""
_PLAIN = frozenset("and the of to with from which that for".split())
"""No English word that the lexicon lacks is one that it has and one of these: five large texts were searched."""
_NEXT = frozenset("their these this".split())
_SUBJECTS = frozenset("they he she we it".split())
_ARCHAIC = frozenset("therefor wherefor thereat thereof whereat hereat thereon hereof hereby herein".split())
_COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty many several hundred thousand"
    " million billion".split()
)
_BEFORE_COUNTS = _LEADING | frozenset("nearly least most only".split())
_DEGREES = frozenset("very too more most less quite rather".split())
_AUXILIARIES = BE | HAVE | MODALS
_DOING = frozenset("did does could would should".split())
_AFTER_ED = frozenset("to on at in by of with from for as into during".split())
_COUNTED = frozenset("three seven eight eleven twelve fifteen twenty thirty forty fifty several".split())
"""Numbers that end no English word: plays|three."""
_DONE = frozenset(
    "born held taken given seen found kept built sold sent made paid told lost left won broken written drawn thrown"
    " known shown chosen driven stolen fallen hidden frozen hung brought bought caught taught".split()
)
"""Irregular participles, before a preposition: born|in."""
_BEFORE_NOUN = frozenset(
    "new former last next first second third local young same other national federal prime public french german"
    " spanish italian european american british russian current future great small large several many".split()
)


@lru_cache(maxsize=8192)
def parted(word: str) -> tuple[str, bool] | None:
    """The two words that `word`, which is none, is made of."""
    if not 5 <= len(word) <= _LONGEST or not word.isascii() or not word.isalpha() or known(word) or word in RARE:
        return None
    return _small(word) or _split(word) or _pair(word)


def _small(word: str) -> tuple[str, bool] | None:
    """andto, ofthe, forsix: two small words, of which one joins."""
    for cut in range(2, len(word) - 1):
        if word[:cut] in _JOINING and word[cut:] in _JOINING | _OTHERS:
            return f"{word[:cut]} {word[cut:]}", True
        if word[:cut] in _BEFORE_COUNTS and word[cut:] in _COUNTS:
            return f"{word[:cut]} {word[cut:]}", True
        if word[:cut] in _LEADING and word[cut:] in _OWNED and word != "inits":
            return f"{word[:cut]} {word[cut:]}", True
    return None


def _pair(word: str) -> tuple[str, bool] | None:
    """Where `word`, which is none, is two words that stand side by side in any English text: threemonths, verylong."""
    found: list[tuple[int, str, bool]] = []
    for cut in range(2, len(word) - 1):
        left, right = word[:cut], word[cut:]
        if not (known(left) and known(right)):
            continue
        rank = min(frequency(left), frequency(right))
        sure = _beside(left, right)
        if sure is not None and rank > (2 if breaks(left, right) else 4):
            found.append((rank, f"{left} {right}", sure and rank > 6))
    return max(found)[1:] if found else None


def _beside(left: str, right: str) -> bool | None:
    """True where the two make a pair beyond doubt, False where they may, None where they may not."""
    kinds = classes(right)
    if left in _COUNTS:
        return True if kinds[:2] in ("Ns", "sN") or (kinds[:1] == "N" and "s" in kinds) else None
    if left in _DEGREES:
        return True if kinds[:1] == "J" and len(right) > 3 else None
    if left in _AUXILIARIES and len(right) > 3:
        adverb = kinds[:1] == "R" or right in ("been", "also")
        verb = kinds[:1] == "V" and "N" not in kinds
        return True if adverb or verb else False if "V" in kinds else None
    if right in _DOING and len(left) > 3 and classes(left)[:1] == "N":
        return right == "did"
    if right in _AFTER_ED and left.endswith("ed") and len(left) > 4 and "V" in classes(left):
        return True
    if right in _SAID and len(left) > 3 and classes(left)[:1] == "N":
        return True
    if acts(left, right) or breaks(left, right):
        return False
    if right in _COUNTED and len(left) > 2 and any(tag in ("third", "past") for _, tag in verb_readings(left)):
        return True
    if right in _AFTER_ED | {"near", "under", "behind", "between"} and left in _DONE:
        return True
    if left in REPORTING_STRONG and left.endswith(("d", "s")) and right in ("he", "she", "they", "it", "that", "the"):
        return True
    if len(left) > 4 and len(right) > 4 and classes(left)[:1] == "N" and kinds[:1] == "J" and right not in HYPHENED:
        # a compound that the lexicon lacks (radiopharmaceutical, floodplain) looks the same
        return (
            None
            if left in ("photo", "radio", "audio", "ultra")
            or right == "plain"
            or min(frequency(left), frequency(right)) <= 6
            else False
        )
    if left in _BEFORE_NOUN and kinds[:1] == "N" and len(right) > 4:
        return False
    return None


def acts(left: str, right: str) -> bool:
    """Whether a noun and its verb were fused: ownerbought. Compounds look the same (storebought): ask for an object."""
    if len(left) < 4 or len(right) < 4 or classes(left)[:1] != "N" or classes(right)[:1] != "V":
        return False
    tags = {tag for _, tag in verb_readings(right)}
    return bool(tags & {"past", "base" if "s" in classes(left) else "third"})


def breaks(left: str, right: str) -> bool:
    """Whether a clause may have ended and another begun: has doubled|growers are. Ask for the verbs around."""
    if len(left) < 4 or len(right) < 5 or classes(right)[:1] != "N" or "s" not in classes(right) or right[-1] != "s":
        return False
    return classes(left)[:1] in ("J", "N") or any(tag in ("participle", "gerund") for _, tag in verb_readings(left))


def _split(word: str) -> tuple[str, bool] | None:
    """The best place to split an unknown token, and whether it is beyond doubt."""
    found: list[tuple[int, str, bool]] = []
    if word in _ARCHAIC or (word.endswith("through") and "b" in classes(word[:-7])):
        return None  # a walkthrough
    for cut in range(2, len(word) - 1):
        left, right = word[:cut], word[cut:]
        if right in ("of", "and", "the") and left[:-1] in SPOKEN_OF and left[-1] == "s":
            return f"{left} {right}", True
        if not (known(left) and known(right)):
            continue
        rank = min(frequency(left), frequency(right))
        if left in _LEFT and (len(right) > 3 or right in _RIGHT or right in ("it", "is", "he", "we", "in")):
            found.append(
                (
                    rank + 4,
                    f"{left} {right}",
                    rank > 5
                    and len(left) > 1
                    and (
                        left not in ("of", "her", "have") or (left == "of" and "s" in classes(right) and len(right) > 5)
                    ),
                )
            )
        elif right in _PLAIN and len(left) > 3 and rank > 2 and classes(left)[:1] != "C":
            found.append((rank + 4, f"{left} {right}", rank > 4 or len(left) > 5))
        elif right in ("in", "of", "by") and not (left.endswith("s") and known(left[:-1])):
            continue
        elif rank > 5 and len(left) > 3 and (right in _SUBJECTS or (right in _NEXT and classes(left)[:1] == "N")):
            found.append((rank + 4, f"{left}; {right}", False))
        elif right in _RIGHT and (len(left) > 3 or (len(left) == 3 and len(right) > 4)):
            found.append(
                (
                    rank + 4,
                    f"{left} {right}",
                    rank > 5
                    and (
                        right not in ("in", "of", "by", "her")
                        or (right in ("in", "of") and left.endswith("s") and known(left[:-1]))
                    ),
                )
            )
        elif left in ("he", "she") and "V" in classes(right) and len(right) > 3:
            found.append((rank + 3, f"{left} {right}", rank > 6))
        elif len(left) > 4 and len(right) > 4 and rank > 7:
            adverb = left.endswith("ly") or left in ("earlier", "already", "never", "always", "often")
            if adverb and "V" in classes(right):
                found.append((rank, f"{left} {right}", True))
    if not found:
        return None
    found.sort(reverse=True)
    if len(found) > 1 and found[0][0] - found[1][0] < 2:
        return found[0][1], False
    return found[0][1], found[0][2]
