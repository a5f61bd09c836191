"""What rules find behind broken characters and page furniture is said of the text as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.cleared import Cleared
from mtcheck.detect import detect
from mtcheck.finding import Finding, Hit, Safety, Suggestion, finding_of
from mtcheck.formats import read
from mtcheck.pipeline import examine
from mtcheck.rules import load
from mtcheck.text import Edit, Span, splice

RAW = "FranÃ§oise left.\n\nRead it here\n\nthis is GÃ©rard.\n\nShare"


FIRST = [
    Edit(Span(RAW.index(old), RAW.index(old) + len(old)), new)
    for old, new in (("FranÃ§", "Franç"), ("Read it here\n\n", ""), ("Ã©", "é"), ("\n\nShare", ""))
]


def cleared() -> Cleared:
    def finding(edit: Edit) -> Finding:  # as a rule would have said it, if it changed letters that stay as they are
        return Finding("first", Safety.SAFE, 1.0, "", edit.span, "", (Suggestion((edit,), 1.0, edit.span, edit.new),))

    return Cleared(RAW, map(finding, FIRST))


@given(st.integers(0, 40), st.integers(0, 40), st.text("ab", max_size=2))
def test_a_repair_carried_back_comes_to_the_same(one: int, other: int, new: str) -> None:
    told = cleared()
    assert told.text == "Françoise left.\n\nthis is Gérard."
    span = Span(*sorted((min(one, len(told.text)), min(other, len(told.text)))))
    meant = splice(told.text, [Edit(span, new)])
    back = told.back(finding_of(Hit(span, "", (new,)), "later", Safety.SAFE, told.text))
    assert back is not None and back.text == back.span.of(RAW)
    edits = back.suggestions[0].edits if back.suggestions else ()
    others = [edit for edit in FIRST if not any(edit.span.touches(mine.span) for mine in edits)]
    assert splice(RAW, [*edits, *others]) == meant


def test_two_repairs_inside_one_broken_word_are_left_for_later() -> None:
    told = cleared()
    edits = (Edit(Span(1, 2), "x"), Edit(Span(3, 4), "y"))
    assert told.back(finding_of(Hit(Span(1, 4), "", (edits,)), "later", Safety.SAFE, told.text)) is None


@pytest.mark.parametrize("name", ["FranÃ§oise", "Fran&ccedil;oise"])
def test_a_person_is_known_behind_broken_characters(name: str) -> None:
    text = f"The mayor, {name} Tanguy, says that his boat is hers.\n\nShare on Facebook\n\nthis boat is old."
    found = {finding.rule: finding for finding in detect(read(text.encode()), load(), "fr", [])}
    pronoun = found["pronoun-gender"]
    assert pronoun.span.of(text) == pronoun.text == "his"
    assert [edit.span.of(text) for edit in pronoun.suggestions[0].edits] == ["is"]


def test_a_quotation_is_read_across_a_line_of_the_page() -> None:
    text = "“The mill is sold”he said.\n\nShare on Facebook\n\n“We will rebuild”she said."
    fixed = examine(read(text.encode()), load(), "fr").proposed.raw
    assert fixed == "“The mill is sold,” he said.\n\n“We will rebuild,” she said."
