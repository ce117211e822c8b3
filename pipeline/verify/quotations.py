"""Quotations of a report: whether the record has them word for word, and whether they are given to whoever said them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records import Quote, Record, Span
from pipeline.verify.items import Item
from pipeline.verify.lexicon import predicates
from pipeline.verify.reading import Reading
from pipeline.verify.verdict import Claim, ClaimKind, State

_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|„([^„“”]*)[“”]|«([^«»]*)»")
OPENING = "\x02"  # stands where a quotation begins, so that a sentence may end before it
_OPEN = re.compile(r"[“”\"„«»]")
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "\xa0": " "})


@dataclass(frozen=True)
class Spoken:
    """A quotation of the report: `start:end` between the marks, `opening:closing` with them."""

    start: int
    end: int
    opening: int
    closing: int
    left_open: bool = False


def set_aside(text: str, names: Iterable[str] = ()) -> tuple[str, list[Spoken]]:
    """The text with every quotation blanked, offsets unchanged, and the quotations; what ends a quotation may end a sentence.

    The marks within `names`, Ana "Ace" Roig, open none.
    """
    spoken: list[Spoken] = []
    for name in names:
        if _OPEN.search(name) and name in text:
            text = text.replace(name, _OPEN.sub(" ", name))

    def blank(match: re.Match[str]) -> str:
        group = next(i for i in range(1, 5) if match[i] is not None)
        spoken.append(Spoken(*match.span(group), *match.span()))
        inside = match[group].rstrip()
        ends = inside.endswith((".", "!", "?", "…")) and re.match(r"\s+[A-Z“\"•]|\s*$", text[match.end() :])
        return OPENING + " " * (len(match[0]) - 2) + ("." if ends else " ")

    plain = _QUOTED.sub(blank, text)
    for match in _OPEN.finditer(plain):
        spoken.append(Spoken(match.start(), match.end(), match.start(), match.end(), left_open=True))
    return _OPEN.sub(" ", plain), sorted(spoken, key=lambda s: s.opening)


def judge_quotations(spoken: list[Spoken], reading: Reading, before: list[Item], record: Record, report: str) -> list[Claim]:
    """The claims that a sentence's quotations make: their words, and whose they are."""
    claims: list[Claim] = []
    for one in spoken:
        said = report[one.start : one.end]
        if one.left_open:
            claims.append(_claim(ClaimKind.QUOTATION, State.MISSING, one.opening, one.closing, report))
            continue
        if not said.strip():
            continue
        sources = [q for q in record.quotes if _verbatim(said, q.text)]
        printed = report[one.opening : one.closing]
        if not sources and names_of(record) & {printed, printed[1:-1]}:  # a name that is printed in quotation marks
            claims.append(_claim(ClaimKind.NAME, State.SUPPORTED, one.start, one.end, report))
        elif not sources:
            nearest = _nearest(said, record)
            state = State.CONTRADICTED if nearest else State.MISSING
            claims.append(_claim(ClaimKind.QUOTATION, state, one.start, one.end, report, nearest, nearest.text if nearest else None))
        else:
            claims.append(_claim(ClaimKind.QUOTATION, State.SUPPORTED, one.start, one.end, report, sources[0]))
            claims += _speaker(one, sources, reading, before, record, report)
    return claims


def names_of(record: Record) -> set[str]:
    """Every form of a name that the record holds."""
    people = {form for person in record.people for form in (person.name, *person.aliases)}
    teams = {form for team in record.teams for form in (team.name, *team.aliases)}
    return people | teams | {form for competition in record.competitions for form in (competition.name, *competition.aliases)}


def _speaker(one: Spoken, sources: list[Quote], reading: Reading, before: list[Item], record: Record, report: str) -> list[Claim]:
    named = _source(one, reading) or (before[0] if before and any(i.low in {"he", "she", "they"} for i in reading.items) else None)
    names = {p.id: p.name for p in record.people}
    quote = sources[0]
    truth = names.get(quote.speaker or "", quote.speaker_text)
    if named is None:
        return [_claim(ClaimKind.SPEAKER, State.MISSING, one.opening, one.closing, report, quote, None)]
    ids = named.ids
    right = any(
        (q.speaker in ids) if q.speaker else (q.id in ids and named.kind == "source") or named.text == q.speaker_text  # a club's statement
        for q in sources
    )
    state = State.SUPPORTED if right else State.CONTRADICTED if truth else State.MISSING
    return [_claim(ClaimKind.SPEAKER, state, named.start, named.end, report, quote, None if right else truth)]


def _source(one: Spoken, reading: Reading) -> Item | None:
    """Who a sentence gives a quotation to: the name beside the verb of speech that is closest to it, else the closest name."""
    names = [i for i in reading.items if i.kind in {"side", "source"} and not i.owner]
    if not names:
        return None
    verbs = [i for i in reading.items if "say" in predicates().get(i.low, ())]

    def apart(a: Item, start: int, end: int) -> int:
        return start - a.end if a.end <= start else a.start - end

    if verbs:
        verb = min(verbs, key=lambda v: apart(v, one.opening, one.closing))
        return min(names, key=lambda n: apart(n, verb.start, verb.end))
    return min(names, key=lambda n: apart(n, one.opening, one.closing))


def _verbatim(said: str, quote: str) -> bool:
    """Whether words are a run of the quotation's; what is printed as a sentence must be whole ones.

    A comma before the closing mark may stand for the quotation's full stop, and a full stop for its comma.
    """
    wanted, held = _plain(said), _plain(quote)
    bare = re.sub(r"[,.]$", "", wanted)
    at = held.find(bare)
    while bare and at >= 0:
        before, after = held[:at], held[at + len(bare) :]
        whole_words = not (before[-1:].isalnum() and bare[0].isalnum()) and not (after[:1].isalnum() and bare[-1].isalnum())
        printed_whole = wanted[:1].isupper() and (len(wanted.split()) > 4 or wanted != bare or wanted.endswith(("!", "?")))
        begins = not before.strip() or re.search(r"[.!?…]['\"]?\s*$", before)
        ends = not after.strip() or after[0] in ".,!?…" or bare[-1] in "!?…"
        if whole_words and (not printed_whole or (begins and ends)):
            return True
        at = held.find(bare, at + 1)
    return False


def _nearest(said: str, record: Record) -> Quote | None:
    """The quotation that shares most words, if it shares most of them."""
    wanted = set(_plain(said).lower().split())
    best = max(record.quotes, key=lambda q: len(wanted & set(_plain(q.text).lower().split())), default=None)
    return best if best and len(wanted & set(_plain(best.text).lower().split())) > 0.6 * len(wanted) and len(wanted) > 2 else None


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_ALIKE)).strip()


def _claim(
    kind: ClaimKind, state: State, start: int, end: int, report: str, quote: Quote | None = None, instead: str | None = None
) -> Claim:
    evidence = Span(text=quote.text, start=quote.start, end=quote.end) if quote else None
    return Claim(
        kind=kind,
        state=state,
        text=report[start:end],
        start=start,
        end=end,
        fact=quote.id if quote else None,
        evidence=evidence,
        instead=instead,
    )
