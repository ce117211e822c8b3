"""What each format makes of one record that holds something of everything."""

from __future__ import annotations

import json

import pytest

from pipeline.export import FORMATS, export, format_named
from pipeline.export.essentials import one_line, ordinal
from pipeline.export.markdown import escaped
from pipeline.records import Article, Event, Recap, Record

TEXT_REPORT = """\
Orla Finch wins the mile | at last
tarn-games · athletics · report · 2024-06-01

Results
Who          Event                             Place       Mark           Opponent   When
────────────────────────────────────────────────────────────────────────────────────────────
Orla Finch   women's mile, final, Tarn Games   1st, gold   4:21.07 (PB)              current
Northwick                                      win         2-1            Ashby      current
Ines Roth    women's mile, final, Tarn Games   11th                                  past

Performances
Who         What   Minute
─────────────────────────
Mara Dell   goal   43

Quotes
“I heard the bell and went,” — Orla Finch
“No comment,” — a spokesman

To come
Ines Roth: the relay on Sunday (2024-06-02)

Warnings
Two candidates for 'she': Orla Finch, Ines Roth.

Recap
Orla Finch won the women's mile in 4:21.07.
"""

MARKDOWN_REPORT = """\
# Orla Finch wins the mile \\| at last

tarn-games · athletics · report · 2024-06-01

Orla Finch won the women's mile in 4:21.07.

## Results

| Who | Event | Place | Mark | Opponent | When |
| --- | --- | --- | --- | --- | --- |
| Orla Finch | women's mile, final, Tarn Games | 1st, gold | 4:21.07 (PB) |  | current |
| Northwick |  | win | 2-1 | Ashby | current |
| Ines Roth | women's mile, final, Tarn Games | 11th |  |  | past |

## Performances

| Who | What | Mark | Minute |
| --- | --- | --- | --- |
| Mara Dell | goal |  | 43 |

## Quotes

> I heard the bell and went,
>
> — Orla Finch

> No comment,
>
> — a spokesman

## To come

- Ines Roth: the relay on Sunday (2024-06-02)

## Warnings

- Two candidates for 'she': Orla Finch, Ines Roth.
"""


@pytest.mark.parametrize(("name", "expected"), [("text", TEXT_REPORT), ("markdown", MARKDOWN_REPORT)])
def test_what_people_read(full_record: Record, full_recap: Recap, name: str, expected: str) -> None:
    assert export(full_record, full_recap, format=name) == expected


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_what_programs_read(full_record: Record, full_recap: Recap, name: str) -> None:
    written = json.loads(export(full_record, full_recap, format=name))
    recap = written.pop("recap")
    assert Record.model_validate_json(json.dumps(written)) == full_record
    assert Recap.model_validate_json(json.dumps(recap)) == full_recap


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_a_record_alone_loads_as_a_record_again(full_record: Record, name: str) -> None:
    assert Record.model_validate_json(export(full_record, format=name)) == full_record


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("text", "Orla Finch won the women's mile in 4:21.07."),
        ("markdown", "# Orla Finch wins the mile \\| at last\n\nOrla Finch won the women's mile in 4:21.07."),
    ],
)
def test_the_recap_alone(full_record: Record, full_recap: Recap, name: str, expected: str) -> None:
    assert format_named(name).write_recap(full_record, full_recap) == expected


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_the_recap_alone_names_its_article(full_record: Record, full_recap: Recap, name: str) -> None:
    written = json.loads(format_named(name).write_recap(full_record, full_recap))
    assert written.pop("article") == "tarn-games"
    assert Recap.model_validate_json(json.dumps(written)) == full_recap


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_an_article_without_results_says_so(name: str) -> None:
    written = export(Record(article=Article(id="quiet-day", text="It rained.")), format=name)
    assert "quiet-day" in written
    assert "None reported." in written


@pytest.mark.parametrize(
    ("name", "pieces", "several", "expected"),
    [
        ("json", ["{}"], False, "{}\n"),
        ("json", ["{}"], True, "[\n{}\n]\n"),
        ("json", ["{}", "{}"], True, "[\n{},\n{}\n]\n"),
        ("json", [], True, "[\n\n]\n"),
        ("json", [], False, ""),
        ("jsonl", ["{}", "{}"], True, "{}\n{}\n"),
        ("jsonl", [], True, ""),
        ("text", ["One.", "Two."], True, "One.\n\nTwo.\n"),
        ("markdown", ["# One", "# Two"], True, "# One\n\n# Two\n"),
    ],
)
def test_several_articles_make_one_document(name: str, pieces: list[str], several: bool, expected: str) -> None:
    assert "".join(FORMATS[name].joined(pieces, several=several)) == expected


def test_an_unknown_format_is_told_the_choices(full_record: Record) -> None:
    with pytest.raises(ValueError, match=r"^Unknown format 'jsn'\. Choose one of: json, jsonl, markdown, text\.$"):
        export(full_record, format="jsn")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (102, "102nd"),
        (111, "111th"),
    ],
)
def test_ordinals(place: int, words: str) -> None:
    assert ordinal(place) == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [("went\n  off", "went off"), ("a\u00a0b", "a b"), ("\x1b[31mred", "[31mred"), ("  ", "")],
)
def test_one_line_for_a_terminal(text: str, shown: str) -> None:
    assert one_line(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("6-4 3-6 7-6", "6-4 3-6 7-6"),
        ("1. FC Heidenau", "1\\. FC Heidenau"),
        ("-12 after two rounds", "\\-12 after two rounds"),
        ("_really_ *good*", "\\_really\\_ \\*good\\*"),
        ("<b>Ashby</b> | [2-1]", "\\<b\\>Ashby\\</b\\> \\| \\[2-1\\]"),
    ],
)
def test_markdown_shows_what_was_said(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize(
    ("discipline", "gender", "added"),
    [
        ("400m", "women", "women"),
        ("women's 400m", "women", None),
        ("Women’s beam", "women", None),
        (None, "men", "men"),
        ("400m", None, None),
    ],
)
def test_a_gender_that_the_discipline_names_is_not_added_to_it(discipline: str | None, gender: str | None, added: str | None) -> None:
    assert Event.model_validate({"id": "e1", "discipline": discipline, "gender": gender}).gender_to_add == added
