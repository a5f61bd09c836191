"""the modules that earlier runs imported -> one file of their code, which is read at once.

Finding and opening a hundred small files takes longer than running what is in them. So the code that Python compiled
is gathered beside its own files in `__pycache__`, and handed to the import system as long as a module's source is
what it was. Whatever is missing, damaged, somebody else's, of another Python or older than its source is imported in
the usual way, and gathered when the run ends.
"""

from __future__ import annotations

import _imp
import marshal
import os
import sys

from mtcheck.store import Store, read, write

TYPE_CHECKING = False  # this module is among the first, and loads hardly any other
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType

Note = tuple[str, int, int]
"""Where a module's source stands below the package, when it was changed (ns), its length. The part is its code."""

_FORMAT = 2
_ROOT = os.path.dirname(__file__)  # noqa: PTH120
_SLASH = os.sep
_FIRST = ("mtcheck.__main__", "mtcheck.bundle", "mtcheck.store")
"""What is loaded before the bundle is."""
_system = sys.modules["_frozen_importlib"]
_files = sys.modules["_frozen_importlib_external"]
TAG = f"{sys.implementation.cache_tag}-{sys.flags.optimize}-{_files.MAGIC_NUMBER.hex()}-{_FORMAT}"


def place() -> str:
    """The file. It stands where Python keeps compiled modules, and is trusted no less."""
    return os.path.join(os.path.dirname(_files.cache_from_source(__file__)), f"modules.{TAG}.bin")  # noqa: PTH118, PTH120


class _Loader(_files.SourceFileLoader):  # type: ignore[name-defined,misc]
    """Python's own, for code that it need not look for."""

    def __init__(self, name: str, path: str, code: memoryview):
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        code: CodeType = marshal.loads(self._code)
        _imp._fix_co_filename(code, self.path)  # type: ignore[attr-defined]
        return code


class Bundle:
    """What finds our modules in a file; for `sys.meta_path`."""

    def __init__(self, store: Store):
        self.store = store
        self._compiled: dict[str, tuple[str, str]] = {}
        """For each folder what stands before and after a module's name in the path of its compiled file."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        note: Note | None = self.store.note(name)
        if note is None:
            return None
        below, changed, size = note
        source = _ROOT + below
        try:
            now = os.stat(source)  # noqa: PTH116
        except OSError:
            return None
        # Python reads its own compiled modules unchecked too, and checking takes as long as reading
        code = self.store.part(name, check=False) if now.st_mtime_ns == changed and now.st_size == size else None
        if code is None:
            return None
        spec: ModuleSpec = _system.ModuleSpec(name, _Loader(name, source, code), origin=source)
        if below.endswith("__init__.py"):
            spec.submodule_search_locations = [os.path.dirname(source)]  # noqa: PTH120
        spec.has_location = True
        spec.cached = self._cached(source)
        return spec

    def _cached(self, source: str) -> str:
        """Where Python would keep the compiled module: it asks for each, and works it out anew for each."""
        folder, _, file = source.rpartition(_SLASH)
        if folder not in self._compiled:
            path: str = _files.cache_from_source(source)
            before, _, after = path.rpartition(file[: -len("py")])
            self._compiled[folder] = before, after
        before, after = self._compiled[folder]
        return f"{before}{file[:-2]}{after}"


def use() -> Bundle:
    """Puts the bundle before the other finders; what is imported without it is gathered when the run ends."""
    bundle = Bundle(read(place(), TAG))
    sys.meta_path.insert(0, bundle)
    return bundle


def gather(bundle: Bundle) -> bool:
    """Writes the file again where this run imported modules in the usual way; whether it did."""
    new = {}
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if name.startswith("mtcheck.") and spec is not None and not isinstance(spec.loader, _Loader):
            row = _row(name, spec)
            if row is not None:
                new[name] = row
    return bool(new) and write(place(), TAG, bundle.store.all() | new)


def _row(name: str, spec: ModuleSpec) -> tuple[Note, bytes] | None:
    source, get_code = spec.origin or "", getattr(spec.loader, "get_code", None)
    if get_code is None or not source.startswith(_ROOT + _SLASH) or name in _FIRST:
        return None
    try:
        now = os.stat(source)  # noqa: PTH116
        return (source[len(_ROOT) :], now.st_mtime_ns, now.st_size), marshal.dumps(get_code(name))
    except (OSError, ImportError, SyntaxError):
        return None
