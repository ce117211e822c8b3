"""What one training example is: an annotated article as the network reads it, and the labels of its heads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.entities import Asked, Entities
from pipeline.extract.nodes import Node
from pipeline.extract.windows import Windows

if TYPE_CHECKING:
    import torch

TYPES = ("PERSON", "TEAM", "COMPETITION", "DISCIPLINE")
TAGS = ("O", *(f"{p}-{t}" for t in TYPES for p in "BI"))
NER_TAGS = ("O", *(f"{p}-{t}" for t in ("PER", "ORG", "LOC", "MISC") for p in "BI"))
ROLES = ("athlete", "coach", "official", "other")
KINDS = ("report", "preview", "news")
SPORTS = (
    "athletics", "football", "tennis", "rugby union", "rugby league", "cricket", "basketball", "american football", "baseball",
    "ice hockey",
    "golf", "cycling", "swimming", "motorsport", "boxing", "skiing", "snooker", "darts", "gymnastics", "hockey", "multi-sport", "other",
)  # fmt: skip
STANDINGS = ("none", "win 1", "win", "placed 2", "placed 3", "placed n", "placed", "dnf", "advance", "eliminated", "record", "loss")
DEEDS = (
    "none", "goal", "try", "assist", "other", "penalty goal", "conversion", "drop goal", "runs", "wickets", "points", "penalty", "own goal",
)  # fmt: skip
RELATION_LABELS = {
    "mark": ("none", "owner", "other side", "performance"),
    "match": ("none", "beats", "draws"),
    "event": ("none", "enters"),
    "represents": ("none", "yes"),
    "speaker": ("none", "yes"),
}


@dataclass(frozen=True)
class Bag:
    """One fact: the candidates among which it stands, its label and tense, and how likely each looks beforehand."""

    label: int
    past: int | None  # 1 past, 0 current, None where tense does not apply
    members: NDArray[np.int64]  # rows of the relation's candidate pairs, or nodes
    prior: NDArray[np.float32]
    medal: int | None = None  # 1 if the standing won a medal that the article names
    group: str = ""  # what one fact's candidates in several places have in common


@dataclass(frozen=True)
class Whole:
    """What the heads on entities learn of an article. Numbers are of its `entities`."""

    entities: Entities
    sides: dict[int, bool]  # whether what stands as a side is one
    same: Asked
    one: NDArray[np.bool_]  # for each pair of `same` whether the two are one side
    ties: Asked  # people with sides and nations
    matches: Asked  # competitors with one another
    met: NDArray[np.int64]  # (P, 2) what came of each of `matches` in the news and in the past, -1 where that is not to be learnt
    final: list[int]  # the nodes of final scores
    targets: dict[int, list[int]]  # person -> the sides and nations, under one name or another, that it represents; none of them


@dataclass
class Example:
    """One article, ready to be trained on."""

    id: str
    words: list[str]
    windows: Windows
    sentences: NDArray[np.int64]
    tags: NDArray[np.int64] | None = None
    ner: NDArray[np.int64] | None = None
    kind: int | None = None
    sport: int | None = None
    nodes: list[Node] = field(default_factory=list)
    roles: dict[int, int] = field(default_factory=dict)  # node -> role
    pairs: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    source: tuple[dict[str, Any], str] | None = None  # the annotation and the text that it was made from
    bags: dict[str, list[Bag]] = field(default_factory=dict)  # relation, or "standing" and "deed" over nodes
    whole: Whole | None = None
    states: torch.Tensor | None = None  # (T, H) of its tokens, where the encoder is done with
    ends: list[int] = field(default_factory=list)  # of several articles as one, how many nodes there are up to the end of each
