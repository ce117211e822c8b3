"""Nations, by name, adjective or people: "Great Britain", "British" and "the Briton" are all GBR.

The table stands in nations.txt, by IOC code (FIFA's for the home nations and others that compete on their own). The IOC's codes
and the forms that sports pages use for a country's people are not to be had from a maintained library: pycountry has ISO's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.extract.wording import entries, read_table

# a plural is formed with s unless the word is one already
_UNCHANGED = re.compile(r"(?:ese|ss|sh|ch|men|man|woman|[^aeiou]i)$")

_WORDS = frozenset({"us"})  # a word too, unless in capitals


@dataclass(frozen=True)
class Nation:
    """A nation's name or people in the text."""

    start: int
    end: int
    text: str
    code: str


@cache
def nation_rows() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """The table's rows: a code, and the forms of its columns (names, adjectives and people, sides, abbreviations; the last may lack)."""
    rows = []
    for line in entries(read_table("nations.txt")):
        code, *groups = line.split("|")
        rows.append((code, tuple(tuple(filter(None, (f.strip() for f in g.split(",")))) for g in groups)))
    return tuple(rows)


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for code, groups in nation_rows():
        for position, forms in enumerate(groups[:3]):
            for form in forms:
                table[form] = code
                if position == 1 and not _UNCHANGED.search(form):
                    table[form + "s"] = code
    return table


@cache
def _folded_table() -> dict[str, str]:
    return {form.casefold(): code for form, code in _table().items()}


@cache
def nation_names() -> frozenset[str]:
    """The names of nations, without their adjectives and peoples: "Kenya", not "Kenyan"."""
    return frozenset(form for _, groups in nation_rows() for form in groups[0])


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted({*_table(), *(f.upper() for f in _table() if len(f) > 3)}, key=lambda f: (-len(f), f))
    # by first letter, so that few forms are tried at each word
    letters = sorted({f[0] for f in forms})
    branches = "|".join(rf"{a}(?:{'|'.join(re.escape(f[1:]) for f in forms if f[0] == a)})" for a in letters)
    return re.compile(rf"(?<![\w-])(?:{branches})(?!\w)")


_BRACKETED = re.compile(r"(?<=\()([A-Z]{2,3}|[A-Z][a-z]{2,3})(?=\))")


@cache
def _abbreviations() -> dict[str, str]:
    """How lists shorten a nation in brackets: "Hale (Eng)", "(GBR)"."""
    forms = {form: code for code, groups in nation_rows() for group in groups[3:] for form in group}
    return {code: code for code, _ in nation_rows()} | forms


def find_nations(text: str) -> list[Nation]:
    """Nations in the text, in order, the longest form winning; capitals-only forms too, and codes and abbreviations in brackets.

    >>> [nation.code for nation in find_nations("Orla Finch (Eng) beat the Kenyan and Ines Roth (SUI).")]
    ['ENG', 'KEN', 'SUI']
    """
    found = [Nation(*m.span(), m[0], code) for m in _pattern().finditer(text) if (code := country_code(m[0]))]
    taken = {n.start for n in found}
    for m in _BRACKETED.finditer(text):
        code = _abbreviations().get(m[0])
        if code and m.start() not in taken:
            found.append(Nation(*m.span(), m[0], code))
    return sorted(found, key=lambda n: n.start)


def country_code(text: str | None) -> str | None:
    """The IOC code of a nation's name, adjective or people ("the Britons", "KENYA"), or None if it is none."""
    if not text:
        return None
    form = re.sub(r"^the ", "", text.strip(), flags=re.IGNORECASE)
    form = re.sub(r"['’]s$", "", form)
    table = _table()
    if len(form) <= 2 and form.casefold() in _WORDS:
        return table.get(form)
    return table.get(form) or _folded_table().get(form.casefold())
