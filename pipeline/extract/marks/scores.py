"""Scores, a number for each side.

"won 2-1", "three-nil" and "two sets to one" are scores; "1-1 (4-3 on penalties)" keeps the shoot-out as a flag. Gaelic games print
goals and points of each side ("2-11 to 0-9"), Australian rules goals, behinds and the total ("15.12 (102)").
"""

from __future__ import annotations

import re

from pipeline.extract.marks.interim import score_flags
from pipeline.extract.marks.not_marks import no_score
from pipeline.extract.marks.patterns import COUNT, number
from pipeline.extract.marks.reading import NO_MARK, Place, Reading, Rule
from pipeline.extract.marks.sets import pair

_PAIR = "[0-9]{1,2}-[0-9]{1,2}"
_NOUGHT = ("nil", "none", "love")
_POINTS_IN_A_GOAL = 6  # in Australian rules; a behind is one
_SHOT_OUT = r"(?:p(?:en(?:altie)?s)?|penalty (?:shoot-?out|kicks)|(?:a )?(?:penalty )?shoot-?out|spot[- ]kicks)"
_EXTRA_TIME = r"(?:a\.?e\.?t\.?|after extra[- ]time)"

_SCORE = re.compile(r"[0-9]{1,3}(?:-| - )[0-9]{1,3}(?!\w)(?!-[0-9])(?!\.[0-9])")
_AND_PENALTIES = re.compile(
    rf"[0-9]{{1,3}}-[0-9]{{1,3}} ?(?P<aet>\(?a\.?e\.?t\.?\)? ?|after extra[- ]time )?\((?P<in>{_EXTRA_TIME}[,;]? ?)?"
    rf"(?:(?:[a-z'.]+ ){{0,4}}(?P<p>{_PAIR}) ?(?:on |after |in |via )?{_SHOT_OUT}|{_SHOT_OUT}:? (?P<q>{_PAIR}))\)"
)
_ON_PENALTIES = re.compile(rf"(?P<p>{_PAIR}) (?:on|after|in|via) (?:a |the )?{_SHOT_OUT}(?![a-z])")
_GAELIC = re.compile(rf"(?P<ours>{_PAIR}) (?:to|v) (?P<theirs>{_PAIR})(?![\w-])")
_SIDES_TO = re.compile(
    rf"(?P<a>{COUNT}) (?:sets?|goals?|games?|frames?|points?|legs?|falls?|ends?|rounds?) to (?P<b>{COUNT}|nil|none|love)(?![\w-])"
)
_NIL = re.compile(rf"(?P<a>{COUNT})[- ](?P<b>nil)(?![a-z])")
_BEHINDS = re.compile(r"(?P<g>[0-9]{1,2})\.(?P<b>[0-9]{1,2}) ?\((?P<t>[0-9]{1,3})\)")
# team matches of golf and chess: "16½-11½", "14½ to 13½"
_HALVES = re.compile(
    r"(?P<a>[0-9]{1,2})(?P<half_a> ?½)?(?:-| - | to )(?P<b>[0-9]{1,2})(?P<half_b> ?½)(?!\w)"
    r"(?!-| (?:hours?|years?|months?|weeks?|days?|minutes?|miles?|inch(?:es)?|feet|yards?|met(?:re|er)s?|lengths?|times)\b)"
)
_NOT_GAELIC_BEFORE = re.compile(r"\b(?:from|record|improved|cut|lead)(?: [a-z]+)? $")


def _read_score(match: re.Match[str], place: Place) -> Reading | None:
    score = pair(match[0])
    return NO_MARK if no_score(score, place) else Reading("score", parts=score, flags=score_flags(place))


def _read_and_penalties(match: re.Match[str], place: Place) -> Reading | None:
    flags = (f"penalties:{match['p'] or match['q']}", *(["aet"] if match["aet"] or match["in"] else []))
    return Reading("score", parts=pair(match[0]), flags=flags)


def _read_on_penalties(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("score", parts=pair(match["p"]), flags=(f"penalties:{match['p']}",))


def _read_gaelic(match: re.Match[str], place: Place) -> Reading | None:
    if place.before(_NOT_GAELIC_BEFORE):
        return None
    return Reading("score", parts=(pair(match["ours"]), pair(match["theirs"])))


def _read_sides(match: re.Match[str], place: Place) -> Reading | None:
    b = 0.0 if match["b"] in _NOUGHT else number(match["b"])
    return Reading("score", parts=(number(match["a"]), b), flags=score_flags(place))


def _read_behinds(match: re.Match[str], place: Place) -> Reading | None:
    goals, behinds, total = int(match["g"]), int(match["b"]), int(match["t"])
    proved = _POINTS_IN_A_GOAL * goals + behinds == total
    return Reading("score", float(total), "point", parts=(goals, behinds)) if proved else None


def _read_halves(match: re.Match[str], place: Place) -> Reading | None:
    sides = tuple(int(match[side]) + (0.5 if match[f"half_{side}"] else 0.0) for side in ("a", "b"))
    return Reading("score", parts=sides)


RULES = (
    Rule(_HALVES, _read_halves),
    Rule(_AND_PENALTIES, _read_and_penalties),
    Rule(_ON_PENALTIES, _read_on_penalties),
    Rule(_GAELIC, _read_gaelic),
    Rule(_SIDES_TO, _read_sides),
    Rule(_NIL, _read_sides),
    Rule(_BEHINDS, _read_behinds),
    Rule(_SCORE, _read_score),
)
