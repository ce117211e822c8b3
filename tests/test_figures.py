"""Bare figures that may be what a player did."""

from __future__ import annotations

import pytest

from pipeline.extract.figures import find_figures

COUNTED = [
    ("Okoro added 18 and Lin 9.", ["18", "9"]),
    ("Hale fell for 52, caught behind.", ["52"]),
    ("Dell (21) and Roth (8) led the scoring.", ["21", "8"]),
    ("Ash finished with 30.", ["30"]),
]


@pytest.mark.parametrize(("text", "figures"), COUNTED)
def test_figures_that_may_be_deeds(text: str, figures: list[str]) -> None:
    marks = find_figures(text, [])
    assert [m.text for m in marks] == figures
    assert all((m.kind, m.value, text[m.start : m.end]) == ("count", float(m.text), m.text) for m in marks)


OTHERWISE = [
    "After 12 years and 3 months, 40 people came to see 6 teams.",
    "The No 1, aged 23, wore number 9 in week 4 on page 3.",
    "They met on 5 March and 12 April at 7:30, for 20 minutes.",
    "It cost £50, 5% more, and £1,200 or 3.5 million.",
    "A 2-1 win, a 6/7 record, the U20s and a 25-year-old.",
    "The 2023 season, from 1998 on, drew 61000 fans.",
    "Over 50 in the stand, under 18 on the bench, lane 6, stage 14.",
]


@pytest.mark.parametrize("text", OTHERWISE)
def test_figures_that_count_something_else(text: str) -> None:
    assert find_figures(text, []) == []


def test_ranges_that_are_taken_are_passed_over() -> None:
    text = "Lin won 21 14 and scored 18."
    assert [m.text for m in find_figures(text, [(8, 13)])] == ["18"]


def test_nothing_in_nothing() -> None:
    assert find_figures("", []) == []
