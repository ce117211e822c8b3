import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.numbers import read_cardinal, read_ordinal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("7", 7),
        ("8,506", 8506),
        ("zero", 0),
        ("eight", 8),
        ("Seventeen", 17),
        ("twenty", 20),
        ("twenty-one", 21),
        ("ninety nine", 99),
        ("a hundred", 100),
        ("one hundred and four", 104),
        ("two hundred and thirty-five", 235),
        ("", None),
        ("many", None),
        ("8.5", None),
        ("12,34", None),
        ("one two", None),
        ("third", None),
        ("9" * 5000, None),
    ],
)
def test_cardinals(text, number):
    assert read_cardinal(text) == number


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("first", 1),
        ("Third", 3),
        ("twelfth", 12),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("thirty second", 32),
        ("1st", 1),
        ("3rd", 3),
        ("11th", 11),
        ("22nd", 22),
        ("112th", 112),
        ("3th", None),
        ("0th", None),
        ("three", None),
        ("", None),
    ],
)
def test_ordinals(text, rank):
    assert read_ordinal(text) == rank


@given(st.text())
def test_any_text_is_read_or_refused(text):
    assert read_cardinal(text) is None or read_cardinal(text) >= 0
    assert read_ordinal(text) is None or read_ordinal(text) >= 1
