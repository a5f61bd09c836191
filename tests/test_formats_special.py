"""What one format has and the others have not: declared encodings, languages, pairs, archives, writers."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mtcheck.apply import apply, raw_edit
from mtcheck.errors import Foreign, InputProblem, NotRepairable
from mtcheck.formats import read
from mtcheck.formats.ignores import EVERYWHERE
from mtcheck.pipeline import examine
from mtcheck.rules import load
from mtcheck.text import Document, Edit, Span
from tests.command import mtcheck

ROUGH = "The mayor promised to“suspend the sale”."
DOCX = (Path(__file__).parent / "corpus" / "docx" / "rough.docx").read_bytes()


def plain(data: str | bytes, name: str) -> list[str]:
    return read(data.encode() if isinstance(data, str) else data, name).text.plain.split("\n\n")


def pairs(data: str, name: str) -> list[tuple[str, str]]:
    document = read(data.encode(), name)
    assert document.source is not None
    return [(u.source.of(document.source.plain), u.target.of(document.text.plain)) for u in document.units]


def edited(data: str, name: str, old: str, new: str) -> str | None:
    """The file with `old` in its text changed, None where that cannot be done."""
    document = read(data.encode(), name)
    at = document.text.plain.index(old)
    edit = Edit(Span(at, at + len(old)), new)
    return apply(document, [edit]).raw if raw_edit(document, edit) else None


# encodings


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.html", '<meta charset="iso-8859-1">'),
        ("a.html", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("a.xhtml", '<?xml version="1.0" encoding="ISO-8859-1"?>'),
    ],
)
def test_a_declared_encoding_counts(name: str, head: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(f"{head}<p>Café: {'the mayor promised'} to&#8220;suspend&#8221; it.</p>".encode("latin-1"))
    assert mtcheck("fix", "--write", str(path)).exit_code == 0
    assert b"Caf\xe9: the mayor promised to &#8220;suspend&#8221; it." in path.read_bytes()


def test_what_the_declared_encoding_lacks_is_a_reference() -> None:
    data = '<?xml version="1.0" encoding="ISO-8859-1"?><xliff><target>caf\xe9 "x"</target></xliff>'.encode("latin-1")
    document = read(data, "a.xlf")
    after = apply(document, [Edit(Span(5, 6), "“"), Edit(Span(7, 8), "”")])
    assert after.encode() == data.replace(b'"x"', b"&#8220;x&#8221;")


def test_a_declaration_counts_for_what_is_added_to_plain_letters() -> None:
    before = read(b'<meta charset="iso-8859-1"><p>cafe</p>', "a.html")
    assert apply(before, [Edit(Span(3, 4), "é")]).encode() == b'<meta charset="iso-8859-1"><p>caf\xe9</p>'


def test_utf8_goes_before_a_declaration_that_is_wrong() -> None:
    assert plain('<meta charset="iso-8859-1"><p>Café x</p>', "a.html") == ["Café x"]


def test_po_in_latin_1() -> None:
    data = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "a"\nmsgstr "Café x"\n'
    document = read(data.encode("latin-1"), "a.po")
    assert document.text.plain == "Café x"
    assert document.encode() == data.encode("latin-1")
    with pytest.raises(InputProblem, match=r"U\+201D"):
        apply(document, [Edit(Span(0, 1), "”")])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_named(encoding: str) -> None:
    data = ROUGH.replace("“", '"').replace("”", '"').encode(encoding)
    with pytest.raises(InputProblem) as raised:
        read(data, "a.txt")
    assert raised.value.hint == f"say --encoding {encoding}"
    for name in (encoding, "utf-16", "UTF_16"):
        assert read(data, "a.txt", encoding=name).encode() == data


def test_utf32_is_read() -> None:
    data = ROUGH.encode("utf-32")
    assert read(data, "a.txt").text.plain == ROUGH
    assert read(data, "a.txt").encode() == data


def test_a_file_in_two_encodings_is_refused() -> None:
    data = "é “x” ü é".encode() + "\né".encode("latin-1")
    with pytest.raises(InputProblem, match="line 2") as raised:
        read(data, "a.txt")
    assert "the rest of the file is UTF-8" in raised.value.hint


@pytest.mark.parametrize("declared", ["zlib", "rot13", "idna", "unicode_escape", "utf-7", "klingon", "utf-16", "hex"])
def test_odd_declarations_do_no_harm(declared: str) -> None:
    for data in (b"a b", b"+AGE- \\u0041 x\xff", bytes(range(32, 256))):
        whole = f'<?xml version="1.0" encoding="{declared}"?><p>'.encode() + data
        try:
            assert read(whole, "a.html").encode() == whole
        except InputProblem as problem:
            assert problem.hint


# languages


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", '<html lang="fr-FR"><p>Bonjour le monde'),
        ("a.po", 'msgid ""\nmsgstr "Language: de_DE\\n"\n'),
        ("a.xlf", '<xliff><file target-language="fr"><target>Le monde</target></file></xliff>'),
        ("a.xlf", '<xliff version="2.0" srcLang="en" trgLang="fr"/>'),
        ("a.tmx", '<tmx><tu><tuv xml:lang="fr"><seg>Le monde</seg></tuv></tu></tmx>'),
        ("a.yaml", "fr:\n  a: Le monde\n"),
        ("a.json", '{"fr": {"a": "Le monde"}, "de": {"a": "Die Welt"}}'),
        ("a.arb", '{"@@locale": "fr", "a": "Le monde"}'),
    ],
)
def test_a_file_in_another_language_is_passed_over(name: str, data: str, tmp_path: Path) -> None:
    with pytest.raises(Foreign):
        read(data.encode(), name)
    path = tmp_path / name
    path.write_text(data, "utf-8")
    done = mtcheck("check", str(path))
    assert done.exit_code == 0
    assert "passed over" in done.stderr
    assert mtcheck("check", "-q", str(path)).stderr == ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", '<html lang="fr"><p>Bonjour <i lang="fr">le</i> monde'),
        ("a.yaml", "fr:\n  a: Bonjour le monde\n"),
        ("a.json", '{"@@locale": "fr", "a": "Bonjour le monde"}'),
    ],
)
def test_a_source_may_be_in_any_language(name: str, data: str, tmp_path: Path) -> None:
    assert read(data.encode(), name, source=True).text.plain == "Bonjour le monde"
    (tmp_path / name).write_text(data, "utf-8")
    (tmp_path / "a.txt").write_text("Hello world.\n", "utf-8")
    done = mtcheck("check", "--source", str(tmp_path / name), str(tmp_path / "a.txt"))
    assert done.exit_code == 0, done.output
    assert "passed over" not in done.stderr


def test_a_catalogue_that_does_not_say_its_language_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    french = "Il a dit que la vente de la lampe ne se ferait pas dans la ville et que le maire est parti avec elle"
    path.write_text(f'msgid "He said that the sale was off."\nmsgstr "{french}, pour le bien de tous."\n', "utf-8")
    done = mtcheck("check", str(path))
    assert done.exit_code == 0
    assert "its translations read like French" in done.stderr


def test_english_beside_english_is_no_source() -> None:
    english = "The mayor said that the sale of the lamp would not be made in the town and that he was there with it."
    document = read(f'msgid "{english}"\nmsgstr "{english}"\n'.encode(), "a.po")
    assert examine(document, load()).document.source is None
    assert examine(read(ROUGH.encode(), "a.txt"), load()).document.source is None


# pairs


def test_pairs_of_every_bilingual_format() -> None:
    assert pairs('msgid "Un"\nmsgid_plural "Des"\nmsgstr[0] "One"\nmsgstr[1] "Some"\nmsgstr[2] "More"\n', "a.po") == [
        ("Un", "One"),
        ("Des", "Some"),
        ("Des", "More"),
    ]
    assert pairs("fr,en\nUn,One\n,Two\nTrois,\nQuatre,Four\n", "a.csv") == [("Un", "One"), ("Quatre", "Four")]
    xliff = "<trans-unit><source>Un</source><target>One</target></trans-unit>"
    only = "<trans-unit><target>Two</target></trans-unit>"
    assert pairs(f"<xliff>{xliff}{only}</xliff>", "a.xlf") == [("Un", "One")]
    unit = '<tu><tuv xml:lang="en"><seg>One</seg></tuv><tuv xml:lang="en-US"><seg>An one</seg></tuv>{}</tu>'
    other = '<tuv xml:lang="de"><seg>Eins</seg></tuv><tuv xml:lang="fr"><seg>Un</seg></tuv>'
    assert pairs(f'<tmx><header srclang="fr"/>{unit.format(other)}</tmx>', "a.tmx") == [("Un", "One"), ("Un", "An one")]


@pytest.mark.parametrize(
    ("header", "source", "target"),
    [
        ("source,target", 0, 1),
        ("Target,Source", 1, 0),
        ("id,French,English", 1, 2),
        ("fr_FR;en-GB;note", 0, 1),
        ("id,translation", None, 1),
        ("key,en", None, 1),
    ],
)
def test_columns_by_their_names(header: str, source: int | None, target: int) -> None:
    delimiter = ";" if ";" in header else ","
    cells = ["c zero", "c one", "c two"][: header.count(delimiter) + 1]
    document = read(f"{header}\n{delimiter.join(cells)}\n".encode(), "a.csv")
    assert document.text.plain == cells[target]
    assert (document.source.plain if document.source else None) == (None if source is None else cells[source])


def test_rules_see_the_source_of_a_pair(tmp_path: Path) -> None:
    document = read(b'msgid "Le maire a dit oui."\nmsgstr "The mayor said yes."\n', "a.po")
    examined = examine(document, load(), "fr")
    assert examined.source_text is document.source


# what is read and what is left alone


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<p>a <b>b</b>c</p>", ["a bc"]),
        ("<p>a<p>b<li>c d", ["a", "b", "c d"]),
        ("<p>a\n   b\tc  d</p>", ["a b c  d"]),
        ("<p> a <b> b </b> c </p>", ["a  b  c"]),
        ("<p>a<br>b<br/>\n  c", ["a\nb\nc"]),
        ("<p>&eacute;&#233;&#xe9;&nbsp;&amp;lt; &bogus; AT&T", ["ééé\xa0&lt; &bogus; AT&T"]),
        ("<p>x<sup>1</sup> y<!-- c -->z", ["x yz"]),
        ("<p>see <code>a<b>c</b></code> and <img src='>'> now", ["see ￼ and ￼ now"]),
        ("<pre>a</pre><style>b</style><script>c</script><textarea>d</textarea>e f", ["￼e f"]),
        ("<p>a <i lang=fr>b</i> c <span translate=no>d <span>e</span> f</span> g", ["a ￼ c ￼ g"]),
        ("<div class='x notranslate'><p>a</p></div><p>b", ["b"]),
        ("<p lang=fr>a<p>b", ["b"]),
        ("a < b > c << d <3", ["a < b > c << d <3"]),
        ("<p>{{ a }} b {% if c %}d{% endif %} <?php e ?> <%= f %>g", ["￼ b d ￼g"]),
        ("<title>a &amp; <b></title><p>c", ["a & <b>", "c"]),
        ("<svg><text>a</text></svg><math>b</math>c d", ["￼￼c d"]),
        ("<P CLASS='x'>A</P><SCRIPT>b</SCRIPT>", ["A"]),
        ("<!---->a<!-->b", ["ab"]),
    ],
)
def test_html_prose(html: str, read: list[str]) -> None:
    assert plain(html, "a.html") == read


@pytest.mark.parametrize(
    ("cues", "read"),
    [
        (["One two", "three four."], ["One two three four."]),
        (["One two.", "three four."], ["One two.", "three four."]),
        (["One two", "Three"], ["One two", "Three"]),
        (["One,", "Two"], ["One, Two"]),
        (["- One\n- two"], ["- One\n- two"]),
        (["<i>One\ntwo</i> {\\an8}three"], ["One two three"]),
        (["♪ la la ♪", "la"], ["♪ la la ♪", "la"]),
    ],
)
def test_subtitles_are_sentences(cues: list[str], read: list[str]) -> None:
    times = "00:00:01,000 --> 00:00:02,000"
    data = "".join(f"{number}\n{times}\n{cue}\n\n" for number, cue in enumerate(cues))
    assert plain(data, "a.srt") == read
    assert plain("WEBVTT\n\n" + data.replace("{\\an8}", ""), "a.vtt") == read


def test_placeholders_are_kept_whole() -> None:
    value = "Hi %(name)s, %1$s %d %s {a} {{b}} %{c} ${d} <b>x</b> &eacute; http://a.b/c 50% off a@b.cd"
    assert plain(f'{{"x": "{value}"}}', "a.json") == ["Hi ￼, ￼ ￼ ￼ ￼ ￼ ￼ ￼ x é ￼ 50% off ￼"]


# writing


@pytest.mark.parametrize(
    ("name", "before", "old", "new", "after"),
    [
        ("a.html", "<p>a b", "a", "<&>", "<p>&lt;&amp;&gt; b"),
        ("a.html", "<p>a &eacute;b", "é", "é, ", "<p>a &eacute;, b"),
        ("a.html", "<p>a b", " ", "\n", None),
        ("a.po", 'msgid "x"\nmsgstr "a b"\n', "a", '"\\\n', 'msgid "x"\nmsgstr "\\"\\\\\\n b"\n'),
        ("a.json", '["a b"]', "a", '"\\\n”', '["\\"\\\\\\n” b"]'),
        ("a.json", '["a \\u00e9"]', "a", "“😀", '["\\u201c\\ud83d\\ude00 \\u00e9"]'),
        ("a.yaml", "x: a b c\n", "b", "“b”,", "x: a “b”, c\n"),
        ("a.yaml", "x: a b c\n", "b", ": #", None),
        ("a.yaml", "x: a b c\n", "a", "- a", None),
        ("a.yaml", "x: [a b c]\n", "b", "b,", None),
        ("a.yaml", "x: 'a b c'\n", "b", "it's", "x: 'a it''s c'\n"),
        ("a.yaml", 'x: "a b c"\n', "b", '"b"', 'x: "a \\"b\\" c"\n'),
        ("a.yaml", "x: |\n  a b c\n", "b", "b: #", "x: |\n  a b: # c\n"),
        ("a.csv", 'fr,en\nx,"a b"\n', "a", '"a", ', 'fr,en\nx,"""a"",  b"\n'),
        ("a.csv", "fr,en\nx,a b\n", "a", "“a”", "fr,en\nx,“a” b\n"),
        ("a.csv", "fr,en\nx,a b\n", "a", "a,", None),
        ("a.tsv", "fr\ten\nx\ta b\n", "a", "a,", "fr\ten\nx\ta, b\n"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\na b\n", "a", "<i>", None),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\na b\n", "a", "&", "WEBVTT\n\n00:01.000 --> 00:02.000\n& b\n"),
        ("a.xlf", "<xliff><target>a b</target></xliff>", "a", "<&", "<xliff><target>&lt;&amp; b</target></xliff>"),
        ("a.xlf", "<xliff><target><![CDATA[a b]]></target></xliff>", "a", "]]>", None),
        ("a.rst", "a b\n", "a", "*a*", None),
        ("a.adoc", "a b\n", "a", "`a`", None),
    ],
)
def test_new_characters_are_written_as_the_format_has_them(
    name: str, before: str, old: str, new: str, after: str | None
) -> None:
    if name == "a.vtt" and after:
        after = after.replace("&", "&amp;")
    assert edited(before, name, old, new) == after


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", f"<!-- mtcheck: off --><p>{ROUGH}</p><!-- mtcheck: on --><p>{ROUGH}</p>"),
        ("a.po", f'# mtcheck: off\nmsgid "a"\nmsgstr "{ROUGH}"\n\n#. mtcheck: on\nmsgid "b"\nmsgstr "{ROUGH}"\n'),
        ("a.xlf", f"<xliff><!-- mtcheck: ignore --><target>{ROUGH}</target><target>{ROUGH}</target></xliff>"),
        ("a.yaml", f"# mtcheck: ignore\na: {ROUGH}\nb: {ROUGH}\n"),
        ("a.rst", f".. mtcheck: ignore\n\n{ROUGH}\n\n{ROUGH}\n"),
        ("a.adoc", f"// mtcheck: ignore\n{ROUGH}\n\n{ROUGH}\n"),
        (
            "a.vtt",
            f"WEBVTT\n\nNOTE mtcheck: ignore\n\n00:01.000 --> 00:02.000\n{ROUGH}\n\n00:03.000 --> 00:04.000\n{ROUGH}\n",
        ),
    ],
)
def test_comments_ask_to_be_left_alone(name: str, data: str, tmp_path: Path) -> None:
    document = read(data.encode(), name)
    assert [ignore.span.of(document.text.plain) for ignore in document.ignores] in ([ROUGH], [ROUGH + "\n\n"])
    (tmp_path / name).write_text(data, "utf-8")
    assert mtcheck("check", str(tmp_path / name)).stdout.count("quote-open-fused") == 1
    whole = read(data.replace("mtcheck: ignore", "mtcheck: ignore-file").encode(), name)
    assert not whole.ignores or whole.ignores[0].span in (EVERYWHERE, document.ignores[0].span)


# archives


def archive(change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The document of the corpus with its members changed."""
    with zipfile.ZipFile(io.BytesIO(DOCX)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    change(members)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members.items():
            new.writestr(name, content)
    return out.getvalue()


def part(text: str) -> Callable[[dict[str, bytes]], None]:
    head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    return lambda members: members.update({"word/document.xml": f"{head}{text}</w:body></w:document>".encode()})


def words(xml: str) -> list[str]:
    with_part = archive(part(xml))
    return [block for block in plain(with_part, "a.docx") if "harbour" not in block and block != "Page 1"]


def test_a_word_document() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    assert words(f"<w:p>{run.format('a b')}{run.format(' c ')}{run.format('d')}</w:p>") == ["a bcd"]
    assert words('<w:p><w:r><w:t xml:space="preserve">a </w:t><w:tab/><w:t>b</w:t><w:br/></w:r></w:p>') == ["a \tb"]
    assert words(f"<w:p><w:ins>{run.format('a ')}</w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>") == [
        "a"
    ]
    assert words(f"<w:p>{run.format('a')}<w:r><w:drawing><w:txbxContent><w:p>{run.format('b')}</w:p></w:txbxContent>"
                 f"</w:drawing></w:r></w:p><w:p>{run.format('c')}</w:p>") == ["a￼", "c"]  # fmt: skip
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    assert words(f"<w:p>{run.format('a')}{field.format('begin')}<w:r><w:instrText>X</w:instrText></w:r>"
                 f"{field.format('separate')}{run.format('b')}{field.format('end')}</w:p>") == ["ab"]  # fmt: skip


def test_a_space_at_the_edge_of_a_run_counts() -> None:
    data = archive(part("<w:p><w:r><w:t>to</w:t></w:r><w:r><w:t>“x”</w:t></w:r></w:p>"))
    after = apply(read(data, "a.docx"), [Edit(Span(2, 2), " ")])
    assert '<w:t xml:space="preserve"> “x”</w:t>' in after.raw
    assert after.text.plain.startswith("to “x”")


def flagged(flag: int) -> bytes:
    """The document of the corpus with a flag set in the directory's first entry."""
    at = DOCX.index(b"PK\x01\x02") + 8
    return DOCX[:at] + bytes([DOCX[at] | flag]) + DOCX[at + 1 :]


def doubled() -> bytes:
    """An archive that has two files of the same name."""
    return archive(lambda members: members.update({"word/documenu.xml": b"<a/>"})).replace(b"documenu", b"document")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "not a whole DOCX file"),
        (b"PK\x03\x04 and then nothing", "not a whole DOCX file"),
        (DOCX[:-30], "not a whole DOCX file"),
        (DOCX[:9000] + b"xxxx" + DOCX[9004:], "not a whole DOCX file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file, or one with a password"),
        (archive(dict.clear), "not a Word document"),
        (flagged(1), "the archive is encrypted"),
        (doubled(), "two members of the archive have one name"),
        (archive(part("<w:p>")), "word/document.xml: not well-formed XML"),
        (archive(lambda m: m.update({"word/document.xml": b"\xff\xfe<"})), "not in UTF-8"),
        (
            archive(lambda m: m.update({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})),
            "declares an entity of its own",
        ),
        (
            archive(lambda m: m.update({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})),
            "packed too densely",
        ),
    ],
)
def test_a_bad_archive_is_refused(data: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    done = mtcheck("fix", "--write", str(path))
    assert done.exit_code == 3
    assert problem in done.stderr
    assert path.read_bytes() == data


def test_a_signed_document_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(archive(lambda members: members.update({"_xmlsignatures/sig1.xml": b"<x/>"})))
    before = path.read_bytes()
    done = mtcheck("fix", "--write", str(path))
    assert done.exit_code == 3
    assert "a repair would break its signature" in done.stderr
    assert path.read_bytes() == before


def test_reports_of_an_archive_speak_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(DOCX)
    lines = mtcheck("check", str(path)).stdout.splitlines()
    assert lines[0].startswith(f"{path}:3:22: quote-open-fused")
    diff = mtcheck("fix", "--format", "diff", str(path)).stdout.splitlines()
    assert diff[0].startswith("Binary files a/")
    assert all(line.startswith("# ") for line in diff[1:])
    assert "# +The mayor promised to “suspend the sale” on Monday." in diff
    given = mtcheck("fix", "--format", "json", str(path)).stdout
    assert "to “suspend the sale” on Monday." in given
    assert "w:t" not in given


def test_a_parser_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(InputProblem, match=r"a\.yaml: yaml files need PyYAML") as raised:
        read(b"a: b c", "a.yaml")
    assert raised.value.hint == 'install it: pip install "mtcheck[formats]"'


# repairs that cannot be made


def test_one_repair_that_cannot_be_read_back_does_not_cost_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtcheck import settle

    real = settle.apply

    def stubborn(document: Document, edits: list[Edit]) -> Document:
        if any(edit.span.start > 40 for edit in edits):
            raise NotRepairable("a", "b")
        return real(document, edits)

    monkeypatch.setattr(settle, "apply", stubborn)
    examined = examine(read(f"{ROUGH}\n\n{ROUGH}\n".encode(), "a.txt"), load())
    after, made, _ = examined.settled
    assert made == 1
    assert after.text.plain == f"{ROUGH.replace('to“', 'to “')}\n\n{ROUGH}\n"
