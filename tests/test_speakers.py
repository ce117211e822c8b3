"""Who says what, in the ways that reporters attribute speech."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.quotations import find_quotations
from pipeline.extract.sentences import find_sentences
from pipeline.extract.speakers import Attribution, Name, attribute

PEOPLE = {
    "okoro": ("Ines Okoro", "Okoro"),
    "lin": ("Mei Lin", "Lin"),
    "hale": ("Tom Hale", "Hale"),
    "brandt": ("Jonas Brandt", "Brandt"),
}


def names(text: str) -> list[Name]:
    forms = "|".join(form for forms in PEOPLE.values() for form in forms)
    person = {form: key for key, forms in PEOPLE.items() for form in forms}
    return [Name(m.start(), m.end(), person[m.group()]) for m in re.finditer(rf"\b(?:{forms})\b", text)]


def attributed(text: str) -> list[Attribution]:
    return attribute(text, find_quotations(text), names(text), find_sentences(text))


SPEAKERS = [
    # nobody speaks of himself by name
    ('Hale coaches Lin. Lin won. He said: "I have had a word with Lin and she was calm."', ["hale"]),
    ("Hale coaches Lin. Lin won. \"People shout 'Lin, run' at me,\" she said.", ["lin"]),
    # after the words
    ('"We are over the moon," said Okoro.', ["okoro"]),
    ('"We are over the moon," Okoro told reporters.', ["okoro"]),
    ('"We are over the moon," said Rovers captain Mei Lin, who scored twice.', ["lin"]),
    ('"We are over the moon," coach Tom Hale said.', ["hale"]),
    ('"I had nothing left," Okoro, a nurse from Riverton, admitted.', ["okoro"]),
    ('"It is over," according to Lin. Hale has not spoken.', ["lin"]),
    ('"Is it really over?" asked Brandt. Lin shook her head.', ["brandt"]),
    ('"They ran a fine race." Brandt said. Lin left early.', ["brandt"]),
    ('Lin won. "We go again," was the verdict of Rovers coach Tom Hale.', ["hale"]),
    # one sentence, interrupted
    ('Lin won. "It is a great feeling," said Okoro, who lost to Brandt in 2019, "and I want to win more."', ["okoro", "okoro"]),
    # before the words
    ('Okoro beat Lin by a stride and said: "I saw her shadow."', ["okoro"]),
    ('Asked about Lin, Hale said: "She is the one to beat."', ["hale"]),
    ('Hale, who coaches Lin, said of Okoro: "She ran away from us."', ["hale"]),
    ('Brandt defended his choice, saying: "The track was fair to all."', ["brandt"]),
    ('Hale told Brandt it was "a day for the brave ones".', ["hale"]),
    ('Lin - "I can hardly walk this morning."', ["lin"]),
    ('Lin: "I can hardly walk this morning."', ["lin"]),
    # the sentence before
    ('Okoro was thrilled with her night. "I saw the clock and wept."', ["okoro"]),
    ('Lin lost her title to Okoro. "I have no excuses at all."', ["lin"]),
    # an article that is one long line is no headline
    (
        "Rovers beat Athletic 2-1 on a cold night by the river, where striker Mei Lin scored twice in the last minutes before Ines "
        'Okoro replied with a header that came too late to save them. "We ran hard," said coach Tom Hale. "It is a long season."',
        ["hale", "hale"],
    ),
    # going on
    ('"We ran well," said Okoro. "We ran hard, all of us. "And then we slept."', ["okoro", "okoro", "okoro"]),
    ('"I led them out," said Lin. "I paid for it." Hale saw it coming. "I had warned her about it," he said.', ["lin", "lin", "hale"]),
    ('Lin said: "I led them out.\n\n"I paid for it late on.\n\n"I would do it again."', ["lin", "lin", "lin"]),
    ('"I led them all out," Lin said.\n\n"I would do it again."', ["lin", "lin"]),
    ('Okoro won. "It was cold and wet. "It was never easy," said Hale.', ["hale", "hale"]),
    ('Lin said: "I led them all the way.\n\nLin at the finish on Friday\n\n"I would do it all again."', ["lin", "lin"]),
    # pronouns and descriptions
    ('Okoro beat Lin in Riverton. "I waited for the bend," she said.', ["okoro"]),
    ('Okoro had the lead. She was caught by Lin late on. "I died," she said, "on the final bend."', ["okoro"]),
    ('Mei Lin fell and she was carried off. Tom Hale ran to the track in his slippers. "My ankle is broken," she said.', ["lin"]),
    # the only one named in a sentence without a subject of its own, unless as another's opponent
    ('Hale praised the crowd. It was still a fine day for Okoro. "It is very special," she said.', ["okoro"]),
    ('Okoro was out early. It was a bad loss to Lin. "I have no excuses," she said.', ["okoro"]),
    ('Lin shook hands with all. At the end he had knocked out Brandt. "I nearly packed it in," he said.', ["lin"]),
    # a caption between
    ('"I led them out," said Lin.\n\nHale was sent to the stand\n\n"It was all my own fault."', ["lin", "lin"]),
    ('"I eat late and I sleep late," giggled Okoro. Lin shook her head.', ["okoro"]),
    # whoever was heard in the sentence before goes on, though another was its subject
    ('Brandt\'s late goal won it and coach Hale says that put them on course. "We can go far," he said.', ["hale"]),
    ('Brandt left early. But Rovers manager Tom Hale hinted he may be back soon. He said: "He could be with us at Riverton."', ["hale"]),
    ('Brandt is much like Lin in his running, according to Hale. He said: "The boy has a great talent."', ["hale"]),
    (
        '"She has a chance to win it," Hale explained. Brandt and Lin form the squad. Hale insisted that all were behind Okoro\'s request. '
        '"The date is an awkward one," he said.',
        ["hale", "hale"],
    ),
    ('Kenyan runner Okoro beat German Brandt. "I am a happy woman," the Kenyan said.', ["okoro"]),
    ('Brandt, 25, beat Hale, 31. "The legs were heavy today," said the 31-year-old.', ["hale"]),
    ('Okoro\'s coach Tom Hale told the radio: "We will rest her now."', ["hale"]),
    # headlines
    ("Ines Okoro: 'I want another one'\n\nThe 800m champion is not done.", ["okoro"]),
    ("'I want another one' - Okoro eyes history\n\nMei Lin is out.", ["okoro"]),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_the_speaker_is_the_person_whom_a_reader_would_name(text: str, expected: list[str]) -> None:
    assert [a.person for a in attributed(text)] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The matter is closed for us," said a club spokesman.', "a club spokesman"),
        ('"The matter is closed for us," a statement from the league read.', "a statement from the league"),
        ('The federation said: "The matter is closed for us."', "The federation"),
        ('"The matter is closed for us," said a spokesman for Okoro.', "a spokesman for Okoro"),
        ('The league said it was sorry. It added: "The matter is closed for us."', "The league"),
        ('People would say: "The matter is closed for us."', "People"),
    ],
)
def test_unnamed_sources_keep_their_words(text: str, words: str) -> None:
    (answer,) = attributed(text)
    assert (answer.person, answer.speaker_text) == (None, words)
    assert answer.start is not None
    assert text[answer.start : answer.end] == words


def test_an_answer_shows_its_words_and_its_verb() -> None:
    text = '"We are over the moon," Okoro told reporters.'
    (answer,) = attributed(text)
    assert (answer.speaker_text, answer.cue) == ("Okoro", "told")
    assert (answer.start, answer.end) == (24, 29)
    assert 0.9 < answer.confidence <= 1


def test_a_coach_is_meant_by_the_word_for_one() -> None:
    text = 'Hale coaches Okoro, the Norland runner. Okoro won. "We are over the moon," the Norland boss said.'
    (found,) = attribute(text, find_quotations(text), names(text), find_sentences(text), frozenset({"hale"}))
    assert (found.person, found.candidates) == ("hale", ())


def test_a_description_that_fits_nobody_is_less_sure() -> None:
    openings = ("Kenyan Ines Okoro won. Lin was second.", "Okoro won. Lin was second.")
    sure, unsure = (attributed(f'{opening} "We are over the moon," the Kenyan said.')[0] for opening in openings)
    assert sure.person == "okoro"
    assert unsure.person
    assert unsure.confidence < sure.confidence


def test_a_pronoun_that_may_mean_two_names_both() -> None:
    text = 'Brandt beat Hale on the line. "It was the closest of all," he said.'
    (answer,) = attributed(text)
    assert answer.person == "brandt"
    assert set(answer.candidates) == {"brandt", "hale"}


@pytest.mark.parametrize(
    "text",
    [
        '"Nobody saw it coming, not even us."',
        # the paragraph lost its first words, and with them the name
        'Hale won the day before.\n\nadmitted that the draw was hard. "We will need some luck," he said.',
    ],
)
def test_a_speaker_who_cannot_be_told_stays_unknown(text: str) -> None:
    (answer,) = attributed(text)
    assert (answer.person, answer.speaker_text) == (None, None)


WORDS = ["Okoro", "Lin", "Hale's", "he", "She", "it", "who", "said", "told", "was", "the", "Kenyan", "a spokesman", "for", "and"]
SIGNS = [",", ".", ":", "-", "\n", "\n\n", "'", '"', '"']


@given(st.lists(st.sampled_from(WORDS + SIGNS), max_size=40).map(" ".join))
def test_every_quotation_gets_one_answer_that_stands_in_the_text(text: str) -> None:
    quotations = find_quotations(text)
    answers = attribute(text, quotations, names(text), find_sentences(text))
    assert len(answers) == len(quotations)
    for answer in answers:
        assert 0 <= answer.confidence <= 1
        if answer.start is not None:
            assert text[answer.start : answer.end] == answer.speaker_text
