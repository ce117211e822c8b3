"""Disciplines by their names: "women's 400m hurdles", "-63kg", "men's double sculls", "mixed 4x100m medley relay".

A closed vocabulary of the sports' own terms, and what has to stand beside those of them that are everyday words too. What it
proposes are candidates: whether somebody competed in the discipline, and terms that it lacks, are for the learned reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Terms that name a discipline wherever they stand. A space stands for a space or a hyphen.
NAMES = {
    "athletics": """100m dash, sprint hurdles, steeplechase, race walk, long jump, high jump, triple jump, pole vault, shot put, shot putt,
        discus throw, discus, hammer throw, javelin throw, javelin, club throw, heptathlon, decathlon, half marathon, metric mile,
        cross country, sprint relay, medley relay""",
    "swimming": """backstroke, breaststroke, individual medley, freestyle relay, open water, artistic swimming,
        technical duet, free duet, technical solo, free solo, acrobatic routine""",
    "diving": """synchronised platform, synchronized platform, synchronised springboard, synchronized springboard,
        platform synchro, springboard synchro""",
    "gymnastics": """floor exercise, pommel horse, still rings, parallel bars, high bar, horizontal bar, uneven bars, asymmetric bars,
        balance beam, rhythmic gymnastics, trampoline""",
    "fencing": "epee, épée, sabre, saber, foil team, team foil",
    "shooting": """double trap, skeet, air rifle, air pistol, running target, rifle three positions, rifle 3 positions, rifle prone,
        rapid fire pistol, sport pistol""",
    "cycling": """general classification, points classification, mountains classification, young rider classification,
        team classification, sprint classification, individual time trial, team time trial, time trial, keirin, omnium, team pursuit,
        individual pursuit, points race, tempo race, road race, circuit race, team sprint,
        BMX freestyle, freestyle BMX, BMX racing, BMX flatland, cyclo cross, cross country olympic, short track cross country""",
    "rowing and canoeing": """single sculls, double sculls, quadruple sculls, quad sculls, coxless pair, coxless four, coxed pair,
        coxed four, lightweight double, lightweight quad, canoe slalom, canoe sprint, extreme slalom, kayak cross, extreme kayak, slalom""",
    "sailing": "49erFX, 49er FX, 49er, nacra 17, ilca 6, ilca 7, laser radial, RS:X, iQFoil, formula kite, 2.4mR, 2.4 norlin",
    "skiing and ice": """giant slalom, super G, super combined, alpine combined, dual moguls, moguls, halfpipe, slopestyle, big air,
        ski halfpipe, ski slopestyle, ski big air, snowboard halfpipe, snowboard slopestyle, snowboard big air, ski cross, skicross,
        snowboard cross, snowboardcross, banked slalom, mass start, skiathlon, nordic combined, ski jumping, large hill, normal hill,
        large hill/10km, normal hill/10km,
        monobob, ice dance, ice dancing, free dance, rhythm dance, free skate,
        free skating, short program, short programme, free program, free programme, pairs skating, single mixed relay, short track,
        speed skating""",
    "racket sports": "mixed doubles",
    "horses": """novices['’] hurdle, novices['’] chase, handicap hurdle, handicap chase, maiden hurdle, eventing, dressage, show
        jumping, showjumping, dressage freestyle, grand prix special, grand prix freestyle, team jumping, individual jumping, team dressage,
        individual dressage, team eventing, individual eventing""",
    "archery, climbing, martial arts": """recurve, bouldering, speed climbing, lead climbing, boulder and lead,
        boulder & lead, lead and boulder, poomsae, kumite, kata, changquan, nanquan, taijiquan, clean and jerk, clean & jerk""",
    "motor sport": "Moto2, Moto3, MotoE",
    "several": "modern pentathlon, team relay, 3x3, greco roman",
}

# Terms that need an article or a possessive before them, or a word for the contest after them: "the hammer", "hammer title".
WITH_ARTICLE = {
    "athletics": "hurdles, hammer, mile, relay, pentathlon",
    "tennis and bowls": "singles, doubles, triples, fours",
    "golf": "foursomes, fourballs",
    "skiing and gymnastics": "downhill, aerials, vault, skeleton, luge",
    "fencing and lifting": "foil, snatch",
    "swimming": "butterfly",
    "with several events": "triathlon, duathlon, aquathlon, biathlon, bobsleigh, bobsled, figure skating, lawn bowls",
    "on water": "kayak, windsurfing, kitesurfing",
    "cycling": "madison",
    "motor sport": "superbike, supersport, superstock, sidecar",
}

# Everyday words: disciplines after a gender, beside another term, or before a word for the contest.
EVERYDAY = {
    "athletics": "walk, medley, sprint, hurdle, shot, individual",
    "swimming and diving": "freestyle, free, back, breast, fly, platform, springboard, synchro, duet",
    "gymnastics": "floor, beam, rings, bars, all around, all round",
    "shooting": "trap, rifle, pistol, prone",
    "rowing, sailing and canoeing": "sculls, pair, four, eight, single, double, quad, canoe, laser, finn, nacra, dinghy, windsurfer",
    "climbing, skateboarding and surfing": "lead, boulder, speed, street, park, longboard, shortboard",
    "cycling and skiing": "pursuit, combined, sprint, BMX, scratch, elimination, endurance, classic",
    "archery": "compound",
    "rugby": "sevens",
}

# Sports: disciplines beside a term or before the word for a medal or title: "won boxing gold", "women's lightweight powerlifting".
SPORTS = """archery, badminton, beach volleyball, boccia, boxing, canoeing, curling, cycling, diving, fencing, golf, gymnastics, handball,
    hockey, judo, karate, netball, powerlifting, rowing, sailing, shooting, skateboarding, skiing, snowboarding, snowboard, squash,
    surfing, swimming, table tennis, taekwondo, volleyball, water polo, weightlifting, wrestling"""

# What is said of a discipline beside its name; alone none of these is one.
MANNERS = """individual, team, mixed, synchronised, synchronized, freestyle, greco roman, visually impaired, standing, sitting, wheelchair,
    para, extreme, parallel, alpine, long course, short course, classical, compound, recurve, rhythmic, artistic, solo, technical,
    lightweight, coxless, coxed, two man, two woman, four man, four woman, skiff"""

_IN_THE_PLURAL = frozenset({"race", "trial", "relay", "pursuit", "sprint", "pair", "four", "eight", "walk", "slalom", "downhill"})
_WEIGHTS = "fly, bantam, feather, light, welter, middle, cruiser, heavy, straw, atom"
_STANDARD_METRES = frozenset({50, 55, 60, 100, 110, 200, 400, 500, 800, 1000, 1500, 2000, 3000, 5000, 10000})  # on track, in pools
_STANDARD_KILOMETRES = frozenset({5, 10, 20, 35, 50})  # on roads


def _terms(*lists: str) -> list[str]:
    """The terms of comma-separated lists, longest first."""
    return sorted({" ".join(t.split()) for words in lists for t in words.split(",")}, key=lambda t: (-len(t), t))


def _any_of(terms: Iterable[str]) -> str:
    """A pattern of the terms, of which some have a plural."""
    return "|".join(t.replace(" ", "[ -]") + ("s?" if t.split()[-1] in _IN_THE_PLURAL else "") for t in terms)


_CLASS = (
    r"(?:[TF]\d\d|[TF]H\d|SB?\d{1,2}|SM\d{1,2}|BC\d|[BCHK]\d|PTS\d|PTVI|PTWC|(?:PR|SH|SL|SU|WH|VL|KL|AL|AU|RP)\d|LW\d{1,2}|TT\d)"
    r"(?:[/-][TFS]?\d{1,2})*"
    r"|[AB](?= (?:event|title|final|gold|silver|bronze|pursuit|time trial|sprint))"  # of wheelchair fencing and of tandems
    r"|(?:[Cc]lass|[Cc]lasses) \d{1,2}(?:[-–]\d{1,2})?|[Cc]ategory [AB]"
)
# distances of races whose unit everybody knows
_BARE = r"(?:1,?500|3,?000|5,?000|10,?000|1,?000|50|60|100|110|200|400|500|800)(?![-.,:/–]\d)"
_STROKES = ("breast", "back", "fly")
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifty)"
_KILOGRAMS = r"(?:[ \u00a0-]?(?:kg|kilos?|kilograms?))"
_PARTS = {
    "gender": r"(?:women|men|girls|boys|ladies|male|female)(?P<possessive>['’]s|(?<=s)['’])?|mixed(?=[ -])",
    "age": r"(?:under[- ]?|u-?)\d\d(?:s['’]?)?|junior(?:s['’])?|senior|elite|youth|masters['’]?|veterans['’]?",
    "weight": rf"(?P<sign>[-+−–])\d{{2,3}}(?:\.\d)?{_KILOGRAMS}|(?P<limit>(?:up to|over|under) )?\d{{2,3}}(?:\.\d)?{_KILOGRAMS}"
    rf"|(?P<named>(?:(?:super|light|junior)[- ])?(?:{'|'.join(_terms(_WEIGHTS))})[- ]?weight|light[- ]heavy(?!\w)"
    rf"|(?:super|light)[- ](?:{'|'.join(_terms(_WEIGHTS))})(?= (?:title|belt|crown|champion)))",
    "class": rf"(?-i:{_CLASS})",
    "distance": rf"(?:\d ?[x×] ?)?(?P<number>{_NUMBER})[ -]?"
    r"(?P<unit>met(?:re|er)s?|m|kilomet(?:re|er)s?|km|k|miles?|yards?|yds?)(?:[ -]dash)?(?!\w)"
    r"|\d ?[x×] ?\d{2,4}"
    r"|(?:\d{2,4}|1,?500|1,?000|1,?650)"
    r"(?= (?:hurdles|freestyle|free|backstroke|breaststroke|butterfly|medley|relay|individual medley|IM|dash)\b)"
    rf"|(?:50|100|200)(?= (?:{'|'.join(_STROKES)})\b(?! (?:in (?:19|20)\d\d|at|to|home|from|and forth)\b))",
    "bare": _BARE,
    "marathon": r"(?:half[- ])?marathons?",
    "name": _any_of(_terms(*NAMES.values())),
    "article": _any_of(_terms(*WITH_ARTICLE.values())),
    "everyday": _any_of(_terms(*EVERYDAY.values())) + "|(?-i:IM)",
    "sport": _any_of(_terms(SPORTS)),
    "manner": _any_of(_terms(MANNERS)),
}
# "long jumper" is named after the long jump
_ENDS = r"(?:(?!\w)|(?<=jump)(?=ers?\b)|(?<=vault)(?=ers?\b)|(?<=hurdle)(?=rs?\b))"
_PART = re.compile("(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PARTS.items()) + ")" + _ENDS, re.IGNORECASE)
_WORD = re.compile(r"(?<![\w£$€#.,/-])(?:[-+−–](?=\d))?\w+")
_SEPARATOR = re.compile(r"[ -](?=\w|[-+−–]\d)|(?=[-+−–]\d)")
_OPENERS = frozenset(
    word.casefold()
    for term in (
        *_terms(*NAMES.values(), *WITH_ARTICLE.values(), *EVERYDAY.values(), SPORTS, MANNERS),
        *(f"{weight}weight" for weight in _terms(_WEIGHTS)),
        *_terms("women, men, girls, boys, ladies, male, female, mixed, under, u, junior, senior, youth, masters, veterans"),
        *_terms("up, over, super, light, two, three, four, five, six, seven, eight, nine, ten, twelve, fifty, half, marathon"),
        *_terms("rs, elite, ptvi, ptwc, b, class, classes, category, novices"),
    )
    for word in (term.split()[0], term.split()[0] + "s")
)  # what a name may begin with, figures apart

# what may follow a name and say that it is a contest's; of which it may be the holders', a nation's or the world's
_OF = r"[ -](?:(?:world|olympic|european|british|commonwealth|paralympic|african|asian|national|indoor|junior|individual) )*"
_MEDALS = "gold|silver|bronze|medal|medallist"
_HELD = f"{_MEDALS}|title|crown|event|final|competition|category|class|division"
_RACED = f"{_HELD}|race|champion|record|heat|semi|qualifier|winner|victory|run"
_DONE = (
    f"{_RACED}|quarter|win|qualifying|championship|tournament|contest|match|matches|rubber|ride|"
    "specialist|runner|swimmer|thrower|hurdler|sprinter|player|partner|team|quartet|squad|crew|hope|star|ace|favourite|finalist|globe"
)
_MEDAL, _TITLE, _RACE, _CONTEST = (re.compile(rf"{_OF}(?:{words})s?\b", re.IGNORECASE) for words in (_MEDALS, _HELD, _RACED, _DONE))
_OF_AN_AGE = re.compile(r" (?:category|races?|event|gold|silver|bronze)\b", re.IGNORECASE)
_OF_A_GENDER = re.compile(r"[ -](?:race|event|tournament)\b", re.IGNORECASE)
_IN_A_TIME = re.compile(r" (?:in (?:\d|a (?:time|personal|world|season))|of \d+[.:]\d)")
_POSSESSOR = re.compile(
    r"(?:\b(?:the|his|her|their|indoor|outdoor|world|olympic|european|british|singles and|play|plays|played|playing)|['’]s) $",
    re.IGNORECASE,
)
_RUN_OVER = re.compile(rf"{_POSSESSOR.pattern}|\b(?:in|over|at|and|or|national|fastest|individual) $", re.IGNORECASE)

# what makes a distance a stretch of something, and a marathon or a hammer a figure of speech
# "the 200 in Rome", "women's 1,500;", not "the 100 best" nor "the 50 in 12 overs"
_BARE_ENDS = re.compile(
    rf"{_OF}(?:{_RACED})s?\b|[.;)]?$|[.;)\n]|, | \(\d| of \d+[.:]\d|"
    r"(?: -| –|:)? (?:and|or|in|at|on|with|by|but|before|after|for|from|"
    r"here|today|yesterday|tonight|last|went|was|is|came)\b(?! \d+ (?:overs|balls|minutes))",
    re.IGNORECASE,
)
_BARE_COMES = re.compile(
    r"(?:\b(?:in|over|won|wins|win|ran|swam|took|open|and|taking|winning|both|after) (?:the |a |his |her |both |the open )?"
    r"|(?:^|[.\n\"“] ?)The )$",
    re.IGNORECASE,
)
# "won the sprint", "in the pursuit", "on beam": everyday words of which this makes disciplines
_WON_THE = re.compile(r"\b(?:in|won|win|wins|winning|took|takes|taking|dominated|of) the $", re.IGNORECASE)
_TERMS_WON = frozenset(
    _terms(
        "sprint, sprints, pursuit, individual, elimination, scratch, pairs, combined, shot, all-around, all-round,"
        " freestyle, floor, rings, beam, bars"
    )
)
_ON = re.compile(r"\bon (?P<the>the )?$", re.IGNORECASE)
_BOARDS = frozenset(_terms("1-meter, 3-meter, 1-metre, 3-metre"))
_APPARATUS = frozenset(_terms("rings, bars, beam, vault, floor"))
_HEADING_ENDS = re.compile(r"(?: finals?| heats?| semi-finals?)?(?:[ ]*$| \(|:|[ ]*\n)", re.IGNORECASE)
_NEED_MORE = frozenset(
    _terms("free, four, eight, pair, lead, back, breast, fly, single, double, quad, street, park, classic, endurance, duet")
)
_BEFORE_DISTANCE = frozenset(_terms("freestyle, free, backstroke, breaststroke, butterfly, medley, rifle, pistol"))
_AND = re.compile(r"(?:, (?:\d[\d,]*, )*| and | or |, and | & )")
_PRIZE_IN = re.compile(r"\b(?:gold|silver|bronze|medals?|medallist|titles?|champions?) in (?:the )?(?:\w+ and )?$", re.IGNORECASE)
_GAMES = re.compile(r"\b(?:olympic|paralympic|commonwealth|games) $", re.IGNORECASE)
_CHAMPION = re.compile(r" (?:champion|title|final|tournament)s?\b", re.IGNORECASE)
_NOUN_FOLLOWS = re.compile(
    r" (?!(?:in|at|on|and|by|with|for|from|to|here|but|as|after|before|over|ahead|last|earlier|again|when|where|who|which|while|yesterday|"
    r"title|race|final|event|gold|silver|bronze|crown|went|was|is)\b)[a-z]+"
)
_CREW = re.compile(r"(?:two|four)[- ](?:wo)?man")
_STRETCH = re.compile(r"\b(?:last|final|first|opening|closing|remaining|next|other|with|than|about|for|to|from) $", re.IGNORECASE)
_LAST_STRETCH = re.compile(r"\b(?:last|final|closing|remaining) $")
_NO_RACE = re.compile(
    r"[ -](?:to go|out|away|from|mark|behind|ahead|long|wide|high|deep|left|down|further|above|below|north|south|east|west|into|apart|"
    r"point|split|line|journey|drive|trip|radius|course|track|pool)\b",
    re.IGNORECASE,
)
_LONG_AFFAIR = re.compile(
    r"[ -](?:match|set|game|session|innings|rally|tie|meeting|career|season|round|five|spell|effort|task|journey|swimming)s?\b"
)
_COUNTED = re.compile(_NUMBER, re.IGNORECASE)
_HYPHENED = re.compile(r"[-–](?:(?P<unit>k?m|kilomet(?:re|er)|met(?:re|er)|mile|yard)\b|[a-z])")
_COMPETITOR = re.compile(
    r"(?:athlete|marathoner|sprinter|hurdler|jumper|thrower|vaulter|dancer|rider|rower|sculler|trio|crew)s?$", re.IGNORECASE
)
# what is played, led or stood on: "36-hole final", "23 putts", "the men's podium"
_NO_CONTEST = re.compile(
    r"(?:\w+['’]s? )?(?:holes?|putts?|birdies?|podiums?|pole|grid|laps?|km?s|kilomet(?:re|er)s|velodrome|track|pool|oval|footers?)",
    re.IGNORECASE,
)
_POINT = re.compile(r"[- ](?:mark|to go|from (?:home|the (?:line|end|finish)))\b", re.IGNORECASE)
_PART_OF_A_RACE = re.compile(r" (?:attack|breakaway|escape|raid|chase)s?\b")  # "after an 80km solo attack"
_NO_TERM = re.compile(r" (?:blow|blows|away|the|a|up|down|effect|staff)\b")
_BEFORE_NO_TERM = re.compile(r"\b(?:under the|down the) $", re.IGNORECASE)


# "the women's race", of which sport and over which distance is said elsewhere
OF_A_GENDER = re.compile(r"(?:(?:wo)?men|boys|girls|ladies)['’]s? (?:race|event|contest|competition)s?|mixed (?:race|event)", re.IGNORECASE)
_GENDER_FIRST = re.compile(rf"(?:{_PARTS['gender']}) ", re.IGNORECASE)
# what men and women contest in forms of their own: 100m and 110m hurdles, roads and trails
_OF_ONE_SEX = re.compile(r"hurdles|\d ?(?:k|km|kilomet\w+|miles?|yards?|kg|kilos?)\b|weight\b|athlon\b", re.IGNORECASE)


@dataclass(frozen=True)
class Discipline:
    """A discipline's name in the text."""

    start: int
    end: int
    text: str
    gender: str | None  # men, women or mixed


@dataclass(frozen=True)
class _Part:
    """A term of the vocabulary at its place."""

    kind: str  # a key of _PARTS
    match: re.Match[str]

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    @property
    def word(self) -> str:
        return self.match[0].casefold()


def find_disciplines(text: str) -> list[Discipline]:
    """Names of disciplines, in order, without overlap; a gender before the name belongs to it."""
    found: list[Discipline] = []
    past = 0
    for word in _WORD.finditer(text):
        first = word[0].casefold()
        if word.start() < past or (first not in _OPENERS and first.isalpha()):
            continue
        parts = _trimmed(text, list(_chain(text, word.start())))
        if not parts or not _says_discipline(text, parts):
            continue
        start, end = parts[0].start, parts[-1].end
        # "women's race" and "six-kilometre race" are all the name that there is
        alone = _only(parts, "gender") or (_only(parts, "gender", "distance") and not _standard(parts[-1]))
        if alone and (race := _OF_A_GENDER.match(text, end)):
            end = race.end()
        gender = next((p.word for p in parts if p.kind == "gender"), None)
        found.append(Discipline(start, end, text[start:end], gender_of(gender)))
        past = end
    return found


# what is driven, sailed or ridden, and competed in by nobody: "third in the Ford"
_MAKES = frozenset(
    {
        "Alpine", "Aprilia", "Audi", "Bentley", "BMW", "Cadillac", "Chevrolet", "Citroen", "Citroën",
        "Cupra", "Dodge", "Ducati", "Ferrari", "Ford", "Honda", "Hyundai", "Kawasaki", "KTM",
        "Lexus", "Lotus", "Maserati", "McLaren", "Mercedes", "Nissan", "Peugeot", "Porsche", "Renault",
        "Seat", "Skoda", "Subaru", "Suzuki", "Toyota", "Vauxhall", "Volkswagen", "Yamaha",
    }
)  # fmt: skip


def names_none(text: str, start: int, end: int) -> bool:
    """Whether the words there, which a tagger took for a discipline, are a count, a point of a race or those who compete.

    >>> names_none("her six-race run", 4, 7), names_none("a 36-hole final", 5, 9), names_none("took the 200", 9, 12)
    (True, True, False)
    """
    words = text[start:end]
    if words[:1].isdecimal() and _LAST_STRETCH.search(text, max(0, start - 12), start):
        return True  # "over the final 200m"
    if words.casefold() in ("men", "women", "boys", "girls") or words in _MAKES or _NO_CONTEST.fullmatch(words):
        return True
    if _COUNTED.fullmatch(words) and (hyphened := _HYPHENED.match(text, end)):
        return not hyphened["unit"]
    if words.replace(",", "").isdecimal():
        return int(words.replace(",", "")) not in _STANDARD_METRES
    return bool(_COMPETITOR.search(words) or (words[:1].isdecimal() and _POINT.match(text, end)))


def gender_of(words: str | None) -> str | None:
    """men, women or mixed, from "women's", "ladies'", "boys'"; None where the words name none."""
    lowered = (words or "").casefold()
    if "mixed" in lowered:
        return "mixed"
    if re.search(r"\b(?:womens?|ladies|girls|females?)\b", lowered):
        return "women"
    return "men" if re.search(r"\b(?:mens?|boys|males?)\b", lowered) else None


def without_gender(discipline: Discipline) -> Discipline | None:
    """The discipline as those of the other sex contest it; None where nothing of the name is left or theirs may be another.

    >>> without_gender(Discipline(4, 19, "women's singles", "women"))
    Discipline(start=12, end=19, text='singles', gender=None)
    >>> without_gender(Discipline(4, 22, "women's 100m hurdles", "women")) is None
    True
    """
    gender = _GENDER_FIRST.match(discipline.text)
    if gender is None or OF_A_GENDER.fullmatch(discipline.text) or _OF_ONE_SEX.search(discipline.text):
        return None
    return Discipline(discipline.start + gender.end(), discipline.end, discipline.text[gender.end() :], None)


def _chain(text: str, at: int) -> Iterator[_Part]:
    """The terms that stand one after the other from here on; a gender opens a name or follows an age."""
    seen: list[str] = []
    while match := _PART.match(text, at):
        kind = next(k for k in _PARTS if match[k] is not None)
        if kind == "gender" and match[0].casefold() != "mixed" and set(seen) - {"age"} and seen != ["distance"]:
            return
        yield _Part(kind, match)
        seen.append(kind)
        separator = _SEPARATOR.match(text, match.end())
        if separator is None:
            return
        at = separator.end()


def _trimmed(text: str, parts: list[_Part]) -> list[_Part]:
    """The parts without words of what precedes or follows: a "relay team", "trap shooting", "judo -63kg", an "individual 100m"."""
    while len(parts) > 1 and _belongs_to_what_follows(text, parts):
        parts = parts[:-1]
    if (len(parts) > 1 and (parts[0].word, parts[1].kind) == ("individual", "distance")) or [p.kind for p in parts[:2]] == [
        "sport",
        "weight",
    ]:
        parts = parts[1:]
    if len(parts) > 1 and "." in (parts[0].match["number"] or "") and parts[1].kind == "name":  # a 7.71-metre long jump
        parts = parts[1:]
    return parts


def _belongs_to_what_follows(text: str, parts: list[_Part]) -> bool:
    before, last = parts[-2], parts[-1]
    if last.kind == "sport":
        return before.kind not in ("gender", "age", "manner") and not before.match["named"]
    if last.kind == "everyday" and last.word in _STROKES:
        return before.kind != "distance"
    if last.kind == "everyday":
        return before.kind == "name" and not _RACE.match(text, last.end)
    if last.kind == "manner" and last.word == "individual" and (before.match["unit"] or "").casefold().startswith("k"):
        return False  # biathlon's
    if last.word == "team" and before.word == "mixed":
        return False  # the 10m air rifle mixed team
    if last.kind == "manner" and last.word in ("team", "individual") and "relay" not in before.word:
        return not _TITLE.match(text, last.end)
    if last.kind == "bare":
        return before.kind not in ("gender", "class", "age") and before.word not in ("open", "wheelchair")
    if last.kind == "distance" and before.kind in ("name", "article", "everyday"):
        return before.word not in (*_BEFORE_DISTANCE, "individual")  # the hammer 74.81 metres
    return last.kind in ("manner", "gender", "age") and not _only(parts, "gender", "age")


def _only(parts: list[_Part], *kinds: str) -> bool:
    return all(p.kind in kinds for p in parts)


def _says_discipline(text: str, parts: list[_Part]) -> bool:
    """Whether the parts, where they stand, name a discipline."""
    start, end = parts[0].start, parts[-1].end
    if _PART_OF_A_RACE.match(text, end):
        return False
    kinds = {p.kind for p in parts}
    weights = [p.match for p in parts if p.kind == "weight"]
    if "name" in kinds or any(m["sign"] or m["named"] for m in weights):
        return True
    gendered = any(p.match["possessive"] or p.word == "mixed" for p in parts if p.kind == "gender")
    if (kinds & {"distance", "class"} and kinds & {"article", "everyday", "weight"}) or kinds >= {"distance", "class"}:
        return True
    before = text[max(0, start - 24) : start]
    if "marathon" in kinds:
        return not _LONG_AFFAIR.match(text, end)
    if "bare" in kinds:
        listed = _in_list_of_distances(text, end)
        if gendered or "class" in kinds:
            return listed or bool(_BARE_ENDS.match(text, end))
        return bool(_BARE_COMES.search(before)) and (
            listed or (before.casefold().endswith(("the ", "open ", "over ", " a ")) and bool(_BARE_ENDS.match(text, end)))
        )
    if "distance" in kinds:
        springboard = parts[-1].word in _BOARDS and _ON.search(before)
        return bool(gendered or springboard or _is_race(text, start, parts[-1]) or (_standard(parts[-1]) and _is_heading(text, start, end)))
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if weights:
        return gendered or bracketed or bool(_TITLE.match(text, end) or (weights[0]["limit"] and _POSSESSOR.search(before)))
    if "class" in kinds:
        return parts[-1].word != "t20" and bool(gendered or bracketed or _RACE.match(text, end))
    if kinds & {"article", "everyday"}:
        if gendered and "sport" not in kinds:
            return parts[-1].word not in _STROKES and not _NO_TERM.match(text, end)
        last, on = parts[-1].word.replace(" ", "-"), _ON.search(before)
        if on and last in _APPARATUS and (not on["the"] or last != "floor"):
            return not _NO_TERM.match(text, end)
        if last in _TERMS_WON and _WON_THE.search(before) and not _NO_TERM.match(text, end) and not _NOUN_FOLLOWS.match(text, end):
            return True
        if "article" in kinds:
            if _PRIZE_IN.search(before):
                return True
            if _is_heading(text, start, end) or _listed(text, end):
                return True
            called = bool(_POSSESSOR.search(before)) and not _NO_TERM.match(text, end) and not _BEFORE_NO_TERM.search(before)
            return called or bool(_CONTEST.match(text, end))
        return parts[-1].word not in _NEED_MORE and bool(_RACE.match(text, end) or _listed(text, end))
    if "sport" in kinds:
        won = _PRIZE_IN.search(before) or ((gendered or _GAMES.search(before)) and _CHAMPION.match(text, end))
        return bool(_MEDAL.match(text, end) or won)
    if "manner" in kinds:
        word = parts[-1].word
        if _CREW.fullmatch(word):
            called = (_POSSESSOR.search(before) or before.endswith(" in ")) and not _NOUN_FOLLOWS.match(text, end)
            return bool(called or _CONTEST.match(text, end))
        return (word in ("team", "individual") and bool(_TITLE.match(text, end))) or (word == "wheelchair" and bool(_RACE.match(text, end)))
    if "gender" in kinds and "age" not in kinds:
        return gendered and bool(_OF_A_GENDER.match(text, end))
    return bool(gendered and _TITLE.match(text, end)) or (parts[-1].word[-1].isdigit() and bool(_OF_AN_AGE.match(text, end)))


def _listed(text: str, end: int) -> bool:
    """Whether another discipline follows, and after it the word for the contests of both: "the scratch and elimination races"."""
    following = _joined_on(text, end)
    return bool(following and following[-1].kind in ("name", "article", "everyday") and _RACE.match(text, following[-1].end))


def _in_list_of_distances(text: str, end: int) -> bool:
    """Whether another distance follows, of which the unit or the stroke is told: "the 100 and 200 metres butterfly"."""
    following = _joined_on(text, end)
    return bool(following and following[0].kind == "distance" and _standard(following[0]))


def _joined_on(text: str, end: int) -> list[_Part]:
    """The terms that a comma or an "and" joins to the name that ends there."""
    joint = _AND.match(text, end)
    return list(_chain(text, joint.end())) if joint else []


def _is_heading(text: str, start: int, end: int) -> bool:
    """Whether it opens its line and nothing but brackets, a colon or the words for a final follow."""
    return text[start - 1 : start] in ("", "\n") and bool(_HEADING_ENDS.match(text, end))


def _standard(distance: _Part) -> bool:
    """Whether it is a distance that races are run over, a relay's included."""
    number, unit = distance.match["number"], (distance.match["unit"] or "").casefold()
    if number is None or re.match(r"\d ?[x×]", distance.word):
        return True
    if not number[0].isdigit():
        return False
    length = float(number.replace(",", ""))
    return length in (_STANDARD_KILOMETRES if unit.startswith("k") else _STANDARD_METRES) and not unit.startswith("mile")


def _is_race(text: str, start: int, distance: _Part) -> bool:
    """Whether a distance, with what is said of it from `start` on, is a race's by the words around it."""
    if _RACE.match(text, distance.end):
        return True
    before = text[max(0, start - 14) : start]
    if not _standard(distance) or _NO_RACE.match(text, distance.end) or _STRETCH.search(before):
        return False
    return bool(_RUN_OVER.search(before) or _CONTEST.match(text, distance.end) or _IN_A_TIME.match(text, distance.end))
