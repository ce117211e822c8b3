"""Mentions from a tagger's probabilities, which stand beside the words here: "[Finch](person .9) won"."""

from __future__ import annotations

import re

import numpy as np
import pytest
import torch
from by_hand import CONFIG, doc_of
from spacy.tokens import Doc

from pipeline.extract.layout import tokens_within
from pipeline.extract.mentions import Mention, find_mentions, occurrences
from pipeline.extract.reader import Reading

_TAGGED = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def read(marked: str) -> tuple[Doc, Reading]:
    """The doc of the text without its marking, and what the marking says of its tokens."""
    text, tagged, past = "", [], 0
    for m in _TAGGED.finditer(marked):
        text += marked[past : m.start()]
        tagged.append((len(text), len(text) + len(m[1]), m[2].split()))
        text, past = text + m[1], m.end()
    doc = doc_of(text + marked[past:])
    tags = np.zeros((len(doc), len(CONFIG.tags)), dtype=np.float32)
    for start, end, says in tagged:
        tokens = tokens_within(doc, start, end)
        assert tokens
        for kind, p in zip(says[::2], says[1::2], strict=True):
            for i in range(tokens[0], tokens[1] + 1):
                tags[i, CONFIG.tags.index(f"{'B' if i == tokens[0] else 'I'}-{kind.upper()}")] = float(p)
    tags[:, 0] = 1 - tags.sum(-1)
    return doc, Reading(torch.zeros(0), tags, tags)


def mentions(marked: str) -> list[Mention]:
    doc, reading = read(marked)
    found = find_mentions(doc, reading, CONFIG.tags)
    for m in found:
        assert doc.text[m.start : m.end] == m.text
        assert doc[m.first : m.last + 1].text.removesuffix("s") == m.text.removesuffix("s")
    return found


MENTIONS = [
    ("[Ines Roth](person .9) beat [Garston](team .8).", ["Ines Roth person", "Garston team"]),
    ("Nobody came.", []),
    # what is tagged once is looked up wherever else it stands
    ("[Roth](person .9) led. Then [Roth](person .3) fell.", ["Roth person", "Roth person"]),
    ("[Roth](person .9) led. Then Rothmere fell.", ["Roth person"]),
    # occurrences of a form outvote one that is read otherwise, unless it is certain
    ("[Hale](person .9) ran. [Hale](person .9) won. [Hale](team .6) wept.", ["Hale person"] * 3),
    ("[Hale](person .9) ran. [Hale](person .9) won. [Hale](team .95) lost.", ["Hale person", "Hale person", "Hale team"]),
    ("[Hale](team .6 person .3) ran. [Hale](person .9) won.", ["Hale person", "Hale person"]),
    # a name may be broken at the end of a line, and ends with its paragraph
    ("It was late when [Ines\nRoth](person .9) won.", ["Ines\nRoth person"]),
    ("They drew at [Garston\n\nThe](team .9) next day [Garston](team .9) won.", ["Garston team", "Garston team"]),
    # what a game report prints before a name is no part of it, nor is a word of no meaning a name
    ("[F Ines Roth](person .9) scored.", ["Ines Roth person"]),
    ("[Ines Roth --](person .9) scored [and](team .9) won.", ["Ines Roth person"]),
    # a form that is hardly ever a name is none, save where it likely is
    ("[Reading](team .9) won. Reading is fun. Reading is free.", ["Reading team"]),
    ("[Reading](team .4) won. [Reading](team .4) is fun.", []),
    # a longer form takes its words; the short one keeps the rest
    ("[Ines Roth](person .9) won. [Roth](person .9) wept.", ["Ines Roth person", "Roth person"]),
    ("[Ines](person .9) won for [Roth](person .9). [Ines Roth](person .9) wept.", ["Ines person", "Roth person", "Ines Roth person"]),
    ("[Tarn](team .9) won the [Tarn Cup](competition .9).", ["Tarn team", "Tarn Cup competition"]),
    # double-barrelled names, of which the tagger sees half
    ("[Jess Warner](person .9)[-Judd](person .3) won.", ["Jess Warner-Judd person"]),
    ("Jess [Warner-](person .4)[Judd](person .9) won.", ["Warner-Judd person"]),
    ("[Paris Saint](team .9)[-Germain](team .3) won.", ["Paris Saint-Germain team"]),
    ("[Park Ji](person .9)[-sung](person .3) won.", ["Park Ji-sung person"]),
    ("[Park Ji](team .9)[-sung](team .3) won.", ["Park Ji team"]),
    ("[Hale](person .9)-coached Lin won.", ["Hale person"]),
    # a second side, and one for the young, are sides of their own
    ("[Norland](team .9) A beat [Norland](team .9) Under-21s.", ["Norland A team", "Norland Under-21s team"]),
    ("[Norland](team .9) 2 A win at last.", ["Norland team"]),
    ("[NORLAND](team .9) A STEP CLOSER", ["NORLAND team"]),
    # a whole name that the table of sides has, cut in two or taken for a person's; not where it is a mere place
    ("[Racing](team .9) [Santander](team .8) won.", ["Racing Santander team"]),
    ("[Celta Vigo](person .9) lost.", ["Celta Vigo team"]),
    ("They met in Kansas City.", []),
    # whoever has innings of hundreds is a side
    ("[Garston](person .9) (312 and 241-7 dec) beat [Welby](person .9) (268 and 229).", ["Garston team", "Welby team"]),
    ("[Garston](person .9) (350-9 dec) drew. [Garston](person .9) wept.", ["Garston team", "Garston team"]),
    ("[Roth](person .9) (82 and 54) led, [Lin](person .9) (3-34) bowled.", ["Roth person", "Lin person"]),
    ("[Riverton](team .9)-based Lin won.", ["Riverton team"]),
    ("[Hale](person .9) - Lin's coach - wept.", ["Hale person"]),
    ("[Warner](person .9) won, Warner-Judd wept.", ["Warner person"]),
    # what is no part of a name
    ("[Roth's](person .9) lead grew.", ["Roth person"]),
    ("[Roth’s](person .9) lead grew.", ["Roth person"]),
    ("[Rovers'](team .9) lead grew.", ["Rovers team"]),
    ("the [Norwegian Ines Roth](person .9) won.", ["Ines Roth person"]),
    ("[Jordan Roth](person .9) won.", ["Jordan Roth person"]),
    ("[D R Roth M S Lin](person .9) [Dell](person .9)", ["D R Roth person", "M S Lin person", "Dell person"]),
    ("C [H Roth](person .9) won. [Dell](person .9) ran.", ["C H Roth person", "Dell person"]),
    ("[Ines Roth relishes](person .9) it. [Dell](person .9) ran.", ["Ines Roth person", "Dell person"]),
    ("[mishap](person .9) hits [Roth](person .9) and [Dell](person .9).", ["Roth person", "Dell person"]),
    ("[ines roth](person .9) won.", ["ines roth person"]),  # an article without capitals
    ("[Park Ji-sung](person .9) won.", ["Park Ji-sung person"]),
    ("[Roth and](team .9) Lin won.", ["Roth team"]),
    ("[Garston &](team .9) Welby won.", ["Garston & Welby team"]),
    ("[Norway XI](team .9): Dell, Lin", ["Norway team"]),
    ("[Norway XI](team .9) won.", ["Norway XI team"]),
    ("[New](team .9) [Zealand](person .3 team .3) won.", ["New Zealand team"]),
    ("[Celta Vigo](person .7 team .2) won.", ["Celta Vigo team"]),  # the table of sides has it
    # a possessive that lost its apostrophe, where the name stands elsewhere
    ("[Roths](person .9) lead grew. [Roth](person .9) won. [Roth](person .9) wept.", ["Roth person"] * 3),
    ("[Rovers](team .9) won. [Rover](person .9) wept. [Rover](person .9) ran.", ["Rovers team", "Rover person", "Rover person"]),
    ('["Roth"](person .9) it is.', ["Roth person"]),
    ("Up came [Roth,](person .9) late.", ["Roth person"]),
    ("[(](person .9)) [I](person .9) won in [2:01](person .9).", []),
    # disciplines are taken where they stand and nowhere else
    ("[Sabre](discipline .8) is quick. Sabre is old.", ["Sabre discipline"]),
    ("[Sabre](discipline .8) is quick. [Sabre](team .95) won.", ["Sabre discipline", "Sabre team"]),
    # a length swum is no competition
    ("Roth won the 200 [Free](competition .9) at the [Arden Games](competition .9).", ["Arden Games competition"]),
    # a first and a last name are one's, two last names in a list are two's
    (
        "[Will](person .9) [Hale](person .9) hit 85 and [Roth](person .9), [Lin](person .9) 12.",
        ["Will Hale person", "Roth person", "Lin person"],
    ),
    # names that touch
    ("[Tarn](team .9)[ Cup](competition .9) is here.", ["Tarn team", "Cup competition"]),
]


@pytest.mark.parametrize(("marked", "wanted"), MENTIONS)
def test_mentions(marked: str, wanted: list[str]) -> None:
    assert [f"{m.text} {m.type.lower()}" for m in mentions(marked)] == wanted


def test_a_mention_scores_the_mean_of_its_form() -> None:
    scores = [round(m.score, 3) for m in mentions("[Roth](person .9) led [Mei Lin](person .8). Then [Roth](person .6) fell.")]
    assert scores == [0.75, 0.8, 0.75]


@pytest.mark.parametrize(
    ("text", "form", "starts"),
    [
        ("Roth and Roth.", "Roth", [0, 9]),
        ("Rothmere, McRoth and Roth2.", "Roth", []),
        ("Roth-Dell, Dell-Roth and Roth-coached Dell.", "Roth", [25]),
        ("Roth's “Roth”.", "Roth", [0, 8]),
        ("No such name.", "Roth", []),
    ],
)
def test_a_form_stands_as_a_name_of_its_own(text: str, form: str, starts: list[int]) -> None:
    assert [start for start, _ in occurrences(text, form)] == starts


def test_a_doc_without_words_has_no_mentions() -> None:
    assert mentions("") == []
