"""a rule's name -> what a report says of the rule: its summary and its page, from the same docstring and data.

An entry of a language pack has no docstring: its page is what it says of every place, and its family's page.
"""

from __future__ import annotations

import inspect
import re
from typing import NamedTuple

from mtcheck.finding import Finding, Safety
from mtcheck.rules import Rule, load


class Page(NamedTuple):
    """What can be said of a rule without a text."""

    name: str
    folder: str
    safety: Safety
    """The strongest claim that it makes."""
    summary: str
    """One sentence."""
    text: str
    """The whole page, as plain text in paragraphs."""


_SENTENCE_END = re.compile(r"(?<=\w[.?!”])\s+(?=[“A-Z])|(?<=\w”[.])\s+(?=[“A-Z])")


def summary(rule: Rule) -> str:
    """The first sentence of a rule's page."""
    paragraph = " ".join(rule.definition.page.strip().split("\n\n")[0].split())
    return _SENTENCE_END.split(paragraph, maxsplit=1)[0]


def page(finding: Finding) -> Page:
    """The page of the rule, or of the pack entry (`family:entry`), that made a finding."""
    name, known = finding.rule, {rule.name: rule for rule in load()}
    rule = known.get(name) or known.get(name.partition(":")[0])
    if rule is None:  # a rule that is not ours to load
        return Page(name, "", finding.safety, finding.message, finding.message)
    if name not in known:
        text = f"{finding.message}\n\n{paragraphs(rule.definition.page)}"
        return Page(name, rule.folder, rule.safety, finding.message, text)
    return Page(name, rule.folder, rule.safety, summary(rule), paragraphs(rule.definition.page))


def paragraphs(page: str) -> str:
    """A docstring without its indent, each paragraph on one line."""
    return "\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(page).split("\n\n"))
