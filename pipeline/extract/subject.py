"""What the article is about: its sport, and whether it reports, looks ahead or tells other news."""

from __future__ import annotations

import re
from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.relations import Relations

Doc.set_extension("sport", default=None, force=True)
Doc.set_extension("kind", default="news", force=True)
Doc.set_extension("about_sport", default=True, force=True)

# contests of sides alone
TEAM_SPORTS = frozenset(
    {
        "american football", "australian rules football", "baseball", "basketball", "cricket", "football", "gaelic football", "handball",
        "hockey", "ice hockey", "netball", "rugby league", "rugby union", "softball", "volleyball", "water polo",
    }
)  # fmt: skip
WITH_A_GRID = frozenset({"motorsport"})  # sports in which nobody goes out in qualifying
# Words that any sport's pages are full of. Fewer than so many in a hundred stand in 13 of 2,228 articles on sport (scraped without
# their matter for the most part) and in 208 of 220 that are on something else, where a prize or an election is won.
SPORT_WORDS = re.compile(
    r"\b(?:match(?:es)?|goals?|leagues?|cups?|champions?|championships?|tournaments?|season|teams?|coach(?:es|ed)?|medals?|medallists?|"
    r"races?|raced|athletes?|athletics|olympics?|olympians?|paralympics?|striker|midfielder|defender|goalkeeper|squads?|fixtures?|innings|"
    r"wickets?|semi-finals?|quarter-finals?|finals|finalists?|clubs?|players?|games|stadium|sprints?|sprinters?|boxers?|fighters?|bouts?|"
    r"referee|umpire|captain|team-?mates?|seeds?|seeded|qualif\w+|scored|penalty|tries|try|sets|grand slam|playoffs?|football|footballers?|"
    r"rugby|cricket|cricketers?|tennis|golf|golfers?|basketball|hockey|cycling|cyclists?|swimming|swimmers?|sports?|sporting|"
    r"sportsm[ae]n|jockeys?|drivers?|formula)\b",
    re.IGNORECASE,
)
FEWEST = 0.6  # sport words in a hundred

SURE = 0.95  # probability from which the article is of the reader's sport though it names another, and never that one
SEVERAL = 4  # sports, of which none is named more often than the others together, in an article on games of many
ALIKE = frozenset(
    {"athletics", "cricket", "cycling", "gymnastics", "skiing", "swimming", "tennis"}
)  # for which it takes what it has not learnt
SURE_ENOUGH = 0.4  # of some twenty sports; below it the article is of a sport that the reader has not learnt


# Words that name a sport, or that belong to it alone: for those that the reader has not learnt, and where it is not sure.
WORDS = {
    "alpine skiing": ("skiing",),
    "american football": ("american football", "nfl", "quarterback", "touchdown"),
    "archery": ("archery", "archer", "recurve"),
    "artistic swimming": ("artistic swimming", "synchronised swimming", "synchronized swimming"),
    "athletics": (
        "athletics", "track and field", "hurdler", "steeplechase", "javelin", "discus", "shot put", "high jump", "long jump",
        "triple jump", "pole vault", "heptathlon", "decathlon", "4x100m",
    ),
    "australian rules football": ("australian rules football", "australian rules", "aussie rules", "afl"),
    "badminton": ("badminton", "shuttler"),
    "baseball": ("baseball", "homer", "home run", "shortstop", "bullpen", "inning", "walk-off", "mlb"),
    "beach volleyball": ("beach volleyball",),
    "biathlon": ("biathlon", "biathlete"),
    "bobsleigh": ("bobsleigh", "bobsled", "monobob"),
    "boccia": ("boccia",),
    "bowls": ("bowls", "lawn bowls"),
    "boxing": ("boxing", "boxer"),
    "camogie": ("camogie",),
    "canoeing": ("canoe slalom", "canoe sprint", "canoeing", "canoeist", "kayaker", "extreme slalom", "kayak cross", "paddler"),
    "climbing": ("sport climbing", "climbing", "bouldering"),
    "cross-country skiing": ("cross-country skiing", "cross-country skier", "skiathlon"),
    "cricket": ("cricket", "cricketer", "wicket", "batsman", "batter", "bowler", "bowled", "overs", "lbw", "test match", "twenty20", "odi"),
    "curling": ("curling", "curler"),
    "cycling": (
        "cycling", "cyclist", "cyclo-cross", "keirin", "omnium", "team pursuit", "team sprint", "peloton", "mountain bike", "bmx", "velodrome",
        "points classification", "general classification",
    ),
    "darts": ("darts",),
    "diving": ("diving", "springboard", "10m platform"),
    "equestrian": ("equestrian", "dressage", "eventing", "showjumping", "show jumping", "showjumper"),
    "fencing": ("fencing", "fencer", "épée", "epee", "sabre"),
    "figure skating": ("figure skating", "figure skater", "ice dance", "ice dancer", "free skate"),
    "gaelic football": ("gaelic football", "gaelic"),
    "golf": ("golf", "golfer", "birdie", "bogey"),
    "gymnastics": ("gymnastics", "gymnast", "uneven bars", "asymmetric bars", "pommel horse", "trampoline", "balance beam"),
    "handball": ("handball",),
    "hockey": ("field hockey",),
    "horse racing": ("horse racing", "jockey", "furlong"),
    "hurling": ("hurling", "hurler"),
    "judo": ("judo", "judoka", "ippon"),
    "kabaddi": ("kabaddi",),
    "karate": ("karate", "karateka", "kumite"),
    "lacrosse": ("lacrosse",),
    "luge": ("luge", "luger"),
    "mixed martial arts": ("mixed martial arts", "mma", "ufc", "octagon"),
    "modern pentathlon": ("modern pentathlon", "modern pentathlete"),
    "motorsport": ("motorsport", "formula 1", "formula one", "motogp", "superbike", "sidecar", "speedway", "pole position", "from pole", "on pole", "took pole",
        "pit stop", "pit lane", "safety car", "starting grid",
    ),
    "netball": ("netball",),
    "nordic combined": ("nordic combined",),
    "orienteering": ("orienteering", "orienteer"),
    "powerlifting": ("powerlifting", "powerlifter"),
    "rowing": ("rowing", "rower", "sculls", "sculler"),
    "rugby league": ("rugby league", "nrl", "state of origin"),
    "sailing": ("sailing", "sailor", "49er", "nacra 17", "regatta"),
    "shooting": ("shooting", "air rifle", "air pistol", "skeet", "double trap"),
    "short track speed skating": ("short track", "short-track"),
    "skateboarding": ("skateboarding", "skateboarder"),
    "skeleton": ("men's skeleton", "women's skeleton", "skeleton racer", "skeleton slider", "skeleton title", "skeleton gold"),
    "ski jumping": ("ski jumping", "ski jumper", "large hill", "normal hill"),
    "skiing": ("skiing", "skier", "giant slalom", "super-g", "super combined", "moguls", "ski cross", "skicross", "ski slopestyle"),
    "snowboarding": ("snowboard", "snowboarding", "snowboarder"),
    "softball": ("softball",),
    "speed skating": ("speed skating", "speed skater", "speedskating", "speedskater"),
    "squash": ("squash",),
    "sumo": ("sumo", "yokozuna", "ozeki"),
    "surfing": ("surfing", "surfer"),
    "swimming": ("swimming", "swimmer", "breaststroke", "backstroke", "individual medley"),
    "table tennis": ("table tennis",),
    "taekwondo": ("taekwondo",),
    "tennis": ("tennis", "tie-break", "wimbledon", "atp", "wta"),
    "triathlon": ("triathlon", "triathlete", "ironman"),
    "volleyball": ("volleyball",),
    "water polo": ("water polo",),
    "weightlifting": ("weightlifting", "weightlifter", "clean and jerk"),
    "wrestling": ("wrestling", "wrestler", "greco-roman"),
    "wushu": ("wushu", "taolu", "sanda", "changquan"),
}  # fmt: skip
_SOMEBODY = re.compile(r"[A-Z][a-z]+(?:er|or)\Z")
SPORT_OF = {word: "skiing" if sport == "alpine skiing" else sport for sport, words in WORDS.items() for word in words}
_NAMED = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, SPORT_OF), key=len, reverse=True))})s?\b", re.IGNORECASE)


def is_about_sport(text: str) -> bool:
    """Whether the text is worded as an article on sport is.

    >>> is_about_sport("The Turnstone Prize was won by a potter from Ashby."), is_about_sport("Ashby won the cup.")
    (False, True)
    """
    words = len(re.findall(r"\w+", text))
    return 100 * len(SPORT_WORDS.findall(text)) >= FEWEST * words


def find_sport(doc: Doc) -> str | None:
    """The sport: the reader's, or where it knows none or is unsure the one that the article names most; None where that is none either.

    On 253 articles held out it is right for ....
    """
    relations: Relations = doc._.relations
    best = int(relations.sport.argmax())
    name, chance = relations.config.sports[best], float(relations.sport[best])
    named = sports_named(doc._.article.text)
    if name != "other" and chance >= SURE_ENOUGH and (name not in ALIKE or chance >= SURE or named[name] or not named):
        return name
    if not named:
        return None
    likeliest, times = named.most_common(1)[0]
    return "multi-sport" if len(named) >= SEVERAL and 2 * times < named.total() else likeliest


def sports_named(text: str) -> Counter[str]:
    """How often a text names each sport, by its own name or a word of it alone.

    >>> sports_named("Moguls skier Hale and table tennis player Roth")
    Counter({'skiing': 2, 'table tennis': 1})
    """
    plain = text.replace("’", "'")
    # a Sailor or an Archer is somebody's name, but for the first word of a line
    named = (m for m in _NAMED.finditer(plain) if not (_SOMEBODY.match(m[0]) and plain[m.start() - 1 : m.start()] not in ("", "\n")))
    words = (m[0].casefold() for m in named)
    return Counter(SPORT_OF.get(word) or SPORT_OF[word.removesuffix("s")] for word in words)


@Language.component("subject", requires=["doc._.relations"], assigns=["doc._.sport", "doc._.kind", "doc._.about_sport"])
def subject(doc: Doc) -> Doc:
    """Adds `doc._.sport`, `doc._.kind` and `doc._.about_sport`, without which an article has no results."""
    relations: Relations = doc._.relations
    doc._.kind = relations.config.kinds[int(relations.kind.argmax())]
    doc._.about_sport = doc._.kind == "report" or is_about_sport(doc._.article.text)
    doc._.sport = find_sport(doc) if doc._.about_sport else None
    return doc
