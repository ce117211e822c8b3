"""Windows of word pieces: every word is read, far from an edge where there is a choice."""

from __future__ import annotations

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import BertPreTokenizer

from pipeline.extract.windows import DIGITS, INITIAL, LINE_START, LOWER, MIXED, OTHER, OVERLAP, TITLE, UPPER, WINDOW, shape, windows

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "run", "##ner", "##s", "won", "Lin", "."]
UNK, CLS, SEP = 1, 2, 3


@pytest.fixture
def tokenizer() -> Tokenizer:
    tokenizer = Tokenizer(WordPiece({piece: i for i, piece in enumerate(PIECES)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


SHAPES = [
    ("relay", LOWER), ("Okoro", TITLE), ("RELAY", UPPER), ("J", INITIAL), ("J.", INITIAL), ("McColl", MIXED), ("iPad", MIXED),
    ("O’Dea", MIXED),
    ("4x100m", DIGITS), ("2-1", DIGITS), ("7", DIGITS), (".", OTHER), ("—", OTHER), ("\n", OTHER), ("é", LOWER), ("É", INITIAL),
]  # fmt: skip


@pytest.mark.parametrize(("word", "expected"), SHAPES)
def test_shapes_of_words(word: str, expected: int) -> None:
    assert shape(word) == expected


def test_a_short_article_is_one_window(tokenizer: Tokenizer) -> None:
    read = windows(["Lin", "won", "\n", "runners"], [True, False, False, True], tokenizer)
    assert [p.tolist() for p in read.pieces] == [[CLS, 8, 7, UNK, 4, 5, 6, SEP]]
    assert [s.tolist() for s in read.shapes] == [[0, TITLE + LINE_START, LOWER, OTHER, *[LOWER + LINE_START] * 3, 0]]
    assert read.window.tolist() == [0, 0, 0, 0]
    assert read.offset.tolist() == [1, 2, 3, 4]


def test_a_word_that_the_tokenizer_drops_has_a_state_all_the_same(tokenizer: Tokenizer) -> None:
    read = windows(["\n", "Lin", " ", "won", "\n"], [False] * 5, tokenizer)
    assert read.pieces[0].tolist() == [CLS, UNK, 8, UNK, 7, UNK, SEP]
    assert read.offset.tolist() == [1, 2, 3, 4, 5]


def test_no_words_are_one_empty_window(tokenizer: Tokenizer) -> None:
    read = windows([], [], tokenizer)
    assert [p.tolist() for p in read.pieces] == [[CLS, SEP]]
    assert len(read.window) == len(read.offset) == 0


@pytest.mark.parametrize("count", [WINDOW - 1, WINDOW, WINDOW + 1, 2 * WINDOW - OVERLAP, 2000])
def test_a_long_article_is_read_in_windows_that_overlap(tokenizer: Tokenizer, count: int) -> None:
    words = ["Lin" if i % 7 else "won" for i in range(count)]
    read = windows(words, [False] * count, tokenizer)
    assert all(len(p) == len(s) <= WINDOW + 2 for p, s in zip(read.pieces, read.shapes, strict=True))
    assert len(read.pieces) == (1 if count <= WINDOW else 1 + -(-(count - WINDOW) // (WINDOW - OVERLAP)))
    ids = [int(read.pieces[w][o]) for w, o in zip(read.window, read.offset, strict=True)]
    assert ids == [tokenizer.token_to_id(w) for w in words]


def test_a_word_takes_its_state_from_where_it_stands_farthest_from_an_edge(tokenizer: Tokenizer) -> None:
    count = 2000
    read = windows(["Lin"] * count, [False] * count, tokenizer)
    for i in range(count):
        w, at = int(read.window[i]), int(read.offset[i])
        left = at - 1 if w else np.inf  # the article's own ends are no edges
        right = len(read.pieces[w]) - 2 - at if w + 1 < len(read.pieces) else np.inf
        assert min(left, right) >= OVERLAP // 2 - 1


def test_a_tokenizer_without_the_special_pieces_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no piece \[UNK\]"):
        windows(["Lin"], [True], Tokenizer(WordPiece({"Lin": 0}, unk_token="Lin")))
