"""English verbs that take an object. Plain constants."""

from __future__ import annotations

TAKES_OBJECT = frozenset(
    "receive celebrate publish present open close launch win lose sign hold visit meet host inaugurate unveil"
    " announce adopt approve reject join release deliver file mark commemorate organise organize discuss"
    " examine debate play face beat defeat arrest sentence find discover read write send buy sell build cancel"
    " suspend resume finish complete reveal confirm deny denounce criticise criticize condemn attack defend"
    " support oppose demand welcome pay offer reach cross enter quit submit obtain secure record share lift"
    " impose ban block occupy evacuate demolish renew extend dismiss appoint name elect bury honour honor"
    " greet question summon hear broadcast show distribute deploy destroy attract draw gather bring produce export"
    " import employ train treat consume collect recycle plant harvest serve study inspect search watch follow guard"
    " lead steal rob kill injure wound rescue save repair clean paint film sing scrap sack hire recruit reopen extend"
    " plant cook serve evacuate suspend ratify sue prosecute seize dismantle restore return vote launch set score"
    " earn catch kidnap strike choose sanction fine ban relegate summon perform interpret prepare recite decorate"
    " translate negotiate describe plead narrate exhibit display finance fund test explore maintain"
    " authorise authorize prohibit lower reduce reward".split()
)
"""Verbs that a time can part from their object."""

SWAPS = TAKES_OBJECT - {"share", "discuss", "debate"} | frozenset(
    "tell recount portray trace"
    " applaud hug kiss sing carry climb drop throw push pull catch chase arrest follow search steal rob drink eat"
    " swallow swear spend repair rescue save sell unload load paint draw film lead chair thank".split()
)
"""Verbs whose object may be moved back to them from behind an adverbial; not to find in a stranger a friend."""
