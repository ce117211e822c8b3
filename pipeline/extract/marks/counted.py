"""What players did, counted: "26 points", "three touchdowns", "137 rushing yards", "a hat-trick", "7 for 11 from the field".

The same nouns also count margins ("by five wickets", "a three-wicket victory") and leads ("two lengths clear"). An average
("27.4 points per game") is no mark, and a frame, leg or lap is counted for margins and leads alone.
"""

from __future__ import annotations

import re

from pipeline.extract.marks.patterns import COUNT, DECIMAL, after, any_of, before, either, maybe, near, number, terms
from pipeline.extract.marks.reading import NO_MARK, Place, Reading, Rule
from pipeline.extract.numbers import CARDINAL_WORDS

# What is counted, and how it is printed.
_UNITS = {
    # basketball
    "point": "point, points, pts",
    "rebound": "rebound, rebounds, boards",
    "assist": "assist, assists",
    "steal": "steal, steals",
    "block": "block, blocks, blocked shots",
    "turnover": "turnover, turnovers",
    "three-pointer": "three-pointer, three-pointers, 3-pointer, 3-pointers, three pointers, threes",
    "free throw": "free throw, free throws",
    "field goal": "field goal, field goals",
    # football and rugby
    "goal": "goal, goals",
    "save": "save, saves",
    "penalty": "penalty, penalties",
    "try": "try, tries",
    "conversion": "conversion, conversions",
    "penalty goal": "penalty goal, penalty goals",
    "drop goal": "drop goal, drop goals, drop-goals",
    # American football
    "touchdown": "touchdown, touchdowns, tds",
    "yard": "yard, yards",
    "sack": "sack, sacks",
    "tackle": "tackle, tackles",
    "interception": "interception, interceptions",
    "reception": "reception, receptions, catches",
    "carry": "carries",
    "completion": "completions",
    "fumble": "fumbles",
    # baseball
    "strikeout": "strikeout, strikeouts",
    "hit": "hit, hits",
    "home run": "home run, home runs, home-runs, homer, homers",
    "RBI": "rbi, rbis",
    "walk": "walks",
    # cricket
    "wicket": "wicket, wickets",
    "run": "run, runs",
    "six": "sixes",
    "four": "fours",
    "boundary": "boundaries",
    # tennis, golf, snooker, horses
    "ace": "ace, aces",
    "double fault": "double fault, double faults",
    "winner": "winners",
    "birdie": "birdie, birdies",
    "eagle": "eagle, eagles",
    "bogey": "bogey, bogeys",
    "century break": "century breaks",
    "fault": "faults",
}
_UNITS_OF_MARGINS = {
    "shot": "shot, shots",
    "stroke": "stroke, strokes",
    "length": "length, lengths",
    "frame": "frame, frames",
    "leg": "legs",
    "lap": "laps",
    "second": "second",
    "metre": "metres",
}
_UNIT_OF = {form: unit for unit, forms in (_UNITS | _UNITS_OF_MARGINS).items() for form in terms(forms)}
_PLURAL = {"try": "tries", "penalty": "penalties", "boundary": "boundaries", "carry": "carries", "six": "sixes", "RBI": "RBIs"}
# With 'one' before them these are everyday words: 'one hit', 'one save'.
_EVERYDAY_IF_ONE = frozenset({"hit", "walks", "winners", "fours", "save", "penalty", "try"})

_ADJECTIVE = any_of(
    "(?:career|season|game|team|match|tournament|club|franchise)[- ](?:high|best|record)",
    "(?:first|second|third|fourth)[- ](?:half|quarter|innings|period|set)",
    "rushing, passing, receiving, kicking, scoring, all-purpose, defensive, offensive, solo, individual, total, combined",
    "early, late, quick, more, further, international, league, long-range, close-range, converted, unconverted, successful, earned, bonus",
    "fine, superb, brilliant, crucial, vital, valuable",
    "unanswered, straight, consecutive, successive",
)
_RUN_OF_SCORING = near("unanswered, straight, consecutive, successive")
_COUNTED = re.compile(
    rf"(?P<n>{DECIMAL}|{CARDINAL_WORDS})(?P<hyphen>[ -])(?P<adjectives>(?:{_ADJECTIVE}[ -]){{0,2}})(?P<noun>{any_of(*_UNIT_OF)})(?!\w)"
)
_OUT_OF = re.compile(r"(?P<a>[0-9]{1,3}) ?(?:ex|out of) ?(?P<b>[0-9]{1,3})(?![\w:-]|\.[0-9])")
_MADE = re.compile(rf"(?P<a>{COUNT})(?: of | for |-of-|-for-| out of | from )(?P<b>{COUNT})(?![\w:-]|\.[0-9])")
_BREAK = re.compile(r"(?P<n>1?[0-9]{2})(?:-point)? (?:total )?(?:break|clearance)(?![a-z])")
_HAT_TRICK = re.compile("hat[- ]?tricks?(?![a-z])")
_BRACE = re.compile("brace(?![a-z])")
_TWICE = re.compile("twice(?![a-z])")

_WIN_AFTER = after(
    "win, wins, winner, winners, victory, victories, triumph, triumphs, success, margin, thrashing, rout, beating, hammering, drubbing",
    "defeat, defeats, loss, losses, humiliation, verdict",
    lead="(?: [a-z]+)? ",
)
AHEAD_AFTER = after(
    "clear, ahead, behind, adrift, above, below, up, down(?! the)",
    "in front(?! of an? (?:crowd|packed|home|full|sell-?out|record)), to the good, short, shy, back, away(?! from home), better, worse",
    "off top, off the lead, off the pace, off the top, off the record, lead, leads, cushion, deficit, deficits, advantage, gap",
    lead="(?: [a-z-]+)? ",
)
_LED_BEFORE = before(
    "led, lead, leads, leading, trail, trails, trailed, trailing, ahead, behind, within, gap, deficit, advantage, cushion",
    "(?:was|were|is|are|went|go|gone) (?:up|down)",
    tail=maybe("of, by, to, cut to") + maybe("just, only, as many as, more than") + " ",
)
_BY_BEFORE = before("by, margin of", tail=maybe("just, only, a mere, a massive, a huge, a whopping") + " ")
_PER_GAME_AFTER = after(
    "game, match, season, night, outing, contest, start, set, over, 90",
    lead="(?: and [a-z0-9. ]+)? (?:per|an?|each) ",
)
_AVERAGE_BEFORE = re.compile(r"\baverag\w+(?: [\w.,-]+){0,8} $")
_HAUL_AFTER = after("performance, haul, night, effort, outing, game, display, burst, afternoon, showing, evening")
_SEASON_AFTER = either(
    after(
        "games, matches, appearances, starts, tests, outings, internationals, caps",
        lead="(?: [a-z]+)? (?:in|from|during) (?:[0-9]+|[a-z-]+)(?: [a-z]+)? ",
    ),
    after("so far, (?:this|last) (?:season|year|term|campaign)", lead="(?: [a-z]+)? "),
    after("(?:for|of|on) the (?:season|year|campaign|tournament)", lead="(?: [a-z]+)? "),
    after("his career, her career", lead=maybe("in") + " "),
)
_YARDS_BEFORE = re.compile(
    r"\b(?:rush\w*|pass(?:ed|es|ing)?|threw|throwing|thrown|ran|receiving|catch(?:es)?|carries|receptions|for|total|gained)\b[^.]{0,25}$"
)
_STOPPED_BEFORE = re.compile(r"\b(?:stopp(?:ed|ing)|sav(?:ed|ing)|turned (?:aside|away)|made) $")
_SHOT_BEFORE = before(
    "shot, shooting, went, going, was, hit, hitting, made, making, completed, completing, sank, including, and, batted, finished",
    tail=maybe("just, only, a combined, an?") + " ",
)
_SHOT_AFTER = after(
    "from (?:the|beyond|three|long|deep|behind|outside), at the, overall, on 3, on three, for [0-9]+ yards",
    "shooting, shots, attempts, passes, passing, threes, 3-pointers, three-pointers, [0-9]+-pointers, free throws, field goals, kicks",
    r"with (?:an? )?\w+ (?:rbi|run|homer|double)",
)
_GAMES_AFTER = after(
    "games, matches, wins, starts, races, tests, meetings, events, finals, rounds, titles, points, years, seasons, times, players, people",
    "attempts",
    lead="(?: [a-z]+)? ",
)
_SCORED_BEFORE = before(
    "scored, scores, scoring, struck, strikes, striking, nets, netted, netting, found the net, hit the net, headed, heading",
    "crossed, crossing, touched down, went over",
    tail="(?: [a-z]+)? ",
)
_WHOSE_BEFORE = re.compile(r"\b(?:an?|his|her|the|second-half|half|first-half|late|quick|[a-z]+'s?) $")
_HERO_AFTER = re.compile(r" (?:hero|ball|chance)\b")
_OF_WHAT = re.compile(" of (?P<noun>[a-z-]+)")


def _figure(unit: str, value: float, *flags: str) -> Reading:
    """A figure whose kind is what is counted: '26 points' is kind points, unit point."""
    return Reading(_PLURAL.get(unit, unit + "s"), value, unit, flags=flags)


def _read_counted(match: re.Match[str], place: Place) -> Reading | None:
    unit, value = _UNIT_OF[match["noun"]], number(match["n"])
    if place.after(_PER_GAME_AFTER) or place.before(_AVERAGE_BEFORE):
        return NO_MARK
    if match["hyphen"] == "-":
        if place.after(_WIN_AFTER):
            return Reading("margin", value, unit)
        if place.after(AHEAD_AFTER):
            return Reading("gap", value, unit, flags=("interim",))
        return _figure(unit, value) if place.after(_HAUL_AFTER) else None
    if place.before(_LED_BEFORE):
        return Reading("gap", value, unit, flags=("interim",))
    if place.before(_BY_BEFORE):
        return Reading("margin", value, unit)
    if place.after(AHEAD_AFTER) and unit != "goal":
        return Reading("gap", value, unit)
    if unit == "shot" and place.before(_STOPPED_BEFORE):
        return _figure("save", value)
    if unit in _UNITS_OF_MARGINS or _is_everyday(match, place):
        return None
    interim = ["interim"] if _RUN_OF_SCORING.search(match["adjectives"]) else []
    season = ["season"] if place.after(_SEASON_AFTER) else []
    return _figure(unit, value, *interim, *season)


def _is_everyday(match: re.Match[str], place: Place) -> bool:
    """A distance on the field, a word like 'one hit', or a year."""
    if match["noun"] in ("yard", "yards") and not match["adjectives"] and not place.before(_YARDS_BEFORE):
        return True
    if match["noun"] in _EVERYDAY_IF_ONE and number(match["n"]) == 1 and not match["n"].isdigit():
        return True
    return re.fullmatch("(?:19|20)[0-9]{2}", match["n"]) is not None


def _read_out_of(match: re.Match[str], place: Place) -> Reading | None:
    hit, of = float(match["a"]), float(match["b"])
    return None if hit > of or place.after(_GAMES_AFTER) else Reading("points", hit, "point", parts=(hit, of))


def _read_made(match: re.Match[str], place: Place) -> Reading | None:
    made, tried = number(match["a"]), number(match["b"])
    if made > tried or (place.sport.cricket and " for " in match[0]):
        return None
    if not place.after(_SHOT_AFTER):
        in_digits = match["a"].isdigit() and match["b"].isdigit()
        if not in_digits or not place.before(_SHOT_BEFORE) or place.after(_GAMES_AFTER):
            return None
    return Reading("shots", made, "shot", parts=(made, tried))


def _read_break(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("break", float(match["n"]), "point")


def _several(value: float, place: Place) -> Reading | None:
    """A brace or a hat-trick: of what the text says, or of what such a report counts."""
    if named := _OF_WHAT.match(place.right):
        unit = _UNIT_OF.get(named["noun"])
        return _figure(unit, value) if unit else None
    return _figure("wicket" if place.sport.cricket else "try" if place.sport.tries else "goal", value)


def _read_hat_trick(match: re.Match[str], place: Place) -> Reading | None:
    return None if place.after(_HERO_AFTER) else _several(3, place)


def _read_brace(match: re.Match[str], place: Place) -> Reading | None:
    return _several(2, place) if place.before(_WHOSE_BEFORE) else None


def _read_twice(match: re.Match[str], place: Place) -> Reading | None:
    return _several(2, place) if place.before(_SCORED_BEFORE) else None


RULES = (
    Rule(_BREAK, _read_break),
    Rule(_COUNTED, _read_counted),
    Rule(_OUT_OF, _read_out_of),
    Rule(_MADE, _read_made),
)
PHRASES = (Rule(_HAT_TRICK, _read_hat_trick), Rule(_BRACE, _read_brace), Rule(_TWICE, _read_twice))
