"""Names of disciplines, and the everyday words that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.disciplines import find_disciplines, gender_of, names_none


def found(text: str) -> list[str]:
    return [d.text for d in find_disciplines(text)]


NAMED = [
    # names of several words
    ("Roth and Lin won the 49er FX world title.", ["49er FX"]),
    ("Lin won the women's boulder and lead title.", ["women's boulder and lead"]),
    ("Hale won the normal hill/10km in Tarn.", ["normal hill/10km"]),
    ("In the 10m air rifle mixed team event Norland beat Tarn.", ["10m air rifle mixed team"]),
    ("Dell won the dressage freestyle.", ["dressage freestyle"]),
    ("Elian took the rings and Dolev the floor.", ["rings"]),
    # distances
    ("Okoro won the 1,500m in Riverton.", ["1,500m"]),
    ("She broke the 10,000m record of her aunt.", ["10,000m"]),
    ("Lin is the fastest over 60m and 200m this winter.", ["60m", "200m"]),
    ("It was a narrow 3,000m victory for Hale.", ["3,000m"]),
    ("He ran a cautious 3,000m in 7:52.10.", ["3,000m"]),
    ("Brandt, the world indoor 400m champion, sat it out.", ["400m"]),
    ("Roe is out of the individual 100m.", ["100m"]),
    ("She was second in the six-kilometre race.", ["six-kilometre race"]),
    ("He won the men's 9km race on the beach.", ["men's 9km race"]),
    ("They ran the 4x100m relay.", ["4x100m relay"]),
    ("Our 4x100m relay team dropped the baton.", ["4x100m relay"]),
    ("Gold in the women's 4x100 medley relay went to Norland.", ["women's 4x100 medley relay"]),
    ("She set a best for the long course 100m, twice.", ["long course 100m"]),
    ("Hale swam the men's 200 backstroke and the 200 IM.", ["men's 200 backstroke", "200 IM"]),
    # track, field and road
    ("Okoro won the women's 400m hurdles and the mile.", ["women's 400m hurdles", "mile"]),
    ("Long jumper Mei Lin fouled twice.", ["Long jump"]),
    ("Brandt took the hammer title.", ["hammer"]),
    ("She runs marathons for fun and heptathlon for a living.", ["marathons", "heptathlon"]),
    ("They won the team gold, and Roe the individual title.", ["team", "individual"]),
    ("Men's and women's team gold went to Norland.", ["women's team"]),
    ("Third in the women's race was Lin.", ["women's race"]),
    ("Ash won the under-16 category.", ["under-16"]),
    ("He kept his men's under-23 title.", ["men's under-23"]),
    ("Roe threw the hammer 74.81 meters and the javelin 60 metres.", ["hammer", "javelin"]),
    ("A 7.71-metre long jump kept Hale in front.", ["long jump"]),
    ("Ash ran an 800 metres of 2:08.15.", ["800 metres"]),
    ("Men\n100 metres (wind +1.4)\n1. Brandt 10.31", ["100 metres"]),
    ("Lin won the sprint and was fourth in the individual at Norhavn.", ["sprint", "individual"]),
    ("Okoro took the women's shot.", ["women's shot"]),
    # distances whose unit everybody knows
    ("In the women's 5,000, Okoro outkicked Lin.", ["women's 5,000"]),
    ("He took the open 200 in 20.51.", ["200"]),
    ("Hale, world champion in the 100 and 200 metres butterfly, led.", ["100", "200 metres butterfly"]),
    ("She won the 200 breast, the 100 fly and the 1,000 free.", ["200 breast", "100 fly", "1,000 free"]),
    ("Pan took gold in the 100-meter men's freestyle.", ["100-meter men's freestyle"]),
    ("She won the 200 yard Individual Medley.", ["200 yard Individual Medley"]),
    ("Quirk claimed the men's T54 1,500 in 2:51.88.", ["men's T54 1,500"]),
    ("Canada won the K2 500 by a second.", ["K2 500"]),
    # weights
    ("Scotland's Craig Munro (89kg) failed to lift, and Bell fought at up to 70 kilos.", ["89kg"]),
    ("He kept his British super-welter belt.", ["super-welter"]),
    ("Lin fought in the final of the -63kg category.", ["-63kg"]),
    ("Dell won +87kg bronze and the judo -52kg crown.", ["+87kg", "-52kg"]),
    ("He lifted 150kg for silver in the men's-59kg class.", ["men's-59kg"]),
    ("Hale won the men's up to 65kg category.", ["men's up to 65kg"]),
    ("Ito is out of the women's 57kg freestyle.", ["women's 57kg freestyle"]),
    ("The super-middleweight belt stays with Roe.", ["super-middleweight"]),
    ("Dell won women's lightweight powerlifting silver.", ["women's lightweight powerlifting"]),
    # classes of Paralympic sport
    ("Lin won the women's F42-44/61-64 discus throw.", ["women's F42-44/61-64 discus throw"]),
    ("He ran the men's T11/12 100m.", ["men's T11/12 100m"]),
    ("They won BC1/2 team gold.", ["BC1/2 team"]),
    ("She won the foil B event, he the sabre A title.", ["foil B", "sabre A"]),
    ("Ash came third in the men's visually impaired super-G skiing.", ["men's visually impaired super-G"]),
    ("Roth won K1 bronze.", ["K1"]),
    ("Silver in the B pursuit went to Roth and his pilot.", ["B pursuit"]),
    ("She won the men's sabre category A quarter-final.", ["men's sabre category A"]),
    # and the rest
    ("Swiss pilot Roth won the two-man by a hundredth.", ["two-man"]),
    ("Archer won both the scratch and elimination races.", ["scratch", "elimination"]),
    ("Lin won the women's 15-km individual.", ["women's 15-km individual"]),
    ("Women's single: 1. Roe 7:26.1", ["Women's single"]),
    ("In the men's 49er, Norland led; the mixed Nacra 17 waited.", ["men's 49er", "mixed Nacra 17"]),
    ("Dell was third on beam and first on the rings.", ["beam", "rings"]),
    ("She is the Olympic taekwondo champion, and won silver in luge.", ["taekwondo", "luge"]),
    ("The men's 50m rifle three positions ended late.", ["men's 50m rifle three positions"]),
    ("He was fifth in the men's trap shooting final.", ["men's trap"]),
    ("Bronze in the super combined, and ninth in the slalom.", ["super combined", "slalom"]),
    ("A one-two in the two-woman bobsleigh.", ["two-woman bobsleigh"]),
    ("They took the mixed synchronised 10m platform.", ["mixed synchronised 10m platform"]),
    ("She won the boys' singles and the mixed doubles with him.", ["boys' singles", "mixed doubles"]),
    ("Novak and Ash won the singles and doubles titles.", ["singles", "doubles"]),
    ("It was her third boxing gold.", ["boxing"]),
    ("They won figure skating pairs gold.", ["figure skating pairs"]),
    ("The men’s team pursuit and the women’s keirin.", ["men’s team pursuit", "women’s keirin"]),
]


@pytest.mark.parametrize(("text", "disciplines"), NAMED)
def test_disciplines_by_their_names(text: str, disciplines: list[str]) -> None:
    assert found(text) == disciplines


PROSE = [
    "She kicked with 200m to go and led by 5m over the final 100m.",
    "He scored from 30 metres out, a few miles from home.",
    "The peloton rode the 192km stage past the 30km mark.",
    "The cloud stood 9,000 miles away over a course up to 100 metres long.",
    "He cleared 5.45m and lost £5m and $100m.",
    "They made the eight mile journey in a double-decker.",
    "Hale drives in F1, captains the T20 side and plays for the women's team.",
    "The men's senior team meets the under-21 team of Ashby.",
    "England took the lead and kept the pressure on.",
    "The batters traded quick singles all morning.",
    "We will discuss the plan, foil the raid and snatch a draw.",
    "Four gold medals and eight titles in one career!",
    "It was a hammer blow, and a marathon match in the heat.",
    "A springboard for the team's pursuit of points.",
    "The bags weighed up to 115kg, and 40kg more with water.",
    "Boxing needs money, says the boxing promoter.",
    "The Women's Super League and the Women's Open start in May.",
    "The Hammers beat the Sabres.",
    "Vell brought up the 50 in 12 overs and the 100 best seats are gone.",
    "Norland won the 200 back in 2012, said the women's back row.",
    "The two-man tent lay on the floor, and he went up the street to the park.",
    "In the lead at 150 metres, she was on the way back.",
    "He is the world champion at being late and a taekwondo teacher.",
]


@pytest.mark.parametrize("text", PROSE)
def test_everyday_words_are_no_disciplines(text: str) -> None:
    assert found(text) == []


GENDERS = [
    ("women's", "women"), ("ladies’", "women"), ("girls'", "women"), ("female", "women"),
    ("men's", "men"), ("boys'", "men"), ("mixed", "mixed"), ("the mixed men's and women's", "mixed"),
    ("open", None), ("", None), (None, None),
    ("owing to a mental block", None), ("Mena Roth won", None), ("a mens race", "men"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "gender"), GENDERS)
def test_whose_discipline_it_is(words: str | None, gender: str | None) -> None:
    assert gender_of(words) == gender


def test_a_discipline_knows_its_place_and_gender() -> None:
    text = "Second in the women’s 5,000m was Roth; the mixed relay is on Sunday."
    first, second = find_disciplines(text)
    assert (text[first.start : first.end], first.gender) == ("women’s 5,000m", "women")
    assert (second.text, second.gender) == ("mixed relay", "mixed")


WORDS = [
    "the",
    "women's",
    "men's",
    "100m",
    "4x100m",
    "-63kg",
    "relay",
    "team",
    "under-23",
    "freestyle",
    "B",
    "final",
    "mixed",
    "10",
    "\n",
    "–",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_disciplines_stand_in_the_text_in_order_without_overlap(words: list[str]) -> None:
    text = " ".join(words)
    disciplines = find_disciplines(text)
    assert all(text[d.start : d.end] == d.text and d.text.strip() == d.text for d in disciplines)
    assert all(a.end <= b.start for a, b in pairwise(disciplines))


@pytest.mark.parametrize(
    ("text", "words", "none"),
    [
        ("Lin ended her six-race winning run.", "six", True),
        ("Brandt was left out of the 13-man squad.", "13", True),
        ("Hale won the 10-km race.", "10", False),
        ("Roe went from eighth at the 150 to second.", "150", True),
        ("Oduya took the 200 in 20.41.", "200", False),
        ("She took the 1,500 on Sunday.", "1,500", False),
        ("Okoro led to the 350m mark.", "350m", True),
        ("Okoro won the 350m in 45.10.", "350m", False),
        ("Kanzaki, the Olympic marathoner, was second.", "marathoner", True),
        ("Welsh triathlete Non Rees was third.", "triathlete", True),
        ("Rees won the triathlon.", "triathlon", False),
        ("On the men's side, Roth won.", "men", True),
        ("Roth was third in the Ford.", "Ford", True),
    ],
)
def test_tags_that_name_no_contest(text: str, words: str, none: bool) -> None:
    start = text.index(words)
    assert names_none(text, start, start + len(words)) is none
