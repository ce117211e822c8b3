"""The clauses of a sentence: who is said to do what, to whom, and the details beside it.

No parser is needed: in reports of results the words before a name say which part it plays ('to', 'by', 'over', 'ahead of', 'beat').
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.verify.forms import Token
from pipeline.verify.items import Item, is_title
from pipeline.verify.lexicon import words

JOINTS = frozenset({",", "and", "&"})
DETAILS = frozenset(
    ["place", "medal", "figure", "deed", "competition", "discipline", "round", "venue", "gender", "fixture", "comeback", "flag", "minute"]
)


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


def clauses_of(items: list[Item], tokens: list[Token]) -> list[Clause]:
    """The clauses of a sentence of those items, in order; clauses in brackets come last."""
    return _Walk(items, tokens).clauses()


class _Walk:
    """Walks over a sentence once; each name is given a part by what stands before it."""

    def __init__(self, items: list[Item], tokens: list[Token]) -> None:
        self.items = items
        self.tokens = tokens
        self.done: list[Clause] = []
        self.now = Clause()
        self.leading: list[Item] = []
        self.aside: list[Clause] = []
        self.last_part = "subject"

    def clauses(self) -> list[Clause]:
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
            elif item.kind == "flag" and (figure := self._figure_of(number)) is not None and self._bracketed(figure, opens=number):
                self.aside[-1].details.append(item)
                number = figure
            elif item.kind in {"place", "medal"} and self._second_rank(number):
                self._begin(list(self.now.subjects))
                self.now.details.append(item)
            elif item.kind in DETAILS:
                self.now.details.append(item)
            number += 1
        self._close()
        return self.done + self.aside

    def _second_rank(self, number: int) -> bool:
        """'took silver in the slalom and bronze in the K1': a further place or medal, of another contest."""
        if not self.now.subjects:
            return False
        ranks = [d for d in self.now.details if d.kind in {"place", "medal"}]
        verb = (
            number > 1
            and self.items[number - 1].low in words("being") | {"finished", "came"}
            and self.items[number - 2].low in {"and", ","}
        )
        if self.now.has("say") or (verb and self.now.details):
            return True
        if not ranks:
            return False
        if number and self.items[number - 1].low in words("being") | {"finished", "came", "took", "won"}:
            return True
        return any(i.kind in {"discipline", "competition", "round"} for i in self.items[:number] if i.first >= ranks[-1].last)

    def _close(self) -> None:
        clause = self.now
        if not clause.subjects and not clause.predicates and not clause.objects and self.done == [] and clause.details:
            self.leading += clause.details
        elif clause.subjects or clause.predicates or clause.details or clause.objects:
            self.done.append(clause)
        self.now = Clause()

    def _begin(self, subjects: list[Item], *, inherits: bool = False) -> None:
        self._close()
        self.now = Clause(subjects=subjects, inherits=inherits)
        if self.leading and not self.done:
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
                and ("person" in group[-1].senses) == ("person" in self.items[step].senses)
            ):
                group.append(self.items[step])
                after = step + 1
            else:
                break
        part = self._part(number)
        if part == "subject" and self.last_part in {"ahead", "behind", "beaten"} and self._after_bracket(number):
            part = self.last_part
        self.last_part = part
        if part not in {"subject", "scorers"} and len(group) > 1 and self._verb_follows(after):
            last = group.pop()
            self._place(part, group)
            self._begin([last])
            return after
        self._place(part, group)
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
        return item.owner is not None or item.low in {"the", "of", "'", "’", "s"} | words("beside_names") or is_title(item)

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
            self.items[at].low in words("determiners") | words("beside_names") | {"'", "’", "s"}
            or self.items[at].owner is not None
            or is_title(self.items[at])
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
        if previous is not None and previous.kind == "predicate" and "met" in previous.senses:
            return "met"
        if word == "past" and clause.has("beat", "win", "perform"):
            return "beaten"
        if word == "by" and clause.has("draw"):
            return "with"
        if word == "by":
            if goals:
                return "scorers"
            if clause.has("lose") or any(self._passive(i) for n, i in clause.predicates if n == "beat"):
                return "by"
            if clause.has("win") and previous is not None and self.items[at - 1].low in {"won", "win", "victory"}:
                return "winners"
            return "subject"
        if word in {"to", "over"} and clause.inherits and not clause.predicates and self.done:  # 'and Green to Bensted'
            verb = "lose" if word == "to" else "win"
            return ("by" if word == "to" else "beaten") if self.done[-1].has(verb) else "subject"
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
            if i.first >= item.last and not (i.figure or i.kind in {"round", "competition"} or i.low in {"in", "the", "of", "from", "at"})
        ][:1]
        return (bool(words("being") & set(before)) or item.low in {"beaten", "defeated", "edged", "thrashed"}) and after == ["by"]

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
            and not (after == number + 1 and self.items[after].low in {"hit", "hits"})  # "and Roth hit five", a verb
            and item.kind in {"side", "nation"}
        )

    def _place(self, part: str, group: list[Item]) -> None:
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

    def _figure_of(self, flag: int) -> int | None:
        """The number of the mark that a flag in brackets is said of: '(a personal best 6.43m)'."""
        after = flag + 1
        return after if after < len(self.items) and self.items[after].kind == "figure" else None

    def _bracketed(self, number: int, opens: int | None = None) -> bool:
        """'ahead of Kim Dean (89kg)': a mark of the name before the bracket, whatever part that name has.

        `opens` is the first word that says something in the bracket, where that is not the mark.
        """
        opens = (number if opens is None else opens) - 1
        while opens > 0 and self.items[opens].low in {"+", "a", "an"}:  # "(+0:31)", "(a national record 56.72m)"
            opens -= 1
        if opens < 1 or self.items[opens].low not in {"(", "["} or not self.now.objects:
            return False
        back = opens - 1
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
        elif clause.subjects and name in {"win", "medal", "perform", "record", "beat", "unfinished"} and self._after_a_rank(number):
            self._begin(list(clause.subjects))
        elif len(clause.subjects) > 1 and not clause.predicates and self._apposition(number):
            self._begin(clause.subjects[-1:])
        elif (
            not clause.subjects
            and not clause.predicates
            and self.done
            and not self.leading
            and "there" not in {i.low for i in self.items[max(0, number - 4) : number]}
        ):
            clause.subjects = list(self.done[-1].subjects)
        self.now.predicates.append((name, item))

    def _after_a_rank(self, number: int) -> bool:
        """'was fourth in the scratch race and won the tempo': a verb after a place, of another contest."""
        ranks = [d for d in self.now.details if d.kind in {"place", "medal"}]
        joined = number and self.items[number - 1].low in {"and", ","}
        return bool(ranks and joined) and any(
            d.kind in {"discipline", "competition", "round"} for d in self.now.details if d.first > ranks[0].first
        )

    def _apposition(self, number: int) -> bool:
        """'Roth, Lin, a past winner of the mile, and Hale': what the last one named has won."""
        before = [i.low for i in self.items[max(0, number - 3) : number]]
        return before[-2:] == ["a", "past"] or before[-2:] == ["a", "former"] or before[-2:] == [",", "a"]

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
        self.done.insert(0, Clause(subjects=[bearer], predicates=[("win", item)], details=mine))

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
                return "out" if before in {"went", "knocked", "go", "goes", "crashed", "was", "were", "is", "are"} else None
            if low == "through":
                return "advance" if before in {"went", "go", "goes", "came", "was", "were", "is", "are"} else None
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
                for name in ("beat", "win", "lose", "draw", "met", "perform", "advance", "out", "unfinished", "record", "coming", "say")
                if name in senses
            ),
            None,
        )
