"""The learned reader as a spaCy component: one pass of the encoder over each article.

It leaves on the doc what later components read from: the state of every token, and the probabilities of its tags.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from spacy.language import Language
from spacy.tokens import Doc
from torch import Tensor, nn

from pipeline.extract.network import Config, Reader
from pipeline.extract.weights import model_folder, unpacked
from pipeline.extract.windows import windows

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Doc.set_extension("reading", default=None, force=True)


@dataclass(frozen=True)
class Reading:
    """What the encoder and its token heads say of one article."""

    states: Tensor  # (T, H)
    tags: NDArray[np.float32]  # (T, tags) probabilities of the sports tags
    ner: NDArray[np.float32]  # (T, ner tags) probabilities of CoNLL-2003's tags


# Seven bits for weights, eight for inputs: processors without VNNI instructions add pairs of products in sixteen bits, where
# 2 * 255 * 63 fits and 2 * 255 * 127 does not. Seven bits for the inputs instead, torch's own way, cost a point of accuracy.
LARGEST_WEIGHT = 63


class Int8Linear(nn.Module):
    """A linear layer in eight-bit integers, a scale for each output, and inputs quantised as they come.

    Made of torch's operators: torch.ao.quantization, which did this with a scale for the whole layer, is on its way out, and its
    heir is a package of its own.
    """

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weight = linear.weight.detach()
        scales = weight.abs().amax(1).clamp_min(1e-8).double() / LARGEST_WEIGHT
        zeros = torch.zeros(len(weight), dtype=torch.int64)
        with warnings.catch_warnings():
            # torch 2.13 announces the end of quantised tensors some day; pyproject.toml keeps to the releases that have them
            warnings.filterwarnings("ignore", message=".*quantize_per_channel.*", category=UserWarning)
            quantised = torch.quantize_per_channel(weight, scales, zeros, 0, torch.qint8)
        self.packed = torch.ops.quantized.linear_prepack(quantised, linear.bias.detach())

    def forward(self, x: Tensor) -> Tensor:
        """(..., inputs) -> (..., outputs)."""
        return torch.ops.quantized.linear_dynamic(x, self.packed, False)  # type: ignore[no-any-return]


def quantise(module: nn.Module) -> None:
    """Put an `Int8Linear` in place of every linear layer within the module."""
    for name, child in module.named_children():
        if isinstance(child, nn.Linear):
            setattr(module, name, Int8Linear(child))
        else:
            quantise(child)


@contextmanager
def _uninitialised() -> Iterator[None]:
    """Large layers made within hold what the memory held: random numbers for weights that a file brings cost a third of loading."""
    layers: tuple[Any, ...] = (nn.Linear, nn.Embedding)
    kept = [layer.reset_parameters for layer in layers]
    for layer in layers:
        layer.reset_parameters = lambda self: None
    try:
        yield
    finally:
        for layer, method in zip(layers, kept, strict=True):
            layer.reset_parameters = method


@cache
def load(folder: Path) -> tuple[Reader, Tokenizer]:
    """The reader of a model folder, its linear layers in the encoder quantised to int8, and its tokenizer.

    Raises FileNotFoundError where the folder lacks one of its files.
    """
    from tokenizers import Tokenizer

    config = Config.from_json(json.loads((folder / "config.json").read_text(encoding="utf-8")))
    with _uninitialised():
        reader = Reader(config)
    reader.load_state_dict(unpacked(load_file(folder / "weights.safetensors")))
    reader.eval()
    quantise(reader.encoder)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return reader, tokenizer


class ReaderComponent:
    """Adds `doc._.reading`.

    Windows go through the encoder one at a time. On a CPU that is as fast as batches of like length (int8, two cores: 32 articles
    a second either way), costs no padding, and keeps an article's record independent of what else is read with it: dynamic
    quantisation takes its scale from the whole batch.
    """

    def __init__(self) -> None:
        self.reader, self.tokenizer = load(model_folder("reader"))
        self._encoder: nn.Module = self.reader.encoder

    def trace(self) -> None:
        """Make the encoder a single call into torch, which holds Python's lock once and not for each of its hundred steps.

        It takes a quarter of a second, and changes no bit of what is read; threads that read articles side by side then wait less
        for one another, and many articles are read in a seventh less time.
        """
        if self._encoder is not self.reader.encoder:
            return
        window = torch.ones((1, 8), dtype=torch.int64)  # any will do that has no padding, as none has that is read
        with torch.inference_mode(), warnings.catch_warnings():
            # the batch of one and the lack of padding are taken as they are; torch 2.13 announces the end of tracing some day, too
            warnings.filterwarnings("ignore", category=torch.jit.TracerWarning)  # type: ignore[attr-defined]
            warnings.filterwarnings("ignore", message=".*torch.jit.trace.*", category=DeprecationWarning)
            self._encoder = torch.jit.trace(self.reader.encoder, (window, window), check_trace=False)  # type: ignore[no-untyped-call]

    def __call__(self, doc: Doc) -> Doc:
        """Read one article."""
        doc._.reading = self.predict(doc)
        return doc

    def predict(self, doc: Doc) -> Reading:
        """What the reader says of the doc, of which the words are known; sets nothing."""
        words = doc._.words
        part = windows(words, [i == 0 or "\n" in words[i - 1] for i in range(len(words))], self.tokenizer)
        with torch.inference_mode():
            read = [
                self._encoder(torch.from_numpy(pieces)[None], torch.from_numpy(shapes)[None])[0]
                for pieces, shapes in zip(part.pieces, part.shapes, strict=True)
            ]
            lengths = np.cumsum([0, *map(len, read)])
            states = torch.cat(read)[torch.from_numpy(lengths[part.window] + part.offset)]
            return Reading(states, _probabilities(self.reader.tag(states)), _probabilities(self.reader.ner(states)))


def _probabilities(logits: Tensor) -> NDArray[np.float32]:
    return logits.softmax(-1).numpy()


@Language.factory("reader", requires=["doc._.words"], assigns=["doc._.reading"])
def make_reader(nlp: Language, name: str) -> ReaderComponent:
    """The component, with the weights that the package brings."""
    return ReaderComponent()
