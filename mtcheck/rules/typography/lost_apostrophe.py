from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span

_LOST = (
    "don doesn didn isn aren wasn weren couldn wouldn shouldn hasn haven hadn".split(),
    {"im": "I’m", "ive": "I’ve", "youre": "you’re", "theyre": "they’re", "weve": "we’ve", "youve": "you’ve",
     "thats": "that’s", "whats": "what’s", "theres": "there’s", "hes": "he’s", "shes": "she’s", "cant": "can’t"},
)  # fmt: skip
_SURE = frozenset(
    "doesnt didnt isnt wasnt werent couldnt wouldnt shouldnt hasnt havent hadnt arent youre theyre weve youve".split()
)
"""Nothing else in any language that English texts quote; `dont` is French."""
_OPENS = r"(?:(?<=[“\"])|(?<=[.!?] )|(?<![^\n]))"
_BEFORE_VERB = {
    "ill": (rf"{_OPENS}(Ill)", "I’ll"),
    "id": (rf"{_OPENS}(Id)", "I’d"),
    "wont": (r"\b(?!(?:is|are|was|were|his|her|their|its|my|your|our) )[A-Za-z]+ (wont)", "won’t"),
}
"""Word -> where it stands for a short form, if a base form follows, and that short form."""
_WORDS = frozenset(f"{stem}t" for stem in _LOST[0]) | frozenset(_LOST[1])


@rule(
    "lost-apostrophe",
    safety=SAFE,
    bad=[
        "“I [[dont->don’t]] want a wall,” she said.",
        "They [[dont->don’t]] know.",
        "“[[Were->We’re]] not dealing with you,” he wrote.",
        "“[[Ill->I’ll]] be back,” he said. It [[wont->won’t]] be easy.",
        "“[[Thats->That’s]] it”, he said. “[[Its->It’s]] a shame,” the farmer wrote.",
        "The director[[ ->’]]s decision, on the Côte d[[ ->’]]Azur, doesn[[ ->’]]t please.",
        "“[[Its->It’s]] not our job to drive them home,” the firm replied.",
    ],
    good=[
        "The cant of the trade. They were not there.",
        "Were not the doors locked? Its a cappella choir sang. Its always cheerful host smiled.",
        "He slept late, as was his wont. Ill health kept her at home. They are wont to complain. “Id est.”",
        "He’s here; we’re late. The chairman, John Ive, agreed.",
    ],
)
def lost_apostrophe(view: View) -> Iterator[Hit]:
    """A short form that lost its apostrophe: dont, thats, “Were not going”.

    Accents and apostrophes were stripped together. Only forms that are no words of their own are repaired.
    """
    text = view.text
    mark = "'" if "'" in text and "’" not in text else "’"
    for word in sorted(_WORDS & view.words):
        import re  # slow to load, and seldom asked for

        for found in re.finditer(rf"(?<![\w’'-])(?i:{word})(?![\w’'-])", text):
            given = found.group()
            if given[0].isupper() and rx(r"[A-Z]\w* $").search(text[max(found.start() - 20, 0) : found.start()]):
                continue  # `John Ive`
            if given.isupper() or (
                word in ("cant", "hes")
                and not rx(r"(?:\b(?:[Ii]|[Yy]ou|[Ww]e|[Tt]hey|[Hh]e|[Ss]he) |[“] ?)$").search(
                    text[max(found.start() - 6, 0) : found.start()]
                )
            ):
                continue
            repair = _LOST[1].get(word, f"{word[:-1]}’t").replace("’", mark)
            sure = word in _SURE and rx(r"(?:[“\"]|[a-z,] |\bI |^|\n|[.!?] )$").search(
                text[max(found.start() - 3, 0) : found.start()]
            )
            yield Hit(
                Span(*found.span()),
                "an apostrophe was lost",
                (repair[0].upper() + repair[1:] if given[0].isupper() else repair,),
                0.95 if sure else 0.8,
                SAFE if sure else SUGGEST,
            )
    yield from _before_verbs(view, mark)
    yield from _apart(text, mark)
    if "its" in view.words:
        pattern = (
            r"(?:(?<=[“\"])|(?<=[.!?] )|(?<![^\n]))Its(?= (?:an?|the|been|going to|not"
            r" (?:an?|the|over|just|our|my|his|her|their|your|my|easy|true|enough|right|fair|like|about|because"
            r"|that|me|you|us|them|him)|always|never|only"
            r"|just|because|all) (?!(?:\w+ )?(?:cappella|way|while)\b)[a-z]+(?: [a-z]+)*[ ,.!?;”\"])"
        )
        for found in rx(pattern).finditer(text):
            tail = rx(r"[^.!?,;:“”\"]*").match(text, found.end())
            if not _finite(tail.group() if tail else ""):
                yield Hit(Span(*found.span()), "an apostrophe was lost", (f"It{mark}s",), 0.75)
    if "were" in view.words:
        for found in rx(r"(?<=[“\"])Were(?= not [a-z]+ing\b)").finditer(text):
            yield Hit(Span(*found.span()), "an apostrophe was lost", (f"We{mark}re",), 0.75)


def _before_verbs(view: View, mark: str) -> Iterator[Hit]:
    """“Ill be back”, it wont be easy: words of their own, but not before a base form."""
    for word, (pattern, repair) in _BEFORE_VERB.items():
        if word not in view.words:
            continue
        for found in rx(rf"{pattern}(?= (?:not |never |also )?([a-z]+)\b)").finditer(view.text):
            kinds = classes(found.group(2))
            if found.group(2) == "be" or (kinds[:1] == "V" and "b" in kinds):
                yield Hit(Span(*found.span(1)), "an apostrophe was lost", (repair.replace("’", mark),), 0.8)


def _apart(text: str, mark: str) -> Iterator[Hit]:
    """The director s decision, it doesn t work, Côte d Azur: a space where the apostrophe stood."""
    owned = r"(?<![\w’'-])([A-ZÀ-Þ]?[a-zà-ÿ]{2,}|it|It|he|He)( )s(?= ([a-z]{3,}|[A-ZÀ-Þ][a-z]+)\b)"
    for found in matches(owned, text, (" s ",)):
        before, after = found.group(1), found.group(3)
        kinds = classes(before.lower())
        owner = (before[0].isupper() and not kinds) or (kinds[:1] == "N" and before not in _LETTERED)
        thing = after[0].isupper() or classes(after)[:1] in ("N", "J", "U")
        is_ = before.lower() in ("it", "he") and classes(after)[:1] in ("J", "R", "D", "N") and after != "and"
        if (owner and thing) or is_:
            yield Hit(Span(*found.span(2)), "an apostrophe was lost", (mark,), 0.95)
    for found in matches(rf"(?<![\w’'-])(?i:{_NEGATED})( )t(?= [a-z])", text, (" t ",)):
        yield Hit(Span(*found.span(1)), "an apostrophe was lost", (mark,), 0.96)
    for found in matches(
        r"(?<![\w’'-])(?:[Tt]hey|[Ww]e|[Yy]ou|I)( )(?:ve|re|ll|m)(?= [a-z])", text, (" ve ", " re ", " ll ", " m ")
    ):
        yield Hit(Span(*found.span(1)), "an apostrophe was lost", (mark,), 0.95)
    elided = r"(?<=[a-zà-ÿ] )[dl]( )(?=[AEIOUYHÀÂÉÈÊÎÔ][a-zà-ÿ]{2,})"
    for found in matches(elided, text, (" d ", " l ")):
        if rx(r"(?:[A-ZÀ-Þ][\w-]+|Bois|Val) $").search(text, max(found.start() - 25, 0), found.start()):
            yield Hit(Span(*found.span(1)), "an apostrophe was lost", (mark,), 0.95)


_LETTERED = frozenset("letter letters plural string strings object argument bytes variable".split())
"""Behind these an s is a letter."""
_NEGATED = "don|doesn|didn|isn|aren|wasn|weren|couldn|wouldn|shouldn|hasn|haven|hadn|won|can"


def _finite(words: str) -> bool:
    """Whether a clause has a verb of its own: `Its always cheerful host smiled` needs none."""
    return any(
        low in ("is", "are", "was", "were", "has", "had", "will")
        or ("N" not in classes(low) and any(tag in ("past", "third") for _, tag in verb_readings(low)))
        for low in words.lower().split()
    )
