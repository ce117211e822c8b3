"""Rounds by their names: final, semi-final, round of 16, second Test, heat."""

from __future__ import annotations

import re

_NUMBER = r"(?:one|two|three|four|five|six|seven|\d{1,3})"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|opening|last|final|qualifying|preliminary|knockout)"
_NO_FINAL = (
    r"(?:day|week|score|whistle|minutes?|set|game|over|quarter|lap|stretch|straight|sprint|stages?|round|Test|spell|ball|say|squad|year)"
)
_END_OF_BOUT = r"(?:technical )?(?:knock-?out|stoppage|submission|TKO|KO|finish)"  # a bout's round, and no tournament's
_ROUND = re.compile(
    rf"\b(?:(?:quarter|semi)[- ]?finals?|{_ORDINAL}[- ]round(?! {_END_OF_BOUT}\b)"
    rf"|round (?:of )?{_NUMBER}|last[- ](?:16|32|64|eight|four|sixteen)"
    rf"|{_ORDINAL} (?:Test|leg|stage|ODI|one-day international|Twenty20)|group [A-H]|repechage|heats?|play-off (?:semi-)?final|play-offs?"
    rf"|(?:bronze|gold)[- ]medal (?:match|game|bout)|third[- ]place (?:match|play-off|game)|grand final|finals?(?! {_NO_FINAL}\b))\b",
    re.IGNORECASE,
)
# "reached the final" was said of the round before it
_STILL_TO_COME = re.compile(
    r"\b(?:reach\w*|into|to|for|make|made|place in|spot in|book\w*)\s+(?:(?:the|his|her|their|a|an)\s+)?(?:\w+\s)?$", re.IGNORECASE
)


def find_round(text: str, start: int, end: int) -> str | None:
    """The first round that the range of the text names and that is not said to be still to come, as printed."""
    for match in _ROUND.finditer(text, start, end):
        if not _STILL_TO_COME.search(text, max(start, match.start() - 30), match.start()):
            return match[0]
    return None
