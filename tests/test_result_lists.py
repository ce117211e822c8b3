"""Lists of results: whose is the number, whose the mark."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.marks import find_marks
from pipeline.extract.result_lists import find_entries

LISTS = [
    # names in [brackets]; each entry as place, name, mark
    ("1. [Roth] (Nor) 1:52.19\n2. [Lin] (Den) 1:52.70\n", ["1 Roth 1:52.19", "2 Lin 1:52.70"]),
    ("Result:\n\n1. [Roth] (Norland) [Halyard] 1:52.19\n\n2. [Lin] +0.7\n", ["1 Roth 1:52.19", "2 Lin +0.7"]),
    (
        "Men: 1 [Roth] 1:46.55; 2 [Lin] 1:47.30; 3= [Dell] 1:48.62 and [Okoro] 1:48.62.",
        ["1 Roth 1:46.55", "2 Lin 1:47.30", "3 Dell 1:48.62"],
    ),
    ("1. [Roth] 3:54.1 2. [Lin] (Den) 3:55.0 3. [Dell] 3:55.2", ["1 Roth 3:54.1", "2 Lin 3:55.0", "3 Dell 3:55.2"]),
    ("2, [Lin], Denmark, 270.41 points.\n3, [Dell], Norway, 251.02 points.", ["2 Lin 270.41 points", "3 Dell 251.02 points"]),
    # no list of results
    ("Norland: 1 [Roth], 2 [Lin], 3 [Dell], 4 [Okoro]", []),
    ("[Roth] took 3 [Lin] had 2", []),
    ("In 10.19 seconds [Roth] won. [Lin] ran 10.30.", []),
    ("1. [Roth] 1:52.19", []),
]


@pytest.mark.parametrize(("marked", "wanted"), LISTS)
def test_entries(marked: str, wanted: list[str]) -> None:
    text, names = "", []
    for piece in re.split(r"(\[\w+\])", marked):
        bare = piece.strip("[]") if piece.startswith("[") else piece
        if bare != piece:
            names.append((len(text), len(text) + len(bare)))
        text += bare
    marks = sorted(find_marks(text), key=lambda mark: mark.start)
    found = find_entries(text, names, marks)
    told = [f"{e.place} {text[slice(*names[e.name])]} {marks[e.mark].text if e.mark is not None else '-'}" for e in found]
    assert told == wanted
