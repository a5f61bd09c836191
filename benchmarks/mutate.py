"""The core, changed in one place at a time -> how many of the changes the tests notice.

python -m benchmarks.mutate                    150 changes, chosen by chance and always the same
python -m benchmarks.mutate --count 40 --only align --seed 2

Each change is tried in a process of its own, forked from one that has pytest loaded, against the tests of its
module alone; that takes seconds, where mutmut and cosmic-ray start the whole suite anew. A change that the tests
do not notice in `LIMIT` seconds of processor time counts as noticed: it loops. The survivors are printed.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.util
import os
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from benchmarks.trust import keep

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 60
"""Seconds of processor time that the tests of one change may take."""

_APPLY = ["tests/test_text.py", "tests/test_apply.py", "tests/test_formats.py"]
PARTS: dict[str, tuple[list[str], list[list[str]]]] = {
    "text": (["text"], [_APPLY]),
    "apply": (["apply"], [_APPLY, ["tests/test_formats_special.py"]]),
    "resolve": (["resolve"], [["tests/test_resolve.py"]]),
    "quotations": (
        [f"analysis.{name}" for name in "quotations quote_commas quote_costs quote_moves quote_repairs marks".split()],
        [["tests/test_quotations.py"], ["tests/test_rules.py", "-k", "quot or attribution or space"]],
    ),
    "align": (
        [f"align.{name}" for name in "dynamic whole costs coarse evidence pairs sides links gains".split()],
        [
            ["tests/test_align.py", "-k", "golden_alignments"],
            ["tests/test_align_chain.py", "tests/test_align_evidence.py"],
            ["tests/test_align.py", "-k", "not another_process and not long_texts and not no_numpy"],
        ],
    ),
}
"""Of each part of the core its modules, and the tests that are to notice a change, the quickest first."""

LOADED = "ignore::pytest.PytestAssertRewriteWarning"
"""Said because hypothesis is there already."""

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Break: ast.Continue,
    ast.Continue: ast.Break,
}  # fmt: skip
_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    """One change: the module, its line, what stood there and what stands there now."""

    part: str
    module: str
    line: int
    before: str
    after: str
    source: str


def places(module: str) -> Iterator[tuple[str, int, int]]:
    """(module, number of the place, way): every change of a module that is tried."""
    for number, node in enumerate(_changeable(ast.parse(_path(module).read_text("utf-8")))):
        yield from ((module, number, way) for way in range(_ways(node)))


def mutant_of(part: str, module: str, number: int, way: int) -> Mutant:
    """One of the changes that `places` lists."""
    tree = ast.parse(_path(module).read_text("utf-8"))
    place = _changeable(tree)[number]
    line, before = getattr(place, "lineno", 0), ast.unparse(place)
    _change(place, way)
    return Mutant(part, f"mtcheck.{module}", line, before, ast.unparse(place), ast.unparse(tree))


def _path(module: str) -> Path:
    return ROOT.joinpath("mtcheck", *module.split(".")).with_suffix(".py")


def _changeable(tree: ast.AST) -> list[ast.AST]:
    """The nodes that something can be changed in; not types, decorators, docstrings and the `strict` of a zip."""
    found: list[ast.AST] = []

    def visit(node: ast.AST) -> None:
        if _ways(node):
            found.append(node)
        if isinstance(node, ast.keyword) and node.arg == "strict":
            return
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "type_params", "bases"):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not (isinstance(child, ast.Expr) and _text(child.value)):
                    visit(child)

    visit(tree)
    return found


def _text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _ways(node: ast.AST) -> int:
    """In how many ways a node is changed."""
    if isinstance(node, ast.Compare):
        return sum(type(op) in _SWAPS for op in node.ops)
    if isinstance(node, (ast.BoolOp, ast.BinOp)):
        return int(type(node.op) in _SWAPS)
    if isinstance(node, ast.Constant):
        return int(isinstance(node.value, (int, float)) and not isinstance(node.value, bool)) or int(
            isinstance(node.value, bool) or (isinstance(node.value, str) and 0 < len(node.value) < 4)
        )
    if isinstance(node, ast.Call):
        return int(isinstance(node.func, ast.Name) and node.func.id in _CALLS)
    if isinstance(node, ast.Return):
        given = node.value
        # a caller that asks whether it holds cannot tell False from None
        return int(given is not None and not (isinstance(given, ast.Constant) and not given.value))
    return int(isinstance(node, (ast.If, ast.IfExp, ast.While)))


def _change(node: ast.AST, way: int) -> None:
    if isinstance(node, ast.Compare):
        places = [at for at, op in enumerate(node.ops) if type(op) in _SWAPS]
        node.ops[places[way]] = _SWAPS[type(node.ops[places[way]])]()  # type: ignore[call-overload]
    elif isinstance(node, (ast.BoolOp, ast.BinOp)):
        node.op = _SWAPS[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.Constant):
        old = node.value
        node.value = (not old) if isinstance(old, bool) else old + "x" if isinstance(old, str) else old + 1  # type: ignore[operator]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        node.func.id = _CALLS[node.func.id]
    elif isinstance(node, ast.Return):
        node.value = ast.Constant(None)
    elif isinstance(node, (ast.If, ast.IfExp, ast.While)):
        node.test = ast.UnaryOp(ast.Not(), node.test)


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module its changed source."""

    def __init__(self, mutant: Mutant):
        self.mutant = mutant

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        if name != self.mutant.module:
            return None
        file = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        return importlib.util.spec_from_file_location(name, file, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.mutant.source, str(module.__file__), "exec"), vars(module))


def noticed(mutant: Mutant, tests: Sequence[Sequence[str]]) -> bool:
    """Whether the tests fail, or do not end, with this change."""
    return any(_status(mutant, one) not in (0, 5) for one in tests)


def _status(mutant: Mutant, tests: Sequence[str]) -> int:
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
        resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        os.chdir(ROOT)
        sys.meta_path.insert(0, _Changed(mutant))
        import pytest

        status = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-W", LOADED, *tests]))
    finally:
        os._exit(status)


def _prepare() -> None:
    """Loads what every child needs and no change concerns."""
    import click
    import hypothesis.strategies
    import markdown_it
    import numpy
    import pytest

    assert all((click, hypothesis, markdown_it, numpy, pytest))
    assert not [name for name in sys.modules if name.startswith("mtcheck")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60, help="for each part, after which no more is tried")
    options = parser.parse_args()
    sys.dont_write_bytecode = True
    _prepare()
    parts = [options.only] if options.only else list(PARTS)
    for part in parts:
        every = [one for module in PARTS[part][0] for one in places(module)]
        same = mutant_of(part, *every[0])._replace(source=_path(PARTS[part][0][0]).read_text("utf-8"))
        assert not noticed(same, PARTS[part][1]), f"the tests of {part} fail without any change"
        chosen = random.Random(options.seed).sample(every, min(options.count // len(parts), len(every)))
        begun, tried, survived = time.monotonic(), 0, 0
        for one in chosen:
            mutant = mutant_of(part, *one)
            if time.monotonic() - begun > 60 * options.minutes:
                break
            tried += 1
            if not noticed(mutant, PARTS[part][1]):
                survived += 1
                print(
                    f"survived: {mutant.module}:{mutant.line}: {mutant.before[:150]} -> {mutant.after[:150]}",
                    flush=True,
                )
            result = {"possible": len(every), "tried": tried, "killed": tried - survived}
            keep("mutation", {part: result})
        print(f"{part}: {tried - survived} of {tried} noticed, {len(every)} possible", flush=True)


if __name__ == "__main__":
    main()
