"""Marks and scores as they are printed, read by an exact grammar.

`find_marks` looks at every number of a text, lets each rule read from there and keeps the longest reading. Some rules read what
looks like a mark and is none (clock times, formations, odds, season records): they win the characters and yield nothing.

The grammar runs over a folded copy of the text, lower case and with plain hyphens, apostrophes and spaces, character for
character as long as the text itself, so that offsets hold and every pattern here is written in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.extract.numbers import CARDINAL_WORDS, read_cardinal
from pipeline.records import Mark, Parts

_FOLD = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_FOLD |= dict.fromkeys(map(ord, "‐‑‒–−"), ord("-")) | dict.fromkeys(map(ord, "‘’ʼ′"), ord("'"))
_FOLD |= dict.fromkeys(map(ord, "\t\u00a0\u2007\u2009\u200a\u202f"), ord(" "))

LEFT = 60  # characters before a number that may say what it is; a clause is seldom longer
RIGHT = 50

METRES_IN_FOOT = 0.3048
METRES_IN_INCH = 0.0254
KILOGRAMS_IN_POUND = 0.45359237
_FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875, "⅓": 1 / 3, "⅔": 2 / 3}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule takes a stretch of text for. `kind` None: it looks like a mark and is none."""

    kind: str | None
    end: int
    value: float | None = None
    unit: str | None = None
    parts: Parts | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sport:
    """What the whole text says about how its numbers are to be read."""

    cricket: bool
    tries: bool
    racing: bool
    golf: bool
    records: bool  # American reports print a side's wins and losses in brackets after its name


@dataclass(frozen=True, slots=True)
class Place:
    """A number of the text and its surroundings, folded."""

    left: str
    right: str  # what follows the rule's match
    sport: Sport


Reader = Callable[[re.Match[str], Place], Reading | None]

_CRICKET = re.compile(r"\b(?:wickets?|overs|lbw|batsm[ae]n|bowlers?|stumps|wicketkeeper)\b")
_TRIES = re.compile(r"\b(?:tries|scrums?|fly-half|try-scorer)\b")
_RACING = re.compile(r"\b(?:jockeys?|racecourse|furlongs?|bookmakers?|bookies)\b")
_GOLF = re.compile(r"\b(?:birdies?|bogeys?|fairways?|under par|golf\w*)\b")
_RECORDS = re.compile(r"\b(?:nba|nfl|ncaa|mlb|nhl|wnba|conference)\b")


# --- numbers -----------------------------------------------------------------------------------------------------------------

_INT = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(?![0-9])"
_DECIMAL = rf"(?:(?:{_INT}(?:\.[0-9]{{1,4}})?|\.[0-9]{{1,4}})(?![0-9]))"
_COUNT = rf"(?:{_INT}|{CARDINAL_WORDS}\b)"
_INCHES = r"(?:[0-9]{1,2}(?:[ -][0-9]/[0-9]{1,2}| ?[¼½¾⅛⅜⅝⅞⅓⅔]|\.[0-9]{1,2})?|[0-9]/[0-9]{1,2}|[¼½¾⅛⅜⅝⅞⅓⅔])"


def _number(text: str) -> float:
    """A count or decimal, in digits or words."""
    whole = read_cardinal(text)
    return float(whole) if whole is not None else float(text.replace(",", ""))


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


def _ends(pattern: str) -> re.Pattern[str]:
    """A pattern for the words just before a number."""
    return re.compile(rf"(?:^|(?<![a-z0-9]))(?:{pattern})$")


def _starts(pattern: str) -> re.Pattern[str]:
    """A pattern for the words just after a reading."""
    return re.compile(rf"(?:{pattern})(?![a-z0-9])")


# --- times -------------------------------------------------------------------------------------------------------------------

_H, _M, _S = r"(?:hours?|hrs?|h)(?![a-z])", r"(?:minutes?|mins?|m)(?![a-z])", r"(?:seconds?|secs?|s)(?![a-z])"
_AND = r"(?: ?,)? ?(?:and )?"
_SECONDS_PART = rf"(?P<s>{_DECIMAL}|{CARDINAL_WORDS})[ -]?{_S}|(?P<bare>[0-9]{{1,2}}\.[0-9]{{1,3}}(?![0-9]))"
_MINUTES_PART = rf"(?P<m>{_COUNT})[ -]?{_M}"
_WIND = r"(?: ?\((?:w(?:ind)?:? ?)?(?P<wind>[+-]?[0-9]\.[0-9])(?: ?m/s)?\))?"

_COLONS = re.compile(
    rf"(?P<sign>\+)?(?P<a>[0-9]{{1,2}}):(?P<b>[0-5][0-9])(?P<c>:[0-5][0-9])?(?P<f>\.[0-9]{{1,3}})?(?P<unit> ?(?:{_H}|{_M}|"
    rf"{_S}))?(?![:0-9])"
)
_DOTS = re.compile(r"(?P<a>[0-9]{1,2})[.'](?P<b>[0-5][0-9])[.\"”″](?P<c>[0-9]{2})(?![.:0-9])")
_UNITS = re.compile(
    rf"(?P<h>{_COUNT})[ -]?{_H}{_AND}(?:(?P<m1>{_COUNT})[ -]?{_M}(?:{_AND}(?:{_SECONDS_PART}))?|(?P<s1>{_DECIMAL}|"
    rf"{CARDINAL_WORDS})[ -]?{_S})"
)
_MINUTES = re.compile(rf"{_MINUTES_PART}{_AND}(?:{_SECONDS_PART})")
_SECONDS = re.compile(rf"(?P<sign>\+)?(?P<s>{_DECIMAL}|{CARDINAL_WORDS})(?P<hyphen>[ -]?){_S}{_WIND}")
_HUNDREDTHS = re.compile(rf"(?P<n>{_COUNT})[ -](?P<of>ten|hundred|thousand)ths? of a second")
_PLUS = re.compile(r"\+(?P<s>[0-9]{1,3}\.[0-9]{1,3})(?![0-9.])(?! ?m/s)")

_CLOCK_AFTER = _starts(
    r"[ap]| ?(?:am|pm|a\.m|p\.m|noon|gmt|bst|utc|ist|aest|e[sd]?t|c[ed]?s?t|p[sd]?t|local|uk time|o'clock)| (?:remaining|left|to play|"
    r"to go|into|mark|on the clock|in the|of the|minutes? (?:left|remaining))"
)
_CLOCK_BEFORE = _ends(r"(?:at|from|until|till|kick-?off|ko|starts?|live|[a-z]+day,?|tomorrow,?|tonight,?|-) ?")
_PERIOD_AFTER = _starts(
    r" (?:left|remaining|to go|to play|later|into|earlier|before|after|from (?:the|time|full)|of (?:the|play|stoppage|injury|added|"
    r"extra)|in the|per|time|spell|break)"
)
_PERIOD_BEFORE = _ends(
    r"(?:(?:last|first|final|next|opening|closing|every|within|after|inside|for|with|past|some|about)(?: the)?(?: just| only)? )"
)
_GAP_AFTER = _starts(
    r"(?: back)? (?:behind|ahead|clear|adrift|off|faster|slower|quicker|back|down|in front|outside|inside|short|away|shy|margin|"
    r"lead|gap|advantage|cushion|deficit|better|ahead|too slow)"
)
_GAP_BEFORE = _ends(
    r"(?:by|lead of|gap of|gap to|margin of|advantage of|deficit of|within|inside|gain(?:ed|ing)|lost|losing)(?: just| only| a mere|"
    r" almost| nearly| over| some)? "
)


def _seconds(hours: str | None, minutes: str | None, seconds: str | None) -> float:
    return round(sum(scale * _number(text) for scale, text in ((3600, hours), (60, minutes), (1, seconds)) if text), 4)


def _time(value: float, place: Place, end: int, *, gap: bool = False, wind: str | None = None) -> Reading:
    gap = gap or bool(_GAP_AFTER.match(place.right) or _GAP_BEFORE.search(place.left))
    return Reading("gap" if gap else "time", end, value, "s", flags=_wind_flag(wind))


def _wind_flag(wind: str | None) -> tuple[str, ...]:
    return (f"wind:{float(wind):+.1f}",) if wind else ()


def _read_colons(match: re.Match[str], place: Place) -> Reading | None:
    first, second, third, fraction, unit = match["a"], match["b"], match["c"], match["f"] or "", match["unit"] or ""
    if not (third or fraction or unit or match["sign"]) and (_CLOCK_AFTER.match(place.right) or _CLOCK_BEFORE.search(place.left)):
        return Reading(None, match.end())
    if _CLOCK_AFTER.match(place.right) or re.match(r"-[0-9]", place.right):
        return Reading(None, match.end())
    if not (third or fraction) and second in ("00", "15", "30", "45") and place.left.endswith("(") and place.right.startswith(")"):
        return Reading(None, match.end())
    if not fraction and unit == "s":  # 'in the 4:07s' is a range
        return Reading(None, match.end())
    if third:
        value = _seconds(first, second, third[1:] + fraction)
    elif unit.strip().startswith("h"):
        value = _seconds(first, second, None)
    else:
        value = _seconds(None, first, second + fraction)
    return _time(value, place, match.end(), gap=bool(match["sign"]))


_TIMED = _ends(r"(?:in|of|clock(?:ed|ing)|ran|running|timed at|time|with|to|swam|just|second|third|fourth|,|\() ?(?:a |an )?")


def _read_dots(match: re.Match[str], place: Place) -> Reading | None:
    # British tables print 3.29.38 for 3:29.38; elsewhere it is a date or a version.
    if not _TIMED.search(place.left):
        return Reading(None, match.end())
    return _time(_seconds(None, match["a"], f"{match['b']}.{match['c']}"), place, match.end())


def _read_units(match: re.Match[str], place: Place) -> Reading | None:
    return _time(_seconds(match["h"], match["m1"], match["s"] or match["bare"] or match["s1"]), place, match.end())


def _read_minutes(match: re.Match[str], place: Place) -> Reading | None:
    return _time(_seconds(None, match["m"], match["s"] or match["bare"]), place, match.end())


def _read_seconds(match: re.Match[str], place: Place) -> Reading | None:
    exact = "." in match["s"]
    if not exact and re.search(r"[0-9]s$", match[0]):  # '180s' are darts and 'the 50s' years
        return None
    if match["hyphen"] == "-" and not _GAP_AFTER.match(place.right):
        return None
    if not exact and not match["sign"] and (_PERIOD_AFTER.match(place.right) or _PERIOD_BEFORE.search(place.left)):
        return None
    if exact and _PERIOD_AFTER.match(place.right) and re.match(r" (?:left|remaining|to go|to play)", place.right):
        return None
    return _time(_number(match["s"]), place, match.end(), gap=bool(match["sign"]), wind=match["wind"])


def _read_hundredths(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("gap", match.end(), _number(match["n"]) / {"ten": 10, "hundred": 100, "thousand": 1000}[match["of"]], "s")


def _read_plus(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("gap", match.end(), float(match["s"]), "s")


# --- lengths and weights -----------------------------------------------------------------------------------------------------

_FEET_INCHES = rf"[0-9]{{1,3}}[ -]?(?:feet|foot|ft)(?:[ ,-]{{1,2}}(?:and )?{_INCHES}[ -]?(?:inches|inch|ins?))?"
_METRES = re.compile(
    rf"(?P<d>{_DECIMAL})(?P<sp>[ -]?)(?P<u>m|metres?|meters?|cm|centimetres?|centimeters?|km|kilometres?|kilometers?)(?![a-z/²]|\^)"
    rf"(?: ?\({_FEET_INCHES}\)| ?\([0-9]{{1,3}}-[0-9]{{1,2}}(?:[ -][0-9]/[0-9]| ?[¼½¾])?\))?{_WIND}"
)
_FEET = re.compile(
    rf"(?P<ft>{_INT})[ -]?(?:feet|foot|ft)(?:[ ,-]{{1,2}}(?:and )?(?P<in>{_INCHES})[ -]?(?:inches|inch|ins?)(?![a-z]))?(?![a-z])"
    rf"(?P<metric> ?\([0-9]{{1,3}}(?:\.[0-9]{{1,2}}) ?(?:m|metres|meters)\))?"
)
_FEET_DASH = re.compile(r"(?P<ft>[0-9]{1,3})-(?P<in>[0-9]{1,2}(?: [0-9]/[0-9]| ?[¼½¾]))")
_KILOS = re.compile(rf"(?P<w>{_DECIMAL})(?P<sp>[ -]?)(?P<u>kgs?|kilos?|kilogram(?:me)?s?|lbs?)(?![a-z])")
_MPH = re.compile(r"(?P<v>[0-9]{2,3}\.[0-9]{1,3}) ?(?P<u>mph|kph|km/h|kmh)(?![a-z])")

_THROWN = re.compile(
    r"\b(?:throws?|threw|thrown|jump(?:s|ed|ing)?|leaps?|leapt|clear(?:s|ed|ing|ance)|hurl(?:s|ed)?|height of|distance of|"
    r"put(?:t)? of|vault(?:s|ed)?|heaved?)\b"
)
_HEIGHT = re.compile(r"\b(?:high jump|pole vault|vault(?:er|ed|s)?|clear(?:s|ed|ing|ance)|bar|height of)\b")
_NO_MARK_AFTER_LENGTH = _starts(
    r"[ -]?(?:euros?|pounds?|people|fans|viewers|dollars|deal|transfer|move|bid|fee|signing|rated|project|stadium|prize|a year|per|"
    r"spectators|contract|budget|tall|in height|away|out|wide|deep|high wall|followers|tickets|copies)"
)
_STANDS = _ends(r"(?:stands|standing|worth|fee of|costs?|costing|tall at|measures) (?:at |around |about )?")
_CLASS_BEFORE = _ends(
    r"(?:the|men's|women's|under|over|up to|at|plus|minus|in|category|class|division|weigh(?:s|ed|ing)?(?: in)?(?: at)?|boys'|"
    r"girls'|and|lose|lost|losing|-|\+)[ -]?"
)
_LIFTED = re.compile(
    r"\b(?:lift(?:s|ed|ing)?|snatch(?:ed)?|jerk(?:ed)?|press(?:ed)?|total|hoist(?:s|ed)?|squat(?:ted)?|deadlift(?:ed)?|record|best)\b"
)
_CLASS_AFTER = _starts(
    r"[ -](?:and (?:over|under) )?(?:category|class|division|final|title|weight|event|champion|crown|bout|contest|competition|gold|"
    r"silver|bronze|semi|men|women|fighter|boxer|prop|lock|frame|medallist|world|olympic)s?"
)
_LIFT_BEFORE = _ends(
    r"(?:lift(?:s|ed)?|lift of|lifts of|with|snatch of|jerk of|press of|total of|total|best of|record of|hoist(?:ed)?|record|"
    r"snatched|jerked|pressed|of)(?: an?| his| her)? "
)


def _read_metres(match: re.Match[str], place: Place) -> Reading | None:
    unit, exact, value = match["u"], "." in match["d"], _number(match["d"])
    if _NO_MARK_AFTER_LENGTH.match(place.right) or _STANDS.search(place.left):
        return None
    if unit.startswith("k"):
        # A course is so many kilometres long; only a distance ridden or thrown is a mark, and that has decimals and a verb before it.
        if exact and re.search(r"\b(?:record|distance|covered|rode)\b", place.left) and value not in (42.195, 21.0975):
            return Reading("distance", match.end(), value * 1000, "m")
        return None
    if not exact and re.match(r"[ -](?:hurdles?|title|final|race|sprint|champion|freestyle|relay|event|run|dash|in the)\b", place.right):
        return None
    if not exact and (match["sp"] == "-" or value >= 100 or not _THROWN.search(place.left[-40:])):
        return None
    if exact and value > 110:
        return None
    kind = "height" if _HEIGHT.search(place.left) else "distance"
    return Reading(kind, match.end(), value / 100 if unit.startswith("c") else value, "m", flags=_wind_flag(match["wind"]))


def _read_feet(match: re.Match[str], place: Place) -> Reading | None:
    feet, thrown = _number(match["ft"]), _THROWN.search(place.left) or match["metric"]
    # A bare '6ft 4in' is how tall somebody is, and a bare '20 feet' how far a ball rolled.
    if not thrown and (not match["in"] or feet <= 7) and not _THROWN.search(place.right):
        return None
    value = feet * METRES_IN_FOOT + _inches(match["in"] or "0") * METRES_IN_INCH
    return Reading("height" if _HEIGHT.search(place.left) else "distance", match.end(), round(value, 4), "m")


def _read_feet_dash(match: re.Match[str], place: Place) -> Reading | None:
    value = int(match["ft"]) * METRES_IN_FOOT + _inches(match["in"]) * METRES_IN_INCH
    return Reading("height" if _HEIGHT.search(place.left) else "distance", match.end(), round(value, 4), "m")


def _read_kilos(match: re.Match[str], place: Place) -> Reading | None:
    pounds = match["u"].startswith("lb")
    if match["sp"] == "-" or _CLASS_AFTER.match(place.right) or (pounds and not _LIFTED.search(place.left)):
        return None
    if _CLASS_BEFORE.search(place.left) and not _LIFT_BEFORE.search(place.left):
        return None
    value = _number(match["w"])
    return Reading("weight", match.end(), round(value * KILOGRAMS_IN_POUND, 4) if pounds else value, "kg")


def _read_mph(match: re.Match[str], place: Place) -> Reading | None:
    metres_a_second = float(match["v"]) * (0.44704 if match["u"] == "mph" else 1 / 3.6)
    return Reading("speed", match.end(), round(metres_a_second, 4), "m/s")


# --- scores ------------------------------------------------------------------------------------------------------------------

_SIDE = r"[0-9]{1,3}"
_TIE_BREAK = r"(?: ?\([0-9]{1,2}(?:[-/][0-9]{1,2})?\))"
_SET = rf"(?P<a>{_SIDE})-(?P<b>{_SIDE})(?![\w])(?!-[0-9]){_TIE_BREAK}?"
_ONE_SET = re.compile(_SET)
_PLAIN_SET = rf"{_SIDE}-{_SIDE}(?![\w])(?!-[0-9]){_TIE_BREAK}?"
_SETS_BODY = rf"{_PLAIN_SET}(?:(?: ?[,;] ?| )(?:and )?{_PLAIN_SET}){{1,8}}"
_SETS = re.compile(_SETS_BODY)
_SET_WITH_TIE_BREAK = re.compile(rf"(?:[67]-[67]){_TIE_BREAK}(?![\w-])")
_MATCH_AND_SETS = re.compile(rf"(?P<match>[0-9]-[0-9]) ?\((?P<sets>{_SETS_BODY})\)")
_ONE_SCORE = re.compile(rf"(?P<a>{_SIDE})(?:-| - )(?P<b>{_SIDE})(?!\w)(?!-[0-9])(?!\.[0-9])")
_SHOT_OUT = r"(?:p(?:en(?:altie)?s)?|penalty (?:shoot-?out|kicks)|(?:a )?(?:penalty )?shoot-?out|spot[- ]kicks)"
_AND_PENALTIES = re.compile(
    rf"(?P<a>{_SIDE})-(?P<b>{_SIDE}) ?(?P<aet>\(a\.?e\.?t\.?\) ?|after extra[- ]time )?\((?P<in>a\.?e\.?t\.?[,;]? ?|"
    rf"after extra[- ]time[,;]? ?)?"
    rf"(?:(?:[a-z'.]+ ){{0,4}}(?P<p>[0-9]{{1,2}}-[0-9]{{1,2}}) ?(?:on |after |in |via )?{_SHOT_OUT}|"
    rf"{_SHOT_OUT}:? (?P<q>[0-9]{{1,2}}-[0-9]{{1,2}}))\)"
)
_ON_PENALTIES = re.compile(rf"(?P<a>[0-9]{{1,2}})-(?P<b>[0-9]{{1,2}}) (?:on|after|in|via) (?:a |the )?{_SHOT_OUT}(?![a-z])")
_GAELIC = re.compile(r"(?P<a>[0-9]{1,2})-(?P<b>[0-9]{1,2}) (?:to|v) (?P<c>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?![\w-])")
_SIDES_TO = re.compile(
    rf"(?P<a>{_COUNT}) (?:sets?|goals?|games?|frames?|points?|legs?|falls?|ends?|rounds?) to (?P<b>{_COUNT}|nil|none|love)(?![\w-])"
)
_NIL = re.compile(rf"(?P<a>{_COUNT})[- ]nil(?![a-z])")
_BEHINDS = re.compile(r"(?P<g>[0-9]{1,2})\.(?P<b>[0-9]{1,2}) ?\((?P<t>[0-9]{1,3})\)")
_INNINGS = re.compile(
    r"(?P<r>[0-9]{1,4})(?P<sep>-|/| for )(?P<w>10|[0-9]|one|two|three|four|five|six|seven|eight|"
    r"nine)(?![\w-])(?!\.[0-9])(?P<dec> dec(?:lared)?(?![a-z]))?"
    r"(?P<overs> ?\((?:from )?[0-9]{1,3}(?:\.[0-9])? ?ov(?:er)?s?\))?"
)
_ALL_OUT = re.compile(r"(?P<r>[0-9]{2,4}) all out(?P<overs> ?\((?:from )?[0-9]{1,3}(?:\.[0-9])? ?ov(?:er)?s?\))?")
_BOWLING = re.compile(rf"(?P<w>10|[0-9]|{CARDINAL_WORDS})(?:-|/| for )(?P<r>[0-9]{{1,3}})(?![\w-])(?!\.[0-9])")

_RANGE_AFTER = _starts(
    r"[ -](?:years?|seconds?|secs?|minutes?|mins|hours?|days?|weeks?|months?|seasons?|metres|meters|yards?|miles|km|people|players|"
    r"per ?cent|million|percent|degrees|inches|feet|%|of them|times|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)"
)
_ODDS_AFTER = _starts(
    r"(?: on| against)?(?: [a-z]+)?[ -](?:favou?rites?|odds|outsiders?|long-?shots?|chance|shots?|with (?:bookmakers|the bookies)|"
    r"underdogs?|formation|system|diamond|one-two|finish)"
)
_ODDS_BEFORE = _ends(r"(?:odds|odds-on|priced|bet|formation|ratio|pages?)(?: (?:of|at|in|a))* ")
_RECORD_AFTER = _starts(
    r" (?:overall|on the (?:season|year|road)|all-time|lifetime|in (?:[a-z0-9]+ )?(?:conference|league play|[a-z0-9]+ play)|"
    r"(?:season |home |road |away |overall |winning |losing |win-loss |conference |league )?records?|marks? |starts?(?: to| this| of)?|"
    r"against the spread|straight up|since|when|in (?:their|its|his|her) (?:last|past|first)|over (?:their|its) last|"
    r"in the (?:[a-z]+ )?(?:conference|standings|division|league|group)|so far|this (?:season|year)|(?:at [a-z]+ )?in (?:his|her|"
    r"their) career)|, (?:[0-9]+-[0-9]+) (?:[a-z]+ ){1,4}"
)
_RECORD_BEFORE = _ends(
    r"(?:improv\w+|fell|falls?|falling|drop\w*|mov\w+|slipp\w+|raised|rais\w+)(?: [\w'.]+){0,3} to |records?(?: of| is| was| at| to|"
    r" now stands at| stands at|:)? |(?:are|is|were|now|sits?|stands?|sitting)(?: now| at| an?)? |head[- ]to[- ]head(?: record)? "
)
_STILL_A_SCORE_AFTER = _starts(
    r" (?:up|down|ahead|behind|in front|winners?|victors?|victory|win|clear|to the good|adrift|defeat|loss|thanks|after|at)"
)
_KNOCKOUTS_AFTER = re.compile(r",? ?\(?(?:[0-9]+|with [a-z0-9]+) ?(?:kos?|knockouts|nc|stoppages)\b")
_PAREN_RECORD = re.compile(
    r"[0-9]{1,2}-[0-9]{1,2}(?:-[0-9]{1,2})?(?:,? (?:overall|in [a-z0-9]+)[^()]{0,60}|"
    r", ?[0-9]{1,2}-[0-9]{1,2}(?:-[0-9]{1,2})?(?P<words>,? [a-z][^()]{0,60})?)(?=\))"
)
_MANY_DASHES = re.compile(r"[0-9]{1,3}(?:-[0-9]{1,3}){2,6}(?![\w-])")
_SEASON = re.compile(r"(?:19|20)[0-9]{2}(?:-|/)(?:[0-9]{4}|[0-9]{2})(?![\w-])")
_DAYS = re.compile(
    r"[0-9]{1,2}(?:st|nd|rd|th)?-[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
)
_SLASHED = re.compile(r"[0-9]{1,3}/[0-9]{1,3}(?![\w/])")
_DATE = re.compile(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2,4}(?![\w])")

_LED = (
    r"(?:led|leads?|leading|trail(?:s|ed|ing)?|ahead|up|behind|lead (?:of|to|at)|(?:led|leads|leading|trail(?:s|ed|"
    r"ing)) (?:[\w'.]+ ){0,2}[\w'.]+|out(?:scor|rebound|shot|shoot|-rebound)\w*(?: [\w'.]+){0,5}|tied(?: at)?|level(?:led)?(?: at)?|"
    r"was|were|deficit (?:of|to)|gone|going|went)"
)
_INTERIM_BEFORE = _ends(
    rf"(?:{_LED}(?: by| at)?(?: an?)?(?: early| comfortable| slender| narrow| commanding)? "
    rf"|(?:ma(?:d|k)e|making) (?:it|the score|things) |(?:first|second|third|fourth|fifth|opening|deciding|final)[ -](?:set|frame|"
    rf"game|half|quarter|period|session)(?: tie-?break(?:er)?)?(?: by)? |tie-?break(?:er)? |equali[sz]ed? (?:at|for) |"
    rf"pull(?:ed)? (?:it )?back to |set |sets |cut (?:the )?(?:\w+ )?(?:lead|deficit|gap|margin) to "
    rf"|half-?time(?: score)?:? |(?:an?|the) (?:early |quick |slender |narrow |commanding )?|(?:opener|set|frame|quarter|half|"
    rf"period) |back (?:to|at) |score (?:at|to) |(?:margin|it|lead|gap|deficit|advantage|them) to |at |ended )"
)
_INTERIM_AFTER = _starts(
    r"(?:,)? (?:up|down|ahead|behind|in front|in arrears|to the good|(?:[a-z-]+ )?(?:lead|advantage|deficit|cushion|edge|run|spell|burst|"
    r"surge|spurt|hole)|at (?:the )?(?:half-?time|break|interval|half|turn|lunch|tea)|half-?time|(?:at|by) the end of|"
    r"after (?:the )?(?:first|second|third|opening|\w+ (?:minutes|ends|frames|games|rounds|quarters|periods|innings))|"
    r"in the (?:first|second|third|fourth|"
    r"fifth|opening|final|deciding) (?:set|half|quarter|period|frame)|with (?:\w+ )?(?:minutes|seconds|time|[0-9]+:[0-9]+)|"
    r"heading into|going into|midway|(?:first|second|third|fourth)[ -](?:set|half|quarter|period))"
)
_A_RUN_AFTER = _starts(r",? (?:[a-z-]+ )?(?:lead|advantage|deficit|cushion|edge|run|spell|burst|surge|spurt|hole|up|down)")
_MERE_ARTICLE = _ends(r"(?:an?|the) (?:early |quick |slender |narrow |commanding )?|was |were |ended ")
_WON_AFTER = _starts(r" (?:[a-z-]+ )?(?:win|victory|defeat|loss|triumph|success|draw|winners|victors|thrashing|rout|hammering)")
_SERIES = _starts(
    r"(?: [a-z-]+)? (?:series|in the series|in the (?:best-of|three|five|seven|four|two)[ -])|(?: \w+){0,3} series (?:win|lead|"
    r"victory|defeat|loss)"
)
_SERIES_BEFORE = _ends(r"(?:series|rubber)(?: score)?(?: by| at| to| level at| tied at|,)? |best-of-\w+(?: series)?,? ")
_AGGREGATE_AFTER = _starts(r",? ?\(?(?:on )?(?:agg|aggregate|over two legs|over the two legs)")
_AGGREGATE_BEFORE = _ends(r"(?:agg(?:regate)?)(?: score)?(?: of| by)?:? ")
_EXTRA_TIME = re.compile(r",? ?\(?(?:a\.?e\.?t\b|after extra[- ]time|in extra[- ]time)")
_OVERTIME = re.compile(r",? ?\(?(?:ot\b|[0-9]ot\b|(?:in|after) (?:\w+ )?overtime)")

_TOOK = _ends(
    r"(?:took|taking|take|figures of|claimed|claiming|returned|returning|returns of|captured|analysis of|bagged|haul of|grabbed|"
    r"snared|finished with|ended with|with)(?: an?| career-best| figures of| match| the)* "
)
_BATTED = _ends(r"(?:made|reached|were|was|on|from|to|for|at|slumped to|declared on|declared at|posted|total of|,|\(|\n|:|close\))? ?")


def _pair(match: re.Match[str]) -> tuple[float, float]:
    return float(match["a"]), float(match["b"])


def _sets_in(text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(_ONE_SET.finditer(text, start, end))


def _tennis_set(a: float, b: float) -> bool:
    high, low = max(a, b), min(a, b)
    return (high == 6 and low <= 4) or (high == 7 and low in (5, 6)) or (high >= 8 and high - low == 2) or (high == 10 and low <= 8)


def _rally_set(a: float, b: float) -> bool:
    """Squash, table tennis, badminton, volleyball: to 11, 15, 21 or 25, by two."""
    high, low = max(a, b), min(a, b)
    return high - low >= 2 and (high in (11, 15, 21, 25) or (high > 11 and high - low == 2))


def _judges_card(a: float, b: float) -> bool:
    return min(a, b) >= 80 and max(a, b) <= 120


def _as_sets(pairs: list[tuple[float, float]], *, listed: bool, retired: bool) -> str | None:
    """What a row of scores is: 'sets', 'score' for judges' cards, None for results of different matches.

    `listed` rows have commas or 'and' between the scores, as lists of results do too, so there each must be a set that can be.
    """
    if all(_judges_card(*pair) for pair in pairs):
        return "score"
    if not listed:
        return "sets" if max(max(pair) for pair in pairs) <= 45 else None
    complete = pairs[:-1] if retired else pairs
    if all(_tennis_set(*pair) for pair in complete) or all(_rally_set(*pair) for pair in complete):
        return "sets"
    return None


def _read_sets(match: re.Match[str], place: Place) -> Reading | None:
    found = _sets_in(match.string, match.start(), match.end())
    retired = bool(re.match(r",? ?\(?ret(?:ired|\.|\b)", place.right))
    while len(found) > 1:
        row = match.string[match.start() : found[-1].end()]
        pairs = [_pair(one) for one in found]
        kind = _as_sets(pairs, listed=bool(re.search(r"[,;]|and", row)), retired=retired)
        if kind:
            return Reading(kind, found[-1].end(), parts=tuple(pairs))
        found.pop()
        retired = False
    return None


def _read_match_and_sets(match: re.Match[str], place: Place) -> Reading | None:
    pairs = [_pair(one) for one in _sets_in(match.string, match.start("sets"), match.end("sets"))]
    if _as_sets(pairs, listed=True, retired=False) is None:
        return None
    return Reading("sets", match.end(), parts=tuple(pairs))


def _read_set_with_tie_break(match: re.Match[str], place: Place) -> Reading | None:
    a, b = match[0][0], match[0][2]
    return Reading("sets", match.end(), parts=((float(a), float(b)),), flags=_score_flags(place))


def _score_flags(place: Place) -> tuple[str, ...]:
    """What the words around say of a score: not the last one, of a series, over two legs, after extra time."""
    flags = []
    left, right = place.left, place.right
    if _SERIES.match(right) or _SERIES_BEFORE.search(left):
        flags.append("series")
    if _AGGREGATE_AFTER.match(right) or _AGGREGATE_BEFORE.search(left):
        flags.append("aggregate")
    if not flags and not _WON_AFTER.match(right):
        before = _INTERIM_BEFORE.search(left)
        if _INTERIM_AFTER.match(right) or (before and not _MERE_ARTICLE.search(left)):
            flags.append("interim")
    if _EXTRA_TIME.match(right):
        flags.append("aet")
    if re.match(r" (?:penalty )?shoot-?out\b", right):
        flags.append("penalties")
    if _OVERTIME.match(right):
        flags.append("overtime")
    return tuple(flags)


def _is_record(match: re.Match[str], place: Place) -> bool:
    """Wins and losses of a season or a career."""
    if _RECORD_AFTER.match(place.right) or _KNOCKOUTS_AFTER.match(place.right):
        return True
    if not _RECORD_BEFORE.search(place.left):
        return False
    return not (_STILL_A_SCORE_AFTER.match(place.right) or _INTERIM_AFTER.match(place.right))


def _read_score(match: re.Match[str], place: Place) -> Reading | None:
    a, b = _pair(match)
    bracketed = place.left.endswith("(") and place.right.startswith(")")
    if place.sport.racing or (bracketed and (place.sport.records or place.right.startswith("):"))):
        return Reading(None, match.end())
    if (a < b and _RANGE_AFTER.match(place.right)) or _ODDS_AFTER.match(place.right) or _is_record(match, place):
        return Reading(None, match.end())
    if _ODDS_BEFORE.search(place.left):
        return Reading(None, match.end())
    return Reading("score", match.end(), parts=(a, b), flags=_score_flags(place))


def _read_and_penalties(match: re.Match[str], place: Place) -> Reading | None:
    flags = (f"penalties:{match['p'] or match['q']}", *(["aet"] if match["aet"] or match["in"] else []))
    return Reading("score", match.end(), parts=_pair(match), flags=flags)


def _read_on_penalties(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("score", match.end(), parts=_pair(match), flags=(f"penalties:{match['a']}-{match['b']}",))


def _read_gaelic(match: re.Match[str], place: Place) -> Reading | None:
    # Goals and points of each side.
    if re.search(r"\b(?:from|record|improved|cut|lead)(?: [a-z]+)? $", place.left):
        return None
    return Reading("score", match.end(), parts=(_pair(match), (float(match["c"]), float(match["d"]))))


def _read_sides_to(match: re.Match[str], place: Place) -> Reading | None:
    b = 0.0 if match["b"] in ("nil", "none", "love") else _number(match["b"])
    return Reading("score", match.end(), parts=(_number(match["a"]), b), flags=_score_flags(place))


def _read_nil(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("score", match.end(), parts=(_number(match["a"]), 0.0), flags=_score_flags(place))


def _read_behinds(match: re.Match[str], place: Place) -> Reading | None:
    # Australian rules: goals.behinds (total), and the sum proves it.
    goals, behinds, total = int(match["g"]), int(match["b"]), int(match["t"])
    return Reading("score", match.end(), float(total), "point", parts=(goals, behinds)) if 6 * goals + behinds == total else None


def _read_innings(match: re.Match[str], place: Place) -> Reading | None:
    runs, wickets = float(match["r"]), _number(match["w"])
    certain = match["dec"] or match["overs"]
    if not certain:
        if _A_RUN_AFTER.match(place.right):
            return None
        if match["sep"] == " for ":
            if not (runs >= 30 and (place.sport.cricket or re.match(r"[.,;:)\n]|$", place.right))):
                return None
        elif not place.sport.cricket or runs < 10 or runs <= wickets or (runs < 30 and not _BATTED.search(place.left)):
            return None
    return Reading("innings", match.end(), runs, "run", parts=(runs, wickets), flags=("declared",) if match["dec"] else ())


def _read_all_out(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("innings", match.end(), float(match["r"]), "run", parts=(float(match["r"]), 10.0))


def _read_bowling(match: re.Match[str], place: Place) -> Reading | None:
    wickets, runs = _number(match["w"]), float(match["r"])
    took = bool(_TOOK.search(place.left)) and not _WON_AFTER.match(place.right) and not _A_RUN_AFTER.match(place.right)
    if wickets > 10 or not (place.sport.cricket or took):
        return None
    # Within a cricket report 2-1 is a series and 5-46 is bowling.
    if runs <= wickets or (runs < 8 and not took) or (not place.sport.cricket and runs < 11):
        return None
    if _RANGE_AFTER.match(place.right):
        return None
    return Reading("wickets", match.end(), wickets, "wicket", parts=(wickets, runs))


def _read_paren_record(match: re.Match[str], place: Place) -> Reading | None:
    if not place.left.endswith("("):
        return None
    pairs = [_pair(one) for one in _sets_in(match.string, match.start(), match.end())]
    sets = not match["words"] and len(pairs) > 1 and _as_sets(pairs, listed=True, retired=False)
    return None if sets else Reading(None, match.end())


def _read_many_dashes(match: re.Match[str], place: Place) -> Reading | None:
    rounds = [float(side) for side in match[0].split("-")]
    if len(rounds) in (3, 4) and all(58 <= strokes <= 90 for strokes in rounds):
        return Reading("strokes", match.end(), sum(rounds), "stroke", parts=tuple(rounds))
    return Reading(None, match.end())


def _not_a_mark(match: re.Match[str], place: Place) -> Reading | None:
    return Reading(None, match.end())


# --- golf --------------------------------------------------------------------------------------------------------------------

_TO_PAR = re.compile(
    rf"(?P<n>{_COUNT})[- ](?P<side>under|over)(?P<par>[- ]par)?(?:,? (?:for a |(?:a )?(?:[a-z-]+ )?round of |par )?(?P<s>(?:5[89]|"
    rf"[67][0-9]|8[0-5]))(?![\w:%-]|\.[0-9]))?(?![a-z])"
)
_LEVEL_PAR = re.compile(r"(?:level|even)(?:[- ]par)(?: (?P<s>[67][0-9])(?![\w:-]|\.[0-9]))?(?![a-z])")
_SIGNED = re.compile(r"(?P<sign>[+-])(?P<n>[0-9]{1,2})(?![\w:/%°+-]|[.,][0-9])(?! ?(?:°|c\b|f\b|degrees|kg|minutes|years|cm))")
_MATCH_PLAY = re.compile(r"(?P<a>[0-9]{1,2}|[a-z]+)(?P<sep> ?& ?| and )(?P<b>[0-9]|[a-z]+)(?![\w:-]|\.[0-9])")
_ROUND = re.compile(r"(?P<s>5[89]|[67][0-9]|8[0-5])(?![\w:%/-]|\.[0-9])(?!,[0-9])")
_ROUND_BEFORE = _ends(
    r"(?:round of|rounds of|card of|carded|carding|fired|firing|signed for|card|opened with|closed with|(?:first|second|third|final|"
    r"opening|closing|fourth|last)[ -]round|bogey-free|course[- ]record|under-par|shot|shoot|shooting|posted|opening|closing|"
    r"par)(?: an?)?(?: [a-z]+-[a-z]+)? |score of "
)
_ROUNDS_LISTED = _ends(r"an? |[5-8][0-9](?:,|,? and) ")
_NOT_A_ROUND_AFTER = _starts(
    r" (?:per ?cent|points?|minutes?|yards?|runs?|metres?|games?|years?|seconds?|goals?|times|laps?|cars?|per|players?|balls)"
)


def _read_to_par(match: re.Match[str], place: Place) -> Reading | None:
    strokes = _number(match["n"])
    if strokes > 40:
        return None
    hyphen = match[0][len(match["n"])] == "-"
    if not (match["par"] or match["s"]):
        ends = re.match(r"[.,;)\n]|$| (?:for|after|through|to|and|with|at|total|round|overall)\b", place.right)
        if (
            not (hyphen or match["side"] == "under")
            or not ends
            or (match["side"] == "over" and not place.left.endswith((" a ", "at ", "to ")))
        ):
            return None
    signed = -strokes if match["side"] == "under" else strokes
    if match["s"]:
        return Reading("strokes", match.end(), float(match["s"]), "stroke", flags=(f"par:{signed:+.0f}",))
    return Reading("strokes", match.end(), signed, "stroke", flags=("to par",))


def _read_level_par(match: re.Match[str], place: Place) -> Reading | None:
    if match["s"]:
        return Reading("strokes", match.end(), float(match["s"]), "stroke", flags=("par:+0",))
    return Reading("strokes", match.end(), 0.0, "stroke", flags=("to par",))


def _read_signed(match: re.Match[str], place: Place) -> Reading | None:
    value = float(match["sign"] + match["n"])
    return Reading("strokes", match.end(), value, "stroke", flags=("to par",)) if value else None


def _read_match_play(match: re.Match[str], place: Place) -> Reading | None:
    up, left = read_cardinal(match["a"]), read_cardinal(match["b"])
    if up is None or left is None or not left < up <= 10 or left > 9:
        return None
    if match["sep"] == " and " and not re.search(r"\b(?:by|won|wins?|victory|lost)(?: an?)? $", place.left):
        return None
    if match["sep"] == " and " and not re.match(r"[.,;)\n]|$| (?:win|victory|defeat|to|in|over|against|on|at|and)\b", place.right):
        return None
    return Reading("margin", match.end(), parts=(float(up), float(left)))


def _read_round(match: re.Match[str], place: Place) -> Reading | None:
    said = _ROUND_BEFORE.search(place.left) or (place.sport.golf and _ROUNDS_LISTED.search(place.left))
    if place.sport.cricket or not said or _NOT_A_ROUND_AFTER.match(place.right):
        return None
    if place.left.endswith(("par ", "the round of ")):
        return Reading(None, match.end())
    return Reading("strokes", match.end(), float(match["s"]), "stroke")


# --- counted things ----------------------------------------------------------------------------------------------------------

_COUNTED: dict[str, tuple[str, ...]] = {
    "point": ("points", "point", "pts"),
    "rebound": ("rebounds", "rebound", "boards"),
    "assist": ("assists", "assist"),
    "steal": ("steals", "steal"),
    "block": ("blocks", "block", "blocked shots"),
    "turnover": ("turnovers", "turnover"),
    "save": ("saves", "save"),
    "goal": ("goals", "goal"),
    "try": ("tries", "try"),
    "conversion": ("conversions", "conversion"),
    "penalty goal": ("penalty goals", "penalty goal"),
    "drop goal": ("drop goals", "drop goal", "drop-goals"),
    "penalty": ("penalties", "penalty"),
    "wicket": ("wickets", "wicket"),
    "run": ("runs", "run"),
    "touchdown": ("touchdowns", "touchdown", "tds"),
    "yard": ("yards", "yard"),
    "sack": ("sacks", "sack"),
    "tackle": ("tackles", "tackle"),
    "interception": ("interceptions", "interception"),
    "reception": ("receptions", "reception", "catches"),
    "carry": ("carries",),
    "completion": ("completions",),
    "fumble": ("fumbles",),
    "strikeout": ("strikeouts", "strikeout"),
    "hit": ("hits", "hit"),
    "home run": ("home runs", "home run", "homers", "homer", "home-runs"),
    "RBI": ("rbis", "rbi"),
    "walk": ("walks",),
    "ace": ("aces", "ace"),
    "double fault": ("double faults", "double fault"),
    "winner": ("winners",),
    "birdie": ("birdies", "birdie"),
    "eagle": ("eagles", "eagle"),
    "bogey": ("bogeys", "bogey"),
    "three-pointer": ("three-pointers", "3-pointers", "three-pointer", "3-pointer", "threes", "three pointers"),
    "free throw": ("free throws", "free throw"),
    "field goal": ("field goals", "field goal"),
    "six": ("sixes",),
    "four": ("fours",),
    "boundary": ("boundaries",),
    "shot": ("shots", "shot"),
    "stroke": ("strokes", "stroke"),
    "length": ("lengths", "length"),
    "frame": ("frames", "frame"),
    "leg": ("legs",),
    "fault": ("faults",),
    "lap": ("laps",),
    "second": ("second",),
    "metre": ("metres",),
    "century break": ("century breaks",),
}
_PLURAL = {"try": "tries", "penalty": "penalties", "boundary": "boundaries", "carry": "carries", "six": "sixes", "RBI": "RBIs"}
_UNIT_OF = {form: unit for unit, forms in _COUNTED.items() for form in forms}
# Things that are counted for a margin or a lead, and never as a player's figure.
_ONLY_MARGINS = frozenset({"shot", "stroke", "length", "frame", "leg", "lap", "second", "metre"})
_NOUN = "(?:" + "|".join(sorted(map(re.escape, _UNIT_OF), key=len, reverse=True)) + ")"
_ADJECTIVE = (
    r"(?:(?:career|season|game|team|match|tournament|club|franchise)[- ](?:high|best|record)|(?:first|second|third|"
    r"fourth)[- ](?:half|quarter|innings|period|set)|rushing|passing|"
    r"receiving|all-purpose|total|combined|early|late|more|further|quick|straight|unanswered|consecutive|defensive|offensive|solo|"
    r"successive|international|"
    r"league|successful|long-range|fine|superb|brilliant|close-range|unconverted|converted|crucial|vital|valuable|individual|"
    r"kicking|scoring|earned|bonus)"
)
_COUNTED_THING = re.compile(
    rf"(?P<n>{_DECIMAL}|{CARDINAL_WORDS})(?P<hyphen>[ -])(?P<adj>(?:{_ADJECTIVE}[ -]){{0,2}})(?P<noun>{_NOUN})(?![\w])"
)
_MADE = re.compile(rf"(?P<a>{_COUNT})(?: of | for |-of-|-for-| out of | from )(?P<b>{_COUNT})(?![\w:-]|\.[0-9])")
_OUT_OF = re.compile(r"(?P<a>[0-9]{1,3}) ?(?:ex|out of) ?(?P<b>[0-9]{1,3})(?![\w:-]|\.[0-9])")
_NOT_OUT = re.compile(rf"(?P<n>{_COUNT})(?: not out|\*)(?!\w)")
_AN_INNINGS_AND = re.compile(rf"(?:an|one) innings and (?P<n>{_COUNT}) runs?(?![a-z])")
_HAT_TRICK = re.compile(r"hat[- ]?tricks?(?![a-z])")
_BRACE = re.compile(r"brace(?![a-z])")
_TWICE = re.compile(r"twice(?![a-z])")
_DUCK = re.compile(r"(?:duck)(?![a-z])")
_BREAK = re.compile(r"(?P<n>1?[0-9]{2})(?:-point)? (?:total )?(?:break|clearance)(?![a-z])")

_A_WIN = _starts(
    r" (?:[a-z]+ )?(?:wins?|victor(?:y|ies)|defeats?|loss(?:es)?|triumphs?|success|margin|thrashing|rout|beating|hammering|winners?|"
    r"humiliation|drubbing|verdict)"
)
_A_LEAD_AFTER = _starts(
    r"(?: [a-z-]+)? (?:clear|behind|ahead|adrift|above|below|off (?:top|the (?:lead|pace|top|record))|shy|short|back|away|up|down|"
    r"in front|leads?|cushion|deficits?|advantage|"
    r"better|worse|gap|to the good)"
)
_A_LEAD_BEFORE = _ends(
    r"(?:led|leads?|leading|trail(?:s|ed|ing)?|ahead|(?:was|were|is|are|went|go|gone) (?:up|down)|behind|within|gap|deficit|"
    r"advantage|cushion)(?: (?:of|by|to|cut to))?(?: just| only| as many as| more than)? "
)
_BY = _ends(r"(?:by|margin of)(?: just| only| a mere| a massive| a huge| a whopping)? ")
_PER_GAME = _starts(r"(?: and [a-z0-9. ]+)? (?:per|an?|each) (?:game|match|season|night|outing|contest|start|set|over|90|90 minutes)")
_AVERAGE = re.compile(r"\baverag\w+(?: [\w.,-]+){0,8} $")
_A_HAUL = _starts(r" (?:performance|haul|night|effort|outing|game|display|burst|afternoon|showing|evening)")
_SEASON_TALLY = _starts(
    r"(?: [a-z]+)?(?: in| from| during) (?:[0-9]+|[a-z-]+)(?: [a-z]+)? (?:games|matches|appearances|starts|tests|outings|"
    r"internationals|caps)|(?: [a-z]+)? (?:this|last) (?:season|year|term|campaign)|(?: [a-z]+)? so far|(?: [a-z]+)? (?:for|of|"
    r"on) the (?:season|year|campaign|tournament)|(?: in)? (?:his|her) career"
)
_A_RUN_OF_SCORING = re.compile(r"\b(?:unanswered|straight|consecutive|successive)\b")
_YARDS_GAINED = re.compile(
    r"\b(?:rush\w*|pass(?:ed|es|ing)?|threw|throwing|thrown|ran|receiving|catch(?:es)?|carries|receptions|for|total|gained)\b[^.]{0,25}$"
)
_SHOT_BEFORE = _ends(
    r"(?:shot|shooting|went|going|was|hit|hitting|made|making|completed|completing|sank|including|and|batted|finished)(?: just|"
    r" a combined| only| an?)? "
)
_SHOT_AFTER = _starts(
    r" (?:from (?:the|beyond|three|long|deep|behind|outside)|shooting|shots|attempts|passes|passing|at the|threes|3-pointers|"
    r"three-pointers|free throws|from the|overall|field goals|on (?:3|three)|kicks|with (?:an? )?\w+ (?:rbi|run|homer|double)|"
    r"[0-9]+-pointers|for [0-9]+ yards)"
)
_GAMES_AFTER = _starts(
    r" (?:[a-z]+ )?(?:games|matches|wins|starts|races|tests|years|seasons|meetings|points|players|attempts|times|people|events|"
    r"times|titles|finals|rounds)"
)
_OF_WHAT = re.compile(r" of (?P<noun>[a-z-]+)")


def _counted(unit: str, end: int, value: float, *, flags: tuple[str, ...] = ()) -> Reading:
    """A figure whose kind is what is counted: '26 points' is kind points, unit point."""
    return Reading(_PLURAL.get(unit, unit + "s"), end, value, unit, flags=flags)


def _read_counted(match: re.Match[str], place: Place) -> Reading | None:
    unit, value = _UNIT_OF[match["noun"]], _number(match["n"])
    left, right = place.left, place.right
    if _PER_GAME.match(right) or _AVERAGE.search(left):
        return Reading(None, match.end())
    if match["hyphen"] == "-":
        if _A_WIN.match(right):
            return Reading("margin", match.end(), value, unit)
        if _A_LEAD_AFTER.match(right):
            return Reading("gap", match.end(), value, unit, flags=("interim",))
        return _counted(unit, match.end(), value) if _A_HAUL.match(right) else None
    if _A_LEAD_BEFORE.search(left):
        return Reading("gap", match.end(), value, unit, flags=("interim",))
    if _BY.search(left):
        return Reading("margin", match.end(), value, unit)
    if _A_LEAD_AFTER.match(right) and unit != "goal":
        return Reading("gap", match.end(), value, unit)
    if unit == "shot" and re.search(r"\b(?:stopp(?:ed|ing)|sav(?:ed|ing)|turned (?:aside|away)|made) $", left):
        return _counted("save", match.end(), value)
    if unit in _ONLY_MARGINS:
        return None
    if unit == "yard" and not match["adj"] and not _YARDS_GAINED.search(left):
        return None
    if match["noun"] in ("hit", "walks", "winners", "fours", "save", "penalty", "try") and value == 1 and not match["n"].isdigit():
        return None
    if re.fullmatch(r"(?:19|20)[0-9]{2}", match["n"]):
        return None
    flags = []
    if match["adj"] and _A_RUN_OF_SCORING.search(match["adj"]):
        flags.append("interim")
    if _SEASON_TALLY.match(right):
        flags.append("season")
    return _counted(unit, match.end(), value, flags=tuple(flags))


def _read_made(match: re.Match[str], place: Place) -> Reading | None:
    made, tried = _number(match["a"]), _number(match["b"])
    if made > tried or not (_SHOT_AFTER.match(place.right) or _SHOT_BEFORE.search(place.left)):
        return None
    if _GAMES_AFTER.match(place.right) and not _SHOT_AFTER.match(place.right):
        return None
    if place.sport.cricket and " for " in match[0]:
        return None
    if not (match["a"].isdigit() and match["b"].isdigit()) and not _SHOT_AFTER.match(place.right):
        return None
    return Reading("shots", match.end(), made, "shot", parts=(made, tried))


def _read_out_of(match: re.Match[str], place: Place) -> Reading | None:
    hit, of = float(match["a"]), float(match["b"])
    if hit > of or _GAMES_AFTER.match(place.right):
        return None
    return Reading("points", match.end(), hit, "point", parts=(hit, of))


def _read_not_out(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("runs", match.end(), _number(match["n"]), "run", flags=("not out",))


def _read_an_innings_and(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("margin", match.end(), _number(match["n"]), "run", parts=(1.0, _number(match["n"])), flags=("innings",))


def _several(match: re.Match[str], place: Place, value: float) -> Reading | None:
    """A brace or a hat-trick: of what the text says, or of what such a report counts."""
    if named := _OF_WHAT.match(place.right):
        unit = _UNIT_OF.get(named["noun"])
        return _counted(unit, match.end(), value) if unit else None
    unit = "wicket" if place.sport.cricket else "try" if place.sport.tries else "goal"
    return _counted(unit, match.end(), value)


def _read_hat_trick(match: re.Match[str], place: Place) -> Reading | None:
    return None if re.match(r" (?:hero|ball|chance)\b", place.right) else _several(match, place, 3)


def _read_brace(match: re.Match[str], place: Place) -> Reading | None:
    return (
        _several(match, place, 2)
        if re.search(r"\b(?:an?|his|her|the|second-half|half|first-half|late|quick|[a-z]+'s?) $", place.left)
        else None
    )


_SCORED = _ends(
    r"(?:scor(?:ed|es|ing)|struck|strikes|striking|net(?:s|ted|ting)|cross(?:ed|ing)|head(?:ed|ing)|found the net|hit the net|"
    r"touched down|went over)(?: [a-z]+)? "
)


def _read_twice(match: re.Match[str], place: Place) -> Reading | None:
    return _several(match, place, 2) if _SCORED.search(place.left) else None


def _read_duck(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("runs", match.end(), 0.0, "run") if place.sport.cricket else None


def _read_break(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("break", match.end(), float(match["n"]), "point")


# --- bare numbers ------------------------------------------------------------------------------------------------------------

_BARE_DECIMAL = re.compile(rf"(?P<n>[0-9]{{1,4}}\.[0-9]{{1,3}})(?![\w%]|\.[0-9]|-\w){_WIND}")
_PERCENT = re.compile(r"(?P<n>[0-9]{2}\.[0-9]{2,3}) ?(?:%|per ?cent)")
_BARE_COUNT = re.compile(rf"(?P<n>{_COUNT})(?![\w/%*-]|[.,:][0-9])")

_NO_DECIMAL_AFTER = _starts(
    r" ?(?:%|per ?cent|million|billion|bn|points? per|ppg|rpg|apg|spg|bpg|average|era|litre|overs?|mph|kph|km|points per|"
    r"rebounds per|cm|times|goals|"
    r"metres|meters|[a-z]+ (?:per|a) game)"
)
_NO_DECIMAL_BEFORE = _ends(
    r"(?:averag(?:e|es|ed|ing)|rate|economy|about|version|rating|era|strike rate|around|worth|percentage|over|overs)(?: of| at| is|"
    r" was)? ?"
)
_POINTS_CUE = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|total(?:led|ing)?|tally|points?|routine|apparatus|judges|dives?|beam|bars|floor|vault)\b"
)
_TIMING_CUE = _ends(
    r"(?:in|clock(?:ed|ing|s)|ran|run|running|timed at|time of|times of|swam|posted|second|third|seconds|best of|mark of|"
    r"record of)(?: an?| just)? "
)
_FIGURE_AFTER = re.compile(
    r"(?:$|[.,;:)!?\n]| (?:not out|off|from|and|as|while|whilst|in|with|before|to|at|when|but|on|for|after|apiece|each|"
    r"by|including|again|against|-)(?![a-z]))"
)
_RUNS_CUE = _ends(
    r"(?:made|making|makes|hit|hits|hitting|scored|scoring|compil(?:ed|ing)|contribut(?:ed|ing)|for|unbeaten(?: on)?|belt(?:ed|ing)|"
    r"smash(?:ed|ing)|struck|blast(?:ed|ing)|reached|knock of|innings of|score of|out for|on|crafted|cracked|added|fell for|"
    r"stumped for|with|well-made|top-score(?:d)?(?: of| with)?|career-best|fine|brilliant|hard-hit|superb)"
    r"(?: an?| only| just| his| her)?(?: [a-z]+)?(?: unbeaten| brisk| quick| quickfire| fluent| career-best)? |(?:[a-z]+'s?|his|her|"
    r"an unbeaten) |[a-z.'-]+ \("
)
_POINTS_SCORED = _ends(
    r"(?:scor(?:ed|es|ing)|add(?:ed|s|ing)|had|contribut(?:ed|es|ing)|chipp(?:ed|ing) in(?: with)?|netted|notched|finished with|"
    r"poured in|tallied|led (?:[a-z']+ ){1,3}with|with)(?: an?| just| only)?(?: (?:career|season|game|team)[- ](?:high|best))? "
)
_TALLY_BEFORE = _ends(
    r"(?:scores?|total|tally|aggregate|haul|mark|best|grand total|combined total) of (?:just |only |a )?|(?:finished|level|tied|"
    r"sits|ended|winning|won)(?: [a-z]+)? (?:on|with) (?:a total of )?|scor(?:ed|ing) "
)


def _read_decimal(match: re.Match[str], place: Place) -> Reading | None:
    if _NO_DECIMAL_AFTER.match(place.right) or _NO_DECIMAL_BEFORE.search(place.left):
        return None
    value, decimals = float(match["n"]), len(match["n"].partition(".")[2])
    timed = bool(_TIMING_CUE.search(place.left) or match["wind"])
    scored = bool(_POINTS_CUE.search(place.left))
    if _A_LEAD_AFTER.match(place.right) and not match["wind"]:
        return Reading("gap", match.end(), value, "point" if scored else None)
    if decimals == 1 and not (timed or scored or _TALLY_BEFORE.search(place.left)):
        return Reading("points", match.end(), value, "point") if value >= 20 else None
    if value < 70 and (timed or (decimals == 2 and not scored)):
        return Reading("time", match.end(), value, "s", flags=_wind_flag(match["wind"]))
    return Reading("points", match.end(), value, "point", flags=_wind_flag(match["wind"]))


def _read_percent(match: re.Match[str], place: Place) -> Reading | None:
    # Two decimals are a dressage judge's; one is a statistician's.
    return Reading("points", match.end(), float(match["n"]), "%")


def _read_bare_count(match: re.Match[str], place: Place) -> Reading | None:
    text, value = match["n"], _number(match["n"])
    if not _FIGURE_AFTER.match(place.right):
        return None
    if place.sport.cricket and value <= 400 and _RUNS_CUE.search(place.left):
        return Reading("runs", match.end(), value, "run")
    if not text[0].isdigit():
        return None
    if _TALLY_BEFORE.search(place.left) and (value >= 10 or "point" in place.left):
        return Reading("points", match.end(), value, "point")
    if not place.sport.cricket and 2 <= value <= 100 and _POINTS_SCORED.search(place.left):
        return Reading("points", match.end(), value, "point")
    return None


# --- decisions ---------------------------------------------------------------------------------------------------------------

_DECISION = re.compile(
    r"(?:unanimous|split|majority|technical)(?: points)? (?:decision|draw)|technical knockout|tko(?![a-z])|(?<=by )ko(?![a-z'])|"
    r"(?<=round )ko(?![a-z'])|points decision"
)
_STOPPAGE = re.compile(r"(?:[a-z]+-round )?(?:knockout|stoppage)(?![a-z])")
_KNOCKOUT_TIE = _starts(
    r"[ -](?:stages?|rounds?|phases?|ties?|match(?:es)?|games?|time|punch|blow|competition|tournament|football|format|draw|clash|"
    r"specialist)"
)


def _read_decision(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("decision", match.end())


def _read_stoppage(match: re.Match[str], place: Place) -> Reading | None:
    boxed = "-round" in match[0] or re.search(r"\b(?:by|with a|via|inside-the-distance) $", place.left)
    return Reading("decision", match.end()) if boxed and not _KNOCKOUT_TIE.match(place.right) else None


# --- the grammar -------------------------------------------------------------------------------------------------------------

# At equal length the earlier rule wins, so what is no mark comes first.
_DIGIT_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_SEASON, _not_a_mark),
    (_DAYS, _not_a_mark),
    (_PAREN_RECORD, _read_paren_record),
    (_MANY_DASHES, _read_many_dashes),
    (_COLONS, _read_colons),
    (_DOTS, _read_dots),
    (_UNITS, _read_units),
    (_MINUTES, _read_minutes),
    (_SECONDS, _read_seconds),
    (_HUNDREDTHS, _read_hundredths),
    (_METRES, _read_metres),
    (_FEET, _read_feet),
    (_FEET_DASH, _read_feet_dash),
    (_KILOS, _read_kilos),
    (_MPH, _read_mph),
    (_MATCH_AND_SETS, _read_match_and_sets),
    (_SETS, _read_sets),
    (_SET_WITH_TIE_BREAK, _read_set_with_tie_break),
    (_AND_PENALTIES, _read_and_penalties),
    (_ON_PENALTIES, _read_on_penalties),
    (_GAELIC, _read_gaelic),
    (_SIDES_TO, _read_sides_to),
    (_NIL, _read_nil),
    (_BEHINDS, _read_behinds),
    (_ALL_OUT, _read_all_out),
    (_INNINGS, _read_innings),
    (_BOWLING, _read_bowling),
    (_ONE_SCORE, _read_score),
    (_SLASHED, _not_a_mark),
    (_DATE, _not_a_mark),
    (_TO_PAR, _read_to_par),
    (_MATCH_PLAY, _read_match_play),
    (_NOT_OUT, _read_not_out),
    (_BREAK, _read_break),
    (_COUNTED_THING, _read_counted),
    (_OUT_OF, _read_out_of),
    (_MADE, _read_made),
    (_PERCENT, _read_percent),
    (_BARE_DECIMAL, _read_decimal),
    (_ROUND, _read_round),
    (_BARE_COUNT, _read_bare_count),
)
_SIGN_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_COLONS, _read_colons),
    (_SECONDS, _read_seconds),
    (_PLUS, _read_plus),
    (_SIGNED, _read_signed),
)
_WORD_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_UNITS, _read_units),
    (_MINUTES, _read_minutes),
    (_SECONDS, _read_seconds),
    (_HUNDREDTHS, _read_hundredths),
    (_AN_INNINGS_AND, _read_an_innings_and),
    (_SIDES_TO, _read_sides_to),
    (_NIL, _read_nil),
    (_BOWLING, _read_bowling),
    (_TO_PAR, _read_to_par),
    (_MATCH_PLAY, _read_match_play),
    (_NOT_OUT, _read_not_out),
    (_COUNTED_THING, _read_counted),
    (_MADE, _read_made),
    (_BARE_COUNT, _read_bare_count),
)
_PHRASE_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_AN_INNINGS_AND, _read_an_innings_and),
    (_LEVEL_PAR, _read_level_par),
    (_HAT_TRICK, _read_hat_trick),
    (_BRACE, _read_brace),
    (_TWICE, _read_twice),
    (_DUCK, _read_duck),
    (_DECISION, _read_decision),
    (_STOPPAGE, _read_stoppage),
)
_ANCHOR = re.compile(
    r"(?<![\w£$€#@])(?<!\w[/-])(?<![0-9][.,:])(?<![\s(]\.)"
    r"(?:(?P<digit>\.?[0-9])|(?P<word>(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?![a-z]))|(?P<sign>(?<![^\s(])[+-][0-9])|"
    r"(?P<phrase>an innings and|hat[- ]?trick|brace|twice|duck|(?:level|even)[- ]par|unanimous|split|majority|technical|tko|ko|"
    r"points decision|[a-z]+-round (?:stoppage|knockout)|stoppage|knockout))"
)
_RULES = {"digit": _DIGIT_RULES, "word": _WORD_RULES, "sign": _SIGN_RULES, "phrase": _PHRASE_RULES}


def find_marks(text: str) -> list[Mark]:
    """The marks and scores of a text, in order and without overlap; values in seconds, metres and kilograms.

    >>> [(mark.text, mark.value) for mark in find_marks("She won in 3min 52.89sec, a personal best, from 3:53.01.")]
    [('3min 52.89sec', 232.89), ('3:53.01', 233.01)]
    """
    folded = text.translate(_FOLD)
    sport = Sport(
        cricket=bool(_CRICKET.search(folded)),
        tries=bool(_TRIES.search(folded)),
        racing=bool(_RACING.search(folded)),
        golf=bool(_GOLF.search(folded)),
        records=bool(_RECORDS.search(folded)),
    )
    found: list[tuple[int, Reading]] = []
    position = 0
    while anchor := _ANCHOR.search(folded, position):
        reading = _longest(folded, anchor.start(), _RULES[anchor.lastgroup or "digit"], sport)
        position = max(anchor.end(), reading.end if reading else 0)
        if reading and reading.kind:
            found.append((anchor.start(), reading))
    return [_mark(text, folded, found, i) for i in range(len(found))]


def _longest(folded: str, start: int, rules: tuple[tuple[re.Pattern[str], Reader], ...], sport: Sport) -> Reading | None:
    left = folded[max(0, start - LEFT) : start]
    best: Reading | None = None
    for pattern, read in rules:
        match = pattern.match(folded, start)
        if match is None or (best is not None and match.end() <= best.end):
            continue
        reading = read(match, Place(left, folded[match.end() : match.end() + RIGHT], sport))
        if reading is not None and (best is None or reading.end > best.end):
            best = reading
    return best


# --- records, bests and wind, said beside the mark ---------------------------------------------------------------------------

FLAG_WINDOW = 60  # characters on each side; a record said further off seldom belongs to the mark

_MEASURED = frozenset({"time", "distance", "height", "weight", "points", "speed", "strokes"})
_CLAUSE_END = re.compile(r"[.!?;](?=\s|$)|[\n\"“”]| (?:but|while|whereas|although) ")
_OF_FAME = r"(?![ -](?:holders?|pace|attempts?|bids?|hopes?|chances?|schedule|run|books?))"
_SAID: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("WR", re.compile(rf"\bworld(?: [a-z-]+)?[ -](?:record|best|mark)\b{_OF_FAME}")),
    ("OR", re.compile(rf"\bolympic(?: games)? record\b{_OF_FAME}")),
    ("ER", re.compile(rf"\beuropean (?:[a-z]+ )?(?:record|best)\b{_OF_FAME}")),
    ("AR", re.compile(rf"\b(?:african|asian|oceania|south american|north american|area) (?:[a-z]+ )?record\b{_OF_FAME}")),
    ("NR", re.compile(rf"\bnational (?:[a-z]+ )?record\b{_OF_FAME}")),
    ("CR", re.compile(rf"\b(?:championships?|games|meeting|meet|course|stadium|tournament)[ -](?:record|best)\b{_OF_FAME}")),
    ("PB", re.compile(r"\b(?:personal|lifetime|career)[ -](?:best|record)\b")),
    ("SB", re.compile(r"\bseason(?:'s|s)?[ -]best\b|\bbest (?:[a-z]+ )?(?:this season|of the season)\b")),
    (
        "WL",
        re.compile(
            r"\bworld[ -]lead(?:ing)?\b|\b(?:fastest|best|quickest|longest|highest) (?:[a-z]+ )?in the world this (?:year|season)\b"
        ),
    ),
    ("wind-aided", re.compile(r"\bwind[- ](?:aided|assisted)\b")),
)
_ABBREVIATED = re.compile(r"\b(WR|OR|ER|AR|NR|CR|PB|SB|WL)\b|\b(pb|sb)\b")
_NATIONAL = re.compile(rf"\b([A-Z][a-z]+(?:ish|an|ese|ch|tch|qi|sh|ek|ss))(?: (?:indoor|junior|outdoor|senior))? record\b{_OF_FAME}")
_CONTINENTAL = frozenset({"European", "African", "Asian", "American League", "Oceanian"})
_ANY_SAID = re.compile(r"record|best|mark\b|lead|wind|in the world|\b(?:wr|or|er|ar|nr|cr|pb|sb|wl)\b|m/s")
# "a second outside her personal best" says that this mark is none.
_FELL_SHORT = re.compile(
    r"\b(?:outside|off|short of|shy of|slower than|away from|miss(?:ed|ing)|below|behind|close to|nearly|not|chas(?:e|es|ed|ing)|"
    r"target\w*)(?: [\w']+){0,3} $"
)
# "a personal best of 9.97" and "9.97, a personal best": the words and the mark are next to each other.
_RIGHT_BEFORE = re.compile(
    r"(?: (?:time|mark|throw|jump|leap|distance|height|score|total|lift))?(?:,? (?:of|is|was|at|stands at|with))?(?: just| an?)?[ :]?"
)
_RIGHT_BEHIND = re.compile(r"[ ,(-]*(?:(?:an?|the|his|her|is|was|and|new) )*")
_WIND_SAID = re.compile(
    r"\b(?:tail|head)? ?wind (?:(?:of|reading|speed|was|at|reading of) )*(?P<after>[+-]?[0-9]\.[0-9])|"
    r"(?P<before>[+-]?[0-9]\.[0-9]) ?(?:m/s|mps|metres (?:a|per) second)(?P<way> (?:tail|head))?"
)


def _mark(text: str, folded: str, found: list[tuple[int, Reading]], index: int) -> Mark:
    start, reading = found[index]
    flags = reading.flags
    if reading.kind in _MEASURED:
        before = found[index - 1][1].end if index else 0
        after = found[index + 1][0] if index + 1 < len(found) else len(text)
        said = [*_said_before(text, folded, before, start), *_said_after(text, folded, reading.end, after)]
        flags = tuple(dict.fromkeys((*flags, *said)))
    return Mark(
        text=text[start : reading.end],
        start=start,
        end=reading.end,
        kind=reading.kind or "",
        value=reading.value,
        unit=reading.unit,
        parts=reading.parts,
        flags=flags,
    )


def _said_before(text: str, folded: str, previous: int, mark: int) -> list[str]:
    """Flags from the clause before a mark, as far back as the end of the previous one."""
    start = max(previous, mark - FLAG_WINDOW)
    if not _ANY_SAID.search(folded, start, mark):
        return []
    start = max((clause.end() for clause in _CLAUSE_END.finditer(folded, start, mark)), default=start)
    flags = []
    for flag, begin, end in _sayings(text, folded, start, mark):
        lead = folded[start:begin]
        of_previous = start == previous and previous > 0 and _RIGHT_BEHIND.fullmatch(lead)
        if _RIGHT_BEFORE.fullmatch(folded, end, mark) or not (of_previous or _FELL_SHORT.search(lead)):
            flags.append(flag)
    return flags


def _said_after(text: str, folded: str, mark: int, following: int) -> list[str]:
    """Flags from the clause after a mark, as far as the start of the following one."""
    end = min(following, mark + FLAG_WINDOW)
    if not _ANY_SAID.search(folded, mark, end):
        return []
    if clause := _CLAUSE_END.search(folded, mark, end):
        end = clause.start()
    flags = []
    for flag, begin, finish in _sayings(text, folded, mark, end):
        lead = folded[mark:begin]
        of_following = end == following and following < len(text) and _RIGHT_BEFORE.fullmatch(folded, finish, end)
        if _FELL_SHORT.search(lead) or (of_following and not _RIGHT_BEHIND.fullmatch(lead)):
            continue
        flags.append(flag)
    return flags


def _sayings(text: str, folded: str, start: int, end: int) -> list[tuple[str, int, int]]:
    said = [(flag, *match.span()) for flag, pattern in _SAID for match in pattern.finditer(folded, start, end)]
    said += [(match[0].upper(), *match.span()) for match in _ABBREVIATED.finditer(text, start, end)]
    said += [("NR", *match.span()) for match in _NATIONAL.finditer(text, start, end) if match[1] not in _CONTINENTAL]
    for match in _WIND_SAID.finditer(folded, start, end):
        speed = float(match["after"] or match["before"])
        against = match["way"] == " head" or folded[match.start() : match.end()].startswith("head")
        said.append((f"wind:{-abs(speed) if against else speed:+.1f}", *match.span()))
    return said
