"""Offsets: what an edit at a plain place does to the file, against texts small enough to be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.text import Codec, Document, Edit, Piece, Span, Text, carried, splice

# a&amp;b<i>c</i>CODEd — an entity, a tag, code and words
RAW = "a&amp;b<i>c</i>CODEd"
PIECES = (
    Piece("a", Span(0, 1)),
    Piece("&", Span(1, 6), style="entity"),
    Piece("b", Span(6, 7), style="words"),
    Piece("c", Span(10, 11)),
    Piece("\ufffc", Span(15, 19), frozen=True),
    Piece("dd", Span(19, 21)),
)
TEXT = Text(PIECES)


@pytest.mark.parametrize(
    ("start", "end", "raw"),
    [
        (0, 1, (0, 1)),
        (1, 2, (1, 6)),  # the entity as a whole
        (0, 3, (0, 7)),
        (2, 3, (6, 7)),
        (2, 4, None),  # across a tag
        (3, 4, (10, 11)),
        (4, 5, None),  # code
        (3, 5, None),
        (4, 6, None),
        (5, 6, (19, 20)),
        (6, 7, (20, 21)),
        (5, 7, (19, 21)),
        (0, 0, (0, 0)),
        (1, 1, (1, 1)),  # before the entity: behind the words
        (2, 2, (6, 6)),
        (3, 3, (10, 10)),
        (4, 4, (11, 11)),  # before code, behind the word
        (5, 5, (19, 19)),
        (6, 6, (20, 20)),
        (7, 7, (21, 21)),
    ],
)
def test_where_an_edit_goes(start: int, end: int, raw: tuple[int, int] | None) -> None:
    assert TEXT.to_raw(Span(start, end)) == (Span(*raw) if raw else None)


def test_a_place_has_the_style_of_the_words_it_belongs_to() -> None:
    assert TEXT.place(Span(1, 2)) == (Span(1, 6), "entity")
    assert TEXT.place(Span(2, 2)) == (Span(6, 6), "words")
    assert TEXT.place(Span(1, 1)) == (Span(1, 1), "")
    styled = Text([Piece("a", Span(0, 1), style="first"), Piece("&", Span(1, 6), style="entity")])
    assert styled.place(Span(1, 1)) == (Span(1, 1), "first")
    assert styled.place(Span(2, 2)) == (Span(6, 6), "entity")


def test_a_piece_that_is_not_as_it_is_written_is_edited_whole() -> None:
    text = Text([Piece("\n\n", Span(0, 5)), Piece("x", Span(5, 6))])
    assert text.to_raw(Span(0, 2)) == (0, 5)
    assert text.to_raw(Span(0, 1)) is None
    assert text.to_raw(Span(1, 2)) is None
    assert text.to_raw(Span(1, 3)) is None
    assert text.to_raw(Span(0, 3)) == (0, 6)
    assert text.to_raw(Span(1, 1)) is None
    assert text.to_raw(Span(0, 0)) == (0, 0)


def test_nothing_is_inserted_between_two_things_that_cannot_be_edited() -> None:
    text = Text([Piece("\ufffc", Span(0, 4), frozen=True), Piece("\ufffc", Span(4, 8), frozen=True)])
    assert [text.to_raw(Span(at, at)) for at in range(3)] == [None, None, None]
    assert Text([]).to_raw(Span(0, 0)) is None


@pytest.mark.parametrize(
    ("start", "end", "raw"),
    [
        (2, 4, (6, 11)),  # across a tag: from the one word to the other
        (4, 5, (15, 19)),
        (4, 6, (15, 20)),
        (3, 5, (10, 19)),
        (0, 3, (0, 7)),
        (5, 7, (19, 21)),
    ],
)
def test_what_is_shown_where_nothing_can_be_edited(start: int, end: int, raw: tuple[int, int]) -> None:
    assert TEXT.to_raw_nearest(Span(start, end)) == raw


def test_what_is_shown_at_the_edges() -> None:
    assert Text([]).to_raw_nearest(Span(0, 0)) == (0, 0)
    code = Text([Piece("\ufffc", Span(0, 4), frozen=True), Piece("\ufffc", Span(4, 8), frozen=True)])
    assert code.to_raw_nearest(Span(0, 0)) == (0, 4)
    assert code.to_raw_nearest(Span(1, 1)) == (4, 8)
    assert code.to_raw_nearest(Span(2, 2)) == (4, 8)


@pytest.mark.parametrize(
    ("one", "other", "compete"),
    [
        ((0, 2), (2, 4), False),
        ((0, 2), (1, 3), True),
        ((0, 4), (1, 2), True),
        ((0, 2), (0, 3), True),
        ((0, 2), (0, 2), True),
        ((1, 3), (0, 3), True),
        ((1, 1), (1, 1), True),
        ((1, 1), (2, 2), False),
        ((0, 2), (1, 1), True),
        ((0, 2), (0, 0), False),
        ((0, 2), (2, 2), False),
        ((0, 2), (3, 3), False),
    ],
)
def test_which_edits_compete(one: tuple[int, int], other: tuple[int, int], compete: bool) -> None:
    assert Span(*one).touches(Span(*other)) is compete
    assert Span(*other).touches(Span(*one)) is compete
    assert Span(*one).shifted(3).touches(Span(*other).shifted(3)) is compete


def test_a_shifted_place_is_as_long() -> None:
    assert Span(2, 5).shifted(3) == (5, 8)
    assert Span(2, 5).shifted(-2) == (0, 3)


@given(st.text("ab", max_size=8), st.integers(0, 8), st.integers(0, 8), st.text("ab", max_size=5))
def test_an_edit_without_what_both_ends_share_is_the_same_edit(text: str, one: int, other: int, new: str) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    edit = Edit(Span(start, end), new)
    small = edit.minimised(text)
    assert splice(text, [small]) == splice(text, [edit])
    old = small.span.of(text)
    assert not old or not small.new or (old[0] != small.new[0] and old[-1] != small.new[-1])


def test_edits_that_overlap_or_lie_outside_are_refused() -> None:
    assert splice("abcd", [Edit(Span(2, 3), "x"), Edit(Span(0, 2), "")]) == "xd"
    assert splice("abcd", [Edit(Span(4, 4), "e")]) == "abcde"
    for edits in ([Edit(Span(0, 2), ""), Edit(Span(1, 3), "")], [Edit(Span(3, 5), "x")], [Edit(Span(5, 5), "x")]):
        with pytest.raises(ValueError, match="overlaps another or lies outside"):
            splice("abcd", edits)


@pytest.mark.parametrize(
    ("span", "edits", "expected"),
    [
        ((2, 4), [((0, 1), "xyz")], (4, 6)),
        ((2, 4), [((0, 2), "")], (0, 2)),
        ((2, 4), [((2, 2), "xy")], (4, 6)),  # inserted before it
        ((2, 4), [((4, 4), "xy")], (2, 4)),  # inserted behind it
        ((2, 4), [((3, 3), "xy")], (2, 6)),
        ((2, 4), [((4, 6), "x")], (2, 4)),
        ((2, 4), [((1, 3), "xyz")], (4, 5)),
        ((2, 4), [((3, 6), "xyz")], (2, 6)),
        ((2, 4), [((1, 5), "x")], (2, 2)),
        ((2, 4), [((0, 1), ""), ((2, 3), "xy")], (1, 4)),
        ((3, 5), [((0, 1), "xyz"), ((4, 7), "xyz")], (5, 9)),
    ],
)
def test_where_a_place_stands_after_edits(
    span: tuple[int, int], edits: list[tuple[tuple[int, int], str]], expected: tuple[int, int]
) -> None:
    made = [Edit(Span(*place), new) for place, new in edits]
    assert carried(Span(*span), made) == expected
    assert carried(Span(*span), made[::-1]) == expected


def test_a_packed_document_is_shown_as_its_text() -> None:
    packed = Document("a.docx", RAW, TEXT, Codec(pack=lambda raw: f"[{raw}]".encode()), format="docx")
    assert packed.encode() == f"[{RAW}]".encode()
    shown = packed.readable
    assert (shown.raw, shown.format, shown.codec) == (TEXT.plain, "plain", Codec())
    assert shown.text.to_raw(Span(2, 4)) == (2, 4)
    plain = Document("a.txt", RAW, TEXT, Codec(bom=b"\xef\xbb\xbf"))
    assert plain.readable is plain
    assert plain.encode() == b"\xef\xbb\xbf" + RAW.encode()
