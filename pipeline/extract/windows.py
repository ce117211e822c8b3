"""Words in, word-piece windows out: what the encoder reads of an article.

An article longer than one window is read in several that overlap; each word takes its state from the window in which it
stands farthest from an edge, so that nothing is cut off and no word is read without its surroundings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 510  # word pieces; the encoder has 512 positions, two of which are [CLS] and [SEP]
OVERLAP = 64  # word pieces that neighbouring windows share

LOWER, TITLE, UPPER, INITIAL, MIXED, DIGITS, OTHER = range(1, 8)
LINE_START = 8  # added to the shape of a word that opens a line


@dataclass(frozen=True)
class Windows:
    """One article as the encoder reads it."""

    pieces: list[NDArray[np.int64]]  # word-piece ids of each window, [CLS] and [SEP] included
    shapes: list[NDArray[np.int64]]  # a shape for each of them
    window: NDArray[np.int64]  # for each word, the window to take its state from
    offset: NDArray[np.int64]  # and where its first piece stands in it


def shape(word: str) -> int:
    """The shape of a word: lower case, Title, UPPER, a single capital, mIxed, with digits, anything else."""
    if word.islower():
        return LOWER if not any(c.isdigit() for c in word) else DIGITS
    if any(c.isdigit() for c in word):
        return DIGITS
    if not any(c.isalpha() for c in word):
        return OTHER
    if word.isupper():
        return INITIAL if len(word.rstrip(".")) == 1 else UPPER
    return TITLE if word[0].isupper() and word[1:].islower() else MIXED


def windows(words: Sequence[str], line_starts: Sequence[bool], tokenizer: Tokenizer) -> Windows:
    """Cut the words of an article into overlapping windows of word pieces.

    `tokenizer` is a BERT word-piece tokenizer without padding or truncation. A word that it drops (a lone control
    character) is read as [UNK], so that every word has a state. Raises ValueError where the tokenizer lacks a special piece.
    """
    unknown, cls, sep = (_piece(tokenizer, name) for name in ("[UNK]", "[CLS]", "[SEP]"))
    encoding = tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False) if words else None
    ids = np.asarray(encoding.ids if encoding else [], dtype=np.int64)
    owner = np.asarray(encoding.word_ids if encoding else [], dtype=np.int64)
    missing = np.setdiff1d(np.arange(len(words)), owner)
    if len(missing):
        at = np.searchsorted(owner, missing)
        ids, owner = np.insert(ids, at, unknown), np.insert(owner, at, missing)
    word_shapes = np.asarray([shape(w) + LINE_START * s for w, s in zip(words, line_starts, strict=True)], dtype=np.int64)
    shapes = word_shapes[owner] if len(words) else ids
    first = np.searchsorted(owner, np.arange(len(words)))

    starts = [0]
    while starts[-1] + WINDOW < len(ids):
        starts.append(starts[-1] + WINDOW - OVERLAP)
    pieces, piece_shapes = [], []
    for start in starts:
        part = slice(start, start + WINDOW)
        pieces.append(np.concatenate([[cls], ids[part], [sep]]).astype(np.int64))
        piece_shapes.append(np.concatenate([[0], shapes[part], [0]]).astype(np.int64))
    # the middle of an overlap is where the earlier window stops being the better one
    edges = np.asarray([s + OVERLAP // 2 for s in starts[1:]], dtype=np.int64)
    window = np.searchsorted(edges, first, side="right")
    return Windows(pieces, piece_shapes, window, first - np.asarray(starts)[window] + 1)


def _piece(tokenizer: Tokenizer, name: str) -> int:
    found = tokenizer.token_to_id(name)
    if found is None:
        raise ValueError(f"the tokenizer has no piece {name}: it is no BERT word-piece tokenizer")
    return int(found)
