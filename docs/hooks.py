"""the program and its README -> pages of the site, made by MkDocs while it builds (`hooks` in mkdocs.yml).

They are not committed: a page that a program can write is never out of date this way, and nothing has to be merged.
"""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mtcheck.align import compare
from mtcheck.finding import Finding, Suggestion
from mtcheck.formats import read
from mtcheck.lang import packs
from mtcheck.pipeline import Examined, examine
from mtcheck.report import json as report
from mtcheck.report.pages import paragraphs, summary
from mtcheck.rules import PACKED, Rule, load
from mtcheck.rules.examples import parse
from mtcheck.writing import write

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent
FUNCTIONS = (read, load, examine, write, compare)
VALUES = (Examined, Finding, Suggestion)
"""What docs/python.md promises."""
HOME = "https://github.com/mtcheck/mtcheck/blob/main"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the generated pages."""
    from mkdocs.structure.files import File

    for name, content in pages().items():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Says in the page on Python what the functions and the values say of themselves."""
    return markdown.replace("<!-- api -->", api()) if page.file.src_uri == "python.md" else markdown


def api() -> str:
    """The public functions and values: how they are called, and their docstrings."""
    return "\n\n".join(_described(what) for what in (*FUNCTIONS, *VALUES))


def _described(what: Callable[..., object]) -> str:
    kind = "class" if isinstance(what, type) else "def"
    head = f"## {what.__name__}\n\n"
    if kind == "def":
        head += (
            f"```python\nfrom {what.__module__} import {what.__name__}\n\n{what.__name__}{_signature(what)}\n```\n\n"
        )
    fields = "".join(f"- `{name}`: {_type(hint)}\n" for name, hint in getattr(what, "__annotations__", {}).items())
    return head + escaped(_whole(what)) + (f"\n\n{fields}" if kind == "class" and fields else "")


def _signature(what: Callable[..., object]) -> str:
    return _plain(re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(what))))


def _type(hint: object) -> str:
    return f"`{_plain(hint.__name__ if type(hint) is type else str(hint))}`"


def _plain(types: str) -> str:
    """Types without the modules that they come from."""
    return re.sub(r"\b(?:mtcheck|collections|typing)\.(?:\w+\.)*", "", types)


def _whole(what: Callable[..., object]) -> str:
    """A docstring; what is said of arguments and errors as a list."""
    text = inspect.getdoc(what) or ""
    text = re.sub(r"\n    +(?=\w+: )", "\n- ", text)
    text = re.sub(r"\n        +", " ", text)
    return re.sub(r"(?m)^(Args|Raises|Returns):$\n", r"\1:\n\n", text)


def pages() -> dict[str, str]:
    """Every generated page."""
    readme = (ROOT / "README.md").read_text("utf-8")
    return {"index.md": start(readme), "rules.md": catalogue(), "json.md": json_report(readme)}


def start(readme: str) -> str:
    """The README, its links to files of the repository made whole."""
    linked = re.sub(r"\]\((?:docs/)?([\w-]+\.(?:md|png|schema\.json))", _page_or_file, readme)
    return re.sub(r"\]\((LICENSE[\w.-]*|(?:corpora|benchmarks)/[\w.-]+)\)", rf"]({HOME}/\1)", linked)


def _page_or_file(link: re.Match[str]) -> str:
    there = (ROOT / "docs" / link[1]).exists()
    return f"]({link[1]}" if there else f"]({HOME}/{link[1]}"


def json_report(readme: str) -> str:
    """The README's section on JSON, and what the module promises."""
    section = start(readme).split("\n## JSON\n")[1].split("\n## ")[0].strip()
    promise = (report.__doc__ or "").split("\n\n", 1)[1].strip()
    return f"# The JSON report\n\n{section}\n\n## What is promised\n\n{escaped(promise)}\n"


def catalogue() -> str:
    """Every rule by folder, with its page and its examples."""
    rules = sorted(load(), key=lambda rule: (rule.folder, rule.name))
    lines = [
        "# All rules",
        "",
        f"{len(rules)} rules. **Safe** repairs are made by `--write`, a **suggestion** only when asked for"
        " (`--suggested`), a **flag** has no repair.",
        "",
    ]
    folder = ""
    for rule in rules:
        if rule.folder != folder:
            folder = rule.folder
            lines += [f"## {folder}", ""]
        lines += _rule(rule)
    return "\n".join(lines)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.name}"
    yield ""
    yield f"*{rule.safety.label}* · {escaped(summary(rule))}"
    yield ""
    for paragraph in paragraphs(rule.definition.page).split("\n\n"):
        yield escaped(paragraph)
        yield ""
    if rule.folder == PACKED:
        yield from _entries(rule.name)
    yield "```diff"
    for example in rule.definition.bad:
        marked = parse(example.text)
        yield from (f"- {line}" for line in marked.text.splitlines())
        if marked.repairs:
            yield from (f"+ {line}" for line in marked.repaired.splitlines())
    yield "```"
    yield ""
    yield "Left alone:"
    yield ""
    yield "```text"
    yield from (line for example in rule.definition.good for line in example.text.splitlines())
    yield "```"
    yield ""


def _entries(family: str) -> Iterator[str]:
    """How many entries a family has, by the language that they come from."""
    counts = Counter[str]()
    for language, of, path in packs.sources():
        if of == family:
            counts[language] += len(packs.read_source(path).get("entry", []))
    yield "Entries: " + ", ".join(f"{language} {count:,}" for language, count in counts.most_common()) + "."
    yield ""


def escaped(text: str) -> str:
    """`text` as Markdown that shows it as it is, but for `code`."""
    parts = re.split(r"(`[^`\n]+`)", text)
    return "".join(part if part.startswith("`") and part.endswith("`") and len(part) > 2
                   else re.sub(r"([\\`*_{}\[\]<>#|&])", r"\\\1", part) for part in parts)  # fmt: skip
