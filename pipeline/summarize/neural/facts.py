"""The facts that a sentence is to tell: as lines of a prompt, and as what may be copied of each.

>>> told = facts_to_tell(record, ["r1", "r2"], known=())
>>> [line.text for line in told.lines]
['Briton Josh Kerr: winner, gold medal, 3:29.38, 1,500m, World Championships', 'Norwegian Jakob Ingebrigtsen: second, silver medal, ...']
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from pipeline.records import Event, Fixture, Outcome, Performance, Quote, Record, Result
from pipeline.summarize.house import HouseStyle
from pipeline.summarize.neural.grammar import Source
from pipeline.summarize.plan import Speech
from pipeline.summarize.voice import Voice, ordinal

ALIKE = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\xa0": " "})  # what a model's vocabulary may lack
MOST_FIXTURE_WORDS = 12  # of the article's name for a contest to come, any run of which may be copied
MET = {Outcome.WIN: "beat", Outcome.LOSS: "lost to", Outcome.DRAW: "drew with"}
REACHED = {
    Outcome.WIN: "winner",
    Outcome.LOSS: "lost",
    Outcome.DRAW: "drew",
    Outcome.ADVANCE: "went through",
    Outcome.ELIMINATED: "went out",
    Outcome.DNF: "did not finish",
    Outcome.RECORD: "set a record",
}


@dataclass
class Line:
    """One fact in words, and its strings."""

    text: str = ""
    names: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    owned: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)

    @property
    def source(self) -> Source:
        """What may be copied, each string also in the letters of a typewriter; the line's own words belong to its names."""
        words = re.findall(r"(?<![\w.:])[a-z]+(?!\w)", re.sub(r'"[^"]*"', "", self.text))
        kinds = (self.names, self.marks, [*self.owned, *words], self.others, self.opening, self.closing)
        return Source(*(tuple(sorted({form for string in strings for form in typed(string)})) for strings in kinds))


@dataclass
class Told:
    """What a sentence is to tell."""

    kind: str = "race"
    lines: list[Line] = field(default_factory=list)
    details: list[str] = field(default_factory=list, metadata={"holds": "marks, names and contests, any of which the sentence may lack"})

    @property
    def printed(self) -> dict[str, str]:
        """How everything that may be copied is printed."""
        strings = (s for line in self.lines for s in (*line.names, *line.marks, *line.owned, *line.others, *line.opening, *line.closing))
        return {form: s if s[0] != '"' else f"“{s[1:-1]}”" for s in strings if s for form in typed(s)}


def typed(string: str) -> set[str]:
    """A string as the record has it and in the letters of a typewriter."""
    return {string, string.translate(ALIKE)}


@cache
def free_words(kind: str) -> frozenset[str]:
    """The 'verbs' or the 'others' of words.toml, which need no source."""
    words = tomllib.loads((resources.files(__package__) / "words.toml").read_text(encoding="utf-8"))
    return frozenset(words[kind])


def facts_to_tell(
    record: Record, facts: Collection[str], known: Iterable[str], speech: Speech | None = None, house: HouseStyle | None = None
) -> Told:
    """The facts of those ids, in that order; who is `known` goes by the surname. `speech` is the cut of the quotation among them."""
    return _Teller(record, known, house or HouseStyle()).tell(facts, speech)


class _Teller:
    def __init__(self, record: Record, known: Iterable[str], house: HouseStyle) -> None:
        self.voice = Voice(record, known, house=house)
        self.told = Told()
        self.line = Line()
        self.shown: Event | None = None  # the contest of the line before

    def tell(self, facts: Collection[str], speech: Speech | None) -> Told:
        record = self.voice.record
        known = {x.id: x for kind in (record.results, record.performances, record.quotes, record.fixtures) for x in kind}
        for fact in (known[key] for key in facts if key in known):
            self.line = Line()
            if isinstance(fact, Result):
                kind, text = "match" if fact.opponent else "race", self._result(fact)
            elif isinstance(fact, Performance):
                kind, text = "deeds", self._performance(fact)
            elif isinstance(fact, Quote):
                kind, text = "speech", self._quote(fact, speech.text if speech and speech.quote.id == fact.id else fact.text)
            else:
                kind, text = "next", self._fixture(fact)
            self.told.kind = self.told.kind if self.told.lines else kind
            self.line.text = text
            self.told.lines.append(self.line)
        return self.told

    def _who(self, key: str) -> str:
        """A name, with nation or club where the reader does not know it yet."""
        voice, new = self.voice, key not in self.voice.known
        if key in voice.teams:
            name, full = voice.teams[key].name, voice.name(key)
            self.line.names += [name, full, f"{full[0].upper()}{full[1:]}"]
        else:
            person = voice.people[key]
            name = voice.short(person) if not new or not voice.house.first_names else person.name
            full = voice.name(key)
            self.line.names += [name, full]
        self.told.details.append(name)
        return full

    def _mark(self, mark: str) -> None:
        if mark:
            self.line.marks.append(mark)
            self.told.details.append(mark)

    def _result(self, result: Result) -> str:
        mark = result.mark.text if result.mark else ""
        self._mark(mark)
        if result.opponent and result.outcome in MET:
            met = f"{self._who(result.who)} {MET[result.outcome]} {self._who(result.opponent)} {mark}".strip()
            return _listed(met, self._contest(self.voice.event(result.event)))
        reached = REACHED.get(result.outcome, "") if result.outcome else ""
        place = "winner" if result.place == 1 else ordinal(result.place) if result.place else reached
        self.line.owned.append(place)  # '39th'
        medal = f"{result.medal} medal" if result.medal else ""
        return f"{self._who(result.who)}: {_listed(place, medal, mark, self._contest(self.voice.event(result.event)))}"

    def _contest(self, event: Event | None) -> str:
        """A contest and where it was held, said once for the lines that follow one another."""
        voice = self.voice
        if event is None or event is self.shown:
            return ""
        self.shown = event
        pieces = [piece for piece in (voice.discipline(event), voice.stage(event)) if piece]
        for piece in pieces:
            words = piece.split()
            self.line.others += (" ".join(words[first:]) for first in range(len(words)))
        if event.competition and event.competition not in voice.known:
            pieces.append(voice.competitions[event.competition].name)
            self.line.others.append(pieces[-1])
        self.told.details += pieces
        return _listed(*pieces)

    def _performance(self, performance: Performance) -> str:
        mark = performance.mark.text if performance.mark else ""
        minute = ordinal(performance.minute) if performance.minute else ""
        self._mark(mark)
        self.line.owned.append(minute)
        deed = mark if performance.what in mark else f"{mark} {performance.what}".strip()
        return f"{self._who(performance.who)}: {_listed(deed, f'{minute} minute' if minute else '')}"

    def _quote(self, quote: Quote, text: str) -> str:
        speaker = self._who(quote.speaker) if quote.speaker else quote.speaker_text or ""
        if not quote.speaker:
            self.line.names.append(speaker)
        self.line.opening += [f'"{text}"'] if text[-1] in ",!?" else []
        self.line.closing += [f'"{text}"'] if text[-1] in ".!?…" else []
        return f'{speaker} said: "{text}"'

    def _fixture(self, fixture: Fixture) -> str:
        words = fixture.text.split()[:MOST_FIXTURE_WORDS]
        self.line.others += (" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, len(words) + 1))
        self.line.others.append("Next")
        contest = self._contest(self.voice.event(fixture.event)) or fixture.text
        return f"Next: {_listed(' and '.join(self._who(key) for key in fixture.who), contest)}"


def _listed(*pieces: str) -> str:
    return ", ".join(filter(None, pieces))
