"""Models small enough to be made in a test: real tokenisers, real configurations, two layers, trained for seconds.

Each is saved as the libraries save it, and read back by mtcheck's own loading code. What a trained one answers is
known, because it has seen a handful of sentences until it knows them by heart.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path

import sentencepiece
import torch
import transformers
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

transformers.utils.logging.set_verbosity_error()
transformers.utils.logging.disable_progress_bar()

Pairs = Sequence[tuple[str, str]]

CHAT = (
    "{% for m in messages %}<|{{ m['role'] }}|>{{ m['content'] }}</s>{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>{% endif %}"
)


def tokenizer(texts: Sequence[str], end: bool, special: Sequence[str] = (), size: int = 800) -> object:
    """A byte-level BPE tokeniser of these texts; every text can be written in it. `end`: texts get an end token."""
    bare = Tokenizer(models.BPE())
    bare.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bare.decoder = decoders.ByteLevel()
    names = ["<pad>", "</s>", "<unk>", "<mask>", *special]
    bare.train_from_iterator(
        texts,
        trainers.BpeTrainer(
            vocab_size=size,
            special_tokens=names,
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
            show_progress=False,
        ),
    )
    if end:
        bare.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=bare, pad_token="<pad>", eos_token="</s>", unk_token="<unk>", mask_token="<mask>"
    )


def t5(folder: Path, pairs: Pairs, instruction: str, special: Sequence[str] = (), steps: int = 120) -> Path:
    """A T5 that answers `instruction + left` with `right`."""
    own = tokenizer([instruction, *(text for pair in pairs for text in pair)], end=True, special=special)
    config = transformers.T5Config(
        vocab_size=len(own), d_model=64, d_kv=32, d_ff=128, num_layers=2, num_decoder_layers=2, num_heads=2,
        dropout_rate=0.0, feed_forward_proj="gated-gelu", tie_word_embeddings=False,
        pad_token_id=0, eos_token_id=1, decoder_start_token_id=0,
    )  # fmt: skip
    torch.manual_seed(7)
    model = transformers.T5ForConditionalGeneration(config)
    _learn(model, own, [instruction + left for left, _ in pairs], [right for _, right in pairs], steps)
    return _save(folder, model, own)


def marian(folder: Path, pairs: Pairs, steps: int = 120) -> Path:
    """A Marian with SentencePiece vocabularies, as OPUS-MT models are, that translates each left to its right."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces: dict[str, int] = {"</s>": 0, "<unk>": 1}
    for side, name in ((0, "source"), (1, "target")):
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter([pair[side] for pair in pairs] * 5), model_prefix=str(folder / name),
            vocab_size=120, hard_vocab_limit=False, character_coverage=1.0, minloglevel=2,
        )  # fmt: skip
        (folder / f"{name}.model").rename(folder / f"{name}.spm")
        (folder / f"{name}.vocab").unlink()
        processor = sentencepiece.SentencePieceProcessor(str(folder / f"{name}.spm"))
        for number in range(processor.get_piece_size()):
            pieces.setdefault(processor.id_to_piece(number), len(pieces))
    pieces["<pad>"] = len(pieces)
    (folder / "vocab.json").write_text(json.dumps(pieces), "utf-8")
    own = transformers.MarianTokenizer(
        str(folder / "source.spm"), str(folder / "target.spm"), str(folder / "vocab.json"), source_lang="fr",
        target_lang="en",
    )  # fmt: skip
    config = transformers.MarianConfig(
        vocab_size=len(pieces), d_model=64, encoder_layers=2, decoder_layers=2, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=128, decoder_ffn_dim=128, dropout=0.0, attention_dropout=0.0,
        pad_token_id=len(pieces) - 1, eos_token_id=0, decoder_start_token_id=len(pieces) - 1, forced_eos_token_id=None,
    )  # fmt: skip
    torch.manual_seed(7)
    model = transformers.MarianMTModel(config)
    _learn(model, own, [left for left, _ in pairs], [right for _, right in pairs], steps)
    return _save(folder, model, own)


def gpt(folder: Path, texts: Sequence[str], chats: Sequence[tuple[list[dict[str, str]], str]] = (), steps: int = 120):
    """A GPT-2 that knows `texts` by heart, or (with a chat template) what to answer to each of `chats`."""
    seen = [*texts, *(m["content"] for messages, _ in chats for m in messages), *(answer for _, answer in chats)]
    own = tokenizer(seen, end=False, special=["<|system|>", "<|user|>", "<|assistant|>"], size=1500)
    rows = [own(text)["input_ids"] + [1] for text in texts]
    prompts = [0] * len(texts)
    if chats:
        own.chat_template = CHAT
        for messages, answer in chats:
            prompt = own.apply_chat_template(messages, add_generation_prompt=True)["input_ids"]
            rows.append(prompt + own(answer)["input_ids"] + [1])
            prompts.append(len(prompt))
    else:
        own.bos_token = "</s>"
        rows = [[1, *row] for row in rows]
    config = transformers.GPT2Config(
        vocab_size=len(own), n_positions=512, n_embd=64, n_layer=2, n_head=2, bos_token_id=1, eos_token_id=1,
        pad_token_id=0, resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0,
    )  # fmt: skip
    torch.manual_seed(7)
    model = transformers.GPT2LMHeadModel(config)
    width = max(map(len, rows))
    ids = torch.tensor([row + [0] * (width - len(row)) for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
    labels = torch.tensor(
        [
            [-100] * prompt + row[prompt:] + [-100] * (width - len(row))
            for row, prompt in zip(rows, prompts, strict=True)
        ]
    )
    # which of the texts comes next, no model can know: that many nats for each of their tokens
    guess = len(texts) * math.log(max(len(texts), 1)) / sum(map(len, rows)) if not chats else 0.0
    _train(model, steps, 1.2 * guess, input_ids=ids, attention_mask=mask, labels=labels)
    return _save(folder, model, own)


def bert(folder: Path, texts: Sequence[str]) -> Path:
    """An untrained masked language model."""
    own = tokenizer(texts, end=True)
    torch.manual_seed(7)
    config = transformers.BertConfig(
        vocab_size=len(own), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        pad_token_id=0,
    )  # fmt: skip
    return _save(folder, transformers.BertForMaskedLM(config), own)


def m2m(folder: Path, texts: Sequence[str], languages: Sequence[str]) -> Path:
    """An untrained M2M-100 model with NLLB's tokeniser and these language codes."""
    bare = tokenizer(texts, end=False)
    whole = json.loads(bare.backend_tokenizer.to_str())["model"]
    names = ["<s>", "<pad>", "</s>", "<unk>"]
    order = [*names, *(piece for piece in whole["vocab"] if piece not in names and not piece.startswith("<"))]
    merges = [tuple(merge) if not isinstance(merge, str) else tuple(merge.split(" ")) for merge in whole["merges"]]
    own = transformers.NllbTokenizer(
        vocab={piece: number for number, piece in enumerate(order)}, merges=merges, src_lang=languages[0],
        extra_special_tokens=list(languages),
    )  # fmt: skip
    config = transformers.M2M100Config(
        vocab_size=len(own) + 8, d_model=32, encoder_layers=2, decoder_layers=2, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=64, decoder_ffn_dim=64, max_position_embeddings=256,
        pad_token_id=1, eos_token_id=2, bos_token_id=0, decoder_start_token_id=2,
    )  # fmt: skip
    torch.manual_seed(7)
    return _save(folder, transformers.M2M100ForConditionalGeneration(config), own)


def _learn(model, own, inputs: Sequence[str], outputs: Sequence[str], steps: int) -> None:
    given = own(list(inputs), return_tensors="pt", padding=True)
    wanted = own(text_target=list(outputs), return_tensors="pt", padding=True)["input_ids"]
    wanted[wanted == own.pad_token_id] = -100
    _train(model, steps, input_ids=given["input_ids"], attention_mask=given["attention_mask"], labels=wanted)


def _train(model, steps: int, known: float = 0.0, rate: float = 6e-3, **batch) -> None:
    """Until it knows the batch by heart. `known`: a loss that nothing gets below."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    model.train()
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate)
    total = 5 * steps
    slower = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(1 - step / total, 0.05))
    calm = 0  # one step of low loss may be luck
    for _ in range(total):
        loss = model(**batch).loss
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        slower.step()
        calm = calm + 1 if loss.item() < known + 1e-3 else 0
        if calm == 5:
            break
    torch.set_num_threads(threads)
    assert loss.item() < known + 4e-3, f"the tiny model did not learn (loss {loss.item():.4f})"


def _save(folder: Path, model, own) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    model.eval().save_pretrained(folder)
    own.save_pretrained(folder)
    return folder
