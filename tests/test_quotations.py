"""Which words of an article are direct speech, in every printing habit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.quotations import find_quotations

SPEECH = [
    # straight and curly double marks
    ('"I felt strong all day," said Okoro. "It was windy."', ["I felt strong all day,", "It was windy."]),
    ("“I felt strong all day,” said Okoro.", ["I felt strong all day,"]),
    ('Lin said Okoro had been "by far the bravest of them all".', ["by far the bravest of them all"]),
    ("Hale said: ``We will be back next year.''", ["We will be back next year."]),
    # the closing mark is missing
    (
        'Okoro said: "I went too early last year. "But I learned from it. "This time I waited." She flies home today.',
        ["I went too early last year.", "But I learned from it.", "This time I waited."],
    ),
    (
        '"We had a plan for the wind.\n\n"It worked until the last lap," said Lin.',
        ["We had a plan for the wind.", "It worked until the last lap,"],
    ),
    ('"We never gave up on the title. Meanwhile, Rovers sacked their coach.', ["We never gave up on the title."]),
    # an odd number of marks
    ('Okoro smiled." She had every right. "Nobody believed in me," she said.', ["Nobody believed in me,"]),
    ('"We have waited for this," Lin said. " "It was worth it all."', ["We have waited for this,", "It was worth it all."]),
    # marks inside a quotation do not split it
    ("\"I told her, 'just keep going', and she did,\" Lin said.", ["I told her, 'just keep going', and she did,"]),
    ('"He kept on shouting "hold your line" at me," said Okoro.', ['He kept on shouting "hold your line" at me,']),
    # speech in single marks
    ("'We don't fear the players' tunnel any more,' said Hale.", ["We don't fear the players' tunnel any more,"]),
    (
        "Hale said: 'It was the best night of my life.\n\n'I'll never forget the fans' songs.'\n\nHe is 31.",
        ["It was the best night of my life.", "I'll never forget the fans' songs."],
    ),
    ("‘It’s been a long road,’ said Hale, who played rock ’n’ roll in the ’90s.", ["It’s been a long road,"]),
    ("'I said \"never again\" after the last one,' Lin laughed.", ['I said "never again" after the last one,']),
    # short, but a whole utterance
    ('"It\'s magic," she said.', ["It's magic,"]),
    ("‘I can’t wait for Rome’: Okoro looks ahead\n\nInes Okoro will run in Rome.", ["I can’t wait for Rome"]),
]

NOT_SPEECH = [
    'The crowd saw a "miracle" in the second half.',
    'They call him "The Iron Postman of Riverton" on the circuit.',
    'Her autobiography, entitled "running out of road again", is due in May.',
    'The song "Nobody Runs Like Annie" was played before the start.',
    "The players' lounge and the coaches' room were shut in the '80s and '90s.",
    "It's a rock 'n' roll town and they don't do things by halves.",
    "Okoro 'to miss start of season'\n\nInes Okoro may be out until June.",
    "Nothing was said.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), SPEECH)
def test_speech_is_found_without_its_marks(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text)] == expected


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_names_titles_and_apostrophes_are_no_speech(text: str) -> None:
    assert find_quotations(text) == []


def test_a_missing_closing_mark_is_reported() -> None:
    text = 'Lin said: "We waited a year. "It was worth it." She left.'
    first, second = find_quotations(text)
    assert (first.missing, text[first.opening : first.closing]) == (True, '"We waited a year.')
    assert (second.missing, text[second.opening : second.closing]) == (False, '"It was worth it."')


def test_marks_in_skipped_ranges_do_not_count() -> None:
    text = 'Photo: "the long last lap" by Lin\n\n"I am so tired now," said Okoro.'
    caption = (0, text.index("\n"))
    assert [text[q.start : q.end] for q in find_quotations(text, skip=[caption])] == ["I am so tired now,"]


@given(st.text(alphabet="abs IA,.!?:\"'“”‘’`\n -", max_size=120))
def test_quotations_are_in_order_apart_and_inside_the_text(text: str) -> None:
    last = 0
    for q in find_quotations(text):
        assert last <= q.opening < q.start < q.end <= q.closing <= len(text)
        assert text[q.start : q.end] == text[q.start : q.end].strip()
        assert q.missing == (q.closing == q.end)
        last = q.closing
