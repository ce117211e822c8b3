"""Marks that nobody has made: a reader that gives 3:29 to a 5,000 metres, or a time to a long jump, has mixed up two contests."""

from __future__ import annotations

import re

from pipeline.records import Mark

# up to so many metres nobody runs so many metres a second: the world records of 2024, of men, and three in a hundred more
FASTEST = ((400, 10.8), (800, 8.2), (1000, 7.8), (1610, 7.5), (3000, 7.05), (5000, 6.8), (10_000, 6.55), (21_100, 6.3), (50_000, 6.0))
SLOWEST, SLOW_FROM = 2.3, 1000  # metres a second, over so many metres and more: a marathon in five hours
SPRINTED = 4.0  # under that nobody runs shorter races, 100m in 25 seconds, unless he is very old
SLOWEST_IN_POOLS = 0.95  # 100m in a minute and 45 seconds; the slowest classes of Paralympic swimmers swim slower
# the same in pools, from the short-course records of 2024
SWUM = ((50, 2.59), (100, 2.3), (200, 2.09), (400, 1.94), (800, 1.87), (1500, 1.82))
TIMED = frozenset({"athletics", "swimming"})  # whose records these are
_METRES = re.compile(r"(?<![x×\d,.] )(?<![x×\d,.])(\d{1,2},?\d{3}|\d{2,3})(?: |-)?(?:m|met(?:re|er)s?)\b", re.IGNORECASE)
_IN_POOLS = re.compile(
    r"\b(50|100|200|400|800|1,?500)(?: ?m| metres?| meters?)? (?:free|back|breast|butter|fly\b|IM\b|individual medley|medley)",
    re.IGNORECASE,
)
_IN_THE_FIELD = re.compile(r"\b(?:(?:long|high|triple) jump|pole vault|shot(?: putt?)?|discus|hammer|javelin)\b", re.IGNORECASE)
_KILOMETRES = re.compile(r"(?<![\d,.])(\d{1,2}(?:\.\d+)?)(?: |-)?(?:km|kilomet(?:re|er)s?)\b", re.IGNORECASE)
_NAMED = ((re.compile(r"\bhalf[- ]marathon", re.IGNORECASE), 21_098.0), (re.compile(r"\bmarathon", re.IGNORECASE), 42_195.0))
_MILE = re.compile(r"^(?:(?:the|men['’]s|women['’]s|indoor|one|road) ?)*mile\b", re.IGNORECASE)
_CLASSED = re.compile(r"\b(?:S|SB|SM)[1-4]\b")
_WHEELED = re.compile(r"\bwheelchair|\bT(?:3[34]|5[1-4])\b|\bultra", re.IGNORECASE)


def metres_of(discipline: str) -> float | None:
    """The length of a race that its name gives; None for relays and where it gives none.

    >>> metres_of("men's 1,500m"), metres_of("10km"), metres_of("4x100m relay"), metres_of("long jump")
    (1500.0, 10000.0, None, None)
    """
    if re.search(r"\d\s?[x×]\s?\d|relay", discipline, re.IGNORECASE):
        return None
    if found := _METRES.search(discipline):
        return float(found[1].replace(",", ""))
    if found := _KILOMETRES.search(discipline):
        return 1000 * float(found[1])
    if _MILE.search(discipline):
        return 1609.34
    return next((length for pattern, length in _NAMED if pattern.search(discipline)), None)


def too_fast(discipline: str, mark: Mark | None) -> bool:
    """Whether nobody can have run the race in that time.

    >>> too_fast("5,000m", Mark(kind="time", value=209.65, text="3:29.65", start=0, end=7))
    True
    >>> too_fast("100m freestyle", Mark(kind="time", value=27.34, text="27.34", start=0, end=5))
    True
    """
    swum = _IN_POOLS.search(discipline)
    metres, limits = (float(swum[1].replace(",", "")), SWUM) if swum else (metres_of(discipline), FASTEST)
    if mark is None or mark.kind != "time" or not mark.value or metres is None:
        return False
    return metres / mark.value > next((speed for length, speed in limits if metres <= length), limits[-1][1])


def too_slow(discipline: str, mark: Mark | None) -> bool:
    """Whether nobody of whom reports tell runs, walks or swims so slowly: a kilometre or more at less than a hurried walk.

    >>> too_slow("20km race walk", Mark(kind="time", value=9556.0, text="2hr 39min 16sec", start=0, end=15))
    True
    >>> too_slow("100 free", Mark(kind="time", value=106.86, text="1:46.86", start=0, end=7))
    True
    """
    swum = _IN_POOLS.search(discipline)
    metres = float(swum[1].replace(",", "")) if swum else metres_of(discipline)
    if mark is None or mark.kind != "time" or not mark.value or metres is None:
        return False
    if swum:
        return metres / mark.value < SLOWEST_IN_POOLS and not _CLASSED.search(discipline)
    return metres / mark.value < (SLOWEST if metres >= SLOW_FROM else SPRINTED)


def unlikely(sport: str | None, discipline: str, mark: Mark | None) -> bool:
    """Whether the mark cannot be of that discipline of the sport, as far as its records are known here."""
    if _WHEELED.search(discipline):
        return False  # its records are others
    told_of = sport == "athletics" or (sport == "swimming" and _IN_POOLS.search(discipline) is not None)  # whose slowest are known
    return (sport in TIMED and too_fast(discipline, mark)) or (told_of and too_slow(discipline, mark))


def of_another_kind(discipline: str, mark: Mark | None) -> bool:
    """Whether a mark is a time in a jump or a throw.

    >>> of_another_kind("long jump", Mark(kind="time", value=21.01, text="21.01 secs", start=0, end=10))
    True
    """
    timed = mark is not None and mark.kind == "time" and re.search(r"[a-z:]", mark.text) is not None  # a bare 21.01 may be metres
    return timed and _IN_THE_FIELD.search(discipline) is not None
