"""What players are said to have done in a match: goals, points, wickets, how many and when."""

from __future__ import annotations

import re

from pipeline.verify.clauses import Clause
from pipeline.verify.facts import Fact, Facts
from pipeline.verify.forms import Ties, fold
from pipeline.verify.items import Item
from pipeline.verify.lexicon import words
from pipeline.verify.notes import Notes
from pipeline.verify.reading import Reading
from pipeline.verify.verdict import ClaimKind, State


def judge_deeds(clause: Clause, who: set[str], details: list[Item], reading: Reading, notes: Notes, facts: Facts, ties: Ties) -> None:
    """Asks the performances of one subject for each count, deed and minute of a clause."""
    deeds = facts.deeds(who)
    results = facts.results(who)
    paired = any(d.figure and d.figure.pairs for d in details)
    # of a match a score, or the runs of one side: "made 209 to beat Welby"
    marked = [f for f in results if f.figures and (f.other is None or paired or not any(g.pairs for g in f.figures))]
    item = clause.item_of("perform")
    if not deeds and any(f.has(d.figure) for f in marked for d in details):
        if item:
            notes.bear_out(item, marked[0])
        return
    if not deeds:
        if item:
            notes.say(item, State.MISSING, kind=ClaimKind.OUTCOME)
        for d in details:
            if d.kind in {"figure", "deed", "minute"}:
                notes.say(d, State.MISSING)
        return
    if item and item.low in words("scoring"):
        deeds = [f for f in deeds if not {fold(w) for w in (f.what or "").lower().split()} & words("no_scores")] or [
            f for f in deeds if any(d.kind == "deed" and _same_deed(f, fold(d.low)) for d in details)
        ]
        if not deeds:
            notes.say(item, State.MISSING, kind=ClaimKind.OUTCOME)
            return
    if item:
        notes.bear_out(item, deeds[0])
    matches = [f for d in deeds for f in facts.results(ties.sides_of(d.who))]
    for number, d in enumerate(details):
        if d.kind == "minute":
            then = next((f for f in deeds if f.minute == d.number), None)
            told = ", ".join(str(f.minute) for f in deeds if f.minute is not None)
            if then:
                notes.bear_out(d, then)
            else:
                notes.say(d, State.CONTRADICTED if told else State.MISSING, fact=deeds[0].id if told else None, instead=told or None)
        elif d.kind == "figure" and d.figure:
            noun = _noun(d, reading)
            same = [f for f in deeds if any(d.figure.agrees(g) for g in f.figures) and (noun is None or _same_deed(f, noun))]
            if same:
                notes.bear_out(d, same[0])
            elif any(f.has(d.figure) for f in [*marked, *matches]) and d.figure.pairs:
                notes.bear_out(d, next(f for f in [*marked, *matches] if f.has(d.figure)))
            elif any(f.minute is not None and d.figure.value == f.minute for f in deeds):
                notes.bear_out(d, deeds[0])
            else:
                said = ", ".join(f.mark for f in deeds if f.mark)
                notes.say(d, State.CONTRADICTED if said else State.MISSING, fact=deeds[0].id if said else None, instead=said or None)
        elif d.kind == "deed" or "deed" in d.senses:
            same = [f for f in deeds if _same_deed(f, fold(d.low))]
            if same:
                notes.bear_out(d, same[0])
            elif not (number and details[number - 1].kind == "deed"):
                notes.say(d, State.CONTRADICTED, fact=deeds[0].id, instead=", ".join(f.what or "" for f in deeds), kind=ClaimKind.OUTCOME)


def _noun(figure: Item, reading: Reading) -> str | None:
    """What a figure counts: '14 points', 'two drop goals'."""
    following = [i for i in reading.items if i.first >= figure.last][:2]
    for item in following:
        if item.kind == "deed" or "deed" in item.senses:
            return fold(item.low)
        if item.kind != "word":
            return None
    return None


def _same_deed(fact: Fact, noun: str) -> bool:
    named = (fact.what or "").lower().replace("3-point", "three-point")
    what = {fold(w) for w in named.replace("-", " ").split()} | {_singular(named)}
    noun = {"tri": "try", "trie": "try", "penaltie": "penalty", "board": "rebound", "boards": "rebound"}.get(noun, noun)
    noun = _singular(noun.replace("3-point", "three-point"))
    return noun in what or noun in {fold(t) for t in re.split(r"[\s-]+", (fact.mark or "").lower())}


def _singular(words_: str) -> str:
    """'run batted in' of 'runs batted in'."""
    return " ".join(fold(word) for word in words_.split())
