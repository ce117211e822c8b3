"""What the reader's heads say of the doc's nodes: roles, standings, deeds, and which belongs to which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from torch import Tensor

from pipeline.extract.coreference import resolve
from pipeline.extract.disciplines import Discipline, gender_of, names_none
from pipeline.extract.entities import (
    Distances,
    Local,
    best_beside,
    entities_of,
    final_scores,
    meeting_pairs,
    said_of_matches,
    tie_table,
)
from pipeline.extract.layout import sentence_at, tokens_within
from pipeline.extract.names import Entity, crews_among, entity_of
from pipeline.extract.nations import country_code
from pipeline.extract.network import Config, Reader
from pipeline.extract.nodes import COMPETITORS, DETAILS, Node, candidates, detail_of, links, pairs, surroundings
from pipeline.extract.reader import load
from pipeline.extract.sides import different
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
class Tied:
    """A side (its number in `doc._.teams`) or nation (its code) that a person may represent."""

    side: int | str
    probability: float


@dataclass(frozen=True)
class Meeting:
    """Two competitors, as (kind, key), and what may have come of their match: (2, 4) probabilities.

    The rows are the news and the past; the columns no match, the left one won, the right one won, a draw.
    """

    left: tuple[str, int]
    right: tuple[str, int]
    came: NDArray[np.float32]


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
    ties: dict[int, list[Tied]]  # for each of the people; what is left of 1 is that the article ties them to nobody
    meetings: list[Meeting]
    disciplines: tuple[Discipline, ...]  # those of the grammar and those that the reader tagged
    config: Config


def nodes_of(doc: Doc, disciplines: Sequence[Discipline]) -> list[Node]:
    """The doc's nodes, in order."""
    nodes: list[Node] = []
    for kind, entities in (("person", doc._.people), ("team", doc._.teams)):
        nodes += [Node(m.first, m.last, kind, key, kind) for key, entity in enumerate(entities) for m in entity.mentions]
    people = [(n.first, n.last, n.key) for n in nodes if n.kind == "person"]
    nodes += [Node(a.first, a.last, "person", a.key, "pronoun") for a in resolve(doc._.words, doc._.sentence_of, people, doc._.quoted)]
    teams = {n.first for n in nodes if n.kind == "team"}
    for kind, found in (("nation", doc._.nations), ("mark", doc._.marks), ("discipline", disciplines), ("quote", doc._.quotations)):
        for key, item in enumerate(found):
            tokens = tokens_within(doc, item.start, item.end)
            if tokens and not (kind == "nation" and tokens[0] in teams):
                nodes.append(Node(*tokens, kind, key, detail_of(item) if kind == "mark" else kind))
    return sorted(nodes, key=lambda n: (n.first, n.last))


_UNIT = re.compile(
    r"k?m|kg|(?:kilo)?met(?:re|er)s?|sec(?:ond)?s?|min(?:ute)?s?|yards?", re.IGNORECASE
)  # half of a distance or time, and none


def all_disciplines(doc: Doc) -> tuple[Discipline, ...]:
    """The grammar's disciplines, and the reader's where the grammar has none."""
    found = list(doc._.disciplines)
    for mention in doc._.mentions:
        if mention.type != "DISCIPLINE" or _UNIT.fullmatch(mention.text) or names_none(doc._.article.text, mention.start, mention.end):
            continue
        if not any(d.start < mention.end and mention.start < d.end for d in found):
            found.append(Discipline(mention.start, mention.end, mention.text, gender_of(mention.text)))
    return tuple(sorted(found, key=lambda d: d.start))


class _Look:
    """The vectors that the reader has for an article's nodes and entities."""

    def __init__(self, doc: Doc, reader: Reader, disciplines: Sequence[Discipline], whole: Tensor) -> None:
        self.nodes = nodes_of(doc, disciplines)
        self.entities = entities_of(self.nodes, [n.code for n in doc._.nations])
        self.distances = Distances(self.entities, self.nodes, doc._.sentence_of)
        if not self.nodes:
            return
        states = doc._.reading.states
        spans = torch.tensor([(n.first, n.last) for n in self.nodes])
        details = torch.tensor([DETAILS.index(n.detail) for n in self.nodes])
        self.contexts = reader.contexts(states)
        before, after = (torch.from_numpy(x) for x in surroundings(self.nodes, doc._.sentence_of))
        alone = reader.around(reader.nodes(states, spans, details), self.contexts, before, after)
        self.around = reader.among(alone, links([self.nodes], doc._.sentence_of))
        self.vectors = self.around[:, : reader.config.node]
        own = self.entities
        if own.kinds:
            documents = whole.expand(len(own.kinds), -1)
            self.whole = reader.entities(self.around, torch.from_numpy(own.entity), torch.from_numpy(own.node), documents)


def settled_sides(teams: Sequence[Entity], is_side: Sequence[float], same: Iterable[tuple[float, int, int]]) -> list[Entity]:
    """The teams without those that are no sides, and with those joined that are one side under two names.

    `is_side` has a probability for each team, `same` one for pairs of them (probability, one, other). Sides of different nations stay
    apart, and sides that the table of sides knows as two.
    """
    chance = list(is_side)
    group = {i: i for i in range(len(teams))}
    codes = {i: country_code(team.name) for i, team in enumerate(teams)}
    for p, a, b in sorted(same, key=lambda x: (-x[0], *x[1:])):
        keep, drop = sorted((group[a], group[b]))
        if p < SAME or keep == drop or (codes[keep] and codes[drop] and codes[keep] != codes[drop]):
            continue
        forms = [[form for i, g in group.items() if g == side for form in teams[i].forms] for side in (keep, drop)]
        if different(*forms):
            continue
        codes[keep] = codes[keep] or codes[drop]
        chance[keep] = max(chance[keep], chance[drop])
        group = {i: keep if g == drop else g for i, g in group.items()}
    kept = [i for i in sorted(set(group.values())) if chance[i] >= A_SIDE]
    return [entity_of([m for i, g in group.items() if g == keep for m in teams[i].mentions]) for keep in kept]


def _sides(doc: Doc, reader: Reader, look: _Look, sport: str) -> list[Entity]:
    """The doc's teams, as the reader sees them all over the article on the sport."""
    rows = look.entities.rows("team")
    if not rows:
        return list(doc._.teams)
    number = {row: int(look.entities.keys[row]) for row in rows}
    chances = reader.side(look.whole[rows]).squeeze(-1).sigmoid().tolist()
    is_side = [0.0] * len(doc._.teams)
    crews = crews_among(doc._.teams, doc._.people)
    for row, p in zip(rows, chances, strict=True):
        if number[row] not in crews:
            is_side[number[row]] = p
        elif sport in OF_CREWS and (
            p >= A_CREW or any(_OF_TWO.search(doc._.article.text, *sentence_at(doc, m.start)) for m in doc._.teams[number[row]].mentions)
        ):
            is_side[number[row]] = max(p, A_CREW)
    pairs = look.distances.between(rows, rows, ordered=False)
    same = reader.one_side(look.whole, pairs.tensors()).sigmoid().tolist() if len(pairs.left) else []
    return settled_sides(
        doc._.teams, is_side, [(p, number[a], number[b]) for p, a, b in zip(same, pairs.left.tolist(), pairs.right.tolist(), strict=True)]
    )


def _aboard(nodes: Sequence[Node]) -> NDArray[np.int64]:
    """For each node (N,) the crew that it names one of, "Ines Roth and Mei Lin"; for all others their own number."""
    aboard = np.arange(len(nodes))
    for i, crew in enumerate(nodes):
        if crew.kind == "team":
            for j, one in enumerate(nodes):
                if one.kind == "person" and crew.first <= one.first and one.last <= crew.last:
                    aboard[j] = i
    return aboard


def predict(doc: Doc, reader: Reader) -> Relations:
    """Run the heads over the doc's nodes, and settle which sides there are; sets only `doc._.teams`, which the heads go on from."""
    disciplines = all_disciplines(doc)
    states, config = doc._.reading.states, reader.config
    with torch.inference_mode():
        whole = reader.document(states) if len(states) else torch.zeros(2 * config.hidden)
        kind, sport = _probabilities(reader.kind(whole)), _probabilities(reader.sport(whole))
        look = _Look(doc, reader, disciplines, whole)
        teams = _sides(doc, reader, look, config.sports[int(sport.argmax())])
        if len(teams) != len(doc._.teams):
            doc._.teams = tuple(teams)
            look = _Look(doc, reader, disciplines, whole)
        nodes = look.nodes
        if not nodes:
            none = np.zeros((0, 1), dtype=np.float32)
            return Relations([], kind, sport, none, none, none[:, 0], none[:, 0], none, {}, {}, [], disciplines, config)
        standing = reader.standing(look.around)
        standings, deeds = _probabilities(standing[:, :-2]), _probabilities(reader.deed(look.around))
        competes = np.asarray([n.kind in COMPETITORS for n in nodes])
        standings[~competes], deeds[~competes] = 0.0, 0.0
        past, medals = standing[:, -2].sigmoid().numpy(), standing[:, -1].sigmoid().numpy()
        aboard = _aboard(nodes)
        for one, crew in enumerate(aboard):  # what the heads, which have read of few crews, say of one of the two is said of both
            if crew != one and standings[one, 0] < standings[crew, 0]:
                standings[crew], past[crew], medals[crew] = standings[one], past[one], medals[one]
        local = {}
        for name in (n for n in config.relations if n not in LEFT_TO_RULES):
            chosen = candidates(name, nodes, doc._.sentence_of)
            if len(chosen):
                features = pairs(name, nodes, doc._.sentence_of, chosen)
                local[name] = Local(chosen, reader.related(name, look.vectors, look.contexts, features))
        related = {
            name: Related(
                np.stack([aboard[x.pairs[:, 0]], x.pairs[:, 1]], 1) if name in ("mark", "event") else x.pairs,
                _probabilities(x.logits[:, :-1]),
                x.logits[:, -1].sigmoid().numpy(),
            )
            for name, x in local.items()
        }
        return Relations(
            nodes, kind, sport, _probabilities(reader.role(look.vectors)), standings, past, medals, deeds, related,
            _ties(reader, look, local), _meetings(reader, look, local), disciplines, config,
        )  # fmt: skip


def _ties(reader: Reader, look: _Look, local: dict[str, Local]) -> dict[int, list[Tied]]:
    """For each of the people the sides and nations with the probability that it represents them."""
    own = look.entities
    people, sides = own.rows("person"), [*own.rows("team"), *own.rows("nation")]
    if not people or not sides:
        return {}
    ties = look.distances.between(people, sides, ordered=True)
    logits = reader.tied(look.whole, ties.tensors(), best_beside(own, ties, local.get("represents"), look.around))
    table, columns = tie_table(ties, logits, reader.unattached(look.whole).squeeze(-1))
    probabilities = _probabilities(table)
    return {int(own.keys[row]): [Tied(own.keys[j], float(probabilities[row, 1 + n])) for n, j in enumerate(columns[row])] for row in people}


def _meetings(reader: Reader, look: _Look, local: dict[str, Local]) -> list[Meeting]:
    """What came of the matches of each two competitors."""
    own = look.entities
    matches = meeting_pairs(look.distances)
    if not len(matches.left):
        return []
    said = said_of_matches(own, matches, local.get("match"), local.get("mark"), final_scores(look.nodes), look.around)
    came = _probabilities(reader.meetings(look.whole, matches.tensors(), said))
    names = [(kind, key) for kind, key in zip(own.kinds, own.keys, strict=True)]
    return [
        Meeting((names[i][0], int(names[i][1])), (names[j][0], int(names[j][1])), p)
        for i, j, p in zip(matches.left.tolist(), matches.right.tolist(), came, strict=True)
    ]


def _probabilities(logits: torch.Tensor) -> NDArray[np.float32]:
    return logits.softmax(-1).numpy()


LEFT_TO_RULES = frozenset({"speaker"})  # trained for the encoder's sake: the rules of `speakers` are better
SAME = 0.5  # probability from which two sides are taken for one
A_CREW = 0.3  # probability from which two people who are named together compete together: so they did in all 29 cases
# contests of two together, in whose sentences two are a crew whatever the reader says
_OF_TWO = re.compile(
    r"\bice[- ]danc|\b(?:rhythm|free) dance\b|\bin the pairs\b|\bpairs (?:title|event|competition|gold|silver|bronze)\b|\bsynchro"
)
# the reader's sports in which two people may: doubles, pairs, two-man boats and bobs, rally crews
OF_CREWS = frozenset({"tennis", "golf", "cycling", "motorsport", "skiing", "darts", "gymnastics", "multi-sport", "other"})
A_SIDE = 0.3  # probability under which what the tagger took for a side is none


@Language.component(
    "relations",
    requires=["doc._.reading", "doc._.mentions", "doc._.people", "doc._.teams", "doc._.marks", "doc._.quotations"],
    assigns=["doc._.relations", "doc._.teams"],
)
def relations(doc: Doc) -> Doc:
    """Adds `doc._.relations`; drops from `doc._.teams` what is no side, and joins what is one side under two names."""
    reader, _ = load(model_folder("reader"))
    doc._.relations = predict(doc, reader)
    return doc
