"""Files of every format, as people have them: repaired exactly, left alone exactly, refused with a reason."""

from __future__ import annotations

import io
import shutil
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.apply import apply, raw_edit
from mtcheck.errors import Foreign, InputProblem, NotRepairable, UsageProblem
from mtcheck.formats import NAMED_SUFFIXES, READERS, SUFFIXES, read
from mtcheck.text import Document, Edit, Span, splice
from tests.command import mtcheck

CORPUS = Path(__file__).parent / "corpus"
ROUGH = sorted(CORPUS.glob("*/rough*"))
BROKEN = sorted(CORPUS.glob("*/broken*"))
RULES = ("--select", "quote-open-fused,quote-close-fused")
"""The glitches that are planted, whatever else rules learn to find in these files."""
TEXTUAL = [path for path in ROUGH if path.suffix != ".docx"]


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def outside(document: Document) -> list[str]:
    """What no edit may change: the raw characters that are no text, or frozen text."""
    parts, at = [], 0
    for piece in document.text.pieces:
        if not piece.frozen:
            parts.append(document.raw[at : piece.raw.start])
            at = piece.raw.end
    return [*filter(None, parts), document.raw[at:]]


def test_every_format_has_its_files() -> None:
    assert {path.parent.name for path in ROUGH} == READERS.keys() - {"plain", "mdx"}
    assert set(SUFFIXES.values()) | set(NAMED_SUFFIXES.values()) == READERS.keys()


@pytest.mark.parametrize("path", ROUGH, ids=named)
def test_glitches_are_repaired_and_nothing_else(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    done = mtcheck("fix", "--write", *RULES, str(copy))
    assert done.exit_code == 0, done.output
    expected = path.with_name(path.name.replace("rough", "fixed")).read_bytes()
    if path.suffix == ".docx":
        assert members(copy.read_bytes()) == members(expected)
    else:
        assert copy.read_bytes() == expected
    again = copy.read_bytes()
    assert mtcheck("fix", "--write", *RULES, str(copy)).exit_code == 0
    assert copy.read_bytes() == again


def members(data: bytes) -> dict[str, tuple[bytes, tuple[int, ...], int, int]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            i.filename: (archive.read(i), i.date_time, i.compress_type, i.external_attr) for i in archive.infolist()
        }


@pytest.mark.parametrize("path", BROKEN, ids=named)
def test_a_broken_file_is_refused_with_its_line_and_a_remedy(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    done = mtcheck("fix", "--write", *RULES, str(copy))
    assert done.exit_code == 3
    first, hint = done.stderr.splitlines()[:2]
    assert first.startswith(f"mtcheck: {copy}: line ")
    assert hint.strip()
    assert copy.read_bytes() == path.read_bytes()


def test_formats_that_can_be_broken_have_a_broken_file() -> None:
    assert {path.parent.name for path in BROKEN} == READERS.keys() - {
        *("plain", "mdx", "markdown", "rst", "asciidoc"),  # in these, every text means something
        "docx",  # below
    }


@pytest.mark.parametrize("path", TEXTUAL, ids=named)
@pytest.mark.parametrize("variant", ["crlf", "bom", "utf-16", "no final line break"])
def test_bytes_people_meet(path: Path, variant: str, tmp_path: Path) -> None:
    """Repairing a variant gives the same variant of the repaired file."""

    def varied(data: bytes) -> bytes:
        if variant == "crlf":
            return data.replace(b"\n", b"\r\n")
        if variant == "bom":
            return b"\xef\xbb\xbf" + data
        return data.decode().encode("utf-16") if variant == "utf-16" else data.rstrip(b"\n")

    copy = tmp_path / path.name
    copy.write_bytes(varied(path.read_bytes()))
    done = mtcheck("fix", "--write", *RULES, str(copy))
    assert done.exit_code == 0, done.output
    assert copy.read_bytes() == varied(path.with_name(path.name.replace("rough", "fixed")).read_bytes())


@pytest.mark.parametrize("path", ROUGH, ids=named)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_edits_read_back_as_meant_and_the_rest_stays(path: Path, data: st.DataObject) -> None:
    document = read(path.read_bytes(), path.name)
    plain = document.text.plain
    start = data.draw(st.integers(0, len(plain)))
    edit = Edit(
        Span(start, data.draw(st.integers(start, min(len(plain), start + 8)))),
        data.draw(st.text("ab”“ ,’é&<>\"'\\\n;:#-{}[]%*_`😀", max_size=5)),
    )
    moved = raw_edit(document, edit)
    if moved is None:
        return
    try:
        after = apply(document, [edit])
    except NotRepairable:
        return
    assert after.text.plain == splice(plain, [edit])
    assert "".join(outside(after)).replace(' xml:space="preserve"', "") == "".join(outside(document)).replace(
        ' xml:space="preserve"', ""
    )
    assert read(after.encode(), path.name).raw == after.raw
    if path.suffix == ".docx":
        before, result = members(document.encode()), members(after.encode())
        assert before.keys() == result.keys()
        assert sum(before[name] != result[name] for name in before) <= 1


@pytest.mark.parametrize("path", ROUGH, ids=named)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_letters_can_be_edited_almost_everywhere(path: Path, data: st.DataObject) -> None:
    """The other side of refusing: a plain repair inside a word is always made."""
    document = read(path.read_bytes(), path.name)
    letters = [
        at
        for at in range(1, len(document.text.plain) - 1)
        if document.text.plain[at - 1 : at + 2].isalpha() and document.text.to_raw(Span(at, at + 1))
    ]
    at = data.draw(st.sampled_from(letters))
    assert apply(document, [Edit(Span(at, at + 1), "ze")]).text.plain == splice(
        document.text.plain, [Edit(Span(at, at + 1), "ze")]
    )


def changed(data: bytes, at: int, size: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + size :]


@pytest.mark.parametrize("path", ROUGH, ids=named)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_damaged_files_are_read_whole_or_refused(path: Path, data: st.DataObject) -> None:
    damaged = path.read_bytes()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(damaged)))
        size = data.draw(st.sampled_from([0, 1, 2, 7, 10**6]))
        new = data.draw(
            st.binary(max_size=3) | st.sampled_from([b"<", b">", b'"', b"{", b"&", b"\n\n", b"  - ", b"\\"])
        )
        damaged = changed(damaged, at, size, new)
    try:
        document = read(damaged, path.name)
    except (InputProblem, Foreign, UsageProblem) as problem:
        assert problem.hint
        return
    assert document.encode() == damaged
    at = 0
    for piece in document.text.pieces:
        assert at <= piece.raw.start <= piece.raw.end <= len(document.raw)
        at = piece.raw.end


def large(path: Path) -> bytes:
    """Most of a megabyte of the same kind of content."""
    data = path.read_bytes().decode()
    times = 700_000 // len(data)
    if path.parent.name in ("xliff", "tmx", "html"):
        head, body, tail = data.partition("<body")[0], "<body", ""
        start = data.index(">", data.index("<body" if "<body" in data else "<file")) + 1
        end = data.rindex("</body" if "</body" in data else "</file")
        head, body, tail = data[:start], data[start:end], data[end:]
        return (head + body * times + tail).encode()
    if path.parent.name == "json":
        return ("[" + ",".join([data] * times) + "]").encode()
    if path.parent.name == "yaml":
        head, _, body = data.partition("en:\n")
        body = body.partition("fr:\n")[0].replace("&x ", "").replace("*x", "x")
        return (head + "en:\n" + "".join(f"  a{number}:\n" + body for number in range(times))).encode()
    if path.parent.name == "po":
        head, _, body = data.partition("#. The lead")
        return (head + ("#. The lead" + body) * times).encode()
    return (data * times).encode()


@pytest.mark.parametrize("path", TEXTUAL, ids=named)
def test_large_files_take_seconds(path: Path, patience: int) -> None:
    data = large(path)
    start = time.process_time()
    document = read(data, path.name)
    assert time.process_time() - start < 5 * patience
    assert len(document.text.plain) > 50_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<div>" * 100_000 + b"x y" + b"</div>" * 100_000),
        ("a.html", b"<a " * 200_000),
        ("a.html", b'<a b="' * 200_000),
        ("a.html", b"{{" * 500_000),
        ("a.html", b"<!-- " * 200_000),
        ("a.html", b"&amp" * 200_000),
        ("a.json", b"[" * 500_000),
        ("a.json", b'{"a":' * 200_000),
        ("a.json", b'"' + b"\\" * 500_001),
        ("a.yaml", b"[" * 100_000),
        ("a.yaml", b"- " * 50_000),
        ("a.yaml", b"&a [*a, *a]\n"),
        ("a.xlf", b"<a>" * 200_000),
        ("a.xlf", b"<xliff>" + b"<g>" * 900 + b"x" + b"</g>" * 900 + b"</xliff>"),
        ("a.tmx", b"<tmx " + b'a="b" ' * 100_000),
        ("a.po", b'msgid "' + b"\\" * 500_001),
        ("a.po", b'msgid "a"\n' * 50_000),
        ("a.csv", b'"' * 500_001),
        ("a.csv", b"," * 500_000),
        ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n" * 20_000),
        ("a.vtt", b"WEBVTT\n\n" + b"<" * 500_000),
        ("a.rst", b"*" * 100_000),
        ("a.rst", b"`a " * 30_000),
        ("a.rst", b"  " * 500 + b"x\n" * 50_000),
        ("a.adoc", b"*a _b #c ^d " * 10_000),
        ("a.adoc", b"[" * 100_000),
        ("a.md", b"[" * 20_000),
    ],
    ids=lambda value: value[:12].decode() if isinstance(value, bytes) else value,
)
def test_traps_are_sprung_quickly(name: str, data: bytes, patience: int) -> None:
    start = time.process_time()
    try:
        assert read(data, name).encode() == data
    except InputProblem as problem:
        assert problem.hint
    assert time.process_time() - start < 5 * patience


def test_the_page_on_formats_names_every_format_and_suffix() -> None:
    page = (Path(__file__).parent.parent / "docs" / "formats.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in row.split("|")[1].replace("`", "").replace(",", " ").split()} == set(
        READERS
    )
    named = {word.strip(",") for row in rows for word in row.split("|")[2].split() if word.startswith(".")}
    assert named == SUFFIXES.keys() | NAMED_SUFFIXES.keys()
    included = {w.strip(",") for row in rows if "when included" in row for w in row.split("|")[2].split()}
    assert included == NAMED_SUFFIXES.keys()
