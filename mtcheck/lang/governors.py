"""Words and the form of the verb that they want behind them: to wait, of waiting, on waiting. Plain constants."""

from __future__ import annotations

WANT_BARE = {
    **dict.fromkeys(
        "think thinks thinking thought dream dreams dreamed dreaming speaks spoke accused suspected".split(), "of"
    ),
    **dict.fromkeys("insist insists insisted insisting".split(), "on"),
    **dict.fromkeys(
        "deny denies denied denying regret regrets regretted regretting admit admits admitted risk risks".split(), ""
    ),
    **dict.fromkeys("dreamt talks talked".split(), "of"),
    **dict.fromkeys(
        "consider considers considered considering suggest suggests suggested avoid avoids avoided".split(), ""
    ),
    **dict.fromkeys("refuse refuses refused promises promised decided plans planned".split(), "to"),
}
"""Verb before a quoted infinitive -> the preposition that it wants with an -ing form; '' none; `to` the infinitive."""
PERFECT = frozenset("regret regrets regretted regretting admit admits admitted".split())
"""Only of what is past: they regret “to say” is right."""
INCITES = frozenset(
    "encourage encourages encouraged encouraging invite invites invited inviting help helps helped helping urge urges"
    " urged urging force forces forced forcing oblige obliges obliged push pushes pushed prompt prompts prompted lead"
    " leads led incite incites incited incline inclined authorise authorises authorised authorize authorizes authorized"
    " allow allows allowed condemn condemned commit commits committed undertake undertakes undertook undertaken ready"
    " managed manages manage hesitate hesitates hesitated strive strives strove seek seeks sought prepare prepares"
    " prepared call calls called calling compel compels compelled began begins begin continue continues continued"
    " agree agrees agreed determined willing tends tend tended".split()
)
"""To do something: encourages breeders to “choose”."""
ORDERS = frozenset(
    "forbid forbids forbade forbidden ask asks asked asking order orders ordered ordering allow allows allowed advise"
    " advises advised permit permits permitted beg begs begged urge urges urged command commanded tell told".split()
)
"""Somebody to do something, where French says « de »."""
IN_GERUND = frozenset(
    "consist consists consisted consisting succeed succeeds succeeded succeeding persist persists persisted interested"
    " believe believes believed".split()
)
DEEDS = frozenset(
    "thank thanks thanked blame blames blamed criticised criticized praised praises reproached reproaches reproach"
    " apologised apologized apologises sentenced fined punished convicted arrested prosecuted"
    " rewarded congratulated forgive".split()
)
"""For something that one did: thanked them for having come."""
CALLS = frozenset("call calls called calling appeal appeals appealed".split())
WANT_GERUND = frozenset("of by from in without on about after before while despite for against".split())
WANT_INFINITIVE = frozenset(
    "undertake undertakes undertook undertaken"
    " plan plans planned hope hopes hoped refuse refuses refused promise promises promised decide decides"
    " decided intend intends intended propose proposes proposed agree agrees agreed wish wishes wished"
    " desire desires ambition demand demands demanded urging wish willingness need refusal decision will ability"
    " right duty order attempt attempts obligation opportunity permission temptation pleasure invitation"
    " asked ask asks urge urges urged ordered advised try tries tried trying threatens threatened avoid".split()
)
WANT_OF = frozenset(
    "accused accuses accuse suspected suspect suspects guilty capable incapable dream dreams dreamed dreaming think"
    " thinks thinking thought afraid proud intention instead fear tired convinced charged habit risk possibility chance"
    " means way fact him her them convicted ashamed sure hopes speaks spoke talks talked".split()
)
ACCUSES = frozenset("accuse accuses accused accusing suspect suspects suspected convicts convicted".split())
"""With somebody between: accuses the hospital of “hide the queues”."""
AIMS = frozenset(
    "aim aims objective objectives goal goals idea order orders intention mission purpose instruction instructions"
    " challenge priority ambition task role dream choice".split()
)
BARS = frozenset(
    "ode regard according thanks tribute answer threat introduction guide invitation obstacle contribution road path"
    " route step solution attitude resistance limits limit response reaction dedication devotion commitment objection"
    " recourse barrier prelude incentive damage devoted hymn call witness testament similar linked tied due akin next"
    " exposed addicted accustomed attached hostile favourable indifferent thanks applied relates pertaining"
    " given".split()
)
"""Words after which `to` is a preposition: an ode to, a threat to."""
TAKES_GERUND = frozenset(
    "admit admits admitted admitting confess confesses confessed object objects objected objecting forward"
    " used close closer opposed opposition committed dedicated devoted accustomed due addition reduced limited"
    " prior contribute contributed contributes tantamount amounts amounted amount down resort resorted resorts"
    " back up key approach return returned returning returns alternative subject related equivalent referred"
    " refers reference pointed title sentenced".split()
)
BEFORE_NOUNS = frozenset("hate love drive show break cook cut set hit kill steal spread drop catch pay play".split())
"""Verbs that stand before a noun as nouns do: hate crimes, break times."""
POSSIBLE = frozenset("possible impossible difficult easy question necessary urgent".split())
"""It is out of the question for him “to give in”."""
THEM = frozenset("him her them us".split())
MADE = frozenset("created designed set founded built made born conceived invented intended launched".split())
"""It was created to “help”, where French has « pour »."""
OBJECT = "the|a|an|what|that|his|her|its|their|this|it|all|every|more|him|them|to|with|our|your|my|no|any|as|at|out|us"
SELVES = frozenset("itself himself herself themselves".split())
LONGS = frozenset("hop hope ask wi wish long beg wait plead".split())
