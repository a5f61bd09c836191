"""The command line as tests call it, in their own process, and the files that they put before it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from mtcheck.cli import cli
from mtcheck.config import forget


def mtcheck(*words: object, text: bytes | str | None = None) -> Result:
    """What `mtcheck WORDS` does, with `text` on standard input; a crash is the test's own."""
    forget()
    result = CliRunner().invoke(cli, [str(word) for word in words], input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def put(name: str, text: str | bytes) -> Path:
    """Writes a file, and the folders above it."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
