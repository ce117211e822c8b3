"""Golf: strokes of a round, strokes to par, match play.

"a five-under 67" is 67 strokes and "12 under par" is -12, "67-68-70-71" are four rounds, "carded a 66" is one; "4&3" is a margin
at match play.
"""

from __future__ import annotations

import re

from pipeline.extract.marks.patterns import COUNT, after, before, either, number
from pipeline.extract.marks.reading import NO_MARK, Place, Reading, Rule
from pipeline.extract.numbers import read_cardinal

MOST_TO_PAR = 40
STROKES_OF_A_ROUND = (58, 90)
ROUNDS_LISTED = (3, 4)
MOST_HOLES_UP = 10

_ROUND = r"(?:5[89]|[67][0-9]|8[0-5])"
_TO_PAR = re.compile(
    rf"(?P<n>{COUNT})(?P<hyphen>[- ])(?P<side>under|over)(?P<par>[- ]par)?"
    rf"(?:,? (?:for a |(?:a )?(?:[a-z-]+ )?round of |par )?(?P<strokes>{_ROUND})(?![\w:%-]|\.[0-9]))?(?![a-z])"
)
_LEVEL_PAR = re.compile(r"(?:level|even)[- ]par(?: (?P<level>[67][0-9])(?![\w:-]|\.[0-9]))?(?![a-z])")
_SIGNED = re.compile(r"[+-][0-9]{1,2}(?![\w:/%°+-]|[.,][0-9])(?! ?(?:°|c\b|f\b|degrees|kg|minutes|years|cm))")
_MATCH_PLAY = re.compile(r"(?P<up>[0-9]{1,2}|[a-z]+)(?P<sep> ?& ?| and )(?P<left>[0-9]|[a-z]+)(?![\w:-]|\.[0-9])")
_BARE_ROUND = re.compile(rf"{_ROUND}(?![\w:%/-]|\.[0-9])(?!,[0-9])")
_ROUNDS = re.compile(r"[0-9]{1,3}(?:-[0-9]{1,3}){2,6}(?![\w-])")

_TO_PAR_AFTER = re.compile(r"[.,;)\n]|$| (?:for|after|through|to|and|with|at|total|round|overall)\b")
_WON_BEFORE = re.compile(r"\b(?:by|won|wins?|victory|lost)(?: an?)? $")
_MARGIN_AFTER = re.compile(r"[.,;)\n]|$| (?:win|victory|defeat|to|in|over|against|on|at|and)\b")
_ROUND_BEFORE = either(
    before(
        "round of, rounds of, card of, card, carded, carding, fired, firing, signed for, opened with, closed with, posted, par",
        "shot, shoot, shooting, opening, closing, bogey-free, under-par, course[- ]record",
        "(?:first|second|third|fourth|final|last|opening|closing)[ -]round",
        tail="(?: an?)?(?: [a-z]+-[a-z]+)? ",
    ),
    before("score of"),
)
_STANDS_AT = before("at, on, to")  # "is at -12", and not "a goal difference of -12"
_ROUNDS_LISTED_BEFORE = before("an?, [5-8][0-9](?:,|,? and)")
_NOT_A_ROUND_AFTER = after(
    "per ?cent, per, points?, minutes?, seconds?, years?, yards?, metres?, runs?, games?, goals?, laps?, times, cars?, players?, balls",
)


def _read_to_par(match: re.Match[str], place: Place) -> Reading | None:
    strokes, under = number(match["n"]), match["side"] == "under"
    if strokes > MOST_TO_PAR or not (match["par"] or match["strokes"] or _is_to_par(match, place)):
        return None
    signed = -strokes if under else strokes
    if match["strokes"]:
        return Reading("strokes", float(match["strokes"]), "stroke", flags=(f"par:{signed:+.0f}",))
    return Reading("strokes", signed, "stroke", flags=("to par",))


def _is_to_par(match: re.Match[str], place: Place) -> bool:
    """Whether 'two under' or 'three-over' without the word par is about it."""
    if not place.after(_TO_PAR_AFTER):
        return False
    return match["side"] == "under" or (match["hyphen"] == "-" and place.left.endswith((" a ", "at ", "to ")))


def _read_level_par(match: re.Match[str], place: Place) -> Reading | None:
    if match["level"]:
        return Reading("strokes", float(match["level"]), "stroke", flags=("par:+0",))
    return Reading("strokes", 0.0, "stroke", flags=("to par",))


def _read_signed(match: re.Match[str], place: Place) -> Reading | None:
    value = float(match[0])
    if (
        not value
        or not (place.sport.golf or place.bracketed() or place.before(_STANDS_AT) or place.before(_ROUND_BEFORE))
        or place.after(_NOT_A_ROUND_AFTER)
    ):
        return None
    return Reading("strokes", value, "stroke", flags=("to par",))


def _read_match_play(match: re.Match[str], place: Place) -> Reading | None:
    up, left = read_cardinal(match["up"]), read_cardinal(match["left"])
    if up is None or left is None or not left < up <= MOST_HOLES_UP:
        return None
    if match["sep"] == " and " and not (place.before(_WON_BEFORE) and place.after(_MARGIN_AFTER)):
        return None
    return Reading("margin", parts=(float(up), float(left)))


def _read_bare_round(match: re.Match[str], place: Place) -> Reading | None:
    said = place.before(_ROUND_BEFORE) or (place.sport.golf and place.before(_ROUNDS_LISTED_BEFORE))
    if place.sport.cricket or not said or place.after(_NOT_A_ROUND_AFTER):
        return None
    if place.left.endswith(("par ", "the round of ")):  # the par of a course; sixty-four left in a knockout
        return NO_MARK
    return Reading("strokes", float(match[0]), "stroke")


def _read_rounds(match: re.Match[str], place: Place) -> Reading | None:
    rounds = tuple(map(float, match[0].split("-")))
    least, most = STROKES_OF_A_ROUND
    if len(rounds) in ROUNDS_LISTED and all(least <= strokes <= most for strokes in rounds):
        return Reading("strokes", sum(rounds), "stroke", parts=rounds)
    return NO_MARK  # a formation or a telephone number


RULES = (
    Rule(_ROUNDS, _read_rounds),
    Rule(_TO_PAR, _read_to_par),
    Rule(_SIGNED, _read_signed),
    Rule(_MATCH_PLAY, _read_match_play),
    Rule(_BARE_ROUND, _read_bare_round),
)
PHRASES = (Rule(_LEVEL_PAR, _read_level_par),)
