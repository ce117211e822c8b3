"""What is read of short reports in many wordings: who beat whom, who came where in what time, whose scorers they are, who speaks.

The shares that must be right stand in `floors.toml`; where a wording is read wrongly, the test that fails names it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from itertools import product
from pathlib import Path
from typing import Any

from pipeline.article import read_text
from pipeline.extract import extract_many
from pipeline.records import Outcome, Record, When

HERE = Path(__file__).parent
REPORTS = tomllib.loads((HERE / "short_reports.toml").read_text(encoding="utf-8"))
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["short_reports"]


def names(record: Record) -> dict[str, str]:
    return {thing.id: thing.name for thing in (*record.people, *record.teams)}


def share_right(kind: str, cases: Iterable[tuple[str, Callable[[Record], bool]]]) -> None:
    """At least the share of the cases that the floor asks for: each a text, and whether its record is right."""
    texts, checks = zip(*cases, strict=True)
    records = extract_many(read_text(text, id=f"{kind}-{n}") for n, text in enumerate(texts))
    wrong = [text for text, check, record in zip(texts, checks, records, strict=True) if not check(record)]
    assert 1 - len(wrong) / len(texts) >= FLOORS[kind], f"{len(wrong)} of {len(texts)} read wrongly:\n" + "\n".join(wrong)


def matches(kind: str) -> Iterable[tuple[str, Callable[[Record], bool]]]:
    table: dict[str, Any] = REPORTS[kind]
    for template, (pair, (score, turned)) in product(table["templates"], zip(table["names"], table["scores"], strict=True)):
        for winner, loser in (pair, pair[::-1]):

            def right(record: Record, sides: tuple[str, str] = (winner, loser), marks: tuple[str, str] = (score, turned)) -> bool:
                called = names(record)
                return any(
                    r.when is When.CURRENT and r.mark and r.mark.text in marks and (called[r.who], called.get(r.opponent or "")) == sides
                    for r in record.results
                )

            yield template.format(W=winner, L=loser, S=score, R=turned), right


def test_who_beat_whom_of_two_teams() -> None:
    share_right("teams", matches("teams"))


def test_who_beat_whom_of_two_players() -> None:
    share_right("players", matches("players"))


def test_who_came_where_in_which_time() -> None:
    def cases() -> Iterable[tuple[str, Callable[[Record], bool]]]:
        for template, own in product(REPORTS["races"]["templates"], REPORTS["races"]["runners"]):

            def right(record: Record, own: dict[str, str] = own) -> bool:
                told = {(names(record)[r.who], r.place, r.mark.text.split()[0] if r.mark else None) for r in record.results}
                return told >= {(own["A"], 1, own["a"]), (own["B"], 2, own["b"]), (own["C"], 3, own["c"])}

            yield template.format(**own), right

    share_right("races", cases())


def told_places(record: Record, name: str) -> list[int]:
    """The places of the competitor in the news, 0 where it did not finish, in order."""
    own = [r for r in record.results if names(record)[r.who] == name and r.when is When.CURRENT]
    return sorted(r.place or 0 for r in own if r.place or r.outcome in (Outcome.DNF, Outcome.ELIMINATED))


def test_who_came_where_without_a_mark() -> None:
    def cases() -> Iterable[tuple[str, Callable[[Record], bool]]]:
        for line, own in product(REPORTS["places"]["templates"], REPORTS["places"]["runners"]):
            template, _, places = line.partition("|")

            def right(record: Record, own: dict[str, str] = own, places: str = places) -> bool:
                return all(told_places(record, own[who]) == [int(place)] for who, place in zip("ABC", places.split(), strict=True))

            yield template.format(**own), right

    share_right("places", cases())


def test_two_results_of_one_competitor() -> None:
    def cases() -> Iterable[tuple[str, Callable[[Record], bool]]]:
        for line, name in product(REPORTS["two_results"]["templates"], REPORTS["two_results"]["names"]):
            template, _, places = line.partition("|")

            def right(record: Record, name: str = name, places: str = places) -> bool:
                return told_places(record, name) == sorted(map(int, places.split()))

            yield template.format(A=name), right

    share_right("two_results", cases())


def test_for_which_side_a_scorer_plays() -> None:
    def cases() -> Iterable[tuple[str, Callable[[Record], bool]]]:
        players = REPORTS["scorers"]["players"]
        for template, (home, away) in product(REPORTS["scorers"]["templates"], REPORTS["scorers"]["names"]):

            def right(record: Record, home: str = home, away: str = away) -> bool:
                tied = {p.name: p.represents.text for p in record.people if p.represents}
                return tied == {players["P"]: home, players["Q"]: home, players["X"]: away}

            yield template.format(H=home, A=away, **players), right

    share_right("scorers", cases())


def test_who_speaks() -> None:
    def cases() -> Iterable[tuple[str, Callable[[Record], bool]]]:
        for text, *speakers in (line.split("|") for line in REPORTS["speakers"]["quotations"]):

            def right(record: Record, speakers: list[str] = speakers) -> bool:
                return [names(record).get(q.speaker or "") for q in record.quotes] == speakers

            yield REPORTS["speakers"]["context"] + text, right

    share_right("speakers", cases())


def test_no_result_is_made_of_what_is_hoped_or_put_off() -> None:
    def none(record: Record) -> bool:
        return not any(r.when is When.CURRENT for r in record.results)

    table = REPORTS["nothing"]
    share_right("nothing", ((t.format(A=a, B=b, C=c), none) for t, (a, b, c) in product(table["templates"], table["names"])))


def test_whole_reports() -> None:
    def cases() -> Iterable[tuple[str, Callable[[Record], bool]]]:
        for report in REPORTS["whole"]:

            def right(record: Record, wanted: list[str] = report["results"]) -> bool:
                called, events = names(record), {e.id: e for e in record.events}
                told = [
                    " | ".join(
                        [
                            called[r.who], called.get(r.opponent or "", "-"), r.mark.text if r.mark else "-", str(r.place or "-"),
                            (r.event and events[r.event].round) or "-",
                        ]
                    )
                    for r in record.results
                ]  # fmt: skip
                return sorted(told) == sorted(wanted)

            yield report["text"], right

    share_right("whole", cases())
