"""Words that names are made of, with what a translator makes of them. Plain constants, read only where both occur.

Foreign word (lower case, without accents) -> English words. French, German, Italian, Spanish, Portuguese, Dutch.
"""

from __future__ import annotations

_TABLE = """
grande big great tall; scene scene stage; nuit night; nuits nights; vie life; voix voice; amour love; famille family
ecole school; route road; cuisine kitchen; saison season; question question; matinale morning; soir evening; jour day
equipe team; maison house
petit small little; petite small little; grand big great tall; blanc white; blanche white; noir black; noire black
roux red ginger; rouge red; vert green; brun brown; boucher butcher; boulanger baker; charpentier carpenter
chevalier knight; roi king; leroy king; berger shepherd; marchand merchant; meunier miller; moulin mill; moulins mills
bois wood woods; pont bridge; ponts bridges; chateau castle; neuf new nine; neuve new; ville town city; havre haven
haut high upper; haute high upper upper; bas low lower; basse low lower; bretagne brittany; normandie normandy
mont mount; montagne mountain; roche rock; rivière river; riviere river; fontaine fountain; champ field; champs fields
foret forest; vallee valley; ile island; mer sea; bourg village; eglise church; croix cross; clair clear; claire clear
jeune young; vieux old; vieille old; bon good; beau handsome beautiful; belle beautiful; doux soft sweet; fort strong
court short; long long; gros big fat; sauvage wild; loup wolf; renard fox; cerf deer; corbeau crow raven; fleur flower
lefevre smith; forgeron blacksmith; tisserand weaver; tailleur tailor; pecheur fisherman fisher; chasseur hunter
eveque bishop; moine monk; comte count county; duc duke; prince prince; baron baron; voisin neighbour neighbor
maison house; maisons houses; porte door gate; pierre stone; rose rose pink; lys lily; cote coast; plage beach
chaise chair; marais marsh; etang pond; lac lake; puits well; source spring; mare pond; pre meadow; pres meadows
jardin garden; arbre tree; chene oak; orme elm; sapin fir; pin pine; oiseau bird; cheval horse; boeuf ox; mouton sheep
agneau lamb; lievre hare; cygne swan; etoile star; soleil sun; lune moon; orage storm; joie joy; paix peace
chateauneuf new castle; villeneuve new town; neuville new town; neuchatel new castle; montrouge red mount
beaumont beautiful mount; belleville beautiful town; hauteville high town; basseville low town; bellevue beautiful view
backer baker; muller miller; schneider tailor; schmidt smith; schmied smith; fischer fisher fisherman; weber weaver
zimmermann carpenter; jager hunter; koch cook; konig king; kaiser emperor; klein small little; gross big great
schwarz black; weiss white; braun brown; roth red; jung young; alt old; lange long; kurz short; wolf wolf; vogel bird
fuchs fox; stein stone; berg mountain; wald forest; bach brook stream; richter judge; bauer farmer; schafer shepherd
hahn rooster cock; engel angel; herzog duke; graf count; sommer summer; winter winter; stern star; sonne sun
kramer grocer; wagner wagoner; becker baker; metzger butcher; schulze mayor; vogt bailiff; ritter knight
bianco white; bianca white; bianchi white whites; rossi red reds; rosso red; neri black blacks; nero black; verdi green
fontana fountain; costa coast; monti mountains mounts; conti counts; re king; bello beautiful handsome; bella beautiful
rosa pink rose; chiara clear; serena serene; gioia joy; stella star; alba dawn; luce light; vittoria victory
speranza hope; grazia grace; leone lion; lupo wolf; volpe fox; gallo rooster cock; fabbri smith; sarti tailors
pastore shepherd; marino marine; villa villa; chiesa church; torre tower; ponte bridge; valle valley; selva forest
blanco white; blanca white; rojo red; moreno brown dark; delgado thin; rubio blond blonde; herrero blacksmith
molina mill; iglesias churches; torres towers; flores flowers; reyes kings; rios rivers; montes mountains
campos fields; castillo castle; leal loyal; bueno good; angel angel; rosario rosary; pilar pillar; dolores pains
paz peace; luz light; sol sun; nieves snows; consuelo consolation; cruz cross; guerra war; zapatero shoemaker
calvo bald; cabeza head; rey king; iglesia church; fuentes fountains sources; prado meadow; vega meadow; pastor shepherd
pereira pear; oliveira olive; carvalho oak; leite milk; coelho rabbit; cordeiro lamb; leao lion; lobo wolf
pinto chick; rocha rock; ribeiro stream brook; machado axe; moreira mulberry; nogueira walnut; teixeira yew
jardin garden; jardins gardens; val valley; maire mayor; sage wise; vigne vine; vignes vines; marais marsh swamp
rocher rock; cheval horse; oiseau bird; poisson fish; cordonnier shoemaker; macon mason; couturier tailor
marechal marshal; chapelle chapel; abbe abbot priest; soleil sun; hiver winter; printemps spring; dimanche sunday
roy king; four oven; puits well; verger orchard; bosquet grove; chene oak; chesne oak; frene ash; noyer walnut
pommier apple; poirier pear; pin pine; buisson bush; pre meadow; pres meadows; rue street; porte door gate
boer farmer; bakker baker; visser fisher fisherman; smit smith; groot big great; jong young; wit white
mulder miller; kuiper cooper; koning king; prins prince; vos fox; haan rooster; kok cook; bos forest; berg mountain
"""


def _rows() -> dict[str, frozenset[str]]:
    rows = (entry.split() for entry in _TABLE.replace("\n", ";").split(";"))
    return {row[0]: frozenset(row[1:]) for row in rows if row}


MEANINGS = _rows()
"""Word of a name -> the English words that stand for it."""

COMPOUNDS = frozenset(
    "chateauneuf villeneuve neuville neuchatel montrouge beaumont belleville hauteville bellevue".split()
)
"""Of `MEANINGS`, those that are two words in English, all of which must stand."""

_JOINED = ("de la", "des", "du", "le", "la", "de", "l", "d")
"""What a French surname has swallowed: Dubois, Leblanc, Delarue."""


def meanings(word: str) -> frozenset[str]:
    """The English words that stand for a word of a name; of Dubois, those of bois."""
    if word in MEANINGS:
        return MEANINGS[word]
    for article in _JOINED:
        head = article.replace(" ", "")
        rest = word.removeprefix(head)
        if rest != word and len(rest) > 2 and rest in MEANINGS:
            return MEANINGS[rest]
    return frozenset()
