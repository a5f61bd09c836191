"""Learns what each piece of evidence counts for: documents with gold alignments -> mtcheck/align/weights.json.

    python train_weights.py --parallel FOLDER --news FILE... --out weights.json [--gold FOLDER...]

A conditional random field over chains of beads (Lafferty et al. 2001) whose gains a small network computes
from the evidence; wrong ways get a head start (softmax-margin, Gimpel & Smith 2010). The documents are made
from aligned lines in six languages (documents.py); folders of aligned documents can be added with a weight.
Needs torch; one thread, a few minutes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from documents import Lines, documents, lines, pivoted
from score import Beads, Case, Counts, read_folder

from mtcheck.align.agreement import Agreement
from mtcheck.align.coarse import around, way
from mtcheck.align.dynamic import SHAPES, Chain
from mtcheck.align.encoder import embedded
from mtcheck.align.evidence import BEAD, SKIP, Evidence
from mtcheck.align.gains import shape_name
from mtcheck.align.sides import sides
from mtcheck.align.whole import centred, common, lexicons

KINDS = list(dict.fromkeys(shape_name(*shape) for shape in SHAPES))
NEWS = frozenset({"wmt-newstest-2008-2011"})
HIDDEN = 10
MARGIN = 0.7
"""Head start of every wrong bead."""


class Example:
    """One document: its evidence as arrays, and which beads the gold way may use."""

    def __init__(self, case: Case, weight: float = 1.0):
        left, right, _, vectors = sides(case.source, case.target, embedded())
        rough = way(centred(left), centred(right))
        left, right, there, back = lexicons(left, right, rough, vectors)
        self.case, self.weight = case, weight
        self.band = around(rough, len(left), len(right))
        base = Agreement(left, right, (there, back), self.band, (common(left), common(right)))
        evidence = Evidence(base)
        self.valid = np.stack([base.valid(*shape) for shape in SHAPES])
        beads = [evidence.bead(*shape)[:, valid].T for shape, valid in zip(SHAPES, self.valid, strict=True)]
        self.beads = torch.from_numpy(np.concatenate(beads))
        kinds = [np.full(valid.sum(), KINDS.index(shape_name(*s))) for s, valid in zip(SHAPES, self.valid, strict=True)]
        self.kinds = torch.from_numpy(np.concatenate(kinds))
        self.skips = [torch.from_numpy(side) for side in evidence.skips()]
        self.allowed, self.free = self._gold(case, len(left), len(right))

    def _gold(self, case: Case, rows: int, columns: int) -> tuple[np.ndarray, tuple[np.ndarray, np.ndarray]]:
        """Beads of the gold way; gold beads that no shape fits may be cut up in any way."""
        allowed = np.zeros_like(self.valid)
        free = np.ones(rows, dtype=bool), np.ones(columns, dtype=bool)
        blocks = [[one[0], one[-1] + 1, other[0], other[-1] + 1, 1] for one, other in case.gold if one and other]
        whole = {(one[0], one[-1] + 1, other[0], other[-1] + 1) for one, other in case.gold if _plain(one, other)}
        merged: list[list[int]] = []
        for block in sorted(blocks):
            # crossing or interleaved gold beads become one block, in which everything is allowed
            while merged and (block[0] < merged[-1][1] or block[2] < merged[-1][3]):
                last = merged.pop()
                block = [*(min(block[k], last[k]) if k % 2 == 0 else max(block[k], last[k]) for k in range(4)), 0]
            merged.append(block)
        for a, b, c, d, single in merged:
            plain = single and (a, b, c, d) in whole
            free[0][a:b] = free[1][c:d] = not plain
            for number, (one, other) in enumerate(SHAPES):
                if plain and (one, other) != (b - a, d - c):
                    continue
                for row in range(a + one, b + 1):
                    for column in range(c + other, d + 1):
                        place = column - int(self.band.low[row])
                        if 0 <= place < self.band.width:
                            allowed[number, row, place] = True
        return allowed & self.valid, free

    def chain(self, beads: np.ndarray, fees: list[np.ndarray]) -> Chain:
        """The chain with these gains of its valid beads."""
        tables = np.full(self.valid.shape, -1e9)
        tables[self.valid] = beads
        return Chain(_Fixed(tables), self.band, (fees[0], fees[1]))

    def expected(
        self, beads: np.ndarray, fees: list[np.ndarray], gold: bool
    ) -> tuple[float, np.ndarray, list[np.ndarray]]:
        """(log of the sum over all ways or the gold ways, each bead's probability, each left-out sentence's)."""
        allowed = self.allowed[self.valid]
        if gold:
            beads = np.where(allowed, beads, -1e9)
            fees = [np.where(free, fee, -1e5) for fee, free in zip(fees, self.free, strict=True)]
        else:
            beads = np.where(allowed, beads, beads + MARGIN)
            fees = [np.where(free, fee, fee + MARGIN) for fee, free in zip(fees, self.free, strict=True)]
        total, chances, skipped = self.chain(beads, fees).probabilities()
        return total, chances.transpose(1, 0, 2)[self.valid], list(skipped)


def _plain(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether a gold bead is one that the aligner can make."""
    runs = one and other and len(one) == one[-1] + 1 - one[0] and len(other) == other[-1] + 1 - other[0]
    return bool(runs) and (len(one), len(other)) in SHAPES


class _Fixed:
    """Tables that are there already."""

    def __init__(self, tables: np.ndarray):
        self._tables = dict(zip(SHAPES, tables, strict=True))

    def table(self, one: int, other: int) -> np.ndarray:
        return self._tables[one, other]


class Network(torch.nn.Module):
    """The gains as torch computes them; `gains.Layer` computes the same with numpy."""

    def __init__(self, hidden: int = HIDDEN, skip_hidden: int = 6):
        super().__init__()
        self.bead, self.skip = torch.nn.Linear(len(BEAD), 1, bias=False), torch.nn.Linear(len(SKIP), 1, bias=False)
        self.inner, self.outer = torch.nn.Linear(len(BEAD), hidden), torch.nn.Linear(hidden, 1, bias=False)
        self.skip_inner, self.skip_outer = (
            torch.nn.Linear(len(SKIP), skip_hidden),
            torch.nn.Linear(skip_hidden, 1, bias=False),
        )
        costs = [-1.5 * (int(kind[2]) - int(kind[0])) - 3.0 * (int(kind[0]) - 1) for kind in KINDS]
        self.shapes, self.fee = torch.nn.Parameter(torch.tensor(costs)), torch.nn.Parameter(torch.tensor(-1.0))
        with torch.no_grad():
            for layer in (self.bead, self.skip, self.outer, self.skip_outer):
                layer.weight.zero_()
            for name, weight in (("words", 3.0), ("vectors", 4.0), ("spread", 3.0)):
                self.bead.weight[0, list(BEAD).index(name)] = weight

    def forward(self, example: Example) -> tuple[torch.Tensor, list[torch.Tensor]]:
        """Gains of the valid beads, and of leaving out each source and target sentence."""
        rows = example.beads
        beads = (self.bead(rows) + self.outer(torch.tanh(self.inner(rows)))).squeeze(1) + self.shapes[example.kinds]
        skips = [
            (self.skip(side) + self.skip_outer(torch.tanh(self.skip_inner(side)))).squeeze(1) + self.fee
            for side in example.skips
        ]
        return beads, skips

    @staticmethod
    def joined(networks: list[Network]) -> Network:
        """One network that computes the mean of several: their hidden units stand side by side."""
        whole = Network(sum(network.inner.out_features for network in networks), 6 * len(networks))
        share = 1 / len(networks)
        with torch.no_grad():
            for name in ("bead.weight", "skip.weight", "shapes", "fee"):
                mean = share * sum(network.get_parameter(name) for network in networks)
                whole.get_parameter(name).copy_(mean)
            for name in ("inner.weight", "inner.bias", "skip_inner.weight", "skip_inner.bias"):
                whole.get_parameter(name).copy_(torch.cat([network.get_parameter(name) for network in networks]))
            for name in ("outer.weight", "skip_outer.weight"):
                parts = [share * network.get_parameter(name) for network in networks]
                whole.get_parameter(name).copy_(torch.cat(parts, dim=1))
        return whole

    def written(self) -> str:
        """What ships."""

        def numbers(tensor: torch.Tensor) -> object:
            return json.loads(json.dumps(np.round(tensor.detach().numpy().astype(float), 4).tolist()))

        def layer(linear: torch.nn.Linear, inner: torch.nn.Linear, outer: torch.nn.Linear) -> dict[str, object]:
            return {
                "linear": numbers(linear.weight[0]),
                "inner": numbers(inner.weight),
                "inner_bias": numbers(inner.bias),
                "outer": numbers(outer.weight[0]),
            }

        shapes = dict(zip(KINDS, numbers(self.shapes), strict=True))  # type: ignore[call-overload]
        data = {
            "note": "made by corpora/alignment/train_weights.py; do not edit by hand",
            "bead": layer(self.bead, self.inner, self.outer),
            "skip": layer(self.skip, self.skip_inner, self.skip_outer),
            "fee": round(self.fee.item(), 4),
            "shapes": shapes,
        }
        return json.dumps(data, indent=1) + "\n"


def learn(network: Network, examples: list[Example], rounds: int, seed: int, quiet: bool = False) -> None:
    """Adam on the likelihood with margin; ends at the mean of the last third of all steps."""
    draw = np.random.default_rng(seed)
    batch = 8
    whole = rounds * (len(examples) // batch)
    optimizer = torch.optim.AdamW(network.parameters(), lr=0.02, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.04, total_steps=whole + 1, pct_start=0.1)
    mean, kept, step = [torch.zeros_like(value) for value in network.parameters()], 0, 0
    for number in range(rounds):
        likely, sentences = 0.0, 0
        order = draw.permutation(len(examples))
        for start in range(0, len(order) - batch + 1, batch):
            optimizer.zero_grad()
            for index in order[start : start + batch]:
                example = examples[index]
                beads, skips = network(example)
                values = beads.detach().numpy().astype(float), [side.detach().numpy().astype(float) for side in skips]
                wanted, have = example.expected(*values, gold=True), example.expected(*values, gold=False)
                if wanted[0] < -1e4:
                    continue  # the gold way leaves the band
                share = example.weight / batch
                slopes = [have[1] - wanted[1], *(one - other for one, other in zip(have[2], wanted[2], strict=True))]
                torch.autograd.backward([beads, *skips], [torch.from_numpy(share * slope).float() for slope in slopes])
                likely += wanted[0] - have[0]
                sentences += len(skips[0])
            optimizer.step()
            schedule.step()
            step += 1
            if step > whole * 2 / 3:
                kept += 1
                for value, total in zip(network.parameters(), mean, strict=True):
                    total += value.detach()
        if not quiet:
            print(f"round {number + 1}: log-likelihood per sentence {likely / max(sentences, 1):.4f}", flush=True)
    with torch.no_grad():
        for value, total in zip(network.parameters(), mean, strict=True):
            value.copy_(total / max(kept, 1))


def decoded(network: Network, example: Example) -> Beads:
    """The best way under the network."""
    with torch.no_grad():
        beads, skips = network(example)
    way = example.chain(beads.numpy(), [side.numpy() for side in skips]).best()
    return [(tuple(range(a, b)), tuple(range(c, d))) for (a, b, c, d), _ in way]


TRAIN, TEST = (0.0, 0.6), (0.6, 1.0)
"""Parts of each file's lines: what is scored at the end was never seen."""
BOOKS = frozenset({"bilinguator"})
WEB = frozenset({"debian-webwml"})


def texts_of(options: argparse.Namespace) -> Iterator[tuple[str, Lines, tuple[str, str], float]]:
    """(name, lines in order, languages, share of `--count`): news, books, guides and stories, close and loose."""
    for path in options.news:
        yield path.stem, lines(path), ("fr", "en"), 1.0
    if not options.parallel:
        return

    def of(language: str, sources: frozenset[str]) -> Lines:
        return lines(options.parallel / f"{language}-en.tsv.xz", sources)

    for language in ("fr", "es", "de", "it"):
        yield f"news-{language}", of(language, NEWS), (language, "en"), 1.0
    yield "news-de-fr", pivoted(of("de", NEWS), of("fr", NEWS)), ("de", "fr"), 1.0
    yield "magazine-fr", of("fr", frozenset({"isosceles"})), ("fr", "en"), 2.0
    for language in ("fr", "de", "es", "it", "pt"):
        yield f"books-{language}", of(language, BOOKS), (language, "en"), 0.7
    yield "stories-fr", of("fr", frozenset({"african-storybook"})), ("fr", "en"), 0.5
    for language in ("nl", "pt"):
        yield f"web-{language}", of(language, WEB), (language, "en"), 0.4
    yield "web-de-fr", pivoted(of("de", WEB), of("fr", WEB)), ("de", "fr"), 0.5
    yield "phrases-nl", of("nl", frozenset({"tatoeba"})), ("nl", "en"), 0.3


def cases_of(options: argparse.Namespace, seed: int, count: int, part: tuple[float, float]) -> list[tuple[Case, float]]:
    """The made documents."""
    cases: list[Case] = []
    for name, rows, languages, share in texts_of(options):
        cases += documents(name, rows, languages, max(int(count * share), 2), seed, part)
    return [(case, 1.0) for case in cases]


def main() -> None:
    """Reads the arguments, learns, scores on documents of another seed and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", nargs="*", type=Path, default=[], help="folders as for score.py")
    parser.add_argument("--gold-weight", type=float, default=5.0)
    parser.add_argument("--parallel", type=Path, help="folder of LL-en.tsv.xz")
    parser.add_argument("--news", nargs="*", type=Path, default=[], help="fr TAB en files of news in order")
    parser.add_argument("--count", type=int, default=40, help="documents per file")
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--networks", type=int, default=2, help="their mean ships: less chance in the weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    cases = cases_of(options, options.seed, options.count, TRAIN)
    for folder in options.gold:
        cases += [(case, options.gold_weight) for case in read_folder(folder)]
    examples = [Example(*case) for case in cases]
    print(f"{len(examples)} documents", flush=True)
    networks = [Network() for _ in range(options.networks)]
    for number, network in enumerate(networks):
        learn(network, examples, options.rounds, options.seed + number)
    network = Network.joined(networks)
    counts = Counts()
    for case, _ in cases_of(options, options.seed + 1, max(options.count // 4, 3), TEST):
        counts.add(case.gold, decoded(network, Example(case)))
    print("other documents:", counts.line())
    options.out.write_text(network.written(), encoding="utf-8")


if __name__ == "__main__":
    main()
