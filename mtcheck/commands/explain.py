"""`mtcheck explain`: a rule's page from its docstring and examples, or a pack entry's from its data."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from mtcheck.commands.ruleset import rules_of
from mtcheck.config import config_for
from mtcheck.errors import UsageProblem
from mtcheck.finding import Safety
from mtcheck.rules import OWN, Rule
from mtcheck.rules.examples import parse
from mtcheck.selection import nearest

CLAIMS = {
    Safety.SAFE: "safe: --write makes the repair",
    Safety.SUGGEST: "suggest: --write --suggested makes the repair",
    Safety.FLAG: "flag: no repair is offered",
}


def explain(name: str | None, colour: bool | None = None) -> None:
    """Prints the page of the rule called `name`, or what there is to choose from. `colour` None: as the terminal can.

    Raises:
        UsageProblem: there is no such rule.
    """
    rules = rules_of(config_for("_"))
    if name is None:
        from mtcheck.commands.rules import table

        click.echo(table(rules))
        click.echo("\nmtcheck explain RULE says more.")
        return
    family = name.partition(":")[0]
    for rule in rules:
        if rule.name == name or (rule.folder == OWN and rule.name == family):
            click.echo("\n".join(page(rule)), color=colour)
            return
        if rule.name == family:
            click.echo("\n".join(entry_page(name)), color=colour)
            return
    raise UsageProblem(f"no rule is called {name!r}", nearest(name, (rule.name for rule in rules)))


def page(rule: Rule) -> Iterator[str]:
    """The lines of a rule's page."""
    yield click.style(rule.name, bold=True)
    yield click.style(f"{rule.folder or '.'} · {CLAIMS[rule.safety]}", dim=True)
    if rule.languages:
        yield click.style(f"only for translations from {', '.join(rule.languages)}", dim=True)
    yield click.style(measured(rule.name), dim=True)
    yield ""
    yield inspect.cleandoc(rule.definition.page)
    yield ""
    bad, good = rule.definition.bad, rule.definition.good
    yield from _examples((e.text for e in bad), (e.text for e in good), bool(rule.safety))


def measured(name: str) -> str:
    """How often the rule spoke on the gold cases, and how often it was right (`corpora/SCORES.md`)."""
    path = Path(__file__).parent.parent / "data" / "measured.json"
    row = json.loads(path.read_text("utf-8")).get(name)
    if row is None:
        return "no repair of it was measured yet"
    share = 100 * row["right"] / row["repairs"]
    sure = f"; of the safe ones {row['safe_right']} of {row['safe']}" if "safe" in row else ""
    return f"measured on the gold cases: {row['right']} of {row['repairs']} repairs right ({share:.1f}%){sure}"


def entry_page(name: str) -> Iterator[str]:
    """The lines of a pack entry's page, for `false-friend:assume-decision`."""
    from mtcheck.lang import packs, shared

    try:
        data = shared.entry(name)
    except KeyError:
        family = name.partition(":")[0]
        known = [
            f"{family}:{row['name']}"
            for _, of, path in packs.sources()
            if of == family
            for row in packs.read_source(path).get("entry", [])
        ]
        raise UsageProblem(f"no rule is called {name!r}", nearest(name, known)) from None
    safety = data.get("safety", "suggest" if data.get("put") else "flag")
    yield click.style(name, bold=True)
    yield click.style(f"calques/{data['language']} · {CLAIMS[Safety.called(safety)]}", dim=True)
    yield ""
    yield data["why"]
    if data.get("source"):
        yield f"Source words: {data['source']}"
    yield f"Pattern: {data['find']}"
    yield ""
    yield from _examples(data["bad"], data["good"], safety != "flag")


def _examples(bad: Iterable[str], good: Iterable[str], repairs: bool) -> Iterator[str]:
    yield click.style("Repairs" if repairs else "Reports", bold=True)
    for example in bad:
        marked = parse(example)
        yield from _text(marked.text, "- ", "red" if repairs else "magenta")
        if marked.repairs:
            yield from _text(marked.repaired, "+ ", "green")
        yield ""
    yield click.style("Leaves alone", bold=True)
    for example in good:
        yield from _text(example, "  ", None)


def _text(text: str, mark: str, colour: str | None) -> Iterator[str]:
    for line in text.split("\n"):
        yield click.style(f"  {mark}{line}", fg=colour)
