"""The samples, read by the real pipeline: their records and recaps are what stands in samples/expected."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import Record, extract, extract_many, read, summarize

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
ARTICLES = sorted(SAMPLES.glob("*.txt"))


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    articles = [read(path).model_copy(update={"source": f"samples/{path.name}"}) for path in ARTICLES]
    return {record.article.id: record for record in extract_many(articles)}


def test_there_are_enough() -> None:
    assert len(ARTICLES) >= 14
    sports = {json.loads(path.read_text(encoding="utf-8"))["sport"] for path in (SAMPLES / "gold").glob("*.json")}
    assert len(sports) >= 10


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_record_and_recap(path: Path, records: dict[str, Record], expect: Callable[[Path, str], None]) -> None:
    record = records[path.stem]
    recap = summarize(record)
    assert not recap.problems or recap.verified
    # the article stands beside its expectation: its text is left out of it
    facts = record.model_dump(mode="json")
    del facts["article"]["text"]
    expected = {"record": facts, "recap": recap.model_dump(mode="json", include={"text", "verified", "problems"})}
    expect(SAMPLES / "expected" / f"{path.stem}.json", json.dumps(expected, indent=1, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("path", ARTICLES[:4], ids=lambda path: path.stem)
def test_a_record_survives_json_and_does_not_depend_on_its_neighbours(path: Path, records: dict[str, Record]) -> None:
    record = records[path.stem]
    assert Record.model_validate_json(record.model_dump_json()) == record
    alone = extract(record.article)
    assert alone == record


def test_the_text_is_the_file_unchanged(records: dict[str, Record]) -> None:
    for path in ARTICLES:
        assert records[path.stem].article.text == path.read_bytes().decode("utf-8-sig")
