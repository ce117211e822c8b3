"""Places and medals by the words beside a name, and who won by the verb between two."""

from __future__ import annotations

import pytest

from pipeline.extract.places import Printed, printed_place, says_history, says_unfinished, says_won
from pipeline.extract.rounds import find_round
from pipeline.extract.verdicts import verdict

PLACES = [
    ("", " took silver in 10.04, ahead of ", Printed(2, "silver")),
    ("", " won the gold medal", Printed(1, "gold")),
    ("", " claimed bronze, with ", Printed(3, "bronze")),
    (" while bronze went to ", ".", Printed(3, "bronze")),
    (", with silver for the Dutchwoman ", ".", Printed(2, "silver")),
    ("", " came home seventh in 31:07", Printed(7, None)),
    ("", " finished in 13th place", Printed(13, None)),
    ("", " was a distant fourth", Printed(4, None)),
    ("", ", second in 3:30.12, ", Printed(2, None)),
    ("", " tied for third on eight under", Printed(3, None)),
    (" ahead of the runner-up ", " and ", Printed(2, None)),
    (" from third-placed ", ".", Printed(3, None)),
    # not a place
    ("", ", the Olympic silver medallist, ", None),
    ("", " won his third title in a row", None),
    ("", " scored in the second half", None),
    ("", " took the second set 6-3", None),
    ("", " hit a second-minute opener", None),
    ("", " ran on the Gold Coast", None),
    ("", " led from the start", None),
]


@pytest.mark.parametrize(("before", "after", "wanted"), PLACES)
def test_printed_place(before: str, after: str, wanted: Printed | None) -> None:
    assert printed_place(before, after) == wanted


SAID = [
    # the words after a name, and whether they say: won, did not finish, is history
    (" won the 60m in 6.49", (True, False, False)),
    (" claimed a fourth title", (True, False, False)),
    (", second last year, was third", (False, False, True)),
    (" had won here before", (True, False, True)),
    (" took gold in 2019", (True, False, True)),
    (" pulled up on the last bend", (False, True, False)),
    (" was disqualified for a false start", (False, True, False)),
    (" led at halfway", (False, False, False)),
]


@pytest.mark.parametrize(("after", "wanted"), SAID)
def test_said_of_a_name(after: str, wanted: tuple[bool, bool, bool]) -> None:
    assert (says_won(after), says_unfinished(after), says_history(after)) == wanted


VERDICTS = [
    (" beat ", "beats"),
    (" eased past the fourth seed ", "beats"),
    (" were too strong for ", "beats"),
    (" knocked out the holders ", "beats"),
    (" claimed a 3-1 victory over ", "beats"),
    (" came from two sets down to beat ", "beats"),
    (" lost 6-3 6-2 to ", "beaten"),
    (" were beaten 2-0 by ", "beaten"),
    (" went down 21-14 at ", "beaten"),
    (" slumped to a heavy defeat at the hands of ", "beaten"),
    (", stunned in the first round by ", "beaten"),
    (" drew 1-1 with ", "draws"),
    (" were held to a goalless draw by ", "draws"),
    # nobody won
    (" and ", None),
    (" will hope to beat ", None),
    (" could lose to ", None),
    (" signed from ", None),
    (" meet ", None),
]


@pytest.mark.parametrize(("between", "wanted"), VERDICTS)
def test_verdict(between: str, wanted: str | None) -> None:
    assert verdict(between) == wanted


ROUNDS = [
    ("Kerr won the final in Budapest.", "final"),
    ("Roth lost in the semi-finals.", "semi-finals"),
    ("a 2-0 win in the third-round tie", "third-round"),
    ("Dell went out in round two", "round two"),
    ("out in the last 16", "last 16"),
    ("on the opening day of the second Test", "second Test"),
    ("Finch won her heat", "heat"),
    ("They reached the final.", None),
    ("a place in the semi-finals", None),
    ("on the final day", None),
    ("the final whistle blew", None),
    ("Brandt beat Hale by third-round knockout.", None),  # when the bout ended, and no round of a tournament
    ("a second-round technical knockout of Okoro", None),
]


@pytest.mark.parametrize(("text", "wanted"), ROUNDS)
def test_round(text: str, wanted: str | None) -> None:
    assert find_round(text, 0, len(text)) == wanted
