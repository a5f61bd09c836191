"""A request -> the documents, read and examined one after another; what goes wrong with one is told and passed over."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from mtcheck.commands.answer import Answer, Prepare
from mtcheck.commands.english import require_english
from mtcheck.commands.request import Request
from mtcheck.commands.ruleset import named_own, rules_of
from mtcheck.config import Config, Settings, config_for
from mtcheck.errors import Foreign, InputProblem, MtcheckError, UsageProblem
from mtcheck.files import STANDARD_INPUT, contents, found
from mtcheck.finding import Finding, Safety
from mtcheck.formats import read
from mtcheck.formats.ignores import side_file
from mtcheck.pipeline import Examined, examine
from mtcheck.progress import Progress
from mtcheck.rules import Rule, load
from mtcheck.selection import require_known, selected
from mtcheck.text import Document
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from mtcheck.analysis.terms import Term
    from mtcheck.baseline import Silence
    from mtcheck.commands.kept import Kept
    from mtcheck.models.propose import Proposer

MODELS = Rule("model-correction", "models", Safety.SUGGEST, "")
"""Stands for what models propose wherever rules are named."""


class Run:
    """One run over many files: gathers problems and says them at once, so that the other files go on."""

    def __init__(self, request: Request):
        self.request = request
        self.rules = (*load(), *named_own(request))
        self.failed = False
        self.progress = Progress(0, wanted=False)
        self.names = (*self.rules, MODELS)
        """What an ignore may name: `model-correction` is no rule, but can be ignored like one."""
        require_known(request.select, self.rules, "--select")
        require_known(request.ignore, self.names, "--ignore")
        self._selections: dict[tuple[tuple[str, ...], ...], tuple[Rule, ...]] = {}
        self._checked: set[str] = set()
        self._said: list[str] = []
        self.remembered: dict[Path, Silence] = {}
        """Baselines, as they were when the run began."""
        self.written: set[Path] = set()
        """Files that were repaired in this run, without links."""
        self.proposer = self._proposer() if request.repairs else None
        self._glossaries: dict[str, tuple[Term, ...]] = {}

    def say(self, text: str) -> None:
        """A line for the person at the terminal, on standard error."""
        self.progress.clear()
        if not text.isascii() or not text.replace("\n", "").isprintable():  # a file's name can hold anything
            from mtcheck.report.visible import visible

            text = visible(text)
        print(text, file=sys.stderr)  # noqa: T201

    def _tell(self, text: str) -> None:
        if self.request.verbose:
            self._said.append(text)

    def problem(self, error: MtcheckError) -> None:
        """Tells what went wrong with one file."""
        self.failed = True
        self.say(f"mtcheck: {error}")

    def results(self, prepare: Prepare) -> Iterator[Examined]:
        """Every document examined, in the order given. `prepare` makes what the caller will ask of it.

        Where several processes work, `prepare` is sent to them.
        """
        paths = self._paths()
        self.progress = Progress(len(paths), wanted=not self.request.quiet)
        said = set[str]()
        for answer in self._answers(paths, prepare):
            for text in answer.said:
                if text not in said:  # what holds for many files is said once
                    said.add(text)
                    self.say(text)
            if isinstance(answer.error, UsageProblem):
                self.progress.clear()
                raise answer.error
            if isinstance(answer.error, Foreign):
                if not self.request.quiet:
                    self.say(f"mtcheck: {answer.error}")
            elif answer.error is not None:
                self.problem(answer.error)
            elif answer.examined is not None:
                self._tell_of(answer.path, answer.examined)
                yield answer.examined
        self.progress.clear()
        if self.proposer is not None and self.request.verbose:
            self.say(self.proposer.summary())

    def _tell_of(self, path: str, examined: Examined) -> None:
        for crash in examined.crashes:
            self.problem(
                InputProblem(
                    f"{path}: the rule {crash.rule} crashed ({crash.error})",
                    f"please report it; --ignore {crash.rule} leaves it out; the other rules went on",
                )
            )
        self.progress.clear()
        if self.request.verbose and 0 < examined.source_confidence < 1:
            self.say(f"{path}: translated from {examined.source_language} ({examined.source_confidence:.0%} sure)")

    def _answers(self, paths: Sequence[str], prepare: Prepare) -> Iterator[Answer]:
        """What each file came to, one after another or from several processes."""
        if self.request.jobs != 1 and len(paths) > 1:
            from mtcheck.commands.shared import answers

            yield from answers(self, paths, prepare)
            return
        for path in paths:
            self.progress.step(path)
            yield self.answer(path, prepare)

    def answer(self, path: str, prepare: Prepare) -> Answer:
        """Reads and examines one file. Nothing is printed or raised: what went wrong is in the answer."""
        said = self._said = list[str]()
        try:
            examined, kept = self._examined(path)
            prepare(examined)
            if kept is not None:
                kept.keep(examined)
        except MtcheckError as error:
            return Answer(path, None, error, tuple(said))
        except Exception as error:  # a bug of ours in one file must not cost the others
            if self.request.verbose:
                import traceback

                said.append(traceback.format_exc())
            what = f"{type(error).__name__}: {error}"
            problem = InputProblem(f"{path}: mtcheck failed here ({what})", "please report it (-v shows where)")
            return Answer(path, None, problem, tuple(said))
        return Answer(path, examined, None, tuple(said))

    def selection(self, settings: Settings, config: Config) -> tuple[Rule, ...]:
        """The rules that run where `settings` of `config` hold."""
        wanted = (self.request.select or settings.select, settings.ignore + self.request.ignore)
        key = (*wanted, (config.path if config.rules else "",))
        if key not in self._selections:
            rules = rules_of(config)
            self._selections[key] = selected(rules, *wanted) if any(wanted) else rules
        return self._selections[key]

    def _paths(self) -> list[str]:
        """The files to read, each once."""
        paths: dict[str, None] = {}
        for path in self.request.paths:
            named = self._named(path)
            if len(named) > 1:
                from mtcheck.commands.source import without_sources

                named = without_sources(named, self.request)
            paths.update(dict.fromkeys(named))
        if self.request.source is not None:
            from mtcheck.commands.source import require_source

            require_source(self.request.source, self.request, list(paths))
        return list(paths)

    def _named(self, path: str) -> Sequence[str]:
        try:
            return found(
                path, lambda name: config_for(name).excludes(name), lambda name: config_for(name).includes(name)
            )
        except InputProblem as error:
            self.problem(error)
            return ()

    def examined_text(self, name: str, text: str) -> Examined:
        """`text` as if it were in the file called `name`: an editor's, not saved yet. Raises MtcheckError."""
        return self._examined(name, text.encode("utf-8", "surrogatepass"))[0]

    def _examined(self, path: str, data: bytes | None = None) -> tuple[Examined, Kept | None]:
        """`data` in UTF-8, or what is in the file; and its place in the cache, where there is one."""
        request = self.request
        name = request.stdin_filename or path if path == STANDARD_INPUT else path
        config = self._config(name)
        settings = config.settings_for(name)
        if data is None:
            document = self._document(path, name, request.encoding or settings.encoding)
        else:
            document = self._read(data, name, "utf-8")
        source_language = request.source_language or settings.source_language
        source = self._source(document, config)
        rules, silent, terms = self.selection(settings, config), self._silent(config), self._terms(config)
        propose = self.proposer if MODELS.name not in settings.ignore + request.ignore else None
        kept = None
        # what a rule of the house does cannot be told from its name: nothing is kept of it
        if not config.rules and (request.cache or (config.cache and request.cache is None)):
            from mtcheck.commands import kept as cached

            folder = cached.folder_of(request, config)
            models = propose.signature if propose is not None else ""
            options = cached.Options(request, config, rules, source_language, silent, terms, models)
            kept = cached.kept(folder, document, source, options)
        found = kept.found if kept is not None else None
        examined = examine(document, rules, source_language, source, silent, terms, propose, found)
        if kept is not None:
            kept.restore(examined)
        if examined.silenced:
            self._tell(f"{name}: {len(examined.silenced)} in {config.baseline}, left out")
        return examined, kept

    def _source(self, document: Document, config: Config) -> Document | None:
        """The text that the document was translated from, where something names one."""
        named = self.request.source or config.settings_for(document.path).source
        if named is None and not document.raw.startswith(("---", "+++")):
            return None
        from mtcheck.commands.source import source_of

        return source_of(self.request, document, config, self._tell)

    def _proposer(self) -> Proposer | None:
        """What `--model` or the configuration asks for, loaded; None where neither does."""
        request = self.request
        configured = config_for(request.stdin_filename or request.paths[0]).model
        names = request.model or ((configured,) if configured else ())
        if not names:
            return None
        if request.jobs != 1:
            raise UsageProblem("-j: with a model, files are examined one after another", "leave -j out")
        from mtcheck.commands.proposing import proposer

        return proposer(self, names)

    def _terms(self, config: Config) -> tuple[Term, ...]:
        """What the configuration's glossary and its list of names say; read once."""
        if not config.glossary and not config.kept:
            return ()
        if config.path not in self._glossaries:
            from mtcheck.glossary import terms_of

            self._glossaries[config.path] = terms_of(config.folder, config.glossary, config.kept)
        return self._glossaries[config.path]

    def _silent(self, config: Config) -> Silence | None:
        """What the configuration's baseline silences."""
        path = config.baseline_path
        if path is None or self.request.all_findings:
            return None
        if path not in self.remembered:
            from mtcheck.commands.remembered import silent

            self.remembered[path] = silent(path)
        return self.remembered[path]

    def baselines(self, paths: Sequence[str]) -> dict[Path, Silence]:
        """The baselines that hold for `paths`."""
        from contextlib import suppress

        for path in paths:
            with suppress(MtcheckError):  # told when the file's turn comes
                self._silent(config_for(path))
        return self.remembered

    def knows_again(self, after: Document, silenced: Sequence[Finding]) -> None:
        """Tells the baseline how the findings that it silenced look in the repaired text."""
        path = config_for(after.path).baseline_path
        if path is not None and silenced:
            from mtcheck.commands.remembered import know_again

            know_again(path, after, silenced)

    def _document(self, path: str, name: str, encoding: str | None) -> Document:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else contents(path)
        return self._read(data, name, encoding)

    def _read(self, data: bytes, name: str, encoding: str | None) -> Document:
        document = read(data, name, format=self.request.input_format, encoding=encoding)
        require_english(document)
        document = document._replace(ignores=document.ignores + side_file(name))
        names = {rule for ignore in document.ignores for rule in ignore.rules}
        require_known(names, (*rules_of(config_for(name)), MODELS), f"{name}: an ignore")
        return document

    def _config(self, path: str) -> Config:
        """The file's configuration; the rules it names are looked up once."""
        config = config_for(path)
        if config.path and config.path not in self._checked:
            self._checked.add(config.path)
            rules = rules_of(config)
            for settings in (config.settings, *(own for _, own in config.per_file)):
                require_known(settings.select, rules, f"{config.path}: select")
                require_known(settings.ignore, (*rules, MODELS), f"{config.path}: ignore")
        if config.path:
            self._tell(f"{config.path}: read")
        return config
