"""How a report was made, in one line: the version of mtcheck and the exact set of rules."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from mtcheck import __version__
from mtcheck.rules import Rule
from mtcheck.rules.index import FINGERPRINT


def fingerprint(rules: Iterable[Rule]) -> str:
    """`57:1c9a04be`: how many rules, and a checksum over their names, claims, pages and examples.

    A rule's behaviour is pinned by its examples, so that a rule that changed shows here.
    """
    names = [f"{rule.name} {rule.safety.label}" for rule in rules]
    return f"{len(names)}:{crc32(' '.join((FINGERPRINT, *names)).encode()):08x}"


def signature(rules: str, models: str = "") -> str:
    """`mtcheck 0.1.0|rules=57:1c9a04be`, from a fingerprint of the rules; `|models=gpt2@9f3c…` where some spoke."""
    return f"mtcheck {__version__}|rules={rules}" + (f"|models={models}" if models else "")
