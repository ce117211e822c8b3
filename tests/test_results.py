"""Results from opinions: docs built by hand with what the heads might say, no model loaded."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from by_hand import Opinions, Pairs, doc_of, with_opinions
from spacy.tokens import Doc

from pipeline.extract import COMPONENTS, nlp, results
from pipeline.extract.fixtures import find_fixtures
from pipeline.extract.results import find_results


@pytest.fixture(autouse=True)
def _however_unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opinions made up for a sentence are no measure of how sure a result is: everything put together counts."""
    for name in ("LEAST", "LEAST_BARE", "LEAST_PAST"):
        monkeypatch.setattr(results, name, 0.0)


def told(doc: Doc) -> list[tuple[str, ...]]:
    """Each result as (who, opponent, outcome, place, medal, mark, when) in words."""
    words = {(kind, i): e.name for kind, group in (("person", doc._.people), ("team", doc._.teams)) for i, e in enumerate(group)}
    return [
        (
            words[r.who], words[r.opponent] if r.opponent else "-", r.outcome or "-", str(r.place or "-"), r.medal or "-",
            r.mark.text if r.mark else "-", "past" if r.past > 0.5 else "current",
        )
        for r in find_results(doc)
    ]  # fmt: skip


MATCHES: list[tuple[str, str, str, Pairs, list[tuple[str, ...]]]] = [
    (
        "Garston Rovers beat Welby Town 2-1 on Saturday.", "", "Garston Rovers|Welby Town",
        {
            ("Garston Rovers", "Welby Town"): ("beats", 0.9), ("Garston Rovers", "2-1"): ("owner", 0.9),
            ("Welby Town", "2-1"): ("other side", 0.8),
        },
        [("Garston Rovers", "Welby Town", "win", "-", "-", "2-1", "current")],
    ),
    (  # the score tied to one side only still goes to the match
        "Garston Rovers saw off Welby Town. It ended 2-1.", "", "Garston Rovers|Welby Town",
        {("Garston Rovers", "Welby Town"): ("beats", 0.9), ("Garston Rovers", "2-1"): ("owner", 0.7)},
        [("Garston Rovers", "Welby Town", "win", "-", "-", "2-1", "current")],
    ),
    (  # both directions at once: the likelier one
        "Ada Finch and Ines Roth met in the final, 6-4 6-2 the score.", "Ada Finch|Ines Roth", "",
        {("Ada Finch", "Ines Roth"): ("beats", 0.8), ("Ines Roth", "Ada Finch"): ("beats", 0.6), ("Ada Finch", "6-4 6-2"): ("owner", 0.6)},
        [("Ada Finch", "Ines Roth", "win", "-", "-", "6-4 6-2", "current")],
    ),
    (
        "Garston drew 1-1 with Welby.", "", "Garston|Welby",
        {("Garston", "Welby"): ("draws", 0.9), ("Garston", "1-1"): ("owner", 0.6), ("Welby", "1-1"): ("other side", 0.6)},
        [("Garston", "Welby", "draw", "-", "-", "1-1", "current")],
    ),
    (  # a score between the names says who won, and is theirs
        "Garston 1-3 Welby. It was 2-1 at Garston in May.", "", "Garston|Welby",
        {("Garston", "Welby"): ("beats", 0.5), ("Garston", "2-1"): ("owner", 0.6)},
        [("Welby", "Garston", "win", "-", "-", "1-3", "current")],
    ),
    (  # crews of two
        "Roth and Lin beat Dell and Moe 6-4 6-2.", "Roth|Lin|Dell|Moe", "Roth and Lin|Dell and Moe",
        {("Roth and Lin", "Dell and Moe"): ("beats", 0.9), ("Roth and Lin", "6-4 6-2"): ("owner", 0.8)},
        [("Roth and Lin", "Dell and Moe", "win", "-", "-", "6-4 6-2", "current")],
    ),
    (  # nothing likely, nothing found
        "Garston host Welby on Saturday.", "", "Garston|Welby", {("Garston", "Welby"): ("beats", 0.3)}, [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "teams", "pairs", "wanted"), MATCHES, ids=[m[0] for m in MATCHES])
def test_matches(text: str, people: str, teams: str, pairs: Pairs, wanted: list[tuple[str, ...]]) -> None:
    assert told(with_opinions(doc_of(text, people=people, teams=teams), pairs=pairs)) == wanted


PLACES: list[tuple[str, str, Pairs, Opinions, frozenset[str], list[tuple[str, ...]]]] = [
    (
        "Orla Finch won in 4:21.07 and Ines Roth was second in 4:22.50.", "Orla Finch|Ines Roth",
        {("Orla Finch", "4:21.07"): ("owner", 0.9), ("Ines Roth", "4:22.50"): ("owner", 0.8)},
        {"Orla Finch": ("win 1", 0.9), "Ines Roth": ("placed 2", 0.9)}, frozenset(),
        [("Orla Finch", "-", "win", "1", "-", "4:21.07", "current"), ("Ines Roth", "-", "placed", "2", "-", "4:22.50", "current")],
    ),
    (
        "Mara Dell took silver behind Orla Finch.", "Mara Dell", {}, {"Mara Dell": ("placed 2", 0.8)}, frozenset(),
        [("Mara Dell", "-", "placed", "2", "silver", "-", "current")],
    ),
    (  # a place beyond the third is read from the words
        "Mara Dell came home in seventh.", "Mara Dell", {}, {"Mara Dell": ("placed n", 0.8)}, frozenset(),
        [("Mara Dell", "-", "placed", "7", "-", "-", "current")],
    ),
    (
        "Mara Dell won here in 2019.", "Mara Dell", {}, {"Mara Dell": ("win 1", 0.8)}, frozenset({"Mara Dell"}),
        [("Mara Dell", "-", "win", "1", "-", "-", "past")],
    ),
    (  # a record is held, not won
        "Mara Dell owns the course record over both distances.", "Mara Dell", {}, {"Mara Dell": ("win 1", 0.9)},
        frozenset({"Mara Dell"}), [],
    ),
    (
        "Mara Dell, who joins Orla Finch in Lund next month, finished a solid fourth.", "Mara Dell|Orla Finch", {},
        {"Mara Dell": ("placed n", 0.8)}, frozenset(), [("Mara Dell", "-", "placed", "4", "-", "-", "current")],
    ),
    (  # what the main clause says outweighs the apposition
        "Mara Dell, who took silver in Lund last year, won the 60m.", "Mara Dell", {}, {"Mara Dell": ("win 1", 0.8)}, frozenset(),
        [("Mara Dell", "-", "win", "1", "-", "-", "current"), ("Mara Dell", "-", "placed", "2", "silver", "-", "past")],
    ),
    (
        "Mara Dell fought back to second in 7:41.42.", "Mara Dell", {("Mara Dell", "7:41.42"): ("owner", 0.8)},
        {"Mara Dell": ("placed 3", 0.8)}, frozenset(), [("Mara Dell", "-", "placed", "2", "-", "7:41.42", "current")],
    ),
    (  # nobody wins in a gap
        "Mara Dell won by 1.14 seconds.", "Mara Dell", {("Mara Dell", "1.14 seconds"): ("owner", 0.9)}, {"Mara Dell": ("win 1", 0.9)},
        frozenset(), [("Mara Dell", "-", "win", "1", "-", "-", "current")],
    ),
    (  # of men and women both may win
        "Mara Dell won the 100m and Ivo Roth won the 100m for men.", "Mara Dell|Ivo Roth",
        {("Mara Dell", "100m"): ("enters", 0.9), ("Ivo Roth", "100m"): ("enters", 0.9)},
        {"Mara Dell": ("win 1", 0.8), "Ivo Roth": ("win 1", 0.9)}, frozenset(),
        [("Mara Dell", "-", "win", "1", "-", "-", "current"), ("Ivo Roth", "-", "win", "1", "-", "-", "current")],
    ),
    (  # the place of one gives the other's
        "Mara Dell was third in 2:00.04, ahead of Ivo Roth.", "Mara Dell|Ivo Roth", {},
        {"Mara Dell": ("placed 2", 0.8), "Ivo Roth": ("placed 2", 0.8)}, frozenset(),
        [("Mara Dell", "-", "placed", "3", "-", "-", "current"), ("Ivo Roth", "-", "placed", "4", "-", "-", "current")],
    ),
    (
        "Mara Dell was second, with Ivo Roth a further 0.09secs back.", "Mara Dell|Ivo Roth", {},
        {"Mara Dell": ("placed 2", 0.8), "Ivo Roth": ("placed 2", 0.8)}, frozenset(),
        [("Mara Dell", "-", "placed", "2", "-", "-", "current"), ("Ivo Roth", "-", "placed", "3", "-", "-", "current")],
    ),
    (
        "Mara Dell and Ivo Roth were third and fourth.", "Mara Dell|Ivo Roth", {},
        {"Mara Dell": ("placed 2", 0.8), "Ivo Roth": ("placed n", 0.8)}, frozenset(),
        [("Mara Dell", "-", "placed", "3", "-", "-", "current"), ("Ivo Roth", "-", "placed", "4", "-", "-", "current")],
    ),
    (
        "Mara Dell pulled up at halfway.", "Mara Dell", {}, {"Mara Dell": ("dnf", 0.7)}, frozenset(),
        [("Mara Dell", "-", "dnf", "-", "-", "-", "current")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "pairs", "standings", "past", "wanted"), PLACES, ids=[p[0] for p in PLACES])
def test_places(text: str, people: str, pairs: Pairs, standings: Opinions, past: Iterable[str], wanted: list[tuple[str, ...]]) -> None:
    assert told(with_opinions(doc_of(text, people=people), pairs=pairs, standings=standings, past=past)) == wanted


CONTESTS = [
    # a result goes on about the contest of the one before, unless another is named between
    ("Mara Dell won the 400m. Ivo Roth was second.", ["Mara Dell 400m", "Ivo Roth 400m"]),
    ("Mara Dell won the 400m. The high jump came next. Ivo Roth was second.", ["Mara Dell 400m", "Ivo Roth -"]),
    ("Mara Dell was third in the 400m. Ivo Roth was second.", ["Mara Dell 400m", "Ivo Roth -"]),
    # one result for each of a list
    ("Mara Dell won the long jump and the 400m.", ["Mara Dell long jump", "Mara Dell 400m"]),
]


@pytest.mark.parametrize(("text", "wanted"), CONTESTS)
def test_contests(text: str, wanted: list[str]) -> None:
    enters: Pairs = {("Mara Dell", d): ("enters", 0.9) for d in ("long jump", "400m") if d in text}
    standings: Opinions = {"Mara Dell": ("win 1", 0.9), "Ivo Roth": ("placed 2", 0.9)}
    people = [name for name in standings if name in text]
    doc = doc_of(text, people="|".join(people))
    doc = with_opinions(doc, pairs=enters, standings={name: standings[name] for name in people})
    found = [(r, doc._.relations.disciplines) for r in find_results(doc)]
    names = [doc._.people[r.who[1]].name + " " + (ds[r.discipline].text if r.discipline is not None else "-") for r, ds in found]
    assert sorted(names) == sorted(wanted)


def test_no_result_of_a_race_that_is_to_come() -> None:
    doc = doc_of("Roth won the 800m. Lin will run in the 1500m on Sunday.", people="Roth|Lin")
    entered: Pairs = {("Roth", "800m"): ("enters", 0.9), ("Lin", "1500m"): ("enters", 0.9)}
    doc = with_opinions(doc, standings={"Roth": ("win 1", 0.9), "Lin": ("win 1", 0.9)}, pairs=entered)
    assert [who for who, *_ in told(doc)] == ["Roth", "Lin"]
    doc._.fixtures = tuple(find_fixtures(doc))
    assert [who for who, *_ in told(doc)] == ["Roth"]


def test_a_crew_bears_its_result_and_its_two_do_not() -> None:
    doc = doc_of("Roth and Lin won the double sculls in 6:31.20.", people="Roth|Lin", teams="Roth and Lin")
    won = dict.fromkeys(("Roth and Lin", "Roth", "Lin"), ("win 1", 0.9))
    doc = with_opinions(doc, standings=won, pairs={("Roth and Lin", "6:31.20"): ("owner", 0.9)}, sport=("other", 1.0))
    assert told(doc) == [("Roth and Lin", "-", "win", "1", "-", "6:31.20", "current")]


def test_a_result_that_says_no_more_than_another_is_told_once() -> None:
    text = "Mara Dell ran in the 1500m that Ivo Roth won. Dell took silver in the 1500m in 3:29.65."
    enters: Pairs = {(name, "1500m"): ("enters", 0.9) for name in ("Mara Dell", "Dell", "Ivo Roth")}
    standings: Opinions = {"Mara Dell": ("placed", 0.9), "Dell": ("placed 2", 0.8), "Ivo Roth": ("win 1", 0.9)}
    pairs: Pairs = {**enters, ("Dell", "3:29.65"): ("owner", 0.9)}
    found = told(with_opinions(doc_of(text, people="Mara Dell/Dell|Ivo Roth"), pairs=pairs, standings=standings))
    assert ("Mara Dell", "-", "placed", "2", "silver", "3:29.65", "current") in found
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "standings", "wanted"),
    [
        (  # the same win, told again with its mark
            "Mara Dell won the Downhill. It was fog all day. Dell won the downhill in 1:28.85.", ("win 1", "win 1"),
            [("Mara Dell", "-", "win", "1", "-", "1:28.85", "current")],
        ),
        (  # Friday's and Saturday's
            "Mara Dell won the Downhill. A day before Dell was second in the downhill.", ("win 1", "placed 2"),
            [("Mara Dell", "-", "win", "1", "-", "-", "current"), ("Mara Dell", "-", "placed", "2", "-", "-", "current")],
        ),
    ],
)  # fmt: skip
def test_one_result_of_one_contest(text: str, standings: tuple[str, str], wanted: list[tuple[str, ...]]) -> None:
    pairs: Pairs = {("Mara Dell", "Downhill"): ("enters", 0.9), ("Dell", "downhill"): ("enters", 0.9), ("Dell", "1:28.85"): ("owner", 0.9)}
    pairs = {(who, what): opinion for (who, what), opinion in pairs.items() if what in text}
    opinions: Opinions = {"Mara Dell": (standings[0], 0.9), "Dell": (standings[1], 0.9)}
    assert told(with_opinions(doc_of(text, people="Mara Dell/Dell"), pairs=pairs, standings=opinions)) == wanted


def test_a_medal_that_a_match_was_won_for_is_the_matchs() -> None:
    doc = doc_of("Orla Finch took gold by beating Ines Roth 6-4.", people="Orla Finch|Ines Roth")
    pairs: Pairs = {("Orla Finch", "Ines Roth"): ("beats", 0.9), ("Orla Finch", "6-4"): ("owner", 0.9)}
    found = told(with_opinions(doc, pairs=pairs, standings={"Orla Finch": ("win 1", 0.9)}))
    assert found == [("Orla Finch", "Ines Roth", "win", "1", "gold", "6-4", "current")]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("If Garston beat Welby 2-0 they go top.", 0),
        ("If Garston beat Welby they go top. It was 2-0.", 1),  # a score that is printed elsewhere is no supposition
        ("If Garston beat Welby again they go top. Garston beat Welby 2-0.", 1),
        ("Garston need to win 2-0 against Welby.", 0),
        ("Garston, who need to win, beat Welby 2-0.", 1),
    ],
)
def test_a_match_that_is_only_supposed_is_none(text: str, told_of: int) -> None:
    doc = doc_of(text, teams="Garston|Welby")
    pairs: Pairs = {("Garston", "Welby"): ("beats", 0.95), ("Garston", "2-0"): ("owner", 0.95), ("Welby", "2-0"): ("other side", 0.95)}
    assert len(find_results(with_opinions(doc, pairs=pairs))) == told_of


def test_a_side_that_seems_to_beat_two_by_one_score_beats_the_surer() -> None:
    doc = doc_of("Garston beat Welby 3-0. It was cold, and Dunmore were glad of the 3–0.", teams="Garston|Welby|Dunmore")
    pairs: Pairs = {
        ("Garston", "Welby"): ("beats", 0.99), ("Garston", "3-0"): ("owner", 0.99), ("Welby", "3-0"): ("other side", 0.99),
        ("Garston", "Dunmore"): ("beats", 0.5), ("Garston", "3–0"): ("owner", 0.5), ("Dunmore", "3–0"): ("other side", 0.5),
    }  # fmt: skip
    found = find_results(with_opinions(doc, pairs=pairs))
    assert [(doc._.teams[r.opponent[1]].name, r.mark and r.mark.text) for r in found if r.opponent] == [("Welby", "3-0")]


def test_what_is_said_of_the_last_name_of_a_list_is_not_said_of_the_first() -> None:
    text = "Mara Dell won in 22:47 from Ivo Roth and Norland's Mei Lin, who had been second in 2019."
    doc = doc_of(text, people="Mara Dell|Ivo Roth|Mei Lin")
    found = told(with_opinions(doc, standings={"Mara Dell": ("win 1", 0.99), "Ivo Roth": ("placed 2", 0.99)}))
    assert {(who, when) for who, *_, when in found} == {(who, "current") for who in ("Mara Dell", "Ivo Roth", "Mei Lin")}


def test_a_tournament_is_won_and_a_round_of_it_is_not() -> None:
    doc = doc_of("Ines Roth carded a final round of 66 to win on 17 under par.", people="Ines Roth")
    pairs: Pairs = {("Ines Roth", "66"): ("owner", 0.9), ("Ines Roth", "17 under par"): ("owner", 0.9)}
    found = told(with_opinions(doc, pairs=pairs, standings={"Ines Roth": ("win 1", 0.9)}))
    assert {(place, mark) for *_, place, _, mark, _ in found} == {("-", "66"), ("1", "17 under par")}


def test_the_components_stand_in_an_order_that_gives_each_what_it_needs() -> None:
    problems = nlp().analyze_pipes(keys=["assigns", "requires"])["problems"]
    missing = {name: set(wants) - {"doc._.article"} for name, wants in problems.items()}
    assert not any(missing.values()), missing
    assert tuple(nlp().pipe_names) == COMPONENTS
