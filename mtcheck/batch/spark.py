"""blocks -> parts, on Spark: mapInArrow hands out the numbers of blocks, and Spark sees to tasks that fail."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from mtcheck.batch.parts import Block
from mtcheck.errors import UsageProblem

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import SparkSession

TRIES = 4
"""How often a task may fail, as on a cluster; a local Spark gives up at the first failure otherwise."""
_SCHEMA = "number long, path string, start long, end long, first long"


def run(blocks: Iterator[Block], make: Callable[[Block], str], jobs: int, address: str) -> Iterator[str]:
    """Has every block made; yields what was wrong with each, empty where nothing was.

    `address` is the master's, as spark-submit has it; without one, Spark runs on this machine with `jobs` threads. A
    session that is there already is used.
    """
    from pyspark.sql import SparkSession

    there = SparkSession.getActiveSession()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    master = address or f"local[{jobs or '*'},{TRIES}]"
    session = there or _session(master)
    try:
        session.sparkContext.setLogLevel("ERROR")
        items = list(blocks)
        if not items:
            return

        def each(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
            import pyarrow

            for batch in batches:
                problems = [make(Block(**row)) for row in batch.to_pylist()]
                yield pyarrow.RecordBatch.from_pydict({"problem": pyarrow.array(problems, pyarrow.string())})

        rows = session.sparkContext.parallelize(items, len(items))
        made = session.createDataFrame(rows, _SCHEMA).mapInArrow(each, "problem string")
        yield from (row.problem for row in made.collect())
    finally:
        if there is None:
            session.stop()


_QUIET = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}


def _session(master: str) -> SparkSession:
    from pyspark.errors import PySparkRuntimeError
    from pyspark.sql import SparkSession

    try:
        return SparkSession.builder.master(master).appName("mtcheck").config(map=_QUIET).getOrCreate()
    except PySparkRuntimeError as error:
        if "JAVA" not in str(error):
            raise
        raise UsageProblem(
            "--engine spark: Java could not be started", "Spark needs Java 17 or newer (JAVA_HOME)"
        ) from None
