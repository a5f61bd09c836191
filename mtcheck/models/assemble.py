"""names of models -> a Proposer with the right adapter for each, loaded."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.models.chat import Chat
from mtcheck.models.generation import DEFAULT, Limits
from mtcheck.models.loading import Loaded, load
from mtcheck.models.place import locate
from mtcheck.models.propose import Proposer
from mtcheck.models.scorers import Likelihood
from mtcheck.models.sentence import Writer
from mtcheck.models.seq2seq import Corrector, Translator


def proposer(names: Sequence[str], device: str = "auto", limits: Limits = DEFAULT) -> Proposer:
    """Loads the models called `names`; what each is for, it says itself.

    Raises:
        ModelProblem: a model or a library is missing, or a model is of no use here.
    """
    writers: list[Writer] = []
    judges: list[Likelihood] = []
    places = [locate(name) for name in dict.fromkeys(names)]  # all names are looked up before anything is loaded
    for place in places:
        loaded = load(place, device)
        if loaded.kind in ("causal", "masked"):
            judges.append(Likelihood(loaded, limits))
        else:
            writers.append(_writer(loaded, limits))
    return Proposer(writers, judges)


def _writer(loaded: Loaded, limits: Limits) -> Writer:
    if loaded.kind == "translator":
        return Translator(loaded, limits)
    return Chat(loaded, limits) if loaded.kind == "chat" else Corrector(loaded, limits)
