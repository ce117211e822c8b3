"""Augmentation: other names and marks in the text, the same facts in the annotation."""

from __future__ import annotations

import copy
import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


def _load() -> ModuleType:
    path = Path(__file__).parents[1] / "models" / "reader" / "augment.py"
    spec = importlib.util.spec_from_file_location("reader_augment", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


augment = _load()


class First(random.Random):
    """Takes every chance, and of several things the first."""

    def random(self) -> float:
        return 0.0


POOL = augment.Pool(
    origins=(augment.Origin(("Ilse", "Bruno", "Tove"), ("de Wit", "Okoro", "Lindahl")),),
    mononyms=(),
    places=("Kirkmoor", "Dunhaven", "Skelby"),
    styles=("Rovers",),
    nicknames=("Herons", "Otters"),
    competitions=("Coral Open",),
)


def person(name: str, *mentions: str, represents: str | None = None) -> dict[str, Any]:
    return {"name": name, "mentions": [name, *mentions], "role": "athlete", "represents": represents}


def named(name: str, *mentions: str) -> dict[str, Any]:
    return {"name": name, "mentions": [name, *mentions]}


def result(who: str, **fields: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("opponent", "event", "round", "competition", "place", "medal", "outcome", "mark"))
    return {"who": who, **empty, "when": "current", **fields}


def annotation(**fields: Any) -> dict[str, Any]:
    groups: dict[str, Any] = {g: [] for g in ("people", "teams", "competitions", "results", "performances", "quotes")}
    return {"id": "invented", "sport": "athletics", "kind": "report", **groups, "key_facts": ["One.", "Two."], **fields}


RACE = (
    "An Ethiopian runner, Marta Kellerby, beat the field in Oslo.\n\n"
    'Kellerby\'s 7.96 seconds was faster than the 7.98 of Joan Hartsop, a Briton. "Kellerby was too good for me," said Hartsop.\n'
    "British officials were pleased with J Hartsop. Hartsop-watchers were not."
)
RACE_GOLD = annotation(
    people=[
        person("Marta Kellerby", "Kellerby", represents="Ethiopian"),
        person("Joan Hartsop", "Hartsop", "J Hartsop", represents="Briton"),
    ],
    results=[result("Marta Kellerby", place=1, mark="7.96 seconds"), result("Joan Hartsop", mark="7.98")],
    quotes=[{"text": "Kellerby was too good for me,", "speaker": "Joan Hartsop"}],
)

MATCH = (
    "Welby Town beat Garston Giants 3-1 in the Larch Cup. The Giants had led, but Town's Ed Rusk and his brother Tom Rusk scored.\n"
    "Ed has now 20 goals for Welby, and Rusk senior has none. Giants of the game, both."
)
MATCH_GOLD = annotation(
    people=[person("Ed Rusk", "Ed", represents="Town"), person("Tom Rusk", "Rusk", represents="Town")],
    teams=[named("Welby Town", "Welby", "Town"), named("Garston Giants", "Giants")],
    competitions=[named("Larch Cup")],
    results=[result("Welby Town", opponent="Garston Giants", mark="3-1", competition="Larch Cup", outcome="win")],
    performances=[{"who": "Ed Rusk", "what": "goal", "mark": None}],
)

NATIONS = "Great Britain beat Denmark 2-0. Two Danes cried, the Britons sang. GB play in the Danish Open, a Dane said; UK sales rose."
NATIONS_GOLD = annotation(
    teams=[named("Great Britain", "GB"), named("Denmark")],
    competitions=[named("Danish Open")],
    results=[result("Great Britain", opponent="Denmark", mark="2-0", outcome="win")],
)

SAFE = "Jordan Page turned a page for Page. Jordan lost in Jordan."
SAFE_GOLD = annotation(people=[person("Jordan Page", "Jordan", "Page")])

ARTICLES = {"race": (RACE_GOLD, RACE), "match": (MATCH_GOLD, MATCH), "nations": (NATIONS_GOLD, NATIONS), "safe": (SAFE_GOLD, SAFE)}


def strings(gold: dict[str, Any]) -> list[str]:
    """Everything that the annotation takes from the text."""
    entries = [e for g in ("people", "teams", "competitions") for e in gold[g]]
    found = [m for e in entries for m in (e["name"], *e["mentions"], e.get("represents"))]
    found += [r[k] for r in gold["results"] for k in ("who", "opponent", "event", "round", "competition", "mark")]
    found += [s for q in gold["quotes"] for s in (q["text"], q["speaker"])]
    return [s for s in found if s]


def show(name: str) -> tuple[dict[str, Any], str]:
    gold, text = ARTICLES[name]
    new: tuple[dict[str, Any], str] = augment.augmented(gold, text, First(), pool=POOL)
    return new


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("race", "An Afghan runner, Ilse de Wit, beat"),
        ("race", "De Wit's 7.01 seconds was faster than the 7.02 of Bruno Okoro, an Albanian."),  # the article follows, so does the order
        ("race", '"De Wit was too good for me," said Okoro.'),
        ("race", "pleased with B Okoro. Okoro-watchers"),
        ("match", "Dunhaven Rovers beat Skelby Herons 3-1 in the Kirkmoor Cup."),  # a score stays
        ("match", "Ilse de Wit and his brother Bruno de Wit scored.\nIlse has"),
        ("match", "for Dunhaven, and de Wit senior"),
        ("nations", "Afghanistan beat Albania 2-0. Two Albanians cried, the Afghans sang. Afghanistan play in"),
        ("nations", "in the Danish Open, an Albanian said; UK sales rose."),
        ("safe", SAFE),  # a page is no person, nor is Jordan always
    ],
)
def test_text(name: str, expected: str) -> None:
    assert expected in show(name)[1]


def test_annotation_follows_the_text() -> None:
    gold, _ = show("race")
    assert gold["people"] == [
        person("Ilse de Wit", "De Wit", represents="Afghan"),  # as the text has it, at the start of its sentences
        person("Bruno Okoro", "Okoro", "B Okoro", represents="Albanian"),
    ]
    assert [(r["who"], r["mark"], r["place"]) for r in gold["results"]] == [
        ("Ilse de Wit", "7.01 seconds", 1),
        ("Bruno Okoro", "7.02", None),
    ]
    assert gold["quotes"] == [{"text": "De Wit was too good for me,", "speaker": "Bruno Okoro"}]


def test_short_forms_of_clubs_follow() -> None:
    gold, _ = show("match")
    assert gold["teams"] == [named("Dunhaven Rovers", "Dunhaven", "Rovers"), named("Skelby Herons", "Herons")]
    assert [p["represents"] for p in gold["people"]] == ["Rovers", "Rovers"]
    assert gold["results"][0]["opponent"] == "Skelby Herons"


def test_two_forms_that_become_one_are_listed_once() -> None:
    assert show("nations")[0]["teams"] == [named("Afghanistan"), named("Albania")]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("name", ARTICLES)
def test_every_string_stands_in_the_new_text(name: str, seed: int) -> None:
    gold, text = ARTICLES[name]
    before = copy.deepcopy(gold)
    pool = augment.Pool.of(g for g, _ in ARTICLES.values())
    new, new_text = augment.augmented(gold, text, random.Random(seed), pool=pool)
    assert gold == before
    assert [s for s in strings(new) if s not in new_text] == []
    assert [len(new[g]) for g in ("people", "teams", "results", "quotes")] == [
        len(gold[g]) for g in ("people", "teams", "results", "quotes")
    ]
    assert augment.augmented(gold, text, random.Random(seed), pool=pool) == (new, new_text)


def test_an_article_without_names_comes_back_unchanged() -> None:
    gold, text = annotation(), "Nothing happened."
    assert augment.augmented(gold, text, random.Random(1)) == (gold, text)


def test_the_pool_takes_names_from_annotations() -> None:
    pool = augment.Pool.of([RACE_GOLD, MATCH_GOLD])
    assert augment.Origin(("Marta", "Joan", "Ed", "Tom"), ("Kellerby", "Hartsop", "Rusk")) in pool.origins
    assert {"Welby", "Garston"} <= set(pool.places)
    assert "Giants" in pool.nicknames
    assert "Larch Cup" in pool.competitions
