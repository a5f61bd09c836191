"""mtcheck: repairs the glitches that machine translation leaves in English text."""

__version__ = "0.1.0"
