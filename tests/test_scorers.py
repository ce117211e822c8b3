"""For which side a scorer plays, by the score of the match and the words beside the name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Opinions, Pairs, doc_of, with_opinions

from pipeline.extract.people import find_profiles
from pipeline.extract.performances import find_performances
from pipeline.extract.relations import Tied
from pipeline.extract.results import find_results
from pipeline.extract.scorers import Scorer, scorers, shared_out

SHARED = [
    # as the reader has it, where the score allows
    ([Scorer(1, 4.0), Scorer(1, 3.0), Scorer(1, -2.0)], (2, 1), (True, True, False)),
    ([Scorer(1, 4.0), Scorer(1, 3.0)], (2, 1), (True, True)),
    # the least sure one is the other side's, where it does not
    ([Scorer(1, 4.0), Scorer(1, 3.0), Scorer(1, 2.0)], (2, 1), (True, True, False)),
    ([Scorer(2, 4.0), Scorer(1, 3.0), Scorer(1, 5.0)], (3, 1), (True, False, True)),
    # a goal in the own net counts for the others
    ([Scorer(1, 4.0), Scorer(1, 3.0, own=True)], (1, 1), (True, True)),
    # hosts and visitors are not one side
    ([Scorer(1, 2.0, host=True), Scorer(1, 3.0, host=False)], (2, 1), (False, True)),
    # more goals than there were
    ([Scorer(2, 4.0), Scorer(2, 3.0)], (2, 1), None),
    ([], (2, 1), ()),
]


@pytest.mark.parametrize(("told", "score", "wanted"), SHARED)
def test_scorers_are_shared_out_as_the_score_allows(told: list[Scorer], score: tuple[int, int], wanted: tuple[bool, ...] | None) -> None:
    shared = shared_out(told, score)
    assert (shared and tuple(first for first, _ in shared)) == wanted


def test_who_of_several_plays_for_the_other_side_is_not_clear_where_none_is_likelier_by_much() -> None:
    assert shared_out([Scorer(1, 4.0), Scorer(1, 4.0), Scorer(1, 4.0)], (2, 1)) == ((True, False), (True, False), (False, False))
    assert shared_out([Scorer(1, 6.0), Scorer(1, 6.0), Scorer(1, 1.0)], (2, 1)) == ((True, True), (True, True), (False, True))


TEXTS = [
    # the reader takes all three for the winner's: one is left over
    ("Garston beat Welby 2-1. Dell and Roth scored and Lin headed in late.", 0.8, "Welby"),
    ("Garston beat Welby 2-1. Dell put the hosts ahead and Roth made it 2-0 before Lin pulled one back.", 0.9, "Welby"),
    ("Garston came from behind to beat Welby 2-1. Lin opened the scoring but Dell levelled and Roth won it.", 0.9, "Welby"),
    ("Garston beat Welby 3-1. Dell, Roth and Lin scored.", 0.9, "Garston"),
    # a side that the words name, or that was answered
    ("Garston beat Welby 2-1. Lin headed Welby ahead before Dell and Roth scored.", 0.9, "Welby"),
    ("Garston beat Welby 2-1. Lin put the visitors in front but Dell and Roth scored.", 0.9, "Welby"),
    # a shoot-out says nothing of who scored
    ("Garston beat Welby 2-1 on penalties. Dell, Roth and Lin scored.", 0.9, "Garston"),
]


@pytest.mark.parametrize(("text", "probability", "side"), TEXTS)
def test_the_scorer_whom_the_score_leaves_over_is_the_other_sides(text: str, probability: float, side: str) -> None:
    doc = doc_of(text, people="Dell|Roth|Lin", teams="Garston|Welby")
    mark = next(m.text for m in doc._.marks)
    pairs: Pairs = {("Garston", "Welby"): ("beats", 0.95), ("Garston", mark): ("owner", 0.95), ("Welby", mark): ("other side", 0.95)}
    deeds: Opinions = dict.fromkeys(("Dell", "Roth", "Lin"), ("goal", 0.9))
    doc = with_opinions(doc, pairs=pairs, deeds=deeds)
    chances = {0: 0.95, 1: 0.95, 2: probability}
    ties = {person: [Tied(0, p), Tied(1, 1 - p)] for person, p in chances.items()}
    doc._.relations = replace(doc._.relations, ties=ties)
    doc._.sport = "football"
    doc._.profiles = tuple(find_profiles(doc))
    doc._.results = tuple(find_results(doc))
    doc._.performances = tuple(find_performances(doc, "football"))
    people = {doc._.people[i].name: doc.text[slice(*p.represents)] for i, p in enumerate(scorers(doc)._.profiles) if p.represents}
    assert people == {"Dell": "Garston", "Roth": "Garston", "Lin": side}
