"""Line-ups, and the short phrases that tie a person to a side: "England captain Sam Hale", "Riverton's Lin", "Hale of Norland".

A line-up names its side once ("Ashby: Hale, Lin, Okoro, ... Subs not used: Brandt"), often far above the player, and some have lost
the heading that named it; so ties within one are a matter of layout. No model: only the text and the places of people and sides.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.nations import country_code, nation_names

Mention = tuple[int, int, int]  # start and end in characters, and whose mention it is


@dataclass(frozen=True)
class Lineup:
    """A stretch of the text that lists one side's players, with its substitutes and scorers."""

    start: int
    end: int
    heading: tuple[int, int] | None  # the words that say whose it is ("Ashby (4-4-2)"), if any do
    names: int  # how many names the list has, whoever they are


@dataclass(frozen=True)
class Tie:
    """What ties a person to a side, and how often a tie of its kind is right."""

    person: int
    side: int
    rule: str
    confidence: float
    start: int  # the mention of the side that says so; its first where none does
    end: int


# The share of people tied rightly, of those that the rule tied in 585 annotated articles whose people and sides were given. Rules
# under 0.9 were dropped: the side most named as that of a lone squad (0.68), "Wales international" (0.40: his club is meant),
# "from" (0.47), former clubs (0.36), a club in brackets (none of 90: in a list it is the club that lends the player to his country).
# Those that fired fewer than 20 times stand at 0.9 whatever they scored.
PRECISION = {
    "line-up": 0.98,
    "fellows": 0.99,
    "the other": 0.98,
    "possessive": 0.97,
    "title": 0.95,
    "nation's title": 0.93,
    "national title": 0.95,
    "adjective": 0.96,
    "and": 0.97,
    "of": 0.97,
    "scored for": 0.96,
    "comma": 0.9,
    "apposition": 0.9,
    "plays for": 0.9,
    "bracket": 0.9,
    "his side": 0.9,
    "note": 0.96,
}

# ---- line-ups

MIN_NAMES = 4  # names in a row that make a list a line-up; prose has threes
BENCH = 9  # a list under this that follows another is its bench; no side starts with so few
TOP = 500  # characters from the start within which a match report prints its score
TEAM = 7  # names from which a line-up is a whole team
DECIDED = 1.3  # difference of the summed probabilities from which they tell which of two teams is whose
AGREE = 0.6  # share of the fellows with a side of their own who must have the same

_S = "[ \u00a0]"
_PARTICLE = r"(?:[Dd]e|[Dd]ell?a?|[Dd]i|[Dd]al?|[Dd]os|[Dd]u|[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Tt]e[rn]|[Ll]a|[Ll]e|[Ee]l|[Aa]l|bin)(?![\w-])"
_WORD = r"(?:[A-Z]\.|[A-Z][\w'’&;#-]*|[a-z]['’][A-Z][\w-]+)"
_SECTION = (
    r"(?i:(?:(?:unused |used )?(?:subs?|substitutes?|replacements?|reserves?|bench)(?: not used| used)?(?: \((?:from|not used)\))?|"
    r"booked|bookings?|sent off|sin[- ]bin(?:ned)?|goals?|goalscorers?|scorers?|tr(?:y|ies)|pens?|penalt(?:y|ies)|cons?|conversions?|"
    r"drop[- ]goals?|forwards|backs|goalkeepers|defenders|midfielders|strikers|attackers|batters|bowlers|all-?rounders|wicketkeepers|"
    r"guards|centers|front row|back row|half-?backs|12th man|twelfth man|coach|manager|captain|travelling reserves?|standby))"
)
_NAME = re.compile(rf"(?:\d{{1,2}}[.)]? ?)?(?:(?:{_PARTICLE} ){{1,3}})?{_WORD}(?: (?!{_SECTION}:)(?:{_PARTICLE}|{_WORD})){{0,7}}")
_AFTER_NAME = re.compile(
    rf"(?:\s?\([^()\n]{{0,80}}\)|{_S}\d{{1,3}}(?:\.\d)?(?:\+\d+)?(?:min|['’]| mins?)?(?![\w:.-]\d)|{_S}(?:pen|og|capt|c|wk)\b\.?)*"
    rf"(?: for {_WORD}(?: {_WORD}){{0,2}}(?:\s?\([^()\n]{{0,20}}\))?)?\*?"
)
_MINUTE = re.compile(r"\d{1,3}(?:\+\d)?(?: ?\(?(?:pen|og)\)?)?(?!\w)")
_BETWEEN = re.compile(
    rf"{_S}?[,;/]{_S}*|{_S}(?:and|&){_S}|(?<=\)){_S}(?=[A-Z])(?!{_SECTION}:)|{_S}[-–]{_S}|\.{_S}{{0,2}}(?=\d{{1,2}}[.)]? [A-Z])|"
    rf"[.,;]?{_S}{_SECTION}:{_S}*"
)
# a list is whole where its line or sentence ends; "Hale, Lin, Okoro and Brandt will play" is prose
_CLOSE = re.compile(rf"{_S}*(?:\.?{_S}*(?:\n|\Z)|\.?{_S}+(?=[A-Z0-9][^\n:.;!?]{{1,40}}:)|\.{_S})")
_OFFICIALS = re.compile(
    r"(?:referees?|(?:TV )?umpires?|ref|att|attendance|touch judges?|man of the match|venue|date|kick-?off)\b", re.IGNORECASE
)
_SECTIONED = re.compile(_SECTION)
_NESTED = re.compile(rf"\s{{0,2}}{_SECTION}:{_S}*")
_GENERIC = re.compile(r"(?:probable |possible |starting |full )?(?:teams?|squads?|line-?ups?|XI|sides?)", re.IGNORECASE)
_HEADING = re.compile(rf"(?:(?<=\n)|(?<=\A)|(?<=[.!?)*\"”'’] )){_S}*(?P<words>[A-Z][^\n:.;!?]{{1,70}}?){_S}?:(?=\s)")
_LINE = re.compile(r"^[ \u00a0:•*-]*(?=\S)", re.MULTILINE)
_TITLE_LINE = re.compile(r"[A-Z][^\n.,;!?:]{1,50}")


@dataclass(frozen=True)
class _List:
    """A run of names, before it is known whose it is."""

    start: int
    end: int
    names: int
    heading: tuple[int, int] | None
    section: bool  # headed "Subs", "Forwards", ...


def find_lineups(text: str) -> list[Lineup]:
    """The line-ups and squads of the text, in order, each with the substitutes that follow it.

    >>> find_lineups("Ashby: Hale, Lin, Okoro, Brandt. Subs: Reyes, Moss.")
    [Lineup(start=7, end=50, heading=(0, 5), names=6)]
    """
    found: list[Lineup] = []
    for piece in _lists(text):
        last = found[-1] if found else None
        if last and piece.start < last.end:
            continue  # its substitutes, read with it
        begin = piece.heading[0] if piece.heading else piece.start
        joins = last is not None and len(text[last.end : begin].split()) <= 3
        if last and joins and (piece.section or (not piece.heading and piece.names < min(BENCH, last.names))):
            if piece.section or piece.names > 2:  # one or two names below the teams are the referees'
                found[-1] = Lineup(last.start, piece.end, last.heading, last.names + piece.names)
        elif piece.heading and not piece.section:
            found.append(Lineup(piece.start, piece.end, piece.heading, piece.names))
        elif piece.names >= MIN_NAMES:
            found.append(Lineup(piece.start, piece.end, None if piece.section else _title_above(text, piece.start), piece.names))
    return found


def _lists(text: str) -> list[_List]:
    """Runs of names, in order: those after a heading and a colon, and those that fill a line."""
    found: list[_List] = []
    for m in _HEADING.finditer(text):
        start = m.end()
        while start < len(text) and start < m.end() + 3 and text[start].isspace():
            start += 1
        section = bool(_SECTIONED.fullmatch(m["words"]))
        nested = None if section else _NESTED.match(text, m.end())
        end, names = _run(text, nested.end() if nested else start)
        if not _OFFICIALS.match(m["words"]) and names >= (1 if section or nested else MIN_NAMES) and _CLOSE.match(text, end):
            found.append(_List(start, end, names, None if _GENERIC.fullmatch(m["words"]) else m.span("words"), section))
    covered = [(piece.heading[0] if piece.heading else piece.start, piece.end) for piece in found]
    for m in _LINE.finditer(text):
        if not any(start <= m.end() <= end for start, end in covered) and not _OFFICIALS.match(text, m.end()):
            end, names = _run(text, m.end())
            if names > 1 and _CLOSE.match(text, end):
                found.append(_List(m.end(), end, names, None, section=False))
    return sorted(found, key=lambda piece: piece.start)


def _run(text: str, start: int) -> tuple[int, int]:
    """Where the run of names that begins at `start` ends, and how many names it has."""
    at, end, names = start, start, 0
    while True:
        if name := _NAME.match(text, at):
            names += 1
            after = _AFTER_NAME.match(text, name.end())
            end = after.end() if after else name.end()
        elif names and (minute := _MINUTE.match(text, at)):  # the second goal in "Hale 12, 40"
            end = minute.end()
        else:
            return end, names
        between = _BETWEEN.match(text, end)
        if not between:
            return end, names
        at = between.end()


def _title_above(text: str, start: int) -> tuple[int, int] | None:
    """The short line above a list, if it reads as the list's title."""
    own = text.rfind("\n", 0, start) + 1
    above = text[:own].rstrip()
    begin = above.rfind("\n") + 1
    line = above[begin:]
    reads = (
        _TITLE_LINE.fullmatch(line) and not _GENERIC.fullmatch(line) and len(line.split()) <= 6 and not text[own:start].strip(" \u00a0:•*-")
    )
    return (begin, len(above)) if reads else None


# ---- phrases

MAX_GAP = 80  # characters between a side and the person named after it

_ROLE = (
    r"(?:captain|skipper|coach|boss|manager|chief|chairman|chairwoman|president|owner|director|selector|striker|forward|midfielder|"
    r"defender|goalkeeper|keeper|goalie|winger|wing|centre-back|full-?back|left-back|right-back|back|playmaker|lock|prop|hooker|flanker|"
    r"fly-half|scrum-half|half|centre|center|number eight|back-rower|opener|batsman|batter|bowler|spinner|paceman|seamer|quick|"
    r"all-rounder|wicketkeeper|guard|quarterback|linebacker|receiver|cornerback|safety|tackle|pitcher|shortstop|baseman|outfielder|"
    r"catcher|slugger|defenseman|netminder|driver|rider|cyclist|sprinter|hurdler|jumper|thrower|runner|swimmer|diver|rower|boxer|"
    r"fighter|golfer|player|star|ace|hero|legend|great|veteran|teenager|youngster|rookie|debutant|champion|medallist|medalist|winner|"
    r"record holder|compatriot|favou?rite|seed|qualifier|number one|No ?1|pair|duo|trio|twins|physio|doctor|spokesman|man|woman|"
    r"marksman|talisman|stalwart|superstar|sensation|prodigy|signing|substitute|loanee|trainer|athlete|coaches|stars|captains|legends|"
    r"greats|wings|guards|props|locks|centres|\w+ers|\w+men|\w+backs)"
)
_STOP = (
    r"(?:and|but|with|by|from|for|of|to|in|on|at|when|while|as|after|before|against|over|that|who|which|said|says|is|was|were|are|has|"
    r"had|have|will|would|if|where|because|than|beat|did|take|sign|signed|want|face|faced|lost|won|let|gave|made|lead|led)"
)
_EPITHET = r"(?:[a-z][\w’'-]*|\d+-\w+(?:-\w+)?|[A-Z]\w+-(?:born|based)|Test|Twenty20|T20|ODI|Olympic|World Cup|XI|Under-\d\d|U\d\d|No ?\d)"
_FEW = rf"(?:(?!{_STOP}\b){_EPITHET}{_S})"
_BEFORE = {  # between a side and the person named after it
    "possessive": re.compile(rf"['’]s?{_S}{_FEW}{{0,5}}"),
    "title": re.compile(rf"{_S}{_FEW}{{0,4}}{_ROLE}(?: and {_ROLE})?{_S}"),
    "adjective": re.compile(_S),
}
_SIDE = re.compile(r" (?:side|team|squad|players|men|outfit|team-mates?)\b")
_AFTER = {  # between a person and the side named after, and what follows the side
    "of": (re.compile(r",? of (?:the )?"), re.compile(r"(?! \w*[A-Z])")),
    "bracket": (re.compile(r" ?\("), re.compile(r"\)")),
    "comma": (re.compile(r", "), re.compile(r"(?!['’]|,? and | [A-Z])")),
    "apposition": (re.compile(rf", the (?:{_EPITHET} ){{0,2}}"), re.compile(rf" (?:{_EPITHET} ){{0,3}}{_ROLE}\b(?! [A-Z])")),
    "plays for": (
        re.compile(r",? (?:who )?(?:now )?(?:plays|playing|played|rides|riding|drives|driving|races) (?:his |her )?(?:\w+ )?for (?:the )?"),
        re.compile(""),
    ),
    "scored for": (
        re.compile(
            r" (?:(?:also|then|had|has) )?(?:scored|replied|equali[sz]ed|struck|added|finished|hit|made|top-scored|kicked|crossed|got|had)"
            r"(?: (?!and|but|before)[\w.-]+){0,5} for (?:the )?"
        ),
        re.compile(r"(?! against)"),
    ),
    "his side": (re.compile(r"[^.\n]{0,120}?\b(?:his|her) "), _SIDE),
}
_PAST = r"(?:former|formerly|ex|then|old|one-time|previous)"
_FORMER = re.compile(rf"\b{_PAST}\b", re.IGNORECASE)
# before a side that the person has left, or comes from, or that is part of another name ("Tour de France")
_LEFT = re.compile(
    rf"(?:\b(?:{_PAST}|fellow)[ -]*(?:the )?|[a-z]-|"
    r"\b(?:sign(?:ed|ing)?|bid for|swoop for|join(?:ed|ing|s)?|add(?:ed|ing)|brought in|bring in|replac(?:ing|ed?)|de) )$",
    re.IGNORECASE,
)
_TWO_SIDES = re.compile(r",? (?:and|&) (?:former )?|['’]s? |/|, ")
_LISTED = re.compile(r",? and |, ")


# "Ashby 4, Riverton 1: Hale scored twice and Lin made 30 saves to lift Ashby": the note names the winners' players first
_WON = re.compile(r" (\d{1,3}), (?:No\. \d+ )?")
_LOST = re.compile(
    r" (\d{1,3})(?:,? \(?(?:\d? ?OT|SO|shoot-?out|[\w ]{2,14})\)?)?"
    r"(?::\s|\.\s|\s*\n\s*(?:[A-Z][\w., ]{2,30}(?: \([\w ]+\))? ?[—–-]{1,2} )?)"
)
_NOTE_OPENS = re.compile(r"(?:\A|\n)\W*(?:No\. \d+ )?\Z")
_OTHERS_NEXT = re.compile(
    r"[a-z\d)][.!?]\s|\n|\b(?:beat|defeat(?:ed)?|past|over|against|topped|edged|routed|downed|held off|outlasted|stunned|upset|for the)\b"
)

# between two sides: "Ashby 2-1 Riverton", "Ashby v Riverton"
_SCORE_BETWEEN = re.compile(r" (?:\(\d+\) )?\d{1,2}-\d{1,2} (?:\(\d+\) )?| vs?\.? ")


def ties(
    text: str,
    people: Sequence[Mention],
    sides: Sequence[Mention],
    known: Mapping[int, int] | None = None,
    chances: Mapping[int, Mapping[int, float]] | None = None,
    *,
    in_order: bool = True,
) -> list[Tie]:
    """At most one tie a person, in the order of the people's keys; a place in a line-up outweighs phrases.

    `known` are ties found by other means (person to side): they help to tell whose a line-up without a heading is, and are not
    returned. `chances` are probabilities of ties (person to side), which tell two line-ups apart; `in_order` says that line-ups
    follow the order of a score, as they do in all sports but cricket. Whoever stands in the line-ups of two sides is tied by neither.

    >>> [(t.person, t.side, t.rule) for t in ties("Ashby captain Hale beat Lin.", [(14, 18, 0), (24, 27, 1)], [(0, 5, 7)])]
    [(0, 7, 'title')]
    """
    people, sides = sorted(people), sorted(sides)
    spoken: dict[int, list[Tie]] = defaultdict(list)
    for rule, (_, _, who), (start, end, side) in _phrases(text, people, sides):
        spoken[who].append(Tie(who, side, rule, PRECISION[rule], start, end))
    for tie in _noted(text, people, sides):
        if tie.person not in spoken:
            spoken[tie.person].append(tie)
    found = {person: _likeliest(options) for person, options in spoken.items()}
    listed: dict[int, list[Tie]] = defaultdict(list)
    for tie in _listed(
        text, people, sides, {**(known or {}), **{person: tie.side for person, tie in found.items()}}, chances or {}, in_order
    ):
        listed[tie.person].append(tie)
    for person, options in listed.items():
        if len({tie.side for tie in options}) == 1:
            found[person] = options[0]
    return [found[person] for person in sorted(found)]


def _noted(text: str, people: Sequence[Mention], sides: Sequence[Mention]) -> Iterator[Tie]:
    """Those with whom the first sentence of a short note under its score begins, to the winners."""
    for left, right in pairwise(sides):
        won, lost = _WON.fullmatch(text, left[1], right[0]), _LOST.match(text, right[1])
        if not (won and lost and int(won[1]) > int(lost[1]) and _NOTE_OPENS.search(text, max(0, left[0] - 12), left[0])):
            continue
        others = _OTHERS_NEXT.search(text, lost.end())
        end = others.start() if others else len(text)
        yield from (Tie(key, left[2], "note", PRECISION["note"], left[0], left[1]) for start, _, key in people if lost.end() <= start < end)


def _likeliest(options: Sequence[Tie]) -> Tie:
    """The best tie to the side that most phrases name, to the first of those where they are even."""
    named = Counter(tie.side for tie in options)
    side = max(named, key=lambda s: named[s])
    return max((tie for tie in options if tie.side == side), key=lambda tie: tie.confidence)


def _phrases(text: str, people: Sequence[Mention], sides: Sequence[Mention]) -> Iterator[tuple[str, Mention, Mention]]:
    """Each phrase that ties a person's mention to a side's, by its rule; people and sides come in the order of the text."""
    for i, person in enumerate(people):
        number = next((n for n in reversed(range(len(sides))) if sides[n][1] <= person[0]), None)
        if number is not None and not (i and people[i - 1][1] > sides[number][1]):
            side = sides[number]
            rule = _rule_before(text, side, person, sides[number - 1] if number else None)
            if rule:
                yield rule, person, side
                yield from (("and", other, side) for other in _joined(text, people, i))
        following = next((s for s in sides if s[0] >= person[1]), None)
        if following and not (i + 1 < len(people) and people[i + 1][0] < following[0]):
            rule = _rule_after(text, person, following)
            if rule:
                yield rule, person, following


def _rule_before(text: str, side: Mention, person: Mention, previous: Mention | None) -> str | None:
    """The rule that ties a person to the side named before: "Ashby captain Hale"."""
    gap, lead = text[side[1] : person[0]], text[max(0, side[0] - 24) : side[0]]
    if len(gap) > MAX_GAP or _LEFT.search(lead) or _FORMER.search(gap):
        return None
    if previous and _TWO_SIDES.fullmatch(text[previous[1] : side[0]]):
        return None  # "Norland and Ashby wing Lin" has a nation and a club
    rule = next((rule for rule, pattern in _BEFORE.items() if pattern.fullmatch(gap)), None)
    if rule == "title" and country_code(words := text[side[0] : side[1]]):
        return "nation's title" if words in nation_names() else "national title"
    return rule


def _joined(text: str, people: Sequence[Mention], first: int) -> Sequence[Mention]:
    """Those who share a person's title: Lin and Okoro in "Ashby's Hale, Lin and Okoro"."""
    last = first
    while last + 1 < len(people) and _LISTED.fullmatch(text[people[last][1] : people[last + 1][0]]):
        last += 1
    return people[first + 1 : last + 1] if " and " in text[people[first][1] : people[last][0]] else []


def _rule_after(text: str, person: Mention, side: Mention) -> str | None:
    """The rule that ties a person to the side named after: "Hale of Norland"."""
    gap, rest = text[person[1] : side[0]], text[side[1] : side[1] + MAX_GAP]
    if len(gap) > 2 * MAX_GAP or _FORMER.search(gap):
        return None
    for rule, (between, follows) in _AFTER.items():
        if between.fullmatch(gap) and follows.match(rest):
            # a club in brackets lends the player to the side that the list is of
            return None if rule == "bracket" and not country_code(text[side[0] : side[1]]) else rule
    return None


def _listed(
    text: str,
    people: Sequence[Mention],
    sides: Sequence[Mention],
    hints: Mapping[int, int],
    chances: Mapping[int, Mapping[int, float]],
    in_order: bool,
) -> Iterator[Tie]:
    """Ties of those who stand in line-ups: by the heading, by the order of the sides in a score, by their fellows, or by what is left."""
    lineups = find_lineups(text)
    outside = [s for s in sides if not any(x.start <= s[0] < x.end for x in lineups)]
    main = [side for side, _ in Counter(side for _, _, side in outside).most_common(2)]
    first = {side: (start, end) for start, end, side in reversed(sides)}
    members = [{key for start, end, key in people if lineup.start <= start and end <= lineup.end} for lineup in lineups]
    taken: set[int] = set()
    unclaimed: list[set[int]] = []
    # "Hale (Norland), Lin (Sweden)": each is of the nation that stands behind the name, and they are of no one side
    nations = {start for start, end, _ in sides if text[start - 1 : start] == "(" and country_code(text[start:end])}
    mixed = [
        2 * sum(end + 2 in nations for s, end, key in people if x.start <= s < x.end) > len(m)
        for x, m in zip(lineups, members, strict=True)
    ]
    teams = [n for n, lineup in enumerate(lineups) if lineup.heading is None and lineup.names >= TEAM and not mixed[n]]
    whose: dict[int, int] = {}
    if len(teams) == 2:
        whose = dict(zip(teams, _whose(text, [members[n] for n in teams], sides, main, chances, in_order), strict=False))
    for n, lineup in enumerate(lineups):
        span = lineup.heading or (0, 0)
        heading = next((s for s in sides if span[0] <= s[0] and s[1] <= span[1]), None)
        if heading:
            taken.add(heading[2])
            yield from (Tie(key, heading[2], "line-up", PRECISION["line-up"], heading[0], heading[1]) for key in members[n])
        elif n in whose:
            taken.add(whose[n])
            yield from (Tie(key, whose[n], "fellows", PRECISION["fellows"], *first[whose[n]]) for key in members[n])
        elif len(members[n]) >= MIN_NAMES and not mixed[n]:
            votes = Counter(hints[key] for key in members[n] if key in hints)
            side, most = votes.most_common(1)[0] if votes else (-1, 0)
            # one fellow will do if his side is one that the article is about; under another's heading it takes two
            enough = most > 1 or (side in main and not lineup.heading)
            if votes and most >= AGREE * votes.total() and enough:
                taken.add(side)
                yield from (Tie(key, side, "fellows", PRECISION["fellows"], *first.get(side, (0, 0))) for key in members[n])
            elif not lineup.heading:
                unclaimed.append(members[n])
    left = [side for side in main if side not in taken]
    if taken and len(unclaimed) == 1 and len(left) == 1:
        yield from (Tie(key, left[0], "the other", PRECISION["the other"], *first[left[0]]) for key in unclaimed[0])


def _whose(
    text: str,
    teams: Sequence[set[int]],
    sides: Sequence[Mention],
    main: Sequence[int],
    chances: Mapping[int, Mapping[int, float]],
    in_order: bool,
) -> list[int]:
    """The sides of two teams without headings: in the order in which a score names them, else as most of the players seem to be of."""
    for left, right in pairwise(sides):
        if in_order and right[0] < TOP and left[2] != right[2] and _SCORE_BETWEEN.fullmatch(text, left[1], right[0]):
            return [left[2], right[2]]
    if len(main) < 2:
        return []

    def lean(team: set[int]) -> float:
        return sum(chances.get(key, {}).get(main[0], 0.0) - chances.get(key, {}).get(main[1], 0.0) for key in team)

    difference = lean(teams[0]) - lean(teams[1])
    return [] if abs(difference) < DECIDED else [main[0], main[1]] if difference > 0 else [main[1], main[0]]
