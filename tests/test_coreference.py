"""Whom "he", "she", "the 25-year-old" and "the Kenyan" stand for."""

from __future__ import annotations

import re

import numpy as np
import pytest

from pipeline.extract.coreference import anaphor_length, resolve

PEOPLE = {"Okoro": 0, "Lin": 1, "Hale": 2, "Brandt": 3}


def meant(text: str) -> list[tuple[str, str]]:
    """The pronouns and descriptions of a text, spaces between its tokens, with the names of those meant."""
    words = text.split()
    ends = np.cumsum([0, *(w in ".?!" for w in words)])[:-1]
    people = [(i, i, PEOPLE[w]) for i, w in enumerate(words) if w in PEOPLE]
    inside = np.cumsum([w in "“”" for w in words]) % 2 == 1
    names = {key: name for name, key in PEOPLE.items()}
    return [(" ".join(words[a.first : a.last + 1]), names[a.key]) for a in resolve(words, ends, people, inside)]


CASES = [
    # the subject goes on
    ("Okoro won . She wept .", [("She", "Okoro")]),
    ("Okoro beat Lin . She wept .", [("She", "Okoro")]),
    ("Okoro won the mile as she held off Lin .", [("she", "Okoro")]),
    ("Okoro won . It was cold . She wept and said she was tired .", [("She", "Okoro"), ("she", "Okoro")]),
    ("Okoro won . Lin was second . She wept .", [("She", "Lin")]),
    # the clause has a subject of its own
    ("Okoro won gold while Lin did well as she came sixth .", [("she", "Lin")]),
    ("Okoro led but Lin caught up and she won .", [("she", "Lin")]),
    # no subjects: after a preposition or before a possessive's s
    ("Despite pressure from Lin , Okoro held on . She wept .", [("She", "Okoro")]),
    ("Okoro won . Against Lin she had lost .", [("she", "Okoro")]),
    ("Lin 's kick came late . She was beaten .", [("She", "Lin")]),
    # descriptions
    ("Okoro won . The 25-year-old wept .", [("The 25-year-old", "Okoro")]),
    ("Okoro won . The 25 - year - old wept .", [("The 25 - year - old", "Okoro")]),
    ("Okoro won . The 25-year-old Lin was second .", []),
    ("Okoro won . The 25-year-old Kenyan Lin was second .", []),
    ("Kenya 's Okoro beat Brandt . The Kenyan was delighted .", [("The Kenyan", "Okoro")]),
    ("Kenya 's Okoro beat Brandt . The Kenyan federation was delighted .", []),
    ("Kenya 's Okoro beat the Kenyan Lin . The Kenyan was delighted .", []),
    ("Kenya 's Okoro won . The British were second .", []),
    ("Okoro won . The Kenyan was delighted .", [("The Kenyan", "Okoro")]),  # nobody else is said to be from there
    ("Okoro beat the Kenyan Lin . It rained . Okoro left . The Kenyan was delighted .", []),
    ("Hale wept . For Okoro it was a long day . The 25-year-old fell .", [("The 25-year-old", "Okoro")]),
    # he or she
    (
        "Okoro won . She wept . She ran . She slept . Hale coached her . He smiled . Okoro then said he had doubted .",
        "Okoro Okoro Okoro Hale Hale",
    ),
    # nobody
    ("It was cold . She wept .", []),
    ("She wept . Okoro smiled .", []),
    # what is quoted stays as it is
    ("Okoro won . “ She is fast ” , said Lin .", []),
    ("Okoro won . “ Lin is fast , ” she said .", [("she", "Okoro")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_meant(text: str, expected: list[tuple[str, str]] | str) -> None:
    found = meant(text)
    assert (" ".join(name for _, name in found) if isinstance(expected, str) else found) == expected


LENGTHS = [
    ("She ran", 1), ("HE ran", 1), ("they ran", 0), ("the 19-year-old ran", 2), ("The 19 - year - old ran", 6),
    ("the 19 - year plan", 0), ("a 19-year-old", 0), ("the", 0), ("the mile", 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "length"), LENGTHS)
def test_how_long_a_pronoun_or_description_is(text: str, length: int) -> None:
    assert anaphor_length(re.split(" ", text), 0) == length


def test_nothing_in_nothing() -> None:
    assert resolve([], np.zeros(0, dtype=np.int64), [], np.zeros(0, dtype=bool)) == []
