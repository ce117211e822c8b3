"""The vocabulary of a model as bytes, and which of its tokens may come next under a grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.summarize.neural.grammar import DEAD, Grammar, States

TOKENS = -1  # the key, beside those of bytes, under which a node of the tree lists the tokens that end there
BYTE = re.compile(r"<0x([0-9A-F]{2})>")
SPACE_OF_BYTES, SPACE_OF_PIECES = "Ġ", "▁"  # how the two families of tokenizers write a space

Tree = dict[int, Any]


class UnspeltError(ValueError):
    """A vocabulary of a kind whose spelling is not known."""


class Vocabulary:
    """How each token is spelled; special tokens are spelled with nothing and are never let through."""

    def __init__(self, spelled: Sequence[bytes]) -> None:
        self.spelled = tuple(spelled)
        self._tree: Tree = {}
        for token, text in enumerate(self.spelled):
            if text:
                node = self._tree
                for byte in text:
                    node = node.setdefault(byte, {})
                node.setdefault(TOKENS, []).append(token)

    @classmethod
    def of(cls, tokenizer: Any) -> Vocabulary:
        """The vocabulary of a tokenizer of transformers. Raises `UnspeltError` where it is neither of bytes nor of pieces."""
        tokens: list[str] = tokenizer.convert_ids_to_tokens(list(range(len(tokenizer))))
        special = {*tokenizer.all_special_ids, *getattr(tokenizer, "added_tokens_decoder", {})}
        in_bytes = sum(token.startswith(SPACE_OF_BYTES) for token in tokens)
        in_pieces = sum(token.startswith(SPACE_OF_PIECES) for token in tokens)
        if not in_bytes and not in_pieces:
            raise UnspeltError("its tokens mark spaces neither with 'Ġ' nor with '▁'")
        table = _printed_bytes() if in_bytes > in_pieces else None
        spelled = [_from_bytes(token, table) if table else _from_pieces(token) for token in tokens]
        return cls([b"" if number in special else text for number, text in enumerate(spelled)])

    def text(self, tokens: Iterable[int]) -> str:
        """What tokens spell together."""
        return b"".join(map(self.spell, tokens)).decode(errors="replace")

    def spell(self, token: int) -> bytes:
        """The bytes of a token; none for one beyond the vocabulary, with which some models are padded."""
        return self.spelled[token] if token < len(self.spelled) else b""

    def allowed(self, grammar: Grammar, state: int) -> list[int]:
        """The tokens that may follow in a state of the grammar."""
        return list(_reachable(self._tree, grammar, frozenset({state})))


def _reachable(tree: Tree, grammar: Grammar, states: States) -> Iterator[int]:
    """The tokens of a tree that can be spelled from some states; a branch is left where its first bytes are dead."""
    for byte, branch in tree.items():
        if byte == TOKENS:
            yield from branch
        elif (reached := grammar.step(states, byte)) != DEAD:
            yield from _reachable(branch, grammar, reached)


def _from_pieces(token: str) -> bytes:
    byte = BYTE.fullmatch(token)
    return bytes([int(byte[1], 16)]) if byte else token.replace(SPACE_OF_PIECES, " ").encode()


def _from_bytes(token: str, table: Mapping[str, int]) -> bytes:
    return bytes(table[letter] for letter in token) if all(letter in table for letter in token) else b""


def _printed_bytes() -> dict[str, int]:
    """The letter that stands for each byte in a vocabulary of bytes: its own where that can be printed, else one past the 255th."""
    printed = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [byte for byte in range(256) if byte not in set(printed)]
    return {chr(byte): byte for byte in printed} | {chr(256 + number): byte for number, byte in enumerate(others)}
