"""A sentence of a report as the things it names, in order, and the clauses that tie them together.

    "Josh Kerr won the 1,500m in 3:29.38, ahead of Jakob Ingebrigtsen."
    -> one clause: subjects [Josh Kerr], predicate win, objects {behind: [Jakob Ingebrigtsen]}, the discipline and the mark beside it

No parser is needed: in reports of results the words before a name say which part it plays ('to', 'by', 'over', 'ahead of', 'beat').
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.nations import find_nations
from pipeline.extract.numbers import read_ordinal
from pipeline.verify.figures import Figure, figures
from pipeline.verify.forms import Forms, Token, fold, tokens_of
from pipeline.verify.lexicon import predicates, words

DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "their",
        "his",
        "her",
        "its",
        "hosts",
        "host",
        "rivals",
        "compatriot",
        "fellow",
        "former",
        "both",
        "then",
        "now",
        "also",
    }
)
JOINTS = frozenset({",", "and", "&"})
DETAILS = frozenset({"place", "medal", "figure", "deed", "competition", "discipline", "round", "venue", "gender", "fixture", "comeback"})
BE = frozenset({"was", "were", "is", "are", "been", "being"})
NOT_PLACES_BEFORE = frozenset(
    {
        "place",
        "in",
        "at",
        "behind",
        ",",
        "and",
        ".",
        "for",
        "ahead",
        "overall",
        "on",
        "after",
        "from",
        "with",
        ";",
        ")",
        "while",
        "spot",
        "but",
        "by",
    }
)


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


@dataclass
class Clause:
    """What a sentence says of its subjects."""

    subjects: list[Item] = field(default_factory=list)
    predicates: list[tuple[str, Item]] = field(default_factory=list)
    objects: dict[str, list[Item]] = field(default_factory=dict)  # beaten, by, with, behind, ahead, of, standing
    details: list[Item] = field(default_factory=list)
    inherits: bool = False
    scored_for: list[Item] = field(default_factory=list)  # the side whose goals they were: 'X beat Y with goals from Z'

    def has(self, *names: str) -> bool:
        """Whether one of these predicates is in the clause."""
        return any(name in names for name, _ in self.predicates)

    def item_of(self, *names: str) -> Item | None:
        """The word of the first of these predicates."""
        return next((item for name, item in self.predicates if name in names), None)


@dataclass
class Reading:
    """A sentence: its words, what they name, its clauses."""

    text: str
    tokens: list[Token]
    items: list[Item]
    clauses: list[Clause] = field(default_factory=list)


def read_sentence(text: str, offset: int, forms: Forms, before: list[Item]) -> Reading:
    """Reads a sentence that stands at `offset` of the report; `before` are the subjects of the one before, for pronouns."""
    tokens = [Token(t.text, t.start + offset, t.end + offset) for t in tokens_of(text)]
    items = _items(text, offset, tokens, forms)
    _tie_nations(items, tokens)
    for item in items:
        if item.kind == "word" and item.low in words("pronouns") and before:
            item.kind, item.ids = "side", set().union(*(b.ids for b in before)) if item.low != "they" else set(before[0].ids)
            item.senses = {"pronoun"}
            if item.low == "it":
                item.kind, item.ids = "glue", set()
    reading = Reading(text, tokens, items)
    reading.clauses = _Clauses(items, tokens).read()
    return reading


# ---- What is named ------------------------------------------------------------------------------------------------------------


def _items(text: str, offset: int, tokens: list[Token], forms: Forms) -> list[Item]:
    marks = {f.start + offset: f for f in figures(text)}
    nations = {n.start + offset: n for n in find_nations(text)}
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        length, senses = forms.at(tokens, at)
        figure = marks.get(tokens[at].start)
        nation = nations.get(tokens[at].start)
        if nation and not length and nation.text.startswith("The ") and at + 1 < len(tokens) and forms.at(tokens, at + 1)[0]:
            nation = None  # 'The Netherlands' where the record has 'Netherlands'
        phrase = _phrase(tokens, at)
        if phrase is not None:
            items.append(phrase)
            at = phrase.last
            continue
        reach = tokens[at + length - 1].end if length else 0
        if figure and figure.end + offset >= reach:
            item = _over(tokens, at, figure.end + offset, "figure")
            item.figure = figure
            if length and figure.end + offset == reach:  # '75' may be both
                item.senses = {s.kind for s in senses}
        elif length and not (nation and nation.end + offset > reach):
            item = _over(tokens, at, reach, "name")
            item.senses = {s.kind for s in senses}
            kind = next(
                k for k in ("side", "competition", "discipline", "round", "represents", "fixture", "venue", "source") if k in item.senses
            )
            item.kind = {"represents": "nation"}.get(kind, kind)
            item.ids = {s.key for s in senses if s.kind == kind}
            if kind == "side" and nation:
                item.senses.add("nation")
        elif nation:
            item = _over(tokens, at, nation.end + offset, "nation")
        else:
            item = _word(tokens, at)
        items.append(item)
        at = max(item.last, at + 1)
    return items


def _phrase(tokens: list[Token], at: int) -> Item | None:
    """Words that say one thing together."""
    ahead = [t.low for t in tokens[at : at + 5]]
    if ahead[:3] in (["did", "not", "finish"], ["do", "not", "finish"], ["does", "not", "finish"]):
        item = _item(tokens, at, at + 3, "predicate")
        item.senses = {"unfinished"}
        return item
    if ahead[0] == "to" and at and tokens[at - 1].low in BE and ahead[1:2] and ahead[1] in words("contending"):
        item = _item(tokens, at, at + 2, "predicate")
        item.senses = {"coming"}
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
    if ahead[0] in {"set", "sets", "broke", "breaks", "setting", "breaking"} and {"record", "records", "best"} & set(ahead):
        return _item(tokens, at, at + 1, "glue")
    if ahead[:4] == ["a", "set", "down", "to"] or ahead[:3] == ["a", "set", "down"]:
        return _item(tokens, at, at + 3, "comeback")
    if ahead[:2] in (["takes", "in"], ["took", "in"]) or (ahead[0] == "reached" and len(ahead) > 1 and ahead[1][0].isdigit()):
        return _item(tokens, at, at + 1, "glue")
    return None


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


def _word(tokens: list[Token], at: int) -> Item:
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
        own = at > 0 and tokens[at - 1].low in {"his", "her", "their", "its", "s"}
        if (ahead in NOT_PLACES_BEFORE or ahead == "-") and not own and not (ahead == "for" and at == 0):
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
    return item


def _tie_nations(items: list[Item], tokens: list[Token]) -> None:
    """A nation or club beside a name ('Kenyan X', 'Kenya's X', 'X of Kenya', 'Chelsea goalkeeper X') is no side of its own there."""
    for number, item in enumerate(items):
        if item.kind not in {"nation", "side"} or item.owner:
            continue
        after, between = number + 1, list[str]()
        while after < len(items) and (items[after].low in words("beside_names") | {"'", "’", "s"} or _title(items[after])):
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


def _title(item: Item) -> bool:
    return item.low in words("coaches") | words("officials")


# ---- Who does what ------------------------------------------------------------------------------------------------------------


class _Clauses:
    """Walks over a sentence once; each name is given a part by what stands before it."""

    def __init__(self, items: list[Item], tokens: list[Token]) -> None:
        self.items = items
        self.tokens = tokens
        self.clauses: list[Clause] = []
        self.now = Clause()
        self.leading: list[Item] = []
        self.aside: list[Clause] = []
        self.last_part = "subject"

    def read(self) -> list[Clause]:
        """The clauses, in order."""
        number = 0
        while number < len(self.items):
            item = self.items[number]
            if item.kind == "side" or (item.kind == "nation" and not item.owner):
                if item.owner is None:
                    number = self._names(number)
                    continue
            elif item.kind == "predicate":
                self._predicate(number)
            elif item.kind == "figure" and self._bracketed(number):
                pass
            elif item.kind in {"place", "medal"} and self._second_rank(number):
                self._begin(list(self.now.subjects))
                self.now.details.append(item)
            elif item.kind in DETAILS:
                self.now.details.append(item)
            number += 1
        self._close()
        return self.clauses + self.aside

    def _second_rank(self, number: int) -> bool:
        """'took silver in the slalom and bronze in the K1': a further place or medal, of another contest."""
        if not self.now.subjects:
            return False
        ranks = [d for d in self.now.details if d.kind in {"place", "medal"}]
        verb = number > 1 and self.items[number - 1].low in BE | {"finished", "came"} and self.items[number - 2].low in {"and", ","}
        if self.now.has("say") or (verb and self.now.details):
            return True
        if not ranks:
            return False
        if number and self.items[number - 1].low in BE | {"finished", "came", "took", "won"}:
            return True
        return any(i.kind in {"discipline", "competition", "round"} for i in self.items[:number] if i.first >= ranks[-1].last)

    def _close(self) -> None:
        clause = self.now
        if not clause.subjects and not clause.predicates and not clause.objects and self.clauses == [] and clause.details:
            self.leading += clause.details
        elif clause.subjects or clause.predicates or clause.details or clause.objects:
            self.clauses.append(clause)
        self.now = Clause()

    def _begin(self, subjects: list[Item], *, inherits: bool = False) -> None:
        self._close()
        self.now = Clause(subjects=subjects, inherits=inherits)
        if self.leading and not self.clauses:
            self.now.details += self.leading
            self.leading = []

    # -- names

    def _names(self, number: int) -> int:
        """Takes a name with those that it is listed with; returns where to go on."""
        group, after = [self.items[number]], number + 1
        while True:
            step = after
            while step < len(self.items) and (self._skipped(step, group[-1]) or self.items[step].low in JOINTS):
                step += 1
            if (
                step < len(self.items)
                and self.items[step].kind == "side"
                and not self.items[step].owner
                and any(i.low in JOINTS for i in self.items[after:step])
                and not self._possessive(after)
            ):
                group.append(self.items[step])
                after = step + 1
            else:
                break
        part = self._part(number)
        if part == "subject" and self.last_part in {"behind", "beaten"} and self._after_bracket(number):
            part = self.last_part
        self.last_part = part
        if part not in {"subject", "scorers"} and len(group) > 1 and self._verb_follows(after):
            last = group.pop()
            self._place(part, group)
            self._begin([last])
            return after
        self._place(part, group, after)
        return after

    def _after_bracket(self, number: int) -> bool:
        """'ahead of A (89kg) and B (87kg)': B is listed with A."""
        back = number - 1
        while back >= 0 and (self.items[back].low in JOINTS | {"the", "'", "’", "s"} or self.items[back].owner is not None):
            back -= 1
        return back >= 0 and self.items[back].low == ")" and any(i.low in JOINTS for i in self.items[back:number])

    def _skipped(self, number: int, owner: Item) -> bool:
        """What may stand between two names of a list: the nation of either, 'of' and 'the' before it, a title."""
        item = self.items[number]
        return item.owner is not None or item.low in {"the", "of", "'", "’", "s"} | words("beside_names") or _title(item)

    def _possessive(self, after: int) -> bool:
        return (
            after < len(self.items)
            and self.items[after].low in {"'", "’"}
            and after + 1 < len(self.items)
            and self.items[after + 1].low == "s"
        )

    def _verb_follows(self, after: int) -> bool:
        while after < len(self.items) and self.items[after].low in {"also", "then", "had", "have", "has", "were", "was", "later"}:
            after += 1
        return (
            after < len(self.items)
            and self.items[after].kind == "predicate"
            and bool(self.items[after].senses & {"beat", "lose", "win", "draw", "perform", "coming", "say"})
            and self.items[after].low not in {"victory", "win", "defeat", "success", "loss", "through", "winner"}
        )

    def _before(self, number: int) -> tuple[str, int]:
        """The word that decides a name's part, determiners, nations and titles passed over."""
        at = number - 1
        while at >= 0 and (
            self.items[at].low in DETERMINERS | words("beside_names") | {"'", "’", "s"}
            or self.items[at].owner is not None
            or _title(self.items[at])
            or (
                self.items[at].kind == "word"
                and self.items[at].low not in words("negations")
                and at > 0
                and self.items[at - 1].low in {"to", "by", "over", "beat", "against", "of"}
            )
        ):
            at -= 1
        return (self.items[at].low if at >= 0 else "", at)

    def _part(self, number: int) -> str:
        word, at = self._before(number)
        clause = self.now
        goals = any(i.kind == "deed" or "deed" in i.senses for i in self.items[max(0, at - 2) : max(at, 0)])
        previous = self.items[at] if at >= 0 else None
        if self._deed_after(number):
            return "standing"
        if clause.has("coming") and clause.subjects:
            return "met"
        if previous is not None and previous.kind == "predicate" and "beat" in previous.senses and not self._passive(previous):
            return "beaten"
        if word == "past" and clause.has("beat", "win", "perform"):
            return "beaten"
        if word == "by":
            if goals:
                return "scorers"
            if clause.has("lose") or any(self._passive(i) for n, i in clause.predicates if n == "beat"):
                return "by"
            if clause.has("win") and previous is not None and self.items[at - 1].low in {"won", "win", "victory"}:
                return "winners"
            return "subject"
        if word == "to":
            return "by" if clause.has("lose") else "subject"
        if word == "against" and not clause.has("win", "lose", "draw", "beat"):
            return "met"
        if word in {"over", "against"}:
            return "by" if clause.has("lose") and not clause.has("win", "beat") else "with" if clause.has("draw") else "beaten"
        if word == "with":
            return "with" if clause.has("draw") and not clause.objects else "subject"
        if word == "from" and goals:
            return "scorers"
        if word == "through":
            return "scorers"
        if word == "from":
            return "behind" if clause.has("win", "beat") else "scorers"
        if word == "of" and at > 0:
            before = self.items[at - 1]
            if before.low in words("better") or before.low == "front":
                return "behind"
            if before.low in {"defeat", "defeats"}:
                return "defeated"
            if before.low in {"winner", "champion"}:
                return "subject"
        if word in words("worse"):
            return "ahead"
        if (
            word == "at"
            and clause.has("win", "lose", "draw", "beat")
            and clause.subjects
            and not set(clause.objects) & {"beaten", "by", "with"}
        ):
            return "host"
        if word == "for" and clause.subjects:
            return "standing"
        if word in {"and", ","} and self.now.has("beat") and self.now.objects.get("beaten") and self._figure_then_end(number):
            return "beaten"
        return "subject"

    def _figure_then_end(self, number: int) -> bool:
        """'beat A 6-2 and B 7-5': a name with a score and no verb after it."""
        after = [i for i in self.items[number + 1 :] if i.kind != "glue"][:1]
        return bool(after and after[0].kind == "figure" and after[0].figure and after[0].figure.pairs) and not any(
            i.kind in {"predicate", "side"} for i in self.items[number + 1 :]
        )

    def _passive(self, item: Item) -> bool:
        """'was beaten by': the verb's subject lost."""
        before = [t.low for t in self.tokens[max(0, item.first - 2) : item.first]]
        after = [
            i.low
            for i in self.items
            if i.first >= item.last and not (i.figure or i.kind in {"round", "competition"} or i.low in {"in", "the"})
        ][:1]
        return (bool(BE & set(before)) or item.low in {"beaten", "defeated", "edged", "thrashed"}) and after == ["by"]

    def _deed_after(self, number: int) -> bool:
        """'Ireland's only try', 'the Loughgiel goals'."""
        after = number + 1
        item = self.items[number]
        if not (self.now.has("perform") and self.now.subjects):
            return False
        while after < len(self.items) and (
            self.items[after].low in {"'", "’", "s", "only", "other", "winning"} or self.items[after].number
        ):
            after += 1
        return (
            after < len(self.items)
            and after - number < 5
            and (self.items[after].kind == "deed" or "deed" in self.items[after].senses)
            and item.kind in {"side", "nation"}
        )

    def _place(self, part: str, group: list[Item], after: int | None = None) -> None:
        clause = self.now
        if part == "subject":
            bare = not (clause.subjects or clause.objects)
            if bare:
                clause.subjects = group
                if self.leading:
                    clause.details += self.leading
                    self.leading = []
            else:
                self._begin(group, inherits=True)
        elif part == "scorers":
            counted: list[Item] = []
            while clause.details and (clause.details[-1].kind == "deed" or self._count(clause.details[-1])):
                counted.insert(0, clause.details.pop())
            self._begin(group)
            self.now.scored_for = clause.subjects
            self.now.details += counted
            self.now.predicates.append(("perform", group[0]))
        elif part == "winners":
            self._won_by(group)
        elif part == "defeated":
            clause.objects.setdefault("beaten", []).extend(group)
            clause.predicates = [(("win" if n == "lose" else n), i) for n, i in clause.predicates]
        else:
            clause.objects.setdefault(part, []).extend(group)

    def _won_by(self, group: list[Item]) -> None:
        """'finished eighth in the slalom won by X': X won what is named before, and the subject did not."""
        clause = self.now
        wins = [(n, i) for n, i in clause.predicates if n == "win"]
        clause.predicates = [(n, i) for n, i in clause.predicates if n != "win"]
        contest = [d for d in clause.details if d.kind in {"discipline", "competition", "gender", "round"} and d.last <= wins[-1][1].first]
        if not clause.predicates and not {d.kind for d in clause.details} & {"place", "medal", "figure"}:
            clause.objects.setdefault("of", []).extend(clause.subjects)
            clause.subjects, clause.predicates = group, wins
            return
        self._begin(group)
        self.now.predicates, self.now.details = wins, contest

    def _bracketed(self, number: int) -> bool:
        """'ahead of Kim Dean (89kg)': a mark of the name before the bracket, whatever part that name has."""
        if number < 2 or self.items[number - 1].low not in {"(", "["} or not self.now.objects:
            return False
        back = number - 2
        while back >= 0 and (self.items[back].owner is not None or self.items[back].low in {"of", "the"}):
            back -= 1
        held = [i for part in self.now.objects.values() for i in part]
        if back < 0 or not any(self.items[back] is i for i in held):
            return False
        self.aside.append(Clause(subjects=[self.items[back]], details=[self.items[number]]))
        return True

    def _count(self, item: Item) -> bool:
        return item.kind == "figure" and item.figure is not None and not item.figure.pairs

    # -- predicates

    def _predicate(self, number: int) -> None:
        item = self.items[number]
        name = self._meaning(number)
        if name is None:
            if "deed" in item.senses:
                self.now.details.append(item)
            return
        clause = self.now
        if name in {"win", "lose"} and {"there"} & {i.low for i in self.items[max(0, number - 4) : number]}:
            self._begin([])
            clause = self.now
        who = self._relative(number)
        bearer = self._bearer(number)
        if bearer is not None:
            self._epithet(item, bearer)
            return
        if who is not None:
            self._begin([who])
        elif name == "say" and clause.subjects and (clause.details or clause.predicates):
            self._begin(list(clause.subjects))
        elif clause.predicates and self._starts_anew(number, name):
            subjects = clause.subjects
            if name == "win" and item.low in {"winner", "champion", "champions", "winners"} and clause.has("win"):
                return
            self._begin(list(subjects))
        elif (
            not clause.subjects
            and not clause.predicates
            and self.clauses
            and not self.leading
            and "there" not in {i.low for i in self.items[max(0, number - 4) : number]}
        ):
            clause.subjects = list(self.clauses[-1].subjects)
        self.now.predicates.append((name, item))

    def _relative(self, number: int) -> Item | None:
        """'X, who beat Y': the name before 'who'."""
        back = number - 1
        while back >= 0 and self.items[back].low in {"had", "has", "have", "also", "was", "were", "then", "later"}:
            back -= 1
        if back >= 0 and self.items[back].low == "who":
            names = [i for i in self.items[:back] if i.kind == "side" and not i.owner]
            return names[-1] if names else None
        return None

    def _bearer(self, number: int) -> Item | None:
        """'French Open champion Albert Costa': the name after the title."""
        if self.items[number].low not in {"champion", "champions", "winner", "winners"} or number + 1 >= len(self.items):
            return None
        after = self.items[number + 1]
        return after if after.kind == "side" and not after.owner else None

    def _epithet(self, item: Item, bearer: Item) -> None:
        """A clause of its own for a title before a name, with the competition and discipline that stand directly before it."""
        mine: list[Item] = []
        while (
            self.now.details
            and self.now.details[-1].kind in {"competition", "discipline", "gender", "round"}
            and self.now.details[-1].last >= (mine[0] if mine else item).first - 1
        ):
            mine.insert(0, self.now.details.pop())
        self.clauses.insert(0, Clause(subjects=[bearer], predicates=[("win", item)], details=mine))

    def _starts_anew(self, number: int, name: str) -> bool:
        """Whether a further predicate of the same subject begins: 'and won', 'beating', 'after losing'."""
        item = self.items[number]
        current = [n for n, _ in self.now.predicates]
        before = self.items[number - 1].low if number else ""
        if item.low in {"winner", "winners"} and current == ["perform"]:
            return False
        if name == "record":
            setting = next(
                (n for n in range(number - 1, max(-1, number - 6), -1) if self.items[n].low in {"set", "sets", "broke", "breaks"}), None
            )
            return setting is not None and setting > 0 and self.items[setting - 1].low in {"and", ","} and "win" in current
        if name == "coming" or (name in current and name != "beat" and name != "perform"):
            return name in {"win", "lose"} and before in {"and", "after", ",", "before", "to", "by"}
        if {name, *current} <= {"win", "record"} or {name, *current} <= {"lose", "out"}:
            return before in {"and", ","}
        if "say" in current:
            return name in {"win", "medal"} and bool(self.now.subjects)
        return (
            item.low not in {"victory", "success", "triumph", "win", "defeat", "loss"}
            or before in {"and", ",", "to", "after"}
            or bool(self.now.objects)
        )

    def _meaning(self, number: int) -> str | None:
        """What a word asserts here; None where it is no predicate."""
        item, senses = self.items[number], self.items[number].senses
        low = item.low
        after = self.items[number + 1 : number + 5]
        if low in {"out", "through", "come", "next", "coming"}:
            before = self.items[number - 1].low if number else ""
            if low == "out":
                return "out" if before in {"went", "knocked", "go", "goes", "crashed"} else None
            if low == "through":
                return "advance" if before in {"went", "go", "goes", "came"} else None
            if low in {"come", "coming"}:
                return "coming" if before in {"to", "is", "are"} else None
        if low in {"had", "has"}:
            counted = any(i.kind == "figure" and not (i.figure and i.figure.pairs) for i in after[:2])
            noun = any(i.kind == "deed" or "deed" in i.senses for i in after[:4])
            return "perform" if counted and noun else "perform" if noun and after and after[0].low in {"an", "a"} else None
        if low == "added" and not any(i.kind in {"figure", "deed"} for i in after[:4]):
            item.senses.add("say")
            return "say"
        if low in {"recorded", "made"} and any(i.low in {"win", "victory"} for i in self.items[number + 1 : number + 7]):
            return None
        if low in {"made", "makes", "got", "finished", "hit", "hits", "landed", "added", "adds", "faced", "saved", "recorded"}:
            return "perform" if any(i.kind == "figure" or i.kind == "deed" or "deed" in i.senses for i in after[:4]) else None
        if low in {"took", "take", "takes", "taking", "taken", "claimed", "secured", "earned", "claim", "claims", "claiming"}:
            figure = next((i for i in after[:2] if i.kind == "figure"), None)
            if figure is not None and not any(i.kind == "medal" for i in after):
                return "perform"
            if any(i.kind == "medal" for i in self.items[number + 1 : number + 6]):
                return "medal"
            if any(i.kind == "place" for i in after):
                return None
            return "win"
        if low == "target":
            return "perform" if number and self.items[number - 1].low == "on" else None
        if low in {"winner", "winners"} and self.now.has("perform"):
            item.kind, item.senses = "glue", set()
            return None
        if low in {"wickets", "runs"} or (low == "score" and number and self.items[number - 1].low in {"the", "a", "of"}):
            return "perform" if low == "wickets" and number > 1 and self.items[number - 2].low in {"among", "amongst"} else None
        if "say" in senses and len(senses) == 1:
            return "say"
        if "win" in senses and any(i.kind == "medal" for i in after) and not any(i.kind == "side" and not i.owner for i in after[:2]):
            return "medal"
        return next(
            (
                name
                for name in ("beat", "win", "lose", "draw", "perform", "advance", "out", "unfinished", "record", "coming", "say")
                if name in senses
            ),
            None,
        )
