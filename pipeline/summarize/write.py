"""From a plan to sentences: the second of three steps (plan, write, verify).

A section of the report (lead, placings, other results, scorers, quotation, what comes next) offers drafts, the fullest first, the
plainest last; `pipeline.summarize` takes the first that fits and is verified. The words stand in phrases.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.records import Kind, Outcome, Performance, Record, Result, When
from pipeline.summarize.clauses import (
    ahead,
    coming,
    deed,
    events,
    haul,
    history,
    honour_of,
    manner,
    match,
    placed,
    plain,
    quoted,
    scoring,
    standing,
    tell,
)
from pipeline.summarize.house import HouseStyle
from pipeline.summarize.plan import (
    LEANING_COSTS,
    WORTH_PRINTING,
    Match,
    Plan,
    Speech,
    Standing,
    Story,
    can_lead,
    first_result,
    how_far,
    results_of,
)
from pipeline.summarize.voice import Voice, joined, listed, listed_clauses, sentence

LONGEST_LEAD = 42  # words
LONGEST_HISTORY = 35
MOST_IN_TAIL = 4  # competitors named behind the first in a lead
MOST_IN_LIST = 5  # matches in a sentence
MOST_BARE = 4  # winners at the end of it, of whom no more is known
MOST_EVENTS = 3  # in a sentence
MOST_LAURELS = 3  # titles behind a name
PAST_WINNER = "past winner of"
MOST_SCORERS_IN_LEAD = 3
SEVERAL = 2


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

    def drafts(self, known: frozenset[str], *tellings: Telling, both: bool = False) -> Iterator[Draft]:
        """Each telling as a finished sentence; tellings with nothing to say are passed over.

        With `both`, each also with its first person named without a nation, lest it begin like the sentence before.
        """
        for telling in tellings:
            for bare in (False, True)[: 1 + both]:
                voice = self.voice(known)
                voice.first_bare = bare
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
            tellings = [partial(standing, story=story, tail=n, podium=True) for n in range(min(MOST_IN_TAIL, len(story.results)), -1, -1)]
        else:
            tellings = [partial(haul, story=replace(story, results=story.results[:n])) for n in range(len(story.results), 0, -1)]
        yield from (d for d in self.drafts(known, *tellings) if len(d.text.split()) <= LONGEST_LEAD)
        yield from self.drafts(known, partial(tell, story=story), partial(plain, story=story))

    def placings(self, known: frozenset[str], told: set[str]) -> Iterator[Draft]:
        """Who else finished where in the first story's event."""
        story = self.plan.stories[0] if self.plan.stories else None
        left = [r for r in story.results if r.id not in told] if isinstance(story, Standing) else []
        left = [r for r in left if r.place or r.medal or r.mark or r.outcome is not Outcome.PLACED]
        return self.drafts(known, *(partial(placed, results=left[:n]) for n in range(min(5, len(left)), 0, -1)), both=True)

    def others(self, known: frozenset[str], told: set[str], *, opening: bool = True) -> Iterator[Draft]:
        """The other stories, as many of them as fit a sentence; it may begin with 'Elsewhere' if there is to be an `opening`."""
        left = [s for s in self.plan.stories[1:] if first_result(s).id not in told and can_lead(s) and not self._echo(s)]
        if not left:
            return iter(())
        if isinstance(left[0], Match):
            return self._other_matches(known, [s for s in left if isinstance(s, Match)], opening)
        run = [s for s in left if not isinstance(s, Match)]
        sizes = [(n, tail) for n in range(min(MOST_EVENTS, len(run)), 0, -1) for tail in ((2, 1, 0) if n < 3 else (0,))]
        behind = sum(bool(r.mark and r.place) for s in run[:2] for r in results_of(s)[1:])
        sizes.sort(key=lambda size: not (behind and size[0] == 2 and size[1]))  # marks of those behind are worth more than a third event
        begun = (False, True) if opening else (False,)
        return self.drafts(known, *(partial(events, stories=run[:n], tail=t, opening=o) for n, t in sizes for o in begun), both=True)

    def _other_matches(self, known: frozenset[str], run: list[Match], opening: bool) -> Iterator[Draft]:
        """Matches of the sides already named together, or matches of others together; wins of nobody named take little room."""
        sides = {i for r in results_of(self.plan.stories[0]) for i in (r.who, r.opponent) if i}
        told = [s for s in run if not _is_bare(s.result)]
        first = told if len(told) == MOST_IN_LIST + 1 else told[:MOST_IN_LIST]  # one is not left for a sentence of its own
        run = [s for s in run if s in first or _is_bare(s.result)]
        near = [s for s in run if sides & set(_sides(s))]
        run = near if run[0] in near else [s for s in run if s not in near]
        apart = opening and run[0] not in near
        bare = [s for s in run if _is_bare(s.result)][:MOST_BARE]
        full = [s for s in run if s not in bare]
        sizes = [(n, len(bare)) for n in range(len(full), 0, -1)] + [(n, 0) for n in range(len(full), 0, -1)]
        sizes = sizes or [(0, n) for n in range(len(bare), 0, -1)]
        return self.drafts(known, *(partial(self._matches, stories=full[:n] + bare[:b], apart=apart) for n, b in sizes))

    def scorers(self, known: frozenset[str], told: set[str]) -> Iterator[Draft]:
        """What players did, side by side."""
        voice = self.voice(known)
        left = [p for p in self.plan.scorers if p.id not in told and self._match_of(voice, p) in {None, *told} and not self._elsewhere(p)]
        return self.drafts(known, *(partial(self._scoring, performances=left[:n]) for n in (8, 6, 5, 4, 3, 2, 1)))

    def speech(self, known: frozenset[str], told: set[str], *, stopgap: bool = False) -> Iterator[Draft]:
        """Quotations, the most telling first, each in both orders that its punctuation allows; as a `stopgap`, weaker ones too."""
        left = [
            s
            for s in self.plan.speeches
            if s.quote.id not in told and (s.value >= (WORTH_PRINTING - LEANING_COSTS if stopgap else WORTH_PRINTING))
        ]
        heard = {q.speaker for q in self.record.quotes if q.id in told} - {None}
        if stopgap:  # the people of whom it speaks may have been named by now
            left.sort(key=lambda s: -s.value_later)
        orders = [(s, s.quote.speaker in heard, i) for s in left[:12] for i in (False, True)]
        return self.drafts(
            known, *(partial(quoted, speech=s, inverted=i, again=again) for s, again, i in orders if not (i and again)), both=True
        )

    def saying(self, known: frozenset[str]) -> Iterator[Draft]:
        """A quotation to begin a report with that has no result: its speaker is introduced, with what the record knows of honours."""
        alone = [s for s in self.plan.speeches if s.value >= WORTH_PRINTING and not s.leans][:12]
        return self.drafts(known, *(partial(self._saying, speech=s, inverted=i) for s in alone for i in (True, False)))

    def ahead(self, known: frozenset[str]) -> Iterator[Draft]:
        """The contest to come, to begin a preview with."""
        return self.drafts(known, *(partial(ahead, fixture=f) for f in self.plan.fixtures[:3]))

    def competitions(self, known: frozenset[str]) -> Iterator[Draft]:
        """The competitions of a preview, where its record holds nothing nearer."""
        return self.drafts(known, *(partial(self._competitions, number=n) for n in (2, 1)))

    def coming(self, known: frozenset[str]) -> Iterator[Draft]:
        """The next contest."""
        return self.drafts(known, *(partial(coming, fixture=f, turn=turn) for f in self.plan.fixtures[:3] for turn in (0, 1)))

    def subjects(self, known: frozenset[str]) -> Iterator[Draft]:
        """What an article without a current result is about."""
        sizes: tuple[tuple[int, int], ...] = ((3, 0), (2, 0), (1, 0), (0, 2), (0, 1))  # people, competitions
        if self.record.kind is Kind.PREVIEW:
            sizes = ((3, 1), (2, 1), (1, 1), *sizes)
        return self.drafts(known, *(partial(self._subjects, people=p, competitions=c) for p, c in sizes))

    def history(self, known: frozenset[str], told: set[str], *, anybody: bool = False) -> Iterator[Draft]:
        """Results that the article recalls, of those whom the report speaks of or, failing that, of `anybody`."""
        near = known if self.plan.stories else known | set(self.plan.subjects)
        untold = [s for s in self.plan.history if told.isdisjoint(r.id for r in results_of(s))]
        left = [s for s in untold if anybody or near.intersection(_everybody(s))]
        left.sort(key=lambda s: not known.intersection(r.who for r in results_of(s)))
        some = [left[:n] for n in (3, 2, 1) if n <= len(left)] + [left[1:3], *([s] for s in left[1:4])]
        told_of = self.drafts(known, *(partial(history, stories=stories, opening=o) for stories in some if stories for o in (False, True)))
        return (d for d in told_of if len(d.text.split()) <= LONGEST_HISTORY)

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
        scorers = [p for p in self.plan.scorers if p.what in {"goal", "try"} and self.side_of(voice, p) == story.result.who]
        scorers = [p for p in scorers if self._match_of(voice, p) in (None, story.result.id)]
        if not 1 <= len(scorers) <= MOST_SCORERS_IN_LEAD or len({p.what for p in scorers}) > 1 or story.result.outcome is not Outcome.WIN:
            return None
        if manner(story.result, voice.sport, voice.words) == "reversed":
            return None  # it is told as the others' defeat
        crowded = len(scorers) < len(self.plan.scorers) and len(self.plan.scorers) > MOST_SCORERS_IN_LEAD + 1
        if crowded or (len(scorers) > 1 and any(p.mark or p.minute for p in scorers)):
            return None
        told = match(voice, story.result, lead=True)
        names = [voice.name(p.who, affiliation=False) for p in scorers]
        voice.state(*(p.id for p in scorers))
        goals = scorers[0].what == "goal"
        done = deed(scorers[0], voice)
        if len(names) == 1 and done and done[1] and done[0] == "scored":
            return f"{told}, with {names[0]} scoring {done[1]}"
        if len(names) == 1:
            return f"{told}, with {names[0]} {'on target' if goals else 'among the try-scorers'}"
        return f"{told}, with {'goals' if goals else 'tries'} from {listed(names)}"

    def _match_of(self, voice: Voice, performance: Performance) -> str | None:
        """The id of the match in which somebody did something, where his side played several: the one told nearest to it."""
        side = self.side_of(voice, performance)
        played = [r for r in self.record.results if r.opponent and r.when is When.CURRENT and side in (r.who, r.opponent)]
        if side is None or len(played) < SEVERAL or not performance.evidence or not all(r.evidence for r in played):
            return None
        at = performance.evidence[0].start
        return min(played, key=lambda r: min(abs(e.start - at) for e in r.evidence)).id

    def _elsewhere(self, performance: Performance) -> bool:
        """Whether the sentence that tells of it tells of another match than that of the first story: "Garston 4, Welby 1: Roth scored"."""
        matches = [story.result for story in self.plan.stories if isinstance(story, Match)]
        at = [e.start for e in performance.evidence[:1]]
        told = [r.id for r in matches if any(e.start <= start < e.end for e in r.evidence for start in at)]
        return bool(told) and first_result(self.plan.stories[0]).id not in told

    def side_of(self, voice: Voice, performance: Performance) -> str | None:
        """The id of the team that a player's nation or club is."""
        tie = voice.people[performance.who].tie
        return next((t.id for t in self.record.teams if tie and tie.text in {t.name, *t.aliases}), None)

    def _scoring(self, voice: Voice, performances: Sequence[Performance]) -> str | None:
        lead = self.plan.stories[0] if self.plan.stories else None
        playing = set(_sides(lead)) if isinstance(lead, Match) else set()
        sides: dict[str | None, list[Performance]] = {}
        for performance in performances:
            side = self.side_of(voice, performance)
            if lead is None:
                side = None  # which of the player's sides it was for, no match tells
            elif playing and side is not None and side not in playing:
                if len(self.plan.stories) > 1:
                    continue  # another match's; without its result it would mislead
                side = None
            elif not playing and side is None:
                continue
            sides.setdefault(side, []).append(performance)
        unknown = sides.pop(None, [])  # told last, lest they be taken for players of a side that is named after them
        clauses = [
            c
            for side, group in sides.items()
            if (c := scoring(voice, group, side, some=not unknown and len(sides) == 1 and self._more_scored(voice, lead, side)))
        ]
        told = clauses[0] if len(clauses) == 1 else f"{'; '.join(clauses[:-1])}, while {clauses[-1]}" if clauses else ""
        some = not sides and self._more_scored(voice, lead, None)
        others = scoring(voice, unknown, None, some=some, more=bool(told)) if unknown else None
        return "; ".join(part for part in (told, others) if part) or None

    def _more_scored(self, voice: Voice, lead: Story | None, side: str | None) -> bool:
        """Whether the side, or both sides of the match where it is not known, scored more goals than the record tells of."""
        mark = lead.result.mark if isinstance(lead, Match) else None
        if not isinstance(lead, Match) or mark is None or mark.parts is None or len(mark.parts) != 2:
            return False
        numbers = [n for n in mark.parts if isinstance(n, float)]
        if len(numbers) != 2:
            return False
        ahead = (side == lead.result.who) != (lead.result.outcome is Outcome.LOSS)
        goals = sum(numbers) if side is None else max(numbers) if ahead else min(numbers)
        told = [p for p in self.record.performances if p.what == "goal" and (side is None or self.side_of(voice, p) == side)]
        return sum(p.mark.value if p.mark and p.mark.value else 1 for p in told) < goals

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
        lead_at = voice.event(first.event) if first else None
        reached = how_far(lead_at.round) if lead_at else None
        bare = [r for r in results if _is_bare(r)]
        runs: list[tuple[str, list[str]]] = []  # what each winner did, told with the name once
        for number, result in enumerate(r for r in results if r not in bare):
            at = voice.event(result.event)
            stage_at = how_far(at.round) if at else None
            same = not (at and lead_at) or at.competition in {None, lead_at.competition}
            before = not apart and same and reached is not None and stage_at is not None and stage_at < reached
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
        pieces = [voice.name(key, among=len(who) > 1) + (self._laurels(voice, key) if place < 2 else "") for place, key in enumerate(who)]
        shown = [c for c in self.plan.competitions if c not in voice.known][:competitions]
        if len(shown) < competitions:
            return None
        where = [voice.competition(c) for c in shown]
        voice.state(*who, *shown)
        voice.known.update(shown)
        if not who:
            return str(voice.turn(words["only_events"], "subjects")).format(events=listed(where)) if where else None
        pieces += where
        crowded = any("," in piece for piece in pieces)
        names = listed(pieces) if not crowded else f"{', '.join(pieces[:-1])}{', and ' if len(pieces) > 1 else ''}{pieces[-1]}"
        names += "," if "," in pieces[-1] else ""
        verb = "are" if len(where) + len(who) > 1 or voice.plural(who) else "is"
        return str(voice.turn(words[self.record.kind], "subjects")).format(who=names, are=verb)

    def _competitions(self, voice: Voice, number: int) -> str | None:
        shown = [c for c in self.plan.competitions if c not in voice.known][:number]
        if len(shown) < number:
            return None
        voice.state(*shown)
        return str(voice.turn(voice.words["subjects"]["ahead"], "ahead")).format(events=listed([voice.competition(c) for c in shown]))

    def _saying(self, voice: Voice, speech: Speech, inverted: bool) -> str | None:
        laurels = self._laurels(voice, speech.quote.speaker) if speech.quote.speaker else ""
        return quoted(voice, speech, inverted=inverted, laurels=laurels)

    def _laurels(self, voice: Voice, key: str) -> str:
        """What somebody has won before, to stand after the name: ', a past winner of the 200m at the Sydney Games'."""
        mine = [s for s in self.plan.history if {r.who for r in results_of(s)} == {key}]
        honours = [(s, honour) for s in mine if (honour := honour_of(voice, s))]
        if not honours:
            return ""
        first = honours[0][1]
        wins = [(s, h) for s, h in honours if h.startswith(PAST_WINNER)][:MOST_LAURELS] if first.startswith(PAST_WINNER) else honours[:1]
        voice.state(*(r.id for s, _ in wins for r in results_of(s)))
        if not first.startswith(PAST_WINNER):
            return f", {first}"
        return f", a {PAST_WINNER} {listed([h.removeprefix(PAST_WINNER).strip() for _, h in wins])}"

    def nothing(self) -> str:
        """The sentence for an article whose record holds nothing to tell, not even of a result in the news that it may hold."""
        voice = self.voice(())
        kind = "bare_result" if any(r.when is When.CURRENT for r in self.record.results) else "nothing"
        return sentence(voice.turn(voice.words["subjects"][kind], "nothing"))


# ---- Short forms -------------------------------------------------------------------------------------------------------------------


def _sides(story: Story) -> tuple[str, ...]:
    return tuple(i for i in (story.result.who, story.result.opponent) if i) if isinstance(story, Match) else ()


def _everybody(story: Story) -> set[str]:
    return {i for r in results_of(story) for i in (r.who, r.opponent) if i}


def _is_bare(result: Result) -> bool:
    """Whether a match is no more than that somebody won."""
    return result.opponent is None and result.mark is None and result.outcome is Outcome.WIN
