"""Rounds in running prose: which are named, and which of them a result is of."""

from __future__ import annotations

import pytest

from pipeline.extract.rounds import find_rounds, round_beside, round_of_article

ROUNDS = [
    ("Roth led the qualifiers with 64.20m", ["qualifiers"]),
    ("Lin, who had topped qualifying for the final,", []),
    ("Lin, who had topped qualifying with 80.03,", ["qualifying"]),
    ("none of the qualifiers won", []),
    ("silver in the final behind Roth", ["final"]),
    ("lost their fifth round-robin game", []),
    ("stopped Lin in the second round of their bout", []),
    ("birdied the second play-off hole", []),
    ("won three of the last four meetings", []),
    ("won none of the last 16 matches", []),
    ("reached the last 16 and lost in the last four", ["last four"]),
    ("Kerr won the final in Budapest.", ["final"]),
    ("Roth lost in the semi-finals.", ["semi-finals"]),
    ("a 2-0 win in the third-round tie", ["third-round"]),
    ("Dell went out in round two", ["round two"]),
    ("out in the last 16", ["last 16"]),
    ("on the opening day of the second Test", ["second Test"]),
    ("Finch won her heat", ["heat"]),
    ("Finch won Heat 3 and the Miami Heat won 112-98. Okoro led the Heat.", ["Heat 3"]),
    ("won stage 14 of the tour", ["stage 14"]),
    ("on the 12th stage", ["12th stage"]),
    ("They lost the Ardale Cup final 1-0 to Welby.", ["final"]),
    ("Tarn beat Morland in the plate semi-final.", ["plate semi-final"]),
    ("Welby 1-0 Garston: late header settles Group E clash", ["Group E"]),
    ("They lost their final World Cup qualifier.", []),
    ("The stage was won by Roth.", ["stage"]),
    ("They reached the final.", []),
    ("a place in the semi-finals", []),
    ("beat Lin to reach the Port Alder Open semi-finals", []),
    ("Roth beat Lin 4-2 to set up a quarter-final against Hale, who downed Day.", []),
    ("She came through 6-4 6-4 and will face Roth in Sunday's final.", []),
    ("Razo progressed with a 3-1 win and faces Lin in round two.", []),
    ("secured a place in the All-Island Club Final by beating Drumore", []),
    ("Lopez, who lost in last year's final, won 6-2 6-3.", []),
    ("a win to avenge a defeat in the 2020 semi-finals", []),
    ("a repeat of the Olympic final", []),
    ("on the final day", []),
    ("the final whistle blew", []),
    ("overtook Lin in the final metres", []),
    ("outsprinted her in the final 400m", []),
    ("a brilliant final dive worth 74.40 points", []),
    ("a share of gold in a dead heat", []),
    ("the lead after a round of 69", []),
    ("Brandt beat Hale by third-round knockout.", []),  # when the bout ended, and no round of a tournament
    ("a second-round technical knockout of Okoro", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROUNDS)
def test_rounds(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in find_rounds(text, 0, len(text))] == wanted


def test_past_rounds_may_be_of_another_year() -> None:
    text = "Roth lost to Lin in last year's final."
    assert [text[start:end] for start, end in find_rounds(text, 0, len(text), past=True)] == ["final"]


def test_a_bout_has_rounds_of_its_own() -> None:
    text = "Brannock stopped Lloyd in the second round of the semi-final."
    assert [text[start:end] for start, end in find_rounds(text, 0, len(text), rounds_within=True)] == ["semi-final"]


BESIDE = [  # whose result, its mark, as of a match, of the past
    ("Ines Roth beat Mei Lin in the semi-final and Ana Kos in the final.", "Ines Roth", None, True, False, "semi-final"),
    ("Roth won gold; Lin was eliminated in the heats.", "Roth", None, False, False, None),
    ("Roth won gold; Lin was eliminated in the heats.", "Lin", None, False, False, "heats"),
    ("Roth, 24, who ran 11.02 in the heats, won in 10.98 in the final.", "Roth", "11.02", False, False, "heats"),
    ("Roth, winner of the final in 2019, missed out on the 100m final.", "Roth", None, False, True, "final"),
    ("Roth, the 2019 champion, felt unlucky all season long after the heats.", "Roth", None, False, True, None),
]


@pytest.mark.parametrize(("text", "who", "mark", "match", "past", "wanted"), BESIDE)
def test_round_beside(text: str, who: str, mark: str | None, match: bool, past: bool, wanted: str | None) -> None:
    name = text.index(who), text.index(who) + len(who)
    place = text.index(mark) if mark else None
    assert round_beside(text, [(0, len(text))], name, place, match=match, past=past, rounds_within=False) == wanted


OPENINGS = [
    (["Roth won her second-round match.", "She beat Lin 6-4 6-4.", "Kos lost to Hale."], "second-round"),
    (["Roth won her second-round match.", "She beat Lin.", "Kos lost her first-round match."], None),  # two rounds: nobody says which
    (["Roth won.", "She beat Lin.", "It was the final."], None),
]


@pytest.mark.parametrize(("sentences", "wanted"), OPENINGS)
def test_round_of_article(sentences: list[str], wanted: str | None) -> None:
    text, spans, at = " ".join(sentences), [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    assert round_of_article(text, spans[:2], rounds_within=False) == wanted
