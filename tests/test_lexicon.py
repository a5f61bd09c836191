"""The English lexicon and inflection: what later rules rely on."""

import time

import pytest

from mtcheck.analysis.inflect import (
    article,
    inflect_verb,
    noun_forms,
    plural,
    singular,
    verb_forms,
    verb_readings,
)
from mtcheck.analysis.lexicon import _data, classes, frequency, known

WORDS = "a i the said colour color organised organized travelled traveled mayors weir don't reintroduced iodine covid"
JUNK = "teh recieve paris macron thespokesman hesaid earlierannounced ministère siège les une avec bonjour qwx la en re"


@pytest.mark.parametrize("word", WORDS.split())
def test_known(word: str) -> None:
    assert known(word)
    assert frequency(word) >= 1


@pytest.mark.parametrize("word", [*JUNK.split(), "", "x\ny", "the\t", "Paris", "The"])
def test_not_known(word: str) -> None:
    assert not known(word)
    assert frequency(word) == 0
    assert classes(word) == ""


def test_either_apostrophe() -> None:
    assert known("don’t")
    assert known("don't")


def test_frequency_grows() -> None:
    assert frequency("the") > frequency("government") > frequency("abattoir") > frequency("abasement")


@pytest.mark.parametrize(
    ("word", "has"),
    [("mayor", "N"), ("mayors", "Ns"), ("decide", "Vb"), ("decided", "V"), ("red", "J"), ("quickly", "R"),
     ("the", "D"), ("she", "P"), ("of", "I"), ("and", "C"), ("would", "M"), ("seven", "U"), ("like", "IVb")],
)  # fmt: skip
def test_classes(word: str, has: str) -> None:
    assert set(has) <= set(classes(word))


def test_commonest_class_comes_first() -> None:
    assert classes("government").startswith("N")
    assert classes("decide").startswith("V")


@pytest.mark.parametrize(
    ("lemma", "third", "past", "participle", "gerund"),
    [
        ("stop", "stops", "stopped", "stopped", "stopping"),
        ("carry", "carries", "carried", "carried", "carrying"),
        ("quiz", "quizzes", "quizzed", "quizzed", "quizzing"),
        ("take", "takes", "took", "taken", "taking"),
        ("lie", "lies", "lied", "lied", "lying"),
        ("stand by", "stands by", "stood by", "stood by", "standing by"),
        ("go", "goes", "went", "gone", "going"),
        ("see", "sees", "saw", "seen", "seeing"),
        ("assume", "assumes", "assumed", "assumed", "assuming"),
        ("be", "is", "was", "been", "being"),
        ("learn", "learns", "learned", "learned", "learning"),
        ("run", "runs", "ran", "run", "running"),
        ("blorp", "blorps", "blorped", "blorped", "blorping"),
    ],
)
def test_verbs(lemma: str, third: str, past: str, participle: str, gerund: str) -> None:
    forms = [inflect_verb(lemma, tag) for tag in ("base", "third", "past", "participle", "gerund")]
    assert forms == [lemma, third, past, participle, gerund]


def test_unknown_tag() -> None:
    with pytest.raises(KeyError):
        inflect_verb("go", "future")


def test_readings_go_back() -> None:
    assert ("stand", "past") in verb_readings("stood")
    assert ("travel", "past") in verb_readings("travelled")
    assert ("travel", "past") in verb_readings("traveled")
    assert set(verb_readings("put")) == {("put", "base"), ("put", "past"), ("put", "participle")}
    assert ("find", "past") in verb_readings("found")
    assert ("found", "base") in verb_readings("found")
    assert ("be", "base") in verb_readings("are")
    assert verb_readings("mayor") == ()
    assert verb_readings("zzzed") == ()


def test_all_forms() -> None:
    assert verb_forms("travel")["past"] == ("traveled", "travelled")
    assert verb_forms("assume")["third"] == ("assumes",)
    assert noun_forms("forum") == ("forums", "fora")


@pytest.mark.parametrize(
    ("one", "many"),
    [("man", "men"), ("city", "cities"), ("weir", "weirs"), ("box", "boxes"), ("person", "people"), ("roof", "roofs"),
     ("knife", "knives"), ("aircraft", "aircraft"), ("crisis", "crises"), ("day", "days"),
     ("deputy mayor", "deputy mayors")],
)  # fmt: skip
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
    if " " not in one:
        assert singular(many) == one


@pytest.mark.parametrize("word", ["bus", "mayor", "thing", "news"])
def test_singular_stays(word: str) -> None:
    assert singular(word) == word


AN = "hour honest heir MP FBI 18 8 80-year-old 11th 18-year-old X-ray uncle usher urban NHS SUV unnamed".split()
A = (
    "union European one-off UN US UK university unanimous user NATO UEFA 1 100 1,800 hotel historic euro unit once"
    " Ukrainian"
)


@pytest.mark.parametrize("word", [*AN, "Élysée", "“open”", "ECB", "LGBT", "MEP", "A", "S&P"])
def test_an(word: str) -> None:
    assert article(word) == "an"


@pytest.mark.parametrize("word", [*A.split(), "“European”", "", "B-side", "U-turn", "uninominal"])
def test_a(word: str) -> None:
    assert article(word) == "a"


def test_loads_fast() -> None:
    _data.cache_clear()
    start = time.perf_counter()
    _data()
    assert time.perf_counter() - start < 0.05
