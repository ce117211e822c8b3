"""Numbers as sports pages print them: 'eight', 'twenty-one', 'a hundred and four', '8,506', 'third', '3rd'.

`CARDINAL_WORDS` and `ORDINAL_WORDS` are regex fragments, lower case and without groups, for grammars that read numbers inside phrases.
"""

from __future__ import annotations

import re

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNITH = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENTH = ["tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]
_TENTH = [ten.removesuffix("y") + "ieth" for ten in _TENS]

_CARDINAL = {word: i for i, word in enumerate(["zero", *_UNITS, *_TEENS])} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_ORDINAL = {word: i for i, word in enumerate([*_UNITH, *_TEENTH], start=1)} | {word: 20 + 10 * i for i, word in enumerate(_TENTH)}


def _any(words: list[str]) -> str:
    """An alternation that tries longer words first, so that 'seventeen' is not read as 'seven'."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_BELOW_100 = rf"(?:{_any(_TENS)}(?:[- ]{_any(_UNITS)})?|{_any([*_TEENS, *_UNITS])})"
CARDINAL_WORDS = rf"(?:(?:{_any(_UNITS)}|an?) hundred(?: and {_BELOW_100})?|{_BELOW_100})"
ORDINAL_WORDS = rf"(?:{_any(_TENS)}[- ]{_any(_UNITH)}|{_any([*_TENTH, *_TEENTH, *_UNITH])})"

# More digits than this are no figure of sport, and Python refuses to read thousands of them.
MAX_DIGITS = 15

_DIGITS = re.compile(rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,{MAX_DIGITS}}}")
_ORDINAL_DIGITS = re.compile(r"([0-9]{1,6})(st|nd|rd|th)")
_WORDS = re.compile(CARDINAL_WORDS + "|zero")
_ORDINAL_PHRASE = re.compile(ORDINAL_WORDS)


def read_cardinal(text: str) -> int | None:
    """The whole number that `text` writes, in digits or words; None if it writes none.

    >>> read_cardinal("8,506"), read_cardinal("Twenty-one"), read_cardinal("a hundred and four"), read_cardinal("many")
    (8506, 21, 104, None)
    """
    text = text.strip().lower()
    if _DIGITS.fullmatch(text):
        return int(text.replace(",", ""))
    if not _WORDS.fullmatch(text):
        return None
    head, hundred, rest = text.rpartition("hundred")
    total = 100 * _CARDINAL.get(head.strip(), 1) if hundred else 0
    return total + sum(_CARDINAL[word] for word in re.split(r"[-\s]+", rest.strip().removeprefix("and ")) if word)


def read_ordinal(text: str) -> int | None:
    """The rank that `text` writes, in digits or words; None if it writes none.

    >>> read_ordinal("third"), read_ordinal("3rd"), read_ordinal("twenty-first"), read_ordinal("3th")
    (3, 3, 21, None)
    """
    text = text.strip().lower()
    if digits := _ORDINAL_DIGITS.fullmatch(text):
        rank = int(digits[1])
        return rank if rank and digits[2] == _suffix(rank) else None
    if not _ORDINAL_PHRASE.fullmatch(text):
        return None
    *tens, last = re.split(r"[-\s]+", text)
    return sum(_CARDINAL[word] for word in tens) + _ORDINAL[last]


def _suffix(rank: int) -> str:
    if rank % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
