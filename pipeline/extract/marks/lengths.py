"""Distances and heights in metres, weights in kilograms, speeds in metres a second.

"8.95m" and "28 feet, 3 1/2 inches" are distances, "cleared 2.38m" is a height, "lifted 172.5kg" a weight, "156.202mph" a speed.
The length of a race ("the 100m"), a body ("a 6ft 5in lock"), a shot ("from 20 metres") and a class ("the 61kg category") are none.
"""

from __future__ import annotations

import re

from pipeline.extract.marks.patterns import DECIMAL, INT, after, before, maybe, near, number
from pipeline.extract.marks.reading import Place, Reading, Rule
from pipeline.extract.marks.times import WIND, wind_flag

METRES_IN_FOOT = 0.3048
METRES_IN_INCH = 0.0254
KILOGRAMS_IN_POUND = 0.45359237
METRES_A_SECOND = {"mph": 0.44704, "kph": 1 / 3.6, "km/h": 1 / 3.6, "kmh": 1 / 3.6}
MARATHONS = (42.195, 21.0975)  # km
LONGEST_THROW = 110  # metres; nothing thrown or jumped goes further
NEAREST_VERB = 40  # characters; "threw it 71 metres" and not "the throw was his; from 71 metres"
TALLEST = 7  # feet

_FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875, "⅓": 1 / 3, "⅔": 2 / 3}
_INCHES = r"(?:[0-9]{1,2}(?:[ -][0-9]/[0-9]{1,2}| ?[¼½¾⅛⅜⅝⅞⅓⅔]|\.[0-9]{1,2})?|[0-9]/[0-9]{1,2}|[¼½¾⅛⅜⅝⅞⅓⅔])"
_FOOT, _INCH = "[ -]?(?:feet|foot|ft)", "[ -]?(?:inches|inch|ins?)"
_IN_FEET = rf"[0-9]{{1,3}}{_FOOT}(?:[ ,-]{{1,2}}(?:and )?{_INCHES}{_INCH})?|[0-9]{{1,3}}-[0-9]{{1,2}}(?:[ -][0-9]/[0-9]| ?[¼½¾])?"

_METRES = re.compile(
    rf"(?P<n>{DECIMAL})(?P<hyphen>[ -]?)(?P<unit>m|metres?|meters?|cm|centimetres?|centimeters?|km|kilometres?|kilometers?)"
    rf"(?![a-z/²]|\^)(?: ?\((?:{_IN_FEET})\))?{WIND}"
)
_FEET = re.compile(
    rf"(?P<ft>{INT}){_FOOT}(?:[ ,-]{{1,2}}(?:and )?(?P<in>{_INCHES}){_INCH}(?![a-z]))?(?![a-z])"
    r"(?P<metric> ?\([0-9]{1,3}(?:\.[0-9]{1,2}) ?(?:m|metres|meters)\))?"
)
_FEET_DASH_INCHES = re.compile(r"(?P<ft>[0-9]{1,3})-(?P<in>[0-9]{1,2}(?: [0-9]/[0-9]| ?[¼½¾]))")
_KILOS = re.compile(rf"(?P<n>{DECIMAL})(?P<hyphen>[ -]?)(?P<unit>kgs?|kilos?|kilogram(?:me)?s?|lbs?)(?![a-z])")
_SPEED = re.compile(r"(?P<n>[0-9]{2,3}\.[0-9]{1,3}) ?(?P<unit>mph|kph|km/h|kmh)(?![a-z])")

_HEIGHT = near(
    "high jump, pole vault, vault, vaults, vaulted, vaulter, clears, cleared, clearing, clearance, bar, height of",
)
_THROWN = near(
    "throw, throws, threw, thrown, put of, putt of, hurl, hurls, hurled, heave, heaved, distance of",
    "jump, jumps, jumped, jumping, leap, leaps, leapt, vault, vaults, vaulted, clears, cleared, clearing, clearance, height of",
)
_POSITION_AFTER = after(
    "lock, prop, hooker, flanker, number eight, winger, centre, center, forward, guard, striker, defender, goalkeeper, keeper, midfielder",
    "giant, blocker, setter, spiker, bowler, pitcher, player",
    lead="(?: tall)?[ -](?:[a-z-]+ )?",
)
_SHOT_AFTER = after("jump shot, jumper, shot(?! put), three-pointer, buzzer-beater", lead="[ -](?:[a-z-]+ )?")
_FAR = near("record, distance, covered, rode")
_NOT_MEASURED_AFTER = after(
    "euros?, pounds?, dollars, deal, transfer, move, bid, fee, signing, rated, project, stadium, prize, contract, budget, a year, per",
    "people, fans, viewers, spectators, followers, tickets, copies, tall, in height, away, out, wide, deep, high wall",
    lead="[ -]?",
)
_COSTS_BEFORE = before("stands, standing, worth, fee of, cost, costs, costing, tall at, measures", tail=maybe("at, around, about") + " ")
_RACE_AFTER = after(
    "hurdle, hurdles, title, final, race, sprint, champion, freestyle, relay, event, run, dash, in the",
    lead="[ -]",
)
_CLASS_BEFORE = before(
    "the, men's, women's, boys', girls', under, over, up to, at, plus, minus, in, and, category, class, division",
    r"weigh, weighs, weighed, weighing, lose, lost, losing, -, \+",
    tail="[ -]?",
)
_CLASS_AFTER = after(
    "category, class, division, final, title, weight, event, champion, crown, bout, contest, competition, gold, silver, bronze, semi",
    "men, women, fighter, boxer, prop, lock, frame, medallist, world, olympic",
    lead="[ -](?:and (?:over|under) )?",
    tail="s?",
)
_LIFT_BEFORE = before(
    "lift, lifts, lifted, hoist, hoisted, snatched, jerked, pressed, record, total, with, of",
    tail=maybe("an?, his, her") + " ",
)
_LIFTED = near(
    "lift, lifts, lifted, lifting, snatch, snatched, jerk, jerked, press, pressed, hoist, hoists, hoisted, squat, squatted",
    "deadlift, deadlifted, total, record, best",
)


def _inches(text: str) -> float:
    """'10½', '3 3/4', '3/4', '5.5'."""
    total = 0.0
    for piece in re.findall(r"[0-9]+/[0-9]+|[0-9.]+|[¼-¾⅓-⅞]", text):
        if piece in _FRACTIONS:
            total += _FRACTIONS[piece]
        elif "/" in piece:
            above, below = map(int, piece.split("/"))
            total += above / below if below else 0.0
        else:
            total += float(piece)
    return total


def _kind(place: Place) -> str:
    return "height" if place.before(_HEIGHT) else "distance"


def _read_metres(match: re.Match[str], place: Place) -> Reading | None:
    unit, exact, value = match["unit"], "." in match["n"], number(match["n"])
    if (
        place.after(_NOT_MEASURED_AFTER)
        or place.before(_COSTS_BEFORE)
        or (place.after(_POSITION_AFTER) and not _THROWN.search(place.left[-NEAREST_VERB:]))
    ):
        return None
    if unit.startswith("k"):
        # A course is so many kilometres long; only a distance ridden or thrown is a mark, and that has decimals and a verb before it.
        return Reading("distance", value * 1000, "m") if exact and place.before(_FAR) and value not in MARATHONS else None
    if exact and value > LONGEST_THROW:
        return None
    if unit.startswith("c"):
        value /= 100
    if not exact and (place.after(_RACE_AFTER) or match["hyphen"] == "-" or value >= 100 or not _THROWN.search(place.left[-NEAREST_VERB:])):
        return None
    return Reading(_kind(place), value, "m", flags=wind_flag(match["wind"]))


def _read_feet(match: re.Match[str], place: Place) -> Reading | None:
    thrown = place.before(_THROWN) or match["metric"] or _THROWN.search(place.right)
    # A bare '6ft 4in' is how tall somebody is, and a bare '20 feet' how far a ball rolled.
    if place.after(_SHOT_AFTER) or (not thrown and (not match["in"] or number(match["ft"]) <= TALLEST)):
        return None
    return _in_feet(match, place)


def _in_feet(match: re.Match[str], place: Place) -> Reading | None:
    value = number(match["ft"]) * METRES_IN_FOOT + _inches(match["in"] or "0") * METRES_IN_INCH
    return Reading(_kind(place), round(value, 4), "m")


def _read_kilos(match: re.Match[str], place: Place) -> Reading | None:
    pounds = match["unit"].startswith("lb")
    if match["hyphen"] == "-" or place.after(_CLASS_AFTER) or (pounds and not place.before(_LIFTED)):
        return None
    if place.before(_CLASS_BEFORE) and not place.before(_LIFT_BEFORE):
        return None
    value = number(match["n"])
    return Reading("weight", round(value * KILOGRAMS_IN_POUND, 4) if pounds else value, "kg")


def _read_speed(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("speed", round(float(match["n"]) * METRES_A_SECOND[match["unit"]], 4), "m/s")


RULES = (
    Rule(_METRES, _read_metres),
    Rule(_FEET, _read_feet),
    Rule(_FEET_DASH_INCHES, _in_feet),
    Rule(_KILOS, _read_kilos),
    Rule(_SPEED, _read_speed),
)
