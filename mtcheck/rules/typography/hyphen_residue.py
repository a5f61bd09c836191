from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes, frequency, known
from mtcheck.analysis.nearby import end_of, start_of
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import MONTHS
from mtcheck.lang.first_names import gender_of_first_name
from mtcheck.lang.fused import PLACES
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span

_SUSPENDED = frozenset("he she it they il elle and or to nor but und et y e versus as through rather not plus".split())
_PREFIXES = frozenset(
    "semi anti ex co mid non self vice all well half cross ultra pro multi inter counter far centre center extra trans"
    " neo quasi pan arch mini micro macro sub super under over".split()
)
_PEOPLES = frozenset(
    "franco anglo euro sino russo afro indo austro italo greco judeo ibero luso turco israelo germano americano hispano"
    " latino serbo belgo irano sud nord centre".split()
)
"""What stands before the name of another people: Franco-German."""
_SAINTS = frozenset("saint sainte mont pont port notre val bouches champs ville basse haute san santa sankt".split())


@rule(
    "hyphen-residue",
    safety=SAFE,
    triggers=("-",),
    bad=[
        "The fire broke out in Bouches-du-[[ ->]]Rhône on Friday.",
        "The walk leaves from Saint-[[ ->]]Aubrac at ten.",
        "A 12-year-[[ ->]]old girl saved the dog.",
        "The centre[[ ->]]-right list came first.",
        "She was born in Saint[[ ->]]-Malo.",
        "She lives in Clermont-[[ ->]]Ferrand, not in Aix-[[ ->]]les-Bains or the Alpes-de[[ ->]]-Haute-Provence.",
        "The team of Clermont[[ ->]]-Ferrand won in Aix[[ ->]]-en-Provence and in Fontenay[[ ->]]-sous[[ ->]]-Bois.",
        "The Covid[[ -->-]]19 wave came, by e[[ ->]]-mail.",
        "It came in mid-[[ ->]]July.",
        "The agree[[-->]]ment was aban[[-->]]doned by the 35[[ ->]]-year-old striker.",
        "The Franco[[ ->]]-German tandem is divided.",
        "They pro[[- ->]]vide the govern[[- ->]]ment with tugs.",
    ],
    good=[
        "Pre- and post-war houses, two- or three-storey ones, short- to medium-term plans.",
        "The Franco-German pact - signed in May - is dead.",
        "It fell to -5 degrees. Eleven floors are inhabited- took him a year. In 2007- less than in May.",
        "The Lyon -Paris line is closed. The town -Ferrand calls it a hole- is small.",
        "The plan -which failed- was his. Annex ESF-15- Public Affairs was left out.",
    ],
)
def hyphen_residue(view: View) -> Iterator[Hit]:
    """A space beside a hyphen inside a compound.

    Names such as Bouches-du-Rhône were cut at a line end or a tag. Suspended hyphens (pre- and post-war)
    and dashes are left alone.
    """
    text = view.text
    for found in rx(r"(?<![-\w])([^\W_]+(?:-[^\W_]+)*)-( )([^\W\d_]+)(?!-)").finditer(text):
        before, following = found.group(1), found.group(3)
        dashed = rx(r"\s-(?!old)\w").search(text, start_of(text, found.start(), "\n"), found.start())
        olds = ("year-old", "month-old", "years-old", "months-old")
        if following in _SUSPENDED or dashed or text.startswith(olds, found.start(3)):
            continue
        joined = _one_word(before, following)
        if joined is not None:
            yield Hit(
                Span(found.start(2) - 1, found.end(2)), _MESSAGE, joined, 0.95, SAFE if len(joined) < 2 else SUGGEST
            )
            continue
        inner = before.rpartition("-")
        proper = before[0].isupper() and following[0].isupper()
        sure = (
            (bool(inner[1]) and inner[2].isalpha() and (proper or following.islower()))
            or (proper and (before.lower() in _SAINTS | _PEOPLES or _double_name(before, following)))
            or (before.lower() in _PREFIXES and (following.islower() or following in MONTHS))
        )
        if not sure and _dash(before, following):
            continue
        yield Hit(Span(*found.span(2)), _MESSAGE, ("",), 0.97 if sure else 0.5, SAFE if sure else SUGGEST)
    for found in rx(rf"(?<![-\w])[A-ZÀ-Þ][^\W\d_]+-( )(?:{_LINKS})-[A-ZÀ-Þ]").finditer(text):
        yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.97)
    for found in rx(rf"(?<![-\w])[A-ZÀ-Þ][^\W\d_]+( ?)-(?:{_LINKS})( ?)-(?=[A-ZÀ-Þ])").finditer(text):
        for gap in (Span(*found.span(1)), Span(*found.span(2))):
            if gap.start < gap.end:
                yield Hit(gap, _MESSAGE, ("",), 0.97)
    for found in matches(
        r"\b(?:\d{1,3}|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve"
        r"|(?:[Tt]hir|[Ff]our|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]ine)teen|(?:[Tt]wen|[Tt]hir|[Ff]or|[Ff]if|[Ss]ix|[Ss]even"
        r"|[Ee]igh|[Nn]ine)ty(?:-[a-z]+)?)"
        r"(?:( )-|-( ))(?=(?:year|month)s?-olds?\b)",
        text,
        ("-old",),
    ):
        yield Hit(Span(*(found.span(1) if found.group(1) else found.span(2))), _MESSAGE, ("",), 0.97)
    for found in matches(r"(?<=\d-)(?:year|month)( )-(?=olds?\b)", text, (" -old",)):
        yield Hit(Span(*found.span(1)), _MESSAGE, ("",), 0.97)
    for found in matches(r"\b(?:[Cc]ovid|COVID)( -|- | )(?=19\b)", text, ("ovid", "OVID")):
        yield Hit(Span(*found.span(1)), _MESSAGE, ("-",), 0.96)
    for found in matches(r"\b[Ee]( )-(?=mails?\b)|\b[Ww]eek( )-(?=ends?\b)", text, (" -mail", " -end")):
        yield Hit(Span(*(found.span(1) if found.group(1) else found.span(2))), _MESSAGE, ("",), 0.95)
    yield from _before_hyphen(text)
    yield from _within_words(text)


_BEFORE_HYPHEN = frozenset("pre post re un dis non out up by multi tele bio eco geo socio".split())
_LINKS = "et|les|lès|lez|en|sur|sous|le|la|de|du|des|aux|près"
"""What stands inside the name of a French town: Aix-les-Bains."""


def _double_name(before: str, following: str) -> bool:
    """Whether two capitalised words can only be one name: Clermont-Ferrand, Jean-Pierre; not `left Lyon- Paul said`."""
    first, second = gender_of_first_name(before.lower()), gender_of_first_name(following.lower())
    if known(before.lower()) or known(following.lower()) or before in PLACES.split("|"):
        return False
    return bool(first) == bool(second)


def _within_words(text: str) -> Iterator[Hit]:
    """agree-ment, aban-doned: a hyphen of the end of a line, where the second part is no word."""
    for found in rx(r"(?<![\w’'./@-])([a-z]{2,})(-)([a-z]{3,})(?![\w’'/@-])").finditer(text):
        left, right = found.group(1), found.group(3)
        whole = left + right
        if known(right) or left in _PREFIXES or not known(whole) or frequency(whole) < 4 or known(f"{left}-{right}"):
            continue
        sure = SAFE if frequency(whole) > 6 and left not in _BEFORE_HYPHEN else SUGGEST
        yield Hit(Span(*found.span(2)), "a hyphen cuts the word", ("",), 0.95 if sure is SAFE else 0.9, sure)


_MESSAGE = "a space cuts the compound"


def _one_word(before: str, following: str) -> tuple[str, ...] | None:
    """What to put for the hyphen and the space where the two are one word cut at the end of a line: pro- vide."""
    whole = before.lower() + following
    if not following.islower() or not known(whole):
        return None
    if not known(before.lower()) or frequency(whole) >= frequency(following):
        return ("",)
    return ("-", "") if before.lower() in _PREFIXES and frequency(whole) > 6 else None


def _dash(before: str, following: str) -> bool:
    """Whether the hyphen is a dash that lost the space before it: `half of it is lost- they took the wiring`."""
    if before[-1].isdigit() or following[0].isupper() != before[0].isupper():
        return True
    kinds = classes(following.lower())
    return following[0].islower() and (
        not kinds or kinds[0] not in "NJ" or any(tag == "past" for _, tag in verb_readings(following))
    )


def _before_hyphen(text: str) -> Iterator[Hit]:
    """centre -right, Saint -Malo."""
    for found in rx(r"(?<![^\W\d_])(?:([^\W\d_]+)( )-([^\W\d_]+)\b(?!-? )|([^\W\d_]+)( )-([^\W\d_]+)\b)").finditer(
        text
    ):
        before, following = (found.group(1) or found.group(4)), (found.group(3) or found.group(6))
        span = Span(*(found.span(2) if found.group(2) else found.span(5)))
        proper = before.lower() in _SAINTS | _PEOPLES and before[0].isupper() and following[0].isupper()
        name = before[0].isupper() and following[0].isupper() and _double_name(before, following)
        name = name and len(before) > 2 and len(following) > 2
        if name and "- " in text[found.end() : end_of(text, found.end(), ".", "\n")]:
            continue  # an aside between dashes
        if proper or name or (before.lower() in _PREFIXES and following.islower()):
            yield Hit(span, _MESSAGE, ("",), 0.97)
