"""Facts as clauses: a match, the order of an event, what players did, who said what, what comes next.

Each function is given a `Voice`, which names people and contests and notes the facts stated, and returns words without a capital
or a full stop; None where the facts do not bear that form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pipeline.records import Fixture, Medal, Outcome, Performance, Result
from pipeline.summarize.plan import Haul, Match, Speech, Standing, Story, first_result, level, results_of
from pipeline.summarize.voice import ORDINALS, Voice, joined, listed, listed_clauses, ordinal, with_article, with_the

PAIR = re.compile(r"(?<![\d.:])(\d{1,3})\s?[-–/]\s?(\d{1,3})(?![\d.:])")
_TOTAL = r"\d{2,4}(?:[-–/]\d{1,2})?(?: dec(?:lared)?)?(?: \([^)]*\))?"
INNINGS = re.compile(rf"{_TOTAL}(?: (?:and|&) {_TOTAL})?|\d{{2,4}} for \d{{1,2}}.*|\d{{2,4}} all out")
BY_MARGIN = re.compile(r"\b(?:wickets?|runs?|innings|shots?|strokes?|lengths?|points?)\b", re.IGNORECASE)
MARGIN_ADJECTIVE = re.compile(r"[\w]+(?:-\w+)*-(?:wicket|run|point|goal|shot|stroke|length|set|frame)s?", re.IGNORECASE)
_COUNT = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty)"
)
_VAGUE = re.compile(r"(?:both|first|second|last|final|pair|doubled|tripled)\b")  # "both", "first and last": a count of nothing said
NUMBER_FIRST = re.compile(rf"({_COUNT}) (\w+)")
_OTHERWISE_CALLED = re.compile(rf"({_COUNT}) [a-z0-9-]{{3,}}s", re.IGNORECASE)  # "eight catches" of receptions
_KIND_OF_ONE = re.compile(r"solo|(?:\d+|[a-z]+)-(?:run|yard|point|metre|meter)", re.IGNORECASE)  # "a two-run home run"
_RANK = re.compile(r"\d+(?:st|nd|rd|th)|\d+:\d\d", re.IGNORECASE)  # a player's tenth of the season, or when it came
MEDALS = (Medal.GOLD, Medal.SILVER, Medal.BRONZE)
LAST_ON_THE_PODIUM = 3
MOST_HONOURS = 2  # named of one competitor
SET_LOSS_AT_MOST = 4  # games in two sets; past it a win is not heavy


# ---- Matches -------------------------------------------------------------------------------------------------------------------


def manner(result: Result, sport: str, words: dict[str, Any]) -> str:
    """How a score lets a win be spoken of: plain, narrow, wide, comeback, or reversed where it is given from the loser's side."""
    if result.mark is None or result.outcome is not Outcome.WIN or " to " in result.mark.text or "penalt" in result.mark.text.lower():
        return "plain"
    pairs = [(int(a), int(b)) for a, b in PAIR.findall(re.sub(r"\([^)]*\)", "", result.mark.text))]
    family = words["family_of"].get(sport)
    rules = words["families"].get(family, {})
    won, lost = sum(a > b for a, b in pairs), sum(a < b for a, b in pairs)
    if lost > won:
        return "reversed"
    if len(pairs) == 1 and family != "sets":
        margin = pairs[0][0] - pairs[0][1]
        if not rules.get("least", 0) <= pairs[0][0] <= rules.get("most", 10**6):
            return "plain"  # of some other sport than it is taken for
        if 0 < margin <= rules.get("narrow", 0):
            return "narrow"
        return rules.get("heavy", "wide") if margin >= rules.get("wide", 10**6) else "plain"
    if sport == "tennis" and len(pairs) > 1 and won > lost and pairs[-1][0] > pairs[-1][1]:
        if pairs[0][0] < pairs[0][1]:
            return "comeback"
        if lost == 0 and len(pairs) == 2 and sum(b for _, b in pairs) <= SET_LOSS_AT_MOST and min(a for a, _ in pairs) >= 6:
            return str(rules.get("heavy", "wide"))
    return "plain"


def match(
    voice: Voice, result: Result, *, lead: bool = False, place: bool = True, number: int = 0, perfect: bool = False, bare: bool = False
) -> str:
    """A match as a clause: 'Wales beat Hungary 2-0 in Euro 2020 qualifying'.

    `lead` says whom the sides represent, `place` where it was, `number` turns the verbs of a list, `perfect` speaks of an earlier
    round ('had beaten'), `bare` takes the plainest verb.
    """
    voice.state(result.id)
    event = voice.event(result.event)
    who, mark = voice.name(result.who, affiliation=lead), result.mark.text if result.mark else ""
    other = voice.opponent(result.who, result.opponent, affiliation=lead) if result.opponent else ""
    how = manner(result, voice.sport, voice.words)
    verbs = voice.words["verbs"]
    outcome = None if _at_odds(result) else result.outcome
    if not other and outcome is None:
        return joined(who, "played", voice.where(event) if place else "", f"({mark})" if mark else "")
    if not other:
        where = voice.where(event) if place else ""
        verb = {Outcome.WIN: "won", Outcome.LOSS: "lost", Outcome.DRAW: "drew"}.get(outcome or Outcome.WIN, "played")
        if mark and _by(result):
            return joined(who, verb, f"by {mark}", where)
        if verb == "won" and not mark and re.match(r"in .*(?:internationals|Tests|matches|games)\b", where):
            where = where.removeprefix("in ")
        return joined(who, verb, mark, where)
    if outcome is Outcome.DRAW:
        where, mark = voice.where(event) if place else "", "" if _by(result) else mark
        if mark and voice.sport == "cricket" and INNINGS.fullmatch(mark):
            return joined(who, "made", mark, "and drew with", other, where)
        both = lead and voice.turn(["with", "and"], "draw") == "and"
        return joined(who, "and", other, "drew", mark, where) if both else joined(who, "drew", mark, "with", other, where)
    if outcome is None:
        where = voice.where(event) if place else ""
        if mark and voice.sport == "cricket" and INNINGS.fullmatch(mark):
            return joined(who, "reached", mark, "against", other, where)
        return joined(who, "met", other, f"({mark})" if mark else "", where)
    if result.outcome is Outcome.LOSS or how == "reversed":
        loser, winner = (who, other) if result.outcome is Outcome.LOSS else (other, who)
        shown = score(result) if result.outcome is Outcome.LOSS else mark
        return joined(loser, "lost", shown, "to", winner, voice.where(event) if place else "")
    if result.outcome in {Outcome.ADVANCE, Outcome.ELIMINATED, Outcome.PLACED, Outcome.DNF, Outcome.RECORD}:
        verb = {Outcome.ADVANCE: "went through against", Outcome.ELIMINATED: "went out to"}.get(result.outcome, "met")
        return joined(who, verb, other, f"({mark})" if mark else "", voice.where(event) if place else "")
    ending = _ending(voice, result) if place else ""
    if perfect:
        return joined(who, "had", verbs["perfect"]["plain"][0], other, score(result), ending)
    if mark and MARGIN_ADJECTIVE.fullmatch(mark):
        return joined(who, "recorded", with_article(mark), "win over", other, ending)
    if mark and voice.sport == "cricket" and INNINGS.fullmatch(mark):
        return joined(who, "made", mark, "to beat", other, ending)
    if bare:
        verb = verbs["past"]["plain"][0]
    elif lead or (how != "plain" and how not in voice.manners):
        verb = voice.turn(verbs["past"].get(how, verbs["past"]["plain"]), f"verb {result.id}")
    else:  # not every win in a list is edged
        options = verbs["past"]["list"]
        verb = options[number % len(options)]
    voice.manners.add(how)
    shown = score(result)
    if shown[:1].isdigit() and other[-1:].isdigit():
        shown = f"by {shown}"  # 'beat CFC 2 by 3-0'
    return joined(who, verb, other, shown, ending)


def _at_odds(result: Result) -> bool:
    """Whether a score belies the outcome: a win by 2-2, a draw by 6-1 6-2. Then neither is told as won or drawn."""
    if result.mark is None or result.outcome not in {Outcome.WIN, Outcome.DRAW} or result.mark.flags:
        return False
    pairs = [(int(a), int(b)) for a, b in PAIR.findall(re.sub(r"\([^)]*\)", "", result.mark.text))]
    if not pairs or re.search(r"[a-z]{3}", result.mark.text) or result.mark.kind in {"innings", "runs", "wickets"}:
        return False
    ahead = sum((a > b) - (a < b) for a, b in pairs)
    return (ahead == 0) == (result.outcome is Outcome.WIN) if len(pairs) == 1 else result.outcome is Outcome.DRAW and ahead != 0


def _by(result: Result) -> bool:
    """Whether a mark is a margin that one wins by: 'five wickets', 'an innings and 38 runs'."""
    text = result.mark.text if result.mark else ""
    if result.mark is None or MARGIN_ADJECTIVE.fullmatch(text) or text.lower().startswith(("by ", "on ", "after ", "in ")):
        return False
    return result.mark.kind in {"margin", "decision"} or bool(BY_MARGIN.search(text)) or not re.search(r"\d", text)


def score(result: Result) -> str:
    """The mark as it follows 'beat somebody', with extra time and penalties where the record knows of them."""
    if result.mark is None:
        return ""
    if result.mark.kind == "time" and not result.mark.text.lower().startswith("in "):
        return f"in {result.mark.text}"  # a fall, a submission
    text = f"by {result.mark.text}" if _by(result) else result.mark.text
    penalties = next((f.split(":", 1)[1] for f in result.mark.flags if f.startswith("penalties:")), None)
    if penalties and penalties not in text:
        return f"{penalties} on penalties after {with_article(text)} draw"
    return f"{text} after extra time" if "aet" in result.mark.flags and "extra" not in text and "aet" not in text else text


def _ending(voice: Voice, result: Result) -> str:
    """Where a match was won and what was won by it: 'in the final to win the Dubai Open', 'in the foil final to take bronze'."""
    event = voice.event(result.event)
    named = result.medal is not None and event is not None and str(result.medal) in (event.round or "").lower()
    medal = f"to {'win' if result.medal is Medal.GOLD else 'take'} {result.medal}" if result.medal and not named else ""
    if event and event.competition and not medal and not event.discipline and (event.round or "").lower() == "final":
        last = voice.competitions[event.competition].name.lower().split()[-1]
        titles = {*voice.words["competitions"]["won_outright"], "championships", "tournament"}
        if event.competition not in voice.known and last in titles:
            voice.known.add(event.competition)
            return f"in the final to win {voice.competition(event.competition)}"
    return joined(voice.where(event), medal)


# ---- Races and everything that ends in an order ----------------------------------------------------------------------------------


def standing(voice: Voice, story: Standing, *, tail: int, podium: bool = False) -> str | None:
    """An event's order led by its news: 'Merritt won the 400m at the Invitational in 44.93 seconds, ahead of Jackson'.

    `tail` says how many competitors to name behind the first, of the `podium` alone or of all; None where they need a sentence of
    their own.
    """
    focus = story.results[0]
    together = [r for r in story.results if level(r, focus)]
    rest = [r for r in story.results if r not in together and (not podium or _near_the_top(r))]
    if tail > len(rest):
        return None
    event = voice.event(focus.event)
    who = voice.names([r.who for r in together])
    prize, at, inside = voice.prize(event)
    verb, what, where = voice.feat(focus, prize, inside)
    if not where.startswith("after "):  # a round
        verb = {"was": "lay" if voice.underway(focus) else "finished", "also competed": "competed"}.get(verb, verb)
    if verb == "was" and voice.plural([r.who for r in together]):
        verb = "were"
    winner = focus.outcome is Outcome.WIN or (focus.place == 1 and focus.outcome is not Outcome.PLACED)
    measure = "" if focus.mark and focus.mark.text in what else voice.measure(focus.mark, event, won=winner)
    told = joined(who, verb, what, where, at, measure)
    voice.state(*(r.id for r in together))
    if not tail:
        return told
    if not winner:
        ending = _ahead_in_words(voice, focus, rest[:tail])
        if ending is None and tail == 1 and rest[0].place == 1 and where and not (measure or rest[0].mark):
            voice.state(rest[0].id)
            return joined(who, verb, what, at, where, f"won by {voice.name(rest[0].who)}")
    elif measure.startswith("with "):  # no second 'with'
        ending = _in_order(voice, rest[:tail])
        if ending is None and not podium:
            behind = _with_behind(voice, rest[:tail])
            ending = behind and re.sub(r"^, with ", ", ", behind)
    else:
        ending = _with_behind(voice, rest[:tail])
    return told + ending if ending else None


def _near_the_top(result: Result) -> bool:
    """Whether a competitor may be named behind the winner in the same sentence; lower places get a sentence of their own."""
    rank = _rank(result)
    return rank <= LAST_ON_THE_PODIUM if rank else not result.mark


def _rank(result: Result) -> int | None:
    """The place, from the medal where only that is given."""
    return result.place or (MEDALS.index(result.medal) + 1 if result.medal else None)


def _with_behind(voice: Voice, results: Sequence[Result]) -> str | None:
    """Those behind a winner: ', ahead of Jackson', ', with Bekele second in 7:41.42 and Carroll third'."""
    unplaced = [r for r in results if r.outcome is Outcome.PLACED and not (r.place or r.medal or r.mark)]
    ranked = [r for r in results if r not in unplaced and (r.place or r.medal)]
    if len(unplaced) + len(ranked) < len(results) or any(r.place == 1 for r in ranked):
        return None  # 'did not finish' and the like need a verb of their own
    alone = ranked[0] if len(ranked) == 1 and not unplaced else None
    if alone and alone.outcome is Outcome.PLACED and not (alone.medal or alone.mark) and alone.place == 2:
        unplaced, ranked = ranked, []
    seconds = bool(ranked) and all(r.place == 2 for r in ranked)  # who has no place was behind them too
    if unplaced and not seconds and any(r.place == 2 for r in ranked):
        return None
    places = f", with {absolute(voice, ranked)}" if ranked and seconds else ""
    if unplaced:
        places += f"{'' if seconds else ','} ahead of {voice.names([r.who for r in unplaced])}"
        voice.state(*(r.id for r in unplaced))
    return places + (f", with {absolute(voice, ranked)}" if ranked and not seconds else "")


def _ahead_in_words(voice: Voice, focus: Result, results: Sequence[Result]) -> str | None:
    """Everybody ahead of a second or third: ', behind Jiri Liptak (41) and David Kostelecky'; None if one of them is not known."""
    rank = _rank(focus)
    ranks = {_rank(r) or (1 if r.outcome is Outcome.WIN else 0) for r in results}
    if rank is None or ranks != set(range(1, rank)):
        return None
    return f", behind {_with_marks(voice, results)}"


def _in_order(voice: Voice, results: Sequence[Result]) -> str | None:
    """Those next behind a winner: ', ahead of Kim Dean (89kg) and Ana Roig (85kg)'; None if one between them is not known."""
    if any(" and " in voice.side(voice.teams[r.who]) for r in results if r.who in voice.teams):
        return None  # pairs, and 'and' between them
    ranks = [_rank(r) or 0 for r in results]
    unplaced = all(r.outcome is Outcome.PLACED and not (r.place or r.medal or r.mark) for r in results)
    return f", ahead of {_with_marks(voice, results)}" if unplaced or ranks == list(range(2, 2 + len(ranks))) else None


def _with_marks(voice: Voice, results: Sequence[Result]) -> str:
    """Names, best first, with their marks in brackets."""
    voice.state(*(r.id for r in results))
    best_first = sorted(results, key=lambda r: _rank(r) or 1)
    return listed([joined(voice.name(r.who), f"({voice.mark(r.mark)})" if r.mark else "") for r in best_first])


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
            pieces.append(joined(who, brackets, "" if taking else "taking", str(result.medal), after))
            taking = True
        else:
            pieces.append(joined(who, brackets, ordinal(result.place or 1), after))
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
        if verb == "went out" and event and event.round:
            what = f"in {voice.stage(event)}"
        if verb == "was" and voice.plural(keys):
            verb = "were"
        spent = result.mark is not None and result.mark.text in what
        measure = "" if spent or not (result.place or result.medal) else voice.measure(result.mark, event)
        gap = verb == previous and verb in {"was", "were", "took"} and plural == voice.plural(keys)
        clauses.append(joined(who, "" if gap else verb, what, measure))
        previous, plural = verb, voice.plural(keys)
    return listed_clauses(clauses) if clauses else None


def haul(voice: Voice, story: Haul) -> str:
    """One competitor's events: 'Kluft won the sprint hurdles, the long jump and the 400m'; 'took gold in the K1 and bronze in the C1'."""
    who = voice.names(story.competitors)
    pieces: list[str] = []
    said: set[str] = set()
    one_place = _of_one_competition(voice, story.results)
    previous, at = ("", ""), ""
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
        told = joined(verb, what, inside)
        if told in said and (one_place or not (where or measure)):
            continue
        said.add(told)
        inside = inside if one_place else joined(inside, where)
        medal = str(result.medal or "")
        if verb == previous[0] and medal and medal == previous[1]:
            pieces.append(joined(inside, measure))  # 'gold in the 800m and in the 1,500m'
        else:
            alike = verb == previous[0] and bool(medal) == bool(previous[1])
            pieces.append(joined("" if alike else verb, what, inside, measure))
        previous = (verb, medal)
    return joined(who, listed(pieces), at if one_place else "")


def _of_one_competition(voice: Voice, groups: Sequence[Sequence[Result]]) -> bool:
    """Whether what is said of where may stand at the end for all."""
    held = [voice.event(group[0].event) for group in groups]
    return len({event.competition if event else None for event in held}) == 1


def events(voice: Voice, stories: Sequence[Story], *, tail: int, opening: bool) -> str | None:
    """Several events in a sentence: 'Cragg won the men's 3,000m in 7:39.89, Kluft the long jump with 6.63m'."""
    clauses: list[str] = []
    outright: list[bool] = []  # whether 'won the ...', which a list says once
    for story in stories:
        if isinstance(story, Match) or voice.feat(first_result(story), "", "")[0] == "also competed":
            return None
        told = haul(voice, story) if isinstance(story, Haul) else standing(voice, story, tail=min(tail, len(story.results) - 1))
        if told is None:
            return None
        if len(stories) > 1 and isinstance(story, Standing):
            told = re.sub(r" won gold in (?=the )", " won ", told, count=1)
        clauses.append(told)
        outright.append(isinstance(story, Standing) and bool(re.search(r" won the ", told)))
    commas = any(", " in clause for clause in clauses)
    if commas and len(clauses) > 2:
        return None
    if not commas and not tail:
        runs = zip(clauses[1:], outright, outright[1:], strict=False)
        clauses[1:] = [re.sub(r" won (?=the )", " ", c, count=1) if one and other else c for c, one, other in runs]
    told = listed_clauses(clauses)
    return f"{voice.words['openings']['elsewhere'][0]} {told}" if opening else told


# ---- Scorers ---------------------------------------------------------------------------------------------------------------------


def scoring(voice: Voice, performances: Sequence[Performance], side: str | None, *, some: bool = False, more: bool = False) -> str | None:
    """What one side's players did: 'Langer made 181 not out and Gilchrist 69 for Australia'.

    Where they are only `some` of those who scored: 'Roth and Lin were among the scorers for Norland'. With `more`, others were told
    before them: 'Roth also scored'.
    """
    order = list(voice.words["performances"])  # the file lists them by weight
    weights = {p.id: (order.index(p.what) if p.what in order else len(order), p.mark is None) for p in performances}
    deeds: dict[str, list[tuple[str, str]]] = {}
    for performance in sorted(performances, key=lambda p: min(weights[o.id] for o in performances if o.who == p.who)):
        done = deed(performance, voice)
        if done is not None:
            deeds.setdefault(performance.who, []).append(done)
            voice.state(performance.id)
    players: list[tuple[tuple[tuple[str, str], ...], list[str]]] = []  # what, and who all did just that
    for who, done_by in deeds.items():
        whole = tuple(done_by)
        if len(whole) > 1 and {verb for verb, _ in whole} == {"scored", "had"} and all(t and not t.startswith("in ") for _, t in whole):
            goals = "tries" if any(p.what == "try" for p in performances if p.who == who) else "goals"
            whole = tuple(
                ("had", joined(thing, goals) if re.fullmatch(_COUNT, thing) else thing)  # "had three goals and an assist"
                for _, thing in sorted(whole, key=lambda d: d[0] != "scored")
            )
        same = next((keys for what, keys in players if what == whole), None)
        if same is None:
            players.append((whole, [who]))
        else:
            same.append(who)
    told: list[str] = []
    verbs_said: list[str] = []
    previous = unit = ""
    for whole, keys in players:
        names = voice.names(keys, affiliation=False)
        verbs: list[str] = []
        last = ""
        for verb, thing in whole:
            thing = _of_several(voice, performances, keys, thing)
            verb = "were" if verb == "was" and len(keys) > 1 else verb
            if some and (verb, thing) == ("scored", "") and len(whole) == 1:
                verb, thing = "were" if len(keys) > 1 else "was", "among the scorers"
            again = "also " if (verb, thing) == ("scored", "") and (more or "scored" in verbs_said) else ""
            verbs.append(joined("" if verb == last else again + verb, thing))
            last = verb
        verb, thing = whole[0]
        counted = NUMBER_FIRST.fullmatch(thing)
        if len(whole) == 1 and verb == previous and thing and not thing.startswith("in "):
            shown = _of_several(voice, performances, keys, counted[1] if counted and counted[2] == unit else thing)
            told.append(joined(names, shown))
        else:
            told.append(joined(names, listed(verbs)))
            verbs_said.append(verb)
        previous, unit = (verb if thing else "", counted[2] if counted else "") if len(whole) == 1 else ("", "")
    if not told:
        return None
    mixed = len(verbs_said) > 1 and len(told) > 2
    crowded = mixed or any(" and " in piece or ", " in piece for piece in told)
    together = f"{', '.join(told[:-1])}, and {told[-1]}" if crowded and len(told) > 1 else listed(told)
    return joined(together, f"for {voice.name(side)}" if side else "")


def deed(performance: Performance, voice: Voice) -> tuple[str, str] | None:
    """A performance as verb and object: ('made', '181 not out'), ('scored', 'twice'); None where there is no saying it."""
    if performance.what == "own goal":
        return None  # it counts for the other side, and would be told for the scorer's
    rules = voice.words["performances"].get(performance.what, {})
    verb = rules.get("verb", "had")
    minute = f"in the {ordinal(performance.minute)} minute" if performance.minute else ""
    mark = performance.mark.text if performance.mark else None
    if mark is None or re.fullmatch(r"(?:1|one|a) \w+", mark) or mark.lower() in ORDINALS or _RANK.fullmatch(mark):
        if performance.what in ("saves", "wickets"):
            return None  # every goalkeeper made some, and many a batsman lost one
        if rules and "none" not in rules:
            return None
        return verb, joined(rules.get("none", with_article(_one(performance.what))), minute)
    low = mark.lower()
    goals = performance.what in {"goal", "try"}
    if low in {"twice", "three times", "four times"}:
        return ("scored" if goals else verb), joined(mark, minute)
    if low in {"brace", "hat-trick", "double", "treble"}:
        return ("scored", with_article(mark)) if goals else (verb, f"{with_article(mark)} of {performance.what}")
    if yards := re.fullmatch(r"([\d,]+) yards", low):
        return verb, f"{yards[1]} {performance.what}"
    thing = performance.what.rstrip("s")
    if counted := re.fullmatch(rf"({_COUNT})-{thing}", low):  # "a 30-point night"
        return verb, f"{counted[1]} {thing}s"
    if thing == "home run" and low.endswith("-run homer"):
        return verb, with_article(mark)
    if _KIND_OF_ONE.fullmatch(low):
        return verb, with_article(f"{mark} {_one(performance.what)}")
    also_called = {"three-pointer": " threes", "penalty goal": " penalties", "home run": " homers"}.get(thing)
    if thing.lower() in low or (also_called and low.endswith(also_called)):
        return verb, mark
    if called := _OTHERWISE_CALLED.fullmatch(mark):
        mark = called[1]
    elif _VAGUE.match(low):
        return None
    if re.search(r"\d .*[a-z]{3}", mark.lower()) and performance.what != "runs":
        return (verb, mark) if performance.what != "saves" else ("faced", mark)
    if performance.what == "wickets" and not re.search(r"\d[-–/ ]| for \d", mark):
        return verb, f"{mark} wickets"
    return verb, str(rules["mark"]).format(mark=mark) if "mark" in rules else _counted(mark, performance.what)


def _counted(mark: str, what: str) -> str:
    """A figure with what it counts, where phrases.toml has no word for it: 'three hits', 'a two-run triple', 'three runs allowed'."""
    first, _, rest = what.partition(" ")
    if rest and mark.lower().split()[-1].rstrip("s") == first.lower().rstrip("s"):
        return joined(mark, rest)
    if "-" in mark and mark[-1:].isalpha() and not what.endswith("s"):
        return with_article(joined(mark, what))
    if what.endswith("s") and not what.endswith("ss"):
        return joined(mark, what)
    if rest == "batted in":
        return joined(mark, f"{_one(first)}s {rest}")
    return joined(mark, f"{what}{'es' if what.endswith(('ss', 'sh', 'ch', 'x')) else 's'}")


def _one(what: str) -> str:
    """What is done, once: 'interception' of 'interceptions', 'run batted in' of 'runs batted in'."""
    first, gap, rest = what.partition(" ")
    if rest.startswith(("batted", "allowed", "pitched", "won", "saved")):
        return f"{_one(first)}{gap}{rest}"
    return what[:-1] if what.endswith("s") and not what.endswith(("ss", "series")) else what


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


def quoted(voice: Voice, speech: Speech, *, inverted: bool, laurels: str = "", again: bool = False) -> str | None:
    """A quotation with its speaker; None where its punctuation does not allow the order.

    'Kerr said: “It's been a long time coming.”' or '“It was incredibly frustrating,” said Tim Henman.' `laurels` follow the name:
    ', winner of the mile,'; `again` says that the one before was the same speaker's.
    """
    quote, text = speech.quote, speech.text
    speaker = voice.name(quote.speaker) if quote.speaker else (quote.speaker_text or "")
    if not quote.speaker and " " in speaker and speaker.split()[-1].islower():
        speaker = with_the(speaker)  # 'the club captain'
    cues = voice.words["speech"]
    cue = quote.cue if quote.cue in cues["past"] else cues["past"][0]
    voice.state(quote.id)
    if inverted:
        return f"“{text}” {cue} {speaker}{laurels}".removesuffix(".") + "." if re.search(r"[,!?]$", text) else None  # "of the U.S."
    if text.endswith(","):
        return None
    pause = "," if laurels else ""
    return f"{speaker}{laurels}{pause} {cues['again'] if again else cue}: “{text}”" + ("" if re.search(r"[.!?…]['’]?$", text) else ".")


def coming(voice: Voice, fixture: Fixture, *, turn: int) -> str | None:
    """The next contest: 'Next for Ingebrigtsen is the 5,000m'."""
    words, event = voice.words["next"], voice.event(fixture.event)
    voice.state(fixture.id)
    if len(fixture.who) == 2 and (fixture.who[0] in voice.teams) == (fixture.who[1] in voice.teams):
        who, opponent = (voice.name(key, affiliation=False) for key in fixture.who)
        return joined(words["versus"][turn].format(who=who, opponent=opponent), voice.where(event))
    prize, at, _ = voice.prize(event)
    contest = joined(prize, at)
    if not contest and re.match(r"(?:the|an?) [^.!?;:“”\"]+$", fixture.text) and len(fixture.text.split()) <= 10:
        contest = fixture.text
    if not contest and event is not None and event.competition:
        contest = voice.competition(event.competition)
    if not contest or contest.startswith(("at ", "in ")):
        return None
    if not fixture.who:
        return str(words["bare"][turn]).format(event=contest, **{"is": "is"})
    return str(words["event"][turn]).format(who=voice.names(fixture.who, affiliation=False), event=contest, **{"is": "is"})


def ahead(voice: Voice, fixture: Fixture) -> str | None:
    """The contest that a preview looks ahead to: 'Kenya's Brigid Kosgei is to compete in the women's marathon at the Tokyo Olympics'."""
    words, event = voice.words["next"], voice.event(fixture.event)
    voice.state(fixture.id)
    if len(fixture.who) == 2 and (fixture.who[0] in voice.teams) == (fixture.who[1] in voice.teams):
        who, opponent = voice.name(fixture.who[0]), voice.opponent(*fixture.who)
        return joined(words["ahead_versus"].format(who=who, opponent=opponent), voice.where(event))
    where = voice.where(event)
    if not fixture.who or not where:
        return None
    names, verb = voice.names(fixture.who), "are" if voice.plural(fixture.who) else "is"
    return str(words["ahead"]).format(who=names, where=where, **{"is": verb})


def history(voice: Voice, stories: Sequence[Story], *, opening: bool = False) -> str | None:
    """Results of the past, told so that nobody takes them for news; None if one says nothing by itself.

    'Moya and Srichaphan are past winners of the Chennai Open'; 'Italy had earlier beaten Scotland and lost to Wales', or with an
    `opening` 'Earlier, Italy had beaten Scotland'.
    """
    honours = [honour_of(voice, story) for story in stories]
    if all(honours):
        return None if opening else _honours(voice, stories, [honour for honour in honours if honour])
    if any(honours):
        return None  # what somebody is and what somebody had done do not go into one sentence
    told: list[tuple[str, str, list[str]]] = []  # who, how named, what
    for story in stories:
        who = first_result(story).who
        clause = match(voice, story.result, bare=True) if isinstance(story, Match) else tell(voice, story)
        past = _pluperfect(voice, clause) if clause else None
        if past is None:
            return None
        if told and told[-1][0] == who:
            told[-1][2].append(past[1])
        else:
            told.append((who, *past[:1], [past[1]]))
    clauses = [f"{name} had {'' if number or opening else 'earlier '}{listed(what)}" for number, (_, name, what) in enumerate(told)]
    if any(re.search(r" (?:won|competed|finished \w+|been \w+)$", clause) for clause in clauses):
        return None  # a win of nothing named
    several = len(clauses) > 1 and any(" and " in clause for clause in clauses)
    return joined("Earlier," if opening else "", f"{', '.join(clauses[:-1])}, and {clauses[-1]}" if several else listed_clauses(clauses))


def _honours(voice: Voice, stories: Sequence[Story], honours: Sequence[str]) -> str:
    """'Moya and Srichaphan are past winners of the Chennai Open and Roche is a past winner of the French Open'."""
    told: list[tuple[list[str], list[str]]] = []  # who, and of what
    for story, honour in zip(stories, honours, strict=True):
        voice.state(*(r.id for r in results_of(story)))
        keys = list(story.competitors) if isinstance(story, Haul) else [first_result(story).who]
        same = next((whose for whose, what in told if what == [honour]), None)
        mine = next((what for whose, what in told if whose == keys), None)
        if same is not None:
            same += [key for key in keys if key not in same]
        elif mine is not None:
            mine.append(honour)
        else:
            told.append((keys, [honour]))
    clauses = []
    for keys, what in told:
        several = voice.plural(keys)
        titles = [re.sub(r"\b(winner|medallist)\b", r"\1s", title, count=1) if several else title for title in what]
        once = [title if not n else re.sub(r"^past winners? of ", "", title) for n, title in enumerate(titles)]
        clauses.append(joined(voice.names(keys), "are" if several else "is a", listed(once)))
    return listed_clauses(clauses)


def honour_of(voice: Voice, story: Story) -> str | None:
    """What a competitor may be called for a result of the past: 'past winner of the Chennai Open', 'silver medallist in the 100m'."""
    result = first_result(story)
    if isinstance(story, Match) or (isinstance(story, Standing) and len(story.results) > 1) or result.outcome is Outcome.ADVANCE:
        return None
    groups = story.results if isinstance(story, Haul) else (story.results,)
    if len({(g[0].medal, g[0].place) for g in groups}) > 1 or result.mark is not None:
        return None
    one_place = _of_one_competition(voice, groups)
    prizes: dict[str, str] = {}
    at = ""
    for group in groups:
        prize, where, _ = voice.prize(voice.event(group[0].event))
        at = at or (where if one_place else "")
        if prize:
            prizes.setdefault(re.sub(r"\W|met(?:re|er)s?", "", prize.replace("metres", "m")), prize)
    shown = list(prizes.values())[:MOST_HONOURS]
    if not shown and not (at and result.medal):
        return None
    if result.medal is not None:
        return joined(f"{result.medal} medallist", "in" if shown else "", listed(shown) if shown else "", at)
    return joined("past winner of", listed(shown), at) if result.place == 1 else None


def _pluperfect(voice: Voice, told: str) -> tuple[str, str] | None:
    """A clause in the past as its subject and what follows 'had': ('Italy', 'beaten Scotland')."""
    participles: dict[str, str] = voice.words["participles"]
    verbs = "|".join(participles)
    splits = re.match(rf"(.+?) ({verbs}) (.+)", told)
    if splits is None:
        return None
    further = re.sub(rf"((?:, | and ))({verbs}) ", lambda m: f"{m[1]}{participles[m[2]]} ", splits[3])
    return splits[1], f"{participles[splits[2]]} {further}"


def tell(voice: Voice, story: Story) -> str | None:
    """A story by itself, without its circumstances."""
    if isinstance(story, Match):
        return match(voice, story.result)
    return haul(voice, story) if isinstance(story, Haul) else standing(voice, story, tail=0)


def plain(voice: Voice, story: Story) -> str:
    """The barest true words for a story: names and mark."""
    if isinstance(story, Match):
        return match(voice, story.result, place=False, bare=True)
    result = first_result(story)
    voice.state(result.id)
    return joined(voice.name(result.who, affiliation=False), "competed")
