"""Roundups: many records in one report, no result twice, each sentence from one record."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import pytest
from test_summarize import MILE, record

from pipeline.records import Article, Event, Fixture, Record
from pipeline.summarize import roundup
from pipeline.summarize.house import HouseStyle
from pipeline.verify import verify


def named(record: Record, id: str) -> Record:
    """The record under another article's id."""
    return record.model_copy(update={"article": Article(id=id, text=record.article.text)})


def cup(id: str, winner: str, loser: str, mark: str | None, stage: str | None = None, **parts: Any) -> Record:
    """A match of the Tarn Cup."""
    result = {"who": winner, "opponent": loser, "round": stage, "competition": "Tarn Cup", "outcome": "win", "mark": mark}
    return named(record(teams=(winner, loser), competitions=("Tarn Cup",), results=(result,), **parts), id)


def on(record: Record, day: int) -> Record:
    """The record with its events on a day of March."""
    dated = tuple(e.model_copy(update={"date": datetime.date(2024, 3, day)}) for e in record.events)
    return record.model_copy(update={"events": dated})


def race(id: str, event: str, *order: tuple[str, str | None], **parts: Any) -> Record:
    """A race at the Oslo Games, in the order of places."""
    people = tuple(name for name, _ in order)
    results = [
        {
            "who": name,
            "event": event,
            "competition": "Oslo Games",
            "place": place,
            "outcome": "win" if place == 1 else "placed",
            "mark": mark,
        }
        for place, (name, mark) in enumerate(order, 1)
    ]
    return named(record(sport="athletics", people=people, competitions=("Oslo Games",), results=results, **parts), id)


ROUNDUPS: list[Any] = [
    pytest.param(
        [
            race("a", "men's 800m", ("Al Moss", "1:44.10"), ("Ed Vale", None)),
            race("b", "women's 400m hurdles", ("Ana Roig", "52.10 seconds")),
        ],
        "Oslo Games\n\n"
        "Men's 800m\nAl Moss won the men's 800m in 1:44.10, ahead of Ed Vale.\n\n"
        "Women's 400m hurdles\nAna Roig won the women's 400m hurdles in 52.10 seconds.",
        id="by event",
    ),
    pytest.param(
        [cup("a", "Leeds", "Hull", "2-1", "final"), cup("b", "Leeds", "Bury", "3-0", "semi-final")],
        "Tarn Cup\n\nFinal\nLeeds edged Hull 2-1 in the final.\n\nSemi-finals\nLeeds beat Bury 3-0 in the semi-finals.",
        id="by round, the final first",
    ),
    pytest.param(
        [on(cup("b", "Leeds", "Hull", "3-1"), 3), on(cup("a", "Ayr", "Bury", "3-0"), 2)],
        "Tarn Cup\n\nSaturday 2 March\nAyr beat Bury 3-0.\n\nSunday 3 March\nLeeds beat Hull 3-1.",
        id="by day, in their order",
    ),
    pytest.param(
        [cup("a", "Leeds", "Hull", "3-1"), cup("b", "Leeds", "Hull", "3-1")],
        "Tarn Cup\n\nLeeds beat Hull 3-1.",
        id="the same match in two articles",
    ),
    pytest.param(
        [cup("a", "Leeds", "Hull", None), cup("b", "Leeds", "Hull", "3-1")],
        "Tarn Cup\n\nLeeds beat Hull 3-1.",
        id="told by the record that says more",
    ),
    pytest.param(
        [cup("a", "Leeds", "Hull", "3-1", "first round"), cup("b", "Leeds", "Hull", "2-0", "final")],
        "Tarn Cup\n\nFinal\nLeeds beat Hull 2-0 in the final.\n\nFirst round\nLeeds beat Hull 3-1 in the first round.",
        id="the same sides in two rounds",
    ),
    pytest.param(
        [race("a", "800m", ("Al Moss", "1:44.10")), race("b", "800m", ("Moss", "1:44.10"), ("Ed Vale", "1:44.30"))],
        "Oslo Games\n\nAl Moss won the 800m in 1:44.10.\nEd Vale finished second in the 800m in 1:44.30.",
        id="a name in short is the same name",
    ),
    pytest.param(
        [race("a", "men's 800m", ("Al Moss", None)), race("b", "800m", ("Ana Roig", None)), race("c", "mile", ("Ed Vale", None))],
        "Oslo Games\n\n800m\nAl Moss won the men's 800m. Ana Roig won the 800m.\n\nMile\nEd Vale won the mile.",
        id="no gender in the heading where one race does not say it",
    ),
]


@pytest.mark.parametrize(("records", "text"), ROUNDUPS)
def test_roundups(records: Sequence[Record], text: str) -> None:
    told = roundup(records)
    assert told.text == text
    assert told.verified


def test_each_sentence_is_of_one_record_and_says_which() -> None:
    quote = {"text": "We never stopped running for each other.", "speaker": "Al Moss"}
    records = [cup("leeds-hull", "Leeds", "Hull", "3-1", people=("Al Moss",), quotes=(quote,)), cup("ayr-bury", "Ayr", "Bury", "2-0")]
    told = roundup(records)
    by_id = {r.article.id: r for r in records}
    assert len(told.sentences) == 3
    for sentence in told.sentences:
        (source,) = {fact.split(":")[0] for fact in sentence.facts}
        assert verify(sentence.text, by_id[source]).problems == ()
        assert sentence.evidence
        assert all(by_id[source].article.text[s.start : s.end] == s.text for s in sentence.evidence)
        assert sentence.text in told.text


def test_records_that_disagree() -> None:
    told = roundup([cup("a", "Leeds", "Hull", "3-1", "final"), cup("b", "Leeds", "Hull", "4-1", "final")])
    assert told.text == "Tarn Cup\n\nLeeds beat Hull 3-1 in the final."
    assert told.problems == ("a and b differ on Leeds: 3-1, 4-1; the first is followed",)


def test_a_record_of_another_competition_is_told_and_named() -> None:
    told = roundup([cup("a", "Leeds", "Hull", "3-1"), cup("b", "Ayr", "Bury", "2-0"), named(MILE, "mile")])
    assert told.text.startswith("Tarn Cup\n")
    assert "Josh Kerr" in told.text
    assert "mile does not name Tarn Cup" in told.problems


def test_what_is_still_to_come_is_told_once_and_not_if_a_record_reports_it() -> None:
    five = (Event(id="e9", discipline="5,000m", gender="men"),)
    ahead = (Fixture(id="x1", who=("p1",), event="e9", text="the 5,000m"),)
    mile = race("mile", "mile", ("Al Moss", None))
    mile = mile.model_copy(update={"events": (*mile.events, *five), "fixtures": ahead})
    assert roundup([mile, named(mile, "again")]).text.count("Still to come\n") == 1
    assert "Still to come\n" not in roundup([mile, race("five", "5,000m", ("Ed Vale", None))]).text


def test_a_record_without_a_result_adds_what_was_said() -> None:
    news = named(
        record(people=("Al Moss",), kind="news", quotes=({"text": "I will be back in the spring.", "speaker": "Al Moss"},)), "news"
    )
    told = roundup([cup("a", "Leeds", "Hull", "3-1"), cup("b", "Ayr", "Bury", "2-0"), news])
    assert told.text.endswith("What they said\nAl Moss said: “I will be back in the spring.”")


def test_a_roundup_in_house_style_is_the_same_every_time() -> None:
    records = [race("a", "men's 800m", ("Al Moss", "1:44.10")), race("b", "women's 400m hurdles", ("Ana Roig", "52.10 seconds"))]
    house = HouseStyle(time="3min 29.38sec", units="metres")
    told = roundup(records, house=house, seed=2)
    assert "Men's 800 metres\nAl Moss won the men's 800 metres in 1min 44.10sec." in told.text
    assert told == roundup(records, house=house, seed=2)


def test_nothing_to_round_up() -> None:
    with pytest.raises(ValueError, match="at least one record"):
        roundup([])
    assert "no result" in roundup([Record(article=Article(id="empty", text="Nothing."))]).text.lower()
