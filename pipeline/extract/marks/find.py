"""The loop over a text: every rule may read from a number, and the longest reading wins.

"6-4, 7-6(4)" is a score to one rule ("6-4") and two sets to another, which reads further. What a rule calls no mark wins its
characters too: in "a 4-4-2 formation" no other rule reads "4-4".

Rules see a folded copy of the text, lower case and with plain hyphens, apostrophes and spaces, character for character as long as the
text itself, so that offsets hold.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.marks import bare, counted, cricket, decisions, golf, lengths, not_marks, scores, sets, times
from pipeline.extract.marks.flags import MEASURED, said_beside
from pipeline.extract.marks.patterns import any_of
from pipeline.extract.marks.reading import Place, Reading, Rules, Sport, sport_of
from pipeline.records import Mark

_FOLD = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_FOLD |= dict.fromkeys(map(ord, "‐‑‒–−"), ord("-")) | dict.fromkeys(map(ord, "‘’ʼ′"), ord("'"))
_FOLD |= dict.fromkeys(map(ord, "\t\u00a0\u2007\u2009\u200a\u202f"), ord(" "))

LEFT = 60  # characters before a number that may say what it is; a clause is seldom longer
RIGHT = 50

# Where two readings are equally long the earlier rule wins: "3-4 dec" is days and no innings declared, "5-46" bowling rather than a
# score, "67-68-70" rounds and not a date.
_RULES: Rules = (
    *not_marks.RULES,
    *times.RULES,
    *lengths.RULES,
    *sets.RULES,
    *cricket.RULES,
    *scores.RULES,
    *golf.RULES,
    *counted.RULES,
    *bare.RULES,
    *not_marks.LEFT_OVER,
)
# Marks that start with a word of their own.
_PHRASES: Rules = (*cricket.PHRASES, *golf.PHRASES, *counted.PHRASES, *decisions.PHRASES)

_NUMBER_WORDS = """one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen,
    seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety"""
_START = re.compile(
    r"(?<![\w£$€#@])(?<!\w[/-])(?<![0-9][.,:])(?<![\s(]\.)"
    rf"(?:(?P<number>\.?[0-9]|(?<![^\s(])[+-][0-9]|{any_of(_NUMBER_WORDS)}(?![a-z]))"
    rf"|{'|'.join(rule.pattern.pattern for rule in _PHRASES)})"
)


class _Found(NamedTuple):
    start: int
    end: int
    reading: Reading


def find_marks(text: str) -> list[Mark]:
    """The marks and scores of a text, in order and without overlap; values in seconds, metres and kilograms.

    >>> [(mark.text, mark.value) for mark in find_marks("She won in 3min 52.89sec, a personal best, from 3:53.01.")]
    [('3min 52.89sec', 232.89), ('3:53.01', 233.01)]
    """
    folded = text.translate(_FOLD)
    sport = sport_of(folded)
    found: list[_Found] = []
    position = 0
    while start := _START.search(folded, position):
        longest = _longest(folded, start.start(), _RULES if start["number"] else _PHRASES, sport)
        position = max(start.end(), longest.end if longest else 0)
        if longest and longest.reading.kind:
            found.append(longest)
    ends, starts = [0, *(one.end for one in found)], [*(one.start for one in found[1:]), len(text)]
    return [_mark(text, folded, *around) for around in zip(ends, found, starts, strict=False)]


def _longest(folded: str, start: int, rules: Rules, sport: Sport) -> _Found | None:
    left = folded[max(0, start - LEFT) : start]
    longest: _Found | None = None
    for pattern, read in rules:
        match = pattern.match(folded, start)
        if match is None or (longest and match.end() <= longest.end):
            continue
        reading = read(match, Place(left, folded[match.end() : match.end() + RIGHT], sport))
        end = match.end() if reading is None or reading.end is None else reading.end
        if reading and (longest is None or end > longest.end):
            longest = _Found(start, end, reading)
    return longest


def _mark(text: str, folded: str, previous: int, found: _Found, following: int) -> Mark:
    start, end, reading = found
    flags = reading.flags
    if reading.kind in MEASURED:
        flags = tuple(dict.fromkeys((*flags, *said_beside(text, folded, previous, (start, end), following))))
    return Mark(
        text=text[start:end],
        start=start,
        end=end,
        kind=reading.kind or "",
        value=reading.value,
        unit=reading.unit,
        parts=reading.parts,
        flags=flags,
    )
