"""Words as names are compared by, and tables of them."""

from __future__ import annotations

import unicodedata
from pathlib import Path


def read_table(name: str) -> str:
    """The text of one of the tables that stand beside this module: "sides.txt"."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def entries(text: str) -> list[str]:
    """The lines of a table's text, or of a part of it, without comments and blank ones.

    >>> entries("# Football\\nGarston: Reds\\n\\nWelby: Blues")
    ['Garston: Reds', 'Welby: Blues']
    """
    return [line for line in text.splitlines() if line and not line.startswith("#")]


_PLAIN = str.maketrans("øØłŁđĐ", "oOlLdD")  # letters that are no letter with an accent


def folded(text: str) -> list[str]:
    """The words of a name, without case, accents, apostrophes and full stops: "N'Golo Kanté" -> ["ngolo", "kante"]."""
    plain = text
    if not text.isascii():  # most names are: the table of sides is read at every start
        plain = "".join(c for c in unicodedata.normalize("NFKD", text.translate(_PLAIN)) if not unicodedata.combining(c))
        plain = plain.replace("’", "'").replace("\xad", "")
    return plain.casefold().replace("'", "").replace(".", " ").split()
