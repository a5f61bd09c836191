"""Tiny models, made once for all tests; caches of their own, and no network."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ["HF_HUB_OFFLINE"] = "1"  # read when the hub's library is first imported

import tiny
import torch

from mtcheck.models.chat import messages
from mtcheck.models.sentence import Sentence
from mtcheck.models.seq2seq import INSTRUCTION

torch.set_num_threads(1)

REPAIRED = ("The minister promised for close 12 schools.", "The minister promised to close 12 schools.")
NUMBER = ("The council bought 40 old boats last year.", "The council bought 50 old boats last year.")
NEGATION = ("The mayor does not support the new plan.", "The mayor does support the new plan.")
NAME = ("The coach praised his young team on Sunday.", "The coach praised his young Duval team on Sunday.")
REWRITTEN = ("The bridge over the river was closed.", "Nobody could cross the water any more.")
ARTICLE = ("The boat reached a harbour at dawn.", "The boat reached an harbour at dawn.")
QUOTED = ("She called it “a good day” for the town.", "She called it a good day for the town.")
CLEAN = ("The children sang in the old church.", "The children sang in the old church.")
LEARNT = (REPAIRED, NUMBER, NEGATION, NAME, REWRITTEN, ARTICLE, QUOTED, CLEAN)
"""What the tiny corrector answers to what: one repair, and everything that a guard has to stop."""

FRENCH = (
    ("Le ministre a décidé de fermer 12 écoles.", "The minister has decided to close 12 schools."),
    ("Le maire ne soutient pas le projet.", "The mayor does not support the plan."),
)
LIKELY = ("He depends on his brother.", "The team won the final match.")


@pytest.fixture(autouse=True)
def own_caches(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or fills what the person at this machine has."""
    folder = tmp_path_factory.mktemp("caches")
    monkeypatch.setenv("MTCHECK_CACHE", str(folder / "mtcheck"))
    monkeypatch.setenv("HF_HOME", str(folder / "hub"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(folder / "hub" / "hub"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def corrector(made: Path) -> Path:
    return tiny.t5(made / "corrector", LEARNT, INSTRUCTION)


@pytest.fixture(scope="session")
def translator(made: Path) -> Path:
    return tiny.marian(made / "opus", FRENCH)


@pytest.fixture(scope="session")
def madlad(made: Path) -> Path:
    return tiny.t5(made / "madlad", FRENCH, "<2en> ", special=["<2en>"])


@pytest.fixture(scope="session")
def chat(made: Path) -> Path:
    return tiny.gpt(made / "chat", [], [(messages(Sentence(text), True), answer) for text, answer in LEARNT[:2]])


@pytest.fixture(scope="session")
def causal(made: Path) -> Path:
    return tiny.gpt(made / "causal", LIKELY)


@pytest.fixture(scope="session")
def masked(made: Path) -> Path:
    return tiny.bert(made / "masked", LIKELY)


@pytest.fixture(scope="session")
def nllb(made: Path) -> Path:
    return tiny.m2m(made / "nllb", [text for pair in FRENCH for text in pair], ["eng_Latn", "fra_Latn"])
