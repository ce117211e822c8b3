"""Results: the reader's opinions on pairs of nodes, put together into who beat whom, who came where, with which mark.

The heads judge one mention at a time; an article says a thing several times. Here the opinions on all mentions of a competitor meet,
and what cannot be true together is settled: a match has one winner and its score is used once, a competitor has one place in an event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.beside import Span, Words, beside, independent, printed, ranked
from pipeline.extract.confidence import ORDERED, confidences
from pipeline.extract.contests import FAR, made_in_it, of_one_contest
from pipeline.extract.cricket import in_play
from pipeline.extract.found import LIKELY, Found, Opinion, Side, opinions_on, side_of
from pipeline.extract.layout import characters, outermost
from pipeline.extract.matches import find_matches, winners_first
from pipeline.extract.nodes import COMPETITORS, Node
from pipeline.extract.numbers import CARDINAL_WORDS, ORDINAL_WORDS
from pipeline.extract.places import MEDALS, TO_QUALIFY, says_unfinished, says_won
from pipeline.extract.plausible import TIMED
from pipeline.extract.relations import Relations
from pipeline.extract.result_lists import Entry, find_entries
from pipeline.extract.singles import contest_of, discipline_of, find_singles, one_claim
from pipeline.extract.subject import TEAM_SPORTS, WITH_A_GRID
from pipeline.extract.verdicts import SUPPOSED, decided, supposed

Doc.set_extension("results", default=(), force=True)
Doc.set_extension("beside", default=None, force=True)

LISTED = 0.95  # probability that a mark in a list of results is that of the entry's name: so it is in 130 of 133 entries

_IN_MARK = re.compile(r" in (?:an? )?(?:[\w-]+ ){0,2}?(?=\d)")
_SECOND_TO = re.compile(
    rf"\b(?:{ORDINAL_WORDS}|\d+(?:nd|rd|th)|runner-up|silver|bronze)\b[^,;.]{{0,40}} (?:to|behind)(?: [\w'’-]+){{0,2}} $", re.IGNORECASE
)
RACES = frozenset(
    {
        "athletics", "biathlon", "bobsleigh", "canoeing", "cross-country skiing", "cycling", "horse racing", "luge", "modern pentathlon",
        "motorsport", "multi-sport", "nordic combined", "orienteering", "rowing", "sailing", "short track speed skating", "skeleton",
        "skiing", "snowboarding", "speed skating", "swimming", "triathlon",
    }
)  # fmt: skip
# what follows the name of somebody who was beaten in a race, and met nobody
_IN_A_RACE = re.compile(
    rf" (?:[\w'’-]+ ){{0,4}}?(?:for|in|into|to) (?:the )?(?:{ORDINAL_WORDS}|silver|bronze|line|wall|tape|flag|chequered)\b"
    r"(?! (?:round|set|half|quarter|period|leg|Test|game|match|time|final))|"
    r" on the line\b",
    re.IGNORECASE,
)
# "in the bronze medal match", "beat Lin to win gold"
_FOR_A_MEDAL = re.compile(
    r"\b(?:in|w[oi]n(?:ning|s)?|t[ao]k(?:e|es|ing)|took) (?:the|an?|his|her|their|[\w]+['’]s)(?: [\w'’-]+){0,3}? "
    r"(?P<match>gold|bronze)[- ]medal (?:match|bout|contest|game|fight|play-?off|final)|"
    r"\b(?:to|and) (?:win|won|take|took|clinch\w*|claim\w*|secure\w*|earn\w*) (?:the )?(?P<prize>gold|bronze)\b|"
    r"\b(?:won|wins?|took|takes?|retain\w*|clinch\w*|claim\w*|secur\w*|earn\w*) (?:[\w'’-]+ ){0,6}?(?P<kept>gold|bronze)(?: medal)? "
    r"(?:with|by|after|thanks to) (?:an? |his |her )?(?:[\w'’-]+ )?(?:victory|win|success|beating|defeating)\b",
    re.IGNORECASE,
)
_HOPED = re.compile(r"\b(?:hop\w+|want\w*|aim\w*|bid\w*|chance|tr(?:y|ies|ied|ying)|look\w*|set|due|will|reach\w*|can|could) $")
# a nation whose medal its own have won: "gave Norland their third gold", "won bronze for Norland"
_GIVEN = re.compile(r"\b(?:give|gave|giving|given|earn\w*|hand\w*|bring\w*|brought|deliver\w*) $")
_THEIRS = re.compile(r" (?:(?:a|an|the|their|its|another|one|two|three) )?(?:[\w'’-]+ ){0,4}?(?:gold|silver|bronze|medals?)\b")
# a nation's medals, counted: "India's first gold of the season", "came home with eleven medals", "top the table with seven golds"
_COUNTED = re.compile(
    rf"['’]s? (?:{ORDINAL_WORDS}|\d+(?:st|nd|rd|th)|only|lone|sole) (?:[\w'’-]+ ){{0,3}}?(?:gold|silver|bronze|medal)\b|"
    rf"[^.;]{{0,60}}?\b(?:{CARDINAL_WORDS}|\d+) (?:[\w'’-]+ )?(?:medals|golds)\b"
)
_WON_FOR = re.compile(
    r"\b(?:w[io]n(?:ning|s)?|t[ao]k(?:e|es|ing)|took|claim\w*|secur\w*|earn\w*|add\w*) (?:[\w'’-]+ ){0,3}?(?:gold|silver|"
    r"bronze)(?: medals?)? for $"
)
_NOW_STANDS = re.compile(
    r",?(?: who| which| now| have| has| had| also| still| nevertheless| currently)* "
    r"(?:went(?! on to\b)|go|goes|climb\w*|mov\w+|r[oi]se\w*|jump\w*|leap\w*|drop\w*|slip\w*|stay\w*|remain\w*|sits?|lies?|lay|"
    r"(?:are|is)(?! (?:the )?(?:[A-Z][\w'’]* ){0,3}champions\b))\b"
)
_IN_THE_STANDINGS = re.compile(r"[^,;.]{0,30}\b(?:in|on|of) the (?:[\w-]+ ){0,2}(?:standings|table)\b")
_ON_THE_TABLE = re.compile(
    r" (?:still |now )?(?:(?:on|in|at|atop) (?:the (?:top|head|foot) of )?|top(?:s|ped)? |leads? )the (?:[\w-]+ ){0,2}(?:table|standings)\b"
)
_STANDS_AT = re.compile(r"\d{1,3}(?:[-/–]\d| for \w+)")  # runs and wickets of a side that is batting
_STROKES = re.compile(r"\b(?:shots?|strokes?)$")
FAR_LESS = 0.7  # share of the surest one's confidence under which another win by the same side and score is left out
LEAST = 0.15  # confidence under which a result is left out that has a mark, or a place that the words give
LEAST_BARE = 0.3  # the same for any other in the news
SURE = 0.4  # confidence of a result from which another's place that its sentence gives is taken on less
LEAST_BESIDE = 0.1  # confidence under which that is left out
LEAST_PAST = 0.36  # and for history, of which the less sure are as often somebody else's or the news told twice


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
    matches = find_matches(doc, relations, usable, owners, others)
    matches, singles = _medals_of_matches(doc, relations, matches, find_singles(doc, relations, usable, owners, matches))
    singles = _as_listed(doc, relations, _in_order(doc, relations, singles), entries)
    several = {r.node for r in singles if r.further}
    found = [
        r if r.node in several else replace(winners_first(doc, relations, r), discipline=discipline_of(doc, relations, r, sport=sport))
        for r in [*matches, *singles]
    ]
    if sport in TIMED:
        found = made_in_it(relations, found)
    if sport not in WITH_A_GRID:
        found = _on_the_way(found)
    found = of_one_contest(doc, relations, found)
    found = [replace(r, confidence=p) for r, p in zip(found, confidences(doc, relations, found), strict=True)]
    listed = {(node, entry.place) for node, entry in entries if entry.place}
    found = [
        r
        for r in found
        if (r.confidence >= _least(doc, relations, r, found) or (r.node, r.place) in listed)
        and not _to_come(doc, relations, r)
        and not _supposed(doc, relations, r)
    ]
    found = _as_it_stands(doc, relations, sport, found)
    timed = {(r.who, r.discipline) for r in found if r.place == 1 and r.past <= LIKELY and r.mark and r.mark.kind == "time"}
    found = [r for r in found if not (_raced(doc, relations, sport, r, timed) or _in_a_table(doc, sport, r) or _won_by_its_own(doc, r))]
    first = {side_of(relations, node) for node, entry in entries if entry.place == 1}
    found = _told_once(relations, _one_winner(doc, relations, _one_loser(_rounds_of_golf(found)), first))
    return sorted(found, key=lambda r: (r.past > LIKELY, _first_told(doc, relations, r)))


def _first_told(doc: Doc, relations: Relations, found: Found) -> int:
    """Where a result is first told: at the name that bears it, or at its mark in a sentence before that."""
    name, mark = relations.nodes[found.node].first, found.mark
    sentence = doc._.sentences[doc._.sentence_of[name]][0]
    return mark.start if mark and mark.start < sentence else doc[name].idx


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
    alone = found.who[0] == "team" and found.opponent is None and found.past <= LIKELY
    if not alone or found.outcome == "advance":
        return False
    name = doc._.relations.nodes[found.node]
    start, end = characters(doc, name.first, name.last)[1], doc._.sentences[doc._.sentence_of[name.first]][1]
    text = doc._.article.text
    if found.mark is None and _ON_THE_TABLE.match(text, start, end):
        return True
    now = _NOW_STANDS.match(text, start, end) if found.place is not None else None
    return now is not None and (sport in TEAM_SPORTS or _IN_THE_STANDINGS.match(text, now.end(), end) is not None)


def _won_by_its_own(doc: Doc, found: Found) -> bool:
    """Whether the medal of a side is one that somebody has won for it."""
    if found.who[0] != "team" or found.opponent or not found.place:
        return False
    words = doc._.beside[found.node]
    given = _GIVEN.search(words.before) is not None and _THEIRS.match(words.after) is not None
    return given or _WON_FOR.search(words.before) is not None or _COUNTED.match(words.after) is not None


def _as_it_stands(doc: Doc, relations: Relations, sport: str | None, results: list[Found]) -> list[Found]:
    """The same results, where a match of cricket that is not over has no winner: its score is left, or nothing.

    So it is where the article tells of a day's play, and no sentence about either side says that anything was won, lost or drawn.
    """
    text = doc._.article.text
    if sport != "cricket" or not in_play(text):
        return results
    settled: list[Found] = []
    for found in results:
        if found.opponent is None or found.past > LIKELY or _ends(doc, relations, {found.who, found.opponent}):
            settled.append(found)
        elif found.mark is not None and _STANDS_AT.fullmatch(found.mark.text):
            settled.append(replace(found, outcome="none"))
    return settled


def _ends(doc: Doc, relations: Relations, sides: set[Side]) -> bool:
    numbers = {int(doc._.sentence_of[n.first]) for n in relations.nodes if n.kind in COMPETITORS and (n.kind, n.key) in sides}
    return any(decided(doc._.article.text[slice(*doc._.sentences[number])]) for number in numbers)


def _mark_opinions(relations: Relations, usable: list[bool]) -> tuple[dict[tuple[Side, Side], Opinion], ...]:
    related = relations.related.get("mark")
    labels = relations.config.relations["mark"]
    return tuple(opinions_on(related, labels.index(name), relations, usable) for name in ("owner", "other side"))


def _on_the_way(results: list[Found]) -> list[Found]:
    """The same results, where the place in a heat or a semi-final of somebody who has a place in the final as well is an advance.

    A heat or a semi-final that somebody won stays won.
    """
    final = {(r.who, r.past > LIKELY) for r in results if r.place and r.phase is None and not r.opponent}

    def advance(r: Found) -> bool:
        return r.past <= LIKELY and (r.place or 0) > 1 and r.phase in TO_QUALIFY and (r.who, False) in final

    return [replace(r, outcome="advance", medal=None) if advance(r) else r for r in results]


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
        if fought_for and _HOPED.search(doc._.article.text, doc._.sentences[number][0], fought_for.start()):
            fought_for = None
        medal = won[0].medal if won else next(filter(None, fought_for.groups())).casefold() if fought_for else None
        if medal:
            matches[n] = replace(match, medal=medal, place=MEDALS.index(medal) + 1 if alone else None)
            singles = [r for r in singles if not won or r is not won[0]]
    return matches, singles


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
            out[side_of(relations, node), ("mark", entry.mark)] = Opinion(LISTED, float(relations.past[node]), node)
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
                out[side_of(relations, node), ("mark", number)] = Opinion(LISTED, float(relations.past[node]), node)
    return out


def _as_listed(doc: Doc, relations: Relations, singles: list[Found], entries: list[tuple[int, Entry]]) -> list[Found]:
    """The same results, with the places that lists of results give; what the prose seems to say otherwise is left out."""
    settled = list(singles)
    for node, entry in entries:
        who = side_of(relations, node)
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
                    who = side_of(relations, node)
                    new = replace(
                        leader, who=who, outcome=outcome, place=place, medal=None, mark=None, node=node, tied=1.0, from_another=True
                    )
                    rival = next((k for k, r in enumerate(settled) if one_claim(relations, r, new)), None)
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


def _told_once(relations: Relations, results: list[Found]) -> list[Found]:
    """The same results without those that say of a competitor only that it was in a contest of which another says more."""

    def contest(found: Found) -> tuple[Side, bool, str]:
        return found.who, found.past > LIKELY, contest_of(relations, found.discipline)

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
            claims[contest_of(relations, found.discipline), found.phase].append(found)
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


@Language.component(
    "results", requires=["doc._.relations", "doc._.marks", "doc._.sport", "doc._.about_sport", "doc._.fixtures"], assigns=["doc._.results"]
)
def results(doc: Doc) -> Doc:
    """Adds `doc._.results`."""
    doc._.results = tuple(find_results(doc, doc._.sport)) if doc._.about_sport else ()
    return doc
