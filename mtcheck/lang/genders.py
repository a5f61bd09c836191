"""How the source languages show gender: pronouns, articles, titles, and the nouns that show nothing. Plain constants.

All words are folded (small letters, no accents, cut at apostrophes and hyphens), as `align/links` cuts them.
"""

from __future__ import annotations

SUBJECTS = {
    "fr": {"il": "m", "elle": "f"},
    "es": {"el": "m", "ella": "f"},
    "it": {"lui": "m", "egli": "m", "lei": "f", "ella": "f"},
    "pt": {"ele": "m", "ela": "f"},
    "de": {"er": "m"},
    "nl": {"hij": "m"},
}
"""Pronouns that stand for a subject. German and Dutch `sie`, `zij` are also plural: they prove nothing. Spanish `él`
folds into the article: it counts only beside a verb (see `align/genders.py`)."""

POSSESSIVES = {
    "fr": {"son": "", "sa": "", "ses": ""},
    "es": {"su": "", "sus": ""},
    "it": {"suo": "", "sua": "", "suoi": "", "sue": ""},
    "pt": {"seu": "", "sua": "", "seus": "", "suas": ""},
    "de": dict.fromkeys("sein seine seinen seinem seiner seines".split(), "m"),
    "nl": {"haar": "f"},
}
"""Possessives of the third person singular, with the owner's gender where the word shows it. `zijn` is also `to be`."""

OF_SEVERAL = frozenset(("leur", "leurs", "loro"))
"""Possessives of several owners."""

ARTICLES = {
    "fr": {
        "la": "f", "une": "f", "cette": "f", "madame": "f", "mme": "f", "mlle": "f", "ancienne": "f", "premiere": "f",
        "le": "m", "un": "m", "ce": "m", "cet": "m", "du": "m", "au": "m", "monsieur": "m", "m": "m",
    },
    "es": {"la": "f", "una": "f", "esta": "f", "senora": "f", "el": "m", "un": "m", "este": "m", "del": "m", "al": "m"},
    "it": {"la": "f", "una": "f", "della": "f", "dalla": "f", "alla": "f", "signora": "f", "il": "m", "un": "m",
           "del": "m", "dal": "m", "al": "m", "uno": "m", "lo": "m"},
    "pt": {"a": "f", "uma": "f", "da": "f", "na": "f", "pela": "f", "o": "m", "um": "m", "do": "m", "no": "m",
           "pelo": "m"},
    "de": {"die": "f", "eine": "f", "einer": "f", "frau": "f", "der": "m", "ein": "m", "dem": "m", "den": "m",
           "einem": "m", "einen": "m", "herr": "m", "herrn": "m"},
    "nl": {"mevrouw": "f", "meneer": "m"},
}  # fmt: skip
"""Words before a noun for a person that show its gender."""

TITLES = frozenset("madame mme mlle monsieur m senora senor signora signor frau herr mevrouw meneer".split())

ENDINGS = {
    "fr": ("trice", "euse", "ienne", "esse", "iere", "gere", "idente", "eure", "ante", "ente", "ee"),
    "es": ("ora", "iz", "esa"),
    "it": ("trice", "essa"),
    "pt": ("ora", "iz", "esa"),
    "de": ("in",),
    "nl": ("ster",),
}
"""Endings of nouns for women; only asked of a word that is linked to an English noun for a person."""

EPICENE = frozenset(
    """
    victime personne star vedette recrue sentinelle idole figure personnalite connaissance fripouille ordure brute
    forteresse jeunesse vieillesse noblesse altesse presse
    victima persona estrella figura vittima persona stella pessoa estrela vitima person geisel waise fachkraft
    lehrkraft
    """.split()
)
"""Nouns of one grammatical gender for people of both: « la victime … elle » may be a man."""

IMPERSONAL = frozenset(
    """
    faut faudra faudrait fallait fallu falloir y s est etait sera serait pleut pleuvra pleuvrait neige gele reste
    restait restera convient conviendrait semble semblait semblerait existe existait existe suffit suffira suffirait
    importe arrive arrivait parait paraissait manque vaut vaudrait fait faisait fera en a avait
    """.split()
)
"""What follows an « il » that stands for nobody: il faut, il y a, il s’agit, il est possible."""

NEVER_A_PERSON = frozenset(
    "faut faudra faudrait fallait y pleut pleuvait pleuvra neige convient manque manquait reste restait suffit".split()
)
"""What follows an « il » that is nobody even where English has a person: il est and il a mostly are somebody."""

CLITICS = frozenset("me te lui nous vous leur ne n".split())
"""French words that may stand between an « il » that is nobody and its verb: il lui manque, il ne faut pas."""

MEN = frozenset(
    """
    president directeur entraineur eleveur agriculteur boulanger infirmier ouvrier retraite maraicher cerealier
    conseiller joueur champion patron restaurateur gerant habitant etudiant enseignant commercant delegue elu senateur
    depute adjoint fondateur vendeur coiffeur pecheur chauffeur paysan viticulteur vigneron avocat policier pompier
    boucher charcutier menuisier facteur couturier gardien attaquant defenseur ailier buteur chanteur comedien
    acteur musicien chercheur instituteur salarie employe technicien mecanicien cavalier
    coureur skieur nageur boxeur romancier sculpteur batelier ne
    """.split()
)
WOMEN = frozenset(
    """
    presidente directrice entraineuse eleveuse agricultrice boulangere infirmiere ouvriere retraitee maraichere
    cerealiere conseillere joueuse championne patronne restauratrice gerante habitante etudiante enseignante
    commercante deleguee elue senatrice deputee adjointe fondatrice vendeuse coiffeuse pecheuse paysanne viticultrice
    vigneronne avocate policiere pompiere bouchere charcutiere factrice couturiere gardienne attaquante ailiere
    buteuse chanteuse comedienne actrice musicienne chercheuse professeure institutrice ingenieure salariee employee
    technicienne mecanicienne cavaliere coureuse skieuse nageuse boxeuse autrice romanciere ecrivaine sculptrice
    bateliere nee
    """.split()
)
"""What stands bare behind a name and shows its gender: « Yannick Hélou, 71 ans, président du club », née à Lyon."""

SAME = {"coequipier": "m", "coequipiers": "m", "coequipiere": "f", "coequipieres": "f"}
"""Whom only a man, or only a woman, has: teams are of one sex."""

BODIES = frozenset(
    """
    agence association club comite collectif entreprise societe federation syndicat ligue ministere prefecture mairie
    groupe compagnie hopital clinique institut ecole lycee parti commission banque usine fondation musee theatre
    cooperative parquet gouvernement conseil region departement ville commune metropole direction police gendarmerie
    rectorat universite academie assemblee senat tribunal quotidien hebdomadaire magazine journal start-up pme filiale
    municipalite intersyndicale coordination opposition majorite confederation chambre bibliotheque mediatheque prison
    aeroport raffinerie scierie verrerie conserverie laiterie brasserie abattoir orchestre festival
    """.split()
)
"""Subjects that own things as a body: « L’agence … explique sa directrice »."""

FIRMS = frozenset(
    """
    editeur exploitant operateur constructeur fabricant assureur prestataire fournisseur distributeur armateur
    transporteur employeur bailleur promoteur producteur loueur organisateur hebergeur equipementier voyagiste
    sous-traitant avionneur brasseur diffuseur
    """.split()
)
"""Words for somebody who mostly is a firm: « l’éditeur a présenté ses excuses »."""

HUSBANDS = {"mari": "f", "epoux": "f", "epouse": "m"}
"""Whose husband or wife somebody is, as far as the word shows: « son mari » is her husband. « Femme » is also a woman.
"""
