"""Direct speech: where each quotation stands, whatever marks the publisher prints and whichever are missing.

Curly and straight double marks, single marks, and the two habits that break pairing: the closing mark left out where two
paragraphs of speech were merged (`... last year. "But we ...`), and a quotation of several paragraphs with one closing
mark at its end. A mark's neighbours say whether it can open or close; what is still open at the next opening mark or at
the end of the paragraph ends there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.extract.sentences import find_paragraphs

MIN_WORDS = 3  # fewer are names of things and single words
CERTAIN_WORDS = 9  # a name or a title in quotation marks is shorter
MAX_SINGLE = 1500  # characters; a pair of single marks further apart is two apostrophes

Role = Literal["open", "close", "either", "none"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A piece of direct speech; `start:end` is the text between the marks, `opening:closing` the range with them.

    `missing` says that the printer left out the closing mark; then `closing == end`.
    """

    start: int
    end: int
    opening: int
    closing: int
    missing: bool = False


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    role: Role


_MARKS = re.compile(r"''|``|[\"“”„‟«»]|['‘’‚‛]")
_ELISION = re.compile(r"(?:\d0s\b|n['’]|n\b|em\b|til\b|till\b|tis\b|twas\b|cause\b|cos\b|bout\b|ere\b|alf\b|keeper\b|ave\b)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
_SENTENCE_INSIDE = re.compile(r"[.!?…](?:\s|$|['’\"”])|,$")
_SMALL_WORDS = "a an and as at by de for from in la le of on or the to v vs with"
# Words before the opening mark that introduce a name, not speech.
_NAMING = re.compile(
    r"\b(?:dubbed|nicknamed|titled|entitled|headlined|christened|known\s+as|so-called|named|documentary|film|movie|song|album|book|"
    r"podcast|programme|autobiography|memoir|novel|track|anthem|slogan|motto|hashtag|banner|exhibition|campaign)"
    r"(?:\s+(?:it|him|her|them|the|a|an|as|himself|herself))?[\s,:]*$",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|me|us|my|our|mine|ours|I['’](?:m|d|ve|ll)|we['’](?:re|d|ve|ll))\b", re.IGNORECASE)
_OPENERS_BEFORE = frozenset("([{-–—:/,;")
_END_PUNCTUATION = frozenset(".,!?…;-–—")


def _forms(verbs: str) -> str:
    """The forms of regular verbs as one alternation: 'add' gives add, adds, added, adding."""
    forms = []
    for verb in verbs.split():
        if verb.endswith("+"):  # the last letter doubles
            verb = verb[:-1]
            forms += [verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
        elif verb.endswith("e"):
            forms += [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
        elif verb.endswith("y") and verb[-2] not in "aeiou":
            forms += [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
        else:
            forms += [verb, verb + ("es" if verb.endswith(("sh", "ch", "ss")) else "s"), verb + "ed", verb + "ing"]
    return "|".join(forms)


_SAY = (
    "said|say|says|saying|told|tell|tells|telling|wrote|write|writes|writing|written|spoke|speaks|speaking|thought|think|thinks|thinking|"
    "felt|feel|feels|feeling|swore|swears|swearing|read|reads|reading|tweeted|tweeting|tweets|tweet|quipped|quipping|"
    + _forms(
        "accept accuse acknowledge add address admit+ advise affirm agree allege announce answer appeal applaud argue ask "
        "assert assure beam believe blast boast brand call caution challenge chuckle claim comment complain concede conclude "
        "confess confide confirm congratulate continue counter criticise criticize cry declare defend deny describe disclose "
        "dismiss elaborate emphasise emphasize enthuse exclaim explain express fume growl grumble hail hint hope insist joke "
        "label laugh lament maintain marvel mention moan muse note observe offer opine pledge plead point post praise predict "
        "giggle grin+ guffaw proclaim promise protest question quote rage rap+ react recall reckon recount reflect reiterate remark "
        "remember reminisce repeat reply report request respond retort reveal rue shout shrug+ sigh slam+ smile stress suggest sum+ tout "
        "urge vow warn welcome whisper wonder worry yell "
        "state clarify inform reassure reason"
    )
)
SPEECH_VERB = re.compile(rf"\b(?:{_SAY}|according\s+to)\b", re.IGNORECASE)
_SPEECH_AFTER = re.compile(rf"\s*(?:[\w.'’-]+\s){{0,5}}?(?:{_SAY})\b")
_STOP = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
MAX_LEAD = 300  # characters looked at on each side of a fragment for the verb that makes it speech
# The reporter again, within speech that lacks its closing mark; speakers say 'he told me', and 'we conceded'.
_NARRATIVE = re.compile(
    r"Meanwhile\b|(?:(?:He|She) (?:also|then|later)|(?!(?:I|We|You|He|She|It|They|People|Everyone|Everybody|Somebody|Someone)\b)"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?: also| then| later| has| had)?) "
    r"(?:said|told|added|admitted|revealed|insisted|explained|confirmed|claimed|warned|denied|continued)\b(?! (?:to )?(?:me|us|I|we)\b)"
)


def find_quotations(text: str, skip: Sequence[tuple[int, int]] = ()) -> list[Quotation]:
    """The quotations of an article in order; marks within the ranges of `skip` are passed over.

    >>> q = find_quotations('It was "a tale of two halves", he said.')[0]
    >>> (q.start, q.end, q.missing)
    (8, 28, False)
    """
    marks = _read_marks(text, skip)
    if not marks:
        return []
    paragraphs = find_paragraphs(text)
    singles_speak = _singles_speak(text, marks)
    by_paragraph: list[list[_Mark]] = [[] for _ in paragraphs]
    starts = [start for start, _ in paragraphs]
    for mark in marks:
        by_paragraph[bisect_right(starts, mark.start) - 1].append(mark)

    quotations: list[Quotation] = []
    body: str | None = None  # the words of the article below its headline, made when a headline quotes
    for (start, end), inside in zip(paragraphs, by_paragraph, strict=True):
        found = _pair(text, end, inside, singles_speak)
        is_headline = start == paragraphs[0][0] and text[end - 1] not in ".,!?"
        for quotation in found:
            single = text[quotation.opening] in "'‘‚‛" and quotation.start - quotation.opening == 1
            if is_headline and single and body is None:
                body = " ".join(_WORD.findall(text[end:])).lower()
            if _is_speech(text, quotation, is_headline, single, singles_speak, body or ""):
                quotations.append(_without_narrative(text, quotation) if quotation.missing else quotation)
    return quotations


def _read_marks(text: str, skip: Sequence[tuple[int, int]]) -> list[_Mark]:
    marks = []
    for found in _MARKS.finditer(text):
        start, end = found.span()
        if any(s <= start < e for s, e in skip):
            continue
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        sign = found.group()
        single = sign in "'‘’‚‛"
        role = _single_role(text, sign, before, after, end) if single else _double_role(sign, before, after)
        if role != "none":
            marks.append(_Mark(start, end, single, role))
    return marks


def _double_role(sign: str, before: str, after: str) -> Role:
    if sign in "“„«``":
        return "open"
    if sign in "”»":
        return "close"
    if before.isspace() or before in "([{–—‘'":
        return "either" if after.isspace() else "open"
    if after.isspace() or not after.isalnum():
        return "open" if before in ":-" and after not in ".,;" and not after.isspace() else "close"
    return "either"


def _single_role(text: str, sign: str, before: str, after: str, end: int) -> Role:
    starts_word = before.isspace() or before in _OPENERS_BEFORE or before in '"“'
    if sign in "‘‚‛" or (sign == "'" and starts_word and not after.isspace() and after not in _END_PUNCTUATION):
        if _ELISION.match(text, end) or not starts_word:
            return "none"
        return "open"
    if before.isspace() and after.isspace() and text[max(0, end - 4) : end - 1].rstrip(" ")[-1:] in (",", ".", "!", "?"):
        return "close"  # set off by a space: "... when they defend, ' he said"
    if before.isspace() or after.isalnum():
        return "none"  # an apostrophe within a word, or one that stands alone
    return "close"


def _singles_speak(text: str, marks: Sequence[_Mark]) -> bool:
    """Whether this article prints speech in single marks: those that open or close like speech outnumber the double ones."""
    doubles = sum(not mark.single and mark.role in ("open", "either") for mark in marks)
    spoken = 0
    open_at = -1
    for mark in marks:
        if mark.single and mark.role == "open":
            open_at = mark.start
        elif mark.single and open_at >= 0 and text[mark.start - 1] in ".,!?":
            spoken += 1
            open_at = -1
    return spoken > 0 and spoken >= doubles


def _pair(text: str, end: int, marks: Sequence[_Mark], singles_speak: bool) -> list[Quotation]:
    """The quotations of one paragraph, ending at `end`, from its marks."""
    quotations: list[Quotation] = []
    i = 0
    while i < len(marks):
        mark = marks[i]
        i += 1
        if mark.role == "close" or (mark.single and mark.role != "open"):
            continue  # nothing is open here: an apostrophe, or the opening mark is missing
        if mark.role == "either" and i < len(marks) and not marks[i].single and not text[mark.end : marks[i].start].strip():
            continue  # a stray mark before another
        close, i_next = _close_single(text, marks, i, singles_speak) if mark.single else _close_double(text, marks, i)
        if mark.single and close is None and not (singles_speak and _starts_speech(text, mark)):
            continue
        stop, closing = (close.start, close.end) if close else (marks[i_next].start if i_next < len(marks) else end, -1)
        start = mark.end + (len(text[mark.end : stop]) - len(text[mark.end : stop].lstrip()))
        stop = start + len(text[start:stop].rstrip())
        if start < stop:
            quotations.append(Quotation(start, stop, mark.start, closing if close else stop, close is None))
        i = i_next
    return quotations


def _close_double(text: str, marks: Sequence[_Mark], i: int) -> tuple[_Mark | None, int]:
    """The mark that closes a double quotation opened before `marks[i]` and the index to go on at; None where it is missing."""
    depth = 0
    while i < len(marks):
        mark = marks[i]
        if mark.single:
            i += 1
        elif mark.role == "open":
            if depth or not _is_nested(text, marks, i):
                return None, i
            depth = 1
            i += 1
        elif depth:
            depth = 0
            i += 1
        else:
            return mark, i + 1
    return None, i


def _is_nested(text: str, marks: Sequence[_Mark], i: int) -> bool:
    """Whether the opening mark `marks[i]`, met within a quotation, opens another inside it: mid-sentence, and both close."""
    before = text[max(0, marks[i].start - 40) : marks[i].start].rstrip()
    if not before or not (before[-1].isalnum() or before[-1] in ":("):
        return False
    following = [mark.role for mark in marks[i + 1 : i + 9] if not mark.single][:2]
    return following == ["close", "close"]


def _close_single(text: str, marks: Sequence[_Mark], i: int, singles_speak: bool) -> tuple[_Mark | None, int]:
    """The single mark that closes: the first that is no plural possessive, else the first of all, before the next opening one."""
    doubtful: tuple[_Mark, int] | None = None
    opened = marks[i - 1]
    while i < len(marks):
        mark = marks[i]
        if mark.start - opened.end > MAX_SINGLE:
            break
        if not mark.single:
            if not singles_speak:
                break
        elif mark.role == "open":
            before = text[opened.end : mark.start].rstrip()[-1:]
            if not before.isalnum() and before != ":":
                break  # otherwise it stands in mid-sentence and opens a quotation within this one
        elif text[mark.start - 1] in "sS" and re.match(r"\s\w", text[mark.end : mark.end + 2]):
            doubtful = doubtful or (mark, i + 1)
        else:
            return mark, i + 1
        i += 1
    return doubtful if doubtful else (None, i)


def _starts_speech(text: str, mark: _Mark) -> bool:
    """Whether a single mark without a closing one still opens speech: at the start of a paragraph, after a colon or a sentence."""
    line = text[text.rfind("\n", 0, mark.start) + 1 : mark.start].rstrip()
    return not line or line[-1] in ":,.!?"


def _is_speech(text: str, quotation: Quotation, is_headline: bool, single: bool, singles_speak: bool, body: str) -> bool:
    """Whether what the marks enclose is somebody's words, not a name, a title or a pointed word."""
    inside = text[quotation.start : quotation.end]
    words = _WORD.findall(inside)
    utterance = bool(_SENTENCE_INSIDE.search(inside))
    if len(words) < MIN_WORDS:
        # "It's magic," she said: a whole utterance counts three from two, as its contraction is two words.
        counted = len(words) + sum(word.partition("'")[2] != "" or word.partition("’")[2] != "" for word in words)
        return counted >= MIN_WORDS and inside[-1] in ",.!?" and _SPEECH_AFTER.match(text, quotation.closing) is not None
    if len(words) >= CERTAIN_WORDS or quotation.missing:
        return True
    before = text[max(0, quotation.opening - 60) : quotation.opening]
    if _is_title(inside, words) or (_NAMING.search(before) and not utterance):
        return False
    if single and not singles_speak:
        if is_headline:  # a headline's marks enclose a paraphrase as often as words that the article gives in full
            return " ".join(words).lower() in body or _FIRST_PERSON.search(inside) is not None
        return utterance or _FIRST_PERSON.search(inside) is not None
    if utterance or _FIRST_PERSON.search(inside):
        return True
    return _speech_verb_near(text, quotation)


def _is_title(inside: str, words: Sequence[str]) -> bool:
    """Whether it is printed like a name: every word but the small ones in capitals, and no sentence's end."""
    if inside[-1] in "!?…":
        return False
    weighty = [word for word in words if word.lower() not in _SMALL_WORDS.split()]
    return len(weighty) >= 2 and all(word[0].isupper() or word[0].isdigit() for word in weighty)


def _speech_verb_near(text: str, quotation: Quotation) -> bool:
    """Whether the sentence around a fragment says that somebody speaks, thinks or calls something so."""
    line_start = text.rfind("\n", 0, quotation.opening) + 1
    before = text[max(line_start, quotation.opening - MAX_LEAD) : quotation.opening]
    last_stop = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    after = text[quotation.closing : quotation.closing + MAX_LEAD].partition("\n")[0]
    next_stop = _STOP.search(after)
    after = after[: next_stop.start()] if next_stop else after
    return SPEECH_VERB.search(before, last_stop) is not None or SPEECH_VERB.search(after) is not None


def _without_narrative(text: str, quotation: Quotation) -> Quotation:
    """A quotation without closing mark, cut where the reporter plainly speaks again: 'Meanwhile, ...', 'Kerr also said ...'."""
    for stop in _STOP.finditer(text, quotation.start, quotation.end):
        if _NARRATIVE.match(text, stop.end()):
            end = stop.start() + 1
            return Quotation(quotation.start, end, quotation.opening, end, missing=True)
    return quotation
