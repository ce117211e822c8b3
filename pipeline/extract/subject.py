"""What the article is about: its sport, and whether it reports, looks ahead or tells other news."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.relations import Relations
from pipeline.extract.sports import sports_named

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
    known = name != "other" and chance >= SURE_ENOUGH
    if known and (name not in ALIKE or chance >= SURE):
        return name
    named = sports_named(doc._.article.text)
    if known and (named[name] or not named):
        return name
    if not named:
        return None
    likeliest, times = named.most_common(1)[0]
    return "multi-sport" if len(named) >= SEVERAL and 2 * times < named.total() else likeliest


@Language.component("subject", requires=["doc._.relations"], assigns=["doc._.sport", "doc._.kind", "doc._.about_sport"])
def subject(doc: Doc) -> Doc:
    """Adds `doc._.sport`, `doc._.kind` and `doc._.about_sport`, without which an article has no results."""
    relations: Relations = doc._.relations
    doc._.kind = relations.config.kinds[int(relations.kind.argmax())]
    doc._.about_sport = doc._.kind == "report" or is_about_sport(doc._.article.text)
    doc._.sport = find_sport(doc) if doc._.about_sport else None
    return doc
