"""The facts that a sentence is to tell: as lines of a prompt, and as the strings that may be copied into it.

>>> told = facts_to_tell(record, ["r1", "r2"], known=())
>>> told.lines
('Josh Kerr (British): 1st, gold, 3:29.38, 1,500m, World Championships', 'Jakob Ingebrigtsen (Norwegian): 2nd, silver, ...')
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from pipeline.records import Event, Fixture, Outcome, Performance, Quote, Record, Result, Role
from pipeline.summarize.house import HouseStyle
from pipeline.summarize.plan import Speech
from pipeline.summarize.voice import Voice, ordinal

ALIKE = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\xa0": " "})  # what a model's vocabulary may lack
MOST_FIXTURE_WORDS = 12  # of the article's name for a contest to come, any run of which may be copied
SCORED = {Outcome.WIN: "beat", Outcome.LOSS: "lost to", Outcome.DRAW: "drew with"}
REACHED = {
    Outcome.WIN: "won",
    Outcome.LOSS: "lost",
    Outcome.DRAW: "drew",
    Outcome.ADVANCE: "went through",
    Outcome.ELIMINATED: "went out",
    Outcome.DNF: "did not finish",
    Outcome.RECORD: "set a record",
}


@dataclass
class Told:
    """What a sentence is to tell."""

    kind: str = "race"
    lines: list[str] = field(default_factory=list)
    copied: dict[str, str] = field(default_factory=dict, metadata={"holds": "what may be copied -> how it is printed"})
    details: list[str] = field(default_factory=list, metadata={"holds": "marks, names and contests, any of which the sentence may lack"})

    def may_copy(self, *strings: str) -> None:
        """Let strings be copied, each also in the letters of a typewriter."""
        for string in strings:
            if string:
                self.copied[string] = self.copied[string.translate(ALIKE)] = string

    @property
    def words(self) -> set[str]:
        """The words in small letters that may be written: those of the list and those of the lines, quotations aside."""
        return {*free_words(), *re.findall(r"(?<![\w.:])[a-z]+(?!\w)", re.sub(r'".*"', "", " ".join(self.lines)))}


@cache
def free_words() -> frozenset[str]:
    """The words that need no source, from words.txt."""
    lines = (resources.files(__package__) / "words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def facts_to_tell(
    record: Record, facts: Collection[str], known: Iterable[str], speech: Speech | None = None, house: HouseStyle | None = None
) -> Told:
    """The facts of those ids; who is `known` goes by the surname. `speech` is the cut of the quotation among them."""
    return _Teller(record, known, house or HouseStyle()).tell(facts, speech)


class _Teller:
    def __init__(self, record: Record, known: Iterable[str], house: HouseStyle) -> None:
        self.record = record
        self.voice = Voice(record, known, house=house)
        self.told = Told()
        self.shown: Event | None = None  # the contest of the line before

    def tell(self, facts: Collection[str], speech: Speech | None) -> Told:
        for result in (r for r in self.record.results if r.id in facts):
            self.told.kind = "match" if result.opponent else self.told.kind
            self._line(self._result(result))
        for performance in (p for p in self.record.performances if p.id in facts):
            self.told.kind = "deeds" if not self.told.lines else self.told.kind
            self._line(self._performance(performance))
        for quote in (q for q in self.record.quotes if q.id in facts):
            self.told.kind = "speech"
            self._line(self._quote(quote, speech.text if speech and speech.quote.id == quote.id else quote.text))
        for fixture in (x for x in self.record.fixtures if x.id in facts):
            self.told.kind = "next"
            self._line(self._fixture(fixture))
        return self.told

    def _line(self, line: str) -> None:
        if line not in self.told.lines:
            self.told.lines.append(line)

    def _who(self, key: str) -> str:
        """A name, with nation or club where the reader does not know it yet."""
        told, voice = self.told, self.voice
        if key in voice.teams:
            told.may_copy(voice.teams[key].name)
            told.details.append(voice.teams[key].name)
            return voice.side(voice.teams[key])
        person = voice.people[key]
        short = voice.short(person)
        told.details.append(short)
        if key in voice.known:
            told.may_copy(short)
            return short
        voice.known.add(key)
        name = person.name if voice.house.first_names else short
        told.may_copy(name)
        if person.represents is None or person.role not in {Role.ATHLETE, Role.COACH}:
            return name
        told.may_copy(person.represents.text)
        return f"{name} ({person.represents.text}{' coach' if person.role is Role.COACH else ''})"

    def _result(self, result: Result) -> str:
        mark = result.mark.text if result.mark else ""
        self.told.may_copy(mark)
        self.told.details += [mark] if mark else []
        contest = self._contest(self.voice.event(result.event))
        if result.opponent and result.outcome in SCORED:
            met = f"{self._who(result.who)} {SCORED[result.outcome]} {self._who(result.opponent)} {mark}".strip()
            return ", ".join(filter(None, [met, contest]))
        place = ordinal(result.place) if result.place else REACHED.get(result.outcome, "") if result.outcome else ""
        place = "winner" if result.place == 1 or place == "won" else place
        self.told.may_copy(place)
        medal = f"{result.medal} medal" if result.medal else ""
        return f"{self._who(result.who)}: {', '.join(filter(None, [place, medal, mark, contest]))}"

    def _contest(self, event: Event | None) -> str:
        """A contest and where it was held, said once for the lines that follow one another."""
        voice, told = self.voice, self.told
        if event is None or event is self.shown:
            return ""
        self.shown = event
        pieces = [piece for piece in (voice.discipline(event), voice.stage(event)) if piece]
        for piece in pieces:
            words = piece.split()
            told.may_copy(*(" ".join(words[first:]) for first in range(len(words))))
        if event.competition and event.competition not in voice.known:
            pieces.append(voice.competitions[event.competition].name)
            told.may_copy(pieces[-1])
        told.details += pieces
        return ", ".join(pieces)

    def _performance(self, performance: Performance) -> str:
        mark = performance.mark.text if performance.mark else ""
        minute = ordinal(performance.minute) if performance.minute else ""
        self.told.may_copy(mark, minute, str(performance.minute or ""))
        self.told.details += [piece for piece in (mark, minute) if piece]
        deed = f"{mark} {performance.what}".strip() if not mark.endswith(performance.what) else mark
        return f"{self._who(performance.who)}: {deed}{f', {minute} minute' if minute else ''}"

    def _quote(self, quote: Quote, text: str) -> str:
        speaker = self._who(quote.speaker) if quote.speaker else quote.speaker_text or ""
        self.told.may_copy(speaker if not quote.speaker else "")
        open_ended = re.sub(r"[.,]$", "", text)
        ends = [text] if text != open_ended else [text, f"{text},", f"{text}."] if not re.search(r"[!?…]$", text) else [text]
        ends += [f"{open_ended},"] if text.endswith(".") and len(re.findall(r"[.!?…](?=\s)", text)) == 0 else []
        for end in ends:
            self.told.copied[f'"{end}"'.translate(ALIKE)] = self.told.copied[f"“{end}”"] = f"“{end}”"
            self.told.copied[f'"{end}"'] = f"“{end}”"
        return f'{speaker} said: "{text}"'

    def _fixture(self, fixture: Fixture) -> str:
        contest = self._contest(self.voice.event(fixture.event)) or fixture.text
        words = fixture.text.split()[:MOST_FIXTURE_WORDS]
        self.told.may_copy(*(" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, len(words) + 1)))
        return f"Next: {' and '.join(self._who(key) for key in fixture.who)}, {contest}"
