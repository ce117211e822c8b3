"""What a report tells and in which order: the first of three steps (plan, write, verify).

`make_plan(record)` sorts the record's facts into stories (a match, the order of an event, one competitor's several events), scorers,
quotations worth printing and what comes next. It reads ids, places, medals, outcomes, marks and the words of quotations; it
writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.records import Event, Fixture, Outcome, Performance, Quote, Record, Result, Role, When

FILLED = ("mark", "place", "medal", "outcome", "opponent")  # the more of these, the more a result says
SENTENCE_END = re.compile(r"(?<=[.!?])([’']?)\s+(?=[A-Z‘'(])")
ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|v)|\b[A-Z])\.$")
FRAGMENT_OF_SPEECH = re.compile(r"^[a-z]")
PRONOUNS = {"i", "he", "she", "they", "we", "it", "you", "who", "his", "her"}
LEANING = {
    "obviously",
    "great",
    "he",
    "she",
    "they",
    "it",
    "that",
    "this",
    "but",
    "and",
    "so",
    "because",
    "otherwise",
    "these",
    "those",
    "then",
    "also",
    "yes",
    "no",
    "him",
}
FEELING = re.compile(
    r"\b(?:proud|proudest|happy|delighted|dream|dreamed|dreams|special|incredible|amazing|unbelievable|best|worst|never|ever|always|history|world|love|"
    r"disappointed|disappointing|frustrating|pressure|confident|champion|gold|medal|title|win|won|winning|beat|lost|victory|fantastic|brilliant|"
    r"outstanding|great|dangerous|record|final|believe|deserve|deserved|hard|tough|everything|nothing|emotional|honour|joy|thrilled|ready)\b",
    re.IGNORECASE,
)
FILLER = re.compile(r"(?:I mean|You know|To be honest|Look|Listen|Well)\b", re.IGNORECASE)
OF_SOMEBODY = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their|theirs)\b", re.IGNORECASE)
ROUND_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "one": 1, "two": 2, "three": 3, "four": 4}
LAST_ROUNDS = (("quarter", 25), ("semi", 26), ("final", 28), ("third-place", 28), ("bronze", 28))
LEAST_OF_A_SENTENCE = 5  # words
TRUSTED = 0.8  # confidence in its speaker from which a quotation may be printed
SURE, DOUBTED = 0.85, 4.0  # confidence from which it is right in 95 of 100 cases, and what a quotation below that loses: others go first
LEANING_COSTS = 1.5
# Confidence from which a report tells a result. On the articles held out of training it was right in so many of those that this leaves out:
RECALLED = 0.65  # in 15 of 30, of the past
BEATEN = 0.6  # in 2 of 17, of who beat whom in the news where no score says so
REPORTED = 0.3  # of all else in the news but a competitor's mark
# Of a competitor's place with its mark: under it the mark alone is told, which is theirs far more often than all of it is right.
EVEN = 0.3
WORTH_PRINTING = 0.0  # a quotation below it leans on what the reader has not been told
MOST_RUNS_TOLD = 3  # with as many innings of note, smaller ones are left out
INNINGS_OF_NOTE = 30  # runs
BEST_LENGTH = range(7, 23)  # words; shorter says little, longer crowds out the results
LONGEST_SPEECH = 34  # words


@dataclass(frozen=True)
class Match:
    """A contest of two sides, or one side's win, loss or draw where the other is not known."""

    result: Result


@dataclass(frozen=True)
class Standing:
    """The order of one event: the competitor the article leads with first, then by place."""

    results: tuple[Result, ...]


@dataclass(frozen=True)
class Haul:
    """What one competitor, or one pair, reached in several events."""

    competitors: tuple[str, ...]
    results: tuple[tuple[Result, ...], ...]


Story = Match | Standing | Haul


@dataclass(frozen=True)
class Speech:
    """A quotation, cut at an end of sentence, verbatim."""

    quote: Quote
    text: str
    value: float = field(default=0.0, metadata={"holds": "how telling it is; below WORTH_PRINTING it is no more than a stopgap"})
    value_later: float = field(default=0.0, metadata={"holds": "the same, once the people of the article have been named"})
    leans: bool = field(default=False, metadata={"holds": "whether it speaks of 'him' or 'that', which it does not name"})


@dataclass(frozen=True)
class Plan:
    """What there is to tell, the most telling first."""

    stories: tuple[Story, ...] = ()
    scorers: tuple[Performance, ...] = ()
    speeches: tuple[Speech, ...] = ()
    fixtures: tuple[Fixture, ...] = ()
    history: tuple[Story, ...] = ()
    subjects: tuple[str, ...] = field(default=(), metadata={"holds": "ids of people and teams"})
    competitions: tuple[str, ...] = field(default=(), metadata={"holds": "ids"})


def make_plan(record: Record) -> Plan:
    """Facts chosen and ordered; every result of the record is in at most one story."""
    disciplines = {e.id for e in record.events if e.discipline}
    results = [_as_sure_as_it_is(r) for r in record.results if _sure_enough(r)]
    events = {e.id: e for e in record.events}
    current = _last_rounds(_once([r for r in results if r.when is When.CURRENT], events), events)
    named = {p.id: min(m.start for m in p.mentions) for p in record.people if p.mentions}
    named |= {t.id: min(m.start for m in t.mentions) for t in record.teams if t.mentions}
    stories = _hauls(_stories(current, events, named), disciplines)
    history = _hauls([_single(r) for r in _best([r for r in results if r.when is When.PAST])], disciplines)
    if stories and (not can_lead(stories[0]) or says_nothing(stories[0])):
        first = next((i for i, story in enumerate(stories) if can_lead(story) and not says_nothing(story)), None)
        first = next((i for i, story in enumerate(stories) if can_lead(story)), 0) if first is None else first
        stories.insert(0, stories.pop(first))
    stories = _won_first([s for s in stories if not says_nothing(s)] or stories)
    stories = stories[:1] + [_winner_first(s) if isinstance(s, Standing) else s for s in stories[1:]]
    subjects = _subjects(record)
    deeds = [p for p in record.performances if _counts(p, record.sport)]
    if not stories and len(deeds) == 1 and deeds[0].mark is None:
        deeds = []  # "Roth scored" alone, of no match that is told, says nothing
    return Plan(
        stories=tuple(stories),
        scorers=tuple(_of_note(deeds)),
        speeches=tuple(_speeches(record, _leading(stories) or set(subjects))),
        fixtures=record.fixtures,
        history=tuple(s for s in history if can_lead(s)),
        subjects=tuple(subjects),
        competitions=tuple(c.id for c in sorted(record.competitions, key=lambda c: -len(c.mentions))),
    )


def _last_rounds(results: list[Result], events: dict[str, Event]) -> list[Result]:
    """The results without those by which somebody went through, where another says where that ended.

    Of two places of one competitor in one event (a stage and overall, a medal race and the title) the surer one is told: which is of
    which part, the record does not say.
    """

    def key(result: Result) -> tuple[str, str]:
        return result.who, discipline_key(events.get(result.event or ""))

    ended = {key(r) for r in results if r.place and r.outcome is not Outcome.ADVANCE}
    kept = [r for r in results if r.outcome is not Outcome.ADVANCE or r.opponent or key(r) not in ended]
    # a round of golf, nobody knows which, beside what came of them all
    kept = [r for r in kept if not (_a_round(r, events) and any(o.place and (o.who, o.event) == (r.who, r.event) for o in kept))]
    surest: dict[tuple[str, str], Result] = {}
    for r in kept:
        if r.place and r.event and not r.opponent:
            best = surest.setdefault((r.who, r.event), r)
            if (r.confidence or 1.0) > (best.confidence or 1.0):
                surest[r.who, r.event] = r
    told = {id(r) for r in surest.values()}
    return [r for r in kept if not (r.place and r.event and not r.opponent) or id(r) in told]


def _a_round(result: Result, events: dict[str, Event]) -> bool:
    event = events.get(result.event or "")
    strokes = result.mark is not None and result.mark.kind == "strokes" and "to par" not in result.mark.flags
    return strokes and not result.place and (event is None or event.round is None)


def _won_first(stories: list[Story]) -> list[Story]:
    """The same stories, that of what somebody won before that of a mark which is given no place: a tournament before a round of it."""
    if not stories or any(r.place or r.opponent for r in results_of(stories[0])):
        return stories
    who = {r.who for r in results_of(stories[0])}
    won = next((n for n, story in enumerate(stories) if any(r.who in who and r.place == 1 for r in results_of(story))), 0)
    return [stories[won], *stories[:won], *stories[won + 1 :]]


def _sure_enough(result: Result) -> bool:
    """Whether the record is sure enough of a result for a report: of what it recalls, and of who won where no score says so."""
    if result.confidence is None:
        return True
    if result.when is When.PAST:
        return result.confidence >= RECALLED
    if result.opponent is None:
        return result.mark is not None or result.confidence >= REPORTED
    return result.confidence >= (REPORTED if result.mark else BEATEN)


def _as_sure_as_it_is(result: Result) -> Result:
    """The result without what is less likely right than not: of a doubtful one in the news, its mark is left."""
    doubted = result.confidence is not None and result.confidence < EVEN and result.when is When.CURRENT
    if not doubted or result.mark is None or result.opponent is not None or result.mark.kind in SCORES:
        return result
    return result.model_copy(update={"place": None, "medal": None, "outcome": Outcome.PLACED})


def _stories(results: list[Result], events: dict[str, Event], named: Mapping[str, int]) -> list[Story]:
    """Results grouped by contest, in the order in which the record first names each; `named` is where the article first names whom."""
    order: list[list[Result]] = []
    seen: set[tuple[object, ...]] = set()
    for result in results:
        mark = result.mark.text if result.mark else None
        key = (frozenset((result.who, result.opponent)), result.event, result.place, result.medal, mark, result.outcome)
        victory = (result.who, result.event, "won") if not result.opponent and result.event and result.place == 1 else key
        if key in seen or victory in seen or not _says_something(result):
            continue  # nobody wins one contest twice
        seen |= {key, victory}
        group = next((g for g in reversed(order) if _same_contest(g, result, events)), None)
        if group is None:
            order.append([result])
        else:
            group.append(result)
    return [Match(g[0]) if _is_match(g[0]) else _standing(g, named) for g in order]


def _once(results: list[Result], events: dict[str, Event]) -> list[Result]:
    """Results, each told once: the reader may find a race under 'women's 800m' and under '800m'; the fuller result stays."""
    kept: list[Result] = []
    for result in results:
        again = next((i for i, other in enumerate(kept) if _one_and_the_same(result, other, events)), None)
        if again is None:
            kept.append(result)
        elif fullness(result) > fullness(kept[again]):
            kept[again] = result
    return kept


def _one_and_the_same(one: Result, other: Result, events: dict[str, Event]) -> bool:
    if (one.who, one.opponent) != (other.who, other.opponent) or one.event == other.event or differ(one, other):
        return False
    return _alike(events.get(one.event or ""), events.get(other.event or ""))


def _alike(here: Event | None, there: Event | None) -> bool:
    """Whether two events may be one under two names, of which one says more: "women's 800m" and "800m"."""
    if here is None or there is None or not discipline_key(here) or discipline_key(here) != discipline_key(there):
        return False
    sides = ((here.gender, there.gender), (here.round, there.round), (here.competition, there.competition), (here.date, there.date))
    return not any(a and b and a != b for a, b in sides)


def differ(one: Result, other: Result) -> bool:
    """Whether two results of one competitor cannot be one: their places, medals or marks are given and are not the same."""
    marks = [re.sub(r"\D+", " ", r.mark.text).strip() if r.mark else "" for r in (one, other)]
    pairs = [(one.place, other.place), (one.medal, other.medal), (marks[0], marks[1])]
    return any(a and b and a != b for a, b in pairs)


def fullness(result: Result) -> int:
    """How much a result says."""
    return sum(getattr(result, name) is not None for name in FILLED)


def discipline_key(event: Event | None) -> str:
    """A discipline whatever its spelling: "men's 1,500 metres" and '1500m' are '1500m'."""
    name = re.sub(r"\b(?:the|(?:wo)?men|mixed)(?:['’]s)?\b", " ", (event.discipline or "").casefold()) if event else ""
    return re.sub(r"[^a-z0-9]+", "", re.sub(r"\bmet(?:re|er)s?\b", "m", name))


def _single(result: Result) -> Story:
    """A result of the past by itself: those of one event may be years apart."""
    return Match(result) if _is_match(result) else Standing((result,))


def _best(results: list[Result]) -> list[Result]:
    """Results of the past, the best of each competitor in each event."""
    best: dict[tuple[object, ...], Result] = {}
    for result in results:
        key = (result.who, result.opponent, result.event)
        if key not in best or (result.place or 10**6) < (best[key].place or 10**6):
            best[key] = result
    return list(best.values())


def _winner_first(story: Standing) -> Standing:
    return Standing(tuple(sorted(story.results, key=_rank)))


def _rank(result: Result) -> int:
    return result.place or (1 if result.outcome is Outcome.WIN else _UNPLACED.get(result.outcome, 10**6))


def _is_match(result: Result) -> bool:
    if result.opponent is not None and result.opponent != result.who:
        return True
    measured = result.mark is not None and result.mark.kind in {"time", "distance", "height", "weight", "strokes"}
    return not (result.place or result.medal or measured) and result.outcome in {Outcome.WIN, Outcome.LOSS, Outcome.DRAW}


HOMEWARD = frozenset({"baseball", "softball"})  # where a run or two is worth telling
LISTED = 4  # results of one contest told in one sentence
OF_ONE_RACE = 1.5  # times the winner's time that somebody told of may take
SCORES = frozenset({"score", "sets", "innings", "runs", "wickets"})


def _says_something(result: Result) -> bool:
    """A score without sides or outcome does not; it would be given to one side alone."""
    return result.outcome is not None or result.opponent is not None or result.mark is None or result.mark.kind not in SCORES


def _same_contest(group: list[Result], result: Result, events: dict[str, Event]) -> bool:
    """Whether a result belongs to the order that a group has begun.

    A second winner after somebody placed lower means another race under the same name: the women's after the men's.
    """
    if _is_match(result) or _is_match(group[0]):
        return False
    if group[0].event != result.event:
        own = events.get(result.event or "")
        if not all(_alike(events.get(r.event or ""), own) for r in group):
            return False
        if len({e.gender for e in events.values() if discipline_key(e) == discipline_key(own)} - {None}) > 1:
            return False  # the men's and the women's: which of them is meant, nobody says
    if result.event is None and (result.place is None or result.place != (group[-1].place or 0) + 1):
        return False  # of contests without a name only neighbours in the order are taken for one
    if any(r.who == result.who or _out_of_order(r, result) for r in group):
        return False
    return result.place != 1 or all(r.place != 1 for r in group) or (group[-1].place == 1 and level(group[-1], result))


def _out_of_order(one: Result, other: Result) -> bool:
    """Whether the times of two places say that they are of two races: who came in later was faster, or took half as long again."""
    if not (one.place and other.place and one.mark and other.mark and one.mark.kind == other.mark.kind == "time"):
        return False
    first, second = (r.mark.value for r in sorted((one, other), key=lambda r: r.place or 0) if r.mark)
    if not first or not second or one.place == other.place:
        return False
    return second < first or second > OF_ONE_RACE * first


def _standing(results: list[Result], named: Mapping[str, int]) -> Standing:
    focus = results[0]
    winner = next((r for r in results if r.place == 1), None)
    listed = sum(r.evidence[:1] == focus.evidence[:1] for r in results) >= LISTED
    # whoever comes first in a list of results is not what it is about, nor who is named after the winner
    if winner and (listed or named.get(winner.who, 0) < named.get(focus.who, 0)):
        return _winner_first(Standing(tuple(results)))
    with_focus = [r for r in results if level(r, focus)]
    rest = sorted((r for r in results if not level(r, focus)), key=_rank)
    whole = Standing((*with_focus, *rest))
    return whole if focus.place or focus.medal or focus.outcome is Outcome.RECORD else _winner_first(whole)


_UNPLACED: dict[Outcome | None, int] = {
    Outcome.RECORD: 10**6 - 1,
    Outcome.PLACED: 10**6,
    Outcome.ADVANCE: 10**6 + 1,
    Outcome.ELIMINATED: 10**6 + 2,
    Outcome.DNF: 10**6 + 3,
}


SHARED = frozenset({Outcome.ADVANCE, Outcome.ELIMINATED, Outcome.DNF})


def level(one: Result, other: Result) -> bool:
    """Whether two competitors reached the same: partners, a dead heat, or those who went through, went out or did not finish."""
    if one is other:
        return True
    marks = [r.mark.text if r.mark else None for r in (one, other)]
    same = one.place == other.place and one.medal == other.medal and one.outcome == other.outcome and marks[0] == marks[1]
    return same and (one.place is not None or one.medal is not None or one.outcome in SHARED)


def _hauls(stories: list[Story], disciplines: set[str]) -> list[Story]:
    """One competitor's results in several events told as one story, where nobody else is named in them."""
    told: list[Story] = []
    place_of: dict[tuple[str, ...], int] = {}
    for story in stories:
        if not (isinstance(story, Standing) and _alone(story, disciplines)):
            told.append(story)
            continue
        who = tuple(r.who for r in story.results)
        if who not in place_of:
            place_of[who] = len(told)
            told.append(story)
            continue
        before = told[place_of[who]]
        groups = before.results if isinstance(before, Haul) else (before.results,) if isinstance(before, Standing) else ()
        told[place_of[who]] = Haul(who, (*groups, story.results))
    return told


def _alone(story: Standing, disciplines: set[str]) -> bool:
    return all(level(r, story.results[0]) for r in story.results) and story.results[0].event in disciplines


def can_lead(story: Story) -> bool:
    """Whether a story says something by itself; that somebody took part does not."""
    if isinstance(story, Match):
        return True
    results: Iterable[Result] = story.results if isinstance(story, Standing) else (r for group in story.results for r in group)
    return any(r.place or r.medal or r.mark or r.outcome not in {None, Outcome.PLACED} for r in results)


def says_nothing(story: Story) -> bool:
    """Whether a story is that somebody won, and no more."""
    result = first_result(story)
    return len(results_of(story)) == 1 and not (result.opponent or result.mark or result.event or result.medal)


def _leading(stories: list[Story]) -> set[str]:
    if not stories:
        return set()
    first = stories[0]
    if isinstance(first, Match):
        return {i for i in (first.result.who, first.result.opponent) if i}
    return set(first.competitors) if isinstance(first, Haul) else {first.results[0].who}


def _counts(performance: Performance, sport: str | None) -> bool:
    """Whether a performance is worth a line: a duck, or runs below ten, is not."""
    if performance.what != "runs" or sport in HOMEWARD:
        return True
    return bool(performance.mark and re.match(r"\d\d", performance.mark.text))


def _of_note(performances: list[Performance]) -> list[Performance]:
    """Without small innings where there are enough of note."""
    small = [p for p in performances if p.what == "runs" and _runs(p) < INNINGS_OF_NOTE]
    noted = [p for p in performances if p.what == "runs" and p not in small]
    return [p for p in performances if p not in small] if len(noted) >= MOST_RUNS_TOLD else performances


def _runs(performance: Performance) -> int:
    digits = re.match(r"\d+", performance.mark.text) if performance.mark else None
    return int(digits[0]) if digits else 0


def _subjects(record: Record) -> list[str]:
    """Who the article is about: the people named most and earliest, competitors before others; teams where there are none."""
    weights: list[tuple[float, int, str]] = []
    for order, person in enumerate(record.people):
        weight = 2.0 * len(person.mentions) + (3 if person.role is Role.ATHLETE else 0) - order
        weights.append((-weight, order, person.id))
    people = [i for _, _, i in sorted(weights)]
    teams = [t.id for t in sorted(record.teams, key=lambda t: -len(t.mentions))]
    return people[:3] or teams[:3]


# ---- Quotations --------------------------------------------------------------------------------------------------------------


def _speeches(record: Record, leading: set[str]) -> list[Speech]:
    """Quotations that can be printed with their speaker, the most telling first."""
    ranked: list[tuple[float, int, Speech]] = []
    speakers = {p.id: p for p in record.people}
    names = {form for person in record.people for form in (person.name, *person.aliases)}
    names |= {form for team in record.teams for form in (team.name, *team.aliases)}
    for order, quote in enumerate(record.quotes):
        if is_fragment(quote.text) or (quote.speaker is None and not _names_a_source(quote.speaker_text)):
            continue
        if quote.confidence is not None and quote.confidence < TRUSTED:
            continue  # better no quotation than one in the wrong mouth
        for text in _cuts(quote.text):
            words = len(text.split())
            person = speakers.get(quote.speaker or "")
            value = 2.0 if quote.speaker in leading else 0.0
            value += 1.0 if person and person.role in {Role.ATHLETE, Role.COACH} else 0.0
            value += min(3, len(set(FEELING.findall(text.lower())))) * 0.7
            value += 1.0 if words in BEST_LENGTH else -0.12 * max(BEST_LENGTH.start - words, words - BEST_LENGTH.stop)
            follows = re.split(r"[\s’',]", text.lower(), maxsplit=1)[0] in LEANING
            value -= 2.5 if follows else 0.0
            value -= 2.0 if FILLER.match(text) else 0.0
            pronoun = OF_SOMEBODY.search(text)
            unnamed = pronoun is not None and not any(name in text[: pronoun.start()] for name in names)
            value -= LEANING_COSTS if unnamed else 0.0
            value -= 0.1 * order
            value -= DOUBTED if quote.confidence is not None and quote.confidence < SURE else 0.0
            ranked.append((-value, order, Speech(quote, text, value, value + LEANING_COSTS * unnamed, follows or unnamed)))
    return [speech for _, _, speech in sorted(ranked, key=lambda item: item[:2])]


def is_fragment(text: str) -> bool:
    """Whether quoted words are part of somebody else's sentence: they begin small, or are few and end without a stop."""
    return bool(FRAGMENT_OF_SPEECH.match(text)) or (len(text.split()) < LEAST_OF_A_SENTENCE and not re.search(r"[.!?,…]$", text))


def _names_a_source(words: str | None) -> bool:
    if not words or words.strip().lower() in PRONOUNS or len(words.split()) > 8:
        return False
    return words[:1].isupper() or bool(re.match(r"(?:a|an|the|one) ", words))


def _cuts(text: str) -> list[str]:
    """Runs of whole sentences of a quotation, each within the limit of length."""
    if re.search(r"^['‘]|[“”\"\n\r\t]|\s{2}", text) or text != text.strip():
        return []  # speech inside speech cannot be printed without touching the marks
    ends = [m.end(1) for m in SENTENCE_END.finditer(text) if not ABBREVIATION.search(text[: m.end(1)])]
    sentences = [text[start:end].strip() for start, end in pairwise([0, *ends, len(text)])]
    runs = [" ".join(sentences[first:last]) for first in range(len(sentences)) for last in range(first + 1, len(sentences) + 1)]
    return [run for run in runs if run in text and not _left_open(run) and 3 <= len(run.split()) <= LONGEST_SPEECH]


def _left_open(text: str) -> bool:
    """Whether a single quotation mark inside is opened and not closed."""
    return len(re.findall(r"(?:^|\s)['‘]\w", text)) > len(re.findall(r"\w[.,!?]?['’](?=[\s.,!?]|$)", text))


def how_far(stage: str | None) -> int | None:
    """How late in a competition a round is: the first 1, the last 16 24, the semi-finals 26, the final 28; `None` where it has no order."""
    low = (stage or "").casefold()
    for word, rank in LAST_ROUNDS:
        if word in low:
            return rank
    last = re.fullmatch(r"(?:the )?(?:last|round of)[ -](\d+|sixteen|eight)", low)
    if last:
        left = {"sixteen": 16, "eight": 8}.get(last[1]) or int(last[1])
        return 29 - left.bit_length()  # the last 8 are the quarter-finals
    numbered = re.fullmatch(r"(?:round )?(\w+)(?: round)?", low)
    if numbered and "round" in low:
        return int(numbered[1]) if numbered[1].isdigit() else ROUND_NUMBERS.get(numbered[1])
    return 0 if re.search(r"\b(?:group|pool|qualif\w+|heats?|round-robin)\b", low) else None


def first_result(story: Story) -> Result:
    """The result that a story leads with."""
    return results_of(story)[0]


def results_of(story: Story) -> list[Result]:
    """Every result of a story, its first one first."""
    if isinstance(story, Match):
        return [story.result]
    return list(story.results) if isinstance(story, Standing) else [r for group in story.results for r in group]
