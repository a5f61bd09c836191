"""Where a rule stops: cases that its page need not show. Marked as examples are; without a mark it says nothing."""

from __future__ import annotations

import pytest
from test_rules import run

from mtcheck.rules import Example, load
from mtcheck.rules.examples import parse

RULES = {rule.name: rule for rule in load()}
EDGES = """
hyphen-residue: Half of the wiring is lost- taken by night.
word-order: The deputies LFI–PS agreed.
agreement: He asked: “Why? He have to go?” and left.
agreement: The farmers works the land.
agreement: The number of people who were injured is not known.
agreement: It is a city of have nots.
agreement: Instead of to church in the village, they went to the harbour.
agreement: He succeeded to power in 1995.
article: Plan A enters its last week.
article-before-country: They met in the Corsica “of old” again.
attribution-broken: The bridge closed, He slept.
attribution-broken: It was the mayor. he. Nobody else.
attribution-broken: The bridge is closed. has fallen. Nobody knows why.
attribution-broken: The wall will be rebuilt[[. he says->, he says]]. Work begins in May.
attribution-broken: “We will stay,” [[->says ]]the mayor, who was born in the valley.
attribution-broken: “We will stay,” the mayor [[is really clear->really makes clear]].
attribution-inversion: “Nobody listens,” jokes she told annoyed him.
attribution-inversion: “We stay,” insists, arms folded the goalkeeper.
attribution-inversion: “We stay,” confides, voice broken, to the journalists on Monday.
attribution-inversion: “We stay,” insists, arms folded, sighing.
attribution-inversion: “We stay,” insists, arms folded, the goalkeeper, red with anger.
attribution-inversion: “We stay,” [[insists->the baker insists]], arms folded[[, the baker->]], smiling at last.
attribution-inversion: “We stay,” tells the story.
attribution-inversion: We stay,” tells the cashier.
displaced-adverb: He has already two times more work than we.
displaced-adverb: It was Tuesday at the heart of what is a long dispute.
displaced-object: He celebrated [[Monday his birthday->his birthday on Monday]].
displaced-object: She published on Thursday the 12th.
displaced-object: They gave to the young goalkeeper a start that surprised everybody.
displaced-object: He presented to the unions his timetable that nobody wanted.
displaced-object: He knows very well the road that leads there.
duplicate: We hope They will come.
duplicate: They worked slowly and slowly made progress.
duplicate: It takes an hour, an hour, no more.
duplicate: He said that it is as it is, it is as it is and nothing else.
duplicate: The wall was cracked[[, cracked->]], and then it fell.
duplicate: The lighthouse keeper stays on¶¶By Ana Vidal[[¶¶The lighthouse keeper stays on->]]¶¶The lamp was lit.
duplicate: They came again. They came again.
garbled-token: The idea is passé.
honorific: Madame President, we are ready.
honorific: [[Mr the->The]] MP spoke.
honorific: The lawyer taught a Master Class.
honorific: The lawyer—Me Clara Vasseur, of Aubrac—spoke.
name-twice: Élodie Fontanel sang at the fair. The Rue Fontanelle was closed.
narrative-present: That night, she says, she was asked.
own-pronoun: Rose Alban did his homework for him.
person-for-thing: The commission met. [[He->It]] has two members.
present-perfect: Yesterday, because it rained, he has sold the boat.
present-perfect: The price has risen 11 cents on last week.
present-perfect: The firm [[has withheld->withheld]] details about an accident last week.
pronoun-gender: The victim in his forties was found.
quote-scope-shift: They want the same hours or pay than others.
quote-scope-shift: They fear “a wave” new Brussels.
quote-scope-shift: They fear “the blocking[[” bank accounts-> of bank accounts”]].
quote-scope-shift: They want “the blocking” work of the site.
quote-scope-shift: It is a long [[campaign “profoundly rural”->“profoundly rural” campaign]].
quote-scope-shift: It is a Monday “profoundly rural”.
quote-scope-shift: She lives with a candidate “profoundly rural”.
quote-split-negation: Nobody “did not anyone”.
split-sentence: He cancelled the whole tour of the north. After the storm destroyed the old pier. Nobody came.
split-sentence: He cancelled the whole tour of the north. After the boat sank off the coast. Nobody came.
verb-first: As says the mayor who knows it, we stay.
verb-first: Today was announced a holiday.
verb-first: Today was announced by the mayor.
verb-first: Was killed the man?
verb-first: Was published on Friday nothing new.
verb-form: All they must to survive is wait.
verb-form: He said the more taller trees fall first.
verb-form: The police was right.
verb-form: If the mayor will listen, we will talk.
verb-form: If the river will rise, people leave.
we-for-people: He said: “It is over. In the village, we no longer speak of it.”
word-order: He met deputies LFI.
word-order: They pay bonus Aubert to all.
word-order: They like the bonus Aubert tax.
word-order: The [[MPs socialist->socialist MPs]] voted.
date-format: The bridge opened on June 5[[->,]] 2019.
date-format: we met on monday.
date-format: The fair opens [[on Monday (12)->on Monday, the 12th]].
entity-mojibake: Use the &unknown; mark.
entity-mojibake: Fran[[ ->ç]]oise Vidal left.
entity-mojibake: Ad[[&->é]]laide Roux spoke.
entity-mojibake: Run `ls` and write \\"yes\\".
entity-mojibake: The sign â€x is odd.
fused-words: A smartPhone rang.
fused-words: [[Vidalfrom->Vidal from]] the council spoke.
fused-words: A 27in screen broke.
fused-words: The [[caféand->café and]] the bar closed.
fused-words: On [[Mondaymorning->Monday morning]] they left.
fused-words: The Holidaymorning show.
fused-words: It was [[veryhappy->very happy]].
fused-words: A clickthrough page.
hyphen-residue: A crime[[- wave->-wave]] began.
lowercase-nationality: Run `a french b` now.
lowercase-start: They were all there. we two alone.
lowercase-start: The first line ends here.¶they left, it seems.
lowercase-start: The ferry left late. [[he->He]] was not on it.
number-format: It cost [[1,500 €->€1,500]].
number-format: Call room 12 345 now.
number-format: The ride took [[27h30->27 hours 30 minutes]] in all.
number-format: They left after [[2h30->2 hours 30 minutes]] of play.
number-format: They ran 2h15 yesterday.
number-format: It begins at 25.00 h.
number-format: The shop closes at [[0h->midnight]].
number-format: The shop closes at [[12h->noon]].
number-format: He collects the 20er series.
number-format: It opens on 2e May.
number-format: They say no 5 of them came.
space-before-punct: What is it[[ ->]]! ?
space-before-punct: Run `a ; b` now.
space-before-punct: It was a joke ) he said.
space-missing: Use `x”.y` here.
space-missing: Run `open(file )` now.
this-weekday: It has been closed since [[this ->]]Monday, 12 May.
this-weekday: He left by this Monday.
pronoun-gender: The female driver lost [[his->her]] licence.
attribution-inversion: “We stay,” [[says->the mayor says]] quietly[[ the mayor->]].
article-before-country: It is in the Corsica based firm.
quote-unbalanced: He calls it [[a->“a]] real success” and leaves.
quote-unbalanced: [[‘->“]]We stay here” he said.
quote-unbalanced: “We stay, he hopes, until the end of the year, and then we go.”
narrative-present: In 1943, the town [[has->had]] 3 cinemas.
narrative-present: In 1943, he will never again.
person-for-thing: France knows that she defends her farmers.
quote-prep-clash: He was accused “of green”.
quote-prep-clash: The aim is [[of “to reduce->to “reduce]]” the debt.
word-order: They meet the committee weekly.
split-sentence: He signed the plan. quick by the state.
split-sentence: He paid for it in A the. next day they left.
stray-capital: Roses are red, And the sky is blue, And you are here.
this-weekday: He left [[on this->on]] Monday.
number-format(es): He paid 1.250 of it.
number-format: It begins at 25.10 h.
hyphen-residue: It was lost- Tomorrow they leave.
quote-close-fused: “We stay.[[”->” ]]The mayor said it would reopen.
quote-close-fused: “We stay.[[”->” ]]Added the mayor.
quote-close-fused: The refuge, “full since Friday[[”->”, ]]refused new animals.
quote-close-fused: He, “full since Friday[[”->” ]]refused new animals.
quote-close-fused: The refuge, “full since Friday[[”->” ]]12 animals.
quote-close-fused: Le Monde[[”->,” ]]announced the sale.
quote-unbalanced: It is called “new and old quickly for the town of the north[[->”]].
residue-inline: It rained. [[(Read also: The long story of the bridge) ->]]The mayor left.
"""
BESIDE = """
number-mismatch: The work took 20 hours in all. <= Le travail a duré 20 h en tout.
number-mismatch: The house cost £1.7m last year. <= La maison a coûté 1,7 million de livres l’an dernier.
number-mismatch: The town has 3.5 million inhabitants. <= La ville compte 3 millions et demi d’habitants.
number-mismatch: The town has two hundred inhabitants. <= La ville compte 200 habitants.
number-mismatch: The town has 1,250,000 inhabitants. <= La ville compte 1.250.000 habitants.
source-person: The mayor spoke about Paul in the hall. <= Le maire a parlé de Paul Rivière dans la salle.
source-person: The singer spoke about the bridge. <= Paul Rivière a parlé du pont.
source-pronoun: The team met the mayor, and it left the hall. <= L’équipe a vu la mairesse, et elle a quitté la salle.
source-pronoun: The CGT met Anne Roux, and it left the hall. <= La CGT a rencontré Anne Roux, et elle a quitté la salle.
source-pronoun: The mayor saw her. <= Le maire l’a vue.
omitted-sentence: [[The]] boat left the port with its crew on Monday. <= Il a plu toute la nuit sur les toits de la \
ville et du port. Le bateau a quitté le port avec son équipage lundi.
"""


@pytest.mark.parametrize("edge", EDGES.strip().splitlines())
def test_a_rule_goes_so_far_and_no_further(edge: str) -> None:
    name, _, text = edge.partition(": ")
    name, _, language = name.rstrip(")").partition("(")
    marked = parse(text.replace("¶", "\n"))
    examined = run(marked.text, (RULES[name],), Example(marked.text, source_language=language or "fr"))
    assert bool(examined.findings) == bool(marked.places), [finding.text for finding in examined.findings]
    assert examined.proposed.raw == marked.repaired


@pytest.mark.parametrize("edge", BESIDE.strip().splitlines())
def test_a_rule_that_compares_goes_so_far_and_no_further(edge: str) -> None:
    name, _, texts = edge.partition(": ")
    text, _, source = texts.partition(" <= ")
    marked = parse(text)
    findings = run(marked.text, (RULES[name],), Example(text, source=source)).findings
    assert tuple(finding.span for finding in findings) == marked.places
    assert not any(finding.suggestions for finding in findings)
