"""Annotated articles -> what the reader is trained on.

The gold names things by their words, not by their places: who won which race with which mark. So every mention of the winner
near the mark could be where the article says it. Each fact becomes a `Bag` of such candidates, of which the training takes
the likeliest as right and leaves the others out of account.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import standoff
from examples import DEEDS, KINDS, NER_TAGS, RELATION_LABELS, ROLES, SPORTS, STANDINGS, TAGS, Bag, Example, Whole
from numpy.typing import NDArray

from pipeline.article import read_text
from pipeline.extract.coreference import resolve
from pipeline.extract.disciplines import find_disciplines, gender_of
from pipeline.extract.entities import Asked, Distances, Entities, entities_of, final_scores, meeting_pairs
from pipeline.extract.figures import find_figures
from pipeline.extract.layout import sentences_of
from pipeline.extract.marks import find_marks
from pipeline.extract.mentions import Mention
from pipeline.extract.names import TOGETHER, cluster, crews, team_short_for, under_one_name
from pipeline.extract.nations import country_code, find_nations, nation_names
from pipeline.extract.nodes import Node, candidates, detail_of
from pipeline.extract.windows import windows


def mark_key(text: str | None) -> str | None:
    """The numbers of a mark, by which a printed mark and an annotated one are told to be the same."""
    if text is None:
        return None
    s = re.sub(r"[–—−]", "-", text.casefold())
    core = re.findall(r"\d[\d:.,/-]*", re.sub(r"\s*\((?!\d+[-/]?\d*\))[^)]*\)", "", s))
    return " ".join(c.rstrip(".,-") for c in core) or s


_FURTHER = re.compile(r"hurdles|relay|steeplechase|walk|freestyle|backstroke|breaststroke|butterfly|medley|team")


def event_form(event: str) -> str:
    """A discipline without gender, case and the spelling of its distance: "Women's 1,500 metres" -> "1500m"."""
    form = re.sub(r"\b(?:wom[ae]n|m[ae]n|ladies|boys|girls|female|male)(?:['’]s|['’]|s)?(?![\w'’])|,(?=\d)", "", event.casefold())
    return " ".join(re.sub(r" ?met(?:re|er)s\b", "m", form).replace("’", "'").split())


def same_event(named: str, event: str) -> bool:
    """Whether a discipline's name in the text may be the annotated event: "200 metres" is "women's 200m", "200m hurdles" is not."""
    if None not in (genders := {gender_of(named), gender_of(event)}) and len(genders) > 1:
        return False
    one, other = event_form(named), event_form(event)
    if one == other:
        return True
    if not other:  # it is of a gender, and of nothing else
        return event in named
    within = re.search(rf"(?<![\w.]){re.escape(other)}(?!\w)", one) is not None
    return within and not (_FURTHER.search(one) and not _FURTHER.search(other))


def occurrences(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in the text as words of its own."""
    for m in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)" if phrase else "$^", text):
        yield m.span()


def example(gold: dict[str, Any], text: str, nlp: Any, tokenizer: Any) -> Example:
    """The example of one annotated article. `nlp` is spaCy's blank English, `tokenizer` the encoder's."""
    doc = nlp.make_doc(text)
    words = [t.text for t in doc]
    line_starts = [i == 0 or "\n" in words[i - 1] for i in range(len(words))]
    sentences = np.zeros(len(words), dtype=np.int64)
    starts = np.asarray([t.idx for t in doc])
    for number, (start, _) in enumerate(sentences_of(read_text(text, id=gold["id"]))):
        sentences[starts >= start] = number

    def tokens_of(start: int, end: int) -> tuple[int, int] | None:
        span = doc.char_span(start, end, alignment_mode="expand")
        return (span.start, span.end - 1) if span is not None and len(span) else None

    # longest phrases first, so that "Manchester United" is not read as two mentions
    phrases: list[tuple[str, str, int]] = []
    crew_of = crew_names(gold)  # of these the people are named, and the two together stand for a side
    for group, kind in (("people", "PERSON"), ("teams", "TEAM"), ("competitions", "COMPETITION")):
        forms = [(m, i) for i, e in enumerate(gold[group]) for m in {*e["mentions"], e["name"]}]
        phrases += [(m, kind, i) for m, i in forms if kind != "TEAM" or m not in crew_of]
    phrases += [(e, "DISCIPLINE", -1) for e in {r["event"] for r in gold["results"] if r["event"]}]
    taken = np.zeros(len(text), dtype=bool)
    mentions: list[tuple[int, int, str, int]] = []
    for phrase, kind, key in sorted(phrases, key=lambda p: (-len(p[0]), p)):
        for start, end in occurrences(text, phrase):
            tokens = None if taken[start:end].any() else tokens_of(start, end)
            if tokens:
                taken[start:end] = True
                mentions.append((*tokens, kind, key))
    tags = np.zeros(len(words), dtype=np.int64)
    for first, last, kind, _ in mentions:
        tags[first : last + 1] = TAGS.index(f"I-{kind}")
        tags[first] = TAGS.index(f"B-{kind}")

    quotes: list[tuple[int, int]] = []
    at = 0
    for quote in gold["quotes"]:
        where = text.find(quote["text"], at)
        where = where if where >= 0 else text.find(quote["text"])
        quotes.append((where, where + len(quote["text"])))
        at = max(at, where)
    quoted = np.zeros(len(words), dtype=bool)
    for start, end in quotes:
        if tokens := tokens_of(start, end):
            quoted[tokens[0] : tokens[1] + 1] = True

    false_sides = distractors(doc, gold, taken, [tokens for n in find_nations(text) if (tokens := tokens_of(n.start, n.end))])
    mentions += [(first, last, "TEAM", NO_SIDE) for first, last in false_sides]

    def of_type(kind: str) -> list[Mention]:
        return [
            Mention(doc[f].idx, doc[n].idx + len(doc[n]), f, n, k, doc[f : n + 1].text, 1.0) for f, n, k, _ in sorted(mentions) if k == kind
        ]

    mentions += [(m.first, m.last, "TEAM", crew_of.get(m.text, NO_SIDE)) for m in crews(of_type("PERSON"), text)]

    # a team's forms that no rule of naming ties together ("Arsenal", "Gunners") are sides of their own until "same" joins them
    sides = under_one_name(cluster(of_type("TEAM"), team_short_for))
    side_at = {(m.first, m.last): i for i, side in enumerate(sides) for m in side.mentions}
    team_of = {side_at[f, n]: key for f, n, kind, key in mentions if kind == "TEAM" and key != NO_SIDE}
    nodes = [
        Node(f, last, kind.lower(), side_at[f, last] if kind == "TEAM" else key, kind.lower())
        for f, last, kind, key in mentions
        if kind in ("PERSON", "TEAM")
    ]
    people = [(n.first, n.last, n.key) for n in nodes if n.kind == "person"]
    nodes += [Node(a.first, a.last, "person", a.key, "pronoun") for a in resolve(words, sentences, people, quoted)]
    teams = {n.first for n in nodes if n.kind == "team"}
    nations = find_nations(text)
    nation_texts = [n.text for n in nations]
    places = [tokens_of(n.start, n.end) for n in nations]
    nodes += [Node(*t, "nation", i, "nation") for i, t in enumerate(places) if t and t[0] not in teams]
    marks = find_marks(text)
    marks += find_figures(text, [(x.start, x.end) for x in (*marks, *find_disciplines(text))])
    nodes += [Node(*t, "mark", i, detail_of(m)) for i, m in enumerate(marks) if (t := tokens_of(m.start, m.end))]
    disciplines = {(d.start, d.end): d.text for d in find_disciplines(text)}
    for event in sorted({r["event"] for r in gold["results"] if r["event"]}, key=lambda e: (-len(e), e)):  # the same in every run
        for span in occurrences(text, event):
            if not any(a < span[1] and span[0] < b for a, b in disciplines):
                disciplines[span] = event
    named = list(disciplines.items())
    nodes += [Node(*t, "discipline", i, "discipline") for i, (span, _) in enumerate(named) if (t := tokens_of(*span))]
    nodes += [Node(*t, "quote", i, "quote") for i, span in enumerate(quotes) if span[0] >= 0 and (t := tokens_of(*span))]
    nodes.sort(key=lambda n: (n.first, n.last))

    out = Example(gold["id"], words, windows(words, line_starts, tokenizer), sentences, tags)
    out.source = gold, text
    out.kind = KINDS.index(gold["kind"])
    out.sport = SPORTS.index(gold["sport"]) if gold["sport"] in SPORTS else SPORTS.index("other")
    out.nodes = nodes
    out.roles = {i: ROLES.index(gold["people"][n.key]["role"]) for i, n in enumerate(nodes) if n.kind == "person"}
    out.pairs = {name: candidates(name, nodes, sentences) for name in RELATION_LABELS}
    out.bags = {name: [] for name in (*RELATION_LABELS, "standing", "deed")}
    _Facts(gold, doc, out, marks, [t for _, t in named], nation_texts, team_of).add()
    out.whole = whole(gold, nodes, sentences, [n.code for n in nations], team_of)
    return out


def crew_names(gold: dict[str, Any]) -> dict[str, int]:
    """The names of sides that are two people's, each with the number of its side: "Ines Roth and Mei Lin"."""
    people = {form for person in gold["people"] for form in (person["name"], *person["mentions"])}
    names = {form: i for i, team in enumerate(gold["teams"]) for form in (team["name"], *team["mentions"])}
    return {name: i for name, i in names.items() if len(two := TOGETHER.split(name)) == 2 and set(two) <= people}


NO_SIDE = -1  # stands for a team in what names no team


def distractors(doc: Any, gold: dict[str, Any], taken: NDArray[np.bool_], nations: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names of no side, put among the sides: places that a tagger takes for teams, which the heads must learn to refuse.

    Some nations that do not play, and some capitalised words that no annotation names; always the same ones in the same text.
    """
    rng = random.Random(len(doc.text))
    playing = {country_code(form) for team in gold["teams"] for form in (team["name"], *team["mentions"])}
    playing |= {country_code(person["represents"]) for person in gold["people"] if person.get("represents")}  # its word ties somebody
    forms: dict[str, list[tuple[int, int]]] = defaultdict(list)
    in_nation = {i for first, last in nations for i in range(first, last + 1)}
    for first, last in nations:
        span = doc[first : last + 1]
        if span.text in nation_names() and not taken[span.start_char : span.end_char].any() and country_code(span.text) not in playing:
            forms[str(country_code(span.text))].append((first, last))
    chosen = [places for _, places in sorted(forms.items()) if rng.random() < FALSE_NATIONS]
    words: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for t in doc[1:]:
        before = doc[t.i - 1]
        free = t.i not in in_nation and not taken[t.idx : t.idx + len(t)].any()
        if free and t.text[:1].isupper() and t.text[1:].islower() and len(t) > 3 and before.text.isalpha() and before.text.islower():
            words[t.text].append((t.i, t.i))
    chosen += rng.sample(sorted(words.values()), min(FALSE_WORDS, len(words)))
    return [place for places in chosen for place in places]


FALSE_NATIONS = 0.3  # share of the nations that do not play which stand as sides
FALSE_WORDS = 2  # other words that do


def whole(
    gold: dict[str, Any], nodes: Sequence[Node], sentences: NDArray[np.int64], codes: Sequence[str], team_of: dict[int, int]
) -> Whole:
    """What the heads on entities learn of an article: which sides are sides, which are one, and whom people represent."""
    entities = entities_of(nodes, codes)
    teams, people = entities.rows("team"), entities.rows("person")
    nations = entities.rows("nation")
    team = {i: team_of.get(int(entities.keys[i]), NO_SIDE) for i in teams}
    real = [i for i in teams if team[i] != NO_SIDE]
    distances = Distances(entities, nodes, sentences)
    same = distances.between(teams, teams, ordered=False)
    ties = distances.between(people, [*teams, *nations], ordered=True)
    matches = meeting_pairs(distances)
    code_of = {i: {country_code(gold["teams"][team[i]]["name"])} - {None} for i in real} | {i: {entities.keys[i]} for i in nations}
    targets = {}
    for i in people:
        name = gold["people"][int(entities.keys[i])].get("represents")
        named = [k for k, t in enumerate(gold["teams"]) if name in (t["name"], *t["mentions"])]
        fitting = [j for j in real if team[j] in named] + [j for j, c in code_of.items() if country_code(name) in c]
        if fitting or not name:
            targets[i] = sorted(set(fitting))
    return Whole(
        entities,
        {i: team[i] != NO_SIDE for i in teams},
        same,
        np.asarray([team[i] == team[j] != NO_SIDE for i, j in zip(same.left.tolist(), same.right.tolist(), strict=True)], dtype=bool),
        ties,
        matches,
        _met(gold, entities, matches, team),
        final_scores(nodes),
        targets,
    )


def _met(gold: dict[str, Any], entities: Entities, matches: Asked, team: dict[int, int]) -> NDArray[np.int64]:
    """What came of each pair's match, in the news and in the past (P, 2): a class of the head; the first result of a pair counts."""
    names = {i: gold["teams"][t]["name"] for i, t in team.items() if t != NO_SIDE}
    names |= {i: gold["people"][int(entities.keys[i])]["name"] for i in entities.rows("person")}
    met = np.zeros((len(matches.left), 2), dtype=np.int64)
    rows: dict[frozenset[str], list[int]] = defaultdict(list)
    for row, (i, j) in enumerate(zip(matches.left.tolist(), matches.right.tolist(), strict=True)):
        rows[frozenset({names.get(i, ""), names.get(j, "")})].append(row)
    for result in reversed([r for r in gold["results"] if r["opponent"]]):
        fitting = rows.get(frozenset({result["who"], result["opponent"]}), [])
        if not fitting:
            continue
        # of a side under two names that are yet to be joined, the pair named nearest together bears the result
        nearest = min(fitting, key=lambda row: (matches.sentences_apart[row], abs(int(matches.tokens_apart[row]) - 7.5)))
        tense = int(result["when"] == "past")
        met[fitting, tense] = -1
        left = names.get(int(matches.left[nearest])) == result["who"]
        met[nearest, tense] = 3 if result["outcome"] == "draw" else 1 if left else 2
    return met


HERE = Path(__file__).resolve().parent
Things = tuple[str, frozenset[int]]  # nodes of one kind with one of these keys


class _Facts:
    """Turns the gold's facts into bags of candidates."""

    def __init__(
        self,
        gold: dict[str, Any],
        doc: Any,
        out: Example,
        marks: list[Any],
        disciplines: list[str],
        nations: list[str],
        team_of: dict[int, int],
    ) -> None:
        self.gold, self.out, self.marks, self.disciplines, self.nations, self.team_of = gold, out, marks, disciplines, nations, team_of
        self.text = doc.text
        self.sentence_text = [""] * (int(out.sentences.max()) + 1 if len(out.sentences) else 0)
        for token, number in zip(doc, out.sentences.tolist(), strict=True):
            self.sentence_text[number] += token.text_with_ws

    def side(self, name: str | None) -> Things | None:
        """The nodes of a competitor: their kind, and the keys that they may have."""
        for i, team in enumerate(self.gold["teams"]):
            if team["name"] == name:
                return "team", frozenset(side for side, key in self.team_of.items() if key == i)
        for i, person in enumerate(self.gold["people"]):
            if person["name"] == name:
                return "person", frozenset({i})
        return None

    def add(self) -> None:
        for number, result in enumerate(self.gold["results"]):
            self._result(number, result)
        for performance in self.gold["performances"]:
            self._performance(performance)
        self._represents()
        for i, quote in enumerate(self.gold["quotes"]):
            who = self.side(quote["speaker"])
            if who and who[0] == "person":
                self._pair_bag("speaker", 1, None, ("quote", frozenset({i})), who, "")

    def _evidence(self, result: dict[str, Any]) -> NDArray[np.float32]:
        """For each sentence, how much of the result it names."""
        score = np.zeros(len(self.sentence_text), dtype=np.float32)
        for n, sentence in enumerate(self.sentence_text):
            folded = sentence.casefold()
            if result.get("mark") and result["mark"] in sentence:
                score[n] += 3
            if result.get("event") and result["event"] in sentence:
                score[n] += 1
            if result.get("competition") and result["competition"] in sentence:
                score[n] += 0.5
            if result.get("medal") and re.search(rf"\b{result['medal']}\b", folded):
                score[n] += 1.5
            if result.get("place") in PLACE_WORDS and re.search(PLACE_WORDS[result["place"]], folded):
                score[n] += 1.0
        return score

    def _result(self, number: int, result: dict[str, Any]) -> None:
        who, opponent = self.side(result["who"]), self.side(result.get("opponent"))
        if who is None:
            return
        past = int(result["when"] == "past")
        evidence = self._evidence(result)
        if opponent:
            label = RELATION_LABELS["match"].index("draws" if result["outcome"] == "draw" else "beats")
            self._pair_bag("match", label, past, who, opponent, "", evidence)
            if label == RELATION_LABELS["match"].index("draws"):
                self._pair_bag("match", label, past, opponent, who, "", evidence)
        else:
            self._standing(who, result, past, evidence)
        key = mark_key(result.get("mark"))
        if key:
            for i in self._printed(result["mark"], key):
                self._pair_bag("mark", 1, past, who, ("mark", frozenset({i})), f"mark {number} {who}", evidence)
                if opponent:
                    self._pair_bag("mark", 2, past, opponent, ("mark", frozenset({i})), f"mark {number} {opponent}", evidence)
        if result.get("event"):
            for i, name in enumerate(self.disciplines):
                if same_event(name, result["event"]):
                    self._pair_bag("event", 1, past, who, ("discipline", frozenset({i})), f"event {number} {who}", evidence)

    def _printed(self, mark: str, key: str) -> list[int]:
        """The marks of the text that are the annotated one; where the grammar has none, those that hold it: "2-under 69" for "69"."""
        same = [i for i, m in enumerate(self.marks) if mark_key(m.text) == key]
        if same:
            return same
        places = list(occurrences(self.text, mark))
        return [i for i, m in enumerate(self.marks) if any(m.start < end and start < m.end for start, end in places)]

    def _standing(self, who: Things, result: dict[str, Any], past: int, evidence: NDArray[np.float32]) -> None:
        members = [i for i, n in enumerate(self.out.nodes) if n.kind == who[0] and n.key in who[1]]
        if members and (label := standing(result)):
            prior = [float(evidence[self.out.sentences[self.out.nodes[i].first]]) for i in members]
            self.out.bags["standing"].append(
                Bag(label, past, np.asarray(members), np.asarray(prior, dtype=np.float32), int(bool(result.get("medal"))))
            )

    def _performance(self, performance: dict[str, Any]) -> None:
        who = self.side(performance["who"])
        if who is None or who[0] != "person":
            return
        key = mark_key(performance["mark"])
        if performance["mark"]:
            for i, printed in enumerate(self.marks):
                if mark_key(printed.text) == key:
                    self._pair_bag("mark", 3, 0, who, ("mark", frozenset({i})), f"performance {key} {who}")
        members = [i for i, n in enumerate(self.out.nodes) if n.kind == who[0] and n.key in who[1]]
        if members and (not performance["mark"] or performance["what"] in DEEDS):
            forms = performance["what"], performance["what"].removesuffix("s")
            label = DEEDS.index(next((form for form in forms if form in DEEDS), "other"))
            words = DEED_WORDS.get(performance["what"], re.escape(performance["what"]))
            near = [bool(re.search(words, self.sentence_text[self.out.sentences[self.out.nodes[i].first]].casefold())) for i in members]
            self.out.bags["deed"].append(Bag(label, None, np.asarray(members), 2 * np.asarray(near, dtype=np.float32)))

    def _represents(self) -> None:
        for i, person in enumerate(self.gold["people"]):
            name = person.get("represents")
            if not name:
                continue
            code = country_code(name)
            things: list[Things] = [
                ("nation", frozenset({j}))
                for j, nation in enumerate(self.nations)
                if nation == name or (code and country_code(nation) == code)
            ]
            team = next((t for t in self.gold["teams"] if name in t["mentions"] or (code and country_code(t["name"]) == code)), None)
            if team and (side := self.side(team["name"])):
                things.append(side)
            for thing in things:
                self._pair_bag("represents", 1, None, ("person", frozenset({i})), thing, f"represents {i}")

    def _pair_bag(
        self, relation: str, label: int, past: int | None, left: Things, right: Things, group: str,
        evidence: NDArray[np.float32] | None = None,
    ) -> None:  # fmt: skip
        """Every candidate pair of these two; pairs of one `group` (one fact with several possible marks) share a bag."""
        nodes, sentences = self.out.nodes, self.out.sentences
        lefts, rights = (np.asarray([n.kind == kind and n.key in keys for n in nodes], dtype=bool) for kind, keys in (left, right))
        chosen = self.out.pairs[relation]
        rows = np.nonzero(lefts[chosen[:, 0]] & rights[chosen[:, 1]])[0]
        if not len(rows):
            return
        prior = []
        for i, j in chosen[rows]:
            a, b = nodes[i], nodes[j]
            distance = abs(int(sentences[a.first]) - int(sentences[b.first])) + min(abs(a.first - b.first), 60) / 30
            bonus = 0.0 if evidence is None else float(max(evidence[sentences[a.first]], evidence[sentences[b.first]]))
            prior.append(bonus - distance)
        bag = Bag(label, past, rows, np.asarray(prior, dtype=np.float32), group=group)
        bags = self.out.bags[relation]
        if group:
            for n, other in enumerate(bags):
                if other.group == group:
                    members = np.concatenate([other.members, bag.members])
                    bags[n] = replace(other, members=members, prior=np.concatenate([other.prior, bag.prior]))
                    return
        bags.append(bag)


PLACE_WORDS = {
    1: r"\b(?:w[io]n|winn(?:er|ing)|victor|title|champion|first|gold|took|claimed|triumph)",
    2: r"\b(?:second|runner-up|runners-up|silver|2nd|behind)\b",
    3: r"\b(?:third|bronze|3rd)\b",
    4: r"\b(?:fourth|4th)\b", 5: r"\b(?:fifth|5th)\b", 6: r"\b(?:sixth|6th)\b", 7: r"\b(?:seventh|7th)\b", 8: r"\b(?:eighth|8th)\b",
    9: r"\b(?:ninth|9th)\b", 10: r"\b(?:10th|tenth)\b",
}  # fmt: skip
DEED_WORDS = {
    "goal": r"goal|scor|equalis|header|headed|strike|struck|opener|hat-trick|penalty|net|fired|lead|slot|brace|finish|shot|tapped|made it",
    "try": r"try|tries|touch|cross|scor",
    "assist": r"assist|set up|cross|pass",
    "penalty goal": r"penalt|kick|three|boot|goals?\b|points",
    "conversion": r"conver|added|extras|kick",
    "drop goal": r"drop",
    "runs": r"centur|fift|duck|made|scor|hit|innings|runs|out\b|stand|unbeaten|caught|bowled",
    "wickets": r"wicket|bowl|remov|dismiss|trap|caught|took|claim|\d-\d",
    "penalty": r"penalt|spot|shoot",
    "own goal": r"own",
}


def standing(result: dict[str, Any]) -> int:
    """The class of a result without opponent: its outcome with its place; 0 where it has none."""
    outcome, place = result.get("outcome"), result.get("place")
    if outcome == "win":
        return STANDINGS.index("win" if place is None else "win 1")
    if outcome == "placed":
        return STANDINGS.index("placed" if place is None else f"placed {place}" if place in (2, 3) else "placed n")
    return STANDINGS.index(outcome) if outcome in STANDINGS else 0


def conll(path: Path, tokenizer: Any) -> Iterator[Example]:
    """The documents of a CoNLL-2003 file, tagged with its four types (IOB1 or BIO)."""
    words: list[str] = []
    tags: list[int] = []
    sentences: list[int] = []
    starts: list[bool] = []
    documents = 0
    new_line, number, before = True, 0, "O"

    def flush() -> Iterator[Example]:
        if words:
            yield Example(
                f"{path.stem}-{documents}", list(words), windows(words, starts, tokenizer), np.asarray(sentences), ner=np.asarray(tags)
            )
        for values in (words, tags, sentences, starts):
            values.clear()  # type: ignore[attr-defined]

    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("-DOCSTART-"):
            yield from flush()
            documents, new_line, number, before = documents + 1, True, 0, "O"
        elif not line.strip():
            new_line, number, before = True, number + 1, "O"
        else:
            word, tag = line.split()[0], line.split()[-1]
            if tag.startswith("I-") and before[2:] != tag[2:]:
                tag = "B-" + tag[2:]
            words.append(word)
            tags.append(NER_TAGS.index(tag))
            sentences.append(number)
            starts.append(new_line)
            new_line, before = False, tag
    yield from flush()


def texts(corpora: Path, ids: Iterable[str]) -> dict[str, str]:
    """The texts of these articles, found by their ids in the corpora's .jsonl files."""
    wanted = set(ids)
    found: dict[str, str] = {}
    for path in sorted(corpora.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                if item["id"] in wanted and item["id"] not in found:
                    found[item["id"]] = item["text"]
    if missing := sorted(wanted - set(found)):
        sys.exit(f"{corpora} lacks the texts of {len(missing)} articles, {missing[0]} among them")
    return found


def gold(folder: Path, corpora: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Annotations of a folder in the gold's form, each with its article's text."""
    annotations = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))]
    found = texts(corpora, (a["id"] for a in annotations))
    for annotation in annotations:
        yield annotation, found[annotation["id"]]


def own(folder: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Articles written for the project: each <id>.json in the gold's form beside its <id>.txt."""
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8")), path.with_suffix(".txt").read_bytes().decode()


SOURCES = ("gold", "annotations", "own")  # what the reader is trained on; each adds to its accuracy


def examples(pairs: Iterable[tuple[dict[str, Any], str]], nlp: Any, tokenizer: Any, workers: int = 0) -> list[Example]:
    """The examples of annotated articles, in their order, made by so many processes beside this one."""
    if not workers:
        return [example(annotation, text, nlp, tokenizer) for annotation, text in pairs]
    with ProcessPoolExecutor(workers) as pool:
        made = partial(example, nlp=nlp, tokenizer=tokenizer)
        return list(pool.map(made, *zip(*pairs, strict=True), chunksize=SHARED_OUT))


SHARED_OUT = 20  # articles that a process is handed at a time


def prepared(shared: Path, sources: Sequence[str], nlp: Any, tokenizer: Any, workers: int = 0) -> dict[str, list[Example]]:
    """Everything to train and to measure on, made by so many processes beside this one.

    Keys: "names" and "names dev" (CoNLL-2003), "train" (the articles of the `sources`), "held" (annotated here, never trained on), "dev".
    """
    corpora = shared / "corpora"
    annotations = HERE / "annotations.jsonl"
    articles = {
        "gold": lambda: gold(shared / "gold/train", corpora),
        "annotations": lambda: standoff.read(annotations, corpora, held=False),
        "own": lambda: own(HERE / "articles"),
    }
    train = [pair for source in sources for pair in articles[source]()]
    measured = {"held": standoff.read(annotations, corpora, held=True), "dev": gold(shared / "gold/dev", corpora)}
    data = {name: examples(pairs, nlp, tokenizer, workers) for name, pairs in {"train": train, **measured}.items()}
    data["names"] = list(conll(corpora / "conll2003-train.txt", tokenizer))
    data["names dev"] = list(conll(corpora / "conll2003-dev.txt", tokenizer))
    return data
