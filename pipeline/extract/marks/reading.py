"""What the rules of every family share: what a rule sees of the text, and what it takes it for.

A rule reads from one place. "won in 9.87 seconds ahead of" is, to the rule for seconds, the match "9.87 seconds", "won in " before
it and " ahead of" after it; it answers `Reading("time", 9.87, "s")`, or None if it has no opinion.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.records import Parts


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule takes a stretch of text for. `kind` None: it looks like a mark and is none, and wins its characters all the same."""

    kind: str | None
    value: float | None = None
    unit: str | None = None
    parts: Parts | None = None
    flags: tuple[str, ...] = ()
    end: int | None = None  # where it is not the whole match


NO_MARK = Reading(None)


@dataclass(frozen=True, slots=True)
class Sport:
    """What the whole text says about how its numbers are to be read."""

    cricket: bool
    tries: bool
    racing: bool
    golf: bool
    records: bool  # American reports print a side's wins and losses in brackets after its name


_SPORT = {
    "cricket": re.compile(r"\b(?:wickets?|overs|lbw|batsm[ae]n|bowlers?|stumps|wicketkeeper)\b"),
    "tries": re.compile(r"\b(?:tries(?! (?:to|and)\b)|scrums?|fly-half|try-scorer)\b"),  # and not "he tries to play simple"
    # two words of the turf: players jockey for the ball, Wrexham play at the Racecourse, and bookmakers take bets on anything
    "racing": re.compile(
        r"\A(?:(?=.*\bjockeys?\b)(?=.*\bracecourse\b)|(?=.*\b(?:jockeys?|furlongs?|racecourse)\b)"
        r"(?=.*\b(?:ridden|saddled|geldings?|colts?|fill(?:y|ies)|mares?|handicap|thoroughbreds?|steeplechase|hurdles?|chasers?)\b))",
        re.DOTALL,
    ),
    "golf": re.compile(r"\b(?:birdie[ds]?|leaderboard|bogeys?|fairways?|under par|golf\w*)\b"),
    "records": re.compile(r"\b(?:nba|nfl|ncaa|mlb|nhl|wnba|(?<!press )(?<!news )conference)\b"),
}


def sport_of(folded: str) -> Sport:
    """The kinds of report that a folded text may be."""
    return Sport(**{name: bool(pattern.search(folded)) for name, pattern in _SPORT.items()})


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text and its surroundings, folded."""

    left: str
    right: str
    sport: Sport

    def before(self, cue: re.Pattern[str]) -> bool:
        """Whether the words before say so."""
        return cue.search(self.left) is not None

    def after(self, cue: re.Pattern[str]) -> bool:
        """Whether the words right after say so."""
        return cue.match(self.right) is not None

    def bracketed(self) -> bool:
        """Whether brackets enclose the stretch and nothing else."""
        return self.left.endswith("(") and self.right.startswith(")")


class Rule(NamedTuple):
    """A pattern of the folded text, and what its matches are."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Place], Reading | None]


Rules = tuple[Rule, ...]


def no_mark(match: re.Match[str], place: Place) -> Reading | None:
    """The reading of what is never a mark, whatever stands around it."""
    return NO_MARK
