"""word <-> inflected forms: English verbs, noun plurals, and `a` or `an`.

Regular forms follow the spelling rules of English; `data/inflections.txt` (see `data/README.md`) lists
every word of the lexicon whose forms do not. Lower case in, lower case out.
"""

from __future__ import annotations

from functools import cache, lru_cache

from mtcheck.analysis.regex import rx
from mtcheck.data import contents

FORMS = ("third", "past", "participle", "gerund")
"""The tags of the inflected verb forms, in the order of the table; the lemma itself is `base`."""

_SIBILANT = ("s", "x", "z", "ch", "sh")
_DOUBLES = r"(?:[^aeiou]|qu|^)[aeiou][bdfgklmnprtvz]$"
_ONE_SYLLABLE = r"[^aeiouy]*(?:qu)?[aeiou][^aeiouwxy]$"


def regular_verb(lemma: str, tag: str) -> str:
    """The form of `lemma` by spelling rules alone."""
    if tag == "base":
        return lemma
    consonant_y = lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou")
    if tag == "third":
        return lemma[:-1] + "ies" if consonant_y else lemma + ("es" if lemma.endswith((*_SIBILANT, "o")) else "s")
    if tag == "gerund":
        if lemma.endswith("ie"):
            return lemma[:-2] + "ying"
        if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
            return lemma[:-1] + "ing"
        return _doubled(lemma) + "ing"
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if consonant_y else _doubled(lemma) + "ed"


def _doubled(lemma: str) -> str:
    """`stop` -> `stopp`: one syllable that ends in one vowel and one consonant; longer verbs are listed."""
    return lemma + lemma[-1] if rx(_ONE_SYLLABLE).match(lemma) and rx(_DOUBLES).search(lemma) else lemma


def regular_plural(noun: str) -> str:
    """The plural of `noun` by spelling rules alone."""
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_SIBILANT) else "s")


@cache
def _data(kind: str) -> str:
    """The lines of a kind as they are read: searched in place, since parsing all would cost more than a short file's
    run."""
    data = "\n" + contents("inflections.txt").decode()
    first = data.find(f"\n{kind} ")  # they stand together
    return data[first : data.find("\n", data.rfind(f"\n{kind} ") + 1) + 1]


@cache
def _spaced(kind: str) -> str:
    """The same lines with a blank on either side of each word, which stands where it stood: `is` is in many others."""
    return _data(kind).replace("/", " ").replace("\n", " ")


@cache
def _words(kind: str) -> frozenset[str]:
    """Every word that the lines of a kind have: most words are not among them, and need no search."""
    return frozenset(_spaced(kind).split(" "))


@lru_cache(maxsize=4096)
def _cells(kind: str, lemma: str) -> tuple[tuple[str, ...], ...]:
    """The listed forms of a lemma, cell by cell; () for a regular one. `kind` is v or n."""
    data = _data(kind)
    at = data.find(f"\n{kind} {lemma} ") if lemma in _words(kind) else -1
    if at < 0:
        return ()
    at += len(lemma) + 4
    return tuple(tuple(cell.split("/")) for cell in data[at : data.index("\n", at)].split(" "))


@lru_cache(maxsize=4096)
def _listed(kind: str, form: str) -> tuple[tuple[str, int], ...]:
    """Every (lemma, cell) of the table that has `form`, in its order."""
    if form not in _words(kind):
        return ()
    data, spaced, found = _data(kind), _spaced(kind), []
    at = spaced.find(f" {form} ")
    while at >= 0:
        before = data[data.rfind("\n", 0, at + 1) + 1 : at + 1].split(" ")
        if len(before) > 2:  # no lemma, and not the letter before it
            found.append((before[1], len(before) - 3))
        at = spaced.find(f" {form} ", at + 1)
    return tuple(found)


_BE = {"am": "base", "are": "base", "were": "past"}


def inflect_verb(lemma: str, tag: str) -> str:
    """The `tag` form of a verb: base, third, past, participle or gerund. Of a phrase, the first word changes.

    A verb that the table lacks is regular; American forms come before British ones (`traveled`).
    Raises KeyError for an unknown tag.
    """
    head, space, rest = lemma.partition(" ")
    if tag == "base":
        return lemma
    cells = _cells("v", head)
    index = FORMS.index(tag) if tag in FORMS else None
    if index is None:
        raise KeyError(tag)
    return (cells[index][0] if cells else regular_verb(head, tag)) + space + rest


def verb_forms(lemma: str) -> dict[str, tuple[str, ...]]:
    """Every tag with every form it can take: {"past": ("traveled", "travelled"), ...}."""
    cells = _cells("v", lemma)
    forms: dict[str, tuple[str, ...]] = {"base": (lemma,)}
    for index, tag in enumerate(FORMS):
        forms[tag] = cells[index] if cells else (regular_verb(lemma, tag),)
    if lemma == "be":
        forms["base"] = ("be", "am", "are")
    return forms


@lru_cache(maxsize=16384)
def verb_readings(form: str) -> tuple[tuple[str, str], ...]:
    """What `form` can be as a verb: (lemma, tag) pairs, () for no verb of the lexicon.

    A form that is also a lemma (`put`, `found`) has `base` among its readings.
    """
    from mtcheck.analysis.lexicon import classes

    if form in _BE:
        return (("be", _BE[form]),)
    found = [(lemma, FORMS[cell]) for lemma, cell in _listed("v", form)]
    marks = classes(form)
    if "b" in marks or form in ("be", "have", "do"):
        found.append((form, "base"))
    for lemma in _stems(form):
        if "b" in classes(lemma) and not _cells("v", lemma):
            found += [(lemma, tag) for tag in FORMS if regular_verb(lemma, tag) == form]
    return tuple(dict.fromkeys(found))


def past_of(participle: str, lemma: str) -> str:
    """The past of the verb `lemma`, whose participle stands in the text: in the same spelling where they are one."""
    return participle if (lemma, "past") in verb_readings(participle) else inflect_verb(lemma, "past")


def _stems(form: str) -> list[str]:
    """The lemmas of which `form` could be a regular verb form."""
    if form.endswith("ies"):
        return [form[:-3] + "y", form[:-1]]
    if form.endswith("es"):
        return [form[:-1], form[:-2]]
    if form.endswith("s"):
        return [form[:-1]]
    if form.endswith("ied"):
        return [form[:-3] + "y", form[:-1]]
    if form.endswith("ying"):
        return [form[:-3], form[:-4] + "ie"]
    for ending in ("ed", "ing"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            return [stem, stem + "e", stem[:-1]] if stem[-1] == stem[-2:-1] else [stem, stem + "e"]
    return []


def plural(noun: str) -> str:
    """The plural; of a phrase, its last word changes."""
    head, space, last = noun.rpartition(" ")
    return head + space + noun_forms(last)[0]


def noun_forms(noun: str) -> tuple[str, ...]:
    """Every plural that `noun` can take."""
    cells = _cells("n", noun)
    head, dash, last = noun.rpartition("-")
    if not cells and dash and (cells := _cells("n", last)):  # sapper-firemen
        return tuple(head + dash + form for form in cells[0])
    return cells[0] if cells else (regular_plural(noun),)


def singular(noun: str) -> str:
    """The singular of a plural; a word that is no plural comes back as it is."""
    from mtcheck.analysis.lexicon import classes

    irregular = _listed("n", noun)
    if irregular:
        return irregular[0][0]
    stems = [stem for stem in _stems(noun) if noun.endswith("s") and regular_plural(stem) == noun]
    return next((stem for stem in stems if "N" in classes(stem)), stems[0] if stems and not classes(noun) else noun)


# Spelt with a vowel, spoken yoo- or w-: union, European, one-off, Ukrainian; not: unimportant, usher, urban.
_AS_CONSONANT = (
    r"(?i:"
    r"uni(?!dent|deal|[mn](?!omi)|ssu)|unan|unesco|uefa|us(?:a|e|ing|u)|ut(?:e|il|op)|ur(?:in|ani|al|ol|ugu)|ubiq|ufo"
    r"|u(?:gand|k\b|kr|kul)|eu|ew[ei]|one(?:\b|s\b|self)|once|ouija|u\b"
    r")"
)
_AS_VOWEL = r"(?i:hour|honou?r|honest|heir|hors d)"
_LETTERS = r"[A-Z]{2,6}s?(?![a-z])|[A-Z](?![A-Za-z’'])|(?:[A-Z]\.){2,}"
# Capitals that are spoken as words, not letter by letter.
_SPOKEN = frozenset(
    [
        "NASA",
        "NATO",
        "NAFTA",
        "NASDAQ",
        "FIFA",
        "SIM",
        "SARS",
        "SWAT",
        "RAM",
        "ROM",
        "FARC",
        "FEMA",
        "MERS",
        "UNESCO",
        "UNICEF",
        "UEFA",
        "UFO",
    ]
)
_VOWEL_NUMBER = r"8|11(?:\b|[,.]\d{3}\b|th)|18(?:\b|\d\d\b|[,.]\d{3}\b|th)|11\d{3}\b|18\d{3}\b"


def article(following: str) -> str:
    """`a` or `an`, as the first sound of `following` asks (an hour, a union, an MP, an 18-year-old, a European)."""
    word = following.lstrip("“”\"‘’'«([ \u00a0")
    if not word:
        return "a"
    if word[0].isdigit():
        return "an" if rx(_VOWEL_NUMBER).match(word) else "a"
    letters = rx(_LETTERS).match(word)
    if letters and letters.group().rstrip("s") not in _SPOKEN:
        return "an" if word[0] in "AEFHILMNORSX" else "a"
    if rx(_AS_VOWEL).match(word):
        return "an"
    if word[0].lower() in "aeiouéèêàâîïôœæ":
        return "a" if rx(_AS_CONSONANT).match(word) else "an"
    return "a"


def roman_value(figures: str) -> int:
    """What a number in Roman figures up to L counts: `XIX` is 19. Raises KeyError for another letter."""
    values = [_ROMAN[figure] for figure in figures]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def ordinal_ending(number: int) -> str:
    """st, nd, rd or th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
