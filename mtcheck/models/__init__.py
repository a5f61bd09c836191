"""Models by name, for those who want more than the rules and the embedded encoder give.

    vectors = encoder("LaBSE").encode(["Bonjour.", "Good morning."])

known.toml        what is known by a short name; any folder or hub name will do
place             a name -> the folder on this machine that holds it, and a hash of its weights
encoders, cache   sentences -> vectors, kept on disk
seq2seq, chat     a sentence -> the sentence as a model would have it; `scorers`: how likely a sentence is
words, guards     that sentence -> minimal edits, each of which passes or falls
propose           a document -> findings that a model proposes
quality, metrics  scores without and with a reference

Nothing here loads torch, transformers, sentence-transformers or sacrebleu before it has to, and nothing asks
the network unless `pull` is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtcheck.align.encoder import Encoder


def encoder(name: str, device: str = "auto") -> Encoder:
    """The sentence encoder called `name`: a short name, a folder, or a name on the hub.

    `.encode(sentences)` gives float32 unit vectors of shape (sentences, dimensions). They are kept on disk, by
    the hash of the model and of the sentence.

    Args:
        device: auto (a GPU where there is one), cpu, cuda, cuda:1, mps.

    Raises:
        ModelProblem: the library or the model is missing, or the model is no encoder.
    """
    from mtcheck.models.encoders import load

    return load(name, device)
