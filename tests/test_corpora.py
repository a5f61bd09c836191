"""The gold sets are well formed, and what mtcheck says of them is what was last looked at."""

from __future__ import annotations

from collections import Counter

import pytest

from corpora import golden
from corpora.cases import ARTICLES, BESIDE, OWN, read_article, read_cases
from corpora.edits import distance, edits_between, nearer, tokens
from corpora.report import unearned
from corpora.score import Scores, Tally
from mtcheck.finding import Safety
from mtcheck.rules import load

CASES = [case for path in OWN + BESIDE for case in read_cases(path)]


def test_cases_are_sound() -> None:
    ids = Counter(case.id for case in CASES)
    assert not [name for name, times in ids.items() if times > 1]
    for case in CASES:
        assert case.clean == (case.text == case.references[0]), case.id
    assert all(case.source for path in BESIDE for case in read_cases(path))
    assert len([case for case in CASES if not case.clean]) >= 300
    assert len([case for case in CASES if case.clean]) >= 200


def test_a_file_holds_one_class() -> None:
    """Sorted by language and id: a case has one place, and branches do not meet at the end of a file."""
    order = ("fr", "es", "de", "it", "pt", "nl")
    for path in OWN + BESIDE:
        cases = list(read_cases(path))
        assert {case.kind for case in cases} == {path.stem}, path
        places = [(order.index(case.language), case.id) for case in cases]
        assert places == sorted(places), path


def test_articles_have_a_correction() -> None:
    assert len(ARTICLES) >= 2
    for folder in ARTICLES:
        case = read_article(folder)
        assert case.text != case.references[0]
        assert (folder / "article.fr.txt").read_text("utf-8")


FOUND = golden.findings()


@pytest.mark.parametrize("name", sorted(FOUND))
def test_golden_findings(name: str) -> None:
    path = golden.GOLDEN / name
    assert path.exists(), "python -m corpora.golden"
    assert FOUND[name] == path.read_text("utf-8"), "look at the difference, then python -m corpora.golden"


def test_corrected_articles_are_almost_clean() -> None:
    """An editor's text may keep what a rule would still ask about, but nothing a rule would write itself."""
    for name, text in FOUND.items():
        if name.endswith(".gold.txt"):
            assert "\tsafe\t" not in text, name


def test_safe_is_earned() -> None:
    """Twenty safe repairs measured, and 99 in a hundred right: anything less is named, and so is a rule never seen."""
    scores = Scores()
    for rule in load():
        if rule.safety is Safety.SAFE:
            scores.safe_rules[rule.name] = Tally(proposed=100, right=99)
    assert not [*unearned(scores, 20, 0.99)]
    scores.safe_rules["duplicate"] = Tally(proposed=19, right=19)
    scores.safe_rules["grammar"] = Tally(proposed=50, right=49)
    scores.safe_rules["made-up:entry"] = Tally(proposed=1, right=1)
    del scores.safe_rules["residue"]
    named = [problem.partition(" may not be safe")[0] for problem in unearned(scores, 20, 0.99)]
    assert named == ["duplicate", "grammar", "made-up:entry", "residue"]


def test_edits() -> None:
    before, after = tokens("He said“no”."), tokens("He said “no”.")
    assert edits_between(before, after) == {(3, 3, (" ",))}
    assert distance(before, after) == 1
    before, after = tokens("One.\n\nRead also.\n\nTwo."), tokens("One.\n\nTwo.")
    assert edits_between(before, after) == {(1, 6, ())}, "the stop before the line, not the one at its end"
    assert nearer("He said“no” to to me.", "He said “no” to to me.", "He said “no” to me.")
    assert not nearer("He said no.", "He says no.", "He said no!")
