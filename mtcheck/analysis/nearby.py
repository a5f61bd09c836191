"""What stands around a place, within bounds: no look-up may cost more in a longer text."""

from __future__ import annotations

REACH = 1000
"""Code points; a sentence or paragraph longer than that is looked at in part."""


def start_of(text: str, at: int, *marks: str) -> int:
    """Just after the nearest of `marks` before `at`, or where the reach ends."""
    floor = max(at - REACH, 0)
    return max([floor, *(found + len(mark) for mark in marks if (found := text.rfind(mark, floor, at)) >= 0)])


def end_of(text: str, at: int, *marks: str) -> int:
    """Where the nearest of `marks` begins from `at` on, or where the reach ends."""
    ceiling = min(at + REACH, len(text))
    return min([ceiling, *(found for mark in marks if (found := text.find(mark, at, ceiling)) >= 0)])


def before(text: str, at: int, length: int = 40) -> str:
    """Up to `length` characters that end at `at`."""
    return text[max(at - length, 0) : at]
