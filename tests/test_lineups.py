"""Line-ups with and without headings, and the phrases that tie a person to a side, or only seem to."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.lineups import PRECISION, find_lineups, ties

SIDES = ("Ashby", "Riverton", "Wales", "Welsh", "Kenya", "Norwegian")
ELEVEN = "Hale, Lin, Okoro, Brandt, Reyes, Moss, Tait, Quill, Stone, Varga, Nash"
OTHERS = "Dunn, Frost, Ibe, Kerr, Lowe, Marsh, Neill, Orme, Pike, Rudd, Sharp"
PEOPLE = tuple(re.findall(r"\w+", ELEVEN + OTHERS.replace("Dunn", ", Dunn")))


def places(text: str, names: tuple[str, ...]) -> list[tuple[int, int, int]]:
    return [(*m.span(), key) for key, name in enumerate(names) for m in re.finditer(rf"\b{name}\b", text)]


def tied(text: str, known: dict[int, int] | None = None) -> dict[str, tuple[str, str]]:
    found = ties(text, places(text, PEOPLE), places(text, SIDES), known)
    return {PEOPLE[t.person]: (SIDES[t.side], t.rule) for t in found}


@pytest.mark.parametrize(
    ("text", "lineups"),
    [
        ("Ashby: Hale, Lin, Okoro, Brandt.", [("Ashby", "Hale, Lin, Okoro, Brandt")]),
        (
            "A late goal settled it.\nAshby (4-4-2): Hale 6, Lin 7 (Moss 60), Okoro 5.5; Brandt 8. Subs not used: Reyes, Tait.\n",
            [("Ashby (4-4-2)", "Hale 6, Lin 7 (Moss 60), Okoro 5.5; Brandt 8. Subs not used: Reyes, Tait")],
        ),
        (
            "Wales (15-9): J Hale; S Lin, T Okoro (capt), P van der Moss. Replacements: A Reyes.\nReferee: D Stone (Kenya)",
            [("Wales (15-9)", "J Hale; S Lin, T Okoro (capt), P van der Moss. Replacements: A Reyes")],
        ),
        ("Team: Hale, Lin, Okoro, Brandt.", [(None, "Hale, Lin, Okoro, Brandt")]),
        ("Forwards: Hale, Lin, Okoro, Brandt.\n\nBacks: Reyes, Moss.", [(None, "Hale, Lin, Okoro, Brandt.\n\nBacks: Reyes, Moss")]),
        ("Riverton Reds\n\nAda Hale, Bo Lin, Cy Okoro, Di Brandt\n", [("Riverton Reds", "Ada Hale, Bo Lin, Cy Okoro, Di Brandt")]),
        (f"It rained.\n\n{ELEVEN}.\n\nDunn, Frost, Ibe.\n\nRay Pike and Jo Rudd\n", [(None, f"{ELEVEN}.\n\nDunn, Frost, Ibe")]),
        ("Ashby: Tries: Hale, Lin. Con: Moss.", [("Ashby", "Tries: Hale, Lin. Con: Moss")]),
        ("Scorers such as Hale, Lin, Okoro and Brandt will be missed.", []),
        ("Hale, Lin, Okoro and Brandt will play.", []),
        ("Hale, Lin, Okoro", []),
        ("Attendance: Hale, Lin, Okoro, Brandt", []),
        ("", []),
    ],
)
def test_lineups(text: str, lineups: list[tuple[str | None, str]]) -> None:
    found = find_lineups(text)
    assert [(text[slice(*x.heading)] if x.heading else None, text[x.start : x.end]) for x in found] == lineups


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ashby captain Hale limped off.", {"Hale": ("Ashby", "title")}),
        ("Wales captain Hale limped off.", {"Hale": ("Wales", "nation's title")}),
        ("The Welsh wing Hale limped off.", {"Hale": ("Welsh", "national title")}),
        ("Ashby's Hale and Riverton boss Lin shook hands.", {"Hale": ("Ashby", "possessive"), "Lin": ("Riverton", "title")}),
        ("Ashby's Hale, Lin and Okoro start.", {"Hale": ("Ashby", "possessive"), "Lin": ("Ashby", "and"), "Okoro": ("Ashby", "and")}),
        ("Norwegian Hale was second.", {"Hale": ("Norwegian", "adjective")}),
        ("Third was Hale of Kenya.", {"Hale": ("Kenya", "of")}),
        ("Third was Hale (Kenya).", {"Hale": ("Kenya", "bracket")}),
        ("Hale, the Ashby midfielder, was booked.", {"Hale": ("Ashby", "apposition")}),
        ("Hale, who plays for Ashby, was booked.", {"Hale": ("Ashby", "plays for")}),
        ("Hale scored twice for Ashby.", {"Hale": ("Ashby", "scored for")}),
        ("Hale praised his Ashby side.", {"Hale": ("Ashby", "his side")}),
        # a note under its score opens with the winners' players
        ("Ashby 4, Riverton 1: Hale scored twice and Lin once.", {"Hale": ("Ashby", "note"), "Lin": ("Ashby", "note")}),
        (
            "Ashby 4, No. 7 Riverton 1, OT: Hale scored twice, and Okoro had one for the Reds.",
            {"Hale": ("Ashby", "note"), "Okoro": ("Ashby", "note")},
        ),
        ("ASHBY (AP)\n\nAshby 118, Riverton 104 (2 OT)\n\nHale had 30. Lin had 12.", {"Hale": ("Ashby", "note")}),
        ("Ashby 4, Riverton 1: Hale scored twice to beat Moss.", {"Hale": ("Ashby", "note")}),
        ("Ashby 1, Riverton 4: Hale scored twice.", {}),
        ("They lost to Ashby 4, Riverton 1: Hale left early.", {}),
        # what is over, or not yet, or a club that lends its player
        ("Former Ashby captain Hale watched.", {}),
        ("Ashby's former coach Hale watched.", {}),
        ("Riverton have signed Ashby striker Hale.", {}),
        ("Welsh and Ashby wing Hale limped off.", {}),
        ("Third was Hale (Ashby).", {}),
        ("Ashby beat Hale.", {}),
        ("Ashby want Hale.", {}),
        ("Ashby lost. Hale wept.", {}),
    ],
)
def test_phrases(text: str, expected: dict[str, tuple[str, str]]) -> None:
    assert tied(text) == expected


def test_heading_ties_everyone_below_it() -> None:
    found = tied(f"Ashby: {ELEVEN}. Subs not used: Dunn.\n\nRiverton: Frost, Ibe, Kerr (Lowe 60), Marsh.\n\nReferee: Sharp (Wales).")
    assert {name for name, tie in found.items() if tie == ("Ashby", "line-up")} == {*ELEVEN.split(", "), "Dunn"}
    assert {name for name, tie in found.items() if tie == ("Riverton", "line-up")} == {"Frost", "Ibe", "Kerr", "Lowe", "Marsh"}
    assert found["Sharp"] == ("Wales", "bracket")


def test_list_without_heading_goes_by_a_fellow_and_the_last_by_what_is_left() -> None:
    text = f"Ashby host Riverton on Sunday. Ashby captain Okoro is fit and Riverton are in form.\n\n{ELEVEN}.\n\n{OTHERS}.\n"
    found = tied(text)
    assert {found[name] for name in ELEVEN.split(", ")} == {("Ashby", "fellows")}
    assert {found[name] for name in OTHERS.split(", ")} == {("Riverton", "the other")}


def test_ties_known_beforehand_tell_whose_a_list_is() -> None:
    text = f"Ashby host Riverton on Sunday.\n\n{ELEVEN}.\n"
    assert tied(text) == {}
    assert set(tied(text, {PEOPLE.index("Moss"): SIDES.index("Riverton")}).values()) == {("Riverton", "fellows")}


@pytest.mark.parametrize(
    ("opening", "in_order", "first", "second"),
    [
        ("Riverton 0-2 Ashby", True, "Riverton", "Ashby"),
        ("Ashby v Riverton", True, "Ashby", "Riverton"),
        ("Ashby v Riverton", False, None, None),  # of cricketers either may come first
        ("Ashby beat Riverton", True, None, None),
    ],
)
def test_two_teams_without_headings_follow_the_order_of_the_score(
    opening: str, in_order: bool, first: str | None, second: str | None
) -> None:
    text = f"{opening}\n\nIt rained all day.\n\n{ELEVEN}.\n\n{OTHERS}.\n"
    found = {PEOPLE[t.person]: SIDES[t.side] for t in ties(text, places(text, PEOPLE), places(text, SIDES), in_order=in_order)}
    assert {found.get(name) for name in ELEVEN.split(", ")} == {first}
    assert {found.get(name) for name in OTHERS.split(", ")} == {second}


def test_two_teams_without_headings_are_told_apart_by_what_their_players_seem_to_be_of() -> None:
    text = f"Ashby beat Riverton\n\nIt rained all day.\n\n{ELEVEN}.\n\n{OTHERS}.\n"
    leanings = {PEOPLE.index(name): {SIDES.index("Riverton"): 0.6, SIDES.index("Ashby"): 0.2} for name in ("Hale", "Lin", "Okoro", "Moss")}
    found = {PEOPLE[t.person]: SIDES[t.side] for t in ties(text, places(text, PEOPLE), places(text, SIDES), None, leanings)}
    assert (found["Nash"], found["Dunn"]) == ("Riverton", "Ashby")


def test_a_squad_of_several_nations_is_nobodys() -> None:
    names = ELEVEN.split(", ")
    text = (
        "Ashby 2-1 Riverton\n\nIt rained all day.\n\n"
        + ", ".join(f"{name} ({nation})" for name, nation in zip(names, ["Wales", "Kenya"] * 6, strict=False))
        + "\n"
    )
    assert {t.rule for t in ties(text, places(text, PEOPLE), places(text, SIDES))} <= {"bracket"}


def test_name_in_both_lists_is_nobodys() -> None:
    found = tied("Ashby: Hale, Lin, Okoro, Brandt.\nRiverton: Hale, Frost, Ibe, Kerr.\n")
    assert "Hale" not in found
    assert len(found) == 6


def test_club_in_brackets_gives_way_to_the_heading() -> None:
    assert tied("Wales: Hale (Ashby), Lin (Riverton), Okoro (Ashby), Moss (Ashby).")["Lin"] == ("Wales", "line-up")


def test_every_tie_says_where_and_how_sure() -> None:
    text = "Ashby captain Hale limped off."
    (tie,) = ties(text, places(text, PEOPLE), places(text, SIDES))
    assert text[tie.start : tie.end] == "Ashby"
    assert tie.confidence == PRECISION["title"] >= 0.9
