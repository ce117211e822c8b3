"""Entities: what the heads that judge a person or a side as a whole look at.

The mentions of one thing, all over the article, make an entity. Whether a name is a side's or a mere place's, whether two names are
one side's, and whose shirt a person wears is seldom said beside one mention: a squad is headed once, a manager named far from his club.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.nodes import Node, bucket

if TYPE_CHECKING:
    import torch

    from pipeline.extract.network import EntityPairs

FAR = 1 << 20  # more tokens than an article has
NUMBERS = 10  # how many figures the network is told of a pair


@dataclass(frozen=True)
class Entities:
    """The people, sides and nations that an article names, each by its nodes."""

    kinds: tuple[str, ...]
    keys: tuple[int | str, ...]  # the number in the list of its kind; of a nation its code
    entity: NDArray[np.int64]  # (M,) for each of the nodes in `node` whose it is
    node: NDArray[np.int64]  # (M,)

    def rows(self, kind: str) -> list[int]:
        """The entities of a kind."""
        return [i for i, k in enumerate(self.kinds) if k == kind]


def entities_of(nodes: Sequence[Node], codes: Sequence[str]) -> Entities:
    """The entities of an article's nodes, people, sides and nations in the order of their first mention.

    `codes` are the nations that the keys of nation nodes number: all nodes of one code are one entity.
    """
    found: dict[tuple[str, int | str], int] = {}
    entity, node = [], []
    for i, n in enumerate(nodes):
        if n.kind in ("person", "team", "nation"):
            key = (n.kind, codes[n.key] if n.kind == "nation" else n.key)
            entity.append(found.setdefault(key, len(found)))
            node.append(i)
    kinds, keys = zip(*found, strict=True) if found else ((), ())
    return Entities(kinds, keys, np.asarray(entity, dtype=np.int64), np.asarray(node, dtype=np.int64))


@dataclass(frozen=True)
class Asked:
    """Pairs of entities that a head is asked about, and what it is told of each beside what it reads."""

    left: NDArray[np.int64]  # (P,)
    right: NDArray[np.int64]  # (P,)
    tokens_apart: NDArray[np.int64]  # (P,) bucket of the distance, where their mentions come closest
    sentences_apart: NDArray[np.int64]  # (P,) the same in sentences
    numbers: NDArray[np.float32]  # (P, NUMBERS)

    def tensors(self) -> EntityPairs:
        """The same for the network."""
        import torch

        from pipeline.extract.network import EntityPairs

        return EntityPairs(*(torch.from_numpy(np.ascontiguousarray(v)) for v in vars(self).values()))


def joined(parts: Sequence[Asked]) -> Asked:
    """The pairs of all parts, one after another."""
    return Asked(*(np.concatenate(values) for values in zip(*(vars(part).values() for part in parts), strict=True)))


class Distances:
    """How near one another an article's entities are named, and how often and how early."""

    def __init__(self, entities: Entities, nodes: Sequence[Node], sentences: NDArray[np.int64]) -> None:
        self.entities = entities
        self.count = len(entities.kinds)
        self.first = np.asarray([nodes[i].first for i in entities.node], dtype=np.int64)
        self.sentence = sentences[self.first] if len(self.first) else self.first
        self.mentions = np.bincount(entities.entity, minlength=self.count)
        self.opening = np.full(self.count, FAR, dtype=np.int64)
        np.minimum.at(self.opening, entities.entity, self.sentence)
        self.nation = np.asarray([k == "nation" for k in entities.kinds], dtype=np.float32)

    def between(self, left: Sequence[int], right: Sequence[int], *, ordered: bool, within: int = FAR) -> Asked:
        """Every pair of a left entity and a right one; each two once if they are not `ordered`; `within` so many sentences."""
        entities, count = self.entities, self.count
        mine, theirs = (np.nonzero(np.isin(entities.entity, side))[0] for side in (left, right))
        tokens, apart = (np.full((count, count), FAR, dtype=np.int64) for _ in range(2))
        together = np.zeros((count, count), dtype=np.int64)
        distance = self.first[theirs][None] - self.first[mine][:, None]
        far = np.abs(self.sentence[theirs][None] - self.sentence[mine][:, None])
        at = np.broadcast_arrays(entities.entity[mine][:, None], entities.entity[theirs][None])
        # twice the distance, and one more where the right one comes first: the least of them tells both
        np.minimum.at(tokens, tuple(at), 2 * np.abs(distance) + (distance < 0))
        np.minimum.at(apart, tuple(at), far)
        np.add.at(together, tuple(at), far == 0)

        rows, columns = np.meshgrid(np.asarray(left, dtype=np.int64), np.asarray(right, dtype=np.int64), indexing="ij")
        a, b = rows.ravel(), columns.ravel()
        kept = ((a != b) if ordered else (a < b)) & (apart[a, b] <= within)
        a, b = a[kept], b[kept]
        share = self.mentions / max(1, self.mentions[list({*left, *right})].sum())
        numbers = [np.log1p(together[a, b]), self.nation[b]]
        for side in (a, b):
            numbers += [np.log1p(self.mentions[side]), share[side], self.opening[side] == 0, np.log1p(self.opening[side])]
        near = tokens[a, b]
        signed = np.where(near % 2 == 1, -(near // 2), near // 2)
        return Asked(a, b, bucket(signed), np.minimum(apart[a, b], 15), np.stack(numbers, 1).astype(np.float32).reshape(-1, NUMBERS))


def meeting_pairs(distances: Distances) -> Asked:
    """The pairs of competitors that may have met: any two sides, and people named within a sentence of each other."""
    sides, people = distances.entities.rows("team"), distances.entities.rows("person")
    return joined([distances.between(sides, sides, ordered=False), distances.between(people, people, ordered=False, within=1)])


def final_scores(nodes: Sequence[Node]) -> list[int]:
    """The nodes of the scores that matches end with."""
    return [i for i, n in enumerate(nodes) if n.detail == "final score"]


NOTHING_SAID = -5.0  # stands for the opinion on a pair whose mentions nowhere come near each other


def _rows(entities: Entities, asked: Asked, pairs: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """For each pair of nodes (L, 2) which of the pairs of entities it belongs to, and whether the other way round; -1 for none."""
    count = len(entities.kinds)
    row = np.full((count, count), -1, dtype=np.int64)
    row[asked.left, asked.right] = np.arange(len(asked.left))
    a, b = _owners(entities, pairs).T
    turned = row[a, b] < 0
    return np.where(turned, row[b, a], row[a, b]), turned


def _owners(entities: Entities, nodes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The entity of each of the nodes, in an array of their shape."""
    owner = np.full(1 + max(int(entities.node.max(initial=0)), int(nodes.max(initial=0))), -1, dtype=np.int64)
    owner[entities.node] = entities.entity
    found: NDArray[np.int64] = owner[nodes]
    return found


def best_beside(entities: Entities, ties: Asked, represents: Local | None, like: torch.Tensor) -> torch.Tensor:
    """For each of the pairs `ties` the best that the pairs of their mentions got from the head on them: (P,)."""
    import torch

    out = torch.full((len(ties.left),), NOTHING_SAID, device=like.device)
    if represents is None:
        return out
    rows = torch.from_numpy(_rows(entities, ties, represents.pairs)[0]).to(like.device)
    margin = (represents.logits[:, 1] - represents.logits[:, 0]).to(out.dtype)
    return out.scatter_reduce(0, rows, margin, "amax")


def tie_table(ties: Asked, logits: torch.Tensor, unattached: torch.Tensor) -> tuple[torch.Tensor, dict[int, list[int]]]:
    """A row for each entity: how likely it represents nothing, then each of the sides it is asked about (logits), padded with -inf.

    With it the entities that the columns after the first stand for, by row.
    """
    import torch

    sides: dict[int, list[int]] = {}
    columns = []
    for i, j in zip(ties.left.tolist(), ties.right.tolist(), strict=True):
        own = sides.setdefault(i, [])
        own.append(j)
        columns.append(len(own))
    table = torch.full((len(unattached), 1 + max(map(len, sides.values()), default=0)), -torch.inf, device=logits.device)
    table[:, 0] = unattached
    table = table.index_put((torch.from_numpy(ties.left).to(logits.device), torch.tensor(columns, device=logits.device)), logits)
    return table, sides


SAID = 8  # figures of `said_of_matches`


@dataclass(frozen=True)
class Local:
    """What a head on pairs of nodes said: the pairs (L, 2) and its logits (L, labels + 1), the last of which is for the past."""

    pairs: NDArray[np.int64]
    logits: torch.Tensor


def said_of_matches(
    entities: Entities, matches: Asked, beats: Local | None, marks: Local | None, final: Sequence[int], like: torch.Tensor
) -> torch.Tensor:
    """For each pair of `matches` the best that the pairs of their mentions got from the heads on them: (P, SAID).

    The columns: the left one beats the right one now, and in the past; the right one the left one, likewise; a draw, likewise; how well
    one final score is the left one's over the right one; and the right one's over the left one. `final` are the nodes of such scores.
    """
    import torch
    from torch.nn import functional

    count, size = len(entities.kinds), len(matches.left)

    def best(values: list[torch.Tensor], at: list[NDArray[np.int64]], cells: int) -> torch.Tensor:
        out = torch.full((cells,), NOTHING_SAID, device=like.device)
        if not values:
            return out
        where = torch.from_numpy(np.concatenate(at)).to(like.device)
        return out.scatter_reduce(0, where, torch.cat(values).to(out.dtype), "amax")

    values: list[torch.Tensor] = []
    cells: list[NDArray[np.int64]] = []
    if beats is not None:
        at, turned = _rows(entities, matches, beats.pairs)
        known = np.nonzero(at >= 0)[0]
        logits = beats.logits[torch.from_numpy(known).to(like.device)].float()
        for tense, sign in enumerate((-1, 1)):
            sure = functional.logsigmoid(sign * logits[:, 3])
            values += [logits[:, 1] - logits[:, 0] + sure, logits[:, 2] - logits[:, 0] + sure]
            cells += [at[known] * 6 + np.where(turned[known], 2, 0) + tense, at[known] * 6 + 4 + tense]
    said = best(values, cells, 6 * size).reshape(size, 6)

    number = {node: i for i, node in enumerate(final)}
    over = [torch.zeros((size,), device=like.device) + NOTHING_SAID for _ in range(2)]
    if marks is not None and number:
        kept = np.asarray([i for i, m in enumerate(marks.pairs[:, 1].tolist()) if m in number], dtype=np.int64)
        logits = marks.logits[torch.from_numpy(kept).to(like.device)].float()
        at = _owners(entities, marks.pairs[kept, 0]) * len(number) + np.asarray(
            [number[m] for m in marks.pairs[kept, 1].tolist()], dtype=np.int64
        )
        mine, theirs = (best([logits[:, label] - logits[:, 0]], [at], count * len(number)).reshape(count, len(number)) for label in (1, 2))
        left, right = (torch.from_numpy(x).to(like.device) for x in (matches.left, matches.right))
        over = [((mine[i] + theirs[j]) / 2).amax(1) for i, j in ((left, right), (right, left))]
    return torch.cat([said, torch.stack(over, 1)], 1)
