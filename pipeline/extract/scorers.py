"""Which of two sides a scorer plays for, where the score leaves no choice: a side has scored no more goals than are its.

The reader ties whoever scores to the side that the sentence is about, which is the winner's as a rule. Of all ways to share the
scorers out among the two sides that the score allows, the one is taken that the reader and the words beside the names find likeliest.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.found import LIKELY, Found
from pipeline.extract.nations import country_code
from pipeline.extract.people import own_name
from pipeline.extract.performances import Performance, words_around

GOALS = frozenset({"goal", "penalty", "own goal"})
COUNTED_IN_GOALS = frozenset({"football", "hockey", "ice hockey"})
MOST_SCORERS = 10  # of so many there are a thousand ways to share them out
LEAST_ODDS = 0.01  # the reader is never surer than that
WORDS_SAY = 3.0  # what words beside a name add to the log odds of a side
SIDE_SAYS = 8.0  # the same of words that name it
ALREADY = 2.0  # what the side that a person has been given adds to its log odds
CLEAR = 3.0  # how much likelier than any other the sharing out is by which a side is clear
BY_THE_SCORE = 0.7  # how sure such a tie is said to be

# said of a goal of the side that loses, where the winner did not come from behind
_TOO_FEW = re.compile(
    r"\b(?:consolation|repl(?:y|ied)|pull(?:ed|s|ing)? (?:one|a goal) back|reduc(?:ed|ing) the|halv(?:ed|ing) the|cancelled out)\b",
    re.IGNORECASE,
)
# said of the first goal, which the loser scored where the winner came from behind
_FIRST = re.compile(
    r"\b(?:opened the scoring|(?:gave|put|fired|shot|headed) (?:the )?[\w ]{1,30} (?:the lead|ahead|in front)|struck first|"
    r"broke the deadlock)\b",
    re.IGNORECASE,
)
_FROM_BEHIND = re.compile(
    r"\b(?:c[ao]m(?:e|ing) (?:back )?from (?:behind|[\w-]+ (?:goals? )?down)|fought back|comeback|from a goal down)\b", re.IGNORECASE
)
# "headed Garston ahead", "equalised for Welby"
_FOR_ITS_SIDE = re.compile(
    r"[^.;,]{0,30}?(?:\b(?:put|fire[ds]?|head(?:ed|s)?|shot|sent|gave|gives|drew|haul(?:ed|s)|pull(?:ed|s)|dragg?(?:ed|s)|turned)"
    r" (?P<put>(?:the )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3})(?: back)? "
    r"(?:ahead|level|in front|the lead|into the lead|an? [\w-]+ lead|hope|a lifeline)|"
    r"\b(?:scored?|equali[sz]ed|levelled|netted|replied|struck) (?:[\w-]+ )?for (?P<for>(?:the )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}))"
)
_BUT = re.compile(r"\bbut (?:(?:an? |two |\w+ )?(?:goals?|strikes?|headers?) (?:from|by) )?$")  # what comes next made it good
_DESPITE = re.compile(r"\bdespite (?:[\w-]+ ){0,3}\Z", re.IGNORECASE)
_THE_VISITORS, _THE_HOSTS = (
    re.compile(rf"\bthe (?:{words})\b", re.IGNORECASE) for words in ("visitors|away side|guests", "hosts|home side|home team")
)


@dataclass(frozen=True)
class Scorer:
    """A person's goals for one of two sides."""

    goals: int
    odds: float  # log odds that it plays for the first side
    own: bool = False  # the goals are in its own net
    host: bool | None = None  # the words beside the name speak of the hosts, of the visitors, of neither


def shared_out(scorers: Sequence[Scorer], score: tuple[int, int]) -> tuple[tuple[bool, bool], ...] | None:
    """For each scorer whether it plays for the first side, as is likeliest with that score, and whether that is clear.

    It is not where another sharing out is nearly as likely. None where none fits the score.

    >>> shared_out([Scorer(1, 6.0), Scorer(1, 5.0), Scorer(1, 1.0)], (2, 1))
    ((True, True), (True, True), (False, True))
    """
    ways: list[tuple[float, tuple[bool, ...]]] = []
    for first in product((True, False), repeat=len(scorers)):
        scored = [0, 0]
        for scorer, side in zip(scorers, first, strict=True):
            scored[side == scorer.own] += scorer.goals
        if scored[0] > score[0] or scored[1] > score[1]:
            continue
        weight = sum(scorer.odds / 2 if side else -scorer.odds / 2 for scorer, side in zip(scorers, first, strict=True))
        hosts = [side for scorer, side in zip(scorers, first, strict=True) if scorer.host]
        weight -= WORDS_SAY * sum(side in hosts for scorer, side in zip(scorers, first, strict=True) if scorer.host is False)
        ways.append((weight, first))
    if not ways:
        return None
    likeliest, best = max(ways, key=lambda way: way[0])
    close = [first for weight, first in ways if weight > likeliest - CLEAR]
    return tuple((side, all(first[n] == side for first in close)) for n, side in enumerate(best))


def _match(doc: Doc) -> tuple[Found, tuple[int, int]] | None:
    """The one match of two sides that the article reports, with its goals, the winner's first."""
    matches = [r for r in doc._.results if r.opponent and r.past <= LIKELY]
    if len(matches) != 1 or {matches[0].who[0], matches[0].opponent[0]} != {"team"}:
        return None
    mark = matches[0].mark
    if mark is None or mark.kind != "score" or mark.parts is None or len(mark.parts) != 2 or any("penalties" in f for f in mark.flags):
        return None
    goals = sorted((int(part) for part in mark.parts if isinstance(part, float)), reverse=True)
    return (matches[0], (goals[0], goals[1])) if len(goals) == 2 else None


def _log_odds(doc: Doc, person: int, first: int, second: int) -> float:
    """How much likelier the reader finds the first of two sides than the second, for a person."""
    codes = {code: team for team in (first, second) if (code := country_code(doc._.teams[team].name))}
    p = {first: LEAST_ODDS, second: LEAST_ODDS}
    for tie in doc._.relations.ties.get(person, ()):
        team = tie.side if isinstance(tie.side, int) else codes.get(tie.side)
        if team in p:
            p[team] += tie.probability
    return math.log(p[first] / p[second])


def _scorer(doc: Doc, person: int, performances: Sequence[Performance], match: Found) -> Scorer:
    """A person's goals in the match, with what the words of the sentence around its name say of its side."""
    odds, host = 0.0, None
    back = _FROM_BEHIND.search(doc._.article.text)
    assert match.opponent is not None
    for node in {p.node for p in performances}:
        before, after = words_around(doc, doc._.relations, node)
        first = _FIRST.search(after)
        behind = back or (first and _BUT.search(after))
        beaten = (first,) if behind else (_TOO_FEW.search(after), _TOO_FEW.search(before[-30:]), _DESPITE.search(before))
        if match.outcome == "win" and any(beaten):
            odds -= WORDS_SAY
        host = False if _THE_VISITORS.search(after) else True if _THE_HOSTS.search(after) else host
        odds += SIDE_SAYS * _for_a_side(doc, after, match)
    goals = sum(int(p.mark.value) if p.mark and p.mark.value else 1 for p in performances)
    odds += _log_odds(doc, person, match.who[1], match.opponent[1])
    return Scorer(goals, odds, all(p.what == "own goal" for p in performances), host)


def _for_a_side(doc: Doc, after: str, match: Found) -> int:
    """The side that the words after a scorer's name say that the goal was for: 1 the match's first, -1 the other, 0 neither."""
    said = _FOR_ITS_SIDE.match(after)
    if said is None or match.opponent is None:
        return 0
    name = (said["put"] or said["for"]).removeprefix("the ")
    return sum(sign for side, sign in ((match.who, 1), (match.opponent, -1)) if name in doc._.teams[side[1]].forms)


@Language.component(
    "scorers", requires=["doc._.performances", "doc._.results", "doc._.profiles", "doc._.relations"], assigns=["doc._.profiles"]
)
def scorers(doc: Doc) -> Doc:
    """Gives scorers the side that the score leaves them."""
    found = _match(doc) if doc._.sport in COUNTED_IN_GOALS else None
    if found is None:
        return doc
    match, score = found
    assert match.opponent is not None
    sides = match.who[1], match.opponent[1]
    people = sorted({p.person for p in doc._.performances if p.what in GOALS})
    if not 0 < len(people) <= MOST_SCORERS:
        return doc
    profiles, names = list(doc._.profiles), [doc._.teams[side].name for side in sides]
    own = []
    for person in people:
        goals = [p for p in doc._.performances if p.person == person and p.what in GOALS]
        scorer = _scorer(doc, person, goals, match)
        tie = profiles[person].represents
        said = doc._.article.text[slice(*tie)] if tie else None
        own.append(replace(scorer, odds=scorer.odds + ALREADY * ((said == names[0]) - (said == names[1]))))
    shared = shared_out(own, score)
    if shared is None:
        return doc
    turned = any(scorer.odds * (1 if first else -1) < 0 for scorer, (first, _) in zip(own, shared, strict=True))
    for person, (first, clear) in zip(people, shared, strict=True):
        tie = profiles[person].represents
        if turned and not clear:  # one of them plays for the others, and who is not clear
            profiles[person] = replace(profiles[person], confidence=min(BY_THE_SCORE, profiles[person].confidence or 1.0))
        if tie and doc._.article.text[slice(*tie)] == names[first]:  # the other one's
            place, code = own_name(doc._.teams[sides[not first]]), country_code(names[not first])
            profiles[person] = replace(profiles[person], represents=place, country=code, confidence=BY_THE_SCORE, rival=tie)
    doc._.profiles = tuple(profiles)
    return doc
