"""From a plan to sentences: the second of three steps (plan, write, verify).

A section of the report (lead, placings, other results, scorers, quotation, what comes next) offers drafts, the fullest first, the
plainest last; `pipeline.summarize` takes the first that fits and is verified. The words stand in phrases.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from pipeline.records import Kind, Outcome, Performance, Record
from pipeline.summarize.clauses import coming, events, haul, history, manner, match, placed, plain, quoted, scoring, standing, tell
from pipeline.summarize.house import HouseStyle
from pipeline.summarize.plan import Haul, Match, Plan, Standing, Story, can_lead, first_result, results_of
from pipeline.summarize.voice import Voice, joined, listed, listed_clauses, sentence

LONGEST_LEAD = 42  # words
MOST_IN_TAIL = 4  # competitors named behind the first in a lead
MOST_IN_LIST = 5  # matches in a sentence
MOST_SCORERS_IN_LEAD = 3


@dataclass(frozen=True)
class Draft:
    """A sentence offered: its text, the facts it states and who is known once it is read."""

    text: str
    facts: tuple[str, ...]
    known: frozenset[str]


Telling = Callable[[Voice], str | None]


class Writer:
    """Drafts the sections of one record's report."""

    def __init__(self, record: Record, plan: Plan, seed: int = 0, house: HouseStyle | None = None) -> None:
        self.record = record
        self.plan = plan
        self.seed = seed
        self.house = house or HouseStyle()

    def voice(self, known: Iterable[str]) -> Voice:
        """A voice for one sentence, with who and what the reader knows already."""
        return Voice(self.record, known, self.seed, self.house)

    def drafts(self, known: frozenset[str], *tellings: Telling) -> Iterator[Draft]:
        """Each telling as a finished sentence; tellings with nothing to say are passed over."""
        for telling in tellings:
            voice = self.voice(known)
            told = telling(voice)
            if told and voice.facts:
                yield Draft(sentence(told), tuple(voice.facts), frozenset(voice.known))

    # ---- sections -----------------------------------------------------------------------------------------------------------

    def lead(self, known: frozenset[str]) -> Iterator[Draft]:
        """The first story, with as much of its circumstances as a sentence bears."""
        if not self.plan.stories:
            return
        story = self.plan.stories[0]
        tellings: list[Telling]
        if isinstance(story, Match):
            tellings = [partial(self._with_scorers, story=story), partial(match, result=story.result, lead=True)]
        elif isinstance(story, Standing):
            tellings = [partial(standing, story=story, tail=n) for n in range(min(MOST_IN_TAIL, len(story.results)), -1, -1)]
        else:
            tellings = [partial(haul, story=story)]
        yield from (d for d in self.drafts(known, *tellings) if len(d.text.split()) <= LONGEST_LEAD)
        yield from self.drafts(known, partial(tell, story=story), partial(plain, story=story))

    def placings(self, known: frozenset[str], told: set[str]) -> Iterator[Draft]:
        """Who else finished where in the first story's event."""
        story = self.plan.stories[0] if self.plan.stories else None
        left = [r for r in story.results if r.id not in told] if isinstance(story, Standing) else []
        left = [r for r in left if r.place or r.medal or r.mark or r.outcome is not Outcome.PLACED]
        return self.drafts(known, *(partial(placed, results=left[:n]) for n in range(min(5, len(left)), 0, -1)))

    def others(self, known: frozenset[str], told: set[str]) -> Iterator[Draft]:
        """The other stories, as many of them as fit a sentence."""
        left = [s for s in self.plan.stories[1:] if first_result(s).id not in told and can_lead(s) and not self._echo(s)]
        if not left:
            return iter(())
        if isinstance(left[0], Match):
            return self._other_matches(known, [s for s in left if isinstance(s, Match)][:MOST_IN_LIST])
        run = [s for s in left if not isinstance(s, Match)]
        sizes = [(n, tail) for n in range(min(4, len(run)), 0, -1) for tail in ((2, 1, 0) if n < 3 else (0,))]
        return self.drafts(known, *(partial(events, stories=run[:n], tail=tail, opening=o) for n, tail in sizes for o in (False, True)))

    def _other_matches(self, known: frozenset[str], run: list[Match]) -> Iterator[Draft]:
        """Matches of the sides already named together, or matches of others together."""
        sides = {i for r in results_of(self.plan.stories[0]) for i in (r.who, r.opponent) if i}
        near = [s for s in run if sides & set(_sides(s))]
        run = near if run[0] in near else [s for s in run if s not in near]
        return self.drafts(known, *(partial(self._matches, stories=run[:n], apart=run[0] not in near) for n in range(len(run), 0, -1)))

    def scorers(self, known: frozenset[str], told: set[str]) -> Iterator[Draft]:
        """What players did, side by side."""
        left = [p for p in self.plan.scorers if p.id not in told]
        return self.drafts(known, *(partial(self._scoring, performances=left[:n]) for n in (8, 6, 5, 4, 3, 2, 1)))

    def speech(self, known: frozenset[str]) -> Iterator[Draft]:
        """Quotations, the most telling first, each in both orders that its punctuation allows."""
        return self.drafts(known, *(partial(quoted, speech=s, inverted=i) for s in self.plan.speeches[:12] for i in (False, True)))

    def coming(self, known: frozenset[str]) -> Iterator[Draft]:
        """The next contest."""
        return self.drafts(known, *(partial(coming, fixture=f, turn=turn) for f in self.plan.fixtures[:3] for turn in (0, 1)))

    def subjects(self, known: frozenset[str]) -> Iterator[Draft]:
        """What an article without a current result is about."""
        sizes = ((3, 2), (2, 2), (2, 1), (1, 1), (1, 0), (0, 2), (0, 1))  # people, competitions
        return self.drafts(known, *(partial(self._subjects, people=p, competitions=c) for p, c in sizes))

    def history(self, known: frozenset[str], told: set[str]) -> Iterator[Draft]:
        """Results that the article recalls."""
        left = [s for s in self.plan.history if not told.issuperset(r.id for r in results_of(s))]
        left.sort(key=lambda s: not known.intersection(r.who for r in results_of(s)))
        return self.drafts(known, *(partial(history, stories=left[:n]) for n in (3, 2, 1) if n <= len(left)))

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
        crowded = len(scorers) < len(self.plan.scorers) and len(self.plan.scorers) > MOST_SCORERS_IN_LEAD + 1
        if crowded or any(p.mark or p.minute for p in scorers):
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

    def _matches(self, voice: Voice, stories: Sequence[Match], *, apart: bool) -> str:
        """Other matches in a sentence; `apart` from the first story if they share no side with it."""
        lead, results = self.plan.stories[0], [s.result for s in stories]
        first = lead.result if isinstance(lead, Match) else None
        stage = voice.stage(voice.event(results[0].event))
        shown = first.event if first else None  # the event that the reader has in mind
        opening = ""
        if apart and len(results) == 1 and first and first.event == results[0].event and "semi-final" in stage:
            opening = "In the other semi-final,"
        elif apart:
            opening = voice.turn(voice.words["openings"]["elsewhere_many" if len(results) > 1 else "elsewhere"], "elsewhere")
        after_final = first is not None and voice.stage(voice.event(first.event)) == "the final"
        bare = [r for r in results if r.opponent is None and r.mark is None and r.outcome is Outcome.WIN]
        runs: list[tuple[str, list[str]]] = []  # what each winner did, told with the name once
        for number, result in enumerate(r for r in results if r not in bare):
            before = after_final and not apart and voice.stage(voice.event(result.event)) not in {"the final", ""}
            won = result.outcome is Outcome.WIN and manner(result, voice.sport, voice.words) != "reversed"
            again = won and bool(runs) and result.who == runs[-1][0]
            told = match(voice, result, place=result.event != shown, number=number, perfect=before and not again)
            if again:
                runs[-1][1].append(told.removeprefix(voice.name(result.who)).strip())
            else:
                runs.append((result.who if won else "", [told]))
            shown = result.event
        clauses = [listed(told) for _, told in runs]
        if not bare:
            return joined(opening, listed_clauses(clauses))
        voice.state(*(r.id for r in bare))
        names, several = voice.names([r.who for r in bare], affiliation=False), len(bare) > 1
        if not clauses:
            return f"There {'were also wins' if several else 'was also a win'} for {names}"
        return joined(opening, listed_clauses(clauses) + f", while there {'were wins' if several else 'was a win'} for {names}")

    def _subjects(self, voice: Voice, people: int, competitions: int) -> str | None:
        words = voice.words["subjects"]
        who = self.plan.subjects[:people]
        if people > len(who):
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
                return joined(f", {result.medal} medallist in", prize, at)
            if result.place == 1 and result.outcome is not Outcome.ADVANCE:
                voice.state(*(r.id for r in won if r.place == 1 and r.medal is None))
                prizes = [prize] + [voice.prize(voice.event(r.event))[0] for r in won[1:] if r.place == 1 and r.medal is None]
                return joined(f", winner of {listed(list(dict.fromkeys(p for p in prizes if p)))}", at)
        return ""

    def nothing(self) -> str:
        """The sentence for an article whose record holds nothing to tell."""
        voice = self.voice(())
        return sentence(voice.turn(voice.words["subjects"]["nothing"], "nothing"))


# ---- Short forms -------------------------------------------------------------------------------------------------------------------


def _sides(story: Story) -> tuple[str, ...]:
    return tuple(i for i in (story.result.who, story.result.opponent) if i) if isinstance(story, Match) else ()
