"""A sentence of a report as the things it names, in order, and the clauses that tie them together.

"Josh Kerr won the 1,500m in 3:29.38, ahead of Jakob Ingebrigtsen."
-> one clause: subjects [Josh Kerr], predicate win, objects {behind: [Jakob Ingebrigtsen]}, the discipline and the mark beside it
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.verify.clauses import Clause, clauses_of
from pipeline.verify.forms import Forms, Token, tokens_of
from pipeline.verify.items import Item, items_of
from pipeline.verify.lexicon import words


@dataclass(frozen=True)
class Reading:
    """A sentence: its words, what they name, its clauses."""

    tokens: list[Token]
    items: list[Item]
    clauses: list[Clause]


def read_sentence(text: str, offset: int, forms: Forms, before: list[Item]) -> Reading:
    """Reads a sentence that stands at `offset` of the report; `before` are the subjects of the one before, for pronouns."""
    tokens = [Token(t.text, t.start + offset, t.end + offset) for t in tokens_of(text)]
    items = items_of(text, offset, tokens, forms)
    for item in items:
        if item.kind == "word" and item.low in words("pronouns") and before:
            item.kind, item.ids, item.senses = "side", set().union(*(b.ids for b in before)), {"pronoun"}
    return Reading(tokens, items, clauses_of(items, tokens))
