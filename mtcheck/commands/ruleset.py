"""a configuration -> the rules that can run: mtcheck's own and those of the house."""

from __future__ import annotations

import os

from mtcheck.commands.request import Request
from mtcheck.config import Config, config_for
from mtcheck.files import STANDARD_INPUT
from mtcheck.rules import Rule, load


def rules_of(config: Config) -> tuple[Rule, ...]:
    """mtcheck's rules and those that the configuration adds. Raises UsageProblem for one that is wrong."""
    if not config.rules:
        return load()
    from mtcheck.rules.own import own_rules

    return (*load(), *own_rules(config.rules, config.folder, config.path))


def named_own(request: Request) -> tuple[Rule, ...]:
    """The own rules that hold where the command line points, for `--select` and `--ignore` to name."""
    found: dict[str, Rule] = {}
    for path in request.paths:
        name = request.stdin_filename or path if path == STANDARD_INPUT else path
        for below in (name, f"{name}/_") if os.path.isdir(name) else (name,):  # noqa: PTH112 - a name may be too long
            config = config_for(below)
            if config.rules:
                found.update((rule.name, rule) for rule in rules_of(config)[len(load()) :])
    return tuple(found.values())
