"""Whether a competition is the one just played, by the words around its name."""

from __future__ import annotations

import pytest

from pipeline.extract.competitions import of_another_time

NAMED = [
    ("Roth won her fifth straight Union Cup title at the Arden Open.", "Union Cup", True),
    ("Roth won the Union Cup title.", "Union Cup", False),
    ("Norland will take on Tarn in the first Union Cup match after losing at home.", "Union Cup", True),
    ("Norland, who will meet Tarn in the semi-finals, won the Union Cup.", "Union Cup", False),
    ("Roth will miss the Union Cup with a knee injury.", "Union Cup", True),
    ("He is the best forward outside the Union Cup.", "Union Cup", True),
    ("Roth won the women's 800m at the Arden Games.", "Arden Games", False),
    ("Tarn beat Morland 2-1 in the Union Cup final.", "Union Cup", False),
    ("The Union Cup, won by Tarn, ended on Sunday.", "Union Cup", False),
    ("The USA look ahead to next week's Arden Games", "Arden Games", True),
    ("Union Cup champion Roth beat Lin.", "Union Cup", True),
    ("Roth, silver medallist at last month's Arden Games, won.", "Arden Games", True),
    ("playing her first match since winning the Arden Open", "Arden Open", True),
    ("a top-four spot and qualification for the Union Cup", "Union Cup", True),
    ("0.24 inside the qualifying time for the Arden Games", "Arden Games", True),
    ("into the Union Cup semi-finals", "Union Cup", True),
    ("helped them reach the Union Cup final, where they lost 3-1 to Tarn", "Union Cup", False),
    ("21-4 going into the All-Star break", "All-Star", True),
    ("I think he will come back to the Union Cup", "Union Cup", True),
    ("Tarn won to go back to the top of the Union League", "Union League", False),
    ("second at the 2019 Arden Games", "Arden Games", True),
    ("Roth will run in the 60m at the Arden Games", "Arden Games", True),
    ("at the Arden Games on 18 February", "Arden Games", True),
    ("runner-up at the Arden Games three years ago", "Arden Games", True),
    ("the Premier Division club", "Premier Division", True),
    ("according to the Premier Division, Roth was hurt", "Premier Division", True),
    ("Tarn beat Premier Division leaders Morland.", "Premier Division", True),
]


@pytest.mark.parametrize(("text", "name", "wanted"), NAMED)
def test_of_another_time(text: str, name: str, wanted: bool) -> None:
    start = text.index(name)
    assert of_another_time(text, start, start + len(name)) is wanted
