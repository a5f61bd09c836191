"""every rule run over the examples of all -> what each pattern requires of a text (`data/signs.txt`).

    python -m mtcheck.lang.signs

`python -m mtcheck.lang.compile` calls it. It asks a rule's own examples, since patterns are made where they are used.
"""

from __future__ import annotations

import re
from pathlib import Path

from mtcheck.analysis import regex
from mtcheck.analysis.codes import line_of, parser
from mtcheck.analysis.provenance import provenance
from mtcheck.analysis.required import Required, required
from mtcheck.analysis.view import View
from mtcheck.detect import detect
from mtcheck.formats import read
from mtcheck.rules import load

TARGET = Path(__file__).parent.parent / "data" / "signs.txt"
_MARKED = re.compile(r"\[\[([^\[\]]*)\]\]")


def content() -> str:
    """The list, in the order of its keys; of a process that has run nothing else."""
    for rule in load():
        for example in (*rule.definition.bad, *rule.definition.good):
            text = _MARKED.sub(lambda match: match[1].partition("->")[0], example.text)
            if rule.bilingual:
                detect(read(text.encode()), [rule], example.source_language, [], read(example.source.encode()))
                continue
            view = View(text, example.source_language)
            provenance(view)
            list(rule.check(view))
    lines = {line_of(made.expression, made.flags, required_by(made.expression, made.flags)) for made in regex.made()}
    return "".join(f"{line}\n" for line in sorted(lines))


def required_by(expression: str, flags: int) -> Required:
    """What is worked out from the pattern itself."""
    parsed = parser().parse(expression, flags)
    return required(parsed, int(flags | parsed.state.flags))


if __name__ == "__main__":
    TARGET.write_text(content(), encoding="ascii")
