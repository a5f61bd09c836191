"""Aligned -> a translation memory, TMX 1.4b (https://www.gala-global.org/tmx-14b): a unit for each pair.

What has no counterpart translates nothing and is left out. There is no date in it: the same texts give the
same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from mtcheck import __version__
from mtcheck.report import Manner
from mtcheck.report.alignment import Aligned, kind

_BARRED = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF))
"""Characters that XML 1.0 does not have in any spelling."""


def render(aligned: Aligned, manner: Manner) -> bytes:
    """The whole file, in UTF-8."""
    return "".join(_lines(aligned)).encode()


def _lines(aligned: Aligned) -> Iterator[str]:
    source, target = aligned.languages
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    yield (
        f'  <header creationtool="mtcheck" creationtoolversion={quoteattr(__version__)} segtype="sentence"'
        f' o-tmf="mtcheck" adminlang="en" srclang={quoteattr(source)} datatype="plaintext"/>\n  <body>\n'
    )
    for pair in aligned.whole.pairs:
        if not pair.source or not pair.target:
            continue
        ours, theirs = aligned.texts(pair)
        yield f'    <tu>\n      <prop type="x-score">{pair.score:.3f}</prop>\n'
        if kind(pair):
            yield f'      <prop type="x-kind">{kind(pair)}</prop>\n'
        for language, text in ((source, ours), (target, theirs)):
            yield f"      <tuv xml:lang={quoteattr(language)}><seg>{escape(text.translate(_BARRED))}</seg></tuv>\n"
        yield "    </tu>\n"
    yield "  </body>\n</tmx>\n"
