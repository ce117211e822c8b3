"""House style: marks keep their values, quotations and names their words, and a bad file costs one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_summarize import MILE, record

from pipeline.records import Record
from pipeline.summarize import summarize
from pipeline.summarize.house import HouseStyle, HouseStyleError, dressed, spellings, time_in

TIMES = [
    ("3:29.38", None, "3:29.38", "3min 29.38sec"),
    ("3min 29.38sec", None, "3:29.38", "3min 29.38sec"),
    ("three minutes 49.89secs", None, "3:49.89", "3min 49.89sec"),
    ("one minute, 46.68 seconds", None, "1:46.68", "1min 46.68sec"),
    ("14 minutes 32.93 seconds", None, "14:32.93", "14min 32.93sec"),
    ("3:05.10", None, "3:05.10", "3min 5.10sec"),
    ("2:23:10", None, "2:23:10", "2hr 23min 10sec"),
    ("two hours, 23 minutes and 10 seconds", None, "2:23:10", "2hr 23min 10sec"),
    ("2 hours 5 minutes 1 second", None, "2:05:01", "2hr 5min 1sec"),
    ("9.80", None, "9.80 seconds", "9.80sec"),
    ("44.93 seconds", None, "44.93 seconds", "44.93sec"),
    # Without seconds, figures with a colon would be taken for minutes.
    ("two hours 23 minutes", None, "2hr 23min", "2hr 23min"),
    # Two figures and no fraction: minutes of a mile, or hours of a marathon; the value tells.
    ("2:23", None, "2:23", "2:23"),
    ("2:23", 143.0, "2:23", "2min 23sec"),
    ("2:23", 8580.0, "2hr 23min", "2hr 23min"),
    # Not a plain time, or not the value that the record gives: left alone.
    ("just under four minutes", None, "just under four minutes", "just under four minutes"),
    ("3:29.38", 208.0, "3:29.38", "3:29.38"),
    ("1.5 hours", None, "1.5 hours", "1.5 hours"),
    ("75 minutes 3 seconds", None, "75 minutes 3 seconds", "75 minutes 3 seconds"),
]


@pytest.mark.parametrize(("printed", "value", "colons", "words"), TIMES)
def test_a_time_in_both_forms(printed: str, value: float | None, colons: str, words: str) -> None:
    assert time_in(printed, "3:29.38", value) == colons
    assert time_in(printed, "3min 29.38sec", value) == words


@given(st.integers(0, 9), st.integers(0, 59), st.integers(0, 5999))
def test_there_and_back_the_time_is_the_same(hours: int, minutes: int, hundredths: int) -> None:
    seconds = f"{hundredths // 100:02d}.{hundredths % 100:02d}"
    printed = f"{hours}:{minutes:02d}:{seconds}" if hours else f"{minutes}:{seconds}"
    value = hours * 3600 + minutes * 60 + hundredths / 100
    words = time_in(printed, "3min 29.38sec", value)
    if hours or minutes:
        assert time_in(words, "3:29.38", value) == printed
    else:
        assert time_in(words, "3:29.38", value) == f"{hundredths // 100}.{hundredths % 100:02d} seconds"


FIELD = record(
    sport="athletics",
    people=("Ana Roig",),
    represents={"Ana Roig": "Spaniard"},
    competitions=("Oslo 60m Games",),
    results=(
        {"who": "Ana Roig", "event": "long jump", "place": 1, "outcome": "win", "mark": "6.63m", "competition": "Oslo 60m Games"},
        {"who": "Ana Roig", "event": "60m hurdles", "round": "semi-final", "place": 2, "outcome": "placed", "mark": "8.01 seconds"},
    ),
    quotes=({"text": "I jumped 6.63m and then ran the semi-final in 8.01 seconds, a 2-1 shot.", "speaker": "Ana Roig"},),
)
CUP = record(
    teams=("Leeds", "Hull"),
    results=({"who": "Leeds", "opponent": "Hull", "round": "semi-final", "outcome": "win", "mark": "4-2"},),
)

DRESSED = [
    (FIELD, {"units": "metres"}, "with a leap of 6.63 metres"),
    (FIELD, {"units": "metres"}, "the 60 metres hurdles"),
    (FIELD, {"time": "3min 29.38sec"}, "in 8.01sec"),
    (FIELD, {"spelling": "American", "units": "metres"}, "6.63 meters"),
    (FIELD, {"first_names": False}, "Spaniard Roig won"),
    (FIELD, {}, "Spaniard Ana Roig won"),
    (CUP, {"dash": "–"}, "Leeds beat Hull 4–2"),
    (CUP, {"dash": "-"}, "Leeds beat Hull 4-2"),
    (CUP, {"spelling": "American"}, "in the semifinals"),
    (CUP, {"spelling": "British"}, "in the semi-finals"),
]


@pytest.mark.parametrize(("of", "settings", "told"), DRESSED)
def test_recaps_in_house_style(of: Record, settings: dict[str, str], told: str) -> None:
    house = HouseStyle.model_validate(settings)
    assert told in summarize(of, house=house).text


def test_names_and_quotations_keep_their_words() -> None:
    house = HouseStyle(time="3min 29.38sec", units="metres", spelling="American", dash="–")
    told = summarize(FIELD, house=house).text
    assert "Oslo 60m Games" in told
    assert "“I jumped 6.63m and then ran the semi-final in 8.01 seconds, a 2-1 shot.”" in told


def test_a_time_is_no_score() -> None:
    assert dressed("Kerr won in 3:29.38.", MILE, HouseStyle(dash="–", units="metres")) == "Kerr won in 3:29.38."


def test_american_sides_are_singular() -> None:
    races = record(
        sport="athletics",
        teams=("Kenya", "Chiefs"),
        results=(
            {"who": "Kenya", "event": "relay", "place": 1, "outcome": "win"},
            {"who": "Chiefs", "event": "relay", "place": 2, "outcome": "placed", "mark": "3:02.11"},
        ),
    )
    headline = summarize(races, style="headline", house=HouseStyle(spelling="American")).text
    assert headline.startswith("Kenya wins ")


def test_the_limit_of_words_holds_in_house_style() -> None:
    house = HouseStyle(time="3min 29.38sec", units="metres")
    assert len(summarize(MILE, house=house).text.split()) <= 95


def test_a_file_of_house_style(tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text('time = "3min 29.38sec"\ndash = "–"\nfirst_names = false\n', encoding="utf-8")
    assert HouseStyle.load(file) == HouseStyle(time="3min 29.38sec", dash="–", first_names=False)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('time = "3.29"', "time = '3.29' is not possible. Choose one of: 'as printed', '3:29.38', '3min 29.38sec'."),
        ('tyme = "3:29.38"', "there is no setting 'tyme'. Choose from: dash, first_names, spelling, time, units."),
        ('first_names = "no"', "first_names = 'no' is not possible. Choose one of: true, false."),
        ("dash = true", "dash = true is not possible. Choose one of: 'as printed', '-', '–'."),
        ("time: 3", "house.toml is not TOML: "),
        (b"\xff\xfe", "house.toml is not TOML: "),
        (None, "house.toml cannot be read: No such file or directory."),
    ],
)
def test_a_bad_file_costs_one_sentence(tmp_path: Path, content: str | bytes | None, said: str) -> None:
    file = tmp_path / "house.toml"
    if content is not None:
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(HouseStyleError) as refused:
        HouseStyle.load(file)
    assert said in str(refused.value)
    assert str(refused.value).startswith(str(file))
    assert "\n" not in str(refused.value)


def test_no_spelling_is_both_british_and_american() -> None:
    assert not spellings().keys() & set(spellings().values())
