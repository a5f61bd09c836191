from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.lexicon import known
from mtcheck.analysis.nearby import before
from mtcheck.analysis.people import inside
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import MONTHS, WEEKDAYS
from mtcheck.rules import SAFE, SUGGEST, Example, rule
from mtcheck.text import Edit, Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Match

_NAME = r"(?:[A-ZÀ-Þ][\w’'-]+|de|du|d’|le|la|von|van)"
_TITLES = {
    "M.": "Mr", "MM.": "Messrs", "Mme": "Ms", "Mme.": "Ms", "Mlle": "Ms", "Mlle.": "Ms", "Mmes": "Mses",
    "Monsieur": "Mr", "Madame": "Ms", "Mademoiselle": "Ms",
}  # fmt: skip
_FOREIGN = {
    "es": {"Sr.": "Mr", "Sra.": "Ms", "Srta.": "Ms", "Señor": "Mr", "Señora": "Ms"},
    "it": {"Signor": "Mr", "Signora": "Ms", "Sig.": "Mr", "Sig.ra": "Ms"},
    "pt": {"Sr.": "Mr", "Sra.": "Ms", "Senhor": "Mr", "Senhora": "Ms"},
    "de": {"Herr": "Mr", "Frau": "Ms"},
    "nl": {"Meneer": "Mr", "Mevrouw": "Ms", "Dhr.": "Mr", "Mw.": "Ms"},
}
"""Titles that only texts from their language are read for: Sr. is also an English `senior`."""
_FRENCH = {"Pr": "Professor", "Pr.": "Professor"}
"""A title that only a text from French is read for."""
_TWO_TITLES = (
    r"(?<![\w-])((?:Mrs|Mr|Ms|Miss|Herr|Frau|Mevrouw|Meneer|Dhr|Mw)\.? (?=(?:Dr|Prof|Professor|Doctor)\b)"
    r"|(?<=Prof\. )(?:(?:Dr|Ing|h\. c|med|phil|habil)\.[ -]*){1,4}(?=[A-ZÀ-Þ])"
    r"|(?<=Professor )(?:(?:Dr|Ing|h\. c|med|phil|habil)\.[ -]*){1,4}(?=[A-ZÀ-Þ])"
    r"|(?<=Dr\. )(?:(?:med|phil|jur|rer|nat|Ing|h\. c)\. ?){1,3}(?=[A-ZÀ-Þ]))"
)
"""Of Mrs. Dr. Lindner and Prof. Dr. Lindner, Dr. Lindner and Prof. Lindner are left."""
_KEPT = frozenset(
    "Tussaud Tussauds Bovary Butterfly Curie Pompadour Hulot Claude Chiang Mao Web Secretary Speaker President X"
    " Chair Justice Blavatsky Clicquot Defarge Figaro Verdoux Doubtfire Sans de du le la".split()
)
"""Who is called so in English too: Madame Bovary, Monsieur Hulot, Madame Secretary."""
_OFFICES = (
    r"(?:[Pp]residents?|[Mm]ayor(?:ess)?|[Pp]refect|[Mm]inister|[Dd]eputy|[Ss]enator|[Jj]udge|[Pp]rosecutor|[Cc]urate"
    r"|[Dd]irector|[Ss]ecretary|[Rr]ector|[Aa]mbassador|[Cc]hancellor|[Bb]ishop|[Cc]ouncill?or|[Pp]rofessor|[Gg]overnor"
    r"|[Cc]ommissioner|[Pp]rime [Mm]inister|[Ss]ub-prefect|[Nn]otary|[Pp]riest|[Bb]ailiff|[Cc]lerk|[Rr]egistrar"
    r"|[Ii]nspector|[Cc]onsul|[Cc]urator|[Hh]eadmaster|[Hh]eadmistress|[Cc]haplain|[Mm]arshal|[Mm]agistrate|[Pp]rincipal|MP)\b"
)
_LAW = (
    r"(?i)\b(?:lawyer|client|court|trial|counsel|defen[cd]|bar|plaintiff|repres|judge|appeal|plead|family|victim"
    r"|attorney|hearing|verdict|acquit|prosecut)"
)


@rule(
    "honorific",
    safety=SAFE,
    triggers=(
        "Mme", "M. ", "Me ", "Mlle", "Master ", "Maître", "Maitre", "MM.", "Mister the", "Madam the", "Mr. the",
        "Mr the", "he Mr", "he Ms", "Mrs. the", "Pr ", "Pr. ", "Mrs the", "Ms the", "Monsieur ", "Madame ",
        "Mademoiselle ", "Dr", "Prof", "Sr", "Señor", "Signor",
        "Sig.", "Senhor", "Herr ", "Frau ", "Meneer", "Mevrouw", "Dhr.", "Mw.",
    ),
    bad=[
        "“My client sleeps badly”, warns [[Me Clara->Clara]] Vasseur.",
        "[[Master Clara->Clara]] Vasseur, who represents the family, refused to answer.",
        "[[Mme->Ms]] Ravel and [[M.->Mr]] Vidal left.",
        "The client of [[Master Vasseur->Vasseur]] was acquitted.",
        "[[Monsieur the->The]] prefect did not wish to speak, and [[Mr. the Mayor->the mayor]] was away.",
        "“[[Mr. the Mayor->Mr. Mayor]], you promised us a bridge.”",
        "“When, [[Madame the Minister->Madam Minister]], will you pay?”",
        "[[The ->]]Mr Ravel was there.",
        "[[Madame->Ms]] Ravel asked for an adjournment.",
        "According to [[Pr->Professor]] Jean Vidal, the boy will walk. “No,” says [[the Pr.->Professor]] Ana Ravel.",
        Example("[[Herr->Mr]] Vidal did not answer.", "de"),
        Example("[[Sra.->Ms]] Vidal did not answer.", "es"),
        Example("[[Mrs. ->]]Dr. Anke Vidal and Prof. [[Dr. ->]]Jan Ravel warned of the flu.", "de"),
    ],
    good=[
        "Ms Ravel left. Give Me Liberty was sung.",
        "J. M. Barrie and M. Night Shyamalan met. The chancellor, Dennis M. Walcott, spoke to Kim M. Wittenberg.",
        "Master Class is back. The Maître d’ bowed.",
        "She plays Madame Bovary at Madame Tussauds. “Yes, Mr President,” said Monsieur Hulot.",
    ],
)  # fmt: skip
def honorific(view: View) -> Iterator[Hit]:
    """A French honorific left or translated: M., Mme, Mlle, Me, Maître, Monsieur the prefect.

    English writes Mr and Ms, with or without a stop as this document does, gives lawyers no title, and none
    before an office with an article. Titles of other languages are read where the text comes from them. `M.` and
    `Mme` are safe to repair where the source has the same title before the same name.
    """
    text = view.text
    stop = "." if rx(r"\bM(?:r|s|rs)\. ").search(text) else ""
    titles = _TITLES | _FOREIGN.get(view.source_language, {}) | (_FRENCH if view.source_language == "fr" else {})
    names = "|".join(sorted((title.replace(".", r"\.") for title in titles), key=len, reverse=True))
    for found in rx(rf"(?<![\w.-])(?<!\. )({names}) (?={_NAME})|(?<=\. )({names}) (?={_NAME})").finditer(text):
        given = found.group(1) or found.group(2)
        span = Span(found.start(), found.end() - 1)
        if rx(_OFFICES).match(text, found.end()) and given[:2] in ("Ma", "Mo"):
            continue  # `Madame President`, a form of address
        if given == "M." and (_initial(view, found.start()) or text.startswith("Night", found.end())):
            continue
        name = rx(_NAME).match(text, found.end())
        if given in ("Herr", "Frau", "Meneer", "Mevrouw") and rx(r"(?:Dr|Prof)").match(text, found.end()):
            continue  # the title behind it is enough
        if (
            len(given) > 5
            and given not in _FOREIGN.get(view.source_language, {})
            and (name is None or name.group().removesuffix("’s") in _KEPT or inside(found.start(), view.quoted))
        ):
            continue
        if given in _FRENCH:
            span = Span(span.start - 4 * (before(text, span.start, 4) in ("the ", "The ")), span.end)
        mark = "" if given in _FRENCH else stop
        yield Hit(span, "a French honorific was left", (titles[given] + mark,), 0.85, SUGGEST)
    acts = r"(?:,| (?:was|is|has|had|will|would|says|[a-z]+(?:ed|id))\b)"
    titled = rf"\b([Tt]he )(?:Mr|Mrs|Ms)\.? (?=[A-ZÀ-Þ][a-zà-ÿ]+{acts})"
    for found in matches(titled, text, ("Mr", "Ms")):
        if found.group(1)[0] == "t" or found.start() == 0 or text[found.start() - 1] in " \n“":
            cut = Span(*found.span(1))
            yield Hit(cut, "English puts no article before a title", ("",), 0.85, SUGGEST)
    if view.source_language in ("de", "nl"):
        for found in matches(_TWO_TITLES, text, ("Dr", "Prof")):
            yield Hit(Span(*found.span(1)), "English gives a doctor or professor one title", ("",), 0.85, SUGGEST)
    yield from _offices(view)
    yield from _lawyers(view)


def _initial(view: View, at: int) -> bool:
    """Whether `M.` at `at` stands for a second first name: J. M. Barrie, Dennis M. Walcott; not: On Friday M. Vidal."""
    ahead = rx(r"((?:[A-Z]\.)+|([A-ZÀ-Þ][\w’-]+)) ?$").search(before(view.text, at))
    if ahead is None:
        return False
    word = ahead.group(2)
    if word is None:
        return True
    return word not in WEEKDAYS and word not in MONTHS and not known(word.lower())


def _offices(view: View) -> Iterator[Hit]:
    """Monsieur the prefect, Mr. the Mayor -> the prefect, the mayor."""
    text = view.text
    for found in rx(rf"\b(?:[Mm]onsieur|[Mm]adame?|[Mm]ister|Mr\.?|Mrs\.?|Ms\.?) ([Tt]he|le|la) ({_OFFICES})").finditer(
        text
    ):
        if _spoken_to(text, found.start(), found.end()):
            yield Hit(Span(*found.span()), "one who is spoken to has no article", (_addressed(found),), 0.8, SUGGEST)
            continue
        opens = found.start() == 0 or rx(r"[.!?”“\"\n] ?$").search(before(text, found.start(), 3)) is not None
        article = "The" if opens else "the"
        cut = Edit(Span(found.start(), found.end(1)), article)
        office = Span(*found.span(2))
        edits = (cut, Edit(office, found.group(2).lower())) if found.group(2)[0].isupper() else (cut,)
        if len(edits) == 2 and found.group(2) == "MP":
            edits = (cut,)
        yield Hit(Span(found.start(), edits[-1].span.end), "English gives an office no title", (edits,), 0.8, SUGGEST)


def _spoken_to(text: str, start: int, end: int) -> bool:
    """Whether the words between commas are whom a sentence speaks to: Mr. the Mayor, when will you answer?"""
    if not rx(r"(?:^|[“‘\"\n]|[.!?,] )$").search(before(text, start, 2)) or not rx(
        r"[,.!?](?! (?:who|whose|which)\b)"
    ).match(text, end):
        return False
    clause = rx(r"[^.!?”\n]*$").search(before(text, start, 300)) if text[start - 1 : start] == " " else None
    rest = rx(r"[^.!?”\n]*").match(text, end)
    said = (clause.group() if clause else "") + (rest.group() if rest else "")
    return rx(r"(?i)\b(?:you|your|yours)\b").search(said) is not None


def _addressed(found: Match[str]) -> str:
    """Mr. the Mayor -> Mr. Mayor; Madame the Minister -> Madam Minister."""
    title, office = found.group().split(" ")[0], found.group(2)
    if title[:3] in ("Mrs", "Ms.", "Ms", "Mad", "mad"):
        title = "Madam"
    elif not title.startswith("Mr"):
        title = "Mr"
    return f"{title} {office[0].upper()}{office[1:]}"


def _lawyers(view: View) -> Iterator[Hit]:
    """Me Clara Vasseur, Master Vasseur -> without the title."""
    text = view.text
    for found in rx(rf"\b((?:Me|Maître|Maitre|Master)\s)(?={_NAME}(?: {_NAME})?(?:’s|,| |\.|$))").finditer(text):
        title = found.group(1).strip()
        lawyer = rx(_LAW).search(text)
        name = rx(_NAME).match(text, found.end())
        if name is None or name.group()[0].islower() or (title in ("Me", "Master") and not lawyer):
            continue
        single = rx(rf" {_NAME}").match(text, name.end()) is None
        if single and title in ("Me", "Master") and known(name.group().lower()):
            continue  # `Master Class`
        ahead = before(text, found.start(), 12)
        if rx(r"[a-z] $").search(ahead) or not ahead or ahead[-1] in " \n“":
            yield Hit(Span(found.start(), name.end()), "English gives lawyers no title", (name.group(),), 0.75, SUGGEST)
