"""What sides are called besides their names: "Gunners" for Arsenal, "Buffalo" and "Sabres" for the Buffalo Sabres.

The table stands in sides.txt. A nickname is tied only to a side that the article names as well, and to none where it may be two's. In the
annotated training articles two forms that the table ties so were one side's in 1,079 of 1,105 cases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.extract.nations import country_code
from pipeline.extract.wording import entries, folded, read_table

_LIGHT = frozenset({"the", "fc", "afc", "rfc", "cf", "sc"})


@cache
def _full_names() -> tuple[frozenset[str], frozenset[str]]:
    """The names of more than one word that the table's lines begin with, and their first words."""
    spelt = (name.replace("&", "and") for name in _table().names)
    full = frozenset(name for name in (*_table().names, *spelt) if " " in name and not country_code(name))
    return full, frozenset(name.split()[0] for name in full)


_WITHIN = frozenset({"-", "&", "/"})  # signs that stand within a side's name
LONGEST = 6  # words of spaCy's that a side's name has


def full_names(words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words of an article spell out a side's whole name, as spans of first and last word: the longest ones, in order.

    In the annotated training articles 3,405 of 3,483 such names were sides; the others were mostly places ("San Francisco").

    >>> full_names(["Roth", "left", "Racing", "Santander", ".", "The", "Racing"])
    [(2, 3)]
    """
    full, first = _full_names()
    found: list[tuple[int, int]] = []
    for i, word in enumerate(words):
        if not word[:1].isupper() or (found and i <= found[-1][1]) or not first & set(folded(word)[:1]):
            continue
        last = 0
        for j in range(i + 1, min(len(words), i + LONGEST)):
            if not (any(map(str.isalnum, words[j])) or words[j] in _WITHIN) or words[j].casefold() == "the":
                break  # the end of the sentence or of the paragraph
            if words[j][-1:].isalnum() and _key(" ".join(words[i : j + 1]).replace(" - ", "-")) in full:
                last = j
        if last:
            found.append((i, last))
    return found


@cache
def _grounds() -> re.Pattern[str]:
    """The names in grounds.txt where something is said to be, come or go: "at Hampden", "left the Oval"."""
    names = sorted(entries(read_table("grounds.txt")), key=len, reverse=True)
    either = "|".join(re.escape(name).replace("'", "['’]") for name in names)
    return re.compile(
        rf"\b(?:[Aa]t|[Tt]o|[Ff]rom|[Ii]n|[Ii]nside|[Aa]round|[Oo]utside|[Ll]eft|[Ll]eave) (?:the )?(?P<ground>{either})(?!\w)"
    )


def grounds_in(text: str) -> list[tuple[int, int]]:
    """Where the text names a ground at which something happens, which is no side.

    >>> grounds_in("Roth was sent off in the 4-1 defeat at Hampden.")
    [(40, 47)]
    """
    return [match.span("ground") for match in _grounds().finditer(text)]


FEW = 3  # sides up to which a name or nickname tells whose it is: "Spurs" and "Newcastle", not "Lions"


def different(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the table knows two sides, each given by its forms, as two.

    A nickname that many have may be that of one more, of which the table does not know it.

    >>> different(["Arsenal", "Gunners"], ["Spurs"]), different(["Arsenal"], ["Gunners"]), different(["Kenya"], ["Lions"])
    (True, False, False)
    """
    lines = _side(one), _side(other)
    return all(0 < len(mine) <= FEW for mine in lines) and not lines[0] & lines[1]


@dataclass(frozen=True)
class _Table:
    """The table's lines, by their numbers."""

    by_form: dict[str, frozenset[int]]
    by_word: dict[str, frozenset[int]]  # of the name
    nicknames: tuple[frozenset[str], ...]  # of each line those of its forms that share no word with its name
    names: tuple[str, ...]
    leagues: tuple[str, ...]  # of each line the heading that it stands under


@cache
def _table() -> _Table:
    """The table, read once."""
    forms: dict[str, set[int]] = {}
    words: dict[str, set[int]] = {}
    nicknames: list[frozenset[str]] = []
    names: list[str] = []
    leagues: list[str] = []
    league = ""
    for line in read_table("sides.txt").splitlines():
        league = line.removeprefix("# ") if line.startswith("#") else league
        if not line or line.startswith("#"):
            continue
        leagues.append(league)
        name, _, others = line.partition(": ")
        number, own = len(names), set(folded(name))
        names.append(_key(name))
        called = [_key(form) for form in others.split(", ")]
        for form in (names[-1], *called):
            forms.setdefault(form, set()).add(number)
        for word in own:
            words.setdefault(word, set()).add(number)
        nicknames.append(frozenset(form for form in called if not set(form.split()) & own))
    by_form, by_word = ({key: frozenset(numbers) for key, numbers in table.items()} for table in (forms, words))
    return _Table(by_form, by_word, tuple(nicknames), tuple(names), tuple(leagues))


def _key(form: str) -> str:
    return " ".join(word for word in folded(form) if word not in _LIGHT)


def _lines(form: str) -> frozenset[int]:
    """The lines of the table that the form may stand for: one of their forms, or words of the name."""
    table, key = _table(), _key(form)
    if not key or key in table.by_form:
        return table.by_form.get(key, frozenset())
    return frozenset.intersection(*(table.by_word.get(word, frozenset()) for word in key.split()))


def _side(forms: Sequence[str]) -> frozenset[int]:
    """The lines that all forms of a side may stand for, of those that the table knows."""
    known = [lines for form in forms if (lines := _lines(form))]
    return frozenset.intersection(*known) if known else frozenset()


def is_side_name(form: str) -> bool:
    """Whether the form is a side's name, or what it is usually called, and no nickname that other things may have.

    >>> is_side_name("Celta Vigo"), is_side_name("Gunners"), is_side_name("Ines Roth")
    (True, False, False)
    """
    table, key = _table(), _key(form)
    return any(key not in table.nicknames[number] for number in table.by_form.get(key, ()))


def called_alike(sides: Sequence[Sequence[str]]) -> list[list[int]]:
    """Which of the sides, each given by its forms, are one by what the table says; their numbers, in groups.

    >>> called_alike([["Arsenal"], ["Gunners"], ["Chelsea"], ["Everton"], ["Blues"]])
    [[0, 1], [2], [3], [4]]
    """
    lines = [_side(forms) for forms in sides]
    by_form = _table().by_form
    listed = [any(_key(form) in by_form for form in forms) for forms in sides]
    shared = {
        (i, j): lines[i] & lines[j]
        for i in range(len(sides))
        for j in range(len(sides))
        if i != j and lines[i] & lines[j] and (listed[i] or listed[j])
    }
    group = list(range(len(sides)))
    for i, j in shared:
        # all that either may be tied to have to be one side: "Chicago" with "Bulls" and "Blackhawks" may be two
        if i < j and all(frozenset.intersection(*(s for (a, _), s in shared.items() if a == n)) for n in (i, j)):
            group = [group[i] if g == group[j] else g for g in group]
    return [[n for n, g in enumerate(group) if g == number] for number in sorted(set(group))]


def nicknames(forms: Sequence[str]) -> set[str]:
    """Those of one side's forms that are nicknames of the side that the others name.

    >>> nicknames(["Toffees", "Everton"]), nicknames(["Toffees"])
    ({'Toffees'}, set())
    """
    numbers = _side(forms)
    found = {form for form in forms for number in numbers if _key(form) in _table().nicknames[number]}
    return found if len(found) < len(set(forms)) else set()


NORTH_AMERICAN = frozenset({"NBA", "WNBA", "NFL", "NHL", "MLB"})


def short_name(forms: Sequence[str]) -> str | None:
    """What a North American side is called where an article never has its whole name: the Cavaliers, rather than Cleveland.

    So it is for 27 of 32 such sides in the annotated articles; elsewhere a side is its town (Leicester, of the Tigers: 24 of 24).

    >>> short_name(["Cleveland", "Cavaliers", "Cavs"]), short_name(["Leicester", "Tigers"])
    ('Cavaliers', None)
    """
    numbers, table = _side(forms), _table()
    if len(numbers) != 1:
        return None
    (number,) = numbers
    name, keys = table.names[number], {key: form for form in reversed(forms) if (key := _key(form))}
    if table.leagues[number] not in NORTH_AMERICAN or name in keys or not any(name.startswith(key + " ") for key in keys):
        return None
    return next((form for key, form in keys.items() if name.endswith(" " + key)), None)
