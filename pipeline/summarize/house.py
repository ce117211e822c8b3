"""How a desk prints marks and words: a `HouseStyle`, and `dressed`, which puts a finished sentence into it.

    >>> house = HouseStyle(time="3min 29.38sec", dash="–")
    >>> dressed("Kerr won in 3:29.38.", record, house)
    'Kerr won in 3min 29.38sec.'

What somebody said, and the names of people, sides and competitions, stay as they are. A mark keeps its value to the last digit; one
that cannot be read beyond doubt stays as printed.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field, ValidationError

from pipeline.records import Frozen, Mark, Outcome, Record, Result

TimeFormat = Literal["as printed", "3:29.38", "3min 29.38sec"]
Units = Literal["as printed", "m", "metres"]
Spelling = Literal["as printed", "British", "American"]
ScoreDash = Literal["as printed", "-", "–"]

NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?:\d+(?:\.\d+)?|{'|'.join(NUMBERS)})"
CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2}(?:\.\d+)?)")
SPOKEN = re.compile(
    rf"(?:(?P<h>{_NUMBER}) ?(?:hours?|hrs?|h)\b)?(?:,? ?(?:and )?(?P<m>{_NUMBER}) ?(?:minutes?|mins?|m)\b)?"
    rf"(?:,? ?(?:and )?(?P<s>{_NUMBER}) ?(?:seconds?|secs?|s)\b)?",
    re.IGNORECASE,
)
SECONDS = re.compile(r"\d{1,2}\.\d+")
METRES = re.compile(r"(?<![£$€\w.,])(\d[\d.,]*|\d+x\d+)( ?)(m|metres?|meters?)\b(?= ?(\w*))")
BEFORE_A_NOUN = frozenset({"race", "platform", "springboard", "run", "walk", "swim", "event", "final"})
DASHED = re.compile(r"(?<=\d)[-–](?=\d)")
MINUTE, HOUR = 60, 3600  # seconds


class HouseStyleError(ValueError):
    """A file of house style that cannot be used. The message is one sentence that names the file, the value and the choices."""


class HouseStyle(Frozen):
    """How a desk prints marks, scores and words. What is not set stays as the article prints it.

    In TOML: `time = "3min 29.38sec"`.
    """

    time: TimeFormat = Field(default="as printed", description='"3:29.38" or "3min 29.38sec"')
    units: Units = Field(default="as printed", description='"m" (6.63m) or "metres" (6.63 metres)')
    spelling: Spelling = Field(default="as printed", description='"British" (semi-final) or "American" (semifinal; a side is singular)')
    dash: ScoreDash = Field(default="as printed", description='between the sides of a score: a hyphen "-" or an en dash "–"')
    first_names: bool = Field(default=True, description="whether a person's first mention has the first name")

    @classmethod
    def load(cls, path: str | Path) -> HouseStyle:
        """The house style of a TOML file. Raises `HouseStyleError` where there is none in it, in one sentence that says why."""
        try:
            settings = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        except OSError as error:
            raise HouseStyleError(f"{path} cannot be read: {error.strerror or error}.") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise HouseStyleError(f"{path} is not TOML: {str(error).rstrip('.')}.") from None
        try:
            return cls.model_validate(settings, strict=True)
        except ValidationError as error:
            raise HouseStyleError(f"{path}: {_in_words(error)}") from None


def _in_words(error: ValidationError) -> str:
    """The first thing that is wrong, with the choices."""
    first = error.errors()[0]
    name = str(first["loc"][0])
    field = HouseStyle.model_fields.get(name)
    if field is None:
        return f"there is no setting {name!r}. Choose from: {', '.join(sorted(HouseStyle.model_fields))}."
    choices = [repr(choice) for choice in get_args(field.annotation)] or ["true", "false"]
    given = str(first["input"]).lower() if isinstance(first["input"], bool) else repr(first["input"])
    return f"{name} = {given} is not possible. Choose one of: {', '.join(choices)}."


class _NamedScore(Mark):
    """A score that the article prints with the names of its sides."""


def plainly_scored(record: Record) -> Record:
    """The record with the scores that the article prints with the sides' names, "Garston 104, Welby 98", as scores: "104-98".

    `dressed` prints them as "104 to 98" where no dash is asked for: the article has both numbers, and no such pair.
    """
    return record.model_copy(update={"results": tuple(_plainly_scored(result) for result in record.results)})


def _plainly_scored(result: Result) -> Result:
    mark = result.mark
    if mark is None or not mark.names_sides or mark.parts is None:
        return result
    ours, theirs = (int(part) for part in mark.parts if isinstance(part, float))
    if result.outcome is Outcome.WIN:
        ours, theirs = max(ours, theirs), min(ours, theirs)
    return result.model_copy(update={"mark": _NamedScore.model_construct(**{**dict(mark), "text": f"{ours}-{theirs}"})})


def dressed(text: str, record: Record, house: HouseStyle) -> str:
    """A sentence written about `record`, in house style; quotations and names untouched."""
    if house == HouseStyle(first_names=house.first_names) and not any(isinstance(r.mark, _NamedScore) for r in record.results):
        return text
    names = {n for p in record.people for n in (p.name, *p.aliases)} | {n for t in record.teams for n in (t.name, *t.aliases)}
    names |= {n for c in record.competitions for n in (c.name, *c.aliases)}
    marks = {m.text: m for m in _marks(record)}
    literal = sorted({words for words in (*names, *marks) if words and words in text}, key=len, reverse=True)
    known = "|".join(rf"(?<!\w){re.escape(words)}(?!\w)" for words in literal)
    pieces = re.split(rf"(“[^”]*”{'|' + known if known else ''})", text)

    def piece(words: str) -> str:
        if words.startswith("“") or (words in names and words not in marks):
            return words
        if words in marks:
            return _mark(marks[words], house)
        return _words(words, house)

    return "".join(piece(words) for words in pieces)


def _marks(record: Record) -> list[Mark]:
    held = [*(r.mark for r in record.results), *(p.mark for p in record.performances)]
    marks = [mark for mark in held if mark is not None]
    scores = [m for m in marks if any(":" in flag for flag in m.flags)]
    # the score of a shoot-out stands in a flag alone
    shootouts = [m.model_copy(update={"text": f.split(":", 1)[1], "flags": ()}) for m in scores for f in m.flags if ":" in f]
    return [*shootouts, *marks]


def _mark(mark: Mark, house: HouseStyle) -> str:
    if mark.kind in {"time", "gap"}:
        return time_in(mark.text, house.time, mark.value) if house.time != "as printed" else _words(mark.text, house)
    dash = house.dash if house.dash != "as printed" else " to " if isinstance(mark, _NamedScore) else None
    return _words(DASHED.sub(dash, mark.text) if dash else mark.text, house)


def _words(text: str, house: HouseStyle) -> str:
    """Units of length and spelling."""
    if house.units == "m":
        text = METRES.sub(lambda m: f"{m[1]}m", text)
    elif house.units == "metres":
        text = METRES.sub(lambda m: f"{m[1]}-metre" if m[4].lower() in BEFORE_A_NOUN else f"{m[1]} metres", text)
    if house.spelling == "as printed":
        return text
    pairs = spellings() if house.spelling == "American" else {american: british for british, american in spellings().items()}
    pattern = "|".join(map(re.escape, sorted(pairs, key=len, reverse=True)))
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda m: _like(m[0], pairs[m[0].lower()]), text, flags=re.IGNORECASE)


def _like(word: str, other: str) -> str:
    """Another spelling with the capital of the first."""
    return other[0].upper() + other[1:] if word[0].isupper() else other


@cache
def spellings() -> dict[str, str]:
    """British spellings of the sport's words and their American ones, singular and plural, from spelling.toml."""
    text = (resources.files(__package__) / "spelling.toml").read_text(encoding="utf-8")
    pairs: dict[str, str] = tomllib.loads(text)["american"]
    return pairs | {f"{british}s": f"{american}s" for british, american in pairs.items()}


# ---- Times -----------------------------------------------------------------------------------------------------------------------


def time_in(text: str, form: TimeFormat, value: float | None = None) -> str:
    """A time in another form, the same to the last digit; as it is where it cannot be read beyond doubt.

    `value`, in seconds, tells 2:23 of a marathon from 2:23 of a mile.
    """
    parts = _read(text, value)
    if parts is None or form == "as printed":
        return text
    hours, minutes, seconds = parts
    if form == "3min 29.38sec" or (hours and seconds is None):
        shown = [f"{hours}hr"] if hours else []
        shown += [f"{minutes}min"] if minutes or (hours and seconds) else []
        shown += [f"{_bare(seconds)}sec"] if seconds is not None else []
        return " ".join(shown)
    if seconds is None:
        return text  # 'in 25 minutes' has no colon to show
    if not hours and not minutes:
        return f"{seconds} seconds"
    whole, _, fraction = str(seconds).partition(".")
    tail = f"{int(whole):02d}{'.' + fraction if fraction else ''}"
    return f"{hours}:{minutes:02d}:{tail}" if hours else f"{minutes}:{tail}"


def _bare(seconds: Decimal | None) -> str:
    """Seconds without a zero in front: '5.10'."""
    whole, dot, fraction = str(seconds).partition(".")
    return f"{int(whole)}{dot}{fraction}"


def _read(text: str, value: float | None) -> tuple[int, int, Decimal | None] | None:
    """Hours, minutes and seconds, the last `None` where not given; `None` where the time has two meanings or belies its value."""
    clock, spoken = CLOCK.fullmatch(text), SPOKEN.fullmatch(text)
    found: tuple[int, int, Decimal | None]
    if clock and clock[1]:
        found = (int(clock[1]), int(clock[2]), Decimal(clock[3]))
    elif clock:
        found = (0, int(clock[2]), Decimal(clock[3]))
        if "." not in text:
            if value is None:
                return None
            as_hours = int(clock[2]) * HOUR + int(clock[3]) * MINUTE
            found = (int(clock[2]), int(clock[3]), None) if abs(as_hours - value) < 1 else found
    elif SECONDS.fullmatch(text):
        found = (0, 0, Decimal(text))
    elif spoken and spoken[0]:
        if "." in (spoken["h"] or "") or "." in (spoken["m"] or ""):
            return None  # '1.5 hours'
        found = (int(_count(spoken["h"])), int(_count(spoken["m"])), _count(spoken["s"]) if spoken["s"] else None)
    else:
        return None
    hours, minutes, seconds = found
    if minutes >= MINUTE or (seconds or 0) >= MINUTE:
        return None
    total = hours * HOUR + minutes * MINUTE + float(seconds or 0)
    return None if value is not None and abs(total - value) > 0.0005 else found


def _count(words: str | None) -> Decimal:
    if not words:
        return Decimal(0)
    return Decimal(NUMBERS.index(words.lower())) if words.lower() in NUMBERS else Decimal(words)
