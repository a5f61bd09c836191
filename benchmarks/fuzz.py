"""Files and texts that chance made -> what breaks: a crash, a lost byte, a wrong repair, ten seconds for one of them.

python -m benchmarks.fuzz                    one minute for each part
python -m benchmarks.fuzz --seconds 600 --only readers --seed 7

What was found is printed with what repeats it; how many were tried is kept in trust.json for docs/trust.md.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from benchmarks.trust import keep, kept
from mtcheck.align import align
from mtcheck.apply import apply, raw_edit
from mtcheck.errors import Foreign, InputProblem, NotRepairable, UsageProblem
from mtcheck.finding import Finding, Safety, Suggestion
from mtcheck.formats import read
from mtcheck.pipeline import examine
from mtcheck.report import FORMATS, Manner, renderer
from mtcheck.resolve import resolve
from mtcheck.rules import load
from mtcheck.text import Edit, Span, splice

ROOT = Path(__file__).resolve().parent.parent
FILES = [(path.name, path.read_bytes()) for path in sorted(ROOT.glob("tests/corpus/*/rough*"))]
MARKUP = (
    "< > \" ' { } [ ] & \n \r\n \n\n \\ :_ -_ __ ` * # <!-- --> <![CDATA[ ]]> {{ }} {% %} :: .. ==== |=== <g> </g>"
    ' <code> %s “ \u00a0 🙂 \t \x00 <p> <br> | ! ~ msgid_"" "" \\u201c \\ud83d \'t ?_ &a_ *a !!str_'
    " ![ ]( ``` <a_b=' ---"
).split(" ")
WORDS = (
    "\" “ ” « » ‘ ’ ' , . _ __ \n \n\n \u00a0 \u202f he_said The_mayor “We_stay”he_added. to“suspend”_the 80_000_euros"
    " Monday_February_7 Mr_Dupont &quot; Ã© it_is n’t _; _! he_has in_2020 Read_also: ( ) [ <b> </b> * ` - | Ana_Vidal"
    " the_actress his her she 5,3% 18h30 M._Morel a_an_hour \x1b[31m \u200b \u202e e\u0301 👩‍👩‍👧 灯台 \r\n \x85 İ ß ﬁ"
    " ... ?! —"
).split(" ")
SLOW = 10.0
"""Seconds of processor time for one text of at most some kB."""
RULES = load()


def soup(dice: random.Random, words: list[str], most: int = 40) -> str:
    return "".join(dice.choice(words).replace("_", " ") for _ in range(dice.randint(0, most)))


def broken(dice: random.Random) -> tuple[str, bytes]:
    """A real file with some of its bytes changed, cut, doubled, or mark-up put between."""
    name, data = dice.choice(FILES)
    for _ in range(dice.randint(1, 6)):
        at, way = dice.randrange(len(data) + 1), dice.random()
        if way < 0.6:
            data = (
                data[:at]
                + dice.choice([*MARKUP, "\udcff"]).replace("_", " ").encode("utf-8", "surrogateescape")
                + data[at:]
            )
        elif way < 0.8:
            data = data[:at] + data[at + dice.choice([1, 3, 20, 200]) :]
        else:
            other = dice.randrange(len(data) + 1)
            data = data[:at] + data[other : other + dice.randint(1, 100)] + data[at:]
    return name, data


def readers(dice: random.Random) -> None:
    """Every byte is kept or the file is refused; an edit changes what it names and nothing else."""
    name, data = broken(dice)
    try:
        document = read(data, name)
    except (InputProblem, Foreign, UsageProblem) as problem:
        assert str(problem) and problem.hint
        return
    assert document.encode() == data, "bytes"
    places = [piece.raw for piece in document.text.pieces]
    assert all(one.end <= other.start for one, other in pairwise(places)), "order"
    assert all(0 <= one.start <= one.end <= len(document.raw) for one in places), "places"
    plain = document.text.plain
    for _ in range(3):
        at = dice.randint(0, len(plain))
        edit = Edit(
            Span(at, min(len(plain), at + dice.choice([0, 0, 1, 1, 2, 5]))),
            dice.choice(["", " ", ",", "“", "”", "é", "’"]),
        )
        if raw_edit(document, edit) is None:
            continue
        try:
            after = apply(document, [edit])
        except (NotRepairable, InputProblem):
            continue
        assert after.text.plain == splice(plain, [edit]), edit
        if not name.endswith(".docx"):
            assert after.outside == document.outside, edit


def repairs(dice: random.Random) -> None:
    """Rules, the quotation engine, resolve and apply: no crash, and repairing again changes nothing more."""
    text = soup(dice, WORDS)
    found = examine(read(text.encode(), "a.txt", format="plain"), RULES, dice.choice(["fr", "es", "de", None]))
    assert found.crashes == (), found.crashes
    assert all(one.text == one.span.of(found.document.text.plain) for one in found.findings)
    for after in (found.fixed, found.proposed):
        assert read(after.encode(), "a.txt", format="plain").raw == after.raw
    assert examine(found.fixed, RULES, found.source_language).fixed.raw == found.fixed.raw, "again"
    assert found.crashes == (), found.crashes


def bilingual(dice: random.Random) -> None:
    """The same beside a source that chance made, aligned."""
    source = read(
        soup(dice, [*WORDS, "« Nous restons »", "a-t-elle ajouté. ", "Le maire ", "80 000 "]).encode(), "s.txt"
    )
    found = examine(read(soup(dice, WORDS).encode(), "a.txt"), RULES, "fr", source)
    _ = found.fixed, found.proposed
    assert found.crashes == (), found.crashes


def choice(dice: random.Random) -> None:
    """Chosen repairs never overlap and do not depend on the order."""
    findings = []
    for _ in range(dice.randint(0, 30)):
        start = dice.randint(0, 40)
        edits = tuple(
            Edit(Span(start + 8 * n, start + 8 * n + dice.randint(0, 5)), dice.choice(["", "x"]))
            for n in range(dice.choice([1, 1, 2]))
        )
        span = Span(edits[0].span.start, edits[-1].span.end)
        sure = dice.choice([0.5, 0.7, 0.9])
        findings.append(
            Finding(
                dice.choice("abc"),
                dice.choice([Safety.SAFE, Safety.SUGGEST]),
                sure,
                "",
                span,
                "",
                (Suggestion(edits, sure, span, "x"),),
            )
        )
    chosen = resolve(findings, Safety.SUGGEST)
    edits_ = sorted(edit for _, suggestion in chosen for edit in suggestion.edits)
    assert not any(one.span.touches(other.span) for one, other in pairwise(edits_))
    dice.shuffle(findings)
    assert [pair[1].edits for pair in resolve(findings, Safety.SUGGEST)] == [pair[1].edits for pair in chosen]


def aligner(dice: random.Random) -> None:
    """Every sentence is in exactly one pair."""
    source, target = ([soup(dice, WORDS, 12) for _ in range(dice.randint(0, 12))] for _ in range(2))
    pairs = align(source, target)
    assert sorted(n for pair in pairs for n in pair.source) == list(range(len(source)))
    assert sorted(n for pair in pairs for n in pair.target) == list(range(len(target)))


def reports(dice: random.Random) -> None:
    """Every report of every odd text is made, and none but `diff` has a control character in it."""
    found = examine(read((soup(dice, WORDS) + "“We stay”he added.").encode(), "a.txt", format="plain"), RULES, "fr")
    for format in sorted(FORMATS):
        out = b"".join(renderer(format)([found], Manner(suggested=True))).decode("utf-8", "surrogateescape")
        if format not in ("diff", "terminal"):
            assert not {"\x1b", "\u202e", "\x07"} & set(out), format


PARTS: dict[str, Callable[[random.Random], None]] = {
    "readers": readers,
    "repairs": repairs,
    "bilingual": bilingual,
    "choice": choice,
    "aligner": aligner,
    "reports": reports,
}


def tried(part: str, seconds: float, seed: int) -> tuple[int, int]:
    """How many were tried in so many seconds, and how many of them broke something."""
    end, count, bad = time.monotonic() + seconds, 0, 0
    while time.monotonic() < end:
        begun = time.process_time()
        try:
            PARTS[part](random.Random(f"{part} {seed} {count}"))
        except Exception:
            bad += 1
            print(f"{part}, seed {seed}, number {count}:\n{traceback.format_exc()}", flush=True)
        if time.process_time() - begun > SLOW:
            bad += 1
            print(f"{part}, seed {seed}, number {count}: {time.process_time() - begun:.0f} s", flush=True)
        count += 1
    return count, bad


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, help="only this one, as it was printed")
    options = parser.parse_args()
    warnings.simplefilter("ignore")  # of the libraries that read files; what counts here is the outcome
    if options.number is not None:
        PARTS[options.only](random.Random(f"{options.only} {options.seed} {options.number}"))
        return 0
    wrong = 0
    for part in [options.only] if options.only else PARTS:
        count, bad = tried(part, options.seconds, options.seed)
        before = kept().get("fuzz", {}).get(part, {"tried": 0, "seeds": []})
        if options.seed not in before["seeds"] and not bad:
            keep("fuzz", {part: {"tried": before["tried"] + count, "seeds": [*before["seeds"], options.seed]}})
        print(f"{part}: {count} tried, {bad} broke something", flush=True)
        wrong += bad
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
