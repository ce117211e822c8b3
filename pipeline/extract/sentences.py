"""Paragraph and sentence ranges of an article, by rules over the unchanged text.

Sports copy breaks the habits that general splitters learn: initials ("J.J. Wolf"), state names ("Tuscaloosa, Ala."), marks
with full stops ("6.49 seconds"), merged paragraphs with no space between them, and lines wrapped at 70 columns. The rules
here look at what stands on both sides of a possible end, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

MIN_WRAP_WIDTH, MAX_WRAP_WIDTH = 60, 100  # columns; agencies wrap within this, and a longer line is a paragraph
MIN_WRAPPED_LINES = 3  # two lines always fit their own width, so they prove nothing

OPENING = "\"'“‘«„(["
CLOSING = "\"'”’»)]"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A full stop after these is never the end: a name or a number follows.
_ALWAYS_GOES_ON = _words(
    "mr mrs ms mx dr prof rev fr hon messrs mme mlle st ste mt gen col lt sgt cpl maj capt cmdr adm gov sen rep supt insp "
    "v vs d def nos pp fig vol approx cf e.g i.e"
)
# After these it is the end only if the next word can hardly be anything but the first of a sentence.
_MAY_GO_ON = _words(
    "bt ft ca jr sr inc co corp ltd bros dept univ assn assoc est etc al ave blvd rd sq "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va "
    "wash wis wyo ont que man alta"
)
_FIRST_WORDS = _words(
    "a after all although an and another as at before both but by despite during each earlier even for from he her his how however "
    "i if in instead it its last later many meanwhile most my no nobody not now on once one only our she since so some that the "
    "their then there these they this those though three to today two until we what when where which while who why with you your "
    "yesterday"
)
_ENTRY_NUMBER = re.compile(r"(?:^|\n)\s*\(?\d{1,3}$|[;:]\s+\(?\d{1,2}$|\d[a-z]{0,2}\s+\d{1,2}$")  # "1. Roth 12.37; 2. Lin 12.40 3. Hale"
_WORD_BEFORE = re.compile(r"[^\s\"“‘(\[«–—/]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_END = re.compile(r"(?:[.!?…]|\. \. \.)+[\"'”’»)\]]*")
_BLANK_LINE = re.compile(r"\r\n?|\n|\u2028|\u2029")
_ANSWERED = re.compile(
    r"\s*(?:[^\W\d_][\w.'’-]*\s){1,4}?(?:said|says|asked|asks|added|adds|told|wondered|replied|joked|wrote|shouted)\b(?![^.\n]{0,80}:)"
)


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Ranges of the paragraphs, without the white space around them; a line wrapped at a fixed width does not end one.

    >>> find_paragraphs("First one.\\nSecond one.\\n")
    [(0, 10), (11, 22)]
    """
    lines, start = [], 0
    for newline in _BLANK_LINE.finditer(text):
        lines.append(_trimmed(text, start, newline.start()))
        start = newline.end()
    lines.append(_trimmed(text, start, len(text)))

    paragraphs: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for line in [*lines, (0, 0)]:
        if line[0] < line[1]:
            block.append(line)
        elif block:
            paragraphs += _unwrapped(text, block)
            block = []
    return paragraphs


def find_sentences(text: str, breaks: Sequence[int] = ()) -> list[tuple[int, int]]:
    """Ranges of the sentences in order, without the white space around them; each offset in `breaks` ends one as well.

    Speech stays with its attribution ('"We won," said Kerr.'), and ends a sentence where a new one follows it:

    >>> [(s, e) for s, e in find_sentences("J.J. Wolf won 6-3 in St. Louis. 'It is great.' He left.")]
    [(0, 31), (32, 46), (47, 55)]
    """
    wanted = sorted({b for b in breaks if 0 < b < len(text)})
    sentences: list[tuple[int, int]] = []
    for start, end in find_paragraphs(text):
        cuts = {b for b in wanted if start < b < end}
        for stop in _END.finditer(text, start, end):
            if stop.end() < end and _ends_sentence(text, start, stop, end):
                cuts.add(stop.end())
        for left, right in pairwise([start, *sorted(cuts), end]):
            left, right = _trimmed(text, left, right)
            if left < right:
                sentences.append((left, right))
    return sentences


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start, start + len(piece.rstrip()))


def _unwrapped(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs of neighbouring lines."""
    wrapped = _is_wrapped(text, block)
    paragraphs = [block[0]]
    for line in block[1:]:
        before = paragraphs[-1]
        if wrapped or _breaks_off(text, before, line):
            paragraphs[-1] = (before[0], line[1])
        else:
            paragraphs.append(line)
    return paragraphs


def _is_wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    """Whether every line but the last is so full that the next line's first word had no room on it."""
    width = max(end - start for start, end in block)
    if len(block) < MIN_WRAPPED_LINES or not MIN_WRAP_WIDTH <= width <= MAX_WRAP_WIDTH:
        return False
    return all(end - start + 1 + len(text[after:last].split(None, 1)[0]) > width for (start, end), (after, last) in pairwise(block))


def _breaks_off(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line stops in mid-sentence, at a width at which copy is wrapped, and the next goes on in small letters."""
    start = max(before[0], text.rfind("\n", before[0], before[1]) + 1)
    full = MIN_WRAP_WIDTH <= before[1] - start <= MAX_WRAP_WIDTH
    return full and text[before[1] - 1] not in ".!?…:" + CLOSING and text[line[0]].islower()


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    after = stop.end()
    rest = text[after : min(end, after + 120)]
    following = rest.lstrip()
    if following == rest:
        return _is_run_on(text, stop, rest)
    following = following.lstrip(OPENING)
    if not following:
        return True
    first = following[0]
    if first.islower() or first in ",;:":
        return False
    marks = stop.group()
    if "!" in marks or "?" in marks:
        return marks[-1] not in CLOSING or not _ANSWERED.match(rest)
    if marks == ".)" and first.isdigit():
        return False  # "Tillman (U.S.) 21.94m"
    if marks != "." and not marks.startswith("…"):
        return True  # brackets or quotation marks close here, or it is an ellipsis before a capital
    return _full_stop_ends(text, max(start, stop.start() - 24), stop.start(), following)


def _full_stop_ends(text: str, start: int, at: int, following: str) -> bool:
    """Whether the full stop at `at` ends a sentence, by the word before it and the one that follows."""
    found = _WORD_BEFORE.search(text, start, at)
    if found is None:
        return True
    word = found.group().lower()
    if word == "no":
        return not following[0].isdigit()
    if word in _ALWAYS_GOES_ON:
        return False
    if word.isdigit():
        return not _ENTRY_NUMBER.search(text, max(0, start - 1), at)
    bare = word.lstrip("'’").rsplit("-", 1)[-1]
    if len(bare) == 1 and bare.isalpha() and found.group()[-1].isupper() and bare != "i":
        return False
    if bare in _MAY_GO_ON or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
        following_word = _WORD_AFTER.match(following)
        return following_word is not None and following_word.group().lower() in _FIRST_WORDS and following[0].isupper()
    return True


def _is_run_on(text: str, stop: re.Match[str], rest: str) -> bool:
    """Whether two paragraphs were merged without a space: 'in Fort Worth.The visitors ...'."""
    found = _WORD_BEFORE.search(text, max(0, stop.start() - 24), stop.start())
    before = found.group() if found else ""
    if len(before) < 3 or not before[-1].islower() or before.lower() in _ALWAYS_GOES_ON or "." in before or "@" in before:
        return False
    opening = re.match(r"[\"“‘]?[A-Z](?:[a-z’']|\s)", rest)
    return opening is not None
