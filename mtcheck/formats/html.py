"""HTML and XHTML -> the prose in them: each block element's words, inline tags passed through.

Scripts, styles, code, forms and what says `translate="no"` or another `lang` are left alone. Nothing is corrected: a
page that browsers read is read, whatever it lacks.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.formats.inline import PLACEHOLDER
from mtcheck.formats.markup import CLOSE, CODE, COMMENT, LONE, OPEN, TEXT, Token, attributes, text_pieces, tokens
from mtcheck.formats.reader import Block, OtherLanguage, is_english, joined, primary
from mtcheck.text import Piece, Span, Text

_BLOCK = frozenset(
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main"
    " menu meta nav noscript ol optgroup option p search section summary table tbody td template tfoot th thead title"
    " tr ul base".split()
)
"""Elements that begin a new paragraph; every other one is inline, as browsers have it."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_OBJECTS = frozenset(
    "code kbd samp var tt svg math video audio object canvas iframe picture map progress meter output select textarea"
    " embed img input".split()
)
"""Things in a sentence that are not words: a placeholder stands for them."""
_LEFT_ALONE = frozenset("script style pre xmp listing plaintext noembed noframes datalist".split())
_NOTES = frozenset(("sup", "rt", "rp"))
"""Note marks, and readings above a word: nothing stands for them."""
_OPTIONAL_END = frozenset("p li dt dd td th tr option".split())


def read(raw: str) -> Text:
    """The prose of a page; blocks are a blank line apart.

    Raises:
        Malformed: a comment, a tag or a script is never closed.
        OtherLanguage: the page says that it is not English.
    """
    return joined(_blocks(raw, english=True))


def read_source(raw: str) -> Text:
    """The same of a page in any language: what its `lang` attributes say does not count."""
    return joined(_blocks(raw, english=False))


def comments(raw: str) -> Iterator[tuple[int, str]]:
    """Where each comment ends, and what it says."""
    for token in tokens(raw, html=True):
        if token.kind == COMMENT:
            yield token.span.end, token.span.of(raw).strip("<!->#{} \t\r\n")


def _blocks(raw: str, english: bool) -> Iterator[Block]:
    block: list[Piece] = []
    passing = ""  # the element that is being passed over, and how many of its name are open
    depth = 0
    for token in tokens(raw, html=True):
        if passing:
            if token.name == passing:
                depth += (token.kind == OPEN) - (token.kind == CLOSE)
                reopened = token.kind == OPEN and passing in _OPTIONAL_END
                if depth <= 0 or reopened:
                    passing = ""
                if not reopened:
                    continue
            else:
                continue
        if token.kind == TEXT:
            _add(block, text_pieces(raw, token.span, html=True))
            continue
        if token.kind == CODE:
            block.append(Piece(PLACEHOLDER, token.span, frozen=True))
            continue
        if token.kind not in (OPEN, CLOSE, LONE):
            continue
        name = token.name
        if name in _BLOCK or name in _LEFT_ALONE:
            yield block
            block = []
        if name == "br" and token.kind != CLOSE:
            _break(block, token)
        elif token.kind != CLOSE:
            foreign = _foreign(raw, token, english)
            if name in _OBJECTS or (foreign and name not in _BLOCK):
                block.append(Piece(PLACEHOLDER, token.span, frozen=True))
            opens = token.kind == OPEN and name not in _VOID
            if opens and (foreign or name in _OBJECTS | _LEFT_ALONE | _NOTES):
                passing, depth = name, 1
    yield block


def _foreign(raw: str, token: Token, english: bool) -> bool:
    """Whether an element is marked as not to be translated, or as being in another language.

    Raises:
        OtherLanguage: it is the page itself.
    """
    if "=" not in token.span.of(raw):
        return False
    found = attributes(raw, token)
    language = (found.get("lang") or found.get("xml:lang") or "") if english else ""
    if token.name == "html":
        if language and not is_english(language):
            raise OtherLanguage(primary(language), f"if it is English, correct lang={language!r} of its html tag")
        return False
    if found.get("translate", "").lower() == "no" or "notranslate" in found.get("class", "").split():
        return True
    return bool(language) and not is_english(language)


def _add(block: list[Piece], pieces: Iterator[Piece]) -> None:
    """More text of a block; white space that follows white space is not shown."""
    for piece in pieces:
        folded = piece.plain == " " and (not piece.verbatim or piece.raw.end - piece.raw.start == 1)
        if folded and block and block[-1].plain[-1:] in (" ", "\n"):
            continue
        block.append(piece)


def _break(block: list[Piece], token: Token) -> None:
    if block and block[-1].plain == " ":
        block.pop()
    block.append(Piece("\n", Span(*token.span), frozen=True))
