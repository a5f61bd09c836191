"""a text's path and a pattern -> the path of the text that it was translated from.

{dir}/{stem}.fr{suffix}     articles/port.txt -> articles/port.fr.txt
originals/{name}            articles/port.txt -> originals/port.txt
"""

import re
from pathlib import Path

from mtcheck.errors import UsageProblem

PARTS = ("dir", "name", "stem", "suffix")
"""The text's folder, its name, its name without the suffix, the suffix with its full stop."""
_PART = re.compile(r"\{([^{}]*)\}")


def is_pattern(text: str) -> bool:
    """Whether `text` is a pattern and not a plain path."""
    return _PART.search(text) is not None


def require_parts(pattern: str, where: str) -> None:
    """Raises UsageProblem for a part in braces that does not exist; `where` says where it was written."""
    for part in _PART.findall(pattern):
        if part not in PARTS:
            known = ", ".join(f"{{{name}}}" for name in PARTS)
            raise UsageProblem(f"{where}: a path has no part {{{part}}}", f"known parts: {known}")


def placed(pattern: str, path: str, folder: Path) -> Path:
    """Where `pattern` puts the source of the text at `path`.

    A pattern that begins with `{dir}` is found from there, any other from `folder`.
    """
    text = Path(path)
    parts = {"dir": str(text.parent), "name": text.name, "stem": text.stem, "suffix": text.suffix}
    found = _PART.sub(lambda match: parts[match[1]], pattern)
    return Path(found) if pattern.startswith("{dir}") else folder / found
