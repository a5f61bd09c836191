from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.nearby import start_of
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, Example, rule
from mtcheck.rules.grammar.article_before_country import complete
from mtcheck.text import Edit, Span

_CLUBS = (
    "Juventus|Juve|Milan|Inter|Inter Milan|AC Milan|Roma|Napoli|Lazio|Fiorentina|Torino|Atalanta|Sampdoria|Genoa"
    "|Bologna"
    "|Udinese|Cagliari|Verona|Hellas Verona|Parma|Lecce|Empoli|Monza|Salernitana|Sassuolo|Spezia|Venezia|Bari|Palermo"
    "|Real Madrid|Barcelona|Barça|Atlético Madrid|Atlético|Betis|Real Betis|Sevilla|Valencia|Villarreal|Espanyol"
    "|Osasuna"
    "|Celta|Deportivo|Málaga|Getafe|Levante|Zaragoza|Athletic|Athletic Bilbao|Real Sociedad|Girona|Almería|Granada"
    "|Mallorca|Rayo Vallecano|Alavés|Sporting|Racing|Boca Juniors|River Plate|River|Boca|Independiente|San Lorenzo"
    "|Benfica|Porto|FC Porto|Braga|Sporting Braga|Boavista|Belenenses|Flamengo|Corinthians|Palmeiras|Fluminense"
    "|Botafogo"
    "|Vasco|Santos|Grêmio|Cruzeiro|Internacional|São Paulo|Atlético Mineiro|Bahia|Fortaleza|Ceará|Liverpool|Chelsea"
    "|Arsenal|Manchester United|Manchester City|Tottenham|Bayern|Bayern Munich|Borussia Dortmund|PSG|Paris"
    " Saint-Germain"
    "|Ajax|Celtic"
)
_PLACES = frozenset(
    "Verona Parma Lecce Monza Spezia Bari Palermo Granada Bahia Fortaleza Ceará Racing River Porto".split()
)


@rule(
    "article-before-club",
    safety=SUGGEST,
    languages=("es", "it", "pt"),
    triggers=("The ", "the "),
    bad=[
        Example("[[The ->]]Juventus won 3-0 on Sunday.", "it"),
        Example("[[The ->]]Milan has beaten [[the ->]]Inter, and [[the ->]]Real Madrid lost.", "it"),
        Example("He left [[the ->]]Betis for [[the ->]]Benfica.", "es"),
        Example("[[The ->]]Flamengo beat [[the ->]]Santos with a late goal.", "pt"),
    ],
    good=[
        Example("The Juventus coach met the Milan goalkeeper, the Porto fans and the Barcelona of 2009.", "it"),
        Example("The Athletic Club and the Sporting president met. The Arsenal is a museum in Venice.", "es"),
        "The Juventus won 3-0 on Sunday.",
    ],
)
def article_before_club(view: View) -> Iterator[Hit]:
    """The article that Romance languages give to football clubs: the Juventus, the Milan, the Flamengo.

    English has none, unless the name only stands before a noun (the Milan coach) or one of several is meant
    (the Barcelona of 2009).
    """
    text = view.text
    for found in rx(rf"\b([Tt]he )({_CLUBS})(?![\w’-]|'\w)(?! [A-ZÀ-Þ])").finditer(text):
        if not (
            complete(text, found.end()) or rx(r" (?:with|at|on|after|before|from|when|as)\b").match(text, found.end())
        ):
            continue
        name = found.group(2)
        if name in ("Arsenal", "River", "Racing") or name in _PLACES:
            paragraph = text[start_of(text, found.start(), "\n") : found.end() + 200]
            if not rx(r"\b(?:match|goal|won|lost|beat|league|coach|striker|final|cup|points|team|player)").search(
                paragraph
            ):
                continue
            if rx(r" is\b").match(text, found.end()):
                continue
        yield Hit(Span(*found.span()), "a club has no article in English", ((Edit(Span(*found.span(1)), ""),),), 0.88)
