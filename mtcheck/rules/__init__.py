"""One rule, one file: a function over a View, with its examples beside it.

    view -> hits. `load()` finds every module below this package; a module that fails to import, a rule
without examples or a name used twice stops the program, so that no rule is ever off in silence.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from mtcheck.analysis.view import View
from mtcheck.finding import Hit, Safety

SAFE, SUGGEST, FLAG = Safety.SAFE, Safety.SUGGEST, Safety.FLAG

Check = Callable[[View], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its glitches marked: `[[old->new]]` a repair, `[[->new]]` an insertion, `[[old]]` a flag."""

    text: str
    source_language: str = "fr"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check with its claim, its page (the docstring) and its examples."""

    name: str
    folder: str
    safety: Safety
    check: Check
    page: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    triggers: tuple[str, ...] = ()
    """The rule can only speak where one of these strings occurs; empty: anywhere."""

    def applies(self, text: str) -> bool:
        return not self.triggers or any(trigger in text for trigger in self.triggers)

    def selected_by(self, names: Iterable[str]) -> bool:
        """Whether one of `names` is this rule, its family (before a colon) or a folder above it."""
        own = {self.name, self.name.partition(":")[0]}
        parts = self.folder.split("/")
        own.update("/".join(parts[: depth + 1]) for depth in range(len(parts)))
        return not own.isdisjoint(names)


_registry: dict[str, Rule] = {}


def register(rule: Rule) -> Rule:
    """Adds a rule. Raises ValueError for a name used twice or a rule without examples."""
    if rule.name in _registry:
        raise ValueError(f"two rules are named {rule.name}")
    if not rule.bad or not rule.good or not rule.page:
        raise ValueError(f"rule {rule.name} needs a docstring and bad and good examples")
    _registry[rule.name] = rule
    return rule


def rule(
    name: str,
    *,
    safety: Safety,
    bad: Iterable[str | Example],
    good: Iterable[str | Example],
    triggers: Iterable[str] = (),
) -> Callable[[Check], Check]:
    """Registers the decorated function as a rule; its folder is the package it stands in."""

    def decorate(check: Check) -> Check:
        folder = "/".join(check.__module__.split(".")[2:-1])
        register(
            Rule(name, folder, safety, check, check.__doc__ or "", _examples(bad), _examples(good), tuple(triggers))
        )
        return check

    return decorate


def _examples(given: Iterable[str | Example]) -> tuple[Example, ...]:
    return tuple(example if isinstance(example, Example) else Example(example) for example in given)


@cache
def load() -> tuple[Rule, ...]:
    """Every rule, by name."""
    _import_below(__path__, __name__)
    return tuple(_registry[name] for name in sorted(_registry))


def _import_below(path: Iterable[str], package: str) -> None:
    for module in pkgutil.iter_modules(path):
        found = importlib.import_module(f"{package}.{module.name}")
        if module.ispkg:
            _import_below(found.__path__, found.__name__)
