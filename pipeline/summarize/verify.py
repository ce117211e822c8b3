"""Does the record hold what a report says? The last of three steps (plan, write, verify); it shares no code with the writers.

`check(text, record)` reads any report: it finds the record's names, events, marks and quotations in it, calls every other name,
number and quotation foreign, and asks of what it knows (who won, beat whom, was third, took silver, ran which mark, said what)
whether the record says so of the competitor named closest before.

    >>> check("Josh Kerr won the 1,500m in 3:29.38.", record)
    []
    >>> check("Jakob Ingebrigtsen won the 1,500m in 3:29.38.", record)
    ["'won': not said of Jakob Ingebrigtsen", "'3:29.38' is not a mark of Jakob Ingebrigtsen"]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import pairwise

from pipeline.records import Outcome, Quote, Record, Result

TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|\w+|[^\w\s]")
QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
END = re.compile(r"[.!?]['’]?$")
ALIKE = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "\xa0": " "})

MEDALS = frozenset({"gold", "silver", "bronze"})
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


@cache
def words() -> dict[str, frozenset[str]]:
    """The verifier's own word lists, from verify.toml."""
    text = (resources.files(__package__) / "verify.toml").read_text(encoding="utf-8")
    return {name: frozenset(listed) for name, listed in tomllib.loads(text).items()}


@cache
def ordinals() -> dict[str, int]:
    """'first': 1 and so on."""
    text = (resources.files(__package__) / "verify.toml").read_text(encoding="utf-8")
    return {word: number for number, word in enumerate(tomllib.loads(text)["ordinals"], 1)}


@dataclass
class Found:
    """A form of the record found in a text: tokens first to last (exclusive), and everything it may mean."""

    first: int
    last: int
    text: str
    senses: set[tuple[str, str]]

    def ids(self, *kinds: str) -> set[str]:
        """The ids that it may stand for, of these kinds."""
        return {key for kind, key in self.senses if kind in kinds}


@dataclass
class Reading:
    """A sentence without its quotations: tokens, what the record knows of them, and the quotations."""

    tokens: list[str]
    found: list[Found] = field(default_factory=list)
    quotes: list[tuple[int, str]] = field(default_factory=list)

    @property
    def sides(self) -> list[Found]:
        """The competitors and speakers named, in order; nationalities standing beside a name are not among them."""
        return [f for f in self.found if f.ids("side")]


def check(text: str, record: Record) -> list[str]:
    """Everything in `text` that `record` does not support, in words; empty if there is nothing."""
    return Verifier(record).check(text)


class Verifier:
    """`check` for many texts of one record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.forms: dict[str, list[tuple[list[str], tuple[str, str]]]] = {}
        self.results_of: dict[str, list[Result]] = {}
        self.events = {e.id: e for e in record.events}
        self._learn()

    def check(self, text: str) -> list[str]:
        """Everything in `text` that the record does not support."""
        problems: list[str] = []
        if len(re.findall(r"[“”]", QUOTED.sub("", text))) or len(re.findall('"', QUOTED.sub("", text))):
            problems.append("a quotation mark is left open")
        for reading in self._read(text):
            problems += self._foreign(reading)
            problems += self._claims(reading)
            problems += self._quotes(reading)
        return list(dict.fromkeys(problems))

    # ---- what the record knows ----------------------------------------------------------------------------------------------

    def _learn(self) -> None:
        record = self.record
        for person in record.people:
            pieces = person.name.split()
            tails = [" ".join(pieces[i:]) for i in range(1, len(pieces))]
            for form in {person.name, *person.aliases, *tails}:
                self._add(form, "side", person.id)
            if person.represents:
                self._add(person.represents.text, "nation", person.represents.text)
        for team in record.teams:
            for form in {team.name, *team.aliases}:
                self._add(form, "side", team.id)
        for competition in record.competitions:
            for form in {competition.name, *competition.aliases}:
                self._add(form, "competition", competition.id)
        for event in record.events:
            for words_for_it in (event.discipline, event.round, event.venue):
                if words_for_it:
                    for form in (words_for_it, words_for_it.replace("-", " "), f"{words_for_it}s"):
                        self._add(form, "event", event.id)
            if event.discipline and event.gender:
                self._add(event.gender, "gender", event.id)
        for result in record.results:
            for side in (result.who, result.opponent):
                if side:
                    self.results_of.setdefault(side, []).append(result)
                    if result.mark:
                        self._add(result.mark.text, "mark", side)
                        for flag in result.mark.flags:
                            if ":" in flag:
                                self._add(flag.split(":", 1)[1], "mark", side)
        for performance in record.performances:
            self._add(performance.what, "deed", performance.who)
            if performance.mark:
                self._add(performance.mark.text, "mark", performance.who)
                self._add(performance.mark.text.split()[0], "mark", performance.who)
        for fixture in record.fixtures:
            self._add(fixture.text, "fixture", fixture.id)
        for quote in record.quotes:
            if quote.speaker_text:
                self._add(quote.speaker_text, "source", quote.id)
        self.flagged = {r.who for r in record.results if r.outcome is Outcome.RECORD or (r.mark and r.mark.flags)}

    def _add(self, form: str, kind: str, key: str) -> None:
        tokens = _tokens(form)
        if not tokens or not re.search(r"\w", form):
            return
        variants = [tokens]
        if kind in {"event", "source", "fixture", "side"}:
            variants.append([tokens[0][:1].upper() + tokens[0][1:], *tokens[1:]])
        if kind == "event":
            variants.append([tokens[0].lower(), *tokens[1:]])
        for variant in variants:
            entries = self.forms.setdefault(variant[0], [])
            if (variant, (kind, key)) not in entries:
                entries.append((variant, (kind, key)))

    # ---- reading ------------------------------------------------------------------------------------------------------------

    def _read(self, text: str) -> list[Reading]:
        """The sentences of a text, its quotations taken out and remembered where they stood."""
        spoken: list[str] = []

        def take(quoted: re.Match[str]) -> str:
            said: str = quoted[1] if quoted[1] is not None else quoted[2]
            spoken.append(said)
            stop = " . " if END.search(said) and re.match(r"\s+[A-Z“\"•-]|\s*$", text[quoted.end() :]) else " "
            return f" \x02{stop}"

        readings: list[Reading] = []
        for line in QUOTED.sub(take, text).split("\n"):
            tokens = _tokens(re.sub(r"^\s*[-•*]\s+", "", line))
            found = self._find(tokens)
            inside = {i for f in found for i in range(f.first, f.last - 1)}
            start = 0
            for position in range(len(tokens) + 1):
                at_end = position == len(tokens)
                stops = not at_end and tokens[position] in {".", "!", "?"} and position not in inside
                if not at_end and not stops:
                    continue
                piece = Reading(tokens[start:position])
                piece.found = [
                    Found(f.first - start, f.last - start, f.text, f.senses)
                    for f in found
                    if start <= f.first and f.last <= max(position, start + 1)
                ]
                for place, token in enumerate(piece.tokens):
                    if token == "\x02" and spoken:
                        piece.quotes.append((place, spoken.pop(0)))
                if piece.tokens:
                    readings.append(piece)
                start = position + 1
        return readings

    def _find(self, tokens: Sequence[str]) -> list[Found]:
        """The longest known form at each token."""
        found: list[Found] = []
        position = 0
        while position < len(tokens):
            best, senses = 0, set[tuple[str, str]]()
            for form, sense in self.forms.get(tokens[position], ()):
                if len(form) >= best and tokens[position : position + len(form)] == form:
                    senses = senses | {sense} if len(form) == best else {sense}
                    best = len(form)
            if best:
                found.append(Found(position, position + best, " ".join(tokens[position : position + best]), senses))
            position += best or 1
        self._set_nations_apart(found, tokens)
        return found

    def _set_nations_apart(self, found: list[Found], tokens: Sequence[str]) -> None:
        """A nation or club beside a name ('Kenyan X', 'Kenya's X', 'X of Kenya') is not the team of that name."""
        for before, after in pairwise(found):
            gap = list(tokens[before.last : after.first])
            if (
                before.ids("nation")
                and after.ids("side")
                and (not gap or [g for g in gap if g not in words()["beside_names"]] in ([], ["'", "s"]))
            ):
                before.senses = {s for s in before.senses if s[0] == "nation"} | {("of", i) for i in after.ids("side")}
            if after.ids("nation") and before.ids("side") and gap in (["of"], ["of", "the"]):
                after.senses = {s for s in after.senses if s[0] == "nation"} | {("of", i) for i in before.ids("side")}

    # ---- judging ------------------------------------------------------------------------------------------------------------

    def _foreign(self, reading: Reading) -> list[str]:
        """Names and numbers that the record does not hold."""
        problems = []
        covered = {i for f in reading.found for i in range(f.first, f.last)}
        for place, token in enumerate(reading.tokens):
            if place in covered or token == "\x02":
                continue
            if token[0].isdigit():
                if not (place + 1 < len(reading.tokens) and reading.tokens[place + 1] in ORDINAL_ENDINGS):
                    problems.append(f"the number {token!r} is not in the record")
            elif token.lower() in words()["numbers"]:
                problems.append(f"the number {token!r} is not in the record")
            elif token[0].isupper() and not (place == 0 and token.lower() in words()["openers"]):
                before = reading.tokens[place - 1] if place else ""
                if token not in {"Olympic", "European"} or not {"record"} & set(reading.tokens[place + 1 : place + 2]):
                    problems.append(
                        f"the name {token!r} is not in the record" + (f" (after {before!r})" if before and before[0].isupper() else "")
                    )
        for found in reading.found:
            people = found.ids("of")
            if people and not any(p.represents and p.represents.text in found.ids("nation") for p in self.record.people if p.id in people):
                problems.append(f"{found.text!r} is not what the next name represents")
        return problems

    def _claims(self, reading: Reading) -> list[str]:
        """Statements about competitors that the record does not make."""
        problems: list[str] = []
        sides = reading.sides
        covered = {i for f in reading.found for i in range(f.first, f.last)}
        for found in reading.found:
            marked = found.ids("mark")
            if marked and not found.ids("side", "event", "competition"):
                near = _nearest(sides, found.first)
                if near is not None and not self._marked(reading, near, found, marked):
                    problems.append(f"{found.text!r} is not a mark of {near.text}")
            if found.ids("event") and not found.ids("side", "mark", "competition") and re.search(r"\w{3}|\d", found.text):
                problems += self._placed_in(reading, found)
            competitions = found.ids("competition")
            if competitions and not found.ids("side", "event") and sides and _stated(reading):
                events = {r.event for side in sides for i in side.ids("side") for r in self.results_of.get(i, ())}
                events |= {x.event for x in self.record.fixtures}
                if not any(self.events[e].competition in competitions for e in events if e):
                    problems.append(f"{found.text!r} is not said of anybody named with it")
        for place, token in enumerate(reading.tokens):
            if place in covered:
                continue
            near = _nearest(sides, place)
            ahead = next((s for s in sides if s.first > place), None)
            adjoining = ahead is not None and all(
                t in {"the", "by", "past", "of", "out", "for", "compatriot"} for t in self._without_nations(reading, place + 1, ahead.first)
            )
            word = token.lower()
            if near is None:
                continue
            who = self._group(reading, near)
            if word in MEDALS and not any(r.medal == word for r in self._results_there(reading, near, place)):
                problems.append(f"{token!r}: not a medal of {near.text}")
            elif word in ordinals() or word in ORDINAL_ENDINGS:
                number = ordinals().get(word) or (int(reading.tokens[place - 1]) if place and reading.tokens[place - 1].isdigit() else 0)
                minute = reading.tokens[place + 1 : place + 2] == ["minute"]
                minutes = {p.minute for p in self.record.performances if p.who in who}
                places = {r.place for r in self._results_there(reading, near, place) if r.who in who}
                if number not in (minutes if minute else places):
                    problems.append(f"{token!r}: not a place of {near.text}")
            elif word in {"won", "wins", "winning", "winner"}:
                winner = ahead if adjoining and reading.tokens[place + 1 : place + 2] in (["by"], ["for"]) else near
                if winner and not any(self._won(i, r) for i in self._group(reading, winner) for r in self.results_of.get(i, ())):
                    problems.append(f"{token!r}: not said of {winner.text}")
            elif word in words()["beating"] and ahead is not None and adjoining:
                losers = self._group(reading, ahead)
                elliptic = reading.tokens[place - 1] in {",", "and"}  # 'X beat Y and edged Z'
                if not self._beat(who, losers) and not (
                    elliptic and any(self._beat(s.ids("side"), losers) for s in sides if s.first < place)
                ):
                    problems.append(f"{near.text} {token} {ahead.text}: not in the record")
            elif word in {"lost", "loses", "lose"} and ahead is not None and "to" in reading.tokens[place : ahead.first]:
                if not self._beat(self._group(reading, ahead), who):
                    problems.append(f"{near.text} lost to {ahead.text}: not in the record")
            elif word == "ahead" and ahead is not None and adjoining and not self._ahead(who, self._group(reading, ahead)):
                problems.append(f"{near.text} ahead of {ahead.text}: not in the record")
            elif word in {"drew", "draws", "draw"} and not any(
                r.outcome is Outcome.DRAW or (r.mark and any(f.startswith("penalties") for f in r.mark.flags))
                for i in who
                for r in self.results_of.get(i, ())
            ):
                problems.append(f"{token!r}: not said of {near.text}")
            elif word == "record" and not who & self.flagged:
                problems.append(f"a record of {near.text} is not in the record")
            elif word in {"scored", "scoring"} and not any(p.who in who for p in self.record.performances):
                problems.append(f"{token!r}: not said of {near.text}")
        return problems

    def _placed_in(self, reading: Reading, found: Found) -> list[str]:
        """Whether the competitor named before an event, or after it if none is, took part in it."""
        near = _nearest(reading.sides, found.first)
        if near is None:
            return []
        events = found.ids("event")
        who = self._group(reading, near)
        known = {r.event for i in who for r in self.results_of.get(i, ())}
        known |= {x.event for x in self.record.fixtures if not x.who or who & set(x.who)}
        if events & known:
            return []
        names = {(self.events[e].discipline, self.events[e].round) for e in events}
        told = {self.events[e] for e in known if e}
        if any((d and d == e.discipline) or (r and r == e.round) for d, r in names for e in told):
            return []
        return [f"{found.text!r} is not an event of {near.text}"]

    def _group(self, reading: Reading, found: Found) -> set[str]:
        """A name's ids with those of the names it is listed with: 'X, Y and Z'."""
        sides = reading.sides
        position = next(i for i, side in enumerate(sides) if side.first == found.first)
        ids = set(found.ids("side"))
        for step in (-1, 1):
            at = position
            while 0 <= at + step < len(sides):
                left, right = sorted((sides[at], sides[at + step]), key=lambda f: f.first)
                if left.last == right.first or any(
                    t not in {",", "and", "the", "&"} for t in self._without_nations(reading, left.last, right.first)
                ):
                    break
                at += step
                ids |= sides[at].ids("side")
        return ids

    def _without_nations(self, reading: Reading, start: int, end: int) -> list[str]:
        skipped = {i for f in reading.found if f.ids("of") for i in range(f.first, f.last + 2)}
        return [t for i, t in enumerate(reading.tokens[start:end], start) if i not in skipped]

    def _won(self, who: str, result: Result) -> bool:
        if result.who != who:
            return result.outcome is Outcome.LOSS
        if result.outcome is Outcome.ADVANCE and result.medal is None:
            return False
        return result.place == 1 or result.medal is not None or result.outcome in {Outcome.WIN, Outcome.ADVANCE}

    def _results_there(self, reading: Reading, near: Found, place: int) -> list[Result]:
        """The results of a name, in the event that its part of the sentence speaks of: the next one named, or the last one before."""
        results = [r for i in self._group(reading, near) for r in self.results_of.get(i, ())]
        turn = next((s.first for s in reading.sides if s.first > place), len(reading.tokens))
        events = [f for f in reading.found if f.ids("event") and not f.ids("side", "mark", "competition") and near.first < f.first < turn]
        after = next((f for f in events if f.first > place and not {"and", ","} & set(reading.tokens[place : f.first])), None)
        before = next((f for f in reversed(events) if f.last <= place and not {"and", ","} & set(reading.tokens[f.last : place])), None)
        chosen = after or before
        if chosen is None:
            return results
        meant = [self.events[e] for e in chosen.ids("event")]
        named = {e.id for e in meant} | {
            e.id
            for e in self.record.events
            for m in meant
            if (m.discipline and m.discipline == e.discipline) or (m.round and m.round == e.round)
        }
        return [r for r in results if r.event in named]

    def _marked(self, reading: Reading, near: Found, found: Found, owners: set[str]) -> bool:
        """Whether a mark is one of the name's, in the event spoken of."""
        who = self._group(reading, near)
        if owners & who and any(p.who in who and p.mark and found.text in " ".join(_tokens(p.mark.text)) for p in self.record.performances):
            return True
        marks = [r.mark for r in self._results_there(reading, near, found.first) if r.mark]
        return any(" ".join(_tokens(m.text)) == found.text or any(found.text.replace(" ", "") in f for f in m.flags) for m in marks)

    def _beat(self, winners: set[str], losers: set[str]) -> bool:
        """Whether a result has one of the first beat one of the second."""
        for result in self.record.results:
            if result.who in winners and result.opponent in losers and result.outcome is Outcome.WIN:
                return True
            if result.opponent in winners and result.who in losers and result.outcome is Outcome.LOSS:
                return True
        return self._ahead(winners, losers)

    def _ahead(self, front: set[str], back: set[str]) -> bool:
        for one in (r for i in front for r in self.results_of.get(i, ()) if r.who == i):
            for other in (r for i in back for r in self.results_of.get(i, ()) if r.who == i and r.event == one.event):
                if (one.place or 10**6) < (other.place or 10**6) or (one.outcome is Outcome.WIN and other.outcome is not Outcome.WIN):
                    return True
        return False

    def _quotes(self, reading: Reading) -> list[str]:
        """Quotations that nobody in the record says so, or that somebody else says."""
        problems: list[str] = []
        for place, said in reading.quotes:
            sources = [q for q in self.record.quotes if _verbatim(said, q.text)]
            if not sources:
                problems.append(f"the quotation {said[:40]!r} is not in the record")
                continue
            near = min((f for f in reading.found if f.ids("side", "source")), key=lambda f: abs(f.first - place), default=None)
            if near is None or not any(self._says(near, q) for q in sources):
                problems.append(f"the quotation {said[:40]!r} is not {'given to its speaker' if near is None else f'said by {near.text}'}")
        return problems

    def _says(self, near: Found, quote: Quote) -> bool:
        return (quote.speaker is not None and quote.speaker in near.ids("side")) or (
            quote.speaker is None and quote.id in near.ids("source")
        )


def _tokens(text: str) -> list[str]:
    return TOKEN.findall(text.translate(ALIKE)) if "\x02" not in text else re.findall(rf"\x02|{TOKEN.pattern}", text.translate(ALIKE))


def _nearest(sides: Iterable[Found], place: int) -> Found | None:
    """The name closest before a place in the sentence; the first after it where there is none before."""
    sides = list(sides)
    before = [s for s in sides if s.first < place]
    return before[-1] if before else (sides[0] if sides else None)


def _stated(reading: Reading) -> bool:
    """Whether a sentence states a result rather than a subject."""
    return bool(words()["stating"] & set(reading.tokens))


def _verbatim(said: str, quote: str) -> bool:
    """Whether words are a run of whole sentences of a quotation."""
    start = quote.find(said) if said else -1
    if start < 0:
        return False
    before, after = quote[:start].rstrip(), quote[start + len(said) :]
    return (not before or bool(END.search(before))) and (not after.strip() or bool(END.search(said)))
