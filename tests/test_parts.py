"""Long texts: the parts tile them, a repair leaves all other parts alone, and reading in parts changes no finding."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpora.cases import OWN, read_cases
from mtcheck import detect as detecting
from mtcheck.analysis import parts as dividing
from mtcheck.analysis.parts import AROUND, PART, WHOLE, parts
from mtcheck.detect import Known, detect
from mtcheck.formats import read
from mtcheck.pipeline import examine
from mtcheck.rules import load
from mtcheck.text import Document


def prose(size: int) -> str:
    """Paragraphs of gold texts, `size` code points or a little more."""
    cases = (case for path in OWN for case in read_cases(path))
    lines = [" ".join(text.split()) for case in cases for text in (case.text, *case.references[:1])]
    found: list[str] = []
    length = 0
    while length < size:
        found.append(f"{lines[len(found) % len(lines)]} It is number {len(found)}.")
        length += len(found[-1]) + 2
    return "\n\n".join(found) + "\n"


LONG = prose(4 * WHOLE)


def document(text: str) -> Document:
    return read(text.encode("utf-8", "surrogatepass"), "a.txt")


@given(st.text(alphabet="a b.\n", max_size=300), st.sampled_from(["x", "word ", "A line.\n", "One. Two. ", "p\n\n"]))
def test_parts_tile_the_text(head: str, filler: str) -> None:
    text = head + filler * (2 * WHOLE // len(filler)) + head
    several = list(parts(text))
    assert several[0].own.start == 0
    assert several[-1].own.end == len(text) + 1
    assert all(one.own.end == other.own.start for one, other in pairwise(several))
    for part in several:
        assert 0 <= part.seen.start <= part.own.start < part.own.end <= part.seen.end + 1
        assert part.seen.end <= len(text)
        assert part.own.end - part.own.start <= PART + 1
        assert part.own.start - part.seen.start <= AROUND + PART * (part.own.start == 0)


def test_a_text_of_ordinary_length_is_one_part() -> None:
    assert len(list(parts(LONG[:WHOLE]))) == 1
    assert len(list(parts(LONG))) > 6


def test_a_change_leaves_the_parts_behind_it_alone() -> None:
    before = {part.own.of(LONG) for part in parts(LONG)}
    changed = LONG[:1000] + " and a half sentence more" + LONG[1000:]
    after = [part.own.of(changed) for part in parts(changed)]
    assert sum(text not in before for text in after) <= 2


def test_reading_in_parts_finds_the_same() -> None:
    text = LONG[: WHOLE - 10]
    whole = detect(document(text), load(), "fr", [])
    limit = dividing.WHOLE
    try:
        dividing.WHOLE = 10_000
        assert len(list(parts(text))) > 1
        apart = detect(document(text), load(), "fr", [])
    finally:
        dividing.WHOLE = limit
    # what a whole document shows (whom it is about, how it quotes) may tip a few doubtful cases
    one, other = ({(f.span, f.rule) for f in found} for found in (whole, apart))
    assert len(one ^ other) <= 0.1 * len(one)


def test_known_parts_are_not_looked_at_again() -> None:
    known: Known = {}
    first = detect(document(LONG), load(), "fr", [], known=known)
    looked = 0
    said = detecting._said

    def counted(*arguments: object) -> object:
        nonlocal looked
        looked += 1
        return said(*arguments)  # type: ignore[arg-type]

    detecting._said = counted  # type: ignore[assignment]
    try:
        assert detect(document(LONG), load(), "fr", [], known=known) == first
        assert looked == 0
        changed = LONG[:40] + " or " + LONG[40:]
        again = detect(document(changed), load(), "fr", [], known=known)
        assert 1 <= looked <= 3
    finally:
        detecting._said = said
    assert again == detect(document(changed), load(), "fr", [])


def test_a_look_with_fewer_rules_gives_no_more_than_they_say() -> None:
    known: Known = {}
    few = [rule for rule in load() if rule.folder == "typography"]
    detect(document(LONG), few, "fr", [], known=known)
    assert detect(document(LONG), load(), "fr", [], known=known) == detect(document(LONG), load(), "fr", [])
    assert detect(document(LONG), few, "fr", [], known=known) == detect(document(LONG), few, "fr", [])


def test_a_long_text_settles() -> None:
    once = examine(document(LONG), load(), "fr").fixed
    assert once.raw != LONG
    assert examine(once, load(), "fr").fixed.raw == once.raw
