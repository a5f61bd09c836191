"""What a model may change, and what falls: each guard on its own, and edits as they are cut out of an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.models.guards import judge
from mtcheck.models.kinds import kind_of
from mtcheck.models.sentence import Sentence
from mtcheck.models.words import changed_share, changes, groups, tokens
from mtcheck.text import splice

SENTENCE = "The minister has decided to close 12 schools in Lyon."

PASS = [
    ("The minister have decided to close 12 schools.", "The minister has decided to close 12 schools.", "function"),
    ("He depends of his brother for the money.", "He depends on his brother for the money.", "function"),
    ("He recieved the letter and left the house.", "He received the letter and left the house.", "spelling"),
    ("She decide to leave the house at noon.", "She decided to leave the house at noon.", "form"),
    ("The law was passed by french deputies.", "The law was passed by French deputies.", "case"),
    ("He gave to the boy the ball yesterday.", "He gave the ball to the boy yesterday.", "moved"),
    ("They all came to gether in the old hall at noon.", "They all came together in the old hall at noon.", "spelling"),
    ("The hall was full when when they came.", "The hall was full when they came.", "function"),
]
FALL = [
    (SENTENCE, SENTENCE.replace("12", "13"), "", "number changed"),
    (SENTENCE, SENTENCE.replace("12", "twelve hundred"), "", "number changed"),
    (SENTENCE, SENTENCE.replace("Lyon", "Paris"), "", "name changed"),
    (SENTENCE, SENTENCE.replace("minister", "minister Duval"), "", "name changed"),
    (SENTENCE, SENTENCE.replace("Lyon", "Paris"), "Le ministre a décidé de fermer 12 écoles à Lyon.", "name changed"),
    (SENTENCE, SENTENCE.replace("has decided", "has not decided"), "", "negation changed"),
    ("He does not like the sea.", "He does like the sea.", "", "negation changed"),
    ("It was possible to see the sea from there.", "It was impossible to see the sea from there.", "",
     "negation changed"),
    ("Nobody came to the meeting on time.", "Somebody came to the meeting on time.", "", "negation changed"),
    ("He said “we leave” on Monday.", 'He said "we leave" on Monday.', "", "quotation mark changed"),
    ("They left “very early” on Monday night.", "They left “early” very on Monday night.", "",
     "quotation mark changed"),
    ("See https://a.example/x for the plan.", "See https://a.example/y for the plan.", "", "address changed"),
    ("The old man walked home.", "The old man walked home and he was then there with it.", "", "rewritten sentence"),
    ("The council will build a long new bridge over the river.", "The council will build a long bridge over the river.",
     "", "content words lost"),
    ("The council will build a bridge over the river.", "The council will build a bridge quickly over the river.", "",
     "content words added"),
    ("The council will build a bridge over the river.", "The council will build a pont over the river.", "",
     "not English"),
    ("The council will build a bridge over the river.", "The council will build a café over the river.", "",
     "not English"),
    ("The council will build a bridge over the river.", "The council will eat a bridge over the river.", "",
     "other meaning"),
    (SENTENCE, "A politician will shut a dozen places of learning.", "", "rewritten sentence"),
    (SENTENCE, "", "", "empty answer"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "kind"), PASS)
def test_small_repairs_pass(before: str, after: str, kind: str) -> None:
    passed, dropped = judge(Sentence(before), after)
    assert not dropped
    assert {one.kind for one in passed} == {kind}
    assert splice(before, [edit for one in passed for edit in one.edits]) == after


@pytest.mark.parametrize(("before", "after", "source", "reason"), FALL)
def test_what_falls(before: str, after: str, source: str, reason: str) -> None:
    passed, dropped = judge(Sentence(before, source=source), after)
    assert not passed
    assert set(dropped) == {reason}


def test_the_source_proves_a_number_and_a_name() -> None:
    source = "Le ministre a décidé de fermer 13 écoles à Paris."
    passed, dropped = judge(Sentence(SENTENCE, source=source), SENTENCE.replace("12", "13").replace("Lyon", "Paris"))
    assert not dropped
    assert [(one.old, one.new) for one in passed] == [("12", "13"), ("Lyon", "Paris")]


def test_the_source_proves_another_word() -> None:
    before = "The mayor actually works on the new bridge with the region."
    after = before.replace("actually", "currently")
    assert judge(Sentence(before), after)[1] == {"other meaning": 1}
    passed, _ = judge(Sentence(before, source="Le maire travaille actuellement au nouveau pont avec la région."), after)
    assert [(one.old, one.new) for one in passed] == [("actually", "currently")]


def test_one_edit_falls_and_the_other_passes() -> None:
    passed, dropped = judge(Sentence("The men has seen 12 ships."), "The men have seen 13 ships.")
    assert [(one.old, one.new) for one in passed] == [("has", "have")]
    assert dropped == {"number changed": 1}


def test_white_space_and_apostrophes_are_left_as_they_are() -> None:
    assert changes("It’s  a\u00a0long way.", "It's a long way.") == []
    assert [token.text for token in tokens("“It’s 1,500 km,” see www.a.example/b.")] == [
        "“", "It’s", "1,500", "km", ",", "”", "see", "www.a.example/b.",
    ]  # fmt: skip


WORDS = st.lists(st.sampled_from(["the", "old", "boat", "left", "Lyon", "12", "“", "”", ",", "it’s"]), max_size=9)


@given(WORDS, WORDS)
def test_the_edits_make_the_other_words(one: list[str], two: list[str]) -> None:
    before, after = " ".join(one), " ".join(two)
    found = changes(before, after)
    made = splice(before, [change.edit for change in found])
    assert [token.text for token in tokens(made)] == [token.text for token in tokens(after)]
    assert sorted(change for group in groups(found) for change in group) == sorted(found)
    assert 0 <= changed_share(before, found) <= 1


@given(WORDS, WORDS)
def test_judging_never_fails(one: list[str], two: list[str]) -> None:
    passed, _ = judge(Sentence(" ".join(one)), " ".join(two))
    splice(" ".join(one), [edit for each in passed for edit in each.edits])


def test_moved_words_go_in_together() -> None:
    (group,) = groups(changes("He gave to the boy the ball.", "He gave the ball to the boy."))
    assert len(group) == 2
    assert kind_of(group) == "moved"
