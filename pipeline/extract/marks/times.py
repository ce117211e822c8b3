"""Times and time gaps, in seconds.

"3:29.38" and "3min 29.38sec" are 209.38, "two hours, 21 minutes" is 8460; "1.7 seconds behind" and "+5.3s" are gaps. A time of day
("kick-off 19:45"), what is left of a game ("with 3:30 remaining") and a period ("in the last 10 seconds") are no marks.
"""

from __future__ import annotations

import re

from pipeline.extract.marks.patterns import COUNT, DECIMAL, after, before, either, maybe, number
from pipeline.extract.marks.reading import NO_MARK, Place, Reading, Rule
from pipeline.extract.numbers import CARDINAL_WORDS

_H, _M, _S = r"(?:hours?|hrs?|h)(?![a-z])", r"(?:minutes?|mins?|m)(?![a-z])", r"(?:seconds?|secs?|s)(?![a-z])"
_AND = r"(?: ?,)? ?(?:and )?"
_SECONDS_PART = rf"(?P<s>{DECIMAL}|{CARDINAL_WORDS})[ -]?{_S}|(?P<bare>[0-9]{{1,2}}\.[0-9]{{1,3}}(?![0-9]))"
WIND = r"(?: ?\((?:w(?:ind)?:? ?)?(?P<wind>[+-]?[0-9]\.[0-9])(?: ?m/s)?\))?"

_COLONS = re.compile(
    r"(?P<sign>\+)?(?P<a>[0-9]{1,2}):(?P<b>[0-5][0-9])(?P<c>:[0-5][0-9])?(?P<f>\.[0-9]{1,3})?"
    rf"(?P<unit> ?(?:{_H}|{_M}|{_S}))?(?![:0-9])"
)
_DOTS = re.compile(r"(?P<a>[0-9]{1,2})[.'](?P<b>[0-5][0-9])[.\"”″](?P<c>[0-9]{2})(?![.:0-9])")
_HOURS = re.compile(
    rf"(?P<h>{COUNT})[ -]?{_H}{_AND}"
    rf"(?:(?P<m>{COUNT})[ -]?{_M}(?:{_AND}(?:{_SECONDS_PART}))?|(?P<only>{DECIMAL}|{CARDINAL_WORDS})[ -]?{_S})"
)
_MINUTES = re.compile(rf"(?P<sign>\+)?(?P<m>{COUNT})[ -]?{_M}{_AND}(?:{_SECONDS_PART})")
_METRES = re.compile(r"[1-9][0-9]{2,}m(?![a-z])|(?:5[05]|60)m(?:,| and) ")  # "in the 200m, 19.78 seconds"
_SECONDS = re.compile(rf"(?P<sign>\+)?(?P<s>{DECIMAL}|{CARDINAL_WORDS})(?P<hyphen>[ -]?){_S}{WIND}")
_FRACTION = re.compile(rf"(?P<n>{COUNT})[ -](?P<of>ten|hundred|thousand)ths? of a second")
_PLUS = re.compile(r"\+(?P<s>[0-9]{1,3}\.[0-9]{1,3})(?![0-9.])(?! ?m/s)")
_PLUS_PRIMES = re.compile(r"\+(?P<m>[0-9]{1,2})'(?P<s>[0-5][0-9])(?:\"|”|″|'')?(?![0-9])")

_CLOCK_AFTER = either(
    after("a, p", lead=""),
    after(
        r"""am, pm, a\.m, p\.m, noon, o'clock, local, uk time, gmt, bst, utc, ist, aest, et, est, edt, ct, cet, cst, cdt, cest, cdst,
        pt, pst, pdt""",
        lead=" ?",
    ),
    after("remaining, left, to play, to go, on the clock, minutes? left, minutes? remaining"),
)
_GAME_CLOCK_AFTER = after("into, mark, in the, of the")  # "at 3:30 in the fourth quarter", and "won in 3:29.38 in the final"
_RUN_BEFORE = before(
    "in, clocked, clocking, ran, run, running, timed at, time of, time was, record of, record is, best of, mark of, swam, rode, skied",
    "rowed",
    tail=" (?:just )?(?:an? )?",
)
_CLOCK_BEFORE = before(
    "at, from, until, till, kick-?off, ko, start, starts, live, [a-z]+day,?, tomorrow,?, tonight,?, -",
    tail=" ?",
)
_QUARTERS = frozenset({"00", "15", "30", "45"})
_LEFT_TO_PLAY = "left, remaining, to go, to play"
_LEFT_AFTER = after(_LEFT_TO_PLAY)
_PERIOD_AFTER = after(
    _LEFT_TO_PLAY,
    "later, into, earlier, before, after, in the, per, time, spell, break, from the, from time, from full",
    "of the, of play, of stoppage, of injury, of added, of extra",
)
_PERIOD_BEFORE = before(
    "last, first, final, next, opening, closing, every, within, after, inside, for, with, past, some, about",
    tail=maybe("the") + maybe("just, only") + " ",
)
_GAP_AFTER = after(
    "behind, ahead, clear, adrift, off, faster, slower, quicker, back, down, in front, outside, inside, short, away, shy, better",
    "margin, lead, gap, advantage, cushion, deficit, too slow",
    lead=maybe("back") + " ",
)
_GAP_BEFORE = before(
    "by, lead of, gap of, gap to, margin of, advantage of, deficit of, within, inside, gained, gaining, lost, losing",
    tail=maybe("just, only, a mere, almost, nearly, over, some") + " ",
)
_TIMED_BEFORE = before(
    r"in, of, clocked, clocking, ran, running, timed at, time, with, to, swam, just, second, third, fourth, [,(]",
    tail=" ?(?:an? )?",
)


def wind_flag(wind: str | None) -> tuple[str, ...]:
    """The flag for a wind reading printed behind a mark: '0.6' is 'wind:+0.6'."""
    return (f"wind:{float(wind):+.1f}",) if wind else ()


def _seconds(hours: str | None, minutes: str | None, seconds: str | None) -> float:
    return round(sum(scale * number(text) for scale, text in ((3600, hours), (60, minutes), (1, seconds)) if text), 4)


def _time(value: float, place: Place, *, gap: bool = False, wind: str | None = None) -> Reading:
    gap = gap or place.after(_GAP_AFTER) or place.before(_GAP_BEFORE)
    return Reading("gap" if gap else "time", value, "s", flags=wind_flag(wind))


def _read_colons(match: re.Match[str], place: Place) -> Reading | None:
    first, second, third, fraction, unit = match["a"], match["b"], match["c"], match["f"] or "", match["unit"] or ""
    if place.after(_CLOCK_AFTER) or re.match("-[0-9]", place.right):
        return NO_MARK
    if place.after(_GAME_CLOCK_AFTER) and not (third or fraction or place.before(_RUN_BEFORE)):
        return NO_MARK
    if not (third or fraction or unit or match["sign"]) and place.before(_CLOCK_BEFORE):
        return NO_MARK
    if not (third or fraction) and second in _QUARTERS and place.bracketed():
        return NO_MARK
    if not fraction and unit == "s":  # 'in the 4:07s' is a range
        return NO_MARK
    if third:
        value = _seconds(first, second, third[1:] + fraction)
    elif unit.strip().startswith("h"):
        value = _seconds(first, second, None)
    else:
        value = _seconds(None, first, second + fraction)
    return _time(value, place, gap=bool(match["sign"]))


def _read_dots(match: re.Match[str], place: Place) -> Reading | None:
    # British tables print 3.29.38 for 3:29.38; elsewhere it is a date or a version.
    if not place.before(_TIMED_BEFORE):
        return NO_MARK
    return _time(_seconds(None, match["a"], f"{match['b']}.{match['c']}"), place)


def _read_hours(match: re.Match[str], place: Place) -> Reading | None:
    return _time(_seconds(match["h"], match["m"], match["s"] or match["bare"] or match["only"]), place)


def _read_minutes(match: re.Match[str], place: Place) -> Reading | None:
    if _METRES.match(match[0]):
        return None
    return _time(_seconds(None, match["m"], match["s"] or match["bare"]), place, gap=bool(match["sign"]))


def _read_seconds(match: re.Match[str], place: Place) -> Reading | None:
    exact = "." in match["s"]
    if not exact and re.search(r"[0-9]s$", match[0]):  # '180s' are darts and 'the 50s' years
        return None
    if match["hyphen"] == "-" and not place.after(_GAP_AFTER):
        return None
    if exact and place.after(_LEFT_AFTER):
        return None
    if not exact and not match["sign"] and (place.after(_PERIOD_AFTER) or place.before(_PERIOD_BEFORE)):
        return None
    return _time(number(match["s"]), place, gap=bool(match["sign"]), wind=match["wind"])


def _read_fraction(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("gap", number(match["n"]) / {"ten": 10, "hundred": 100, "thousand": 1000}[match["of"]], "s")


def _read_plus(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("gap", _seconds(None, match.groupdict().get("m"), match["s"]), "s")


RULES = (
    Rule(_COLONS, _read_colons),
    Rule(_DOTS, _read_dots),
    Rule(_HOURS, _read_hours),
    Rule(_MINUTES, _read_minutes),
    Rule(_SECONDS, _read_seconds),
    Rule(_FRACTION, _read_fraction),
    Rule(_PLUS, _read_plus),
    Rule(_PLUS_PRIMES, _read_plus),
)
