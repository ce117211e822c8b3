"""With bat or ball: what the words beside a cricketer's name say that he made or took.

The reader knows that there is something to count, and mistakes runs for wickets; the words hardly do (on the annotated training
articles they were right of 57 mentions and wrong of 4, where the reader was right of 65 and wrong of 28).
"""

from __future__ import annotations

import re
from typing import Literal

Done = Literal["runs", "wickets", "catch"]

_OUT = r"remov(?:ed|es|ing)|dismiss(?:ed|es|ing)|trapp(?:ed|ing)|castled|ousted|accounted for|got rid of|bowled|had"
_HIT = (
    r"hit|made|makes|scored|scoring|smash\w*|compil\w+|added|contributed|struck|top-scor\w+|cracked|blast\w*|plunder\w*|reached|"
    r"finish\w* on|fell for|out for|dismissed for|caught for|bowled for|gone for|with|remained|ended|was"
)
# of the bowler: "took three wickets", "(4-89)", "removed Roth", "had Roth caught"
_TOOK_AFTER = re.compile(
    r"^[^.;:]{0,60}?(?:(?<![\w-])\d{1,2}-\d{1,3}\b|\bfigures of\b|"
    r"\b(?:took|takes|taking|claim\w*|grab\w*|picked up|snar\w+|finish\w* with) [^.;:]{0,30}?"
    r"\b(?:wickets?|scalps?|victims?|hat-trick|five-for|in \d+ overs|for \d+)\b|"
    rf"\b(?:{_OUT}|struck (?:twice|early|again|with|soon)|broke (?:through|the)|dealt with|sent back|snared|clean bowled) "
    r"(?!won\b|by\b|out\b|to\b|a\b|for\b|been\b|\d)[^.;:]{0,40})",
    re.IGNORECASE,
)
_TOOK_BEFORE = re.compile(
    r"\b(?:bowled by|lbw (?:to|by)|off|fell to|falling to|succumb\w+ to|edged|edging|victim (?:of|to)|b|dismissed by|trapped by)"
    r" (?:[a-z-]+ ){0,2}$"
)
_CAUGHT_BEFORE = re.compile(r"\b(?:caught|held|stumped|run out|taken|snapped up|pouched)(?: [a-z]+){0,2} by (?:[a-z-]+ ){0,2}$|\bc $")
# of the batsman: "made 52", "was lbw", "'s fifty", "(47)"
_MADE_AFTER = re.compile(
    rf"^[^.;:]{{0,60}}?\b(?:(?:{_HIT}) (?:an? |his |only |just |[a-z-]+ ){{0,3}}"
    r"(?:\d+\b(?!-\d)|century|fifty|half-century|ton|duck|unbeaten|not out|undefeated)|"
    r"half-century|century|unbeaten|not out|put on \d|knock\b|innings of|"
    r"was (?:caught|bowled|lbw|out|dismissed|stumped|trapped|run out|removed|beaten)|were (?:caught|bowled|dismissed)|"
    r"edg(?:ed|ing)|holed out|holing out|fell\b|departed|perished|\d+ off \d+)|"
    r"^ \(\d+(?: not out)?\)|^['’]s (?:\w+ )?(?:fifty|century|ton|\d+\b)",
    re.IGNORECASE,
)
_MADE_BEFORE = re.compile(
    rf"\b(?:{_OUT}|bowling|wickets? of|stand (?:of \d+ )?with|partnership with|for the \w+ wicket with|put on \d+ with|joined by)"
    r"(?: [a-z-]+){0,2} $"
)


# what an article says of a match that is not over
_IN_PLAY = re.compile(
    r"\b(?:day (?:one|two|three|four|five|[1-5])\b[^.\n]{0,12}\((?:close|stumps|lunch|tea)|at (?:the close|stumps|lunch|tea)\b|"
    r"clos(?:ed|e|ing) (?:the \w+ day )?on \d|(?:finish|end|start)\w* (?:the )?(?:\w+ )?day (?:\w+ )?(?:of [^.;]{1,40} )?on \d|"
    r"after (?:the )?(?:one|two|three|four|first|second|third|fourth|opening) days?\b|day['’]s play|on the (?:opening|first|"
    r"second|third|fourth) day\b|"
    r"(?:leads?|trail\w*) (?:[A-Z][\w ]{1,30} )?by \d+|(?:need|require)\w* (?:another |a further )?\d+ (?:more )?runs?\b|"
    r"won the toss)"
)


def in_play(text: str) -> bool:
    """Whether an article on cricket speaks of a match that is not over, as most do that tell of one of its days.

    >>> in_play("Norland were 98-3 at stumps."), in_play("Norland won by seven wickets.")
    (True, False)
    """
    return _IN_PLAY.search(text) is not None


def bat_or_ball(before: str, after: str) -> Done | None:
    """What the words of a sentence before a cricketer's name, from the name before, and after it, to the next, say; None if nothing.

    >>> bat_or_ball("Roth was lbw to ", " for four"), bat_or_ball("", " was lbw to "), bat_or_ball("", " took 3-40")
    ('wickets', 'runs', 'wickets')
    """
    if _CAUGHT_BEFORE.search(before):
        return "catch"
    if _TOOK_BEFORE.search(before):
        return "wickets"
    if _MADE_BEFORE.search(before):
        return "runs"
    took, made = _TOOK_AFTER.search(after), _MADE_AFTER.search(after)
    if took and made:
        return "wickets" if took.end() <= made.end() else "runs"
    return "wickets" if took else "runs" if made else None
