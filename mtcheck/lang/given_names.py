"""Given names that a translator turns into their English sister. Plain constants, read only where both occur.

English name, then its forms in French, Spanish, Italian, Portuguese, German and Dutch, in lower case without accents.
"""

from __future__ import annotations

_TABLE = """
john jean juan giovanni joao johann johannes jan hans; peter pierre pedro pietro pieter petrus
james jacques jaime santiago diego giacomo tiago jakob; stephen etienne esteban stefano stefan estevao stephane
steven etienne esteban stefano stefan; william guillaume guillermo guglielmo guilherme wilhelm willem
henry henri enrique enrico henrique heinrich hendrik; charles carlos carlo karl karel; michael michel miguel michele
mary marie maria; joan jeanne juana giovanna; jane jeanne juana giovanna; ann anne ana anna; helen helene elena helena
francis francois francisco francesco franz frans; frances francoise francisca francesca; anthony antoine antonio anton
lawrence laurent lorenzo lourenco lorenz; george georges jorge giorgio georg joris; andrew andre andres andrea andreas
philip philippe felipe filippo filipe philipp; matthew mathieu matthieu mateo matteo mateus matthias
mark marc marcos marco markus; luke luc lucas luca lukas; edward edouard eduardo edoardo eduard; walter gauthier
alexander alexandre alejandro alessandro; nicholas nicolas nicola niccolo nikolaus klaas; gregory gregoire gregorio
benedict benoit benito benedetto; dominic dominique domingo domenico; elizabeth elisabeth isabel elisabetta
margaret marguerite margarita margherita margarethe; lucy lucie lucia; sophia sophie sofia; julia julie giulia
emily emilie emilia; joseph jose giuseppe josef; paul pablo paolo paulo; louis luis luigi ludwig lodewijk
lewis louis; geoffrey geoffroy godofredo; ralph raoul raul; hugh hugues hugo ugo; guy gui guido; martin martim
vincent vicente vincenzo; raymond ramon raimondo; rosemary rosemarie; agnes ines agnese; lucian lucien luciano
christopher christophe cristobal cristoforo christoph; theresa therese teresa; eleanor eleonore leonor eleonora
judith giuditta; susan suzanne susana susanna; patrick patrice patricio patrizio; basil basile basilio
maurice mauricio maurizio moritz; bernard bernardo bernhard; leonard leonardo leonhard; rudolph rodolphe rodolfo rudolf
pearl perla perle; amber ambre ambra; violet violette violetta viola; victory victoire vittoria victoria
hope esperance esperanza speranza; joy joie gioia; light luz luce lucia; star estrella stella; dawn aurore aurora alba
white blanche blanca bianca; sky ciel cielo; peace paz; heaven cielo; clear claire clara chiara; rose rosa
lily lilie lilia; daisy marguerite; ruby rubi rubina; grace grazia gracia; angel angele angela; flower fleur flor fiore
olive olivia; snow neige nieves; pillar pilar; sorrows dolores; rose-mary rosemarie; mary-jane marie-jeanne
iron hierro; bishop leveque obispo vescovo; baker boulanger; miller meunier molinero; towers tours; troy troyes
"""


def _rows() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _TABLE.replace("\n", ";").split(";"):
        english, *sisters = row.split() or [""]
        if english:
            found.setdefault(english, set()).update(set(sisters) - {english})
    return {english: frozenset(sisters) for english, sisters in found.items()}


SISTERS = _rows()
"""English word of a name -> the names that it may stand for."""
