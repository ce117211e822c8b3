"""How sure a result is: what speaks for and against it, all over the article, weighed by a logistic regression.

The heads of the reader judge mentions and pairs. Whether a result that was put together from their opinions is right also depends on
what the words beside the name say, on the article's other results, and on where it is told. `models/reader/calibrate.py` fits the
weights, on articles that the reader was not trained on (Platt 1999, with more than one input).
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract.beside import printed
from pipeline.extract.found import LIKELY, opinions_on
from pipeline.extract.nodes import COMPETITORS
from pipeline.extract.places import says_won
from pipeline.extract.weights import model_folder

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.extract.found import Found, Side
    from pipeline.extract.relations import Relations

FILE = "confidence.json"
EVEN = 1e-3  # the least and, from 1, the most that log odds are taken of
ORDERED = frozenset({"time", "distance", "height"})  # kinds of marks that order as the places do


@dataclass(frozen=True)
class Weights:
    """The logit of a result's being right is the intercept and the weighted sum of what speaks for it."""

    intercept: float
    weights: Mapping[str, float]

    def probability(self, speaks: Mapping[str, float]) -> float:
        """How likely a result is right of which `speaks` holds. Raises KeyError where that lacks what the weights were fitted on."""
        return 1 / (1 + math.exp(-self.intercept - sum(weight * speaks[name] for name, weight in self.weights.items())))


def log_odds(probability: float) -> float:
    """The logit of a probability, which may be 0 or 1."""
    p = min(max(probability, EVEN), 1 - EVEN)
    return math.log(p / (1 - p))


@cache
def fitted() -> dict[str, Weights]:
    """The weights for matches ("match") and for results of one competitor ("single")."""
    stored = json.loads((model_folder("reader") / FILE).read_text(encoding="utf-8"))
    return {kind: Weights(values["intercept"], values["weights"]) for kind, values in stored.items()}


def kind_of(found: Found) -> str:
    """Which of the weights are for the result."""
    return "match" if found.opponent else "single"


def confidences(doc: Doc, relations: Relations, results: Sequence[Found]) -> list[float]:
    """How sure each of the article's results is."""
    said = what_speaks(doc, relations, results)
    return [fitted()[kind_of(r)].probability(speaks) for r, speaks in zip(results, said, strict=True)]


def what_speaks(doc: Doc, relations: Relations, results: Sequence[Found]) -> list[dict[str, float]]:
    """What speaks for and against each of the article's results, by name."""
    claims = _claims(doc, relations, results)
    return [_what_speaks(doc, relations, r, [o for o in results if o is not r], c) for r, c in zip(results, claims, strict=True)]


@dataclass(frozen=True)
class Claim:
    """How likely a result's mark is its competitor's, and how likely it is the likeliest other's; 0 where it has no mark."""

    own: float = 0.0
    rival: float = 0.0


def _claims(doc: Doc, relations: Relations, results: Sequence[Found]) -> list[Claim]:
    """For each result what is claimed of its mark, by any mention, furniture among them."""
    label, everywhere = relations.config.relations["mark"].index("owner"), [True] * len(relations.nodes)
    owners: dict[int, dict[Side, float]] = defaultdict(dict)  # of each mark, by where it starts
    for (side, (_, key)), opinion in opinions_on(relations.related.get("mark"), label, relations, everywhere, least=0.0).items():
        owners[doc._.marks[key].start][side] = opinion.probability
    claims = []
    for found in results:
        rivals = dict(owners[found.mark.start]) if found.mark else {}
        claims.append(Claim(rivals.pop(found.who, 0.0), max(rivals.values(), default=0.0)))
    return claims


def _what_speaks(doc: Doc, relations: Relations, found: Found, others: Sequence[Found], claim: Claim) -> dict[str, float]:
    kind = _of_match if found.opponent else _of_single
    return {
        # all that the heads say of it, taken at their word and as if they erred apart
        "reader": log_odds(found.chance * found.kind * max(found.past, 1 - found.past) * found.tied),
        "mark": float(found.mark is not None),
        "mark's tie": log_odds(found.tied) if found.mark else 0.0,
        "person": float(found.who[0] == "person"),
        "same competitor": float(sum(r.who == found.who for r in others)),
        "other tense": math.log1p(sum((r.past > LIKELY) != (found.past > LIKELY) for r in others)),
    } | kind(doc, relations, found, [r for r in others if (r.past > LIKELY) == (found.past > LIKELY)], claim)


def _of_match(doc: Doc, relations: Relations, found: Found, others: Sequence[Found], claim: Claim) -> dict[str, float]:
    """What speaks for a match, beside the article's `others` of its tense."""
    number = doc._.sentence_of[relations.nodes[found.node].first]
    meeting = next((m for m in relations.meetings if {m.left, m.right} == {found.who, found.opponent}), None)
    return {
        "winner's mentions": math.log1p(sum((n.kind, n.key) == found.who for n in relations.nodes)),
        "other results": math.log1p(len(others)),
        "past": found.past,
        "medal": float(found.medal is not None),
        "medal named": float(relations.medals[found.node]),
        "met": log_odds(float(1 - meeting.came[int(found.past > LIKELY)][0])) if meeting else 0.0,
        "mark's lead": claim.own - claim.rival,
        "mark's rival": log_odds(claim.rival) if found.mark else 0.0,
        "marks in the sentence": math.log1p(sum(n.kind == "mark" and doc._.sentence_of[n.first] == number for n in relations.nodes)),
        "people": math.log1p(len(doc._.people)),
        "sides": math.log1p(len(doc._.teams)),
    }


def _of_single(doc: Doc, relations: Relations, found: Found, others: Sequence[Found], claim: Claim) -> dict[str, float]:
    """What speaks for a result of one competitor, beside the article's `others` of its tense."""
    mentions = [i for i, n in enumerate(relations.nodes) if (n.kind, n.key) == found.who]
    contest = [r for r in others if not r.opponent and r.discipline == found.discipline]
    said = printed(doc._.beside[found.node])
    standings = relations.standings[found.node]
    between, before = _to_its_mark(doc, relations, found)
    return {
        "tense": log_odds(max(found.past, 1 - found.past)),
        "chance": log_odds(found.chance),
        "standing": log_odds(float(1 - standings[0])),
        "kind of standing": log_odds(float(standings[1:].max() / max(standings[1:].sum(), EVEN))),
        "standing on the whole": log_odds(float(1 - relations.standings[mentions, 0].mean())),
        "place": float(found.place is not None),
        "place in so many words": float(found.from_another or (said is not None and said.place == found.place)),
        "place after another": float(found.further),
        "first": float(found.place == 1),
        "placed somewhere": float(found.outcome == "placed" and found.place is None),
        "said to have won": float(says_won(doc._.beside[found.node].after)),
        "same place": math.log1p(sum(r.place == found.place for r in contest) if found.place else 0),
        "in step": math.log1p(sum(in_step(found, r) is True for r in contest)),
        "mark's owner": log_odds(claim.own) if found.mark else 0.0,
        "mark before the name": float(before),
        "names before the mark": math.log1p(between),
        "how far down": math.log1p(int(doc._.sentence_of[relations.nodes[found.node].first])),
        "report": float(relations.kind[relations.config.kinds.index("report")]),
        "preview": float(relations.kind[relations.config.kinds.index("preview")]),
    }


def _to_its_mark(doc: Doc, relations: Relations, found: Found) -> tuple[int, bool]:
    """How many others are named between the mark of a result and its competitor's nearest mention, and whether the mark is first."""
    start = found.mark.start if found.mark else None
    mark = next((n for n in relations.nodes if n.kind == "mark" and doc._.marks[n.key].start == start), None)
    if mark is None:
        return 0, False
    name = min((n for n in relations.nodes if (n.kind, n.key) == found.who), key=lambda n: abs(n.first - mark.first))
    low, high = sorted((mark.first, name.first))
    between = [n for n in relations.nodes if n.kind in COMPETITORS and low < n.first < high and (n.kind, n.key) != found.who]
    return len(between), mark.first < name.first


def in_step(one: Found, other: Found) -> bool | None:
    """Whether the marks of two results order as their places do, the shorter times and the longer throws first; None where none can."""
    if not (one.mark and other.mark and one.place and other.place) or one.mark.kind != other.mark.kind:
        return None
    mark, other_mark = one.mark.value, other.mark.value
    if one.mark.kind not in ORDERED or mark is None or other_mark is None or one.place == other.place or mark == other_mark:
        return None
    return ((mark < other_mark) == (one.mark.kind == "time")) == (one.place < other.place)
