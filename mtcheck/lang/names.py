"""What rules know of French names: which common nouns stand before one, which names are never the name of a club,
a paper or a programme, and which have an English form.

Words are folded: small letters, no accents.
"""

from __future__ import annotations

FRAMES = frozenset(
    "emission programme magazine journal quotidien hebdomadaire mensuel revue radio chaine podcast jeu tele-crochet"
    " association collectif club equipe formation compagnie troupe orchestre chorale fanfare chanson chansons titre"
    " single tube album spectacle restaurant bar brasserie cafe discotheque cabaret camping bateau navire ferry"
    " chalutier voilier cargo paquebot vedette ferme domaine librairie galerie start-up marque enseigne liste"
    " bulletin site blog tabloid".split()
)
"""Nouns after which a capitalised name is the name of a thing: l’émission Bonsoir la nuit."""

CLUBS = frozenset(
    "etoile eveil elan avant-garde esperance aurore jeunesse vaillante stade olympique racing sporting entente reveil"
    " alliance cercle dragons lions loups girondins aigles aiglons fleche alouette hirondelle vigilante etincelle"
    " espoir"
    " union avenir sirenes guerriers diables ours requins pumas tigres pantheres licornes faucons eperviers cygnes"
    " corsaires gladiateurs ducs bruleurs boxers rapaces".split()
)
"""First words of the names of clubs and teams: l’Étoile de Valcombe, les Dragons de Rouen."""

SPORT = frozenset(
    "match club championnat ligue coupe joueur joueurs joueuse joueuses entraineur entraineuse buteur gardien"
    " supporters relegation saison equipe football rugby handball basket hockey victoire defaite finale".split()
)
"""One of these stands in a text about sport."""

PAPERS = (
    "Courrier Écho Échos Gazette Dépêche Télégramme Dauphiné Républicain Voix Tribune Progrès Quotidien Journal"
    " Nouvelliste Moniteur".split()
)
"""First words of the names of newspapers: le Courrier du Sud, la Gazette des Moulins. As French writes them."""

SMALL = frozenset(
    "le la les l un une de du des d a au aux en et sur sous dans pour par sans avec ou"
    " the of and in on for to at from with s a an by without or".split()
)
"""Words of both languages that names are joined with."""

PLACES = frozenset(
    "haye havane caire cap mecque nouvelle reunion hongrie valette piree corogne elysee republicains verts ecologistes"
    " insoumis france europe marseillaise joconde bourse poste croix monde".split()
)
"""First words of names with a capital article that have an English form: La Haye, Les Verts."""

TRANSLATED = frozenset(
    "haye havane caire cap mecque nouvelle reunion hongrie valette piree corogne ligue coupe tour jeux grand grande"
    " maison elysee republicains verts ecologistes insoumis france europe union etat etats eglise republique assemblee"
    " senat conseil cour parlement premier premiere president presidente ministre ministere banque bourse poste croix"
    " nations organisation onu otan communaute seigneur guerre bible toussaint ascension pentecote noel paques toit"
    " lune terre soleil mer manche mediterranee atlantique pacifique afrique asie amerique"
    " orient occident proche moyen nord sud est ouest alpes pyrenees marseillaise joconde resistance liberation"
    " revolution renaissance antiquite temps".split()
)
"""First words of names that have an English form, or whose form the packs decide."""
