"""Nodes and pairs: what the reader's heads look at.

A node is a stretch of tokens that may take part in a fact: a mention of a person or team, a nation, a mark, a discipline, a
quotation. Which pairs of nodes a relation is asked about is decided here, the same way in training as in use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pipeline.extract.network import Links, Pairs
    from pipeline.records import Mark

KINDS = ("person", "team", "nation", "mark", "discipline", "quote")
# what the network is told of a node beyond its words
DETAILS = ("person", "pronoun", "team", "nation", "final score", "interim score", "measure", "counted", "figure", "discipline", "quote")
COMPETITORS = frozenset({"person", "team"})
MATCH_MARKS = frozenset({"score", "sets", "innings", "margin", "runs", "wickets", "decision"})  # what a match of two sides ends with
NOT_FINAL = frozenset({"interim", "series", "aggregate", "season"})  # flags of scores that end nothing
MEASURES = frozenset({"time", "distance", "height", "weight", "strokes", "speed", "gap"})


@dataclass(frozen=True)
class Node:
    """A stretch of tokens, first and last included, that may take part in a fact."""

    first: int
    last: int
    kind: str
    key: int  # which entity, mark, discipline or quotation it is: the index in the list of its kind
    detail: str  # one of DETAILS


def detail_of(mark: Mark) -> str:
    """What kind of node a mark is: the scores of matches, measures, counted things and bare figures behave differently."""
    if mark.kind == "count":
        return "figure"
    if set(mark.flags) & NOT_FINAL:
        return "interim score"
    if mark.kind in MEASURES:
        return "measure"
    return "final score" if mark.kind in MATCH_MARKS and mark.unit not in ("run", "wicket") else "counted"


@dataclass(frozen=True)
class Relation:
    """Which pairs of nodes a head is asked about."""

    left: frozenset[str]
    right: frozenset[str]
    before: int  # sentences that the right node may stand before the left one
    after: int  # sentences that it may stand after it


RELATIONS = {
    "mark": Relation(COMPETITORS, frozenset({"mark"}), 2, 2),
    "match": Relation(COMPETITORS, COMPETITORS, 1, 1),
    "event": Relation(COMPETITORS, frozenset({"discipline"}), 3, 2),
    "represents": Relation(frozenset({"person"}), frozenset({"team", "nation"}), 3, 3),
    "speaker": Relation(frozenset({"quote"}), frozenset({"person"}), 4, 2),
}


def candidates(relation: str, nodes: Sequence[Node], sentences: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pairs (P, 2) of indices into `nodes` that the relation is asked about.

    `sentences` gives the number of the sentence that each token stands in.
    """
    rule = RELATIONS[relation]
    left = np.asarray([i for i, n in enumerate(nodes) if n.kind in rule.left], dtype=np.int64)
    right = np.asarray([i for i, n in enumerate(nodes) if n.kind in rule.right], dtype=np.int64)
    if not len(left) or not len(right):
        return np.zeros((0, 2), dtype=np.int64)
    first = np.asarray([sentences[n.first] for n in nodes])
    last = np.asarray([sentences[n.last] for n in nodes])
    close = (first[right][None] - last[left][:, None] <= rule.after) & (first[left][:, None] - last[right][None] <= rule.before)
    kind = np.asarray([KINDS.index(n.kind) for n in nodes])
    key = np.asarray([n.key for n in nodes])
    same = (kind[left][:, None] == kind[right][None]) & (key[left][:, None] == key[right][None])
    rows, columns = np.nonzero(close & ~same)
    return np.stack([left[rows], right[columns]], 1)


def sentence_ends(sentences: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each token the first token of its sentence, and one past the last."""
    starts = np.searchsorted(sentences, sentences, side="left")
    ends = np.searchsorted(sentences, sentences, side="right")
    return starts, ends


def surroundings(nodes: Sequence[Node], sentences: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each node the stretches (N, 2) of its sentence before and after it."""
    starts, ends = sentence_ends(sentences)
    before = [(starts[n.first], n.first) for n in nodes]
    after = [(n.last + 1, ends[n.last]) for n in nodes]
    return np.asarray(before, dtype=np.int64).reshape(-1, 2), np.asarray(after, dtype=np.int64).reshape(-1, 2)


def bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Signed distances in tokens in 16 buckets, finer when near: 0 is far before, 15 far after."""
    size = np.searchsorted([2, 4, 7, 12, 20, 35, 60], np.abs(distance), side="right")
    return np.where(distance < 0, 7 - size, 8 + size)


def links(articles: Sequence[Sequence[Node]], sentences: NDArray[np.int64]) -> Links:
    """How each two of the nodes of one article stand to each other, for all of the articles, as tensors."""
    import torch

    from pipeline.extract.network import Links

    shape = len(articles), max(map(len, articles))
    firsts, own = (np.zeros(shape, dtype=np.int64) for _ in range(2))
    filled = np.zeros(shape, dtype=np.bool_)
    for i, nodes in enumerate(articles):
        numbers: dict[tuple[str, int], int] = {}
        firsts[i, : len(nodes)] = [n.first for n in nodes]
        own[i, : len(nodes)] = [numbers.setdefault((n.kind, n.key), len(numbers)) for n in nodes]
        filled[i, : len(nodes)] = True
    number = sentences[firsts]
    apart = np.clip(number[:, None] - number[:, :, None], -7, 8) + 7
    near = bucket(firsts[:, None] - firsts[:, :, None])
    same = (own[:, None] == own[:, :, None]).astype(np.int64)
    return Links(*(torch.from_numpy(x) for x in (near, apart, same, filled, np.flatnonzero(filled))))


def pairs(relation: str, nodes: Sequence[Node], sentences: NDArray[np.int64], chosen: NDArray[np.int64]) -> Pairs:
    """What the heads see of the chosen pairs (P, 2), as tensors."""
    import torch

    from pipeline.extract.network import Pairs

    rule = RELATIONS[relation]
    firsts = np.asarray([n.first for n in nodes], dtype=np.int64)
    lasts = np.asarray([n.last for n in nodes], dtype=np.int64)
    left, right = chosen[:, 0], chosen[:, 1]
    ahead = firsts[right] > lasts[left]
    between = np.stack([np.where(ahead, lasts[left], lasts[right]) + 1, np.where(ahead, firsts[right], firsts[left])], 1)
    between[:, 1] = np.maximum(between[:, 0], between[:, 1])
    _, ends = sentence_ends(sentences)
    later = np.where(ahead, lasts[right], lasts[left])
    after = np.stack([later + 1, ends[later]], 1)
    apart = np.where(ahead, firsts[right] - lasts[left], firsts[left] - lasts[right]) * np.where(ahead, 1, -1)
    sentences_apart = np.clip(sentences[firsts[right]] - sentences[firsts[left]], -7, 8) + 7

    rivals = sorted((n.first, i) for i, n in enumerate(nodes) if n.kind in rule.left)
    opening = {i for (before, _), (at, i) in pairwise([(-1, -1), *rivals]) if before < 0 or sentences[before] != sentences[at]}
    starts = np.asarray([at for at, _ in rivals], dtype=np.int64)
    low = np.minimum(firsts[left], firsts[right])
    high = np.maximum(firsts[left], firsts[right])
    crowd = np.searchsorted(starts, high, side="left") - np.searchsorted(starts, low, side="right")
    flags = np.stack([np.isin(left, list(opening)), crowd > 0], 1).astype(np.float32)
    left_, right_, between_, after_, tokens_apart, apart_ = (
        torch.from_numpy(np.ascontiguousarray(t)) for t in (left, right, between, after, bucket(apart), sentences_apart)
    )
    return Pairs(left_, right_, between_, after_, tokens_apart, apart_, torch.from_numpy(flags))
