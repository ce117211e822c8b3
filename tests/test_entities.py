"""What the heads on whole entities are asked and told: who stands near whom, and what was said of their mentions."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from pipeline.extract.entities import (
    NOTHING_SAID,
    Distances,
    Local,
    best_beside,
    entities_of,
    final_scores,
    meeting_pairs,
    said_of_matches,
    tie_table,
)
from pipeline.extract.nodes import Node

# Garston(0) beat Welby(2) 2-1(3). | Roth(5), the Kenyan(7), | ... | scored for Garston(12) and Finch(14) fell
NODES = [
    Node(0, 0, "team", 0, "team"),
    Node(2, 2, "team", 1, "team"),
    Node(3, 3, "mark", 0, "final score"),
    Node(5, 5, "person", 0, "person"),
    Node(7, 7, "nation", 0, "nation"),
    Node(12, 12, "team", 0, "team"),
    Node(14, 14, "person", 1, "person"),
]
SENTENCES = np.asarray([0] * 5 + [1] * 4 + [2] * 3 + [3] * 4)
ENTITIES = entities_of(NODES, ["KEN"])
GARSTON, WELBY, ROTH, KENYA, FINCH = range(5)


def test_the_mentions_of_a_thing_are_one_entity() -> None:
    assert ENTITIES.kinds == ("team", "team", "person", "nation", "person")
    assert ENTITIES.keys == (0, 1, 0, "KEN", 1)
    assert list(zip(ENTITIES.entity.tolist(), ENTITIES.node.tolist(), strict=True)) == [
        (GARSTON, 0), (WELBY, 1), (ROTH, 3), (KENYA, 4), (GARSTON, 5), (FINCH, 6),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "ordered", "wanted"),
    [
        ([GARSTON, WELBY], [GARSTON, WELBY], False, [(GARSTON, WELBY)]),
        ([GARSTON, WELBY], [GARSTON, WELBY], True, [(GARSTON, WELBY), (WELBY, GARSTON)]),
        ([ROTH, FINCH], [GARSTON, KENYA], True, [(ROTH, GARSTON), (ROTH, KENYA), (FINCH, GARSTON), (FINCH, KENYA)]),
        ([], [GARSTON], True, []),
    ],
)
def test_pairs(left: list[int], right: list[int], ordered: bool, wanted: list[tuple[int, int]]) -> None:
    asked = Distances(ENTITIES, NODES, SENTENCES).between(left, right, ordered=ordered)
    assert list(zip(asked.left.tolist(), asked.right.tolist(), strict=True)) == wanted
    assert all(len(values) == len(wanted) for values in vars(asked).values())


def test_distance_is_that_of_the_nearest_mentions() -> None:
    asked = Distances(ENTITIES, NODES, SENTENCES).between([ROTH, FINCH], [GARSTON], ordered=True)
    assert asked.sentences_apart.tolist() == [1, 0]
    assert asked.tokens_apart[0] < 8
    assert asked.tokens_apart[1] < 8
    assert asked.tokens_apart[1] > asked.tokens_apart[0]  # and nearer to Finch


def test_people_far_apart_and_things_of_two_kinds_do_not_meet() -> None:
    asked = meeting_pairs(Distances(ENTITIES, NODES, SENTENCES))
    assert list(zip(asked.left.tolist(), asked.right.tolist(), strict=True)) == [(GARSTON, WELBY)]


def test_what_is_said_of_a_match() -> None:
    distances = Distances(ENTITIES, NODES, SENTENCES)
    beats = Local(np.asarray([[0, 1], [1, 0]]), torch.tensor([[0.0, 3.0, -1.0, -9.0], [0.0, -2.0, -1.0, -9.0]]))
    marks = Local(np.asarray([[0, 2], [1, 2]]), torch.tensor([[0.0, 2.0, -3.0, 0.0, 0.0], [0.0, -3.0, 4.0, 0.0, 0.0]]))
    (said,) = said_of_matches(ENTITIES, meeting_pairs(distances), beats, marks, final_scores(NODES), torch.zeros(1)).tolist()
    now, past, turned, _, draw, _, score, turned_score = said
    assert now == pytest.approx(3.0, abs=0.01)
    assert past == NOTHING_SAID
    assert turned == pytest.approx(-2.0, abs=0.01)
    assert draw == pytest.approx(-1.0, abs=0.01)
    assert (score, turned_score) == (pytest.approx(3.0), pytest.approx(-3.0))


def test_nothing_is_said_where_no_head_was_asked() -> None:
    said = said_of_matches(ENTITIES, meeting_pairs(Distances(ENTITIES, NODES, SENTENCES)), None, None, [], torch.zeros(1))
    assert said.tolist() == [[NOTHING_SAID] * 8]


def test_the_best_that_mentions_got_stands_for_a_pair() -> None:
    ties = Distances(ENTITIES, NODES, SENTENCES).between([ROTH, FINCH], [GARSTON, KENYA], ordered=True)
    local = Local(np.asarray([[3, 0], [3, 5], [3, 4]]), torch.tensor([[0.0, 1.0, 0.0], [0.0, 2.0, 0.0], [0.0, -1.0, 0.0]]))
    assert best_beside(ENTITIES, ties, local, torch.zeros(1)).tolist() == [2.0, -1.0, NOTHING_SAID, NOTHING_SAID]


def test_a_person_chooses_among_sides_and_none() -> None:
    ties = Distances(ENTITIES, NODES, SENTENCES).between([ROTH, FINCH], [GARSTON, KENYA], ordered=True)
    table, sides = tie_table(ties, torch.tensor([1.0, 2.0, 3.0, 4.0]), torch.zeros(5))
    assert sides == {ROTH: [GARSTON, KENYA], FINCH: [GARSTON, KENYA]}
    assert table[ROTH].tolist() == [0.0, 1.0, 2.0]
    assert table[FINCH].tolist() == [0.0, 3.0, 4.0]
    assert table[GARSTON].tolist() == [0.0, -np.inf, -np.inf]
