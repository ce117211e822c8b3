"""Which names are sides, and which are one side, as the reader's opinions on the whole of an article have it."""

from __future__ import annotations

import pytest
from by_hand import doc_of

from pipeline.extract.relations import settled_sides

ROVERS = "Garston Rovers beat Welby. The Herons were quick; Welby slept."
THREE = "Garston Rovers|Welby|Herons"
Same = list[tuple[float, int, int]]  # how likely two of the names, by number, are one side's
SETTLED: list[tuple[str, str, list[float], Same, list[str]]] = [
    # a nickname
    (ROVERS, THREE, [0.9, 0.9, 0.9], [(0.8, 0, 2)], ["Garston Rovers/Herons", "Welby"]),
    (ROVERS, THREE, [0.9, 0.9, 0.9], [(0.4, 0, 2)], ["Garston Rovers", "Welby", "Herons"]),
    (ROVERS, THREE, [0.9, 0.9, 0.9], [], ["Garston Rovers", "Welby", "Herons"]),
    # a place is no side; one certain name is enough for a side of several
    (ROVERS, THREE, [0.9, 0.1, 0.9], [], ["Garston Rovers", "Herons"]),
    (ROVERS, THREE, [0.9, 0.9, 0.1], [(0.8, 0, 2)], ["Garston Rovers/Herons", "Welby"]),
    # nations
    ("Kenya beat Japan.", "Kenya|Japan", [0.9, 0.9], [(0.9, 0, 1)], ["Kenya", "Japan"]),
    ("Kenya won. The Lions roared.", "Kenya|Lions", [0.9, 0.9], [(0.9, 0, 1)], ["Kenya/Lions"]),
    # one nickname is not two nations'
    (
        "Kenya won. The Lions roared. Japan wept.", "Kenya|Lions|Japan", [0.9, 0.9, 0.9], [(0.9, 0, 1), (0.8, 1, 2)],
        ["Kenya/Lions", "Japan"],
    ),
    # three names of one side
    (
        "Garston Rovers won. The Herons flew. The Reds wept.", "Garston Rovers|Herons|Reds", [0.9, 0.9, 0.9], [(0.7, 1, 2), (0.8, 0, 1)],
        ["Garston Rovers/Herons/Reds"],
    ),
    ("It rained.", "", [], [], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "teams", "is_side", "same", "wanted"), SETTLED)
def test_settled_sides(text: str, teams: str, is_side: list[float], same: Same, wanted: list[str]) -> None:
    settled = settled_sides(doc_of(text, teams=teams)._.teams, is_side, same)
    assert ["/".join(side.forms) for side in settled] == wanted
