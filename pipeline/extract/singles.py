"""Results of one competitor: a place, a medal, an exit, a mark.

What the heads say of a mention, what the words beside it say, and whose the marks are, put together; two mentions may tell one result.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.extract.beside import Words, printed
from pipeline.extract.confidence import in_step
from pipeline.extract.disciplines import OF_A_GENDER
from pipeline.extract.found import LIKELY, Found, Opinion, Side, side_of
from pipeline.extract.layout import characters
from pipeline.extract.nodes import MATCH_MARKS, NOT_FINAL
from pipeline.extract.places import (
    MEDALS,
    TO_QUALIFY,
    bare_title,
    further_places,
    leads_overall,
    not_its_place,
    phase,
    placed_elsewhere,
    recalls,
    says_history,
    says_holds_a_record,
    says_only_hoped,
    says_unfinished,
    says_won,
    says_won_then,
    went_through,
)
from pipeline.extract.plausible import unlikely
from pipeline.extract.relations import Relations
from pipeline.extract.subject import WITH_A_GRID

STANDING = 0.6  # probability that a mention bears a result of its own, from which it does
PRINTED = 0.05  # the same, where the words beside it give a place or a medal
ALONE = 0.7  # probability from which a score is that of a side whose opponent nobody names
OWNER = 0.5  # probability from which a mark is that of a single competitor
BESIDE = 0.5  # what standing in the sentence of its owner's result adds to a mark, when the marks of one owner compete for it
TWICE = 0.8  # probability from which a second mark in a race is its owner's all the same: a stage's time beside the overall one
SECOND = 0.15  # probability from which a mark that its likeliest owner cannot have is another's
RACE_OUTCOMES = {"win 1": ("win", 1), "placed 2": ("placed", 2), "placed 3": ("placed", 3)}
PLACED = frozenset({"placed 2", "placed 3", "placed n", "placed"})
_IN_SOMETHING = re.compile(r" (?:in|at|over) (?:the|his|her) (?!final\b)")
_CLAUSE = re.compile(r"[^;.:\n]{0,110}")  # what follows a name, within which stands of what part of the contest its place is
# what follows a mark that was made on the way to a final: "20.94 in the first round", "1:06.02 in her heat"
_QUALIFYING = re.compile(
    r"(?: \([^)]{1,12}\))? (?:in|from|during) (?:the|his|her|their|its|a|this|\w+day['’]s)(?: [\w-]+){0,2}? "
    r"(?:heats?|semi[- ]?finals?|semis|qualifying|qualification|prelim\w*|(?:first|opening|qualifying|preliminary) round)\b",
    re.IGNORECASE,
)
_WHERE_OR_WHEN = re.compile(r"\d|\b(?:at|in|of) (?:the )?[A-Z]|\b(?:last|ago)\b")  # a "world silver medallist" is one of nowhere
_EARLIER = re.compile(
    r"\b(?:last month|earlier (?:this|in)|recently|in (?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?))\b"
)
# before a mark that nobody was timed at the end in: "under the qualifying time of 4:06.30", "led through halfway in 14:51"
_NOT_MADE = re.compile(
    r"\b(?:(?:qualif\w+|entry|Olympic|World Championships?|A|B) )(?:time|mark|standard|height|distance)s? (?:of|was|is|at|being) $|"
    r"\b(?:standard|target|schedule) (?:of|was|is) $|"
    r"\b(?:first|second|third|final|last|opening|closing) (?:lap|length|half|mile|kilomet\w+|\d[\d,]*(?:k|km|"
    r"m)?(?: met\w+)?) in (?:an? )?$|"
    r"\b(?:at|through|past|reach\w*|pass\w*) (?:the )?"
    r"(?:half-?way(?: (?:mark|stage|point))?|bell|\d[\d,]* ?(?:k|km|m)(?: (?:mark|point))?) in $"
)
# "a 14:31 woman", "close to the 9:05.00 qualifying mark"
_CALIBRE = re.compile(
    r" (?:man|woman|runner|performer|athlete|marathoner|miler|sprinter|swimmer|"
    r"(?:\w+ )?(?:qualif\w+|entry) (?:time|mark|standard|height|distance)|(?:Olympic|world|championship) standard)\b"
)
# after a mark that is a part of a total: "184.20 in the free skate for a total of 281.45"
_IN_A_PART = re.compile(
    r"(?: points)? (?:in|for|from|on) (?:the|his|her|their) (?:free|short|second|first|last|final) "
    r"(?:skate|skating|dance|program\w*|run|routine)"
    r"[^.;]{0,30}\b(?:total|overall|combined|aggregate|finish (?:on|with))\b"
)
_IN_THE = re.compile(r"(?:Earlier,? |Meanwhile,? |And |But )?(?:in|over) (?:the |\w+day['’]s )?(?:\w+ )?", re.IGNORECASE)
HISTORY = 0.9  # probability that a result is history where the words after the name say so
_OF_A_TOUR = re.compile(
    r"[^,;.]{0,40}?(?:\boverall (?:victory|win|title|lead)\b|"
    r"\b(?:in|at|of|won|wins?|winning) the (?:[\w'’-]+ ){0,3}?(?:Tour|Giro|Vuelta)\b)"
)
_OF_A_STAGE = re.compile(r"time[- ]trial|stage|prologue|\bkm\b|\d ?km\b")
# before the name of somebody of whom only that is said: "lost 23 seconds to Roth"
_GAINED_ON = re.compile(
    r"\b(?:lost|los(?:es|ing)|conced\w+|ceded|gave up|shipped) (?:[\w.:]+ ){1,3}"
    r"(?:seconds?|secs?|minutes?|mins?|time) to(?: [\w'’-]+){0,3} $"
)
_RIDDEN = re.compile(r"\b(?:on|aboard|riding|rode) (?:(?:his|her|the) (?:[\w-]+ ){1,3})?$")  # before a horse's name
# before a part of a combined event: "who led after the super-G"
_AFTER_A_PART = re.compile(r"\b(?:led|leads|leader|leading|ahead|first|second|third|lying \w+|\w+th) (?:after|following) the $")
# what a rider may lead beside the race itself, and does only where his own sentence says so
_BESIDE_THE_LEAD = re.compile(r"\b(?:points|mountains|young rider|sprint|team) classification\b", re.IGNORECASE)
ENTERED = 0.4  # probability from which a competitor entered a discipline
RECALLED = 0.8  # probability that it is history from which that is no news in the discipline


def find_singles(
    doc: Doc, relations: Relations, usable: list[bool], owners: dict[tuple[Side, Side], Opinion], matches: list[Found]
) -> list[Found]:
    """Results of one competitor: a place, a medal, an exit, a mark."""
    names = relations.config.standings
    found: list[Found] = []
    for i, p in enumerate(relations.standings):
        if not usable[i] or not p.any() or 1 - p[0] < PRINTED:
            continue
        words = doc._.beside[i]
        if (
            words.hangs
            or (doc._.sport == "equestrian" and _RIDDEN.search(words.before))
            or (1 - p[0] < STANDING and not printed(words))
            or _GAINED_ON.search(words.before)
        ):
            continue
        label = names[1 + int(p[1:].argmax())]
        result = _standing(doc, relations, i, label, float(1 - p[0]))
        if not printed(words):
            result = replace(result, kind=float(p[1:].max() / p[1:].sum()))
        if result.place == 1 and result.past > LIKELY and bare_title(words.before, words.after):
            continue
        if result.place == 1 and (says_holds_a_record(words.after) or says_only_hoped(words.after)):
            continue
        result = replace(result, discipline=discipline_of(doc, relations, result))
        for claim in [*_one_for_each_place(doc, relations, result), *_said_aside(words, result)]:
            rival = next((other for other in found if one_claim(relations, claim, other)), None)
            if rival is None:
                found.append(claim)
            elif (_explicit(doc, claim), claim.chance) > (_explicit(doc, rival), rival.chance):
                found.remove(rival)
                found.append(claim)
    return _with_marks(doc, relations, owners, matches, found)


def _one_for_each_place(doc: Doc, relations: Relations, first: Found) -> list[Found]:
    """The result and those of the same mention that its words name after it: "fourth in the kayak and 10th in the canoe"."""
    words, text = doc._.beside[first.node], doc._.article.text
    if first.place is None or not (_explicit(doc, first) or leads_overall(words.after)):
        return [first]
    name, number = relations.nodes[first.node], doc._.sentence_of[relations.nodes[first.node].first]
    past_name, end_of_sentence = characters(doc, name.first, name.last)[1], doc._.sentences[number][1]
    more = further_places(words.after) if words.listed == 1 else []
    if not more:
        clause = _CLAUSE.match(text, past_name, end_of_sentence)
        return [replace(first, phase="overall" if leads_overall(words.after) else phase(clause[0] if clause else ""))]
    at = text.find(words.after, past_name, end_of_sentence)
    starts = [0, *(start for start, _ in more), len(words.after)]
    out: list[Found] = []
    for n, (start, end) in enumerate(pairwise(starts)):
        result = first
        if n:
            said = more[n - 1][1]
            result = replace(first, outcome="win" if said.place == 1 else "placed", place=said.place, medal=said.medal, further=True)
        inside = [k for k, d in enumerate(relations.disciplines) if at + start <= d.start < at + end]
        clause, past = words.after[start:end], float(relations.past[first.node])
        past = max(past, HISTORY) if says_history(clause) else past
        discipline = inside[0] if inside else None if n and _IN_SOMETHING.search(clause) else first.discipline
        out.append(replace(result, discipline=discipline, past=past, phase=phase(clause)))
    return out


def _said_aside(words: Words, result: Found) -> list[Found]:
    """The place of another time that an apposition to the name gives: "Roth, fourth at the Commonwealth Games, threw 60.12m"."""
    place = placed_elsewhere(words.aside)
    if place is None or not _WHERE_OR_WHEN.search(words.aside):
        return []
    medal = next((m for m in MEDALS if re.search(rf"\b{m}\b", words.aside)), None)
    outcome = "win" if place == 1 else "placed"
    return [replace(result, outcome=outcome, place=place, medal=medal, discipline=None, past=HISTORY, further=True)]


def one_claim(relations: Relations, one: Found, other: Found) -> bool:
    """Whether two mentions speak of one result of a competitor.

    They do in one mention of a discipline, where one has none, and in two mentions of the same where they give it the same place:
    "won Saturday's downhill" and "second in Friday's downhill" are two.
    """
    if one.who != other.who or (one.past > LIKELY) != (other.past > LIKELY):
        return False
    if one.place and other.place and one.place != other.place and (one.further or other.further or one.phase != other.phase):
        return False
    if one.discipline == other.discipline or None in (one.discipline, other.discipline):
        return True
    return contest_of(relations, one.discipline) == contest_of(relations, other.discipline) and one.place == other.place


def _with_marks(
    doc: Doc, relations: Relations, owners: dict[tuple[Side, Side], Opinion], matches: list[Found], singles: list[Found]
) -> list[Found]:
    """The results of one competitor with their marks, and further ones that marks tell of."""
    names = relations.config.standings
    singles = list(singles)
    used = {m.mark.start for m in matches if m.mark}
    second: list[tuple[int, float, Found]] = []  # marks of those who have one in the race: which, how likely theirs, the result
    sentences = {(r.who, doc._.sentence_of[relations.nodes[r.node].first]) for r in singles}
    at = {n.key: doc._.sentence_of[n.first] for n in relations.nodes if n.kind == "mark"}

    def by_likelihood(tie: tuple[tuple[Side, Side], Opinion]) -> float:
        (who, mark_side), opinion = tie
        return -opinion.probability - (BESIDE if (who, at.get(mark_side[1])) in sentences else 0.0)

    for (who, mark_side), opinion in sorted(owners.items(), key=by_likelihood):
        mark = doc._.marks[mark_side[1]]
        if opinion.probability < OWNER or mark.start in used or set(mark.flags) & NOT_FINAL or mark.kind == "count":
            continue
        if _NOT_MADE.search(doc._.article.text, max(0, mark.start - 60), mark.start) or _CALIBRE.match(doc._.article.text, mark.end):
            continue
        if _IN_A_PART.match(doc._.article.text, mark.end):
            continue  # the total is the result's
        if any(m.start <= mark.start < m.end for competition in doc._.competitions for m in competition.mentions):
            continue  # the Ironman 70.3 World Championship
        place = relations.nodes[opinion.node].first
        mine = [n for n, r in enumerate(singles) if r.who == who and (r.past > LIKELY) == (opinion.past > LIKELY)]
        if mine and (made := _QUALIFYING.match(doc._.article.text, mark.end)):
            told = phase(made[0])
            n = next((n for n in mine if singles[n].mark is None and (singles[n].phase == told or singles[n].outcome == "advance")), None)
            if n is None and not any(singles[n].phase in TO_QUALIFY or singles[n].outcome == "advance" for n in mine):
                n = len(singles)
                outcome = "placed" if doc._.sport in WITH_A_GRID else "advance"
                singles.append(replace(singles[mine[0]], outcome=outcome, place=None, medal=None, node=opinion.node, phase=told))
            if n is not None:
                singles[n] = replace(singles[n], mark=mark, tied=opinion.probability)
                used.add(mark.start)
                continue
        if mine and all(singles[n].outcome == "dnf" for n in mine):
            continue  # who did not finish has no mark
        fitting = [n for n in mine if singles[n].mark is None]
        final = [n for n in fitting if singles[n].phase not in TO_QUALIFY]
        clause = re.split("[,;.] ", doc._.article.text[max(0, mark.start - 110) : mark.start])[-1]
        if final and phase(clause) not in TO_QUALIFY:  # it is not said to have been made on the way
            fitting = final
        if mark.kind == "gap":  # nobody wins in a gap
            fitting = [n for n in fitting if singles[n].place != 1]
        if fitting:
            nearest = min(fitting, key=lambda n: abs(relations.nodes[singles[n].node].first - place))
            singles[nearest] = replace(singles[nearest], mark=mark, tied=opinion.probability)
            used.add(mark.start)
        elif mark.kind in MATCH_MARKS and any(who in (m.who, m.opponent) and (m.past > LIKELY) == (opinion.past > LIKELY) for m in matches):
            continue  # a second score of a side that has its match, whose other side nobody names: a leg, a half, the same again
        elif mark.kind in MATCH_MARKS and opinion.probability < ALONE:
            continue
        elif not any(r.who == who and r.mark and r.mark.text == mark.text for r in singles):
            p = relations.standings[opinion.node]
            label = "win" if mark.kind in MATCH_MARKS else names[1 + int(p[1:].argmax())]
            result = _standing(doc, relations, opinion.node, label, opinion.probability)
            result = replace(result, mark=mark, past=opinion.past)
            if mark.kind == "strokes" and not printed(doc._.beside[opinion.node]):
                # "Roth won after a closing 65. He finished on 17 under": he has one place in it
                known = next((r for r in singles if r.place and _explicit(doc, r) and _same_race(doc, relations, r, result)), None)
                result = replace(result, place=known.place, outcome=known.outcome) if known else result
            if mark.kind == "gap" and result.place == 1:
                continue
            if any(r.mark and _same_race(doc, relations, r, result) for r in singles):
                second.append((mark_side[1], opinion.probability, result))
            else:
                singles.append(result)
                used.add(mark.start)
    for number, likely, result in second:
        start = doc._.marks[number].start
        if start in used:
            continue
        settled = _one_mark_each(doc, relations, owners, singles, number, result)
        if settled is None and likely >= TWICE:
            settled = [*singles, result]
        if settled is not None:
            singles = settled
            used.add(start)
    return singles


def _one_mark_each(
    doc: Doc, relations: Relations, owners: dict[tuple[Side, Side], Opinion], singles: list[Found], number: int, result: Found
) -> list[Found] | None:
    """The same results where the second mark of a competitor in a race, or its first, is a rival's who has none; None where it is not.

    "Roth won in 7.60 from Lin, 7.62, and Hale, 7.63": where the heads give Hale both times, the one that is likelier Lin's is Lin's.
    """
    marks = {mark.start: n for n, mark in enumerate(doc._.marks)}
    options: list[tuple[float, float, int, int, int]] = []
    for mine, own in enumerate(singles):
        if own.mark is None or not _same_race(doc, relations, own, result):
            continue
        for theirs, rival in enumerate(singles):
            if rival.who == result.who or rival.mark or (rival.past > LIKELY) != (result.past > LIKELY):
                continue
            first = marks[own.mark.start]
            for kept, given in ((first, number), (number, first)):
                hers = owners.get((rival.who, ("mark", given)))
                if hers is None or hers.probability < SECOND or (hers.past > LIKELY) != (rival.past > LIKELY):
                    continue
                if in_step(replace(own, mark=doc._.marks[kept]), replace(rival, mark=doc._.marks[given])) is not False:
                    his = owners[result.who, ("mark", kept)].probability
                    options.append((his + hers.probability, hers.probability, mine, theirs, given))
    if not options:
        return None
    _, likely, mine, theirs, given = max(options)
    settled = list(singles)
    settled[theirs] = replace(settled[theirs], mark=doc._.marks[given], tied=likely)
    if given != number:
        settled[mine] = replace(settled[mine], mark=doc._.marks[number], tied=owners[result.who, ("mark", number)].probability)
    return settled


def _explicit(doc: Doc, found: Found) -> bool:
    """Whether the words beside the mention say what became of the competitor."""
    words = doc._.beside[found.node]
    return printed(words) is not None or says_won(words.after)


def _same_race(doc: Doc, relations: Relations, one: Found, other: Found) -> bool:
    if one.who != other.who or (one.past > LIKELY) != (other.past > LIKELY):
        return False
    names = {contest_of(relations, d) for r in (one, other) if (d := discipline_of(doc, relations, r)) is not None}
    return len(names) < 2


def contest_of(relations: Relations, discipline: int | None) -> str:
    """A discipline's name without case and spacing, by which two are one; empty where there is none."""
    return "" if discipline is None else re.sub(r"\W", "", relations.disciplines[discipline].text.casefold())


def _standing(doc: Doc, relations: Relations, node: int, label: str, chance: float) -> Found:
    """The result that the reader's class stands for; where the words beside the name give a place or a medal, theirs."""
    outcome, place = RACE_OUTCOMES.get(label, (label, None))
    medal = MEDALS[place - 1] if place in (1, 2, 3) and relations.medals[node] >= LIKELY else None
    start, end = doc._.sentences[doc._.sentence_of[relations.nodes[node].first]]
    if medal and medal not in doc._.article.text[start:end].casefold():
        medal = None  # a medal that no word names nearby
    words = doc._.beside[node]
    said = printed(words)
    if label in PLACED or label == "win 1" or (label == "dnf" and said and not says_unfinished(words.after)):
        if says_unfinished(words.after):
            outcome, place, medal = "dnf", None, None
        elif said and (said.medal or not says_won(words.after)):
            outcome, place, medal = "win" if said.place == 1 else "placed", said.place, said.medal
        elif says_won(words.after):
            outcome, place, medal = "win", 1, medal if place == 1 else None
        elif label == "placed n":
            outcome, place = "placed", None
        elif place and (place == placed_elsewhere(words.aside) or place in not_its_place(words.after)):
            outcome, place, medal = "placed", None, None
        elif label == "win 1" and (through := went_through(words.after)):
            outcome, place, medal = "advance", through.place, None
    if label != "none" and leads_overall(words.after):
        outcome, place, medal = "placed", 1, None
    past = float(relations.past[node])
    if says_history(words.after) or says_won_then(words.before):
        past = max(past, HISTORY)
    elif (placed_elsewhere(words.aside) or (doc._.kind == "report" and recalls(words.aside))) and not _EARLIER.search(words.after):
        past = min(past, 1 - HISTORY)  # it is the apposition that is history
    return Found(side_of(relations, node), None, outcome, place, medal, None, past, node, None, chance)


def _opening(doc: Doc, relations: Relations, found: Found) -> int | None:
    """The race with which the sentence of a result begins, where it is the only one of it: "In the women's race Roth was second".

    By a discipline's own name, "In the 400m", the reader knows as well.
    """
    start, end = doc._.sentences[doc._.sentence_of[relations.nodes[found.node].first]]
    named = [n for n, d in enumerate(relations.disciplines) if start <= d.start < end]
    if len(named) != 1 or found.past > LIKELY or not OF_A_GENDER.fullmatch(relations.disciplines[named[0]].text):
        return None
    return named[0] if _IN_THE.fullmatch(doc._.article.text, start, relations.disciplines[named[0]].start) else None


def discipline_of(doc: Doc, relations: Relations, found: Found, *, sport: str | None = None) -> int | None:
    """The discipline that the competitor entered, as its mention that bears the result sees it, else any other mention.

    Of a `sport` whose records are known, none in which the time would be faster, or far slower, than anybody has been.
    And who came third in a tour did so in no stage of it, and what is recalled of him in a discipline is no news in it.
    """
    related = relations.related.get("event")
    if related is None:
        return None
    enters = relations.config.relations["event"].index("enters")
    whole_tour = found.opponent is None and _OF_A_TOUR.match(doc._.beside[found.node].after) is not None
    node = relations.nodes[found.node]
    best: tuple[float, int] | None = None
    for (i, j), p, past in zip(related.pairs.tolist(), related.of(enters).tolist(), related.past.tolist(), strict=True):
        if side_of(relations, i) == found.who and p >= ENTERED:
            if past > RECALLED and found.past <= LIKELY:
                continue
            entered = relations.disciplines[relations.nodes[j].key]
            name = entered.text
            if _BESIDE_THE_LEAD.search(name) and doc._.sentence_of[relations.nodes[j].first] != doc._.sentence_of[node.first]:
                continue
            if _AFTER_A_PART.search(doc._.article.text, max(0, entered.start - 30), entered.start):
                continue
            if unlikely(sport, name, found.mark) or (whole_tour and _OF_A_STAGE.search(name)):
                continue
            weight = p + (1.0 if i == found.node else 0.0)
            if best is None or weight > best[0]:
                best = weight, relations.nodes[j].key
    chosen, opening = best[1] if best else None, _opening(doc, relations, found)
    if opening is not None and (
        chosen is None or relations.disciplines[chosen].gender not in (None, relations.disciplines[opening].gender)
    ):
        return opening  # it is not the other sex's
    return chosen
