"""Statements made false: each key fact of a gold annotation with one thing in it changed, by a seeded hand.

`changed(annotation, statement, others, seed)` yields another person or side of the article, another digit, place or medal, the sides of a
match turned round, another competition, round or discipline, another nation. Changes that the annotation shows to be true as well are
left out. `misquoted(annotation, seed)` does the same to quotations: a word, or the speaker. They know the annotations only, nothing of
the verifier.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Annotation = dict[str, Any]

ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
MEDALS = ["gold", "silver", "bronze"]
MOST_OTHERS = 4  # replacements tried for one name


@dataclass(frozen=True)
class Change:
    """A statement that is false now, and what was done to it."""

    kind: str
    text: str


def changed(annotation: Annotation, statement: str, elsewhere: list[str], seed: int = 0) -> Iterator[Change]:
    """Every change of one fact in a statement; `elsewhere` are names of contests in other articles."""
    hand = random.Random(f"{seed} {annotation['id']} {statement}")
    yield from _sides_turned(annotation, statement)
    yield from _names(annotation, statement, hand)
    yield from _digits(annotation, statement, hand)
    yield from _ranks(statement)
    yield from _events(annotation, statement, elsewhere, hand)
    yield from _nations(annotation, statement, hand)


def contests(annotation: Annotation) -> list[str]:
    """The competitions, rounds and disciplines that an annotation names."""
    results = annotation["results"]
    return sorted({value for r in results for value in (r["event"], r["round"], r["competition"]) if value})


# ---- Names ------------------------------------------------------------------------------------------------------------------------


def _forms(entry: Annotation) -> list[str]:
    return sorted({entry["name"], *entry["mentions"]}, key=len, reverse=True)


def _standing(annotation: Annotation, statement: str) -> list[tuple[Annotation, str]]:
    """The people and teams that a statement names, each with its longest form there, in the statement's order."""
    found: list[tuple[Annotation, str]] = []
    taken = statement
    entries = [(entry, form) for entry in (*annotation["people"], *annotation["teams"]) for form in _forms(entry)]
    for entry, form in sorted(entries, key=lambda pair: -len(pair[1])):
        if re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", taken) and all(entry is not known for known, _ in found):
            found.append((entry, form))
            taken = re.sub(rf"(?<![\w-]){re.escape(form)}(?![\w-])", "#" * len(form), taken)
    return sorted(found, key=lambda pair: statement.index(pair[1]))


def _put(statement: str, old: str, new: str) -> str:
    return re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", lambda _: new, statement)


def _names(annotation: Annotation, statement: str, hand: random.Random) -> Iterator[Change]:
    standing = _standing(annotation, statement)
    for entry, form in standing:
        teams = entry in annotation["teams"]
        pool = [e for e in (annotation["teams"] if teams else annotation["people"]) if all(e is not known for known, _ in standing)]
        hand.shuffle(pool)
        for other in pool[:MOST_OTHERS]:
            if not _true_of_both(annotation, statement, entry["name"], other["name"]) and not set(_forms(entry)) & set(_forms(other)):
                yield Change("team" if teams else "person", _put(statement, form, other["name"]))


def _true_of_both(annotation: Annotation, statement: str, one: str, other: str) -> bool:
    """Whether what a statement says may hold of both: they have results or performances alike in all that it mentions."""
    ours, theirs = _signatures(annotation, statement, one), _signatures(annotation, statement, other)
    return bool(ours & theirs)


def _signatures(annotation: Annotation, statement: str, name: str) -> set[tuple[Any, ...]]:
    def told(value: Any) -> Any:
        return value if value is not None and re.search(rf"(?<!\w){re.escape(str(value))}(?!\w)", statement) else None

    found: set[tuple[Any, ...]] = set()
    for r in annotation["results"]:
        if name in (r["who"], r["opponent"]):
            won = r["who"] == name
            rival = r["opponent"] if won else r["who"]
            medal, place = told(r["medal"]), r["place"] if any(w in statement for w in ORDINALS) else None
            found.add(
                (won and r["outcome"], told(r["mark"]), told(rival), medal, place, *(told(r[k]) for k in ("event", "round", "competition")))
            )
    side = {p["name"]: p["represents"] for p in annotation["people"]}.get(name)
    for p in annotation["performances"]:
        if p["who"] == name:
            found.add((p["what"], told(p["mark"]), told(side)))
    return found


def _sides_turned(annotation: Annotation, statement: str) -> Iterator[Change]:
    standing = {entry["name"]: form for entry, form in _standing(annotation, statement)}
    for r in annotation["results"]:
        if r["outcome"] == "win" and r["who"] in standing and r["opponent"] in standing:
            one, other = standing[r["who"]], standing[r["opponent"]]
            marked = _put(_put(_put(statement, one, "\x00"), other, one), "\x00", other)
            yield Change("sides", marked)


def _nations(annotation: Annotation, statement: str, hand: random.Random) -> Iterator[Change]:
    ties = sorted({p["represents"] for p in annotation["people"] if p["represents"]})
    sides = {form for _, form in _standing(annotation, statement)}
    for person in annotation["people"]:
        tie = person["represents"]
        if (
            tie
            and tie not in sides
            and re.search(rf"(?<!\w){re.escape(tie)}(?!\w)", statement)
            and any(f in statement for f in _forms(person))
        ):
            pool = [t for t in ties if t[:3] != tie[:3] and t not in statement and {t, tie} not in SAME]
            hand.shuffle(pool)
            for other in pool[:2]:
                yield Change("nation", _put(statement, tie, other))


SAME = [{"Britain", "Team GB"}, {"Great Britain", "Team GB"}, {"British", "GB"}, {"British", "Great Britain"}, {"Dutch", "Netherlands"}]


# ---- Figures ------------------------------------------------------------------------------------------------------------------------


def _digits(annotation: Annotation, statement: str, hand: random.Random) -> Iterator[Change]:
    """Each number with one digit changed, unless it is part of a name."""
    names = [form for _, form in _standing(annotation, statement)]
    shielded = [m.span() for form in names for m in re.finditer(re.escape(form), statement)]
    for match in re.finditer(r"\d+", statement):
        if any(a <= match.start() < b for a, b in shielded):
            continue
        for _ in range(2):
            at = hand.randrange(match.start(), match.end())
            digit = hand.choice([d for d in "123456789" if d != statement[at]])
            yield Change("digit", statement[:at] + digit + statement[at + 1 :])


def _ranks(statement: str) -> Iterator[Change]:
    for words in (ORDINALS, MEDALS):
        for match in re.finditer(rf"\b(?:{'|'.join(words)})\b", statement):
            at = words.index(match[0])
            for other in sorted({words[(at + 1) % len(words)], words[at - 1] if at else words[2]} - {match[0]}):
                yield Change("medal" if words is MEDALS else "place", statement[: match.start()] + other + statement[match.end() :])


# ---- Contests -----------------------------------------------------------------------------------------------------------------------


def _events(annotation: Annotation, statement: str, elsewhere: list[str], hand: random.Random) -> Iterator[Change]:
    """Another contest of the article, and two of other articles, in the place of each that is named."""
    own = contests(annotation)
    kinds = {value: key for r in annotation["results"] for key in ("event", "round", "competition") if (value := r[key])}
    aliases = {form: c["name"] for c in annotation["competitions"] for form in _forms(c)}
    for form in sorted({*own, *aliases}, key=lambda form: (-len(form), form)):
        if not re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", statement):
            continue
        kind = kinds.get(aliases.get(form, form), "competition")
        near = [
            v
            for v in own
            if kinds.get(v) == kind
            and v not in statement
            and form not in v
            and v not in form
            and aliases.get(v, v) != aliases.get(form, form)
        ]
        far = [v for v in elsewhere if v not in own and not re.search(re.escape(v), statement) and not _akin(v, form)]
        for other in [*hand.sample(near, min(2, len(near))), *hand.sample(far, min(2, len(far)))]:
            if not _event_fits(annotation, statement, form, other):
                yield Change("event", _put(statement, form, other))
        break


def _akin(one: str, other: str) -> bool:
    """Whether two names of contests may be the same one: 'final' and 'finals', 'Australian Open' and 'Open'."""
    a, b = one.lower().rstrip("s"), other.lower().rstrip("s")
    return a in b or b in a


def _event_fits(annotation: Annotation, statement: str, form: str, other: str) -> bool:
    """Whether somebody whom the statement names has the same in the other contest."""
    names = {entry["name"] for entry, _ in _standing(annotation, statement)}
    results = [r for r in annotation["results"] if r["who"] in names or r["opponent"] in names]
    here = [(r["who"], r["opponent"], r["place"], r["outcome"]) for r in results if form in (r["event"], r["round"], r["competition"])]
    there = [(r["who"], r["opponent"], r["place"], r["outcome"]) for r in results if other in (r["event"], r["round"], r["competition"])]
    return bool(set(here) & set(there)) and not any(r["mark"] and r["mark"] in statement for r in results)


# ---- Quotations ---------------------------------------------------------------------------------------------------------------------


def quoted(annotation: Annotation) -> Iterator[tuple[str, str]]:
    """True statements of who said what: each whole quotation with its speaker."""
    for quote in annotation["quotes"]:
        if quote["speaker"] in {p["name"] for p in annotation["people"]} and not re.search(r"[\"“”\n]", quote["text"]):
            yield f"{quote['speaker']} said: “{quote['text']}”", quote["speaker"]


def misquoted(annotation: Annotation, seed: int = 0) -> Iterator[Change]:
    """The same with a word left out or put in another's place, or with another speaker."""
    for statement, speaker in quoted(annotation):
        hand = random.Random(f"{seed} {statement}")
        said = statement[statement.index("“") + 1 : -1]
        words = [m for m in re.finditer(r"\b[a-z]{3,}\b", said) if said[: m.start()].strip() and re.search(r"\w", said[m.end() :])]
        if words:
            one = hand.choice(words)
            other = hand.choice(["never", "team", "always", "today", "great"])
            if one[0] != other:
                yield Change("word", f"{speaker} said: “{said[: one.start()]}{other}{said[one.end() :]}”")
            yield Change("word", f"{speaker} said: “{(said[: one.start()].rstrip() + said[one.end() :])}”")
        said_so = {q["speaker"] for q in annotation["quotes"] if q["text"] == said}
        others = [p["name"] for p in annotation["people"] if p["name"] not in said_so]
        for other in hand.sample(others, min(1, len(others))):
            yield Change("speaker", f"{other} said: “{said}”")
