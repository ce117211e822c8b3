"""What people are: their roles, and whom they represent, by line-ups, turns of phrase and the reader."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Opinions, Pairs, doc_of, with_opinions

from pipeline.extract.people import find_parted, find_profiles
from pipeline.extract.relations import Tied
from pipeline.extract.results import find_results

LINEUP = "Tess Okoro, Mei Lin, Jo Hale, Ana Frost"

ROLES: list[tuple[str, str, Opinions, str]] = [
    ("Ines Roth won. Roth wept.", "Ines Roth/Roth", {"Ines Roth": ("athlete", 0.9), "Roth": ("athlete", 0.8)}, "athlete"),
    # all mentions have their say
    ("Ines Roth spoke. Roth waved.", "Ines Roth/Roth", {"Ines Roth": ("athlete", 0.6), "Roth": ("coach", 0.95)}, "coach"),
    ("Ines Roth spoke. Roth waved.", "Ines Roth/Roth", {"Ines Roth": ("athlete", 0.95), "Roth": ("coach", 0.6)}, "athlete"),
    # and so has a pronoun
    ("Ines Roth spoke. Then she waved.", "Ines Roth", {"Ines Roth": ("athlete", 0.6), "she": ("official", 0.95)}, "official"),
    ("Ines Roth spoke for the league.", "Ines Roth", {"Ines Roth": ("other", 0.7)}, "other"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "roles", "wanted"), ROLES)
def test_a_role_is_the_mean_of_the_mentions(text: str, people: str, roles: Opinions, wanted: str) -> None:
    (profile,) = find_profiles(with_opinions(doc_of(text, people=people), roles=roles))
    assert profile.role == wanted


def represented(text: str, people: str, teams: str, pairs: Pairs) -> dict[str, tuple[str, str | None]]:
    """Whom each person represents, as printed, with the nation's code."""
    doc = with_opinions(doc_of(text, people=people, teams=teams), pairs=pairs)
    return {
        person.name: (text[slice(*profile.represents)], profile.country)
        for person, profile in zip(doc._.people, find_profiles(doc), strict=True)
        if profile.represents
    }


REPRESENTS: list[tuple[str, str, str, Pairs, dict[str, tuple[str, str | None]]]] = [
    # the reader's opinion alone: its likeliest, if it is likely at all
    ("Roth fell as Ashby lost.", "Roth", "Ashby", {("Roth", "Ashby"): ("represents", 0.66)}, {"Roth": ("Ashby", None)}),
    ("Roth fell as Ashby lost.", "Roth", "Ashby", {("Roth", "Ashby"): ("represents", 0.2)}, {}),
    (
        "Roth fell as Ashby beat Welby.", "Roth", "Ashby|Welby",
        {("Roth", "Ashby"): ("represents", 0.64), ("Roth", "Welby"): ("represents", 0.66)}, {"Roth": ("Welby", None)},
    ),
    ("Roth fell. It was a day to forget for Kenya.", "Roth", "", {("Roth", "Kenya"): ("represents", 0.66)}, {"Roth": ("Kenya", "KEN")}),
    # a phrase alone
    ("Ashby captain Roth fell.", "Roth", "Ashby", {}, {"Roth": ("Ashby", None)}),
    ("Kenyan Roth fell.", "Roth", "", {}, {"Roth": ("Kenyan", "KEN")}),
    # a phrase outweighs the reader, unless it is sure
    ("Ashby captain Roth fell in Welby.", "Roth", "Ashby|Welby", {("Roth", "Welby"): ("represents", 0.7)}, {"Roth": ("Ashby", None)}),
    ("Ashby captain Roth fell in Welby.", "Roth", "Ashby|Welby", {("Roth", "Welby"): ("represents", 0.9)}, {"Roth": ("Welby", None)}),
    # a line-up outweighs both
    (
        f"Welby win.\n\nAshby: {LINEUP}.", "Mei Lin", "Ashby|Welby", {("Mei Lin", "Welby"): ("represents", 0.95)},
        {"Mei Lin": ("Ashby", None)},
    ),
    # sure opinions tell whose a list without a heading is, and so outvote what the reader says of one on it
    (
        f"Ashby host Welby.\n\n{LINEUP}.", "Tess Okoro|Mei Lin|Jo Hale|Ana Frost", "Ashby|Welby",
        {
            ("Tess Okoro", "Ashby"): ("represents", 0.9), ("Mei Lin", "Ashby"): ("represents", 0.9),
            ("Jo Hale", "Welby"): ("represents", 0.7),
        },
        dict.fromkeys(LINEUP.split(", "), ("Ashby", None)),
    ),
    # sides go by their full names
    ("Ashby Rovers lost and Rovers captain Roth fell.", "Roth", "Ashby Rovers/Rovers", {}, {"Roth": ("Ashby Rovers", None)}),
    (
        "Ashby Rovers lost. Roth fell as Rovers fell.", "Roth", "Ashby Rovers/Rovers", {("Roth", "Rovers"): ("represents", 0.66)},
        {"Roth": ("Ashby Rovers", None)},
    ),
    # each their own
    ("Ashby captain Roth beat Welby's Lin.", "Roth|Lin", "Ashby|Welby", {}, {"Roth": ("Ashby", None), "Lin": ("Welby", None)}),
    ("Roth ran alone.", "Roth", "", {}, {}),
    # nobody represents the crew that is named after its two
    ("Roth and Lin won.", "Roth|Lin", "Roth and Lin", {("Roth", "Roth and Lin"): ("represents", 0.9)}, {}),
    # a result list's abbreviation; the reader's opinion of a nation counts with that of its side
    ("1 Ines Roth (Sui) 4:22.50", "Ines Roth", "", {("Ines Roth", "Sui"): ("represents", 0.7)}, {"Ines Roth": ("Sui", "SUI")}),
    (
        "Kenya won. Nobody saw Roth, whom a Kenyan crowd adores.", "Roth", "Kenya",
        {("Roth", "Kenya"): ("represents", 0.3), ("Roth", "Kenyan"): ("represents", 0.38)}, {"Roth": ("Kenyan", "KEN")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "teams", "pairs", "wanted"), REPRESENTS)
def test_represents(text: str, people: str, teams: str, pairs: Pairs, wanted: dict[str, tuple[str, str | None]]) -> None:
    assert represented(text, people, teams, pairs) == wanted


NATIONS = [
    # a nation that plays in a sport of teams is that side
    ("football", "Kenya lost and the Kenyan captain Roth fell.", "Roth", "Kenya", "Kenya"),
    # elsewhere the word that stands with the person says it
    ("athletics", "Kenya lost and the Kenyan captain Roth fell.", "Roth", "Kenya", "Kenyan"),
    ("athletics", "Kenya cheered. Britain's world champion Ines Roth won.", "Ines Roth", "Kenya", "Britain"),
    ("athletics", "Team GB sent 40. The British pair of Lin and Roth came last.", "Roth", "Team GB", "British"),
    ("athletics", "Team GB wept. Roth had won for Britain before. She is the British captain.", "Roth", "Team GB", "Britain"),
    ("tennis", "It was a British day. Roth (Great Britain) won.", "Roth", "", "Great Britain"),
]


@pytest.mark.parametrize(("sport", "text", "person", "teams", "wanted"), NATIONS)
def test_the_word_for_a_nation(sport: str, text: str, person: str, teams: str, wanted: str) -> None:
    tied = {(person, wanted): ("represents", 0.9)}
    doc = with_opinions(doc_of(text, people=person, teams=teams), pairs=tied)
    doc._.sport = sport
    (profile,) = find_profiles(doc)
    assert profile.represents is not None
    assert text[slice(*profile.represents)] == wanted


def test_how_sure_a_tie_is_and_what_else_it_may_be() -> None:
    text = "Roth fell as Ashby beat Welby. Lin of Welby wept."
    doc = doc_of(text, people="Roth|Lin", teams="Ashby|Welby")
    roth, lin = find_profiles(
        with_opinions(
            doc,
            pairs={
                ("Roth", "Ashby"): ("represents", 0.55), ("Roth", "Welby"): ("represents", 0.3),
                ("Lin", "Welby"): ("represents", 0.9), ("Lin", "Ashby"): ("represents", 0.05),
            },
        )
    )  # fmt: skip
    assert roth.confidence == pytest.approx(0.55, abs=0.05)
    assert roth.rival
    assert text[slice(*roth.rival)] == "Welby"
    assert lin.confidence is not None
    assert lin.confidence > 0.8
    assert lin.rival is None


PARTED = [
    ("Ines Roth of Kenya, who beat Mei Lin 6-2 6-1, goes on.", {"Ines Roth"}),
    ("Kenyan Ines Roth beat Mei Lin 6-2 6-1.", {"Ines Roth"}),
    # nothing tells whose it is
    ("Ines Roth beat Mei Lin 6-2 6-1. The Kenyan goes on.", {"Ines Roth", "Mei Lin"}),
    ("Ines Roth goes on after the Kenyan beat Mei Lin 6-2 6-1.", {"Ines Roth", "Mei Lin"}),
    # it stands before the other's name, and ties nobody else
    ("Mei Lin and Kenyan Ines Roth shared second.", {"Ines Roth"}),
    ("Mei Lin and her Kenyan team-mate Ines Roth shared second.", {"Ines Roth", "Mei Lin"}),
    # both are of it
    ("Kenyan Ines Roth beat her compatriot Mei Lin 6-2 6-1.", {"Ines Roth", "Mei Lin"}),
]


@pytest.mark.parametrize(("text", "wanted"), PARTED)
def test_one_word_for_a_nation_ties_one_person_unless_it_is_said_of_both(text: str, wanted: set[str]) -> None:
    doc = doc_of(text, people="Ines Roth|Mei Lin")
    pairs: Pairs = {("Ines Roth", "Mei Lin"): ("beats", 0.9), ("Ines Roth", "6-2 6-1"): ("owner", 0.9)}
    doc = with_opinions(doc, pairs=pairs if "beat" in text else {}, sport=("other", 0.9))
    doc._.relations = replace(doc._.relations, ties={0: [Tied("KEN", 0.9)], 1: [Tied("KEN", 0.8)]})
    doc._.profiles, doc._.results = tuple(find_profiles(doc)), tuple(find_results(doc))
    assert {p.name for p, profile in zip(doc._.people, find_parted(doc), strict=True) if profile.represents} == wanted


def test_a_doc_without_people_has_no_profiles() -> None:
    assert find_profiles(with_opinions(doc_of("It rained."))) == []
