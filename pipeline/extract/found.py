"""A result by the numbers of its parts in the doc's lists, and the reader's opinions that it is put together from."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.relations import Related, Relations
from pipeline.records import Mark

LIKELY = 0.5  # probability from which an opinion counts
Side = tuple[str, int]  # person or team, and which


@dataclass(frozen=True)
class Found:
    """A result by the numbers of its parts in the doc's lists."""

    who: Side
    opponent: Side | None
    outcome: str | None
    place: int | None
    medal: str | None
    mark: Mark | None
    past: float  # probability that it is history
    node: int  # the mention that bears it
    discipline: int | None  # which of the article's disciplines
    chance: float  # probability that it is a result at all, as the heads have it
    close: bool = False  # the other side may as well have won
    kind: float = 1.0  # probability that it is a result of this kind, given that it is one
    tied: float = 1.0  # probability that the mark is its
    further: bool = False  # its place is named after another of the same competitor's
    from_another: bool = False  # its place follows from that of the competitor next to whom it finished
    phase: str | None = None  # the part of the contest that the words of its place name
    confidence: float = 0.0  # probability that all of it is right, by everything that speaks for and against it


@dataclass(frozen=True)
class Opinion:
    """The strongest opinion on a pair."""

    probability: float
    past: float
    node: int


def side_of(relations: Relations, node: int) -> Side:
    """Whose mention a node is."""
    return relations.nodes[node].kind, relations.nodes[node].key


def opinions_on(
    related: Related | None, label: int, relations: Relations, usable: list[bool], *, least: float = 0.1
) -> dict[tuple[Side, Side], Opinion]:
    """For each pair of things the strongest opinion that the label holds between them, from the `least` probability on."""
    best: dict[tuple[Side, Side], Opinion] = {}
    if related is None:
        return best
    for (i, j), p, past in zip(related.pairs.tolist(), related.of(label).tolist(), related.past.tolist(), strict=True):
        if p < least or not (usable[i] and usable[j]):
            continue
        pair = side_of(relations, i), side_of(relations, j)
        if pair not in best or p > best[pair].probability:
            best[pair] = Opinion(p, past, i)
    return best
