"""Where sentences end in sports copy. Sentences are shown with ' | ' at each expected end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.sentences import find_paragraphs, find_sentences

SENTENCES = [
    # plain
    "Okoro won the 800m. | Her rival pulled up.",
    "Who saw that coming? | Nobody in the stands did! | Not even Okoro.",
    # initials, abbreviations, numbers
    "C.J. Hale lost to T.R. Brandt in St. Albans. | He flies home on Sunday.",
    "Mr. Brandt and Dr. Lin watched Rovers v. Athletic on court No. 1. | The rain held off.",
    "The meeting in Macon, Ala. drew Lee Hale Jr. and two others. | They ran at 7.30 p.m. on Friday.",
    "Hale left at 9 a.m. | The others stayed until noon.",
    "She ran 6.49 seconds, then 10.65 (0.6m/s). | It was her best.",
    "He threw 84.95 metres in Jan. 2021. | That stood for a year.",
    "The answer was no. | Brandt walked away.",
    "The U.S. Open champion lost. | She was the third seed.",
    # speech and its cue
    '"We kept our shape," said Lin. | "It was hard."',
    '"It is great." | He added: "I want more."',
    '"Did I touch the line?" she asked. | The umpire shook his head.',
    '"What a night!" Brandt said. | He went off to celebrate.',
    "'It was never a foul.' | Lin disagreed.",
    "“They were the better side … and we knew it,” Hale said. | “We go again.”",
    'He called it "a tale of two halves." | Nobody argued.',
    # ellipsis and brackets
    "They waited... and waited. | Then the horn went.",
    "She led (by two lengths). | Nobody caught her.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    expected = marked.split(" | ")
    text = " ".join(expected)
    found = [text[start:end] for start, end in find_sentences(text)]
    assert found == expected


WRAPPED = """RIVERTON - Ines Okoro came from fifth place on the last bend to win
the women's 800 metres at the harbour meeting on Friday, a second
inside the time she had set here a year before in the rain."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rovers go top\n\nRovers beat Town 2-1.", ["Rovers go top", "Rovers beat Town 2-1."]),
        ("Rovers go top\nRovers beat Town 2-1.\r\nTown were poor.", ["Rovers go top", "Rovers beat Town 2-1.", "Town were poor."]),
        (f"{WRAPPED}\n", [WRAPPED]),
        ("1. Okoro 1:58.2\n2. Lin 1:58.9", ["1. Okoro 1:58.2", "2. Lin 1:58.9"]),
        ("Final: 1. Okoro 1:58.2; 2. Lin 1:58.9", ["Final: 1. Okoro 1:58.2; 2. Lin 1:58.9"]),
        ("800m: 1. Okoro 1:58.2 2. Lin 1:58.9", ["800m: 1. Okoro 1:58.2 2. Lin 1:58.9"]),
        ('"We won," said Okoro, 24. "We ran."', ['"We won," said Okoro, 24.', '"We ran."']),
        ("The tie ended in the rain.Then came penalties.", ["The tie ended in the rain.", "Then came penalties."]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_lines_end_a_sentence_unless_they_are_wrapped(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_sentences(text)] == expected


def test_given_breaks_end_a_sentence() -> None:
    text = "RIVERTON (Agency) - Okoro won again"
    assert [text[start:end] for start, end in find_sentences(text, breaks=[20])] == ["RIVERTON (Agency) -", "Okoro won again"]


@given(st.text(alphabet="ab AB.!?…\"'“”\n\r\t1,;(", max_size=80), st.lists(st.integers(-5, 90), max_size=4))
def test_ranges_are_in_order_trimmed_and_cover_all_but_white_space(text: str, breaks: list[int]) -> None:
    for ranges in (find_sentences(text, breaks), find_paragraphs(text)):
        last = 0
        for start, end in ranges:
            assert last <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert not text[last:start].strip()
            last = end
        assert not text[last:].strip()
