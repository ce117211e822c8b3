"""Headlines: the first story in the present tense, else words that somebody said, else whom the article is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from pipeline.records import Outcome, Performance
from pipeline.summarize.clauses import INNINGS, MARGIN_ADJECTIVE, deed, manner, score
from pipeline.summarize.plan import WORTH_PRINTING, Haul, Match, Speech, Standing, Story, first_result, level, results_of, says_nothing
from pipeline.summarize.voice import Voice, joined, listed
from pipeline.summarize.write import Draft, Writer


def headline(writer: Writer) -> Iterator[Draft]:
    """Headlines, the fullest first."""
    record, plan = writer.record, writer.plan
    everybody = frozenset(p.id for p in record.people)  # a headline has surnames
    stories = [story for story in plan.stories[:1] if not says_nothing(story)]
    sayings = [s for s in plan.speeches if s.quote.speaker and s.value >= WORTH_PRINTING and not s.leans and not s.text.endswith(",")]
    weaker = [s for s in plan.speeches[:12] if s.quote.speaker and s not in sayings and not s.text.endswith(",")]
    yield from writer.drafts(
        everybody,
        *(partial(_news, story=story, cut=cut) for story in stories for cut in (0, 1, 2)),
        *(partial(_deed, writer=writer, performance=p) for p in plan.scorers[:3]),
        *(partial(_saying, speech=speech) for speech in sayings),
        *(partial(_names, people=plan.subjects[:n], competitions=plan.competitions[:c]) for n, c in ((2, 1), (1, 1)) if plan.competitions),
        *(partial(_saying, speech=speech) for speech in weaker),
        *(partial(_names, people=plan.subjects[:n], competitions=()) for n in (3, 2, 1) if plan.subjects),
        *(partial(_talk, competition=c) for c in plan.competitions[:3]),
    )


def _saying(voice: Voice, speech: Speech) -> str:
    """'Kerr: “I just kept going.”'"""
    voice.state(speech.quote.id)
    return f"{voice.name(speech.quote.speaker or '')}: “{speech.text}”"


def _names(voice: Voice, people: Sequence[str], competitions: Sequence[str]) -> str | None:
    """A label, where nothing happened: 'Kenteris, Thanou and the Athens Olympics'."""
    if not people:
        return None
    voice.state(*people, *competitions)
    return listed([*(voice.name(key) for key in people), *(voice.competition(key) for key in competitions)])


def _deed(voice: Voice, writer: Writer, performance: Performance) -> str | None:
    """'Langer makes 181 not out for Australia', where the match has no result."""
    done, verbs = deed(performance, voice), voice.words["performances"].get(performance.what, {}).get("headline")
    if done is None or verbs is None or performance.mark is None:
        return None
    side = writer.side_of(voice, performance)
    voice.state(performance.id)
    return joined(voice.name(performance.who), verbs[0], done[1], f"for {voice.name(side)}" if side else "")


def _talk(voice: Voice, competition: str) -> str:
    voice.state(competition)
    return f"The talk is of {voice.competition(competition)}"


def _news(voice: Voice, story: Story, cut: int) -> str | None:
    """'Hewitt beats Minar 7-5 6-0 in the final'; `cut` 1 leaves out where (or the mark of a race), 2 the score too."""
    return _match(voice, story, cut) if isinstance(story, Match) else _order(voice, story, cut)


def _match(voice: Voice, story: Match, cut: int) -> str | None:
    result, verbs = story.result, voice.words["verbs"]["headline"]
    voice.state(result.id)
    how = manner(result, voice.sport, voice.words)
    where = "" if cut else voice.where(voice.event(result.event))
    who, other = voice.name(result.who), voice.name(result.opponent) if result.opponent else ""
    number, mark = int(voice.plural([result.who])), result.mark.text if result.mark else ""
    shown = "" if cut == 2 else score(result)
    if result.outcome is Outcome.DRAW:
        return joined(who, verbs["draw"][number], "" if shown.startswith("by ") else shown, f"with {other}" if other else "", where)
    if result.outcome not in {Outcome.WIN, Outcome.LOSS}:
        return None
    if not other:
        return joined(who, verbs["win" if result.outcome is Outcome.WIN else "lose"][number], shown, where)
    if result.outcome is Outcome.LOSS:
        return joined(who, verbs["lose"][number], shown, "to", other, where)
    if how == "reversed":
        return joined(other, verbs["lose"][int(voice.plural([result.opponent or ""]))], mark, "to", who, where)
    if MARGIN_ADJECTIVE.fullmatch(mark) or (voice.sport == "cricket" and INNINGS.fullmatch(mark)):
        return joined(who, verbs["plain"][number], other, where)
    return joined(who, verbs.get(how, verbs["plain"])[number], other, shown, where)


def _order(voice: Voice, story: Standing | Haul, cut: int) -> str | None:
    result, verbs = first_result(story), voice.words["verbs"]["headline"]
    together = [r for r in results_of(story) if level(r, result)] if isinstance(story, Standing) else [result]
    keys = list(story.competitors) if isinstance(story, Haul) else [r.who for r in together]
    voice.state(*(r.id for r in together))
    event = voice.event(result.event)
    prize, at, inside = voice.prize(event)
    verb, what, where = voice.feat(result, prize, inside)
    rest = (where, "" if cut == 2 else at, "" if cut else voice.measure(result.mark, event, won=verb == "won"))
    if verb in {"won", "took"}:
        present = verbs["win" if verb == "won" else "take"][int(voice.plural(keys))]
        return joined(voice.names(keys), present, what.removeprefix("the "), *rest)
    return joined(voice.names(keys), what, *rest) if verb == "was" else None
