"""One rule, one file: a function over a View, with its examples beside it.

    view -> hits. Rules are found by folder. `index.py` lists them with what decides whether one can speak
at all, so that a run imports only the rules it needs; it is generated (`python -m mtcheck.rules.discover`),
and a new file that it does not list yet is found all the same, by importing everything.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from mtcheck.analysis.view import View
from mtcheck.finding import Hit, Safety
from mtcheck.typed import NamedTuple

SAFE, SUGGEST, FLAG = Safety.SAFE, Safety.SUGGEST, Safety.FLAG

PACKED = "calques"
"""The folder of the rules that are families of the language packs: each says what `packs.hits` says of its name."""

OWN = "own"
"""The folder of a user's rules (`mtcheck.rules.own`)."""

Check = Callable[[View], Iterator[Hit]]


class Example(NamedTuple):
    """A text with its glitches marked: `[[old->new]]` a repair, `[[->new]]` an insertion, `[[old]]` a flag."""

    text: str
    source_language: str = "fr"
    source: str = ""
    """The text that it was translated from, for rules that compare."""
    terms: tuple[tuple[str, str], ...] = ()
    """What a glossary says: a source term, its English."""


class Definition(NamedTuple):
    """What a rule's file holds: its function, its page (the docstring) and its examples."""

    check: Check
    page: str
    speaks_in: tuple[str | Example, ...]
    silent_in: tuple[str | Example, ...]

    @property
    def bad(self) -> tuple[Example, ...]:
        """Texts in which it speaks; made when somebody looks at them, for a run has no use for a thousand examples."""
        return _examples(self.speaks_in)

    @property
    def good(self) -> tuple[Example, ...]:
        """Texts in which it is silent."""
        return _examples(self.silent_in)


class Rule(NamedTuple):
    """A named check with its claim. `source` is its definition, or the module that has it."""

    name: str
    folder: str
    safety: Safety
    source: Definition | str
    triggers: tuple[str, ...] = ()
    """The rule can only speak where one of these strings occurs; empty: anywhere."""
    languages: tuple[str, ...] = ()
    """The languages of origin in whose translations the rule can speak; empty: all."""

    @property
    def definition(self) -> Definition:
        """The function and its page; imports the rule's module on first use."""
        if isinstance(self.source, Definition):
            return self.source
        __import__(self.source)
        return defined[self.name].definition

    def check(self, view: View) -> Iterator[Hit]:
        """What the rule says of a text. A family of the language packs is looked up without its module."""
        if self.languages and view.source_language not in self.languages:
            return iter(())
        if self.folder == PACKED and isinstance(self.source, str):
            from mtcheck.analysis.packs import hits

            return hits(view, self.name)
        return self.definition.check(view)

    @property
    def bilingual(self) -> bool:
        """Whether it compares the text with its source, and is silent without one."""
        return self.folder.startswith("bilingual")

    def applies(self, text: str) -> bool:
        return not self.triggers or any(trigger in text for trigger in self.triggers)

    def selected_by(self, names: Iterable[str]) -> bool:
        """Whether one of `names` is this rule, its family (before a colon) or a folder above it."""
        own = {self.name, self.name.partition(":")[0]}
        parts = self.folder.split("/")
        own.update("/".join(parts[: depth + 1]) for depth in range(len(parts)))
        return not own.isdisjoint(names)


defined: dict[str, Rule] = {}
"""Every rule whose module was imported."""


def rule(
    name: str,
    *,
    safety: Safety,
    bad: Iterable[str | Example],
    good: Iterable[str | Example],
    triggers: Iterable[str] = (),
    languages: Iterable[str] = (),
) -> Callable[[Check], Check]:
    """Registers the decorated function as a rule; its folder is the package it stands in, `own` for a user's.

    Raises:
        ValueError: the name is used twice, or the rule has no docstring or no examples.
    """

    def decorate(check: Check) -> Check:
        if name in defined:
            raise ValueError(f"two rules are named {name}")
        definition = Definition(check, check.__doc__ or "", tuple(bad), tuple(good))
        if not all(definition):
            raise ValueError(f"rule {name} needs a docstring and bad and good examples")
        ours = check.__module__.startswith(f"{__name__}.")
        folder = "/".join(check.__module__.split(".")[2:-1]) if ours else OWN
        defined[name] = Rule(name, folder, safety, definition, tuple(triggers), tuple(languages))
        return check

    return decorate


def _examples(given: Iterable[str | Example]) -> tuple[Example, ...]:
    return tuple(example if isinstance(example, Example) else Example(example) for example in given)


@cache
def load() -> tuple[Rule, ...]:
    """Every rule, by name."""
    from mtcheck.rules.index import FILES, RULES

    if _files(os.path.dirname(__file__)) == FILES:  # noqa: PTH120 - pathlib costs more than the listing
        return tuple(Rule(name, folder, Safety(claim), *rest) for name, folder, claim, *rest in RULES)  # type: ignore[arg-type]
    from mtcheck.rules.discover import discover

    return discover()


def _files(folder: str) -> tuple[str, ...]:
    """The modules below `folder`, as the index lists them."""
    found = []
    for entry in os.scandir(folder):
        if entry.is_dir() and not entry.name.startswith("_"):
            found += [f"{entry.name}/{name}" for name in os.listdir(entry.path) if name.endswith(".py")]  # noqa: PTH208
    return tuple(sorted(found))
