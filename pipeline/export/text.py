"""Plain text for people: tables of results and performances, the quotations with their speakers, the recap."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from pipeline.export.essentials import PERFORMANCE_COLUMNS, RESULT_COLUMNS, Essentials
from pipeline.export.format import Format
from pipeline.records import Recap, Record

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

WIDTH = 100  # columns, where no terminal says otherwise: the same report reads the same everywhere


def write(record: Record, recap: Recap | None, *, width: int = WIDTH, colour: bool = False) -> str:
    """The report as text of at most `width` columns."""
    console, sheet = blank_sheet(width, colour=colour)
    _print(console, Essentials(record), recap)
    return printed(sheet)


def blank_sheet(width: int, *, colour: bool) -> tuple[Console, io.StringIO]:
    """A console of `width` columns that prints into a string, the same on every machine, and the string."""
    from rich.console import Console

    sheet = io.StringIO()
    console = Console(
        file=sheet,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    return console, sheet


def printed(sheet: io.StringIO) -> str:
    """What was printed, without spaces at the ends of lines."""
    return "\n".join(line.rstrip() for line in sheet.getvalue().splitlines())


def write_recap(record: Record, recap: Recap) -> str:
    """The recap's text, as it was written: one line a paragraph, to be pasted or piped on."""
    return recap.text


def for_terminal(width: int) -> Format:
    """This format for a terminal of so many columns."""
    return replace(FORMAT, write=partial(write, width=width, colour=True))


def _print(console: Console, essentials: Essentials, recap: Recap | None) -> None:
    console.print(essentials.title(), style="bold")
    console.print(" · ".join(essentials.facts()), style="dim")
    results = essentials.results()
    if results:
        _section(console, "Results", _table(RESULT_COLUMNS, results))
    else:
        _section(console, "Results", "None reported.")
    if performances := essentials.performances():
        _section(console, "Performances", _table(PERFORMANCE_COLUMNS, performances))
    if quotes := essentials.quotes():
        _section(console, "Quotes", *(f"“{words}” — {speaker}" for words, speaker in quotes))
    if fixtures := essentials.fixtures():
        _section(console, "To come", *fixtures)
    if warnings := essentials.warnings():
        _section(console, "Warnings", *warnings)
    if recap is not None:
        _section(console, "Recap", *recap.text.splitlines())


def _section(console: Console, title: str, *content: RenderableType) -> None:
    console.print()
    console.print(title, style="bold")
    for piece in content:
        console.print(piece)


def _table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    """A table of the columns that hold anything."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    shown = [i for i in range(len(columns)) if any(row[i] for row in rows)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for i in shown:
        table.add_column(columns[i], overflow="fold")
    for row in rows:
        table.add_row(*(Text(row[i]) for i in shown))
    return table


FORMAT = Format("text", write, write_recap, between="\n\n")
