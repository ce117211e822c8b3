"""From a plan to sentences: the second of three steps (plan, write, verify).

A section of the report (lead, placings, other results, scorers, quotation, what comes next) offers drafts, the fullest first, the
plainest last; `pipeline.summarize` takes the first that fits and is verified. The words stand in phrases.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.records import Fixture, Kind, Medal, Outcome, Performance, Record, Result
from pipeline.summarize.plan import Haul, Match, Plan, Speech, Standing, Story, is_fragment, level
from pipeline.summarize.voice import ORDINALS, Voice, listed, ordinal, with_article, with_the

PAIR = re.compile(r"(?<![\d.:])(\d{1,3})\s?[-–/]\s?(\d{1,3})(?![\d.:])")
INNINGS = re.compile(r"\d{2,4}(?:[-–/]\d{1,2})?(?: dec(?:lared)?)?(?: \([^)]*\))?|\d{2,4} for \d{1,2}.*|\d{2,4} all out")
BY_MARGIN = re.compile(r"\b(?:wickets?|runs?|innings|shots?|strokes?|lengths?)\b", re.IGNORECASE)
MARGIN_ADJECTIVE = re.compile(r"[\w]+(?:-\w+)*-(?:wicket|run|point|goal|shot|stroke|length|set|frame)s?", re.IGNORECASE)
SET_LOSS_AT_MOST = 4  # games in two sets; past it a win is not heavy
MOST_SCORERS_IN_LEAD = 3
LONGEST_LEAD = 42  # words


@dataclass(frozen=True)
class Draft:
    """A sentence offered: its text, the facts it states and who is known once it is read."""

    text: str
    facts: tuple[str, ...]
    known: frozenset[str]

    @property
    def words(self) -> int:
        """Length in words."""
        return len(self.text.split())


Telling = Callable[[Voice], str | None]


class Writer:
    """Drafts the sections of one record's report."""

    def __init__(self, record: Record, plan: Plan, seed: int = 0) -> None:
        self.record = record
        self.plan = plan
        self.seed = seed

    def drafts(self, known: frozenset[str], *tellings: Telling) -> Iterator[Draft]:
        """Each telling as a finished sentence; tellings with nothing to say are passed over."""
        for telling in tellings:
            voice = Voice(self.record, known, self.seed)
            told = telling(voice)
            if told and voice.facts:
                yield Draft(sentence(told), tuple(voice.facts), frozenset(voice.known))

    # ---- sections -----------------------------------------------------------------------------------------------------------

    def lead(self, known: frozenset[str]) -> Iterator[Draft]:
        """The first story, with as much of its circumstances as a sentence bears."""
        if not self.plan.stories:
            return
        story = self.plan.stories[0]
        if isinstance(story, Match):
            tellings: list[Telling] = [lambda v: self._with_scorers(v, story), lambda v: match(v, story.result, lead=True)]
        elif isinstance(story, Standing):
            others = len(story.results)
            tellings = [lambda v, n=n: standing(v, story, tail=n) for n in range(min(4, others), -1, -1)]  # type: ignore[misc]
        else:
            tellings = [lambda v: haul(v, story)]
        yield from (d for d in self.drafts(known, *tellings) if d.words <= LONGEST_LEAD)
        yield from self.drafts(known, lambda v: tell(v, story), lambda v: plain(v, first_result(story)))

    def placings(self, known: frozenset[str], told: set[str]) -> Iterator[Draft]:
        """Who else finished where in the first story's event."""
        story = self.plan.stories[0] if self.plan.stories else None
        if not isinstance(story, Standing):
            return
        left = [r for r in story.results if r.id not in told]
        counts = range(min(5, len(left)), 0, -1)
        yield from self.drafts(known, *((lambda v, n=n: placed(v, left[:n])) for n in counts))

    def others(self, known: frozenset[str], told: set[str]) -> Iterator[Draft]:
        """The other stories, as many of them as fit a sentence."""
        first = self.plan.stories[0]
        left = [s for s in self.plan.stories[1:] if first_result(s).id not in told and not self._echo(s)]
        if not left:
            return
        matches = isinstance(left[0], Match)
        run = [s for s in left if isinstance(s, Match) == matches][:5]
        if matches:
            sides = {i for r in results_of(first) for i in (r.who, r.opponent) if i}
            near = [s for s in run if sides & set(_sides(s))]
            run = near if run[0] in near else [s for s in run if s not in near]
            for n in range(len(run), 0, -1):
                yield from self.drafts(known, lambda v, n=n: self._matches(v, run[:n], apart=run[0] not in near))  # type: ignore[misc]
            return
        for n in range(min(4, len(run)), 0, -1):
            tails = (2, 1, 0) if n < 3 else (0,)
            for tail in tails:
                yield from self.drafts(known, lambda v, n=n, tail=tail: events(v, run[:n], tail=tail, opening=False))  # type: ignore[misc]
                yield from self.drafts(known, lambda v, n=n, tail=tail: events(v, run[:n], tail=tail, opening=True))  # type: ignore[misc]

    def scorers(self, known: frozenset[str], told: set[str]) -> Iterator[Draft]:
        """What players did, side by side."""
        left = [p for p in self.plan.scorers if p.id not in told]
        for n in (8, 6, 5, 4, 3, 2, 1):
            if n <= max(len(left), 1):
                yield from self.drafts(known, lambda v, n=n: self._scoring(v, left[:n]))  # type: ignore[misc]

    def speech(self, known: frozenset[str]) -> Iterator[Draft]:
        """Quotations, the most telling first, each in both orders that its punctuation allows."""
        for item in self.plan.speeches[:12]:
            yield from self.drafts(known, *((lambda v, item=item, inverted=i: quoted(v, item, inverted=inverted)) for i in (False, True)))

    def coming(self, known: frozenset[str]) -> Iterator[Draft]:
        """The next contest."""
        for fixture in self.plan.fixtures[:3]:
            yield from self.drafts(known, *((lambda v, f=fixture, t=t: coming(v, f, turn=t)) for t in (0, 1)))

    def subjects(self, known: frozenset[str]) -> Iterator[Draft]:
        """What an article without a current result is about."""
        for people, competitions in ((3, 2), (2, 2), (2, 1), (1, 1), (1, 0), (0, 2), (0, 1)):
            yield from self.drafts(known, lambda v, p=people, c=competitions: self._subjects(v, p, c))  # type: ignore[misc]

    def history(self, known: frozenset[str], told: set[str]) -> Iterator[Draft]:
        """Results that the article recalls."""
        left = [s for s in self.plan.history if not told.issuperset(r.id for r in results_of(s))]
        left.sort(key=lambda s: not known.intersection(r.who for r in results_of(s)))
        for n in (3, 2, 1):
            if n <= len(left):
                yield from self.drafts(known, lambda v, n=n: _history(v, left[:n]))  # type: ignore[misc]

    def _echo(self, story: Story) -> bool:
        """Whether a match is another meeting of sides told of, with nothing to tell the two apart."""
        if not isinstance(story, Match) or story.result.mark:
            return False
        event = next((e for e in self.record.events if e.id == story.result.event), None)
        sides = set(_sides(story))
        return not (event and event.round) and any(s is not story and set(_sides(s)) == sides for s in self.plan.stories)

    # ---- pieces that need the plan --------------------------------------------------------------------------------------------

    def _with_scorers(self, voice: Voice, story: Match) -> str | None:
        """The match with its winner's few scorers: '... with goals from Keane and Mido'."""
        scorers = [p for p in self.plan.scorers if p.what in {"goal", "try"} and self._side_of(voice, p) == story.result.who]
        if not 1 <= len(scorers) <= MOST_SCORERS_IN_LEAD or len({p.what for p in scorers}) > 1 or story.result.outcome is not Outcome.WIN:
            return None
        if any(p.mark or p.minute for p in scorers) or len(scorers) < len(self.plan.scorers) and len(self.plan.scorers) > MOST_SCORERS_IN_LEAD + 1:
            return None
        told = match(voice, story.result, lead=True)
        names = [voice.name(p.who, affiliation=False) for p in scorers]
        voice.state(*(p.id for p in scorers))
        goals = scorers[0].what == "goal"
        if len(names) == 1:
            return f"{told}, with {names[0]} {'on target' if goals else 'among the try-scorers'}"
        return f"{told}, with {'goals' if goals else 'tries'} from {listed(names)}"

    def _side_of(self, voice: Voice, performance: Performance) -> str | None:
        """The id of the team that a player's nation or club is."""
        person = voice.people[performance.who]
        club = person.represents.text if person.represents else None
        return next((t.id for t in self.record.teams if club and club in {t.name, *t.aliases}), None)

    def _scoring(self, voice: Voice, performances: Sequence[Performance]) -> str | None:
        lead = self.plan.stories[0] if self.plan.stories else None
        playing = set(_sides(lead)) if isinstance(lead, Match) else set()
        sides: dict[str | None, list[Performance]] = {}
        for performance in performances:
            side = self._side_of(voice, performance)
            if side is not None and playing and side not in playing:
                if len(self.plan.stories) < 2:
                    side = None
                else:
                    continue  # another match's; without its result it would mislead
            if side is None and lead is not None and not playing:
                continue
            sides.setdefault(side, []).append(performance)
        clauses = [c for side, group in sides.items() if (c := scoring(voice, group, side))]
        if not clauses:
            return None
        return clauses[0] if len(clauses) == 1 else f"{'; '.join(clauses[:-1])}, while {clauses[-1]}"

    def _matches(self, voice: Voice, stories: Sequence[Story], *, apart: bool) -> str:
        results = [s.result for s in stories if isinstance(s, Match)]
        lead = self.plan.stories[0]
        stage = voice.stage(voice.event(results[0].event))
        opening = ""
        if apart:
            opening = voice.turn(voice.words["openings"]["elsewhere_many" if len(results) > 1 else "elsewhere"], "elsewhere")
            first = lead.result if isinstance(lead, Match) else None
            same = first is not None and len(results) == 1 and first.event == results[0].event and "semi-final" in stage and first.mark
            if same:
                opening = "In the other semi-final,"
        final = isinstance(lead, Match) and voice.stage(voice.event(lead.result.event)) == "the final"
        clauses: list[str] = []
        shown: str | None = results[0].event if opening == "In the other semi-final," else None
        if shown is None and isinstance(lead, Match):
            shown = lead.result.event
        bare = [r for r in results if r.opponent is None and r.mark is None and r.outcome is Outcome.WIN]
        runs: list[tuple[str, list[str]]] = []
        for number, result in enumerate(r for r in results if r not in bare):
            before = final and not apart and voice.stage(voice.event(result.event)) not in {"the final", ""}
            again = bool(runs) and result.who == runs[-1][0] and result.outcome is Outcome.WIN and manner(result, voice.sport, voice.words) != "reversed"
            told = match(voice, result, lead=False, place=result.event != shown, number=number, perfect=before and not again)
            if again:
                runs[-1][1].append(told.removeprefix(voice.name(result.who)).strip())
            else:
                runs.append((result.who if result.outcome is Outcome.WIN else "", [told]))
            shown = result.event
        clauses += [listed(told) for _, told in runs]
        if bare:
            voice.state(*(r.id for r in bare))
            names = voice.names([r.who for r in bare], affiliation=False)
            if not clauses:
                return f"There {'were also wins' if len(bare) > 1 else 'was also a win'} for {names}"
            return f"{opening} {listed_clauses(clauses)}, while there {'were wins' if len(bare) > 1 else 'was a win'} for {names}".strip()
        return f"{opening} {listed_clauses(clauses)}".strip()

    def _subjects(self, voice: Voice, people: int, competitions: int) -> str | None:
        words = voice.words["subjects"]
        who = self.plan.subjects[:people]
        if people and not who or people > len(who):
            return None
        pieces = [voice.name(key) + (self._laurels(voice, key) if place < 2 else "") for place, key in enumerate(who)]
        shown = [c for c in self.plan.competitions if c not in voice.known][:competitions]
        if len(shown) < competitions:
            return None
        where = [voice.competition(c) for c in shown]
        voice.state(*who, *shown)
        voice.known.update(shown)
        if not who:
            return str(voice.turn(words["only_events"], "subjects")).format(events=listed(where)) if where else None
        crowded = any("," in piece for piece in pieces)
        names = listed(pieces) if not crowded else f"{', '.join(pieces[:-1])}{', and ' if len(pieces) > 1 else ''}{pieces[-1]}"
        names += "," if "," in pieces[-1] else ""
        told = voice.turn(words[self.record.kind], "subjects").format(who=names, are="are" if voice.plural(who) else "is")
        events = words["events_preview" if self.record.kind is Kind.PREVIEW else "events"]
        return told + (voice.turn(events, "events").format(events=listed(where)) if where else "")

    def _laurels(self, voice: Voice, key: str) -> str:
        """What somebody has won before, to stand after the name: ', winner of the 200m at the Sydney Games'."""
        for story in self.plan.history:
            if isinstance(story, Match):
                continue
            group = story.results if isinstance(story, Standing) else story.results[0]
            result = group[0]
            if result.who != key or len(group) > 1:
                continue
            prize, at, _ = voice.prize(voice.event(result.event))
            if not prize:
                continue
            won = [r[0] for r in story.results] if isinstance(story, Haul) else [result]
            if result.medal is not None:
                voice.state(result.id)
                return _joined(f", {result.medal} medallist in", prize, at)
            if result.place == 1 and result.outcome is not Outcome.ADVANCE:
                voice.state(*(r.id for r in won if r.place == 1 and r.medal is None))
                prizes = [prize] + [voice.prize(voice.event(r.event))[0] for r in won[1:] if r.place == 1 and r.medal is None]
                return _joined(f", winner of {listed(list(dict.fromkeys(p for p in prizes if p)))}", at)
        return ""

    def nothing(self) -> str:
        """The sentence for an article whose record holds nothing to tell."""
        return sentence(Voice(self.record, (), self.seed).turn(Voice(self.record).words["subjects"]["nothing"], "nothing"))


# ---- Matches -------------------------------------------------------------------------------------------------------------------


def manner(result: Result, sport: str, words: dict[str, object]) -> str:
    """How a score lets a win be spoken of: plain, narrow, wide, comeback, or reversed where it is given from the loser's side."""
    if result.mark is None or result.outcome is not Outcome.WIN or " to " in result.mark.text or "penalt" in result.mark.text.lower():
        return "plain"
    pairs = [(int(a), int(b)) for a, b in PAIR.findall(re.sub(r"\([^)]*\)", "", result.mark.text))]
    family = words["family_of"].get(sport)  # type: ignore[attr-defined]
    rules = words["families"].get(family, {})  # type: ignore[attr-defined]
    won, lost = sum(a > b for a, b in pairs), sum(a < b for a, b in pairs)
    if lost > won:
        return "reversed"
    if len(pairs) == 1 and family != "sets":
        margin = pairs[0][0] - pairs[0][1]
        if 0 < margin <= rules.get("narrow", 0):
            return "narrow"
        return "wide" if margin >= rules.get("wide", 10**6) else "plain"
    if sport == "tennis" and len(pairs) > 1 and won > lost and pairs[-1][0] > pairs[-1][1]:
        if pairs[0][0] < pairs[0][1] and won == lost + (1 if lost < won else 0) or pairs[0][0] < pairs[0][1]:
            return "comeback"
        if lost == 0 and len(pairs) == 2 and sum(b for _, b in pairs) <= SET_LOSS_AT_MOST and min(a for a, _ in pairs) >= 6:
            return "wide"
    return "plain"


def match(
    voice: Voice, result: Result, *, lead: bool, place: bool = True, number: int = 0, perfect: bool = False, bare: bool = False
) -> str:
    """A match as a clause: 'Wales beat Hungary 2-0 in Euro 2020 qualifying'; `bare` for the plainest verb."""
    voice.state(result.id)
    event = voice.event(result.event)
    who, mark = voice.name(result.who, affiliation=lead), result.mark.text if result.mark else ""
    other = voice.opponent(result.who, result.opponent, affiliation=lead) if result.opponent else ""
    how = manner(result, voice.sport, voice.words)
    verbs = voice.words["verbs"]
    if not other:
        where = voice.where(event) if place else ""
        verb = {Outcome.WIN: "won", Outcome.LOSS: "lost", Outcome.DRAW: "drew"}.get(result.outcome or Outcome.WIN, "played")
        if mark and _by(result):
            return _joined(who, verb, f"by {mark}", where)
        if verb == "won" and not mark and re.match(r"in .*(?:internationals|Tests|matches|games)\b", where):
            where = where.removeprefix("in ")
        return _joined(who, verb, mark, where)
    if result.outcome is Outcome.DRAW:
        where = voice.where(event) if place else ""
        both = lead and voice.turn(["with", "and"], "draw") == "and"
        return _joined(who, "and", other, "drew", mark, where) if both else _joined(who, "drew", mark, "with", other, where)
    if result.outcome is None:
        where = voice.where(event) if place else ""
        if mark and voice.sport == "cricket" and INNINGS.fullmatch(mark):
            return _joined(who, "reached", mark, "against", other, where)
        return _joined(who, "met", other, f"({mark})" if mark else "", where)
    if result.outcome is Outcome.LOSS or how == "reversed":
        loser, winner = (who, other) if result.outcome is Outcome.LOSS else (other, who)
        return _joined(loser, "lost", mark, "to", winner, voice.where(event) if place else "")
    if result.outcome in {Outcome.ADVANCE, Outcome.ELIMINATED, Outcome.PLACED, Outcome.DNF, Outcome.RECORD}:
        verb = {Outcome.ADVANCE: "went through against", Outcome.ELIMINATED: "went out to"}.get(result.outcome, "met")
        return _joined(who, verb, other, f"({mark})" if mark else "", voice.where(event) if place else "")
    ending = _ending(voice, result) if place else ""
    if perfect:
        return _joined(who, "had", verbs["perfect"]["plain"][0], other, _score(result), ending)
    if mark and MARGIN_ADJECTIVE.fullmatch(mark):
        return _joined(who, "recorded", with_article(mark), "win over", other, ending)
    if mark and voice.sport == "cricket" and INNINGS.fullmatch(mark):
        return _joined(who, "made", mark, "to beat", other, ending)
    if bare:
        verb = verbs["past"]["plain"][0]
    elif lead or how != "plain":
        verb = voice.turn(verbs["past"].get(how, verbs["past"]["plain"]), f"verb {result.id}")
    else:
        options = verbs["past"]["list"]
        verb = options[number % len(options)]
    if how == "narrow" and number % 2:
        verb = "beat"  # not every win in a list is edged
    score = _score(result)
    if score[:1].isdigit() and other[-1:].isdigit():
        score = f"by {score}"  # 'beat CFC 2 by 3-0'
    return _joined(who, verb, other, score, ending)


def _by(result: Result) -> bool:
    text = result.mark.text if result.mark else ""
    if MARGIN_ADJECTIVE.fullmatch(text):
        return False
    return bool(text) and not text.lower().startswith(("by ", "on ")) and (
        bool(BY_MARGIN.search(text)) or bool(result.mark and result.mark.kind in {"margin", "decision"})
    )


def _score(result: Result) -> str:
    """The mark as it follows 'beat somebody' (by it, after a name that ends in a figure), with extra time and penalties where the record knows of them."""
    if result.mark is None:
        return ""
    text = f"by {result.mark.text}" if _by(result) else result.mark.text
    penalties = next((f.split(":", 1)[1] for f in result.mark.flags if f.startswith("penalties:")), None)
    if penalties and penalties not in text:
        return f"{penalties} on penalties after a {text} draw"
    return f"{text} after extra time" if "aet" in result.mark.flags and "extra" not in text and "aet" not in text else text


def _ending(voice: Voice, result: Result) -> str:
    """Where a match was won and what was won by it: 'in the final to win the Dubai Open', 'in the foil final to take bronze'."""
    event = voice.event(result.event)
    named = result.medal is not None and event is not None and str(result.medal) in (event.round or "").lower()
    medal = f"to {'win' if result.medal is Medal.GOLD else 'take'} {result.medal}" if result.medal and not named else ""
    if event and event.competition and not medal and not event.discipline and (event.round or "").lower() == "final":
        name = voice.competitions[event.competition].name.lower()
        if event.competition not in voice.known and name.split()[-1] in {*voice.words["competitions"]["won_outright"], "championships", "tournament"}:
            voice.known.add(event.competition)
            return f"in the final to win {voice.competition(event.competition)}"
    return _joined(voice.where(event), medal)


# ---- Races and everything that ends in an order ----------------------------------------------------------------------------------


def standing(voice: Voice, story: Standing, *, tail: int) -> str | None:
    """An event's order led by its news: 'Merritt won the 400m at the Invitational in 44.93 seconds, ahead of Jackson'."""
    focus = story.results[0]
    together = [r for r in story.results if level(r, focus)]
    rest = [r for r in story.results if r not in together]
    if tail > len(rest):
        return None
    event = voice.event(focus.event)
    who = voice.names([r.who for r in together])
    prize, at, inside = voice.prize(event)
    verb, what, where = voice.feat(focus, prize, inside)
    if verb == "was" or verb == "also competed":
        verb = "finished" if verb == "was" else "competed"
    measure = "" if focus.mark and focus.mark.text in what else voice.measure(focus.mark, event)
    told = _joined(who, verb, what, where, at, measure)
    voice.state(*(r.id for r in together))
    if not tail:
        return told
    chosen, winner = rest[:tail], focus.place == 1 or focus.outcome is Outcome.WIN
    firsts = [r for r in chosen if r.place == 1 or r.outcome is Outcome.WIN]
    if not winner and firsts:
        names = voice.names([r.who for r in firsts])
        voice.state(*(r.id for r in firsts))
        told += f", won by {names}" + (f" {voice.measure(firsts[0].mark, event)}" if firsts[0].mark else "")
        chosen = [r for r in chosen if r not in firsts]
    behind = [r for r in chosen if r.outcome is Outcome.PLACED and r.place is None and r.medal is None and r.mark is None]
    ranked = [r for r in chosen if r not in behind and (r.place or r.medal)]
    if not winner and not firsts and behind:
        return None
    if len(behind) + len(ranked) < len(chosen) or (not winner and not ranked and behind):
        return None  # 'did not finish' and the like need a verb of their own
    plainly = [r for r in ranked if not r.medal and not r.mark and r.place in {2, 3}]
    if winner and ranked and len(plainly) == len(ranked) == 1 and not behind:
        behind, ranked = ranked, []
    if any(r.place == 1 for r in ranked):
        return None
    second = bool(ranked) and ranked[-1].place == 2 and len(_grouped(ranked)) == 1  # whoever has no place was behind the second too
    if ranked and behind and not second and any(r.place == 2 for r in ranked):
        return None
    if ranked and second:
        told += f", {'' if measure.startswith('with') and told.endswith(measure) else 'with '}{absolute(voice, ranked)}"
    if behind and winner:
        told += f"{'' if second else ','} ahead of {voice.names([r.who for r in behind])}"
        voice.state(*(r.id for r in behind))
    if ranked and not second:
        told += f", {'' if measure.startswith('with') and told.endswith(measure) else 'with '}{absolute(voice, ranked)}"
    return told


def _grouped(results: Sequence[Result], *, alike: bool = False) -> list[list[Result]]:
    """Results in runs of partners; with `alike` also of those who shared a fate without a place."""
    groups: list[list[Result]] = []
    for result in results:
        first = groups[-1][0] if groups else None
        same = alike and first and first.outcome == result.outcome and not any(r.place or r.medal or r.mark for r in (first, result))
        if first and (same or level(first, result)):
            groups[-1].append(result)
        else:
            groups.append([result])
    return groups


def absolute(voice: Voice, results: Sequence[Result]) -> str:
    """Places without verbs: 'Bekele second in 7:41.42 and Carroll third'; 'Omolayo taking silver and Kariuki bronze'."""
    pieces, taking = [], False
    for group in _grouped(results):
        who = voice.names([r.who for r in group])
        voice.state(*(r.id for r in group))
        result = group[0]
        measure = voice.measure(result.mark, voice.event(result.event))
        brackets = f"({voice.mark(result.mark)})" if result.mark and not measure.startswith("in ") else ""
        after = measure if not brackets else ""
        if result.medal:
            pieces.append(_joined(who, brackets, "" if taking else "taking", str(result.medal), after))
            taking = True
        else:
            pieces.append(_joined(who, brackets, ordinal(result.place or 1), after))
            taking = False
    return listed(pieces)


def placed(voice: Voice, results: Sequence[Result]) -> str | None:
    """Places with verbs, each verb said once: 'Mulle was second in 1:47.1, Speaight third, and Hunter did not finish'."""
    clauses: list[str] = []
    previous, plural = "", False
    for group in _grouped(results, alike=True):
        keys = [r.who for r in group]
        result = group[0]
        event = voice.event(result.event)
        who = voice.names(keys)
        voice.state(*(r.id for r in group))
        verb, what, _ = voice.feat(result, "", "")
        if result.outcome is Outcome.ELIMINATED and event and event.round:
            what = f"in {voice.stage(event)}"
        if verb == "was" and voice.plural(keys):
            verb = "were"
        spent = result.mark is not None and result.mark.text in what
        measure = "" if spent or not (result.place or result.medal) else voice.measure(result.mark, event)
        gap = verb == previous and verb in {"was", "were", "took"} and plural == voice.plural(keys)
        clauses.append(_joined(who, "" if gap else verb, what, measure))
        previous, plural = verb, voice.plural(keys)
    return listed_clauses(clauses) if clauses else None


def haul(voice: Voice, story: Haul) -> str:
    """One competitor's events: 'Kluft won the sprint hurdles, the long jump and the 400m'; 'took gold in the K1 and bronze in the C1'."""
    who = voice.names(story.competitors)
    pieces: list[str] = []
    said: set[str] = set()
    previous = at = ""
    for group in story.results:
        result = group[0]
        event = voice.event(result.event)
        prize, where, within = voice.prize(event)
        at = at or where
        verb, what, inside = voice.feat(result, prize, within)
        if verb == "was":
            verb = "were" if voice.plural(story.competitors) else "was"
        spent = result.mark is not None and result.mark.text in what
        measure = "" if spent else voice.measure(result.mark, event)
        voice.state(*(r.id for r in group))
        if _joined(verb, what, inside) in said:
            continue
        said.add(_joined(verb, what, inside))
        piece = _joined(verb, what, inside, measure)
        pieces.append(piece.removeprefix(f"{verb} ") if verb == previous else piece)
        previous = verb
    return _joined(who, listed(pieces), at)


def events(voice: Voice, stories: Sequence[Story], *, tail: int, opening: bool) -> str | None:
    """Several events in a sentence: 'Cragg won the men's 3,000m in 7:39.89, Kluft the long jump with 6.63m'."""
    clauses: list[str] = []
    winning = False
    for story in stories:
        if isinstance(story, Haul):
            clauses.append(haul(voice, story))
            winning = False
            continue
        if not isinstance(story, Standing):
            return None
        told = standing(voice, story, tail=min(tail, len(story.results) - 1))
        if told is None:
            return None
        focus = story.results[0]
        wins = (focus.place == 1 or focus.outcome is Outcome.WIN) and focus.medal is None
        if winning and wins and not tail:
            told = re.sub(r" won (?=the |an? )", " ", told, count=1)
        winning = wins
        clauses.append(told)
    commas = any("," in clause for clause in clauses)
    if commas and len(clauses) > 2:
        return None
    joined = f"{clauses[0]}, while {clauses[1]}" if commas and len(clauses) == 2 else listed_clauses(clauses)
    return f"{voice.words['openings']['elsewhere'][0]} {joined}" if opening else joined


NUMBER_FIRST = re.compile(r"(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (\w+)")


# ---- Scorers ---------------------------------------------------------------------------------------------------------------------


def scoring(voice: Voice, performances: Sequence[Performance], side: str | None) -> str | None:
    """What one side's players did: 'Langer made 181 not out and Gilchrist 69 for Australia'."""
    deeds: dict[str, list[tuple[str, str]]] = {}
    for performance in performances:
        done = deed(performance, voice)
        if done is not None:
            deeds.setdefault(performance.who, []).append(done)
            voice.state(performance.id)
    players: list[tuple[tuple[tuple[str, str], ...], list[str]]] = []
    for who, done_by in deeds.items():
        whole = tuple(done_by)
        if len(whole) > 1 and {verb for verb, _ in whole} == {"scored", "had"} and all(thing for _, thing in whole):
            whole = tuple(("had", thing) for _, thing in sorted(whole, key=lambda d: d[0] != "scored"))
        same = next((keys for what, keys in players if what == whole), None)
        if same is None:
            players.append((whole, [who]))
        else:
            same.append(who)
    told: list[str] = []
    previous = unit = ""
    for whole, keys in players:
        names = voice.names(keys, affiliation=False)
        verbs: list[str] = []
        last = ""
        for verb, thing in whole:
            thing = _of_several(voice, performances, keys, thing)
            verb = "were" if verb == "was" and len(keys) > 1 else verb
            verbs.append(_joined("" if verb == last else verb, thing))
            last = verb
        verb, thing = whole[0]
        counted = NUMBER_FIRST.fullmatch(thing)
        if len(whole) == 1 and verb == previous and thing and not thing.startswith("in "):
            shown = _of_several(voice, performances, keys, counted[1] if counted and counted[2] == unit else thing)
            told.append(_joined(names, shown))
        else:
            told.append(_joined(names, listed(verbs)))
        previous, unit = (verb if thing else "", counted[2] if counted else "") if len(whole) == 1 else ("", "")
    if not told:
        return None
    for_side = f"for {voice.name(side)}" if side else ""
    crowded = any(" and " in piece or ", " in piece for piece in told)
    joined = f"{', '.join(told[:-1])}{', and' if crowded else ' and'} {told[-1]}" if len(told) > 1 else told[0]
    return _joined(joined, for_side)


def deed(performance: Performance, voice: Voice) -> tuple[str, str] | None:
    """A performance as verb and object: ('made', '181 not out'), ('scored', 'twice'); None where there is no saying it."""
    rules = voice.words["performances"].get(performance.what, {})
    verb = rules.get("verb", "had")
    minute = f"in the {ordinal(performance.minute)} minute" if performance.minute else ""
    mark = performance.mark.text if performance.mark else None
    if mark is None or re.fullmatch(r"(?:1|one|a) \w+", mark) or mark.lower() in ORDINALS:
        if performance.what == "wickets":
            return "was", "among the wickets"
        if rules and "none" not in rules:
            return None
        return verb, _joined(rules.get("none", with_article(performance.what)), minute)
    low = mark.lower()
    goals = performance.what in {"goal", "try"}
    if low in {"twice", "three times", "four times"}:
        return ("scored" if goals else verb), _joined(mark, minute)
    if low in {"brace", "hat-trick", "double", "treble"}:
        return ("scored", with_article(mark)) if goals else (verb, f"{with_article(mark)} of {performance.what}")
    if performance.what.rstrip("s") in low:
        return verb, mark
    if re.search(r"\d .*[a-z]{3}", low) and performance.what != "runs":
        return (verb, mark) if performance.what != "saves" else ("faced", mark)
    if performance.what == "wickets" and not re.search(r"\d[-–/ ]", mark):
        return verb, f"{mark} wickets"
    return verb, rules.get("mark", f"{{mark}} {performance.what}").format(mark=mark)


def _of_several(voice: Voice, performances: Sequence[Performance], keys: Sequence[str], thing: str) -> str:
    """The object of several players: 'tries', '24 points each'."""
    if len(keys) < 2 or not thing:
        return thing
    performance = next(p for p in performances if p.who == keys[0])
    rules = voice.words["performances"].get(performance.what, {})
    if performance.mark is None or performance.what == "wickets":
        return str(rules.get("plural", thing))
    return f"{thing} each"


# ---- Quotations, fixtures, history -------------------------------------------------------------------------------------------------


def quoted(voice: Voice, speech: Speech, *, inverted: bool) -> str | None:
    """A quotation with its speaker; None where its punctuation does not allow the order.

    'Kerr said: “It's been a long time coming.”' or '“It was incredibly frustrating,” said Tim Henman.'
    """
    quote, text = speech.quote, speech.text
    speaker = voice.name(quote.speaker) if quote.speaker else (quote.speaker_text or "")
    if not quote.speaker and " " in speaker and speaker.split()[-1].islower():
        speaker = with_the(speaker)  # 'the club captain'
    cue = quote.cue if quote.cue in voice.words["speech"]["past"] else voice.words["speech"]["past"][0]
    voice.state(quote.id)
    if inverted:
        return f"“{text}” {cue} {speaker}." if re.search(r"[,!?]$", text) else None
    if text.endswith(","):
        return None
    if is_fragment(text) and not text[:1].isupper():
        return f"{speaker} put it this way: “{text}”." if not re.search(r"[.!?…]$", text) else f"{speaker} put it this way: “{text}”"
    return f"{speaker} {cue}: “{text}”" + ("" if re.search(r"[.!?…]$", text) else ".")


def coming(voice: Voice, fixture: Fixture, *, turn: int) -> str | None:
    """The next contest: 'Next for Ingebrigtsen is the 5,000m'."""
    words, event = voice.words["next"], voice.event(fixture.event)
    voice.state(fixture.id)
    if len(fixture.who) == 2 and (fixture.who[0] in voice.teams) == (fixture.who[1] in voice.teams):
        who, opponent = (voice.name(key, affiliation=False) for key in fixture.who)
        return _joined(words["versus"][turn].format(who=who, opponent=opponent), voice.where(event))
    prize, at, _ = voice.prize(event)
    contest = _joined(prize, at)
    if not contest and re.match(r"(?:the|an?) [^.!?;:“”\"]+$", fixture.text) and len(fixture.text.split()) <= 10:
        contest = fixture.text
    if not contest and event is not None and event.competition:
        contest = voice.competition(event.competition)
    if not contest or contest.startswith(("at ", "in ")):
        return None
    if not fixture.who:
        return str(words["bare"][turn]).format(event=contest, **{"is": "is"})
    return str(words["event"][turn]).format(who=voice.names(fixture.who, affiliation=False), event=contest, **{"is": "is"})


def _history(voice: Voice, stories: Sequence[Story]) -> str | None:
    clauses: list[str] = []
    shared: dict[str, list[str]] = {}
    before = ""
    for story in stories:
        told = match(voice, story.result, lead=False) if isinstance(story, Match) else tell(voice, story)
        if told is None:
            return None
        first = first_result(story)
        done = re.sub(r"^.*?(?= won | took | finished )", "", told) if isinstance(story, Standing) and first.mark is None else told
        if first.who == before and told.startswith(name := voice.name(first.who)):
            shared.setdefault(told.removeprefix(name), []).append("")
            continue
        before = first.who
        shared.setdefault(done, []).append(told.removesuffix(done) if done != told else "")
    for done, names in shared.items():
        if done.startswith(" ") and not all(names):
            clauses[-1] += f" and{done}"
        else:
            clauses.append(f"{listed(names)}{done}" if all(names) else done)
    if any(re.search(r" (?:won|competed|finished \w+|was \w+)$", clause) for clause in clauses):
        return None  # a win of nothing named
    return f"{voice.turn(voice.words['openings']['history'], 'history')} {listed_clauses(clauses)}"


# ---- Short forms -------------------------------------------------------------------------------------------------------------------


def tell(voice: Voice, story: Story) -> str | None:
    """A story by itself, without its circumstances."""
    if isinstance(story, Match):
        return match(voice, story.result, lead=False)
    return haul(voice, story) if isinstance(story, Haul) else standing(voice, story, tail=0)


def plain(voice: Voice, result: Result) -> str:
    """The barest true sentence of a result: names and mark."""
    if result.opponent:
        return match(voice, result, lead=False, place=False, bare=True)
    voice.state(result.id)
    return _joined(voice.name(result.who, affiliation=False), "competed")


def headline(record: Record, plan: Plan, seed: int = 0) -> Iterator[Draft]:
    """Headlines in the present tense, the fullest first."""
    everybody = frozenset(p.id for p in record.people)
    writer = Writer(record, plan, seed)
    if plan.stories:
        story = plan.stories[0]
        result = first_result(story)
        for bare in (0, 1, 2):
            yield from writer.drafts(everybody, lambda v, bare=bare: _headline(v, story, result, bare))  # type: ignore[misc]
    for item in plan.speeches[:6]:
        if item.quote.speaker and not is_fragment(item.text) and not item.text.endswith(","):
            yield from writer.drafts(everybody, lambda v, item=item: _said(v, item))  # type: ignore[misc]
    for n in (3, 2, 1):
        if plan.subjects[:n]:
            yield from writer.drafts(everybody, lambda v, n=n: _spotlight(v, plan.subjects[:n]))  # type: ignore[misc]
    yield from writer.drafts(everybody, *((lambda v, c=c: _talk(v, c)) for c in plan.competitions[:3]))


def _said(voice: Voice, speech: Speech) -> str:
    voice.state(speech.quote.id)
    return f"{voice.name(speech.quote.speaker or '')}: “{speech.text}”"


def _spotlight(voice: Voice, keys: Sequence[str]) -> str:
    voice.state(*keys)
    return f"Spotlight on {voice.names(keys)}"


def _talk(voice: Voice, competition: str) -> str:
    voice.state(competition)
    return f"The talk is of {voice.competition(competition)}"


def _headline(voice: Voice, story: Story, result: Result, bare: int) -> str | None:
    verbs = voice.words["verbs"]["headline"]
    together = [r for r in results_of(story) if level(r, result)] if isinstance(story, Standing) else [result]
    keys = list(story.competitors) if isinstance(story, Haul) else [r.who for r in together]
    number = 1 if voice.plural(keys) else 0
    voice.state(*(r.id for r in together))
    event = voice.event(result.event)
    if isinstance(story, Match):
        how = manner(result, voice.sport, voice.words)
        where = voice.where(event) if bare == 0 else ""
        who, score = voice.names(keys), "" if bare == 2 else _score(result)
        other = voice.name(result.opponent) if result.opponent else ""
        mark = result.mark.text if result.mark else ""
        if result.outcome is Outcome.DRAW:
            return _joined(who, verbs["draw"][number], score, f"with {other}" if other else "", where)
        if result.outcome is Outcome.WIN and other and how == "reversed":
            one = 1 if result.opponent in voice.teams else 0
            return _joined(other, verbs["lose"][one], mark, "to", who, where)
        if result.outcome is Outcome.WIN and other and mark and (MARGIN_ADJECTIVE.fullmatch(mark)):
            return _joined(who, verbs["plain"][number], other, where)
        if result.outcome is Outcome.WIN and other and voice.sport == "cricket" and INNINGS.fullmatch(mark):
            return _joined(who, verbs["plain"][number], other, where)
        if result.outcome is Outcome.WIN and other:
            return _joined(who, verbs.get(how, verbs["plain"])[number], other, score, where)
        if result.outcome in {Outcome.WIN, Outcome.LOSS} and not other:
            return _joined(who, verbs["win" if result.outcome is Outcome.WIN else "lose"][number], score, where)
        return None
    prize, at, inside = voice.prize(event)
    verb, what, where = voice.feat(result, prize, inside)
    key = {"won": "win", "took": "take"}.get(verb)
    measure = voice.measure(result.mark, event) if bare == 0 else ""
    if key:
        return _joined(voice.names(keys), verbs[key][number], what.removeprefix("the ") if what.startswith("the ") else what, where, "" if bare == 2 else at, measure)
    if verb == "was":
        return _joined(voice.names(keys), what, where, "" if bare == 2 else at, measure)
    return None


def first_result(story: Story) -> Result:
    """The result that a story leads with."""
    return results_of(story)[0]


def results_of(story: Story) -> list[Result]:
    """Every result of a story, its first one first."""
    if isinstance(story, Match):
        return [story.result]
    return list(story.results) if isinstance(story, Standing) else [r for group in story.results for r in group]


def _sides(story: Story) -> tuple[str, ...]:
    return tuple(i for i in (story.result.who, story.result.opponent) if i) if isinstance(story, Match) else ()


def listed_clauses(clauses: Sequence[str]) -> str:
    """Clauses in one sentence; 'while' where they hold commas of their own, a comma before 'and' where they hold an 'and'."""
    if len(clauses) == 2 and any(", " in c for c in clauses):
        return f"{clauses[0]}, while {clauses[1]}"
    if len(clauses) > 1 and any(re.search(r" and (?=beat|defeated|edged|squeezed|thrashed|crushed|came)", c) for c in clauses):
        return f"{', '.join(clauses[:-1])}, and {clauses[-1]}"
    return listed(clauses)


def sentence(told: str) -> str:
    """Words as a sentence: a capital first, a full stop last unless a quotation ends it."""
    text = re.sub(r"\s+", " ", told).strip()
    if text[:1].islower():
        text = text[0].upper() + text[1:]
    return text if re.search(r"(?:[.!?…]”?|”\.)$", text) else f"{text}."


def _joined(*pieces: str) -> str:
    return " ".join(piece for piece in pieces if piece)


__all__ = ["Draft", "Writer", "headline", "sentence"]

