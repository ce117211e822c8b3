"""Short match reports written from a record alone: plan, write, verify.

    >>> recap = summarize(record)
    >>> recap.text
    "Great Britain's Josh Kerr won the 1,500m at the World Championships in 3:29.38, ahead of Norway's Jakob Ingebrigtsen. ..."

`plan.py` chooses and orders the facts, `voice.py` names people, contests and marks, `write.py` drafts the sentences with the words
of `phrases.toml`, `verify.py` lets only those through that the record supports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.records import Recap, Record, Sentence, Span, Style
from pipeline.summarize.headline import headline
from pipeline.summarize.plan import Match, Plan, make_plan, results_of
from pipeline.summarize.verify import Verifier, check
from pipeline.summarize.write import Draft, Writer

LIMITS = {Style.HEADLINE: 12, Style.BRIEF: 45, Style.STANDARD: 95, Style.BULLETS: 120}  # words
MOST_SENTENCES = {Style.HEADLINE: 1, Style.BRIEF: 2, Style.STANDARD: 4, Style.BULLETS: 6}
ROOM_FOR_SPEECH = 16  # words kept free while results are listed; most openings of quotations fit
ROOM_FOR_NEXT = 12


def summarize(record: Record, *, style: Style = Style.STANDARD, seed: int = 0) -> Recap:
    """A report of a record: at most 12 words (headline), 45 (brief), 95 in two to four sentences (standard), or one line a fact (bullets).

    Deterministic; `seed` varies the phrasing. The text of the article is not read. Every sentence is verified against the record;
    one that fails is replaced by a plainer one or dropped, and `problems` says so.
    """
    style, plan = Style(style), make_plan(record)
    report = _Report(record, plan, seed, style)
    if style is Style.HEADLINE:
        report.add(headline(record, plan, seed))
    elif style is Style.BULLETS:
        _bullets(report)
    else:
        _paragraph(report)
    if not report.drafts:
        nothing = report.writer.nothing()
        report.drafts.append(Draft(nothing.rstrip(".") if style is Style.HEADLINE else nothing, (), frozenset()))
    return report.finished()


@dataclass
class _Report:
    """The sentences accepted so far, and why others were not."""

    record: Record
    plan: Plan
    seed: int
    style: Style
    drafts: list[Draft] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.writer = Writer(self.record, self.plan, self.seed)
        self.verifier = Verifier(self.record)

    @property
    def known(self) -> frozenset[str]:
        """Who and what the reader has been told of."""
        return self.drafts[-1].known if self.drafts else frozenset()

    @property
    def told(self) -> set[str]:
        """The ids of the facts stated."""
        return {fact for draft in self.drafts for fact in draft.facts}

    @property
    def room(self) -> int:
        """Words left."""
        return LIMITS[self.style] - sum(d.words for d in self.drafts)

    def add(self, offered: Iterable[Draft], *, keep: int = 0) -> bool:
        """Take the first draft that leaves `keep` words free, begins like no sentence before it and is verified."""
        if len(self.drafts) >= MOST_SENTENCES[self.style]:
            return False
        begun = {_opening(d.text) for d in self.drafts} if self.style is not Style.BULLETS else set()
        refused: str | None = None
        for draft in offered:
            if draft.words > self.room - keep or _opening(draft.text) in begun:
                continue
            text = draft.text.rstrip(".") if self.style is Style.HEADLINE and not draft.text.endswith("..") else draft.text
            found = self.verifier.check(text)
            if not found:
                if refused:
                    self.problems.append(f"rewritten: {refused}")
                self.drafts.append(Draft(text, draft.facts, draft.known | self.known))
                return True
            refused = refused or f"{draft.text} ({found[0]})"
        if refused:
            self.problems.append(f"dropped: {refused}")
        return False

    def finished(self) -> Recap:
        """The recap, with the evidence of each sentence."""
        evidence = _evidence(self.record)
        sentences = tuple(
            Sentence(text=d.text, facts=d.facts, evidence=tuple(dict.fromkeys(s for fact in d.facts for s in evidence.get(fact, ()))))
            for d in self.drafts
        )
        joint = "\n".join(f"- {s.text}" for s in sentences) if self.style is Style.BULLETS else " ".join(s.text for s in sentences)
        found = self.verifier.check(joint)
        if found and len(self.drafts) > 1:  # each is clean alone, so two do not go together
            self.problems.append(f"dropped: {self.drafts.pop().text} ({found[0]})")
            return self.finished()
        return Recap(text=joint, sentences=sentences, style=self.style, verified=not found, problems=tuple(self.problems))


def _paragraph(report: _Report) -> None:
    """Lead, placings or scorers, other results, quotation, what comes next."""
    plan, writer = report.plan, report.writer
    brief = report.style is Style.BRIEF
    after = (ROOM_FOR_SPEECH if plan.speeches and not brief else 0) + (ROOM_FOR_NEXT if plan.fixtures and not brief else 0)
    ends = 0 if brief else bool(plan.speeches) + bool(plan.fixtures)
    if plan.stories:
        report.add(writer.lead(report.known))
        free = MOST_SENTENCES[report.style] - ends
        if isinstance(plan.stories[0], Match) and len(plan.stories) > 1 and free > 2 and plan.scorers:
            report.add(writer.scorers(report.known, report.told), keep=after + 20)
        if len(report.drafts) < free:
            report.add(writer.placings(report.known, report.told), keep=after)
        while len(report.drafts) < free and report.add(writer.others(report.known, report.told), keep=after):
            pass
        if len(report.drafts) < free and plan.scorers:
            report.add(writer.scorers(report.known, report.told), keep=after)
    elif plan.scorers:
        report.add(writer.scorers(report.known, report.told), keep=after)
    if not report.drafts:
        report.add(writer.subjects(report.known))
    if not plan.stories and len(report.drafts) < 2 and plan.history:
        report.add(writer.history(report.known, report.told), keep=after)
    report.add(writer.speech(report.known), keep=ROOM_FOR_NEXT if plan.fixtures and not brief else 0)
    report.add(writer.coming(report.known))
    if len(report.drafts) < 2:
        report.add(writer.history(report.known, report.told))


def _bullets(report: _Report) -> None:
    """One fact a line, the most telling first."""
    plan, writer = report.plan, report.writer
    for story in plan.stories[:4]:
        alone = Writer(report.record, Plan(stories=(story,)), report.seed)
        report.add(alone.lead(report.known))
        if not report.told.issuperset(r.id for r in results_of(story)):
            report.add(alone.placings(report.known, report.told))
    if plan.scorers:
        report.add(writer.scorers(report.known, report.told))
    if not report.drafts:
        report.add(writer.subjects(report.known))
    if not plan.stories and plan.history:
        report.add(writer.history(report.known, report.told))
    report.add(writer.speech(report.known))
    report.add(writer.coming(report.known))


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


__all__ = ["check", "summarize"]
