"""Runs or wickets, by the words beside a cricketer's name."""

from __future__ import annotations

import pytest

from pipeline.extract.cricket import bat_or_ball, in_play

IN_PLAY = [
    ("Norland were 98-3 at stumps.", True),
    ("Second Test, Tarn, day one (close): Norland 318-6 v Tarn", True),
    ("Norland lead Tarn by 220 runs after three days of the Test.", True),
    ("Norland need another 168 runs to win.", True),
    ("Norland won by seven wickets with 11 balls to spare.", False),
]


@pytest.mark.parametrize(("text", "wanted"), IN_PLAY)
def test_a_match_that_is_not_over(text: str, wanted: bool) -> None:
    assert in_play(text) is wanted


SAID = [
    # before the name, after it
    ("", " took three wickets in four balls", "wickets"),
    ("", " returned figures of 4-89", "wickets"),
    (" falling to ", " (4-95)", "wickets"),
    ("", " removed ", "wickets"),
    ("", " had ", "wickets"),
    ("", " claimed an early victim by trapping ", "wickets"),
    (" was bowled by ", " for five", "wickets"),
    (" missing a full toss from Dell, lbw to ", ".", "wickets"),
    (" edging a drive off ", " to the wicketkeeper", "wickets"),
    ("", " made 52", "runs"),
    ("", " was lbw to ", "runs"),
    ("", " hit his maiden half-century", "runs"),
    ("", "'s fifty came off 84 balls", "runs"),
    (", ", " (47) and ", "runs"),
    ("", " fell soon after tea", "runs"),
    (" to dismiss ", ".", None),
    (" dismissed ", " for 24", "runs"),
    (" put on 87 with ", ".", "runs"),
    (" was caught behind by ", " for 20", "catch"),
    (" was held at slip by ", ".", "catch"),
    ("", " looked in good touch", None),
    ("", " and ", None),
]


@pytest.mark.parametrize(("before", "after", "wanted"), SAID)
def test_bat_or_ball(before: str, after: str, wanted: str | None) -> None:
    assert bat_or_ball(before, after) == wanted
