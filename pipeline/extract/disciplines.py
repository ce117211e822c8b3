"""Disciplines by their names: "women's 400m hurdles", "-63kg", "men's double sculls", "mixed 4x100m medley relay".

A closed vocabulary of the sports' own terms. What it proposes are candidates: whether somebody competed in the discipline,
and terms that it lacks, are for the learned reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_GENDER = r"(?:(?:wo)?men|ladies|boys|girls|mixed|male|female)(?:['’]s|s['’])?"
_AGE = r"(?:under[- ]?\d\d|u-?\d\d|junior|senior|youth|masters|veterans)(?:['’]s|s['’])?"
_STYLE = (
    r"individual|team|mixed|indoor|outdoor|road|track|short|long|open|freestyle|greco-roman|synchronised|synchronized|lightweight|heavyweight|"
    r"singles|doubles|double|single|quadruple|coxless|coxed|visually impaired|standing|sitting|wheelchair|para|extreme|giant|parallel|alpine|"
    r"super|normal hill|large hill|compound|recurve|rhythmic|artistic|solo|free|technical|sprint|mass[- ]start|half|two-man|four-man|two-woman|10,000m"
)
_CLASS = r"(?:[TFS]|SB|SM|BC|C|H|B|PT|PTS|LW)\d{1,2}(?:/\d{1,2})?(?:-\d{1,2})?|K[124]|C[124]|S[A-Z]\d"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|two|three|four|five|six|eight|ten|twelve|fifty)"
_DISTANCE = (
    r"(?:\d\s?[x×]\s?)?" + _NUMBER + r"(?:\s?-?\s?(?:m|km|metres?|meters?|kilometres?|kilometers?|miles?)\b)"
    r"|(?:metric )?mile|half[- ]marathon|marathon|cross[- ]country|\d\s?[x×]\s?\d{2,4}\b"
)
_WEIGHT = r"(?:(?:up to |over |under )\d{2,3}(?:\.\d)?\s?kg|[-+−–]\s?\d{2,3}(?:\.\d)?\s?kg|\d{2,3}(?:\.\d)?\s?kg(?= (?:category|class|division|event|final|title|gold|silver|bronze)))"
_WEIGHT_CLASS = (
    r"(?:super|light|junior)?[- ]?(?:fly|bantam|feather|light|welter|middle|cruiser|heavy|straw|atom)weight|light[- ](?:heavy|middle|welter)weight"
    r"|super[- ](?:fly|bantam|feather|light|welter|middle|heavy)weight"
)
_TERM = (
    r"hurdles?|steeplechase|race walk|walk|relay|medley relay|medley|long jump|high jump|triple jump|pole vault|shot putt?|discus(?: throw)?|hammer(?: throw)?|"
    r"javelin(?: throw)?|club throw|heptathlon|decathlon|pentathlon|triathlon|duathlon|aquathlon|biathlon|modern pentathlon|"
    r"freestyle|backstroke|breaststroke|butterfly|individual medley|open water|"
    r"(?:synchronised |synchronized )?(?:(?:1|3|10)m )?(?:springboard|platform|synchro)|"
    r"floor(?: exercise)?|pommel horse|still rings|vault|parallel bars|(?:high|horizontal|uneven|asymmetric) bars?|balance beam|beam|all-around|rhythmic gymnastics|trampoline|"
    r"foil|[eé]p[eé]e|sabre|saber|trap|double trap|skeet|air rifle|air pistol|rifle three positions|rifle prone|rapid fire pistol|"
    r"time[- ]trial|keirin|omnium|team pursuit|individual pursuit|pursuit|madison|points race|scratch race|elimination race|road race|team sprint|bmx|downhill|"
    r"(?:double |single |quadruple |coxless |coxed )?(?:sculls?|pairs?|fours?|eights?)(?= |\b)|kayak|canoe|slalom|giant slalom|super-?[gG]|combined|moguls|halfpipe|slopestyle|big air|"
    r"ski cross|snowboard cross|mass start|ski jumping|skeleton|luge|bobsleigh|monobob|bobsled|figure skating|ice dance|pairs|short track|speed skating|"
    r"singles|doubles|mixed doubles|recurve|compound|eventing|dressage|show[- ]?jumping|cross-country|poomsae|kumite|kata|snatch|clean and jerk|"
    r"bouldering|lead|speed climbing|boulder|laser|finn|470|nacra|windsurfing|kitesurfing|lawn bowls|boccia|sevens|3x3"
)
# Terms that are disciplines only beside a gender, a distance or another term: alone they are everyday words.
_WEAK = {
    "walk", "team", "pairs", "pair", "fours", "four", "eights", "eight", "lead", "laser", "combined", "floor", "beam", "trap", "hammer", "relay", "medley",
    "pursuit", "freestyle", "butterfly", "compound", "speed", "vault", "platform", "sevens", "finn", "canoe", "downhill", "sprint", "hurdle", "scull",
    "individual", "standing", "sitting", "short", "long", "open", "road", "track", "free", "solo", "technical", "single", "double", "super", "giant",
    "parallel", "alpine", "half", "para", "indoor", "outdoor", "mixed", "extreme", "artistic", "rhythmic", "synchro", "mile", "boulder", "cross country",
    "singles", "doubles", "boxing", "kata", "elimination race", "skeleton", "pentathlon", "lightweight", "heavyweight", "wheelchair",
}  # fmt: skip
_KEPT_ALONE = {
    "singles",
    "doubles",
    "relay",
    "pentathlon",
    "cross country",
    "mile",
    "downhill",
    "hammer",
    "lightweight",
    "heavyweight",
    "vault",
}
_AFTER = r"(?: (?:hurdles?|steeplechase|freestyle|backstroke|breaststroke|butterfly|medley|relay|walk|race|sprint|run|dash|time[- ]trial|springboard|platform|event))*"

_PATTERN = re.compile(
    rf"(?<![\w-])(?P<gender>{_GENDER} ?)?(?P<age>{_AGE} )?(?P<body>(?:(?:{_CLASS}|{_DISTANCE}|{_WEIGHT}|{_WEIGHT_CLASS}|{_TERM}|{_STYLE})(?:[ -](?=\w|[-+])|(?![\w])))+)(?P<para>(?:{_CLASS})\b)?",
    re.IGNORECASE,
)
_STRONG = re.compile(rf"(?<!\w)(?:{_CLASS}|{_WEIGHT}|{_WEIGHT_CLASS}|{_TERM})(?!\w)", re.IGNORECASE)
_RUN = re.compile(rf"(?:{_DISTANCE})", re.IGNORECASE)
_EVENT_WORD = re.compile(r" ?(?:race|event|final|title|champion|gold|silver|bronze|record|heats?|semi|hurdles|crown|winner)", re.IGNORECASE)
_BEFORE_DISTANCE = re.compile(r"(?:\bthe|\bin|\bover|\bat|['’]s|\bindoor|\bworld|\bolympic|\beuropean)\s$", re.IGNORECASE)


@dataclass(frozen=True)
class Discipline:
    """A discipline's name in the text."""

    start: int
    end: int
    text: str
    gender: str | None  # men, women or mixed


def find_disciplines(text: str) -> list[Discipline]:
    """Names of disciplines, in order, without overlap; a gender before the name belongs to it."""
    found = []
    for match in _PATTERN.finditer(text):
        start, end = match.start(), match.end()
        while text[end - 1] in " -":
            end -= 1
        body = text[match.start("body") : end]
        if _says_discipline(text, match, body, end):
            found.append(Discipline(start, end, text[start:end], gender_of(match["gender"])))
    return found


def gender_of(words: str | None) -> str | None:
    """men, women or mixed, from "women's", "ladies'", "boys'"; None where the words name none."""
    lowered = (words or "").casefold()
    if "mixed" in lowered:
        return "mixed"
    if re.search(r"\b(?:women|ladies|girls|female)", lowered):
        return "women"
    return "men" if re.search(r"\b(?:men|boys|male)", lowered) else None


def _says_discipline(text: str, match: re.Match[str], body: str, end: int) -> bool:
    lowered = body.casefold().strip(" -")
    if match["gender"] or match["age"]:
        return True
    if _RUN.fullmatch(lowered):
        if re.fullmatch(r"(?:half[- ])?marathon|metric mile|cross-country", lowered):
            return True
        return bool(_BEFORE_DISTANCE.search(text[max(0, match.start() - 12) : match.start()]) or _EVENT_WORD.match(text, end))
    if lowered in _WEAK:
        return lowered in _KEPT_ALONE
    words = set(lowered.split())
    if words <= _WEAK and not _RUN.search(lowered):
        return False
    return bool(_STRONG.search(lowered) or _RUN.search(lowered))
