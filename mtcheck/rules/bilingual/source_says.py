"""A verb of saying with `to` and a verb, whose subject the source shows."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.genders import of_noun
from mtcheck.align.links import Links, links
from mtcheck.align.owners import dependent, epicene
from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.analysis.witness import folded
from mtcheck.finding import Evidence, Hit
from mtcheck.lang.human import COLLECTIVE
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.6
_FOUND = (
    r"(?<![\w’'-])(says|said|assures|assured|affirms|affirmed|declares|admits|admitted|explains|explained"
    r"|recognises|recognised|recognizes|recognized|confides|confided|indicates|indicated|ensures|ensured)"
    r" (not )?to (not )?(be|have)(?= [\w“«\"])"
)
_SAYING = ("dit", "dis", "assur", "affirm", "declar", "admet", "admis", "expliqu", "reconn", "confi", "indiqu")
_SAID = {"assure": "say", "affirm": "say", "ensure": "say", "recognise": "admit", "recognize": "admit"}
_PASSIVE = rx(r"(?:\b(?:is|are|was|were|be|been|being|am)|[’'](?:s|re|m)|\band|\bor|\balso|\bwidely|\boften) ?$")
_FORMS = {"present": {"be": "is", "have": "has"}, "past": {"be": "was", "have": "had"}}
_MANY = {"is": "are", "was": "were", "has": "have", "had": "had"}
_PRONOUN = rx(r"\b([Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Yy]ou) (?:\w+ly |also |now |still )?$")
_PERSON = {"f": "she", "m": "he"}


@rule(
    "source-says",
    safety=SUGGEST,
    triggers=(" to be", " to have", " to not"),
    bad=[
        Example(
            "The former director, Gérard Poulain, [[says to be->says he is]] “broken”.",
            "fr",
            "L’ancien directeur, Gérard Poulain, se dit « brisé ».",
        ),
        Example(
            "The goalkeeper Maud Rivière [[assures to have->says she has]] “never been so afraid”.",
            "fr",
            "La gardienne Maud Rivière assure n’avoir « jamais eu aussi peur ».",
        ),
        Example("She [[says to be->says she is]] tired.", "fr", "Elle se dit fatiguée."),
        Example(
            "The mayor [[explained not to have->explained she had not]] been told.",
            "fr",
            "La maire a expliqué ne pas avoir été prévenue.",
        ),
    ],
    good=[
        Example("The mayor is said to be tired.", "fr", "Le maire serait fatigué."),
        Example("The rules he explained to be fair are new.", "fr", "Les règles qu’il a dites justes sont nouvelles."),
        Example("He claims to have seen a wolf.", "fr", "Il assure avoir vu un loup."),
        Example("There is more said to be true than is.", "fr", "On dit vrai plus de choses qu’il n’y en a."),
    ],
)
def source_says(view: View) -> Iterator[Hit]:
    """« se dit brisé », « assure n’avoir jamais … » with an infinitive: English says who, he says he is broken.

    Who it is stands before the verb: a pronoun, or the last person named, of a gender that the source shows.
    """
    bitext = view.bitext
    if bitext is None or bitext.language != "fr":
        return
    for found in rx(_FOUND).finditer(view.text):
        passage = bitext.trusted_at(found.start(), _TRUST)
        if passage is None:
            continue
        if _PASSIVE.search(view.text[max(found.start() - 12, 0) : found.start()]):
            continue
        linked = links(bitext, passage, view.text)
        there = _saying(linked, linked.at_target(found.start()))
        if there < 0:
            continue
        if subject := _subject(view, linked, found.start(), there):
            span, new = Span(*found.span()), _clause(found.group(1), subject, found.group(4), found.group(2, 3))
            evidence = Evidence(linked.source[there].span, linked.source[there].text)
            yield Hit(span, "English says who", (new,), 0.92, evidence=evidence)


def _saying(linked: Links, verb: int) -> int:
    """The number of the source’s verb of saying, with « se » or an infinitive: the linked one, else any; or -1."""
    own = linked.back[verb]
    for at in (own,) if own >= 0 else range(len(linked.source)):
        around = [folded(word.text) for word in linked.source[max(at - 1, 0) : at + 5]]
        here = around[1:] if at else around
        if here[0].startswith(_SAYING) and (around[0] in ("se", "s") or {"avoir", "etre", "n", "ne"} & {*here[1:4]}):
            return at
    return -1


def _clause(said: str, subject: str, verb: str, negations: tuple[str | None, ...]) -> str:
    """says + she + have -> says she has."""
    lemma, tag = verb_readings(said)[0]
    past = said.endswith("d")
    form = _FORMS["past" if past else "present"][verb]
    if subject in ("they", "we", "you"):
        form = _MANY[form]
    elif subject == "I":
        form = {"is": "am", "has": "have"}.get(form, form)
    said = inflect_verb(_SAID.get(lemma, lemma), "past" if past else "third" if tag == "third" else tag)
    return f"{said} {subject} {form}{' not' if any(negations) else ''}"


def _subject(view: View, linked: Links, offset: int, there: int) -> str:
    """The pronoun for whoever says it; '' where the texts leave it open."""
    text = view.text
    if pronoun := _PRONOUN.search(text[max(offset - 20, 0) : offset]):
        return pronoun.group(1) if pronoun.group(1) == "I" else str(pronoun.group(1).lower())
    mentions = [
        (span, person)
        for span, person in view.people.between(linked.target[0].span.start, offset)
        if not dependent(text, span)
    ]
    if not mentions or epicene(linked):
        return ""
    span, person = mentions[-1]
    between = text[span.end : offset]
    if rx(r"[.;:!?“”]|\b(?:and|who|that|which|whose|because|while)\b").search(between) or len(between) > 40:
        return ""
    if person.name.lower() in COLLECTIVE:
        return ""
    nouns = [folded(word.text) for word in linked.source[max(there - 4, 0) : there]]
    lead = next((at for at, low in enumerate(nouns) if low in ("la", "le")), -1)
    if lead >= 0 and nouns[lead] == "la" and len(nouns) - lead <= 3 and len(mentions) == 1:
        return "she"  # « la proviseure déclare »
    shown = [noun.gender for each, _ in mentions if (noun := of_noun(linked, each, "fr"))]
    gender = person.gender if person.certain else ""
    gender = gender or ("f" if "f" in shown[-1:] else shown[-1] if shown and person.named else "")
    return _PERSON.get(gender, "")
