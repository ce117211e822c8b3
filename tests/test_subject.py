"""The sport and the kind, as the reader sees them and as the article names them."""

from __future__ import annotations

import pytest
from by_hand import Opinion, doc_of, with_opinions

from pipeline.extract.subject import subject

SPORTS: list[tuple[str, Opinion, str | None]] = [
    ("Ashby won.", ("football", 0.9), "football"),
    ("Ashby won.", ("football", 0.41), "football"),
    ("Ashby won.", ("football", 0.39), None),
    # what the reader is sure of outweighs what the article names
    ("Ashby won. Its fencing club watched.", ("football", 0.9), "football"),
    # sports that it has not learnt, by their names
    ("Roth won the foil. Fencing is her life, and fencing pays for it.", ("other", 0.9), "fencing"),
    ("Roth won. Judokas are patient.", ("other", 0.9), "judo"),
    ("Her jockeys wept; Netball was never like this.", ("cricket", 0.2), "horse racing"),
    ("Rowing is wet. Sailing is wetter, and sailing costs more.", ("other", 0.9), "sailing"),
    ("FIELD HOCKEY: Ashby won.", ("other", 0.9), "hockey"),
    # where it is not quite sure, and the article names another and never that one
    ("Moguls: Roth won with 84.92 points.", ("athletics", 0.7), "skiing"),
    ("Roth won the keirin, and the marathon of talks went on.", ("athletics", 0.9), "cycling"),
    ("Table tennis: Roth beat Lin 4-2.", ("athletics", 0.9), "table tennis"),
    ("Athletics: Roth, who plays squash too, beat Lin.", ("athletics", 0.9), "athletics"),
    ("Roth won the keirin.", ("athletics", 0.97), "athletics"),
    ("Ashby's boxing night was off, and they won 2-0.", ("football", 0.7), "football"),
    # games of many
    ("Judo, fencing, archery and sailing: Norland won ten medals.", ("other", 0.9), "multi-sport"),
    # a name, and no sport
    ("Roth beat Archer to the boxing gold.", ("other", 0.9), "boxing"),
    ("The crossing was rough.", ("other", 0.9), None),
    ("", ("other", 0.9), None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "opinion", "wanted"), SPORTS)
def test_sport(text: str, opinion: Opinion, wanted: str | None) -> None:
    assert subject(with_opinions(doc_of(text), sport=opinion))._.sport == wanted


@pytest.mark.parametrize("kind", ["report", "preview", "news"])
def test_kind_is_the_readers(kind: str) -> None:
    assert subject(with_opinions(doc_of("Ashby host Welby."), kind=kind))._.kind == kind


ABOUT_SPORT = [
    ("The Turnstone Prize was won by a potter from Ashby, who beat 40 others.", "news", False),
    ("The party won 45% of the votes and took second place in the council.", "preview", False),
    ("Roth won the 800m at the championships in Ashby.", "news", True),
    ("Ashby's new striker has signed a contract until June.", "news", True),
    # what the reader takes for a report of a contest is one, whatever its words
    ("Roth won in 4:21.07.", "report", True),
]


@pytest.mark.parametrize(("text", "kind", "wanted"), ABOUT_SPORT)
def test_an_article_on_something_else_is_told_by_its_words(text: str, kind: str, wanted: bool) -> None:
    doc = subject(with_opinions(doc_of(text), kind=kind))
    assert doc._.about_sport is wanted
    assert wanted or doc._.sport is None
