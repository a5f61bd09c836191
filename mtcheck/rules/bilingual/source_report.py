"""Verbs of saying that the source proves."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.align.links import Links, links
from mtcheck.align.spoken import Spoken, spoken
from mtcheck.analysis.inflect import inflect_verb, verb_readings
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Evidence, Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.text import Span

_TRUST = 0.5
_SIGNS = rx(r"[»”]|\b(?:reconn|assur|sout|avert|av[eo]|prév|relev|exig|salu)")
_MARK = r"[”“»\"],? ?[^.”“»\"]*$"
_NO_VERB = frozenset("be been was were is are the a to get gets got getting".split())
_NO_SAYING = frozenset(("i", "we"))
"""Which I fully support, argues: whoever supports is not the one who says."""
_NEAR = 25
"""Letters between a quotation and the verb that belongs to it."""
_AFTER = rx(r"(?: (?:go|out|loose|off|slip|away|up))?(?: (?:himself|herself|itself|themselves))?(?![\w’'])")
_OBJECT = rx(
    r" (?:me|us|him|her|them|you|it|everyone|(?:the )?(?:reporters|journalists|residents|parents|AFP)"
    r"|to (?:the|his|her|reporters|journalists))\b"
)


@rule(
    "source-report",
    safety=SUGGEST,
    bad=[
        Example(
            "“We were too slow”, [[recognised->admitted]] their captain, Marc Vallin.",
            "fr",
            "« On a été trop lents », a reconnu leur capitaine, Marc Vallin.",
        ),
        Example(
            "The manager [[recognized->admitted]] “errors” in the accounts.",
            "fr",
            "Le gérant a reconnu « des erreurs » dans les comptes.",
        ),
        Example(
            "The prefect [[assured->said]] after the visit that the bridge would reopen.",
            "fr",
            "Le préfet a assuré, à l’issue de la visite, que le pont rouvrirait.",
        ),
        Example("“I trusted my team,” he [[supported->maintained]].", "fr",
                "« J’ai fait confiance à mon équipe », a-t-il soutenu."),
        Example("“Is it over?” [[demanded->asked]] the widow.", "fr", "« Est-ce fini ? » a demandé la veuve."),
        Example("“The dyke will not hold”, [[prevents->warns]] the engineer.", "fr",
                "« La digue ne tiendra pas », prévient l’ingénieur."),
    ],
    good=[
        Example("France recognised the state in May.", "fr", "La France a reconnu l’État en mai."),
        Example("“It is safe,” he assured reporters.", "fr", "« C’est sûr », a-t-il assuré aux journalistes."),
        Example("They demanded a vote. “Now,” said Ana.", "fr", "Ils ont exigé un vote. « Maintenant », a dit Ana."),
        Example("The team supported its coach: “He stays.”", "fr", "L’équipe a soutenu son entraîneur : « Il reste. »"),
        Example("“No,” he said, and slipped on the ice.", "fr", "« Non », a-t-il dit, et il a glissé sur la glace."),
        Example("He was recognised at the station.", "fr", "Il a été reconnu à la gare."),
    ],
)  # fmt: skip
def source_report(view: View) -> Iterator[Hit]:
    """A verb of saying was translated by another of its senses: “recognised their coach” for « a reconnu ».

    Beside a quotation French uses verbs that say something only there: « a soutenu » maintained and did not support,
    « lâche » says and does not let go. The French verb, where it stands, and the English verb that is linked to it
    decide together.
    """
    bitext = view.bitext
    if bitext is None or bitext.language != "fr":
        return
    for passage in bitext.trusted(_TRUST):
        if not _SIGNS.search(bitext.source, passage.source.start, passage.source.end):
            continue
        linked = links(bitext, passage, view.text)
        for each in spoken(linked, bitext.source):
            if found := _verb(view.text, linked, each):
                span, new = found
                word = linked.source[each.number]
                message = f"“{word.text}” is here “{new}”"
                yield Hit(span, message, (new,), 0.93, evidence=Evidence(word.span, word.text))


def _verb(text: str, linked: Links, each: Spoken) -> tuple[Span, str] | None:
    """Where the wrong verb stands, and the right one in its form."""
    there = linked.there[each.number]
    for number in (there,) if there >= 0 else _alone(text, linked, each):
        word = linked.target[number]
        tags = [tag for lemma, tag in _readings(word.text.lower()) if lemma in each.report.wrong]
        before = [near.text.lower() for near in linked.target[max(number - 2, 0) : number]]
        if not tags or tags == ["gerund"] or not _NO_VERB.isdisjoint(before[-1:]) or not _NO_SAYING.isdisjoint(before):
            continue
        after = _AFTER.match(text, word.span.end)
        if after is None or _OBJECT.match(text, after.end()):
            continue
        tag = tags[0] if len(set(tags)) == 1 else "past" if each.past else tags[0]
        whole = word.text.lower() in ("let", "lets") or after.group().endswith(("self", "selves", " away"))
        end = after.end() if whole else 0
        return Span(word.span.start, end or word.span.end), inflect_verb(each.report.right, tag)
    return None


def _readings(low: str) -> tuple[tuple[str, str], ...]:
    """(lemma, tag) of a verb; one that the lexicon lacks is regular and ends in e: inflames."""
    return verb_readings(low) or ((low[:-1], "past" if low.endswith("d") else "third"),)


def _alone(text: str, linked: Links, each: Spoken) -> tuple[int, ...]:
    """The only verb of the row beside a quotation mark in the target, where the source's verb has no link."""
    found = [
        number
        for number, word in enumerate(linked.target)
        if linked.back[number] < 0 and any(lemma in each.report.wrong for lemma, _ in _readings(word.text.lower()))
    ]
    starts = {at: linked.target[at].span.start for at in found}
    near = [at for at, start in starts.items() if rx(_MARK).search(text[max(start - _NEAR, 0) : start])]
    return tuple(near) if len(found) == 1 else ()
