"""What a text keeps of the language it was translated from: words, name parts and frames, each with its weight.

Of words, the weight of 1.0 marks a topic (countries, cities, people): topics alone never decide.
A weight of 3 nearly decides, 1 is a good hint, 0.3 a straw. Words are lower case and stand whole in the English
text; frames are regular expressions over it. Facts of the languages and of their press, not counts of a corpus.
"""

from __future__ import annotations

LANGUAGES = ("fr", "es", "de", "it", "pt", "nl")

WORDS: dict[str, tuple[tuple[float, str], ...]] = {
    "fr": (
        (2.0, "lors une dans pour avec sur est ses selon mais être été où cette ces notre leur"),
        (1.5, "élysée matignon bercy préfet mairie commune arrondissement gendarmes gendarmerie laïcité département"
              " communiqué brigade bac smic rsa sncf ratp hlm édition chambre assemblée rassemblement républicains"
              " île-de-france provence bretagne normandie alsace lorraine auvergne paca métropole collège lycée"
              " m6 tf1 bfmtv cnews hanouna mairie société journal-du"),
        (1.0, "paris lyon marseille bordeaux toulouse nantes lille strasbourg rennes france french frenchman"
              " prefect prefecture gendarme sub-prefect monsieur madame mme mlle bonsoir guillaume françois thierry"
              " élodie aurélie céline stéphane jérôme benoît frédéric gérard mathieu matthieu laurent nathalie"
              " sandrine véronique loïc hervé maëlle solène margaux noémie bastien thibault rémi yann gaël corentin"
              " antoine camille hélène cécile valérie sébastien christophe jean pierre jacques michel philippe"),
        (0.6, "animator internet-users ecologist saint ferry elected confides qualifies launches assures plateau"
              " formation dams hexagon deputies"),
    ),
    "es": (
        (2.0, "una con por para ayer según también pero muy más año años está fue sus ayuntamiento"
              " alcalde comunidad generalitat diputación junta moncloa congreso ertzaintza gobierno señor señora"
              " cortes procés autonomías"),
        (1.0, "spain spanish madrid barcelona sevilla seville valencia bilbao zaragoza andalusia andalucía catalonia"
              " galicia vox psoe pp podemos garcía martínez lópez sánchez rodríguez fernández gonzález hernández pérez"
              " gómez ruiz josé maría jesús javier pablo álvaro iñaki jorge lucía begoña inés belén concepción"
              " mexico argentina colombia chile peru venezuela caracas bogotá lima buenos culebrón torero matador"),
        (0.6, "ensures sentenced pretends neighbours collective assisted rider councilor civil-guard socialists"
              " ceiba chain comparsa selection technician"),
    ),
    "de": (
        (2.0, "und der für nicht das auch ist wird nach vom zur über bundestag bundesrat bundeswehr cdu csu"
              " fdp spd afd kanzler landtag ministerpräsident bürgermeister straße landkreis spiegel"),
        (1.0, "germany german berlin hamburg munich münchen cologne köln frankfurt stuttgart düsseldorf saxony bavaria"
              " bavarian thuringia hesse brandenburg vienna austria austrian swiss zürich bundesliga von"
              " müller schmidt schneider fischer weber jürgen günter stefan klaus wolfgang uwe jörg björn ulrike"
              " sabine heike anke silke matthias andreas lindner merz scholz habeck baerbock söder"),
        (0.7, "handball chef state-office savings-bank federal railway traffic-lights minister-president turning-point"
              " country-wide autobahn"),
    ),
    "it": (
        (2.0, "gli della dello degli nella nel che più anche sono è già così perché carabinieri quaestor questore"
              " questura pregiudicato comune sindaco giunta palazzo lega gieffini vipponi gf vip calcio scudetto"
              " salvini meloni vippona concorrente"),
        (1.0, "italy italian rome roma milan milano naples napoli turin torino florence firenze bologna palermo sicily"
              " venice venezia genoa lecco juventus inter rai mediaset maria giulia francesca giovanni giuseppe"
              " luca matteo lorenzo chiara federica alessandro alessia ilaria benedetta agnese giorgia fiordaliso"
              " alfonso sanremo"),
        (0.7, "assessor tenor big-brother vip broadcast transmission daughters"),
    ),
    "pt": (
        (2.0, "não são uma pelo pela você também até após já foi ser está prefeitura câmara"
              " vereador governo polícia ministério deputado estado seleção vaquinha favela planalto"),
        (1.0, "portugal portuguese lisbon lisboa porto brazil brazilian brasília são-paulo rio janeiro paulo sp rj"
              " silva santos oliveira souza sousa pereira ferreira costa rodrigues almeida joão josé luís marta"
              " seixas bolsonaro lula stf pt fluminense flamengo corinthians palmeiras benfica sporting globo g1"
              " minas gerais bahia pernambuco ceará paraná"),
        (0.6, "guaranteed videoconference vaccine "),
    ),
    "nl": (
        (2.0, "het een niet voor ook zijn wordt naar bij uit wethouder gemeente tweede kamer vvd pvda d66 cda pvv"
              " nieuwsuur rijkswaterstaat binnenhof provincie burgemeester lijsttrekker minister-president"),
        (1.0, "netherlands dutch amsterdam rotterdam utrecht hague eindhoven groningen flanders flemish antwerp belgian"
              " ghent van jan-peter jeroen wouter joost maarten marieke anouk sander hugo-de rutte wilders kaag"
              " omtzigt ajax feyenoord psv nos rtl telegraaf"),
        (0.7, "alderman dyke water-board state-secretary party-leader municipality polder"),
    ),
}  # fmt: skip

FOREIGN = frozenset(
    word
    for language, groups in WORDS.items()
    if language != "fr"
    for weight, words in groups
    if weight >= 1.0
    for word in words.split()
)
"""Without any of these a text is taken to come from French, and nothing more is asked."""

NAME_ENDINGS: tuple[tuple[str, str, float], ...] = (
    (r"(?:eau|eaux|ault|oux|ouët|ière|ières|enne|ieux|ois|oit|uet|gnac|ville|çois|euil|ou[xl]d|oche|elle)", "fr", 0.5),
    (r"(?:[^\W\d_]*ñ[^\W\d_]*|[^\W\d_]+(?:ez|[áéíóú]n|ías|ría|illo|uelo|aga))", "es", 0.5),
    (r"(?:[^\W\d_]*(?:ß|sch|tz|ü|ä)[^\W\d_]*|[^\W\d_]+(?:mann|berg|heim|hausen|burg|linden))", "de", 0.5),
    (r"(?:[^\W\d_]+(?:ucci|elli|etti|ini|ozzi|azzi|oni|ggio|ello|ano|eschi|à|ò|ù))", "it", 0.5),
    (r"(?:[^\W\d_]*(?:ão|õ|ç[ãõ])[^\W\d_]*|[^\W\d_]+(?:eira|eiro|inho|inha|ães|ões))", "pt", 0.8),
    (r"(?:[^\W\d_]*(?:ij|aa|uu|oe|ee)[^\W\d_]*(?:s|n|k|m|t|r)|[^\W\d_]+(?:sma|stra|dijk|veld))", "nl", 0.5),
)
"""Endings and letters of words that English does not know; the first group is tried at the end of a word."""

FRAMES: tuple[tuple[str, dict[str, float]], ...] = (
    (r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \(\d{1,2}\)", {"pt": 3}),
    (r"\b[Tt]his (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", {"fr": 1, "es": 0.5, "pt": 0.3}),
    (r"\b(?:The|the) [a-z]+s? (?:He|She|They|It) [a-z]+", {"es": 2.5, "pt": 0.8}),
    (r"\b\d{1,2} ?h ?\d{2}\b|\b\d{1,2}h\b", {"fr": 2, "pt": 1.5}),
    (r"\b\d{1,2}\.\d{2} ?h\b", {"es": 2, "nl": 1, "de": 0.5}),
    (r"\b1er\b|\b\d+(?:ème|e|ᵉ)\b|\bn°|\bno \d", {"fr": 2}),
    (r"\b\d{1,3}[ \u00a0\u202f]\d{3}\b(?! \d)", {"fr": 1.5}),
    (r"\b\d{1,3}\.\d{3}(?:\.\d{3})*\b(?! ?%)", {"es": 1, "de": 1, "it": 0.8, "pt": 1, "nl": 0.8}),
    (r"\b\d+,\d ?(?:%|million|billion)", {"fr": 0.7, "de": 0.7, "es": 0.6, "it": 0.6, "pt": 0.6, "nl": 0.6}),
    (r"«[ \u00a0\u202f]|[ \u00a0\u202f]»", {"fr": 1.5}),
    (r"«\w|\w[.!?]?»", {"es": 1, "it": 1, "pt": 0.3}),
    (r"»\w[^«»\n]{0,200}«", {"de": 3}),
    (r"„\w", {"de": 2, "nl": 0.7}),
    (r"“ \w[^“”\n]{0,300}[ \u00a0]”", {"fr": 1, "it": 0.3}),
    (r"[“”\"]she\b|[“”\"]he\b|”[A-Z]?[a-z]+ed (?:the|he|she)", {"fr": 0.5, "es": 0.2}),
    (r"\w“,? (?:he|she|[a-z]+s the)", {"fr": 0.4, "es": 0.3, "it": 0.3, "de": 0.3}),
    (r" [!?;:](?= |$)", {"fr": 1}),
    (r"\b(?:NThe|NIn|WWhen|IIn|DIn)\b", {"de": 2}),
    (r"\b(?:DThe|EThe)\b", {"de": 1, "fr": 0.5}),
    (r"\b(?:LThe|UA|LIn|AAt|EIn)\b", {"fr": 1.5}),
    (r"(?i)read also [–-] ?>>>", {"it": 4}),
    (r"\b(?:À lire|Lire aussi|Voir aussi|Crédit)\b", {"fr": 4}),
    (r"\b(?:Leggi anche|Foto di)\b", {"it": 4}),
    (r"\b(?:Lesen Sie|Mehr zum Thema|Lesen auch)\b", {"de": 4}),
    (r"\b(?:Lees ook|Bekijk ook)\b", {"nl": 4}),
    (r"\b(?:Leia também|Leia mais)\b|\[Related:", {"pt": 2}),
    (r"\b(?:Lea también|Te puede interesar|Leer más)\b", {"es": 4}),
    (r"\b(?:Also see|See also|Read also|To read)\b ?:", {"fr": 0.7}),
    (r"\b(?:With|with) [A-Z]\w*(?:Plus|\+) you can read", {"de": 3}),
    (r"[”“\"],? (?:does (?:he|she)|a-t-|has (?:he|she|the)\b|-t-)", {"fr": 2}),
    (r"\b(?:assures?|confides?|launche[sd]|hammer(?:s|ed)|slip(?:s|ped)|nuances?|pleade?d?) (?:the|he|she|[A-Z])",
     {"fr": 0.7}),
    (r"[”\"],? (?:sentenced|affirmed|manifested|indicated|has pointed|points? out) ", {"es": 0.8}),
    (r"\b(?:according to our information|at the microphone of|in the columns of|on the set of|on the plateau"
     r"|the one who|guest of|head-to-head|press point|for (?:his|her|its) part|would have)\b", {"fr": 0.5}),
    (r"\bthe elected\b|\bthe President of the Republic\b|\bdeputy \(|\bgroup LR\b|\bthe Hexagon\b", {"fr": 1}),
    (r"\b(?:assist(?:s|ed)? to|depends? of|insists? in|consists in)\b", {"es": 0.8, "pt": 0.5, "fr": 0.4}),
    (r"\b(?:the|a) own\b|\bwarn(?:s|ed)? before\b|\bleaf in front of|\bby the way, the\b", {"de": 2}),
    (r"\bdoor in the house\b|\blist tractor\b|\bsore leg\b|\bon the basis of the municipality\b", {"nl": 3}),
    (r"\b(?:has|have) (?:yesterday|today|on \w+day) (?:the|a|an)\b", {"nl": 1.5, "de": 1.5}),
    (r"\b(?:the|The) [a-z]+ [a-z]+ [a-z]+ (?:on \w+day|yesterday) \w+ed\.", {"de": 1.2, "nl": 0.7}),
    (r"\b(?:has|have) \w+ed [^.“”\n]{0,60}\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
     {"es": 0.6, "de": 0.5, "it": 0.4, "nl": 0.4, "fr": 0.2}),
    (r"\b(?:[Tt]he) (?:Milan|Juventus|Inter|Roma|Napoli|Lazio)\b", {"it": 1.5}),
    (r"\bdreams? to\b|\bhands? forward\b|\blet (?:him|her)self go\b|\bin the House\b", {"it": 1}),
    (r"\b(?:von|zu) (?:der )?[A-Z]", {"de": 0.4}),
    (r"\bvan (?:de[rn]? )?[A-Z]", {"nl": 0.4}),
    (r"\b(?:du|des|d[’'])[ ]?[A-Z]\w+", {"fr": 0.5}),
    (r"\b(?:dos|das|da|do) [A-Z]\w+", {"pt": 0.8}),
    (r"\b(?:del|de la|de los|de las) [A-Z]\w+", {"es": 0.6}),
    (r"\b(?:della|di|del|degli) [A-Z]\w+", {"it": 0.5}),
    (r"[¿¡]", {"es": 4}),
)  # fmt: skip
"""Dates, numbers, quotation marks, links and calque frames, each with its weight by language."""
