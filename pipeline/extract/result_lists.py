"""Lists of results: "1. Roth (Nor) Halyard 1:52.19 2. Lin +0.7", one a line or run together.

In a list the number is the place and the mark is that of the name which the number stands before, whatever else the line names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import Mark

Span = tuple[int, int]

MARKS = frozenset({"time", "gap", "points", "distance", "height", "weight", "strokes", "penalties", "faults", "score"})
FEWEST = 2  # entries that make a list
_NUMBER = re.compile(r"(?:^|(?<=[\n;:|(])|(?<=[;:.,)\d] ))[ \t]*(?P<tied>=)?(?P<number>[1-9]\d?)(?:=|[.)]| ?,)?[ \t]+(?=\S)", re.MULTILINE)
_BEFORE_NAME = re.compile(r"(?:(?:Sir|Lady|Dr) )?")


@dataclass(frozen=True)
class Entry:
    """A name in a list of results."""

    place: int
    name: int  # which of the names
    mark: int | None  # which of the marks


def find_entries(text: str, names: Sequence[Span], marks: Sequence[Mark]) -> list[Entry]:
    """The entries of the lists of results in the text; `names` are the competitors' in it, in order.

    A list in which few names have a mark is none: line-ups are numbered too.
    """
    starts = {start: n for n, (start, _) in enumerate(names)}
    found: list[tuple[int, int, int]] = []  # place, name, where the entry begins
    for number in _NUMBER.finditer(text):
        at = _BEFORE_NAME.match(text, number.end())
        if at and at.end() in starts:
            found.append((int(number["number"]), starts[at.end()], number.start()))
    lists: list[list[tuple[int, int, int]]] = []
    for entry in found:
        follows = bool(lists) and entry[0] - lists[-1][-1][0] in (0, 1) and text.count("\n", lists[-1][-1][2], entry[2]) <= 2
        if follows:
            lists[-1].append(entry)
        else:
            lists.append([entry])
    entries: list[Entry] = []
    for one in lists:
        ends = [begin for _, _, begin in one[1:]] + [_end_of_line(text, one[-1][2])]
        own = [_mark(marks, names[name][1], min(end, _end_of_line(text, begin))) for (_, name, begin), end in zip(one, ends, strict=True)]
        if len(one) >= FEWEST and 2 * sum(mark is not None for mark in own) > len(one):
            entries += [Entry(place, name, mark) for (place, name, _), mark in zip(one, own, strict=True)]
    return entries


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at + 1)
    return len(text) if end < 0 else end


def _mark(marks: Sequence[Mark], start: int, end: int) -> int | None:
    return next((n for n, mark in enumerate(marks) if mark.kind in MARKS and start <= mark.start < end), None)
