"""one file of a run -> its place in the cache: what is recalled of it, and what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache as memoised
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mtcheck import cache
from mtcheck.commands.request import Request
from mtcheck.config import Config
from mtcheck.pipeline import Examined, Found
from mtcheck.rules import Rule
from mtcheck.text import Document

if TYPE_CHECKING:
    from mtcheck.analysis.terms import Term
    from mtcheck.baseline import Silence

_BESIDE_THE_POINT = Request((), repairs=False)._asdict()
"""Options that change what is reported of a result, and where, but not the result."""
for _name in ("select", "ignore", "source_language", "encoding", "input_format", "source", "all_findings"):
    del _BESIDE_THE_POINT[_name]


class Kept(NamedTuple):
    """The cache's entry for one document."""

    folder: Path
    key: str
    recalled: cache.Recalled | None

    @property
    def found(self) -> Found | None:
        return self.recalled.found if self.recalled is not None else None

    def restore(self, examined: Examined) -> None:
        """Gives a document that was not looked at again the texts that were made of it before."""
        if self.recalled is not None:
            vars(examined).update(self.recalled.settled)

    def keep(self, examined: Examined) -> None:
        """Keeps what this run found, or made, beyond what was kept before."""
        before = self.recalled
        if before is None or set(before.settled) != cache.made(examined):
            cache.keep(self.folder, self.key, examined)


@memoised
def _pruned(folder: Path) -> None:
    cache.prune(folder)


def folder_of(request: Request, config: Config) -> Path:
    """The folder that the command line names, else the configuration."""
    return Path(request.cache) if request.cache else Path(config.path).parent / config.cache


def kept(
    folder: Path,
    request: Request,
    config: Config,
    document: Document,
    source: Document | None,
    rules: Sequence[Rule],
    source_language: str | None,
    silent: Silence | None,
    terms: Sequence[Term],
) -> Kept:
    """The entry for a document that is to be examined like this."""
    options = (
        request._replace(**_BESIDE_THE_POINT),
        config._replace(path=""),
        [(rule.name, rule.safety) for rule in rules],
        source_language,
        sorted(silent.prints) if silent is not None else None,
        terms,
    )
    _pruned(folder)
    key = cache.key(document, source, options)
    return Kept(folder, key, cache.recall(folder, key, document))
