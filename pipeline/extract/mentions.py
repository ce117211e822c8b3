"""Where people, teams, competitions and disciplines are named: the reader's tags, made consistent over the article.

A name keeps its type through an article far more often than a token classifier does. So every form that was tagged once is looked
up wherever else it stands, and all its occurrences together decide what it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.layout import characters, tokens_within
from pipeline.extract.nations import country_code, nation_names
from pipeline.extract.sides import full_names, grounds_in, is_side_name
from pipeline.extract.sports import is_sport

if TYPE_CHECKING:
    from pipeline.extract.reader import Reading

TYPES = ("PERSON", "TEAM", "COMPETITION", "DISCIPLINE")
NAMED = ("PERSON", "TEAM", "COMPETITION")  # the types that a form keeps through an article
A_SIDE_TOO = 0.1  # mean probability of being a side from which a name that the table of sides has is one, and not a person's
ENOUGH = 0.5  # mean probability over its occurrences at which a form is of a type

Doc.set_extension("mentions", default=(), force=True)
Doc.set_extension("cased", default=True, force=True)  # whether people's names have capitals in it


@dataclass(frozen=True)
class Mention:
    """A name in the article, by characters and by tokens (first and last included)."""

    start: int
    end: int
    first: int
    last: int
    type: str
    text: str
    score: float  # probability of the type, the mean over the occurrences of this form
    definite: bool = False  # "the" stands before it


def spans(tags: NDArray[np.float32], names: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """The likeliest spans (first, last, type) of BIO probabilities (T, tags)."""
    return bio_spans([names[best] for best in tags.argmax(-1).tolist()] if len(tags) else [])


def bio_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The spans (first, last, type) of a BIO sequence; an I that continues nothing opens a span."""
    found: list[tuple[int, int, str]] = []
    start, kind = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and (tag[0] != "I" or tag[2:] != kind):
            found.append((start, i - 1, kind))
            start = -1
        if tag[0] == "B" or (tag[0] == "I" and start < 0):
            start, kind = i, tag[2:]
    return found


def trimmed(doc: Doc, first: int, last: int, *, person: bool = False) -> tuple[int, int] | None:
    """The span without possessives, quotation marks and white space at its ends, within one paragraph; None if nothing is left."""
    while first <= last and (not doc[first].text.strip() or doc[first].text in _EDGE):
        first += 1
    # a name may be broken at the end of a line, and ends with its paragraph
    last = next((i - 1 for i in range(first, last) if doc[i].text.count("\n") > 1), last)
    while first <= last and (not doc[last].text.strip() or doc[last].text in _EDGE or doc[last].text.casefold() in _POSSESSIVE):
        if last > first and doc[last].text.casefold() in ("'s", "’s") and _LETTER.fullmatch(doc[last - 1].text):
            break  # "the U's", "the A's"
        last -= 1
    if first > last:
        return None
    if person and last - first >= 2 and doc[first].text in _POSITIONS:
        first += 1
    # spaCy splits at hyphens between letters: a double-barrelled name is one name ("Warner-Judd", "Paris Saint-Germain")
    while last + 2 < len(doc) and doc[last + 1].text in _HYPHENS and not doc[last].whitespace_ and _continues(doc[last + 2].text, person):
        last += 1 if doc[last + 1].whitespace_ else 2
        if doc[last].text in _HYPHENS:
            last -= 1
            break
    while first - 2 >= 0 and doc[first - 1].text in _HYPHENS and not doc[first - 1].whitespace_ and not doc[first - 2].whitespace_:
        if not doc[first - 2].text[:1].isupper():
            break
        first -= 2
    return first, last


def whole_names(doc: Doc, first: int, last: int, kind: str) -> list[tuple[int, int]]:
    """The names that a span stands for, mended where the tagger cuts them amiss: one as a rule, none where nothing is left."""
    while first <= last and doc[first].text.casefold() in _JOINING:
        first += 1
    if kind in ("PERSON", "TEAM") and first < last and _OPENS_HEADLINES.fullmatch(doc[first].text) and _opens(doc, first):
        first += 1
    while first <= last and doc[last].text.casefold() in _JOINING and not (kind == "TEAM" and _goes_on(doc, last)):
        last -= 1
    if kind == "TEAM" and _goes_on(doc, last):
        last += 1  # "Dagenham & Redbridge"
    if first > last:
        return []
    if kind == "COMPETITION" and doc[last].text == "Top" and last + 1 < len(doc) and _NUMBER.fullmatch(doc[last + 1].text):
        last += 1  # the European Top 16
    if kind == "COMPETITION" and is_sport(doc[first : last + 1].text):
        return []  # the label of an article, "BMX: Hale wins again", or "Canoe slalom champion Hale"
    if kind == "COMPETITION" and last > first and _YEAR.fullmatch(doc[first].text):
        return [(first + 1, last)]  # the year is the edition's, and no part of the name
    if (
        kind == "TEAM"
        and doc[last].text == "XI"
        and last + 1 < len(doc)
        and doc[last + 1].text == ":"
        and country_code(doc[first:last].text)
    ):
        last -= 1  # "Norland XI:" heads Norland's line-up
    if kind == "TEAM" and (second := _SECOND_SIDE.match(doc._.article.text, doc[last].idx + len(doc[last]))) and not doc[last].is_upper:
        last = (tokens_within(doc, *second.span(1)) or (last, last))[1]
    if kind == "TEAM":
        start, end = characters(doc, first, last)
        for nation in doc._.nations:  # "New" of New Zealand
            if nation.start <= start and end <= nation.end and (nation.start, nation.end) != (start, end):
                return [tokens] if (tokens := tokens_within(doc, nation.start, nation.end)) else [(first, last)]
    return _people(doc, first, last) if kind == "PERSON" else [(first, last)]


_SECOND_SIDE = re.compile(r" (A|B|(?:U|Under)-?\d\ds?)\b(?! [A-Z])")  # "Norland A", "Norland Under-21s" are sides of their own
# a side's innings: "Garston (312 and 241-7 dec)"; a batsman of two hundreds in one match is given his full name
_INNINGS = re.compile(r" \((?:\d{3}(?:-\d{1,2})?(?: dec)? (?:and|&) \d{3}|\d{3}-\d{1,2})(?!\d)")


def _opens(doc: Doc, at: int) -> bool:
    """Whether a line or a sentence begins with the word, and the name after it stands elsewhere without it: "Edgy Roth loses"."""
    before = doc[at - 1].text if at else "\n"
    if "\n" not in before and before not in _ENDS_OF_SENTENCES:
        return False
    return sum(token.text == doc[at + 1].text for token in doc) > 1


def _goes_on(doc: Doc, last: int) -> bool:
    return doc[last].text == "&" and last + 1 < len(doc) and doc[last + 1].text[:1].isupper()


def _people(doc: Doc, first: int, last: int) -> list[tuple[int, int]]:
    """The people whom a span names, with all their initials and without what is no name: "Norlander Ines Roth" is Ines Roth."""
    people = {n.start: n.end for n in doc._.nations if n.text not in nation_names()}
    if first + 1 < last and people.get(doc[first].idx) == characters(doc, first, first)[1]:
        first += 1  # of two names alone the first may be a given one: Jordan, Danish
    while first < last and doc._.cased and doc[last].text.islower() and doc[last].is_alpha and doc[last - 1].text not in _HYPHENS:
        last -= 1
    if doc._.cased and doc[first].text.islower() and first == last:
        return []
    while first > 0 and _INITIAL.fullmatch(doc[first].text) and _INITIAL.fullmatch(doc[first - 1].text):
        first -= 1
    if not _INITIAL.fullmatch(doc[first].text):
        return [(first, last)]
    # lists of cricketers: "D R Roth D S Lin" are two
    starts = [first, *(k for k in range(first + 1, last) if _INITIAL.fullmatch(doc[k].text) and len(doc[k - 1]) > 2)]
    return [(a, b - 1) for a, b in pairwise([*starts, last + 1])]


def _continues(word: str, person: bool) -> bool:
    """Whether a word after a hyphen is part of the name: "-Judd", and of a person "-sung", but not "-based"."""
    return word[:1].isupper() or (person and word.isalpha() and word not in _COMPOUND)


_COMPOUND = frozenset(
    [
        "led",
        "based",
        "born",
        "style",
        "inspired",
        "coached",
        "trained",
        "like",
        "era",
        "owned",
        "managed",
        "captained",
        "esque",
        "bound",
        "less",
        "mad",
        "backed",
        "educated",
        "to",
    ]
)
_ENDS_OF_SENTENCES = frozenset('.!?:"”')
# what a headline says of a name at its start, or a sentence of all that follows
_OPENS_HEADLINES = re.compile(
    "Classy|Clinical|Brave|Brilliant|Battling|Below-par|Champions|Defiant|Delighted|Departing|Depleted|Dominant|Edgy|Emotional|"
    "Fearless|Flawless|Frustrated|Furious|Hapless|Holders|Hosts|Impressive|Injured|Inspired|Lacklustre|Leaders|Lowly|Rampant|"
    "Relentless|Resilient|Resurgent|Returning|Ruthless|Sensational|Shaky|Sloppy|Stubborn|Struggling|Stunning|Superb|Ten-man|Unbeaten|"
    "Underdogs|Wasteful|Winless|Amazingly|Crucially|Disappointingly|Eventually|Fortunately|Incredibly|Ironically|Luckily|Remarkably|"
    "Sadly|Surprisingly|Thankfully|Ultimately|Unfortunately|Unsurprisingly"
)
_JOINING = frozenset({"and", "&", "of", "the", "at", "in", "for"})  # no name begins or ends so
_LETTER = re.compile("[A-Z]")
_AFTER_AN_INITIAL = re.compile(r"(?:^|[\d,;:.]\s)(?P<initial>[A-Z]\.?) $")  # in a list; not the A of a group or a league
_INITIAL = re.compile(r"[A-Z]\.?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PARTICLES = frozenset({"al", "bin", "bint", "binti", "da", "de", "del", "der", "di", "dos", "el", "ibn", "ould", "ter", "van", "von"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_HYPHENS = frozenset("-‐‑")
_EDGE = frozenset("\"'“”‘’`.,;:()[]-–—*|") | {"--", "---", "..."}
_POSITIONS = frozenset({"G", "F", "C"})  # guard, forward, centre: "F Ana Roth"
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def find_mentions(doc: Doc, reading: Reading, names: tuple[str, ...]) -> list[Mention]:
    """The mentions of the doc, in order, without overlap. `names` are the reader's tags."""
    text = doc._.article.text
    forms: dict[str, set[str]] = defaultdict(set)
    others: list[Mention] = []
    mass = _masses(reading, names)
    tagged = _in_one(doc, spans(reading.tags, names))
    capitals = [doc[first].text[:1].isupper() for first, _, kind in tagged if kind == "PERSON"]
    doc._.cased = 2 * sum(capitals) > len(capitals)
    for first, last, kind in tagged:
        while first < last and doc._.passed_over[first] and not doc._.passed_over[last]:
            first += 1  # "OSLO - Jane Roth": the name begins after the dateline
        span = trimmed(doc, first, last, person=kind == "PERSON")
        for begin, end in whole_names(doc, *span, kind) if span else ():
            words = doc[begin : end + 1].text
            if kind == "TEAM" and words.endswith((" A.", " B.")):
                words = words[:-1]  # the full stop is the sentence's
            if kind in NAMED and _is_name(words):
                forms[words].add(kind)
            elif kind not in NAMED:
                start = doc[begin].idx
                others.append(Mention(start, start + len(words), begin, end, kind, words, _mass(mass[kind], begin, end)))

    forms |= {name: {"TEAM"} for form, kinds in forms.items() if "TEAM" in kinds for name in _with_its_s(text, form)}
    listed = {doc[first : last + 1].text for first, last in full_names(doc._.words)}
    for form in listed:
        forms[form].add("TEAM")
    token_at, token_end = ({int(at): i for i, at in enumerate(ats)} for ats in doc._.offsets)
    taken = np.zeros(len(text) + 1, dtype=bool)
    grounds = grounds_in(text)
    mentions: list[Mention] = []
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        places = []
        for start, end in occurrences(text, form):
            close = end if end in token_end else end + 1  # "Norland A." ends a sentence
            if start in token_at and close in token_end and (close == end or text[end] == ".") and not taken[start:end].any():
                places.append((start, end, token_at[start], token_end[close]))
        if not places:
            continue
        batted = " " not in form and any(_INNINGS.match(text, end) for _, end, _, _ in places)
        short = int(forms[form] == {"TEAM"} and _SECOND_SIDE.search(form) is not None)  # the tagger mostly leaves the "A" out
        mean = {kind: sum(_mass(mass[kind], f, n - short) for _, _, f, n in places) / len(places) for kind in NAMED}
        kind = max(mean, key=lambda k: mean[k])
        # one certain occurrence makes a name; elsewhere the form may stand in a place that the tagger finds hard
        for start, end, first, last in places:
            own = {k: _mass(mass[k], first, last - short) for k in NAMED}
            mine = max(own, key=lambda k: own[k])
            decided = mine if own[mine] > 0.8 else kind
            surely = form in listed and own["TEAM"] + own["PERSON"] >= ENOUGH  # not a place: "Kansas City"
            if surely or (decided == "PERSON" and (batted or (mean["TEAM"] > A_SIDE_TOO and is_side_name(form)))):
                decided = "TEAM"
            if decided == "TEAM" and " " not in form and (initial := _AFTER_AN_INITIAL.search(text, max(0, start - 8), start)):
                start, first, decided, surely = initial.start("initial"), first - 1, "PERSON", True  # "1 T Bromley (USA) 9.91"
            if decided == "COMPETITION" and any(d.start <= start and end <= d.end and d.text != text[start:end] for d in doc._.disciplines):
                continue  # the Free of "200 Free", which is a race, and the ILCA of the ILCA 7, a boat
            if decided == "TEAM" and any(left <= start and end <= right for left, right in grounds):
                continue
            if surely or max(mean[kind], own[decided]) >= ENOUGH:
                taken[start:end] = True
                definite = first > 0 and doc[first - 1].text.casefold() == "the"
                mentions.append(Mention(start, end, first, last, decided, text[start:end], mean[decided], definite))
    mentions = _without_possessive(mentions)
    mentions += [m for m in others if not taken[m.start : m.end].any()]
    return sorted(mentions, key=lambda m: m.start)


def _in_one(doc: Doc, tagged: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The same spans, one where the tagger makes two of a first and a last name ("Will Hale" at the start of a sentence) or at a number."""
    out: list[tuple[int, int, str]] = []
    for first, last, kind in tagged:
        if out and kind == "PERSON" and out[-1] == (first - 1, first - 1, kind) and doc[first - 1].whitespace_ and first == last:
            given, name = doc[first - 1].text, doc[first].text
            if given.istitle() and name[0].isupper() and given.isalpha():
                out[-1] = (first - 1, last, kind)
                continue
        if out and kind == "PERSON" and out[-1][2] == kind and out[-1][1] == first - 2 and doc[first - 1].text in _PARTICLES:
            out[-1] = (out[-1][0], last, kind)  # "Omar bin Said al-Roth"
            continue
        if out and kind == "COMPETITION" and out[-1][2] == kind and _NUMBER.fullmatch(doc[out[-1][1] + 1 : first].text):
            out[-1] = (out[-1][0], last, kind)  # the Ironman 70.3 World Championship
            continue
        out.append((first, last, kind))
    return out


def _without_possessive(mentions: list[Mention]) -> list[Mention]:
    """The same, "Liverpools" as Liverpool where that is named oftener: scraped headlines and captions lose their apostrophes."""
    often = Counter((m.type, m.text) for m in mentions)

    def lost(m: Mention) -> bool:
        return m.text.endswith("s") and often[m.type, m.text[:-1]] > often[m.type, m.text]

    return [replace(m, end=m.end - 1, text=m.text[:-1]) if lost(m) else m for m in mentions]


def occurrences(text: str, form: str) -> Iterator[tuple[int, int]]:
    """Where a form stands as a name of its own: not within a word, nor as half of a double-barrelled name."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        within = (at > 0 and _in_word(text[at - 1])) or (end < len(text) and _in_word(text[end]))
        hyphened = (at > 1 and text[at - 1] in _HYPHENS and _in_word(text[at - 2])) or (
            text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isupper()
        )
        if not within and not hyphened:
            yield at, end
        at = text.find(form, end)


def _with_its_s(text: str, form: str) -> list[str]:
    """The form with the "'s" that is part of it: "St Vincent's" is no side called St Vincent, where nothing that it has follows."""
    if not form.startswith(_SAINTS):
        return []
    stand = [match for _, end in occurrences(text, form) if (match := _OWN_S.match(text, end))]
    kept = [match[1] for match in stand if match["alone"] is not None]
    return [form + kept[0]] if kept and 2 * len(kept) >= len(stand) else []


_SAINTS = ("St ", "St. ", "Saint ", "King", "Queen")
_OWN_S = re.compile(
    r"(['’]s)(?P<alone>[.,;:!?)]|\s*\n|\s*$|\s\d|\s(?:beat|won|lost|had|have|has|were|was|are|is|will|drew|who|and|at|in|to|on|by|with|against)\b)?"
)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _masses(reading: Reading, names: tuple[str, ...]) -> dict[str, list[float]]:
    """For each type the running sum, token by token, of the probability of being tagged as it."""
    sums = {}
    for kind in TYPES:
        columns = [names.index(f"B-{kind}"), names.index(f"I-{kind}")]
        sums[kind] = [0.0, *reading.tags[:, columns].sum(-1, dtype=np.float64).cumsum().tolist()]
    return sums


def _mass(sums: list[float], first: int, last: int) -> float:
    """The mean probability, over the span's tokens, of being tagged as the type."""
    return (sums[last + 1] - sums[first]) / (last + 1 - first)


def _is_name(text: str) -> bool:
    return any(c.isalpha() for c in text) and len(text) > 1 and text not in STOP_WORDS


@Language.component("mentions", requires=["doc._.reading"], assigns=["doc._.mentions"])
def mentions(doc: Doc) -> Doc:
    """Adds `doc._.mentions`."""
    from pipeline.extract.reader import load
    from pipeline.extract.weights import model_folder

    reader, _ = load(model_folder("reader"))
    doc._.mentions = tuple(find_mentions(doc, doc._.reading, reader.config.tags))
    return doc
