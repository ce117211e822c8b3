"""JSON lines: what the JSON format writes, one line an article."""

from __future__ import annotations

import json

from pipeline.export.format import Format
from pipeline.export.json import recap_object, report_object
from pipeline.records import Recap, Record


def write(record: Record, recap: Recap | None) -> str:
    """The record and the recap as one line."""
    return json.dumps(report_object(record, recap), ensure_ascii=False)


def write_recap(record: Record, recap: Recap) -> str:
    """The recap as one line."""
    return json.dumps(recap_object(record, recap), ensure_ascii=False)


FORMAT = Format("jsonl", write, write_recap)
