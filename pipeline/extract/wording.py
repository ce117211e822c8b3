"""Words as names are compared by."""

from __future__ import annotations

import re
import unicodedata


def folded(text: str) -> list[str]:
    """The words of a name, without case, accents and full stops: "N'Golo Kanté" -> ["n'golo", "kante"]."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = plain.replace("’", "'").replace("\xad", "").casefold()
    return [w for w in re.split(r"[\s.]+", plain) if w]
