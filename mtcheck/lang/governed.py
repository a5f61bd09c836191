"""English verbs, participles, adjectives and nouns that want one preposition, with those that a translator writes."""

from __future__ import annotations

ROWS = """
depend depends depended depending rely relies relied relying: on < of to at
reliant dependent: on < of from to at by
consist consists consisted consisting: of < from with by to
adhere adheres adhered adhering: to < at of with
react reacts reacted reacting: to < at on of
opposed: to < at with of against
objected objecting objection objections: to < against
belonged belonging belongs: to < at of
amounted: to < at of
contributed contributing contributes: to < at
contribution contributions: to < at
consented subscribed resorted succumbed alluded referred acceded acquiesced: to < at of
clings clung clinging: to < at of
aspires aspired aspiring: to < at of for
listens listened listening: to < of
testified testifies: to < of
resist resists resisted resisting: - < to at
obey obeys obeyed obeying disobey disobeys disobeyed disobeying: - < to at
inherit inherits inherited inheriting: - < of
discuss discusses discussed discussing: - < about of
emphasise emphasises emphasised emphasising emphasize emphasizes emphasized emphasizing underline underlines
  underlined underlining: - < on
violate violates violated violating: - < of against
contradict contradicts contradicted contradicting: - < to
lacks lacked: - < of
await awaits awaited awaiting: - < for on
comprises: - < of from
constitute constitutes constituted constituting: - < of
surpass surpasses surpassed surpassing: - < to of
confronted: with < to of at
faced: with < of
cope copes coped coping: with < to of at
comply complies complied complying: with < to of at by
coincide coincides coincided coinciding: with < to at of
sympathise sympathises sympathised sympathising sympathize sympathizes sympathized sympathizing: with < to of for
interfere interferes interfered interfering: with < to of
correspond corresponds corresponded corresponding: to < at of
collide collides collided colliding: with < against to of
disagrees disagreed disagreeing: with < to of at
tampered tampering: with < of to
equipped endowed furnished fitted filled armed supplied enriched: with < of
covered: with in < of
lined decorated adorned crowned topped dotted strewn littered studded overgrown laden cluttered infested riddled
  stuffed tinged sprinkled smeared soaked drenched imbued saturated garnished paved planted swamped: with < of
teeming bristling overflowing brimming swarming bursting trembling shivering seething quivering: with < of
charged: with < of
credited: with < of
obsessed infatuated: with < of to
familiar familiarised familiarized acquainted: with < of
compatible incompatible: with < to of at
consistent inconsistent: with < to of
synonymous: with < of to at
rife replete fraught: with < of
commensurate compliant: with < to of
associated: with < to of
busy: with < of
popular unpopular: with < by+people
allied aligned: with < of
linked related akin attributed: to < at of
identical: to < of at as
similar: to < of at
comparable: to < of at
superior inferior: to < at than
prior subsequent: to < of at from
adjacent: to < of at from with
loyal faithful: to < at
loyal disloyal: to < of
hostile favourable favorable unfavourable indifferent impervious impermeable: to < at of
sensitive insensitive allergic immune vulnerable prone resistant: to < at of
accustomed addicted subjected: to < at of with
attached: to < of
dedicated devoted consecrated: to < at of
limited restricted confined: to < at of
reconciled: with < of at
indispensable detrimental conducive: to < at of
harmful beneficial: to < at
eligible: for < to of
destined: for < at of
intended: for < at of
entitled: to < of at
doomed sentenced: to < at of
invited summoned: to < at
aimed: at < to of
laughed laughing: at < of
rejoiced rejoices rejoicing: at < of
suspected: of < for from with
accused: of < from with
convicted: of < from
guilty innocent: of < from
deprived: of < from in
rid: of < from with
cured: of < from
capable incapable: of < at from
aware unaware: of < from at
ashamed: of < from by
afraid: of < from by at
jealous envious fond: of < on from at to
full: of < from
devoid: of < from in
worthy unworthy: of < from at
typical: of < to from
independent: of < to
composed: of < from by+count
victim victims: of < from+harm to+harm by+harm at+harm
beware bewares bewared bewaring: of < from at to
dispose disposes disposed disposing: of < from
boast boasts boasted boasting: of about < from on with
complain complains complained complaining: about of < from
reminds reminded reminding: of < to at
convinced: of < from on
responsible: for < of from at
famous renowned: for < of from
unfit: for < at of
suitable unsuitable: for < at of
apologise apologises apologised apologising apologize apologizes apologized apologizing: for < of from
waited waiting: for < of
searched searching: for < of
opt opts opted opting: for < of on
nostalgic nostalgia hungry thirsty: for < of
thirst hunger craving: for < of+bare to
admiration disdain contempt: for < to
candidate candidates candidacy candidacies: for < to at
benefited benefitted benefiting profited profiting: from < of
~benefit ~profit: from < of
differ differs differed differing: from < of to
different: from < of
recovered recovers recovering: from < of
stemmed stems stemming emanated emanates emanating: from < of+det
derived derives: from < of
escaped: from < of
refrain refrained refraining abstain abstains abstained abstaining: from < of at
protected protects protecting: from against < of
exempt exempted: from < of to at
absent: from < of
far remote distant: from < of
borrowed: from < of
resigned resigning withdrew withdrawn dissuaded deterred discouraged prevented prevents: from < of
resulted resulting: from < of
resulted: in < to at
graduated: from < of
interested uninterested: in < to at for about of on
involved implicated: in < to of
immersed steeped: in < to of
specialise specialises specialised specialising specialize specializes specialized specializing: in < of on to at into
specialised specialized: in < of on to at into
specialist specialists: in < of+bare
versed fluent: in < of at
invested investing: in < to
persist persists persisted persisting: in < of at
excel excels excelled excelling: at < of on to
abound abounds abounded abounding: in < of
included: in < to
participation: in < to at
participated participates participating: in < to at of
interest: in < for+poss to+poss
belief: in < at on
based: on < to of
focused focussed centred centered: on < to of
concentrate concentrates concentrated concentrating: on < to of
focuses focusing focussing: on < to of at
insist insists insisted insisting: on < of at
commented comments: on < of+event
imposed inflicted: on < to at
congratulated: on < of at
assault assaults: on < to
attempt attempts: on < against
tribute homage: to < at
answer answers response responses: to < at+ask
obstacle obstacles: to < at
opposition: to < against
adherence hostility fidelity allegiance devotion sensitivity exposure vulnerability aversion allergy addiction loyalty
  resistance: to < at
heir heirs ambassador envoy: to < at
thanks contrary: to < at
according: to < at of with by on from
owing: to < at of with
compared: with to < at of
relevant pertinent proportional proportionate tantamount averse unrelated: to < at of
inherent: in < at of
reserved: for < at
adapted suited tailored: to < at of
entrusted bequeathed donated: to < at of
gave+rise gives+rise give+rise: to < at of
in+addition as+opposed with+regard in+opposition: to < of at
in+contrast: to < of at
in+comparison: with to < of at
in+accordance in+agreement in+connection: with < to of at
in+line in+contact in+conflict: with < to of
in+charge: of < from with
on+behalf regardless irrespective in+spite in+search in+need on+the+verge on+the+eve to+the+detriment: of < to from
  for
in+favour in+favor: of < to for
in+front: of < from to
rebelled rebelling revolted: against < to of at
protested protesting: against < of
vaccinated immunised immunized: against < of to
discriminated: against < of to
exchanged swapped traded: for < against
replaced: by < of
engaged: to < with+people
surrounded accompanied followed preceded escorted: by < of from
affected characterised characterized haunted shaken marked threatened seduced charmed ravaged devastated overwhelmed
  caused triggered provoked tormented: by < of
characterised characterized caused triggered provoked ravaged devastated: by < from
supported financed funded organised organized owned chaired governed led elected loved abandoned occupied inhabited
  pursued hunted bitten killed arrested destroyed praised criticised criticized: by < of
arrested questioned praised criticised criticized supported financed organised organized treated bitten approved
  rejected informed surprised backed welcomed: by < from+agent
translated: into < in+language
increase increases decrease decreases hike hikes: in < of+measure
view views: of over < on+scenery
marvelled marvels marvelling marveled marveling: at < of
rejoined: - < to
stressed stressing: - < on+det
fed+up: with < from by
proud: of < from to at with over
passion fondness enthusiasm: for < of+bare
answered answering: - < at+ask on+ask
demonstrated marched gathered rallied: at < to+call
skilled expert: in < of+bare
sheltered isolated liberated: from < of
expelled evicted excluded extracted evacuated deported ejected: from < of+det
infected loaded burdened coated encumbered: with < of
dressed clad: in < of
blamed prosecuted punished rewarded compensated: for < of
notorious: for < of by
wary suspicious: of < to from
emblematic reminiscent indicative symptomatic evocative: of < for to
critical: of < with against
fascinated captivated hypnotised enchanted dazzled intrigued: by < of
despite beneath amid: - < of
because: of < to
affects affecting: - < to
abused abusing enjoyed enjoys enjoying: - < of
paid+tribute pay+tribute pays+tribute paying+tribute: to < at
"""
"""A row: forms (`~form`: the base form of a verb, `a+b`: two words) `:` what English has, best first (`-` nothing),
`<` what translators write, with the kind of object that it must have. Verbs are written out: every run reads this."""

KINDS = {
    "people": "people crowd fans children women men girls boys readers pupils students viewers young tourists residents"
    " locals families listeners audiences visitors customers inhabitants teenagers voters",
    "harm": "fall accident crash attack fraud scam theft burglary assault robbery swindle stroke illness hoax ambush"
    " explosion fire flood earthquake violence harassment discrimination rape aggression injustice blackmail abuse"
    " crime disease injury collapse racism malaise shooting stabbing fainting avalanche storm beating heart cancer"
    " persecution bullying intimidation insults threats war bombing epidemic landslide poisoning",
    "agent": "police court judge judges government council mayor minister president parliament coach jury association"
    " union unions citizens voters doctors gendarmes state party committee commission public audience press critics"
    " deputies senators members neighbours residents farmers dog teacher teachers authorities prosecutor opposition"
    " city region municipality company shareholders majority club federation fans supporters regulator delegates"
    " assembly senate magistrates customs soldiers army rebels bishop trainer team experts",
    "language": "French English German Spanish Italian Portuguese Dutch Russian Chinese Japanese Arabic Breton Basque"
    " Catalan Corsican Occitan Polish Turkish Greek Hebrew Swedish Norwegian Danish Finnish Hungarian Czech Korean",
    "measure": "prices price wages wage taxes tax temperatures unemployment costs cost rents rent salaries tariffs"
    " rates rate contributions pensions fares fees budget turnover sales profits expenditure spending accidents thefts"
    " burglaries cases births deaths inequalities poverty traffic delays imports exports",
    "scenery": "sea lake valley harbour harbor mountains mountain bay river port park garden gardens rooftops ocean"
    " vineyards alps pyrenees plain coast city town village countryside hills castle cathedral estuary island roofs",
    "ask": "question questions letter letters call calls criticism criticisms email emails accusations problem request"
    " requests",
    "call": "call appeal instigation invitation",
    "event": "decision ruling verdict results result match events news affair incident death election vote announcement"
    " report outcome arrest resignation defeat victory statements",
}
"""Words of which one must stand in the object. Others are tested otherwise: `bare`, no article; `det`, one;
`count`, a number; `poss`, a word of POSSESSIVES before the governing word."""

POSSESSIVES = frozenset("his her its their our my your growing great little keen renewed strong".split())
"""Before `interest`, which else may be of interest to many."""
