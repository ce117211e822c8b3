"""Numbers with nothing behind them that says what they count.

"won in 10.02" is a time and "scored 15.300 on the beam" points, by the words before; "a tally of 100" and a dressage score of "78.245%" are
points. "averages 27.4" and "an economy of 5.2" are none.
"""

from __future__ import annotations

import re

from pipeline.extract.marks.counted import AHEAD_AFTER
from pipeline.extract.marks.patterns import COUNT, after, before, either, maybe, near, number
from pipeline.extract.marks.reading import NO_MARK, Place, Reading, Rule
from pipeline.extract.marks.times import WIND, wind_flag

LONGEST_BARE_TIME = 70  # seconds; longer ones are printed with a colon
FEWEST_IN_A_TALLY = 10
FEWEST_WITH_ONE_DECIMAL = 20  # points of divers and gymnasts; less is a statistic
POINTS_OF_ONE_PLAYER = (2, 100)

BARE_COUNT = re.compile(rf"(?P<n>{COUNT})(?![\w/%*-]|[.,:][0-9])")
_BARE_DECIMAL = re.compile(rf"(?P<n>(?:[0-9]{{1,4}}|[1-9],[0-9]{{3}})\.(?P<decimals>[0-9]{{1,4}}))(?![\w%]|\.[0-9]|-\w){WIND}")
_TOTAL_IN_BRACKETS = re.compile(r"(?<=\()(?P<n>[1-9],[0-9]{3})(?=\))")  # of a decathlon: "ahead of Roth (8,120)"
_PERCENT = re.compile(r"(?P<n>[0-9]{2}\.[0-9]{2,3}) ?(?:%|per ?cent)")

STANDS_ALONE_AFTER = either(
    re.compile(r"$|[.,;:)!?\n]| -(?![a-z])"),
    after(
        "not out, off, from, and, as, while, whilst, in, with, before, to, at, when, but, on, for, after, apiece, each, by, including",
        "again, against",
    ),
)
_NO_DECIMAL_AFTER = after(
    "%, per ?cent, million, billion, bn, points? per, rebounds per, [a-z]+ (?:per|a) game, ppg, rpg, apg, spg, bpg, average, era",
    "litre, overs?, mph, kph, km, cm, metres, meters, times, goals",
    lead=" ?",
)
_NO_DECIMAL_BEFORE = before(
    "average, averages, averaged, averaging, rate, rating, economy, era, percentage, version, worth, about, around, over, overs",
    tail=maybe("of, at, is, was") + " ?",
)
# "kick-off at 7.45", "priced at 3.25"
_AN_HOUR_BEFORE = before("(?:starts?|begins?|kick-?off|priced|odds)", tail=maybe("time, is, of") + "(?: at| from| is)? ")
_POINTS_SAID = near(
    "score, scores, scored, scoring, total, totalled, totaling, tally, point, points, routine, apparatus, judges, dive, dives",
    "beam, bars, floor, vault",
)
_TIMED_BEFORE = before(
    "in, clocks, clocked, clocking, ran, run, running, timed at, time of, times of, swam, posted, second, third, seconds, best of, mark of",
    "record of",
    tail=maybe("an?, just") + " ",
)
_SCORED_BEFORE = before(
    "scored, scores, scoring, added, adds, adding, had, contributed, contributes, contributing, chipped in, chipping in, netted",
    "notched, poured in, tallied, with",
    tail=maybe("an?, just, only") + "(?: (?:career|season|game|team)[- ](?:high|best))? ",
)
_TALLY_BEFORE = either(
    before("score of, scores of, total of, tally of, aggregate of, haul of, mark of, best of", tail=maybe("just, only, a") + " "),
    before("finished, level, tied, sits, ended, winning, won", tail="(?: [a-z]+)? (?:on|with) "),
    before("scored, scoring"),
)


def _read_decimal(match: re.Match[str], place: Place) -> Reading | None:
    if place.after(_NO_DECIMAL_AFTER) or place.before(_NO_DECIMAL_BEFORE):
        return None
    value, decimals, flags = number(match["n"]), len(match["decimals"]), wind_flag(match["wind"])
    timed = place.before(_TIMED_BEFORE) or bool(match["wind"])
    if not timed and (place.before(_AN_HOUR_BEFORE) or place.sport.racing):
        return NO_MARK
    scored = place.before(_POINTS_SAID)
    if place.after(AHEAD_AFTER) and not match["wind"]:
        return Reading("gap", value, "point" if scored else None)
    if decimals == 1 and not (timed or scored or place.before(_TALLY_BEFORE)):
        return Reading("points", value, "point") if value >= FEWEST_WITH_ONE_DECIMAL else None
    if value < LONGEST_BARE_TIME and (timed or (decimals == 2 and not scored)):
        return Reading("time", value, "s", flags=flags)
    return Reading("points", value, "point", flags=flags)


def _read_percent(match: re.Match[str], place: Place) -> Reading | None:
    # Two decimals are a dressage judge's; one is a statistician's.
    return Reading("points", float(match["n"]), "%")


def _read_total(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("points", number(match["n"]), "point")


def _read_bare_points(match: re.Match[str], place: Place) -> Reading | None:
    if not (place.after(STANDS_ALONE_AFTER) and match["n"][0].isdigit()):
        return None
    value, (fewest, most) = number(match["n"]), POINTS_OF_ONE_PLAYER
    tally = place.before(_TALLY_BEFORE) and (value >= FEWEST_IN_A_TALLY or "point" in place.left)
    scored = not place.sport.cricket and fewest <= value <= most and place.before(_SCORED_BEFORE)
    return Reading("points", value, "point") if tally or scored else None


RULES = (
    Rule(_PERCENT, _read_percent),
    Rule(_BARE_DECIMAL, _read_decimal),
    Rule(_TOTAL_IN_BRACKETS, _read_total),
    Rule(BARE_COUNT, _read_bare_points),
)
