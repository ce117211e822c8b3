"""Every form under which a report may name what a record holds, and where these stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.nations import country_code
from pipeline.extract.numbers import read_cardinal, read_ordinal
from pipeline.records import Event, Record

WORD = re.compile(r"\d+(?:,\d{3})+|\d+|[^\W\d_]+|[^\w\s]")
SILENT = frozenset("-–—−'’‘.\"“”")  # signs that a form may have or not: 'semi-final', 'St. Etienne', 'Ana \"Ace\" Roig'
STAGES = {8: ("quarter", "last eight"), 4: ("semi", "last four")}


@dataclass(frozen=True)
class Token:
    """A word, number or sign of the checked text."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """As compared."""
        return self.text.lower().replace(",", "") if self.text[0].isdigit() else self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins as names do."""
        return self.text[0].isupper()


@dataclass(frozen=True)
class Sense:
    """What a form may mean: a side, competition, discipline, round, venue, represented or fixture, and the ids that go with it."""

    kind: str
    key: str


@dataclass(frozen=True)
class _Form:
    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    sense: Sense


def tokens_of(text: str) -> list[Token]:
    """The words, numbers and signs of a text."""
    return [Token(m[0], m.start(), m.end()) for m in WORD.finditer(text)]


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word as events, rounds and competitions compare it: without number or spelling."""
    word = {"meters": "m", "metres": "m", "metre": "m", "kilometre": "km", "&": "and", "championship": "championships"}.get(word, word)
    if word.endswith("sses"):
        return word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


class Forms:
    """The forms of one record."""

    def __init__(self, record: Record) -> None:
        self.people = frozenset(person.id for person in record.people)
        # "strikeouts", "stolen bases", "disposals": what players of the record did, beyond what the lexicon has words for
        named = [name for p in record.performances for name in (p.what, p.mark.text if p.mark else "")]
        self.deeds = frozenset(fold(tokens[-1].low) for name in named if (tokens := tokens_of(name)) and tokens[-1].low.isalpha())
        self._by_first: dict[str, list[_Form]] = defaultdict(list)
        for person in record.people:
            for form in {person.name, *person.aliases, *_surnames(person.name)}:
                self._add(form, Sense("side", person.id), names=True)
            if person.represents:
                self._add(person.represents.text, Sense("represents", person.id), names=True)
        for team in record.teams:
            for form in {team.name, *team.aliases}:
                self._add(form, Sense("side", team.id), names=True)
        for competition in record.competitions:
            for form in {competition.name, *competition.aliases}:
                self._add(form, Sense("competition", competition.id), names=False)
        for event in record.events:
            for form in discipline_forms(event):
                self._add(form, Sense("discipline", event.id), names=False)
            for form in round_forms(event.round):
                if read_ordinal(form.lower()) is None:  # of a round called "second" alone nothing is known: it is a place
                    self._add(form, Sense("round", event.id), names=False)
            if event.venue:
                self._add(event.venue, Sense("venue", event.id), names=False)
        for performance in record.performances:
            if " " in performance.what:  # "home run", "free throws": of one word what a performance is called says little
                self._add(performance.what, Sense("deed", performance.id), names=False)
        for fixture in record.fixtures:
            self._add(fixture.text, Sense("fixture", fixture.id), names=False)
        for quote in record.quotes:
            if quote.speaker_text and quote.speaker is None:
                self._add(quote.speaker_text, Sense("source", quote.id), names=False)

    def _add(self, form: str, sense: Sense, *, names: bool) -> None:
        heard = [t for t in tokens_of(form) if t.text not in SILENT]
        if not heard or not re.search(r"\w", form) or (len(form) < 2 and not form.isdigit()):
            return
        words = tuple(fold(t.low) for t in heard)
        entry = _Form(words, tuple(names and t.capital for t in heard), sense)
        if entry not in self._by_first[words[0]]:
            self._by_first[words[0]].append(entry)

    def at(self, tokens: list[Token], first: int) -> tuple[int, set[Sense]]:
        """The longest form that begins at a token: how many tokens it takes, and all that it may mean; 0 if there is none."""
        longest, senses = 0, set[Sense]()
        for form in self._by_first.get(fold(tokens[first].low), ()):
            length = _fit(form, tokens, first)
            if length > longest:
                longest, senses = length, {form.sense}
            elif length and length == longest:
                senses.add(form.sense)
        return longest, senses


def _fit(form: _Form, tokens: list[Token], first: int) -> int:
    """How many tokens a form takes at a place, silent signs between its words included; 0 if it does not stand there."""
    at = first
    for number, (word, capital) in enumerate(zip(form.words, form.capitals, strict=True)):
        while number and at < len(tokens) and tokens[at].text in SILENT:
            at += 1
        if at >= len(tokens) or fold(tokens[at].low) != word or (capital and not tokens[at].capital):
            return 0
        if number and tokens[at].start - tokens[at - 1].end > 2:
            return 0
        at += 1
    if form.words[-1].isdigit() and at + 1 < len(tokens) and tokens[at].text in "-–:." and tokens[at + 1].text[0].isdigit():
        return 0  # 'SKW 3-0' is no 'SKW 3'
    return at - first


def _surnames(name: str) -> list[str]:
    pieces = name.split()
    return [" ".join(pieces[i:]) for i in range(1, len(pieces)) if len(pieces[i]) > 1]


def discipline_forms(event: Event) -> set[str]:
    """'women's 5,000m' and '5,000m'; 'Men's Singles' and 'singles'."""
    if not event.discipline:
        return set()
    bare = re.sub(r"^(?:the )?(?:wo)?men['’]s[ -]?|^mixed ", "", event.discipline, flags=re.IGNORECASE)
    forms = {event.discipline, bare}
    for form in (event.discipline, bare):
        if form.lower().endswith((" race", " throw", " competition", " category")):
            forms.add(form.rsplit(" ", 1)[0])
        if re.fullmatch(r"[\d,.]+ ?(?:m|metres|meters|km)", form):
            forms.add(f"{form} race")
    if event.gender and event.discipline == bare:
        forms.add(f"{event.gender}'s {bare}")
    return {form for form in forms if form and form.lower() not in _OF_ANYTHING}


_OF_ANYTHING = frozenset({"event", "race", "contest", "competition", "category"})  # "the individual event" of "individual"


def round_forms(words: str | None) -> set[str]:
    """'round two' and 'second round'; 'last 32' and 'round of 32'; 'quarter-final' and 'last eight'."""
    if not words:
        return set()
    low, forms = words.lower(), {words}
    if match := re.fullmatch(r"round (\w+)", low):
        if (number := read_cardinal(match[1])) and number < 11:
            forms |= {
                f"{_ORDINALS[number - 1]} round",
                f"round {number}",
                f"{number}{'st' if number == 1 else 'nd' if number == 2 else 'rd' if number == 3 else 'th'} round",
            }
    elif (match := re.fullmatch(r"([\w]+)[- ]round(?:s)?", low)) and (number := read_ordinal(match[1])) and number < 11:
        forms |= {f"round {list(_CARDINALS)[number - 1]}", f"round {number}", f"{_ORDINALS[number - 1]} round"}
    match = re.fullmatch(r"stage (\w+)|(\w+) stage", low)
    if match and (number := read_cardinal(match[1]) if match[1] else read_ordinal(match[2])):
        forms |= {f"stage {number}", *(f"{ordinal} stage" for ordinal in _ORDINALS[number - 1 : number])}
    if low in {"group", "pool"}:
        forms.add(f"{low} stage")
    if low in {"qualifiers", "qualification"}:
        forms.add("qualifying")
    if match := re.search(r"(?:last[- ]|round of )(\w+)", low):
        forms |= {f"last {match[1]}", f"round of {match[1]}"}
        if number := read_cardinal(match[1]):
            forms |= {f"last {number}", f"round of {number}"}
    for stage, last in STAGES.values():
        if stage in low or last in low.replace("-", " "):
            forms |= {f"{stage}-final", last}
    return forms


_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


class Ties:
    """What people and sides stand for: nations by code, clubs by name."""

    def __init__(self, record: Record) -> None:
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._clubs: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, str] = {}
        self._teams = {team.id: (team.name,) for team in record.teams}
        team_of_form = {form.lower(): team for team in record.teams for form in (team.name, *team.aliases)}
        for person in record.people:
            words = person.represents.text if person.represents else None
            if words:
                self._words[person.id] = words
            for code in filter(None, (person.country, country_code(words))):
                self._codes[person.id].add(code)
            if words:
                self._clubs[person.id].add(words.lower())
                if team := team_of_form.get(words.lower()):
                    self._clubs[person.id].add(team.id)
        for team in record.teams:
            for code in filter(None, (team.country, *(country_code(form) for form in (team.name, *team.aliases)))):
                self._codes[team.id].add(code)
            self._clubs[team.id] |= {team.id, *(form.lower() for form in (team.name, *team.aliases))}
            if not self._codes[team.id]:  # a pair or crew stands for what its members stand for
                for person in record.people:
                    forms = {person.name, *person.aliases}
                    if any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", team.name) for form in forms):
                        self._codes[team.id] |= self._codes[person.id]
                        self._clubs[team.id] |= self._clubs[person.id]

    def of(self, key: str) -> str | None:
        """In words, what somebody stands for, if the record says."""
        return self._words.get(key) or next(iter(sorted(self._codes.get(key, set()))), None)

    def bind(self, key: str, words: str, teams: set[str]) -> bool:
        """Whether somebody stands for a nation or club named so."""
        code = country_code(words)
        return (
            (code is not None and code in self._codes.get(key, set()))
            or words.lower() in self._clubs.get(key, set())
            or bool(teams & self._clubs.get(key, set()))
        )

    def sides_of(self, person: str) -> set[str]:
        """The teams that somebody plays for."""
        return {key for key, forms in self._teams.items() if any(self.bind(person, form, {key}) for form in forms)}

    def standing_for(self, words: str) -> set[str]:
        """Everybody who stands for a nation."""
        code = country_code(words)
        return {key for key, codes in self._codes.items() if code in codes} if code else set()
