"""Every rule's examples are its tests: it fires exactly at the marks, repairs exactly so, and the result is clean."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from mtcheck.analysis.terms import Term
from mtcheck.finding import Safety
from mtcheck.formats import read
from mtcheck.pipeline import examine
from mtcheck.rules import Example, Rule, load, rule
from mtcheck.rules.examples import Marked, parse, shown
from mtcheck.text import Edit

RULES = load()
BAD = [pytest.param(r, e, id=f"{r.name}-{n}") for r in RULES for n, e in enumerate(r.definition.bad)]
GOOD = [pytest.param(r, e, id=f"{r.name}-{n}") for r in RULES for n, e in enumerate(r.definition.good)]


def run(text: str, rules: tuple[Rule, ...], example: Example):
    terms = tuple(Term(term, tuple(english.split("|"))) for term, english in example.terms)
    source = read(example.source.encode(), "source.txt") if example.source else None
    examined = examine(read(text.encode(), "example.txt"), rules, example.source_language, source, terms=terms)
    assert not examined.crashes
    return examined


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_fires_exactly_at_the_marks_and_repairs_exactly_so(rule: Rule, example: Example) -> None:
    marked = parse(example.text)
    assert marked.places, "a bad example without [[marks]] shows nothing"
    findings = run(marked.text, (rule,), example).findings
    said = [hull(s.edits) for finding in findings for s in finding.suggestions[:1]]
    repairs = [edit.minimised(marked.text) for edit in marked.repairs]
    # one suggestion may be marked in several places, as by "...[[ ->]]”[[ ->]]...": then its hull counts
    meant = {
        hull([edit for edit in repairs if start <= edit.span.start and edit.span.end <= end]) for start, end in said
    }
    assert sorted(said) == sorted(meant)
    assert all(any(start <= edit.span.start and edit.span.end <= end for start, end in said) for edit in repairs)
    flagged = {finding.span for finding in findings if not finding.suggestions}
    assert flagged == set(marked.places) - {edit.span for edit in marked.repairs}


def hull(edits: Iterable[Edit]) -> tuple[int, int] | None:
    """From the first to the last character that changes."""
    spans = [edit.span for edit in edits]
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else None


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_repaired_text_is_as_stated_and_clean(rule: Rule, example: Example) -> None:
    marked = parse(example.text)
    examined = run(marked.text, (rule,), example)
    assert examined.proposed.raw == marked.repaired
    left = run(marked.repaired, (rule,), example).findings
    assert [finding.text for finding in left if finding.suggestions] == []


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_good_examples_are_clean_under_every_rule(rule: Rule, example: Example) -> None:
    found = [(finding.rule, finding.text) for finding in run(example.text, RULES, example).findings]
    assert found == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_page_begins_with_a_sentence(rule: Rule) -> None:
    first = rule.definition.page.strip().splitlines()[0]
    assert first.endswith((".", "?", "”", ":")) or len(rule.definition.page.strip().splitlines()) > 1
    assert rule.folder, "a rule stands in a folder that names its cause"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_claim_fits_the_examples(rule: Rule) -> None:
    repairs = any(parse(example.text).repairs for example in rule.definition.bad)
    assert repairs == (rule.safety is not Safety.FLAG)


@pytest.mark.parametrize("missing", ["page", "bad", "good"])
def test_rule_without_page_or_examples_does_not_register(missing: str) -> None:
    def check(view):
        yield from ()

    if missing != "page":
        check.__doc__ = "Says something."
    bad, good = ([] if missing == "bad" else ["[[a]]"]), ([] if missing == "good" else ["b"])
    with pytest.raises(ValueError, match="needs a docstring"):
        rule("incomplete", safety=Safety.FLAG, bad=bad, good=good)(check)


def test_name_used_twice_does_not_register() -> None:
    def check(view):
        """Says something."""
        yield from ()

    with pytest.raises(ValueError, match="two rules are named"):
        rule(RULES[0].name, safety=Safety.FLAG, bad=["[[a]]"], good=["b"])(check)


@pytest.mark.parametrize(
    ("example", "text", "repaired", "report"),
    [
        ("a [[b->c]] d", "a b d", "a c d", "a [-b-]{+c+} d"),
        ("a[[->,]] b", "a b", "a, b", "a{+,+} b"),
        ("a [[b->]]c", "a bc", "a c", "a [-b-]c"),
        ("a [[b]] c", "a b c", "a b c", "a [?b?] c"),
        ("[[a->b]][[c->d]]", "ac", "bd", "[-a-]{+b+}[-c-]{+d+}"),
    ],
)
def test_notation(example: str, text: str, repaired: str, report: str) -> None:
    marked = parse(example)
    assert isinstance(marked, Marked)
    assert (marked.text, marked.repaired, shown(example)) == (text, repaired, report)


def test_the_index_is_up_to_date() -> None:
    from mtcheck.rules.discover import INDEX, index

    assert INDEX.read_text("utf-8") == index(), "run python -m mtcheck.rules.discover"


def test_a_rule_that_was_added_is_found_without_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtcheck import rules

    monkeypatch.setattr(rules, "_files", lambda folder: ("grammar/another.py",))
    load.cache_clear()
    try:
        assert {found.name for found in load()} == {known.name for known in RULES}
    finally:
        load.cache_clear()


@pytest.mark.parametrize("rule", [r for r in RULES if r.folder == "calques"], ids=lambda rule: rule.name)
def test_a_rule_of_the_packs_finds_by_itself_what_all_find_together(rule: Rule) -> None:
    text = "".join(f"{parse(e.text).text}\n\n" for e in rule.definition.bad)
    alone, together = (examine(read(text.encode(), "a.txt"), rules, "fr").findings for rules in ((rule,), RULES))
    assert {finding.rule.partition(":")[0] for finding in alone} == {rule.name}
    assert alone == tuple(finding for finding in together if finding.rule.partition(":")[0] == rule.name)
