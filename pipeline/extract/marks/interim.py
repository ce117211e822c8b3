"""What the words around a score say of it: whether it is the last one, and what it counts.

"led 40-33 at half-time" and "a 9-0 run" are interim, "leads the series 2-1" a series, "4-3 on aggregate" two legs, "3-2 after extra
time" and "99-97 in overtime" longer games. "a 5-2 win" has no flag.
"""

from __future__ import annotations

import re

from pipeline.extract.marks.patterns import after, before, either, maybe
from pipeline.extract.marks.reading import Place

_ANY_WORD = "(?: [a-z-]+)?"
_HOW_LARGE = "early, slender, narrow, commanding"
_LEADS = "lead, advantage, deficit, cushion, edge, run, spell, burst, surge, spurt, hole"
_SPELLS = "(?:set|half|quarter|period|frame)"
_ORDINALS = "(?:first|second|third|fourth|fifth|opening|deciding|final)"

_LED_BEFORE = before(
    "led, lead, leads, leading, trail, trails, trailed, trailing, ahead, up, behind, lead of, lead to, deficit of, deficit to",
    r"(?:led|leads|leading|trails|trailed|trailing)(?: [\w'.]+){1,3}",
    r"(?:led|leads|leading|trails|trailed|trailing) (?:(?:his|her|their|the) )?(?:[\w-]+ )?(?:match|tie|game|final) against"
    r"(?: [\w'.-]+){1,4}",
    r"out(?:scor|rebound|shot|shoot|-rebound)\w*(?: [\w'.]+){0,5}, tied, level, levelled, was, were, gone, going, went",
    tail=maybe("by, at") + maybe("an?") + maybe(_HOW_LARGE, "comfortable") + " ",
)
_REACHED_BEFORE = before(
    "made it, make it, making it, made the score, make the score, making the score, made things, make things, making things",
    "set, sets, opener, frame, quarter, half, period, tie-?break, tie-?breaker, half-?time:?, half-?time score:?",
    rf"{_ORDINALS}[ -](?:game|session), {_ORDINALS}[ -](?:set|frame|game|half|quarter|period|session)(?: tie-?break(?:er)?)? by",
    "at, equali[sz]e for, equali[sz]ed for, back to, score to, margin to, it to, lead to, gap to, deficit to, advantage to, them to",
)
# "a 5-2 win", "it was 5-2": nothing that says whether the match went on.
_MERELY_BEFORE = either(before("an?, the", tail=maybe(_HOW_LARGE, "quick") + " "), before("was, were, ended"))
INTERIM_AFTER = either(
    after(_LEADS, lead=f",?{_ANY_WORD} "),
    after(
        "up, down, ahead, behind, in front, in arrears, to the good, half-?time, heading into, going into, midway",
        "at (?:the )?(?:half-?time|break|interval|half|turn|lunch|tea), at the end of, by the end of",
        "after (?:the )?(?:first|second|third|opening)",
        r"after (?:the )?\w+ (?:minutes|ends|frames|games|rounds|quarters|periods|innings)",
        rf"in the {_ORDINALS} {_SPELLS}, (?:first|second|third|fourth)[ -](?:set|half|quarter|period)",
        r"with (?:\w+ )?(?:minutes|seconds|time|[0-9]+:[0-9]+)",
        lead=",? ",
    ),
)
A_LEAD_AFTER = after(_LEADS, "up, down", lead=f",?{_ANY_WORD} ")
WON_AFTER = after(
    "win, victory, defeat, loss, triumph, success, draw, winners, victors, thrashing, rout, hammering",
    lead=f"{_ANY_WORD} ",
)
_SERIES_AFTER = either(
    after("series, in the series", lead=f"{_ANY_WORD} "),
    after("win, lead, victory, defeat, loss", lead=r"(?: \w+){0,3} series "),
)
_SERIES_BEFORE = either(
    before("series, rubber", tail=maybe("score") + "(?: by| at| to| level at| tied at|,)? "),
    before(r"best-of-\w+", tail=",? "),
)
_AGGREGATE_AFTER = after("agg, aggregate, over two legs, over the two legs", lead=r",? ?\(?(?:on )?")
_AGGREGATE_BEFORE = before("agg, aggregate", tail=maybe("score") + maybe("of, by") + ":? ")
_EXTRA_TIME_AFTER = re.compile(r",? ?\(?(?:a\.?e\.?t\b|after extra[- ]time|in extra[- ]time)")
_OVERTIME_AFTER = re.compile(r",? ?\(?(?:ot\b|[0-9]ot\b|(?:in|after) (?:\w+ )?overtime)")
_SHOOT_OUT_AFTER = re.compile(r" (?:penalty )?shoot-?out\b")


def score_flags(place: Place) -> tuple[str, ...]:
    """The flags of the score that stands here."""
    flags = []
    if place.after(_SERIES_AFTER) or place.before(_SERIES_BEFORE):
        flags.append("series")
    if place.after(_AGGREGATE_AFTER) or place.before(_AGGREGATE_BEFORE):
        flags.append("aggregate")
    if not flags and not place.after(WON_AFTER) and _interim(place):
        flags.append("interim")
    if place.after(_EXTRA_TIME_AFTER):
        flags.append("aet")
    if place.after(_SHOOT_OUT_AFTER):
        flags.append("penalties")
    if place.after(_OVERTIME_AFTER):
        flags.append("overtime")
    return tuple(flags)


def _interim(place: Place) -> bool:
    if place.after(INTERIM_AFTER):
        return True
    return (place.before(_LED_BEFORE) or place.before(_REACHED_BEFORE)) and not place.before(_MERELY_BEFORE)
