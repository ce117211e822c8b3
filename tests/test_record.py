"""Records from docs that every component has left something on: ids, events, evidence, warnings."""

from __future__ import annotations

import datetime

import pytest
from by_hand import Opinions, Pairs, doc_of, with_opinions

from pipeline.extract.fixtures import Fixture
from pipeline.extract.people import find_profiles
from pipeline.extract.performances import find_performances
from pipeline.extract.quotes import quotes
from pipeline.extract.record import record_of
from pipeline.extract.results import find_results
from pipeline.extract.subject import subject
from pipeline.records import Kind, Record, When, spans_of


def record(
    text: str,
    *,
    people: str = "",
    teams: str = "",
    competitions: str = "",
    pairs: Pairs | None = None,
    standings: Opinions | None = None,
    deeds: Opinions | None = None,
    past: tuple[str, ...] = (),
    kind: str = "report",
    fixtures: tuple[Fixture, ...] = (),
) -> Record:
    """The record of a doc that has gone through the components after the reader, but for fixtures, which are given."""
    doc = doc_of(text, people=people, teams=teams, competitions=competitions)
    doc = subject(with_opinions(doc, pairs=pairs, standings=standings, deeds=deeds, past=past, kind=kind, sport=("athletics", 0.9)))
    doc._.profiles = tuple(find_profiles(doc))
    doc._.results = tuple(find_results(doc))
    doc._.performances = tuple(find_performances(doc, doc._.sport))
    doc._.fixtures = fixtures
    found = record_of(quotes(doc))
    for span in spans_of(found):
        assert text[span.start : span.end] == span.text
    return found


WON, SECOND = ("win 1", 0.9), ("placed 2", 0.9)


def test_ids_count_each_kind_of_fact_from_one() -> None:
    text = (
        "Ines Roth won the 800m in 2:01.20 at the Tarn Games, Mei Lin was second. "
        'Garston beat Welby 2-1, Mara Dell scoring in the 43rd minute. "I saw it late," said Dell.'
    )
    found = record(
        text, people="Ines Roth|Mei Lin|Mara Dell/Dell", teams="Garston|Welby", competitions="Tarn Games",
        standings={"Ines Roth": WON, "Mei Lin": SECOND}, deeds={"Mara Dell": ("goal", 0.9)},
        pairs={
            ("Ines Roth", "2:01.20"): ("owner", 0.9), ("Ines Roth", "800m"): ("enters", 0.9), ("Mei Lin", "800m"): ("enters", 0.9),
            ("Garston", "Welby"): ("beats", 0.9), ("Garston", "2-1"): ("owner", 0.9), ("Welby", "2-1"): ("other side", 0.9),
        },
        fixtures=(Fixture((("team", 1), ("person", 2)), 73, 134, datetime.date(2024, 6, 2)),),
    )  # fmt: skip
    ids = {name: [item.id for item in getattr(found, name)] for name in Record.model_fields if isinstance(getattr(found, name), tuple)}
    ids.pop("warnings", None)
    assert ids == {
        "people": ["p1", "p2", "p3"], "teams": ["t1", "t2"], "competitions": ["c1"], "events": ["e1", "e2"], "results": ["r1", "r2", "r3"],
        "performances": ["f1"], "fixtures": ["x1"], "quotes": ["q1"],
    }  # fmt: skip
    assert [(r.who, r.opponent, r.place, r.mark and r.mark.text) for r in found.results] == [
        ("p1", None, 1, "2:01.20"), ("p2", None, 2, None), ("t1", "t2", None, "2-1"),
    ]  # fmt: skip
    assert [(p.who, p.what, p.minute) for p in found.performances] == [("p3", "goal", 43)]
    assert [(x.who, x.text) for x in found.fixtures] == [(("t2", "p3"), text[73:134])]
    assert [(q.speaker, q.speaker_text, q.cue) for q in found.quotes] == [("p3", "Dell", "said")]
    assert (found.sport, found.kind) == ("athletics", Kind.REPORT)
    assert Record.model_validate_json(found.model_dump_json()) == found


def test_people_and_sides_carry_all_their_names() -> None:
    found = record(
        "Kenyan Ines Roth won. Roth wept. Garston Rovers lost; Rovers fell.", people="Ines Roth/Roth", teams="Garston Rovers/Rovers"
    )
    (roth,), (garston,) = found.people, found.teams
    assert (roth.name, roth.aliases, [m.text for m in roth.mentions]) == ("Ines Roth", ("Ines Roth", "Roth"), ["Ines Roth", "Roth"])
    assert (roth.represents.text if roth.represents else None, roth.country) == ("Kenyan", "KEN")
    assert (garston.name, garston.aliases, garston.country) == ("Garston Rovers", ("Garston Rovers", "Rovers"), None)
    assert [t.country for t in record("Kenya won.", teams="Kenya").teams] == ["KEN"]


ENTERED = ("enters", 0.9)
EVENTS: list[tuple[str, str, Pairs, list[int | None], list[tuple[str | None, str | None, str | None, str | None]]]] = [
    # results of one discipline share its event, however it is printed
    (
        "Roth won the women's 800m. Lin was second in the women's 800 m.", "",
        {("Roth", "women's 800m"): ENTERED, ("Lin", "women's 800 m"): ENTERED}, [1, 1], [("women's 800m", "women", None, None)],
    ),
    # another discipline, gender, round or competition is another event
    (
        "Roth won the women's 800m. Lin was second in the women's 400m.", "",
        {("Roth", "women's 800m"): ENTERED, ("Lin", "women's 400m"): ENTERED}, [1, 2],
        [("women's 800m", "women", None, None), ("women's 400m", "women", None, None)],
    ),
    (
        "Roth won the women's 800m. Lin was second in the men's 800m.", "",
        {("Roth", "women's 800m"): ENTERED, ("Lin", "men's 800m"): ENTERED}, [1, 2],
        [("women's 800m", "women", None, None), ("men's 800m", "men", None, None)],
    ),
    (
        "Roth won the 800m semi-final. Lin was second in the 800m final.", "",
        {("Roth", "800m"): ENTERED, ("Lin", "800m"): ENTERED}, [1, 2],
        [("800m", None, "semi-final", None), ("800m", None, "final", None)],
    ),
    (
        "Roth won the 800m at the Tarn Games. Lin was second at the Fell Cup.", "Tarn Games|Fell Cup",
        {("Roth", "800m"): ENTERED, ("Lin", "800m"): ENTERED}, [1, 2], [("800m", None, None, "c1"), ("800m", None, None, "c2")],
    ),
    # where the sentence names no competition, the first one in the opening, else the one that the article names most
    (
        "Gold at the Tarn Games. Roth won. Lin, of the Fell Cup, was second. The Fell Cup is old.", "Tarn Games|Fell Cup", {}, [1, 2],
        [(None, None, None, "c1"), (None, None, None, "c2")],
    ),
    (
        "It rained. All wept. Roth won at the Fell Cup. Lin was second. The Tarn Games go on. The Tarn Games are long.",
        "Fell Cup|Tarn Games", {}, [1, 2], [(None, None, None, "c1"), (None, None, None, "c2")],
    ),
    # and none of two that it names as often
    (
        "It rained. All wept. Roth won at the Fell Cup. Lin was second. The Tarn Games go on.", "Fell Cup|Tarn Games", {}, [1, None],
        [(None, None, None, "c1")],
    ),
    # one that is named for another year, for what is to come or for a side of it is not the one just played in
    (
        "Gold at the Tarn Games. Roth beat the 2004 Fell Cup winner. Lin was second.", "Tarn Games|Fell Cup", {}, [1, 1],
        [(None, None, None, "c1")],
    ),
    (
        "Gold at the Tarn Games. Roth won ahead of the Fell Cup. Lin was second.", "Tarn Games|Fell Cup", {}, [1, 1],
        [(None, None, None, "c1")],
    ),
    (
        "Gold at the Tarn Games. Roth beat a Fell Cup side. Lin was second.", "Tarn Games|Fell Cup", {}, [1, 1],
        [(None, None, None, "c1")],
    ),
    # the other sex has the discipline without the word for the first; the women's hurdles are not the men's
    (
        "Roth won the women's singles. In the men's final Lin was second.", "",
        {("Roth", "women's singles"): ENTERED, ("Lin", "women's singles"): ENTERED}, [1, 2],
        [("women's singles", "women", "final", None), ("singles", "men", "final", None)],
    ),
    (
        "Roth won the women's 100m hurdles. In the men's final Lin was second.", "",
        {("Roth", "women's 100m hurdles"): ENTERED, ("Lin", "women's 100m hurdles"): ENTERED}, [1, 2],
        [("women's 100m hurdles", "women", "final", None), (None, "men", "final", None)],
    ),
    (
        "Roth won the moguls. In the women's event Lin was second.", "",
        {("Roth", "moguls"): ENTERED, ("Lin", "moguls"): ENTERED}, [1, 2],
        [("moguls", None, None, None), ("moguls", "women", None, None)],
    ),
    # a stage is of no classification
    (
        "Roth won the 14th stage and kept the points classification. Lin was second.", "",
        {("Roth", "points classification"): ENTERED}, [1, 1],
        [(None, None, "14th stage", None)],
    ),
    # a result of which nothing of the kind is said has no event
    ("Roth won. Lin was second.", "", {}, [None, None], []),
    ("Roth won the final. Lin was second.", "", {}, [1, None], [(None, None, "final", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "competitions", "pairs", "numbers", "wanted"), EVENTS)
def test_events(
    text: str,
    competitions: str,
    pairs: Pairs,
    numbers: list[int | None],
    wanted: list[tuple[str | None, str | None, str | None, str | None]],
) -> None:
    found = record(text, people="Roth|Lin", competitions=competitions, pairs=pairs, standings={"Roth": WON, "Lin": SECOND})
    assert [r.event for r in found.results] == [number and f"e{number}" for number in numbers]
    assert [(e.discipline, e.gender, e.round, e.competition) for e in found.events] == wanted


@pytest.mark.parametrize(("sentences", "round_"), [(0, "final"), (8, None)])
def test_the_round_that_an_article_is_about_is_that_of_its_beginning(sentences: int, round_: str | None) -> None:
    text = "Roth won the mile final. " + "They ran on. " * sentences + "Lin was second in the 800m."
    pairs: Pairs = {("Lin", "800m"): ("enters", 0.9)}
    found = record(text, people="Roth|Lin", pairs=pairs, standings={"Roth": WON, "Lin": SECOND})
    events = {e.id: e for e in found.events}
    assert [events[r.event].round for r in found.results if r.event] == ["final", round_]


def test_a_recalled_result_is_not_of_the_competition_that_the_article_is_about() -> None:
    text = "Roth was second in 2019. Lin won. The Tarn Games go on."
    found = record(text, people="Roth|Lin", competitions="Tarn Games", standings={"Roth": SECOND, "Lin": WON}, past=("Roth",))
    assert [(r.who, r.when, r.event) for r in found.results] == [("p2", When.CURRENT, "e1"), ("p1", When.PAST, None)]


@pytest.mark.parametrize(
    ("kind", "text", "competition"),
    [
        ("report", "Garston beat Welby 2-1. The Tarn League is old.", "c1"),
        ("news", "Garston want a striker. All know it. They beat Welby 2-1. The Tarn League is old.", None),
        ("news", "All want a striker for the Tarn League. Garston beat Welby 2-1.", None),
        ("news", "All want a striker. All know it. Garston beat Welby 2-1 in the Tarn League.", "c1"),
        ("preview", "Garston play Welby in the Tarn League. They beat Dunmore 2-1.", "c1"),
        ("preview", "Garston play on. All know it. They beat Welby 2-1. The Tarn League is old.", None),
    ],
)  # fmt: skip
def test_a_match_told_by_the_way_is_not_supposed_to_be_of_the_competition_that_the_article_names(
    kind: str, text: str, competition: str | None
) -> None:
    beaten = "Dunmore" if "Dunmore" in text else "Welby"
    pairs: Pairs = {("Garston", beaten): ("beats", 0.9), ("Garston", "2-1"): ("owner", 0.9), (beaten, "2-1"): ("other side", 0.9)}
    teams = "|".join(t for t in ("Garston", "Welby", "Dunmore") if t in text)
    found = record(text, teams=teams, competitions="Tarn League", pairs=pairs, kind=kind)
    events = {e.id: e.competition for e in found.events}
    assert [r.event and events[r.event] for r in found.results] == [competition]


def test_a_recalled_result_is_of_no_competition_that_is_to_come() -> None:
    text = "Lin won. Roth was second at the Fell Cup in 2019 and will run at the Tarn Games."
    for competitions, wanted in (("Fell Cup|Tarn Games", "c1"), ("Tarn Games", None)):
        found = record(text, people="Roth|Lin", competitions=competitions, standings={"Roth": SECOND, "Lin": WON}, past=("Roth",))
        (event,) = [r.event for r in found.results if r.when is When.PAST]
        assert next((e.competition for e in found.events if e.id == event), None) == wanted


def test_evidence_is_the_sentence_of_the_name_and_that_of_the_mark() -> None:
    pairs: Pairs = {("Roth", "2:01.20"): ("owner", 0.9)}
    (one,) = record("It rained. Roth won in 2:01.20. All wept.", people="Roth", standings={"Roth": WON}, pairs=pairs).results
    assert [e.text for e in one.evidence] == ["Roth won in 2:01.20."]
    (one,) = record("It rained. Roth won. The clock stood at 2:01.20.", people="Roth", standings={"Roth": WON}, pairs=pairs).results
    assert [e.text for e in one.evidence] == ["Roth won.", "The clock stood at 2:01.20."]


KINDS: list[tuple[str, tuple[str, ...], Opinions, Kind]] = [
    ("report", (), {"Roth": WON}, Kind.REPORT),
    ("report", (), {}, Kind.NEWS),  # a report reports a result
    ("report", ("Roth",), {"Roth": WON}, Kind.NEWS),  # and one that is not history
    ("preview", (), {}, Kind.PREVIEW),
    ("preview", (), {"Roth": WON}, Kind.PREVIEW),
    ("news", (), {"Roth": WON}, Kind.NEWS),
]


@pytest.mark.parametrize(("kind", "past", "standings", "wanted"), KINDS)
def test_kind(kind: str, past: tuple[str, ...], standings: Opinions, wanted: Kind) -> None:
    assert record("Roth won here.", people="Roth", kind=kind, past=past, standings=standings).kind is wanted


WARNINGS: list[tuple[str, str, list[str]]] = [
    ('"It was close," said Roth.', "Roth", []),
    ('"It was all very close," said a spokesman.', "", []),
    (
        'Tom Brandt beat Jo Hale on the line. "It was the closest of all," he said.', "Tom Brandt|Jo Hale",
        ["q1: the speaker may be Tom Brandt or Jo Hale"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "wanted"), WARNINGS)
def test_a_quotation_that_may_be_of_several_people_is_warned_of(text: str, people: str, wanted: list[str]) -> None:
    assert list(record(text, people=people).warnings) == wanted


def test_an_article_without_facts_makes_a_record_without_facts() -> None:
    found = record("It rained all day.")
    assert (found.people, found.results, found.events, found.quotes, found.warnings, found.kind) == ((), (), (), (), (), Kind.NEWS)
    assert record("").kind is Kind.NEWS


WINNERS: list[tuple[Pairs, list[str]]] = [
    ({("Garston", "Welby"): ("beats", 0.7), ("Welby", "Garston"): ("beats", 0.1), ("Garston", "2-1"): ("owner", 0.9)}, []),
    (
        {("Garston", "Welby"): ("beats", 0.6), ("Welby", "Garston"): ("beats", 0.4), ("Garston", "2-1"): ("owner", 0.9)},
        ["r1: the winner may be Garston or Welby"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("pairs", "wanted"), WINNERS)
def test_a_winner_that_is_not_clear_is_warned_of(pairs: Pairs, wanted: list[str]) -> None:
    assert list(record("Garston and Welby met in the final, which ended 2-1.", teams="Garston|Welby", pairs=pairs).warnings) == wanted


TIES: list[tuple[Pairs, list[str]]] = [
    ({("Roth", "Garston"): ("represents", 0.9)}, []),
    (
        {("Roth", "Garston"): ("represents", 0.55), ("Roth", "Welby"): ("represents", 0.3)},
        ["p1: Roth may represent Garston or Welby"],
    ),
    ({("Roth", "Garston"): ("represents", 0.6)}, ["p1: Roth may represent Garston, or nobody that the article names"]),
]  # fmt: skip


@pytest.mark.parametrize(("pairs", "wanted"), TIES)
def test_a_tie_that_is_not_sure_is_warned_of(pairs: Pairs, wanted: list[str]) -> None:
    found = record("Roth watched as Garston and Welby trained.", people="Roth", teams="Garston|Welby", pairs=pairs)
    assert list(found.warnings) == wanted
    assert found.people[0].confidence is not None
    assert (found.people[0].confidence < 0.7) == bool(wanted)
