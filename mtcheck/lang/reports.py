"""French verbs of saying, the English verbs that machines put for them, and what they say beside a quotation.

A row: beginnings of the French forms (folded), what the machine writes, ` -> ` what English says; after ` / ` where
else than beside a quotation it holds: `que` before a clause, `part` before a quoted part of a sentence, `fault`
before what somebody is to blame for, `?` only after a question, `only` not beside a quotation that is whole.
"""

from __future__ import annotations

from mtcheck.typed import NamedTuple

_ROWS = """
reconn: recognise recognize -> admit / part fault
assur: assure -> say / que
souten soutien soutin: support sustain -> maintain / que
lach: let drop release loosen -> say
gliss: slip slide -> say
demand: demand request -> ask / ?
interrog: question interrogate -> ask / ?
preven previen previn: prevent -> warn / que
aver: avert -> warn / que
resum: resume -> sum up
poursui: pursue prosecute sue -> continue
confi: entrust -> confide
avanc: advance -> suggest
estim: estimate -> believe
temoign: witness -> say
souffl: blow puff -> whisper
martel: hammer pound -> insist
assen assene: strike hit -> insist
tranch: slice cut settle -> say
lanc: launch throw cast -> say
accus: accuse -> say
jug: judge -> say
relev: raise lift -> note / que
pointe point: point -> note
appui appuy: support press lean -> add
encha: chain -> continue
renche: outbid increase -> add
abond: abound -> agree
inform: inform -> say
rassur: reassure -> say
balay balai: sweep -> say
enflamm: ignite inflame flare -> enthuse
insurg: rebel rise -> protest
emport: carry -> fume
amus: amuse -> joke
clam: clamour claim -> insist
detaill: detail -> explain
repren repri: resume retake -> continue
evacu: evacuate -> say
grinc: grind creak squeak -> grumble
conven convien: suit -> agree
conced: grant -> concede
avou: avow -> admit / que part
exig: require -> demand / part
salu: salute greet -> welcome / part only
""".strip().splitlines()


class Report(NamedTuple):
    """One row. `wrong` are verbs in their base form; of a phrase in `right` the first word is inflected."""

    wrong: frozenset[str]
    right: str
    where: frozenset[str]


def _table() -> dict[str, Report]:
    table: dict[str, Report] = {}
    for row in _ROWS:
        stems, rest = row.split(": ")
        wrong, put = rest.split(" -> ")
        right, _, where = put.partition(" / ")
        report = Report(frozenset(wrong.split()), right, frozenset(where.split()))
        table.update(dict.fromkeys(stems.split(), report))
    return table


REPORTS = _table()
"""The beginning of a French form -> its row."""

FINITE = frozenset("e ent ait aient a erent it irent ut urent t ient iennent eait eaient d aissait aissent isse issent"
                   " issait".split())  # fmt: skip
"""Endings of a verb that stands alone."""

PARTICIPLE = frozenset("e ee es ees i ie is ies u ue us ues is ert".split())
"""Endings after « a » or « s’est »."""
