"""The sentences of a report whose quotations were set aside."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[)\]'’]*(?=\s+[\W]*[A-Z0-9]|\s+\x02|\s*$)|\n+|\s[•]\s")
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs?))\.$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends, full stop left out; a line is never part of two."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match[0] == "." and _SHORT.search(text[: match.end()]):
            continue
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if text[a:b].strip()]
