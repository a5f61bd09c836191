"""Places that English calls otherwise than the languages that mtcheck reads. Plain constants: loading costs nothing.

Names that are also those of clubs, people or newspapers (Roma, Napoli, Genova) need a preposition before them.
"""

from __future__ import annotations

_EVERYWHERE = {
    "es": (
        "Londres London, Estados_Unidos the_United_States, Reino_Unido the_United_Kingdom, Alemania Germany, "
        "Francia France, Italia Italy, España Spain, Inglaterra England, Escocia Scotland, Irlanda Ireland, "
        "Suiza Switzerland, Bélgica Belgium, Holanda the_Netherlands, Países_Bajos the_Netherlands, Polonia "
        "Poland, Suecia Sweden, Noruega Norway, Dinamarca Denmark, Finlandia Finland, Grecia Greece, Turquía "
        "Turkey, Rusia Russia, Ucrania Ukraine, Hungría Hungary, Rumanía Romania, Marruecos Morocco, Argelia "
        "Algeria, Egipto Egypt, Corea_del_Sur South_Korea, Japón Japan, Brasil Brazil, Moscú Moscow, Pekín "
        "Beijing, Bruselas Brussels, Ginebra Geneva, Zúrich Zurich, Múnich Munich, Colonia Cologne, Fráncfort "
        "Frankfurt, Berlín Berlin, París Paris, Marsella Marseille, Burdeos Bordeaux, Estrasburgo Strasbourg, "
        "Niza Nice, Milán Milan, Turín Turin, Nápoles Naples, Florencia Florence, Venecia Venice, Génova Genoa, "
        "Lisboa Lisbon, Oporto Porto, Atenas Athens, Estocolmo Stockholm, Copenhague Copenhagen, Varsovia "
        "Warsaw, Praga Prague, Viena Vienna, Belgrado Belgrade, Estambul Istanbul, Jerusalén Jerusalem, El_Cairo "
        "Cairo, Nueva_York New_York, Filadelfia Philadelphia, Nueva_Zelanda New_Zealand, Sudáfrica South_Africa, "
        "Arabia_Saudí Saudi_Arabia, Países_Vascos the_Basque_Country, País_Vasco the_Basque_Country, Sevilla "
        "Seville, Andalucía Andalusia, Cataluña Catalonia, Aragón Aragon, Castilla_y_León Castile_and_León, "
        "Islas_Baleares the_Balearic_Islands, Baleares the_Balearic_Islands, Islas_Canarias the_Canary_Islands, "
        "Baviera Bavaria, Sajonia Saxony, Cerdeña Sardinia, Sicilia Sicily, Lombardía Lombardy, Tokio Tokyo, "
        "Seúl Seoul, La_Haya The_Hague, Amberes Antwerp, Flandes Flanders, Gales Wales, Mar_Mediterráneo "
        "the_Mediterranean_Sea, Unión_Europea the_European_Union, Naciones_Unidas the_United_Nations, La_Habana "
        "Havana"
    ),
    "it": (
        "Londra London, Stati_Uniti the_United_States, Regno_Unito the_United_Kingdom, Germania Germany, Francia "
        "France, Italia Italy, Spagna Spain, Inghilterra England, Scozia Scotland, Irlanda Ireland, Svizzera "
        "Switzerland, Belgio Belgium, Olanda the_Netherlands, Paesi_Bassi the_Netherlands, Polonia Poland, "
        "Svezia Sweden, Norvegia Norway, Danimarca Denmark, Grecia Greece, Turchia Turkey, Ucraina Ukraine, "
        "Ungheria Hungary, Marocco Morocco, Egitto Egypt, Corea_del_Sud South_Korea, Giappone Japan, Cina China, "
        "Brasile Brazil, Messico Mexico, Mosca Moscow, Pechino Beijing, Bruxelles Brussels, Ginevra Geneva, "
        "Zurigo Zurich, Lugano Lugano, Monaco_di_Baviera Munich, Colonia Cologne, Francoforte Frankfurt, Berlino "
        "Berlin, Amburgo Hamburg, Parigi Paris, Marsiglia Marseille, Lione Lyon, Nizza Nice, Strasburgo "
        "Strasbourg, Roma Rome, Milano Milan, Torino Turin, Napoli Naples, Firenze Florence, Venezia Venice, "
        "Genova Genoa, Padova Padua, Mantova Mantua, Siracusa Syracuse, Livorno Livorno, Lisbona Lisbon, Atene "
        "Athens, Stoccolma Stockholm, Copenaghen Copenhagen, Varsavia Warsaw, Praga Prague, Belgrado Belgrade, "
        "Gerusalemme Jerusalem, Il_Cairo Cairo, Nuova_Zelanda New_Zealand, Sudafrica South_Africa, Sicilia "
        "Sicily, Sardegna Sardinia, Toscana Tuscany, Lombardia Lombardy, Piemonte Piedmont, Puglia Apulia, "
        "Baviera Bavaria, Barcellona Barcelona, Siviglia Seville, Città_del_Vaticano Vatican_City, Vaticano "
        "the_Vatican, Tevere the_Tiber, Unione_Europea the_European_Union, Nazioni_Unite the_United_Nations, "
        "L’Avana Havana"
    ),
    "pt": (
        "Londres London, Estados_Unidos the_United_States, Reino_Unido the_United_Kingdom, Alemanha Germany, "
        "França France, Itália Italy, Espanha Spain, Inglaterra England, Escócia Scotland, Irlanda Ireland, "
        "Suíça Switzerland, Bélgica Belgium, Holanda the_Netherlands, Países_Baixos the_Netherlands, Polónia "
        "Poland, Polônia Poland, Suécia Sweden, Noruega Norway, Dinamarca Denmark, Grécia Greece, Turquia "
        "Turkey, Rússia Russia, Ucrânia Ukraine, Hungria Hungary, Marrocos Morocco, Egito Egypt, Coreia_do_Sul "
        "South_Korea, Japão Japan, Brasil Brazil, México Mexico, Moscou Moscow, Moscovo Moscow, Pequim Beijing, "
        "Bruxelas Brussels, Genebra Geneva, Zurique Zurich, Munique Munich, Colônia Cologne, Berlim Berlin, "
        "Hamburgo Hamburg, Marselha Marseille, Estrasburgo Strasbourg, Milão Milan, Turim Turin, Nápoles Naples, "
        "Florença Florence, Veneza Venice, Lisboa Lisbon, Atenas Athens, Estocolmo Stockholm, Copenhaga "
        "Copenhagen, Copenhague Copenhagen, Varsóvia Warsaw, Praga Prague, Viena Vienna, Istambul Istanbul, "
        "Jerusalém Jerusalem, Nova_York New_York, Nova_Iorque New_York, Nova_Zelândia New_Zealand, África_do_Sul "
        "South_Africa, Arábia_Saudita Saudi_Arabia, Cidade_do_México Mexico_City, Açores the_Azores, Baviera "
        "Bavaria, Catalunha Catalonia, Sevilha Seville, Madri Madrid, Tóquio Tokyo, Seul Seoul, Angola Angola, "
        "Moçambique Mozambique, Cabo_Verde Cape_Verde, União_Europeia the_European_Union, Nações_Unidas "
        "the_United_Nations"
    ),
    "de": (
        "Deutschland Germany, Frankreich France, Italien Italy, Spanien Spain, Österreich Austria, Schweiz "
        "Switzerland, Belgien Belgium, Niederlande the_Netherlands, Polen Poland, Schweden Sweden, Norwegen "
        "Norway, Dänemark Denmark, Finnland Finland, Griechenland Greece, Türkei Turkey, Russland Russia, Ungarn "
        "Hungary, Rumänien Romania, Großbritannien Britain, Grossbritannien Britain, Vereinigte_Staaten "
        "the_United_States, Brasilien Brazil, Ägypten Egypt, Moskau Moscow, Peking Beijing, Brüssel Brussels, "
        "Bruessel Brussels, Genf Geneva, Zürich Zurich, Zuerich Zurich, Luzern Lucerne, Bodensee Lake_Constance, "
        "Genfersee Lake_Geneva, Starnberger_See Lake_Starnberg, München Munich, Muenchen Munich, Köln Cologne, "
        "Koeln Cologne, Nürnberg Nuremberg, Nuernberg Nuremberg, Hannover Hanover, Braunschweig Brunswick, "
        "Düsseldorf Düsseldorf, Duesseldorf Düsseldorf, Tuebingen Tübingen, Wuerzburg Würzburg, Luebeck Lübeck, "
        "Saarbruecken Saarbrücken, Osnabrueck Osnabrück, Goettingen Göttingen, Wien Vienna, Mailand Milan, Rom "
        "Rome, Venedig Venice, Neapel Naples, Florenz Florence, Lissabon Lisbon, Athen Athens, Kopenhagen "
        "Copenhagen, Warschau Warsaw, Prag Prague, Krakau Kraków, Danzig Gdańsk, Breslau Wrocław, Straßburg "
        "Strasbourg, Strassburg Strasbourg, Bayern Bavaria, Sachsen Saxony, Niedersachsen Lower_Saxony, "
        "Sachsen-Anhalt Saxony-Anhalt, Nordrhein-Westfalen North_Rhine-Westphalia, Rheinland-Pfalz "
        "Rhineland-Palatinate, Thüringen Thuringia, Thueringen Thuringia, Hessen Hesse, Mecklenburg-Vorpommern "
        "Mecklenburg-Western_Pomerania, Baden-Wuerttemberg Baden-Württemberg, Kärnten Carinthia, Steiermark "
        "Styria, Tirol Tyrol, Südtirol South_Tyrol, Niederösterreich Lower_Austria, Oberösterreich "
        "Upper_Austria, Donau the_Danube, Rhein the_Rhine, Ostsee the_Baltic, Nordsee the_North_Sea, Schwarzwald "
        "the_Black_Forest, Europäische_Union the_European_Union, Vereinte_Nationen the_United_Nations"
    ),
    "nl": (
        "Nederland the_Netherlands, Duitsland Germany, Frankrijk France, Italië Italy, Spanje Spain, België "
        "Belgium, Oostenrijk Austria, Zwitserland Switzerland, Polen Poland, Zweden Sweden, Noorwegen Norway, "
        "Denemarken Denmark, Griekenland Greece, Turkije Turkey, Rusland Russia, Oekraïne Ukraine, Hongarije "
        "Hungary, Groot-Brittannië Britain, Verenigde_Staten the_United_States, Verenigd_Koninkrijk "
        "the_United_Kingdom, Engeland England, Schotland Scotland, Ierland Ireland, Marokko Morocco, Egypte "
        "Egypt, Brazilië Brazil, Zuid-Afrika South_Africa, Londen London, Parijs Paris, Berlijn Berlin, Brussel "
        "Brussels, Antwerpen Antwerp, Gent Ghent, Brugge Bruges, Luik Liège, Mechelen Mechelen, Vlaanderen "
        "Flanders, Wallonië Wallonia, Den_Haag The_Hague, ’s-Gravenhage The_Hague, Keulen Cologne, Aken Aachen, "
        "Wenen Vienna, Praag Prague, Warschau Warsaw, Kopenhagen Copenhagen, Moskou Moscow, Rome Rome, Milaan "
        "Milan, Lissabon Lisbon, Athene Athens, Genève Geneva, Straatsburg Strasbourg, Noord-Holland "
        "North_Holland, Zuid-Holland South_Holland, Noord-Brabant North_Brabant, Maas the_Meuse, Rijn the_Rhine, "
        "Schelde the_Scheldt, Waddenzee the_Wadden_Sea, Noordzee the_North_Sea, Europese_Unie "
        "the_European_Union, Verenigde_Naties the_United_Nations"
    ),
}

PLACES: dict[str, dict[str, str]] = {
    language: {
        their.replace("_", " "): ours.replace("_", " ")
        for their, _, ours in (pair.strip().partition(" ") for pair in pairs.split(","))
        if their != ours
    }
    for language, pairs in _EVERYWHERE.items()
}
"""Language -> what it calls a place -> what English does."""

ALSO_NAMES = frozenset(
    (
        "Roma Napoli Torino Genova Milano Bayern Colonia Sevilla Francia Polonia Viena Praga Italia Holanda Irlanda "
        "Gales Niza"
        " España Brasil Alemania Rom Polen Athen Hannover Nederland Italien Lisboa Londres Luik Maas "
        "Gent Brugge Rhein Alemanha"
        " Espanha Belgrado Andalucía Puglia Toscana Piemonte Lugano Ungarn Athene "
        "Sachsen Hessen Donau"
    ).split()
)
"""Names of clubs, people, papers, ships or products too: these are places only after `in`, `to` or `from`."""
