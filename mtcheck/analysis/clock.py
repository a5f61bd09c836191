"""an hour and minutes of the twenty-four hours -> the time as English-speaking newspapers write it."""

from __future__ import annotations


def us_time(text: str, end: int, hour: int, minute: str | None) -> str:
    """The time of day in American style; its last stop serves as the sentence’s."""
    if hour in (0, 24) and not int(minute or 0):
        return "midnight"
    if hour == 12 and not int(minute or 0):
        return "noon"
    half = "a.m" if hour % 24 < 12 else "p.m"
    stop = "" if text[end : end + 1] == "." else "."
    return f"{(hour - 1) % 12 + 1}{':' + minute if minute and int(minute) else ''} {half}{stop}"
