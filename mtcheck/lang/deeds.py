"""English words for what only people do, feel and have: where `it` cannot be a thing. Plain constants."""

from __future__ import annotations

PERSONAL_VERBS = frozenset(
    "sing resign retire marry apologise apologize visit requisition speak arrive travel run walk smile laugh sleep"
    " drive play train progress recover swim race compete testify appeal plead write sign meet call receive attend"
    " vote abstain dissolve pardon abdicate return leave recruit appoint hire dance paint act score convalesce miss"
    " reoffend".split()
)
"""What people do; with a modal or in the progressive, `it` beside a person alone is that person."""
PERSONAL_OBJECT = frozenset(
    "beat succeed replace accuse marry insult greet thank congratulate arrest question interview defeat dethrone"
    " recognise recognize overpower disarm handcuff subdue identify"
    " threaten challenge follow accompany advise convince persuade".split()
)
KIN = frozenset(
    "mother father parents son sons daughter daughters children wife husband brother brothers sister sisters"
    " uncle aunt grandmother grandfather grandparents widow fiancée fiancé girlfriend boyfriend cousin nephew"
    " niece teammate teammates neighbour neighbours neighbor neighbors childhood knee ankle thigh shoulder wrist"
    " calf elbow biceps birthday lawyer lawyers roommate classmates in-laws fiance companion handbag wedding"
    " memoirs autobiography tour career mandate resignation memoir candidacy seat term debut comeback wrist leg"
    " arm hand foot hamstring retirement holiday holidays vacation wheelchair hairdresser composure apology"
    " apologies wardrobe pupils godmother godfather fellow twin baptism confession conversion".split()
)
FAMILY = frozenset(
    "mother father wife husband son sister brother grandmother grandfather widow fiancée lawyer daughter daughters"
    " family parents children grandson granddaughter mother-in-law father-in-law brother-in-law sister-in-law".split()
)
FEELINGS = frozenset(
    "anger joy emotion tears disappointment sadness fear fears concern concerns enthusiasm bitterness frustration"
    " satisfaction delight dismay annoyance surprise astonishment admiration impatience irritation weariness relief"
    " indignation exasperation confusion amusement nostalgia grief pain shame scepticism skepticism".split()
)
DWELLINGS = frozenset(
    "hut house flat cabin caravan van apartment tent car truck cell chalet castle home studio farmhouse manor".split()
)
DWELLS = frozenset("lives lived living sleeps slept sleeping".split())
SHOWING = frozenset("hide hid hides hiding hidden conceal conceals concealed contain express expressed voice".split())
"""What one does with a feeling: did not hide its anger."""
JUDGING = frozenset(
    "consider call describe deem judge find hope want know love hate adore admire denounce criticise criticize accuse"
    " wish intend dedicate teach regret fear prefer claim nickname remember recall defend dream believe think promise"
    " swear refuse regard see drive wear".split()
)
"""What a person does with the thing that a relative clause is about: a tower that it considers modest."""
POSSESSING = frozenset(
    "sold lost opened closed broke left kept celebrated dedicated parked injured hurt ended quit bought washed wears"
    " wore forgot packed married".split()
)
OWN = frozenset(
    "car house home office dog flat apartment shop boat bike bicycle keys phone wallet job post seat diocese"
    " parish coat"
    " garage bed home kitchen flat hotel cell pocket hat glasses surgery practice oven studio farm herd horse"
    " garden cat medal shoes bag suitcase savings passport"
    " licence license driving".split()
)
"""What a person parts with or keeps; beside a clause that says `who` or an age, and no thing in reach."""
WORKING = frozenset(
    "contract career lead crown title season stay studies speech campaign adventure role voice smile place captaincy"
    " innocence involvement regret regrets resignation departure candidacy return desire intention ambition".split()
)
"""What a person keeps, plays or announces; of a named subject."""
AILING = frozenset(
    "ankle knee thigh shoulder wrist calf elbow hamstring groin foot leg arm hand toe finger rib back head cold flu"
    " fever cough injury virus".split()
)
"""What somebody suffers from does not train or play."""
TRIALS = frozenset("training competition match warm-up race session fall descent sprint".split())
"""Where somebody is hurt, and what does not sing or play."""
HURT = AILING | frozenset("throat cord cords ligament meniscus collarbone fibula tendon muscle tonsillitis".split())
"""What hurts, where the sentence says of a part of the body that it is torn or sore."""
HURTING = frozenset(
    "inflamed broken torn sprained fractured strained sore swollen dislocated ruptured pulled bruised high bad slight"
    " severe nasty heavy".split()
)
"""How a part of the body is when it hurts, or how bad an illness is."""
MOODS = frozenset(
    "sorry ashamed afraid proud innocent pregnant exhausted relieved sad asleep homesick happy satisfied"
    " convinced angry surprised furious willing tired confident optimistic delighted grateful married thrilled worried"
    " nervous pleased hungry thirsty ill unemployed disappointed moved honoured indignant".split()
)
"""What only a person is."""

DEEDS = frozenset(
    "bake cook teach study refuse hope want wish fear regret love hate promise swear deny admit confess wear"
    " marry earn sing dance paint coach wake weep cry sob smile laugh limp faint thank greet kiss hug beg"
    " apologise apologize resign retire sleep speak write sign climb swim shout whisper dream decide intend plan"
    " enjoy prefer dare manage drink complain insist joke quit travel move recover train pray vote sweat blush nod"
    " shrug grow swallow drive ride rush wait stay return leave read tell ask undergo suffer own owe donate"
    " promise volunteer forget remember learn".split()
)
"""What `it` beside a person alone does: no thing refuses, bakes or blushes."""
POSSESSED = (
    KIN
    | AILING
    | frozenset(
        "patients pupils students clients customers children tears doubts nightmares pain surgery fever injury cold"
        " concussion cramps stitches voice sight memory temper"
        " consciousness fingers ribs teeth hair eyes hands feet legs arms shoulders knees".split()
    )
)
"""What a person has: it had four patients waiting."""
DISTINCT = frozenset(
    "agent club coach pupils students patients team-mates tour contract lawyer entourage doctor fans supporters voters"
    " opponent rival predecessor successor hometown deputy employer boss colleagues memoirs novel book album song"
    " concert recital record title medal team boat bakery restaurant shop workshop racket".split()
)
"""Besides kin, what a person has; `its new club` beside nobody and nothing but a player."""
ATTENDANTS = frozenset("agent pupils students patients lawyer entourage doctor memoirs hometown colleagues".split())
"""Of these, what neither a contract nor a tour has."""
UNDERGONE = frozenset(
    "arrest convict hospitalise hospitalize imprison jail handcuff extradite indict acquit rape stab behead follow"
    " bear interview marry adopt bully harass beat mug tase sentence remand insult"
    " invite elect appoint promote dismiss hire recruit sack fire operate baptise baptize knight"
    " intubate sedate resuscitate".split()
)
"""What `it`, beside a person alone, has been: no thing is arrested, hired or born."""
LIVED = frozenset(
    "live reside grow study marry divorce learn graduate work play train arrive die emigrate suffer dream"
    " resign retire drive cook smoke lose own".split()
)
"""What a sentence that goes on from one person tells of: It lives in Toulouse with her sons."""
HEALTH = frozenset("condition injuries life wounds days".split())
SPOUSES = frozenset("wife husband widow widower mother father son daughter brother sister fiancée girlfriend".split())
AT_THE_BAR = SPOUSES | frozenset("lawyer lawyers entourage family doctor agent parents".split())
"""Whose word is reported first: According to its lawyer, the accused will plead."""
LIFE = frozenset(
    "arrest trial imprisonment conviction hospitalisation hospitalization childhood wedding marriage divorce pregnancy"
    " illness death birth retirement resignation convalescence youth release custody detention adolescence studies"
    " treatment chemotherapy".split()
)
"""What opens a sentence about somebody: After its arrest, the teenager confessed."""
HELD = frozenset("custody hospital prison detention jail investigation surveillance handcuffs arrest care coma".split())
"""Where only a person is placed or taken."""
TREATED = frozenset("surgery operation injury pain injection infiltration bandage ice cut burn".split())
"""What is done to the knee of a person, and is nothing that has one."""
OF_ANIMALS = frozenset("paw paws tail fur claws beak wing wings leash hoof hooves mane muzzle collar den nest".split())
_OF_THINGS = frozenset("back head arm cold flu fever cough injury virus leg foot hand".split())
CONTROL = frozenset(("control", "balance", "consciousness", "temper"))
"""What one loses; no thing that `it` could be."""
HIS_ALONE = (AILING - _OF_THINGS) | frozenset(
    "collarbone kneecap resignation retirement wedding pregnancy birthday memoirs autobiography divorce engagement"
    " hometown eyesight virginity upbringing child fiancée fiancé collarbone eardrum jaw cheekbone tibia femur fibula"
    " forearm teammates team-mates".split()
)
"""What neither a body of people nor a contest beside the person has: the president of the club and its resignation."""
SHARED = frozenset("club coach fans supporters voters title team boat medal record".split())
"""Of what a person has, what the club or the country has as well."""
