"""Results from opinions: docs built by hand with what the heads might say, no model loaded."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from pipeline.extract import COMPONENTS, grammars, layout, nlp
from pipeline.extract.marks import find_marks
from pipeline.extract.network import Config
from pipeline.extract.nodes import Node, detail_of
from pipeline.extract.relations import Related, Relations
from pipeline.extract.results import find_results
from pipeline.extract.sentences import find_sentences
from pipeline.records import Article

CONFIG = Config(
    tags=("O",), ner_tags=("O",), roles=("athlete",), kinds=("report",), sports=("football",), deeds=("none",), details=("person",),
    standings=("none", "win 1", "win", "placed 2", "placed 3", "placed n", "placed", "dnf"),
    relations={"mark": ("none", "owner", "other side", "performance"), "match": ("none", "beats", "draws"), "event": ("none", "enters")},
)  # fmt: skip

Opinions = dict[tuple[str, str], tuple[str, float]]


def doc_with(text: str, people: str, teams: str, pairs: Opinions, standings: dict[str, tuple[str, float]], past: frozenset[str]) -> Doc:
    """A doc whose nodes are the given names and its marks; opinions are given by the words of the nodes."""
    assert all((layout, grammars))  # imported, for they register what the doc is given here
    doc = spacy.blank("en")(text)
    doc._.article = Article(id="by-hand", text=text)
    doc._.sentences = tuple(find_sentences(text))
    starts = [s for s, _ in doc._.sentences]
    doc._.sentence_of = np.maximum(np.searchsorted(starts, [t.idx for t in doc], side="right") - 1, 0)
    doc._.passed_over = np.zeros(len(doc), dtype=bool)
    doc._.marks = tuple(find_marks(text))
    nodes, words = [], []
    for kind, names in (("person", people), ("team", teams)):
        for key, name in enumerate(filter(None, names.split("|"))):
            span = doc.char_span(text.index(name), text.index(name) + len(name), alignment_mode="expand")
            nodes.append(Node(span.start, span.end - 1, kind, key, kind))
            words.append(name)
    for key, mark in enumerate(doc._.marks):
        span = doc.char_span(mark.start, mark.end, alignment_mode="expand")
        nodes.append(Node(span.start, span.end - 1, "mark", key, detail_of(mark)))
        words.append(mark.text)
    related = {}
    for name, labels in CONFIG.relations.items():
        rows = [(a, b, label, p) for (a, b), (label, p) in pairs.items() if label in labels]
        values = np.zeros((len(rows), len(labels)), dtype=np.float32)
        for row, (_, _, label, p) in enumerate(rows):
            values[row, labels.index(label)], values[row, 0] = p, 1 - p
        indices = np.asarray([(words.index(a), words.index(b)) for a, b, _, _ in rows], dtype=np.int64).reshape(-1, 2)
        history = np.asarray([float(a in past) for a, _, _, _ in rows], dtype=np.float32)
        related[name] = Related(indices, values, history)
    opinions = np.zeros((len(nodes), len(CONFIG.standings)), dtype=np.float32)
    opinions[:, 0] = 1
    for name, (label, p) in standings.items():
        opinions[words.index(name), 0], opinions[words.index(name), CONFIG.standings.index(label)] = 1 - p, p
    some = np.zeros(len(nodes), dtype=np.float32)
    history = np.asarray([float(w in past) for w in words], dtype=np.float32)
    medals = np.asarray([float("gold" in text or "silver" in text) for _ in words], dtype=np.float32)
    doc._.relations = Relations(nodes, some, some, some, opinions, history, medals, some, related, (), CONFIG)
    return doc


def told(doc: Doc) -> list[tuple[str, ...]]:
    """Each result as (who, opponent, outcome, place, medal, mark, when) in words."""
    words = {(n.kind, n.key): doc[n.first : n.last + 1].text for n in doc._.relations.nodes}
    return [
        (
            words[r.who], words[r.opponent] if r.opponent else "-", r.outcome or "-", str(r.place or "-"), r.medal or "-",
            r.mark.text if r.mark else "-", "past" if r.past > 0.5 else "current",
        )
        for r in find_results(doc)
    ]  # fmt: skip


MATCHES: list[tuple[str, str, str, Opinions, list[tuple[str, ...]]]] = [
    (
        "Garston Rovers beat Welby Town 2-1 on Saturday.", "", "Garston Rovers|Welby Town",
        {
            ("Garston Rovers", "Welby Town"): ("beats", 0.9), ("Garston Rovers", "2-1"): ("owner", 0.9),
            ("Welby Town", "2-1"): ("other side", 0.8),
        },
        [("Garston Rovers", "Welby Town", "win", "-", "-", "2-1", "current")],
    ),
    (  # the score tied to one side only still goes to the match
        "Garston Rovers saw off Welby Town. It ended 2-1.", "", "Garston Rovers|Welby Town",
        {("Garston Rovers", "Welby Town"): ("beats", 0.9), ("Garston Rovers", "2-1"): ("owner", 0.7)},
        [("Garston Rovers", "Welby Town", "win", "-", "-", "2-1", "current")],
    ),
    (  # both directions at once: the likelier one
        "Ada Finch and Ines Roth met in the final, 6-4 6-2 the score.", "Ada Finch|Ines Roth", "",
        {("Ada Finch", "Ines Roth"): ("beats", 0.8), ("Ines Roth", "Ada Finch"): ("beats", 0.6), ("Ada Finch", "6-4 6-2"): ("owner", 0.6)},
        [("Ada Finch", "Ines Roth", "win", "-", "-", "6-4 6-2", "current")],
    ),
    (
        "Garston drew 1-1 with Welby.", "", "Garston|Welby",
        {("Garston", "Welby"): ("draws", 0.9), ("Garston", "1-1"): ("owner", 0.6), ("Welby", "1-1"): ("other side", 0.6)},
        [("Garston", "Welby", "draw", "-", "-", "1-1", "current")],
    ),
    (  # nothing likely, nothing found
        "Garston host Welby on Saturday.", "", "Garston|Welby", {("Garston", "Welby"): ("beats", 0.3)}, [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "teams", "pairs", "wanted"), MATCHES, ids=[m[0] for m in MATCHES])
def test_matches(text: str, people: str, teams: str, pairs: Opinions, wanted: list[tuple[str, ...]]) -> None:
    assert told(doc_with(text, people, teams, pairs, {}, frozenset())) == wanted


PLACES: list[tuple[str, str, Opinions, dict[str, tuple[str, float]], frozenset[str], list[tuple[str, ...]]]] = [
    (
        "Orla Finch won in 4:21.07 and Ines Roth was second in 4:22.50.", "Orla Finch|Ines Roth",
        {("Orla Finch", "4:21.07"): ("owner", 0.9), ("Ines Roth", "4:22.50"): ("owner", 0.8)},
        {"Orla Finch": ("win 1", 0.9), "Ines Roth": ("placed 2", 0.9)}, frozenset(),
        [("Orla Finch", "-", "win", "1", "-", "4:21.07", "current"), ("Ines Roth", "-", "placed", "2", "-", "4:22.50", "current")],
    ),
    (
        "Mara Dell took silver behind Orla Finch.", "Mara Dell", {}, {"Mara Dell": ("placed 2", 0.8)}, frozenset(),
        [("Mara Dell", "-", "placed", "2", "silver", "-", "current")],
    ),
    (  # a place beyond the third is read from the words
        "Mara Dell came home in seventh.", "Mara Dell", {}, {"Mara Dell": ("placed n", 0.8)}, frozenset(),
        [("Mara Dell", "-", "placed", "7", "-", "-", "current")],
    ),
    (
        "Mara Dell won here in 2019.", "Mara Dell", {}, {"Mara Dell": ("win 1", 0.8)}, frozenset({"Mara Dell"}),
        [("Mara Dell", "-", "win", "1", "-", "-", "past")],
    ),
    (
        "Mara Dell pulled up at halfway.", "Mara Dell", {}, {"Mara Dell": ("dnf", 0.7)}, frozenset(),
        [("Mara Dell", "-", "dnf", "-", "-", "-", "current")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "pairs", "standings", "past", "wanted"), PLACES, ids=[p[0] for p in PLACES])
def test_places(
    text: str, people: str, pairs: Opinions, standings: dict[str, tuple[str, float]], past: frozenset[str], wanted: list[tuple[str, ...]]
) -> None:
    assert told(doc_with(text, people, "", pairs, standings, past)) == wanted


def test_the_components_stand_in_an_order_that_gives_each_what_it_needs() -> None:
    problems = nlp().analyze_pipes(keys=["assigns", "requires"])["problems"]
    missing = {name: set(wants) - {"doc._.article"} for name, wants in problems.items()}
    assert not any(missing.values()), missing
    assert tuple(nlp().pipe_names) == COMPONENTS
