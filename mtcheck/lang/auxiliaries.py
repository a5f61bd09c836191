"""The verbs that English closes the list of, and the pairs of number that they have. Rules add what is theirs."""

from __future__ import annotations

BE = frozenset("is are was were".split())
BEING = BE | frozenset(("be", "been"))
HAVE = frozenset("has have had".split())
DO = frozenset("does do did".split())
MODALS = frozenset("will would can could may might must should shall cannot".split())
"""`may` is a month as well: who looks at words with a capital leaves it out."""
AUXILIARIES = BE | HAVE | DO | MODALS
"""Each of them is the finite verb of its clause."""

TO_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
TO_PLURAL = {one: many for many, one in TO_SINGULAR.items()}
