"""Records, bests and wind, said beside the mark.

"14:32.93, a world record" has the flag WR, "a personal best of 6.63m" PB, "a Scottish record of 8.31 seconds" NR, "10.65, with a
tailwind of 1.2" wind:+1.2. "12.51 seconds, just outside her personal best" and "the world record holder" say nothing of the mark.
"""

from __future__ import annotations

import re

from pipeline.extract.marks.patterns import any_of, maybe

FLAG_WINDOW = 60  # characters on each side; a record said further off seldom belongs to the mark

MEASURED = frozenset({"time", "distance", "height", "weight", "points", "speed", "strokes"})
_CLAUSE_END = re.compile(r"[.!?;](?=\s|$)|[\n\"“”]| (?:but|while|whereas|although) ")
_OF_FAME = "(?![ -](?:holders?|pace|attempts?|bids?|hopes?|chances?|schedule|run|books?))"
_SAID = {
    "WR": rf"world(?: (?!cups?|championships?|leading|tour|games|series|rankings?)[a-z-]+)?[ -](?:record|best|mark)\b{_OF_FAME}",
    "OR": rf"olympic(?: games)? record\b{_OF_FAME}",
    "ER": rf"european (?:[a-z]+ )?(?:record|best)\b{_OF_FAME}",
    "AR": rf"(?:african|asian|oceania|south american|north american|area) (?:[a-z]+ )?record\b{_OF_FAME}",
    "NR": rf"national (?:[a-z]+ )?record\b{_OF_FAME}",
    "CR": rf"(?:championships?|games|tournament)[ -](?:record|best)\b{_OF_FAME}",
    "MR": rf"(?:meeting|meet)[ -](?:record|best)\b{_OF_FAME}",
    "course record": rf"course[ -](?:record|best)\b{_OF_FAME}",
    "stadium record": rf"stadium[ -](?:record|best)\b{_OF_FAME}",
    "PB": r"(?:personal|lifetime|career)[ -](?:best|record)\b",
    "SB": r"(?:season(?:'s|s)?[ -]best|best (?:[a-z]+ )?(?:this season|of the season))\b",
    "WL": r"(?:world[ -]lead(?:ing)?|(?:fastest|best|quickest|longest|highest) (?:[a-z]+ )?in the world this (?:year|season))\b",
    "wind-aided": r"wind[- ](?:aided|assisted)\b",
}
_SAYINGS = [(flag, re.compile(rf"\b{pattern}")) for flag, pattern in _SAID.items()]
_ABBREVIATED = re.compile(r"\b(?:WR|OR|ER|AR|NR|CR|MR|PB|SB|WL|pb|sb)\b")
_NATIONAL = re.compile(
    r"\b(?<!South )(?<!North )(?<!Latin )(?<!Pan )([A-Z][a-z]+(?:ish|an|ese|ch|tch|[lnqrt]i|sh|ek|ss))"
    rf"{maybe('indoor, junior, outdoor, senior')} record\b{_OF_FAME}"
)
_CONTINENTAL = frozenset({"European", "African", "Asian", "Oceanian"})
_ANY_SAID = re.compile(r"record|best|mark\b|lead|wind|in the world|\b(?:wr|or|er|ar|nr|cr|mr|pb|sb|wl)\b|m/s")
# "a second outside her personal best" says that this mark is none.
_FELL_SHORT = re.compile(
    r"\b(?:outside|off|short of|shy of|slower than|away from|miss(?:ed|ing)|below|behind|close to|nearly|not|chas(?:e|es|ed|ing)|"
    r"target\w*)(?: [\w']+){0,3} $"
)
# "a personal best of 9.97" and "9.97, a personal best": the words and the mark are next to each other.
_RIGHT_BEFORE = re.compile(
    f"{maybe('time, mark, throw, jump, leap, distance, height, score, total, lift')}"
    rf"(?:,? {any_of('of, is, was, at, stands at, with')})?{maybe('just, an?')}[ :]?"
)
_RIGHT_BEHIND = re.compile(r"[ ,(-]*(?:(?:an?|the|his|her|is|was|and|new) )*")
_WIND_SAID = re.compile(
    r"\b(?:tail|head)? ?wind (?:(?:of|reading|speed|was|at|reading of) )*(?P<after>[+-]?[0-9]\.[0-9])|"
    r"(?P<before>[+-]?[0-9]\.[0-9]) ?(?:m/s|mps|metres (?:a|per) second)(?P<way> (?:tail|head))?"
)


def said_beside(text: str, folded: str, previous: int, mark: tuple[int, int], following: int) -> list[str]:
    """The flags for a mark, from the clauses around it as far as the marks before and after.

    `previous` is where the mark before ends and `following` where the next one starts; 0 and the length of the text if there is none.
    """
    return [*_said_before(text, folded, previous, mark[0]), *_said_after(text, folded, mark[1], following)]


def _said_before(text: str, folded: str, previous: int, mark: int) -> list[str]:
    start = max(previous, mark - FLAG_WINDOW)
    if not _ANY_SAID.search(folded, start, mark):
        return []
    start = max((clause.end() for clause in _CLAUSE_END.finditer(folded, start, mark)), default=start)
    flags = []
    for flag, begin, end in _sayings(text, folded, start, mark):
        lead = folded[start:begin]
        of_previous = start == previous and previous > 0 and _RIGHT_BEHIND.fullmatch(lead)
        if _RIGHT_BEFORE.fullmatch(folded, end, mark) or not (of_previous or _FELL_SHORT.search(lead)):
            flags.append(flag)
    return flags


def _said_after(text: str, folded: str, mark: int, following: int) -> list[str]:
    end = min(following, mark + FLAG_WINDOW)
    if not _ANY_SAID.search(folded, mark, end):
        return []
    if clause := _CLAUSE_END.search(folded, mark, end):
        end = clause.start()
    flags = []
    for flag, begin, finish in _sayings(text, folded, mark, end):
        lead = folded[mark:begin]
        of_following = end == following and following < len(text) and _RIGHT_BEFORE.fullmatch(folded, finish, end)
        if not (_FELL_SHORT.search(lead) or (of_following and not _RIGHT_BEHIND.fullmatch(lead))):
            flags.append(flag)
    return flags


def _sayings(text: str, folded: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """What is said between two places, as flags with where each is said."""
    said = [(flag, *match.span()) for flag, pattern in _SAYINGS for match in pattern.finditer(folded, start, end)]
    said += [(match[0].upper(), *match.span()) for match in _ABBREVIATED.finditer(text, start, end)]
    said += [("NR", *match.span()) for match in _NATIONAL.finditer(text, start, end) if match[1] not in _CONTINENTAL]
    for match in _WIND_SAID.finditer(folded, start, end):
        speed = float(match["after"] or match["before"])
        against = match["way"] == " head" or match[0].startswith("head")
        said.append((f"wind:{-abs(speed) if against else speed:+.1f}", *match.span()))
    return said
