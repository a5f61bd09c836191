"""Golden segmentations per language, and the one law: the slices of the sentences are the text."""

from __future__ import annotations

import random

import pytest

from mtcheck.analysis.abbreviations import LANGUAGES
from mtcheck.analysis.sentences import cuts, sentences
from mtcheck.analysis.view import View
from mtcheck.formats import read
from mtcheck.pipeline import examine
from mtcheck.rules import load

# a | stands where a new sentence begins
GOLDEN = {
    "en": (
        "He met Dr. Smith at 3 p.m. on Jan. 5. |The U.S. Senate voted. |J. K. Rowling wrote. |It cost $3.5 million.",
        "He lives in the U.S. |He left at 5 p.m. on Monday. |No. 5 is alive. |He said no. |They left.",
        '“Why?” he asked. |“Stop.” |He left. |"Go." |She went. |"Yes." they said.',
        "It ended.|The next day it was on the site.|“We are here” said the man.",
        "He called it “true.”|Of course it is. |“It’s a scandal“, writes one of them.|”We will stop“, says another.",
        "he launched, a little annoyed. |he then changed the subject. |Yahoo! said so. |Version 2.0 is out.",
        "See www.site.com.The rest is at example.org/a.Html. |Well... yes. |What?! |No (…) We have doubts.",
        "Just a line\n|Another line\n\n  |Third. |And fourth.  ",
        "1. First item\n|2. Second item\r\n|The company (Acme Inc.) agreed.",
    ),
    "fr": (
        "« Non ! » a-t-il crié. |« Oui. » |Elle part. |M. Macron et Mme. Le Pen, etc. |Le 7 févr. 2020.",
        "Il pleut… |Mais non. |Voir l’art. 5 et le n° 3. |M. A. Dupont est là.",
        "Cela rend nerveux », a-t-il dit. |« Quoi ? » demande-t-elle. |« Non (…) Nous avons. »",
    ),
    "de": (
        "Am 7. Februar kam er. |Im 20. Jahrhundert war das, z. B. Berlin. |Das war 1956. |Der Mann kam.",
        "Ludwig XIV. regierte. |Er sagte: „Nein.“ |Dann ging er. |„Ja!“, rief er. |Siehe Abb. 3. |Die USA.",
        "Prof. Dr. Müller, d.h. er, kam um 20 Uhr. |»Nein.« |Dann schwieg sie.",
        "Das Werk sei gescheitert. |`Dies zeigt es', sagte er. |Die ca. 30 Mio. Euro fehlen. |Im 19. Jh. war das so.",
        "Am 3. Oktober kam u. a. die SPD e. V. dazu. |Um 5 Uhr! |„Halt!“, rief er. |Der 1. FC Köln verlor 0:3. "
        "|Es war aus.",
    ),
    "es": (
        "¿Qué pasa? |¡Nada! |El Sr. López vino. |EE.UU. ganó. |«Sí». |Luego no. |Véase la pág. 5.",
        "«¡No!», gritó. |«No.» |Luego salió.",
        "La Sra. Díaz llegó a las 10 a.m. del lunes. |El art. 5 de la Ley núm. 3 lo dice. |¿Y qué? |«Nada», dijo.",
        "Nació en 1968. |Vive en EE. UU. desde hace años. |Pagó 3.500 euros. |–No sé –dijo. |–Yo tampoco.",
    ),
    "it": (
        "Il sig. Rossi è qui. |L’art. 5 dice. |«Sì», disse. |«No.» |Poi andò.",
        "Il dott. Bianchi e l’on. Verdi, ecc. |Costa 3.500 euro. |È vero? |No! |“Basta”, ha detto. |Il n. 5 è vuoto.",
        "La S.p.A. ha chiuso nel 2009. |Nel sec. XIX era così. |G. Verdi nacque lì. |— Chi è? |— Io.",
    ),
    "pt": (
        "O Sr. Silva chegou. |“Sim”, disse. |“Não.” |Depois saiu. |Custa R$ 3.500,00. |Foi. |Cf. art. 5 da lei.",
        "A Dra. Sousa vive nos EUA. |O n.º 3 caiu. |— Quem é? |— Sou eu. |O séc. XX acabou. |😢 Não gostei. |@ana"
        " gostou.",
    ),
    "nl": (
        "Hij kwam o.a. uit Amsterdam. |'t Is goed. |De heer dr. Jansen ging. |“Ja.” |Toen niet.",
        "Mr. drs. J. de Vries won. |In de 19e eeuw, d.w.z. lang geleden. |Het kost ca. 5 mln. euro. |Zie art. 3. "
        "|’s Avonds niet.",
        "„Nee”, zei hij. |„Kom!” |Hij ging. |— @jan, de schrijver. |Zij bleef t/m vrijdag. |Dat was het.",
    ),
}


@pytest.mark.parametrize(("language", "marked"), [(key, text) for key, texts in GOLDEN.items() for text in texts])
def test_golden(language: str, marked: str) -> None:
    text = marked.replace("|", "")
    found = [span.of(text) for span in sentences(text, language)]
    assert found == marked.split("|")


def test_every_language_has_cases() -> None:
    assert set(GOLDEN) == set(LANGUAGES)


@pytest.mark.parametrize("language", [*LANGUAGES, "xx"])
def test_slices_tile_any_text(language: str) -> None:
    draw = random.Random(7)
    marks = [*list("aA1.!?… \n\r\xa0“”«»\"'()-’é¿l·"), "Dr.", "U.S.", " He ", "z. B. ", "art. 5"]
    for _ in range(400):
        text = "".join(draw.choice(marks) for _ in range(draw.randrange(40)))
        assert "".join(span.of(text) for span in sentences(text, language)) == text
        at = cuts(text, language)
        assert at == sorted(set(at))
        assert all(0 < cut < len(text) for cut in at)


def test_empty_text_has_no_sentences() -> None:
    assert sentences("", "en") == ()
    assert len(sentences("  \n ", "en")) == 1


WRAPPED = """\
The lighthouse keeper of the island said on Monday that the lamp
would not be turned off, whatever the ministry in the capital had
decided about it. “The lamp has been burning for a hundred years”he
said, and nobody on the island wants to see the coast without it.

The ministry named what it wants to close within the next year, with
all that belongs to it:
- the lamp of the island, which burns oil and costs too much money
- the fog horn
"""


def test_a_paragraph_in_lines_of_the_usual_width_is_one_paragraph() -> None:
    text = View(WRAPPED).text
    assert len(text) == len(WRAPPED)
    assert "that the lamp would not be turned off" in text
    assert "without it.\n\nThe ministry" in text
    assert ":\n- the lamp of the island, which burns oil and costs too much money\n- the fog horn" in text


def test_a_repair_keeps_the_lines() -> None:
    fixed = examine(read(WRAPPED.encode(), "a.txt"), load()).fixed.raw
    assert fixed == WRAPPED.replace("years”he\n", "years,” he\n")


def test_short_lines_are_lines_of_their_own() -> None:
    verse = "".join(f"Line {number} of the song\nand its refrain\n" for number in "abc")
    assert View(verse).text == verse
