"""Which mentions name the same person, team or competition, and what its fullest name is.

Rules of naming alone: a surname goes back to the full name that ends in it, "United" to the side that is called so in full, "GB" to
Great Britain, "the Games" to the Games named last. A surname that two people share is the one's whom the article named first: so it
was in 43 of 46 annotated articles (the one named last before: 37). Of two sides or competitions the one named last is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.mentions import Mention
from pipeline.extract.nations import country_code, nation_names
from pipeline.extract.sides import called_alike, nicknames, short_name
from pipeline.extract.wording import folded

Doc.set_extension("people", default=(), force=True)
Doc.set_extension("teams", default=(), force=True)
Doc.set_extension("competitions", default=(), force=True)

_SHORT = {"utd": "united", "man": "manchester", "st": "saint", "intl": "international", "athletico": "atletico"}
_YEAR = re.compile(r"^(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?$|^['’]\d\d$")
_VOWEL = re.compile(r"[aeiouy]")
_GAMES = frozenset({"olympic", "paralympic"})
_WOMEN = re.compile(r"\b(?:women|ladies)['’]?s?\b", re.IGNORECASE)
_LIGHT = frozenset({"the", "of", "and", "&", "de", "fc", "afc", "cf", "sc", "rfc", "club", "team"})


# words that end or begin a competition's name and, alone, are a part that the tagger has cut off
_HALVES = frozenset(
    [
        "world", "cup", "trophy", "division", "championship", "championships", "national", "slam", "league", "prix", "final", "finals",
        "grand", "ii", "iii", "no", "no.", "series", "one",
    ]
)  # fmt: skip
# a race of a series, which has a name of its own: "his first Formula One Grand Prix"
_OF_A_SERIES = re.compile(r"(?:F1|Formula (?:One|1)|Moto(?:GP|[23E])|IndyCar|NASCAR) (?:Grands? Prix|GP|race)", re.IGNORECASE)
SELDOM = 5  # a name that so few of the mentions are, one in so many, says nothing of the others
LONG = 6  # letters from which a surname that differs in one of them is the same one misspelt
STRAY = 0.9  # mean probability of being a side from which a surname may be a side's name as well: Lancaster, Chelsea


@dataclass(frozen=True)
class Entity:
    """A person, team or competition: all that the article calls it, and where."""

    name: str
    forms: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def score(self) -> float:
        """The best of its mentions' scores."""
        return max((m.score for m in self.mentions), default=0.0)


def cluster(
    mentions: Sequence[Mention], short_for: Callable[[list[str], list[str]], bool], *, introduced_first: bool = False
) -> list[Entity]:
    """Group mentions, in order of the article, by name. `short_for(short, full)` says whether the words may name the same.

    Where a short form fits two, the one named last before is meant, or with `introduced_first` the one whose full name comes first.
    """
    words = {m.text: folded(m.text) for m in mentions}
    # longest forms first: they are the names that shorter ones go back to
    forms = sorted(words, key=lambda f: (-len(words[f]), -len(f), min(m.start for m in mentions if m.text == f)))
    heads: list[list[str]] = []
    choices: dict[str, list[int]] = {}
    for form in forms:
        fitting = [i for i, group in enumerate(heads) if words[form] == words[group[0]]]
        fitting = fitting or [i for i, group in enumerate(heads) if short_for(words[form], words[group[0]])]
        # "Russell" is Ryan Russell rather than Russell Wilson
        fitting = [i for i in fitting if words[form] and words[form][-1] == words[heads[i][0]][-1]] or fitting
        if len(fitting) == 1:
            heads[fitting[0]].append(form)
        elif not fitting:
            fitting = [len(heads)]
            heads.append([form])
        choices[form] = fitting
    grouped: list[list[Mention]] = [[] for _ in heads]
    full = {i: min(m.start for m in mentions if m.text == group[0]) for i, group in enumerate(heads)}
    seen: list[int] = []
    for mention in mentions:
        fitting = choices[mention.text]
        named_last = next((i for i in reversed(seen) if i in fitting), fitting[0])
        meant = min(fitting, key=lambda i: full[i]) if introduced_first else named_last
        grouped[meant].append(mention)
        seen.append(meant)
    entities = [entity_of(group) for group in grouped if group]
    return sorted(entities, key=lambda e: e.mentions[0].start)


def under_one_name(teams: Sequence[Entity]) -> list[Entity]:
    """The sides, those joined that go by a name and a nickname, in the order of the article."""
    groups = called_alike([team.forms for team in teams])
    return sorted((entity_of([m for n in group for m in teams[n].mentions]) for group in groups), key=lambda team: team.mentions[0].start)


def as_one_person(people: Sequence[Entity]) -> list[Entity]:
    """The people, without those that are another by a slip of the pen ("Hallman" for Ines Hallmann) or a pet name."""
    merged = dict(enumerate(people))
    words = [folded(person.name) for person in people]
    for i, person in enumerate(people):
        if len(words[i]) > 2 or len(person.forms) > 1:
            continue
        slips = [j for j in merged if j != i and len(person.mentions) < len(people[j].mentions) and _misspelt(words[i], words[j])]
        pets = [j for j in merged if j != i and _pet_name(words[i], words[j])]
        for others in (slips, pets):
            if len(others) == 1:
                bearer = merged[others[0]]
                merged[others[0]] = replace(entity_of([*bearer.mentions, *merged.pop(i).mentions]), name=bearer.name)
                break
    return sorted(merged.values(), key=lambda person: person.mentions[0].start)


def _misspelt(short: list[str], full: list[str]) -> bool:
    """Whether two names differ in one letter of a long surname: one left out, put in, doubled, changed or swapped with the next."""
    one, other = short[-1], full[-1]
    if len(one) < LONG or one == other or one[0] != other[0] or (len(short) > 1 and short[:-1] != full[:-1]):
        return False
    if abs(len(one) - len(other)) == 1:
        longer, shorter = sorted((one, other), key=len, reverse=True)
        return any(longer[:k] + longer[k + 1 :] == shorter for k in range(len(longer)))
    if len(one) != len(other):
        return False
    apart = [k for k in range(len(one)) if one[k] != other[k]]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def _pet_name(short: list[str], full: list[str]) -> bool:
    return len(short) == 1 and len(full) > 1 and len(short[0]) > 3 and full[0] != short[0] and full[0].startswith(short[0])


def entity_of(mentions: Sequence[Mention]) -> Entity:
    """The entity that all of these mentions name."""
    mentions = sorted(mentions, key=lambda m: m.start)
    forms = tuple(dict.fromkeys(m.text for m in mentions))

    # the fullest form as the prose prints it: not the headline's capitals, not a year's edition, not "Indians" for India
    # and of people the first name written out rather than "J Roth", which is rather than "Roth"
    def fullness(form: str) -> tuple[bool, int, int, bool, int]:
        words = folded(form)
        dated = any(_YEAR.match(w) for w in words)
        people = country_code(form) is not None and form not in nation_names()
        initials = mentions[0].type == "PERSON" and _initials(words) is not None
        return not (dated or people), min(len(words), 2) - initials, len(words), not (form.isupper() and len(form) > 4), len(form)

    return Entity(max(_own_names(forms, mentions), key=fullness), forms, tuple(mentions))


def _own_names(forms: Sequence[str], mentions: Sequence[Mention]) -> Sequence[str]:
    """The forms without the nicknames, those of the table and those that "the" stands before as a rule: "the Gunners" beside "Arsenal"."""
    if mentions[0].type != "TEAM":
        return forms
    if short := short_name(forms):
        return [short]
    known = nicknames(forms)
    forms = [form for form in forms if form not in known]
    definite = {form: [m.definite for m in mentions if m.text == form] for form in forms}
    bare = [form for form in forms if 2 * sum(definite[form]) < len(definite[form])]
    if SELDOM * sum(len(definite[form]) for form in bare) < len(mentions):
        return forms  # "a Halos starter", once, beside "the Los Angeles Angels" and "the Angels"
    words = [set(folded(form)) for form in bare]
    return [f for f in forms if f in bare or f in nation_names() or any(w < set(folded(f)) for w in words)] if bare else forms


def person_short_for(short: list[str], full: list[str]) -> bool:
    """Kerr, Josh, J Kerr, van Nistelrooy for the full name; Josh Kerr for J A Kerr; Inzamam for Inzamam-ul-Haq."""
    if short[-1] == full[-1] and (one := _initials(full)) and not _initials(short) and len(short) > 1:
        return one[0] == short[0][0]
    if len(full) == len(short) == 1 and "-" in full[0] and len(short[0]) > 2:
        return short[0] in full[0].split("-")
    if len(full) < 2 or len(short) >= len(full):
        # MP Vaughan, M Vaughan for Michael Vaughan: initials have no vowel to speak of; Mo Farah for Mohamed Farah
        brief, other = sorted((short[0], full[0]), key=len) if len(short) == len(full) >= 2 else ("", "")
        if not brief or short[1:] != full[1:] or brief[0] != other[0]:
            return False
        return len(brief) == 1 or not _VOWEL.search(brief) or other.startswith(brief)
    if len(short) == 1:
        return short[0] in full or any(short[0] in part.split("-") for part in full if "-" in part and len(short[0]) > 2)
    return short == full[-len(short) :] or short == full[: len(short)] or (short[-1] == full[-1] and full[0].startswith(short[0]))


def _initials(name: list[str]) -> str | None:
    """The initials that stand for the first names, if they do: "d r roth", "dr roth"; None where a first name is written out."""
    first = name[:-1]
    if first and all(len(word) == 1 for word in first):
        return "".join(first)
    return first[0] if len(first) == 1 and len(first[0]) == 2 and not _VOWEL.search(first[0]) else None


def team_short_for(short: list[str], full: list[str]) -> bool:
    """United, Man Utd, MUFC's initials, GB for the full name of a side."""
    if not short or not full:
        return False
    code, other = country_code(" ".join(short)), country_code(" ".join(full))
    if code or other:
        return code == other
    short, full = ([_SHORT.get(w, w) for w in words if w not in _LIGHT] for words in (short, full))
    if not short or not full:
        return False
    if all(w in full for w in short):
        return True
    if len(short) == 1 and len(short[0]) in (2, 3, 4) and len(full) >= 2:
        return short[0] == "".join(w[0] for part in full for w in part.split("-") if w)[: len(short[0])] and len(short[0]) >= len(full)
    least = 3 if len(full) > 1 else 4  # "Man Utd", "Wolverh", but Hal is not short for Halos
    return len(short) == len(full) and all(f.startswith(s) and len(s) >= least for s, f in zip(short, full, strict=True))


def competition_short_for(short: list[str], full: list[str]) -> bool:
    """World Championships for Fencing World Championships, the Games for Athens Games, with or without the year."""
    years = [{w for w in words if _YEAR.match(w)} for words in (short, full)]
    if years[0] and years[1] and years[0] != years[1]:
        return False
    short, full = ([_singular(w) for w in words if w not in _LIGHT and not _YEAR.match(w)] for words in (short, full))
    if not short or not full:
        return False
    if _GAMES & set(full):  # the Olympics, the Olympic Games, the Games are one festival
        short, full = ([w for w in words if w != "game"] for words in (short, full))
        if not short:
            return True
    if all(w in full for w in short):
        return short[-1] == full[-1] or len(short) > 1 or short[0] not in {"world", "european", "british", "national"}
    return len(short) == 1 and len(short[0]) > 2 and short[0] == "".join(w[0] for w in full)


def _singular(word: str) -> str:
    return word.removesuffix("'s").removesuffix("s") if len(word) > 3 else word


def crews(people: Sequence[Mention], text: str) -> list[Mention]:
    """What may be a side of two, whose name is theirs: "Ines Roth and Mei Lin", but not the last two of "Roth, Lin and Okoro".

    `people` are mentions in the order of the article. Whether the two compete together, the reader judges.
    """
    found: list[Mention] = []
    for n, (one, other) in enumerate(pairwise(people)):
        before, after = people[n - 1 : n], people[n + 2 : n + 3]
        if not TOGETHER.fullmatch(text, one.end, other.start):
            continue
        if any(_LISTED.fullmatch(text, m.end, one.start) for m in before) or any(
            _LISTED.fullmatch(text, other.end, m.start) for m in after
        ):
            continue
        whole = text[one.start : other.end]
        found.append(Mention(one.start, other.end, one.first, other.last, "TEAM", whole, min(one.score, other.score)))
    return found


def crews_among(teams: Sequence[Entity], people: Sequence[Entity]) -> set[int]:
    """The numbers of the sides whose names are those of two of the people."""
    ends = {m.start: m.end for person in people for m in person.mentions}
    return {key for key, team in enumerate(teams) if any(ends.get(m.start, m.end) < m.end for m in team.mentions)}


TOGETHER = re.compile(r" (?:and|&) |/")  # between the names of a crew
_LISTED = re.compile(r", |,? (?:and|&) |/")


def _first_words(teams: Sequence[Mention]) -> set[str]:
    """The first words of sides' longer names, those aside that are pairs of people."""
    names = [folded(m.text) for m in teams]
    return {words[0] for words in names if len(words) > 1 and not {"and", "&"} & set(words)}


def of_men_and_of_women(competition: Entity) -> list[Entity]:
    """The competition, in two where the article names it before it names the women's: short for that it is only afterwards."""
    women = [m for m in competition.mentions if _WOMEN.search(m.text)]
    if not women or women[0] is competition.mentions[0]:
        return [competition]
    before = {m.text for m in competition.mentions if m.start < women[0].start}
    parts = [[m for m in competition.mentions if (m.text in before) == early] for early in (True, False)]
    return [entity_of(part) for part in parts]


@Language.component("names", requires=["doc._.mentions", "doc._.nations"], assigns=["doc._.people", "doc._.teams", "doc._.competitions"])
def names(doc: Doc) -> Doc:
    """Adds `doc._.people`, `doc._.teams` and `doc._.competitions`."""
    by_type = {kind: [m for m in doc._.mentions if m.type == kind] for kind in ("PERSON", "TEAM", "COMPETITION")}
    # "Hale (Eng)" gives a nationality, and names no side
    bracketed = {n.start for n in doc._.nations if doc._.article.text[n.start - 1 : n.start] == "("}
    by_type["TEAM"] = [m for m in by_type["TEAM"] if m.start not in bracketed]
    people = cluster(by_type["PERSON"], person_short_for, introduced_first=True)
    # a surname that the tagger takes for a side is still the person's whose full name the article has
    surnames = {folded(p.name)[-1] for p in people if len(folded(p.name)) > 1}
    stray = [m for m in by_type["TEAM"] if len(folded(m.text)) == 1 and folded(m.text)[0] in surnames and not country_code(m.text)]
    full = {folded(form)[0] for m in by_type["TEAM"] if len(folded(form := m.text)) == 1 and m.score > STRAY}
    stray = [m for m in stray if folded(m.text)[0] not in full]
    if stray:
        by_type["TEAM"] = [m for m in by_type["TEAM"] if m not in stray]
        people = cluster(sorted([*by_type["PERSON"], *stray], key=lambda m: m.start), person_short_for, introduced_first=True)
    # and a side's first word, which nobody in the article has for a surname, is the side: "Garston" of Garston Rovers
    first = _first_words(by_type["TEAM"])
    called = [p for p in people if all(len(words := folded(form)) == 1 and words[0] in first for form in p.forms)]
    by_type["TEAM"] = sorted([*by_type["TEAM"], *(replace(m, type="TEAM") for p in called for m in p.mentions)], key=lambda m: m.start)
    people = [p for p in people if p not in called]
    doc._.people = tuple(as_one_person(people))
    named = sorted((m for person in doc._.people for m in person.mentions), key=lambda m: m.start)
    by_type["TEAM"] = sorted([*by_type["TEAM"], *crews(named, doc._.article.text)], key=lambda m: (m.start, m.end))
    doc._.teams = tuple(under_one_name(cluster(by_type["TEAM"], team_short_for)))
    contests = [m for m in by_type["COMPETITION"] if not _OF_A_SERIES.fullmatch(m.text)]
    competitions = [part for c in cluster(contests, competition_short_for) for part in of_men_and_of_women(c)]
    doc._.competitions = tuple(c for c in competitions if not all(form.casefold() in _HALVES for form in c.forms))
    return doc
