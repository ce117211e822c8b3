"""How sure a result is: what speaks for it, on docs built by hand, and the weights that are stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Opinions, Pairs, doc_of, with_opinions

from pipeline.extract.confidence import Weights, fitted, in_step, log_odds, what_speaks
from pipeline.extract.found import Found
from pipeline.extract.results import find_results
from pipeline.records import Mark

TIME = Mark(kind="time", value=209.38, text="3:29.38", start=0, end=7)
FOUND = Found(("person", 0), None, "win", 1, None, TIME, 0.1, 0, None, 0.9)


def race(text: str, places: dict[str, str]) -> list[dict[str, float]]:
    """What speaks for each result of the sentence, whose names bear these classes."""
    standings: Opinions = {name: (label, 0.9) for name, label in places.items()}
    doc = with_opinions(doc_of(text, people="|".join(places)), standings=standings)
    results = find_results(doc)
    return what_speaks(doc, doc._.relations, results)


def test_the_stored_weights_are_of_what_is_said() -> None:
    single = race("Mara Dell won in 3:29.38.", {"Mara Dell": "win 1"})[0]
    assert 0 < fitted()["single"].probability(single) < 1
    doc = doc_of("Garston Rovers beat Welby Town 2-1.", teams="Garston Rovers|Welby Town")
    pairs: Pairs = {("Garston Rovers", "Welby Town"): ("beats", 0.9), ("Garston Rovers", "2-1"): ("owner", 0.9)}
    doc = with_opinions(doc, pairs=pairs)
    results = find_results(doc)
    assert 0 < fitted()["match"].probability(what_speaks(doc, doc._.relations, results)[0]) < 1


def test_what_the_weights_need_has_to_be_said() -> None:
    assert Weights(0.0, {"win": 1.0}).probability({"win": 0.0, "loss": 9.0}) == 0.5
    with pytest.raises(KeyError):
        Weights(0.0, {"win": 1.0}).probability({"loss": 1.0})


def test_a_verb_of_winning_speaks_for_a_result_and_its_place_given_twice_against_it() -> None:
    won, led = race("Mara Dell won. Ivo Roth was in front.", {"Mara Dell": "win 1", "Ivo Roth": "win 1"})
    assert (won["said to have won"], led["said to have won"]) == (1.0, 0.0)
    assert won["same place"] == led["same place"] > 0
    assert won["first"] == won["place"] == 1.0


@pytest.mark.parametrize(("probability", "odds"), [(0.5, 0.0), (0.0, -6.9068), (1.0, 6.9068), (0.9, 2.1972)])
def test_log_odds_of_what_is_certain_are_finite(probability: float, odds: float) -> None:
    assert log_odds(probability) == pytest.approx(odds, abs=1e-3)


@pytest.mark.parametrize(
    ("place", "kind", "value", "wanted"),
    [
        (2, "time", 209.65, True), (2, "time", 208.0, False), (None, "time", 209.65, None), (1, "time", 209.65, None),
        (2, "distance", 8.1, None), (2, "time", None, None),
    ],
)  # fmt: skip
def test_marks_order_as_the_places_do(place: int | None, kind: str, value: float | None, wanted: bool | None) -> None:
    other = replace(FOUND, place=place, mark=TIME.model_copy(update={"kind": kind, "value": value}))
    assert in_step(FOUND, other) is in_step(other, FOUND) is wanted


def test_the_longer_throw_comes_first() -> None:
    far, near = (TIME.model_copy(update={"kind": "distance", "value": value}) for value in (88.2, 85.1))
    assert in_step(replace(FOUND, mark=far), replace(FOUND, place=2, mark=near)) is True
