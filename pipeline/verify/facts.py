"""The record's facts as clauses ask for them: who won, beat whom, was third, did what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipeline.records import Event, Mark, Medal, Outcome, Performance, Record, Result, Span, When
from pipeline.verify.figures import Figure, figures
from pipeline.verify.forms import fold, tokens_of


@dataclass(frozen=True)
class Fact:
    """A result or performance of one who takes part in it, as a clause about that one may state it."""

    id: str
    who: str
    other: str | None = None
    event: Event | None = None
    place: int | None = None
    medal: Medal | None = None
    outcome: Outcome | None = None
    what: str | None = None
    minute: int | None = None
    mark: str | None = None
    flags: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    evidence: tuple[Span, ...] = ()
    words: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def won(self) -> bool:
        """Whether it is a victory; who is first in a race that is not over has won nothing."""
        first = self.place == 1 and self.outcome is not Outcome.PLACED
        return self.outcome is Outcome.WIN or first or (self.medal is Medal.GOLD and self.outcome is not Outcome.LOSS)

    def has(self, figure: Figure | None) -> bool:
        """Whether its mark says this figure."""
        return figure is not None and any(figure.agrees(own) for own in self.figures)

    @property
    def lost(self) -> bool:
        """Whether it is a defeat."""
        return self.outcome in {Outcome.LOSS, Outcome.ELIMINATED}

    @property
    def final(self) -> bool:
        """Whether whoever won it won the competition."""
        stage = (self.event.round or "").lower() if self.event else ""
        return self.other is None or ("final" in stage and not re.search(r"semi|quarter|eighth", stage)) or self.medal is Medal.GOLD


class Facts:
    """The facts of one record, by whom they are of."""

    def __init__(self, record: Record) -> None:
        self._of: dict[str, list[Fact]] = defaultdict(list)
        self._deeds: dict[str, list[Fact]] = defaultdict(list)
        events = {e.id: e for e in record.events}
        named = {c.id: " ".join((c.name, *c.aliases)) for c in record.competitions}
        names = {p.id: p.name for p in record.people} | {t.id: t.name for t in record.teams}
        self.named = names
        self._past = frozenset(result.id for result in record.results if result.when is When.PAST)
        for result in record.results:
            event = events.get(result.event or "")
            said = [named.get(event.competition or "", ""), event.venue or "", *_dates(event)] if event else []
            if result.mark:
                said += [result.mark.text, *result.mark.flags]
            words = words_of([*(s.text for s in result.evidence), *said])
            for fact in _sides(result, event, words):
                self._of[fact.who].append(fact)
        for performance in record.performances:
            said = [performance.mark.text] if performance.mark else []
            self._deeds[performance.who].append(_deed(performance, words_of([*(s.text for s in performance.evidence), *said])))

    def results(self, who: Iterable[str]) -> list[Fact]:
        """The results of any of these, from their side."""
        return [fact for key in sorted(who) for fact in self._of.get(key, ())]

    def deeds(self, who: Iterable[str]) -> list[Fact]:
        """What any of these did in matches."""
        return [fact for key in sorted(who) for fact in self._deeds.get(key, ())]

    def wins_over(self, winners: set[str], losers: set[str]) -> list[Fact]:
        """Victories of one of the first over one of the second: in a match, or by a better place in one event."""
        found = [f for f in self.results(winners) if f.other in losers and f.outcome is Outcome.WIN]
        return found + self.ahead(winners, losers)

    def ahead(self, front: set[str], back: set[str]) -> list[Fact]:
        """Results of one of the first that are better than one of the second in the same event.

        Of the news without an event it is the same where nobody else has either place.
        """
        found = []
        for one in self.results(front):
            for other in self.results(back):
                alone = one.event is None and other.event is None and self._alone_in_place(one) and self._alone_in_place(other)
                same = (one.event is not None and one.event == other.event) or alone
                if one.other is None and other.other is None and same and _better(one, other):
                    found.append(one)
        return found

    def _alone_in_place(self, fact: Fact) -> bool:
        """Whether a result of the news is the only one without an event that has its place."""
        if fact.id in self._past or fact.place is None:
            return False
        bare = [f for facts in self._of.values() for f in facts if f.event is None and f.other is None and f.id not in self._past]
        return len([f for f in bare if f.place == fact.place]) == 1

    def instead(self, one: set[str], other: set[str]) -> str:
        """How the record has the two meet, in words; '' if they do not."""
        for fact in self.results(one):
            if fact.other and fact.other in other:
                return self.tell(fact) or ""
        for front, back in ((one, other), (other, one)):
            if ahead := self.ahead(front, back):
                return f"{self.named[ahead[0].who]} ahead of {self.named[next(iter(sorted(back)))]}"
        return ""

    def tell(self, fact: Fact | None) -> str | None:
        """A result in words."""
        if fact is None:
            return None
        who, other = self.named[fact.who], self.named.get(fact.other or "")
        if other is None:
            parts = [
                f"place {fact.place}" if fact.place else "",
                fact.medal.value if fact.medal else "",
                fact.mark or "",
                (fact.event.discipline or "") if fact.event else "",
            ]
            return f"{who}: {', '.join(p for p in parts if p)}" if any(parts) else None
        verb = {Outcome.WIN: "beat", Outcome.LOSS: "lost to", Outcome.DRAW: "drew with"}.get(fact.outcome) if fact.outcome else None
        return f"{who} {verb or 'met'} {other}{f' {fact.mark}' if fact.mark else ''}"


def medals_of(results: list[Fact]) -> str:
    """The medals of several results, in words."""
    return ", ".join(dict.fromkeys(f.medal.value for f in results if f.medal))


def places_of(results: list[Fact]) -> str:
    """Their places."""
    return ", ".join(dict.fromkeys(str(f.place) for f in results if f.place))


def _better(one: Fact, other: Fact) -> bool:
    """Whether one result is ahead of another; whoever is only 'placed' is behind the first two."""
    if one.place and other.place:
        return one.place < other.place
    if one.won:
        return not other.won
    return one.place == 2 and other.outcome is Outcome.PLACED


def _sides(result: Result, event: Event | None, words: frozenset[str]) -> list[Fact]:
    """A result from the side of each who takes part in it."""
    mark = result.mark
    own = Fact(
        id=result.id,
        who=result.who,
        other=result.opponent,
        event=event,
        place=result.place,
        medal=result.medal,
        outcome=result.outcome,
        mark=mark.text if mark else None,
        flags=mark.flags if mark else (),
        figures=_figures(mark) if mark else (),
        evidence=result.evidence,
        words=words,
    )
    if result.opponent is None:
        return [own]
    turned = {Outcome.WIN: Outcome.LOSS, Outcome.LOSS: Outcome.WIN, Outcome.DRAW: Outcome.DRAW}
    outcome = turned.get(result.outcome) if result.outcome else None
    return [own, replace(own, who=result.opponent, other=result.who, place=None, medal=None, outcome=outcome)]


def _deed(performance: Performance, words: frozenset[str]) -> Fact:
    mark = performance.mark
    return Fact(
        id=performance.id,
        who=performance.who,
        what=performance.what,
        minute=performance.minute,
        mark=mark.text if mark else None,
        figures=_figures(mark) if mark else (),
        evidence=performance.evidence,
        words=words,
    )


def _figures(mark: Mark) -> tuple[Figure, ...]:
    inner = [f for flag in mark.flags if ":" in flag for f in figures(flag.split(":", 1)[1])]
    if mark.names_sides:  # "Garston 104, Welby 98" is the score 104-98
        inner += figures("-".join(f"{part:.0f}" for part in mark.parts or () if isinstance(part, float)))
    return (*figures(mark.text), *inner)


def _dates(event: Event) -> tuple[str, ...]:
    return (event.date.strftime("%A %d %-d %B %Y"),) if event.date else ()


def words_of(pieces: Iterable[str]) -> frozenset[str]:
    """The words of several pieces of text, as compared."""
    return frozenset().union(*map(_words, pieces))


@lru_cache(maxsize=512)  # the facts of a list share the sentence that is their evidence
def _words(piece: str) -> frozenset[str]:
    return frozenset(fold(t.low) for t in tokens_of(piece) if t.text[0].isalnum())
