"""A verdict for people: the checked report with what is not supported marked and numbered, and what the record says to each."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pipeline.export.text import WIDTH, blank_sheet, printed
from pipeline.verify.verdict import Claim, State, Verdict

MOST_SHOWN = 30  # characters of a claim in the list; the report above has all of it
COLOURS = {State.CONTRADICTED: "bold red", State.MISSING: "bold yellow"}


def shown(verdict: Verdict, *, width: int = WIDTH, colour: bool = False) -> str:
    """The report as text of at most `width` columns, every offending word as `[word](number)`, and the numbers explained below."""
    from rich.table import Table
    from rich.text import Text

    console, sheet = blank_sheet(width, colour=colour)
    problems = _apart(verdict.problems)
    marked, at = Text(), 0
    for number, claim in enumerate(problems, 1):
        marked.append(verdict.text[at : claim.start])
        marked.append(f"[{claim.text}]({number})", style=COLOURS[claim.state])
        at = claim.end
    marked.append(verdict.text[at:].rstrip())
    console.print(marked)
    console.print()
    console.print(_count(len(verdict.claims), len(verdict.problems)), style="bold")
    if problems:
        table = Table(box=None, padding=(0, 3, 0, 0), show_header=False)
        for number, claim in enumerate(problems, 1):
            table.add_row(f"{number}", _short(claim.text), claim.kind.value, Text(_in_words(claim), style=COLOURS[claim.state]))
        console.print(table)
    return printed(sheet) + "\n"


def as_json(verdict: Verdict) -> str:
    """The verdict with all its claims, as JSON; one more key says whether everything is supported."""
    plain = {"supported": verdict.supported, **verdict.model_dump(mode="json")}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _apart(claims: Sequence[Claim]) -> list[Claim]:
    """Claims that do not overlap, in the order of the text: of two, the first."""
    kept: list[Claim] = []
    for claim in claims:
        if not kept or claim.start >= kept[-1].end:
            kept.append(claim)
    return kept


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= MOST_SHOWN else f"{plain[: MOST_SHOWN - 1]}…"


def _count(claims: int, problems: int) -> str:
    if not claims:
        return "Nothing to check: the report claims nothing."
    if not problems:
        return f"Supported: all {claims} claims."
    return f"Not supported: {problems} of {claims} claims."


def _in_words(claim: Claim) -> str:
    if claim.state is State.CONTRADICTED:
        return f"the record says {claim.instead}" if claim.instead else "contradicted by the record"
    return claim.state.value
