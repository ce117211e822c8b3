"""Who "he", "she", "the 25-year-old" and "the Briton" are, where there is one candidate worth the name.

Sports prose keeps its subject: a pronoun stands for the person who opened its clause, or else for the one who opened the sentence
before. A person whom the article otherwise calls "he" is no "she". Where these leave nobody, the pronoun stays unresolved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.nations import country_code, nation_names

PRONOUNS = frozenset({"he", "she"})
SUBJECT_WITHIN = 12  # tokens from the start of a sentence within which its first person counts as its subject
SURE_OF_GENDER = 3  # times as often "he" as "she", or the reverse, that a person has to be called to be taken for a man or woman
RECENT = 60  # tokens back to where a person of the right gender is looked for
NATION_BEFORE = 3  # tokens before a name within which "Kenya's", "Kenyan" or "fellow Briton" says where the person is from

_AGE = re.compile(r"\d\d-year-old", re.IGNORECASE)
# a name after one of these is no subject: "beat Lin", "in front of Lin"
_NO_SUBJECT = frozenset({
    "against", "beat", "beats", "past", "over", "to", "of", "by", "with", "from", "than", "for", "into", "at", "behind",
    "before", "after", "like", "between", "around", "under", "on", "v", "vs", "despite", "without", "joined", "alongside",
    "ahead", "include", "including",
})  # fmt: skip
# in a phrase that opens a sentence such a name gives way to the subject proper: "Despite pressure from Lin, Okoro ..."
_OPENING = frozenset({
    "Despite", "After", "Before", "With", "Under", "For", "In", "At", "On", "Against", "Behind", "Like", "Without",
    "Following",
})  # fmt: skip
_NEW_CLAUSE = frozenset({
    "while", "but", "whereas", "although", "though", "because",
})  # fmt: skip
# "the Kenyan" stands for a person where the sentence goes on so, not before a noun: "the Kenyan federation"
_GOES_ON = frozenset({
    "who", "was", "is", "has", "had", "will", "would", "could", "did", "then", "also", "and", "but", "to", "in", "on", "at",
    "with", "by", "for", "from", "after", "before", "when", "as", "that", "said", "says", "told", "won", "led", "ran", "came",
    "went", "took", "beat", "held", "hit", "made", "set", "got", "finished",
}) | frozenset(",.;:-–)'’")  # fmt: skip
_OF_A_PEOPLE = re.compile(r"(?:ese|ish|ch|sh|ss)$")  # "the British" are many


@dataclass(frozen=True)
class Anaphor:
    """A pronoun or description, first to last token, and the person it stands for."""

    first: int
    last: int
    key: int


def resolve(
    words: Sequence[str], sentences: NDArray[np.int64], people: Sequence[tuple[int, int, int]], quoted: NDArray[np.bool_]
) -> list[Anaphor]:
    """The pronouns, "the 25-year-old"s and "the Kenyan"s outside quotations that stand for a person.

    `people` are mentions as (first token, last token, person); `quoted` tells for each token whether it is in a quotation.
    """
    in_quotation = np.asarray(quoted).tolist()
    by_first = {first: (last, key) for first, last, key in people if not in_quotation[first]}
    nations = _nations(words, by_first)
    found = _by_subject(words, np.asarray(sentences).tolist(), by_first, in_quotation, nations)
    return _of_the_right_gender(words, found, by_first)


def anaphor_length(words: Sequence[str], at: int) -> int:
    """How many tokens, starting here, are a pronoun or "the 25-year-old"; 0 if none."""
    word = words[at].casefold()
    if word in PRONOUNS:
        return 1
    if word == "the" and at + 1 < len(words) and words[at + 1][0].isdigit():
        for length in (1, 5):  # "25-year-old" is one token or five, as the hyphens are taken
            if _AGE.fullmatch("".join(words[at + 1 : at + 1 + length])):
                return 1 + length
    return 0


def _by_subject(
    words: Sequence[str],
    sentences: Sequence[int],
    by_first: Mapping[int, tuple[int, int]],
    quoted: Sequence[bool],
    nations: Mapping[int, str],
) -> list[Anaphor]:
    """Each pronoun with the subject of its clause, or else of the sentence before."""
    found: list[Anaphor] = []
    subject: int | None = None  # of the running text
    latest: int | None = None  # whoever was named
    clause: int | None = None  # of the clause so far
    before: set[int] = set()  # whoever was named in the sentence before
    here: set[int] = set()  # and in this one
    sentence, opened, start, at = -1, False, 0, 0
    while at < len(words):
        if sentences[at] != sentence:
            before, here = here, set()
            sentence, opened, start, clause = sentences[at], False, at, None
        if at in by_first:
            last, key = by_first[at]
            acts = _acts(words, at, last, start)
            if at - start <= SUBJECT_WITHIN and not opened and (acts or words[start] not in _OPENING):
                subject, opened = key, True
            if acts and (clause is None or words[at - 1].casefold() in _NEW_CLAUSE):
                clause = key
            latest = key
            here.add(key)
            at = last + 1
            continue
        length = 0 if quoted[at] else anaphor_length(words, at)
        if length and not _names_itself(words, at + length, by_first, words[at]):
            meant = clause if clause is not None else subject
            if at == start and length > 1 and len(before) == 1:
                meant = next(iter(before))  # "For Roth it was a long day. The 22-year-old ..."
            if meant is not None:
                found.append(Anaphor(at, at + length - 1, meant))
                opened = True
                clause = meant
        elif not quoted[at] and not length and (code := _nation_meant(words, at)):
            meant = _only_one_from(code, nations)
            if meant is None and at == start and subject is not None and code not in nations.values() and subject not in nations:
                meant = subject  # nobody else is said to be from there
            if meant is not None and meant in (subject, latest):
                found.append(Anaphor(at, at + 1, meant))
                if not opened and at - start <= SUBJECT_WITHIN:
                    subject, opened = meant, True
                if clause is None and at == start:
                    clause = meant
                length = 2
        at += length or 1
    return found


def _acts(words: Sequence[str], first: int, last: int, start: int) -> bool:
    """Whether a name may be the subject where it stands: not after a preposition, not before a possessive's s."""
    after = words[last + 1] if last + 1 < len(words) else ""
    return after not in ("'s", "’s") and (first == start or words[first - 1].casefold() not in _NO_SUBJECT)


def _names_itself(words: Sequence[str], after: int, by_first: Mapping[int, tuple[int, int]], word: str) -> bool:
    """Whether a description goes on to the name: "the 25-year-old Lin", "the 25-year-old Kenyan Lin"."""
    if word.casefold() in PRONOUNS:
        return False
    return any(i in by_first and all(w[:1].isupper() for w in words[after:i]) for i in range(after, after + NATION_BEFORE))


def _nations(words: Sequence[str], by_first: Mapping[int, tuple[int, int]]) -> dict[int, str]:
    """The nation of each person whom the words before the name tell it of."""
    nations: dict[int, str] = {}
    for first, (_, key) in by_first.items():
        for i in range(first - 1, max(-1, first - 1 - NATION_BEFORE), -1):
            if not words[i][0].isalpha() and words[i] not in ("'s", "’s"):
                break
            if words[i][0].isupper() and (code := country_code(words[i])):
                nations.setdefault(key, code)
                break
    return nations


def _nation_meant(words: Sequence[str], at: int) -> str | None:
    """The nation of "the Kenyan" where it may stand for one person."""
    if words[at] not in ("the", "The") or at + 2 >= len(words) or not words[at + 1][0].isupper():
        return None
    people = words[at + 1]
    if people in nation_names() or people.endswith("s") or _OF_A_PEOPLE.search(people) or words[at + 2] not in _GOES_ON:
        return None
    return country_code(people)


def _only_one_from(code: str, nations: Mapping[int, str]) -> int | None:
    """The one person of the nation; None where there are more."""
    fitting = [key for key, nation in nations.items() if nation == code]
    return fitting[0] if len(fitting) == 1 else None


def _of_the_right_gender(words: Sequence[str], found: list[Anaphor], by_first: Mapping[int, tuple[int, int]]) -> list[Anaphor]:
    """The anaphors, those of the wrong gender given to the person of the right one who was named last."""
    called: dict[int, Counter[str]] = {}
    for anaphor in found:
        called.setdefault(anaphor.key, Counter())[words[anaphor.first].casefold()] += 1
    gender = {key: pronoun for key, count in called.items() for pronoun in PRONOUNS if _mostly(pronoun, count)}
    if len(set(gender.values())) < 2:
        return found
    kept = []
    for anaphor in found:
        pronoun = words[anaphor.first].casefold()
        if pronoun in PRONOUNS and gender.get(anaphor.key, pronoun) != pronoun:
            before = [
                key for first, (_, key) in sorted(by_first.items()) if 0 < anaphor.first - first <= RECENT and gender.get(key) == pronoun
            ]
            if not before:
                continue
            anaphor = Anaphor(anaphor.first, anaphor.last, before[-1])
        kept.append(anaphor)
    return kept


def _mostly(pronoun: str, count: Counter[str]) -> bool:
    other = sum(count[p] for p in PRONOUNS - {pronoun})
    return count[pronoun] > 0 and count[pronoun] >= SURE_OF_GENDER * other
