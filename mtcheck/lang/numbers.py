"""Number words of English and the source languages, folded. Words that are mostly something else are left out."""

from __future__ import annotations


def _table(words: str, start: int = 0, step: int = 1) -> dict[str, float]:
    return {word: start + step * at for at, word in enumerate(words.split()) if word != "-"}


WORDS: dict[str, dict[str, float]] = {
    "en": _table("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                 " seventeen eighteen nineteen", 2)
    | _table("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
    | {"dozen": 12, "dozens": 12},
    "fr": _table("deux trois quatre cinq six sept huit - dix onze douze treize quatorze quinze seize", 2)
    | _table("vingt trente quarante cinquante soixante", 20, 10)
    | {"vingts": 20, "septante": 70, "huitante": 80, "nonante": 90, "dizaine": 10, "douzaine": 12, "quinzaine": 15,
       "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
       "centaines": 100, "millier": 1000, "milliers": 1000},
    "es": _table("dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete"
                 " dieciocho diecinueve veinte", 2)
    | _table("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
    "it": _table("due tre quattro cinque - sette otto nove dieci undici dodici tredici quattordici quindici sedici"
                 " diciassette diciotto diciannove venti", 2)
    | _table("trenta quaranta cinquanta sessanta settanta ottanta novanta", 30, 10),
    "pt": _table("dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete"
                 " dezoito dezenove vinte", 2)
    | _table("trinta quarenta cinquenta sessenta setenta oitenta noventa", 30, 10)
    | {"duas": 2, "catorze": 14, "dezasseis": 16, "dezassete": 17, "dezanove": 19},
    "de": _table("zwei drei vier funf sechs sieben - neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn"
                 " achtzehn neunzehn zwanzig", 2)
    | _table("dreissig vierzig funfzig sechzig siebzig achtzig neunzig", 30, 10),
    "nl": _table("twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
                 " achttien negentien twintig", 2)
    | _table("dertig veertig vijftig zestig zeventig tachtig negentig", 30, 10),
}  # fmt: skip

SCALES: dict[str, dict[str, float]] = {
    "en": {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9},
    "fr": {"cent": 100, "cents": 100, "mille": 1e3, "milles": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9,
           "milliards": 1e9, "billion": 1e12, "billions": 1e12},
    "es": {"cien": 100, "ciento": 100, "mil": 1e3, "millon": 1e6, "millones": 1e6},
    "it": {"cento": 100, "mille": 1e3, "mila": 1e3, "milione": 1e6, "milioni": 1e6, "miliardo": 1e9,
           "miliardi": 1e9},
    "pt": {"cem": 100, "cento": 100, "mil": 1e3, "milhao": 1e6, "milhoes": 1e6, "bilhao": 1e9, "bilhoes": 1e9,
           "bilioes": 1e12},
    "de": {"hundert": 100, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9,
           "billion": 1e12, "billionen": 1e12},
    "nl": {"honderd": 100, "duizend": 1e3, "miljoen": 1e6, "miljard": 1e9, "biljoen": 1e12},
}  # fmt: skip
"""Words that multiply what stands before them. A French billion is an English trillion."""
