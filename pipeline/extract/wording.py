"""Words as names are compared by."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> list[str]:
    """The words of a name, without case, accents, apostrophes and full stops: "N'Golo Kanté" -> ["ngolo", "kante"]."""
    plain = text
    if not text.isascii():  # most names are: the table of sides is read at every start
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        plain = plain.replace("’", "'").replace("\xad", "")
    return plain.casefold().replace("'", "").replace(".", " ").split()
