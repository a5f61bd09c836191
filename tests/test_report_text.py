"""The readable report: whole words, windows around them, the same with colour and without."""

from __future__ import annotations

import re

import pytest

from mtcheck.finding import Hit
from mtcheck.formats import read
from mtcheck.pipeline import Examined, examine
from mtcheck.report import Manner, plain, terminal
from mtcheck.rules import FLAG, SAFE, SUGGEST, Definition, Rule, load
from mtcheck.text import Span

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def replacing(name: str, safety, *pairs: tuple[str, str | None]) -> Rule:
    """A toy rule: each `old` should be `new`; None is a flag."""

    def check(view):
        for old, new in pairs:
            for match in re.finditer(re.escape(old), view.text):
                yield Hit(Span(*match.span()), f"{old!r} is wrong", () if new is None else (new, "other"), 0.955)

    return Rule(name, "toys", safety, Definition(check, "Toy.", (), ()))


def shown(text: str, *rules: Rule, verbose: bool = False) -> str:
    results: list[Examined] = [examine(read(text.encode(), "a.txt"), rules)]
    return b"".join(plain.render(results, Manner(verbose=verbose))).decode()


def change(text: str, *pairs: tuple[str, str | None]) -> str:
    """The first snippet's words."""
    return shown(text, replacing("toy", SAFE, *pairs)).splitlines()[2].removeprefix("     1  ")


@pytest.mark.parametrize(
    ("text", "pair", "expected"),
    [
        ("Leave”he said.", ("”", ",” "), "[-Leave”he-]{+Leave,” he+} said."),
        ("a  b", ("  ", " "), "a [-·-]b"),
        ("one , two", (" ,", ","), "[-one ,-]{+one,+} two"),
        ("the the end", ("the the", "the"), "the[- the-] end"),
        ("one\ntwo", ("\n", " "), "one[-↵-]{+·+}two"),
        ("Lhe trip", ("Lhe", "The"), "[-Lhe-]{+The+} trip"),
        ("An odd word here", ("odd", None), "An [?odd?] word here"),
        ("An odd ￼ here", ("odd", None), "An [?odd?] ▢ here"),
    ],
)
def test_changes_are_shown_by_whole_words(text: str, pair: tuple[str, str | None], expected: str) -> None:
    assert change(text, pair) == expected


def test_removed_lines_do_not_take_their_neighbours_along() -> None:
    assert change("The end.\n\nsource site", ("\n\nsource site", "")) == "The end.[-↵↵source site-]"


def test_long_paragraphs_are_cut_to_a_window() -> None:
    text = " ".join(f"w{n}" for n in range(40)).replace("w20", "bad")
    kept = change(text, ("bad", "good"))
    assert kept == "… w12 w13 w14 w15 w16 w17 w18 w19 [-bad-]{+good+} w21 w22 w23 w24 w25 w26 w27 w28 …"


def test_changes_that_stand_close_share_a_window_and_others_do_not() -> None:
    near = shown("one bad two bad three", replacing("toy", SAFE, ("bad", "good")))
    assert "one [-bad-]{+good+} two [-bad-]{+good+} three" in near
    assert "(2×)" in near
    far = shown("bad" + " word" * 40 + " bad", replacing("toy", SAFE, ("bad", "good")))
    assert far.count("  toy  safe 95%") == 2
    assert far.count("     1  ") == 1  # the line is numbered once


def test_a_word_without_end_is_cut() -> None:
    assert len(change("x" * 10_000 + "bad" + "y" * 10_000, ("bad", "good"))) < 400


def test_a_long_deletion_leaves_its_middle_out() -> None:
    body = "start " + "middle " * 200 + "end"
    assert len(change(f"Keep this.\n{body}", (body, ""))) < 600


def test_summary_says_what_to_type() -> None:
    everything = shown(
        "bad odd strange",
        replacing("a", SAFE, ("bad", "good")),
        replacing("b", SUGGEST, ("odd", "even")),
        replacing("c", FLAG, ("strange", None)),
    )
    assert "a.txt  1 safe repair, 1 suggestion, 1 place to look at\n" in everything
    assert everything.endswith(
        "1 safe repair, 1 suggestion, 1 place to look at in 1 file.\n"
        "Nothing was written: --write makes the safe repairs, --write --suggested makes the suggestions too.\n"
    )
    assert shown("fine") == "Nothing found in 1 file.\n"


def test_verbose_shows_other_readings() -> None:
    text = shown("bad", replacing("a", SAFE, ("bad", "good")), verbose=True)
    assert "or: 'other'  76%" in text


def test_terminal_says_the_same_in_colour() -> None:
    rules = (replacing("a", SAFE, ("bad", "good")), replacing("c", FLAG, ("strange", None)))
    results = [examine(read(b"one bad two strange [bold]three[/]", "[red]a.txt"), rules)]
    seen = b"".join(terminal.render(results, Manner(width=70, colour=True))).decode()
    assert "\x1b[9;31mbad\x1b[0m\x1b[4;32mgood\x1b[0m two \x1b[4;35mstrange\x1b[0m [bold]three[/]" in seen
    bare = ANSI.sub("", seen)
    assert "[red]a.txt  1 safe repair, 1 place to look at" in bare
    assert "● a  safe 95%  'bad' is wrong" in bare
    assert "? c  flag 95%  'strange' is wrong" in bare
    assert "other" not in bare
    seen = b"".join(terminal.render(results, Manner(width=70, colour=True, verbose=True))).decode()
    assert "or other  76%" in ANSI.sub("", seen)


def test_terminal_shows_the_source_sentence_below() -> None:
    text = "The mayor has left the hall.\n\nThe mayor has 12 old houses in Lyon.\n"
    source = "Le maire a quitté la salle.\n\nLe maire a 15 vieilles maisons à Lyon.\n"
    results = [examine(read(text.encode(), "a.txt"), load(), "fr", read(source.encode(), "a.fr.txt"))]
    seen = b"".join(terminal.render(results, Manner(width=90, colour=True))).decode()
    assert "fr  Le maire a 15 vieilles maisons à Lyon." in ANSI.sub("", seen)
    assert "quitté" not in seen


def test_terminal_lines_fit_the_window() -> None:
    text = " ".join(["some words in a row"] * 4 + ["bad"] + ["and then some more of them"] * 4)
    seen = b"".join(
        terminal.render(
            [examine(read(text.encode(), "a.txt"), (replacing("a", SAFE, ("bad", "good")),))], Manner(width=50)
        )
    )
    lines = ANSI.sub("", seen.decode()).splitlines()
    assert max(len(line) for line in lines[:-2]) <= 50
    assert any(line.startswith("      ") and line.strip() for line in lines)
