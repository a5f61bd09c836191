"""The language packs: every entry fires exactly where its examples say, and nowhere in what must stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mtcheck.analysis.bitext import Bitext, Passage
from mtcheck.analysis.entries import compile_entry, compile_pack
from mtcheck.analysis.minilanguage import PackError, parse
from mtcheck.analysis.packs import hits, spoken_by
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import packs, shared
from mtcheck.lang.compile import COMPILED, compiled, letter
from mtcheck.text import Edit, Span, splice

MARKED = re.compile(r"\[\[(.*?)\]\]")


def files() -> dict[str, tuple[str, str, list[dict[str, Any]]]]:
    """The name of each file in each of its languages -> the language, the family, the entries."""
    return {
        f"{language}:{family}:{path.stem}": (language, family, list(shared.entries(folder, family, path, language)))
        for folder, family, path in packs.sources()
        for language in shared.languages(folder)
    }


FILES = files()
FAMILIES = sorted({family for _, family, _ in FILES.values()})


def marked(example: str) -> tuple[str, str, list[Span]]:
    """An example -> (the text as found, the text repaired, the marked spans)."""
    found = repaired = ""
    spans, at = [], 0
    for match in MARKED.finditer(example):
        old, arrow, new = match.group(1).partition("->")
        found += example[at : match.start()]
        repaired += example[at : match.start()] + (new if arrow else old)
        spans.append(Span(len(found), len(found) + len(old)))
        found += old
        at = match.end()
    return found + example[at:], repaired + example[at:], spans


def seen(text: str, language: str, source: str = "") -> View:
    """A view of a text, beside the one sentence that it was translated from where an example gives it."""
    language = "fr" if language == "any" else language
    if not source:
        return View(text, language)
    passage = Passage(Span(0, len(source)), Span(0, len(text)), 1.0)
    return View(text, language, lambda: Bitext(source, language, [passage]))


def split(example: str) -> tuple[str, str]:
    """`source => text` -> both; most examples have no source."""
    source, arrow, text = example.rpartition(" => ")
    return source if arrow else "", text


def repaired_by(text: str, found: list[Hit]) -> str:
    return splice(text, [edit for hit in found if hit.repairs for edit in hit.repairs[0] if isinstance(edit, Edit)])


def wrong_bad(shown: str, language: str, family: str, name: str) -> str:
    """What an entry says amiss of a bad example: it finds exactly what is marked, and nothing in its repair."""
    source, example = split(shown)
    text, wanted, spans = marked(example)
    if not spans:
        return "nothing is marked"
    spoken = list(hits(seen(text, language, source), family))
    found = [hit for hit in spoken if hit.entry == name]
    if [hit.span for hit in found] != spans:
        return f"found {[hit.span.of(text) for hit in found]}; all say {told(text, spoken)}"
    if (repaired := repaired_by(text, found)) != wanted:
        return f"repaired to {repaired}"
    if wanted == text:
        return ""
    again = [hit for hit in hits(seen(wanted, language, source), family) if hit.entry == name]
    return f"not clean after the repair: {told(wanted, again)}" if again else ""


def wrong_good(shown: str, language: str) -> str:
    """What the entries of all families say of a good example."""
    source, text = split(shown)
    view = seen(text, language, source)
    spoken = [hit for family in FAMILIES for hit in hits(view, family)]
    return f"{told(text, spoken)}" if spoken else ""


def told(text: str, found: list[Hit]) -> list[tuple[str | None, str]]:
    return [(hit.entry, hit.span.of(text)) for hit in found]


def wrong(language: str, family: str, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each example of an entry, and what is wrong with what it gives, if anything."""
    for shown in data["bad"]:
        yield shown, wrong_bad(shown, language, family, data["name"])
    for shown in data["good"]:
        yield shown, wrong_good(shown, language)


@pytest.mark.parametrize("file", FILES)
def test_entries(file: str) -> None:
    """One test for a whole file: one for each of many thousand entries takes longer to start than to run."""
    language, family, entries = FILES[file]
    failed = [
        f"{data['name']}: {shown}\n    {said}"
        for data in entries
        for shown, said in wrong(language, family, data)
        if said
    ]
    assert not failed, "\n".join(failed)


def test_names_are_unique() -> None:
    names = [f"{family}:{data['name']}" for _, family, path in packs.sources() for data in written(path)]
    assert sorted(names) == sorted(set(names))


def test_a_large_family_is_read_like_a_dictionary() -> None:
    """An entry that stands under another letter is not found by whoever looks for its source words."""
    for _, family, path in packs.sources():
        if path.parent.name == family:
            assert [
                (letter(data["source"]), data["name"]) for data in written(path) if letter(data["source"]) != path.stem
            ] == []


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("la mise en examen", "m"),
        ("l’écharpe", "e"),
        ("se voir", "v"),
        ("d’ici", "d"),
        ("œuvre", "o"),
        ("20 minutes", "0-9"),
        ("« les »", "l"),
    ],
)
def test_the_letter_of_source_words(source: str, wanted: str) -> None:
    assert letter(source) == wanted


def test_source_words_are_words() -> None:
    with pytest.raises(ValueError, match="has no word"):
        letter("…")


def written(path: Path) -> list[dict[str, Any]]:
    return list(packs.read_source(path).get("entry", []))


def test_a_shared_entry_names_languages_that_share_it() -> None:
    for folder, _, path in packs.sources():
        for data in written(path) if folder in shared.SHARED else ():
            assert set(data["source"]) <= set(shared.SHARED[folder]), data["name"]
            assert len(data["source"]) > 1, f"{data['name']}: what only one language has stands in its own folder"


def test_an_entry_like_a_french_one() -> None:
    data = {"name": "x", "like": "assist-attend", "source": {"es": "asistir a (un acto)", "it": "assistere a"}}
    own = shared.spoken(shared.completed(data, "false-friend"), "es")
    assert own["find"] == shared.entry("false-friend:assist-attend")["find"]
    assert own["source"] == "asistir a (un acto)"
    assert "“asistir a”" in own["why"]
    with pytest.raises(ValueError, match="no such entry"):
        shared.completed({"name": "x", "like": "nothing-at-all"}, "false-friend")


def test_compiled_packs_are_up_to_date() -> None:
    wanted = compiled()
    for path, content in wanted.items():
        assert path.exists(), f"{path.name}: run python -m mtcheck.lang.compile"
        assert path.read_text(encoding="utf-8") == content, f"{path.name}: run python -m mtcheck.lang.compile"
    assert set(COMPILED.glob("**/*.pack")) <= set(wanted), "a compiled pack without a source"


def test_entry_page() -> None:
    language, family, (data, *_) = next(iter(FILES.values()))
    page = shared.entry(f"{family}:{data['name']}")
    assert page["language"] == language
    assert page["family"] == family
    assert page["find"] == data["find"]
    with pytest.raises(KeyError):
        shared.entry("false-friend:no-such-entry")


@pytest.mark.parametrize("pattern", ["", "(a|", "{nothing}", "a)", "{words 0-20} x", "?", "(a|)"])
def test_bad_patterns_are_refused(pattern: str) -> None:
    with pytest.raises((PackError, ValueError)):
        parse(pattern, set())


def test_an_entry_needs_an_anchor_and_known_fields() -> None:
    rest = {"name": "x", "why": "y", "bad": ["[[a]]"], "good": ["b"]}
    with pytest.raises(PackError, match="at least one word"):
        compile_entry({**rest, "find": "{noun}"}, set())
    with pytest.raises(PackError, match="unknown field"):
        compile_entry({**rest, "find": "a", "colour": "red"}, set())


def said(find: str, text: str, **fields: Any) -> tuple[list[str], str]:
    """What an entry made here finds and makes of a text."""
    from mtcheck.analysis.packs import hit_of, matches
    from mtcheck.analysis.tokens import tokens_of

    entry = {"name": "x", "why": "y", "bad": ["b"], "good": ["g"], "find": find, **fields}
    pack = packs.Pack(compile_pack("family", {"entry": [entry]}, set()).encode())
    tokens = tokens_of(text)
    (here,) = [anchors for _, anchors in pack.wanted(tokens.places.keys()).get("family", ())] or [()]
    compiled_entry = pack.entry(0)
    found = [hit_of(compiled_entry.said, spans, tokens) for spans in matches(compiled_entry, here, tokens)]
    return [hit.span.of(text) for hit in found], repaired_by(text, found)


@pytest.mark.parametrize(
    ("find", "put", "text", "after"),
    [
        ("<chain> {num} <defeat:n>", "<have> $2..$3 in a row", "It has chained two defeats.",
         "It has had two defeats in a row."),
        ("<formation:n>", "<outfit:n>", "A formation, a small formation.", "An outfit, a small outfit."),
        ("<formation:n>", "<team:n>", "Two formations met.", "Two teams met."),
        ("<take> a {adj}? decision", "<decide>", "He took a big decision.", "He decided."),
        ("the president {name}", "President $3", "The president Ana Belmonte left.", "President Ana Belmonte left."),
        ("the mayor", "mayor", "The mayor left.", "Mayor left."),
        ("<give> up", "<renounce>", "They have given up. Given up by all, he gave up.",
         "They have renounced. Renounced by all, he renounced."),
        ("<go> on", "<carry> on", "It went on.", "It carried on."),
        ("must speak", "<be@left> due to speak", "The men must speak. She must speak.",
         "The men are due to speak. She is due to speak."),
        ("<point> to last place", "<be> in last place",
         "They point to last place. They pointed to last place. He will point to last place.",
         "They are in last place. They were in last place. He will be in last place."),
        ("({be}|<fall>) prey to flames", "<be> engulfed in flames", "It was prey to flames. They fell prey to flames.",
         "It was engulfed in flames. They were engulfed in flames."),
        ("the (a|b) {words 0-2} c", "the $3 d", "the a x c", "the x d"),
        ("it's fine", "all is well", "It’s fine.", "All is well."),
        ("really ugly", "ugly", "A really ugly hut.", "An ugly hut."),
        ("white <weapon:n>", "<sister in arms|sisters in arms:n>", "Two white weapons.", "Two sisters in arms."),
        ("(big <barracks:n>)", "<fort:n>", "Two big barracks. The big barracks is old.", "Two forts. The fort is old."),
        ("white <weapon|arms:nouns>", "<knife:n>", "A white weapon, white weapons.", "A white weapon, knives."),
        ("bad <violence:n>", "<force|acts of force:mass>", "Bad violences were seen. These bad violences have grown.",
         "Force was seen. These acts of force have grown."),
        ("bad <violence:n>", "<force|acts of force:mass>", "Two bad violences and the ugly bad violences in town grew.",
         "Two acts of force and the ugly force in town grew."),
        ("bad <violence:n>", "<force:mass>", "These bad violences have grown. The victims of bad violences are here.",
         "This force has grown. The victims of force are here."),
        ("work <arrest:n>", "<leave:mass>", "A work arrest is due. He has a long work arrest.",
         "Leave is due. He has long leave."),
        ("loss of jobs", "cuts", "The loss of jobs is bad.", "The cuts is bad."),
        ("<loss:n> of jobs", "<job cuts:plural>", "The loss of jobs is bad. A loss of jobs in May was new.",
         "The job cuts are bad. Job cuts in May were new."),
        ("<box of night|night box:n>", "<club:n>", "Two night boxes, a night box.", "Two clubs, a club."),
        ("<have> a hard tooth", "<be> harsh", "They have a hard tooth. I had a hard tooth. The men had a hard tooth."
         " To have a hard tooth helps.", "They are harsh. I was harsh. The men were harsh. To be harsh helps."),
        ("the {adj} path", "the theory of a $2 act", "the accidental path", "the theory of an accidental act"),
        ("<have> long teeth", "<be@left> keen", "The men had long teeth. He has long teeth. To have long teeth helps."
         " He would have long teeth.", "The men were keen. He is keen. To be keen helps. He would be keen."),
        ("Council", "Board", "The Council of a council.", "The Board of a council."),
    ],
)  # fmt: skip
def test_replacements(find: str, put: str, text: str, after: str) -> None:
    assert said(find, text, put=[put])[1] == after


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The snow kept him to leave.", "The snow kept him from leaving."),
        ("It kept them to lie.", "It kept them from lying."),
        ("Rain keeps us to stop here.", "Rain keeps us from stopping here."),
    ],
)
def test_a_copied_verb_takes_another_form(text: str, wanted: str) -> None:
    assert said("<keep> {pron} to {verb}", text, put=["$1..$2 from $4:gerund"])[1] == wanted


def test_a_copied_verb_takes_only_a_form_of_a_verb() -> None:
    with pytest.raises(PackError, match="no form plural"):
        said("<keep> {pron} to {verb}", "", put=["$1..$2 from $4:plural"])


@pytest.mark.parametrize(
    ("fields", "text", "count"),
    [
        ({}, "A weir here. A weir there.", 2),
        ({"unless": ["there"]}, "A weir here. A weir there.", 1),
        ({"needs": ["<stand>"]}, "A weir stood. A weir fell.", 1),
        ({"after": ["a {adj}?"]}, "A weir, a big weir, the weir.", 2),
        ({"not_after": ["a"]}, "A weir, the weir.", 1),
        ({"before": ["of {name}"]}, "The weir of Arnal, the weir of stone.", 1),
        ({"not_before": ["of"]}, "The weir of stone, the weir.", 1),
        ({"in_text": ["river"]}, "A weir.\n\nA river.", 1),
        ({"not_in_text": ["river"]}, "A weir.\n\nA river.", 0),
        ({"quoted": True}, "“A weir”, the weir, \"a weir\".", 2),
        ({"quoted": False}, "“A weir”, the weir, \"a weir\".", 1),
    ],
)  # fmt: skip
def test_conditions(fields: dict[str, Any], text: str, count: int) -> None:
    assert len(said("weir", text, **fields)[0]) == count


@pytest.mark.parametrize("text", ["The weir. Dam it.", "The weir\n\ndam.", "The weir, dam it."])
def test_words_do_not_run_over_marks(text: str) -> None:
    assert said("weir dam", text)[0] == []
    assert said("weir {words 0-3} it", text)[0] == []


def test_a_pack_with_an_error_is_named_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from mtcheck.lang import compile as compiling

    def broken() -> str:
        raise PackError("fr/idiom_calque.toml: x: unknown field colour")

    (tmp_path / "es.pack").write_text("old", "utf-8")
    jobs = ((tmp_path / "fr.pack", broken), (tmp_path / "es.pack", lambda: "new"), (tmp_path / "it.pack", lambda: ""))
    monkeypatch.setattr(compiling, "jobs", lambda: jobs)
    assert compiling.main() == 1
    said = capsys.readouterr()
    assert said.err == "fr/idiom_calque.toml: x: unknown field colour\n"
    assert said.out == "es.pack\nit.pack\n"
    assert (tmp_path / "es.pack").read_text("utf-8") == "new"
    assert not (tmp_path / "fr.pack").exists()


def test_a_language_without_packs_has_none() -> None:
    assert packs.load("tlh") is None
    assert packs.witnesses("tlh") == {}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"find": "a", "why": ""}, "needs why, bad and good"),
        ({"find": "a b", "put": ["$3"]}, "the pattern has 2 elements"),
        ({"find": "a b", "put": ["$1:future"]}, "no form future"),
        ({"find": "a b", "put": ["<cat:n>"]}, "no such noun to inflect like"),
        ({"find": "a b", "put": ["<go@2>"]}, "no such verb to inflect like"),
    ],
)
def test_what_an_entry_cannot_mean_is_told(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(PackError, match=re.escape(said)):
        compile_entry({"name": "x", "why": "y", "bad": ["[[a]]"], "good": ["b"]} | fields, set())


ABOUT = {
    "name": "x",
    "find": "<comedian:n>",
    "put": ["<actor:n>"],
    "why": "y",
    "bad": ["[[comedian->actor]]"],
    "good": ["actor"],
}
CITY = "It rains on the city, and nobody goes out in the evening, which is long and dark for all who live there. " * 3


def said_by(entry: dict[str, Any], text: str) -> list[Hit]:
    pack = packs.Pack(compile_pack("family", {"entry": [entry]}, packs.list_names()).encode())
    return list(spoken_by(View(text, "fr"), pack))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The theatre is full, and the audience is silent. The comedian bows.", 1),
        ("The theatre is full. The comedian bows.", 0),
        ("The theatre and the theatres are full. The comedians bow.", 0),
        (f"The theatre is full, and the audience is silent. {CITY} The comedian bows.", 0),
        (f"The theatre is full, the audience is silent, the playwright weeps. {CITY} The comedian bows.", 1),
        (f"The theatre is full, the audience is silent, the playwright weeps. {CITY * 4} The comedian bows.", 0),
    ],
)
def test_a_text_is_about_a_subject_where_its_words_stand(text: str, wanted: int) -> None:
    """Two in a short text, three in a long one, near the match; forms of one word count once."""
    entry = ABOUT | {"about": ["theatre"]}
    assert len(said_by(entry, text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The comedian bows before the curtain.", 1),
        ("The comedian bows.", 0),
        ("The theatre is full, and the audience is silent. The comedian bows.", 1),
    ],
)
def test_the_subject_of_a_text_does_as_well_as_a_word_in_the_sentence(text: str, wanted: int) -> None:
    entry = ABOUT | {"needs": ["curtain"], "or_about": ["theatre"]}
    assert len(said_by(entry, text)) == wanted


def test_a_subject_is_a_list_that_exists() -> None:
    with pytest.raises(PackError, match="about: no list theater"):
        compile_entry(ABOUT | {"about": ["theater"]}, {"theatre"})


def test_every_entry_with_an_error_is_named_with_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtcheck.lang import compile as compiling

    def refusing(data: dict[str, Any], lists: dict[str, list[str]]) -> None:
        raise PackError(f"{data['entry'][0]['name']}: unknown field colour")

    monkeypatch.setattr(compiling, "compile_entries", refusing)
    with pytest.raises(PackError) as raised:
        compiling._compile_language("nl", {})
    said = str(raised.value).splitlines()
    assert len(said) > 1
    assert all(re.fullmatch(r"\w+/[\w.-]+\.(?:toml|words): [\w-]+: unknown field colour", line) for line in said)
