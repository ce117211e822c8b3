"""Which mentions name the same person, side or competition."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from by_hand import doc_of

from pipeline.extract import sides as table
from pipeline.extract.layout import tokens_within
from pipeline.extract.mentions import Mention
from pipeline.extract.names import (
    Entity,
    as_one_person,
    cluster,
    competition_short_for,
    crews,
    entity_of,
    of_men_and_of_women,
    person_short_for,
    team_short_for,
)
from pipeline.extract.names import names as names_of
from pipeline.extract.sides import called_alike, different, full_names, nicknames
from pipeline.extract.wording import folded


def mentions(*names: str) -> list[Mention]:
    return [Mention(20 * i, 20 * i + len(name), 3 * i, 3 * i, "PERSON", name, 0.9 - i / 100) for i, name in enumerate(names)]


def grouped(entities: list[Entity]) -> dict[str, list[int]]:
    """For each entity's name, which of the mentions are its."""
    return {e.name: [m.first // 3 for m in e.mentions] for e in entities}


FOLDED = [
    ("Ines Okoro", ["ines", "okoro"]), ("Zoë Åkesson-Núñez", ["zoe", "akesson-nunez"]), ("J.P. O’Dea", ["j", "p", "odea"]),
    ("  LIN\nMEI ", ["lin", "mei"]), ("...", []), ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words"), FOLDED)
def test_names_are_compared_without_case_and_accents(name: str, words: list[str]) -> None:
    assert folded(name) == words


PERSONS = [
    ("Okoro", "Ines Okoro", True), ("Ines", "Ines Okoro", True), ("I Okoro", "Ines Okoro", True), ("I. Okoro", "Ines Okoro", True),
    ("van Hale", "Tom van Hale", True), ("Roth", "Ana Roth-Dell", True), ("Tom Hale", "Thomas van Hale", False),
    ("Tom Hale", "Thomas Hale", False), ("Sam Hale", "Samuel Hale", True), ("Sam Hale", "Sam Hales", False),
    ("Lin", "Ines Okoro", False), ("Mei Okoro", "Ines Okoro", False), ("Oko", "Ines Okoro", False), ("T Okoro", "Ines Okoro", False),
]  # fmt: skip


@pytest.mark.parametrize(("short", "full", "same"), PERSONS)
def test_short_names_of_people(short: str, full: str, same: bool) -> None:
    assert person_short_for(folded(short), folded(full)) is same


SIDES = [
    ("Rovers", "Ashby Rovers", True), ("Ashby", "Ashby Rovers", True), ("Man Utd", "Manchester United", True),
    ("ARFC", "Ashby Rovers", False),
    ("ARC", "Ashby Rowing Club Crew", True), ("the Rovers", "Ashby Rovers FC", True), ("St Ives", "Saint Ives", True),
    ("GB", "Great Britain", True), ("British", "Great Britain", True), ("the Kenyans", "Kenya", True), ("Kenya", "Uganda", False),
    ("Hal", "Halos", False), ("Wolv", "Wolverby", True),
    ("Town", "Ashby Rovers", False), ("England", "Ashby Rovers", False), ("FC", "Ashby Rovers", False), ("", "Ashby Rovers", False),
]  # fmt: skip


@pytest.mark.parametrize(("short", "full", "same"), SIDES)
def test_short_names_of_sides(short: str, full: str, same: bool) -> None:
    assert team_short_for(folded(short), folded(full)) is same


COMPETITIONS = [
    ("the Games", "Tarn Games", True), ("Tarn Games", "2024 Tarn Games", True),
    ("World Championships", "Fencing World Championships", True),
    ("World Championship", "Fencing World Championships", True), ("WFC", "World Fencing Cup", True),
    ("2023 Tarn Games", "2024 Tarn Games", False), ("Lake Cup", "Tarn Games", False), ("World", "Fencing World Championships", False),
    ("2024", "2024 Tarn Games", False), ("FC", "Fencing Cup", False),
]  # fmt: skip


@pytest.mark.parametrize(("short", "full", "same"), COMPETITIONS)
def test_short_names_of_competitions(short: str, full: str, same: bool) -> None:
    assert competition_short_for(folded(short), folded(full)) is same


GROUPS = [
    (["Ines Okoro", "Mei Lin", "Okoro", "Lin", "Okoro"], {"Ines Okoro": [0, 2, 4], "Mei Lin": [1, 3]}),
    (["Okoro", "Ines Okoro"], {"Ines Okoro": [0, 1]}),
    # where two full names fit, the one mentioned last before is meant
    (["Ines Okoro", "Okoro", "Sam Okoro", "Okoro"], {"Ines Okoro": [0, 1], "Sam Okoro": [2, 3]}),
    (["INES OKORO", "Ines Okoro"], {"Ines Okoro": [0, 1]}),
    (["Inés Okoro", "Ines Okoro"], {"Inés Okoro": [0, 1]}),
    (["Okoro", "Lin"], {"Okoro": [0], "Lin": [1]}),
    # a first name written out, else initials, else the surname
    (["Okoro", "I Okoro", "Ines Okoro"], {"Ines Okoro": [0, 1, 2]}),
    (["Okoro", "I M Okoro", "Okoro"], {"I M Okoro": [0, 1, 2]}),
    ([], {}),
]


@pytest.mark.parametrize(("names", "entities"), GROUPS)
def test_people_are_grouped_by_name(names: list[str], entities: dict[str, list[int]]) -> None:
    assert grouped(cluster(mentions(*names), person_short_for)) == entities


def test_a_nation_goes_by_its_name_not_its_people() -> None:
    assert grouped(cluster(mentions("the Kenyans", "Kenya", "Kenyan"), team_short_for)) == {"Kenya": [0, 1, 2]}


def test_a_competition_goes_by_its_name_without_the_year() -> None:
    entities = cluster(mentions("2024 Tarn Games", "Tarn Games", "Games"), competition_short_for)
    assert grouped(entities) == {"Tarn Games": [0, 1, 2]}


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (["Tarn Cup", "Women's Tarn Cup", "Tarn Cup"], ["Tarn Cup", "Women's Tarn Cup"]),
        (["Women's Tarn Cup", "Tarn Cup"], ["Women's Tarn Cup"]),
        (["Tarn Cup", "the Cup"], ["Tarn Cup"]),
    ],
)
def test_the_womens_competition_is_another_where_the_mens_is_named_first(names: list[str], wanted: list[str]) -> None:
    entities = cluster(mentions(*names), competition_short_for)
    assert [part.name for entity in entities for part in of_men_and_of_women(entity)] == wanted


def test_an_entity_knows_its_forms_in_the_order_of_the_article_and_its_best_score() -> None:
    entity = cluster(mentions("Okoro", "Ines Okoro", "Okoro"), person_short_for)[0]
    assert entity.forms == ("Okoro", "Ines Okoro")
    assert entity.score == pytest.approx(0.9)
    assert Entity("Okoro", (), ()).score == 0.0


def test_a_surname_goes_back_to_who_bears_it_as_a_surname() -> None:
    found = cluster(mentions("Tom Hale", "Hale Okoro", "Hale", "Okoro"), person_short_for)
    assert grouped(found) == {"Tom Hale": [0, 2], "Hale Okoro": [1, 3]}


def test_a_surname_of_two_people_is_whose_full_name_comes_first() -> None:
    found = cluster(mentions("Tom Hale", "Ada Hale", "Hale", "Hale"), person_short_for, introduced_first=True)
    assert grouped(found) == {"Tom Hale": [0, 2, 3], "Ada Hale": [1]}


CALLED = [  # forms of a side, with whether "the" stands before each; the name
    ([("Ashby", False), ("Northerners", True), ("Ashby", False)], "Ashby"),
    ([("Ashby", False), ("Ashby Rovers", True)], "Ashby Rovers"),  # the same in full
    ([("Otters", True), ("Ashby River Otters", True)], "Ashby River Otters"),  # a league whose sides all have an article
    ([("Otters", True), ("Otters", False), ("OTR", False)], "OTR"),
    ([("United States", True), ("USA", False)], "United States"),
    # a stray form that no article stands before says nothing of the others
    ([("Ashby Otters", True), *[("Otters", True)] * 5, ("Ash", False)], "Ashby Otters"),
    # a North American side's own name stands for it, elsewhere the town's
    ([("Cleveland", False), ("Cavaliers", True)], "Cavaliers"),
    ([("Cleveland", False), ("Cavaliers", True), ("Cleveland Cavaliers", True)], "Cleveland Cavaliers"),
    ([("Leicester", False), ("Tigers", True)], "Leicester"),
]


@pytest.mark.parametrize(("forms", "name"), CALLED)
def test_a_nickname_is_no_sides_name(forms: list[tuple[str, bool]], name: str) -> None:
    found = [Mention(20 * i, 20 * i + 5, i, i, "TEAM", form, 0.9, definite) for i, (form, definite) in enumerate(forms)]
    assert entity_of(found).name == name


CALLED = [
    # the forms of each side, and which are one
    ("Arsenal|Gunners|Chelsea", "Arsenal+Gunners|Chelsea"),
    ("Everton|Chelsea|Blues", "Everton|Chelsea|Blues"),  # either may be meant
    ("Chelsea|Blues|Fulham", "Chelsea+Blues|Fulham"),
    ("Buffalo|Sabres", "Buffalo+Sabres"),
    ("Chicago|Bulls|Blackhawks", "Chicago|Bulls|Blackhawks"),
    ("Chicago|Chicago Bulls", "Chicago+Chicago Bulls"),
    ("New Zealand|All Blacks|Australia|Wallabies", "New Zealand+All Blacks|Australia+Wallabies"),
    ("Gunners|Garston Rovers", "Gunners|Garston Rovers"),
    ("Garston Rovers|Welby Town", "Garston Rovers|Welby Town"),
]


@pytest.mark.parametrize(("sides", "wanted"), CALLED)
def test_sides_under_two_names(sides: str, wanted: str) -> None:
    forms = sides.split("|")
    assert "|".join("+".join(forms[n] for n in group) for group in called_alike([[form] for form in forms])) == wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("Arsenal|Gunners", "Tottenham|Spurs", True), ("Newcastle", "Spurs", True), ("Arsenal", "Gunners", False),
        ("Kenya", "Lions", False), ("Garston Rovers", "Arsenal", False), ("Chelsea", "Blues", False),
    ],
)  # fmt: skip
def test_sides_that_the_table_knows_as_two(one: str, other: str, wanted: bool) -> None:
    assert different(one.split("|"), other.split("|")) is different(other.split("|"), one.split("|")) is wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Roth left Racing Santander for Stade de Reims", ["Racing Santander", "Stade de Reims"]),
        ("Paris Saint - Germain and Paris", ["Paris Saint - Germain"]),
        ("the racing santander of old met Garston Rovers in South Africa", []),
        ("Roth left Real Madrid . Lin stayed", ["Real Madrid"]),
        ("Roth left Real Madrid . The Norlander stayed", ["Real Madrid"]),
        ("Roth left St. Louis Cardinals .", ["St. Louis Cardinals"]),
    ],
)
def test_whole_names_of_sides(words: str, wanted: list[str]) -> None:
    tokens = words.split()
    assert [" ".join(tokens[first : last + 1]) for first, last in full_names(tokens)] == wanted


@pytest.mark.parametrize(
    ("text", "people", "wanted"),
    [
        (
            "Ines Roth and Mei Lin won the pairs from Ada Dell/Una Moe.",
            "Ines Roth|Mei Lin|Ada Dell|Una Moe",
            ["Ines Roth and Mei Lin", "Ada Dell/Una Moe"],
        ),
        ("Roth & Lin, who beat Dell and Moe, lead.", "Roth|Lin|Dell|Moe", ["Roth & Lin", "Dell and Moe"]),
        ("Goals from Roth, Lin and Dell won it.", "Roth|Lin|Dell", []),
        ("Roth and then Lin scored.", "Roth|Lin", []),
        ("Roth and Lin and Dell rowed.", "Roth|Lin|Dell", []),
    ],
)
def test_who_may_be_a_crew(text: str, people: str, wanted: list[str]) -> None:
    """Two people joined by a word, and no more of them."""
    found, at = [], 0
    for name in people.split("|"):
        at = text.index(name, at)
        found.append(Mention(at, at + len(name), 0, 0, "PERSON", name, 0.9))
        at += len(name)
    assert [crew.text for crew in crews(found, text)] == wanted


def test_a_sides_first_word_is_the_side_and_no_person() -> None:
    text = "Garston Rovers beat Welby. Garston had 29 shots. Roth scored. Roth and Lin won. Lin wept."
    doc = doc_of(text)
    at = {form: list(re.finditer(rf"\b{form}\b", text)) for form in ("Garston Rovers", "Garston", "Roth and Lin", "Lin")}

    def mention(form: str, number: int, kind: str) -> Mention:
        start, end = at[form][number].span()
        first, last = tokens_within(doc, start, end) or (0, 0)
        return Mention(start, end, first, last, kind, form, 0.9)

    doc._.mentions = (
        mention("Garston Rovers", 0, "TEAM"), mention("Garston", 1, "PERSON"),
        mention("Roth and Lin", 0, "TEAM"), mention("Lin", 1, "PERSON"),
    )  # fmt: skip
    names_of(doc)
    assert [(side.name, side.forms) for side in doc._.teams] == [
        ("Garston Rovers", ("Garston Rovers", "Garston")), ("Roth and Lin", ("Roth and Lin",)),
    ]  # fmt: skip
    assert [person.name for person in doc._.people] == ["Lin"]


def test_a_side_is_called_by_its_name_and_not_by_its_nickname() -> None:
    assert nicknames(["Toffees", "Everton"]) == {"Toffees"}
    assert nicknames(["Toffees"]) == set()
    assert nicknames(["Buffalo", "Sabres"]) == set()
    assert nicknames(["Garston", "Garston Rovers"]) == set()


def test_the_table_of_sides_names_each_once_and_says_nothing_twice() -> None:
    text = (Path(table.__file__).parent / "sides.txt").read_text(encoding="utf-8")
    lines = [line.partition(": ") for line in text.splitlines() if line and not line.startswith("#")]
    assert len({name for name, _, _ in lines}) == len(lines)
    for name, _, others in lines:
        forms = [name, *others.split(", ")]
        assert len(forms) > 1, name
        assert len(set(forms)) == len(forms), name


PEOPLE = [
    ("N'Sola Roth|NSola Roth|Roth", "N'Sola Roth"),  # headlines lose their apostrophes
    ("Jens Rothmann|Rothmann|Rothman", "Jens Rothmann"),  # a slip of the pen
    ("Ines Rothmann|Rothmann|Mara Rothman", "Ines Rothmann|Mara Rothman"),
    ("Rafael Roth|Rafa", "Rafael Roth"),
    ("Rafael Roth|Rafaela Dell|Rafa", "Rafael Roth|Rafaela Dell|Rafa"),
    ("J L Roth|Justin Roth", "Justin Roth"),
    ("JL Roth|Justin Roth", "Justin Roth"),
    ("J L Roth|Mara Roth", "J L Roth|Mara Roth"),
    ("Inzamam-ul-Haq|Inzamam", "Inzamam-ul-Haq"),
]


@pytest.mark.parametrize(("forms", "wanted"), PEOPLE)
def test_people_under_one_name(forms: str, wanted: str) -> None:
    at, mentions = 0, []
    for n, form in enumerate(forms.split("|")):
        mentions.append(Mention(at, at + len(form), n, n, "PERSON", form, 0.9))
        at += len(form) + 1
    people = as_one_person(cluster(mentions, person_short_for, introduced_first=True))
    assert "|".join(person.name for person in people) == wanted
