"""How bouts end: "a unanimous decision", "by KO", "a fifth-round stoppage"; no "knockout stage" and no "stoppage time"."""

from __future__ import annotations

import re

from pipeline.extract.marks.patterns import after
from pipeline.extract.marks.reading import Place, Reading, Rule

_DECISION = re.compile(
    r"(?:unanimous|split|majority|technical)(?: points)? (?:decision|draw)|points decision|technical knockout|tko(?![a-z])|"
    r"(?:(?<=by )|(?<=round ))ko(?![a-z'])"
)
_STOPPAGE = re.compile("(?:[a-z]+-round )?(?:knockout|stoppage)(?![a-z])")
_STOPPED_BEFORE = re.compile(r"\b(?:by|with a|via|inside-the-distance) $")
_OF_A_CUP_AFTER = after(
    "stage, stages, round, rounds, phase, phases, tie, ties, match, matches, game, games, time, punch, blow, competition, tournament",
    "football, format, draw, clash, specialist",
    lead="[ -]",
)


def _read_decision(match: re.Match[str], place: Place) -> Reading | None:
    return Reading("decision")


def _read_stoppage(match: re.Match[str], place: Place) -> Reading | None:
    boxed = "-round" in match[0] or place.before(_STOPPED_BEFORE)
    return Reading("decision") if boxed and not place.after(_OF_A_CUP_AFTER) else None


PHRASES = (Rule(_DECISION, _read_decision), Rule(_STOPPAGE, _read_stoppage))
