"""Rounds by their names: final, semi-final, round of 16, second Test, heat; and which of them a result is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = r"(?:one|two|three|four|five|six|seven|\d{1,3})"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|opening|last|final|qualifying|preliminary|knockout)"
_LESSER = r"(?:(?:plate|shield|bowl|play-off)[- ])?"  # finals of those who lost before
_END_OF_BOUT = r"(?:technical )?(?:knock-?out|stoppage|submission|TKO|KO|finish)"  # a bout's round, and no tournament's
# The final is a noun: after an adjective ("final two laps", "final attempt") comes what is final, after the noun one of these.
_AFTER_THE_FINAL = (
    "after against ahead also although amid and as at because before behind between but by despite during ended ends following for from "
    "goes had has here if in is itself last not of on only or over saw since so than thanks that then there this to too until was went "
    "were when where which while who with without yet "
    "appearance appearances berth clash defeat defeats heartbreak hero loss losses match opponent opponents place replay result showdown "
    "spot success tie time triumph victories victory win winner winners wins"
)
_ADJECTIVE = (
    rf"(?:[ -](?!(?:{'|'.join(_AFTER_THE_FINAL.split())})\b|\d+[-–]\d)(?-i:[a-z\d])"
    r"| (?-i:(?:[A-Z][\w'’-]* ){1,4}(?:qualifiers?|qualifying|group|warm-up|league|home|away|game|match|fixture|race|event|round|Test)\b))"
)
# "the last four meetings" are no semi-finals
_OF_TIME = (
    r"(?![- ](?:[a-z]+ )?(?:meetings|encounters|clashes|contests|matches|games|fixtures|starts|outings|appearances|visits|trips|seasons|"
    r"years|months|weeks|days|minutes|hours|editions|finals|Tests|tournaments|events|races|rounds|balls|overs|laps|miles|"
    r"holes|points|sets|of (?:his|her|their))\b)"
)
_ROUND = re.compile(
    rf"\b(?:{_LESSER}(?:quarter|semi)[- ]?finals?|{_ORDINAL}[- ]round(?![ -]robin\b| {_END_OF_BOUT}\b| of (?:his|her|their|"
    rf"the|a) [\w -]{{0,30}}(?:bout|fight)\b)"
    rf"|round (?:{_NUMBER}|of (?:16|32|64|128))|last[- ](?:16|32|64|eight|sixteen){_OF_TIME}|(?<=the )last[- ]four{_OF_TIME}"
    rf"|{_ORDINAL} (?:Test|leg|stage|ODI|one-day international|Twenty20)|group (?-i:[A-H])|repechage"
    rf"|(?-i:(?<=\b[Tt]he )stage(?= (?:was won|went to|victory went|win went)))|stage {_NUMBER}|\d{{1,2}}(?:st|nd|rd|th) stage"
    rf"|(?-i:Heats? (?:[1-9]|One|Two|Three|Four)\b|(?<!dead )heats?)"  # and not the Miami Heat
    rf"|(?:bronze|gold)[- ]medal (?:match|game|bout)|third[- ]place (?:match|play-off|game)|play-offs?(?! final| semi| holes?\b)"
    rf"|(?:(?<=\bin )|(?<=day['’]s )|(?<=\bled )|(?<=\btopped ))(?:qualifying|qualification)"
    rf"(?! (?:for|round|time|campaign|group|match|tournament)\b)|(?:(?<=\bled the )|(?<=\btopped the ))(?:qualifying|qualifiers)"
    rf"|grand final|{_LESSER}finals?(?!{_ADJECTIVE}))\b",
    re.IGNORECASE,
)
_WITHIN = r"(?:(?!(?:in|at|with|by|after|from|over|and|as|when)\b)[\w'’.&-]+\s){0,5}"  # words of one noun phrase
# "reached the final", "set up a semi-final", "will face Roth in the final" are said of the round before it
_STILL_TO_COME = re.compile(
    r"\b(?:(?:reach\w*|into|to|for|make|made)\s+(?:(?:the|his|her|their|a|an)\s+)?(?:\w+\s)?"
    rf"|(?:reach\w*|into|(?:(?:advanc|progress|mov|cruis|sail|eas|storm|qualif|clos)\w*|go|goes|went|through|back|clear|made it|make it)\s"
    rf"(?:through\s|back\s)?(?:in)?to)\s+{_WITHIN}"
    r"|(?:faces?|facing|(?:will|to|would|could|should|must) (?:\w+ ){0,2}(?:face|meet|play|take on|contest)|meets|plays|await(?:s|ing)?"
    r"|set(?:s|ting)? up|(?:earn(?:s|ed|ing)?|secur(?:e|es|ed|ing)|book(?:s|ed|ing)?|clinch\w*|seal(?:s|ed|ing)?|miss\w*)"
    r"(?![^,;.]{0,60}\b(?:wins?|victory|victories|success|title(?! (?:match|tie|bout|shot))|crown|draw|penalty|chance)\b)"
    r"|eye\w*|fail\w* to|draw for|(?:place|spot|berth|tie|date|clash|meeting) (?:in|with|against))\b[^,;.]{0,80})\Z",
    re.IGNORECASE,
)
_COMES_NEXT = re.compile(
    r"[\s'’]*(?:date|place|spot|berth|meeting|hopes|draw|opponents?)\b|\s+(?:(?:on|this|later|in) )?(?:tomorrow|next)\b",
    re.IGNORECASE,
)
# "in last year's final", "the 2020 semi-finals", "a repeat of the Olympic final"
_OF_ANOTHER_TIME = re.compile(
    r"(?:\b(?:19|20)\d\d|\b(?:last|previous) (?:year|season|month|week)['’]s|\byears? ago|\brepeat of)\b[^,;.]{0,40}\Z", re.IGNORECASE
)
_IN_ANOTHER_TIME = re.compile(r"[^,;.]{0,40}\b(?:in|of) (?:19|20)\d\d\b|[^,;.]{0,25}\b(?:last (?:year|season)|years ago)\b", re.IGNORECASE)
_ANY_ROUND = re.compile(r"(?!qualifying|preliminary).*\bround\b(?! of)", re.IGNORECASE)
_FOR_PLACES = re.compile(r"(?:bronze|gold)[- ]medal|third[- ]place", re.IGNORECASE)
# Contests that have rounds themselves: of a bout, of throws and jumps ("second round" was never one of a championship in twelve cases)
ROUNDS_WITHIN = frozenset({"boxing", "athletics", "mixed martial arts"})
_LEAD = 110  # characters around a round that say whether it is still to come
_SOON = 30  # characters behind the name of somebody who has won before, within which the round that he won stands


def find_rounds(text: str, start: int, end: int, *, past: bool = False, rounds_within: bool = False) -> list[tuple[int, int]]:
    """The rounds that the range of the text names, as spans, but for those still to come and, unless in the past, of another year.

    Where a contest has `rounds_within`, "the second round" is a part of it.

    >>> find_rounds("Roth won the final. She will meet Lin in the semi-finals.", 0, 57)
    [(13, 18)]
    """
    found: list[tuple[int, int]] = []
    for match in _ROUND.finditer(text, start, end):
        if rounds_within and _ANY_ROUND.match(match[0]):
            continue
        before, after = text[max(start, match.start() - _LEAD) : match.start()], text[match.end() : match.end() + _LEAD]
        another = _OF_ANOTHER_TIME.search(before) or _IN_ANOTHER_TIME.match(after)
        if not (_STILL_TO_COME.search(before) or _COMES_NEXT.match(after) or (another and not past)):
            found.append(match.span())
    return found


def round_beside(
    text: str, evidence: Sequence[tuple[int, int]], who: tuple[int, int], mark: int | None, *, match: bool, past: bool, rounds_within: bool
) -> str | None:
    """The round, as printed, that a result is said to be of: the one nearest to the name or the mark, in the same half of the sentence.

    `evidence` are the sentences that tell the result, `who` the name that bears it, `mark` where its mark begins. What somebody has won
    or done in the past is seldom told with a round, unless in a `match`: only one close behind the name counts.
    """
    ends = [who[0]] if mark is None else [who[0], mark]
    for start, end in evidence:
        near: list[tuple[int, int, int]] = []
        for first, last in find_rounds(text, start, end, past=past, rounds_within=rounds_within):
            nearest = min(ends, key=lambda at: abs(at - first))
            soon = match or not past or 0 < first - who[1] < _SOON
            if soon and ";" not in text[min(nearest, first) : max(nearest, first)]:
                near.append((abs(nearest - first), first, last))
        if near:
            return text[slice(*min(near)[1:])]
    return None


_TO_WIN_IT_ALL = re.compile(
    r"(?<!\bon )\bto (?:win|claim|take|lift|retain|secure|clinch|land|capture|defend)\b (?:the|his|her|their|an?) "
    r"(?:(?!(?:place|spot|step|lead|in|at|towards|for)\b|(?:first|opening) (?:set|leg|game|match|round|frame)\b)"
    r"[\w'’.-]+ ){0,5}?(?:titles?|crown|trophy|championships?|Open|Cup|Masters|Classic|gold|Shield|Slam)\b"
    r"(?! (?:tie|group|match|berth|point|semi|quarter))|"
    r"\b(?:w[oi]n(?:ning|s)?|claim\w*|clinch\w*|retain\w*|lift\w*|secur\w*)\b (?:[\w'’.-]+ ){1,6}?"
    r"(?:title|crown|trophy|championship|Open|Cup|gold)\b"
    r"[^,.;]{0,30} (?:by (?:beat|defeat|thrash|edg|see|overcom)\w*|with an? [^,.;]{0,40}\b(?:win|victory|success|triumph)\b)"
)


def wins_title(sentence: str) -> bool:
    """Whether a sentence says of a match that it won its winner a title, so that it was the last one.

    >>> wins_title("Roth beat Lin 10-7 to win the Welsh Open"), wins_title("Roth beat Lin to win the first set")
    (True, False)
    """
    return bool(_TO_WIN_IT_ALL.search(sentence))


def round_of_article(text: str, opening: Sequence[tuple[int, int]], *, rounds_within: bool) -> str | None:
    """The round that the opening sentences of an article name, where no other part of it names another.

    A match for a medal is one, and gives no other its round.
    """
    first = [text[slice(*span)] for start, end in opening for span in find_rounds(text, start, end, rounds_within=rounds_within)]
    named = {_folded(text[slice(*span)]) for span in find_rounds(text, 0, len(text), rounds_within=rounds_within)}
    return first[0] if first and len(named) == 1 and not _FOR_PLACES.match(first[0]) else None


def _folded(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold())).removesuffix("s")
