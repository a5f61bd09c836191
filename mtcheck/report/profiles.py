"""The defect profiles of feeds -> a page for a person, JSON for a program, and their residue as an own pack."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from mtcheck.profile import Line, Profile
from mtcheck.report.visible import escaped, one_line

MOST = 12
"""Rules and lines that the page shows of a feed; JSON has all."""
_LONG = 90


def as_text(profiles: Sequence[Profile]) -> bytes:
    """A block for each feed, the largest first."""
    return "\n".join(_block(profile) for profile in profiles).encode("utf-8", "surrogateescape")


def as_json(profiles: Sequence[Profile]) -> bytes:
    """`{"version": 1, "feeds": [...]}`."""
    feeds = [
        {
            **profile._asdict(),
            "per_1000_words": profile.per_1000,
            "defects": [defect._asdict() for defect in profile.defects],
            "lines": [line._asdict() for line in profile.lines],
        }
        for profile in profiles
    ]
    text = json.dumps({"version": 1, "feeds": feeds}, ensure_ascii=False, indent=2)
    return (escaped(text) + "\n").encode("utf-8", "surrogateescape")


def as_pack(profiles: Sequence[Profile]) -> str:
    """The lines of all feeds as the `[residue]` of an own pack; each once, with where it was seen."""
    seen: dict[str, list[str]] = {}
    for profile in profiles:
        for line in profile.lines:
            seen.setdefault(line.text, []).append(f"{_files(line.files)} of {one_line(profile.feed)}, {line.where}")
    head = (
        "# Lines that come back in many texts. Keep those that belong to the page and not to the article;\n"
        "# `#` stands for a number, `*` for anything. `safe` lets `mtcheck fix --write` take them out.\n"
        '[residue]\nsafety = "suggest"\nlines = [\n'
    )
    body = "".join(f"  {json.dumps(text, ensure_ascii=False)},  # {'; '.join(where)}\n" for text, where in seen.items())
    return f"{head}{body}]\n"


def _block(profile: Profile) -> str:
    return "".join(f"{line}\n" for line in _lines(profile))


def _lines(profile: Profile) -> Iterator[str]:
    yield (
        f"{one_line(profile.feed)}: {_files(profile.files)}, {profile.words:,} words, "
        f"{profile.per_1000:.1f} findings per 1,000 words, in {_files(profile.files_with_findings)}"
    )
    if profile.styles:
        yield "  writes  " + ", ".join(f"{style} ({count:,})" for style, count in profile.styles.items())
    if profile.defects:
        yield "  files  findings  rule"
        for defect in profile.defects[:MOST]:
            yield f"  {defect.files:>5,}  {defect.findings:>8,}  {defect.rule}"
        yield from _more(len(profile.defects), "rule")
    if profile.lines:
        yield "  files  where   line that comes back (residue?)"
        for line in profile.lines[:MOST]:
            yield f"  {line.files:>5,}  {line.where:<6}  {_short(line)}"
        yield from _more(len(profile.lines), "line")


def _more(count: int, what: str) -> Iterator[str]:
    if count > MOST:
        more = count - MOST
        yield f"  and {more:,} more {what}{'s' * (more > 1)} (--format json has all)"


def _short(line: Line) -> str:
    text = one_line(line.text)
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"


def _files(count: int) -> str:
    return f"{count:,} file{'s' * (count != 1)}"
