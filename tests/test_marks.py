import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import marks as package
from pipeline.extract.marks import find_marks


def only(text):
    """The one mark that the text holds."""
    marks = find_marks(text)
    assert len(marks) == 1, [mark.text for mark in marks]
    return marks[0]


def test_the_public_name():
    assert package.__all__ == ["find_marks"]


@pytest.mark.parametrize(
    ("text", "mark", "seconds"),
    [
        ("Okafor held on to win in 3:29.38.", "3:29.38", 209.38),
        ("She stopped the clock at 3min 52.89sec", "3min 52.89sec", 232.89),
        ("his time of 3 minutes, 29.23 seconds", "3 minutes, 29.23 seconds", 209.23),
        ("home in one minute 55.16 seconds", "one minute 55.16 seconds", 115.16),
        ("Twenty-one minutes and 4.5 seconds was enough", "Twenty-one minutes and 4.5 seconds", 1264.5),
        ("9.87 seconds, said the board", "9.87 seconds", 9.87),
        ("clocked 9.92sec", "9.92sec", 9.92),
        ("bronze in 10.95s.", "10.95s", 10.95),
        ("the winner in 2:05:41", "2:05:41", 7541),
        ("home after 2hrs 3mins 59secs", "2hrs 3mins 59secs", 7439),
        ("took 1 hour, 33 minutes", "1 hour, 33 minutes", 5580),
        ("two hours, 21 minutes and 7 seconds", "two hours, 21 minutes and 7 seconds", 8467),
        ("the race was won in 1hr 24min 3.212sec", "1hr 24min 3.212sec", 5043.212),
        ("29 minutes 33 seconds over the fields", "29 minutes 33 seconds", 1773),
        ("won the 5,000m in 13:26", "13:26", 806),
        ("ran 1.43.92 in Oslo", "1.43.92", 103.92),
        ("Okafor won in 3:29.38 in the 1,500m", "3:29.38", 209.38),
        ("won in 2:04:56 in the marathon", "2:04:56", 7496),
        ("3:29.38 into a headwind", "3:29.38", 209.38),
        ("In the 200m, 19.78 seconds was enough", "19.78 seconds", 19.78),
        ("won the sprint in 10.02.", "10.02", 10.02),
    ],
)
def test_times(text, mark, seconds):
    found = only(text)
    assert (found.kind, found.text, found.unit) == ("time", mark, "s")
    assert found.value == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("text", "mark", "kind", "value", "unit"),
    [
        ("the long jump with 8.95m", "8.95m", "distance", 8.95, "m"),
        ("a throw of 84.95 metres", "84.95 metres", "distance", 84.95, "m"),
        ("Her best throw, 71 metres, came last", "71 metres", "distance", 71, "m"),
        ("cleared 2.38m in the high jump", "2.38m", "height", 2.38, "m"),
        ("the pole vault at 6.06 meters (19 feet, 10½ inches)", "6.06 meters (19 feet, 10½ inches)", "height", 6.06, "m"),
        ("she jumped 16 feet-3/4 inch", "16 feet-3/4 inch", "distance", 4.8959, "m"),
        ("he leapt 28 feet, 3 1/2 inches", "28 feet, 3 1/2 inches", "distance", 8.6233, "m"),
        ("lifted 172.5kg", "172.5kg", "weight", 172.5, "kg"),
        ("a European record 199 kilos", "199 kilos", "weight", 199, "kg"),
        ("finished +5.3 seconds down", "+5.3 seconds", "gap", 5.3, "s"),
        ("crossed the line 1.7 seconds behind the leader", "1.7 seconds", "gap", 1.7, "s"),
        ("4. Dell (Nor) +1min 03secs", "+1min 03secs", "gap", 63, "s"),
        ("4. Dell (Nor) +1'03\"", "+1'03\"", "gap", 63, "s"),
        ("he touched .04 seconds ahead", ".04 seconds", "gap", 0.04, "s"),
        ("beaten by three hundredths of a second", "three hundredths of a second", "gap", 0.03, "s"),
        ("took the heptathlon with 6,812 points", "6,812 points", "points", 6812, "point"),
        ("scored 15.300 on the beam", "15.300", "points", 15.3, "point"),
        ("scored 288.4125 in the duet", "288.4125", "points", 288.4125, "point"),
        ("Norland (1,071.0) were third", "1,071.0", "points", 1071, "point"),
        ("behind Dell (8,120) and Roth", "8,120", "points", 8120, "point"),
        ("the pair finished with a total of 412.56", "412.56", "points", 412.56, "point"),
        ("a tally of 100.", "100", "points", 100, "point"),
        ("hit 33 out of 40 in the final", "33 out of 40", "points", 33, "point"),
        ("a five-under 67", "five-under 67", "strokes", 67, "stroke"),
        ("opened with a two-over-par 74", "two-over-par 74", "strokes", 74, "stroke"),
        ("He is at -12 with one round left", "-12", "strokes", -12, "stroke"),
        ("finished on 12 under par", "12 under par", "strokes", -12, "stroke"),
        ("she was level par after nine", "level par", "strokes", 0, "stroke"),
        ("carded a 66 in the rain", "66", "strokes", 66, "stroke"),
        ("a break of 57 and then a 104 break", "104 break", "break", 104, "point"),
        ("won by five wickets", "five wickets", "margin", 5, "wicket"),
        ("by 67 runs at the Oval", "67 runs", "margin", 67, "run"),
        ("lost by an innings and 38 runs", "an innings and 38 runs", "margin", 38, "run"),
        ("a three-wicket victory", "three-wicket", "margin", 3, "wicket"),
        ("home by 2½ lengths? No, by two lengths", "two lengths", "margin", 2, "length"),
        ("the fastest lap, at 156.2mph", "156.2mph", "speed", 69.8276, "m/s"),
        ("her test scored 78.245%", "78.245%", "points", 78.245, "%"),
        ("stopped by KO", "KO", "decision", None, None),
        ("a fifth-round stoppage", "fifth-round stoppage", "decision", None, None),
        ("a unanimous decision", "unanimous decision", "decision", None, None),
        ("beaten on a Split Decision", "Split Decision", "decision", None, None),
    ],
)
def test_measures(text, mark, kind, value, unit):
    found = find_marks(text)[-1]
    assert (found.text, found.kind, found.unit) == (mark, kind, unit)
    assert found.value == (value if value is None else pytest.approx(value, abs=1e-3))


@pytest.mark.parametrize(
    ("text", "mark", "kind", "parts"),
    [
        ("Leyton won 2-1.", "2-1", "score", (2, 1)),
        ("won by a 2-1 margin", "2-1", "score", (2, 1)),
        ("a 3-0 decision", "3-0", "score", (3, 0)),
        ("Leyton beat Hale (2-1 in extra time)", "2-1", "score", (2, 1)),
        ("drew 1-1 aet (4-2 pens)", "1-1 aet (4-2 pens)", "score", (1, 1)),
        ("lost 6-4, 3-6, [10-8]", "6-4, 3-6, [10-8]", "sets", ((6, 4), (3, 6), (10, 8))),
        ("won 21-18, 29-30, 21-15", "21-18, 29-30, 21-15", "sets", ((21, 18), (29, 30), (21, 15))),
        ("Europe beat the States 16½-11½.", "16½-11½", "score", (16.5, 11.5)),
        ("Leyton won 14½ to 13½", "14½ to 13½", "score", (14.5, 13.5)),
        ("a 3–0 victory", "3–0", "score", (3, 0)),
        ("Rovers 2 - 2 Albion", "2 - 2", "score", (2, 2)),
        ("beat the Hawks 109-112", "109-112", "score", (109, 112)),
        ("won the final 15-6", "15-6", "score", (15, 6)),
        ("drew 1-1 (4-3 on penalties)", "1-1 (4-3 on penalties)", "score", (1, 1)),
        ("two sets to one", "two sets to one", "score", (2, 1)),
        ("won three-nil", "three-nil", "score", (3, 0)),
        ("the camogie final, 2-11 to 0-9", "2-11 to 0-9", "score", ((2, 11), (0, 9))),
        ("kicked 15.12 (102) at the oval", "15.12 (102)", "score", (15, 12)),
        ("6-4 3-6 7-6 (7-5)", "6-4 3-6 7-6 (7-5)", "sets", ((6, 4), (3, 6), (7, 6))),
        ("won 6-4, 7-6(4) indoors", "6-4, 7-6(4)", "sets", ((6, 4), (7, 6))),
        ("through 6-4, 6-2.", "6-4, 6-2", "sets", ((6, 4), (6, 2))),
        ("through 6-3 and 7-5 on court two", "6-3 and 7-5", "sets", ((6, 3), (7, 5))),
        ("an 11-2, 8-7 victory on the piste", "11-2, 8-7", "sets", ((11, 2), (8, 7))),
        ("swept them 25-21, 25-19, 25-23", "25-21, 25-19, 25-23", "sets", ((25, 21), (25, 19), (25, 23))),
        ("3-1 (11-8, 9-11, 11-4, 11-6)", "3-1 (11-8, 9-11, 11-4, 11-6)", "sets", ((11, 8), (9, 11), (11, 4), (11, 6))),
        ("replied with 196-5 (47.4 overs)", "196-5 (47.4 overs)", "innings", (196, 5)),
        ("reached 273 for 5.", "273 for 5", "innings", (273, 5)),
        ("were 250 all out", "250 all out", "innings", (250, 10)),
        ("the left-armer took 3-34", "3-34", "wickets", (3, 34)),
        ("the off-spinner finished with match figures of 11-98", "11-98", "wickets", (11, 98)),
        ("the bowler claimed seven for 11", "seven for 11", "wickets", (7, 11)),
        ("shot 7 for 11 from the field", "7 for 11", "shots", (7, 11)),
        ("won 4&3 on the links", "4&3", "margin", (4, 3)),
        ("a card of 67-68-70 so far", "67-68-70", "strokes", (67, 68, 70)),
        ("outpointed Lloyd 30-27, 30-27, 29-28", "30-27, 30-27, 29-28", "score", ((30, 27), (30, 27), (29, 28))),
        ("the judges gave it 116-112, 115-113", "116-112, 115-113", "score", ((116, 112), (115, 113))),
        ("rounds of 67-68-70-71", "67-68-70-71", "strokes", (67, 68, 70, 71)),
    ],
)
def test_scores(text, mark, kind, parts):
    found = only(text)
    assert (found.text, found.kind, found.parts) == (mark, kind, parts)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Lost to Rye 2-1, to Deal 3-0 and to Hythe 4-1", ["2-1", "3-0", "4-1"]),
        ("They won 3-1, 2-0 and 4-0 on tour", ["3-1", "2-0", "4-0"]),
        ("Ostrava won 2-1\n3-0 to Brno", ["2-1", "3-0"]),
        ("first in 3:29.38—a surprise—from 3:29.65", ["3:29.38", "3:29.65"]),
    ],
)
def test_scores_of_different_matches_stay_apart(text, marks):
    assert [mark.text for mark in find_marks(text)] == marks


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Diaw had 26 points, eight rebounds and 11 assists.",
            [("26 points", "points", 26, "point"), ("eight rebounds", "rebounds", 8, "rebound"), ("11 assists", "assists", 11, "assist")],
        ),
        (
            "He rushed for three touchdowns and 137 rushing yards.",
            [("three touchdowns", "touchdowns", 3, "touchdown"), ("137 rushing yards", "yards", 137, "yard")],
        ),
        ("She had 12 strikeouts", [("12 strikeouts", "strikeouts", 12, "strikeout")]),
        ("Two goals from Adeyemi", [("Two goals", "goals", 2, "goal")]),
        ("Two tries and four penalties", [("Two tries", "tries", 2, "try"), ("four penalties", "penalties", 4, "penalty")]),
        ("Hers was a hat-trick", [("hat-trick", "goals", 3, "goal")]),
        ("Hers was a hat-trick, and she tries to play simple", [("hat-trick", "goals", 3, "goal")]),
        ("Two tries, and Hers was a hat-trick", [("Two tries", "tries", 2, "try"), ("hat-trick", "tries", 3, "try")]),
        ("a hat-trick of tries", [("hat-trick", "tries", 3, "try")]),
        ("Lund scored twice", [("twice", "goals", 2, "goal")]),
        ("The batsman made 52 runs", [("52 runs", "runs", 52, "run")]),
        ("Wicketkeeper Shah was 104 not out", [("104 not out", "runs", 104, "run")]),
        ("A wicket fell with Hale (69) at the crease.", [("69", "runs", 69, "run")]),
        ("lbw for seven.", [("seven", "runs", 7, "run")]),
        ("two wickets in the over", [("two wickets", "wickets", 2, "wicket")]),
        ("Kone scored 19 points and Ruiz added 12.", [("19 points", "points", 19, "point"), ("12", "points", 12, "point")]),
    ],
)
def test_figures_of_players(text, figures):
    assert [(mark.text, mark.kind, mark.value, mark.unit) for mark in find_marks(text)] == figures


@pytest.mark.parametrize(
    ("text", "mark", "flags"),
    [
        ("a personal best of 6.63m", "6.63m", ("PB",)),
        ("14:32.93, a world record", "14:32.93", ("WR",)),
        ("won in 9.87 PB", "9.87", ("PB",)),
        ("a season's best 9.87", "9.87", ("SB",)),
        ("set an Olympic record of 45.9 seconds", "45.9 seconds", ("OR",)),
        ("smashed the European record in 26.81 seconds", "26.81 seconds", ("ER",)),
        ("a Scottish record of 8.31 seconds", "8.31 seconds", ("NR",)),
        ("the championship record, 90.57m", "90.57m", ("CR",)),
        ("a course record of 2:16:02", "2:16:02", ("course record",)),
        ("outside her personal best time of 51.79", "51.79", ("PB",)),
        ("3:47.11, the fastest in the world this year", "3:47.11", ("WL",)),
        ("the world record holder won in 9.91 seconds", "9.91 seconds", ()),
        ("12.51 seconds, just outside her personal best", "12.51 seconds", ()),
        ("won in 12.51 seconds. The world record is safe.", "12.51 seconds", ()),
        ("10.65 (0.6m/s)", "10.65 (0.6m/s)", ("wind:+0.6",)),
        ("8.12m (-1.1)", "8.12m (-1.1)", ("wind:-1.1",)),
        ("a wind-aided 9.81 seconds", "9.81 seconds", ("wind-aided",)),
        ("won 3-2 after extra time", "3-2", ("aet",)),
        ("Marlow went through 5-4 on penalties", "5-4 on penalties", ("penalties:5-4",)),
        ("drew 2-2 (aet, 4-2 pens)", "2-2 (aet, 4-2 pens)", ("penalties:4-2", "aet")),
        ("through 4-3 on aggregate", "4-3", ("aggregate",)),
        ("leads the series 2-1", "2-1", ("series",)),
        ("led 40-33 at half-time", "40-33", ("interim",)),
        ("were 2-0 up", "2-0", ("interim",)),
        ("led his second-round match against Mei Lin 2-0 but", "2-0", ("interim",)),
        ("trailed 62-61 early", "62-61", ("interim",)),
        ("on a 9-0 run", "9-0", ("interim",)),
        ("won the first set 6-1 before", "6-1", ("interim",)),
        ("let slip a 5-2 lead", "5-2", ("interim",)),
        ("a 5-2 win", "5-2", ()),
        ("the bowler, on 37 not out, swung", "37 not out", ("not out",)),
    ],
)
def test_flags(text, mark, flags):
    found = only(text)
    assert (found.text, found.flags) == (mark, flags)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("She won in 7:41.42, well clear, and the meeting record of 7:44.02 fell.", [(), ("MR",)]),
        ("Adeyemi 9.97 PB, Lund 10.04", [("PB",), ()]),
        ("8.31m, a personal best, to 8.28m", [("PB",), ()]),
        ("He won with 2.33m; the world record is 2.45m.", [(), ("WR",)]),
        ("A world record of 9:12.40, from 9:20.11", [("WR",), ()]),
    ],
)
def test_a_record_belongs_to_the_mark_it_is_said_of(text, flags):
    assert [mark.flags for mark in find_marks(text)] == flags


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Garston beat Welby 2-1 in the Tarn League", ["2-1"]),
        ("Welby, who had lost 3-0 in the league, won 1-0 in the group stage", ["3-0", "1-0"]),
        ("Garston won 2-0 in their first league match", ["2-0"]),
        ("Garston are 4-2 in their first six games and Welby are 9-3 in the league", []),
        # neither a bookmaker nor a ground by that name makes it a day at the races
        ("The bookmakers had Welby down, and Garston beat them 2-1 at the Racecourse", ["2-1"]),
        ("Hale jockeys for room. Garston won 2-1.", ["2-1"]),
        ("The mare won at 5-1 under her new jockey, Roth", []),
        ("A win at 16-1 for a jockey of 18, and the Racecourse roared", []),
        ("At a press conference Hale spoke of the win (2-1) and the loss", ["2-1"]),
        ("Tarn (2-1) lead the conference", []),
        # goals and points of each side, of which neither pair is the score
        ("Tarn 1-15 Welby 1-13\nTarn are champions", []),
    ],
)
def test_scores_where_there_are_scores(text: str, marks: list[str]) -> None:
    assert [mark.text for mark in find_marks(text)] == marks


@pytest.mark.parametrize(
    "text",
    [
        "on 3-4 May and again on 12.05.2024",
        "the 24-year-old, aged 24",
        "improved to 33-21",
        "fell to 4-7",
        "Tulsa (10-6, 2-1 American Athletic) host Rice",
        "are 12-3 overall",
        "a 14-2 record",
        "Boxer Lamb (19-0, 15 KOs)",
        "shirt No 9 and the world number one",
        "in 2004-05 and 1997/98",
        "a fee of £1.5m, or $2 million",
        "at 1430 GMT, 7:30pm, kick-off 19:45",
        "with 3:30 remaining",
        "the 100m, the 1,500m final and the 60m hurdles",
        "the under-21s and the 61kg category",
        "in a 4-4-2 formation",
        "in the knockout stage, deep in stoppage time",
        "on 3-4 Dec",
        "at 3:30 in the fourth quarter",
        "the race starts at 2.30 on Saturday",
        "a goal difference of +12",
        "the 1.98m lock scored",
        "hit a 20-foot jump shot",
        "the 5-1 favourites, or 11/4",
        "a 25-yard drive from 20 metres",
        "a 6ft 5in lock",
        "averaging 27.4 points per game",
        "in the last 10 seconds",
        "5-10 minutes later",
        "the Comets (14-6), top of the conference",
        "bats at .405 and shoots 44 percent",
        "won at Ascot by 16-1 chance Marlow, the jockey's first",
        "doors open 5:58p ET",
        "47.4 overs",
        "",
    ],
)
def test_no_marks(text):
    assert [mark.text for mark in find_marks(text)] == []


FRAGMENTS = ["6-4", " ", ", ", "(7-5)", "3:29.38", "one", " hundred and ", "two",
             " minutes ", "52.89", "m", "kg", " for ", "+", "-", "–", "½",
             "²", "٣", "İ", "𝟗",
             "world record ", "9" * 30, " points", " wickets", "(", ")", ".", "\n", "not out", "under", " par", "E", "ß"]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(FRAGMENTS)).map("".join)))
def test_marks_stand_in_any_text(text):
    marks = find_marks(text)
    for mark in marks:
        assert text[mark.start : mark.end] == mark.text
        assert mark.value is None or math.isfinite(mark.value)
        for part in mark.parts or ():
            assert all(map(math.isfinite, part if isinstance(part, tuple) else (part,)))
    assert all(before.end <= after.start for before, after in pairwise(marks))
