"""Sports by their names, and by words that belong to one of them alone: "keirin", "judoka". The table stands in sports.txt."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from pipeline.extract.wording import entries, read_table

_SOMEBODY = re.compile(r"[A-Z][a-z]+(?:er|or)\Z")  # who does something, or somebody's name
_PLAYED_IN = "# What is played in as well"  # heads the part of the table that names competitions too


def sports_named(text: str) -> Counter[str]:
    """How often a text names each sport, by its own name or a word of it alone.

    >>> sports_named("Moguls skier Hale and table tennis player Roth")
    Counter({'skiing': 2, 'table tennis': 1})
    """
    sport_of, named_in, _ = _table()
    plain = text.replace("’", "'")
    # a Sailor or an Archer is somebody's name, but for the first word of a line
    named = (m for m in named_in.finditer(plain) if not (_SOMEBODY.match(m[0]) and plain[m.start() - 1 : m.start()] not in ("", "\n")))
    words = (m[0].casefold() for m in named)
    return Counter(sport_of.get(word) or sport_of[word.removesuffix("s")] for word in words)


def is_sport(words: str) -> bool:
    """Whether the words name a sport, and no league of it.

    >>> is_sport("Canoe slalom"), is_sport("NFL"), is_sport("Slalom World Cup")
    (True, False, False)
    """
    _, _, names = _table()
    return words.casefold() in names


@cache
def _table() -> tuple[dict[str, str], re.Pattern[str], frozenset[str]]:
    """The sport of each word, a pattern of them all, and those of them that name no competition."""
    whole = read_table("sports.txt")
    sport_of, names = (
        {word: sport for line in entries(part) for sport, words in [line.split(": ")] for word in words.split(", ")}
        for part in (whole, whole.split(_PLAYED_IN)[0])
    )
    words = "|".join(sorted(map(re.escape, sport_of), key=len, reverse=True))
    return sport_of, re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE), frozenset(names)
