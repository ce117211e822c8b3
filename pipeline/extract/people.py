"""What people are: their role, and the nation or club that the article ties them to."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.nations import country_code
from pipeline.extract.relations import Relations

Doc.set_extension("profiles", default=(), force=True)

LIKELY = 0.3


@dataclass(frozen=True)
class Profile:
    """What the article says of one person, in the order of `doc._.people`."""

    role: str
    represents: tuple[int, int] | None  # characters
    country: str | None


def find_profiles(doc: Doc) -> list[Profile]:
    """One profile for each of the doc's people."""
    relations: Relations = doc._.relations
    roles = [_role(relations, key) for key in range(len(doc._.people))]
    ties = _ties(doc, relations)
    profiles = []
    for key, role in enumerate(roles):
        tie = ties.get(key)
        country = country_code(doc.text[tie[0] : tie[1]]) if tie else None
        profiles.append(Profile(role, tie, country))
    return profiles


def _role(relations: Relations, person: int) -> str:
    rows = [i for i, n in enumerate(relations.nodes) if n.kind == "person" and n.key == person]
    return relations.config.roles[int(relations.roles[rows].mean(0).argmax())] if rows else "athlete"


def _ties(doc: Doc, relations: Relations) -> dict[int, tuple[int, int]]:
    """For each person the range of the nation or side that they represent, where one is likely."""
    related = relations.related.get("represents")
    if related is None:
        return {}
    yes = related.of(relations.config.relations["represents"].index("yes"))
    support: dict[int, dict[tuple[str, str], float]] = {}
    place: dict[tuple[int, str, str], tuple[float, int]] = {}
    for (i, j), p in zip(related.pairs.tolist(), yes.tolist(), strict=True):
        person, other = relations.nodes[i].key, relations.nodes[j]
        words = doc[other.first : other.last + 1].text
        thing = (other.kind, str(other.key) if other.kind == "team" else words)
        support.setdefault(person, {})
        # opinions on several mentions add up, each counting less than the best
        support[person][thing] = max(support[person].get(thing, 0.0), p) + 0.1 * min(support[person].get(thing, 0.0), p)
        if p > place.get((person, *thing), (-1.0, 0))[0]:
            place[person, *thing] = p, j
    ties = {}
    for person, things in support.items():
        thing = max(things, key=lambda t: things[t])
        if things[thing] < LIKELY:
            continue
        node = relations.nodes[place[person, *thing][1]]
        if thing[0] == "team":
            # a side is called by its full name, wherever that stands
            team = doc._.teams[node.key]
            mention = next(m for m in team.mentions if m.text == team.name)
            ties[person] = mention.start, mention.end
        else:
            ties[person] = doc[node.first].idx, doc[node.last].idx + len(doc[node.last])
    return ties


@Language.component("profiles", requires=["doc._.relations", "doc._.people"], assigns=["doc._.profiles"])
def profiles(doc: Doc) -> Doc:
    """Adds `doc._.profiles`."""
    doc._.profiles = tuple(find_profiles(doc))
    return doc
