"""How sure a result is: what speaks for and against it, all over the article, weighed by a logistic regression.

The heads of the reader judge mentions and pairs. Whether a result that was put together from their opinions is right also depends on
what the words beside the name say, on the article's other results, and on where it is told. `models/reader/calibrate.py` fits the
weights, on articles that the reader was not trained on (Platt 1999, with more than one input).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract.beside import printed
from pipeline.extract.found import LIKELY
from pipeline.extract.places import says_won
from pipeline.extract.weights import model_folder

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.extract.found import Found
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
    return [fitted()[kind_of(r)].probability(what_speaks(doc, relations, r, results)) for r in results]


def what_speaks(doc: Doc, relations: Relations, found: Found, results: Sequence[Found]) -> dict[str, float]:
    """What speaks for and against one of the article's results, by name."""
    kind = _of_match if found.opponent else _of_single
    return {
        # all that the heads say of it, taken at their word and as if they erred apart
        "reader": log_odds(found.chance * found.kind * max(found.past, 1 - found.past) * found.tied),
        "mark": float(found.mark is not None),
        "mark's tie": log_odds(found.tied) if found.mark else 0.0,
        "person": float(found.who[0] == "person"),
        "other tense": math.log1p(sum((r.past > LIKELY) != (found.past > LIKELY) for r in results)),
    } | kind(doc, relations, found, [r for r in results if r is not found and (r.past > LIKELY) == (found.past > LIKELY)])


def _of_match(doc: Doc, relations: Relations, found: Found, others: Sequence[Found]) -> dict[str, float]:
    """What speaks for a match, beside the article's `others` of its tense."""
    return {
        "winner's mentions": math.log1p(sum((n.kind, n.key) == found.who for n in relations.nodes)),
        "other results": math.log1p(len(others)),
    }


def _of_single(doc: Doc, relations: Relations, found: Found, others: Sequence[Found]) -> dict[str, float]:
    """What speaks for a result of one competitor, beside the article's `others` of its tense."""
    mentions = [i for i, n in enumerate(relations.nodes) if (n.kind, n.key) == found.who]
    contest = [r for r in others if not r.opponent and r.discipline == found.discipline]
    said = printed(doc._.beside[found.node])
    return {
        "tense": log_odds(max(found.past, 1 - found.past)),
        "standing": log_odds(float(1 - relations.standings[found.node][0])),
        "standing on the whole": log_odds(float(1 - relations.standings[mentions, 0].mean())),
        "place": float(found.place is not None),
        "place in so many words": float(found.from_another or (said is not None and said.place == found.place)),
        "first": float(found.place == 1),
        "placed somewhere": float(found.outcome == "placed" and found.place is None),
        "said to have won": float(says_won(doc._.beside[found.node].after)),
        "same place": math.log1p(sum(r.place == found.place for r in contest) if found.place else 0),
        "in step": math.log1p(sum(in_step(found, r) is True for r in contest)),
        "how far down": math.log1p(int(doc._.sentence_of[relations.nodes[found.node].first])),
        "report": float(relations.kind[relations.config.kinds.index("report")]),
        "preview": float(relations.kind[relations.config.kinds.index("preview")]),
    }


def in_step(one: Found, other: Found) -> bool | None:
    """Whether the marks of two results order as their places do, the shorter times and the longer throws first; None where none can."""
    if not (one.mark and other.mark and one.place and other.place) or one.mark.kind != other.mark.kind:
        return None
    mark, other_mark = one.mark.value, other.mark.value
    if one.mark.kind not in ORDERED or mark is None or other_mark is None or one.place == other.place or mark == other_mark:
        return None
    return ((mark < other_mark) == (one.mark.kind == "time")) == (one.place < other.place)
