"""Where sentences, furniture and quotations stand on the doc, and who says the quotations."""

from __future__ import annotations

import pytest
from by_hand import doc_of
from spacy.tokens import Doc

from pipeline.extract.layout import tokens_within
from pipeline.extract.quotes import quotes


def marked(doc: Doc, which: str) -> str:
    """The tokens of the doc for which the flag is set."""
    return " ".join(t.text for t, flag in zip(doc, doc._.get(which), strict=True) if flag and not t.is_space)


SENTENCES: list[tuple[str, dict[str, str], list[str]]] = [
    ("Roth won. Lin wept.", {}, ["Roth won.", "Lin wept."]),
    ("ASHBY (TT) - Roth won. Lin wept.", {"ASHBY (TT) -": "dateline"}, ["ASHBY (TT) -", "Roth won.", "Lin wept."]),
    ("Roth won Photo: Ana Dell Lin wept.", {"Photo: Ana Dell": "credit"}, ["Roth won", "Photo: Ana Dell", "Lin wept."]),
    ("Roth wins\n\nIt rained.", {"Roth wins": "headline"}, ["Roth wins", "It rained."]),
    ("Roth won.", {"Roth won.": "caption"}, ["Roth won."]),
    ("", {}, []),
]


@pytest.mark.parametrize(("text", "furniture", "wanted"), SENTENCES)
def test_sentences_end_where_furniture_begins_and_ends(text: str, furniture: dict[str, str], wanted: list[str]) -> None:
    doc = doc_of(text, furniture=furniture)
    assert [text[start:end] for start, end in doc._.sentences] == wanted
    for token, number in zip(doc, doc._.sentence_of, strict=True):
        if not token.is_space:
            start, end = doc._.sentences[number]
            assert start <= token.idx < end


PASSED_OVER: list[tuple[str, dict[str, str], str]] = [
    ("Roth won. By Ana Dell", {"By Ana Dell": "byline"}, "By Ana Dell"),
    ("Ana Dell\nRoth won.\nRead more", {"Ana Dell": "byline", "Read more": "link"}, "Ana Dell Read more"),
    ("Roth wins\nIt rained.", {"Roth wins": "headline"}, ""),
    ("Roth won.", {}, ""),
]


@pytest.mark.parametrize(("text", "furniture", "wanted"), PASSED_OVER)
def test_furniture_is_passed_over_but_for_the_headline(text: str, furniture: dict[str, str], wanted: str) -> None:
    assert marked(doc_of(text, furniture=furniture), "passed_over") == wanted


QUOTED: list[tuple[str, dict[str, str], str]] = [
    ('"I ran well," said Roth. "I slept well too."', {}, "I ran well , I slept well too ."),
    ("Roth ran well.", {}, ""),
    ('Roth won.\n"I saw it all," said a reader.', {'"I saw it all," said a reader.': "advertisement"}, ""),
    ("Roth: 'I will run again'\n\nIt rained.", {"Roth: 'I will run again'": "headline"}, "I will run again"),
]


@pytest.mark.parametrize(("text", "furniture", "wanted"), QUOTED)
def test_tokens_in_quotations(text: str, furniture: dict[str, str], wanted: str) -> None:
    assert marked(doc_of(text, furniture=furniture), "quoted") == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("Ines Roth", "Ines Roth"), ("Warner", "Warner"), ("2:01.20", "2:01.20"), ("nes Ro", "Ines Roth"), (" in ", "in"), (" ", None)],
)
def test_tokens_within_a_range_are_those_that_it_touches(words: str, wanted: str | None) -> None:
    doc = doc_of("Ines Roth and Jess Warner-Judd ran in 2:01.20.")
    start = doc.text.index(words)
    tokens = tokens_within(doc, start, start + len(words))
    assert (doc[tokens[0] : tokens[1] + 1].text if tokens else None) == wanted


QUOTES: list[tuple[str, str, dict[str, str], list[str | None]]] = [
    ('"I ran my own race," said Roth. Lin wept.', "Roth|Lin", {}, ["Roth"]),
    ('Lin wept.\n\n"I ran my own race," Ines Roth said. "I was alone."', "Ines Roth|Lin", {}, ["Ines Roth", "Ines Roth"]),
    ('"I ran my own race," said a spokesman.', "", {}, [None]),
    # a caption between the two is no prose, and its name no speaker
    ('Lin said: "I led them all the way.\n\nRoth at the finish\n\n"I would do it again."', "Roth|Lin",
     {"Roth at the finish": "caption"}, ["Lin"] * 2),
    ("Roth: 'I want another one'\n\nLin is out.", "Roth|Lin", {"Roth: 'I want another one'": "headline"}, ["Roth"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "furniture", "wanted"), QUOTES)
def test_quotations_are_given_to_the_people_of_the_doc(text: str, people: str, furniture: dict[str, str], wanted: list[str | None]) -> None:
    doc = quotes(doc_of(text, people=people, furniture=furniture))
    said = [doc._.people[int(a.person)].name if a.person is not None else None for a in doc._.attributions]
    assert said == wanted
    assert len(doc._.quotations) == len(wanted)
