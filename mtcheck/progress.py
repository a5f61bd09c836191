"""A line on standard error that says how far a long run is. It shows only on a terminal, and only after a while."""

from __future__ import annotations

import sys
import time

PATIENCE = 0.7
"""Seconds before the line first shows: nobody needs to be told that a short run is going on."""
PACE = 0.1
"""Seconds between two updates."""


class Progress:
    """Counts steps; whoever prints something else calls `clear` first."""

    def __init__(self, total: int, wanted: bool = True):
        self.total = total
        self.done = 0
        self.begun = time.monotonic()
        self.next = self.begun + PATIENCE
        self.wanted = wanted and total > 1 and sys.stderr.isatty()
        self.shown = False

    def step(self, name: str) -> None:
        """One more file is begun."""
        if self.wanted and (now := time.monotonic()) >= self.next:
            self.next = now + PACE
            filled = 24 * self.done // self.total
            bar = "━" * filled + " " * (24 - filled)
            pace = self._pace(now)
            sys.stderr.write(f"\r\x1b[K  {bar} {self.done}/{self.total}{pace}  {name[-50:]}")
            sys.stderr.flush()
            self.shown = True
        self.done += 1

    def _pace(self, now: float) -> str:
        """How many a second, and how long the rest takes at that rate."""
        if not self.done:
            return ""
        rate = self.done / max(now - self.begun, 0.001)
        left = (self.total - self.done) / rate
        return f"  {rate:.{0 if rate >= 10 else 1}f}/s  {_duration(left)} left"

    def clear(self) -> None:
        """Takes the line away."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self.shown = False


def _duration(seconds: float) -> str:
    whole = int(seconds + 0.5)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 3600 else f"{whole // 3600} h {whole % 3600 // 60} min"
