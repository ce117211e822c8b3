"""Rows of sets and games, side by side.

"6-4 3-6 7-6 (7-5)" is one match of three sets, "3-1 (11-8, 9-11, 11-4, 11-6)" one of four games; "3-1, 2-0 and 4-0 on tour" is
three results, and left to the rule for scores.
"""

from __future__ import annotations

import re

from pipeline.extract.marks.interim import score_flags
from pipeline.extract.marks.reading import Place, Reading, Rule

Pair = tuple[float, float]

HIGHEST_IN_A_SET = 45  # no game of a row without commas goes further
JUDGES_GIVE = (80, 120)  # points, over the rounds of a bout
# of a shorter bout, the least of a side, how far sides are apart and how far the three judges' sums
SHORT_BOUT, APART, SUMS_APART = 27, 8, 2

_TIE_BREAK = r"(?: ?\([0-9]{1,2}(?:[-/][0-9]{1,2})?\))"
_SET = rf"(?:[0-9]{{1,3}}-[0-9]{{1,3}}(?!\w)(?!-[0-9]){_TIE_BREAK}?|\[[0-9]{{1,2}}-[0-9]{{1,2}}\])"
_ROW = rf"{_SET}(?:(?: ?[,;] ?| )(?:and )?{_SET}){{1,8}}"
_ONE_SET = re.compile(_SET)
_SETS = re.compile(_ROW)
_SET_WITH_TIE_BREAK = re.compile(rf"[67]-[67]{_TIE_BREAK}(?![\w-])")
_MATCH_AND_SETS = re.compile(rf"[0-9]-[0-9] ?\((?P<sets>{_ROW})\)")
_ONE_MATCH_AFTER = re.compile(r" (?:victory|win|success|triumph|defeat|loss)\b")
_RETIRED_AFTER = re.compile(
    r",? ?\(?ret(?:ired|\.|\b)|(?: (?:up|down|ahead|behind))? (?:when|before|after) [a-z' -]{1,40} (?:retired|withdrew|pulled out)\b"
)
_RETIRED_BEFORE = re.compile(r"\b(?:retired|withdrew|pulled out)\b[^.;]{0,50} (?:trailing|leading|behind|down|losing|at)(?: by)? $")


def pair(score: str) -> Pair:
    """Both sides of '6-4', with or without a tie-break behind.

    >>> pair("7-6 (7-5)")
    (7.0, 6.0)
    """
    a, b = re.findall("[0-9]+", score)[:2]
    return float(a), float(b)


def sets_in(text: str) -> list[re.Match[str]]:
    """Every score of a row."""
    return list(_ONE_SET.finditer(text))


def as_sets(pairs: list[Pair], *, listed: bool = True, retired: bool = False) -> str | None:
    """What a row of scores is: 'sets', 'score' for judges' cards, None for results of different matches.

    `listed` rows have commas or 'and' between the scores, as lists of results do too, so there each must be a set that can be.
    """
    if _by_judges(pairs):
        return "score"
    if not listed:
        return "sets" if max(map(max, pairs)) <= HIGHEST_IN_A_SET else None
    complete = pairs[:-1] if retired else pairs
    if all(_tennis_set(*both) for both in complete) or all(_rally_set(*both) for both in complete):
        return "sets"
    return None


def _by_judges(pairs: list[Pair]) -> bool:
    """Cards of a long bout, or the three of a shorter one: 116-112, 115-113; 30-27, 30-27, 29-28."""
    points, sums = [side for both in pairs for side in both], [a + b for a, b in pairs]
    least, most = JUDGES_GIVE
    if least <= min(points) and max(points) <= most:
        return True
    alike = max(points) - min(points) <= APART and max(sums) - min(sums) <= SUMS_APART
    return len(pairs) == 3 and min(points) >= SHORT_BOUT and alike


def _tennis_set(a: float, b: float) -> bool:
    high, low = max(a, b), min(a, b)
    return (high == 6 and low <= 4) or (high == 7 and low in (5, 6)) or (high >= 8 and high - low == 2) or (high == 10 and low <= 8)


def _rally_set(a: float, b: float) -> bool:
    """Squash, table tennis, badminton, volleyball: to 11, 15, 21 or 25, by two."""
    high, low = max(a, b), min(a, b)
    return (high - low >= 2 and (high in (11, 15, 21, 25) or (high > 11 and high - low == 2))) or (high, low) == (30, 29)


def _read_sets(match: re.Match[str], place: Place) -> Reading | None:
    """The longest row from here that can be one match."""
    found = sets_in(match[0])
    retired = place.after(_RETIRED_AFTER) or place.before(_RETIRED_BEFORE)
    while len(found) > 1:
        end = found[-1].end()
        pairs = [pair(one[0]) for one in found]
        if kind := as_sets(pairs, listed=bool(re.search(r"[,;]|and", match[0][:end])), retired=retired):
            return Reading(kind, parts=tuple(pairs), end=match.start() + end)
        if len(found) == 2 and _ONE_MATCH_AFTER.match(match.string, match.start() + end):
            return Reading("sets", parts=tuple(pairs), end=match.start() + end)  # "an 11-2, 8-7 victory", in whatever sport
        found.pop()
        retired = False
    return None


def _read_match_and_sets(match: re.Match[str], place: Place) -> Reading | None:
    pairs = [pair(one[0]) for one in sets_in(match["sets"])]
    return Reading("sets", parts=tuple(pairs)) if as_sets(pairs) else None


def _read_set_with_tie_break(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("sets", parts=(pair(match[0]),), flags=score_flags(place))


RULES = (
    Rule(_MATCH_AND_SETS, _read_match_and_sets),
    Rule(_SETS, _read_sets),
    Rule(_SET_WITH_TIE_BREAK, _read_set_with_tie_break),
)
