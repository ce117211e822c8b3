"""Which sides are one, as the reader's opinions on pairs of them and on their matches have it."""

from __future__ import annotations

import pytest
from by_hand import Pairs, doc_of, with_opinions

from pipeline.extract.relations import joined_sides

ROVERS = "Garston Rovers beat Welby. The Herons were quick; Welby slept."
JOINED: list[tuple[str, str, Pairs, list[str]]] = [
    # a nickname
    (ROVERS, "Garston Rovers|Welby|Herons", {("Garston Rovers", "Herons"): ("same", 0.8)}, ["Garston Rovers/Herons", "Welby"]),
    (ROVERS, "Garston Rovers|Welby|Herons", {("Herons", "Garston Rovers"): ("same", 0.8)}, ["Garston Rovers/Herons", "Welby"]),
    (ROVERS, "Garston Rovers|Welby|Herons", {("Garston Rovers", "Herons"): ("same", 0.4)}, ["Garston Rovers", "Welby", "Herons"]),
    (ROVERS, "Garston Rovers|Welby|Herons", {}, ["Garston Rovers", "Welby", "Herons"]),
    # sides that met stay apart, unless the reader is surer that they are one
    (
        ROVERS, "Garston Rovers|Welby|Herons", {("Garston Rovers", "Welby"): ("same", 0.7), ("Welby", "Garston Rovers"): ("beats", 0.9)},
        ["Garston Rovers", "Welby", "Herons"],
    ),
    (
        ROVERS, "Garston Rovers|Welby|Herons", {("Garston Rovers", "Welby"): ("same", 0.7), ("Garston Rovers", "Herons"): ("draws", 0.9)},
        ["Garston Rovers/Welby", "Herons"],
    ),
    (
        ROVERS, "Garston Rovers|Welby|Herons", {("Garston Rovers", "Herons"): ("same", 0.9), ("Herons", "Garston Rovers"): ("beats", 0.6)},
        ["Garston Rovers/Herons", "Welby"],
    ),
    # nations
    ("Kenya beat Japan.", "Kenya|Japan", {("Kenya", "Japan"): ("same", 0.9)}, ["Kenya", "Japan"]),
    ("Kenya won. The Lions roared.", "Kenya|Lions", {("Kenya", "Lions"): ("same", 0.9)}, ["Kenya/Lions"]),
    # one nickname is not two nations'
    (
        "Kenya won. The Lions roared. Japan wept.", "Kenya|Lions|Japan",
        {("Kenya", "Lions"): ("same", 0.9), ("Lions", "Japan"): ("same", 0.8)}, ["Kenya/Lions", "Japan"],
    ),
    # three names of one side
    (
        "Garston Rovers won. The Herons flew. The Reds wept.", "Garston Rovers|Herons|Reds",
        {("Garston Rovers", "Herons"): ("same", 0.8), ("Herons", "Reds"): ("same", 0.7)}, ["Garston Rovers/Herons/Reds"],
    ),
    ("It rained.", "", {}, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "teams", "pairs", "wanted"), JOINED)
def test_joined_sides(text: str, teams: str, pairs: Pairs, wanted: list[str]) -> None:
    doc = with_opinions(doc_of(text, teams=teams), pairs=pairs)
    joined, new = joined_sides(doc, doc._.relations)
    assert ["/".join(side.forms) for side in joined] == wanted
    for old, team in enumerate(doc._.teams):
        assert set(team.mentions) <= set(joined[new[old]].mentions)


def test_a_joined_side_that_meets_a_third_keeps_apart_from_it() -> None:
    text = "Garston Rovers won. The Herons beat Welby. Welby wept."
    pairs: Pairs = {
        ("Garston Rovers", "Herons"): ("same", 0.9), ("Garston Rovers", "Welby"): ("same", 0.6), ("Herons", "Welby"): ("beats", 0.95),
    }  # fmt: skip
    doc = with_opinions(doc_of(text, teams="Garston Rovers|Herons|Welby"), pairs=pairs)
    joined, _ = joined_sides(doc, doc._.relations)
    assert [side.forms for side in joined] == [("Garston Rovers", "Herons"), ("Welby",)]
