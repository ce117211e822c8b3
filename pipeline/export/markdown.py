"""Markdown for notes and content systems: headings, tables, block quotations."""

from __future__ import annotations

import re

from pipeline.export.essentials import PERFORMANCE_COLUMNS, RESULT_COLUMNS, Essentials
from pipeline.export.format import Format
from pipeline.records import Recap, Record

# What Markdown would read as its own anywhere in a line, and what it would at a line's start.
ANYWHERE = re.compile(r"([\\`*_\[\]<>|&~])")
AT_THE_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([#+=-])")


def write(record: Record, recap: Recap | None) -> str:
    """The recap first, then what it stands on, in sections."""
    essentials = Essentials(record)
    blocks = [f"# {escaped(essentials.title())}", escaped(" · ".join(essentials.facts()))]
    if recap is not None:
        blocks += _recap_blocks(recap)
    blocks.append("## Results")
    results = essentials.results()
    blocks.append(_table(RESULT_COLUMNS, results) if results else "None reported.")
    if performances := essentials.performances():
        blocks += ["## Performances", _table(PERFORMANCE_COLUMNS, performances)]
    if quotes := essentials.quotes():
        blocks += ["## Quotes", *(f"> {escaped(words)}\n>\n> — {escaped(speaker)}" for words, speaker in quotes)]
    if fixtures := essentials.fixtures():
        blocks += ["## To come", "\n".join(f"- {escaped(line)}" for line in fixtures)]
    if warnings := essentials.warnings():
        blocks += ["## Warnings", "\n".join(f"- {escaped(line)}" for line in warnings)]
    return "\n\n".join(blocks)


def write_recap(record: Record, recap: Recap) -> str:
    """The recap under the article's headline."""
    return "\n\n".join([f"# {escaped(Essentials(record).title())}", *_recap_blocks(recap)])


def escaped(text: str) -> str:
    """The text, so that Markdown shows it as it is.

    >>> escaped("Leeds *7 | 1. FC")
    'Leeds \\\\*7 \\\\| 1. FC'
    """
    return AT_THE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", ANYWHERE.sub(r"\\\1", text))


def _recap_blocks(recap: Recap) -> list[str]:
    return [escaped(line) for line in recap.text.splitlines() if line.strip()]


def _table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [columns, tuple("---" for _ in columns), *(tuple(escaped(cell) for cell in row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


FORMAT = Format("markdown", write, write_recap, between="\n\n")
