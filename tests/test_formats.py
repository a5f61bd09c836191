"""bytes -> Document -> the same bytes; and what Markdown gives to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.errors import Foreign, InputProblem, UsageProblem
from mtcheck.formats import READERS, read
from mtcheck.text import Document

SNIPPETS = st.sampled_from(
    [
        *"*_`~[]()<>!#>|\\&{}-+=:\"'“”«»\u00a0\u202f\t ",
        *(
            "\n",
            "\r\n",
            "\n\n",
            "\r",
            "    ",
            "```\n",
            "~~~",
            "---\n",
            "+++\n",
            "- ",
            "1. ",
            "> ",
            "# ",
            "| a | b |\n",
            "|---|---|\n",
        ),
        *(
            "**bold**",
            "_so_",
            "[a](b)",
            "[a][b]",
            "![a](b)",
            "[a]: b\n",
            "[^1]: c",
            "[^1]",
            "<b>",
            "</b>",
            "<div>\n",
            "<!-- x -->",
        ),
        *(
            "<!-- mtcheck: off -->",
            "&eacute;",
            "&#39;",
            "http://a.b/c",
            "<http://a.b>",
            "$$\n",
            "{{ x }}",
            "word",
            "Été",
            "😀",
            "e\u0301",
        ),
    ]
)
MARKUP = st.lists(SNIPPETS, max_size=40).map("".join)
FORMATS = st.sampled_from(sorted(READERS))
STRICT = READERS.keys() - {"plain", "markdown", "mdx", "rst", "asciidoc"}
"""Formats that a file can fail to be."""


def check_pieces(document: Document) -> None:
    """Pieces are in order, lie in the file, and say what stands there."""
    at = 0
    for piece in document.text.pieces:
        assert at <= piece.raw.start <= piece.raw.end <= len(document.raw)
        at = piece.raw.end
        if piece.verbatim and piece.plain != " ":  # a line break in HTML is a space
            assert piece.raw.of(document.raw) == piece.plain


@given(MARKUP | st.text(), FORMATS)
def test_reading_and_writing_gives_the_same_bytes(text: str, format: str) -> None:
    data = text.encode("utf-8", "ignore")
    if b"\0" in data:
        return
    try:
        document = read(data, "a", format=format)
    except InputProblem:
        assert "mtcheck:" in text or format in STRICT  # an unknown wish in a comment
        return
    assert document.encode() == data
    check_pieces(document)


@given(st.binary(max_size=200), FORMATS)
def test_any_bytes_are_read_whole_or_refused(data: bytes, format: str) -> None:
    try:
        document = read(data, "a", format=format)
    except (InputProblem, Foreign) as problem:
        assert str(problem).startswith("a: ")
        assert problem.hint
    else:
        assert document.encode() == data


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encodings_and_line_breaks(encoding: str, newline: str) -> None:
    data = f"Été\u00a0: a{newline}{newline}b".encode(encoding)
    named = encoding if encoding in ("latin-1", "cp1252") else None
    document = read(data, "a.txt", encoding=named)
    assert document.encode() == data
    assert document.text.plain == "Été\u00a0: a\n\nb"
    assert document.codec.newline == newline


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"caf\xe9", "a.txt: line 1: byte 3 (0xe9) is not utf-8 text"),
        (b"one\ntwo \xff", "a.txt: line 2: byte 8"),
        (b"\x89PNG\0\0", "looks like a binary file"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, problem: str) -> None:
    with pytest.raises(InputProblem) as raised:
        read(data, "a.txt")
    assert problem in str(raised.value)
    assert raised.value.hint


def test_unknown_encoding_and_format() -> None:
    with pytest.raises(UsageProblem, match="no such encoding"):
        read(b"a", encoding="klingon")
    with pytest.raises(UsageProblem, match="no such format"):
        read(b"a", format="klingon")


def test_markup_without_a_reader_is_not_taken_for_prose() -> None:
    with pytest.raises(InputProblem, match=r"\.xml files cannot be read yet"):
        read(b"<a>b</a>", "a.xml")
    assert read(b"<a>b</a>", "a.xml", format="plain").text.plain == "<a>b</a>"
    assert read(b"a", "README").text.plain == "a"


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**a** b", "a b"),
        ("***a*** __b__ _c_ ~~d~~", "a b c d"),
        ("a_b_c 5 * 3 * 2", "a_b_c 5 * 3 * 2"),
        ("a `code *x*` b", "a ￼ b"),
        ("a ``co`de`` b", "a ￼ b"),
        ('[text](http://a.b/c_(d)_e "title") on', "text on"),
        ("[a *b*][ref] [sic] [^1]", "a b [sic] "),
        ("![alt](a.png) x", "￼ x"),
        ("see http://a.b/c_d_e. Or <http://x.y>", "see ￼. Or ￼"),
        ("an &eacute;t&#233; &amp; \\*", "an été & *"),
        ("a <b>bold</b> <!-- c --> word<br>next", "a bold  word\nnext"),
        ("# Head #\ntext", "Head\n\ntext"),
        ("Head\n====\ntext", "Head\n\ntext"),
        ("> one\n> two\nlazy", "one\ntwo\nlazy"),
        ("- a\n- b\n  c\n\n  d", "a\n\nb\nc\n\nd"),
        ("- [ ] todo\n- [x] done", "todo\n\ndone"),
        ("1. a\n\n       code\n2. b", "a\n\nb"),
        ("a  \nb", "a\nb"),
        ("---\ntitle: x\n---\na", "a"),
        ("+++\ntitle = 1\n+++\na", "a"),
        ("```py\ncode\n```\na\n\n    code\n\nb", "a\n\nb"),
        ("<div>\nhtml\n</div>\n\na", "a"),
        ("<script>\n\nx\n</script>\na", "a"),
        ("[r]: http://x.y 'title'\n\na", "a"),
        ("[^1]: A note.", "A note."),
        ("| a | b |\n|---|:-:|\n| c \\| d | e |", "a\n\nb\n\nc | d\n\ne"),
        ("$$\nx\n$$\n\na", "a"),
        ("a {{ var }} b", "a ￼ b"),
        ("a\r\n\r\nb\r\nc", "a\n\nb\nc"),
        ("a\n***\nb", "a\n\nb"),
        ("a \\`` b`` c", "a `` b`` c"),
        ("\\`` a `b``", "`￼b``"),
        ("**a *b** c*", "a b c"),
        ("***a* b**", "a b"),
        ("- \n\na", "a"),
    ],
)
def test_markdown_prose(markdown: str, plain: str) -> None:
    assert read(markdown.encode(), "a.md").text.plain == plain


@pytest.mark.parametrize(
    ("name", "written", "plain"),
    [
        ("a.adoc", "link:http://a.b[] is it, <<sec,the part>>.", "￼ is it, the part."),
        ("a.adoc", "It is [[here]]water, H~2~O.footnote:[x]", "It is water, HO."),
        ("a.html", "<title></title><p>x</p>", "x"),
        ("a.html", "<p>a <é> b</p>", "a <é> b"),
        ("a.xlf", '<!DOCTYPE xliff [<!-- > -->]><xliff version="1.2"><file target-language="en"><body>'
         '<trans-unit id="1">'
         "<source>a</source><target><![CDATA[]]>b c</target></trans-unit></body></file></xliff>", "b c"),
        ("a.html", "<p>a</p><plaintext>b <p> c", "a"),
        ("a.rst", ">>> code\n\nx", "x"),
        ("a.rst", "| one\n| two\n\nx", "one\n\ntwo\n\nx"),
        ("a.rst", ".. note:: Head\n   more\n   :class: x\n\ny", "Head more\n\ny"),
        ("a.rst", ".. note::\n   :class: x\n\n   body\n", "body"),
        ("a.rst", ".. image:: a.png\n   :alt: x\n\ny", "y"),
        ("a.rst", r"a \*b\* c", "a *b* c"),
        ("a.csv", "id,en,\n1,Hello,", "Hello"),
        ("a.yaml", 'a: "one \\\n  two"\n', "one two"),
        ("a.yaml", "a: |\n\nb: one two\n", "one two"),
        ("a.yaml", "a: |\n  one\n  \n  two\n", "one\n\ntwo"),
    ],
)  # fmt: skip
def test_prose_of_other_formats(name: str, written: str, plain: str) -> None:
    document = read(written.encode(), name)
    assert document.text.plain == plain
    assert document.encode() == written.encode()


@pytest.mark.parametrize(
    ("name", "written", "problem"),
    [
        ("a.json", '{"a": NaN}', "not JSON (NaN is no number of JSON)"),
        ("a.po", '"string"\nmsgid "x"\nmsgstr ""\n', "line 1: a string without a keyword"),
        ("a.po", 'msgid "x"\n', "line 2: the last entry has no msgstr"),
        ("a.tmx", "<other/>", "not a TMX file: its root is not <tmx>"),
        ("a.html", "<p>x</p><style>a {}", "<style> is never closed"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str, written: str, problem: str) -> None:
    with pytest.raises(InputProblem) as raised:
        read(written.encode(), name)
    assert problem in raised.value.message
    assert raised.value.hint


def test_bytes_that_an_encoding_would_not_give_back_are_refused() -> None:
    with pytest.raises(InputProblem, match="utf-7 does not give back the same bytes"):
        read(b"+AGE-", "a.txt", encoding="utf-7")
    with pytest.raises(InputProblem, match=r"byte 1 \(0x81\) is not ascii text") as raised:
        read(b"a\x81b", "a.txt", encoding="ascii")
    assert "--encoding windows-1252" in raised.value.hint


def test_mdx_code_is_left_alone() -> None:
    text = "import A from 'a'\n\n# Hello {props.name}\n\n<A b={c}>\n  d\n</A>\n\nEnd."
    assert read(text.encode(), "a.mdx").text.plain == "Hello ￼\n\nEnd."
