"""What a sentence names, word by word: competitors, nations, contests, figures, places, medals, verbs that assert something.

"Kenya's Brigid Kosgei took silver" -> nation Kenya (of Brigid Kosgei), side Brigid Kosgei, predicate took, medal silver
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.nations import find_nations
from pipeline.extract.numbers import read_ordinal
from pipeline.verify.figures import Figure, figures
from pipeline.verify.forms import Forms, Token, fold
from pipeline.verify.lexicon import flags, predicates, words

# what a form is taken for where it may be several things
KINDS = ("side", "competition", "discipline", "round", "represents", "fixture", "venue", "source", "deed")


@dataclass
class Item:
    """Something that a sentence names: tokens first to last (exclusive)."""

    # side, nation, competition, discipline, round, venue, fixture, source; figure, place, medal, gender; predicate, deed, comeback,
    # nothing; word (says something unknown) and glue (says nothing)
    kind: str
    first: int
    last: int
    text: str
    start: int
    end: int
    ids: set[str] = field(default_factory=set)
    senses: set[str] = field(default_factory=set)
    figure: Figure | None = None
    number: int | None = None
    owner: Item | None = None  # the side that a nation or club stands beside

    @property
    def low(self) -> str:
        """In lower case."""
        return self.text.lower()


def items_of(text: str, offset: int, tokens: list[Token], forms: Forms) -> list[Item]:
    """The items of a sentence that stands at `offset` of the report, in order; `tokens` are its words."""
    items = _items(text, offset, tokens, forms)
    _tie_nations(items)
    return items


def _items(text: str, offset: int, tokens: list[Token], forms: Forms) -> list[Item]:
    marks = {f.start + offset: f for f in figures(text)}
    nations = {n.start + offset: n for n in find_nations(text)}
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        length, senses = forms.at(tokens, at)
        if length == 1 and tokens[at].text.isdigit() and {s.kind for s in senses} == {"discipline"} and not _after_the(tokens, at):
            length, senses = 0, set()  # only "the 200" is a race
        figure = marks.get(tokens[at].start)
        nation = nations.get(tokens[at].start)
        if nation and not length and nation.text.startswith("The ") and at + 1 < len(tokens) and forms.at(tokens, at + 1)[0]:
            nation = None  # 'The Netherlands' where the record has 'Netherlands'
        stage = length > 1 and any(s.kind == "round" for s in senses)  # "14th stage" is no 14th place
        phrase = None if stage else _phrase(tokens, at)
        if phrase is not None:
            items.append(phrase)
            at = phrase.last
            continue
        reach = tokens[at + length - 1].end if length else 0
        if figure and figure.end + offset == reach and "discipline" in {s.kind for s in senses} and _after_the(tokens, at):
            figure = None  # "won the 200 in 21.40"
        if figure and figure.end + offset >= reach:
            item = _over(tokens, at, figure.end + offset, "figure")
            item.figure = figure
            if length and figure.end + offset == reach:  # '75' may be both
                item.senses = {s.kind for s in senses}
        elif length and not (nation and nation.end + offset > reach):
            item = _over(tokens, at, reach, "name")
            item.senses = {s.kind for s in senses}
            kind = next(k for k in KINDS if k in item.senses)
            item.kind = {"represents": "nation"}.get(kind, kind)
            item.ids = {s.key for s in senses if s.kind == kind}
            if kind == "side" and item.ids & forms.people:
                item.senses.add("person")
            if kind == "side" and nation:
                item.senses.add("nation")
        elif nation:
            item = _over(tokens, at, nation.end + offset, "nation")
        else:
            item = _word(tokens, at, forms.deeds)
        items.append(item)
        at = max(item.last, at + 1)
    return items


def _after_the(tokens: list[Token], at: int) -> bool:
    """Whether an article or a possessive stands before: "the 200", "the women's 800"."""
    before = [t.low for t in tokens[max(0, at - 3) : at]]
    return before[-1:] == ["the"] or (len(before) == 3 and before[-1] == "s" and before[-2] in "’'" and before[0] in words("genders"))


def _phrase(tokens: list[Token], at: int) -> Item | None:
    """Words that say one thing together."""
    ahead = [t.low for t in tokens[at : at + 5]]
    if flagged := _flag(tokens, at) or _minute(tokens, at):
        return flagged
    if ahead[:3] in (["did", "not", "finish"], ["do", "not", "finish"], ["does", "not", "finish"]):
        item = _item(tokens, at, at + 3, "predicate")
        item.senses = {"unfinished"}
        return item
    if ahead[0] == "to" and at and tokens[at - 1].low in words("being") and ahead[1:2] and ahead[1] in words("contending"):
        item = _item(tokens, at, at + 2, "predicate")
        item.senses = {"coming"}
        return item
    if " ".join(ahead[:2]) in words("beating"):
        item = _item(tokens, at, at + 2, "predicate")
        item.senses = {"beat"}
        return item
    if ahead[0] == "no" and ahead[1:2] and fold(ahead[1]) == "result":
        return _item(tokens, at, at + 2, "nothing")
    if ahead[:3] == ["recorded", "no", "result"]:
        item = _item(tokens, at, at + 3, "predicate")
        item.senses = {"unfinished"}
        return item
    if ahead[1:2] == ["-"] and fold(ahead[2] if len(ahead) > 2 else "") == "pointer":
        return _item(tokens, at, at + 3, "deed")
    if ahead[0].isdigit() and len(ahead) > 1 and ahead[1] in {"st", "nd", "rd", "th"} and tokens[at].end == tokens[at + 1].start:
        return _word(tokens, at)
    if ahead[0] in {"set", "sets", "broke", "breaks", "setting", "breaking"} and {"record", "records", "best", "lead"} & set(ahead):
        return _item(tokens, at, at + 1, "glue")
    if ahead[:4] == ["a", "set", "down", "to"] or ahead[:3] == ["a", "set", "down"]:
        return _item(tokens, at, at + 3, "comeback")
    if ahead[:2] in (["takes", "in"], ["took", "in"]) or (ahead[0] == "reached" and len(ahead) > 1 and ahead[1][0].isdigit()):
        return _item(tokens, at, at + 1, "glue")
    return None


def _flag(tokens: list[Token], at: int) -> Item | None:
    """'a personal best', 'world-record'."""
    heard = [(n, "'" if t.text in "’'" else t.low) for n, t in enumerate(tokens[at : at + 6], at) if t.text not in "-–"]
    for length in range(min(4, len(heard)), 1, -1):
        if flag := flags().get(tuple(word for _, word in heard[:length])):
            item = _item(tokens, at, heard[length - 1][0] + 1, "flag")
            item.senses = {flag}
            return item
    return None


def _minute(tokens: list[Token], at: int) -> Item | None:
    """'in the 43rd minute', 'a third-minute goal'."""
    rank, last = read_ordinal(tokens[at].low), at + 1
    if rank is None and tokens[at].low.isdigit() and at + 1 < len(tokens):
        rank, last = read_ordinal(tokens[at].low + tokens[at + 1].low), at + 2
    while last < len(tokens) and tokens[last].text in "-–":
        last += 1
    if rank is None or last >= len(tokens) or fold(tokens[last].low) != "minute":
        return None
    item = _item(tokens, at, last + 1, "minute")
    item.number = rank
    return item


def _over(tokens: list[Token], first: int, end: int, kind: str) -> Item:
    last = first
    while last < len(tokens) and tokens[last].start < end:
        last += 1
    return _item(tokens, first, last, kind)


def _item(tokens: list[Token], first: int, last: int, kind: str) -> Item:
    start, end = tokens[first].start, tokens[last - 1].end
    pieces = [tokens[first].text]
    for left, right in zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True):
        pieces += [" " * (right.start - left.end), right.text]
    return Item(kind, first, last, "".join(pieces), start, end)


def _word(tokens: list[Token], at: int, deeds: frozenset[str] = frozenset()) -> Item:
    low = tokens[at].low
    ahead = tokens[at + 1].low if at + 1 < len(tokens) else "."
    item = _item(tokens, at, at + 1, "word")
    rank = read_ordinal(low)
    if low == "runner" and [t.low for t in tokens[at + 1 : at + 3]] == ["-", "up"]:
        item = _item(tokens, at, at + 3, "place")
        item.number = 2
    elif rank is None and low.isdigit() and ahead in {"st", "nd", "rd", "th"}:
        rank = int(low)
        item = _item(tokens, at, at + 2, "word")
        ahead = tokens[at + 2].low if at + 2 < len(tokens) else "."
    if rank is not None:
        item.number = rank
        of_a_round = [t.low for t in tokens[at + 1 : at + 3]] in (["-", "round"], ["–", "round"])  # "a sixth-round stoppage"
        own = of_a_round or (at > 0 and tokens[at - 1].low in {"his", "her", "their", "its", "s"})
        if ahead in words("after_places") and not own and not (ahead == "for" and at == 0):
            item.kind = "place"
    elif low in words("medals"):
        item.kind, item.text = "medal", item.text
    elif low in predicates():
        item.kind, item.senses = "predicate", set(predicates()[low])
        if fold(low) in words("deeds"):
            item.senses.add("deed")
    elif fold(low) in words("deeds"):
        item.kind = "deed"
    elif low in words("genders"):
        item.kind = "gender"
    elif not tokens[at].text[0].isalnum() or (low in words("neutral") and not (tokens[at].capital and at and len(low) > 3)):
        item.kind = "word" if low in words("pronouns") else "glue"
    elif fold(low) in deeds:
        item.kind = "deed"
    return item


def _tie_nations(items: list[Item]) -> None:
    """A nation or club beside a name ('Kenyan X', 'Kenya's X', 'X of Kenya', 'Chelsea goalkeeper X') is no side of its own there."""
    for number, item in enumerate(items):
        if item.kind not in {"nation", "side"} or item.owner:
            continue
        after, between = number + 1, list[str]()
        while after < len(items) and (items[after].low in words("beside_names") | {"'", "’", "s"} or is_title(items[after])):
            between.append(items[after].low)
            after += 1
        if (
            after < len(items)
            and items[after].kind == "side"
            and not items[after].senses & {"pronoun"}
            and items[after].first - item.last < 5
        ):
            possessive = {"'", "’"} & set(between)
            ours = "nation" in item.senses or item.kind == "nation" or "represents" in item.senses
            if possessive or (ours and (between or item.kind == "nation" or items[after].ids != item.ids)):
                item.owner = items[after]
                item.senses.add("tie")
                continue
        back = number - 1
        if back >= 0 and items[back].low == "the":
            back -= 1
        if (
            back > 0
            and items[back].low == "of"
            and items[back - 1].kind == "side"
            and (item.kind == "nation" or "nation" in item.senses or "represents" in item.senses)
        ) or (
            back >= 0
            and items[back].low == "("
            and back > 0
            and items[back - 1].kind == "side"
            and number + 1 < len(items)
            and items[number + 1].low == ")"
        ):
            item.owner = items[back - 1]
            item.senses.add("tie")


def is_title(item: Item) -> bool:
    """Whether a word says what somebody is to a side: 'coach', 'referee'."""
    return item.low in words("coaches") | words("officials")
