"""A regular expression -> texts built to make it go back over what it has read, for as long as it can.

Each repetition that has no small bound is pumped: what leads up to it, then what it repeats, many times, then
something that fits nowhere; and the two of them together many times, so that every place is a new beginning.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import mtcheck

if sys.version_info >= (3, 11):
    from re import _parser as sre
else:
    import sre_parse as sre

PACKAGE = Path(mtcheck.__file__).parent
Build = Callable[[int], str]
"""A length -> an attack of about that length."""
BOUND = 64
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


def attacks(expression: str, flags: int = 0) -> list[Build]:
    """What to try on a pattern; some general texts for one that repeats nothing."""
    builds: dict[tuple[str, str], None] = {}
    for lead, pump in islice(pumps(sre.parse(expression, flags)), 40):
        if pump:
            builds[lead, pump] = None
            builds["", lead + pump] = None
            builds["", pump] = None
    builds.update(dict.fromkeys([("", "a"), ("", " "), ("", "a "), ("", "A"), ("", "\n"), ("", "“"), ("", "1,")]))
    return [_building(lead, pump) for lead, pump in builds]


def _building(lead: str, pump: str) -> Build:
    return lambda length: lead + pump * max((length - len(lead)) // len(pump), 1) + "\u0001"


def modules() -> Iterator[Any]:
    """Every module of the package that can be imported without an extra."""
    for found in pkgutil.walk_packages([str(PACKAGE)], "mtcheck."):
        if found.name != "mtcheck.__main__" and ".models" not in found.name:
            yield importlib.import_module(found.name)


def written(names: tuple[str, ...] = ("rx", "matches", "compile")) -> Iterator[tuple[str, str, int]]:
    """Every pattern that the code writes: where, the expression, its flags; those made of a function's own
    names are left out, they are found by running it."""
    for module in modules():
        tree = ast.parse(Path(module.__file__).read_text("utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            function = node.func
            name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
            if name not in names:
                continue
            where = f"{module.__name__}:{node.lineno}"
            try:
                values = [
                    eval(compile(ast.Expression(argument), where, "eval"), vars(module))  # our own source
                    for argument in (node.args[0], *(k.value for k in node.keywords if k.arg == "flags"))
                ]
            except NameError:
                continue
            if name == "compile" and len(node.args) > 1:
                values.append(eval(compile(ast.Expression(node.args[1]), where, "eval"), vars(module)))
            if name == "rx" and len(node.args) > 1:
                values.append(eval(compile(ast.Expression(node.args[1]), where, "eval"), vars(module)))
            if isinstance(values[0], str):
                yield where, values[0], int(sum(values[1:]))
