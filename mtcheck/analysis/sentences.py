"""text -> sentences that tile it: joined, their slices are the text; white space belongs to the sentence before.

A small rule segmenter of our own: rough machine translation fuses sentences (`site.“We`, `.”Of course`) and
mixes the quotation marks up, which the libraries we tried either do not split or split at other offsets. On
clean text it is as good as the best of them: F1 of the borders of lines joined into paragraphs of 3 to 8
(corpora/alignment/segmentation.py; news, for pt and nl books, guides and example sentences):

                          en     fr     es     de     it     pt     nl
    this                  0.983  0.985  0.987  0.976  0.987  0.979  0.976
    sentencex 1.0.32      0.970  0.963  0.954  0.942  0.923  0.972  0.970
    blingfire 0.1.8       0.980  0.971  0.980  0.949  0.977  0.964  0.965
    pysbd 0.3.4           0.959  0.965  0.956  0.952  0.936  none   0.972

A line break always ends a sentence. Every other end needs a terminator (`. ! ? …`); whether one ends the
sentence is decided from the word before it, the marks around it and the word after it.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from mtcheck.analysis.abbreviations import StopTables, tables_of
from mtcheck.text import Span

_OPENERS = "“„«»‚‘‹›\"'`([{¿¡*_—–-•"
_CLOSERS = "”’»›)]}\"'“‘«‹*_"
_TERMINATOR = re.compile(r"[.!?…。！？]+|(?<!\s)\s*[\n\r\u2028\u2029]\s*")
_WORD_BEFORE = re.compile(r"[\w.’'&-]+\Z")
_NEXT_WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")
_SPACE = re.compile(r"\s*")
_ROMAN = re.compile(r"[IVX]{1,6}\Z")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")
_CENTURY = re.compile(r"\.\s*[IVX]{2,6}\b")
_ETC = ("etc", "ecc", "enz")
"""Abbreviations that most often stand last."""
_SHORT = re.compile(r"’[tskn] [A-Z]")
_URL = re.compile(r"(?:https?:|www\.|@|/|\\)")
_REACH = 40
"""How far back the word before a terminator is looked for; longer ones are addresses."""


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of `text` in `language` (en, fr, es, de, it, pt, nl; any other is read as English).

    Returns:
        Spans that tile the text: the first starts at 0, each next one where the one before ended, the
        last ends at len(text). None for an empty text.
    """
    if not text:
        return ()
    bounds = [0, *cuts(text, language), len(text)]
    return tuple(Span(start, end) for start, end in pairwise(bounds))


def cuts(text: str, language: str) -> list[int]:
    """Where a new sentence begins inside `text`: ascending offsets, 0 and len(text) not among them."""
    tables = tables_of(language)
    found: list[int] = []
    start = 0
    for match in _TERMINATOR.finditer(text):
        at: int | None
        if match.group()[0].isspace():
            at = match.end()
        elif match.start() < start:
            continue
        else:
            at = _cut(text, match.start(), match.end(), start, tables)
        if at is not None and start < at < len(text) and not text[start:at].isspace():
            found.append(at)
            start = at
    return found


def _cut(text: str, dot: int, end: int, start: int, tables: StopTables) -> int | None:
    """Where the next sentence begins if the terminator text[dot:end] ends one, else None."""
    after, closed = _past_closers(text, end, start)
    white = _SPACE.match(text, after)
    begin = white.end() if white else after
    if begin >= len(text) or "\n" in text[after:begin] or "\r" in text[after:begin]:
        return None  # the line break or the end of the text does it
    fused = begin == after
    head, opened = begin, False
    while head < len(text) and (text[head] in _OPENERS or text[head].isspace()) and head < begin + 8:
        opened = opened or text[head] in "“„«»‚‘‹›\"'”([¿¡"
        head += 1
    if head < len(text) and text[head] == "”" and head + 1 < len(text) and text[head + 1].isalnum():
        head, opened = head + 1, True  # a closing mark where an opening one belongs
    if _SHORT.match(text, head):
        head += 1  # Dutch: ’s Avonds
    if head >= len(text):
        return None
    following = text[head]
    if not (following.isalnum() or following in "¿¡€$£@" or unicodedata.category(following) == "So"):
        return None
    word = _word_at(text, head)
    if text[begin] in "¿¡":
        return begin
    if text[dot] != "." or end - dot > 1:
        return _after_mark(text, dot, begin, head, fused and not closed, opened, following, word, tables)
    before = _WORD_BEFORE.search(text, max(start, dot - _REACH), dot)
    token = before.group() if before else ""
    head_of, _, rest = token.rpartition("’" if "’" in token else "'")
    if rest and len(head_of) < 4:
        token = rest  # `l’art. 5`, `dell'on. Rossi`
    if fused:
        return _fused(text, begin, head, token, closed, opened, following)
    if following.islower():
        if following in "tskn" and text[head - 1] in "'’" and text[head + 1 : head + 2] == " ":
            return begin if text[head + 2 : head + 3].isupper() else None  # Dutch: 't Is goed
        return begin if not closed and not opened and _ordinary(token, tables) and _rough(tables, word) else None
    return begin if _ends(text, start, dot, token, closed, following, word, tables) else None


def _past_closers(text: str, end: int, start: int) -> tuple[int, bool]:
    """(offset after the closing marks that follow a terminator, whether a quotation was closed)."""
    at, closed = end, False
    while at < len(text):
        mark = text[at]
        following = text[at + 1] if at + 1 < len(text) else " "
        if mark in "\u00a0\u202f " and following in "»”" and (at + 2 >= len(text) or not text[at + 2].isalnum()):
            at, closed = at + 2, True  # French sets a space before the closing mark
        elif mark not in _CLOSERS:
            break
        elif mark in "“‘«‹*_" and following.isalnum():
            break  # it opens what comes next: `site.“We`
        elif mark in "\"'" and following.isalnum() and text.count(mark, start, at) % 2 == 0:
            break
        elif mark == "”" and following.isalnum() and not _quoting(text, at):
            break  # nothing is open that it could close: rough systems set it where “ belongs
        else:
            at, closed = at + 1, closed or mark not in ")]}*_"
    return at, closed


def _quoting(text: str, at: int) -> bool:
    """Whether a curly quotation is open before `at`: marks of either direction alternate in rough text."""
    start = text.rfind("\n", 0, at) + 1
    return (text.count("“", start, at) + text.count("”", start, at)) % 2 == 1


def _word_at(text: str, at: int) -> str:
    match = _NEXT_WORD.match(text, at)
    return match.group().lower().replace("'", "’") if match else ""


def _after_mark(
    text: str, dot: int, begin: int, head: int, fused: bool, opened: bool, following: str, word: str, tables: StopTables
) -> int | None:
    """`!`, `?` and ellipses end a sentence where no small letter follows."""
    if following.islower():
        return None
    if dot and text[dot - 1] in "([" and text[dot] in ".…":
        return None  # (…) marks a cut inside a quotation
    if following.isdigit() and text[dot] in ".…":
        return None if fused else begin
    if fused and not opened:
        # `Yahoo!Mail`, `?Query=1`: only a whole capitalised word proves a lost space
        return begin if head + 1 < len(text) and text[head + 1].islower() and text[dot - 1].islower() else None
    return begin


def _fused(text: str, begin: int, head: int, token: str, closed: bool, opened: bool, following: str) -> int | None:
    """A full stop with no space after it: a lost space, or an address, a decimal, an abbreviation?"""
    if not following.isupper():
        return None
    if closed or opened:
        return begin if token[-1:].islower() or token[-1:].isdigit() or not token or closed else None
    if not (token.isalpha() and token.islower() and len(token) > 2 and text[head + 1 : head + 2].islower()):
        return None
    if _URL.search(text, max(0, head - 60), begin) and " " not in text[max(0, begin - len(token) - 2) : begin]:
        return None
    match = _NEXT_WORD.match(text, head)
    tail = match.end() if match else head
    return begin if tail < len(text) and text[tail] in " ,’'\u00a0" else None


def _ordinary(token: str, tables: StopTables) -> bool:
    """A plain small word that no abbreviation looks like."""
    return (
        len(token) > 3
        and token.isalpha()
        and token.islower()
        and token not in tables.inside
        and token not in tables.either
        and token not in tables.before_number
    )


def _rough(tables: StopTables, word: str) -> bool:
    """Whether a small letter may open a sentence: a system that lost the capital still wrote a subject."""
    return word in tables.starters


def _ends(
    text: str, start: int, dot: int, token: str, closed: bool, following: str, word: str, tables: StopTables
) -> bool:
    """Whether a full stop after `token` and before a capital, a digit or an opening mark ends the sentence."""
    small = token.lower().strip("’'-&").rstrip(".")
    if closed or not small:
        return True
    proved = word in tables.starters
    if small in tables.before_number and (following.isdigit() or _CENTURY.match(text, dot)):
        return False  # `art. 5`, `sec. XIX`
    if small in tables.inside:
        return False
    if small in tables.either or _ACRONYM.match(small):
        return proved or (small in _ETC and following.isupper() and not tables.ordinals)
    if len(small) == 1 and small.isalpha():
        return (token.islower() and proved) or (proved and text[dot - 2 : dot - 1] == " " and not token.isupper())
    if small.isdigit():
        alone = not text[start : dot - len(token)].strip(_OPENERS + " \u00a0")
        if alone:
            return False  # `1. First item`
        return proved or not (tables.ordinals and len(small) < 3)
    if tables.ordinals and _ROMAN.match(token):
        return proved
    return True
