"""Single keys from a terminal. It stays in one mode between two questions, so that keys pressed early are not lost."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.platform != "win32":
    import termios

INTERRUPT, END = "\x03", "\x04"


class Keyboard:
    """A terminal in single-key mode. Ctrl-C is KeyboardInterrupt, Ctrl-D and a terminal that went EOFError."""

    def __init__(self, read: Callable[[], str], line: Callable[[str], str]):
        self._read = read
        self.line = line
        """Asks for a whole line, with the terminal's own editing."""

    def key(self) -> str:
        """The next key; one character."""
        letter = self._read()
        if letter == INTERRUPT:
            raise KeyboardInterrupt
        if letter in ("", END):
            raise EOFError
        return letter


@contextmanager
def keyboard() -> Iterator[Keyboard]:
    """Standard input in single-key mode, and as it was afterwards."""
    if sys.platform == "win32":
        import click

        yield Keyboard(click.getchar, input)
        return
    source = sys.stdin.fileno()
    before = termios.tcgetattr(source)
    single = termios.tcgetattr(source)
    single[3] &= ~(termios.ICANON | termios.ECHO | termios.ISIG)
    single[6][termios.VMIN], single[6][termios.VTIME] = 1, 0
    decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def read() -> str:
        letter = ""
        while not letter:
            byte = os.read(source, 1)
            if not byte:
                return ""
            letter = decoder.decode(byte)
        return letter

    def line(prompt: str) -> str:
        termios.tcsetattr(source, termios.TCSADRAIN, before)
        try:
            return input(prompt)
        finally:
            termios.tcsetattr(source, termios.TCSADRAIN, single)

    termios.tcsetattr(source, termios.TCSADRAIN, single)
    try:
        yield Keyboard(read, line)
    finally:
        termios.tcsetattr(source, termios.TCSADRAIN, before)
