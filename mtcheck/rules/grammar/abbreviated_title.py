from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.nearby import before
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Match

_NAME = r"[A-ZÀ-Þ][\w’'-]+"
_TITLES = {
    "it": {
        "dr.": "Dr", "dott.": "Dr", "dott.ssa": "Dr", "dottor": "Dr", "dottoressa": "Dr", "prof.": "Prof",
        "prof.ssa": "Prof",
        "professor": "Professor", "on.": "Mr", "onorevole": "Mr", "sen.": "Senator", "avv.": "", "avvocato": "",
        "ing.": "", "eng.": "", "adv.": "",
        "ingegner": "", "arch.": "", "geom.": "", "rag.": "", "cav.": "", "mons.": "Monsignor",
        "monsignor": "Monsignor",
        "gen.": "General", "col.": "Colonel", "sig.": "Mr", "sig.ra": "Ms", "signor": "Mr", "signora": "Ms",
    },
    "es": {
        "dr.": "Dr", "dra.": "Dr", "sr.": "Mr", "sra.": "Ms", "srta.": "Ms", "señor": "Mr", "señora": "Ms",
        "d.": "", "don": "", "dña.": "",
        "doña": "", "excmo.": "", "excma.": "", "lic.": "", "licenciado": "", "licenciada": "", "ing.": "",
        "prof.": "Prof",
        "gral.": "General", "dip.": "", "mons.": "Monsignor",
    },
    "pt": {
        "dr.": "Dr", "dra.": "Dr", "doutor": "Dr", "doutora": "Dr", "sr.": "Mr", "sra.": "Ms", "senhor": "Mr",
        "senhora": "Ms",
        "dona": "", "eng.": "", "engº": "", "exmo.": "", "prof.": "Prof", "profª": "Prof", "professora": "Professor",
        "dep.": "", "min.": "Justice", "des.": "Judge",
    },
    "de": {
        "dr.": "Dr", "prof.": "Prof", "prof. dr.": "Prof", "dipl.-ing.": "", "ing.": "", "herr": "Mr", "frau": "Ms",
        "dr. med.": "Dr", "dr. jur.": "Dr", "ra": "",
    },
    "nl": {
        "dr.": "Dr", "prof.": "Prof", "prof. dr.": "Prof", "prof. mr.": "Prof", "mr.": "", "mr. dr.": "Dr", "drs.": "",
        "ir.": "", "ing.": "", "ds.": "Reverend", "mgr.": "Bishop", "dhr.": "Mr", "mw.": "Ms", "mevr.": "Ms",
        "mevrouw": "Ms", "meneer": "Mr",
    },
}  # fmt: skip
"""What stands before a name there -> what English writes; nothing for titles that it does not have."""
_ENGLISH = frozenset("dr. prof. professor gen. col. sen. ing.".split())
"""Titles that English writes too, with a capital: these are read only in small letters or behind an article."""
_READ_THERE = frozenset("herr frau sr. sra. srta. sig. d. ra".split())
"""With a capital these are read by `honorific`, or they are initials."""
_STOPPED = frozenset("on. ing. col. des. min. d.".split())
"""Of these the stop can be the end of a sentence: the switch is on."""
_GOES_ON = (
    r"(?! (?:[a-z]+ )?(?:affair|case|trial|film|series|show|clinic|foundation|prize|museum|hospital|school|institute"
    r"|family|house|team|government|era|books?|story|programme|report)\b|’s|'s)"
)


@rule(
    "abbreviated-title",
    safety=SUGGEST,
    languages=tuple(_TITLES),
    bad=[
        Example("[[The dr. Rossi->Dr Rossi]] signed, and [[the on. Bianchi->Mr Bianchi]] asked for a debate.", "it"),
        Example("The mayor received [[the Dott. Ferri->Dr Ferri]] and [[avv. Neri->Neri]] on Monday.", "it"),
        Example("[[Eng. Carla->Carla]] Neri, who was following, called for help.", "it"),
        Example("[[The Sr. Ruiz->Mr Ruiz]] did not answer [[doña Carmen->Carmen]] Vidal.", "es"),
        Example("[[The Mr Ruiz->Mr Ruiz]] left.", "es"),
        Example("[[D. Ramón->Ramón]] Vidal, the notary, signed, and [[Don Luis->Luis]] Ferrer left.", "es"),
        Example("The prize went to [[dra. Ana->Dr Ana]] Seixas.", "pt"),
        Example("[[The Prof. Dr. Weil->Prof Weil]] spoke of a miracle.", "de"),
        Example("According to [[mr. Bakker->Bakker]], the lawyer of the family, and [[drs. Vos->Vos]], he"
                " waited.", "nl"),
    ],
    good=[
        Example("Mr Ruiz met Dr. Rossi and Prof. Neri. The Mr Bean film and the Dr Who series were shown.", "it"),
        Example("The switch is on. Bianchi saw the lamp. He came in. Rossi left.", "it"),
        Example("Mr. Bakker spoke. The Rev. Vos left.", "nl"),
        Example("They played Don Quixote and Don Juan Tenorio.", "es"),
        Example("Vitamin D. Ramón was late. D. Quiroga signed.", "es"),
        "The dr. Rossi signed the report.",
    ],
)  # fmt: skip
def abbreviated_title(view: View) -> Iterator[Hit]:
    """A title as the source abbreviates it, or with its article: the dott. Ferri, on. Bianchi, mr. Bakker, the Mr Ruiz.

    English has Mr, Ms, Dr and Prof, without an article, and no title for lawyers and engineers. The stop follows the
    document’s own Mr or Mr.
    """
    titles = _TITLES[view.source_language]
    text = view.text
    stop = "." if rx(r"\b(?:Mr|Ms|Mrs)\. [A-Z]").search(text) else ""
    names = sorted(sorted({*titles, "mr", "ms", "mrs", "mr.", "ms.", "mrs.", "dr"}), key=len, reverse=True)
    listed = "|".join(name.replace(".", r"\.") for name in names)
    pattern = rf"(?<![\w.-])(?i:(the )?({listed})) ({_NAME})(?: {_NAME})?(?![\w-])(?! [A-Z]){_GOES_ON}"
    for found in rx(pattern).finditer(text):
        said, low = found.group(2), found.group(2).lower()
        article = found.group(1)
        if view.source_language == "nl" and low in ("mr", "ms", "mrs", "ms.", "mrs."):
            continue
        if low not in titles:
            titles = {**titles, low: said.rstrip(".")}
        small = said[0].islower()
        if low in ("mr", "ms", "mrs", "dr", "mr.", "ms.", "mrs.") and not (article or (low in titles and small)):
            continue
        if not article and not small and low in _ENGLISH:
            continue
        don = low in ("d.", "don") and _called(text, found)
        if low == "don" and not don:
            continue  # a first name, or who is called so in English too: Don Quixote
        if not article and not small and not don and low in _READ_THERE:
            continue
        if not article and rx(r"[a-z],? $").search(before(text, found.start(), 3)) is None and small:
            continue
        if low in _STOPPED and not article and not don and not _between(text, found.start()):
            continue
        put = titles[low]
        put = f"{put}{stop * (put in ('Mr', 'Ms', 'Dr', 'Prof', 'Mrs'))} " if put else ""
        span = Span(found.start(), found.end(3))
        message = "English has no article before a title" if article else "the title is not English"
        yield Hit(span, message, (f"{put}{found.group(3)}",), 0.86)


def _called(text: str, found: Match[str]) -> bool:
    """Whether a whole name follows, so that `D.` is no initial: D. Anselmo Quiroga; but the play Don Juan Tenorio."""
    surname = text[found.end(3) : found.end()].strip()
    return gender_of_first_name(found.group(3)) is not None and surname not in ("", "Tenorio")


def _between(text: str, at: int) -> bool:
    """Whether a preposition stands before `at`, so that `on.` is not the end of a sentence."""
    return rx(r"\b(?:by|with|from|to|of|for|and) $").search(before(text, at, 6)) is not None
