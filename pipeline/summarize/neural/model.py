"""A model of transformers, loaded from this machine alone, that writes grounded sentences."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from typing import Any

os.environ.setdefault("HF_HUB_OFFLINE", "1")  # before transformers is imported, which reads it once: nothing is fetched while we write

import torch
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    DynamicCache,
    GenerationConfig,
    LogitsProcessorList,
)
from transformers.utils import logging

from pipeline.summarize.neural import WriterError, prompt
from pipeline.summarize.neural.grammar import Grammar
from pipeline.summarize.neural.grounding import Grounding
from pipeline.summarize.neural.vocabulary import UnspeltError, Vocabulary

CHOICES = "Name a folder, a .gguf file, or a model of the hub that has been downloaded."
LONGEST = 96  # tokens of a sentence
TEMPERATURE = 0.7  # below it the candidates are all alike, above it few are sound
LIKELIEST = 0.95  # candidates keep to the tokens that share this much of the probability


@dataclass(frozen=True)
class Candidate:
    """A sentence that a model offers."""

    text: str
    fluency: float  # mean log-probability of its tokens as the model had them before it was grounded
    whole: bool  # whether it came to its full stop


class Model:
    """A causal or sequence-to-sequence model with its tokenizer. Raises `WriterError` where it cannot be loaded."""

    def __init__(self, name: str) -> None:
        self.name = name
        place, options = _located(name)
        try:
            with _quietly():
                config = AutoConfig.from_pretrained(place, **options)
                self.converts = bool(config.is_encoder_decoder)
                kind = AutoModelForSeq2SeqLM if self.converts else AutoModelForCausalLM
                self.tokenizer: Any = AutoTokenizer.from_pretrained(place, **options)
                self.network: Any = kind.from_pretrained(place, config=config, dtype=torch.float32, **options).eval()
            self.vocabulary = Vocabulary.of(self.tokenizer)
        except UnspeltError as error:
            raise WriterError(f"The vocabulary of {name!r} cannot be grounded: {error}. Choose another model.") from None
        except (OSError, ValueError, ImportError, KeyError) as error:
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise WriterError(f"The model {name!r} cannot be loaded: {reason.rstrip('.')}. {CHOICES}") from None
        taken = signature(self.network.forward).parameters
        # the argument that takes what was read before, under its newer or its older name; some models have none
        self.cache = next((name for name in ("cache", "past_key_values") if name in taken), None) if not self.converts else None
        self.ends = _ends(self.network.generation_config.eos_token_id, self.tokenizer)
        self.start = self.network.generation_config.decoder_start_token_id or getattr(config, "decoder_start_token_id", None)
        # a summariser's own settings, such as a least length, are not for sentences
        self.network.generation_config = GenerationConfig()  # type: ignore[no-untyped-call]

    def write(self, kind: str, lines: tuple[str, ...], grammar: Grammar, *, number: int, seed: int) -> list[Candidate]:
        """So many sentences that tell the facts of the lines and keep to the grammar; the same for the same seed."""
        asked = self._asked(kind, lines)
        begins = 1 if self.converts else asked["input_ids"].shape[1]
        grounding = Grounding(grammar, self.vocabulary, begins=begins, ends=self.ends)
        settings = GenerationConfig(  # type: ignore[no-untyped-call]
            max_new_tokens=LONGEST,
            do_sample=True,
            temperature=TEMPERATURE,
            top_p=LIKELIEST,
            top_k=0,
            num_return_sequences=number if self.cache is None else 1,
            eos_token_id=self.ends,
            pad_token_id=self.ends[0],
            decoder_start_token_id=self.start,
            return_dict_in_generate=True,
            output_logits=True,
        )
        with torch.inference_mode(), torch.random.fork_rng(devices=()), _quietly():
            torch.manual_seed(seed)
            if self.cache is not None:
                asked = self._read_for_all(asked, number, self.cache)
            written = self.network.generate(**asked, generation_config=settings, logits_processor=LogitsProcessorList([grounding]))
        sentences = written.sequences[:, begins:]
        likely = self.network.compute_transition_scores(written.sequences, written.logits, normalize_logits=True)
        return [self._candidate(grammar, row.tolist(), scores.tolist()) for row, scores in zip(sentences, likely, strict=True)]

    def _asked(self, kind: str, lines: tuple[str, ...]) -> dict[str, Any]:
        if self.converts:
            asked = self.tokenizer(prompt.instruction(lines), return_tensors="pt")
        elif self.tokenizer.chat_template:
            turns = [turn._asdict() for turn in prompt.conversation(kind, lines)]
            asked = self.tokenizer.apply_chat_template(turns, add_generation_prompt=True, return_tensors="pt", return_dict=True)
        else:
            asked = self.tokenizer(prompt.page(kind, lines), return_tensors="pt")
        return {name: asked[name] for name in ("input_ids", "attention_mask")}

    def _read_for_all(self, asked: dict[str, Any], number: int, cache: str) -> dict[str, Any]:
        """The prompt, read once for all candidates; to read it for each of them would take most of the time."""
        held = DynamicCache(config=self.network.config)
        self.network.base_model(**{name: tensor[:, :-1] for name, tensor in asked.items()}, use_cache=True, **{cache: held})
        held.batch_repeat_interleave(number)
        return {**{name: tensor.repeat_interleave(number, dim=0) for name, tensor in asked.items()}, cache: held}

    def _candidate(self, grammar: Grammar, tokens: list[int], scores: list[float]) -> Candidate:
        length = next((place for place, token in enumerate(tokens) if token in self.ends), len(tokens))
        text = self.vocabulary.text(tokens[:length])
        return Candidate(text.strip(), sum(scores[:length]) / max(length, 1), grammar.accepts(text))


def _located(name: str) -> tuple[str, dict[str, Any]]:
    """What transformers is to load, and how; nothing is ever fetched."""
    path = Path(name).expanduser()
    options: dict[str, Any] = {"local_files_only": True}
    if path.suffix == ".gguf":
        if not path.is_file():
            raise WriterError(f"There is no file {name!r}. {CHOICES}")
        return str(path.parent), {**options, "gguf_file": path.name}
    return (str(path) if path.is_dir() else name), options


def _ends(ends: int | list[int] | None, tokenizer: Any) -> list[int]:
    """The ids that end a text."""
    found = [ends] if isinstance(ends, int) else list(ends or ())
    if tokenizer.eos_token_id is not None and tokenizer.eos_token_id not in found:
        found.append(tokenizer.eos_token_id)
    if not found:
        raise WriterError(f"The model {tokenizer.name_or_path!r} has no token that ends a text. Choose another model.")
    return found


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """Without the bars and remarks of transformers: standard error is for what a user must know."""
    level = logging.get_verbosity()
    bars = logging.is_progress_bar_enabled()
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        with contextlib.redirect_stderr(io.StringIO()):  # the bar of the GGUF reader knows no switch
            yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]
