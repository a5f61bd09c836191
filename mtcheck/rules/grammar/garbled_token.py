from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtcheck.analysis.inflect import regular_plural
from mtcheck.analysis.lexicon import classes, frequency, known
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.regex import matches, rx, spelt
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.rare import RARE
from mtcheck.rules import FLAG, SAFE, SUGGEST, rule
from mtcheck.text import Span

_OPENERS = frozenset(
    "To The In He She It They We On At For With From By This That And But A An When After Before Of".split()
)


_AFTER_A = frozenset("To The In He She It They We On At For With From By When After Before If Since".split())
"""What `a` is never the article of: aTo keep the nursery."""
_FURTHER = frozenset("No All If Why What How Who Our Their His Her There These Those Under Since Every Without".split())
_TRIPLED = tuple(letter * 3 for letter in "bcdefghjklmnpqrstvwxy")


@rule(
    "garbled-token",
    safety=SAFE,
    bad=[
        "You never talk about [[footballl->football]], he told them.",
        "It was the f[[ ->]]irst in the h[[ ->]]istory of Metz.",
        "Three new [[contract.s->contracts]] were signed.",
        "The minister [[criticizedé->criticized]] the report.",
        "The [[farmerss->farmers]] of the bay are asking for help. He sold two [[tubass->tubas]].",
        "The captain knows it: [[pTo->to]] save the season, he must win.",
        "The nuns know: [[aTo->to]] keep the roof, they must sell, and [[nNo->no]] bank will help.",
        "The [[cartridgess->cartridges]] were sold. The [[peoplee->people]] of the [[villagee->village]] met.",
        "He said [[IAtI->It]] once, and [[IApI]] twice.",
        "The [[ministtry->ministry]] wants to [[aabolish->abolish]] it, and a [[cconductor->conductor]] came.",
        "The [[ministerr->minister]] left the [[bigge.st->biggest]] [[qLast->last]] stage to her.",
    ],
    good=[
        "The n th term, the x axis and the t test; vitamin c is good. Zzz, hmmm, aaah, www.example.org and sooo good.",
        "iPhone, eBay, iOS, kWh, pH, mRNA, dB, O’Brien and café.",
        "The boss’s stress and the Joneses’ dress.",
        "The résumé, the fiancé and the cliché.",
        "The procuress, the millionairess and the ogress were handless.",
        "The divorcee, the licensee, the advisee and the mortgagee wept. Yeahh, hellooo, pleasee, taboo.",
        "The programm of the opera is out.",
        "Each buildd has a log: the buildd writes it, and the buildd network reads it.",
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
    for word in sorted(view.words):
        undoubled = _undoubled(word)
        if undoubled is not None:
            safety = SAFE if (undoubled == word[:-1] and _plainly(word)) or _surely(word, undoubled) else SUGGEST
            spans = list(spelt(word, text, r"(?<![\w.@/-])", r"(?![\w@/’'-])"))
            for span in spans if len(spans) < 3 else ():  # what comes again and again is called so: buildd
                moved = rx(r" ([a-z]+)\b").match(text, span.end)
                if moved is not None and not known(moved.group(1)) and known(word[-1] + moved.group(1)):
                    span = Span(span.start, moved.end())
                    new = f"{undoubled} {word[-1]}{moved.group(1)}"
                    yield Hit(span, "a letter went to the word before", (new,), 0.9, SUGGEST)
                    continue
                yield Hit(span, "a letter is doubled", (undoubled,), 0.95, safety)
    stopped = r"(?<![\w.@/’'-])([a-z]{3,})\.([a-z]{1,4})(?![\w@/’'(-]|\.\w)"
    for found in rx(stopped).finditer(text):
        whole = found.group(1) + found.group(2)
        suffix = known(found.group(1)) and len(found.group(1)) > 3 and found.group(2) in _SUFFIXES
        if known(whole) and (suffix or not known(found.group(1))):
            yield Hit(Span(*found.span()), "a stop cuts the word", (whole,), 0.93)
    yield from _split_off(text)
    for found in matches(r"(?<![\w-])([a-z]{3,}(?:ed|ing|ly|s|t|n|y|d))[éèêàù](?![\w])", text, "éèêàù"):
        word = found.group()
        if known(found.group(1)) and not known(word) and len(found.group(1)) > 5 and not known(found.group(1) + "e"):
            yield Hit(Span(*found.span()), "an accent strayed to the end of the word", (found.group(1),), 0.93)
    for found in rx(r"(?<![\w’'.-])([a-hj-z])([A-Z][a-z]*)(?= [a-z])").finditer(text):
        low = found.group(2).lower()
        twice = found.group(1) == low[0]
        if found.group(1) == "a" and found.group(2) not in _AFTER_A:
            continue
        if (
            found.group(2) in _OPENERS
            or (found.group(2) in _FURTHER and found.group(1) != "e")
            or (
                len(low) > 2
                and frequency(low) > 7
                and (twice or found.group(1) not in "ejmxuvntkp")
                and not known(found.group(1) + low)
            )
        ):
            after_stop = rx(r"[.!?]\s$").search(text[max(found.start() - 2, 0) : found.start()]) or found.start() == 0
            word = found.group(2) if after_stop else found.group(2).lower()
            yield Hit(Span(*found.span()), "a stray letter is glued to the word", (word,), 0.75, SUGGEST)
    for found in matches(r"(?<![\w-])(?:I[A-Z][a-z]I)(?![\w-])", text, ("IA", "IE", "II", "IL", "IU")):
        token = found.group()
        if token in ("IAtI", "IInI", "IItI", "IIfI"):
            yield Hit(Span(*found.span()), "the token is garbled", (token[0] + token[2],), 0.5, SUGGEST)
        else:
            yield Hit(Span(*found.span()), "the token is garbled", (), 0.6, FLAG)


def _split_off(text: str) -> Iterator[Hit]:
    """its f irst transplant: the first letter stands alone, and what is left of the word is none."""
    for found in rx(r"(?<=[a-z,] )([b-hj-np-z]) ([a-z]{3,})(?![\w’'-])").finditer(text):
        letter, rest = found.groups()
        whole = letter + rest
        if known(rest) or not known(whole) or frequency(whole) < 5:
            continue
        yield Hit(Span(found.end(1), found.start(2)), "a space cuts the word", ("",), 0.95)


def _may_be_doubled(word: str) -> bool:
    unknown = len(word) > 4 and word.isascii() and word.isalpha() and not known(word)
    return unknown and word not in RARE and word != "programm"


def _plainly(word: str) -> bool:
    """Whether the doubled last letter can be nothing else: not a woman’s title (procuress), a name or a German word."""
    if word.endswith("ess"):
        thing = word[:-2]  # cartridgess, not millionairess
        return classes(thing)[:1] == "N" and gender_of_noun(thing) is None and thing[-2:] in _OF_THINGS
    if word[-1] in "aeio":
        return False
    return not word.endswith(("ess", "ll", "tt", "mm", "nn", "gg")) and (len(word) > 5 or word.endswith("ss"))


def _surely(word: str, undoubled: str) -> bool:
    """Whether a letter doubled within `word` is a slip: no English word begins so, or the word is a common one."""
    if word[0] == word[1] and word[1:] == undoubled:
        return True
    return len(undoubled) > 5 and frequency(undoubled) > 5


_OF_THINGS = frozenset("ge ce se ze xe he le te ve ne me ke pe de".split())
"""How a singular ends whose plural is in -es, unless a person is meant: ogre, millionaire."""


@lru_cache(maxsize=8192)
def _undoubled(word: str) -> str | None:
    """The one known word that `word` is but for a doubled letter: ministerr, tteam, winnerrs."""
    if not _may_be_doubled(word):
        return None
    if word[-1] == word[-2] and word[-1] in "aeio":
        short = word[:-1]
        plain = classes(short)[:1] in ("N", "J", "R") and not {"X", "V"} & {*classes(short)} and frequency(short) > 5
        # a divorcee, a licensee and a quotee are what one does to them
        return (
            short if (plain or short in ("people", "police")) and len(word) > 5 and short[-2] not in "aeiou" else None
        )
    found = {
        word[:at] + word[at + 1 :]
        for at in range(len(word) - 1)
        if word[at] == word[at + 1] and (word[at] not in "aeio" or not at)
    }
    good = [each for each in sorted(found) if (frequency(each) > 4 or _plural(each)) and len(each) > 3]
    return good[0] if len(good) == 1 and len(found) < 3 and not _spelt_so(word) else None


def _plural(word: str) -> bool:
    """Whether a word that the lexicon may lack is the regular plural of a noun: tubas, bakers."""
    noun = word[:-1]
    return word.endswith("s") and classes(noun)[:1] == "N" and frequency(noun) > 2 and regular_plural(noun) == word


def _spelt_so(word: str) -> bool:
    """British or American doublings that the lexicon may lack: travelling, fulfilled, focussed."""
    return (
        rx(
            r"(?:ll|ss|pp|tt|gg|nn|mm|bb|dd|rr|cc|ff|zz)(?:ed|ing|er|ers|y|ies|or|ors|able|ation|ment|ful|e|es)$"
        ).search(word)
        is not None
    )


_SUFFIXES = frozenset("s es ed d ing e ly er ers est".split())
