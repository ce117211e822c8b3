"""What the record says to each thing that a clause states, asked of one fact so that what is said together belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, pairwise

from pipeline.extract.nations import country_code
from pipeline.records import Event, Fixture, Outcome, Record
from pipeline.verify.clauses import Clause
from pipeline.verify.deeds import judge_deeds
from pipeline.verify.facts import Fact, Facts, medals_of, places_of, words_of
from pipeline.verify.forms import Ties, fold, tokens_of
from pipeline.verify.items import Item
from pipeline.verify.lexicon import words
from pipeline.verify.notes import Notes
from pipeline.verify.reading import Reading
from pipeline.verify.rest import judge_rest
from pipeline.verify.verdict import Claim, ClaimKind, State

GENDERS = {"girls": "women", "ladies": "women", "female": "women", "boys": "men", "male": "men"}


Question = tuple[Item, list[Fact], str]  # the word that asserts, the facts that bear it out, what the record says instead


class Judge:
    """Judges the sentences of reports against one record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.facts = Facts(record)
        self.ties = Ties(record)
        self.people = {p.id: p for p in record.people}
        self.teams = {t.id: t for t in record.teams}
        self.named = self.facts.named
        self.competitions = {c.id: c.name for c in record.competitions}
        self.spans = {x.id: x.mentions[0] for x in record.people if x.mentions}
        self.spans |= {x.id: x.mentions[0] for x in record.teams if x.mentions}
        self.spans |= {x.id: x.mentions[0] for x in record.competitions if x.mentions}

    def judge(self, reading: Reading, report: str) -> list[Claim]:
        """The claims of a sentence outside its quotations."""
        return _Sentence(self, reading, report).claims()


class _Sentence:
    """One sentence: the claims so far, and the facts that it was found to state."""

    def __init__(self, judge: Judge, reading: Reading, report: str) -> None:
        self.judge = judge
        self.reading = reading
        self.report = report
        self.facts = judge.facts
        self.notes = Notes(report, judge.spans)
        self.contest: Event | None = None  # that of the clause before
        self.goes_on = False  # whether a clause says nothing but a place in it: "with Roth second"

    def claims(self) -> list[Claim]:
        for item in self.reading.items:
            if item.kind == "side" and "pronoun" not in item.senses:
                self.notes.say(
                    item,
                    State.SUPPORTED,
                    fact=next(iter(sorted(item.ids))),
                    kind=ClaimKind.TEAM if item.ids & set(self.judge.teams) else None,
                )
        earlier: Clause | None = None
        for clause in self.reading.clauses:
            self._clause(clause, earlier)
            if clause.predicates or clause.details:
                earlier = clause
        self._ties()
        self._run_together()
        self._scorers()
        self._roles()
        judge_rest(self.reading, self.notes, self.judge.record)
        return [self.notes.found[first] for first in sorted(self.notes.found)]

    # ---- clauses -----------------------------------------------------------------------------------------------------------------

    def _clause(self, clause: Clause, earlier: Clause | None) -> None:
        told = {d.kind for d in clause.details}
        self.goes_on = not (clause.predicates or clause.objects) and not told & {"discipline", "competition", "round", "gender"}
        if not clause.predicates and clause.inherits and earlier is not None:
            self._elliptic(clause, earlier)
        if clause.has("coming"):
            self._coming(clause)
            return
        if clause.has("say"):
            self._unclaimed(clause)
            return
        if clause.inherits and not (clause.predicates or clause.details or clause.objects) and self._breaks_off(clause.subjects[-1]):
            for item in clause.subjects:  # 'behind X, who won, and Y': whatever is said of Y, no fact is
                self.notes.say(item, State.MISSING, kind=ClaimKind.OUTCOME)
            return
        subjects = [self._ids(s) for s in clause.subjects]
        if not any(subjects) or (not clause.predicates and not clause.objects and {d.kind for d in clause.details} <= {"competition"}):
            self._unclaimed(clause)
            return
        if clause.has("draw") and len(subjects) > 1:
            clause.objects.setdefault("with", []).extend(clause.subjects[1:])
            clause.subjects = clause.subjects[:1]
            subjects = subjects[:1]
        places = [d for d in clause.details if d.kind == "place"]
        aligned = len(subjects) > 1 and len(places) == len(subjects)
        whole = self._together(clause)
        if whole:
            self._one(clause, whole[0], whole[1], clause.details)
            return
        for number, (subject, who) in enumerate(zip(clause.subjects, subjects, strict=True)):
            details = [d for d in clause.details if d not in places or places.index(d) == number] if aligned else clause.details
            self._one(clause, subject, who, details)

    def _breaks_off(self, name: Item) -> bool:
        """Whether a sentence or its clause ends with a name."""
        after = next((i.low for i in self.reading.items if i.first >= name.last), ".")
        return after in {",", ".", ";", ")"}

    def _together(self, clause: Clause) -> tuple[Item, set[str]] | None:
        """A pair or crew, where the names listed are those of its members and none has a result of his own here."""
        if len(clause.subjects) < 2:
            return None
        for team in self.judge.record.teams:
            if all(any(self._named_in(key, team.name) for key in s.ids) for s in clause.subjects) and self.facts.results({team.id}):
                return clause.subjects[0], {team.id}
        return None

    def _named_in(self, key: str, team: str) -> bool:
        person = self.judge.people.get(key)
        return person is not None and any(form in team for form in (person.name, *person.aliases))

    def _elliptic(self, clause: Clause, earlier: Clause) -> None:
        """'and Jolanda Ceplak the women's 800m': the verb is that of the clause before."""
        own = {d.kind for d in clause.details}
        for name, item in earlier.predicates:
            if name in {"say", "coming", "record"}:
                continue
            if own & {"place", "medal"} and name not in {"perform"} and not clause.objects:
                continue
            if name in {"beat", "lose", "draw"} and not clause.objects:
                continue
            if name == "perform" and not own & {"figure", "deed", "minute"}:
                continue
            if own or clause.objects:
                clause.predicates.append((name, item))

    def _ids(self, item: Item) -> set[str]:
        if item.ids:
            return item.ids
        return self.judge.ties.standing_for(item.text) if item.kind == "nation" else set()

    def _one(self, clause: Clause, subject: Item, who: set[str], details: list[Item]) -> None:
        """What a clause says of one of its subjects."""
        objects = clause.objects
        for item in objects.get("standing", []):
            self._stands(who, item)
        results = self.facts.results(who)
        asked = self._questions(clause, who, results, details)
        performed = clause.has("perform")
        if performed:
            judge_deeds(clause, who, details, self.reading, self.notes, self.facts, self.judge.ties)
            results_of_mark = [f for f in results if any(f.has(d.figure) for d in details)]
            if not asked and not results_of_mark:
                return
        for item, facts, instead in asked:
            if not facts:
                self.notes.say(item, State.CONTRADICTED if instead else State.MISSING, instead=instead or None, kind=_kind(item))
        held = [facts for _, facts, _ in asked if facts]
        if held:
            candidates = [f for f in held[0] if all(f in facts for facts in held[1:])]
            if not candidates and not self._apart(asked):  # each is true, but not of one contest
                last = asked[-1][0]
                self.notes.say(last, State.CONTRADICTED, instead=self.facts.tell(next(iter(asked[0][1]), None)), kind=_kind(last))
            candidates = candidates or list(chain(*held))
        elif asked:
            candidates = []
        else:
            candidates = results if not performed else [f for f in results if any(f.has(d.figure) for d in details)]
        if candidates:
            self._details(candidates, asked, details, clause, who)
        elif results:  # what is asserted is wrong; what goes with it may still be theirs
            self._details(results, [], details, clause, who)
        else:
            self._unclaimed(clause)
        self._verbs(clause, [(i, f) for i, f, _ in asked], candidates)

    def _questions(self, clause: Clause, who: set[str], results: list[Fact], details: list[Item]) -> list[Question]:
        """What a clause asserts of one subject: rivals, verbs, places and medals."""
        objects = clause.objects
        medal = next((d for d in details if d.kind == "medal"), None)
        asked: list[Question] = []
        beaten = [*objects.get("beaten", []), *(objects.get("host", []) if clause.has("win", "beat") else [])]
        winners = [*objects.get("by", []), *(objects.get("host", []) if clause.has("lose") else [])]
        passive = bool(objects.get("by")) and clause.has("beat")
        for item in beaten:
            asked.append((item, self.facts.wins_over(who, self._ids(item)), self.facts.instead(who, self._ids(item))))
        for item in winners:
            asked.append((item, self._turned(who, self._ids(item)), self.facts.instead(who, self._ids(item))))
        for item in objects.get("met", []):
            asked.append((item, [f for f in results if f.other in self._ids(item)], ""))
        for item in [*objects.get("with", []), *(objects.get("host", []) if clause.has("draw") else [])]:
            drawn = [f for f in self.facts.results(who) if f.outcome is Outcome.DRAW and f.other in self._ids(item)]
            asked.append((item, drawn, self.facts.instead(who, self._ids(item))))
        for item in objects.get("behind", []):
            asked.append(
                (
                    item,
                    [*self.facts.ahead(who, self._ids(item)), *self.facts.wins_over(who, self._ids(item))],
                    self.facts.instead(who, self._ids(item)),
                )
            )
        for item in objects.get("ahead", []):
            ids = self._ids(item)
            contests = {f.event for f in self.facts.ahead(ids, who)}
            asked.append((item, [f for f in self.facts.results(who) if f.event in contests], self.facts.instead(who, ids)))
        for name, item in clause.predicates:
            if name == "beat" and not (beaten or winners or objects.get("of")):
                asked.append((item, [f for f in results if (f.lost if passive else f.won)], ""))
            elif name == "win" and medal is None and not beaten:
                asked.append(
                    (
                        item,
                        [f for f in results if f.won and (not self._whole_title(item, details) or f.final)],
                        self.facts.instead(who, set()),
                    )
                )
            elif name == "lose" and not winners:
                asked.append((item, [f for f in results if f.lost], ""))
            elif name == "draw" and not objects.get("with") and not objects.get("host"):
                drawn = [f for f in results if f.outcome is Outcome.DRAW or any(g.startswith("penalties") for g in f.flags)]
                asked.append((item, drawn, ""))
            elif name == "advance":
                asked.append((item, [f for f in results if f.outcome is Outcome.ADVANCE or self._in_round(f, details)], ""))
            elif name == "out":
                asked.append((item, [f for f in results if f.lost], ""))
            elif name == "unfinished":
                asked.append((item, [f for f in results if f.outcome is Outcome.DNF], ""))
            elif name == "record":
                asked.append((item, [f for f in results if f.outcome is Outcome.RECORD or f.flags], ""))
        for item in details:
            if item.kind == "medal":
                asked.append((item, [f for f in results if f.medal and f.medal.value == item.low.rstrip("s")], medals_of(results)))
            elif item.kind == "place":
                there = self._in_the_contest(results)
                asked.append((item, [f for f in there if f.place == item.number], places_of(there)))
        return asked

    def _in_the_contest(self, results: list[Fact]) -> list[Fact]:
        """The results of a clause that goes on about a contest in which its subject has a place; else all of them."""
        if not self.goes_on or self.contest is None:
            return results
        return [f for f in results if f.event == self.contest and f.place] or results

    def _verbs(self, clause: Clause, asked: list[tuple[Item, list[Fact]]], candidates: list[Fact]) -> None:
        """A verb whose objects were asked for is as true as they are."""
        for name, item in clause.predicates:
            if item.first in self.notes.found or name in {"say", "coming", "perform"}:
                continue
            if any(not facts for _, facts in asked):
                self.notes.settled.add(item.first)  # the claim is made at what the verb is said of
            elif asked and candidates:
                self.notes.bear_out(item, candidates[0])
            else:
                self.notes.say(item, State.MISSING)

    def _apart(self, asked: list[Question]) -> bool:
        """Whether what is asked may rest on several facts: two beaten opponents, or a medal and the match that won it."""
        return len([1 for item, _, _ in asked if item.kind in {"side", "nation"}]) > 1

    def _turned(self, losers: set[str], winners: set[str]) -> list[Fact]:
        """Defeats of one of the first by one of the second, from the losers' side."""
        contests = {f.id for f in self.facts.wins_over(winners, losers)}
        own = [f for f in self.facts.results(losers) if f.id in contests and f.other in winners]
        return own or [f for f in self.facts.results(losers) if f.event in {g.event for g in self.facts.ahead(winners, losers)} and f.event]

    def _whole_title(self, item: Item, details: list[Item]) -> bool:
        """'won the Chennai Open', not 'won at the Chennai Open'."""
        following = [i for i in self.reading.items if i.first >= item.last][:3]
        while following and following[0].low in {"the", "a", "an", "his", "her", "its", "their"}:
            following.pop(0)
        if following and following[0].kind == "competition" and following[0] in details:
            return True
        before = [i for i in self.reading.items if i.last <= item.first][-1:]
        # "FA Cup winners"
        entitled = item.low in {"winner", "winners"} and any(i.kind == "competition" and i in details for i in before)
        return entitled or item.low in {"champion", "champions"}

    def _in_round(self, fact: Fact, details: list[Item]) -> bool:
        return fact.event is not None and any(d.kind == "round" and fact.event.id in d.ids for d in details)

    # ---- details ------------------------------------------------------------------------------------------------------------------

    def _details(self, candidates: list[Fact], asked: list[Question], details: list[Item], clause: Clause, who: set[str]) -> None:
        """Asks the fact that fits most of a clause's details for each of them."""
        deeds = self.facts.deeds(who) if clause.has("perform") else []
        rest = [d for d in details if d.kind in {"competition", "discipline", "round", "figure", "gender", "venue", "comeback", "flag"}]
        if deeds:
            rest = [
                d for d in rest if not (d.kind == "figure" and any(any(g.agrees(d.figure) for g in f.figures) for f in deeds if d.figure))
            ]
        best = max(
            candidates, key=lambda f: (sum(self._fits(f, d) for d in rest), sum(self._fits(f, d) for d in rest if d.kind == "figure"), f.id)
        )
        several = clause.has("beat", "win", "lose") and len([1 for i, f, _ in asked if i.kind == "side"]) > 1
        for item, facts, _ in asked:
            if facts:
                self.notes.bear_out(item, best if best in facts else facts[0], _kind(item))
        self.notes.note(best)
        self.contest = best.event if best.other is None else None
        events = self._each_with_its_own(rest)
        for item in rest:
            fitting = best if self._fits(best, item) else None
            if event := events.get(id(item)):
                fitting = next((f for f in candidates if self._fits(f, event) and self._fits(f, item)), None)
            if fitting is None and (several or self._listed(item, rest)):
                fitting = next((f for f in candidates if self._fits(f, item)), None)
            if fitting is not None:
                self.notes.bear_out(item, fitting, ClaimKind.MARK if item.kind == "figure" else None)
            elif item.kind != "figure" and self._in_words(item, best):
                self.notes.bear_out(item, best)
            elif item.kind == "comeback":
                # "beat Roth 6-4 and came from a set down to beat Lin": the win that is told after it
                won = next((facts[0] for after, facts, _ in asked if after.first > item.first and facts), best)
                came = _came_back(won)
                self.notes.say(item, State.SUPPORTED if came else State.CONTRADICTED, fact=won.id, instead=None if came else won.mark)
            elif item.kind == "figure" and item.figure and self._aside(item, best):
                self.notes.bear_out(item, best, ClaimKind.NUMBER)
            else:
                other = self._other(best, item)
                kind = ClaimKind.MARK if item.kind == "figure" and best.figures else None
                self.notes.say(
                    item, State.CONTRADICTED if other else State.MISSING, fact=best.id if other else None, instead=other, kind=kind
                )

    def _each_with_its_own(self, rest: list[Item]) -> dict[int, Item]:
        """For the figures of "won the 1500m in 3:35.1 and the 5,000m in 13:12.2" the disciplines that they stand behind.

        And for those of "recorded 89kg in the snatch and 111kg in the clean and jerk" the ones that stand behind them.
        """
        told = sorted((i for i in rest if i.kind in {"discipline", "figure"}), key=lambda i: i.first)
        kinds = [i.kind for i in told]
        if len(told) < 4 or kinds != kinds[:2] * (len(told) // 2) or kinds[0] == kinds[1]:
            return {}
        pairs = (sorted(two, key=lambda i: i.kind) for two in zip(told[::2], told[1::2], strict=True))
        return {id(figure): discipline for discipline, figure in pairs}

    def _listed(self, item: Item, rest: list[Item]) -> bool:
        """'the 200m and the 100m butterfly', 'the 10,000m and the London Marathon': several contests."""
        before = [t.low for t in self.reading.tokens[max(0, item.first - 2) : item.first] if t.low != "the"]
        if before and before[-1] in {"and", ","}:
            return True
        return item.kind in {"discipline", "round", "competition"} and len([1 for r in rest if r.kind == item.kind]) > 1

    def _fits(self, fact: Fact, item: Item) -> bool:
        event = fact.event
        if item.kind == "figure":
            return fact.has(item.figure)
        if item.kind == "comeback":
            return _came_back(fact)
        if item.kind == "flag":
            return bool(item.senses & set(fact.flags)) or (fact.outcome is Outcome.RECORD and self._in_words(item, fact))
        if item.kind == "gender":
            wanted = GENDERS.get(item.low, item.low)
            named = (
                event.gender or (found[0] if (found := re.findall(r"\b(?:wo)?men\b|\bmixed\b", (event.discipline or "").lower())) else None)
                if event
                else None
            )
            return named == wanted
        if event is None:
            return False
        if item.kind == "competition":
            return event.competition in item.ids
        return event.id in item.ids

    def _in_words(self, item: Item, fact: Fact) -> bool:
        """Whether the article states the fact in these very words."""
        heard = [fold(t.low) for t in self.reading.tokens[item.first : item.last] if t.text[0].isalnum()]
        if item.kind in {"competition", "discipline", "round"} and self._other(fact, item):
            return False
        return all(w in fact.words for w in heard)

    def _aside(self, item: Item, fact: Fact) -> bool:
        """A year or an hour, in the words of the article; no mark and no count."""
        figure = item.figure
        return (
            figure is not None
            and figure.value is not None
            and 1850 <= figure.value <= 2100
            and fold(self.report[item.start : item.end]) in fact.words
        )

    def _other(self, fact: Fact, item: Item) -> str | None:
        """What the fact holds in place of what is said."""
        event = fact.event
        if item.kind == "figure":
            return fact.mark
        if event is None:
            return None
        if item.kind == "competition":
            return self.judge.competitions.get(event.competition or "")
        return {"discipline": event.discipline, "round": event.round, "gender": event.gender, "venue": event.venue}.get(item.kind)

    # ---- what is left ------------------------------------------------------------------------------------------------------------------

    def _coming(self, clause: Clause) -> None:
        """'X will face Y in the final': a fixture of the record that fits both and the contest."""
        who = self._all(clause.subjects)
        met = self._all(list(chain(*clause.objects.values())))
        fixtures = [
            x
            for x in self.judge.record.fixtures
            if (not who or not x.who or who & set(x.who)) and (not met or met <= set(x.who) or not x.who or bool(met & set(x.who)))
        ]
        for name, item in clause.predicates:
            if name != "coming":
                continue
            fixture = fixtures[0] if fixtures else None
            evidence = fixture.evidence[0] if fixture and fixture.evidence else None
            self.notes.say(item, State.SUPPORTED if fixture else State.MISSING, fact=fixture.id if fixture else None, evidence=evidence)
        for x in fixtures:
            said = [x.text, *(s.text for s in x.evidence), x.date.strftime("%A %d %-d %B %Y") if x.date else ""]
            self.notes.stated.append(Fact(id=x.id, who="", words=words_of(said), evidence=x.evidence))
        for d in clause.details:
            held = next((x for x in fixtures if self._of_fixture(x, d)), None)
            heard = [fold(t.low) for t in tokens_of(d.text) if t.text[0].isalnum()]
            told = next((x for x in fixtures if set(heard) <= words_of([x.text])), None)
            if held or told:
                self.notes.say(d, State.SUPPORTED, fact=(held or told).id)  # type: ignore[union-attr]
            else:
                self.notes.say(d, State.MISSING)

    def _of_fixture(self, fixture: Fixture, item: Item) -> bool:
        if item.kind == "fixture":
            return fixture.id in item.ids
        event = next((e for e in self.judge.record.events if e.id == fixture.event), None)
        if event is None:
            return False
        if item.kind == "competition":
            return event.competition in item.ids
        if item.kind == "gender":
            return event.gender == GENDERS.get(item.low, item.low)
        return event.id in item.ids

    def _all(self, items: list[Item]) -> set[str]:
        return set().union(*(self._ids(item) for item in items)) if items else set()

    def _unclaimed(self, clause: Clause) -> None:
        """A clause that no fact bears out: every detail that says something is unsupported."""
        for item in clause.details:
            if (item.kind == "competition" and not clause.predicates) or item.kind == "fixture":
                self.notes.say(item, State.SUPPORTED, fact=next(iter(sorted(item.ids))))
            elif item.kind != "predicate":
                self.notes.say(item, State.MISSING)
        for name, item in clause.predicates:
            if name != "say":
                self.notes.say(item, State.MISSING)

    def _ties(self) -> None:
        for item in self.reading.items:
            if item.owner is not None:
                self._stands(item.owner.ids, item)

    def _stands(self, who: Iterable[str], item: Item) -> None:
        teams = item.ids & set(self.judge.teams)
        text = self.report[item.start : item.end]
        keys = sorted(who)
        bound = [key for key in keys if self.judge.ties.bind(key, text, teams) or key in teams]
        if not bound and item.ids & set(self.judge.people):  # 'Clark's Indiana Fever'
            bound = [
                key
                for key in keys
                for person in item.ids
                if key in self.judge.teams and self.judge.ties.bind(person, self.judge.named[key], {key})
            ]
        kind = ClaimKind.NATION if country_code(text) else ClaimKind.TEAM
        if bound:
            self.notes.say(item, State.SUPPORTED, fact=bound[0], kind=kind)
        else:
            instead = next((said for key in keys if (said := self.judge.ties.of(key))), None)
            self.notes.say(
                item, State.CONTRADICTED if instead else State.MISSING, fact=keys[0] if instead else None, instead=instead, kind=kind
            )

    def _run_together(self) -> None:
        """'The Golden State Thunder': two names with nothing between them that are not one another's."""
        for one, other in pairwise(self.reading.items):
            if (
                one.kind == other.kind == "side"
                and one.last == other.first
                and one.owner is None
                and other.owner is None
                and not one.ids & other.ids
            ):
                self.notes.say(one, State.MISSING, kind=ClaimKind.NAME)

    def _scorers(self) -> None:
        """Whoever is said to have scored in a match played for one of its sides."""
        teams = set(self.judge.teams)
        played = set[str]()
        for clause in self.reading.clauses:
            if clause.has("beat", "win", "lose", "draw"):
                played |= self._all([*clause.subjects, *chain(*clause.objects.values())]) & teams
        for clause in self.reading.clauses:
            sides = self._all(clause.scored_for) & teams or played
            if not clause.has("perform") or not sides:
                continue
            for item in clause.subjects:
                tied = [key for key in sorted(item.ids & set(self.judge.people)) if self.judge.ties.of(key)]
                if tied and not any(self.judge.ties.bind(key, self.judge.named[side], {side}) for key in tied for side in sides):
                    self.notes.say(item, State.CONTRADICTED, instead=self.judge.ties.of(tied[0]), kind=ClaimKind.TEAM)

    def _roles(self) -> None:
        items = self.reading.items
        for number, item in enumerate(items):
            if not (item.low in words("coaches") or item.low in words("officials")):
                continue
            near = [i for i in items[max(0, number - 2) : number + 3] if i.kind == "side" and i.ids & set(self.judge.people)]
            wanted = "coach" if item.low in words("coaches") else "official"
            holders = [self.judge.people[key] for i in near for key in i.ids if key in self.judge.people]
            if any(p.role.value == wanted for p in holders):
                self.notes.say(item, State.SUPPORTED, fact=next(p.id for p in holders if p.role.value == wanted), kind=ClaimKind.STATEMENT)
            else:
                instead = holders[0].role.value if holders else None
                self.notes.say(item, State.CONTRADICTED if instead else State.MISSING, instead=instead, kind=ClaimKind.STATEMENT)


def _came_back(fact: Fact) -> bool:
    """Whether the winner of a match lost its first set."""
    pairs = fact.figures[0].pairs if fact.figures else ()
    return fact.won and len(pairs) > 1 and pairs[0][0] < pairs[0][1]


def _kind(item: Item) -> ClaimKind | None:
    """A name that is asked for as rival is a claim about the outcome."""
    return ClaimKind.OUTCOME if item.kind in {"side", "nation"} else None
