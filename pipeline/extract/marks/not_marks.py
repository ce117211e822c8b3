"""What looks like a mark and is none.

Ranges ("5-10 minutes"), odds ("the 5-1 favourites"), formations, seasons ("2004-05"), dates, and what a side or boxer has won and
lost so far ("improved to 33-21", "(10-6, 2-1 American Athletic)").
"""

from __future__ import annotations

import re

from pipeline.extract.marks.interim import INTERIM_AFTER
from pipeline.extract.marks.patterns import COUNT, after, before, either, maybe
from pipeline.extract.marks.reading import NO_MARK, Place, Reading, Rule, no_mark
from pipeline.extract.marks.sets import Pair, as_sets, pair, sets_in

_SEASON = re.compile(r"(?:19|20)[0-9]{2}(?:-|/)(?:[0-9]{4}|[0-9]{2})(?![\w-])")
_DAYS = re.compile(
    r"(?:3[01]|[12]?[0-9])(?:st|nd|rd|th)?-(?:3[01]|[12]?[0-9])(?:st|nd|rd|th)? (?:of )?"
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])"
)
_DATE = re.compile(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2,4}(?!\w)")
_SLASHED = re.compile(r"[0-9]{1,3}/[0-9]{1,3}(?![\w/])")
_RECORD_IN_BRACKETS = re.compile(
    r"[0-9]{1,2}-[0-9]{1,2}(?:-[0-9]{1,2})?(?:,? (?:overall|"
    r"in (?!extra|overtime|sets|a (?:penalty )?shoot|[a-z0-9]+ (?:minutes|hours|sets))[a-z0-9]+)[^()]{0,60}|"
    r", ?[0-9]{1,2}-[0-9]{1,2}(?:-[0-9]{1,2})?(?P<words>,? [a-z][^()]{0,60})?)(?=\))"
)

_SIDE_BEFORE = re.compile(r"(?:^|\n)[a-z][a-z .'-]{1,30} $")
_THE_OTHERS_AFTER = re.compile(r",? [a-z][a-z .'-]{1,30} [0-9]{1,2}-[0-9]{1,2} ?(?:\n|$)")
_THE_OTHERS_BEFORE = re.compile(r"(?:^|\n)[a-z][a-z .'-]{1,30} [0-9]{1,2}-[0-9]{1,2},? [a-z][a-z .'-]{1,30} $")
_LINE_ENDS = re.compile(r" ?(?:\n|$)")

RANGE_AFTER = after(
    "second, seconds, sec, secs, minute, minutes, mins, hour, hours, day, days, week, weeks, month, months, year, years, season, seasons",
    "metres, meters, yard, yards, miles, km, feet, inches, degrees, people, players, million, per ?cent, %, of them, times",
    "january, february, march, april, may, june, july, august, september, october, november, december",
    lead="[ -]",
)
_ODDS_AFTER = after(
    "favou?rite, favou?rites, odds, outsider, outsiders, long-?shots?, chance, shot, shots, underdog, underdogs",
    "with bookmakers, with the bookies, formation, system, diamond, one-two, finish",
    lead=maybe("on, against") + "(?: [a-z]+)?[ -]",
)
_ODDS_BEFORE = before("odds, odds-on, priced, bet, formation, ratio, pages", tail="(?: (?:of|at|in|a))* ")
_RECORD_AFTER = either(
    after(
        "overall, all-time, lifetime, on the season, on the year, on the road, against the spread, straight up, so far, since, when",
        "record, records, start, starts, this season, this year",
        "(?:season|home|road|away|overall|winning|losing|win-loss|conference|league) records?, marks?[ ]",
        "in (?:[a-z0-9]+ )?conference, in (?:[a-z0-9]+ ){1,2}play, in the (?:[a-z]+ )?standings",
        rf"in (?:their|its|his|her) (?:last|past|first|final|opening) {COUNT}, over (?:their|its) last",
        "(?:at [a-z]+ )?in (?:his|her|their) career",
    ),
    re.compile(r", [0-9]+-[0-9]+ (?:[a-z]+ ){1,4}(?![a-z0-9])"),
    re.compile(r",? ?\(?(?:[0-9]+|with [a-z0-9]+) ?(?:kos?|knockouts|nc|stoppages)\b"),
)
_RECORD_BEFORE = either(
    before(r"improv\w+, fell, fall, falls, falling, drop\w*, mov\w+, slipp\w+, rais\w+", tail=r"(?: [\w'.]+){0,3} to "),
    before("record, records", tail="(?: of| was| at| to|:)? "),
    before("are, is, were, now, sit, sits, sitting, stand, stands", tail=maybe("now, at, an?") + " "),
    before("head[- ]to[- ]head"),
)
_STILL_A_SCORE_AFTER = after(
    "up, down, ahead, behind, in front, winner, winners, victor, victors, victory, win, clear, to the good, adrift, defeat, loss",
    "thanks, after, at",
)


def no_score(score: Pair, place: Place) -> bool:
    """Whether two numbers with a dash between them are anything but the score of a match."""
    a, b = score
    return (
        place.sport.racing
        or (place.bracketed() and (place.sport.records or place.right.startswith("):")))
        or (a < b and place.after(RANGE_AFTER))
        or place.after(_ODDS_AFTER)
        or place.before(_ODDS_BEFORE)
        or _is_record(place)
        or _are_goals_and_points(place)
    )


def _are_goals_and_points(place: Place) -> bool:
    """Whether the line prints each side's goals and points after its name: "Garston 1-15 Welby 1-13"."""
    return (place.before(_SIDE_BEFORE) and place.after(_THE_OTHERS_AFTER)) or (place.before(_THE_OTHERS_BEFORE) and place.after(_LINE_ENDS))


def _is_record(place: Place) -> bool:
    """Wins and losses of a season or a career."""
    if place.after(_RECORD_AFTER):
        return True
    return place.before(_RECORD_BEFORE) and not (place.after(_STILL_A_SCORE_AFTER) or place.after(INTERIM_AFTER))


def _read_record_in_brackets(match: re.Match[str], place: Place) -> Reading | None:
    if not place.left.endswith("("):
        return None
    pairs = [pair(one[0]) for one in sets_in(match[0])]
    sets = len(pairs) > 1 and as_sets(pairs) and re.match(r" in |$", match["words"] or "")
    return None if sets else NO_MARK


RULES = (
    Rule(_RECORD_IN_BRACKETS, _read_record_in_brackets),
    Rule(_SEASON, no_mark),
    Rule(_DAYS, no_mark),
)
LEFT_OVER = (Rule(_SLASHED, no_mark), Rule(_DATE, no_mark))
