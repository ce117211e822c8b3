"""What was found out about one sentence so far: its claims, and the facts of the record that it states."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.records import Span
from pipeline.verify.facts import Fact
from pipeline.verify.items import Item
from pipeline.verify.verdict import Claim, ClaimKind, State

KINDS = {
    "side": ClaimKind.NAME,
    "nation": ClaimKind.NATION,
    "competition": ClaimKind.COMPETITION,
    "discipline": ClaimKind.DISCIPLINE,
    "round": ClaimKind.ROUND,
    "venue": ClaimKind.STATEMENT,
    "fixture": ClaimKind.STATEMENT,
    "source": ClaimKind.NAME,
    "figure": ClaimKind.NUMBER,
    "place": ClaimKind.PLACE,
    "medal": ClaimKind.MEDAL,
    "gender": ClaimKind.DISCIPLINE,
    "deed": ClaimKind.OUTCOME,
    "comeback": ClaimKind.OUTCOME,
    "flag": ClaimKind.MARK,
    "minute": ClaimKind.NUMBER,
    "predicate": ClaimKind.OUTCOME,
}


class Notes:
    """Claims by the first token of the words that make them."""

    def __init__(self, report: str, spans: Mapping[str, Span]) -> None:
        self.found: dict[int, Claim] = {}
        self.stated: list[Fact] = []
        self.settled: set[int] = set()  # first tokens of words whose claim is made elsewhere
        self._report = report
        self._spans = spans  # where the article first names everybody

    def say(
        self,
        item: Item,
        state: State,
        *,
        fact: str | None = None,
        evidence: Span | None = None,
        instead: str | None = None,
        kind: ClaimKind | None = None,
    ) -> None:
        """Notes a claim; what was found wrong once is not put right later."""
        known = self.found.get(item.first)
        if known and known.state is not State.SUPPORTED:
            return
        if fact and evidence is None:
            evidence = self._spans.get(fact)
        self.found[item.first] = Claim(
            kind=kind or KINDS.get(item.kind, ClaimKind.STATEMENT),
            state=state,
            text=self._report[item.start : item.end],
            start=item.start,
            end=item.end,
            fact=fact,
            evidence=evidence,
            instead=instead,
        )

    def bear_out(self, item: Item, fact: Fact, kind: ClaimKind | None = None) -> None:
        """A claim that a fact supports."""
        self.say(item, State.SUPPORTED, fact=fact.id, evidence=fact.evidence[0] if fact.evidence else None, kind=kind)
        self.note(fact)

    def note(self, fact: Fact) -> None:
        """A fact that the sentence states."""
        if fact not in self.stated:
            self.stated.append(fact)
