"""Words for days, as sports reporters print them, and the days that they mean."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.dates import DateMention, find_dates

PUBLISHED = datetime.date(2023, 8, 24)  # a Thursday
PAST, COMING, OPEN = False, True, None


def day(month: int, number: int, year: int = 2023) -> datetime.date:
    return datetime.date(year, month, number)


def told(mentions: list[DateMention]) -> list[tuple[str, datetime.date | None, bool | None]]:
    return [(mention.text, mention.date, mention.future) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Days of the week: the last one, unless the verb looks ahead.
        ("Roe won the mile on Tuesday night.", ("Tuesday night", day(8, 22), PAST)),
        ("Roe ran her best on Thursday.", ("Thursday", day(8, 24), PAST)),
        ("On Saturday Leigh beat Hartlow 2-0.", ("Saturday", day(8, 19), PAST)),
        ("Roe wins gold on a wet Sunday in Bray", ("Sunday", day(8, 20), PAST)),
        ("Leigh will play at home on Saturday.", ("Saturday", day(8, 26), COMING)),
        ("On Saturday, Leigh will play at home.", ("Saturday", day(8, 26), COMING)),
        ("Leigh face Hartlow on Friday.", ("Friday", day(8, 25), COMING)),
        ("The Bears host the Elks on Wednesday night.", ("Wednesday night", day(8, 30), COMING)),
        ("“We play them on Saturday,” she added.", ("Saturday", day(8, 26), COMING)),
        ("The final is on Sunday.", ("Sunday", day(8, 27), COMING)),
        ("Roe is due to race on Sunday.", ("Sunday", day(8, 27), COMING)),
        ("He'll miss Saturday's match.", ("Saturday", day(8, 26), COMING)),
        ("They will meet the side that beat Leigh on Saturday.", ("Saturday", day(8, 19), PAST)),
        ("Roe refused to play on Saturday.", ("Saturday", day(8, 19), PAST)),
        ("Roe could not finish on Sunday.", ("Sunday", day(8, 20), PAST)),
        ("Roe is in good heart after her win on Sunday.", ("Sunday", day(8, 20), PAST)),
        ("The side is picked this coming Monday.", ("this coming Monday", day(8, 28), COMING)),
        ("Entries close next Tuesday.", ("next Tuesday", day(8, 29), COMING)),
        ("It rained last Friday.", ("last Friday", day(8, 18), PAST)),
        # Days that cannot be told.
        ("Leigh v Hartlow (Saturday, 15:00)", ("Saturday", None, OPEN)),
        ("He was due to play on Saturday.", ("Saturday", None, OPEN)),
        ("Leigh will play on Thursday.", ("Thursday", None, COMING)),
        ("Entries close next Saturday.", ("next Saturday", None, COMING)),
        ("It rained last Tuesday.", ("last Tuesday", None, PAST)),
        ("He rested the following Sunday.", ("the following Sunday", None, OPEN)),
        ("They trained every Monday.", ("Monday", None, OPEN)),
        # Days and months.
        ("It ended on 24 August 2023.", ("24 August 2023", day(8, 24), OPEN)),
        ("It ended on August 23, 2023.", ("August 23, 2023", day(8, 23), PAST)),
        ("It ended on Wednesday, Aug. 23.", ("Wednesday, Aug. 23", day(8, 23), PAST)),
        ("It ended on the 20th of August.", ("20th of August", day(8, 20), PAST)),
        ("The race is on 2 September.", ("2 September", day(9, 2), COMING)),
        ("The season will open on 4 January.", ("4 January", day(1, 4, 2024), COMING)),
        ("She won there on 4 February.", ("4 February", day(2, 4), PAST)),
        ("She was born on 12 May.", ("12 May", None, OPEN)),
        ("A year later, on 12 May, she lost.", ("12 May", None, OPEN)),
        ("There is no 31 June.", ("31 June", None, OPEN)),
        ("Filed 2023-08-20.", ("2023-08-20", day(8, 20), PAST)),
        ("Filed 8/20/2023.", ("8/20/2023", day(8, 20), PAST)),
        ("Filed 3/4/2023.", ("3/4/2023", None, OPEN)),
        # Near days.
        ("Roe lost yesterday.", ("yesterday", day(8, 23), PAST)),
        ("Roe lost last night.", ("last night", day(8, 23), PAST)),
        ("Roe races tomorrow.", ("tomorrow", day(8, 25), COMING)),
        ("Roe will race tonight.", ("tonight", day(8, 24), COMING)),
        ("That was three days ago.", ("three days ago", day(8, 21), PAST)),
        # No days at all.
        ("He joined last year.", ("last year", None, PAST)),
        ("He returns next season.", ("next season", None, COMING)),
        ("He joined in 2004.", ("2004", None, PAST)),
        ("He starred in 2004-05.", ("2004-05", None, PAST)),
        ("He joined in March.", ("March", None, OPEN)),
        ("He left two weeks ago.", ("two weeks ago", None, PAST)),
    ],
)
def test_one_mention(text: str, expected: tuple[str, datetime.date | None, bool | None]) -> None:
    assert told(find_dates(text, PUBLISHED)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The meeting on 10-14 September will be her last.", ("10-14 September", day(9, 10), day(9, 14))),
        ("The tour begins on Feb. 28 to March 2, 2024.", ("Feb. 28 to March 2, 2024", day(2, 28, 2024), day(3, 2, 2024))),
        ("The cup, 30 December 2023", ("30 December 2023", day(12, 30), None)),
        ("The cup, 30 December to 3 January, will be full.", ("30 December to 3 January", day(12, 30), day(1, 3, 2024))),
    ],
)
def test_ranges(text: str, expected: tuple[str, datetime.date, datetime.date | None]) -> None:
    (mention,) = find_dates(text, PUBLISHED)
    assert (mention.text, mention.date, mention.until) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She runs the 1500m and the 2000 metres.",
        "It cost £2000 and drew 1900 spectators.",
        "Kick-off is at 1930 GMT.",
        "She told the Sunday Times so.",
        "Sheffield Wednesday are third, and Wednesday know it.",
        "They may march in may.",
        "It ended 24-20 and 7-6.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe won on Tuesday.", None),
        ("Roe won yesterday.", None),
        ("Roe won on 24 August.", None),
        ("Roe won on 24 August 2023.", day(8, 24)),
        ("Roe won on August 24, 2023.", day(8, 24)),
    ],
)
def test_without_publication_only_full_dates_are_days(text: str, expected: datetime.date | None) -> None:
    assert [mention.date for mention in find_dates(text, None)] == [expected]


def test_two_tenses_in_one_sentence() -> None:
    mentions = find_dates("Roe, who beat Poe on Sunday, will meet Doe on Wednesday.", PUBLISHED)
    assert told(mentions) == [("Sunday", day(8, 20), PAST), ("Wednesday", day(8, 30), COMING)]


WORDS = st.sampled_from(
    [
        "on",
        "next",
        "last",
        "Monday",
        "Sunday's",
        "31",
        "29",
        "12",
        "-",
        "/",
        "to",
        "of",
        "May",
        "Feb.",
        "February",
        ",",
        "2023",
        "2024",
        ".",
        "will",
        "won",
        "yesterday",
        "a",
        "tonight",
        "\n",
    ]
)


@given(
    st.one_of(st.text(), st.lists(WORDS, max_size=25).map(" ".join)),
    st.one_of(st.none(), st.dates(datetime.date(1800, 1, 8), datetime.date(2100, 1, 1))),
)
def test_mentions_stand_in_the_text_in_order(text: str, published: datetime.date | None) -> None:
    mentions = find_dates(text, published)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(one.end <= two.start for one, two in pairwise(mentions))
    assert all(m.date <= m.until for m in mentions if m.date and m.until)
