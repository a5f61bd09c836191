"""blocks -> parts, on a Ray cluster: Ray Data hands out the numbers of blocks and sees to workers that die."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mtcheck.batch.parts import Block


def run(blocks: Iterator[Block], make: Callable[[Block], str], jobs: int, address: str) -> Iterator[str]:
    """Has every block made; yields what was wrong with each, empty where nothing was.

    `address` is the cluster's (or RAY_ADDRESS in the environment); without one, a cluster of `jobs` workers is
    started on this machine and stopped at the end.
    """
    import os

    import ray
    import ray.data

    own = not ray.is_initialized()
    if own:
        there = address or os.environ.get("RAY_ADDRESS")
        limits = {} if there else {"num_cpus": jobs or os.cpu_count(), "include_dashboard": False}
        ray.init(address=there, log_to_driver=False, **limits)
    try:
        ray.data.DataContext.get_current().enable_progress_bars = False
        items = [block._asdict() for block in blocks]
        if not items:
            return

        def each(batch: dict[str, Any]) -> dict[str, list[str]]:
            columns = zip(*(batch[name] for name in Block._fields), strict=True)
            return {"problem": [make(Block(int(n), str(path), int(s), int(e), int(f))) for n, path, s, e, f in columns]}

        made = ray.data.from_items(items, override_num_blocks=len(items)).map_batches(each, batch_size=1)
        for row in made.iter_rows():
            yield row["problem"]
    finally:
        if own:
            ray.shutdown()
