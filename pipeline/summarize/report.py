"""A report as it grows: each section offers drafts, and the first that fits and that the record supports is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pipeline.records import Record, Sentence, Span
from pipeline.summarize.house import HouseStyle, dressed
from pipeline.summarize.neural import NeuralWriter
from pipeline.summarize.plan import Plan
from pipeline.summarize.write import Draft, Writer
from pipeline.verify.verifier import Verifier


@dataclass
class Report:
    """The sentences accepted so far, and why others were not.

    What is verified is the draft, which prints marks as the record does; `house` dresses it after that.
    """

    record: Record
    plan: Plan
    seed: int
    house: HouseStyle
    words: int
    sentences: int
    openings_differ: bool = True
    full_stops: bool = True
    neural: NeuralWriter | None = None
    begun: set[str] = field(default_factory=set)
    drafts: list[Draft] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    introduced: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.writer = Writer(self.record, self.plan, self.seed, self.house)
        self.verifier = Verifier(self.record)

    @property
    def known(self) -> frozenset[str]:
        """Who and what the reader has been told of."""
        return self.drafts[-1].known if self.drafts else self.introduced

    @property
    def told(self) -> set[str]:
        """The ids of the facts stated."""
        return {fact for draft in self.drafts for fact in draft.facts}

    @property
    def room(self) -> int:
        """Words left."""
        return self.words - sum(len(self.printed(d).split()) for d in self.drafts)

    def printed(self, draft: Draft) -> str:
        """The sentence as it is printed, in house style."""
        return dressed(self._stopped(draft.text), self.record, self.house)

    def add(self, offered: Iterable[Draft], *, keep: int = 0) -> bool:
        """Take the first draft that leaves `keep` words free, begins like no sentence before it and is verified."""
        if len(self.drafts) >= self.sentences:
            return False
        refused: str | None = None
        for draft in offered:
            if len(self.printed(draft).split()) > self.room - keep or (self.openings_differ and _opening(draft.text) in self.begun):
                continue
            found = self.verifier.verify(self._stopped(draft.text)).problems
            if not found:
                if self.neural:
                    draft = self._worded(draft, self.neural, keep)
                self.drafts.append(draft)
                self.begun.add(_opening(draft.text))
                if refused:
                    self.problems.append(f"rewritten: {refused}")
                return True
            refused = refused or f"{draft.text} ({found[0]})"
        if refused:
            self.problems.append(f"dropped: {refused}")
        return False

    def withdraw(self) -> None:
        """Take the last sentence back, as if it had never been written."""
        self.begun.discard(_opening(self.drafts.pop().text))

    def _worded(self, draft: Draft, neural: NeuralWriter, keep: int) -> Draft:
        """The draft in a model's words: its first offer that fits, tells the main fact and, read after what stands, is verified."""
        before = "".join(f"{self._stopped(d.text)}\n" for d in self.drafts)
        refused: str | None = None
        for offer in neural.offers(self.record, self.plan, draft, self.known, house=self.house, seed=self.seed + len(self.drafts)):
            if len(self.printed(offer).split()) > self.room - keep or (self.openings_differ and _opening(offer.text) in self.begun):
                continue
            verdict = self.verifier.verify(before + self._stopped(offer.text))
            stated = dict.fromkeys(claim.fact for claim in verdict.claims if claim.fact and claim.start >= len(before))
            if not verdict.problems and draft.facts[0] in stated:
                return replace(offer, facts=tuple(stated))
            refused = refused or f"{offer.text} ({verdict.problems[0] if verdict.problems else 'the main fact is not told'})"
        self.problems.append(f"planned: {draft.text}" + (f" instead of {refused}" if refused else ""))
        return draft

    def settle(self, join: str, start: str = "") -> bool:
        """Whether the sentences hold together, once each is clean alone; the last are dropped until they do."""
        while True:
            found = self.verifier.verify(join.join(start + self._stopped(d.text) for d in self.drafts)).problems
            if not found or len(self.drafts) < 2:
                return not found
            self.problems.append(f"dropped: {self.drafts.pop().text} ({found[0]})")

    def finished(self, prefix: str = "") -> tuple[Sentence, ...]:
        """The sentences as printed, with the ids of their facts, after `prefix`, and the evidence."""
        evidence = _evidence(self.record)
        return tuple(
            Sentence(
                text=self.printed(d),
                facts=tuple(prefix + fact for fact in d.facts),
                evidence=tuple(dict.fromkeys(s for fact in d.facts for s in evidence.get(fact, ()))),
            )
            for d in self.drafts
        )

    def _stopped(self, text: str) -> str:
        return text if self.full_stops or text.endswith("..") else text.rstrip(".")


def _opening(text: str) -> str:
    """The first word of a sentence, which no other sentence may share."""
    words = re.findall(r"\w+", text.lower())
    return words[0] if words else ""


def _evidence(record: Record) -> dict[str, tuple[Span, ...]]:
    """Where the article states each fact."""
    spans: dict[str, tuple[Span, ...]] = {r.id: r.evidence or _bare(r.mark) for r in record.results}
    spans |= {p.id: p.evidence or _bare(p.mark) for p in record.performances}
    spans |= {x.id: x.evidence for x in record.fixtures}
    spans |= {q.id: _bare(q) for q in record.quotes}
    spans |= {p.id: p.mentions[:1] for p in record.people}
    spans |= {t.id: t.mentions[:1] for t in record.teams}
    return spans | {c.id: c.mentions[:1] for c in record.competitions}


def _bare(span: Span | None) -> tuple[Span, ...]:
    """A mark or quotation as a span and nothing else."""
    return (Span(text=span.text, start=span.start, end=span.end),) if span else ()
