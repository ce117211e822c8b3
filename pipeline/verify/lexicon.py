"""The verifier's word lists, from lexicon.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = tomllib.loads((resources.files(__package__) / "lexicon.toml").read_text(encoding="utf-8"))
    return loaded


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists under [words]."""
    return frozenset(_file()["words"][name])


@cache
def predicates() -> dict[str, frozenset[str]]:
    """What each word of the list may assert: 'win', 'beat', ...; some words assert several things."""
    table: dict[str, set[str]] = {}
    for predicate, listed in _file()["predicates"].items():
        for word in listed:
            table.setdefault(word, set()).add(predicate)
    return {word: frozenset(asserted) for word, asserted in table.items()}


@cache
def flags() -> dict[tuple[str, ...], str]:
    """The words of each flag: ('personal', 'best') is PB."""
    return {tuple(phrase.split()): flag for flag, phrases in _file()["flags"].items() for phrase in phrases}
