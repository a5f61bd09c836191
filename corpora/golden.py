"""Golden findings: what mtcheck says of whole texts, committed so that a change of behaviour is a diff.

`python -m corpora.golden` writes `corpora/golden/*.txt`, one finding a line, and `alignments.tsv`, one pair of
sentences a line; tests compare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpora.cases import ARTICLES, BESIDE, HERE, OWN, read_cases
from mtcheck.detect import detect
from mtcheck.formats import read
from mtcheck.rules import Rule, load

GOLDEN = HERE / "golden"
ALIGNMENTS = GOLDEN / "alignments.tsv"
DOUBTFUL = ("football-relegation", "hospital-strike", "singing-contest", "state-visit")
"""Articles of which `alignments` leaves enough in doubt for a pair's probability to say something."""


def texts() -> Iterator[tuple[str, str, str, str]]:
    """(name, source language, text, its source or ""): the articles, rough and corrected, and every gold case."""
    for folder in ARTICLES:
        for file in ("article.txt", "article.gold.txt"):
            version = file.removesuffix(".txt").partition(".")[2] or "rough"
            yield f"{folder.name}.{version}", "fr", (folder / file).read_text("utf-8"), ""
    for path in OWN + BESIDE:
        name = path.stem if path in OWN else f"beside.{path.stem}"
        for case in read_cases(path):
            yield name, case.language, case.text, case.source


def findings(rules: Sequence[Rule] = ()) -> dict[str, str]:
    """Golden file name -> its text; of `rules` alone, where some are given."""
    rules = rules or load()
    lines: dict[str, list[str]] = {}
    for name, language, text, source in texts():
        found = lines.setdefault(name, [])
        beside = read(source.encode()) if source else None
        for finding in detect(read(text.encode()), rules, language, [], beside):
            repair = finding.suggestions[0].text if finding.suggestions else None
            place = text[max(finding.span.start - 25, 0) : finding.span.end + 25]
            found.append(
                f"{finding.rule}\t{finding.safety.label}\t{finding.text!r} -> {repair!r}\t{place!r}"
                if repair is not None
                else f"{finding.rule}\tflag\t{finding.text!r}\t{place!r}"
            )
    return {f"{name}.txt": "".join(f"{line}\n" for line in found) for name, found in lines.items()}


def alignments() -> list[tuple[str, str, str, float]]:
    """(article, source sentences, target sentences, probability): articles of which sentences were lost and joined."""
    from mtcheck.align import align
    from mtcheck.align.beside import split

    found = []
    for name in DOUBTFUL:
        french, english = (HERE / "articles" / name / f"article.{version}.txt" for version in ("fr", "gold"))
        source = [one for at, one in enumerate(split(french.read_text("utf-8"), "fr").texts) if at % 7 != 3]
        target: list[str] = []
        for at, one in enumerate(split(english.read_text("utf-8"), "en").texts):
            if at % 5 == 4:
                target[-1] += f" {one}"
            elif at % 11 != 5:
                target.append(one)
        found += [
            (name, " ".join(map(str, pair.source)), " ".join(map(str, pair.target)), pair.score)
            for pair in align(source, target)
        ]
    return found


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.txt"):
        old.unlink()
    for name, text in findings().items():
        Path(GOLDEN / name).write_text(text, "utf-8")
    ALIGNMENTS.write_text("".join("\t".join(map(str, pair)) + "\n" for pair in alignments()), "utf-8")


if __name__ == "__main__":
    main()
