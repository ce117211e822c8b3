"""Weights in a file: half precision, eight bits for the big matrix, and what is read back."""

from __future__ import annotations

import torch

from pipeline.extract.weights import packed, unpacked


def test_what_is_packed_is_read_back_nearly() -> None:
    torch.manual_seed(3)
    tensors = {"words": torch.randn(40, 8) * torch.logspace(-3, 2, 40)[:, None], "bias": torch.randn(5), "nothing": torch.zeros(2, 3)}
    stored = packed(tensors, frozenset({"words", "nothing"}))
    assert stored["words"].dtype == torch.int8
    assert stored["bias"].dtype == torch.float16
    back = unpacked(stored)
    assert back.keys() == tensors.keys()
    for row, wanted in zip(back["words"], tensors["words"], strict=True):
        torch.testing.assert_close(row, wanted, atol=float(wanted.abs().max()) * 0.005, rtol=0)
    torch.testing.assert_close(back["bias"], tensors["bias"], atol=1e-3, rtol=1e-3)
    assert not back["nothing"].any()
