"""`mtcheck batch`: a corpus in, the same corpus with what was found and repaired out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from mtcheck.batch.parts import Account, Block, Parts, accounted, begun, left
from mtcheck.batch.rows import Options
from mtcheck.cache import program
from mtcheck.errors import InputProblem, MtcheckError, UsageProblem
from mtcheck.formats import READERS, UNPACKERS
from mtcheck.progress import Progress
from mtcheck.rules import load
from mtcheck.selection import require_known
from mtcheck.writing import refill_file

FORMATS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}
CLEAN, FAILED = 0, 3


class Request(NamedTuple):
    """The options of `batch`."""

    input: str
    output: str
    options: Options
    engine: str = "local"
    address: str = ""
    jobs: int = 1
    resume: bool = False
    quiet: bool = False


def batch(request: Request) -> int:
    """Runs the command; returns the exit status."""
    format = _format(request)
    path = _required(request, format)
    output = Path(request.output)
    parts = begun(output, _made_from(path, request.options), request.resume)
    try:
        count = _work(request, format, path, parts)
    except KeyboardInterrupt:
        _say(f"mtcheck: stopped; what is finished is kept: --resume goes on ({parts.folder})")
        raise
    total = Account(0, 0, 0, 0)
    for account in accounted(parts, count):
        total = total.plus(account)
    if count or format.__name__.endswith("jsonl"):
        refill_file(output, lambda out: format.join(parts, count, out))
    else:
        refill_file(output, lambda out: format.empty(path, request.options, out))
    parts.end()
    return _told(total, request)


def _work(request: Request, format: ModuleType, path: Path, parts: Parts) -> int:
    """Has every part made; returns how many there are."""
    count = 0

    def drawn() -> Iterator[Block]:
        nonlocal count
        for block in format.blocks(path, parts):
            count += 1
            yield block

    progress = Progress(format.count(path) if sys.stderr.isatty() else 0, wanted=not request.quiet)
    engine = import_module(f"mtcheck.batch.{request.engine}")
    make = partial(made, format.__name__, request.options, parts)
    for problem in engine.run(left(drawn(), parts), make, request.jobs, request.address):
        progress.step("blocks of rows")
        if problem:
            progress.clear()
            raise InputProblem(problem, "--resume goes on from what is finished")
    progress.clear()
    return count


def made(format: str, options: Options, parts: Parts, block: Block) -> str:
    """Makes the part of one block, in whatever process; what went wrong, or nothing."""
    try:
        parts.make(block.number, partial(import_module(format).work, block, options))
    except MtcheckError as error:
        return str(error)
    except OSError as error:
        return f"{error.filename or parts.folder}: {error.strerror or error}"
    return ""


def _format(request: Request) -> ModuleType:
    """The module that reads INPUT and writes OUTPUT."""
    names = []
    for role, path in (("INPUT", request.input), ("OUTPUT", request.output)):
        suffix = Path(path).suffix.lower()
        if suffix not in FORMATS:
            raise UsageProblem(
                f"{path}: {role} is to be one of {', '.join(FORMATS)}", "one text or a folder of texts: mtcheck fix"
            )
        names.append(FORMATS[suffix])
    if names[0] != names[1]:
        raise UsageProblem(f"{request.output}: INPUT is {names[0]}, and OUTPUT has to be the same", "")
    if names[0] == "parquet":
        _require_library("pyarrow", "Parquet files", "parquet")
    return import_module(f"mtcheck.batch.{names[0]}")


def _required(request: Request, format: ModuleType) -> Path:
    """The input's path, after all that can be known to be wrong before the first row is read."""
    options, path = request.options, Path(request.input)
    if request.engine == "ray":
        _require_library("ray", "--engine ray", "ray")
        _require_library("pyarrow", "--engine ray", "ray")
    if request.engine == "spark":
        _require_library("pyspark", "--engine spark", "spark")
        _require_library("pyarrow", "--engine spark", "spark")
    if request.address and request.engine == "local":
        raise UsageProblem("--address: the local engine has none", "--engine ray or spark")
    if options.format not in READERS or options.format in UNPACKERS:
        raise UsageProblem(f"--input-format: a row cannot be {options.format}", "plain, markdown and html can")
    rules = load()
    require_known(options.select, rules, "--select")
    require_known(options.ignore, rules, "--ignore")
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        raise InputProblem(f"{path}: cannot be read ({error.strerror})", "INPUT is one file") from None
    if Path(request.output).resolve() == path.resolve():
        raise UsageProblem(f"{request.output}: OUTPUT is INPUT", "name another file")
    format.require_columns(path, options)
    return path.absolute()


def _require_library(name: str, what: str, extra: str) -> None:
    from importlib.util import find_spec

    if find_spec(name) is None:
        raise UsageProblem(f"{what}: {name} is not installed", f'install it: pip install "mtcheck[{extra}]"')


def _made_from(path: Path, options: Options) -> str:
    """A digest of all that the parts follow from."""
    there = path.stat()
    said = (program(), str(path.resolve()), there.st_size, there.st_mtime_ns, options)
    return blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _told(total: Account, request: Request) -> int:
    """Says what came of it."""
    for problem in total.problems:
        _say(f"mtcheck: {problem}")
    if total.bad > len(total.problems):
        _say(f"mtcheck: and {total.bad - len(total.problems):,} more")
    if not request.quiet:
        rate = 1000 * total.findings / total.words if total.words else 0.0
        said = f"{total.rows:,} rows, {total.findings:,} findings ({rate:.1f} in 1,000 words)"
        rows = f"{total.bad:,} bad row{'s' * (total.bad > 1)}"
        bad = f"; {rows}, see the column {request.options.added[-1]}" if total.bad else ""
        _say(f"{said}{bad}")
    return FAILED if total.bad else CLEAN


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201
