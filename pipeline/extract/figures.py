"""Bare figures that may be what a player did: the 18 in "Gordon added 18", the 52 in "fell for 52".

The grammar of marks reads only what says itself what it counts. Whose a bare figure is, and of what, the reader decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records import Mark

_FIGURE = re.compile(r"(?<![\w.,:/£$€#@+-])(\d{1,3})(?![\w%:/£$€°]|[.,]\d|-\w|[-–]\d)")
_COUNTED_OTHERWISE = re.compile(
    r"\s+(?:years?|months?|weeks?|days?|hours?|minutes?|mins?|seconds?|percent|per|million|people|players|countries|nations|teams|athletes|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|times|games|matches|appearances|caps|metres|meters)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:no|number|age|aged|page|row|group|week|round|day|stage|lane|under|over|world|bib|section|article|channel)\.?|&|#)\s$",
    re.IGNORECASE,
)


def find_figures(text: str, taken: Sequence[tuple[int, int]]) -> list[Mark]:
    """Whole numbers of up to three digits that stand outside the `taken` ranges and count no time, people or pages."""
    covered = bytearray(len(text) + 1)
    for start, end in taken:
        covered[start:end] = b"\x01" * (end - start)
    return [
        Mark(kind="count", value=float(m[1]), text=m[1], start=m.start(1), end=m.end(1))
        for m in _FIGURE.finditer(text)
        if not any(covered[m.start(1) : m.end(1)])
        and not _COUNTED_OTHERWISE.match(text, m.end(1))
        and not _NUMBERED.search(text, max(0, m.start() - 12), m.start())
    ]
