"""Writing records and recaps: one file a format, each with a `FORMAT`; this registry names them all."""

from __future__ import annotations

from pipeline.export import json, jsonl, markdown, text
from pipeline.export.format import Format
from pipeline.records import Recap, Record

FORMATS: dict[str, Format] = {module.FORMAT.name: module.FORMAT for module in (json, jsonl, markdown, text)}


def format_named(name: str) -> Format:
    """The format of that name.

    Raises ValueError, with the choices, where there is none.
    """
    try:
        return FORMATS[name]
    except KeyError:
        raise ValueError(f"Unknown format {name!r}. Choose one of: {', '.join(sorted(FORMATS))}.") from None


def export(record: Record, recap: Recap | None = None, *, format: str = "json") -> str:
    """The record, and the recap if there is one, as a document of that format.

    Raises ValueError, with the choices, for an unknown format.
    """
    return format_named(format).write(record, recap) + "\n"
