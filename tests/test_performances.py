"""What players did: counted things, bare figures, and deeds with their minutes."""

from __future__ import annotations

import pytest
from by_hand import Opinions, Pairs, doc_of, with_opinions

from pipeline.extract.people import find_profiles
from pipeline.extract.performances import find_performances


def told(
    text: str,
    people: str,
    pairs: Pairs,
    deeds: Opinions,
    sport: str | None,
    furniture: dict[str, str] | None = None,
    roles: Opinions | None = None,
) -> list[str]:
    """Each performance as "who: what mark minute"."""
    doc = with_opinions(doc_of(text, people=people, furniture=furniture), pairs=pairs, deeds=deeds, roles=roles)
    doc._.profiles = tuple(find_profiles(doc))
    return [
        " ".join(
            filter(None, (f"{doc._.people[p.person].name}:", p.what, p.mark.text if p.mark else "", f"{p.minute}'" if p.minute else ""))
        )
        for p in find_performances(doc, sport)
    ]


DID = ("performance", 0.9)
MEASURED: list[tuple[str, str, Pairs, str | None, list[str]]] = [
    ("Mara Dell had 18 points.", "Mara Dell", {("Mara Dell", "18 points"): DID}, None, ["Mara Dell: points 18 points"]),
    ("Mara Dell had 18 points.", "Mara Dell", {("Mara Dell", "18 points"): ("performance", 0.4)}, None, []),
    (
        "Mara Dell had 18 points, 11 rebounds and six assists.", "Mara Dell",
        {("Mara Dell", "18 points"): DID, ("Mara Dell", "11 rebounds"): DID, ("Mara Dell", "six assists"): DID}, "basketball",
        ["Mara Dell: assist six assists", "Mara Dell: points 18 points", "Mara Dell: rebounds 11 rebounds"],
    ),
    ("Mara Dell took 14 boards.", "Mara Dell", {("Mara Dell", "14 boards"): DID}, "basketball", ["Mara Dell: rebounds 14 boards"]),
    (
        "Mara Dell went 7-of-12 from the floor.", "Mara Dell", {("Mara Dell", "7-of-12"): DID}, "basketball",
        ["Mara Dell: field goals 7-of-12"],
    ),
    ("Tess Okoro took 3-34.", "Tess Okoro", {("Tess Okoro", "3-34"): DID}, "cricket", ["Tess Okoro: wickets 3-34"]),
    ("Mei Lin made 52 not out.", "Mei Lin", {("Mei Lin", "52 not out"): DID}, "cricket", ["Mei Lin: runs 52 not out"]),
    ("Mara Dell scored a hat-trick.", "Mara Dell", {("Mara Dell", "hat-trick"): DID}, "football", ["Mara Dell: goal hat-trick"]),
    # a figure that two claim is the likelier one's
    (
        "Mara Dell fed Ines Roth, who had 18 points.", "Mara Dell|Ines Roth",
        {("Mara Dell", "18 points"): ("performance", 0.6), ("Ines Roth", "18 points"): ("performance", 0.8)}, None,
        ["Ines Roth: points 18 points"],
    ),
    # a bare figure counts what the one before it in the sentence counts, else what its sport counts
    (
        "Mara Dell had 11 rebounds, Ines Roth nine and Mei Lin, on her return, 14.", "Mara Dell|Mei Lin",
        {("Mara Dell", "11 rebounds"): DID, ("Mei Lin", "14"): DID}, "basketball",
        ["Mara Dell: rebounds 11 rebounds", "Mei Lin: rebounds 14"],
    ),
    (
        "Mara Dell had 11 rebounds.\nMei Lin managed 14 off the bench.", "Mara Dell|Mei Lin",
        {("Mara Dell", "11 rebounds"): DID, ("Mei Lin", "14"): DID}, "basketball",
        ["Mara Dell: rebounds 11 rebounds", "Mei Lin: points 14"],
    ),
    ("Mei Lin fell for 14.", "Mei Lin", {("Mei Lin", "14"): DID}, "cricket", ["Mei Lin: runs 14"]),
    ("Mei Lin wore 14.", "Mei Lin", {("Mei Lin", "14"): DID}, "football", []),
    ("Mei Lin wore 14.", "Mei Lin", {("Mei Lin", "14"): DID}, None, []),
    # one thing of a kind for each person
    (
        "Mara Dell had 18 points. Her 18 points won it.", "Mara Dell", {("Mara Dell", "18 points"): DID}, None,
        ["Mara Dell: points 18 points"],
    ),
    # what the section of a list of scorers counts
    ("Cons: Mara Dell 2", "Mara Dell", {("Mara Dell", "2"): DID}, "rugby union", ["Mara Dell: conversion 2"]),
    ("Mara Dell hit six threes.", "Mara Dell", {("Mara Dell", "six threes"): DID}, "basketball", ["Mara Dell: 3-pointers six threes"]),
    # in rugby a hat-trick is of tries
    ("Mara Dell got a hat-trick.", "Mara Dell", {("Mara Dell", "hat-trick"): DID}, "rugby league", ["Mara Dell: try hat-trick"]),
    ("Mara Dell got a hat-trick.", "Mara Dell", {("Mara Dell", "hat-trick"): DID}, "football", ["Mara Dell: goal hat-trick"]),
    # what is kicked is read by its words
    ("Mara Dell had kicked four penalties.", "Mara Dell", {}, "rugby union", ["Mara Dell: penalty goal four penalties"]),
    ("Mara Dell landed a 45m drop-goal.", "Mara Dell", {}, "rugby union", ["Mara Dell: drop goal"]),
    # yards are told by how they were made, where the words say it
    ("Mara Dell ran for 112 yards.", "Mara Dell", {("Mara Dell", "112 yards"): DID}, None, ["Mara Dell: rushing yards 112 yards"]),
    ("Mara Dell had 12 rushing yards.", "Mara Dell", {("Mara Dell", "12 rushing yards"): DID}, None,
     ["Mara Dell: rushing yards 12 rushing yards"]),
    ("Ines Roth threw for 242 yards.", "Ines Roth", {("Ines Roth", "242 yards"): DID}, None, ["Ines Roth: passing yards 242 yards"]),
    ("Ines Roth was 18 of 25 for 242 yards.", "Ines Roth", {("Ines Roth", "242 yards"): DID}, None, ["Ines Roth: passing yards 242 yards"]),
    ("Mei Lin had nine catches for 131 yards.", "Mei Lin", {("Mei Lin", "131 yards"): DID}, None, ["Mei Lin: receiving yards 131 yards"]),
    ("Mei Lin gained 31 yards.", "Mei Lin", {("Mei Lin", "31 yards"): DID}, None, ["Mei Lin: yards 31 yards"]),
    ("Mei Lin had 18 carries.", "Mei Lin", {("Mei Lin", "18 carries"): DID}, None, ["Mei Lin: carries 18 carries"]),
    # a mark that is the competitor's result is no performance
    ("Tess Okoro ran in 2:01.20.", "Tess Okoro", {("Tess Okoro", "2:01.20"): ("owner", 0.9)}, "athletics", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "pairs", "sport", "wanted"), MEASURED)
def test_counted_things(text: str, people: str, pairs: Pairs, sport: str | None, wanted: list[str]) -> None:
    assert told(text, people, pairs, {}, sport) == wanted


DEEDS: list[tuple[str, str, Opinions, list[str]]] = [
    ("Mara Dell scored in the 43rd minute.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: goal 43'"]),
    ("Mara Dell scored on 43 minutes.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: goal 43'"]),
    ("Mara Dell scored with 12 minutes left.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: goal"]),
    ("Mara Dell scored with 12 minutes to go.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: goal"]),
    ("Mara Dell (43') put it away.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: goal 43'"]),
    ("Mara Dell crossed the line late.", "Mara Dell", {"Mara Dell": ("try", 0.7)}, ["Mara Dell: try"]),
    # two minutes in a sentence are nobody's
    (
        "Mara Dell scored in the 43rd minute, Ines Roth in the 60th minute.", "Mara Dell|Ines Roth",
        {"Mara Dell": ("goal", 0.9), "Ines Roth": ("goal", 0.9)}, ["Mara Dell: goal", "Ines Roth: goal"],
    ),
    # how long something took is no minute, nor is that of another clause or of the next player
    ("Mara Dell scored within 12 minutes.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: goal"]),
    ("They trailed after 56 minutes but Mara Dell scored.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: goal"]),
    (
        "Mara Dell and Ines Roth scored, the latter in the 43rd minute.", "Mara Dell|Ines Roth",
        {"Mara Dell": ("goal", 0.9), "Ines Roth": ("goal", 0.9)}, ["Mara Dell: goal", "Ines Roth: goal 43'"],
    ),
    (
        "Mara Dell opened the scoring on 23 minutes and Ines Roth made sure.", "Mara Dell|Ines Roth",
        {"Mara Dell": ("goal", 0.9), "Ines Roth": ("goal", 0.9)}, ["Mara Dell: goal 23'", "Ines Roth: goal"],
    ),
    (
        "Mara Dell scored and in the 60th minute Ines Roth made it two.", "Mara Dell|Ines Roth",
        {"Mara Dell": ("goal", 0.9), "Ines Roth": ("goal", 0.9)}, ["Mara Dell: goal", "Ines Roth: goal 60'"],
    ),
    # a kicker scores no tries by it
    (
        "Mara Dell kicked all their points. Ines Roth kicked ahead for a try.", "Mara Dell|Ines Roth",
        {"Mara Dell": ("try", 0.9), "Ines Roth": ("try", 0.9)}, ["Ines Roth: try"],
    ),
    # who missed has not scored, but for what he did next
    ("Mara Dell missed all three chances.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, []),
    ("Mara Dell missed twice before she made it 1-0.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: goal"]),
    # "an own goal from" is the next name's
    (
        "Goals from Mara Dell and an own goal from Ines Roth won it.", "Mara Dell|Ines Roth",
        {"Mara Dell": ("goal", 0.9), "Ines Roth": ("goal", 0.9)}, ["Mara Dell: goal", "Ines Roth: own goal"],
    ),
    # the minute of another sentence is not its own
    ("Mara Dell scored. It was the 43rd minute.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: goal"]),
    # a goal that is told twice counts once, and is shown where it is told first
    (
        "Mara Dell scored in the 43rd minute. Dell was proud.", "Mara Dell/Dell", {"Mara Dell": ("goal", 0.9), "Dell": ("goal", 0.9)},
        ["Mara Dell: goal 43'"],
    ),
    (
        "Mei Lin set up Mara Dell.", "Mei Lin|Mara Dell", {"Mei Lin": ("assist", 0.8), "Mara Dell": ("goal", 0.8)},
        ["Mei Lin: assist", "Mara Dell: goal"],
    ),
    # a goal in one's own net counts for the others
    ("Mara Dell turned the cross into her own net.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: own goal"]),
    (
        "Mara Dell hooked a volley over goalkeeper Ines Roth's head and into her own net.", "Mara Dell|Ines Roth",
        {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: own goal"],
    ),
    (
        "Goals: Ines Roth 68, Mara Dell 75 og.", "Ines Roth|Mara Dell", {"Ines Roth": ("goal", 0.9), "Mara Dell": ("goal", 0.9)},
        ["Ines Roth: goal", "Mara Dell: own goal"],
    ),
    (
        "Mara Dell turned it into her own net. The goal by Dell stunned them.", "Mara Dell/Dell",
        {"Mara Dell": ("goal", 0.9), "Dell": ("goal", 0.9)}, ["Mara Dell: own goal"],
    ),
    (
        "An own goal by Mara Dell put Norland ahead before Ines Roth scored.", "Mara Dell|Ines Roth",
        {"Mara Dell": ("goal", 0.9), "Ines Roth": ("goal", 0.9)}, ["Mara Dell: own goal", "Ines Roth: goal"],
    ),
    (
        "They won by Mara Dell's own goal and Ines Roth's penalty.", "Mara Dell|Ines Roth",
        {"Mara Dell": ("goal", 0.9), "Ines Roth": ("goal", 0.9)}, ["Mara Dell: own goal", "Ines Roth: goal"],
    ),
    (
        "Mara Dell scored twice, while Norland erred with an own goal.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: goal"],
    ),
    # the assist that goes with a goal
    ("Mara Dell had a goal and an assist.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: assist", "Mara Dell: goal"]),
    (
        "Mara Dell and Ines Roth each had two goals and an assist.", "Mara Dell|Ines Roth",
        {"Mara Dell": ("goal", 0.9), "Ines Roth": ("goal", 0.9)},
        ["Mara Dell: assist", "Mara Dell: goal", "Ines Roth: assist", "Ines Roth: goal"],
    ),
    # who keeps goal has scored none
    ("Mara Dell in the Garston goal was called into action.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, []),
    (
        "Mara Dell's low cross was headed in by Ines Roth.", "Mara Dell|Ines Roth",
        {"Mara Dell": ("goal", 0.7), "Ines Roth": ("goal", 0.9)}, ["Ines Roth: goal"],
    ),
    (
        "Ines Roth struck from a pass by Mara Dell.", "Ines Roth|Mara Dell",
        {"Mara Dell": ("goal", 0.7), "Ines Roth": ("goal", 0.9)}, ["Ines Roth: goal"],
    ),
    ("Mara Dell ran.", "Mara Dell", {"Mara Dell": ("goal", 0.4)}, []),
    ("Mara Dell was sent off.", "Mara Dell", {"Mara Dell": ("other", 0.9)}, []),
    ("Garston drew despite Mara Dell being sent off in the 35th minute.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, []),
    ("Mara Dell scored and was later sent off.", "Mara Dell", {"Mara Dell": ("goal", 0.9)}, ["Mara Dell: goal"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "deeds", "wanted"), DEEDS)
def test_deeds(text: str, people: str, deeds: Opinions, wanted: list[str]) -> None:
    assert told(text, people, {}, deeds, "football") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mara Dell headed home an equaliser.", ["Mara Dell: goal"]),
        ("Mara Dell put Garston ahead from the spot.", ["Mara Dell: goal"]),
        ("Mara Dell pulled one back for the hosts.", ["Mara Dell: goal"]),
        ("Mara Dell's free header drew Garston level.", ["Mara Dell: goal"]),
        ("Mara Dell tapped in from close range.", ["Mara Dell: goal"]),
        ("Mara Dell headed to the dressing room.", []),
        ("Mara Dell put the ball into the stand.", []),
        ("Mara Dell missed a penalty.", []),
        ("Mara Dell's goal kick found nobody.", []),
    ],
)
def test_words_that_say_a_goal_was_scored_bear_the_reader_out(text: str, wanted: list[str]) -> None:
    assert told(text, "Mara Dell", {}, {"Mara Dell": ("goal", 0.35)}, "football") == wanted


def test_runs_and_wickets_are_told_apart_by_the_words() -> None:
    text = "Ines Roth made 40 and was lbw to Mara Dell. Dell was in form. Tess Okoro held on at slip, Mei Lin caught by Okoro."
    deeds = {"Ines Roth": ("wickets", 0.9), "Mara Dell": ("runs", 0.9), "Dell": ("runs", 0.9), "Mei Lin": ("wickets", 0.9)}
    found = told(text, "Ines Roth|Mara Dell/Dell|Tess Okoro/Okoro|Mei Lin", {}, deeds, "cricket")
    assert found == ["Ines Roth: runs", "Mara Dell: wickets", "Mei Lin: wickets"]  # of Mei Lin the words say nothing


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ines Roth came and went, stumped off a wide.", []),
        ("Ines Roth fell cheaply.", []),
        ("Ines Roth was out for a duck.", ["Ines Roth: runs"]),
        ("Ines Roth was out, a hundred-and-first run too many.", ["Ines Roth: runs"]),
        ("Ines Roth hit a brisk half-century.", ["Ines Roth: runs"]),
    ],
)
def test_runs_are_told_where_some_were_made(text: str, wanted: list[str]) -> None:
    assert told(text, "Ines Roth", {}, {"Ines Roth": ("runs", 0.9)}, "cricket") == wanted


def test_a_sides_total_is_no_players() -> None:
    text = "Ines Roth took three wickets as Norland were bundled out for 136."
    assert told(text, "Ines Roth", {("Ines Roth", "136"): DID}, {}, "cricket") == []


def test_furniture_tells_no_deeds() -> None:
    text = "Mara Dell scores\nIt rained."
    deeds = {"Mara Dell": ("goal", 0.9)}
    assert told(text, "Mara Dell", {}, deeds, "football", {"Mara Dell scores": "caption"}) == []
    assert told(text, "Mara Dell", {}, deeds, "football", {"Mara Dell scores": "headline"}) == ["Mara Dell: goal"]


def test_a_counted_goal_is_not_told_again_as_a_deed() -> None:
    text = "Mara Dell scored two goals."
    assert told(text, "Mara Dell", {("Mara Dell", "two goals"): DID}, {"Mara Dell": ("goal", 0.9)}, "football") == [
        "Mara Dell: goal two goals"
    ]


def test_a_coach_does_not_score() -> None:
    text = "Vera Ivic saw Mara Dell score for her first three points."
    scored = {"Vera Ivic": ("goal", 0.9), "Mara Dell": ("goal", 0.9)}
    assert told(text, "Vera Ivic|Mara Dell", {}, scored, "football", roles={"Vera Ivic": ("coach", 0.9)}) == ["Mara Dell: goal"]
