"""a closing quotation mark -> the comma that belongs beside it, if any.

A reporting clause wants one, inside the mark or outside as the document does; a quoted noun phrase wants
none. A full stop inside gives way to it.
"""

from __future__ import annotations

from mtcheck.analysis.attribution import Clause, spoken_after
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.marks import STOPS
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.quotations import Quotations, Role
from mtcheck.analysis.quote_asides import comma_by_structure
from mtcheck.analysis.quote_style import Style
from mtcheck.analysis.regex import rx
from mtcheck.lang import en


def comma_beside(
    text: str,
    quotations: Quotations,
    role: Role,
    style: Style,
    start: int,
    gap: int,
    clause: Clause | None,
    fused: bool,
) -> tuple[str | None, str]:
    """What to put before and after the closing mark; None before: the full stop there gives way to a comma."""
    none = ("", "")
    last = text[start - 1] if start else ""
    if role.depth or text[gap : gap + 1] in (",", ".", ";", ":", "?", "!", ""):
        return none
    whole = _starts_utterance(text, quotations, role)
    if clause is None and not fused and whole and _utterance(text, quotations, role):
        clause = _anybody(text, gap) or _calqued(text, gap)
    if not fused and not _plainly_attributed(text, quotations, role, clause, whole):
        return none
    if clause is None and fused and whole and _utterance(text, quotations, role):
        clause = spoken_after(text, gap)
    wanted = _comma_wanted(text, quotations, role, clause, whole)
    if not wanted or last in ",!?…;:—–" or text[max(start - 3, 0) : start] in ("...", ". ."):
        return none
    # without evidence: American when the sentence was torn apart, else beside the mark that stands
    inside = fused or role.mark.char == '"' if style.comma_inside is None else style.comma_inside
    if style.comma_inside is None and _of_the_sentence(text, quotations, role, clause, whole):
        inside = False
    place = (",", "") if inside else ("", ",")
    if last in "’'\"”‘“" and start > 1 and text[start - 2] in ",.!?…":
        return none
    if last == ".":
        if not whole or clause is None or clause.kind == "according" or (text[gap].isupper() and clause.kind == "verb"):
            return none
        if clause.kind == "noun" and text[gap].isupper():
            return none  # a new sentence: `.” The mayor said it would reopen.`
        return None, ","
    return place


def _anybody(text: str, at: int) -> Clause | None:
    """he slices, she ignites: behind a whole sentence that somebody said, a pronoun and its verb say who."""
    carried = rx(r"\s*(?:(he|she) )?(gets|got) carried away(?=(?(1)[.,;]| (?:the |an? |[A-ZÀ-Þ])))").match(text, at)
    if carried is not None:  # « s’emporte-t-il »
        return Clause("pronoun" if carried.group(1) else "verb", carried.start(2), carried.group(2), True)
    found = rx(r"\s*(?:he|she) ([a-z]+)(?= ?[.,;:\n]| (?:in|on|at|with|to|after|before|himself|herself)\b)").match(
        text, at
    )
    if found is None or not any(
        tag in ("third", "past") and lemma not in _NO_SPEECH for lemma, tag in verb_readings(found.group(1))
    ):
        return None
    return Clause("pronoun", found.start(1), found.group(1), True)


_NO_SPEECH = frozenset("be have do live work stay go come leave arrive get use make take play stand sit".split())


def _calqued(text: str, at: int) -> Clause | None:
    """slices the mayor: a French verb of saying, word for word. Of any other the quotation may be the subject."""
    clause = spoken_after(text, at)
    return clause if clause is not None and clause.verb in _CALQUED else None


_CALQUED = frozenset(
    form
    for stem in "abound avow greet ignit insurg philosophiz plagu rebound slic tackl temper interven".split()
    for form in (f"{stem}s", f"{stem}es", f"{stem}ed")
)


def _plainly_attributed(text: str, quotations: Quotations, role: Role, clause: Clause | None, whole: bool) -> bool:
    """With the space in place, a comma is put only where nothing but an attribution can follow."""
    if clause is None or not whole or text[role.mark.at - 1] == "." or role.partner < 0:
        return False
    if rx(r"\s*(?:says|said|sums) (?:it|everything|nothing|a lot|a great deal|much|so|volumes|something)\b").match(
        text, role.mark.at + 1
    ):
        return False  # “You were there” says it all
    if _words_inside(text, quotations, role) < 4:
        speaks = clause.verb in _SPEAKS or (clause.verb in en.REPORTING_STRONG and _person_says(text, quotations, role))
        bare = clause.kind == "verb" and speaks and not _title_like(text, quotations, role)
        return (clause.kind == "pronoun" or bare) and clause.closed and _words_inside(text, quotations, role) >= 3
    gap = role.mark.at + 1
    if clause.kind == "pronoun" and clause.closed and text[role.mark.at - 1] not in ".!?…":
        return True
    return (
        clause.kind in ("pronoun", "verb", "noun", "auxiliary")
        and clause.closed
        and not text[gap : gap + 40].lstrip()[:1].isupper()
    ) or (clause.kind == "noun" and clause.closed)


def _comma_wanted(text: str, quotations: Quotations, role: Role, clause: Clause | None, whole: bool) -> bool:
    """Whether a comma belongs between this quotation and the words after it."""
    if clause is None:
        structure = role.partner >= 0 and comma_by_structure(text, quotations.roles[role.partner].mark.at, role.mark.at)
        return structure or _described(text, quotations, role)
    if clause.kind in ("pronoun", "residue"):
        return True
    if clause.kind == "noun" and not whole and role.partner >= 0:
        return comma_by_structure(text, quotations.roles[role.partner].mark.at, role.mark.at)
    if clause.kind == "according":
        return True
    if clause.kind == "participle":
        return clause.verb in _DISCOURSE
    if whole:
        if clause.kind == "verb" and clause.verb in _SPEAKS:
            return True
        return not _title_like(text, quotations, role)
    return clause.kind in ("verb", "auxiliary") and clause.closed and not _title_like(text, quotations, role)


def _person_says(text: str, quotations: Quotations, role: Role) -> bool:
    """`“We will rebuild” promised the prioress.`: a pronoun and its verb are quoted, and a person ends the clause."""
    inside = text[quotations.roles[role.partner].mark.at + 1 : role.mark.at]
    if not rx(r"(?:I|We|You|He|She|It|They|This|That|There|Nobody) (?:[a-z’']+ )?[a-z]+$").match(inside):
        return False
    person = r" [a-z]+ (?:(?:the|an?|his|her|one) ([a-z-]+)|[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)*)[.,;]"
    found = rx(person).match(text, role.mark.at + 1)
    return found is not None and (found.group(1) is None or gender_of_noun(found.group(1)) is not None)


_DISCOURSE = en.REPORTING_GERUND - frozenset("calling reading letting posting wishing singing going advancing".split())


def _of_the_sentence(text: str, quotations: Quotations, role: Role, clause: Clause | None, whole: bool) -> bool:
    """Whether the comma is the sentence's own, and nobody's speech ends with it."""
    if clause is None or (clause.kind == "noun" and not whole):
        return True
    return clause.kind in _ADDED and _fragment(text, quotations, role)


_ADDED = ("according", "participle")
"""They hang on the sentence: behind a fragment the comma stands outside it."""


def _fragment(text: str, quotations: Quotations, role: Role) -> bool:
    """Whether only a part of somebody’s sentence is quoted."""
    return role.partner >= 0 and text[quotations.roles[role.partner].mark.at + 1].islower()


_SPEAKS = frozenset(
    "said says replied replies answered answers exclaimed exclaims sighed sighs smiled smiles laughed laughs joked"
    " jokes".split()
)
"""These take no object but the speech: the quotation before them is not their subject."""


def _described(text: str, quotations: Quotations, role: Role) -> bool:
    """`as “the finest barn in the canton”a building saved …`: what it is in other words."""
    if role.partner < 0 or not rx(r"an? [a-z]+").match(text, role.mark.at + 1):
        return False
    opener = quotations.roles[role.partner].mark.at
    return text[max(opener - 5, 0) : opener].endswith((" as ", " is ", " was ")) and text[opener + 1].islower()


def _words_inside(text: str, quotations: Quotations, role: Role) -> int:
    if role.partner < 0:
        return 99
    return len(text[quotations.roles[role.partner].mark.at + 1 : role.mark.at].split())


def _utterance(text: str, quotations: Quotations, role: Role) -> bool:
    """Whether somebody says a whole sentence in it: four words, one of which only a speaker or a clause has."""
    if role.partner < 0:
        return False
    inside = text[quotations.roles[role.partner].mark.at + 1 : role.mark.at]
    words = rx(r"[^\W\d_]+").findall(inside.lower())
    return inside[:1].isupper() and len(words) >= 4 and not _SAID.isdisjoint(words)


_SAID = frozenset(
    "i we you us me my our your it there this that he she they is are was were will must has have".split()
)


def _title_like(text: str, quotations: Quotations, role: Role) -> bool:
    """`“Le Monde”announced the sale`: up to four capitalised words can be a subject."""
    if role.partner < 0:
        return False
    words = text[quotations.roles[role.partner].mark.at + 1 : role.mark.at].split()
    small = en.HEADLINE_SMALL | {"de", "du", "des", "la", "le", "les"}
    return (
        0 < len(words) <= 4
        and words[-1][-1] not in STOPS + ","
        and all(word[0].isupper() or word.lower() in small for word in words)
        and (len(words) > 1 or len(words[0]) > 1)
        and sum(word[0].isupper() for word in words) > (len(words) > 1)
    )


def _starts_utterance(text: str, quotations: Quotations, role: Role) -> bool:
    """Whether the quotation begins a sentence, or follows a colon or an attribution."""
    if role.partner < 0:
        return True
    opener = quotations.roles[role.partner]
    if opener.role == "again":
        return True
    before = text[max(opener.mark.at - 40, 0) : opener.mark.at].rstrip(" \t\u00a0\u202f([")
    if not before or before[-1] in '\n.!?…:”»"“—–':
        return True
    return text[opener.mark.at + 1 : role.mark.at].lstrip()[:1].isupper() and before[-1] == ","
