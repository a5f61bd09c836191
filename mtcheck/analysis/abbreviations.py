"""What a full stop means in each language: abbreviations, and words that only open a sentence with a capital.

The function words also tell languages apart (`mtcheck.align.trust`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class StopTables:
    """What one language knows about full stops; all words in lower case, without their own full stop."""

    inside: frozenset[str]
    """Abbreviations that stand before something: a full stop after them never ends a sentence."""
    before_number: frozenset[str]
    """Abbreviations only where a number follows (`No. 5`, but `He said no. They left`)."""
    either: frozenset[str]
    """Abbreviations that can stand last: the sentence ends when a capital follows that is no name's."""
    starters: frozenset[str]
    """Function words: capitalised in the middle of a sentence they would be wrong, so they prove a beginning."""
    ordinals: bool = False
    """Whether `7.` is an ordinal number (German, Dutch sometimes)."""


_EN = (
    "mr mrs ms dr prof st sr messrs gen col capt lt sgt gov sen rep pres hon rev fr vs cf e.g i.e viz"
    " approx mt ft"
    " mme mlle m mgr al jan feb mar apr jun jul aug sep sept oct nov dec bros dept univ assn",
    "no nos fig figs vol vols p pp art sec ch chap para ed nr op c ca arts",
    "etc inc ltd co corp jr u.s u.k u.n e.u u.s.a a.m p.m d.c ph.d b.c a.d est ave blvd rd plc llc s.a",
    "the a an this that these those he she it we they i you his her its our their my your there here in"
    " on at for from"
    " but and or so if when while after before as since with without although however what who why how"
    " where which one"
    " no not yes then now also both some many most all each every another such by to of about according"
    " it's that's"
    " he's she's there's we're they're i'm we've i've don't let's",
)
_TABLES: dict[str, tuple[str, str, str, str]] = {
    "en": _EN,
    "fr": (
        "m mm mme mmes mlle mlles mgr me dr pr prof st ste cf env p.ex c.-à-d av j.-c janv févr avr juil sept"
        " oct nov déc"
        " vol éd dir col gén cap lt boul bd min max réf tél suiv sq vs i.e e.g",
        "n no nos nᵒ p pp art fig vol chap t al ch",
        "etc inc ltd s.a u.e o.n.u s.a.r.l cie ltée jr apr",
        "le la les l' un une des du de d' ce cet cette ces il elle ils elles on nous vous je j' tu c' ça cela"
        " et mais ou"
        " donc or ni car si quand lorsque alors après avant pour dans sur sous par avec sans selon en à au aux"
        " son sa ses"
        " leur leurs notre votre mon ma mes qui que qu' quoi où comment pourquoi non oui ne n' pas plus tout"
        " tous toute"
        " toutes depuis pendant malgré ainsi aussi puis enfin cependant toutefois chez entre quant s' y",
    ),
    "es": (
        "sr sra sres sras srta d dª dr dra prof ud uds vd vds lic ing gral cnel cap tte mons fr sto sta avda"
        " av c pza"
        " ene feb mar abr jun jul ago sept oct nov dic p.ej ej aprox cf vs admón dpto tel ref",
        "n no núm nº p pp pág págs art arts fig vol cap t",
        "etc s.a s.l ee.uu ee uu jr a.m p.m a.c d.c cía ltda ff.aa rr.hh",
        "el la los las un una unos unas lo este esta estos estas ese esa eso aquel aquella él ella ellos"
        " ellas yo tú"
        " nosotros usted se me te le les nos su sus mi mis tu y e o u pero mas sino si cuando mientras después"
        " antes"
        " para por en a al de del con sin según sobre entre desde hasta que qué quién cómo dónde no sí también"
        " además"
        " así todo todos toda todas muy más ya hay como aunque porque es son está",
    ),
    "de": (
        "hr hrn fr frl dr prof dipl ing st nr bzw z.b z. d.h u.a u. i.d.r s.o s.u o.ä v.a ca evtl ggf inkl exkl"
        " zzgl vgl sog jh jhdt jahrh str tel abs art kap aufl bd hrsg mio mrd tsd geb gest verh röm kath ev"
        " bspw insb"
        " insbes min max allg ehem gem lt mag univ jan feb mär apr jun jul aug sep sept okt nov dez mo di mi"
        " do sa so"
        " d z v i b dgl co",
        "s f ff abb tab ziff bl rn anm nr no",
        "usw etc u.s.w v.chr n.chr chr jr inc ag gmbh a.d o.g uvm ff",
        "der die das den dem des ein eine einen einem einer dies diese dieser dieses er sie es wir ihr ich du"
        " man sein"
        " seine ihre ihren unser und aber oder doch denn sondern wenn als ob weil während nachdem bevor obwohl"
        " da"
        " dass in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter durch für gegen ohne um"
        " seit bis"
        " wegen trotz auch nicht noch nur schon so dann dort hier jetzt nun heute was wer wie wo warum alle"
        " alles"
        " viele kein keine zudem allerdings jedoch dabei damit dafür darauf außerdem deshalb daher ja nein",
    ),
    "it": (
        "sig sigg sig.ra dott dott.ssa prof prof.ssa ing avv arch geom on sen gen col cap ten mons s ss egr"
        " gent spett"
        " gen feb mar apr mag giu lug ago set ott nov dic p.es es cfr vs ca tel rif dr dir",
        "n nn nr num p pp pag pagg art artt fig vol cap c sec",
        "ecc etc s.p.a s.r.l a.c d.c u.e jr inc",
        "il lo la i gli le l' un uno una un' questo questa questi queste quello quella egli ella esso essa"
        " essi lui lei"
        " loro noi voi io tu si ci vi ne mi ti e ed ma o od però se quando mentre dopo prima per in nel nella"
        " nei nelle"
        " nello a al alla ai alle allo di del della dei delle dello da dal dalla con senza secondo su sul"
        " sulla tra fra"
        " che chi cosa come dove perché non sì no anche inoltre così tutto tutti ogni più già c' è sono ha suo"
        " sua suoi",
    ),
    "pt": (
        "sr sra srs sras srta d dr dra drs prof profa eng arq gal cel cap ten mons exmo exma ilmo av r pç jan"
        " fev mar abr"
        " mai jun jul ago set out nov dez p.ex ex cf vs aprox tel ref sto sta",
        "n no nº núm p pp pág págs art arts fig vol cap séc",
        "etc s.a ltda cia e.u.a eua a.c d.c jr inc a.m p.m",
        "o a os as um uma uns umas este esta estes estas esse essa isso isto aquele aquela ele ela eles elas"
        " eu tu você"
        " vocês nós se me te lhe nos seu sua seus suas meu minha e ou mas porém se quando enquanto depois"
        " antes para por"
        " pelo pela em no na nos nas ao à aos às de do da dos das com sem segundo sobre entre desde até que"
        " quem como"
        " onde porque não sim também além assim todo todos toda todas muito mais já há é são foi",
    ),
    "nl": (
        "dhr mw mevr mej dr drs ir ing mr prof ds st gen kol kap d.w.z d.i b.v bijv nl m.b.t i.p.v t.a.v"
        " i.v.m o.a m.n"
        " ca evt resp vgl zgn jan feb mrt apr jun jul aug sep sept okt nov dec tel max min incl excl vs v t",
        "nr nrs no blz p pp art afb fig vol hst",
        "enz etc e.d n.v b.v jr inc n.chr v.chr",
        "de het een 't dit dat deze die hij zij ze wij we jij je u ik men er hier daar zijn haar hun ons onze"
        " mijn en"
        " maar of want dus als toen wanneer terwijl nadat voordat omdat hoewel in op aan bij met naar van voor"
        " tegen"
        " zonder om sinds tot wegens volgens door over onder uit na ook niet nog alleen dan nu wat wie hoe"
        " waar waarom"
        " alle alles veel geen ja nee bovendien echter daarom",
    ),
}


@lru_cache(maxsize=8)
def tables_of(language: str) -> StopTables:
    """The tables of a language, read on first use; of English for any that has none."""
    inside, number, either, starters = _TABLES.get(language, _EN)
    # rough English keeps the source's abbreviations (`Mme.`), so English ones are known everywhere
    shared = frozenset("mr mrs dr prof st vs e.g i.e".split())
    return StopTables(
        frozenset(inside.split()) | shared,
        frozenset(number.split()),
        frozenset(either.split()),
        frozenset(starters.replace("'", "’").split()),
        ordinals=language == "de",
    )


LANGUAGES = tuple(_TABLES)
"""The languages with tables of their own."""


def function_words(language: str) -> frozenset[str]:
    """Words that only carry grammar, in small letters: what a text's language shows by."""
    return tables_of(language).starters
