"""a document's findings -> the same and those that models propose, which passed every guard.

The stage between detect and resolve. A model is given sentence after sentence, each with its source where there is
one and with what the rules say of it; its answer is cut into edits (`words`), each edit is judged (`guards`), what
is left must not make a rule speak, and becomes a finding of the rule `model-correction`, never more than suggested.
A translation is a witness and no editor: its words count only where a rule has found something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from mtcheck.analysis.bitext import Bitext
from mtcheck.analysis.sentences import sentences
from mtcheck.finding import Finding, Hit, Safety, finding_of
from mtcheck.models.choose import Scores, chosen, open_to_choice
from mtcheck.models.confidence import confidence
from mtcheck.models.generation import Answer, Step
from mtcheck.models.guards import Passed, judge
from mtcheck.models.scorers import Likelihood, agreement
from mtcheck.models.sentence import Sentence, Writer
from mtcheck.models.seq2seq import Translator
from mtcheck.text import Edit, Span

RULE = "model-correction"
LEAST = 3
"""Words of a sentence that is given to a model."""
SURE = 0.5
"""Probability of an alignment from which on its source is shown to a model."""
ROUNDS = 4
"""How often the rules are asked what they say of what is left."""
MARGINS = {"likelihood": 1.0, "witness": 0.03}
"""How far another suggestion has to be ahead: nats, or share of words in common with the translation."""


class Task(NamedTuple):
    """A document to propose for, and what only the pipeline can do."""

    text: str
    language: str
    findings: tuple[Finding, ...]
    bitext: Bitext | None
    possible: Callable[[Edit], bool]
    """Whether an edit can be made in the file at all."""
    verdict: Callable[[Sequence[Edit]], tuple[Finding, ...]]
    """What the rules find once these edits are made."""


class Proposal(NamedTuple):
    """Edits of one sentence that passed, placed in the document."""

    sentence: Sentence
    edits: tuple[Edit, ...]
    passed: Passed


class Proposer:
    """What the chosen models make of documents; counts what it drops, and why."""

    def __init__(self, writers: Sequence[Writer], judges: Sequence[Likelihood] = ()):
        self.writers, self.judges = tuple(writers), tuple(judges)
        self.dropped: Counter[str] = Counter()
        self.kept = 0
        self.given = 0
        self.begin: Callable[[int, str], Step] = lambda total, name: lambda done: None
        """Told how many sentences a model will be given; what it returns is told how many are done."""
        self._answers: dict[tuple[str, Sentence], Answer] = {}
        self._counted: set[tuple[str, str, str]] = set()
        """(model, sentence, source): a text is looked at pass after pass, but what it shows counts once."""

    @property
    def signature(self) -> str:
        """Every model's name and hash, for the report."""
        return "+".join([*(model.signature for model in self.writers), *(model.signature for model in self.judges)])

    def summary(self) -> str:
        """What was given, kept and dropped, in one line: for `-v`."""
        reasons = ", ".join(f"{count} {reason}" for reason, count in self.dropped.most_common() if count)
        return f"{self.signature}: {self.given} sentences, {self.kept} edits kept, dropped: {reasons or 'none'}"

    def __call__(self, task: Task) -> tuple[Finding, ...]:
        """The document's findings, with the models' among them, in the order of the text."""
        given = tuple(_sentences(task))
        findings = list(task.findings)
        for writer in self.writers:
            answers = self._written(writer, given)
            if isinstance(writer, Translator):
                findings = _witnessed(findings, given, answers, writer.signature)
        for judge_ in self.judges:
            findings = _judged(findings, given, judge_)
        proposals: list[tuple[Proposal, str]] = []
        for writer in self.writers:
            taken = [edit for proposal, _ in proposals for edit in proposal.edits]
            made = self._proposed(task, writer, given, taken)
            proposals += [(proposal, writer.signature) for proposal in made]
        findings += [_finding(proposal, by, task) for proposal, by in proposals]
        return tuple(sorted(findings, key=lambda finding: finding.order))

    def _written(self, writer: Writer, given: Sequence[Sentence]) -> list[Answer]:
        """The writer's answer to each sentence; a sentence is asked about once."""
        keys = [(writer.signature, sentence._replace(span=Span(0, 0))) for sentence in given]
        new = list(dict.fromkeys(key for key in keys if key not in self._answers))
        if new:
            self.given += len(new)
            step = self.begin(len(new), writer.signature)
            answers = writer.write([sentence for _, sentence in new], step)
            self._answers.update(zip(new, answers, strict=True))
            self.dropped.update(answer.dropped for answer in answers if answer.dropped)
        return [self._answers[key] for key in keys]

    def _proposed(self, task: Task, writer: Writer, given: Sequence[Sentence], taken: Sequence[Edit]) -> list[Proposal]:
        """What is left of a writer's answers after all guards."""
        spoken = [edit for finding in task.findings for made in finding.suggestions for edit in made.edits]
        made: list[Proposal] = []
        dropped: dict[Sentence, Counter[str]] = {}
        for sentence, answer in zip(given, self._written(writer, given), strict=True):
            if answer.dropped:
                continue
            passed, dropped[sentence] = judge(sentence, answer.text)
            for one in passed:
                proposal = Proposal(sentence, tuple(_placed(edit, sentence.span.start) for edit in one.edits), one)
                reason = _elsewhere(proposal, task, spoken, taken, isinstance(writer, Translator))
                if reason:
                    dropped[sentence][reason] += 1
                else:
                    made.append(proposal)
        quiet = _quiet(made, task)
        for proposal in made:
            if not any(proposal is kept for kept in quiet):
                dropped[proposal.sentence]["a rule would speak"] += 1
        new = {sentence for sentence in dropped if self._first(writer, sentence)}
        for sentence in new:
            self.dropped.update(dropped[sentence])
        self.kept += sum(proposal.sentence in new for proposal in quiet)
        return quiet

    def _first(self, writer: Writer, sentence: Sentence) -> bool:
        """Whether this model's answer to this sentence has not been counted yet."""
        key = (writer.signature, sentence.text, sentence.source)
        fresh = key not in self._counted
        self._counted.add(key)
        return fresh


def _sentences(task: Task) -> Iterator[Sentence]:
    """What a model is given: passages that have a source, and the sentences that have none."""
    spans: list[tuple[Span, Span | None]] = []
    if task.bitext is not None and task.bitext.usable:
        spans += [(p.target, p.source) for p in task.bitext.passages if p.paired and p.score >= SURE]
    covered = [target for target, _ in spans]
    spans += [
        (span, None)
        for span in _trimmed(task.text)
        if not any(span.start < other.end and other.start < span.end for other in covered)
    ]
    for span, source in sorted(spans, key=lambda pair: pair[0]):
        text = span.of(task.text)
        if "\n" in text or len(text.split()) < LEAST:
            continue
        notes = tuple(
            dict.fromkeys(f.message for f in task.findings if span.start <= f.span.start and f.span.end <= span.end)
        )
        original = source.of(task.bitext.source) if source is not None and task.bitext is not None else ""
        language = task.bitext.language if task.bitext is not None else task.language
        yield Sentence(text, span, original, language, notes)


def _trimmed(text: str) -> Iterator[Span]:
    """The sentences of a text without the white space around them."""
    for span in sentences(text, "en"):
        own = span.of(text)
        if own.strip():
            start = span.start + len(own) - len(own.lstrip())
            yield Span(start, start + len(own.strip()))


def _placed(edit: Edit, start: int) -> Edit:
    return Edit(Span(edit.span.start + start, edit.span.end + start), edit.new)


def _elsewhere(proposal: Proposal, task: Task, spoken: Iterable[Edit], taken: Iterable[Edit], witness: bool) -> str:
    """Why the proposal has no place in this document; empty where it has."""
    if not all(task.possible(edit) for edit in proposal.edits):
        return "cuts through markup"
    if any(_meet(edit, other) for edit in proposal.edits for other in spoken):
        return "a rule has its own suggestion there"
    if any(_meet(edit, other) for edit in proposal.edits for other in taken):
        return "another model speaks there"
    if witness and not any(_near(edit.span, f.span) for edit in proposal.edits for f in task.findings):
        return "only another wording"
    return ""


def _meet(one: Edit, two: Edit) -> bool:
    """Whether two edits share a character or stand against each other."""
    return one.span.start <= two.span.end and two.span.start <= one.span.end


def _near(one: Span, two: Span) -> bool:
    return one.start <= two.end and two.start <= one.end


def _quiet(made: Sequence[Proposal], task: Task) -> list[Proposal]:
    """The proposals after which no rule says what it did not say before."""
    kept = list(made)
    before = Counter((finding.rule, finding.text) for finding in task.findings)
    for _ in range(ROUNDS):
        if not kept:
            return kept
        edits = sorted(edit for proposal in kept for edit in proposal.edits)
        new = _new(task.verdict(edits), before)
        if not new:
            return kept
        blamed = _blamed(kept, edits, new)
        kept = [proposal for proposal in kept if id(proposal) not in blamed]
    return []


def _new(after: Iterable[Finding], before: Counter[tuple[str, str]]) -> list[Finding]:
    """Findings that were not there, or not as often."""
    left = before.copy()
    new = []
    for finding in after:
        key = (finding.rule, finding.text)
        if left[key]:
            left[key] -= 1
        else:
            new.append(finding)
    return new


def _blamed(kept: Sequence[Proposal], edits: Sequence[Edit], new: Sequence[Finding]) -> set[int]:
    """The proposals that a new finding speaks of: those it touches, else all of its sentence, else all."""
    blamed: set[int] = set()
    for finding in new:
        start, end = (_back(at, edits) for at in finding.span)
        spot = Span(start, max(start, end))
        touching = [p for p in kept if any(_near(edit.span, spot) for edit in p.edits)]
        beside = [p for p in kept if _near(p.sentence.span, spot)]
        blamed |= {id(proposal) for proposal in touching or beside or kept}
    return blamed


def _back(at: int, edits: Sequence[Edit]) -> int:
    """Where an offset of the repaired text lies in the text before."""
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        if at < start:
            break
        if at <= start + len(edit.new):
            return edit.span.start
        shift += len(edit.new) - (edit.span.end - edit.span.start)
    return at - shift


def _finding(proposal: Proposal, by: str, task: Task) -> Finding:
    edits, passed = proposal.edits, proposal.passed
    span = Span(edits[0].span.start, max(edit.span.end for edit in edits))
    message = f"{by} would {_said(passed)}"
    sure = confidence(passed.kind, bool(proposal.sentence.source))
    return finding_of(Hit(span, message, (edits,), sure, Safety.SUGGEST), RULE, Safety.SUGGEST, task.text)


def _said(passed: Passed) -> str:
    if passed.kind == "moved":
        return "put these words in another order"
    if not passed.new:
        return f"leave “{passed.old}” out"
    return f"write “{passed.new}” for “{passed.old}”" if passed.old else f"put in “{passed.new}”"


def _witnessed(findings: list[Finding], given: Sequence[Sentence], answers: Sequence[Answer], by: str) -> list[Finding]:
    """Suggestions in the order that a second translation of the source speaks for."""
    said = {sentence.span: answer.text for sentence, answer in zip(given, answers, strict=True)}

    def scores(sentence: Sentence, versions: Sequence[str]) -> list[float]:
        return [agreement(version, said[sentence.span]) for version in versions]

    return _reordered(findings, [s for s in given if said[s.span]], scores, MARGINS["witness"], by)


def _judged(findings: list[Finding], given: Sequence[Sentence], judge_: Likelihood) -> list[Finding]:
    return _reordered(findings, given, judge_.scores, MARGINS["likelihood"], judge_.signature)


def _reordered(
    findings: list[Finding], given: Sequence[Sentence], scores: Scores, margin: float, by: str
) -> list[Finding]:
    out = []
    for finding in findings:
        if open_to_choice(finding):
            around = [s for s in given if s.span.start <= finding.span.start and finding.span.end <= s.span.end]
            if around:
                finding = chosen(finding, around[0], scores, margin, by)
        out.append(finding)
    return out
