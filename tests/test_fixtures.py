"""Contests to come, and sentences that look like some but tell none."""

from __future__ import annotations

import datetime
import importlib
import re

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.extract.dates import find_dates
from pipeline.extract.disciplines import find_disciplines
from pipeline.extract.fixtures import find_fixtures
from pipeline.extract.mentions import Mention
from pipeline.extract.names import Entity
from pipeline.extract.quotations import find_quotations
from pipeline.extract.sentences import find_sentences
from pipeline.records import Article

importlib.import_module("pipeline.extract.grammars")
layout = importlib.import_module("pipeline.extract.layout").layout

PUBLISHED = datetime.date(2024, 5, 15)  # a Wednesday
SATURDAY, SUNDAY, THURSDAY = datetime.date(2024, 5, 18), datetime.date(2024, 5, 19), datetime.date(2024, 5, 16)
TEAMS = ("Ashby", "Norland", "Riverton", "Sudland", "Okoro and Lin", "Hale and Brandt")
PEOPLE = ("Okoro", "Lin", "Hale", "Brandt")
COMPETITIONS = ("Tarn Games", "Lake Cup")
LANGUAGE = spacy.blank("en")


def entities(doc: Doc, names: tuple[str, ...], kind: str) -> tuple[Entity, ...]:
    found = []
    for name in names:
        spans = [doc.char_span(*m.span(), alignment_mode="expand") for m in re.finditer(rf"\b{name}\b", doc.text)]
        found.append(
            Entity(
                name, (name,), tuple(Mention(s.start_char, s.start_char + len(name), s.start, s.end - 1, kind, name, 1.0) for s in spans)
            )
        )
    return tuple(found)


def read(text: str, headline: str | None = None) -> Doc:
    doc = LANGUAGE.make_doc(text)
    doc._.article = Article(id="a", text=text, headline=headline, published=PUBLISHED)
    doc = layout(doc)
    doc._.sentences = tuple(find_sentences(text))
    doc._.quotations = tuple(find_quotations(text))
    doc._.dates = tuple(find_dates(text, PUBLISHED))
    doc._.disciplines = tuple(find_disciplines(text))
    doc._.teams, doc._.people = entities(doc, TEAMS, "TEAM"), entities(doc, PEOPLE, "PERSON")
    doc._.competitions = entities(doc, COMPETITIONS, "COMPETITION")
    return doc


def told(text: str, headline: str | None = None) -> list[tuple[str, datetime.date | None, str | None]]:
    doc = read(text, headline)
    names = {"team": TEAMS, "person": PEOPLE}
    return [
        (" v ".join(names[kind][key] for kind, key in f.sides), f.date, text[slice(*f.contest)] if f.contest else None)
        for f in find_fixtures(doc)
    ]


TO_COME = [
    # matches
    ("Ashby will face Norland on Saturday.", [("Ashby v Norland", SATURDAY, None)]),
    ("Next up for Ashby is a trip to Norland on Saturday.", [("Ashby v Norland", SATURDAY, None)]),
    ("Ashby's next game is at home to Norland.", [("Ashby v Norland", None, None)]),
    ("Ashby lost 3-1. Their next game is against Norland on Saturday.", [("Ashby v Norland", SATURDAY, None)]),
    ("Ashby won. They play Norland on Saturday.", [("Ashby v Norland", SATURDAY, None)]),
    ("Ashby have been drawn against Norland.", [("Ashby v Norland", None, None)]),
    ("Ashby drew with Riverton and now face Norland.", [("Ashby v Norland", None, None)]),
    ("It rained in Ashby. Their next game is against Norland.", []),
    ("Ashby won 2-1. Norland might be their next game.", []),
    ("Ashby will now play Norland in the quarter-finals.", [("Ashby v Norland", None, "the quarter-finals")]),
    ("Ashby host Norland in the Lake Cup on Sunday.", [("Ashby v Norland", SUNDAY, "the Lake Cup")]),
    ("Ashby next travel to Riverton on Saturday.", [("Ashby v Riverton", SATURDAY, None)]),
    ("Ashby beat Norland 2-1 and will meet Riverton in the last 16 on Sunday.", [("Ashby v Riverton", SUNDAY, "the last 16")]),
    ("Ashby lost to Norland, who will take on Sudland on Sunday.", [("Norland v Sudland", SUNDAY, None)]),
    ("Ashby start again on Saturday, when they host Norland.", [("Ashby v Norland", SATURDAY, None)]),
    ("Ashby are due to play holders Norland at home on Saturday.", [("Ashby v Norland", SATURDAY, None)]),
    ("Ashby and Norland will meet in the final on Sunday.", [("Ashby v Norland", SUNDAY, "the final")]),
    ("Ashby will play their first match against Norland on Saturday.", [("Ashby v Norland", SATURDAY, None)]),
    ("Okoro will play the champion Lin in the final.", [("Okoro v Lin", None, "the final")]),
    ("Okoro and Lin will face Hale and Brandt on Sunday.", [("Okoro and Lin v Hale and Brandt", SUNDAY, None)]),
    # athletes on their own
    ("Okoro will run in the 5,000m on Thursday.", [("Okoro", THURSDAY, "the 5,000m")]),
    ("Okoro will run the 5,000m on Thursday.", [("Okoro", THURSDAY, "the 5,000m")]),
    ("Okoro won. The 25-year-old runs the 1500m on Sunday.", [("Okoro", SUNDAY, "the 1500m")]),
    ("Lin swims in the 100m freestyle final on Thursday.", [("Lin", THURSDAY, "the 100m freestyle final")]),
    ("Okoro, a nurse from Riverton, will next compete in the Tarn Games.", [("Okoro", None, "the Tarn Games")]),
    ("Lin is set to race over the mile on Sunday.", [("Lin", SUNDAY, "the mile")]),
    ("Lin won the heat and will swim in the 100m freestyle final on Thursday.", [("Lin", THURSDAY, "the 100m freestyle final")]),
    ("Okoro won. She will be in action in the relay on Sunday.", [("Okoro", SUNDAY, "the relay")]),
    ("Okoro won. The 25-year-old will face Lin next.", [("Okoro v Lin", None, None)]),
    # told twice
    ("Ashby will face Norland on Saturday. Ashby will face Norland at home.", [("Ashby v Norland", SATURDAY, None)]),
]


@pytest.mark.parametrize(("text", "fixtures"), TO_COME)
def test_contests_to_come(text: str, fixtures: list[tuple[str, datetime.date | None, str | None]]) -> None:
    assert told(text) == fixtures


NONE = [
    # played already
    "Ashby faced Norland on Saturday.",
    "Ashby beat Norland in the final last Sunday.",
    "Ashby had to play Norland without Hale.",
    "Okoro runs the 1500m in 3:40.",
    "Okoro runs the club on Sunday mornings.",
    # in doubt
    "If Ashby win, they will face Norland on Saturday.",
    "The winners of Ashby against Norland will face Riverton on Sunday.",
    "Ashby could play Norland on Saturday.",
    "Ashby hope to face Norland in the final on Sunday.",
    "Ashby will not play Norland on Saturday.",
    # somebody else's
    "The coach of Ashby will face Norland on Saturday.",
    "Hale said his side will face Norland on Saturday.",
    "Ashby's women will face Norland on Saturday.",
    "Ashby or Riverton will face Norland on Saturday.",
    "Okoro will play alongside Lin in midfield.",
    "Okoro will play a big part in Norland on Saturday.",
    "Ashby will face Norland's manager in court on Saturday.",
    "Ashby will host Norland fans on Saturday.",
    "Ashby will face Norland, Riverton and Sudland in the group.",
    # no contest
    "Okoro will run in Riverton.",
    "Okoro will compete in fewer races.",
    "Okoro will go in the morning.",
    "Ashby will face questions on Saturday.",
    # said, not told
    '"Ashby will face Norland on Saturday," said Hale.',
    "It rained all day.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_sentences_that_tell_of_no_contest_to_come(text: str) -> None:
    assert told(text) == []


def test_the_headline_is_left_to_the_prose() -> None:
    assert told("Ashby will face Norland on Saturday\n\nIt rained all day.", headline="Ashby will face Norland on Saturday") == []


def test_a_fixture_stands_on_its_sentence() -> None:
    text = "It rained. Ashby will face Norland on Saturday. Hale smiled."
    fixture = find_fixtures(read(text))[0]
    assert text[fixture.start : fixture.end].strip() == "Ashby will face Norland on Saturday."
