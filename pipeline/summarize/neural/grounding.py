"""The logits processor that keeps a model to a grammar."""

from __future__ import annotations

from collections.abc import Collection

import torch
from transformers import LogitsProcessor

from pipeline.summarize.neural.grammar import ENDED, START, Grammar, States
from pipeline.summarize.neural.vocabulary import Vocabulary


class Grounding(LogitsProcessor):
    """Lets only those tokens through that continue a sentence of the grammar; a sentence that is whole, or stuck, ends.

    `begins` is the number of tokens before the sentence; `ends` are the ids that end it.
    """

    def __init__(self, grammar: Grammar, vocabulary: Vocabulary, *, begins: int, ends: Collection[int]) -> None:
        self.grammar = grammar
        self.vocabulary = vocabulary
        self.begins = begins
        self.ends = list(ends)
        self._states: dict[tuple[int, ...], States] = {(): frozenset({START})}
        self._masks: dict[int, torch.Tensor] = {}

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor) -> torch.FloatTensor:
        """`scores` (rows, vocabulary), minus infinity for every token that may not follow its row of `input_ids`."""
        grounded = torch.full_like(scores, -torch.inf)
        for row, tokens in enumerate(input_ids[:, self.begins :].tolist()):
            allowed = self._mask(self._after(tuple(tokens)), scores.shape[-1])
            grounded[row] = scores[row].masked_fill(~allowed.to(scores.device), -torch.inf)
        return grounded  # type: ignore[return-value]

    def _after(self, tokens: tuple[int, ...]) -> States:
        if tokens not in self._states:
            self._states[tokens] = self.grammar.walk(self._after(tokens[:-1]), self.vocabulary.spell(tokens[-1]))
        return self._states[tokens]

    def _mask(self, states: States, size: int) -> torch.Tensor:
        mask = torch.zeros(size, dtype=torch.bool)
        for state in states:
            mask |= self._mask_of(state, size)
        if ENDED in states or not mask.any():
            mask[self.ends] = True
        return mask

    def _mask_of(self, state: int, size: int) -> torch.Tensor:
        if state not in self._masks:
            mask = torch.zeros(size, dtype=torch.bool)
            mask[self.vocabulary.allowed(self.grammar, state)] = True
            self._masks[state] = mask
        return self._masks[state]
