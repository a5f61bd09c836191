"""`mtcheck explain`: a rule's page, from its docstring and its examples."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from mtcheck.errors import UsageProblem
from mtcheck.finding import Safety
from mtcheck.rules import Rule, load
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
    rules = load()
    if name is None:
        from mtcheck.commands.rules import table

        click.echo(table(rules))
        click.echo("\nmtcheck explain RULE says more.")
        return
    for rule in rules:
        if rule.name == name:
            click.echo("\n".join(page(rule)), color=colour)
            return
    raise UsageProblem(f"no rule is called {name!r}", nearest(name, (rule.name for rule in rules)))


def page(rule: Rule) -> Iterator[str]:
    """The lines of a rule's page."""
    yield click.style(rule.name, bold=True)
    yield click.style(f"{rule.folder or '.'} · {CLAIMS[rule.safety]}", dim=True)
    yield ""
    yield inspect.cleandoc(rule.definition.page)
    yield ""
    yield click.style("Repairs" if rule.safety else "Reports", bold=True)
    for example in rule.definition.bad:
        marked = parse(example.text)
        yield from _text(marked.text, "- ", "red" if rule.safety else "magenta")
        if marked.repairs:
            yield from _text(marked.repaired, "+ ", "green")
        yield ""
    yield click.style("Leaves alone", bold=True)
    for example in rule.definition.good:
        yield from _text(example.text, "  ", None)


def _text(text: str, mark: str, colour: str | None) -> Iterator[str]:
    for line in text.split("\n"):
        yield click.style(f"  {mark}{line}", fg=colour)
