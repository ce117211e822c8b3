"""Cricket: innings, bowling, runs and wins by an innings.

"273 for 5" and "196-5 (47.4 overs)" are innings, "took 3-34" wickets, "104 not out" and, within a report on cricket, the number in
"Hale (69)" are runs, "an innings and 38 runs" is a margin.
"""

from __future__ import annotations

import re

from pipeline.extract.marks.bare import BARE_COUNT, STANDS_ALONE_AFTER
from pipeline.extract.marks.interim import A_LEAD_AFTER, WON_AFTER
from pipeline.extract.marks.not_marks import RANGE_AFTER
from pipeline.extract.marks.patterns import COUNT, before, either, maybe, number
from pipeline.extract.marks.reading import Place, Reading, Rule
from pipeline.extract.numbers import CARDINAL_WORDS

WICKETS = 10
MATCH_WICKETS = 20  # "match figures of 11-98"
FEWEST_FOR = 30  # runs; 'fifteen for 2' is seldom an innings
FEWEST_RUNS = 10  # with a dash, where 5-2 is a series
FEWEST_CONCEDED = 8  # by a bowler, unless the text says that these are wickets
FEWEST_CONCEDED_ELSEWHERE = 11  # where the text may not be about cricket
MOST_RUNS = 400  # of one batsman; nobody has made more in a Test

_OVERS = r"(?: ?\((?:from )?[0-9]{1,3}(?:\.[0-9])? ?ov(?:er)?s?\))"
_INNINGS = re.compile(
    r"(?P<r>[0-9]{1,4})(?P<sep>-|/| for )(?P<w>10|[0-9]|one|two|three|four|five|six|seven|eight|nine)(?![\w-])(?!\.[0-9])"
    rf"(?P<declared> dec(?:lared)?(?![a-z]))?(?P<overs>{_OVERS})?"
)
_ALL_OUT = re.compile(rf"(?P<r>[0-9]{{2,4}}) all out{_OVERS}?")
_BOWLING = re.compile(rf"(?P<w>1[0-9]|20|[0-9]|{CARDINAL_WORDS})(?:-|/| for )(?P<r>[0-9]{{1,3}})(?![\w-])(?!\.[0-9])")
_NOT_OUT = re.compile(rf"(?P<n>{COUNT})(?: not out|\*)(?!\w)")
_AN_INNINGS_AND = re.compile(rf"(?:an|one) innings and (?P<runs>{COUNT}) runs?(?![a-z])")
_DUCK = re.compile("duck(?![a-z])")

_CLAUSE_END = re.compile(r"[.,;:)\n]|$")
_TOOK_BEFORE = before(
    "took, take, taking, claimed, claiming, returned, returning, returns of, figures of, analysis of, haul of, captured, bagged",
    "grabbed, snared, finished with, ended with, with",
    tail="(?: (?:an?|the|career-best|figures of|match))* ",
)
_IN_THE_MATCH = before("match figures of, match haul of, match analysis of, match figures, match return of")
_RUNS_BEFORE = either(
    before(
        "made, makes, making, hit, hits, hitting, scored, scoring, compiled, compiling, contributed, contributing, reached, added",
        "belted, belting, smashed, smashing, blasted, blasting, struck, crafted, cracked, top-scored?(?: of| with)?, unbeaten",
        "knock of, innings of, score of, out for, fell for, stumped for, for, on, with",
        "well-made, career-best, fine, brilliant, hard-hit, superb",
        tail=maybe("an?, only, just, his, her") + "(?: [a-z]+)?" + maybe("unbeaten, brisk, quick, quickfire, fluent, career-best") + " ",
    ),
    before("[a-z]+'s?, his, her, an unbeaten"),
    before(r"[a-z.'-]+ \(", tail=""),
)


def _read_innings(match: re.Match[str], place: Place) -> Reading | None:
    runs, wickets = float(match["r"]), number(match["w"])
    if not (match["declared"] or match["overs"]):
        if place.after(A_LEAD_AFTER):
            return None
        if match["sep"] == " for ":
            if runs < FEWEST_FOR or not (place.sport.cricket or place.after(_CLAUSE_END)):
                return None
        elif not place.sport.cricket or runs < FEWEST_RUNS or runs <= wickets:
            return None
    return Reading("innings", runs, "run", parts=(runs, wickets), flags=("declared",) if match["declared"] else ())


def _read_all_out(match: re.Match[str], place: Place) -> Reading | None:
    runs = float(match["r"])
    return Reading("innings", runs, "run", parts=(runs, float(WICKETS)))


def _read_bowling(match: re.Match[str], place: Place) -> Reading | None:
    wickets, runs = number(match["w"]), float(match["r"])
    took = place.before(_TOOK_BEFORE) and not place.after(WON_AFTER) and not place.after(A_LEAD_AFTER)
    if wickets > (MATCH_WICKETS if place.before(_IN_THE_MATCH) else WICKETS) or runs <= wickets or place.after(RANGE_AFTER):
        return None
    # Within a report on cricket 2-1 is a series and 5-46 is bowling.
    if not took and not (place.sport.cricket and runs >= FEWEST_CONCEDED):
        return None
    if not place.sport.cricket and runs < FEWEST_CONCEDED_ELSEWHERE:
        return None
    return Reading("wickets", wickets, "wicket", parts=(wickets, runs))


def _read_not_out(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("runs", number(match["n"]), "run", flags=("not out",))


def _read_an_innings_and(match: re.Match[str], place: Place) -> Reading | None:
    runs = number(match["runs"])
    return Reading("margin", runs, "run", parts=(1.0, runs), flags=("innings",))


def _read_bare_runs(match: re.Match[str], place: Place) -> Reading | None:
    runs = number(match["n"])
    batted = place.sport.cricket and runs <= MOST_RUNS and place.after(STANDS_ALONE_AFTER) and place.before(_RUNS_BEFORE)
    return Reading("runs", runs, "run") if batted else None


def _read_duck(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("runs", 0.0, "run") if place.sport.cricket else None


RULES = (
    Rule(_ALL_OUT, _read_all_out),
    Rule(_INNINGS, _read_innings),
    Rule(_BOWLING, _read_bowling),
    Rule(_NOT_OUT, _read_not_out),
    Rule(_AN_INNINGS_AND, _read_an_innings_and),
    Rule(BARE_COUNT, _read_bare_runs),
)
PHRASES = (Rule(_AN_INNINGS_AND, _read_an_innings_and), Rule(_DUCK, _read_duck))
