"""Which of the findings that want the same characters is heard."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.finding import Finding, Safety, Suggestion
from mtcheck.resolve import resolve
from mtcheck.text import Edit, Span


def finding(
    rule: str, *places: tuple[int, int], new: str = "x", safety: Safety = Safety.SAFE, sure: float = 0.9
) -> Finding:
    """One whose best suggestion would put `new` in every place."""
    edits = tuple(Edit(Span(*place), new) for place in places)
    span = Span(places[0][0], places[-1][1])
    suggestions = (Suggestion(edits, sure, span, new),) if places else ()
    return Finding(rule, safety, sure, "", span, "", suggestions)


def heard(*findings: Finding, least: Safety = Safety.SUGGEST) -> list[str]:
    """The rules that win, in the order of the text; in whatever order they came."""
    orders = {tuple(one.rule for one, _ in resolve(order, least)) for order in permutations(findings)}
    assert len(orders) == 1
    return list(orders.pop())


def test_two_repairs_of_one_word_are_one_choice() -> None:
    """`rescues` -> `rescue services`, `emergency services`: what is left of the edits lies apart in the word."""
    word = Span(4, 11)
    one = finding("won", (4, 9), new="emergency servic")._replace(span=word)
    other = finding("lost", (10, 10), new=" service", sure=0.8)._replace(span=word)
    assert heard(one, other) == ["won"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (finding("won", (0, 3), sure=0.1), finding("lost", (2, 4), safety=Safety.SUGGEST, sure=0.9)),
        (finding("won", (2, 4), sure=0.9), finding("lost", (0, 3), sure=0.8)),
        (finding("won", (0, 3)), finding("lost", (1, 2))),
        (finding("won", (0, 2)), finding("lost", (0, 3))),
        (finding("a-won", (0, 2), new="z"), finding("b-lost", (0, 2), new="a")),
        (finding("won", (2, 2)), finding("xlost", (2, 2))),
    ],
)
def test_the_strongest_claim_wins_its_place(one: Finding, other: Finding) -> None:
    assert heard(one, other) == [one.rule]


def test_neighbours_do_not_compete() -> None:
    assert heard(finding("b", (2, 4)), finding("a", (0, 2)), finding("c", (4, 4))) == ["a", "b", "c"]


def test_the_edits_of_a_suggestion_go_in_together_or_not_at_all() -> None:
    wide = finding("wide", (0, 1), (8, 9), sure=0.8)
    assert heard(wide, finding("sure", (8, 10), sure=0.9)) == ["sure"]
    assert heard(wide, finding("between", (4, 5), sure=0.9)) == ["wide", "between"]
    assert heard(wide, finding("unsure", (0, 3), sure=0.7), finding("unsure-too", (8, 9), sure=0.7)) == ["wide"]


def test_what_claims_less_is_not_asked() -> None:
    weak = finding("weak", (0, 1), safety=Safety.SUGGEST)
    assert heard(weak, least=Safety.SAFE) == []
    assert heard(weak) == ["weak"]


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 4), st.sampled_from([0.5, 0.9]), st.sampled_from("ab")),
        max_size=14,
    )
)
def test_who_is_heard_is_who_loses_to_nobody_heard(made: list[tuple[int, int, float, str]]) -> None:
    """Against the rule said in words: go from the strongest to the weakest, and take what touches nothing taken."""
    findings = [finding(rule, (at, at + size), sure=sure) for at, size, sure, rule in dict.fromkeys(made)]
    expected: list[Finding] = []
    for one in sorted(findings, key=lambda f: (-f.confidence, f.span.start, f.span.end, f.rule)):
        if not any(one.span.touches(other.span) for other in expected):
            expected.append(one)
    assert {id(one) for one, _ in resolve(findings, Safety.SUGGEST)} == {id(one) for one in expected}


def test_claims_that_differ_in_nothing_but_their_edits_are_told_apart() -> None:
    one, other = finding("a", (0, 2), (5, 7)), finding("a", (0, 1), (6, 7))
    orders = [[pair[1].edits for pair in resolve(order, Safety.SAFE)] for order in ([one, other], [other, one])]
    assert orders[0] == orders[1]
    assert len(orders[0]) == 1


def test_a_word_before_words_that_another_replaces_was_meant_for_the_old_ones() -> None:
    article = finding("article", (3, 3), new="a ", sure=0.5)
    assert heard(article, finding("sense", (3, 6), new="running")) == ["sense"]
    assert heard(article, finding("deletion", (3, 6), new="")) == ["article", "deletion"]
    assert heard(finding("comma", (3, 3), new=", "), finding("sense", (3, 6))) == ["comma", "sense"]
