"""Words that machines leave stuck to the next one, and that no list of English words has."""

LOANS = (
    "café", "cafés", "château", "châteaux", "fête", "fêtes", "fiancé", "fiancée", "première", "élite", "élites",
    "décor", "crèche", "crèches", "entrée", "cliché", "clichés", "façade", "façades", "soirée", "protégé", "rosé",
    "pâté", "métro", "attaché", "communiqué", "exposé", "émigré", "débâcle", "tête", "mêlée", "régime", "rôle",
)  # fmt: skip
"""French words of English, with their accents."""
PLACES = (
    "Paris|Marseille|Lyon|Toulouse|Nice|Nantes|Strasbourg|Montpellier|Bordeaux|Lille|Rennes|Reims|Toulon|Grenoble|Dijon"
    "|Angers|Brest|Limoges|Tours|Amiens|Metz|Perpignan|Orléans|Rouen|Mulhouse|Caen|Nancy|Avignon|Cannes|Calais|Bayonne"
    "|France|Brussels|Belgium|London|Berlin|Germany|Madrid|Spain|Rome|Italy|Milan|Geneva|Switzerland|Barcelona|Lisbon"
    "|Moscow|Russia|Ukraine|Kyiv|Kiev|Washington|Vienna|Amsterdam|Antwerp|Rotterdam|Corsica|Brittany|Normandy|Europe"
    "|Africa|Algeria|Morocco|Tunisia|Tunis|Algiers|Dakar|Beirut|Athens|Warsaw|Prague|Stockholm|Oslo|Dublin"
    "|Monaco|Luxembourg|Naples|Turin|Seville|Valencia|Munich|Hamburg|Tokyo|Beijing"
)
"""Cities and lands of the news, as a pattern."""
