"""The essentials of a record as plain words, for the formats that people read."""

from __future__ import annotations

from pipeline.records import Event, Quote, Record, Result

RESULT_COLUMNS = ("Who", "Event", "Place", "Mark", "Opponent", "When")
PERFORMANCE_COLUMNS = ("Who", "What", "Mark", "Minute")
POSSESSIVES = {"men": "men's", "women": "women's", "mixed": "mixed"}


class Essentials:
    """What a reader of the record wants to see, with names in place of ids and "" for what is unknown."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._names = {
            **{person.id: person.name for person in record.people},
            **{team.id: team.name for team in record.teams},
            **{competition.id: competition.name for competition in record.competitions},
        }
        self._events = {event.id: event for event in record.events}

    def title(self) -> str:
        """The headline, or the article's id where it has none."""
        return one_line(self._record.article.headline or self._record.article.id)

    def facts(self) -> list[str]:
        """What the article is: its id where that is not the title, sport, kind, day of publication."""
        article = self._record.article
        name = article.id if article.headline else None
        published = article.published.isoformat() if article.published else None
        return [fact for fact in (name, self._record.sport, self._record.kind.value, published) if fact]

    def results(self) -> list[tuple[str, ...]]:
        """One row a result, in the columns of RESULT_COLUMNS; what the article reports as news comes first."""
        in_order = sorted(self._record.results, key=lambda result: result.when.value)
        return [
            (
                self._name(result.who),
                self._event(self._events.get(result.event or "")),
                standing(result),
                mark_words(result),
                self._name(result.opponent),
                result.when.value,
            )
            for result in in_order
        ]

    def performances(self) -> list[tuple[str, ...]]:
        """One row a performance, in the columns of PERFORMANCE_COLUMNS."""
        return [
            (
                self._name(performance.who),
                performance.what,
                one_line(performance.mark.text) if performance.mark else "",
                "" if performance.minute is None else str(performance.minute),
            )
            for performance in self._record.performances
        ]

    def fixtures(self) -> list[str]:
        """One line a contest to come: who, the article's words for it, the day."""
        lines = []
        for fixture in self._record.fixtures:
            who = ", ".join(self._name(side) for side in fixture.who)
            day = f" ({fixture.date.isoformat()})" if fixture.date else ""
            lines.append(f"{who}: {one_line(fixture.text)}{day}" if who else f"{one_line(fixture.text)}{day}")
        return lines

    def quotes(self) -> list[tuple[str, str]]:
        """Each quotation and who says it."""
        return [(one_line(quote.text), self._speaker(quote)) for quote in self._record.quotes]

    def warnings(self) -> list[str]:
        """What the record could not tell, a line each."""
        return [one_line(warning) for warning in self._record.warnings]

    def _name(self, entry: str | None) -> str:
        return one_line(self._names[entry]) if entry else ""

    def _event(self, event: Event | None) -> str:
        if event is None:
            return ""
        gender = POSSESSIVES.get(event.gender_to_add or "", "")
        contest = " ".join(word for word in (gender, event.discipline) if word)
        return one_line(", ".join(part for part in (contest, event.round, self._name(event.competition)) if part))

    def _speaker(self, quote: Quote) -> str:
        return self._name(quote.speaker) or one_line(quote.speaker_text or "") or "speaker not named"


def standing(result: Result) -> str:
    """The place and the medal, or how the contest ended where no place is given: "1st, gold", "win"."""
    place = ordinal(result.place) if result.place else (result.outcome.value if result.outcome else "")
    return ", ".join(part for part in (place, result.medal.value if result.medal else "") if part)


def mark_words(result: Result) -> str:
    """The mark as printed, with its flags: "3:29.38 (PB)"."""
    if result.mark is None:
        return ""
    flags = f" ({', '.join(result.mark.flags)})" if result.mark.flags else ""
    return one_line(result.mark.text) + flags


def ordinal(place: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def one_line(text: str) -> str:
    """The text with line breaks and runs of blanks as single spaces, and nothing that would steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
