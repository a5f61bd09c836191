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
iron hierro; bishop leveque obispo vescovo; towers tours; troy troyes
baker boulanger becker bakker backer; miller meunier molinero muller mueller mulder molenaar; carpenter zimmermann
carpenter timmerman timmermans charpentier; tailor schneider schroder kleermaker; smith schmidt schmitt schmitz smit
blacksmith schmied schmidt smit; fisherman fischer visser vissers; fisher fischer visser; weaver weber wever
shepherd schafer schaefer herder; farmer bauer boer; judge richter rechter; cook koch kok; hunter jager jaeger
butcher metzger slager; gardener gartner gaertner hovenier; cartwright wagner; cooper kuiper kuipers bottcher
brewer brouwer brauer; king konig koenig koning; emperor kaiser keizer; prince prins; count graf graaf; duke herzog
knight ritter ridder; mayor schulze schultheiss burgemeester; forester forster foerster; potter topfer toepfer
shoemaker schuster schuhmacher zapatero calzolaio; cobbler schuster; roofer dekker decker; skipper schipper
mason maurer; bricklayer maurer metselaar; baker pfister; fox fuchs vos; wolf wolff; bear baer; bird vogel; eagle adler
lion lowe loewe leeuw; rooster hahn haan; stork storch; woodpecker specht; finch fink vink; small klein kleine
big gross groot; long lang lange; black schwarz zwart; brown braun bruin; red roth rood; green grun gruen groen
young jung jong jonge; sour sauer; happy frohlich froehlich vrolijk; noble edel; bush busch bos; forest wald bos
stone stein steen; mountain berg; brook bach beek; field feld veld; tree baum boom; cabbage kohl kool; nail nagel
sommer zomer; summer sommer zomer; autumn herbst herfst; friday freitag; monday montag; devil teufel duivel
singer sanger saenger; writer schreiber schrijver; cellar keller kelder; miner bergmann; market markt; peace frieden
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
