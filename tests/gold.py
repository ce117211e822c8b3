"""Perfect input for the stages after extraction: a `Record` made from a gold annotation and the text of its article.

`record_from_gold(annotation, text)` places every name, mark and quotation of the annotation in the text by searching for it;
what the annotation does not say (minutes, fixtures, flags) stays empty. Results keep the annotation's order.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from pipeline.records import (
    Article,
    Competition,
    Event,
    Kind,
    Mark,
    Medal,
    Outcome,
    Performance,
    Person,
    Quote,
    Record,
    Result,
    Role,
    Span,
    Team,
    When,
)

PLAIN_SCORE = re.compile(r"(\d+)[-–](\d+)")
SENTENCE_END = re.compile(r"[.!?][”\"’']?\s|\n")
JUDGED = {"gymnastics", "diving", "multi-sport", "powerlifting", "figure skating", "shooting"}


def record_from_gold(annotation: dict[str, Any], text: str) -> Record:
    """The record that a faultless reader would make of the article `text`.

    Raises `ValueError` where a string that the annotation calls exact is not in the text.
    """
    sport = annotation["sport"]
    ids: dict[str, str] = {}
    people, teams, competitions = [], [], []
    for number, entry in enumerate(annotation["people"], 1):
        ids.setdefault(entry["name"], f"p{number}")
        represents = _spans(text, entry["represents"])[0] if entry.get("represents") else None
        mentions = _mentions(text, entry["mentions"])
        people.append(
            Person(
                id=f"p{number}",
                name=entry["name"],
                aliases=tuple(entry["mentions"]),
                role=Role(entry["role"]),
                represents=represents,
                mentions=mentions,
            )
        )
    for number, entry in enumerate(annotation["teams"], 1):
        ids.setdefault(entry["name"], f"t{number}")
        teams.append(
            Team(id=f"t{number}", name=entry["name"], aliases=tuple(entry["mentions"]), mentions=_mentions(text, entry["mentions"]))
        )
    leagues: dict[str, str] = {}
    for number, entry in enumerate(annotation["competitions"], 1):
        leagues.setdefault(entry["name"], f"c{number}")
        competitions.append(
            Competition(id=f"c{number}", name=entry["name"], aliases=tuple(entry["mentions"]), mentions=_mentions(text, entry["mentions"]))
        )

    events: dict[tuple[str | None, str | None, str | None], Event] = {}
    results = []
    for number, entry in enumerate(annotation["results"], 1):
        key = (entry.get("event"), entry.get("round"), leagues.get(entry.get("competition") or ""))
        if any(key) and key not in events:
            discipline, stage, competition = key
            events[key] = Event(
                id=f"e{len(events) + 1}", discipline=discipline, gender=_gender(discipline), round=stage, competition=competition
            )
        mark = _mark(text, entry.get("mark"), entry["who"], sport, versus=bool(entry.get("opponent")))
        anchor = mark or _spans(text, entry["who"])[0]
        results.append(
            Result(
                id=f"r{number}",
                who=ids[entry["who"]],
                opponent=ids[entry["opponent"]] if entry.get("opponent") else None,
                event=events[key].id if any(key) else None,
                place=entry.get("place"),
                medal=Medal(entry["medal"]) if entry.get("medal") else None,
                outcome=Outcome(entry["outcome"]) if entry.get("outcome") else None,
                mark=mark,
                when=When(entry["when"]),
                evidence=(_sentence(text, anchor),),
            )
        )
    performances = []
    for number, entry in enumerate(annotation["performances"], 1):
        mark = _mark(text, entry.get("mark"), entry["who"], sport, versus=False, what=entry["what"])
        anchor = mark or _spans(text, entry["who"])[0]
        performances.append(
            Performance(id=f"f{number}", who=ids[entry["who"]], what=entry["what"], mark=mark, evidence=(_sentence(text, anchor),))
        )
    quotes, begin = [], 0
    for number, entry in enumerate(annotation["quotes"], 1):
        start = text.find(entry["text"], begin)
        start = text.index(entry["text"]) if start < 0 else start
        begin = start + 1
        speaker = ids.get(entry["speaker"]) if entry["speaker"] else None
        quotes.append(
            Quote(
                id=f"q{number}",
                text=entry["text"],
                start=start,
                end=start + len(entry["text"]),
                speaker=speaker if speaker and speaker.startswith("p") else None,
                speaker_text=entry["speaker"],
            )
        )
    return Record(
        article=Article(id=annotation["id"], text=text),
        sport=sport,
        kind=Kind(annotation["kind"]),
        people=tuple(people),
        teams=tuple(teams),
        competitions=tuple(competitions),
        events=tuple(events.values()),
        results=tuple(results),
        performances=tuple(performances),
        quotes=tuple(quotes),
    )


def _spans(text: str, words: str) -> list[Span]:
    """Where `words` stand in the text as words, or anywhere if they never do."""
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)] or [text.index(words)]
    return [Span(text=words, start=start, end=start + len(words)) for start in found]


def _mentions(text: str, forms: list[str]) -> tuple[Span, ...]:
    """Every occurrence of any form, the longer form where two overlap, in the order of the text."""
    taken: list[Span] = []
    for form in sorted(forms, key=len, reverse=True):
        taken += [s for s in _spans(text, form) if all(s.end <= t.start or s.start >= t.end for t in taken)]
    return tuple(sorted(taken, key=lambda span: span.start))


def _mark(text: str, words: str | None, who: str, sport: str, *, versus: bool, what: str | None = None) -> Mark | None:
    """The mark where it stands closest after a mention of its owner."""
    if not words:
        return None
    owners = [s.start for s in _spans(text, who)]
    spot = min(_spans(text, words), key=lambda s: min(abs(s.start - o) + 500 * (s.start < o) for o in owners))
    kind, unit = _measure(words, sport, versus=versus, what=what)
    score = PLAIN_SCORE.fullmatch(words)
    parts = (float(score[1]), float(score[2])) if score and kind in {"score", "points"} else None
    flags = ("to par",) if kind == "strokes" and re.search("under|over|level", words) else ()
    return Mark(text=words, start=spot.start, end=spot.end, kind=kind, unit=unit, parts=parts, flags=flags)


def _measure(words: str, sport: str, *, versus: bool, what: str | None) -> tuple[str, str | None]:
    """What a mark measures, by its unit, else by its sport: (kind, unit)."""
    low = words.lower()
    if what is not None:
        return ("wickets" if what == "wickets" else "points" if what == "points" else "runs" if what == "runs" else "count", None)
    if re.search(r"\b(?:wickets?|runs?|innings|shots?)\b", low) and (versus or "innings" in low):
        return "margin", "wicket" if "wicket" in low else "run"
    if sport == "cricket" and versus:
        return "innings", "run"
    if re.search(r"\d(?:\.\d+)? ?(?:s|secs?|seconds|minutes|hours|min)\b|\bminutes?\b|\bhours?\b|^\d+:\d", low):
        return "time", "s"
    if sport == "golf" and not versus and "shot" not in low:
        return "strokes", "stroke"
    if re.search(r"\d ?(?:m|metres|meters|cm)$", low):
        return "distance", "m"
    if re.search(r"\d ?kgs?$", low):
        return "weight", "kg"
    if "points" in low:
        return "points", "point"
    if "penalties" in low and not versus:
        return "penalties", "penalty"
    if len(re.findall(r"\d+[-–]\d+", re.sub(r"\([^)]*\)", "", words))) > 1:
        return "sets", None
    if PLAIN_SCORE.search(words):
        return "score", None
    return ("points", "point") if sport in JUDGED and "of" not in low and "ex" not in low else ("score", None)


def _gender(discipline: str | None) -> Literal["men", "women", "mixed"] | None:
    found = re.search(r"\b(women|men|mixed)\b", (discipline or "").lower())
    genders: dict[str, Literal["men", "women", "mixed"]] = {"women": "women", "men": "men", "mixed": "mixed"}
    return genders[found[1]] if found else None


def _sentence(text: str, inside: Span) -> Span:
    """The sentence around a span, by full stops and line ends."""
    start = max((m.end() for m in SENTENCE_END.finditer(text, 0, inside.start)), default=0)
    end_mark = SENTENCE_END.search(text, inside.end)
    end = end_mark.start() + 1 if end_mark else len(text)
    return Span(text=text[start:end], start=start, end=end)
