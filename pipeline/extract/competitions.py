"""Competitions that an article names for another time, or for something else than a contest in them."""

from __future__ import annotations

import re

_SOON = (
    r"next|upcoming|coming|ahead of|before(?! winning)|prepar\w+ for|build-up to|towards|look\w* (?:forward|ahead) to|hop\w+ for"
    r"|(?:going )?into(?! the lead)|qualif(?:y|ied|ication|ying)(?: (?:times?|standards?|marks?|distances?|heights?))? for"
    r"|(?:place|spot) (?:at|in)|berth"
    r"|tickets? (?:to|for)|bid (?:for|at)|(?:closer|nearer) to|promot\w+ to|reach(?:ed)? the"
    r"|selected for|return(?:s|ed)? to|com(?:e|es|ing) back to|(?:will|to|could|may|might) (?:\w+ )?miss|ruled out of"
    r"|(?:doubt|doubtful|fit|available) for|squads? for"
    r"|(?:will|to|would|could|can|may|might|not) (?:\w+ )?"
    r"(?:run|compete|play|race|defend|take part|ride|fight|skate|swim|appear|join \w+|be) (?:in|at)"
)
_MEETS = (  # "will take on Norland in the first Garston Cup Test"
    r"\b(?:will|to) (?:\w+ )?(?:take on|face|meet|host|play|entertain|visit|travel to) (?:(?!(?:who|which|after|having|and|"
    r"but)\b)[\w'’-]+ ){1,5}(?:in|at) [^.,;]{0,20}\Z"
)
_EARLIER = r"return(?:s|ed)? from|since(?: winning)?|after winning|last (?:month|week|year|season)['’]s|reigning|former|the then"
_SOON_BEFORE = re.compile(rf"\b(?:{_SOON})\b[^.]{{0,25}}\Z|{_MEETS}", re.IGNORECASE)
_EARLIER_BEFORE = re.compile(rf"\b(?:{_EARLIER})\b[^.]{{0,25}}\Z|\b(?:19|20)\d\d(?:['’]s)? \Z", re.IGNORECASE)
_THEN = re.compile(
    r"\W{0,2}(?:in )?(?:19|20)\d\d\b|[^,.;]{0,30}\bon \d{1,2} [A-Z]"
    r"|[^,.;]{0,25}?\b(?:next|later this|this (?:summer|winter|autumn)|last (?:year|month|week|season)|(?:two|three) years ago)\b"
)
_OF_IT = re.compile(  # somebody or something that is only called by it
    r"(?:['’]s)?[ -](?:side|club|outfit|champions?|leaders|team|new boys|strugglers|rivals|giants|minnows|referees?|MVP|break|spot|place"
    r"|berth|qualification|hopes|(?:\w+ )?(?:title[- ])?(?:winners?|holders?|medall?ists?))\b",
    re.IGNORECASE,
)
_FAR = 60  # characters around a name that say of which time it is


# "her fifth straight LPGA title": one of many, that of the event told beside it
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) (?:(?:straight|successive|"
    r"consecutive|career) )?$"
)
_TITLE = re.compile(r" (?:title|win|victory|success|triumph)\b")
_NOT_IN_IT = re.compile(
    r"\b(?:outside|below|beneath|never (?:\w+ )?in) (?:of )?(?:the )?$"
)  # "the best forwards outside the Premier League"
_BY_IT = re.compile(r"\b(?:per|according to) (?:the )?$")  # a league as a source


def of_another_time(text: str, start: int, end: int) -> bool:
    """Whether a competition, named in that range, is one that somebody has won or will play in, and not the one just played.

    >>> text = "The Wimbledon champion won the Qatar Open."
    >>> of_another_time(text, 4, 13), of_another_time(text, 31, 41)
    (True, False)
    """
    before, after = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    if _COUNTED.search(before) and _TITLE.match(after):
        return True
    earlier = _BY_IT.search(before) or _EARLIER_BEFORE.search(before) or _THEN.match(after) or _OF_IT.match(after)
    return bool(earlier) or of_a_time_to_come(text, start)


# "reached the Tarn Cup final, where they lost"
_AND_THERE = re.compile(
    r"[^,.;]{3,50}, (?:where|in which|only to|but) (?:\w+ ){0,2}(?:lost|won|beat|suffered|fell|went|was|were|drew|had)\b"
)


def of_a_time_to_come(text: str, start: int) -> bool:
    """Whether a competition, named from there, is one that somebody will play in or wants to, or that nobody plays in.

    >>> text = "The Olympic silver medallist will run in the Oslo Grand Prix."
    >>> of_a_time_to_come(text, 4), of_a_time_to_come(text, 45)
    (False, True)
    """
    if _AND_THERE.match(text, start):
        return False
    return bool(_SOON_BEFORE.search(text, max(0, start - _FAR), start) or _NOT_IN_IT.search(text, max(0, start - _FAR), start))
