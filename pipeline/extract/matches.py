"""Matches: who beat whom, or drew with whom, with the score that fits it best.

The heads judge pairs of mentions and pairs of competitors; a verb between two names says who won, and a score has its place beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from pipeline.extract.found import LIKELY, Found, Opinion, Side, opinions_on, side_of
from pipeline.extract.layout import characters
from pipeline.extract.named_scores import find_named_scores
from pipeline.extract.nodes import COMPETITORS, MATCH_MARKS, NOT_FINAL
from pipeline.extract.relations import Meeting, Relations
from pipeline.extract.verdicts import verdict
from pipeline.records import Mark

UNSCORED = 0.85  # probability that one side beat another, from which it did though no score is known
BORNE_OUT = 0.25  # probability from which a verb between the two names makes it certain enough
MET = 0.4  # probability from which the article reports a match of two competitors
HAD_MET = 0.5  # probability from which it recalls one
DECIDED = frozenset({"score", "sets", "margin", "decision"})  # kinds of marks that no draw ends with, unless level
LOCAL = 0.3  # weight of the heads on single mentions beside those on whole competitors
RIVAL = 0.15  # probability of a match from which a score that only its words, or only its winner, vouch for is that match's
CLOSE = 0.5  # share of the winner's probability from which the other side may as well have won
A_SCORE = 0.5  # of two probabilities, that a score is the winner's and that the loser is its other side, from which it is the match's
BOTH_FIT = 2.0  # the sum of the two where the print leaves no doubt of either
CLASSES = {"beats": 1, "beaten": 2, "draws": 3}  # of `Meeting.came`, for the first of two sides
SCORES = frozenset({"score", "sets"})  # kinds of marks that have a number for each side
_BY = re.compile(r"\bby (?:just |only |a )?\Z")
# "will face Lin in the final after a win over Okoro"
_MEETS = re.compile(
    r"\b(?:(?:will|to|now|next|could|should) (?:\w+ )?(?:play|face|meet|take on|fight)|(?:faces|meets|plays|fights))(?: [\w'’-]+){0,5} $"
)
_AFTER_IT = re.compile(r"^[^.;]{0,60}\b(?:after|following|having|thanks to|courtesy of)\b")
# from the loser's name to the score: "beat Lin 4-3", "beat Lin (SWE) 6-3 6-4", "lost to Lin of Norland by 4-3"
_TO_ITS_SCORE = re.compile(r"(?: \([^()]{1,20}\)| of [A-Z][\w-]+(?: [A-Z][\w-]+)?)?,? (?:by |in straight sets,? )?\(?")


def find_matches(
    doc: Doc, relations: Relations, usable: list[bool], owners: dict[tuple[Side, Side], Opinion], others: dict[tuple[Side, Side], Opinion]
) -> list[Found]:
    """The matches that the article tells of, the likeliest first, each with the score that fits it best; no score serves two."""
    said = _spoken_verdicts(doc, relations)
    named_scores = _named_scores(doc, relations, usable)
    marks = [*doc._.marks, *(mark for _, _, mark in named_scores)]
    related, labels = relations.related.get("match"), relations.config.relations["match"]
    beats, draws = (opinions_on(related, labels.index(name), relations, usable) for name in ("beats", "draws"))
    nothing = Opinion(0.0, 0.5, 0)
    proposals: list[tuple[float, float, Found, int | None]] = []
    named = {side_of(relations, i) for i, fit in enumerate(usable) if fit}
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
    between = [(i, j, n, by_score) for i, j, n in lines if (by_score := _by_the_score(marks[n]))]
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
        if doc._.sentence_of[left.first] != doc._.sentence_of[right.first] or side_of(relations, i) == side_of(relations, j):
            continue
        start, (end, past) = characters(doc, left.first, left.last)[1], characters(doc, right.first, right.last)
        said, told = verdict(text[start:end]), [n for at, n in scores.items() if start <= at < end]
        if not told and (gap := _TO_ITS_SCORE.match(text, past)) and gap.end() in scores:
            told = [scores[gap.end()]]
        if said and len(told) == 1:
            yield i, j, told[0], CLASSES[said]


def _by_the_score(mark: Mark) -> int | None:
    """The outcome, a class of `Meeting.came`, for the side that a score of two numbers names first."""
    first, second = mark.parts if mark.parts and len(mark.parts) == 2 else (None, None)
    if not isinstance(first, float) or not isinstance(second, float):
        return None
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
        meeting = meetings.get(frozenset((side_of(relations, left), side_of(relations, right))))
        if meeting is None:
            continue
        if outcome != 3 and meeting.left != side_of(relations, left):
            outcome = 3 - outcome
        came = _with_local(meeting, *opinions)
        if 1 - float(came[:, 0].min()) < least:
            continue
        tense = 0 if 1 - float(came[0, 0]) >= MET else int(came[:, 0].argmin())
        chance = max(UNSCORED, 1 - float(came[tense, 0]))
        yield chance, fit, _match(doc, relations, usable, meeting, outcome, tense, chance), n


def _margin(doc: Doc, relations: Relations, found: Found, taken: set[int]) -> int | None:
    """The margin that a match is said to be won by, in a sentence that names a side of it: "by an innings and 60 runs"."""
    if found.outcome == "draw":
        return None
    sentence_of = doc._.sentence_of
    named = {sentence_of[n.first] for n in relations.nodes if (n.kind, n.key) in (found.who, found.opponent)}
    for n, mark in enumerate(doc._.marks):
        if (
            n in taken
            or mark.kind not in MATCH_MARKS
            or set(mark.flags) & NOT_FINAL
            or not _BY.search(doc._.article.text, max(0, mark.start - 12), mark.start)
        ):
            continue
        if any(doc._.sentences[s][0] <= mark.start < doc._.sentences[s][1] for s in named):
            return n
    return None


def winners_first(doc: Doc, relations: Relations, found: Found) -> Found:
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
    mine, theirs = ([i for i, fit in enumerate(usable) if fit and side_of(relations, i) == side] for side in (who, opponent))
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
