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

TYPE_CHECKING = False  # this module is the first, and loads no other
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType

Row = tuple[str, int, int, bytes]
"""Where a module's source stands below the package, when it was changed (ns), its length, its marshalled code."""

_FORMAT = 1
_ROOT = os.path.dirname(__file__)  # noqa: PTH120
_SLASH = os.sep
_system = sys.modules["_frozen_importlib"]
_files = sys.modules["_frozen_importlib_external"]
TAG = f"{sys.implementation.cache_tag}-{sys.flags.optimize}-{_files.MAGIC_NUMBER.hex()}-{_FORMAT}"


def place() -> str:
    """The file. It stands where Python keeps compiled modules, and is trusted no less."""
    return os.path.join(os.path.dirname(_files.cache_from_source(__file__)), f"modules.{TAG}.bin")  # noqa: PTH118, PTH120


class _Loader(_files.SourceFileLoader):  # type: ignore[name-defined,misc]
    """Python's own, for code that it need not look for."""

    def __init__(self, name: str, path: str, code: bytes):
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        code: CodeType = marshal.loads(self._code)
        _imp._fix_co_filename(code, self.path)  # type: ignore[attr-defined]
        return code


class Bundle:
    """What finds our modules in a file; for `sys.meta_path`."""

    def __init__(self, rows: dict[str, Row]):
        self.rows = rows

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        row = self.rows.get(name)
        if row is None:
            return None
        below, changed, size, code = row
        source = _ROOT + below
        try:
            now = os.stat(source)  # noqa: PTH116
        except OSError:
            return None
        if now.st_mtime_ns != changed or now.st_size != size:
            return None
        spec: ModuleSpec = _system.ModuleSpec(name, _Loader(name, source, code), origin=source)
        if below.endswith("__init__.py"):
            spec.submodule_search_locations = [os.path.dirname(source)]  # noqa: PTH120
        spec.has_location = True
        return spec


def use() -> Bundle:
    """Puts the bundle before the other finders; what is imported without it is gathered when the run ends."""
    bundle = Bundle(read(place()))
    sys.meta_path.insert(0, bundle)
    return bundle


def read(path: str) -> dict[str, Row]:
    """What the file holds; nothing where it is not ours."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            owner, data = os.fstat(file.fileno()).st_uid, file.read()
        if hasattr(os, "geteuid") and owner not in (0, os.geteuid(), os.stat(__file__).st_uid):  # noqa: PTH116
            return {}
        if data[:8] != sum_of(data[8:]):
            return {}
        tag, rows = marshal.loads(data[8:])
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return rows if tag == TAG and isinstance(rows, dict) else {}


def sum_of(data: bytes) -> bytes:
    """Eight bytes that change with any change of `data`: those by which Python can tell its compiled modules."""
    checked: bytes = _imp.source_hash(_FORMAT, data)
    return checked


def gather(bundle: Bundle) -> bool:
    """Writes the file again where this run imported modules in the usual way; whether it did."""
    new = {}
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if name.startswith("mtcheck.") and spec is not None and not isinstance(spec.loader, _Loader):
            row = _row(name, spec)
            if row is not None:
                new[name] = row
    if not new:
        return False
    data = marshal.dumps((TAG, bundle.rows | new))
    path = place()
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(temporary, "wb") as file:  # noqa: PTH123
            file.write(sum_of(data) + data)
        os.replace(temporary, path)  # noqa: PTH105
    except OSError:
        if os.path.exists(temporary):  # noqa: PTH110
            os.remove(temporary)  # noqa: PTH107
        return False
    return True


def _row(name: str, spec: ModuleSpec) -> Row | None:
    source, get_code = spec.origin or "", getattr(spec.loader, "get_code", None)
    if get_code is None or not source.startswith(_ROOT + _SLASH) or name in ("mtcheck.__main__", __name__):
        return None
    try:
        now = os.stat(source)  # noqa: PTH116
        return source[len(_ROOT) :], now.st_mtime_ns, now.st_size, marshal.dumps(get_code(name))
    except (OSError, ImportError, SyntaxError):
        return None
