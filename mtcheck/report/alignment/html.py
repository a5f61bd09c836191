"""Aligned -> one HTML page that needs nothing else: both texts side by side, light or dark as the reader has it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from mtcheck.report import Manner
from mtcheck.report.alignment import Aligned, kind, summary
from mtcheck.report.alignment.text import UNSURE

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --mark: #c80; --moved: #08a; --unsure: #d33 }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 78rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border-top: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere }
th.number, td.number, th.score, td.score { width: 3.5rem; opacity: .7; font-variant-numeric: tabular-nums;
  text-align: right }
tr.left-out td.text, tr.added td.text { border-left: 3px solid var(--mark) }
tr.moved td.text { border-left: 3px solid var(--moved) }
td.none { font-style: italic; opacity: .7 }
td.unsure { color: var(--unsure); opacity: 1 }
.message { border-left: 3px solid var(--unsure); padding-left: .6rem }
"""


def render(aligned: Aligned, manner: Manner) -> bytes:
    """The whole page, in UTF-8."""
    return "".join(_lines(aligned)).encode("utf-8", "xmlcharrefreplace")


def _lines(aligned: Aligned) -> Iterator[str]:
    names = [escape(name) for name in aligned.names]
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{names[0]} · {names[1]}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    yield f"<p>{escape(summary(aligned))}</p>\n"
    if aligned.whole.message:
        yield f'<p class="message">{escape(aligned.whole.message)}</p>\n'
    yield "<table>\n<thead><tr>"
    for name in names:
        yield f'<th class="number"></th><th>{name}</th>'
    yield '<th class="score">score</th></tr></thead>\n<tbody>\n'
    for pair in aligned.whole.pairs:
        named = kind(pair)
        yield f'<tr class="{named.replace(" ", "-")}">' if named else "<tr>"
        sides = zip((pair.source, pair.target), aligned.texts(pair), aligned.languages, strict=True)
        for numbers, text, language in sides:
            yield f'<td class="number">{", ".join(str(number + 1) for number in numbers)}</td>'
            if numbers:
                yield f'<td class="text" lang="{escape(language)}">{escape(text)}</td>'
            else:
                yield f'<td class="none">{named}</td>'
        unsure = " unsure" if pair.score < UNSURE else ""
        moved = "moved " if pair.moved else ""
        yield f'<td class="score{unsure}">{moved}{pair.score:.2f}</td></tr>\n'
    yield "</tbody>\n</table>\n</body>\n</html>\n"
