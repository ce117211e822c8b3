"""Nodes, and which pairs of them a relation is asked about."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.extract.nodes import DETAILS, KINDS, RELATIONS, Node, bucket, candidates, detail_of, links, pairs, sentence_ends, surroundings
from pipeline.records import Mark

# three sentences: Okoro beat Lin 2-1 . | Okoro won the mile . | Ashby won .
SENTENCES = np.asarray([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2])
OKORO, LIN, SCORE = Node(0, 0, "person", 0, "person"), Node(2, 2, "person", 1, "person"), Node(3, 3, "mark", 0, "final score")
OKORO_AGAIN, MILE, ASHBY = Node(5, 5, "person", 0, "person"), Node(7, 8, "discipline", 0, "discipline"), Node(10, 10, "team", 0, "team")
NODES = [OKORO, LIN, SCORE, OKORO_AGAIN, MILE, ASHBY]

DETAILS_OF_MARKS = [
    ("count", None, (), "figure"), ("score", None, (), "final score"), ("score", None, ("interim",), "interim score"),
    ("sets", None, ("aet",), "final score"), ("margin", None, (), "final score"), ("time", "s", (), "measure"),
    ("distance", "m", ("PB",), "measure"),
    ("runs", "run", (), "counted"), ("wickets", "wicket", (), "counted"), ("points", "point", (), "counted"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "unit", "flags", "detail"), DETAILS_OF_MARKS)
def test_what_kind_of_node_a_mark_is(kind: str, unit: str | None, flags: tuple[str, ...], detail: str) -> None:
    found = detail_of(Mark(kind=kind, unit=unit, flags=flags, text="7", start=0, end=1))
    assert found == detail
    assert found in DETAILS


def asked(relation: str, nodes: list[Node] = NODES) -> list[tuple[int, int]]:
    return [(int(i), int(j)) for i, j in candidates(relation, nodes, SENTENCES)]


ASKED = [
    ("mark", [(0, 2), (1, 2), (3, 2), (5, 2)]),
    ("match", [(0, 1), (1, 0), (1, 3), (3, 1), (3, 5), (5, 3)]),  # never with oneself, nor two sentences away
    ("event", [(0, 4), (1, 4), (3, 4), (5, 4)]),
    ("represents", [(0, 5), (1, 5), (3, 5)]),
    ("speaker", []),
]


@pytest.mark.parametrize(("relation", "expected"), ASKED)
def test_which_pairs_are_asked_about(relation: str, expected: list[tuple[int, int]]) -> None:
    assert asked(relation) == expected


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_relation_is_between_kinds_of_node(relation: str) -> None:
    rule = RELATIONS[relation]
    assert rule.left | rule.right <= set(KINDS)
    assert candidates(relation, [], SENTENCES).shape == (0, 2)


def test_sentences_begin_and_end() -> None:
    starts, ends = sentence_ends(SENTENCES)
    assert (starts[3], ends[3]) == (0, 5)
    assert (starts[12], ends[12]) == (10, 13)


def test_what_stands_around_a_node_in_its_sentence() -> None:
    before, after = surroundings([LIN, MILE, ASHBY], SENTENCES)
    assert before.tolist() == [[0, 2], [5, 7], [10, 10]]
    assert after.tolist() == [[3, 5], [9, 10], [11, 13]]
    assert surroundings([], SENTENCES)[0].shape == (0, 2)


BUCKETS = [(-100, 0), (-60, 0), (-59, 1), (-2, 6), (-1, 7), (0, 8), (1, 8), (2, 9), (59, 14), (60, 15), (1000, 15)]


@pytest.mark.parametrize(("distance", "number"), BUCKETS)
def test_distances_by_bucket(distance: int, number: int) -> None:
    assert bucket(np.asarray([distance]))[0] == number


def test_what_the_heads_see_of_pairs() -> None:
    seen = pairs("mark", NODES, SENTENCES, np.asarray([[0, 2], [1, 2], [3, 2]]))
    assert seen.left.tolist() == [0, 1, 3]
    assert seen.right.tolist() == [2, 2, 2]
    assert seen.between.tolist() == [[1, 3], [3, 3], [4, 5]]  # tokens between the two, whichever comes first
    assert seen.after.tolist() == [[4, 5], [4, 5], [6, 10]]  # and from the later one to the end of its sentence
    assert seen.tokens_apart.tolist() == bucket(np.asarray([3, 1, -2])).tolist()
    assert seen.sentences_apart.tolist() == [7, 7, 6]
    # Okoro opens the first sentence and the second, and has Lin between herself and the score
    assert seen.flags.tolist() == [[1.0, 1.0], [0.0, 0.0], [1.0, 0.0]]


def test_how_nodes_stand_to_each_other() -> None:
    found = links([NODES, NODES[:2]], SENTENCES)
    assert found.same[0, 0].tolist() == [1, 0, 0, 1, 0, 0]
    assert found.sentences_apart[0, 0].tolist() == [7, 7, 7, 8, 8, 9]
    assert found.tokens_apart[0, 1, 2] == bucket(np.asarray([1]))[0]
    assert found.tokens_apart[0, 2, 1] == bucket(np.asarray([-1]))[0]
    # another article beside it, which has fewer
    assert found.filled.tolist() == [[True] * 6, [True] * 2 + [False] * 4]
    assert found.place.tolist() == [0, 1, 2, 3, 4, 5, 6, 7]
