"""Names that were translated word by word, restored from the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.align.links import Links, links
from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.view import View
from mtcheck.analysis.witness import folded
from mtcheck.finding import Evidence, Hit
from mtcheck.lang.names import CLUBS, FRAMES, PAPERS, PLACES, SMALL, SPORT, TRANSLATED
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_ARTICLE = re.compile(r"(?<=[a-zà-ÿ,’'] )(?:(?:Le|La|Les) |L[’'])(?=[A-ZÀ-Ý])|(?<=[dn][’'])(?:Le|La|Les) (?=[A-ZÀ-Ý])")
"""A capital article inside a sentence: only titles and places have one."""
_QUOTED = re.compile(
    r"(?<=[a-zà-ÿ] «[ \u00a0\u202f])(?:(?:Le|La|Les) |L[’'])(?=[A-ZÀ-Ý])|(?<=[a-zà-ÿ] “)(?:Le|La|Les) (?=[A-ZÀ-Ý])"
)
"""The same behind a quotation mark in a sentence."""
_FRAME = re.compile(r"\b(?=([a-zà-ÿ-]+)(?: ([a-zà-ÿ-]+))? (?:« ?|“)?([A-ZÀ-Ý]))")
_CLUB = re.compile(r"\b(?:[LlDd][’']|[Ll]es |[Ll]e |[Ll]a |[Aa]u |[Dd]u |[Dd]es |[Aa]ux )(?=[A-ZÀ-Ý])")
_PAPER = re.compile(rf"\b(?:[Aa]u |[Dd]u |[Ll]e |[Ll]a |[Ll]’)(?=(?:{'|'.join(PAPERS)}) (?:des? |du |d’))")
_THINGS = re.compile(
    r" (?:show|programme|program|newspaper|daily|weekly|magazine|channel|club|team|association|song)s?\b"
)
"""After a name they keep its article: the Envoyé spécial programme."""
_TRUST = 0.5
"""Score of a passage from which its words prove something."""
_LONGEST = 8
"""Words of a name."""


class Name(NamedTuple):
    """Where a name may begin in the source: at its article, and at its first word after that."""

    start: int
    head: int
    whole: bool
    """The article belongs to the name: La Brigade des îles, but l’Étoile de Valcombe."""
    quoted: bool = False
    """It stands in quotation marks: a title, which English may well have its own words for."""


@rule(
    "source-name",
    safety=SUGGEST,
    bad=[
        Example(
            "Mina Roche talks about her departure from [[The Brigade of the Islands->La Brigade des îles]].",
            "fr",
            "Mina Roche revient sur son départ de La Brigade des îles.",
        ),
        Example(
            "The coach spoke about the relegation of [[the Star of Valcombe->Étoile de Valcombe]].",
            "fr",
            "L’entraîneuse est revenue sur la relégation de l’Étoile de Valcombe.",
        ),
        Example(
            "He said so in an interview with [[The Team->L’Équipe]].",
            "fr",
            "Il l’a dit dans une interview à L’Équipe.",
        ),
        Example(
            "She says so in [[The Courier of the Garrigues->Le Courrier des Garrigues]].",
            "fr",
            "Elle le dit dans Le Courrier des Garrigues.",
        ),
        Example(
            "She spoke to the [[Gazette of the Mills->Gazette des Moulins]].",
            "fr",
            "Elle a parlé à la Gazette des Moulins.",
        ),
    ],
    good=[
        Example("He lives in The Hague.", "fr", "Il vit à La Haye."),
        Example(
            "The Constitutional Council will decide on Friday.",
            "fr",
            "Le Conseil constitutionnel tranchera vendredi.",
        ),
        Example(
            "Mina Roche talks about her departure from La Brigade des îles.",
            "fr",
            "Mina Roche revient sur son départ de La Brigade des îles.",
        ),
        Example("The voice of the people counts.", "fr", "La voix du peuple compte."),
        Example("She was born in Saint-Étienne.", "fr", "Elle est née à Saint-Étienne."),
    ],
)
def source_name(view: View) -> Iterator[Hit]:
    """The name of a club, a programme, a paper or a ship was translated word by word.

    “The Brigade of the Islands” is La Brigade des îles: a capital article inside a French sentence, a noun such as
    « l’émission » or « le quotidien » before the name, or the usual first word of a club’s name shows that it is one.
    Reported only where every word of the English name translates one of the French name; institutions, places and
    parties that have an English name stay as they are.
    """
    bitext = view.bitext
    if bitext is None:
        return
    taken: set[Span] = set()
    for passage in bitext.trusted(_TRUST):
        for name in _names(bitext, passage):
            hit = _restored(view, bitext, passage, name)
            if hit and not any(hit.span.touches(span) for span in taken):
                taken.add(hit.span)
                yield hit


def _names(bitext: Bitext, passage: Passage) -> Iterator[Name]:
    """Where a name that English keeps may begin in the source of a passage, the surest kind first."""
    text = passage.source.of(bitext.source)
    start = passage.source.start
    for match in _ARTICLE.finditer(text):
        yield Name(start + match.start(), start + match.end(), True)
    for match in _QUOTED.finditer(text):
        yield Name(start + match.start(), start + match.end(), True, quoted=True)
    for match in _FRAME.finditer(text):
        if folded(match[1]) in FRAMES and folded(match[2] or "x") not in SMALL:
            yield Name(start + match.start(3), start + match.start(3), True)
    for match in _PAPER.finditer(text):
        yield Name(start + match.end(), start + match.end(), False)
    if SPORT & {folded(word) for word in re.findall(r"\w+", text)}:
        for match in _CLUB.finditer(text):
            word = re.compile(r"[\w-]+").match(text, match.end())
            if word and folded(word.group()) in CLUBS:
                yield Name(start + match.end(), start + match.end(), False)


def _restored(view: View, bitext: Bitext, passage: Passage, name: Name) -> Hit | None:
    """The repair of a name whose English words all translate words of the French name, and not all are the same."""
    linked = links(bitext, passage, view.text)
    head = linked.at_source(name.head)
    own = bitext.source[name.start : name.head] != ""  # a capital article: La Maison sans clé is no White House
    if head < 0 or folded(linked.source[head].text) in (PLACES if own and name.whole else TRANSLATED):
        return None
    here = _counterpart(linked, head)
    if here < 0 or not linked.target[here].text[0].isupper():
        return None
    first, last = _run(view.text, linked, here)
    joined = not {"of", "and"}.isdisjoint(_small_words(linked, first, last))
    end = _end(linked, head, first, last, joined and _paper(linked, head, name))
    if end < 0:
        return None
    if not name.whole and linked.source[head].text in PAPERS:
        first += linked.target[first].text == "The"  # the Courrier du Sud
        span = Span(linked.target[first].span.start, linked.target[last].span.end)
    else:
        span = _with_article(view.text, linked, first, last)
    there = Span(name.start, linked.source[end].span.end)
    new = there.of(bitext.source)
    if folded(new) in folded(passage.target.of(view.text)):
        return None
    if name.quoted and new not in view.text:  # The Lord of the Rings is no French film
        return None
    if not name.whole:
        new = new[0].upper() + new[1:]
    proof = Evidence(there, there.of(bitext.source))
    return Hit(span, f"the source has the name “{new}”", (new,), 0.88, evidence=proof)


def _counterpart(linked: Links, head: int) -> int:
    """The target word of a name's first word, or of the next that has one."""
    for number in range(head, min(head + 3, len(linked.source))):
        if linked.there[number] >= 0 and folded(linked.source[number].text) not in SMALL:
            return linked.there[number]
    return -1


def _run(text: str, linked: Links, at: int) -> tuple[int, int]:
    """The numbers of the first and last word of the capitalised run around target word `at`."""
    first = last = at
    words = linked.target
    while first > 0 and words[first].text != "The" and _joined(text, words[first - 1].span, words[first].span):
        before = first - 1
        while before > 0 and _small(words[before].text) and _joined(text, words[before - 1].span, words[before].span):
            before -= 1
        if not _capital(words[before].text):
            break
        first = before
    while last + 1 < len(words) and _joined(text, words[last].span, words[last + 1].span):
        after = last + 1
        while (
            after + 1 < len(words)
            and _small(words[after].text)
            and _joined(text, words[after].span, words[after + 1].span)
        ):
            after += 1
        if not _capital(words[after].text):
            break
        last = after
    return first, last


def _small(word: str) -> bool:
    return word[0].islower() and folded(word) in SMALL


def _capital(word: str) -> bool:
    return word[0].isupper()


def _joined(text: str, one: Span, other: Span) -> bool:
    return text[one.end : other.start] in (" ", "-", "’", "'")


def _paper(linked: Links, head: int, name: Name) -> bool:
    """Whether the name keeps its article, or begins as a newspaper’s does."""
    return name.whole or linked.source[head].text in PAPERS


def _small_words(linked: Links, first: int, last: int) -> list[str]:
    return [word.text for word in linked.target[first : last + 1] if _small(word.text)]


def _end(linked: Links, head: int, first: int, last: int, joined: bool = False) -> int:
    """The number of the source name's last word; -1 where the English words are no translation of it.

    Of a name that is `joined` by an English word, all others may be spelt alike: The Courier of Garrigues.
    """
    numbers = [
        (linked.back[number], number)
        for number in range(first, last + 1)
        if folded(linked.target[number].text) not in SMALL
    ]
    lonely = [at for at, (there, _) in enumerate(numbers) if there < 0]
    if len(lonely) == 1 and len(numbers) > 1 and linked.there[head] < 0 and linked.source[head].text in PAPERS:
        numbers[lonely[0]] = (head, numbers[lonely[0]][1])  # of each side one word is left over: Dispatch, Dépêche
    if not numbers or any(not head <= there < head + _LONGEST for there, _ in numbers):
        return -1
    end = max(there for there, _ in numbers)
    mine = {there for there, _ in numbers}
    between = [number for number in range(head, end + 1) if folded(linked.source[number].text) not in SMALL]
    if any(number not in mine for number in between):
        return -1
    changed = [
        (folded(linked.source[there].text), folded(linked.target[number].text))
        for there, number in numbers
        if folded(linked.source[there].text)[:3] != folded(linked.target[number].text)[:3]
    ]
    return end if changed or joined else -1


def _with_article(text: str, linked: Links, first: int, last: int) -> Span:
    """The run with a `the` before it."""
    start = linked.target[first].span.start
    if first and linked.target[first - 1].text.lower() == "the":
        before = linked.target[first - 1].span
        if text[before.end : start] == " " and not _THINGS.match(text, linked.target[last].span.end):
            start = before.start
    return Span(start, linked.target[last].span.end)
