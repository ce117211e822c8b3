"""How numbers are printed, and how the words around them become patterns.

Numbers: "6,812", ".04", "twenty-one". Words before: `before("scored, netted", tail=" ")` finds the end of "Kone scored ".
Words after: `after("rebounds, assists")` matches " assists and", and never " assistants".

All patterns are for the folded text: lower case, plain hyphens, apostrophes and spaces.
"""

from __future__ import annotations

import re

from pipeline.extract.numbers import CARDINAL_WORDS, read_cardinal

INT = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(?![0-9])"
DECIMAL = rf"(?:(?:{INT}(?:\.[0-9]{{1,4}})?|\.[0-9]{{1,4}})(?![0-9]))"
COUNT = rf"(?:{INT}|{CARDINAL_WORDS}\b)"


def number(text: str) -> float:
    """A count or decimal, in digits or words."""
    whole = read_cardinal(text)
    return float(whole) if whole is not None else float(text.replace(",", ""))


def terms(*lists: str) -> list[str]:
    """The terms of comma-separated lists. A term is plain words or, where they vary, a pattern."""
    return [" ".join(term.split()) for words in lists for term in re.split(r",\s+", words.strip())]


def any_of(*lists: str) -> str:
    """A pattern for one of the terms, longer ones first."""
    return "(?:" + "|".join(sorted(terms(*lists), key=len, reverse=True)) + ")"


def maybe(*lists: str) -> str:
    """A pattern for a space and one of the terms, or nothing."""
    return f"(?: {any_of(*lists)})?"


def before(*lists: str, tail: str = " ") -> re.Pattern[str]:
    """A cue for the words just before a number: one of the terms, then `tail`."""
    return re.compile(rf"(?<![a-z0-9]){any_of(*lists)}{tail}$")


def after(*lists: str, lead: str = " ", tail: str = "") -> re.Pattern[str]:
    """A cue for the words just after a number: `lead`, then one of the terms in full."""
    return re.compile(rf"{lead}{any_of(*lists)}{tail}(?![a-z0-9])")


def near(*lists: str) -> re.Pattern[str]:
    """A cue that may stand anywhere in the words before."""
    return re.compile(rf"\b{any_of(*lists)}\b")


def either(*cues: re.Pattern[str]) -> re.Pattern[str]:
    """A cue for what any of several says."""
    return re.compile("|".join(cue.pattern for cue in cues))
