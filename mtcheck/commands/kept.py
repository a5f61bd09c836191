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

_BESIDE_THE_POINT = frozenset(
    "paths repairs write suggested format output stdin_filename quiet verbose no_color exit_non_zero_on_fix jobs cache "
    "ref".split()
)
"""Fields of a request that change what is reported of a result, and where, but not the result."""


class Options(NamedTuple):
    """What a result depends on, beside the text and its source."""

    request: Request
    config: Config
    rules: Sequence[Rule]
    source_language: str | None
    silent: Silence | None
    terms: Sequence[Term]
    models: str
    """The signature of the models that propose repairs; empty for none."""


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


def kept(folder: Path, document: Document, source: Document | None, options: Options) -> Kept:
    """The entry for a document that is to be examined like this."""
    _pruned(folder)
    request = options.request._asdict()
    said = (
        {name: value for name, value in request.items() if name not in _BESIDE_THE_POINT},
        options.config._replace(path=""),
        [(rule.name, rule.safety) for rule in options.rules],
        options.source_language,
        sorted(options.silent.prints) if options.silent is not None else None,
        options.terms,
        options.models,
    )
    key = cache.key(document, source, said)
    return Kept(folder, key, cache.recall(folder, key, document))
