"""The public types: what goes in (`Article`), what is found (`Record`), what is written from it (`Recap`).

This module is the glossary of the project and imports pydantic and the standard library only. Every type is frozen.
Offsets are Unicode code points into `article.text`, which is the input unchanged; that every span's text stands where
the span says it does is checked whenever a `Record` is built, from Python or from JSON.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION: Literal["1"] = "1"


class Frozen(BaseModel):
    """A value that does not change once built and has no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Role(StrEnum):
    """What a person is in sport; a past competitor spoken of as one is an athlete."""

    ATHLETE = "athlete"
    COACH = "coach"
    OFFICIAL = "official"
    OTHER = "other"


class Kind(StrEnum):
    """What an article does: report a contest, look ahead to one, or tell anything else."""

    REPORT = "report"
    PREVIEW = "preview"
    NEWS = "news"


class Outcome(StrEnum):
    """How a contest ended for the competitor named as `who`."""

    WIN = "win"
    LOSS = "loss"
    DRAW = "draw"
    ADVANCE = "advance"
    ELIMINATED = "eliminated"
    PLACED = "placed"
    DNF = "dnf"
    RECORD = "record"


class Medal(StrEnum):
    """The medal that the article names."""

    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"


class When(StrEnum):
    """Whether a result is what the article reports as news or what it recalls."""

    CURRENT = "current"
    PAST = "past"


class Span(Frozen):
    """A piece of the article: `article.text[start:end] == text`."""

    text: str = Field(min_length=1)
    start: int = Field(ge=0, description="code points from the start of article.text")
    end: int = Field(ge=0, description="one past the last code point")

    @model_validator(mode="after")
    def _as_long_as_its_text(self) -> Span:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not fit its text {self.text!r} of {len(self.text)} characters")
        return self


class Furniture(Frozen):
    """A range of the article that is not prose: a header, a byline, a caption. It stays in the text and is passed over."""

    kind: str = Field(description="date, headline, byline, dateline, caption, credit, advertisement, link, notice, markup, ...")
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Article(Frozen):
    """A raw article: its text exactly as it came, and what the reader knows about it."""

    id: str
    headline: str | None = None
    published: datetime.date | None = None
    text: str
    source: str | None = Field(default=None, description="the file or address that it was read from")
    furniture: tuple[Furniture, ...] = ()


Parts = tuple[float | tuple[float, ...], ...]
_NAMED_SCORE = re.compile(r"[^\W\d_].* \d{1,3}\W.*[^\W\d_].* \d{1,3}")


class Mark(Span):
    """A measured performance or a score, with its place in the article."""

    kind: str = Field(
        description="time, distance, height, weight, points, score, sets, runs, wickets, innings, strokes, margin, gap, decision"
    )
    value: float | None = Field(default=None, description="seconds, metres or kilograms; the plain number otherwise; null for scores")
    unit: str | None = Field(default=None, description="s, m, kg, or the counted thing in the singular: point, run, wicket, goal, stroke")
    parts: Parts | None = Field(default=None, description="a score side by side: [2, 1]; sets: [[7, 5], [6, 4]]")
    flags: tuple[str, ...] = Field(default=(), description="WR, OR, ER, NR, CR, PB, SB, WL, wind-aided, wind:+0.6, aet, penalties:4-3, ...")

    @property
    def names_sides(self) -> bool:
        """Whether it is a score that is printed with the names of its sides: "Garston 104, Welby 98"."""
        return self.kind == "score" and _NAMED_SCORE.fullmatch(self.text) is not None


TIED = 0.8  # probability from which whom a person represents is told without a warning: of those a little below it 34 of 119 are wrong


class Person(Frozen):
    """Somebody named in the article."""

    id: str
    name: str = Field(description="the fullest form that the article uses")
    aliases: tuple[str, ...] = Field(default=(), description="every distinct form of the name in the article")
    role: Role
    represents: Span | None = Field(default=None, description="the nation or club that the article ties the person to")
    country: str | None = Field(default=None, description="IOC code of the nation, where it is one")
    confidence: float | None = Field(
        default=None, ge=0, le=1, description="probability that the person represents that; null where nobody has estimated it"
    )
    mentions: tuple[Span, ...] = ()

    @property
    def tie(self) -> Span | None:
        """What the person represents, where that is sure enough for a reader to be told."""
        return self.represents if self.confidence is None or self.confidence >= TIED else None


class Team(Frozen):
    """A club or national side that plays."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = Field(default=None, description="IOC code, for a national side")
    mentions: tuple[Span, ...] = ()


class Competition(Frozen):
    """A named championship, league, cup, meeting, tournament or tour."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


_GENDERED = re.compile(r"\b(?:men|women|mixed|boys|girls|ladies|male|female)\b", re.IGNORECASE)


class Event(Frozen):
    """One contest or one discipline's contest within a competition."""

    id: str
    discipline: str | None = None
    gender: Literal["men", "women", "mixed"] | None = None
    round: str | None = None
    competition: str | None = Field(default=None, description="id of a competition")
    venue: str | None = None
    date: datetime.date | None = None
    mentions: tuple[Span, ...] = ()

    @property
    def gender_to_add(self) -> str | None:
        """The gender, where the discipline's name does not say it: None of "women's 100m"."""
        return None if self.discipline and _GENDERED.search(self.discipline) else self.gender


class Result(Frozen):
    """What one competitor reached, or how one match ended."""

    id: str
    who: str = Field(description="id of a person or team: the competitor, or the winner of the match (the first named if drawn)")
    opponent: str | None = Field(default=None, description="id of the other side of a match")
    event: str | None = Field(default=None, description="id of an event")
    place: int | None = Field(default=None, ge=1)
    medal: Medal | None = None
    outcome: Outcome | None = None
    mark: Mark | None = None
    when: When
    evidence: tuple[Span, ...] = ()
    confidence: float | None = Field(default=None, ge=0, le=1, description="estimated probability that the result is right in full")


class Performance(Frozen):
    """What one player did in a team match: a goal, a try, 52 runs, 3-34, 18 points."""

    id: str
    who: str = Field(description="id of a person")
    what: str = Field(description="goal, try, points, runs, wickets, assist, rebounds, touchdown, ...")
    mark: Mark | None = None
    minute: int | None = None
    evidence: tuple[Span, ...] = ()


class Fixture(Frozen):
    """A contest to come."""

    id: str
    who: tuple[str, ...] = Field(default=(), description="ids of people and teams")
    event: str | None = None
    text: str = Field(description="the article's words for it")
    date: datetime.date | None = None
    evidence: tuple[Span, ...] = ()


class Quote(Span):
    """Direct speech, without its quotation marks, and who says it."""

    id: str
    speaker: str | None = Field(default=None, description="id of a person; null where it is nobody named or cannot be told")
    speaker_text: str | None = Field(default=None, description="the words that name the source: 'Kerr', 'he', 'a club spokesman'")
    cue: str | None = Field(default=None, description="the verb of speech, as printed")
    confidence: float | None = Field(default=None, ge=0, le=1)


class Record(Frozen):
    """Everything an article reports, each value with its place in the text.

    Raises `pydantic.ValidationError` where a span does not stand in the article or an id names nothing.
    """

    schema_version: Literal["1"] = SCHEMA_VERSION
    article: Article
    sport: str | None = None
    kind: Kind = Kind.NEWS
    people: tuple[Person, ...] = ()
    teams: tuple[Team, ...] = ()
    competitions: tuple[Competition, ...] = ()
    events: tuple[Event, ...] = ()
    results: tuple[Result, ...] = ()
    performances: tuple[Performance, ...] = ()
    fixtures: tuple[Fixture, ...] = ()
    quotes: tuple[Quote, ...] = ()
    warnings: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _spans_stand_in_the_article(self) -> Record:
        text = self.article.text
        for span in spans_of(self):
            if text[span.start : span.end] != span.text:
                found = text[span.start : span.end]
                raise ValueError(f"span {span.start}:{span.end} says {span.text!r} but the article has {found!r} there")
        for piece in self.article.furniture:
            if not piece.start <= piece.end <= len(text):
                raise ValueError(f"furniture {piece.kind} {piece.start}:{piece.end} is outside the article of {len(text)} characters")
        return self

    @model_validator(mode="after")
    def _ids_name_something(self) -> Record:
        people = {p.id for p in self.people}
        sides = people | {t.id for t in self.teams}
        competitions = {c.id for c in self.competitions}
        events = {e.id for e in self.events}
        references: list[tuple[str, str | None, set[str]]] = [
            *((e.id, e.competition, competitions) for e in self.events),
            *((r.id, r.who, sides) for r in self.results),
            *((r.id, r.opponent, sides) for r in self.results),
            *((r.id, r.event, events) for r in self.results),
            *((f.id, f.who, people) for f in self.performances),
            *((x.id, who, sides) for x in self.fixtures for who in x.who),
            *((x.id, x.event, events) for x in self.fixtures),
            *((q.id, q.speaker, people) for q in self.quotes),
        ]
        for holder, named, known in references:
            if named is not None and named not in known:
                raise ValueError(f"{holder} refers to {named!r}, which the record does not hold")
        return self


def spans_of(value: Any) -> Iterator[Span]:
    """Every span within a value, at any depth."""
    if isinstance(value, Span):
        yield value
    if isinstance(value, Frozen):
        for name in type(value).model_fields:
            yield from spans_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)


class Style(StrEnum):
    """How long a recap is and what it looks like."""

    HEADLINE = "headline"
    BRIEF = "brief"
    STANDARD = "standard"
    BULLETS = "bullets"


class Sentence(Frozen):
    """One sentence of a recap and what it stands on."""

    text: str
    facts: tuple[str, ...] = Field(default=(), description="ids of the record's facts that it states")
    evidence: tuple[Span, ...] = ()


class Recap(Frozen):
    """A short report written from a record alone."""

    text: str
    sentences: tuple[Sentence, ...] = ()
    style: Style = Style.STANDARD
    writer: str = "planned"
    verified: bool = False
    problems: tuple[str, ...] = ()
