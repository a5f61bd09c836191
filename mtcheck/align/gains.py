"""evidence in a band -> the gain of every bead.

A bead's gain is a log-odds: how much more likely its sentences are as translations of each other than side by
side by chance. A small network computes it from the evidence; a left-out sentence pays a fee that falls when
nothing on the other side resembles it. The weights are learnt (corpora/alignment/train_weights.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mtcheck.align.evidence import Evidence
    from mtcheck.align.sides import Floats


def shape_name(one: int, other: int) -> str:
    """The weight of a bead's shape; both directions weigh the same."""
    return f"{min(one, other)}-{max(one, other)}"


@dataclass(frozen=True)
class Layer:
    """A small network over the evidence: gain = linear . x + bias + outer . tanh(inner x + inner_bias)."""

    linear: Floats
    inner: Floats
    inner_bias: Floats
    outer: Floats

    def __call__(self, evidence: Floats) -> Floats:
        """Gains for evidence of shape (features, cells)."""
        import numpy as np

        hidden = self.inner @ evidence
        hidden += self.inner_bias[:, None]
        np.tanh(hidden, out=hidden)
        out: Floats = self.linear @ evidence + self.outer @ hidden
        return out


@dataclass(frozen=True)
class Weights:
    """What each piece of evidence counts for."""

    bead: Layer
    skip: Layer
    fee: float
    """Gain of leaving a sentence out, before evidence."""
    shapes: Mapping[str, float]
    """Gain of a bead's shape, by `shape_name`."""


@dataclass(frozen=True)
class Gains:
    """The gain of every bead, by shape."""

    evidence: Evidence
    weights: Weights

    def table(self, one: int, other: int) -> Floats:
        """Gains of beads of this shape by the cell they end at; -1e9 where none can."""
        import numpy as np

        valid = self.evidence.base.valid(one, other)
        total = np.full(valid.shape, -1e9, dtype=np.float32)
        gains = (
            self.weights.bead(self.evidence.bead(one, other)[:, valid]) + self.weights.shapes[shape_name(one, other)]
        )
        hint = self.evidence.paragraphs(one, other)
        total[valid] = gains if isinstance(hint, float) else gains + hint[valid]
        return total

    def skips(self) -> tuple[Floats, Floats]:
        """Gains of leaving out each source and each target sentence."""
        left, right = self.evidence.skips()
        return self.weights.skip(left.T) + self.weights.fee, self.weights.skip(right.T) + self.weights.fee


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights in `weights.json`."""
    import json

    import numpy as np

    def layer(values: Mapping[str, object]) -> Layer:
        parts = [np.array(values[name], dtype=np.float32) for name in ("linear", "inner", "inner_bias", "outer")]
        return Layer(*parts)

    data = json.loads((files("mtcheck.align") / "weights.json").read_text(encoding="utf-8"))
    return Weights(layer(data["bead"]), layer(data["skip"]), float(data["fee"]), data["shapes"])


def default(evidence: Evidence) -> Gains:
    """Gains with the weights that ship."""
    return Gains(evidence, shipped())
