"""What players did in a match: goals, tries, 18 points, 3-34."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.cricket import bat_or_ball
from pipeline.extract.layout import characters
from pipeline.extract.nodes import COMPETITORS
from pipeline.extract.relations import Relations
from pipeline.records import Mark

Doc.set_extension("performances", default=(), force=True)

LIKELY = 0.65  # probability from which a player did it: scorers are published, so precision counts for more
ENOUGH_BESIDE = 0.3  # the same of a goal where the words beside the name say so themselves
NAMED_LAST = 0.4  # what being named last before a figure adds to the reader's opinion: it is that player's in 324 of 367 annotated cases
# what is counted -> what the performance is called; a thing that is missing is called by its plural
CALLED = {
    "goal": "goal", "assist": "assist", "try": "try", "drop goal": "drop goal", "penalty goal": "penalty goal", "touchdown": "touchdown",
    "home run": "home run", "touchdown pass": "touchdown pass", "RBI": "RBIs", "board": "rebounds",
    "three-pointer": "3-pointers", "carry": "carries", "conversion": "conversion", "penalty": "goal",
}  # fmt: skip
# "112 rushing yards", "242 yards passing", "threw for 242 yards", "nine catches for 131 yards"
_YARDS = (
    ("rushing", r"\b(?:rush(?:ed|es|ing)?|r[au]n|runs|carr(?:y|ied|ies)|on the ground)\b"),
    ("receiving", r"\b(?:receiv\w+|receptions?|catch(?:es)?|caught)\b"),
    ("passing", r"\b(?:thr[eo]w\w*|pass(?:ed|es|ing)? (?:for|yards)|passing|complet\w+|\d+[- ](?:of|for)[- ]\d+)\b"),
)
OF_A_BARE_FIGURE = {
    "cricket": "runs",
    "basketball": "points",
    "rugby union": "points",
    "rugby league": "points",
    "american football": "points",
}
# the reader knows that somebody did something of the other kind; the words beside the name say what, in the sport they are of
_BOWLED = (
    r"remov\w+|dismiss\w*|trap\w*|bowled|wickets?|scalps?|castled|clean bowled|had \w+[^.;]{0,30} (?:caught|lbw|bowled)|lbw to|"
    r"caught [^.;]{0,30} off|accounted for|broke ?through|struck|breakthrough"
)
# what runs are told with: of eight others in the annotated articles none is told
_COUNTS_RUNS = re.compile(
    r"\d|\b(?:(?:half|double|triple)[- ]?)?(?:centur(?:y|ies)|fift(?:y|ies)|ton|ducks?|runs?|nought)\b", re.IGNORECASE
)
# a side's, though a player is named before it: "Roth and Lin took three each as Norland were bundled out for 136"
_SIDES_TOTAL = re.compile(
    r"\b(?:all out|bundled out|skittled(?: out)?|bowled out|rolled over) for (?:just |only |a mere )?\Z", re.IGNORECASE
)
_KICKED = (
    ("drop goal", r"drop(?:ped|s|ping)?(?: a| the|-)? ?goals?|drop(?:ped)?[- ]kick"),
    ("conversion", r"conver(?:t|ts|ted|ting|sions?)\b|the extras|extra two points"),
    ("penalty goal", r"penalt(?:y|ies)|three[- ]pointers?|pens?\b"),
)
_RUGBY = frozenset({"rugby union", "rugby league"})
# "Cons: Roth 2"
_SECTION = re.compile(r"\b(?P<of>cons?|conversions?|pens?|penalt(?:y|ies)|tr(?:y|ies)|drop[- ]?goals?|goals?):[^:\n]*\Z", re.IGNORECASE)
_SECTIONS = {"con": "conversion", "pen": "penalty goal", "try": "try", "tri": "try", "dro": "drop goal", "goa": "goal"}
_OWN = r"own[- ]goals?|og|(?:into|through|past) (?:his|her|their) own (?:net|goal|keeper|goalkeeper)"
# "Roth's own goal", "Roth turned it into his own net", "Roth 75 og"; "an own goal by Roth"
_OWN_AFTER = re.compile(rf"[^,;]{{0,60}}\b(?:{_OWN})\b(?! (?:by|from|off)\b)", re.IGNORECASE)
_OWN_BEFORE = re.compile(r"\bown[- ]goals? (?:by|from|off) [^,;]{0,30}\Z", re.IGNORECASE)
# "Roth's cross was headed in by Lin", "after a pass by Roth": of 122 such players in the annotated articles 19 scored, elsewhere as a rule
_SUPPLIED_AFTER = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}(?:cross|pass|through[- ]ball|delivery|knock-?down|flick-on|lay-?off|pull-?back|cut-?back|long ball)\b"
)
_SUPPLIED_BEFORE = re.compile(r"\b(?:cross|pass|corner|through[- ]ball|ball|assist|delivery) (?:by|from|off) (?:[\w-]+ ){0,2}\Z")
_KEEPS = re.compile(r" in (?:the )?(?:[\w'’]+ ){0,2}goal\b(?! area)")  # "Roth in the Garston goal was called into action"
# "Roth headed home an equaliser", "Roth put Garston ahead", "Roth pulled one back", "Roth's free header drew Garston level"
_SCORED = re.compile(
    r" (?:then |also |duly |later |promptly |calmly |coolly )?(?:"
    r"(?:head|fire|slott?|tapp?|curl|drill|volley|smash|sweep|swept|poke|prodd?|stabb?|bundle|turn|slamm?|rifle|lash|hammer|nodd?|"
    r"side-?foot|steer|stroke|knock|convert)(?:s|ed|d)? (?:it |the ball |\w+ (?:\w+ )?)?(?:home|in\b|into the)"
    r"|(?:scored?|netted|equali[sz]ed|levelled|converted|pulled (?:one|a goal) back|opened the scoring|broke the deadlock|"
    r"doubled (?:the|their) (?:lead|advantage))\b"
    r"|(?:put|fired|headed|shot|sent) (?:the )?(?:\w+ ){1,3}(?:ahead|level|in front|(?:\d-\d|two|three) up)\b)"
    r"|['’]s? (?:[\w-]+ ){0,3}(?:goal|header|strike|penalty|free-kick|volley|effort|opener|equali[sz]er|finish|double)(?: \w+)? "
    r"(?:dr[ae]w|dragged|put|gave|made|earned|handed|sealed|secured|cancelled|levelled|restored)\b"
)
# "hooked a volley over Lin's head and into his own net": not Lin's doing
_BEATEN = re.compile(r"\b(?:over|past|beyond) (?:[\w-]+ ){0,2}\Z")
# "Roth kicked all of Garston's points": no try
_KICKS = re.compile(
    r" (?:then |also |duly )?(?:kick(?:s|ed)|boot(?:s|ed)|slott(?:s|ed)|land(?:s|ed)|nail(?:s|ed))\b(?![^;.]{0,60}\btr(?:y|ies)\b)|"
    r"[^.;,]{0,40}\b(?:from the tee|with the boot)\b"
)
# "Roth landed a 45m drop-goal", "Roth had kicked four penalties": the reader knows few of these
_KICKED_BESIDE = re.compile(
    r" (?:(?:had|has|then|also|duly|himself|later|promptly) ){0,2}"
    r"(?:kick|boot|slott?|land|nail|add|dropp?|stroke|knock)(?:s|ed|d)(?: over)? "
    r"(?:[\w-]+ ){0,5}?"
    r"(?:penalt(?:y|ies)|conversions?|drop[- ]?goals?|extras)\b(?:(?:,| and)(?: an?| two| three| four| the| \w+)? "
    r"(?:penalt(?:y|ies)|conversions?|drop[- ]?goals?))*"
)
_CONVERTED = re.compile(
    r" (?:then |also |duly )?(?:convert(?:ed|ing)|add(?:ed|ing) the (?:extras|conversions?))\b(?![^.;]{0,60}\btr(?:y|ies)\b)"
)
# "Roth missed all three conversions", unless it is told what he did next
_FAILED = re.compile(
    r" (?:\w+ )?(?:missed|failed to|(?:could|did)(?: not|n['’]t) (?:score|convert|find|beat|add|take (?:his|her|their|the) chance)|"
    r"squandered|wasted|hit the (?:post|bar|woodwork)|"
    r"(?:saw (?:his|her)|had (?:his|her|an? (?:\w+ )?(?:goal|shot|effort|header|penalty))) [^.;,]{0,30}"
    r"(?:saved|blocked|ruled out|disallowed))\b"
    r"(?![^.;]{0,80}\b(?:but|before|then|scored|made)\b)"
)
# "Roth being sent off in the 35th minute", unless it is told what he did before
_SENT_OFF = re.compile(
    r"(?:['’]s?)? (?:[\w-]+ly )?(?:(?:was|were|is|being|had been|having been|also) )*"
    r"(?:sent off|booked|cautioned|dismissed|red[- ]carded|shown (?:a|the|his) (?:\w+ )?(?:red|yellow)|"
    r"(?:red|yellow|second yellow) card|dismissal|sending-off)\b(?![^.;]{0,80}\b(?:scored|scoring|goal|netted)\b)"
)
OTHER_DEEDS: dict[str, tuple[tuple[str, str], ...]] = {
    "cricket": (
        ("wickets", _BOWLED),
        ("runs", r"(?:half-)?centur(?:y|ies)|fift(?:y|ies)|ducks?\b|\bton\b|unbeaten|not out|innings|opener|knock|top[- ]scor\w+"),
    ),
    "rugby union": _KICKED,
    "rugby league": _KICKED,
    "football": (("own goal", _OWN), ("penalty", r"penalt(?:y|ies)|spot-kicks?|shoot-?out")),
}
# "Roth had a goal and an assist", "Roth and Lin each had two goals and an assist": the reader tells of the goal alone
_AND_AN_ASSIST = re.compile(
    r"(?: and (?:[A-Z][\w'’.-]+ ?){1,3})?(?: each)? ?(?:had|added|contributed|recorded|tallied|posted|got|finished with|chipped in with)"
    r" (?:[\w-]+ ){1,2}and an assist\b"
)
# "with 12 minutes left" counts down
_MINUTE = re.compile(
    r"(?<!-)\b(\d{1,3})(?:st|nd|rd|th)?[- ]?(?:minute(?!s (?:left|remaining|to (?:go|play)|from (?:time|the end)|later|earlier|before|"
    r"after(?! (?:kick-?off|the start))|into (?:the (?:second|new)|extra|stoppage|added|injury))\b)|min\b|['’′](?!s\b))",
    re.IGNORECASE,
)
_FOR_MINUTES = re.compile(r"\b(?:within|inside|for|of|last|final|first|opening|next) (?:the )?\Z", re.IGNORECASE)
_ANOTHERS = re.compile(r"\b(?:and|before|then|with|as)\b", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"\b(?:but|although|though|while|whereas)\b|;", re.IGNORECASE)


@dataclass(frozen=True)
class Performance:
    """One thing that one person did."""

    person: int
    what: str
    mark: Mark | None
    minute: int | None
    node: int


def find_performances(doc: Doc, sport: str | None) -> list[Performance]:
    """The performances of the matches that the article reports, one for each person and thing. Coaches and officials do not play."""
    relations: Relations = doc._.relations
    found: dict[tuple[int, str], Performance] = {}
    for performance in (*_measured(doc, relations, sport), *_deeds(doc, relations, sport)):
        if doc._.profiles[performance.person].role not in ("coach", "official"):
            found.setdefault((performance.person, performance.what), performance)
    for person in {person for person, what in found if what == "own goal"}:
        if (person, "goal") in found and found[person, "goal"].mark is None:
            del found[person, "goal"]  # the same, told twice
    return sorted(found.values(), key=lambda p: (relations.nodes[p.node].first, p.what))


def _measured(doc: Doc, relations: Relations, sport: str | None) -> list[Performance]:
    related = relations.related.get("mark")
    if related is None:
        return []
    label = relations.config.relations["mark"].index("performance")
    named_last = _named_last(doc, relations)
    best: dict[int, tuple[float, int]] = {}
    likely: set[int] = set()
    for (i, j), p in zip(related.pairs.tolist(), related.of(label).tolist(), strict=True):
        key = relations.nodes[j].key
        if relations.nodes[i].kind == "person":
            likely |= {key} if p >= LIKELY else set()
            weight = p + (NAMED_LAST if named_last.get(j) == i else 0.0)
            best[key] = max(best.get(key, (0.0, 0)), (weight, i))
    best = {key: value for key, value in best.items() if key in likely}
    found: list[Performance] = []
    for key in sorted(best):
        mark, node = doc._.marks[key], best[key][1]
        if _SIDES_TOTAL.search(doc._.article.text, max(0, mark.start - 40), mark.start):
            continue
        section = _SECTION.search(doc._.article.text, max(0, mark.start - 200), mark.start) if sport in _RUGBY else None
        what = (
            _in_rugby(_what(mark, doc._.article.text), mark.text, sport)
            or (_SECTIONS[section["of"].casefold()[:3]] if section else None)
            or (found[-1].what if found and _same_sentence(doc, found[-1].mark, mark) else OF_A_BARE_FIGURE.get(sport or ""))
        )
        if what:
            found.append(Performance(relations.nodes[node].key, what, mark, None, node))
    return found


def _named_last(doc: Doc, relations: Relations) -> dict[int, int]:
    """For each mark's node the node of the competitor named last before it in its sentence."""
    found: dict[int, int] = {}
    last: int | None = None
    for i, node in enumerate(relations.nodes):
        if node.kind in COMPETITORS:
            last = i
        elif node.kind == "mark" and last is not None and doc._.sentence_of[relations.nodes[last].first] == doc._.sentence_of[node.first]:
            found[i] = last
    return found


def _what(mark: Mark, text: str) -> str | None:
    """What a player's mark counts; of yards, how the words beside them say that they were made."""
    if mark.kind == "shots":
        return "field goals"
    if mark.kind == "yards":
        around = (text[mark.start : mark.end], text[mark.end : mark.end + 12], re.split(r"[.;,]|\band\b", text[: mark.start][-60:])[-1])
        return next((f"{how} yards" for words in around for how, pattern in _YARDS if re.search(pattern, words)), "yards")
    if mark.kind == "wickets":
        return "wickets"
    if mark.unit:
        return CALLED.get(mark.unit, mark.unit if mark.unit.endswith("s") else mark.unit + "s")
    return None


def _in_rugby(what: str | None, words: str, sport: str | None) -> str | None:
    """What is counted; in rugby "a hat-trick" is one of tries, and "four penalties" are goals."""
    if sport in _RUGBY and words.endswith("penalties"):
        return "penalty goal"
    return "try" if what == "goal" and sport in _RUGBY and "goal" not in words else what


def _same_sentence(doc: Doc, one: Mark | None, other: Mark) -> bool:
    if one is None:
        return False
    return not re.search(r"[.!?]\s+[A-Z]|\n", doc._.article.text[one.end : other.start])


def _deeds(doc: Doc, relations: Relations, sport: str | None) -> list[Performance]:
    names = relations.config.deeds
    goal = names.index("goal")
    found = []
    said, usual = _bats_and_balls(doc, relations) if sport == "cricket" else ({}, {})
    for i, (node, p) in enumerate(zip(relations.nodes, relations.deeds, strict=True)):
        if node.kind != "person" or doc._.passed_over[node.first]:
            continue
        if _AND_AN_ASSIST.match(doc._.article.text, characters(doc, node.first, node.last)[1]):
            found.append(Performance(node.key, "assist", None, None, i))
        if sport in _RUGBY:
            found += _kicks(doc, relations, i)
        if not p.any():
            continue
        best = int(p.argmax())
        if p[goal] < ENOUGH_BESIDE and (names[best] == "none" or p[best] < LIKELY):
            continue
        before, after = words_around(doc, relations, i)
        if p[goal] >= ENOUGH_BESIDE and names[best] in ("none", "goal") and _SCORED.match(after):
            best = goal
        elif names[best] == "none" or p[best] < LIKELY:
            continue
        done = [names[best]] if names[best] != "other" else _named_deeds(doc, relations, i, sport)
        if done == ["goal"]:
            done = ["try"] if sport in _RUGBY else _of_a_goal(before, after)
        if _FAILED.match(after) or _SENT_OFF.match(after):
            done = []
        if done == ["try"] and _KICKS.match(after):
            done = []
        if done == ["try"] and _CONVERTED.match(after):
            done = ["conversion"]
        if sport == "cricket" and names[best] in ("runs", "wickets"):
            done = [what for what in [said.get(i) or usual.get(node.key) or names[best]] if what != "catch"]
            if done == ["runs"] and not any(_COUNTS_RUNS.search(words) for words in (before, after)):
                done = []
        found += [Performance(node.key, what, None, _minute(doc, relations, i), i) for what in done]
    return found


def _kicks(doc: Doc, relations: Relations, node: int) -> list[Performance]:
    """What a rugby player is said to have kicked, each with its figure."""
    start = characters(doc, relations.nodes[node].first, relations.nodes[node].last)[1]
    kicked = _KICKED_BESIDE.match(words_around(doc, relations, node)[1])
    if kicked is None:
        return []
    found: list[Performance] = []
    for what, of in _KICKED:
        if re.search(rf"\b(?:{of})", kicked[0]):
            counted = (m for m in doc._.marks if start <= m.start < start + kicked.end() and re.search(of, m.text))
            found.append(Performance(relations.nodes[node].key, what, next(counted, None), None, node))
    return found


def _of_a_goal(before: str, after: str) -> list[str]:
    """What a goal is by the words around a name: a goal, one in the own net, or, of who only supplied the ball, nothing."""
    if _SUPPLIED_AFTER.match(after) or _SUPPLIED_BEFORE.search(before) or _KEEPS.match(after):
        return []
    return ["own goal"] if _OWN_AFTER.match(after) or _OWN_BEFORE.search(before) else ["goal"]


def _named_deeds(doc: Doc, relations: Relations, node: int, sport: str | None) -> list[str]:
    """What the words from a name to the next one say that its bearer did; where they say nothing, those before it."""
    before, after = words_around(doc, relations, node)
    for words in (after, before):
        done = [what for what, pattern in OTHER_DEEDS.get(sport or "", ()) if re.search(rf"\b(?:{pattern})", words, re.IGNORECASE)]
        if done:
            return done
    return []


def words_around(doc: Doc, relations: Relations, node: int) -> tuple[str, str]:
    """The words of the sentence from the person named before to this one, and from this one to the next that the ball did not go past."""
    own, text, sentence = relations.nodes[node], doc._.article.text, doc._.sentence_of
    start, end = doc._.sentences[sentence[own.first]]
    spans = [characters(doc, n.first, n.last) for n in relations.nodes if n.kind == "person"]
    at, past = characters(doc, own.first, own.last)
    after = text[past : min((s for s, _ in spans if past <= s < end and not _BEATEN.search(text, past, s)), default=end)]
    return text[max((e for _, e in spans if start <= e <= at), default=start) : at], after


def _bats_and_balls(doc: Doc, relations: Relations) -> tuple[dict[int, str], dict[int, str]]:
    """What the words say of each mention of a cricketer, and for each of them the one thing that they say, if it is one."""
    said: dict[int, str] = {
        i: what
        for i, node in enumerate(relations.nodes)
        if node.kind == "person" and (what := bat_or_ball(*words_around(doc, relations, i)))
    }
    done: dict[int, set[str]] = defaultdict(set)
    for i, did in said.items():
        if did != "catch":
            done[relations.nodes[i].key].add(did)
    return said, {key: next(iter(whats)) for key, whats in done.items() if len(whats) == 1}


def _minute(doc: Doc, relations: Relations, node: int) -> int | None:
    """The one minute that the sentence names, if it is told of the mention: the nearest one, in the same clause."""
    own, text = relations.nodes[node], doc._.article.text
    number = doc._.sentence_of[own.first]
    named = [
        m for m in _MINUTE.finditer(text, *doc._.sentences[number]) if not _FOR_MINUTES.search(text, max(0, m.start() - 20), m.start())
    ]
    if len({int(m[1]) for m in named}) != 1:
        return None
    at = named[0].start()
    people = [n for n in relations.nodes if n.kind == "person" and doc._.sentence_of[n.first] == number]
    between = {n: text[characters(doc, n.first, n.last)[1] : at] or text[named[0].end() : doc[n.first].idx] for n in people}
    # "Roth scored on 23 minutes and Lin made it two": Lin is nearer, in another clause
    nearest = min(people, key=lambda n: (bool(_ANOTHERS.search(between[n])), abs(doc[n.first].idx - at)))
    return int(named[0][1]) if nearest.key == own.key and not _NEW_CLAUSE.search(between[nearest]) else None


@Language.component(
    "performances", requires=["doc._.relations", "doc._.marks", "doc._.sport", "doc._.about_sport"], assigns=["doc._.performances"]
)
def performances(doc: Doc) -> Doc:
    """Adds `doc._.performances`."""
    doc._.performances = tuple(find_performances(doc, doc._.sport)) if doc._.about_sport else ()
    return doc
