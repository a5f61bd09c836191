from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mtcheck.analysis.lexicon import known
from mtcheck.analysis.regex import rx, spelt
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.accents import ascii_letters
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span

_WORD = r"[A-ZÀ-Þ][a-zà-ÿ’]+"
_SMALL = frozenset("on the of in by at upon le la les l sur sous en de du des d lez aux a au and et".split())
_TITLES = r"(?:Mr|Ms|Mrs|Dr|Captain|Judge|Minister|President|Mayor|Senator|Professor|Coach|Miss)\.?"
_FOREIGN = rf"(?<![\w’-])(?:(?:Le|La|Les) (?:{_WORD} (?=[A-ZÀ-Þ]))?)?{_WORD}(?:-(?:{_WORD}|[a-zà-ÿ]+))*(?![\w-])"
_ENGLISH = rf"(?<![\w’-])(?:The )?{_WORD}(?:-(?:(?:on|in|by|upon|of)-(?:the-)?|the-)?{_WORD}| {_WORD})*(?![\w-])"
_ENGLISH_TOO = frozenset(
    ["red cross", "black forest", "ivory coast", "white house", "new town", "old town", "high court", "green line"]
)
_MESSAGE = "the same name stands here in two forms"


@rule(
    "name-twice",
    safety=SUGGEST,
    bad=[
        "Defender Lucas [[Small->Petit]] signed until 2026; “Petit is one of ours”, said the chairman.",
        "The ship left [[The Haven->Le Havre]] on Monday; it will be back in Le Havre in May.",
        "“[[The Great Scene->La Grande Scène]]”: she wins. The final of La Grande Scène ended on Saturday.",
        "They left [[New Castle-on-the-Vire->Châteauneuf-sur-Vire]] at noon and came back to Châteauneuf-sur-Vire.",
        "Alain Dubois resigned. Alain [[Wood->Dubois]] leaves in May.",
        "Mr [[Baker->Bäcker]] was elected. Jonas Bäcker won 54% of the vote.",
        "[[White->Bianca]] Ferri thanked the jury: “For Bianca, it is a dream,” said her mother.",
        "Élodie Fontanel won in two sets. [[Fontanelle->Fontanel]] had lost in May.",
    ],
    good=[
        "Lucas Small met Anne Petit. Mr Baker met Mr Becker. Julien Moreau met Moretti.",
        "The haven was quiet; Le Havre was not. White Ferry met Bianca. The Red Cross is the Croix-Rouge.",
        "Karl Hansen beat Hanson. Paul Martin met Martinez.",
    ],
)
def name_twice(view: View) -> Iterator[Hit]:
    """A name that the text has both in its own language and translated or respelt: The Haven and Le Havre.

    Machines translate the names that mean something and keep the others; the form that the text has in the
    foreign language is the true one. Two people who each have a name of their own are left alone.
    """
    text = view.text
    yield from _respelt(text)
    foreign = _foreign_names(text)
    if foreign:
        yield from _surnames(text, foreign)
        yield from _places(text, foreign)


def _foreign_names(text: str) -> dict[str, frozenset[str]]:
    """Names of the text that are made of foreign words -> the English words that could stand for them."""
    from mtcheck.lang.name_words import MEANINGS, meanings

    found: dict[str, frozenset[str]] = {}
    for match in rx(_FOREIGN).finditer(text):
        name = match.group()
        if name in found:
            continue
        parts = [part for part in ascii_letters(name).replace("-", " ").split() if part not in _SMALL]
        if any(part in MEANINGS for part in parts) or (len(parts) == 1 and " " not in name and meanings(parts[0])):
            found[name] = frozenset(parts)
    return found


def _surnames(text: str, foreign: dict[str, frozenset[str]]) -> Iterator[Hit]:
    """Lucas Small beside Petit; White Ferri beside Bianca; Mr Baker beside Jonas Bäcker."""
    from functools import cache

    from mtcheck.lang.name_words import meanings

    single = {
        name: meanings(next(iter(parts))) for name, parts in foreign.items() if len(parts) == 1 and " " not in name
    }
    if not single:
        return

    @cache
    def bearers(name: str) -> tuple[frozenset[str], bool]:
        """Whose surname it is: the first names that stand before it, and whether a title does."""
        import re

        before = {match.group(1) for match in re.finditer(rf"({_WORD}) {re.escape(name)}(?![\w-])", text)}
        titled = re.search(rf"{_TITLES} {re.escape(name)}\b", text) is not None
        return frozenset(other for other in before if gender_of_first_name(other.lower())), titled

    for match in rx(rf"(?<![\w’-])(?=({_WORD}|{_TITLES}) ({_WORD})(?![\w-]))").finditer(text):
        first, last = match.groups()
        for name, words in single.items():
            title = last.lower() in words and rx(rf"{_TITLES}$").match(first) is not None
            if last.lower() in words and (title or gender_of_first_name(first.lower())):
                named, titled = bearers(name)
                if last != name and not (titled if title else named - {first}):
                    yield Hit(Span(*match.span(2)), _MESSAGE, (name,), 0.75)
            if (
                first.lower() in words
                and first != name
                and not known(last.lower())
                and gender_of_first_name(name.lower())
            ):
                yield Hit(Span(*match.span(1)), _MESSAGE, (name,), 0.75)


def _places(text: str, foreign: dict[str, frozenset[str]]) -> Iterator[Hit]:
    """New Castle-on-the-Vire beside Châteauneuf-sur-Vire; The Haven beside Le Havre."""
    several = {name: parts for name, parts in foreign.items() if len(parts) > 1 or " " in name}
    if not several:
        return
    for match in rx(_ENGLISH).finditer(text):
        words = [word for word in match.group().lower().replace("-", " ").split() if word not in _SMALL]
        if match.group() in several or len(match.group().split("-")) + match.group().count(" ") < 2:
            continue
        if match.group().lower().removeprefix("the ") in _ENGLISH_TOO:
            continue
        letters = [ascii_letters(word) for word in words]
        for name, parts in several.items():
            if _translates(letters, parts):
                yield Hit(Span(*match.span()), _MESSAGE, (name,), 0.75)


def _translates(words: list[str], parts: frozenset[str]) -> bool:
    """Whether the English words are the foreign parts, each translated or kept, and one translated at least."""
    from mtcheck.lang.name_words import COMPOUNDS, MEANINGS

    left, changed = list(words), False
    for part in parts:
        meanings = MEANINGS.get(part, frozenset())
        if part in COMPOUNDS:
            if not meanings <= set(left):
                return False
            left = [word for word in left if word not in meanings]
            changed = True
            continue
        hit = next((word for word in left if word == part or word in meanings), None)
        if hit is None:
            return False
        changed = changed or hit != part
        left.remove(hit)
    return changed and not left


def _respelt(text: str) -> Iterator[Hit]:
    """Fontanelle beside Élodie Fontanel: a surname alone that sounds like the only full name of the text."""
    words = Counter(rx(rf"(?<![\w’-]){_WORD}(?![\w’-])").findall(text))
    full = {
        match.group(2)
        for match in rx(rf"(?<![\w’-])(?=({_WORD}) ({_WORD})(?![\w-]))").finditer(text)
        if gender_of_first_name(match.group(1).lower()) and len(match.group(2)) > 4
    }
    sounds: dict[str, set[str]] = {}
    for name in full:
        sounds.setdefault(_sound(name), set()).add(name)
    for word, times in words.items():
        right = sounds.get(_sound(word), set()) if len(word) > 4 and word not in full else set()
        if (
            times == 1
            and len(right) == 1
            and ascii_letters(word) not in {ascii_letters(name) for name in right}
            and not known(word.lower())
        ):
            for span in spelt(word, text, r"(?<![\w’-])", r"(?![\w-])"):
                ahead = text[max(span.start - 20, 0) : span.start]
                if not rx(rf"{_WORD} $").search(ahead) or rx(rf"{_TITLES} $|[.!?] $").search(ahead):
                    yield Hit(span, _MESSAGE, (next(iter(right)),), 0.7)


def _sound(name: str) -> str:
    """A rough French sound: Moreau and Moraux, Fontanel and Fontanelle are one."""
    word = ascii_letters(name)
    word = rx(r"(?:eau|au|ault|aut|aud|ot)[xlstd]*$").sub("o", word)
    word = rx(r"(?:eau|au)").sub("o", word).replace("ph", "f").replace("y", "i").replace("ck", "k")
    word = rx(r"([a-z])\1+").sub(lambda match: match[1], word)  # a template would load `re`
    word = rx(r"e$").sub("", word)
    return rx(r"ea|ae").sub("e", word) if word != "mora" else "moro"
