"""--select and --ignore -> the rules that run. A name that means nothing is an error, never silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from mtcheck.errors import UsageProblem
from mtcheck.rules import Rule


def selected(rules: Sequence[Rule], select: Collection[str], ignore: Collection[str]) -> tuple[Rule, ...]:
    """The rules that `select` names (all, where it is empty) without those that `ignore` names.

    A name is a rule, a family (`phrase` for `phrase:...`) or a folder (`typography`, `calques/fr`).
    """
    return tuple(rule for rule in rules if (not select or rule.selected_by(select)) and not rule.selected_by(ignore))


def require_known(names: Iterable[str], rules: Sequence[Rule], where: str) -> None:
    """Raises UsageProblem for the first of `names` that is no rule, family or folder; `where` says who asked."""
    wanted = set(names)
    if not wanted:
        return
    known = known_names(rules)
    for name in sorted(wanted - known):
        raise UsageProblem(f"{where}: no rule, family or folder is called {name!r}", nearest(name, known))


def known_names(rules: Iterable[Rule]) -> set[str]:
    """Every name that selects something."""
    names = set()
    for rule in rules:
        names |= {rule.name, rule.name.partition(":")[0]}
        parts = rule.folder.split("/")
        names |= {"/".join(parts[: depth + 1]) for depth in range(len(parts)) if rule.folder}
    return names


def nearest(name: str, known: Iterable[str]) -> str:
    """A remedy for a misspelt name."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else "`mtcheck rules` lists them all"
