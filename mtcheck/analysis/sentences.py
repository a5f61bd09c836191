"""text -> sentences that tile it: joined, their slices are the text; white space belongs to the sentence before.

A small rule segmenter of our own: rough machine translation fuses sentences (`site.“We`, `.”Of course`) and
mixes the quotation marks up, which the libraries we tried either do not split or split at other offsets.
A line break always ends a sentence. Every other end needs a terminator (`. ! ? …`); whether one ends the
sentence is decided from the word before it, the marks around it and the word after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mtcheck.text import Span

_OPENERS = "“„«»‚‘‹›\"'([{¿¡*_—–-•"
_CLOSERS = "”’»›)]}\"'“‘«‹*_"
_TERMINATOR = re.compile(r"[.!?…。！？]+|\s*[\n\r\u2028\u2029]\s*")
_WORD_BEFORE = re.compile(r"[\w.’'&-]+\Z")
_NEXT_WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")
_SPACE = re.compile(r"\s*")
_ROMAN = re.compile(r"[IVX]{1,6}\Z")
_URL = re.compile(r"(?:https?:|www\.|@|/|\\)")
_REACH = 40
"""How far back the word before a terminator is looked for; longer ones are addresses."""


@dataclass(frozen=True, slots=True)
class _Tables:
    """What one language knows about full stops; all words in lower case, without their own full stop."""

    inside: frozenset[str]
    """Abbreviations that stand before something: a full stop after them never ends a sentence."""
    before_number: frozenset[str]
    """Abbreviations only where a number follows (`No. 5`, but `He said no. They left`)."""
    either: frozenset[str]
    """Abbreviations that can stand last: the sentence ends when a capital follows that is no name's."""
    starters: frozenset[str]
    """Function words: capitalised in the middle of a sentence they would be wrong, so they prove a beginning."""
    ordinals: bool = False
    """Whether `7.` is an ordinal number (German, Dutch sometimes)."""


_EN = (
    "mr mrs ms dr prof st sr messrs gen col capt lt sgt gov sen rep pres hon rev fr vs cf e.g i.e viz approx mt ft"
    " mme mlle m mgr al jan feb mar apr jun jul aug sep sept oct nov dec bros dept univ assn",
    "no nos fig figs vol vols p pp art sec ch chap para ed nr op c ca arts",
    "etc inc ltd co corp jr u.s u.k u.n e.u u.s.a a.m p.m d.c ph.d b.c a.d est ave blvd rd plc llc s.a",
    "the a an this that these those he she it we they i you his her its our their my your there here in on at for from"
    " but and or so if when while after before as since with without although however what who why how where which one"
    " no not yes then now also both some many most all each every another such by to of about according it's that's"
    " he's she's there's we're they're i'm we've i've don't let's",
)
_TABLES: dict[str, tuple[str, str, str, str]] = {
    "en": _EN,
    "fr": (
        "m mm mme mmes mlle mlles mgr me dr pr prof st ste cf env p.ex c.-à-d av j.-c janv févr avr juil sept oct nov déc"
        " vol éd dir col gén cap lt boul bd min max réf tél suiv sq vs i.e e.g",
        "n no nos nᵒ p pp art fig vol chap t al ch",
        "etc inc ltd s.a u.e o.n.u s.a.r.l cie ltée jr apr",
        "le la les l' un une des du de d' ce cet cette ces il elle ils elles on nous vous je j' tu c' ça cela et mais ou"
        " donc or ni car si quand lorsque alors après avant pour dans sur sous par avec sans selon en à au aux son sa ses"
        " leur leurs notre votre mon ma mes qui que qu' quoi où comment pourquoi non oui ne n' pas plus tout tous toute"
        " toutes depuis pendant malgré ainsi aussi puis enfin cependant toutefois chez entre quant s' y",
    ),
    "es": (
        "sr sra sres sras srta d dª dr dra prof ud uds vd vds lic ing gral cnel cap tte mons fr sto sta avda av c pza"
        " ene feb mar abr jun jul ago sept oct nov dic p.ej ej aprox cf vs admón dpto tel ref",
        "n no núm nº p pp pág págs art arts fig vol cap t",
        "etc s.a s.l ee.uu ee uu jr a.m p.m a.c d.c cía ltda ff.aa rr.hh",
        "el la los las un una unos unas lo este esta estos estas ese esa eso aquel aquella él ella ellos ellas yo tú"
        " nosotros usted se me te le les nos su sus mi mis tu y e o u pero mas sino si cuando mientras después antes"
        " para por en a al de del con sin según sobre entre desde hasta que qué quién cómo dónde no sí también además"
        " así todo todos toda todas muy más ya hay como aunque porque es son está",
    ),
    "de": (
        "hr hrn fr frl dr prof dipl ing st nr bzw z.b z. d.h u.a u. i.d.r s.o s.u o.ä v.a ca evtl ggf inkl exkl"
        " zzgl vgl sog jh jhdt jahrh str tel abs art kap aufl bd hrsg mio mrd tsd geb gest verh röm kath ev bspw insb"
        " insbes min max allg ehem gem lt mag univ jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do sa so"
        " d z v i b dgl co",
        "s f ff abb tab ziff bl rn anm nr no",
        "usw etc u.s.w v.chr n.chr chr jr inc ag gmbh a.d o.g uvm ff",
        "der die das den dem des ein eine einen einem einer dies diese dieser dieses er sie es wir ihr ich du man sein"
        " seine ihre ihren unser und aber oder doch denn sondern wenn als ob weil während nachdem bevor obwohl da"
        " dass in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter durch für gegen ohne um seit bis"
        " wegen trotz auch nicht noch nur schon so dann dort hier jetzt nun heute was wer wie wo warum alle alles"
        " viele kein keine zudem allerdings jedoch dabei damit dafür darauf außerdem deshalb daher ja nein",
    ),
    "it": (
        "sig sigg sig.ra dott dott.ssa prof prof.ssa ing avv arch geom on sen gen col cap ten mons s ss egr gent spett"
        " gen feb mar apr mag giu lug ago set ott nov dic p.es es cfr vs ca tel rif dr dir",
        "n nn nr num p pp pag pagg art artt fig vol cap c",
        "ecc etc s.p.a s.r.l a.c d.c u.e jr inc",
        "il lo la i gli le l' un uno una un' questo questa questi queste quello quella egli ella esso essa essi lui lei"
        " loro noi voi io tu si ci vi ne mi ti e ed ma o od però se quando mentre dopo prima per in nel nella nei nelle"
        " nello a al alla ai alle allo di del della dei delle dello da dal dalla con senza secondo su sul sulla tra fra"
        " che chi cosa come dove perché non sì no anche inoltre così tutto tutti ogni più già c' è sono ha suo sua suoi",
    ),
    "pt": (
        "sr sra srs sras srta d dr dra drs prof profa eng arq gal cel cap ten mons exmo exma ilmo av r pç jan fev mar abr"
        " mai jun jul ago set out nov dez p.ex ex cf vs aprox tel ref sto sta",
        "n no nº núm p pp pág págs art arts fig vol cap",
        "etc s.a ltda cia e.u.a eua a.c d.c jr inc a.m p.m",
        "o a os as um uma uns umas este esta estes estas esse essa isso isto aquele aquela ele ela eles elas eu tu você"
        " vocês nós se me te lhe nos seu sua seus suas meu minha e ou mas porém se quando enquanto depois antes para por"
        " pelo pela em no na nos nas ao à aos às de do da dos das com sem segundo sobre entre desde até que quem como"
        " onde porque não sim também além assim todo todos toda todas muito mais já há é são foi",
    ),
    "nl": (
        "dhr mw mevr mej dr drs ir ing mr prof ds st gen kol kap d.w.z d.i b.v bijv nl m.b.t i.p.v t.a.v i.v.m o.a m.n"
        " ca evt resp vgl zgn jan feb mrt apr jun jul aug sep sept okt nov dec tel max min incl excl vs v t",
        "nr nrs no blz p pp art afb fig vol hst",
        "enz etc e.d n.v b.v jr inc n.chr v.chr",
        "de het een 't dit dat deze die hij zij ze wij we jij je u ik men er hier daar zijn haar hun ons onze mijn en"
        " maar of want dus als toen wanneer terwijl nadat voordat omdat hoewel in op aan bij met naar van voor tegen"
        " zonder om sinds tot wegens volgens door over onder uit na ook niet nog alleen dan nu wat wie hoe waar waarom"
        " alle alles veel geen ja nee bovendien echter daarom",
    ),
}


@lru_cache(maxsize=8)
def _tables(language: str) -> _Tables:
    inside, number, either, starters = _TABLES.get(language, _EN)
    # rough English keeps the source's abbreviations (`Mme.`), so English ones are known everywhere
    shared = frozenset("mr mrs dr prof st vs e.g i.e".split())
    return _Tables(
        frozenset(inside.split()) | shared,
        frozenset(number.split()),
        frozenset(either.split()),
        frozenset(starters.replace("'", "’").split()),
        ordinals=language == "de",
    )


LANGUAGES = tuple(_TABLES)
"""The languages with tables of their own."""


def function_words(language: str) -> frozenset[str]:
    """Words that only carry grammar, in small letters: what a text's language shows by."""
    return _tables(language).starters


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of `text` in `language` (en, fr, es, de, it, pt, nl; any other is read as English).

    Returns:
        Spans that tile the text: the first starts at 0, each next one where the one before ended, the
        last ends at len(text). None for an empty text.
    """
    if not text:
        return ()
    bounds = [0, *cuts(text, language), len(text)]
    return tuple(Span(start, end) for start, end in zip(bounds, bounds[1:], strict=False))


def cuts(text: str, language: str) -> list[int]:
    """Where a new sentence begins inside `text`: ascending offsets, 0 and len(text) not among them."""
    tables = _tables(language)
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


def _cut(text: str, dot: int, end: int, start: int, tables: _Tables) -> int | None:
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
    if head >= len(text):
        return None
    following = text[head]
    if not (following.isalnum() or following in "¿¡€$£"):
        return None
    word = _word_at(text, head)
    if text[begin] in "¿¡":
        return begin
    if text[dot] != "." or end - dot > 1:
        return _after_mark(text, dot, begin, head, fused and not closed, opened, following, word, tables)
    before = _WORD_BEFORE.search(text, max(start, dot - _REACH), dot)
    token = before.group() if before else ""
    if fused:
        return _fused(text, begin, head, token, closed, opened, following)
    if following.islower():
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
        elif mark == "“" and following in " \u00a0" and text.rfind("“", start, at) > text.rfind("”", start, at) < 0:
            at, closed = at + 1, True
        else:
            at, closed = at + 1, closed or mark not in ")]}*_"
    return at, closed


def _word_at(text: str, at: int) -> str:
    match = _NEXT_WORD.match(text, at)
    return match.group().lower().replace("'", "’") if match else ""


def _after_mark(
    text: str, dot: int, begin: int, head: int, fused: bool, opened: bool, following: str, word: str, tables: _Tables
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


def _ordinary(token: str, tables: _Tables) -> bool:
    """A plain small word that no abbreviation looks like."""
    return (
        len(token) > 3
        and token.isalpha()
        and token.islower()
        and token not in tables.inside
        and token not in tables.either
        and token not in tables.before_number
    )


def _rough(tables: _Tables, word: str) -> bool:
    """Whether a small letter may open a sentence: a system that lost the capital still wrote a subject."""
    return word in tables.starters


def _ends(
    text: str, start: int, dot: int, token: str, closed: bool, following: str, word: str, tables: _Tables
) -> bool:
    """Whether a full stop after `token` and before a capital, a digit or an opening mark ends the sentence."""
    small = token.lower().strip("’'-&").rstrip(".")
    if closed or not small:
        return True
    proved = word in tables.starters
    if small in tables.before_number and following.isdigit():
        return False
    if small in tables.inside:
        return False
    if small in tables.either or ("." in small and len(small) < 9 and not small[-1].isdigit()):
        return proved or (small in tables.either and following.isupper() and not tables.ordinals and small == "etc")
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
