"""JSON for people and programs: the record, indented, with the recap under one more key."""

from __future__ import annotations

import json
from typing import Any

from pipeline.export.format import Format
from pipeline.records import Recap, Record


def report_object(record: Record, recap: Recap | None) -> dict[str, Any]:
    """The record's public JSON; `recap` is there only if there is a recap, so that a record alone loads as one again."""
    found = record.model_dump(mode="json")
    return found if recap is None else {**found, "recap": recap.model_dump(mode="json")}


def recap_object(record: Record, recap: Recap) -> dict[str, Any]:
    """The recap's JSON, under the id of the article that it was written for."""
    return {"article": record.article.id, **recap.model_dump(mode="json")}


def write(record: Record, recap: Recap | None) -> str:
    """The record and the recap as an indented object."""
    return json.dumps(report_object(record, recap), ensure_ascii=False, indent=2)


def write_recap(record: Record, recap: Recap) -> str:
    """The recap as an indented object."""
    return json.dumps(recap_object(record, recap), ensure_ascii=False, indent=2)


FORMAT = Format("json", write, write_recap, opening="[\n", between=",\n", closing="\n]\n")
