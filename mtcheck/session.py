"""A review under way: findings one after another, what was decided on each, and the way back.

It knows nothing of terminals and files; `commands/review.py` shows it and carries its decisions out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from mtcheck.decisions import ACCEPT, EDIT, IGNORE, REJECT, Decided, Decision
from mtcheck.finding import Finding, Safety
from mtcheck.identity import fingerprints, occurrences
from mtcheck.outcome import wanted_edits
from mtcheck.pipeline import Examined
from mtcheck.resolve import resolve
from mtcheck.text import Edit


class Item(NamedTuple):
    """One finding to decide on."""

    file: int
    """Which of the examined documents it is in."""
    finding: Finding
    fingerprint: str
    occurrence: int
    wins: bool
    """Its best suggestion is one of those that can be made together."""

    def decision(self, verdict: str, put: str = "") -> Decision:
        finding = self.finding
        return Decision(self.fingerprint, self.occurrence, finding.rule, finding.text, verdict, put)


def items(results: Sequence[Examined]) -> tuple[Item, ...]:
    """All findings, in the order of the files and of their texts."""
    return tuple(item for number, examined in enumerate(results) for item in _items(number, examined))


def _items(number: int, examined: Examined) -> Iterable[Item]:
    prints = fingerprints(examined.document.text.plain, examined.findings)
    winners = {id(finding) for finding, _ in resolve(examined.findings, Safety.SUGGEST)}
    for finding, print_, count in zip(examined.findings, prints, occurrences(prints), strict=True):
        yield Item(number, finding, print_, count, id(finding) in winners)


class Session:
    """Decisions by the number of their item. Every step can be undone."""

    def __init__(self, results: Sequence[Examined]):
        self.results = results
        self.items = items(results)
        self.decisions: dict[int, Decision] = {}
        self.skipped: set[int] = set()
        self._past: list[tuple[int, dict[int, Decision], set[int]]] = []

    def resume(self, before: Mapping[str, Sequence[Decision]]) -> int:
        """Takes over decisions, by the path of their document; returns how many still have their finding."""
        for number, item in enumerate(self.items):
            for decision in before.get(self.results[item.file].document.path, ()):
                if (decision.fingerprint, decision.occurrence) == (item.fingerprint, item.occurrence):
                    self.decisions[number] = decision
        return len(self.decisions)

    def open_from(self, start: int = 0) -> int | None:
        """The first item from `start` on, and then from the top, that nobody has decided on; None at the end."""
        for number in chain(range(start, len(self.items)), range(start)):
            if number not in self.decisions and number not in self.skipped and not self.overtaken(number):
                return number
        return None

    def overtaken(self, number: int) -> bool:
        """Whether every repair of an item wants words that an accepted one changes."""
        item = self.items[number]
        taken = [edit for other in self._beside(number) for edit in self._edits(other)]
        return bool(item.finding.suggestions) and all(
            any(edit.span.touches(other.span) for edit in suggestion.edits for other in taken)
            for suggestion in item.finding.suggestions
        )

    def _beside(self, number: int) -> Iterable[int]:
        file = self.items[number].file
        return (other for other in self.decisions if other != number and self.items[other].file == file)

    def _edits(self, number: int) -> Sequence[Edit]:
        item, decision = self.items[number], self.decisions[number]
        if decision.verdict not in (ACCEPT, EDIT):
            return ()
        return wanted_edits(item.finding, decision, self.results[item.file].document)

    # steps

    def _step(self, at: int) -> None:
        self._past.append((at, dict(self.decisions), set(self.skipped)))

    def accept(self, number: int, rank: int = 0) -> None:
        """Takes the item's suggestion of that rank."""
        self._step(number)
        item = self.items[number]
        self.decisions[number] = item.decision(ACCEPT, item.finding.suggestions[rank].text)

    def edit(self, number: int, put: str) -> None:
        """Puts other words in place of the mark."""
        self._step(number)
        self.decisions[number] = self.items[number].decision(EDIT, put)

    def reject(self, number: int) -> None:
        self._step(number)
        self.decisions[number] = self.items[number].decision(REJECT)

    def skip(self, number: int) -> None:
        """Leaves the item open for another time."""
        self._step(number)
        self.skipped.add(number)

    def ignore(self, number: int) -> int:
        """The item's rule is to be ignored in its file; returns how many findings that settles."""
        mine = self.items[number]
        return self._all(
            number,
            lambda item: item.file == mine.file and item.finding.rule == mine.finding.rule,
            lambda item: item.decision(IGNORE),
        )

    def accept_rule(self, number: int) -> int:
        """Takes the best suggestion of all open items of this rule; returns how many there were."""
        rule = self.items[number].finding.rule
        return self._all(number, lambda item: item.finding.rule == rule and item.wins, _best)

    def accept_safe(self, number: int) -> int:
        """Takes the best suggestion of all open items that are safe; returns how many there were."""
        return self._all(number, lambda item: item.finding.safety == Safety.SAFE and item.wins, _best)

    def _all(self, at: int, chosen: Callable[[Item], bool], decided: Callable[[Item], Decision]) -> int:
        self._step(at)
        count = 0
        for number, item in enumerate(self.items):
            if number not in self.decisions and chosen(item) and not self.overtaken(number):
                self.decisions[number] = decided(item)
                count += 1
        return count

    def undo(self) -> int | None:
        """Takes the last step back; returns the item that it was made at, None where there is none."""
        if not self._past:
            return None
        at, self.decisions, self.skipped = self._past.pop()
        return at

    # what it came to

    def count(self, *verdicts: str) -> int:
        return sum(decision.verdict in verdicts for decision in self.decisions.values())

    @property
    def left(self) -> int:
        """How many are neither decided nor overtaken."""
        return sum(number not in self.decisions and not self.overtaken(number) for number in range(len(self.items)))

    def decided(self, name: Callable[[str], str]) -> tuple[Decided, ...]:
        """The decisions by file; `name` is how decisions call a path."""
        files: list[Decided] = []
        for number, examined in enumerate(self.results):
            own = self.of(number)
            if own:
                document, source = examined.document, examined.source
                files.append(
                    Decided(
                        name(document.path),
                        own,
                        examined.source_language,
                        document.format,
                        document.codec.encoding,
                        name(source.path) if source is not None else None,
                    )
                )
        return tuple(files)

    def of(self, file: int) -> tuple[Decision, ...]:
        """The decisions on one document, in the order of its text."""
        return tuple(self.decisions[n] for n in sorted(self.decisions) if self.items[n].file == file)


def _best(item: Item) -> Decision:
    return item.decision(ACCEPT, item.finding.suggestions[0].text)
