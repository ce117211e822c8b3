"""The doc's findings as a `Record`: ids given, spans cut from the article, events told apart."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from spacy.tokens import Doc

from pipeline.extract.competitions import of_a_time_to_come, of_another_time
from pipeline.extract.disciplines import OF_A_GENDER, gender_of, without_gender
from pipeline.extract.found import LIKELY, Found, Side
from pipeline.extract.layout import characters, sentence_at
from pipeline.extract.mentions import Mention
from pipeline.extract.names import Entity
from pipeline.extract.nations import country_code
from pipeline.extract.places import TO_QUALIFY, phase, says_won
from pipeline.extract.rounds import ROUNDS_WITHIN, find_rounds, round_beside, round_of_article, wins_title
from pipeline.extract.subject import WITH_A_GRID
from pipeline.records import (
    Competition,
    Event,
    Fixture,
    Kind,
    Performance,
    Person,
    Quote,
    Record,
    Result,
    Role,
    Span,
    Team,
    When,
)  # fmt: skip

OPENING = 2  # sentences, headline included, that name the competition and the round which an article is about
_GENDERED = re.compile(r"\b(?:(?:wo)?men|ladies|boys|girls|mixed|(?:fe)?males?)\b", re.IGNORECASE)
_FINAL = re.compile(r"(?<!semi)(?<!quarter)(?<!semi[- ])(?<!quarter[- ])final", re.IGNORECASE)
# "took pole position", "put his car on pole"; who won from pole has won the race
_POLE = re.compile(
    r"\b(?:took|takes?|taking|claim\w*|snatch\w*|secur\w*|grab\w*|seal\w*|land(?:s|ed)|storm\w* to|puts?|stuck|clinch\w*|"
    r"earn\w*|will start|starts)"
    r" (?:[\w'’-]+ ){0,5}?(?P<round>pole(?: position)?)\b"
)
_OF_GREATER_GAMES = re.compile(
    r"\b(?:Olympic|Paralympic|[Ww]orld|European|Commonwealth) (?:(?:\w+ )?(?:gold|silver|bronze|title|"
    r"champion)s?)\b(?: medals?)? (?:in|at) (?:the )?$"
)
_LAST_ROUND = re.compile(r"(?:final|last|fourth)[- ]round", re.IGNORECASE)
ABOUT = 8  # sentences that go on about that round


def record_of(doc: Doc) -> Record:
    """The record of an article whose doc has gone through every component."""
    return _Builder(doc).record()


UNSURE = 0.15  # so far from even odds, on either side, whether a result is news or history is not clear


class _Builder:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc._.article.text
        self.ids = {("person", i): f"p{i + 1}" for i in range(len(doc._.people))}
        self.ids |= {("team", i): f"t{i + 1}" for i in range(len(doc._.teams))}
        self.events: dict[tuple[Any, ...], Event] = {}
        self.warnings: list[str] = []

    def record(self) -> Record:
        doc = self.doc
        results = tuple(self._result(n, found) for n, found in enumerate(doc._.results, start=1))
        reports = any(r.when is When.CURRENT for r in results)
        fixtures = tuple(self._fixture(n, f) for n, f in enumerate(doc._.fixtures, start=1))
        return Record(
            article=doc._.article,
            sport=doc._.sport,
            kind=Kind.NEWS if doc._.kind == "report" and not reports else Kind(doc._.kind),
            people=tuple(self._person(i) for i in range(len(doc._.people))),
            teams=tuple(self._team(i) for i in range(len(doc._.teams))),
            competitions=tuple(
                Competition(id=f"c{i + 1}", name=c.name, aliases=c.forms, mentions=self._mentions(c.mentions))
                for i, c in enumerate(doc._.competitions)
            ),
            events=tuple(self.events.values()),
            results=results,
            performances=tuple(
                Performance(
                    id=f"f{n}", who=self.ids["person", p.person], what=p.what, mark=p.mark, minute=p.minute, evidence=self._sentence(p.node)
                )
                for n, p in enumerate(doc._.performances, start=1)
            ),
            fixtures=fixtures,
            quotes=tuple(self._quotes()),
            warnings=tuple(self.warnings),
        )

    def _span(self, start: int, end: int) -> Span:
        return Span(text=self.text[start:end], start=start, end=end)

    def _mentions(self, mentions: Iterable[Mention]) -> tuple[Span, ...]:
        return tuple(self._span(m.start, m.end) for m in mentions)

    def _sentence(self, node: int) -> tuple[Span, ...]:
        return (self._span(*self.doc._.sentences[self.doc._.sentence_of[self.doc._.relations.nodes[node].first]]),)

    def _person(self, i: int) -> Person:
        entity, profile = self.doc._.people[i], self.doc._.profiles[i]
        represents = self._span(*profile.represents) if profile.represents else None
        person = Person(
            id=self.ids["person", i], name=entity.name, aliases=entity.forms, role=Role(profile.role), represents=represents,
            country=profile.country, confidence=None if profile.confidence is None else round(profile.confidence, 3),
            mentions=self._mentions(entity.mentions),
        )  # fmt: skip
        if represents and person.tie is None:
            rival = f" or {self.text[slice(*profile.rival)]}" if profile.rival else ", or nobody that the article names"
            self.warnings.append(f"{person.id}: {person.name} may represent {represents.text}{rival}")
        return person

    def _team(self, i: int) -> Team:
        entity: Entity = self.doc._.teams[i]
        return Team(
            id=self.ids["team", i], name=entity.name, aliases=entity.forms, country=country_code(entity.name),
            mentions=self._mentions(entity.mentions),
        )  # fmt: skip

    def _result(self, number: int, found: Found) -> Result:
        evidence = list(self._sentence(found.node))
        if found.mark and not evidence[0].start <= found.mark.start < evidence[0].end:
            evidence.append(self._span(*sentence_at(self.doc, found.mark.start)))
        if found.close and found.opponent:
            self.warnings.append(f"r{number}: the winner may be {self._name(found.who)} or {self._name(found.opponent)}")
        if abs(found.past - LIKELY) < UNSURE:
            self.warnings.append(f"r{number}: {self._name(found.who)}'s result may be news or history")
        return Result(
            id=f"r{number}",
            who=self.ids[found.who],
            opponent=self.ids[found.opponent] if found.opponent else None,
            event=self._event(found, evidence),
            place=found.place,
            medal=found.medal,
            outcome=found.outcome if found.outcome != "none" else None,
            mark=found.mark,
            when=When.PAST if found.past > LIKELY else When.CURRENT,
            evidence=tuple(evidence),
            confidence=round(found.confidence, 3),
        )

    def _name(self, side: Side) -> str:
        kind, i = side
        entity: Entity = (self.doc._.people if kind == "person" else self.doc._.teams)[i]
        return entity.name

    def _event(self, found: Found, evidence: list[Span]) -> str | None:
        """The id of the event that the result belongs to; events with the same discipline, round and competition are one."""
        discipline = self.doc._.relations.disciplines[found.discipline] if found.discipline is not None else None
        round_ = self._round(found, evidence)
        competition = self._competition(found, evidence)
        if discipline and round_ and "classification" in discipline.text.casefold() and "stage" in round_.casefold():
            discipline = None  # a stage is of no classification
        if discipline is None and round_ is None and competition is None:
            return None
        gender = discipline.gender if discipline else None
        if discipline and (other := self._gender_beside(found, evidence[0])) not in (None, gender):
            if gender is None:
                gender = other
            elif not evidence[0].start <= discipline.start < evidence[0].end:  # "In the men's final": it is not the women's singles
                gender, discipline = other, without_gender(discipline)
        name = discipline.text if discipline else None
        key = (re.sub(r"\W", "", name.casefold()) if name else None, gender, round_.casefold() if round_ else None, competition)
        if key not in self.events:
            spans = (self._span(discipline.start, discipline.end),) if discipline else ()
            self.events[key] = Event(
                id=f"e{len(self.events) + 1}", discipline=name, gender=gender, round=round_, competition=competition,
                date=self._day(found, evidence), mentions=spans,
            )  # fmt: skip
        return self.events[key].id

    def _gender_beside(self, found: Found, sentence: Span) -> str | None:
        """Whose contest a sentence says that it tells of, but for the words of other disciplines; None where it speaks of both."""
        text = sentence.text
        for n, other in enumerate(self.doc._.relations.disciplines):
            of_anything = OF_A_GENDER.fullmatch(other.text)  # "the women's race" is of the discipline told before
            if n != found.discipline and not of_anything and sentence.start <= other.start < sentence.end:
                first, last = other.start - sentence.start, other.end - sentence.start
                text = text[:first] + " " * (last - first) + text[last:]
        named = {gender for word in _GENDERED.findall(text) if (gender := gender_of(word))}
        return named.pop() if len(named) == 1 else None

    def _round(self, found: Found, evidence: list[Span]) -> str | None:
        """The round beside the result, else for news the one that the article is about.

        On `gold/train` it is right in 66 cases and wrong in 13; the first round named in the sentence, in 57 and 57.
        """
        if found.phase == "overall" and found.place:
            return None
        past, match, node = found.past > LIKELY, found.opponent is not None, self.doc._.relations.nodes[found.node]
        who, mark = characters(self.doc, node.first, node.last), found.mark.start if found.mark else None
        ranges = [(span.start, span.end) for span in evidence]
        beside = round_beside(self.text, ranges, who, mark, match=match, past=past, rounds_within=self._rounds_within)
        golf = self.doc._.sport == "golf" or (found.mark is not None and "to par" in found.mark.flags)
        if beside and found.place and golf and _LAST_ROUND.fullmatch(beside):
            return None  # after it the place is the tournament's
        if beside and found.medal and not match and phase(beside) in TO_QUALIFY:
            return None  # "lost his semi-final to take bronze"
        others = {r.phase for r in self.doc._.results if r.who == found.who and r is not found}
        if beside and (told := phase(beside)) in TO_QUALIFY and told != found.phase and told in others:
            # that is the round of another result of the same competitor
            rounds = find_rounds(self.text, *ranges[0], past=past, rounds_within=self._rounds_within)
            return next((name for first, last in rounds if phase(name := self.text[first:last]) == found.phase), None)
        if match and wins_title(evidence[0].text) and not _FINAL.search(beside or ""):
            return None
        if not (beside or past or match) and (pole := self._grid or self._pole_of(found)):
            return pole
        stage = found.place is not None and found.mark is not None and "stage" in (self._usual_round or "").casefold()
        if beside or past or not (match or stage or found.discipline is not None):
            return beside
        usual = self._usual_round if who[0] < self.doc._.sentences[:ABOUT][-1][1] else None
        part = phase(usual or "")
        named = part in TO_QUALIFY and any(r.phase == part for r in self.doc._.results)
        return None if named and found.phase != part else usual  # others are said to be of it

    def _pole_of(self, found: Found) -> str | None:
        """What the words after a name call the pole that its bearer took, where they say no more: "took pole in Moto2"."""
        if found.place != 1 or self.doc._.sport not in WITH_A_GRID:
            return None
        after = self.doc._.beside[found.node].after
        pole = _POLE.search(after)
        return pole["round"] if pole and not says_won(after) else None

    @cached_property
    def _grid(self) -> str | None:
        """What the article calls the qualifying that it is about, where it is about no race: "qualifying", else "pole position"."""
        doc = self.doc
        opening = doc._.sentences[:OPENING]
        pole = _POLE.search(self.text, opening[0][0], opening[-1][1]) if opening and doc._.sport in WITH_A_GRID else None
        if pole is None or any(r.place == 1 and r.past <= LIKELY and says_won(doc._.beside[r.node].after) for r in doc._.results):
            return None
        return self._usual_round or pole["round"]

    @property
    def _rounds_within(self) -> bool:
        return self.doc._.sport in ROUNDS_WITHIN

    @cached_property
    def _usual_round(self) -> str | None:
        """The round that the article is about."""
        return round_of_article(self.text, self.doc._.sentences[:OPENING], rounds_within=self._rounds_within)

    def _day(self, found: Found, evidence: list[Span]) -> datetime.date | None:
        """The one day, not ahead, that the sentences of a result in the news name."""
        named = {d.date for d in self.doc._.dates for e in evidence if e.start <= d.start < e.end and d.date and not d.future}
        return named.pop() if len(named) == 1 and found.past <= LIKELY else None

    def _competition(self, found: Found, evidence: list[Span]) -> str | None:
        """The competition named in the sentence of the result; for a current one, else the one that the article is about.

        A match of which a piece of news or a preview speaks by the way is as often of another competition: there, none is supposed, but
        for that in the opening of a preview. With that, of 461 competitions that were right in annotated articles 418 are left, of 102
        that were wrong 57.
        """
        past, node = found.past > LIKELY, self.doc._.relations.nodes[found.node]
        start, end = characters(self.doc, node.first, node.last)
        for span in evidence:
            named = ((i, m) for i, mentions in enumerate(self._played if past else self._just_played) for m in mentions)
            if past:  # "since winning Olympic gold in January's Grand Prix" tells of no gold at a Grand Prix
                named = ((i, m) for i, m in named if not _OF_GREATER_GAMES.search(self.text[span.start : m.start]))
            aside = len(self.doc._.beside[found.node].aside) if past and found.further else 0
            if aside:  # "Roth, fourth in Rio, won Sunday's Hamburg Marathon"
                named = ((i, m) for i, m in named if end <= m.start < end + aside)
            at = (start, end)
            if found.mark is not None and found.opponent is not None and span.start <= found.mark.start < span.end:
                at = found.mark.start, found.mark.end  # sides are named again and again, the score stands where the match is told
            near = [(max(m.start - at[1], at[0] - m.end), i) for i, m in named if span.start <= m.start < span.end]
            if near:
                return f"c{min(near)[1] + 1}"
        if past:
            return None
        if found.opponent is None or self.doc._.kind == "report":
            return self._usual_competition
        return self._opening_competition if self.doc._.kind == "preview" else None

    @cached_property
    def _played(self) -> list[list[Mention]]:
        """Of each competition the mentions but for those of a contest to come."""
        return [[m for m in c.mentions if not of_a_time_to_come(self.text, m.start)] for c in self.doc._.competitions]

    @cached_property
    def _just_played(self) -> list[list[Mention]]:
        """Of each competition the mentions but for those of another time or another reason ("Premiership side", "last month's Games")."""
        named = {m.start - 1 for team in self.doc._.teams for m in team.mentions}  # "League Two Garston" is a side that plays in it
        return [
            [m for m in c.mentions if m.end not in named and not of_another_time(self.text, m.start, m.end)]
            for c in self.doc._.competitions
        ]

    @cached_property
    def _opening_competition(self) -> str | None:
        """The first competition in the opening."""
        end = self.doc._.sentences[:OPENING][-1][1]
        return next((f"c{i + 1}" for i, mentions in enumerate(self._just_played) if any(m.start < end for m in mentions)), None)

    @cached_property
    def _usual_competition(self) -> str | None:
        """The first competition in the opening, else the one named most.

        One named for another time or another reason counts only where it is named most. Of several that are named as often, further down,
        none: they are somebody's past or a side's standing as often as the news.
        """
        competitions = self.doc._.competitions
        if self._opening_competition or not competitions:
            return self._opening_competition
        for named in ([len(c.mentions) for c in competitions], [len(mentions) for mentions in self._just_played]):
            if max(named) and named.count(max(named)) == 1:
                return f"c{named.index(max(named)) + 1}"
        return None

    def _fixture(self, number: int, fixture: Any) -> Fixture:
        sentence = self._span(fixture.start, fixture.end)
        words = self.text[slice(*fixture.contest)] if fixture.contest else sentence.text
        return Fixture(id=f"x{number}", who=tuple(self.ids[s] for s in fixture.sides), text=words, date=fixture.date, evidence=(sentence,))

    def _quotes(self) -> Iterable[Quote]:
        for number, (quotation, said) in enumerate(zip(self.doc._.quotations, self.doc._.attributions, strict=True), start=1):
            if len(said.candidates) > 1:
                names = " or ".join(self.doc._.people[int(c)].name for c in said.candidates)
                self.warnings.append(f"q{number}: the speaker may be {names}")
            yield Quote(
                id=f"q{number}",
                text=self.text[quotation.start : quotation.end],
                start=quotation.start,
                end=quotation.end,
                speaker=self.ids["person", int(said.person)] if said.person is not None else None,
                speaker_text=said.speaker_text,
                cue=said.cue,
                confidence=round(said.confidence, 3),
            )
