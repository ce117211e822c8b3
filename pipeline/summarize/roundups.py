"""Many records of one competition in one report: what each adds to the others, grouped by event, by day or by round.

Every sentence is written from one record and verified against it; the ids of its facts are given as `article:fact`.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.records import Event, Recap, Record, Result, Sentence, When
from pipeline.summarize.house import HouseStyle, dressed, plainly_scored
from pipeline.summarize.plan import (
    Haul,
    Plan,
    Standing,
    Story,
    can_lead,
    differ,
    discipline_key,
    first_result,
    fullness,
    how_far,
    make_plan,
)
from pipeline.summarize.report import Report
from pipeline.summarize.voice import Voice
from pipeline.summarize.write import Draft, Writer

WORDS = 80  # for one record under one heading
SENTENCES = 4
MOST_OTHERS = 3  # sentences of one record's other results under one heading
GENDER = re.compile(r"\b(?:(?:wo)?men|mixed)(?:['’]s)? ", re.IGNORECASE)


def roundup_of(held: Sequence[Record], house: HouseStyle, seed: int) -> Recap:
    """What `pipeline.summarize.roundup` returns, which see."""
    if not held:
        raise ValueError("A roundup needs at least one record.")
    problems: list[str] = []
    fresh = _without_repeats([plainly_scored(record) for record in held], problems)
    title = _title(fresh)
    if title:
        problems += [f"{r.article.id} does not name {title}" for r in held if not _named(r, title)]
    pages = _Pages(house, seed, title)
    plans = [_event_by_event(make_plan(record)) for record in fresh]
    kind, groups = _groups(fresh, plans)
    words = Voice(fresh[0]).words["roundup"]
    for heading, parts in groups:
        pages.open(heading or (words["others"] if len(groups) > 1 else ""), flowing=kind == "event")
        for number, stories in parts:
            main = first_result(stories[0]) is first_result(plans[number].stories[0])
            pages.write(fresh[number], plans[number], stories, main=main)
    pages.open(words["said"])
    for record, plan in zip(fresh, plans, strict=True):
        if not plan.stories:
            pages.write(record, plan, (), main=True)
    pages.open(words["next"])
    for record, plan in zip(fresh, plans, strict=True):
        pages.coming(record, plan, held)
    return pages.recap(problems)


# ---- The same result in several records ------------------------------------------------------------------------------------------


def _without_repeats(records: Sequence[Record], problems: list[str]) -> list[Record]:
    """The records, each without the current results that another tells as well or better."""
    kept: list[tuple[int, Result]] = []
    for number, record in enumerate(records):
        for result in (r for r in record.results if r.when is When.CURRENT):
            again = next((i for i, (n, other) in enumerate(kept) if n != number and _same(records[n], other, record, result)), None)
            if again is None:
                kept.append((number, result))
                continue
            before, other = kept[again]
            if differ(other, result):
                where = f"{records[before].article.id} and {record.article.id}"
                problems.append(f"{where} differ on {_call(record, result.who)}: {_said(other)}, {_said(result)}; the first is followed")
            elif fullness(result) > fullness(other):
                kept[again] = (number, result)
    chosen: dict[int, set[str]] = {}
    for number, result in kept:
        chosen.setdefault(number, set()).add(result.id)
    fresh = []
    for number, record in enumerate(records):
        ids = chosen.get(number, set())
        results = tuple(r for r in record.results if r.when is When.PAST or r.id in ids)
        lead = next((r for r in record.results if r.when is When.CURRENT), None)
        told = lead is not None and lead.id not in ids  # another record tells the match that its players played in
        fresh.append(record.model_copy(update={"results": results, "performances": () if told else record.performances}))
    return fresh


def _same(one: Record, first: Result, other: Record, second: Result) -> bool:
    """Whether two records tell one result: the same competitors in events that may be one, with nothing but a mark or place apart."""
    straight = _alike(one, first.who, other, second.who) and _alike(one, first.opponent, other, second.opponent)
    crossed = _alike(one, first.who, other, second.opponent) and _alike(one, first.opponent, other, second.who)
    if not (straight or (first.opponent and crossed)):
        return False
    here, there = _event(one, first), _event(other, second)
    disciplines = [discipline_key(e) for e in (here, there)]
    rounds = [(e.round or "").casefold().rstrip("s") if e else "" for e in (here, there)]
    dates = [e.date if e else None for e in (here, there)]
    if any(a and b and a != b for a, b in (disciplines, rounds, dates)):
        return False
    if differ(first, second):  # a second meeting, unless both are said to be the same round or discipline
        return bool(disciplines[0] and disciplines[0] == disciplines[1]) or bool(rounds[0] and rounds[0] == rounds[1])
    return True


def _alike(one: Record, key: str | None, other: Record, also: str | None) -> bool:
    """Whether two ids of two records name one competitor: 'Josh Kerr' and 'Kerr'."""
    if key is None or also is None:
        return key is also
    a, b = (_call(record, who).casefold().split() for record, who in ((one, key), (other, also)))
    shorter, longer = sorted((a, b), key=len)
    return bool(shorter) and longer[-len(shorter) :] == shorter


def _said(result: Result) -> str:
    return " ".join(str(x) for x in (result.mark and result.mark.text, result.place and f"place {result.place}", result.medal) if x)


def _call(record: Record, key: str) -> str:
    return next(entry.name for group in (record.people, record.teams) for entry in group if entry.id == key)


def _event(record: Record, result: Result) -> Event | None:
    return next((e for e in record.events if e.id == result.event), None)


def _event_by_event(plan: Plan) -> Plan:
    """One competitor's several events as stories of their own, so that each can stand under its heading."""
    stories: list[Story] = []
    for story in plan.stories:
        stories += [Standing(group) for group in story.results] if isinstance(story, Haul) else [story]
    return replace(plan, stories=tuple(story for story in stories if can_lead(story)))


# ---- Title and headings ----------------------------------------------------------------------------------------------------------


def _title(records: Sequence[Record]) -> str:
    """The competition that most records name, and most often; empty where none does, or each names another."""
    counts: Counter[str] = Counter()
    for record in records:
        counts.update({competition.name for competition in record.competitions})
    shared = [name for name in counts if sum(_named(r, name) for r in records) > len(records) / 2]
    mentions = {n: sum(len(c.mentions) for r in records for c in r.competitions if n in (c.name, *c.aliases)) for n in shared}
    return max(shared, key=lambda name: (sum(_named(r, name) for r in records), mentions[name]), default="")


def _named(record: Record, competition: str) -> bool:
    return any(competition.casefold() in {form.casefold() for form in (c.name, *c.aliases)} for c in record.competitions)


Groups = list[tuple[str, list[tuple[int, tuple[Story, ...]]]]]  # heading, then the number of a record and its stories


def _groups(records: Sequence[Record], plans: Sequence[Plan]) -> tuple[str, Groups]:
    """The stories of all records by event, by day or by round, whichever tells them apart."""
    stories = [(number, story) for number, plan in enumerate(plans) for story in plan.stories]
    events = [_event(records[number], first_result(story)) for number, story in stories]
    days = {e.date if e else None for e in events}
    if len({discipline_key(e) for e in events} - {""}) > 1:
        kind = "event"
    elif len(days) > 1 and None not in days:
        kind = "day"
    else:
        kind = "round" if len({(e.round or "").casefold() if e else "" for e in events}) > 1 else ""
    vague = {discipline_key(e) for e in events if e and not e.gender}  # the men's and the women's cannot be told apart in all of them
    places: dict[str, int] = {}
    groups: list[tuple[str, dict[int, list[Story]]]] = []
    order: list[datetime.date] = []
    for (number, story), event in zip(stories, events, strict=True):
        voice = Voice(records[number])
        key, heading = "", ""
        if kind == "event":
            key, heading = discipline_key(event), voice.discipline(event)
            heading = _capital(GENDER.sub("", heading) if key in vague else heading)
            key += f"|{event.gender}" if event and key not in vague else ""
        elif kind == "day" and event and event.date:
            key, heading = str(event.date), f"{event.date:%A} {event.date.day} {event.date:%B}"
        elif kind == "round":
            heading = _capital(voice.stage(event).removeprefix("the "))
            key = heading.casefold().rstrip("s")
        if key not in places:
            places[key] = len(groups)
            groups.append((heading, {}))
            if event and event.date and kind == "day":
                order.append(event.date)
        groups[places[key]][1].setdefault(number, []).append(story)
    if kind == "day":
        groups = [group for _, group in sorted(zip(order, groups, strict=True), key=lambda pair: pair[0])]
    if kind == "round":  # the final first
        groups.sort(key=lambda group: -(how_far(group[0]) or 0))
    named = [g for g in groups if g[0]] + [g for g in groups if not g[0]]  # what has no heading would seem to belong to the one before
    return kind, [(heading, [(n, tuple(s)) for n, s in parts.items()]) for heading, parts in named]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


# ---- Writing -----------------------------------------------------------------------------------------------------------------------


@dataclass
class _Page:
    """What stands under one heading."""

    heading: str
    flowing: bool = True  # one paragraph, not one for each record
    paragraphs: list[str] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    begun: set[str] = field(default_factory=set)
    met: set[str] = field(default_factory=set, metadata={"holds": "names of people introduced"})


class _Pages:
    """The report as it grows, heading by heading."""

    def __init__(self, house: HouseStyle, seed: int, title: str) -> None:
        self.house, self.seed, self.title = house, seed, title
        self.pages: list[_Page] = []
        self.quoted: set[str] = set()
        self.promised: set[str] = set()
        self.problems: list[str] = []
        self.verified = True

    def open(self, heading: str, *, flowing: bool = True) -> None:
        """Begin what stands under a heading, as one paragraph if it is `flowing`."""
        self.pages.append(_Page(heading, flowing))

    def write(self, record: Record, plan: Plan, stories: tuple[Story, ...], *, main: bool) -> None:
        """What one record tells under the heading; its players and a quotation with its `main` story."""
        speeches = tuple(s for s in plan.speeches if not any(s.text in t or t in s.text for t in self.quoted)) if main else ()
        report = self._report(record, replace(plan, stories=stories, scorers=plan.scorers if main else (), speeches=speeches))
        writer, known = report.writer, report.known
        if stories:
            _take(report, writer.lead(known))
            report.add(writer.placings(report.known, report.told))
            for _ in range(MOST_OTHERS):
                if not _take(report, writer.others(report.known, report.told, opening=not self.pages[-1].flowing)):
                    break
            if main:
                report.add(writer.scorers(report.known, report.told))
        if speeches:
            report.sentences += 1
            report.add(writer.speech(report.known, report.told))
        self.quoted |= {s.text for s in speeches if s.quote.id in report.told}
        self._close(record, report)

    def coming(self, record: Record, plan: Plan, records: Sequence[Record]) -> None:
        """The contests to come that no record reports and none has named."""
        held = {discipline_key(_event(r, x)) for r in records for x in r.results if x.when is When.CURRENT} - {""}
        events = {e.id: e for e in record.events}
        for fixture in plan.fixtures:
            event = events.get(fixture.event or "")
            about = discipline_key(event) or fixture.text.casefold()
            key = "|".join([about, *sorted(_call(record, who) for who in fixture.who)])
            if key in self.promised or about in held:
                continue
            report = self._report(record, Plan(fixtures=(fixture,)))
            if _take(report, report.writer.coming(report.known)):
                self.promised.add(key)
                self._close(record, report)

    def recap(self, problems: list[str]) -> Recap:
        """The whole report."""
        pages = [page for page in self.pages if page.sentences]
        blocks = [self.title] if self.title and pages else []
        for page in pages:
            prose = (" " if page.flowing else "\n").join(page.paragraphs)
            blocks.append(f"{page.heading}\n{prose}" if page.heading else prose)
        sentences = tuple(s for page in pages for s in page.sentences)
        if not sentences:
            blocks = [Writer(Record.model_validate({"article": {"id": "none", "text": ""}}), Plan(), self.seed).nothing()]
            sentences = (Sentence(text=blocks[0]),)
        return Recap(text="\n\n".join(blocks), sentences=sentences, verified=self.verified, problems=(*problems, *self.problems))

    def _report(self, record: Record, plan: Plan) -> Report:
        page = self.pages[-1]
        known = {p.id for p in record.people if p.name in page.met}
        known |= {c.id for c in record.competitions if self.title.casefold() in {n.casefold() for n in (c.name, *c.aliases)}}
        return Report(record, plan, self.seed, self.house, WORDS, SENTENCES, begun=page.begun, introduced=frozenset(known))

    def _close(self, record: Record, report: Report) -> None:
        page = self.pages[-1]
        self.verified &= report.settle(" ")
        sentences = report.finished(f"{record.article.id}:")
        if not sentences:
            return
        page.sentences += sentences
        page.paragraphs.append(" ".join(s.text for s in sentences))
        page.heading = dressed(page.heading, record, self.house)
        page.met |= {p.name for p in record.people if p.id in report.known}
        self.problems += [f"{record.article.id}: {problem}" for problem in report.problems]


def _take(report: Report, offered: Iterator[Draft]) -> bool:
    """Take a draft that begins like no other; failing that, one that does: a result is worth more than its first word."""
    drafts, problems = list(offered), len(report.problems)
    if report.add(drafts):
        return True
    del report.problems[problems:]
    report.openings_differ = False
    taken = report.add(drafts)
    report.openings_differ = True
    return taken
