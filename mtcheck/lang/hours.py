"""What stands beside an hour in English, and beside a number that is none. Plain constants."""

from __future__ import annotations

BEFORE_TIME = (
    "at|by|from|until|till|before|after|around|about|towards?|since|between|and|to|on|past|night|day"
    "|Until|At|From|By|Around|Before|After|Between|Towards|Since|as|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
"""A word before a time of day, as a pattern."""
SERVICES = frozenset(
    "news bulletin train show session programme flight bus mass edition ferry boat coach plane shuttle tram metro"
    " service screening performance concert kick-off match game broadcast crossing sailing departure debate appointment"
    " hearing class lesson curfew slot tide".split()
)
"""What has an hour: the 7h ferry."""
LASTING = frozenset(
    "race shift strike wait delay journey drive walk march marathon stop limit period deadline window week rally trek"
    " ban day working night rule cycle trip ride hike battle siege notice stay rest break work course training".split()
)
"""What lasts hours: the 12h shift."""
PLACES = frozenset(
    "shed room hall gate platform hangar building dock pier lot court cell ward reactor unit plot box car"
    " coach bus line lane shaft track house flat block stage stand tent table lock field pitch well house"
    " depot studio bay".split()
)
"""What is numbered: shed No. 6."""
LASTS = (
    "lasts?|lasted|lasting|takes?|took|taken|taking|requires?|required|spends?|spent|spending|[Ww]ithin|during|[Ff]or"
    "|[Ii]n|waited|waits?|waiting|worked|works?|slept|sleeps?|drove|walked|needed|needs?|[Ee]very|another"
)
"""What stands before a length of time, as a pattern."""
AMOUNTS = (
    "more than|less than|fewer than|up to|at least|at most|as much as|the equivalent of|a total of|over|nearly|almost"
)
ROUGHLY = "about|around|approximately|some|barely|only|just|roughly|exactly|a further|a good|another"
WHOM = "him|her|them|us|me|you|it|the crew|the team|the firefighters|the police"
PLANNED = (
    "planned|scheduled|set|due|expected|announced|booked|called|convened|fixed|arranged|slated|programmed|postponed"
    "|appointment|meeting|kick-off|departure|start|rendezvous|hearing|summoned|invited|table|alarm|clock|ordered"
)
"""Before `for`, what makes the hour a point in time."""
BEHIND_LENGTH = (
    "long|late|away|behind|ahead|non-stop|straight|in a row|on foot|by (?:train|car|bus|boat|plane|road|bike|ferry)"
    "|without (?:a|any)|from (?:the (?:coast|sea|border|capital|city|station)|[A-Z][a-zà-ÿ]+)"
)
"""What stands behind a length of time, as a pattern."""
