"""The shape of the house: imports point one way, modules stay small, and starting costs little."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "mtcheck"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))

# from the bottom up; a module may import from its own layer and from those before it
LAYERS = (
    ("typed", "store"),
    ("bundle",),
    ("text", "errors"),
    ("failure",),
    ("lang", "data"),
    ("finding",),
    ("formats",),
    ("analysis",),
    ("align",),
    ("rules",),
    ("weigh",),
    ("models",),
    ("resolve",),
    ("apply", "writing"),
    ("cleared",),
    ("detect", "settle"),
    ("proposed",),
    ("pipeline",),
    (
        "selection",
        "signature",
        "files",
        "config",
        "glossary",
        "identity",
        "decisions",
        "sources",
        "outcome",
        "session",
        "baseline",
        "profile",
        "progress",
        "cache",
        "processes",
    ),
    ("report",),
    ("batch",),
    ("commands",),
    ("lsp",),
    ("cli", "plainly"),
    ("__main__",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
BUILDERS = {"mtcheck.lang.compile", "mtcheck.lang.signs", "mtcheck.data.build_english"}
"""Scripts that make the data files. They may use all of the program, which never imports them."""
LIMIT = 300
"""Lines. A module that grows beyond is two modules."""


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> set[str]:
    """The modules of ours that a module imports, anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in names if name.startswith("mtcheck.") and len(name.split(".")) > 1}


def layer_of(module: str) -> int | None:
    parts = module.split(".")
    return RANK.get(parts[1]) if len(parts) > 1 else None


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    own = name_of(path)
    rank = layer_of(own)
    if own == "mtcheck":
        assert not imported(path)
        return
    assert not imported(path) & BUILDERS
    if own in BUILDERS:
        return
    assert rank is not None, f"{own}: say in LAYERS where it belongs"
    above = {name for name in imported(path) if (other := layer_of(name)) is not None and other > rank}
    assert not above, f"{own} imports from above: {sorted(above)}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LIMIT


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_of_ours_imports_the_corpora(path: Path) -> None:
    assert "import corpora" not in path.read_text("utf-8")
    assert "from corpora" not in path.read_text("utf-8")


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh Python has after running `code`."""
    listing = f"import sys; {code}; print(*sorted(sys.modules), sep='\\n', file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


HEAVY = {"rich", "numpy", "torch", "transformers", "sentence_transformers", "sacrebleu", "tomllib", "tomli", "tempfile"}


@pytest.mark.usefixtures("unmeasured")
def test_command_line_loads_click_and_little_else() -> None:
    loaded = loaded_by("import mtcheck.cli") - loaded_by("import click")
    assert loaded <= {"mtcheck", "mtcheck.cli", "mtcheck.errors", "mtcheck.failure", "locale", "_locale"}


@pytest.mark.usefixtures("unmeasured")
def test_a_short_run_loads_nothing_heavy(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The mayor said: “Yes”he left.\n\nNothing else.\n", "utf-8")
    run = "from mtcheck.cli import cli; cli.main([%r, %r], standalone_mode=False)"
    for command in ("check", "fix"):
        loaded = loaded_by(run % (command, str(article)))
        assert not loaded & HEAVY
        assert "difflib" not in loaded
        assert "mtcheck.report.json" not in loaded


@pytest.mark.usefixtures("unmeasured")
def test_a_json_run_does_not_load_rich(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Clean.\n", "utf-8")
    run = (
        f"from mtcheck.cli import cli; cli.main(['check', '--format', 'json', {str(article)!r}], standalone_mode=False)"
    )
    assert not loaded_by(run) & HEAVY
