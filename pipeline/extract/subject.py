"""What the article is about: its sport, and whether it reports, looks ahead or tells other news."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

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
# for which the reader takes those that it has not learnt
ALIKE = frozenset({"athletics", "cricket", "cycling", "gymnastics", "skiing", "swimming", "tennis"})
SURE_ENOUGH = 0.4  # of some twenty sports; below it the article is of a sport that the reader has not learnt
_SOMEBODY = re.compile(r"[A-Z][a-z]+(?:er|or)\Z")  # who does something, or somebody's name


def is_about_sport(text: str) -> bool:
    """Whether the text is worded as an article on sport is.

    >>> is_about_sport("The Turnstone Prize was won by a potter from Ashby."), is_about_sport("Ashby won the cup.")
    (False, True)
    """
    words = len(re.findall(r"\w+", text))
    return 100 * len(SPORT_WORDS.findall(text)) >= FEWEST * words


def find_sport(doc: Doc) -> str | None:
    """The sport: the reader's, or where it knows none or is unsure the one that the article names most; None where that is none either.

    It is right for 236 of 255 articles that were never trained on.
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
    sport_of, named_in = _words()
    plain = text.replace("’", "'")
    # a Sailor or an Archer is somebody's name, but for the first word of a line
    named = (m for m in named_in.finditer(plain) if not (_SOMEBODY.match(m[0]) and plain[m.start() - 1 : m.start()] not in ("", "\n")))
    words = (m[0].casefold() for m in named)
    return Counter(sport_of.get(word) or sport_of[word.removesuffix("s")] for word in words)


@cache
def _words() -> tuple[dict[str, str], re.Pattern[str]]:
    """The sport of each word of sports.txt, and a pattern of them all."""
    lines = (Path(__file__).parent / "sports.txt").read_text(encoding="utf-8").splitlines()
    sports = [line.split(": ") for line in lines if line and not line.startswith("#")]
    sport_of = {word: sport for sport, words in sports for word in words.split(", ")}
    words = "|".join(sorted(map(re.escape, sport_of), key=len, reverse=True))
    return sport_of, re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE)


@Language.component("subject", requires=["doc._.relations"], assigns=["doc._.sport", "doc._.kind", "doc._.about_sport"])
def subject(doc: Doc) -> Doc:
    """Adds `doc._.sport`, `doc._.kind` and `doc._.about_sport`, without which an article has no results."""
    relations: Relations = doc._.relations
    doc._.kind = relations.config.kinds[int(relations.kind.argmax())]
    doc._.about_sport = doc._.kind == "report" or is_about_sport(doc._.article.text)
    doc._.sport = find_sport(doc) if doc._.about_sport else None
    return doc
