"""English words that stand before their noun, and those of their endings that may stand behind it. Plain constants."""

from __future__ import annotations

RELATIONAL = frozenset(
    "experimental digital dental respiratory colonial theatrical choral volcanic glacial polar lunar tropical alpine"
    " mediterranean"
    " municipal departmental regional national parliamentary presidential legislative ministerial judicial"
    " monthly weekly annual quarterly outgoing political economic social medical managerial agricultural"
    " industrial environmental rural urban maritime military financial fiscal budgetary electoral"
    " constitutional diplomatic legal cultural religious scientific technical tourist ecological provincial"
    " nuclear administrative criminal penal civil solar coastal maternal electric thermal hydraulic cinematographic"
    " federal communal prefectural territorial european french german italian spanish portuguese belgian swiss"
    " dutch american british english russian chinese japanese turkish polish swedish norwegian danish greek"
    " irish scottish welsh moroccan algerian tunisian canadian brazilian mexican argentinian israeli"
    " palestinian iranian iraqi syrian ukrainian african asian corsican breton basque catalan bavarian"
    " sicilian parisian alsatian burgundian savoyard seasonal catholic"
    " protestant socialist communist ecologist centrist olympic paralympic".split()
)
"""Adjectives that say what a thing belongs to."""
OFFICIAL = frozenset("municipal departmental regional national judicial maritime communal provincial".split())
"""Of these the source may have made part of a name."""
MAY_FOLLOW = frozenset(
    "accessory transitory mandatory compulsory contradictory contributory satisfactory advisory promissory"
    " typical atypical general royal total real equal final fatal brutal normal legal illegal ideal loyal vital"
    " critical special public"
    " basic tragic drastic realistic optimistic pessimistic sceptic static toxic magic plastic music traffic"
    " topic logic"
    " clinic critic fabric mechanic arrival proposal approval trial removal refusal denial rival appeal deal goal"
    " animal"
    " capital hospital festival journal metal signal material original individual official professional potential"
    " necessary contrary secondary temporary voluntary library secretary military primary ordinary extraordinary"
    " additional optional natural essential crucial central neutral partial impartial historic athletic republican"
    " civilian guardian politician technician martial proper apparent incarnate politic galore available"
    " Christian asian"
    " electronic organic alcoholic chronic economic specific epic panic comic mosaic ethnic picnic relic tonic attic"
    " arctic atlantic pacific arsenal cathedral canal carnival cannibal coral crystal dental funeral general"
    " ritual scandal"
    " terminal tribunal rental sentimental survival revival withdrawal renewal disposal dismissal rehearsal"
    " burial manual"
    " annual dictionary diary salary boundary commentary documentary glossary itinerary missionary mercenary sanctuary"
    " summary territory anniversary adversary beneficiary".split()
)
"""Words so ended that are nouns too, or that English does put after a noun or uses as a complement."""
ATTRIBUTES = {
    "parish": "choir priest hall council newsletter house festival",
    "school": "bus canteen year holidays calendar teacher meals playground transport head",
    "police": "station officer officers car custody record headquarters",
    "press": "conference release agency officer card review",
    "election": "campaign manifesto poster posters results",
    "football": "match team player club stadium pitch coach",
    "radio": "station presenter programme",
    "bank": "account manager robbery clerk",
    "underground": "shelter passage garage reservoir laboratory bunker park market corridor gallery cellar",
    "fire": "station brigade engine",
    "central": "bank banks government committee bureau station defender market square",
    "general": "assembly meeting strike election elections staff practitioner culture manager council",
    "public": "service services sector opinion transport debate money hospital hospitals school schools works health"
    " meeting hearing inquiry holiday order",
    "private": "sector school schools clinic clinics jet property company companies investors",
    "professional": "club clubs player players team career league football rugby training",
    "natural": "gas disaster disasters park reserve resources",
    "primary": "school schools",
    "secondary": "school schools",
    "special": "forces envoy prosecutor",
    "mobile": "phone phones",
    "renewable": "energy energies",
    "civilian": "population populations victims",
    "official": "visit car ceremony statement gazette",
    "foreign": "minister ministry policy affairs investors trade",
    "amateur": "club clubs footballer theatre",
    "domestic": "violence market",
    "sexual": "violence assault harassment",
    "armed": "forces robbery group groups gang",
    "human": "rights error resources body",
    "live": "music broadcast album",
    "young": "people man woman girl boy men women",
    "electric": "car cars bicycle scooter bus",
}
"""Nouns that English puts before others and that nothing could follow in that order: a choir parish."""
LABELS = frozenset(
    "LFI RN FN LR PS PC PCF EELV UDI MoDem UMP LREM RPR UDF UDR LIOT NFP NUPES Nupes Renaissance Horizons"
    " Reconquête PP PSOE Vox Podemos Sumar ERC PNV AfD SPD CDU CSU FDP VVD PVV CDA D66 PvdA CGT FO CFDT CFTC"
    " FSU SUD FNSEA MR PD".split()
)
"""Parties and unions by their letters or names."""
PARTISANS = {
    "socialists": "socialist", "communists": "communist", "centrists": "centrist", "ecologists": "ecologist",
    "republicans": "Republican", "nationalists": "nationalist", "independents": "independent", "liberals": "liberal",
}  # fmt: skip
"""Party adjectives that the source put in the plural: the deputies ecologists."""
MAKES = frozenset(
    "make makes made making keep keeps kept find finds found call calls called consider considers considered"
    " considering render renders rendered deem deems deemed think declare declared turn turns turned hold"
    " leave leaves left get gets got go goes went become becomes became have had having want wants wanted see"
    " sees saw seen describe described speak speaks spoke learn learns learned teach teaches taught read reads"
    " study studies studied".split()
)
"""Verbs that can have an adjective after their object: made the debate national, speaks the language French."""
ROUTE = (
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Nn]ew|[Ff]irst|[Ll]ast|[Nn]ight|[Oo]f|[Oo]n)"
    r" ((line|flight|motorway|highway|train|route|axis|link|ferry|shuttle|crossing|stretch|section|connection)"
    r" ((?!Saint)[A-ZÀ-Þ][a-zà-ÿ’']+[-–][A-ZÀ-Þ][a-zà-ÿ’']+))(?![\w’'-]| [A-ZÀ-Þ])"
)
"""What French names by its two ends, behind it: la ligne Paris-Brest. A pattern: the whole, the noun, the ends."""
