"""What people are: their role, and the nation or club that the article ties them to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.layout import sentence_at
from pipeline.extract.lineups import Tie, ties
from pipeline.extract.names import Entity, crews_among
from pipeline.extract.nations import country_code
from pipeline.extract.relations import Relations, Tied
from pipeline.extract.subject import TEAM_SPORTS
from pipeline.extract.verdicts import verdict

Doc.set_extension("profiles", default=(), force=True)

LIKELY = 0.5  # from here a tie is right more often than not
SURE = 0.8  # from here the reader is right more often than a turn of phrase is
COMPETING = frozenset({"athlete", "coach"})  # of officials and others a tie is right in a quarter of the cases
LISTED = frozenset({"line-up", "fellows", "the other"})  # ties by a place in a list, which outweigh everything
CERTAIN = LISTED | {"bracket"}  # right for 315 of 315 people in 255 articles never trained on
BY_PHRASE = 0.6  # of other phrases' ties, which are asked only where the reader is not sure, 48 of 81 are
RIVAL = 0.15  # probability from which another side is worth a warning

_LEADS = re.compile(r"['’]s? (?:[\w-]+ ){0,3}| (?:[a-z-]+ ){0,3}")  # "Britain's Olympic champion Roe", "British sprinter Roe"
_OWNER = re.compile(r"(?<![\w’'&.-])(?P<place>[A-Z][\w-]+(?: (?:[A-Z][\w-]+|de|la|of|upon)){0,2})['’]s? (?:own )?$")
_FOLLOWS = re.compile(r",? of | \(")
_COMPATRIOTS = re.compile(
    r"\b(?:compatriots?|fellow|country(?:man|men|woman|women)|all-[A-Z]\w+|both|pair|duo|couple|partners?|team-?mates?|trio|crew|"
    r"sisters?|brothers?|twins?|siblings)\b"
)


@dataclass(frozen=True)
class Profile:
    """What the article says of one person, in the order of `doc._.people`."""

    role: str
    represents: tuple[int, int] | None  # characters
    country: str | None
    confidence: float | None  # probability that it does represent that
    rival: tuple[int, int] | None  # what it likeliest represents, if not that


def find_profiles(doc: Doc) -> list[Profile]:
    """One profile for each of the doc's people."""
    relations: Relations = doc._.relations
    crews = crews_among(doc._.teams, doc._.people)  # nobody represents the crew that is named after its two
    opinions = _opinions(doc, relations, crews)
    likeliest = {person: ranked[0] for person, ranked in opinions.items()}
    sure = {person: o.side for person, o in likeliest.items() if o.side is not None and o.probability >= SURE}
    spoken = {tie.person: tie for tie in _spoken(doc, sure, crews)}
    names = {(m.start, m.end) for person in doc._.people for m in person.mentions}
    profiles = []
    for key in range(len(doc._.people)):
        tie, opinion = spoken.get(key), likeliest.get(key)
        role = _role(relations, key)
        represents = confidence = None
        if tie and (tie.rule in LISTED or not (opinion and opinion.probability >= SURE)):
            side = tie.side if tie.side < len(doc._.teams) else None
            represents = _called(doc, side, (tie.start, tie.end))
            agreed = opinion.probability if opinion and side is not None and opinion.side == side else 0.0
            confidence = 1.0 if tie.rule in CERTAIN else max(agreed, BY_PHRASE)
        elif opinion and opinion.probability >= (LIKELY if role in COMPETING else SURE):
            represents = _called(doc, opinion.side, opinion.place)
            confidence = opinion.probability
        if represents is None or (confidence or 0.0) < SURE:
            place = _hailing(doc, key, names)
            represents, confidence = (place, SURE) if place else (represents, confidence)
        country = _country(doc, represents) if represents else None
        if country and doc._.sport not in TEAM_SPORTS:  # in these a nation is a side of the article's, and called by its full name
            represents = _nearest(doc, key, country) or represents
        others = (_called(doc, o.side, o.place) for o in opinions.get(key, ()) if o.probability >= RIVAL)
        rival = next((place for place in others if represents and not _same(doc, place, represents)), None)
        profiles.append(Profile(role, represents, country, confidence, rival))
    return [_untied(profile) if _is_anothers(doc, key, profile) else profile for key, profile in enumerate(profiles)]


def _hailing(doc: Doc, person: int, names: Set[tuple[int, int]]) -> tuple[int, int] | None:
    """Whose a person is said to be, whatever that is: "Perth's Ines Roth"; `names` are where people are named.

    Right for 16 of 20 people in annotated articles.
    """
    text = doc._.article.text
    for m in doc._.people[person].mentions:
        owner = _OWNER.search(text, max(0, m.start - 60), m.start)
        if owner and " " in m.text and not any(start < owner.end("place") and owner.start("place") < end for start, end in names):
            return owner.span("place")
    return None


def _same(doc: Doc, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two places name one side or nation."""
    text = doc._.article.text
    code = _country(doc, one)
    return text[slice(*one)] == text[slice(*other)] or (code is not None and code == _country(doc, other))


def _country(doc: Doc, place: tuple[int, int]) -> str | None:
    """The code of the nation named there: by its words, or as the abbreviation that it is in brackets."""
    code = next((n.code for n in doc._.nations if (n.start, n.end) == place), None)
    return code or country_code(doc._.article.text[slice(*place)])


def _nearest(doc: Doc, person: int, code: str) -> tuple[int, int] | None:
    """The word for the nation that stands with the person: "British" of "the British pair Lin and Roe", though "Team GB" won.

    It is the one of the same phrase, else the last before the person's first mention in its sentence, else the first in that sentence.
    """
    text, sentence_of = doc._.article.text, doc._.sentence_of
    nations = [n for n in doc._.nations if n.code == code]
    mentions = doc._.people[person].mentions
    for m in mentions:
        for n in nations:
            if _LEADS.fullmatch(text, n.end, max(n.end, m.start)) or _FOLLOWS.fullmatch(text, m.end, max(m.end, n.start)):
                return n.start, n.end
    start, end = doc._.sentences[sentence_of[mentions[0].first]]
    here = [n for n in nations if start <= n.start < end]
    before = [n for n in here if n.start < mentions[0].start]
    return next(((n.start, n.end) for n in (*before[::-1], *here)), None)


def _called(doc: Doc, side: int | None, place: tuple[int, int]) -> tuple[int, int]:
    """A side is called by its full name, wherever that stands; a nation by the word that ties it."""
    return place if side is None else own_name(doc._.teams[side])


def own_name(side: Entity) -> tuple[int, int]:
    """Where a side is first called by its full name."""
    mention = next(m for m in side.mentions if m.text == side.name)
    return mention.start, mention.end


def _spoken(doc: Doc, sure: dict[int, int], crews: Set[int]) -> list[Tie]:
    """What line-ups and turns of phrase tie to whom; a nation that has a side in the article counts as that side."""
    people = [(m.start, m.end, key) for key, person in enumerate(doc._.people) for m in person.mentions]
    sides = [(m.start, m.end, key) for key, team in enumerate(doc._.teams) if key not in crews for m in team.mentions]
    national = {code: key for key, team in enumerate(doc._.teams) if (code := country_code(team.name))}
    named = {start for start, _, _ in sides}
    codes = sorted({n.code for n in doc._.nations})
    for nation in doc._.nations:
        if nation.start not in named:
            sides.append((nation.start, nation.end, national.get(nation.code, len(doc._.teams) + codes.index(nation.code))))
    chances = {
        person: {national.get(tie.side, -1) if isinstance(tie.side, str) else tie.side: tie.probability for tie in tied}
        for person, tied in doc._.relations.ties.items()
    }
    return ties(doc._.article.text, people, sides, sure, chances, in_order=doc._.sport != "cricket")


def _role(relations: Relations, person: int) -> str:
    rows = [i for i, n in enumerate(relations.nodes) if n.kind == "person" and n.key == person]
    return relations.config.roles[int(relations.roles[rows].mean(0).argmax())] if rows else "athlete"


@dataclass(frozen=True)
class Opinion:
    """The side (its number in `doc._.teams`) or nation (None) that the reader ties a person to, and where."""

    side: int | None
    place: tuple[int, int]
    probability: float


def _opinions(doc: Doc, relations: Relations, crews: Set[int]) -> dict[int, list[Opinion]]:
    """For each person the nations and sides that the reader may tie it to, the likeliest first; a nation and its side count together."""
    codes = {i: country_code(team.name) for i, team in enumerate(doc._.teams)}
    ranked: dict[int, list[Opinion]] = {}

    def group_of(tie: Tied) -> int | str:
        return (codes[tie.side] or tie.side) if isinstance(tie.side, int) else tie.side

    for person, tied in relations.ties.items():
        together: dict[int | str, float] = defaultdict(float)
        for tie in tied:
            if tie.side not in crews:
                together[group_of(tie)] += tie.probability
        starts = [m.start for m in doc._.people[person].mentions]
        opinions = []
        for group, probability in together.items():
            named = max((t for t in tied if group_of(t) == group), key=lambda t: t.probability).side
            if isinstance(named, int):
                first = doc._.teams[named].mentions[0]
                opinions.append(Opinion(named, (first.start, first.end), probability))
            else:
                near = min((n for n in doc._.nations if n.code == named), key=lambda n: min(abs(n.start - s) for s in starts))
                opinions.append(Opinion(None, (near.start, near.end), probability))
        if opinions:
            ranked[person] = sorted(opinions, key=lambda o: -o.probability)
    return ranked


def find_parted(doc: Doc) -> list[Profile]:
    """The doc's profiles, where one word for a nation does not tie both players of a match, but the one beside whom it stands.

    "Roth of Norland, who beat Lin 6-2 6-1": the reader ties both. In annotated articles both were of it in three of thirteen such matches.
    """
    out, text = list(doc._.profiles), doc._.article.text
    for found in doc._.results:
        if found.opponent is None or {found.who[0], found.opponent[0]} != {"person"}:
            continue
        pair = found.who[1], found.opponent[1]
        place = out[pair[0]].represents
        if place is None or out[pair[1]].represents != place or out[pair[0]].country is None:
            continue
        start, end = sentence_at(doc, place[0])
        beside = [key for key in pair if any(_beside(text, (m.start, m.end), place) for m in doc._.people[key].mentions)]
        if len(beside) == 1 and not _COMPATRIOTS.search(text, start, end):
            other = pair[pair[0] == beside[0]]
            out[other] = _untied(out[other])
    return out


def _untied(profile: Profile) -> Profile:
    return replace(profile, represents=None, country=None, confidence=None, rival=None)


def _is_anothers(doc: Doc, key: int, profile: Profile) -> bool:
    """Whether the one word for a nation that ties a person to it stands before another's name: "Roth and American Lin".

    But for words that say that both are of it, that was wrong in all four cases of the annotated articles.
    """
    place, text = profile.represents, doc._.article.text
    if place is None or profile.country is None or sum(n.code == profile.country for n in doc._.nations) != 1:
        return False
    if any(m.start <= place[0] < m.end for team in doc._.teams for m in team.mentions):
        return False
    start, end = sentence_at(doc, place[0])
    if text[place[1] - 1] == "s" or _COMPATRIOTS.search(text, start, end):
        return False

    def led(person: int) -> bool:
        names = [(m.start, m.end) for m in doc._.people[person].mentions]
        return any(place[1] <= name[0] and _beside(text, name, place) for name in names)

    hangs = any(_beside(text, (m.start, m.end), place) for m in doc._.people[key].mentions)
    return not hangs and any(led(other) for other in range(len(doc._.people)) if other != key)


def _beside(text: str, name: tuple[int, int], nation: tuple[int, int]) -> bool:
    """Whether a word for a nation stands with a name in one phrase."""
    before = nation[1] <= name[0] and _LEADS.fullmatch(text, nation[1], name[0])
    if before and verdict(before[0]):
        return False  # "the Norlander beat Lin"
    return bool(before or (name[1] <= nation[0] and _FOLLOWS.fullmatch(text, name[1], nation[0])))


@Language.component("parted", requires=["doc._.results", "doc._.profiles", "doc._.people"], assigns=["doc._.profiles"])
def parted(doc: Doc) -> Doc:
    """Parts the players of a match whom one word for a nation ties to it."""
    doc._.profiles = tuple(find_parted(doc))
    return doc


@Language.component("profiles", requires=["doc._.relations", "doc._.people"], assigns=["doc._.profiles"])
def profiles(doc: Doc) -> Doc:
    """Adds `doc._.profiles`."""
    doc._.profiles = tuple(find_profiles(doc))
    return doc
