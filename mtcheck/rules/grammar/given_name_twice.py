from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes, known
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.accents import ascii_letters
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_WORD = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?"
_TAIL = r"((?:-(?:sur|sous|en|les|lès|la|le|aux|de|du|des|d’|l’|près)){1,2}-[A-ZÀ-Þ][\w’]+)"
_AUXILIARIES = AUXILIARIES | {"himself", "herself", "also"}
_TOWNS = ("Troy",)
_MESSAGE = "the same name stands here in two forms"


@rule(
    "given-name-twice",
    safety=SUGGEST,
    bad=[
        "The cellist [[Peter->Pierre]] Chabanel will play in Metz; Pierre Chabanel is 24.",
        "[[Pearl->Perla]] cries in the garden; the others console Perla.",
        "[[Victory->Vittoria]] has never spoken about her father; on Sunday, Vittoria did.",
        "The bishop of [[Hello->Salut]]-les-Bains will come; the feast of Salut-les-Bains lasts three days.",
        "The mayor of [[Good Day->Bonjour]]-sur-Loire came; Bonjour-sur-Loire has 900 inhabitants.",
        "Striker Diego [[Iron->Hierro]] scored twice, and Hierro left to applause.",
    ],
    good=[
        "Peter Chabanel met Pierre Morel. John Martin and Jean Dupont left.",
        "The pearl was stolen from Perla. Hope fades; Esperanza waits. Victory was sweet for Vittoria.",
        "Saint-Denis-sur-Loire and Saint-Claude-sur-Loire are neighbours.",
        "Mark and Marco are brothers. Rose-Marie lives in Pont-sur-Yonne, not in Villeneuve-sur-Yonne.",
    ],
)
def given_name_twice(view: View) -> Iterator[Hit]:
    """A given name, a surname or a place that the text has both as it is and in English: Peter and Pierre Chabanel.

    A machine translates the names that mean something or have an English sister, now and then; the form of the other
    language is the true one. `name-twice` does the same for names of several words.
    """
    text = view.text
    words = {match.group() for match in rx(rf"(?<![\w’-]){_WORD}(?![\w-])").finditer(text)}
    plain = {ascii_letters(word): word for word in words if not known(word.lower())}
    yield from _tails(text)
    if not plain:
        return
    from mtcheck.lang.given_names import SISTERS

    for word in sorted(words):
        sisters = sorted(SISTERS.get(word.lower(), frozenset()) & plain.keys())
        if len(sisters) == 1 and plain[sisters[0]] != word:
            yield from _twice(text, word, plain[sisters[0]])


def _twice(text: str, english: str, true: str) -> Iterator[Hit]:
    """Where `english` stands for the person or place whom the text calls `true` elsewhere."""
    import re  # only for names that a text has in two forms

    after_true = _neighbours(text, true, rf" ({_WORD})")
    before_true = _neighbours(text, true, rf"({_WORD}) ", ahead=True)
    human = _human(text, true)
    for found in re.finditer(rf"(?<![\w’-]){english}(?![\w-])", text):
        after = rx(rf" ({_WORD})(?![\w-])").match(text, found.end())
        before = rx(rf"({_WORD}) $").search(text[max(found.start() - 25, 0) : found.start()])
        surname = after.group(1) if after else ""
        given = before.group(1) if before and gender_of_first_name(before.group(1).lower()) else ""
        same = surname in after_true
        family = (
            given
            and known(english.lower())
            and not gender_of_first_name(english.lower())
            and not (before_true - {given})
        )
        if same or family or (not surname and not after_true and _alone(text, found, english, human)):
            yield Hit(Span(*found.span()), _MESSAGE, (true,), 0.72)


def _neighbours(text: str, name: str, pattern: str, ahead: bool = False) -> set[str]:
    """The capitalised words beside `name`: before it with `ahead`, else after it."""
    import re  # only for names that a text has in two forms

    whole = rf"{pattern}{name}(?![\w-])" if ahead else rf"(?<![\w’-]){name}{pattern}"
    found = {match.group(1) for match in re.finditer(rf"(?<![\w’-]){whole}" if ahead else whole, text)}
    return {word for word in found if not known(word.lower())}


def _human(text: str, true: str) -> bool:
    """Whether `true` does somewhere what a person does, or is the object of something."""
    import re  # only for names that a text has in two forms

    for found in re.finditer(rf"\b({_WORD}) {true}\b", text):
        if gender_of_first_name(found.group(1).lower()):
            return True
    personal = rf"\b{true}(?:’s)? (?:did|said|says|was|is|has|had|will|lost|found|left|came)\b"
    return re.search(personal, text) is not None or re.search(rf"\b[a-z]+ {true}[.,;]", text) is not None


def _alone(text: str, found: re.Match[str], english: str, human: bool) -> bool:
    """Whether the English word stands where only a name can: Pearl cries, the fans of Violet."""
    if not (known(english.lower()) or "-" in english or english in _TOWNS):
        return False  # Peter and Pierre are two, as long as no surname says that they are one
    behind = rx(r" ([a-z’]+)").match(text, found.end())
    after = behind.group(1) if behind else ""
    acts = after in _AUXILIARIES or any(tag in ("third", "past") for _, tag in verb_readings(after))
    lead = rx(r"([\w’]+)? $").search(text[max(found.start() - 15, 0) : found.start()])
    before = (lead.group(1) or "") if lead else ""
    middle = bool(before) and before.islower() and classes(before)[:1] != "D" and before not in ("the", "a", "an")
    return middle or (acts and after not in ("was", "is") and human)


def _tails(text: str) -> Iterator[Hit]:
    """Hello-les-Bains beside Salut-les-Bains: one head is English, the other is not."""
    if rx(_TAIL).search(text) is None:
        return
    heads: dict[str, set[str]] = {}
    places = list(rx(rf"(?<![\w’-])((?:{_WORD} )?{_WORD}){_TAIL}(?![\w-])").finditer(text))
    for found in places:
        heads.setdefault(found.group(2), set()).add(found.group(1))
    for found in places:
        head = found.group(1)
        true = [other for other in heads[found.group(2)] if not any(known(word.lower()) for word in other.split())]
        if len(true) == 1 and head != true[0] and all(known(word.lower()) for word in head.split()):
            yield Hit(Span(*found.span(1)), _MESSAGE, (true[0],), 0.75)
