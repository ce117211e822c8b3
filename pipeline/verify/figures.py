"""Figures as values, so that 'two hours 27 minutes 20 seconds' is 2:27:20 and '7-6 (7-4)' is '7-6 (7/4)'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.numbers import CARDINAL_WORDS, read_cardinal

_DASH = r"[-–—−]"
_BREAK = rf"(?:\s?[(\[]\d+(?:(?:{_DASH}|/)\d+)?[)\]])"
_PAIR = rf"\d+{_DASH}\d+{_BREAK}?"
_SCORE = re.compile(rf"(?<![\w.:+]){_PAIR}(?:(?:,?\s*|\sto\s){_PAIR})*(?![\w:]|\.\d|{_DASH}\d)")
_CLOCK = re.compile(rf"(?<![\w.:-])(?:(\d+):)?(\d+):(\d\d(?:\.\d+)?)(?!\d|:\d|{_DASH}\d)")
_N = rf"(?:\d+(?:\.\d+)?|{CARDINAL_WORDS})"
_WORDED = re.compile(
    rf"(?<![\w.-])(?:(?P<h>{_N})\s?(?:hours?|hrs?|h)\b,?\s?(?:and\s)?)?(?:(?P<m>{_N})\s?(?:minutes?|mins?)\b,?\s?(?:and\s)?)?"
    rf"(?:(?P<s>{_N})\s?(?:seconds?|secs?|s)\b)?",
    re.IGNORECASE,
)
_TIMED = re.compile(r"(?:hour|hr|minute|min|second|sec)s?\b|\d\s?[hs]\b", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?<![\w.])[+-]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|(?<![\w])(?:{CARDINAL_WORDS}|twice|thrice|brace|hat-trick|treble|duck)(?!\w)",
    re.IGNORECASE,
)
_SPECIAL = {"twice": 2.0, "brace": 2.0, "thrice": 3.0, "hat-trick": 3.0, "treble": 3.0, "duck": 0.0}


@dataclass(frozen=True)
class Figure:
    """A number, a time in seconds or a score; `pairs` are a score's, each with its tie-break or ()."""

    start: int
    end: int
    value: float | None = None
    pairs: tuple[tuple[int, ...], ...] = ()
    worded: bool = False

    def agrees(self, other: Figure) -> bool:
        """Whether both say the same; a tie-break may be left out, a score of one pair may be turned round."""
        if self.value is not None or other.value is not None:
            return self.value is not None and other.value is not None and abs(self.value - other.value) < 1e-6
        if len(self.pairs) == 1 == len(other.pairs) and sorted(self.pairs[0][:2]) == sorted(other.pairs[0][:2]):
            return True
        return _alike(self.pairs, other.pairs) or _alike(self.pairs, tuple((b, a, *rest[::-1]) for a, b, *rest in other.pairs))


def _alike(one: tuple[tuple[int, ...], ...], other: tuple[tuple[int, ...], ...]) -> bool:
    return len(one) == len(other) and all(a[:2] == b[:2] and _one_break(a[2:], b[2:]) for a, b in zip(one, other, strict=True))


def _one_break(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether two tie-breaks may be one: '(7-5)', '(5-7)', '(5)', or none printed."""
    if len(one) == len(other):
        return sorted(one) == sorted(other)
    return not one or not other or min(one) == min(other)


def figures(text: str) -> list[Figure]:
    """The figures in a text, in order: scores, times, numbers in digits and in words."""
    found: list[Figure] = []
    taken: set[int] = set()

    def add(figure: Figure) -> None:
        if not taken & set(range(figure.start, figure.end)):
            taken.update(range(figure.start, figure.end))
            found.append(figure)

    for match in _CLOCK.finditer(text):
        hours, minutes, seconds = match.groups()
        add(Figure(*match.span(), value=3600 * float(hours or 0) + 60 * float(minutes) + float(seconds)))
    for match in _SCORE.finditer(text):
        pairs = tuple(tuple(int(n) for n in re.findall(r"\d+", pair)) for pair in re.findall(_PAIR, match[0]) if len(pair) < 40)
        if all(len(str(n)) < 5 for pair in pairs for n in pair):
            add(Figure(*match.span(), pairs=pairs))
    for match in _WORDED.finditer(text) if _TIMED.search(text) else ():
        h, m, s = match["h"], match["m"], match["s"]
        if sum(part is not None for part in (h, m, s)) and (s or m):
            add(Figure(*_stripped(match), value=3600 * _read(h) + 60 * _read(m) + _read(s)))
    for match in _NUMBER.finditer(text):
        word = match[0].lower()
        if word in _SPECIAL:
            add(Figure(*match.span(), value=_SPECIAL[word], worded=True))
        elif match[0][-1].isdigit():
            start = match.start() + (match[0][0] in "+-")
            if len(match[0]) < 16:
                add(Figure(start, match.end(), value=float(match[0].lstrip("+-").replace(",", ""))))
        elif (value := read_cardinal(word)) is not None:
            add(Figure(*match.span(), value=float(value), worded=True))
    return sorted(found, key=lambda figure: figure.start)


def _stripped(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start() + len(re.sub(r"[,\s]+(?:and\s*)?$", "", match[0]))


def _read(words: str | None) -> float:
    if words is None:
        return 0.0
    if re.fullmatch(r"\d+(?:\.\d+)?", words):
        return float(words)
    return float(read_cardinal(words) or 0)
