"""What the reader's heads say of the doc's nodes: roles, standings, deeds, and which belongs to which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.coreference import resolve
from pipeline.extract.disciplines import Discipline, gender_of
from pipeline.extract.layout import tokens_within
from pipeline.extract.names import Entity, entity_of
from pipeline.extract.nations import country_code
from pipeline.extract.network import Config, Reader
from pipeline.extract.nodes import COMPETITORS, DETAILS, Node, candidates, detail_of, pairs, surroundings
from pipeline.extract.reader import load
from pipeline.extract.weights import model_folder

Doc.set_extension("relations", default=None, force=True)


@dataclass(frozen=True)
class Related:
    """A relation's pairs of nodes, as rows of `Relations.nodes`, with their probabilities."""

    pairs: NDArray[np.int64]  # (P, 2)
    labels: NDArray[np.float32]  # (P, labels)
    past: NDArray[np.float32]  # (P,) probability that it is history

    def of(self, label: int) -> NDArray[np.float32]:
        """(P,) probabilities of one label."""
        return self.labels[:, label]


@dataclass(frozen=True)
class Relations:
    """The nodes of an article and what the heads say of them."""

    nodes: list[Node]
    kind: NDArray[np.float32]  # (kinds,) report, preview, news
    sport: NDArray[np.float32]  # (sports,)
    roles: NDArray[np.float32]  # (N, roles); of use for people
    standings: NDArray[np.float32]  # (N, standings)
    past: NDArray[np.float32]  # (N,) probability that the standing is history
    medals: NDArray[np.float32]  # (N,) probability that the article names the medal it won
    deeds: NDArray[np.float32]  # (N, deeds)
    related: dict[str, Related]
    disciplines: tuple[Discipline, ...]  # those of the grammar and those that the reader tagged
    config: Config


def nodes_of(doc: Doc, disciplines: Sequence[Discipline]) -> list[Node]:
    """The doc's nodes, in order."""
    nodes: list[Node] = []
    for kind, entities in (("person", doc._.people), ("team", doc._.teams)):
        nodes += [Node(m.first, m.last, kind, key, kind) for key, entity in enumerate(entities) for m in entity.mentions]
    people = [(n.first, n.last, n.key) for n in nodes if n.kind == "person"]
    words = [t.text for t in doc]
    nodes += [Node(a.first, a.last, "person", a.key, "pronoun") for a in resolve(words, doc._.sentence_of, people, doc._.quoted)]
    teams = {n.first for n in nodes if n.kind == "team"}
    for kind, found in (("nation", doc._.nations), ("mark", doc._.marks), ("discipline", disciplines), ("quote", doc._.quotations)):
        for key, item in enumerate(found):
            tokens = tokens_within(doc, item.start, item.end)
            if tokens and not (kind == "nation" and tokens[0] in teams):
                nodes.append(Node(*tokens, kind, key, detail_of(item) if kind == "mark" else kind))
    return sorted(nodes, key=lambda n: (n.first, n.last))


def all_disciplines(doc: Doc) -> tuple[Discipline, ...]:
    """The grammar's disciplines, and the reader's where the grammar has none."""
    found = list(doc._.disciplines)
    for mention in doc._.mentions:
        if mention.type == "DISCIPLINE" and not any(d.start < mention.end and mention.start < d.end for d in found):
            found.append(Discipline(mention.start, mention.end, mention.text, gender_of(mention.text)))
    return tuple(sorted(found, key=lambda d: d.start))


def predict(doc: Doc, reader: Reader) -> Relations:
    """Run the heads over the doc's nodes; sets nothing."""
    disciplines = all_disciplines(doc)
    nodes = nodes_of(doc, disciplines)
    states, config = doc._.reading.states, reader.config
    with torch.inference_mode():
        whole = reader.document(states) if len(states) else torch.zeros(2 * config.hidden)
        kind, sport = _probabilities(reader.kind(whole)), _probabilities(reader.sport(whole))
        if not nodes:
            none = np.zeros((0, 1), dtype=np.float32)
            return Relations([], kind, sport, none, none, none[:, 0], none[:, 0], none, {}, disciplines, config)
        spans = torch.tensor([(n.first, n.last) for n in nodes])
        details = torch.tensor([DETAILS.index(n.detail) for n in nodes])
        vectors, contexts = reader.nodes(states, spans, details), reader.contexts(states)
        before, after = (torch.from_numpy(x) for x in surroundings(nodes, doc._.sentence_of))
        around = reader.around(vectors, contexts, before, after)
        standing = reader.standing(around)
        standings, deeds = _probabilities(standing[:, :-2]), _probabilities(reader.deed(around))
        competes = np.asarray([n.kind in COMPETITORS for n in nodes])
        standings[~competes], deeds[~competes] = 0.0, 0.0
        related = {}
        for name in (n for n in config.relations if n not in LEFT_TO_RULES):
            chosen = candidates(name, nodes, doc._.sentence_of)
            if len(chosen):
                logits = reader.related(name, vectors, contexts, pairs(name, nodes, doc._.sentence_of, chosen))
                related[name] = Related(chosen, _probabilities(logits[:, :-1]), logits[:, -1].sigmoid().numpy())
        return Relations(
            nodes, kind, sport, _probabilities(reader.role(vectors)), standings, standing[:, -2].sigmoid().numpy(),
            standing[:, -1].sigmoid().numpy(), deeds, related,
            disciplines, config,
        )  # fmt: skip


def _probabilities(logits: torch.Tensor) -> NDArray[np.float32]:
    return logits.softmax(-1).numpy()


LEFT_TO_RULES = frozenset({"speaker"})  # trained for the encoder's sake: the rules of `speakers` are better
SAME = 0.5  # probability from which two sides are taken for one


def joined_sides(doc: Doc, found: Relations) -> tuple[list[Entity], dict[int, int]]:
    """The doc's teams with those joined that the reader takes for one ("Gunners", "Arsenal"), and each old number's new one.

    Sides of different nations stay apart, and so do two that the reader sees beating one another.
    """
    teams: list[Entity] = list(doc._.teams)
    related = found.related.get("same")
    if related is None:
        return teams, {i: i for i in range(len(teams))}
    support: dict[tuple[int, int], float] = {}
    for (i, j), p in zip(related.pairs.tolist(), related.of(1).tolist(), strict=True):
        pair = min(found.nodes[i].key, found.nodes[j].key), max(found.nodes[i].key, found.nodes[j].key)
        support[pair] = max(support.get(pair, 0.0), p)
    against: dict[tuple[int, int], float] = {}
    if (match := found.related.get("match")) is not None:
        for (i, j), p in zip(match.pairs.tolist(), match.labels[:, 0].tolist(), strict=True):
            a, b = found.nodes[i], found.nodes[j]
            if a.kind == b.kind == "team":
                pair = min(a.key, b.key), max(a.key, b.key)
                against[pair] = max(against.get(pair, 0.0), 1 - p)
    group = {i: i for i in range(len(teams))}
    codes = {i: country_code(team.name) for i, team in enumerate(teams)}
    for (a, b), p in sorted(support.items(), key=lambda x: (-x[1], x[0])):
        a_, b_ = group[a], group[b]
        if p < SAME or a_ == b_ or (codes[a_] and codes[b_] and codes[a_] != codes[b_]):
            continue
        # whoever met one of a side's names met the side
        if any(met > p for (x, y), met in against.items() if {group[x], group[y]} == {a_, b_}):
            continue
        keep, drop = min(a_, b_), max(a_, b_)
        codes[keep] = codes[keep] or codes[drop]
        group = {i: keep if g == drop else g for i, g in group.items()}
    order = sorted(set(group.values()))
    merged = [entity_of([m for i, g in group.items() if g == keep for m in teams[i].mentions]) for keep in order]
    return merged, {i: order.index(g) for i, g in group.items()}


@Language.component(
    "relations",
    requires=["doc._.reading", "doc._.mentions", "doc._.people", "doc._.teams", "doc._.marks", "doc._.quotations"],
    assigns=["doc._.relations", "doc._.teams"],
)
def relations(doc: Doc) -> Doc:
    """Adds `doc._.relations`, and joins in `doc._.teams` what the reader takes for one side."""
    reader, _ = load(model_folder("reader"))
    found = predict(doc, reader)
    teams, new = joined_sides(doc, found)
    nodes = [replace(n, key=new[n.key]) if n.kind == "team" else n for n in found.nodes]
    doc._.teams = tuple(teams)
    doc._.relations = replace(found, nodes=nodes)
    return doc
