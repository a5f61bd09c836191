"""A regular expression -> texts built to make it go back over what it has read, for as long as it can.

Each repetition that has no small bound is pumped: what leads up to it, then what it repeats, many times, then
something that fits nowhere; and the two of them together many times, so that every place is a new beginning.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import random
import re
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import mtcheck

if sys.version_info >= (3, 11):
    from re import _parser as sre
else:
    import sre_parse as sre

PACKAGE = Path(mtcheck.__file__).parent
Build = Callable[[int], str]
"""A length -> an attack of about that length."""
FEW = 28
"""Repetitions that take minutes where each doubles the steps."""
BOUND = 12
"""A repetition that ends by then costs a constant factor and no more."""
_CATEGORIES = {"DIGIT": "7", "SPACE": " ", "WORD": "a", "NOT_DIGIT": "a", "NOT_SPACE": "a", "NOT_WORD": "-"}
_CANDIDATES = "aA7 .,-'\n\"“”’«»é!xzB(\u00a0"


def _fits(expression: str) -> str:
    return next((letter for letter in _CANDIDATES if re.fullmatch(expression, letter)), "a")


def _one(items: Any) -> str:
    """A character of a set."""
    negated = bool(items) and str(items[0][0]) == "NEGATE"
    if not negated:
        name, value = str(items[0][0]), items[0][1]
        if name == "LITERAL":
            return chr(value)
        if name == "RANGE":
            return chr(value[0])
        return _CATEGORIES.get(str(value).removeprefix("CATEGORY_"), "a")
    return next((letter for letter in _CANDIDATES if not any(_in(letter, item) for item in items[1:])), "\u0394")


def _in(letter: str, item: Any) -> bool:
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return ord(letter) == value
    if name == "RANGE":
        return bool(value[0] <= ord(letter) <= value[1])
    kind = str(value).removeprefix("CATEGORY_")
    short = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w", "NOT_DIGIT": r"\D", "NOT_SPACE": r"\S", "NOT_WORD": r"\W"}
    return re.fullmatch(short[kind], letter) is not None


def sample(parsed: Any) -> str:
    """A short text that the pattern matches, its assertions left aside."""
    return "".join(_sample(item) for item in parsed)


def _sample(item: Any) -> str:
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return chr(value)
    if name == "NOT_LITERAL":
        return "a" if value != ord("a") else "b"
    if name == "ANY":
        return "a"
    if name == "IN":
        return _one(value)
    if name == "BRANCH":
        return sample(value[1][0])
    if name == "SUBPATTERN":
        return sample(value[-1])
    if name == "ATOMIC_GROUP":
        return sample(value)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return sample(value[2]) * max(value[0], 1)
    if name == "ASSERT" and value[0] == -1:
        return sample(value[1])
    return ""


def pumps(parsed: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Of every long repetition what leads up to it, and what it repeats in each of its ways."""
    for item in parsed:
        name, value = str(item[0]), item[1]
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            if int(value[1]) > BOUND:
                yield before, sample(value[2])
                for alternative in _ways(value[2]):
                    yield before, alternative
            yield from pumps(value[2], before)
        elif name == "BRANCH":
            for branch in value[1][:6]:
                yield from pumps(branch, before)
        elif name == "SUBPATTERN":
            yield from pumps(value[-1], before)
        elif name == "ATOMIC_GROUP":
            yield from pumps(value, before)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from pumps(value[1], before)
        before += _sample(item)


def _ways(parsed: Any) -> Iterator[str]:
    for item in parsed:
        if str(item[0]) == "BRANCH":
            yield from (sample(branch) for branch in item[1][1][:4])
        if str(item[0]) == "SUBPATTERN":
            yield from _ways(item[1][-1])


def alphabet(parsed: Any) -> Iterator[str]:
    """A character of everything that a pattern can read, with what it must read at once."""
    for item in parsed:
        name, value = str(item[0]), item[1]
        if name in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
            yield _sample(item)
        elif name == "BRANCH":
            for branch in value[1]:
                yield sample(branch)
                yield from alphabet(branch)
        elif name == "SUBPATTERN":
            yield from alphabet(value[-1])
        elif name == "ATOMIC_GROUP":
            yield from alphabet(value)
        elif name.endswith("_REPEAT"):
            yield from alphabet(value[2])
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from alphabet(value[1])


def attacks(expression: str, flags: int = 0) -> list[Build]:
    """What to try on a pattern: its repetitions pumped, its own letters mixed, and some general texts."""
    parsed = sre.parse(expression, flags)
    builds: dict[tuple[str, str], None] = {}
    for lead, pump in islice(pumps(parsed), 40):
        if pump:
            builds[lead, pump] = None
            builds["", lead + pump] = None
            builds["", pump] = None
    letters = list(dict.fromkeys(filter(None, alphabet(parsed))))
    dice = random.Random(len(expression))
    if letters:
        builds["", sample(parsed) or letters[0]] = None
        for size in (2, 4, 30):
            builds["", "".join(dice.choices(letters, k=size))] = None
        builds["", sample(parsed)[: max(len(sample(parsed)) - 1, 1)] + dice.choice(letters)] = None
    builds.update(dict.fromkeys([("", "a"), ("", " "), ("", "a "), ("", "A"), ("", "\n"), ("", "“"), ("", "1,")]))
    return [
        *(_building(lead, pump) for lead, pump in builds if pump),
        *(_ending(lead, pump) for lead, pump in builds if lead and pump),
    ]


def _building(lead: str, pump: str) -> Build:
    return lambda length: lead + pump * max((length - len(lead)) // len(pump), 1) + "\u0001"


def _ending(lead: str, pump: str) -> Build:
    """Few repetitions, and behind them what a pattern with a bound cannot take whole."""
    few = lead + pump * FEW
    return lambda length: few + "a" * (length - len(few)) + "\u0001"


def modules() -> Iterator[Any]:
    """Every module of the package that can be imported without an extra."""
    for found in pkgutil.walk_packages([str(PACKAGE)], "mtcheck."):
        if found.name != "mtcheck.__main__" and ".models" not in found.name:
            yield importlib.import_module(found.name)


class Written(NamedTuple):
    """A pattern of the code and what is done with it."""

    where: str
    expression: str
    flags: int
    uses: frozenset[int]
    """How much of a text it is looked for in: EVERY place, ONE place, the WHOLE of it,
    or a window of that many characters."""


EVERY, ONE, WHOLE = 1_000_000, 0, 1
BEFORE = 40
"""What `nearby.before` gives when nothing else is said."""
_MAKERS = ("rx", "matches", "compile")


def written() -> Iterator[Written]:
    """Every pattern that the code writes; those made of a function's own names are left out: they are found by
    running it."""
    for module in modules():
        tree = ast.parse(Path(module.__file__).read_text("utf-8"))
        above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = _called(node)
            if name not in _MAKERS:
                continue
            where = f"{module.__name__}:{node.lineno}"
            rest = [] if name == "matches" else node.args[1:2]
            given = (node.args[0], *rest, *(k.value for k in node.keywords if k.arg == "flags"))
            try:
                values = [eval(compile(ast.Expression(one), where, "eval"), vars(module)) for one in given]  # our own
            except NameError:
                continue
            if isinstance(values[0], str):
                yield Written(where, values[0], int(sum(values[1:])), _uses(node, above, tree, module))


def _called(node: ast.Call) -> str:
    function = node.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _uses(node: ast.Call, above: dict[ast.AST, ast.AST], tree: ast.AST, module: Any) -> frozenset[int]:
    """What becomes of the pattern that `node` makes; every place of a text where that cannot be seen."""
    if _called(node) == "matches":
        return frozenset([EVERY])
    parent = above[node]
    if isinstance(parent, ast.Attribute):
        return frozenset([_use(parent, above, vars(module))])
    names = [one.id for one in getattr(parent, "targets", []) if isinstance(one, ast.Name)]
    uses = {
        _use(found, above, vars(module)) if isinstance(found := above[one], ast.Attribute) else EVERY
        for one in ast.walk(tree)
        if isinstance(one, ast.Name) and one.id in names and isinstance(one.ctx, ast.Load)
    }
    return frozenset(uses or [EVERY])


def _use(method: ast.Attribute, above: dict[ast.AST, ast.AST], names: dict[str, Any]) -> int:
    if method.attr in ("match", "fullmatch"):
        return ONE if method.attr == "match" else WHOLE
    call = above[method]
    if method.attr == "search" and isinstance(call, ast.Call):
        if len(call.args) == 3 and (back := _back(call.args[1], names)):  # a beginning near the end
            return back
        return max(map(_window, call.args))
    return EVERY


def _window(node: ast.AST) -> int:
    """The length of a slice that has one by construction: `text[max(at - 30, 0) : at]`, `before(text, at)`."""
    if isinstance(node, ast.Call) and _called(node) == "before":
        return int(node.args[2].value) if len(node.args) > 2 else BEFORE  # type: ignore[attr-defined]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):  # .rstrip() and the like
        return _window(node.func.value)
    if not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Slice):
        return EVERY
    low, high = node.slice.lower, node.slice.upper
    if isinstance(low, ast.UnaryOp) and isinstance(low.operand, ast.Constant):
        return int(low.operand.value)
    if low is not None and high is not None and (back := _back(low, {})):
        return back
    if isinstance(high, ast.BinOp) and isinstance(high.op, ast.Add) and isinstance(high.right, ast.Constant):
        return int(high.right.value)
    return EVERY


def _back(node: ast.AST, names: dict[str, Any]) -> int:
    """The `30` of `max(at - 30, 0)` or `max(start, at - 30)`, which may have a name."""
    if not isinstance(node, ast.Call) or _called(node) != "max":
        return 0
    for taken in node.args:
        if isinstance(taken, ast.BinOp) and isinstance(taken.op, ast.Sub):
            if isinstance(taken.right, ast.Constant):
                return int(taken.right.value)
            if isinstance(taken.right, ast.Name) and isinstance(names.get(taken.right.id), int):
                return int(names[taken.right.id])
    return 0
