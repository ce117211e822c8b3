"""Contests to come: "will face Spain on Saturday", "the 5,000m heats are on Thursday"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.names import Entity

Doc.set_extension("fixtures", default=(), force=True)

_TO_COME = re.compile(
    r"\b(?:will|'ll|’ll|to)\s+(?:now\s+|next\s+|then\s+|also\s+)?(?:face|play|meet|host|visit|take\s+on|travel\s+to|entertain|fight|race|compete|run|defend)\b"
    r"|\b(?:faces?|plays?|meets?|hosts?|visits?|takes?\s+on|travels?\s+to|entertains?)\s+(?=(?:\w+[\s,'’-]+){0,9}?(?:next|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|this\s+(?:weekend|week)))"
    r"|\bnext\s+(?:faces?|plays?|meets?|hosts?|up)\b|\bnow\s+(?:faces?|plays?|meets?)\b"
)

OBJECT_WITHIN = 30  # characters after the verb within which its object stands


@dataclass(frozen=True)
class Fixture:
    """A contest that the article says is to come."""

    sides: tuple[tuple[str, int], ...]
    start: int  # the sentence that says so
    end: int
    date: date | None


def find_fixtures(doc: Doc) -> list[Fixture]:
    """The contests to come: sentences of the prose that name a competitor and a meeting ahead, outside quotations."""
    quotations = [(q.start, q.end) for q in doc._.quotations]
    found: dict[tuple[tuple[str, int], ...], Fixture] = {}
    for start, end in doc._.sentences:
        if doc._.article.headline and start <= doc.text.find(doc._.article.headline) < end:
            continue
        match = _TO_COME.search(doc.text, start, end)
        if not match or any(a <= match.start() < b for a, b in quotations):
            continue
        ahead = [d for d in doc._.dates if start <= d.start < end and d.future]
        if not ahead and "next" not in match[0] and "now" not in match[0]:
            continue
        sides = _sides(doc._.teams, "team", start, match, end) or _sides(doc._.people, "person", start, match, end)
        if sides:
            found.setdefault(sides, Fixture(sides, start, end, ahead[0].date if ahead else None))
    return list(found.values())


def _sides(entities: tuple[Entity, ...], kind: str, start: int, verb: re.Match[str], end: int) -> tuple[tuple[str, int], ...]:
    """Who meets whom: the one competitor before the verb, and the one that follows it at once."""
    placed = sorted((m.start, key) for key, e in enumerate(entities) for m in e.mentions if start <= m.start < end)
    before = list(dict.fromkeys(key for at, key in placed if at < verb.start()))
    after = [key for at, key in placed if verb.end() <= at <= verb.end() + OBJECT_WITHIN]
    if len(before) != 1:  # whose fixture it is cannot be told
        return ()
    return tuple((kind, key) for key in dict.fromkeys([*before, *after[:1]]))


@Language.component("fixtures", requires=["doc._.dates", "doc._.people", "doc._.teams"], assigns=["doc._.fixtures"])
def fixtures(doc: Doc) -> Doc:
    """Adds `doc._.fixtures`."""
    doc._.fixtures = tuple(find_fixtures(doc))
    return doc
