"""A recap: which sentences, in which order, and what keeps them to the record."""

from __future__ import annotations

from pipeline.records import Kind, Recap, Record, Style
from pipeline.summarize.headline import headline
from pipeline.summarize.house import HouseStyle, plainly_scored
from pipeline.summarize.neural import PLANNED, neural_writer
from pipeline.summarize.plan import Match, Plan, can_lead, make_plan, results_of, says_nothing
from pipeline.summarize.report import Report
from pipeline.summarize.write import Draft, Writer

LIMITS = {Style.HEADLINE: 12, Style.BRIEF: 45, Style.STANDARD: 95, Style.BULLETS: 120}  # words
MOST_SENTENCES = {Style.HEADLINE: 1, Style.BRIEF: 2, Style.STANDARD: 4, Style.BULLETS: 6}
ROOM_FOR_SPEECH = 16  # words kept free while results are listed; most openings of quotations fit
ROOM_FOR_NEXT = 12


def recap_of(record: Record, style: Style, house: HouseStyle, seed: int, writer: str) -> Recap:
    """What `pipeline.summarize` returns."""
    record = plainly_scored(record)
    plan = make_plan(record)
    if style is Style.HEADLINE:
        writer = PLANNED  # a headline is a form of its own, which no model was asked for
    report = Report(
        record,
        plan,
        seed,
        house,
        LIMITS[style],
        MOST_SENTENCES[style],
        openings_differ=style is not Style.BULLETS,
        full_stops=style is not Style.HEADLINE,
        neural=None if writer == PLANNED else neural_writer(writer),
    )
    if style is Style.HEADLINE:
        report.add(headline(report.writer))
    elif style is Style.BULLETS:
        _bullets(report)
    else:
        _paragraph(report, brief=style is Style.BRIEF)
    if not report.drafts:
        report.drafts.append(Draft(report.writer.nothing(), (), frozenset()))
    bullets = style is Style.BULLETS
    verified = report.settle("\n" if bullets else " ", "- " if bullets else "")
    sentences = report.finished()
    text = "\n".join(f"- {s.text}" for s in sentences) if bullets else " ".join(s.text for s in sentences)
    return Recap(text=text, sentences=sentences, style=style, writer=writer, verified=verified, problems=tuple(report.problems))


def _paragraph(report: Report, *, brief: bool) -> None:
    """Lead, placings or scorers, other results, quotation, what comes next."""
    plan, writer = report.plan, report.writer
    after = (ROOM_FOR_SPEECH if plan.speeches and not brief else 0) + (ROOM_FOR_NEXT if plan.fixtures and not brief else 0)
    ends = 0 if brief else bool(plan.speeches) + bool(plan.fixtures)
    # a preview begins with what it is about, where what was played before can follow
    ahead = report.record.kind is Kind.PREVIEW and report.add(writer.ahead(report.known))
    if plan.stories and can_lead(plan.stories[0]) and not says_nothing(plan.stories[0]):
        if not report.add(writer.lead(report.known)) and ahead:
            report.withdraw()
            report.add(writer.lead(report.known))
        free = report.sentences - ends
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
        _without_result(report, keep=0 if brief else after)
    few = len(report.drafts) < 2
    report.add(writer.speech(report.known, report.told, stopgap=few), keep=ROOM_FOR_NEXT if plan.fixtures and not brief else 0)
    if not plan.fixtures or plan.fixtures[0].id not in report.told:
        report.add(writer.coming(report.known))
    if len(report.drafts) < 2:
        report.add(writer.history(report.known, report.told, anybody=not plan.stories))


def _without_result(report: Report, *, keep: int) -> None:
    """A preview's contest to come, else what somebody said, else whom the article is about; then what they have won before."""
    plan, writer = report.plan, report.writer
    preview = report.record.kind is Kind.PREVIEW
    begun = (preview and report.add(writer.ahead(report.known))) or report.add(writer.saying(report.known))
    if not begun:
        report.add(writer.subjects(report.known))
    report.add(writer.history(report.known, report.told), keep=keep)
    if preview and not plan.fixtures:
        report.add(writer.competitions(report.known), keep=keep)


def _bullets(report: Report) -> None:
    """One fact a line, the most telling first."""
    plan, writer = report.plan, report.writer
    for story in plan.stories[:4]:
        alone = Writer(report.record, Plan(stories=(story,)), report.seed, report.house)
        report.add(alone.lead(report.known))
        if not report.told.issuperset(r.id for r in results_of(story)):
            report.add(alone.placings(report.known, report.told))
    if plan.scorers:
        report.add(writer.scorers(report.known, report.told))
    if not report.drafts:
        _without_result(report, keep=0)
    report.add(writer.speech(report.known, report.told, stopgap=True))
    if not plan.fixtures or plan.fixtures[0].id not in report.told:
        report.add(writer.coming(report.known))
