"""Names of prizes, cups and festivals that a text may have in small letters -> as they are written.

Plain constants. A prize is a name alone or before `prize`, `award`, `medal`; the names that are words too (booker,
turner) want that word behind them.
"""

from __future__ import annotations

PRIZES = {
    "goncourt": "Goncourt", "renaudot": "Renaudot", "femina": "Femina", "interallié": "Interallié",
    "médicis": "Médicis", "medicis": "Médicis", "nobel": "Nobel", "pulitzer": "Pulitzer", "pritzker": "Pritzker",
    "booker": "Booker", "turner": "Turner", "abel": "Abel", "sakharov": "Sakharov", "strega": "Strega",
    "cervantes": "Cervantes", "planeta": "Planeta", "nadal": "Nadal", "campiello": "Campiello", "bagutta": "Bagutta",
    "büchner": "Büchner", "kleist": "Kleist", "bachmann": "Bachmann", "camões": "Camões", "jabuti": "Jabuti",
    "lumière": "Lumière", "delluc": "Delluc", "goya": "Goya", "donatello": "Donatello", "kavli": "Kavli",
    "lasker": "Lasker", "shaw": "Shaw", "wolf": "Wolf", "holberg": "Holberg", "charlemagne": "Charlemagne",
    "erasmus": "Erasmus", "astrid lindgren": "Astrid Lindgren", "albert londres": "Albert Londres",
    "emmy": "Emmy", "grammy": "Grammy", "bafta": "Bafta", "tony": "Tony", "oscar": "Oscar", "fields": "Fields",
    "césar": "César", "molière": "Molière",
}  # fmt: skip
"""Before `prize`, `award`, `medal` and their plurals."""

ALONE = frozenset("goncourt renaudot interallié nobel pulitzer césar césars molières".split())
"""Of these, those that stand for the prize by themselves: the goncourt, the césar for best film."""

CONTESTS = {
    "champions league": "Champions League", "europa league": "Europa League",
    "conference league": "Conference League", "premier league": "Premier League", "nations league": "Nations League",
    "davis cup": "Davis Cup", "ryder cup": "Ryder Cup", "billie jean king cup": "Billie Jean King Cup",
    "stanley cup": "Stanley Cup", "super bowl": "Super Bowl", "copa américa": "Copa América",
    "copa del rey": "Copa del Rey", "coppa italia": "Coppa Italia", "serie a": "Serie A", "la liga": "La Liga",
    "ligue 1": "Ligue 1", "ligue 2": "Ligue 2", "bundesliga": "Bundesliga", "eredivisie": "Eredivisie",
    "ballon d’or": "Ballon d’Or", "palme d’or": "Palme d’Or", "palme d’Or": "Palme d’Or",
    "ballon d’Or": "Ballon d’Or", "césar awards": "César Awards",
    "tour de france": "Tour de France", "giro d’italia": "Giro d’Italia", "vendée globe": "Vendée Globe",
    "roland-garros": "Roland-Garros", "roland garros": "Roland Garros", "wimbledon": "Wimbledon",
    "eurovision": "Eurovision", "victoires de la musique": "Victoires de la Musique",
    "golden globe": "Golden Globe", "golden globes": "Golden Globes",
    "europa-league": "Europa League", "route du rhum": "Route du Rhum", "fête de la musique": "Fête de la Musique",
}  # fmt: skip
"""Names that are no words of English, wherever they stand."""

TOWNS = (
    "amsterdam angers annecy antwerp arles athens avignon barcelona bayreuth bergamo berlin bilbao bologna"
    " bordeaux brussels budapest cannes chamonix cologne deauville dijon dublin edinburgh frankfurt geneva ghent"
    " grenoble hamburg istanbul leipzig lille lisbon locarno london lyon madrid malaga marseille milan montpellier"
    " montreal moscow munich nantes naples oslo palermo paris porto prague quebec rennes rome rotterdam salzburg"
    " sanremo sarajevo strasbourg stuttgart sundance toronto toulouse turin utrecht valencia venice verona vienna"
    " warsaw zurich angoulême la-rochelle"
)
"""Before `festival`, `film festival`, `carnival`, `biennale`, `marathon`, `derby`."""
