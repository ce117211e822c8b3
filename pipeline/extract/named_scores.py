"""Scores printed with each number behind its side's name: "Garston 104, Welby 98", "FINAL: Ashby 2 Corby 0"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.dates import MONTH
from pipeline.records import Mark

Span = tuple[int, int]  # characters of the text, the second one past the last

# from the first name to the second, and after the second; "12-3 Welby" and "13.10 (88)" are other things
_FIRST = re.compile(r" (?P<n>\d{1,3})(?: \((?-i:[A-Z])[^()\n]{1,120}\))?(?:,| -|;)? (?:at )?(?:(?:No\. ?|#)\d{1,2} )?")
_SECOND = re.compile(
    r" (?P<n>\d{1,3})(?=(?: \((?:\d?OT|SO|\d+ inn\w*|aet|\d+ overs?|overtime|final|[a-z ]*extra[- ]time)\))?"
    r"(?:[:;,!)]| \((?!HT|half)(?-i:[A-Z])|\.(?!\d)|\s*\n|\s*\Z| in (?:overtime|extra time|\d+ innings)))",
    re.IGNORECASE,
)
_MONTH = re.compile(MONTH)


def find_named_scores(text: str, sides: Sequence[Span]) -> Iterator[tuple[int, int, Mark]]:
    """The scores of a text whose two numbers stand behind the names of the sides, which are given in order.

    Each with the numbers of its two sides; the mark covers names and numbers, its parts are in the order of the names.

    >>> [(left, right, mark.parts) for left, right, mark in find_named_scores("Garston 104, Welby 98", [(0, 7), (13, 18)])]
    [(0, 1, (104.0, 98.0))]
    """
    past = 0
    for left, right in pairwise(range(len(sides))):
        if sides[left][0] < past:
            continue  # the other side of the score before
        first = _FIRST.fullmatch(text, sides[left][1], sides[right][0])
        second = _SECOND.match(text, sides[right][1]) if first else None
        if first is None or second is None or _MONTH.fullmatch(text, *sides[left]):
            continue
        start, end = sides[left][0], second.end("n")
        parts = (float(first["n"]), float(second["n"]))
        past = end
        yield left, right, Mark(text=text[start:end], start=start, end=end, kind="score", parts=parts)
