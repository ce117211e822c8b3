"""Who "he", "she" and "the 25-year-old" are, where there is one candidate worth the name.

Sports prose keeps its subject: a pronoun that opens a sentence stands for the person who opened the sentence before. That rule
alone is what this module applies; it leaves a pronoun unresolved where it has no such person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PRONOUNS = frozenset({"he", "she"})
SUBJECT_WITHIN = 12  # tokens from the start of a sentence within which its first person counts as its subject
_AGE = re.compile(r"\d\d-year-old", re.IGNORECASE)


@dataclass(frozen=True)
class Anaphor:
    """A pronoun or description, first to last token, and the person it stands for."""

    first: int
    last: int
    key: int


def resolve(
    words: Sequence[str], sentences: NDArray[np.int64], people: Sequence[tuple[int, int, int]], quoted: NDArray[np.bool_]
) -> list[Anaphor]:
    """The pronouns and "the 25-year-old"s outside quotations that stand for a person.

    `people` are mentions as (first token, last token, person); `quoted` tells for each token whether it is in a quotation.
    """
    by_first = {first: (last, key) for first, last, key in people if not quoted[first]}
    found: list[Anaphor] = []
    subject: int | None = None
    earlier: int | None = None
    sentence, opened, start = -1, False, 0
    at = 0
    while at < len(words):
        if sentences[at] != sentence:
            sentence, opened, start, earlier = int(sentences[at]), False, at, None
        if at in by_first:
            last, key = by_first[at]
            if not opened and at - start <= SUBJECT_WITHIN:
                subject, opened = key, True
            earlier = key if earlier is None else earlier
            at = last + 1
            continue
        if not quoted[at]:
            length = anaphor_length(words, at)
            if length:
                # within a sentence the pronoun goes back to its first person; else to the running subject
                key_or_none = earlier if earlier is not None else subject
                if key_or_none is not None:
                    found.append(Anaphor(at, at + length - 1, key_or_none))
                    opened = True
                at += length
                continue
        at += 1
    return found


def anaphor_length(words: Sequence[str], at: int) -> int:
    """How many tokens, starting here, are a pronoun or "the 25-year-old"; 0 if none."""
    word = words[at].casefold()
    if word in PRONOUNS:
        return 1
    if word == "the" and at + 1 < len(words):
        for length in (1, 5):  # "25-year-old" is one token or five, as the hyphens are taken
            if _AGE.fullmatch("".join(words[at + 1 : at + 1 + length])):
                return 1 + length
    return 0
