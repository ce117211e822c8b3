"""Results: the reader's opinions on pairs of nodes, put together into who beat whom, who came where, with which mark.

The heads judge one mention at a time; an article says a thing several times. Here the opinions on all mentions of a competitor meet,
and what cannot be true together is settled: a match has one winner and its score is used once, a competitor has one place in an event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.beside import Span, Words, beside, independent, printed, ranked
from pipeline.extract.confidence import ORDERED, confidences, in_step
from pipeline.extract.layout import characters, outermost
from pipeline.extract.named_scores import find_named_scores
from pipeline.extract.nodes import COMPETITORS, MATCH_MARKS, NOT_FINAL, Node
from pipeline.extract.numbers import ORDINAL_WORDS
from pipeline.extract.places import (
    MEDALS,
    TO_QUALIFY,
    bare_title,
    further_places,
    leads_overall,
    phase,
    placed_elsewhere,
    says_history,
    says_holds_a_record,
    says_only_hoped,
    says_unfinished,
    says_won,
)
from pipeline.extract.plausible import too_fast
from pipeline.extract.relations import Meeting, Related, Relations
from pipeline.extract.result_lists import Entry, find_entries
from pipeline.extract.subject import TEAM_SPORTS
from pipeline.extract.verdicts import SUPPOSED, supposed, verdict
from pipeline.records import Mark

Doc.set_extension("results", default=(), force=True)
Doc.set_extension("beside", default=None, force=True)

LIKELY = 0.5  # probability from which an opinion counts
PRINTED = 0.05  # the same, where the words beside it give a place or a medal
UNSCORED = 0.85  # probability that one side beat another, from which it did though no score is known
BORNE_OUT = 0.25  # probability from which a verb between the two names makes it certain enough
STANDING = 0.6  # probability that a mention bears a result of its own, from which it does
MET = 0.4  # probability from which the article reports a match of two competitors
DECIDED = frozenset({"score", "sets", "margin", "decision"})  # kinds of marks that no draw ends with, unless level
LOCAL = 0.3
RIVAL = 0.15
LISTED = 0.95  # probability that a mark in a list of results is that of the entry's name: so it is in 130 of 133 entries
ALONE = 0.7
OWNER = 0.5  # probability from which a mark is that of a single competitor
BESIDE = 0.5  # what standing in the sentence of its owner's result adds to a mark, when the marks of one owner compete for it
TWICE = 0.8  # probability from which a second mark in a race is its owner's all the same: a stage's time beside the overall one
SECOND = 0.15  # probability from which a mark that its likeliest owner cannot have is another's
CLOSE = 0.5  # share of the winner's probability from which the other side may as well have won
HAD_MET = 0.5  # probability from which it recalls one
A_SCORE = 0.5  # of two probabilities, that a score is the winner's and that the loser is its other side, from which it is the match's
BOTH_FIT = 2.0  # the sum of the two where the print leaves no doubt of either
CLASSES = {"beats": 1, "beaten": 2, "draws": 3}  # of `Meeting.came`, for the first of two sides
SCORES = frozenset({"score", "sets"})  # kinds of marks that have a number for each side
RACE_OUTCOMES = {"win 1": ("win", 1), "placed 2": ("placed", 2), "placed 3": ("placed", 3)}
PLACED = frozenset({"placed 2", "placed 3", "placed n", "placed"})

_DISCIPLINES_LISTED = re.compile(r"(?: title| race| event)?s?(?:,|,? and|,? as well as) (?:in |on )?(?:the |both )?")
_BY = re.compile(r"\bby (?:just |only |a )?\Z")
_IN_SOMETHING = re.compile(r" (?:in|at|over) (?:the|his|her) (?!final\b)")
_CLAUSE = re.compile(r"[^;.:\n]{0,110}")  # what follows a name, within which stands of what part of the contest its place is
# what follows a mark that was made on the way to a final: "20.94 in the first round", "1:06.02 in her heat"
_QUALIFYING = re.compile(
    r"(?: \([^)]{1,12}\))? (?:in|from|during) (?:the|his|her|their|its|a|this|\w+day['’]s)(?: [\w-]+){0,2}? "
    r"(?:heats?|semi[- ]?finals?|semis|qualifying|qualification|prelim\w*|(?:first|opening|qualifying|preliminary) round)\b",
    re.IGNORECASE,
)
_WHERE_OR_WHEN = re.compile(r"\d|\b(?:at|in|of) (?:the )?[A-Z]|\b(?:last|ago)\b")  # a "world silver medallist" is one of nowhere
_EARLIER = re.compile(r"\b(?:last month|earlier (?:this|in)|recently|in (?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec))")
# before a mark that nobody was timed at the end in: "under the qualifying time of 4:06.30", "led through halfway in 14:51"
_NOT_MADE = re.compile(
    r"\b(?:(?:qualif\w+|entry|Olympic|World Championships?|A|B) )(?:time|mark|standard|height|distance)s? (?:of|was|is|at|being) $|"
    r"\b(?:standard|target|schedule) (?:of|was|is) $|"
    r"\b(?:at|through|past|reach\w*|pass\w*) (?:the )?"
    r"(?:half-?way(?: (?:mark|stage|point))?|bell|\d[\d,]* ?(?:k|km|m)(?: (?:mark|point))?) in $"
)
# "a 14:31 woman", "close to the 9:05.00 qualifying mark"
_CALIBRE = re.compile(
    r" (?:man|woman|runner|performer|athlete|marathoner|miler|sprinter|swimmer|"
    r"(?:\w+ )?(?:qualif\w+|entry) (?:time|mark|standard|height|distance)|(?:Olympic|world|championship) standard)\b"
)
# after a mark that is a part of a total: "184.20 in the free skate for a total of 281.45"
_IN_A_PART = re.compile(
    r"(?: points)? (?:in|for|from|on) (?:the|his|her|their) (?:free|short|second|first|last|final) "
    r"(?:skate|skating|dance|program\w*|run|routine)"
    r"[^.;]{0,30}\b(?:total|overall|combined|aggregate|finish (?:on|with))\b"
)
_IN_MARK = re.compile(r" in (?:an? )?(?:[\w-]+ ){0,2}?(?=\d)")
_SECOND_TO = re.compile(
    rf"\b(?:{ORDINAL_WORDS}|\d+(?:nd|rd|th)|runner-up|silver|bronze)\b[^,;.]{{0,40}} (?:to|behind)(?: [\w'’-]+){{0,2}} $", re.IGNORECASE
)
_OF_A_GENDER = re.compile(
    r"(?:(?:wo)?men|boys|girls|ladies)['’]s? (?:race|event|contest|competition)s?|mixed (?:race|event)", re.IGNORECASE
)
_IN_THE = re.compile(r"(?:Earlier,? |Meanwhile,? |And |But )?(?:in|over) (?:the |\w+day['’]s )?(?:\w+ )?", re.IGNORECASE)
HISTORY = 0.9  # probability that a result is history where the words after the name say so
WITH_A_GRID = frozenset({"motorsport"})  # sports in which nobody goes out in qualifying
RACES = frozenset({"athletics", "cycling", "swimming", "motorsport", "skiing", "multi-sport", "other"})
# what follows the name of somebody who was beaten in a race, and met nobody
_IN_A_RACE = re.compile(
    rf" (?:[\w'’-]+ ){{0,4}}?(?:for|in|into|to) (?:the )?(?:{ORDINAL_WORDS}|silver|bronze|line|wall|tape|flag|chequered)\b"
    r"(?! (?:round|set|half|quarter|period|leg|Test|game|match|time|final))|"
    r" on the line\b",
    re.IGNORECASE,
)
# "will face Lin in the final after a win over Okoro"
_MEETS = re.compile(
    r"\b(?:(?:will|to|now|next|could|should) (?:\w+ )?(?:play|face|meet|take on|fight)|(?:faces|meets|plays|fights))(?: [\w'’-]+){0,5} $"
)
_AFTER_IT = re.compile(r"^[^.;]{0,60}\b(?:after|following|having|thanks to|courtesy of)\b")
_OF_A_TOUR = re.compile(
    r"[^,;.]{0,40}?(?:\boverall (?:victory|win|title|lead)\b|"
    r"\b(?:in|at|of|won|wins?|winning) the (?:[\w'’-]+ ){0,3}?(?:Tour|Giro|Vuelta)\b)"
)
_OF_A_STAGE = re.compile(r"time[- ]trial|stage|prologue|\bkm\b|\d ?km\b")
# before the name of somebody of whom only that is said: "lost 23 seconds to Roth"
_GAINED_ON = re.compile(
    r"\b(?:lost|los(?:es|ing)|conced\w+|ceded|gave up|shipped) (?:[\w.:]+ ){1,3}"
    r"(?:seconds?|secs?|minutes?|mins?|time) to(?: [\w'’-]+){0,3} $"
)
# from the loser's name to the score: "beat Lin 4-3", "beat Lin (SWE) 6-3 6-4", "lost to Lin of Norland by 4-3"
_TO_ITS_SCORE = re.compile(r"(?: \([^()]{1,20}\)| of [A-Z][\w-]+(?: [A-Z][\w-]+)?)?,? (?:by |in straight sets,? )?\(?")
# "in the bronze medal match", "beat Lin to win gold"
_FOR_A_MEDAL = re.compile(
    r"\b(?P<match>gold|bronze)[- ]medal (?:match|bout|contest|game|fight|play-?off|final)|"
    r"\b(?:to|and) (?:win|won|take|took|clinch\w*|claim\w*|secure\w*|earn\w*) (?:the )?(?P<prize>gold|bronze)\b",
    re.IGNORECASE,
)
_NOW_STANDS = re.compile(
    r",?(?: who| which| now| have| has| had| also)* "
    r"(?:w[ae]nt|go|goes|climb\w*|mov\w+|r[oi]se\w*|jump\w*|leap\w*|drop\w*|slip\w*|stay\w*|remain\w*|sits?|lies?|lay|are|is)\b"
)
_STROKES = re.compile(r"\b(?:shots?|strokes?)$")
ENTERED = 0.4  # probability from which a competitor entered a discipline
FAR = 2  # sentences, within which a result without a discipline goes on about the contest of the one before
FAR_LESS = 0.7  # share of the surest one's confidence under which another win by the same side and score is left out
LEAST = 0.2  # confidence under which a result is left out that has a mark, or a place that the words give
LEAST_BARE = 0.3  # the same for any other in the news
SURE = 0.4  # confidence of a result from which another's place that its sentence gives is taken on less
LEAST_BESIDE = 0.1  # confidence under which that is left out
LEAST_PAST = 0.38  # and for history, of which the less sure are as often somebody else's or the news told twice
Side = tuple[str, int]  # person or team, and which


@dataclass(frozen=True)
class Found:
    """A result by the numbers of its parts in the doc's lists."""

    who: Side
    opponent: Side | None
    outcome: str | None
    place: int | None
    medal: str | None
    mark: Mark | None
    past: float  # probability that it is history
    node: int  # the mention that bears it
    discipline: int | None  # which of the article's disciplines
    chance: float  # probability that it is a result at all, as the heads have it
    close: bool = False  # the other side may as well have won
    kind: float = 1.0  # probability that it is a result of this kind, given that it is one
    tied: float = 1.0  # probability that the mark is its
    further: bool = False  # its place is named after another of the same competitor's
    from_another: bool = False  # its place follows from that of the competitor next to whom it finished
    phase: str | None = None  # the part of the contest that the words of its place name
    confidence: float = 0.0  # probability that all of it is right, by everything that speaks for and against it


@dataclass(frozen=True)
class Opinion:
    """The strongest opinion on a pair."""

    probability: float
    past: float
    node: int


def find_results(doc: Doc, sport: str | None = None) -> list[Found]:
    """The results of an article on the sport, the news before the past, each in the order of the article."""
    relations: Relations = doc._.relations
    if not relations.nodes:
        return []
    doc._.beside = _words_beside(doc, relations)
    usable = [not doc._.passed_over[n.first] for n in relations.nodes]
    owners, others = _mark_opinions(relations, usable)
    entries = _entries(doc, relations, usable)
    doc._.beside |= {i: replace(doc._.beside[i], hangs=True) for i in _beside_entries(doc, relations, [node for node, _ in entries])}
    owners = _owned_in_words(doc, relations, _owned_in_lists(relations, owners, entries))
    matches = _matches(doc, relations, usable, owners, others)
    matches, singles = _medals_of_matches(doc, relations, matches, _singles(doc, relations, usable, owners, matches))
    singles = _as_listed(doc, relations, _in_order(doc, relations, singles), entries)
    several = {r.node for r in singles if r.further}
    found = [
        r
        if r.node in several
        else replace(_winners_first(doc, relations, r), discipline=_discipline(doc, relations, r, runs=sport == "athletics"))
        for r in [*matches, *singles]
    ]
    if sport not in WITH_A_GRID:
        found = _on_the_way(found)
    found = _one_for_each(doc, relations, _same_contest(doc, relations, found))
    found = [replace(r, confidence=p) for r, p in zip(found, confidences(doc, relations, found), strict=True)]
    listed = {(node, entry.place) for node, entry in entries if entry.place}
    found = [
        r
        for r in found
        if (r.confidence >= _least(doc, relations, r, found) or (r.node, r.place) in listed)
        and not _to_come(doc, relations, r)
        and not _supposed(doc, relations, r)
    ]
    timed = {(r.who, r.discipline) for r in found if r.place == 1 and r.past <= LIKELY and r.mark and r.mark.kind == "time"}
    found = [r for r in found if not _raced(doc, relations, sport, r, timed) and not _in_a_table(doc, sport, r)]
    first = {_side(relations, node) for node, entry in entries if entry.place == 1}
    found = _told_once(relations, _one_winner(doc, relations, _one_loser(_rounds_of_golf(found)), first))
    return sorted(found, key=lambda r: (r.past > LIKELY, relations.nodes[r.node].first))


def _least(doc: Doc, relations: Relations, found: Found, results: list[Found]) -> float:
    """The confidence under which a result like this one is left out."""
    if found.past > LIKELY:
        return LEAST_PAST
    number = doc._.sentence_of[relations.nodes[found.node].first]
    sure = [r for r in results if r.confidence >= SURE and doc._.sentence_of[relations.nodes[r.node].first] == number]
    if found.place and (found.from_another or printed(doc._.beside[found.node])) and any(r is not found for r in sure):
        return LEAST_BESIDE
    words = doc._.beside[found.node]
    said = found.mark is not None or (found.opponent is None and (printed(words) is not None or says_unfinished(words.after)))
    return LEAST if said else LEAST_BARE


def _to_come(doc: Doc, relations: Relations, found: Found) -> bool:
    """Whether its discipline is named for a contest that the competitor is yet to start in, and it has no mark."""
    if found.mark or found.past > LIKELY or found.discipline is None:
        return False
    at = relations.disciplines[found.discipline].start
    return any(found.who in f.sides and f.contest and f.contest[0] <= at < f.contest[1] for f in doc._.fixtures if len(f.sides) == 1)


def _supposed(doc: Doc, relations: Relations, found: Found) -> bool:
    """Whether every sentence that names both sides of a match only supposes it, and no other prints its score.

    Of one competitor's place without a mark: whether the words after the name only suppose a win.
    """
    if found.opponent is None:
        after = doc._.beside[found.node].after
        match = SUPPOSED.match(after.lstrip(" ,")) if found.mark is None and found.place == 1 else None
        return match is not None and not says_won(after[after.find(match[0]) + len(match[0]) :])
    text, sentence_of = doc._.article.text, doc._.sentence_of
    told: dict[int, bool] = {}
    for left, right in pairwise(n for n in relations.nodes if n.kind in COMPETITORS):
        number = int(sentence_of[left.first])
        if number != sentence_of[right.first] or {(left.kind, left.key), (right.kind, right.key)} != {found.who, found.opponent}:
            continue
        start, end = doc._.sentences[number]
        (at, first), (second, past) = characters(doc, left.first, left.last), characters(doc, right.first, right.last)
        told[number] = told.get(number, True) and supposed(text[start:at], text[first:second], text[past:end])
    mark = found.mark
    printed_elsewhere = mark is not None and not any(doc._.sentences[n][0] <= mark.start < doc._.sentences[n][1] for n in told)
    return bool(told) and all(told.values()) and not printed_elsewhere


def _raced(doc: Doc, relations: Relations, sport: str | None, found: Found, timed: set[tuple[Side, int | None]]) -> bool:
    """Whether one only finished ahead of the other in a race: "edged out Lin for second", "beat Lin to the line".

    `timed` are those who won a discipline in a time, and so no match in it.
    """
    if found.opponent is None:
        return False
    if found.mark is None and found.discipline is not None and (found.who, found.discipline) in timed:
        return True
    if sport in (None, "golf") and found.mark and _STROKES.search(found.mark.text):
        return True  # he won a tournament by so many, from the runner-up
    if found.mark is not None or not (sport is None or sport in RACES):
        return False
    text, sentence_of = doc._.article.text, doc._.sentence_of
    for left, right in pairwise(n for n in relations.nodes if n.kind in COMPETITORS):
        both = {(left.kind, left.key), (right.kind, right.key)} == {found.who, found.opponent}
        together = both and sentence_of[left.first] == sentence_of[right.first]
        if together and _IN_A_RACE.match(text, characters(doc, right.first, right.last)[1]):
            return True
    return False


def _in_a_table(doc: Doc, sport: str | None, found: Found) -> bool:
    """Whether a side's place is the one that it has in a league's table for now: "Garston went third"."""
    alone = found.who[0] == "team" and found.opponent is None and found.mark is None and found.past <= LIKELY
    return (
        alone
        and found.place is not None
        and found.outcome != "advance"
        and sport in TEAM_SPORTS
        and _NOW_STANDS.match(doc._.beside[found.node].after) is not None
    )


def _side(relations: Relations, node: int) -> Side:
    return relations.nodes[node].kind, relations.nodes[node].key


def _opinions(related: Related | None, label: int, relations: Relations, usable: list[bool]) -> dict[tuple[Side, Side], Opinion]:
    """For each pair of things the strongest opinion that the label holds between them."""
    best: dict[tuple[Side, Side], Opinion] = {}
    if related is None:
        return best
    for (i, j), p, past in zip(related.pairs.tolist(), related.of(label).tolist(), related.past.tolist(), strict=True):
        if p < 0.1 or not (usable[i] and usable[j]):
            continue
        pair = _side(relations, i), _side(relations, j)
        if pair not in best or p > best[pair].probability:
            best[pair] = Opinion(p, past, i)
    return best


def _mark_opinions(relations: Relations, usable: list[bool]) -> tuple[dict[tuple[Side, Side], Opinion], ...]:
    related = relations.related.get("mark")
    labels = relations.config.relations["mark"]
    return tuple(_opinions(related, labels.index(name), relations, usable) for name in ("owner", "other side"))


def _matches(
    doc: Doc, relations: Relations, usable: list[bool], owners: dict[tuple[Side, Side], Opinion], others: dict[tuple[Side, Side], Opinion]
) -> list[Found]:
    """The matches that the article tells of, the likeliest first, each with the score that fits it best; no score serves two."""
    said = _spoken_verdicts(doc, relations)
    named_scores = _named_scores(doc, relations, usable)
    marks = [*doc._.marks, *(mark for _, _, mark in named_scores)]
    related, labels = relations.related.get("match"), relations.config.relations["match"]
    beats, draws = (_opinions(related, labels.index(name), relations, usable) for name in ("beats", "draws"))
    nothing = Opinion(0.0, 0.5, 0)
    proposals: list[tuple[float, float, Found, int | None]] = []
    named = {_side(relations, i) for i, fit in enumerate(usable) if fit}
    for meeting in relations.meetings:
        a, b = meeting.left, meeting.right
        if not {a, b} <= named:
            continue
        verb = said.get((a, b))
        sure = int(meeting.came[:, 0].argmin())  # the tense that the verb speaks of
        for tense, came in enumerate(_with_local(meeting, beats, draws)):
            chance = 1 - float(came[0])
            outcome: int = 1 + int(came[1:].argmax())
            if verb and tense == sure and chance >= BORNE_OUT:
                outcome = verb
                chance = max(chance, UNSCORED)
            if chance < (MET if tense == 0 else HAD_MET):
                continue
            proposals.append((chance, 0.0, _match(doc, relations, usable, meeting, outcome, tense, chance), None))
            by_outcome: dict[int, Found] = {outcome: proposals[-1][2]}
            for n, mark in enumerate(doc._.marks):
                if mark.kind not in MATCH_MARKS or set(mark.flags) & NOT_FINAL:
                    continue
                scored = _agreeing(mark, outcome, came)
                who, opponent = (b, a) if scored == 2 else (a, b)
                own, other = owners.get((who, ("mark", n)), nothing), others.get((opponent, ("mark", n)), nothing)
                fit = own.probability + other.probability
                if scored == 3:
                    own_, other_ = owners.get((opponent, ("mark", n)), nothing), others.get((who, ("mark", n)), nothing)
                    fit = max(fit, own_.probability + other_.probability)
                past = max((own, other), key=lambda o: o.probability).past
                if fit >= A_SCORE and (past > LIKELY) == bool(tense):
                    if scored not in by_outcome:
                        by_outcome[scored] = _match(doc, relations, usable, meeting, scored, tense, chance)
                    proposals.append((chance, fit, by_outcome[scored], n))
    lines = [*_between_its_sides(doc, relations, usable), *((i, j, len(doc._.marks) + n) for n, (i, j, _) in enumerate(named_scores))]
    between = [(i, j, n, _by_the_score(marks[n])) for i, j, n in lines]
    proposals += _with_scores(doc, relations, usable, between, (beats, draws), fit=BOTH_FIT)
    proposals += _with_scores(doc, relations, usable, _told_scores(doc, relations, usable), (beats, draws), fit=A_SCORE, least=RIVAL)
    settled: dict[tuple[frozenset[Side | None], bool], Found] = {}
    taken: set[int] = set()
    for _, fit, found, key in sorted(proposals, key=lambda p: (-(p[0] + p[1]), p[3] is None, p[3] or 0)):
        match = frozenset({found.who, found.opponent}), found.past > LIKELY
        if key is None:
            settled.setdefault(match, found)
        elif key not in taken and (match not in settled or settled[match].mark is None):
            taken.add(key)
            settled[match] = replace(found, mark=marks[key], tied=min(1.0, fit / 2))
    for match, found in settled.items():
        if found.mark is None and (margin := _margin(doc, relations, found, taken)) is not None:
            taken.add(margin)
            settled[match] = replace(found, mark=doc._.marks[margin])
    played = {(side, found.past > LIKELY) for found in settled.values() for side in (found.who, found.opponent)}
    for (who, score), opinion in sorted(owners.items(), key=lambda x: -x[1].probability):
        mark, tense = doc._.marks[score[1]], opinion.past > LIKELY
        final = mark.kind in MATCH_MARKS and not set(mark.flags) & NOT_FINAL
        if not final or opinion.probability < LIKELY or score[1] in taken or (who, tense) in played:
            continue
        # a score with its winner, and the other side named elsewhere in the article
        rivals = [m for m in relations.meetings if who in (m.left, m.right) and {m.left, m.right} <= named]
        chances = [(1 - float(_with_local(m, beats, draws)[int(tense), 0]), m) for m in rivals]
        if not chances or max(c for c, _ in chances) < RIVAL:
            continue
        chance, meeting = max(chances, key=lambda c: c[0])
        came = _with_local(meeting, beats, draws)[int(tense)]
        outcome = _agreeing(mark, 1 if who == meeting.left else 2, came)
        if outcome != 3 and who != (meeting.left, meeting.right)[outcome - 1]:
            outcome = 3 - outcome
        taken.add(score[1])
        played |= {(meeting.left, tense), (meeting.right, tense)}
        found = replace(_match(doc, relations, usable, meeting, outcome, int(tense), chance), mark=mark)
        settled[frozenset({found.who, found.opponent}), tense] = found
    return sorted(settled.values(), key=lambda f: -f.chance)


def _between_its_sides(doc: Doc, relations: Relations, usable: list[bool]) -> Iterator[tuple[int, int, int]]:
    """The scores that are printed between the names of their sides, "Garston 2-1 Welby": the two mentions and the mark."""
    ends = {characters(doc, n.first, n.last)[1]: i for i, n in enumerate(relations.nodes) if n.kind in COMPETITORS and usable[i]}
    starts = {doc[n.first].idx: i for i, n in enumerate(relations.nodes) if n.kind in COMPETITORS and usable[i]}
    for n, mark in enumerate(doc._.marks):
        left, right = ends.get(mark.start - 1), starts.get(mark.end + 1)
        if mark.kind != "score" or mark.parts is None or len(mark.parts) != 2 or set(mark.flags) & NOT_FINAL:
            continue
        if left is None or right is None:
            continue
        end = doc._.sentences[doc._.sentence_of[relations.nodes[left].first]][1]
        if not any(mark.end < m.start < end and m.kind == "score" for m in doc._.marks):  # goals and points: "Garston 3-6 Welby 2-6"
            yield left, right, n


def _named_scores(doc: Doc, relations: Relations, usable: list[bool]) -> list[tuple[int, int, Mark]]:
    """The scores whose numbers stand behind the names of their sides, each with the two mentions; innings are another matter."""
    if doc._.sport == "cricket":
        return []
    sides = [i for i, n in enumerate(relations.nodes) if n.kind == "team" and usable[i]]
    spans = [characters(doc, relations.nodes[i].first, relations.nodes[i].last) for i in sides]
    return [(sides[left], sides[right], mark) for left, right, mark in find_named_scores(doc._.article.text, spans)]


def _told_scores(doc: Doc, relations: Relations, usable: list[bool]) -> Iterator[tuple[int, int, int, int]]:
    """The scores that stand with both sides and the verb between them: the two mentions, which of the marks, what the verb says.

    "Roth beat Lin 4-3", "Garston fell to a 2-0 loss against Welby".
    """
    scores = {m.start: n for n, m in enumerate(doc._.marks) if m.kind in SCORES and not set(m.flags) & NOT_FINAL}
    text, competitors = doc._.article.text, [(i, n) for i, n in enumerate(relations.nodes) if n.kind in COMPETITORS and usable[i]]
    for (i, left), (j, right) in pairwise(competitors):
        if doc._.sentence_of[left.first] != doc._.sentence_of[right.first] or _side(relations, i) == _side(relations, j):
            continue
        start, (end, past) = characters(doc, left.first, left.last)[1], characters(doc, right.first, right.last)
        said, told = verdict(text[start:end]), [n for at, n in scores.items() if start <= at < end]
        if not told and (gap := _TO_ITS_SCORE.match(text, past)) and gap.end() in scores:
            told = [scores[gap.end()]]
        if said and len(told) == 1:
            yield i, j, told[0], CLASSES[said]


def _by_the_score(mark: Mark) -> int:
    """The outcome, a class of `Meeting.came`, for the side that a score names first."""
    first, second = (part if isinstance(part, float) else 0.0 for part in mark.parts or (0.0, 0.0))
    return 3 if first == second else 1 if first > second else 2


def _with_scores(
    doc: Doc,
    relations: Relations,
    usable: list[bool],
    lines: Iterable[tuple[int, int, int, int]],
    opinions: tuple[dict[tuple[Side, Side], Opinion], dict[tuple[Side, Side], Opinion]],
    *,
    fit: float,
    least: float = 0.0,
) -> Iterator[tuple[float, float, Found, int]]:
    """Proposals for matches whose score stands with the names of its sides: two mentions, which of the marks, what came of it.

    So well the score is said to `fit`. A match that the heads give less than the `least` probability is none.
    """
    meetings = {frozenset((m.left, m.right)): m for m in relations.meetings}
    for left, right, n, outcome in lines:
        meeting = meetings.get(frozenset((_side(relations, left), _side(relations, right))))
        if meeting is None:
            continue
        if outcome != 3 and meeting.left != _side(relations, left):
            outcome = 3 - outcome
        came = _with_local(meeting, *opinions)
        if 1 - float(came[:, 0].min()) < least:
            continue
        tense = 0 if 1 - float(came[0, 0]) >= MET else int(came[:, 0].argmin())
        chance = max(UNSCORED, 1 - float(came[tense, 0]))
        yield chance, fit, _match(doc, relations, usable, meeting, outcome, tense, chance), n


def _margin(doc: Doc, relations: Relations, found: Found, taken: set[int]) -> int | None:
    """The margin that a match is said to be won by, in a sentence that names a side of it: "by an innings and 60 runs"."""
    sentence_of = doc._.sentence_of
    named = {sentence_of[n.first] for n in relations.nodes if (n.kind, n.key) in (found.who, found.opponent)}
    for n, mark in enumerate(doc._.marks):
        if n in taken or mark.kind not in MATCH_MARKS or not _BY.search(doc._.article.text, max(0, mark.start - 12), mark.start):
            continue
        if any(doc._.sentences[s][0] <= mark.start < doc._.sentences[s][1] for s in named):
            return n
    return None


def _winners_first(doc: Doc, relations: Relations, found: Found) -> Found:
    """The result with its score as the winner's side would print it, where a sentence on a side of it does so: 2-0 rather than 0-2."""
    mark = found.mark
    if found.outcome != "win" or mark is None or mark.kind != "score" or mark.parts is None or list(mark.parts) != sorted(mark.parts):
        return found
    told = [doc._.sentences[doc._.sentence_of[n.first]] for n in relations.nodes if (n.kind, n.key) in (found.who, found.opponent)]
    turned = (
        m for m in doc._.marks if m.kind == "score" and m.parts and list(m.parts) == list(mark.parts)[::-1] and not set(m.flags) & NOT_FINAL
    )
    near = next((m for m in turned if any(start <= m.start < end for start, end in told)), None)
    return replace(found, mark=near) if near else found


def _match(doc: Doc, relations: Relations, usable: list[bool], meeting: Meeting, outcome: int, tense: int, chance: float) -> Found:
    """The match without its score. `outcome` is a class of `Meeting.came`."""
    who, opponent = (meeting.right, meeting.left) if outcome == 2 else (meeting.left, meeting.right)
    node = _node_of(doc, relations, usable, who, opponent)
    wins = meeting.came[tense, 1:3]
    close = outcome != 3 and float(wins[2 - outcome]) > CLOSE * float(wins[outcome - 1])
    return Found(who, opponent, "draw" if outcome == 3 else "win", None, None, None, float(tense), node, None, chance, close)


def _agreeing(mark: Mark, outcome: int, came: NDArray[np.float32]) -> int:
    """The outcome, a class of `Meeting.came`, or the likeliest that a match with this score can have had."""
    level = mark.kind == "score" and mark.parts is not None and len(set(mark.parts)) == 1
    if level and not any(flag.startswith("penalties") for flag in mark.flags):
        return 3
    return 1 + int(came[1:3].argmax()) if outcome == 3 and not level and mark.kind in DECIDED else outcome


def _with_local(meeting: Meeting, beats: dict[tuple[Side, Side], Opinion], draws: dict[tuple[Side, Side], Opinion]) -> NDArray[np.float32]:
    """What came of a match (2, 4), by the heads on entities and by those on single mentions together."""
    a, b = meeting.left, meeting.right
    local = np.zeros((2, 4), dtype=np.float32)
    for n, opinion in ((1, beats.get((a, b))), (2, beats.get((b, a))), (3, draws.get((a, b)) or draws.get((b, a)))):
        if opinion:
            local[int(opinion.past > LIKELY), n] = opinion.probability
    local[:, 0] = 1 - local[:, 1:].max(1)
    mixed: NDArray[np.float32] = (1 - LOCAL) * meeting.came + LOCAL * local
    mixed[:, 0] = 1 - mixed[:, 1:].max(1)
    return mixed


def _node_of(doc: Doc, relations: Relations, usable: list[bool], who: Side, opponent: Side) -> int:
    """The mention of a match's winner that stands nearest to one of the loser, in the same sentence if there is one."""
    mine, theirs = ([i for i, fit in enumerate(usable) if fit and _side(relations, i) == side] for side in (who, opponent))
    first = [n.first for n in relations.nodes]
    sentence_of = doc._.sentence_of
    return min(mine, key=lambda i: (min((sentence_of[first[i]] != sentence_of[first[j]], abs(first[i] - first[j])) for j in theirs), i))


def _spoken_verdicts(doc: Doc, relations: Relations) -> dict[tuple[Side, Side], int]:
    """For pairs of competitors with a verb between them what it says: the class of a `Meeting`; the other way round as well.

    Of "Roth will face Lin after a win over Okoro" the winner is Roth.
    """
    found: dict[tuple[Side, Side], int] = {}
    text, sentence_of = doc._.article.text, doc._.sentence_of
    competitors = [n for n in relations.nodes if n.kind in COMPETITORS]
    for n, (left, right) in enumerate(pairwise(competitors)):
        if sentence_of[left.first] != sentence_of[right.first]:
            continue
        between = text[characters(doc, left.first, left.last)[1] : doc[right.first].idx]
        said = verdict(between)
        subject = competitors[n - 1] if n else left
        if n and sentence_of[subject.first] == sentence_of[left.first] and _AFTER_IT.search(between):
            ahead = text[characters(doc, subject.first, subject.last)[1] : doc[left.first].idx]
            left = subject if _MEETS.search(ahead) else left
        if said:
            one, other = (left.kind, left.key), (right.kind, right.key)
            found.setdefault((one, other), CLASSES[said])
            found.setdefault((other, one), CLASSES[said] if said == "draws" else 3 - CLASSES[said])
    return found


def _singles(
    doc: Doc, relations: Relations, usable: list[bool], owners: dict[tuple[Side, Side], Opinion], matches: list[Found]
) -> list[Found]:
    """Results of one competitor: a place, a medal, an exit, a mark."""
    names = relations.config.standings
    found: list[Found] = []
    for i, p in enumerate(relations.standings):
        if not usable[i] or not p.any() or 1 - p[0] < PRINTED:
            continue
        words = doc._.beside[i]
        if words.hangs or (1 - p[0] < STANDING and not printed(words)) or _GAINED_ON.search(words.before):
            continue
        label = names[1 + int(p[1:].argmax())]
        result = _standing(doc, relations, i, label, float(1 - p[0]))
        if not printed(words):
            result = replace(result, kind=float(p[1:].max() / p[1:].sum()))
        if result.place == 1 and result.past > LIKELY and bare_title(words.before, words.after):
            continue
        if result.place == 1 and (says_holds_a_record(words.after) or says_only_hoped(words.after)):
            continue
        result = replace(result, discipline=_discipline(doc, relations, result))
        for claim in [*_one_for_each_place(doc, relations, result), *_said_aside(words, result)]:
            rival = next((other for other in found if _one_claim(relations, claim, other)), None)
            if rival is None:
                found.append(claim)
            elif (_explicit(doc, claim), claim.chance) > (_explicit(doc, rival), rival.chance):
                found.remove(rival)
                found.append(claim)
    return _with_marks(doc, relations, owners, matches, found)


def _one_for_each_place(doc: Doc, relations: Relations, first: Found) -> list[Found]:
    """The result and those of the same mention that its words name after it: "fourth in the kayak and 10th in the canoe"."""
    words, text = doc._.beside[first.node], doc._.article.text
    if first.place is None or not (_explicit(doc, first) or leads_overall(words.after)):
        return [first]
    name, number = relations.nodes[first.node], doc._.sentence_of[relations.nodes[first.node].first]
    past_name, end_of_sentence = characters(doc, name.first, name.last)[1], doc._.sentences[number][1]
    more = further_places(words.after) if words.listed == 1 else []
    if not more:
        clause = _CLAUSE.match(text, past_name, end_of_sentence)
        return [replace(first, phase="overall" if leads_overall(words.after) else phase(clause[0] if clause else ""))]
    at = text.find(words.after, past_name, end_of_sentence)
    starts = [0, *(start for start, _ in more), len(words.after)]
    out: list[Found] = []
    for n, (start, end) in enumerate(pairwise(starts)):
        result = first
        if n:
            said = more[n - 1][1]
            result = replace(first, outcome="win" if said.place == 1 else "placed", place=said.place, medal=said.medal, further=True)
        inside = [k for k, d in enumerate(relations.disciplines) if at + start <= d.start < at + end]
        clause, past = words.after[start:end], float(relations.past[first.node])
        past = max(past, HISTORY) if says_history(clause) else past
        discipline = inside[0] if inside else None if n and _IN_SOMETHING.search(clause) else first.discipline
        out.append(replace(result, discipline=discipline, past=past, phase=phase(clause)))
    return out


def _said_aside(words: Words, result: Found) -> list[Found]:
    """The place of another time that an apposition to the name gives: "Roth, fourth at the Commonwealth Games, threw 60.12m"."""
    place = placed_elsewhere(words.aside)
    if place is None or not _WHERE_OR_WHEN.search(words.aside):
        return []
    medal = next((m for m in MEDALS if re.search(rf"\b{m}\b", words.aside)), None)
    outcome = "win" if place == 1 else "placed"
    return [replace(result, outcome=outcome, place=place, medal=medal, discipline=None, past=HISTORY, further=True)]


def _on_the_way(results: list[Found]) -> list[Found]:
    """The same results, where the place in a heat or a semi-final of somebody who has a place in the final as well is an advance.

    A heat or a semi-final that somebody won stays won.
    """
    final = {(r.who, r.past > LIKELY) for r in results if r.place and r.phase is None and not r.opponent}

    def advance(r: Found) -> bool:
        return r.past <= LIKELY and (r.place or 0) > 1 and r.phase in TO_QUALIFY and (r.who, False) in final

    return [replace(r, outcome="advance", medal=None) if advance(r) else r for r in results]


def _one_claim(relations: Relations, one: Found, other: Found) -> bool:
    """Whether two mentions speak of one result of a competitor.

    They do in one mention of a discipline, where one has none, and in two mentions of the same where they give it the same place:
    "won Saturday's downhill" and "second in Friday's downhill" are two.
    """
    if one.who != other.who or (one.past > LIKELY) != (other.past > LIKELY):
        return False
    if one.place and other.place and one.place != other.place and (one.further or other.further or one.phase != other.phase):
        return False
    if one.discipline == other.discipline or None in (one.discipline, other.discipline):
        return True
    return _contest(relations, one.discipline) == _contest(relations, other.discipline) and one.place == other.place


def _with_marks(
    doc: Doc, relations: Relations, owners: dict[tuple[Side, Side], Opinion], matches: list[Found], singles: list[Found]
) -> list[Found]:
    """The results of one competitor with their marks, and further ones that marks tell of."""
    names = relations.config.standings
    singles = list(singles)
    used = {m.mark.start for m in matches if m.mark}
    second: list[tuple[int, float, Found]] = []  # marks of those who have one in the race: which, how likely theirs, the result
    sentences = {(r.who, doc._.sentence_of[relations.nodes[r.node].first]) for r in singles}
    at = {n.key: doc._.sentence_of[n.first] for n in relations.nodes if n.kind == "mark"}

    def by_likelihood(tie: tuple[tuple[Side, Side], Opinion]) -> float:
        (who, mark_side), opinion = tie
        return -opinion.probability - (BESIDE if (who, at.get(mark_side[1])) in sentences else 0.0)

    for (who, mark_side), opinion in sorted(owners.items(), key=by_likelihood):
        mark = doc._.marks[mark_side[1]]
        if opinion.probability < OWNER or mark.start in used or set(mark.flags) & NOT_FINAL or mark.kind == "count":
            continue
        if _NOT_MADE.search(doc._.article.text, max(0, mark.start - 60), mark.start) or _CALIBRE.match(doc._.article.text, mark.end):
            continue
        if _IN_A_PART.match(doc._.article.text, mark.end):
            continue  # the total is the result's
        place = relations.nodes[opinion.node].first
        mine = [n for n, r in enumerate(singles) if r.who == who and (r.past > LIKELY) == (opinion.past > LIKELY)]
        if mine and (made := _QUALIFYING.match(doc._.article.text, mark.end)):
            told = phase(made[0])
            n = next((n for n in mine if singles[n].mark is None and (singles[n].phase == told or singles[n].outcome == "advance")), None)
            if n is None and not any(singles[n].phase in TO_QUALIFY or singles[n].outcome == "advance" for n in mine):
                n = len(singles)
                outcome = "placed" if doc._.sport in WITH_A_GRID else "advance"
                singles.append(replace(singles[mine[0]], outcome=outcome, place=None, medal=None, node=opinion.node, phase=told))
            if n is not None:
                singles[n] = replace(singles[n], mark=mark, tied=opinion.probability)
                used.add(mark.start)
                continue
        if mine and all(singles[n].outcome == "dnf" for n in mine):
            continue  # who did not finish has no mark
        fitting = [n for n in mine if singles[n].mark is None]
        final = [n for n in fitting if singles[n].phase not in TO_QUALIFY]
        clause = re.split("[,;.] ", doc._.article.text[max(0, mark.start - 110) : mark.start])[-1]
        if final and phase(clause) not in TO_QUALIFY:  # it is not said to have been made on the way
            fitting = final
        if mark.kind == "gap":  # nobody wins in a gap
            fitting = [n for n in fitting if singles[n].place != 1]
        if fitting:
            nearest = min(fitting, key=lambda n: abs(relations.nodes[singles[n].node].first - place))
            singles[nearest] = replace(singles[nearest], mark=mark, tied=opinion.probability)
            used.add(mark.start)
        elif mark.kind in MATCH_MARKS and any(who in (m.who, m.opponent) and (m.past > LIKELY) == (opinion.past > LIKELY) for m in matches):
            continue  # a second score of a side that has its match, whose other side nobody names: a leg, a half, the same again
        elif mark.kind in MATCH_MARKS and opinion.probability < ALONE:
            continue
        elif not any(r.who == who and r.mark and r.mark.text == mark.text for r in singles):
            p = relations.standings[opinion.node]
            label = "win" if mark.kind in MATCH_MARKS else names[1 + int(p[1:].argmax())]
            result = _standing(doc, relations, opinion.node, label, opinion.probability)
            result = replace(result, mark=mark, past=opinion.past)
            if mark.kind == "gap" and result.place == 1:
                continue
            if any(r.mark and _same_race(doc, relations, r, result) for r in singles):
                second.append((mark_side[1], opinion.probability, result))
            else:
                singles.append(result)
                used.add(mark.start)
    for number, likely, result in second:
        start = doc._.marks[number].start
        if start in used:
            continue
        settled = _one_mark_each(doc, relations, owners, singles, number, result)
        if settled is None and likely >= TWICE:
            settled = [*singles, result]
        if settled is not None:
            singles = settled
            used.add(start)
    return singles


def _one_mark_each(
    doc: Doc, relations: Relations, owners: dict[tuple[Side, Side], Opinion], singles: list[Found], number: int, result: Found
) -> list[Found] | None:
    """The same results where the second mark of a competitor in a race, or its first, is a rival's who has none; None where it is not.

    "Roth won in 7.60 from Lin, 7.62, and Hale, 7.63": where the heads give Hale both times, the one that is likelier Lin's is Lin's.
    """
    marks = {mark.start: n for n, mark in enumerate(doc._.marks)}
    options: list[tuple[float, float, int, int, int]] = []
    for mine, own in enumerate(singles):
        if own.mark is None or not _same_race(doc, relations, own, result):
            continue
        for theirs, rival in enumerate(singles):
            if rival.who == result.who or rival.mark or (rival.past > LIKELY) != (result.past > LIKELY):
                continue
            first = marks[own.mark.start]
            for kept, given in ((first, number), (number, first)):
                hers = owners.get((rival.who, ("mark", given)))
                if hers is None or hers.probability < SECOND or (hers.past > LIKELY) != (rival.past > LIKELY):
                    continue
                if in_step(replace(own, mark=doc._.marks[kept]), replace(rival, mark=doc._.marks[given])) is not False:
                    his = owners[result.who, ("mark", kept)].probability
                    options.append((his + hers.probability, hers.probability, mine, theirs, given))
    if not options:
        return None
    _, likely, mine, theirs, given = max(options)
    settled = list(singles)
    settled[theirs] = replace(settled[theirs], mark=doc._.marks[given], tied=likely)
    if given != number:
        settled[mine] = replace(settled[mine], mark=doc._.marks[number], tied=owners[result.who, ("mark", number)].probability)
    return settled


def _explicit(doc: Doc, found: Found) -> bool:
    """Whether the words beside the mention say what became of the competitor."""
    words = doc._.beside[found.node]
    return printed(words) is not None or says_won(words.after)


def _medals_of_matches(doc: Doc, relations: Relations, matches: list[Found], singles: list[Found]) -> tuple[list[Found], list[Found]]:
    """Matches with the medals that were won by them, and the other results: "Roth took gold by beating Lin" is one result.

    One person's medal is a place as well; the annotators give a team's match none.
    """
    sentence_of = doc._.sentence_of
    for n, match in enumerate(matches):
        if match.outcome != "win":
            continue
        number = sentence_of[relations.nodes[match.node].first]
        won = [
            r
            for r in singles
            if r.who == match.who and r.medal and r.mark is None and (r.past > LIKELY) == (match.past > LIKELY)
            and sentence_of[relations.nodes[r.node].first] == number
        ]  # fmt: skip
        alone = match.who[0] == "person"
        fought_for = _FOR_A_MEDAL.search(doc._.article.text, *doc._.sentences[number]) if alone and match.past <= LIKELY else None
        medal = won[0].medal if won else (fought_for["match"] or fought_for["prize"]).casefold() if fought_for else None
        if medal:
            matches[n] = replace(match, medal=medal, place=MEDALS.index(medal) + 1 if alone else None)
            singles = [r for r in singles if not won or r is not won[0]]
    return matches, singles


def _same_race(doc: Doc, relations: Relations, one: Found, other: Found) -> bool:
    if one.who != other.who or (one.past > LIKELY) != (other.past > LIKELY):
        return False
    names = {_contest(relations, d) for r in (one, other) if (d := _discipline(doc, relations, r)) is not None}
    return len(names) < 2


def _contest(relations: Relations, discipline: int | None) -> str:
    """A discipline's name without case and spacing, by which two are one; empty where there is none."""
    return "" if discipline is None else re.sub(r"\W", "", relations.disciplines[discipline].text.casefold())


def _entries(doc: Doc, relations: Relations, usable: list[bool]) -> list[tuple[int, Entry]]:
    """The entries of the article's lists of results, each with the mention that it is of."""
    nodes = [i for i, n in enumerate(relations.nodes) if n.kind in COMPETITORS and n.detail != "pronoun" and usable[i]]
    names = [characters(doc, relations.nodes[i].first, relations.nodes[i].last) for i in nodes]
    return [(nodes[entry.name], entry) for entry in find_entries(doc._.article.text, names, doc._.marks)]


def _beside_entries(doc: Doc, relations: Relations, entries: list[int]) -> list[int]:
    """The other names on the lines of lists of results: clubs, makes of car, pacemakers."""
    text = doc._.article.text
    lines = {text.count("\n", 0, doc[relations.nodes[node].first].idx) for node in entries}
    others = [i for i, n in enumerate(relations.nodes) if n.kind in COMPETITORS and i not in entries]
    return [i for i in others if lines and text.count("\n", 0, doc[relations.nodes[i].first].idx) in lines]


def _owned_in_lists(
    relations: Relations, owners: dict[tuple[Side, Side], Opinion], entries: list[tuple[int, Entry]]
) -> dict[tuple[Side, Side], Opinion]:
    """The opinions on whose a mark is, with those that a list leaves no doubt of."""
    listed = {("mark", entry.mark) for _, entry in entries if entry.mark is not None}
    out = {pair: opinion for pair, opinion in owners.items() if pair[1] not in listed}
    for node, entry in entries:
        if entry.mark is not None:
            out[_side(relations, node), ("mark", entry.mark)] = Opinion(LISTED, float(relations.past[node]), node)
    return out


def _owned_in_words(doc: Doc, relations: Relations, owners: dict[tuple[Side, Side], Opinion]) -> dict[tuple[Side, Side], Opinion]:
    """The opinions on whose a mark is, where "Roth was second to Lin in 6.66" says whose: Roth's, though Lin's name is nearer."""
    text, out = doc._.article.text, dict(owners)
    measured = {mark.start: n for n, mark in enumerate(doc._.marks) if mark.kind in ORDERED}
    for _, sentence in _competitors(doc, relations):
        for (node, _, one), (_, _, other) in pairwise(sentence):
            gap = _IN_MARK.match(text, other[1])
            number = measured.get(gap.end()) if gap and _SECOND_TO.search(text, one[1], other[0]) else None
            if number is not None:
                out = {pair: opinion for pair, opinion in out.items() if pair[1] != ("mark", number)}
                out[_side(relations, node), ("mark", number)] = Opinion(LISTED, float(relations.past[node]), node)
    return out


def _as_listed(doc: Doc, relations: Relations, singles: list[Found], entries: list[tuple[int, Entry]]) -> list[Found]:
    """The same results, with the places that lists of results give; what the prose seems to say otherwise is left out."""
    settled = list(singles)
    for node, entry in entries:
        who = _side(relations, node)
        own = [r for r in settled if r.who == who and (r.past > LIKELY) == (relations.past[node] > LIKELY)]
        mark = doc._.marks[entry.mark] if entry.mark is not None else None
        fitting = [r for r in own if r.place == entry.place] or [r for r in own if r.mark is mark] or own
        if not fitting:
            continue
        place = "win" if entry.place == 1 else "placed"
        best = replace(fitting[0], place=entry.place, outcome=place, mark=fitting[0].mark or mark)
        settled = [best if r is fitting[0] else r for r in settled]
        doubtful = [r for r in own if r is not fitting[0] and r.mark in (None, mark) and printed(doc._.beside[r.node]) is None]
        settled = [r for r in settled if not any(r is d for d in doubtful)]
    return settled


def _in_order(doc: Doc, relations: Relations, singles: list[Found]) -> list[Found]:
    """The same results, with the places that follow from another's: "Roth came third, ahead of Lin", "Lin, a further 0.2sec back"."""
    text = doc._.article.text
    own = {r.node: n for n, r in enumerate(singles) if not r.further}
    settled = list(singles)
    for _, sentence in _competitors(doc, relations):
        spans = {span: i for i, _, span in sentence}
        for lead, others, step in ranked(text, _own_competitors(text, sentence)):
            leader = settled[own[spans[lead]]] if spans[lead] in own else None
            if leader is None and step > 0:
                leader = _told_before(doc, relations, spans[lead], settled)
            if leader is None or leader.place is None:
                continue
            for place, other in enumerate(others, start=leader.place + (1 if step > 0 else -len(others))):
                n, node = own.get(spans[other]), spans[other]
                if place < 1 or printed(doc._.beside[node]):
                    continue
                outcome = "win" if place == 1 else "placed"
                if n is not None and (settled[n].past > LIKELY) == (leader.past > LIKELY):
                    settled[n] = replace(settled[n], place=place, outcome=outcome, medal=None, from_another=True)
                elif n is None:
                    who = _side(relations, node)
                    new = replace(
                        leader, who=who, outcome=outcome, place=place, medal=None, mark=None, node=node, tied=1.0, from_another=True
                    )
                    rival = next((k for k, r in enumerate(settled) if _one_claim(relations, r, new)), None)
                    if rival is None:
                        settled.append(new)
                    elif settled[rival].outcome == "placed" and settled[rival].place is None:
                        settled[rival] = replace(settled[rival], place=place, outcome=outcome, from_another=True)
    return settled


def _told_before(doc: Doc, relations: Relations, node: int, singles: list[Found]) -> Found | None:
    """The place in the news of whom a pronoun stands for, told shortly before: "Roth won gold. She touched in 2:06.10, ahead of Lin"."""
    name, sentence_of = relations.nodes[node], doc._.sentence_of
    if name.detail != "pronoun":
        return None
    own = [r for r in singles if r.who == (name.kind, name.key) and r.place and r.past <= LIKELY and not r.further]
    near = [r for r in own if 0 < sentence_of[name.first] - sentence_of[relations.nodes[r.node].first] <= FAR]
    return near[0] if len(near) == 1 else None


def _same_contest(doc: Doc, relations: Relations, results: list[Found]) -> list[Found]:
    """The same results, those without a discipline in that of the result told before, where they go on with its places.

    "Roth won the 400m in 50.10. Lin was second": within two sentences, with no discipline named between and a place that comes after.
    And who come one after the other in a sentence that names no discipline are of one sex.
    """
    sentence_of = doc._.sentence_of
    named = [(node.first, node.key) for node in relations.nodes if node.kind == "discipline"]
    settled = list(results)
    last: Found | None = None
    for n in sorted(range(len(results)), key=lambda n: relations.nodes[results[n].node].first):
        found = settled[n]
        if found.opponent or found.further or found.past > LIKELY:
            continue
        at = relations.nodes[found.node].first
        if found.discipline is None and last is not None and (found.place or found.mark or found.outcome == "placed"):
            since = relations.nodes[last.node].first
            told = sentence_of[since]
            another = any(
                since < t < at
                and not (found.from_another and key == last.discipline)
                and (sentence_of[t] > told or told == sentence_of[at])
                for t, key in named
            )
            after = found.place is None or last.place is None or found.place > last.place or found.from_another
            goes_on = found.who != last.who and after
            if goes_on and not another and sentence_of[at] - told <= FAR:
                settled[n] = found = replace(found, discipline=last.discipline)
        elif last is not None and last.place and found.place and last.place < found.place and _of_two_sexes(relations, last, found):
            number = sentence_of[at]
            if sentence_of[relations.nodes[last.node].first] == number and not any(sentence_of[t] == number for t, _ in named):
                settled[n] = found = replace(found, discipline=last.discipline)
        last = found if found.discipline is not None else None
    return settled


def _of_two_sexes(relations: Relations, one: Found, other: Found) -> bool:
    """Whether the disciplines of two results are named as men's and as women's."""
    genders = {relations.disciplines[r.discipline].gender for r in (one, other) if r.discipline is not None} - {None, "mixed"}
    return len(genders) > 1


def _one_for_each(doc: Doc, relations: Relations, results: list[Found]) -> list[Found]:
    """The same results, one for each discipline of a list: "won the long jump, the hurdles and the 400m" are three."""
    related, text = relations.related.get("event"), doc._.article.text
    if related is None:
        return results
    enters = related.of(relations.config.relations["event"].index("enters"))
    told = {(r.who, relations.disciplines[r.discipline].text) for r in results if r.discipline is not None}
    out: list[Found] = []
    for found in results:
        out.append(found)
        if found.opponent or found.discipline is None or found.place is None:
            continue
        sentence = doc._.sentence_of[relations.nodes[found.node].first]
        likely = {
            relations.nodes[j].key
            for (i, j), p in zip(related.pairs.tolist(), enters.tolist(), strict=True)
            if i == found.node and p >= LIKELY and doc._.sentence_of[relations.nodes[j].first] == sentence
        }
        for one, other in pairwise(sorted({*likely, found.discipline})):
            left, right = relations.disciplines[one], relations.disciplines[other]
            more = other if one == found.discipline else one
            if _DISCIPLINES_LISTED.fullmatch(text, left.end, right.start) and (found.who, relations.disciplines[more].text) not in told:
                out.append(replace(found, discipline=more, mark=None))
                told.add((found.who, relations.disciplines[more].text))
    return out


def _told_once(relations: Relations, results: list[Found]) -> list[Found]:
    """The same results without those that say of a competitor only that it was in a contest of which another says more."""

    def contest(found: Found) -> tuple[Side, bool, str]:
        return found.who, found.past > LIKELY, _contest(relations, found.discipline)

    def bare(found: Found) -> bool:
        return found.outcome == "placed" and found.place is None and found.mark is None and found.opponent is None

    more = {contest(r) for r in results if not bare(r) and r.opponent is None}
    return [r for r in results if not (bare(r) and contest(r) in more)]


def _rounds_of_golf(results: list[Found]) -> list[Found]:
    """The same results, where a tournament's place is not that of one of its rounds as well: "a final 66 to win on 17 under"."""

    def round_(found: Found) -> bool:
        return found.mark is not None and found.mark.kind == "strokes" and "to par" not in found.mark.flags

    whole = {(r.who, r.past > LIKELY, r.place) for r in results if r.place and not round_(r)}
    return [
        replace(r, place=None, outcome="placed", medal=None) if round_(r) and (r.who, r.past > LIKELY, r.place) in whole else r
        for r in results
    ]


def _one_loser(results: list[Found]) -> list[Found]:
    """The same results, where one side beats two by the same score in the news without the win that is far less sure.

    And without the unscored win over somebody whom another has beaten by a score: who loses is out. Of some 3,500 matches of the news
    in annotated articles, seven are won by the score by which the winner beats another.
    """
    wins: dict[tuple[Side, object], list[Found]] = defaultdict(list)
    for found in results:
        if found.opponent and found.mark and found.past <= LIKELY:
            wins[found.who, found.mark.parts or found.mark.text].append(found)
    doubtful = [r for same in wins.values() for r in same if r.confidence < FAR_LESS * max(other.confidence for other in same)]
    lost = {r.opponent: r.confidence for same in wins.values() for r in same if r.opponent and r.opponent[0] == "person"}
    bare = [r for r in results if r.opponent and r.mark is None and r.past <= LIKELY and r.outcome == "win"]
    doubtful += [r for r in bare if r.opponent and r.confidence < FAR_LESS * lost.get(r.opponent, 0.0)]
    # and a match that is told with its score as history is not news as well
    scored: dict[tuple[Side, Side | None], float] = {(r.who, r.opponent): r.confidence for r in results if r.opponent and r.mark}
    doubtful += [r for r in bare if r.confidence < FAR_LESS * scored.get((r.who, r.opponent), 0.0)]
    return [r for r in results if not any(r is d for d in doubtful)]


def _one_winner(doc: Doc, relations: Relations, results: list[Found], first: set[Side]) -> list[Found]:
    """The same results, with one winner left in each event of the news; the others were placed, nobody says where.

    The winner is the one of whom a verb says so, else the one with a mark, else the surest. Results without a discipline are of one
    event only where a list of results tells who was `first` in it.
    """
    claims: dict[tuple[str, str | None], list[Found]] = defaultdict(list)
    for found in results:
        if found.place == 1 and found.past <= LIKELY and not found.opponent:
            claims[_contest(relations, found.discipline), found.phase].append(found)
    beaten: list[Found] = []
    for (event, _), rivals in claims.items():
        if not event and not any(r.who in first for r in rivals):
            continue
        weight = {id(r): (_named_winner(doc, r), r.mark is not None, r.confidence) for r in rivals}
        winner = max(rivals, key=lambda r: weight[id(r)])
        # men and women, or a pair, may win alike: whoever is said to have won has won
        beaten += [r for r in rivals if r.who != winner.who and not weight[id(r)][0]]
    return [replace(r, outcome="placed", place=None, medal=None) if any(r is b for b in beaten) else r for r in results]


def _named_winner(doc: Doc, found: Found) -> bool:
    """Whether the words beside the mention say that it won."""
    words = doc._.beside[found.node]
    place = printed(words)
    return says_won(words.after) or (place is not None and place.place == 1)


def _standing(doc: Doc, relations: Relations, node: int, label: str, chance: float) -> Found:
    """The result that the reader's class stands for; where the words beside the name give a place or a medal, theirs."""
    outcome, place = RACE_OUTCOMES.get(label, (label, None))
    medal = MEDALS[place - 1] if place in (1, 2, 3) and relations.medals[node] >= LIKELY else None
    start, end = doc._.sentences[doc._.sentence_of[relations.nodes[node].first]]
    if medal and medal not in doc._.article.text[start:end].casefold():
        medal = None  # a medal that no word names nearby
    words = doc._.beside[node]
    said = printed(words)
    if label in PLACED or label == "win 1" or (label == "dnf" and said and not says_unfinished(words.after)):
        if says_unfinished(words.after):
            outcome, place, medal = "dnf", None, None
        elif said and (said.medal or not says_won(words.after)):
            outcome, place, medal = "win" if said.place == 1 else "placed", said.place, said.medal
        elif says_won(words.after):
            outcome, place, medal = "win", 1, medal if place == 1 else None
        elif label == "placed n":
            outcome, place = "placed", None
        elif place and place == placed_elsewhere(words.aside):
            outcome, place, medal = "placed", None, None
    if label != "none" and leads_overall(words.after):
        outcome, place, medal = "placed", 1, None
    past = float(relations.past[node])
    if says_history(words.after):
        past = max(past, HISTORY)
    elif placed_elsewhere(words.aside) and not _EARLIER.search(words.after):
        past = min(past, 1 - HISTORY)  # it is the apposition that is history
    return Found(_side(relations, node), None, outcome, place, medal, None, past, node, None, chance)


def _competitors(doc: Doc, relations: Relations) -> Iterator[tuple[int, list[tuple[int, Node, Span]]]]:
    """Sentence by sentence, its number and the mentions of competitors in it: which node, the node, its characters."""
    nodes = [(i, n, characters(doc, n.first, n.last)) for i, n in enumerate(relations.nodes) if n.kind in COMPETITORS]
    for number, mentions in groupby(nodes, key=lambda mention: int(doc._.sentence_of[mention[1].first])):
        yield number, list(mentions)


def _own_competitors(text: str, sentence: list[tuple[int, Node, Span]]) -> list[Span]:
    """The characters of the mentions that are not sides hung on a person's name, nor one of a crew's two."""
    own = outermost(span for _, _, span in sentence)
    people, sides = ([span for _, n, span in sentence if (n.kind == "person") == wanted and span in own] for wanted in (True, False))
    return independent(text, people, sides)


def _words_beside(doc: Doc, relations: Relations) -> dict[int, Words]:
    """For each mention of a competitor the words of its sentence that speak of it."""
    text = doc._.article.text
    said: dict[int, Words] = {}
    for number, sentence in _competitors(doc, relations):
        names = _own_competitors(text, [mention for mention in sentence if mention[1].detail != "pronoun"])
        for i, n, span in sentence:
            words = beside(text, span, sorted({*names, span}), doc._.sentences[number])
            said[i] = replace(words, hangs=n.detail != "pronoun" and span not in names)
    return said


def _opening(doc: Doc, relations: Relations, found: Found) -> int | None:
    """The race with which the sentence of a result begins, where it is the only one of it: "In the women's race Roth was second".

    By a discipline's own name, "In the 400m", the reader knows as well.
    """
    start, end = doc._.sentences[doc._.sentence_of[relations.nodes[found.node].first]]
    named = [n for n, d in enumerate(relations.disciplines) if start <= d.start < end]
    if len(named) != 1 or found.past > LIKELY or not _OF_A_GENDER.fullmatch(relations.disciplines[named[0]].text):
        return None
    return named[0] if _IN_THE.fullmatch(doc._.article.text, start, relations.disciplines[named[0]].start) else None


def _discipline(doc: Doc, relations: Relations, found: Found, *, runs: bool = False) -> int | None:
    """The discipline that the competitor entered, as its mention that bears the result sees it, else any other mention.

    Where it `runs`, none in which the time would be faster than anybody has been; and who came third in a tour did so in no stage of it.
    """
    related = relations.related.get("event")
    if related is None:
        return None
    enters = relations.config.relations["event"].index("enters")
    whole_tour = found.opponent is None and _OF_A_TOUR.match(doc._.beside[found.node].after) is not None
    best: tuple[float, int] | None = None
    for (i, j), p in zip(related.pairs.tolist(), related.of(enters).tolist(), strict=True):
        if _side(relations, i) == found.who and p >= ENTERED:
            if runs and too_fast(relations.disciplines[relations.nodes[j].key].text, found.mark):
                continue
            if whole_tour and _OF_A_STAGE.search(relations.disciplines[relations.nodes[j].key].text):
                continue
            weight = p + (1.0 if i == found.node else 0.0)
            if best is None or weight > best[0]:
                best = weight, relations.nodes[j].key
    chosen, opening = best[1] if best else None, _opening(doc, relations, found)
    if opening is not None and (
        chosen is None or relations.disciplines[chosen].gender not in (None, relations.disciplines[opening].gender)
    ):
        return opening  # it is not the other sex's
    return chosen


@Language.component(
    "results", requires=["doc._.relations", "doc._.marks", "doc._.sport", "doc._.about_sport", "doc._.fixtures"], assigns=["doc._.results"]
)
def results(doc: Doc) -> Doc:
    """Adds `doc._.results`."""
    doc._.results = tuple(find_results(doc, doc._.sport)) if doc._.about_sport else ()
    return doc
