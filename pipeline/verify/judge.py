"""What the record says to each thing that a clause states, asked of one fact so that what is said together belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, pairwise

from pipeline.extract.nations import country_code
from pipeline.records import Fixture, Outcome, Record, Span, When
from pipeline.verify.clauses import Clause
from pipeline.verify.facts import Fact, Facts, words_of
from pipeline.verify.forms import Ties, fold, tokens_of
from pipeline.verify.items import Item
from pipeline.verify.lexicon import words
from pipeline.verify.reading import Reading
from pipeline.verify.verdict import Claim, ClaimKind, State

KINDS = {
    "side": ClaimKind.NAME,
    "nation": ClaimKind.NATION,
    "competition": ClaimKind.COMPETITION,
    "discipline": ClaimKind.DISCIPLINE,
    "round": ClaimKind.ROUND,
    "venue": ClaimKind.STATEMENT,
    "fixture": ClaimKind.STATEMENT,
    "source": ClaimKind.NAME,
    "figure": ClaimKind.NUMBER,
    "place": ClaimKind.PLACE,
    "medal": ClaimKind.MEDAL,
    "gender": ClaimKind.DISCIPLINE,
    "deed": ClaimKind.OUTCOME,
    "comeback": ClaimKind.OUTCOME,
    "flag": ClaimKind.MARK,
    "minute": ClaimKind.NUMBER,
    "predicate": ClaimKind.OUTCOME,
}
GENDERS = {"girls": "women", "ladies": "women", "female": "women", "boys": "men", "male": "men"}


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
        self.found: dict[int, Claim] = {}  # by first token
        self.stated: list[Fact] = []
        self.settled: set[int] = set()  # first tokens of words whose claim is made elsewhere

    def claims(self) -> list[Claim]:
        for item in self.reading.items:
            if item.kind == "side" and "pronoun" not in item.senses:
                self._say(
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
        self._rest()
        return [self.found[first] for first in sorted(self.found)]

    # ---- saying ------------------------------------------------------------------------------------------------------------------

    def _say(
        self,
        item: Item,
        state: State,
        *,
        fact: str | None = None,
        evidence: Span | None = None,
        instead: str | None = None,
        kind: ClaimKind | None = None,
    ) -> None:
        """Notes a claim; what was found wrong once is not put right later."""
        known = self.found.get(item.first)
        if known and known.state is not State.SUPPORTED:
            return
        if fact and evidence is None:
            evidence = self.judge.spans.get(fact)
        self.found[item.first] = Claim(
            kind=kind or KINDS.get(item.kind, ClaimKind.STATEMENT),
            state=state,
            text=self.report[item.start : item.end],
            start=item.start,
            end=item.end,
            fact=fact,
            evidence=evidence,
            instead=instead,
        )

    def _bear_out(self, item: Item, fact: Fact, kind: ClaimKind | None = None) -> None:
        self._say(item, State.SUPPORTED, fact=fact.id, evidence=fact.evidence[0] if fact.evidence else None, kind=kind)
        self._note(fact)

    def _note(self, fact: Fact) -> None:
        if fact not in self.stated:
            self.stated.append(fact)

    # ---- clauses -----------------------------------------------------------------------------------------------------------------

    def _clause(self, clause: Clause, earlier: Clause | None) -> None:
        if not clause.predicates and clause.inherits and earlier is not None:
            self._elliptic(clause, earlier)
        if clause.has("coming"):
            self._coming(clause)
            return
        if clause.has("say"):
            self._unclaimed(clause)
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
        candidates: list[Fact] | None = None
        results = self.facts.results(who)
        medal = next((d for d in details if d.kind == "medal"), None)
        asked: list[tuple[Item, list[Fact], str]] = []  # the word that asserts, the facts that bear it out, what the record says instead
        beaten = [*objects.get("beaten", []), *(objects.get("host", []) if clause.has("win", "beat") else [])]
        winners = [*objects.get("by", []), *(objects.get("host", []) if clause.has("lose") else [])]
        passive = bool(objects.get("by")) and clause.has("beat")
        for item in beaten:
            asked.append((item, self.facts.wins_over(who, self._ids(item)), self._instead(who, self._ids(item))))
        for item in winners:
            asked.append((item, self._turned(who, self._ids(item)), self._instead(who, self._ids(item))))
        for item in objects.get("met", []):
            asked.append((item, [f for f in results if f.other in self._ids(item)], ""))
        for item in [*objects.get("with", []), *(objects.get("host", []) if clause.has("draw") else [])]:
            drawn = [f for f in self.facts.results(who) if f.outcome is Outcome.DRAW and f.other in self._ids(item)]
            asked.append((item, drawn, self._instead(who, self._ids(item))))
        for item in objects.get("behind", []):
            asked.append(
                (
                    item,
                    [*self.facts.ahead(who, self._ids(item)), *self.facts.wins_over(who, self._ids(item))],
                    self._instead(who, self._ids(item)),
                )
            )
        for item in objects.get("ahead", []):
            ids = self._ids(item)
            contests = {f.event for f in self.facts.ahead(ids, who)}
            asked.append((item, [f for f in self.facts.results(who) if f.event in contests], self._instead(who, ids)))
        for name, item in clause.predicates:
            if name == "beat" and not (beaten or winners or objects.get("of")):
                asked.append((item, [f for f in results if (f.lost if passive else f.won)], ""))
            elif name == "win" and medal is None and not beaten:
                asked.append(
                    (item, [f for f in results if f.won and (not self._whole_title(item, details) or f.final)], self._instead(who, set()))
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
                asked.append((item, [f for f in results if f.medal and f.medal.value == item.low.rstrip("s")], self._medals(results)))
            elif item.kind == "place":
                asked.append((item, [f for f in results if f.place == item.number], self._places(results)))
        performed = clause.has("perform")
        if performed:
            self._performed(clause, who, details)
            results_of_mark = [f for f in results if any(self._agrees(f, d) for d in details)]
            if not asked and not results_of_mark:
                return
        for item, facts, instead in asked:
            if not facts:
                self._say(item, State.CONTRADICTED if instead else State.MISSING, instead=instead or None, kind=self._kind(item, clause))
        held = [facts for _, facts, _ in asked if facts]
        if held:
            candidates = [f for f in held[0] if all(f in facts for facts in held[1:])]
            if not candidates and not self._apart(asked):  # each is true, but not of one contest
                last = asked[-1][0]
                self._say(last, State.CONTRADICTED, instead=self._tell(next(iter(asked[0][1]), None)), kind=self._kind(last, clause))
            candidates = candidates or list(chain(*held))
        elif not asked:
            candidates = results if not performed else [f for f in results if any(self._agrees(f, d) for d in details)]
        if candidates:
            self._details(candidates, asked, details, clause, who)
        elif results:  # what is asserted is wrong; what goes with it may still be theirs
            self._details(results, [], details, clause, who)
        else:
            self._unclaimed(clause)
        self._verbs(clause, [(i, f) for i, f, _ in asked], candidates or [])

    def _verbs(self, clause: Clause, asked: list[tuple[Item, list[Fact]]], candidates: list[Fact]) -> None:
        """A verb whose objects were asked for is as true as they are."""
        for name, item in clause.predicates:
            if item.first in self.found or name in {"say", "coming", "perform"}:
                continue
            if any(not facts for _, facts in asked):
                self.settled.add(item.first)  # the claim is made at what the verb is said of
            elif asked and candidates:
                self._bear_out(item, candidates[0])
            else:
                self._say(item, State.MISSING)

    def _apart(self, asked: list[tuple[Item, list[Fact], str]]) -> bool:
        """Whether what is asked may rest on several facts: two beaten opponents, or a medal and the match that won it."""
        return len([1 for item, _, _ in asked if item.kind in {"side", "nation"}]) > 1

    def _kind(self, item: Item, clause: Clause) -> ClaimKind | None:
        return ClaimKind.OUTCOME if item.kind in {"side", "nation"} else None

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
        return item.low in {"champion", "champions"}

    def _in_round(self, fact: Fact, details: list[Item]) -> bool:
        return fact.event is not None and any(d.kind == "round" and fact.event.id in d.ids for d in details)

    # ---- details ------------------------------------------------------------------------------------------------------------------

    def _details(
        self, candidates: list[Fact], asked: list[tuple[Item, list[Fact], str]], details: list[Item], clause: Clause, who: set[str]
    ) -> None:
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
                self._bear_out(item, best if best in facts else facts[0], self._kind(item, clause))
        self._note(best)
        for item in rest:
            fitting = best if self._fits(best, item) else None
            if fitting is None and (several or self._listed(item, rest)):
                fitting = next((f for f in candidates if self._fits(f, item)), None)
            if fitting is not None:
                self._bear_out(item, fitting, ClaimKind.MARK if item.kind == "figure" else None)
            elif item.kind != "figure" and self._in_words(item, best):
                self._bear_out(item, best)
            elif item.kind == "comeback":
                self._say(
                    item,
                    State.SUPPORTED if _came_back(best) else State.CONTRADICTED,
                    fact=best.id,
                    instead=None if _came_back(best) else best.mark,
                )
            elif item.kind == "figure" and item.figure and self._aside(item, best):
                self._bear_out(item, best, ClaimKind.NUMBER)
            else:
                other = self._other(best, item)
                kind = ClaimKind.MARK if item.kind == "figure" and best.figures else None
                self._say(item, State.CONTRADICTED if other else State.MISSING, fact=best.id if other else None, instead=other, kind=kind)

    def _listed(self, item: Item, rest: list[Item]) -> bool:
        """'the 200m and the 100m butterfly', 'the 10,000m and the London Marathon': several contests."""
        before = [t.low for t in self.reading.tokens[max(0, item.first - 2) : item.first] if t.low != "the"]
        if before and before[-1] in {"and", ","}:
            return True
        return item.kind in {"discipline", "round", "competition"} and len([1 for r in rest if r.kind == item.kind]) > 1

    def _fits(self, fact: Fact, item: Item) -> bool:
        event = fact.event
        if item.kind == "figure":
            return self._agrees(fact, item)
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

    def _agrees(self, fact: Fact, item: Item) -> bool:
        return item.figure is not None and any(item.figure.agrees(own) for own in fact.figures)

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

    # ---- performances ----------------------------------------------------------------------------------------------------------------

    def _performed(self, clause: Clause, who: set[str], details: list[Item]) -> None:
        deeds = self.facts.deeds(who)
        results = self.facts.results(who)
        marked = [f for f in results if f.figures and (f.other is None or any(d.figure and d.figure.pairs for d in details))]
        item = clause.item_of("perform")
        if not deeds and any(self._agrees(f, d) for f in marked for d in details):
            if item:
                self._bear_out(item, marked[0])
            return
        if not deeds:
            if item:
                self._say(item, State.MISSING, kind=ClaimKind.OUTCOME)
            for d in details:
                if d.kind in {"figure", "deed", "minute"}:
                    self._say(d, State.MISSING)
            return
        if item and item.low in words("scoring"):
            deeds = [f for f in deeds if not {fold(w) for w in (f.what or "").lower().split()} & words("no_scores")] or [
                f for f in deeds if any(d.kind == "deed" and self._same_deed(f, fold(d.low)) for d in details)
            ]
            if not deeds:
                self._say(item, State.MISSING, kind=ClaimKind.OUTCOME)
                return
        if item:
            self._bear_out(item, deeds[0])
        matches = [f for d in deeds for f in self.facts.results(self._sides_of(d.who))]
        for number, d in enumerate(details):
            if d.kind == "minute":
                then = next((f for f in deeds if f.minute == d.number), None)
                told = ", ".join(str(f.minute) for f in deeds if f.minute is not None)
                if then:
                    self._bear_out(d, then)
                else:
                    self._say(d, State.CONTRADICTED if told else State.MISSING, fact=deeds[0].id if told else None, instead=told or None)
            elif d.kind == "figure" and d.figure:
                noun = self._noun(d)
                same = [f for f in deeds if any(d.figure.agrees(g) for g in f.figures) and (noun is None or self._same_deed(f, noun))]
                if same:
                    self._bear_out(d, same[0])
                elif any(self._agrees(f, d) for f in [*marked, *matches]) and d.figure.pairs:
                    self._bear_out(d, next(f for f in [*marked, *matches] if self._agrees(f, d)))
                elif any(f.minute is not None and d.figure.value == f.minute for f in deeds):
                    self._bear_out(d, deeds[0])
                else:
                    said = ", ".join(f.mark for f in deeds if f.mark)
                    self._say(d, State.CONTRADICTED if said else State.MISSING, fact=deeds[0].id if said else None, instead=said or None)
            elif d.kind == "deed" or "deed" in d.senses:
                same = [f for f in deeds if self._same_deed(f, fold(d.low))]
                if same:
                    self._bear_out(d, same[0])
                elif not (number and details[number - 1].kind == "deed"):
                    self._say(
                        d, State.CONTRADICTED, fact=deeds[0].id, instead=", ".join(f.what or "" for f in deeds), kind=ClaimKind.OUTCOME
                    )

    def _sides_of(self, person: str) -> set[str]:
        return {key for key in self.judge.teams if self.judge.ties.bind(person, self.judge.named[key], {key})}

    def _noun(self, figure: Item) -> str | None:
        """What a figure counts: '14 points', 'two drop goals'."""
        following = [i for i in self.reading.items if i.first >= figure.last][:2]
        for item in following:
            if item.kind == "deed" or "deed" in item.senses:
                return fold(item.low)
            if item.kind != "word":
                return None
        return None

    def _same_deed(self, fact: Fact, noun: str) -> bool:
        what = {fold(w) for w in (fact.what or "").lower().replace("-", " ").split()} | {fold((fact.what or "").lower())}
        noun = {"tri": "try", "trie": "try", "penaltie": "penalty", "board": "rebound", "boards": "rebound"}.get(noun, noun)
        return noun in what or noun in {fold(t) for t in (fact.mark or "").lower().split()}

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
            self._say(item, State.SUPPORTED if fixture else State.MISSING, fact=fixture.id if fixture else None, evidence=evidence)
        for x in fixtures:
            said = [x.text, *(s.text for s in x.evidence), x.date.strftime("%A %d %-d %B %Y") if x.date else ""]
            self.stated.append(Fact(id=x.id, who="", words=words_of(said), evidence=x.evidence))
        for d in clause.details:
            held = next((x for x in fixtures if self._of_fixture(x, d)), None)
            heard = [fold(t.low) for t in tokens_of(d.text) if t.text[0].isalnum()]
            told = next((x for x in fixtures if set(heard) <= words_of([x.text])), None)
            if held or told:
                self._say(d, State.SUPPORTED, fact=(held or told).id)  # type: ignore[union-attr]
            else:
                self._say(d, State.MISSING)

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
                self._say(item, State.SUPPORTED, fact=next(iter(sorted(item.ids))))
            elif item.kind != "predicate":
                self._say(item, State.MISSING)
        for name, item in clause.predicates:
            if name != "say":
                self._say(item, State.MISSING)

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
            self._say(item, State.SUPPORTED, fact=bound[0], kind=kind)
        else:
            instead = next((said for key in keys if (said := self.judge.ties.of(key))), None)
            self._say(item, State.CONTRADICTED if instead else State.MISSING, fact=keys[0] if instead else None, instead=instead, kind=kind)

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
                self._say(one, State.MISSING, kind=ClaimKind.NAME)

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
                    self._say(item, State.CONTRADICTED, instead=self.judge.ties.of(tied[0]), kind=ClaimKind.TEAM)

    def _roles(self) -> None:
        items = self.reading.items
        for number, item in enumerate(items):
            if not (item.low in words("coaches") or item.low in words("officials")):
                continue
            near = [i for i in items[max(0, number - 2) : number + 3] if i.kind == "side" and i.ids & set(self.judge.people)]
            wanted = "coach" if item.low in words("coaches") else "official"
            holders = [self.judge.people[key] for i in near for key in i.ids if key in self.judge.people]
            if any(p.role.value == wanted for p in holders):
                self._say(item, State.SUPPORTED, fact=next(p.id for p in holders if p.role.value == wanted), kind=ClaimKind.STATEMENT)
            else:
                instead = holders[0].role.value if holders else None
                self._say(item, State.CONTRADICTED if instead else State.MISSING, instead=instead, kind=ClaimKind.STATEMENT)

    def _rest(self) -> None:
        """Words that nothing was asked of: they stand in the evidence of a fact that the sentence states, or nowhere."""
        said = frozenset(chain.from_iterable(f.words for f in self.stated))
        items = self.reading.items
        for number, item in enumerate(items):
            if item.first in self.found or item.first in self.settled or item.kind == "glue":
                continue
            low = item.low
            if item.kind == "nothing":
                told = [r for r in self.judge.record.results if r.when is When.CURRENT]
                self._say(item, State.CONTRADICTED if told else State.SUPPORTED, fact=told[0].id if told else None, kind=ClaimKind.OUTCOME)
                continue
            if item.kind == "deed" or "deed" in item.senses:
                before = next((i for i in reversed(items[:number]) if i.low != "-"), None)
                counted = self.found.get(before.first) if before else None
                if counted and before and before.kind == "figure" and counted.state is State.SUPPORTED:
                    self._say(item, State.SUPPORTED, fact=counted.fact, kind=ClaimKind.NUMBER)
                    continue
            if low in words("beside_names") and any(i.kind == "side" for i in items[number + 1 : number + 2]):
                continue
            if (
                low in words("better") | words("worse")
                or low in words("medallists")
                or low in words("coaches") | words("officials")
                or "pronoun" in item.senses
            ):
                continue
            if item.kind == "predicate" and ("say" in item.senses or item.low in words("neutral")):
                continue
            if item.kind == "competition":
                self._say(
                    item,
                    State.SUPPORTED if any(fold(w) in said for w in low.split()) or not self.stated else State.MISSING,
                    fact=next(iter(sorted(item.ids))),
                )
                continue
            if item.kind in {"source", "fixture"}:
                self._say(item, State.SUPPORTED, fact=next(iter(sorted(item.ids))))
                continue
            beside_name = any(
                i.kind == "side" and max(i.start - item.end, item.start - i.end) < 2 for i in items[max(0, number - 1) : number + 2]
            )
            name = self.reading.tokens[item.first].capital and item.first > 0
            evidenced = all(fold(t.low) in said for t in self.reading.tokens[item.first : item.last] if t.text[0].isalnum())
            if low == "not" and number + 1 < len(items) and items[number + 1].low == "out":
                self._say(item, State.SUPPORTED if any("not out" in (f.mark or "") for f in self.stated) else State.MISSING)
            elif low in words("negations"):
                self._say(item, State.MISSING)
            elif (
                evidenced
                and self._when_or_where(item)
                and not (name and beside_name)
                and item.kind not in {"figure", "place", "medal"}
                and not self._is_side_word(low)
            ):
                self._say(item, State.SUPPORTED, fact=self._where(low), kind=self._sort(item))
            elif item.kind == "figure" and evidenced and item.figure and item.figure.value and 1850 <= item.figure.value <= 2100:
                self._say(item, State.SUPPORTED, kind=ClaimKind.DATE)
            else:
                self._say(item, State.MISSING, kind=self._sort(item))

    def _when_or_where(self, item: Item) -> bool:
        """A day, a season, a name of a place: what may be said in the article's words alone. Words of the mark itself, too."""
        low = item.low
        if any(fold(low) in {fold(t.low) for t in tokens_of(f.mark or "")} for f in self.stated):
            return True
        return (
            low in words("weekdays") | words("months") | words("whens")
            or item.kind in {"nation", "venue", "gender"}
            or self.reading.tokens[item.first].capital
        )

    def _where(self, low: str) -> str | None:
        return next((f.id for f in self.stated if fold(low) in f.words), None)

    def _is_side_word(self, low: str) -> bool:
        return any(low in name.lower().split() for name in self.judge.named.values())

    def _sort(self, item: Item) -> ClaimKind:
        low = item.low
        if low in words("weekdays") or low in words("months"):
            return ClaimKind.DATE
        if item.kind in KINDS:
            return KINDS[item.kind]
        if item.number is not None:
            return ClaimKind.NUMBER
        return ClaimKind.NAME if self.reading.tokens[item.first].capital and item.first > 0 else ClaimKind.STATEMENT

    # ---- in words ------------------------------------------------------------------------------------------------------------------------

    def _instead(self, one: set[str], other: set[str]) -> str:
        """How the record has the two meet, in words; '' if they do not."""
        for fact in self.facts.results(one):
            if fact.other and fact.other in other:
                return self._tell(fact) or ""
        for front, back in ((one, other), (other, one)):
            if ahead := self.facts.ahead(front, back):
                return f"{self.judge.named[ahead[0].who]} ahead of {self.judge.named[next(iter(sorted(back)))]}"
        return ""

    def _tell(self, fact: Fact | None) -> str | None:
        if fact is None:
            return None
        who, other = self.judge.named[fact.who], self.judge.named.get(fact.other or "")
        if other is None:
            parts = [
                f"place {fact.place}" if fact.place else "",
                fact.medal.value if fact.medal else "",
                fact.mark or "",
                (fact.event.discipline or "") if fact.event else "",
            ]
            return f"{who}: {', '.join(p for p in parts if p)}" if any(parts) else None
        verb = {Outcome.WIN: "beat", Outcome.LOSS: "lost to", Outcome.DRAW: "drew with"}.get(fact.outcome) if fact.outcome else None
        return f"{who} {verb or 'met'} {other}{f' {fact.mark}' if fact.mark else ''}"

    def _medals(self, results: list[Fact]) -> str:
        return ", ".join(dict.fromkeys(f.medal.value for f in results if f.medal))

    def _places(self, results: list[Fact]) -> str:
        return ", ".join(dict.fromkeys(str(f.place) for f in results if f.place))


def _came_back(fact: Fact) -> bool:
    """Whether the winner of a match lost its first set."""
    pairs = fact.figures[0].pairs if fact.figures else ()
    return fact.won and len(pairs) > 1 and pairs[0][0] < pairs[0][1]
