"""What holds for every test."""

from __future__ import annotations

import os

from hypothesis import settings

# a busy machine is slow, not wrong; and what CI finds must be found again
settings.register_profile("mtcheck", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("mtcheck")
