"""The sentences of a report whose quotations were set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable

_END = re.compile(r"[.!?…]+[)\]'’]*(?=\s+[\W]*[A-Z0-9]|\s+\x02|\s*$)|\n+|\s[•]\s")
# "in Group A." and a letter before a quotation end a sentence, "J. Roth" does not
_LETTERED = re.compile(r"\b(?:group|pool|serie|class|section|category|division|league|heat|foil|sabre|[ée]p[ée]e) [A-Z]\.$", re.IGNORECASE)
_OF_THE_US = re.compile(r"\bof the U\.(?:S|K)\.$")  # "said Roth of the U.S. Lin was second": not the U.S.'s Lin
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs?))\.$")


def sentences(text: str, names: Iterable[str] = ()) -> list[tuple[int, int]]:
    """Where each sentence begins and ends, full stop left out; a line is never part of two, and none ends within one of the `names`."""
    found: list[tuple[int, int]] = []
    start = 0
    within = {m.start() + n for name in names if "." in name[:-1] for m in re.finditer(re.escape(name), text) for n in range(len(name) - 1)}
    for match in _END.finditer(text):
        said = text[: match.end()]
        nation = _OF_THE_US.search(said) and re.match(r"\s+[A-Z\x02]|\s*$", text[match.end() :])
        ends = nation or _LETTERED.search(said) or re.match(r"\s+\x02", text[match.end() :])
        if match[0] == "." and (match.start() in within or (_SHORT.search(said) and not ends)):
            continue
        found.append((start, match.end() if nation else match.start()))  # that full stop is the name's as well
        start = match.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if text[a:b].strip()]
