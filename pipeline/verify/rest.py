"""The words of a sentence that nothing was asked of: they say nothing, or stand in the article's evidence, or are not in the record."""

from __future__ import annotations

from itertools import chain

from pipeline.records import Record, When
from pipeline.verify.forms import fold, tokens_of
from pipeline.verify.items import Item
from pipeline.verify.lexicon import words
from pipeline.verify.notes import KINDS, Notes
from pipeline.verify.reading import Reading
from pipeline.verify.verdict import ClaimKind, State


def judge_rest(reading: Reading, notes: Notes, record: Record) -> None:
    """Claims of every word that has none yet and does say something."""
    names = [*(person.name for person in record.people), *(team.name for team in record.teams)]
    named = {word for name in names for word in name.lower().split()}
    said = frozenset(chain.from_iterable(f.words for f in notes.stated))
    items = reading.items
    for number, item in enumerate(items):
        if item.first in notes.found or item.first in notes.settled or item.kind == "glue":
            continue
        low = item.low
        if item.kind == "nothing":
            told = [r for r in record.results if r.when is When.CURRENT]
            notes.say(item, State.CONTRADICTED if told else State.SUPPORTED, fact=told[0].id if told else None, kind=ClaimKind.OUTCOME)
            continue
        if item.kind == "deed" or "deed" in item.senses:
            before = next((i for i in reversed(items[:number]) if i.low != "-"), None)
            counted = notes.found.get(before.first) if before else None
            if counted and before and before.kind == "figure" and counted.state is State.SUPPORTED:
                notes.say(item, State.SUPPORTED, fact=counted.fact, kind=ClaimKind.NUMBER)
                continue
        if low in words("beside_names") and any(i.kind == "side" for i in items[number + 1 : number + 2]):
            continue
        if (
            low in words("better") | words("worse")
            or low in words("medallists")
            or low in words("coaches") | words("officials")
            or "pronoun" in item.senses
        ):
            continue
        if item.kind == "predicate" and ("say" in item.senses or item.low in words("neutral")):
            continue
        if item.kind == "competition":
            notes.say(
                item,
                State.SUPPORTED if any(fold(w) in said for w in low.split()) or not notes.stated else State.MISSING,
                fact=next(iter(sorted(item.ids))),
            )
            continue
        if item.kind in {"source", "fixture"}:
            notes.say(item, State.SUPPORTED, fact=next(iter(sorted(item.ids))))
            continue
        beside_name = any(
            i.kind == "side" and max(i.start - item.end, item.start - i.end) < 2 for i in items[max(0, number - 1) : number + 2]
        )
        name = reading.tokens[item.first].capital and item.first > 0
        evidenced = all(fold(t.low) in said for t in reading.tokens[item.first : item.last] if t.text[0].isalnum())
        if low == "not" and number + 1 < len(items) and items[number + 1].low == "out":
            notes.say(item, State.SUPPORTED if any("not out" in (f.mark or "") for f in notes.stated) else State.MISSING)
        elif low in words("negations"):
            notes.say(item, State.MISSING)
        elif (
            evidenced
            and _when_or_where(item, reading, notes)
            and not (name and beside_name)
            and item.kind not in {"figure", "place", "medal"}
            and low not in named
        ):
            notes.say(
                item, State.SUPPORTED, fact=next((f.id for f in notes.stated if fold(low) in f.words), None), kind=_sort(item, reading)
            )
        elif item.kind == "figure" and evidenced and item.figure and item.figure.value and 1850 <= item.figure.value <= 2100:
            notes.say(item, State.SUPPORTED, kind=ClaimKind.DATE)
        else:
            notes.say(item, State.MISSING, kind=_sort(item, reading))


def _when_or_where(item: Item, reading: Reading, notes: Notes) -> bool:
    """A day, a season, a name of a place: what may be said in the article's words alone. Words of the mark itself, too."""
    low = item.low
    if any(fold(low) in {fold(t.low) for t in tokens_of(f.mark or "")} for f in notes.stated):
        return True
    return (
        low in words("weekdays") | words("months") | words("whens")
        or item.kind in {"nation", "venue", "gender"}
        or reading.tokens[item.first].capital
    )


def _sort(item: Item, reading: Reading) -> ClaimKind:
    low = item.low
    if low in words("weekdays") or low in words("months"):
        return ClaimKind.DATE
    if item.kind in KINDS:
        return KINDS[item.kind]
    if item.number is not None:
        return ClaimKind.NUMBER
    return ClaimKind.NAME if reading.tokens[item.first].capital and item.first > 0 else ClaimKind.STATEMENT
