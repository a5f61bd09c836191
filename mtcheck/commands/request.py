"""The command line, read: what `fix` and `check` were asked to do."""

from mtcheck.typed import NamedTuple


class Request(NamedTuple):
    """The options of `fix` and `check`; None and empty where a configuration may decide."""

    paths: tuple[str, ...]
    repairs: bool
    """`fix`, not `check`."""
    write: bool = False
    suggested: bool = False
    format: str | None = None
    output: str | None = None
    stdin_filename: str | None = None
    quiet: bool = False
    verbose: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    no_color: bool = False
    source_language: str | None = None
    encoding: str | None = None
    input_format: str | None = None
    exit_non_zero_on_fix: bool = False
    source: str | None = None
    """The file that the text was translated from, or a pattern that finds each text's own."""
    all_findings: bool = False
    """Those that a baseline silences too."""
    jobs: int = 1
    """Processes that examine files; 0 for as many as can run at once."""
    cache: str | None = None
    """Folder of results that are kept from one run to the next; empty for none, whatever a configuration says."""
    model: tuple[str, ...] = ()
    """Models that propose repairs."""
    device: str = "auto"
    ref: str | None = None
    """A correct version of the text, to show what the repairs gain."""
