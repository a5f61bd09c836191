"""What can stop a run. A finding is a value; only a failure to run is an exception."""

from __future__ import annotations


class MtcheckError(Exception):
    """Something a person can mend: what went wrong, where, and the remedy.

    `exit_code` is 2 for a wrong command or configuration, 3 for an input that could not be processed.
    """

    exit_code = 3

    def __init__(self, message: str, hint: str = ""):
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


class UsageProblem(MtcheckError):
    """The command line or the configuration asks for something that does not exist."""

    exit_code = 2


class InputProblem(MtcheckError):
    """A file cannot be read, decoded or written."""


class ModelProblem(MtcheckError):
    """A model or its library is missing, unfit, or ran out of memory. One line, with the remedy in it."""


class NotRepairable(InputProblem):
    """Repairs that would not read back as they were meant; nothing was changed."""


class Foreign(MtcheckError):
    """A file in another language than English: nothing is wrong with it, and it is passed over."""

    exit_code = 0


class RuleCrash(MtcheckError):
    """A rule raised; the rule is named, and the other rules and files go on."""
