"""Contests to come: "will face Spain on Saturday", "will run in the 5,000m on Thursday".

A fixture that is none is worse than one that is missed. So a sentence tells one only where its verb looks ahead, the competitor is
the verb's subject by its place, and the opponent its object; doubts ("if", "could", "the winner") leave it alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.coreference import resolve
from pipeline.extract.layout import outermost

Doc.set_extension("fixtures", default=(), force=True)

OPENS = 5  # characters before a name with which a sentence begins: "The "
Side = tuple[str, int]  # "team" or "person", and which of the doc's


@dataclass(frozen=True)
class Fixture:
    """A contest that the article says is to come."""

    sides: tuple[Side, ...]
    start: int  # the sentence that says so
    end: int
    date: date | None
    contest: tuple[int, int] | None = None  # the article's words for the contest: "the 5,000m", "the quarter-finals"


@dataclass(frozen=True)
class _Named:
    """A mention of a competitor in the sentence."""

    start: int
    end: int
    side: Side


_MEETS = r"(?:face|play|meet|host|visit|take on|travel to|entertain|fight|go up against|line up against|battle)"
_MEETS_NOW = r"(?:faces?|plays?|meets?|hosts?|visits?|takes? on|travels? to|entertains?|fights?)"
_COMPETES = (
    r"(?:compete|run|race|play|swim|ride|fight|row|dive|throw|take part|be in action|line up|start|feature|go|"
    r"defend (?:his|her|their) (?:title|crown))"
)
_GOES_OVER = r"(?:run|race|swim|ride|row)"  # "the 1500m" may be its object
_SOON = r"(?:(?:now|next|then|also|again|instead|start by|once again) )?"
_WILL = rf"(?:\bwill |['’]ll |\b(?:is|are) (?:now )?(?:set |due |scheduled )?to (?!blame\b)){_SOON}"

_TO_MEET = re.compile(rf"{_WILL}{_MEETS}\b|\b(?:have|has) been drawn (?:against|away to|at home to)\b|\bnow {_MEETS_NOW}\b")
_TO_COMPETE = re.compile(rf"{_WILL}(?:{_COMPETES}(?: next)? (?=(?:in|at|over) )|{_GOES_OVER} (?=the ))")
_COMPETING = re.compile(rf"\b(?:next |now )?(?:competes?|{_GOES_OVER}s?) (?=(?:in|at|over|the) )")
_MEETING = re.compile(rf"\b(?:next |now )?{_MEETS_NOW}\b")
_DOUBT = re.compile(
    r"\b(?:if|unless|should|would|could|might|may|winners?|losers?|either|whoever|whether|hopes?|hop(?:ed|ing)|wants?|wanted|likely|"
    r"expect\w*|possibl[ey]|potential\w*|never|believ\w+|until then|chance|was|were|had)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|unless|whether|provided|should they|would)\b", re.IGNORECASE)

# what may stand between the subject and its verb
_AT_ONCE = re.compile(r"(?: now| next| then| also| both)? ?$|, [^.;:]{2,80}, $")
_WHO = re.compile(r",? who (?:now |next |then )?$")
_APPOSED = re.compile(r"(?: \([^)]*\))?, [^.;:]{2,100}, $")
_SAME_SUBJECT = re.compile(r"[ ,](?:and|but)(?: now| so)? ?(?:they |he |she )?$")
_WHEN_THEY = re.compile(r"\b(?:when|as|before|and) (?P<pronoun>they|he|she) $")
# what may stand before a competitor that is no subject: "the coach of Spain will", "Roe's Spain will"
_NO_SUBJECT = re.compile(r"(?:\b(?:of|or|against|with|between|to|v|vs|for|from|by|beat|over|at|and)|['’]s?) (?:the )?$", re.IGNORECASE)

# what may stand between the verb and its object
_OBJECT = re.compile(
    r" (?:(?!(?:in|at|for|with|on|of|after|before|and|or|without|under|from|as|by|when|against|alongside|beside|behind|opposite|through)\b)"
    r"[\w’'-]+ ){0,5}$"
)
_AGAINST = re.compile(r" [^.,;:]{0,40}\b(?:against|away to|at home to|away at|home to) (?:the )?(?:[a-z-]+ ){0,3}$")
_NO_OBJECT = re.compile(
    r"['’]s?(?= \w)| (?:manager|captain|coach|boss|legend|fans|supporters|striker|goalkeeper|midfielder|defender|players?|and|or)\b"
)

_ONE_OF_SEVERAL = re.compile(r", (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?:,| and | or )")  # "will face Spain, Italy and Malta"

_WORDS = (
    r"(?P<words>"
    r"(?:the|an?|his|her|their|this (?:year|week|month)['’]s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s|next \w+['’]s) "
    r"(?:(?!(?:on|after|against|next|when|where|before|having|as|to|and|who|which|tomorrow|this|by|from|in|at|but|with|later|for)\b)"
    r"[\w,’'&/×+-]*\w[’']? ?){1,9})"
)
_CONTEST, _OVER = re.compile(rf" (?:in|at|over) {_WORDS}"), re.compile(rf" {_WORDS}")
# without one of these words a sentence is of none of the kinds below
_NAMES_NEXT = re.compile(r"\bnext\b| (?:v|vs\.?|versus) ", re.IGNORECASE)
_VERSUS = re.compile(r" (?:v|vs\.?|versus) (?:the )?", re.IGNORECASE)
_GAME = r"(?:[\w-]+ ){0,2}(?:game|match|fixture|tie|clash|meeting|date|outing|assignment|test)"
_TO_PLAY_AT = (
    rf"(?:a |the )?(?:(?:[\w-]+ )?(?:trip|visit|journey) to|{_GAME} (?:against|with|at)|at home (?:to|against)|away (?:to|at)|against|at)"
)
_NEXT_UP = re.compile(r"\bNext (?:up )?for (?:the )?$")
_NEXT_IS = re.compile(rf",? (?:is|are|comes?) {_TO_PLAY_AT} (?:the )?")  # "Next up for Ashby is a trip to Norland"
_ITS_NEXT_IS = re.compile(rf"(?:['’]s?|\bTheir) next {_GAME} (?:is|comes?|will be) {_TO_PLAY_AT} (?:the )?")
_NOUN = re.compile(
    r"\b(?:finals?|semi-?finals?|quarter-?finals?|round|last (?:16|32|eight|four)|heats?|race|event|Tests?|play-?offs?|relay|"
    r"tournament|championships?|Games|Open|Cup|Marathon|Masters|Grand Prix|League|qualifiers?|meeting|[Dd]erby|title fight)\b"
)


def find_fixtures(doc: Doc) -> list[Fixture]:
    """The contests to come, each by the first sentence of the prose that tells it, outside quotations and the headline."""
    text = doc._.article.text
    skipped = [(q.start, q.end) for q in doc._.quotations]
    skipped += [(f.start, f.end) for f in doc._.article.furniture]
    if doc._.article.headline and (at := text.find(doc._.article.headline)) >= 0:
        skipped.append((at, at + len(doc._.article.headline)))
    found: dict[tuple[tuple[Side, ...], str], Fixture] = {}
    for start, end in doc._.sentences:
        if any(a <= start < b for a, b in skipped):
            continue
        for fixture in _told(doc, text, start, end, skipped):
            contest = text[slice(*fixture.contest)] if fixture.contest and len(fixture.sides) == 1 else ""
            found.setdefault((fixture.sides, contest), fixture)
    return list(found.values())


def _told(doc: Doc, text: str, start: int, end: int, skipped: list[tuple[int, int]]) -> Iterator[Fixture]:
    """The fixture that a sentence tells, if any."""
    ahead = [d for d in doc._.dates if start <= d.start < end and d.future]
    if both := _named_next(doc, text, start, end, dated=bool(ahead)):
        yield Fixture(both, start, end, ahead[0].date if ahead else None)
        return
    for pattern in (_TO_MEET, _TO_COMPETE, *((_MEETING, _COMPETING) if ahead else ())):
        for verb in pattern.finditer(text, start, end):
            doubted = _CONDITION.search(text, start, end) or _DOUBT.search(text, start, verb.start())
            if doubted or any(a <= verb.start() < b for a, b in skipped):
                continue
            days = sorted(ahead, key=lambda d: (d.start < verb.start(), d.start))
            named = _competitors(doc, start, end)
            alone = pattern in (_TO_COMPETE, _COMPETING)
            over = alone and text.startswith("the ", verb.end())
            contest = _contest(doc, text, verb.end() - alone, end, _OVER.match if over else _CONTEST.search)
            sides: tuple[Side, ...]
            if alone:
                subject = _subject(doc, text, named, start, verb)
                sides = (subject,) if subject and contest else ()
            else:
                sides = _meeting(doc, text, named, start, verb)
            if sides:
                yield Fixture(sides, start, end, days[0].date if days else None, contest)
                return


def _named_next(doc: Doc, text: str, start: int, end: int, *, dated: bool) -> tuple[Side, ...]:
    """Both sides of a match that a sentence names without a verb of meeting: "Next up for Ashby is a trip to Norland"."""
    if not _NAMES_NEXT.search(text, start, end) or _DOUBT.search(text, start, end):
        return ()
    named = _competitors(doc, start, end)
    for one, other in pairwise(named):
        if one.side[0] != other.side[0] or one.side == other.side or _NO_OBJECT.match(text, other.end):
            continue
        between = text[one.end : other.start]
        is_next = _NEXT_IS.fullmatch(between) and _NEXT_UP.search(text, start, one.start)
        if is_next or _ITS_NEXT_IS.fullmatch(between) or (dated and _VERSUS.fullmatch(between)):
            return one.side, other.side
    if named and (lead := _ITS_NEXT_IS.match(text, start)) and lead.end() == named[0].start and not _NO_OBJECT.match(text, named[0].end):
        own = _team_meant(doc, start)
        return (own, named[0].side) if own and own != named[0].side and named[0].side[0] == "team" else ()
    return ()


def _team_meant(doc: Doc, at: int) -> Side | None:
    """The team for which "they" stands at the start of a sentence: the one with which the sentence before begins."""
    before = max((sentence for sentence in doc._.sentences if sentence[1] <= at), default=None)
    if before is None or "\n\n" in doc._.article.text[before[1] : at]:
        return None
    named = _competitors(doc, *before)
    return named[0].side if named and named[0].side[0] == "team" and named[0].start - before[0] <= OPENS else None


def _competitors(doc: Doc, start: int, end: int) -> list[_Named]:
    """The competitors that the sentence names, in order."""
    named = [
        _Named(m.start, m.end, (kind, key))
        for kind, entities in (("team", doc._.teams), ("person", doc._.people))
        for key, entity in enumerate(entities)
        for m in entity.mentions
        if start <= m.start < end
    ]
    own = outermost((n.start, n.end) for n in named)
    return sorted((n for n in named if (n.start, n.end) in own), key=lambda n: n.start)


def _subject(doc: Doc, text: str, named: list[_Named], start: int, verb: re.Match[str]) -> Side | None:
    """Whose verb it is, by its place; None where that cannot be told."""
    before = [n for n in named if n.end <= verb.start()]
    if re.fullmatch(r"(?:He|She|The \d\d-year-old) ?", text[start : verb.start()]):
        return _person_meant(doc, start)
    if re.fullmatch(r"They ?", text[start : verb.start()]):
        return _team_meant(doc, start)
    if not before:
        return None
    first, last = before[0], before[-1]
    if _WHO.fullmatch(text, last.end, verb.start()):
        return None if re.search(r"\b(?:of|between|and|or) $|['’]s? $", text[start : last.start]) else last.side
    if first.start == start and _APPOSED.fullmatch(text, first.end, verb.start()):
        return first.side
    if _AT_ONCE.fullmatch(text, last.end, verb.start()):
        return None if _NO_SUBJECT.search(text, start, last.start) else last.side
    lead = text[last.end : verb.start()]
    if (they := _WHEN_THEY.search(lead)) is not None:
        kind = "team" if they["pronoun"] == "they" else "person"
        meant = {n.side for n in before if n.side[0] == kind}
        return meant.pop() if len(meant) == 1 else None
    opens = not re.search(r"[A-Za-z]{3}.*[,;]|['’]s? $|\b(?:of|by|for|against) ", text[start : first.start])
    if opens and first.start - start <= 40 and _SAME_SUBJECT.search(lead) and not re.match(r"['’]s? ", text[first.end : first.end + 3]):
        return first.side
    return None


def _person_meant(doc: Doc, at: int) -> Side | None:
    """The person whom the pronoun at this character stands for."""
    people = [(m.first, m.last, key) for key, entity in enumerate(doc._.people) for m in entity.mentions]
    anaphors = resolve(doc._.words, doc._.sentence_of, sorted(people), doc._.quoted)
    return next((("person", a.key) for a in anaphors if doc[a.first].idx == at), None)


def _meeting(doc: Doc, text: str, named: list[_Named], start: int, verb: re.Match[str]) -> tuple[Side, ...]:
    """Both sides of a meeting, or () where one cannot be told."""
    for other in named:
        if other.start < verb.end() or _NO_OBJECT.match(text, other.end):
            continue
        subject = _subject(doc, text, named, start, verb)
        between = text[verb.end() : other.start]
        if _ONE_OF_SEVERAL.match(text, other.end):
            return ()
        direct = _OBJECT.match(between) or (re.search(r"play|fight", verb[0]) and _AGAINST.match(between))
        if subject and direct and subject[0] == other.side[0] and subject != other.side:
            return subject, other.side
        return ()
    # "Spain and Italy will meet"
    before = [n for n in named if n.end <= verb.start()][-2:]
    both = len(before) == 2 and text[before[0].end : before[1].start] == " and " and not text[before[1].end : verb.start()].strip()
    if (
        both
        and verb[0].endswith("meet")
        and before[0].side[0] == before[1].side[0]
        and not _NO_SUBJECT.search(text, start, before[0].start)
    ):
        return before[0].side, before[1].side
    return ()


def _contest(doc: Doc, text: str, at: int, end: int, found: Callable[[str, int, int], re.Match[str] | None]) -> tuple[int, int] | None:
    """The words for the contest that follow the verb: at once ("the 5,000m") or soon ("in the last 16"), as `found` has it."""
    match = found(text, at, min(end, at + 160))
    if match is None:
        return None
    words = match["words"].rstrip(" ,")
    start, stop = match.start("words"), match.start("words") + len(words)
    events = [(m.start, m.end) for c in doc._.competitions for m in c.mentions] + [(d.start, d.end) for d in doc._.disciplines]
    if _NOUN.search(words) or any(start <= a < stop for a, _ in events):
        return start, stop
    return None


@Language.component("fixtures", requires=["doc._.dates", "doc._.people", "doc._.teams"], assigns=["doc._.fixtures"])
def fixtures(doc: Doc) -> Doc:
    """Adds `doc._.fixtures`."""
    doc._.fixtures = tuple(find_fixtures(doc))
    return doc
