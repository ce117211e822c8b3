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

SURE_ENOUGH = 0.4  # of some twenty sports; below it the article is of a sport that the reader has not learnt


# sports that the reader has not learnt, by the words that name them
BY_NAME = {
    "alpine skiing": "skiing",
    "archery": "archery",
    "badminton": "badminton",
    "biathlon": "biathlon",
    "bobsleigh": "bobsleigh",
    "boccia": "boccia",
    "bowls": "bowls",
    "camogie": "camogie",
    "canoe slalom": "canoeing",
    "canoeing": "canoeing",
    "climbing": "climbing",
    "curling": "curling",
    "diving": "diving",
    "dressage": "equestrian",
    "equestrian": "equestrian",
    "eventing": "equestrian",
    "fencing": "fencing",
    "field hockey": "hockey",
    "figure skating": "figure skating",
    "gaelic football": "gaelic football",
    "gymnastics": "gymnastics",
    "handball": "handball",
    "horse racing": "horse racing",
    "hurling": "hurling",
    "jockey": "horse racing",
    "judo": "judo",
    "judoka": "judo",
    "karate": "karate",
    "luge": "luge",
    "netball": "netball",
    "powerlifting": "powerlifting",
    "rowing": "rowing",
    "sailing": "sailing",
    "shooting": "shooting",
    "showjumping": "equestrian",
    "skateboarding": "skateboarding",
    "ski jumping": "ski jumping",
    "snowboard": "snowboarding",
    "softball": "softball",
    "speed skating": "speed skating",
    "squash": "squash",
    "surfing": "surfing",
    "table tennis": "table tennis",
    "taekwondo": "taekwondo",
    "triathlon": "triathlon",
    "volleyball": "volleyball",
    "water polo": "water polo",
    "weightlifting": "weightlifting",
    "wrestling": "wrestling",
}
_NAMED = re.compile(rf"\b(?:{'|'.join(sorted(BY_NAME, key=len, reverse=True))})s?\b", re.IGNORECASE)


def is_about_sport(text: str) -> bool:
    """Whether the text is worded as an article on sport is.

    >>> is_about_sport("The Turnstone Prize was won by a potter from Ashby."), is_about_sport("Ashby won the cup.")
    (False, True)
    """
    words = len(re.findall(r"\w+", text))
    return 100 * len(SPORT_WORDS.findall(text)) >= FEWEST * words


def find_sport(doc: Doc) -> str | None:
    """The sport: the reader's, or where it knows none the one that the article names most; None where that is none either."""
    relations: Relations = doc._.relations
    best = int(relations.sport.argmax())
    name = relations.config.sports[best]
    if name != "other" and relations.sport[best] >= SURE_ENOUGH:
        return name
    named = Counter(
        BY_NAME[m[0].casefold() if m[0].casefold() in BY_NAME else m[0].casefold()[:-1]] for m in _NAMED.finditer(doc._.article.text)
    )
    return named.most_common(1)[0][0] if named else None


@Language.component("subject", requires=["doc._.relations"], assigns=["doc._.sport", "doc._.kind", "doc._.about_sport"])
def subject(doc: Doc) -> Doc:
    """Adds `doc._.sport`, `doc._.kind` and `doc._.about_sport`, without which an article has no results."""
    relations: Relations = doc._.relations
    doc._.kind = relations.config.kinds[int(relations.kind.argmax())]
    doc._.about_sport = doc._.kind == "report" or is_about_sport(doc._.article.text)
    doc._.sport = find_sport(doc) if doc._.about_sport else None
    return doc
