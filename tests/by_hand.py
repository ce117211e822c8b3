"""Docs built by hand: names as a tagger would find them, and opinions as the reader's heads might hold them. No model is loaded."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.grammars import grammars
from pipeline.extract.layout import layout, tokens_within
from pipeline.extract.mentions import Mention, occurrences
from pipeline.extract.names import Entity, entity_of
from pipeline.extract.network import Config
from pipeline.extract.nodes import Node
from pipeline.extract.relations import Meeting, Related, Relations, Tied, all_disciplines, nodes_of
from pipeline.extract.subject import subject as _subject  # noqa: F401  it sets doc._.sport, which others read
from pipeline.records import Article, Furniture

CONFIG = Config(
    tags=("O", *(f"{place}-{kind}" for kind in ("PERSON", "TEAM", "COMPETITION", "DISCIPLINE") for place in "BI")),
    ner_tags=("O",), details=("person",), roles=("athlete", "coach", "official", "other"), kinds=("report", "preview", "news"),
    sports=("athletics", "football", "basketball", "cricket", "other"), deeds=("none", "goal", "try", "assist", "other", "runs", "wickets"),
    standings=("none", "win 1", "win", "placed 2", "placed 3", "placed n", "placed", "dnf"),
    relations={
        "mark": ("none", "owner", "other side", "performance"), "match": ("none", "beats", "draws"), "event": ("none", "enters"),
        "represents": ("none", "represents"),
    },
)  # fmt: skip

Opinion = tuple[str, float]  # a label and its probability; the rest is for "none"
Opinions = Mapping[str, Opinion]  # by the words of a node
Pairs = Mapping[tuple[str, str], Opinion]


@cache
def english() -> Language:
    """spaCy's tokenizer for English."""
    return spacy.blank("en")


def doc_of(
    text: str,
    *,
    people: str = "",
    teams: str = "",
    competitions: str = "",
    furniture: Mapping[str, str] | None = None,
    published: datetime.date | None = None,
) -> Doc:
    """A doc that has been through layout and grammars, with the given names.

    Names go as "Orla Finch/Finch|Ines Roth": two people, the first with two forms. All their occurrences are mentions, of the longest
    form where several fit. `furniture` gives the kind of each passage that is no prose.
    """
    ranges = tuple(
        Furniture(kind=kind, start=text.index(words), end=text.index(words) + len(words)) for words, kind in (furniture or {}).items()
    )
    doc = english()(text)
    doc._.article = Article(id="by-hand", text=text, published=published, furniture=ranges)
    grammars(layout(doc))
    doc._.people = entities(doc, "PERSON", people)
    doc._.teams = entities(doc, "TEAM", teams)
    doc._.competitions = entities(doc, "COMPETITION", competitions)
    found = [m for group in (doc._.people, doc._.teams, doc._.competitions) for entity in group for m in entity.mentions]
    doc._.mentions = tuple(sorted(found, key=lambda m: m.start))
    return doc


def entities(doc: Doc, kind: str, names: str) -> tuple[Entity, ...]:
    """The entities that the names stand for, in the order in which they are given."""
    groups = [name.split("/") for name in filter(None, names.split("|"))]
    taken: set[int] = set()
    found: dict[str, list[Mention]] = {}
    for form in sorted((form for group in groups for form in group), key=len, reverse=True):
        places = [(s, e) for s, e in occurrences(doc.text, form) if not taken & set(range(s, e))]
        assert places, f"{form!r} does not stand in the text"
        taken.update(offset for start, end in places for offset in range(start, end))
        found[form] = [Mention(s, e, *(tokens_within(doc, s, e) or (0, 0)), kind, form, 0.9) for s, e in places]
    return tuple(entity_of([m for form in group for m in found[form]]) for group in groups)


def with_opinions(
    doc: Doc,
    *,
    pairs: Pairs | None = None,
    standings: Opinions | None = None,
    deeds: Opinions | None = None,
    roles: Opinions | None = None,
    past: Iterable[str] = (),
    sport: Opinion = ("football", 1.0),
    kind: str = "report",
) -> Doc:
    """Gives the doc `relations` whose heads hold these opinions.

    Nodes go by their words, and words that stand several times mean the first of them. `past` names the nodes whose standings and
    pairs are history. Roles that nobody has an opinion on are shared evenly.
    """
    disciplines = all_disciplines(doc)
    nodes = nodes_of(doc, disciplines)
    exact = {"mark": doc._.marks, "discipline": disciplines}
    words = [exact[n.kind][n.key].text if n.kind in exact else doc[n.first : n.last + 1].text for n in nodes]
    history = np.asarray([float(w in set(past)) for w in words], dtype=np.float32)
    related = {}
    for name, labels in CONFIG.relations.items():
        rows = [(words.index(a), words.index(b), label, p) for (a, b), (label, p) in (pairs or {}).items() if label in labels]
        related[name] = Related(
            np.asarray([row[:2] for row in rows], dtype=np.int64).reshape(-1, 2),
            np.stack([opinion(labels, label, p) for *_, label, p in rows]) if rows else np.zeros((0, len(labels)), dtype=np.float32),
            history[[row[0] for row in rows]],
        )
    # as the network has it, the head for medals fires where the article names one
    medals = np.full(len(nodes), float("gold" in doc.text or "silver" in doc.text), dtype=np.float32)
    doc._.relations = Relations(
        nodes, opinion(CONFIG.kinds, kind, 1.0), opinion(CONFIG.sports, *sport, even=True), _table(words, CONFIG.roles, roles, even=True),
        _table(words, CONFIG.standings, standings), history, medals, _table(words, CONFIG.deeds, deeds), related,
        _ties(doc, nodes, words, pairs or {}), _meetings(nodes, words, history, pairs or {}), disciplines, CONFIG,
    )  # fmt: skip
    return doc


def _ties(doc: Doc, nodes: list[Node], words: list[str], pairs: Pairs) -> dict[int, list[Tied]]:
    """The head on entities, of the same opinion as that on mentions."""
    ties: dict[int, list[Tied]] = {}
    for (person, side), (label, p) in pairs.items():
        if label == "represents":
            node = nodes[words.index(side)]
            key = node.key if node.kind == "team" else doc._.nations[node.key].code
            ties.setdefault(nodes[words.index(person)].key, []).append(Tied(key, p))
    return ties


def _meetings(nodes: list[Node], words: list[str], history: NDArray[np.float32], pairs: Pairs) -> list[Meeting]:
    """The head on entities, of the same opinion as that on mentions."""
    came: dict[tuple[tuple[str, int], tuple[str, int]], NDArray[np.float32]] = {}
    for (one, other), (label, p) in pairs.items():
        if label not in ("beats", "draws"):
            continue
        i, j = words.index(one), words.index(other)
        left, right = (nodes[i].kind, nodes[i].key), (nodes[j].kind, nodes[j].key)
        turned = (right, left) in came
        table = came.setdefault((right, left) if turned else (left, right), np.tile(np.asarray([1, 0, 0, 0], dtype=np.float32), (2, 1)))
        row = table[int(history[i])]
        row[3 if label == "draws" else 2 if turned else 1] = p
        row[0] = 1 - row[1:].max()
    return [Meeting(left, right, table) for (left, right), table in came.items()]


def opinion(labels: tuple[str, ...], label: str, p: float, *, even: bool = False) -> NDArray[np.float32]:
    """(labels,) probabilities: `p` for the label, the rest for the first one or shared by the others evenly."""
    values = np.full(len(labels), (1 - p) / (len(labels) - 1) if even else 0.0, dtype=np.float32)
    values[0] = values[0] if even else 1 - p
    values[labels.index(label)] = p
    return values


def _table(words: list[str], labels: tuple[str, ...], opinions: Opinions | None, *, even: bool = False) -> NDArray[np.float32]:
    """(N, labels) probabilities of the nodes; where there is no opinion, all for the first label, or shared evenly."""
    silent = np.full(len(labels), 1 / len(labels), dtype=np.float32) if even else opinion(labels, labels[0], 1.0)
    table = np.tile(silent, (len(words), 1))
    for name, (label, p) in (opinions or {}).items():
        table[words.index(name)] = opinion(labels, label, p, even=even)
    return table
