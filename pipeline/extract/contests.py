"""Results of one contest: what those of several competitors, or of several disciplines, say of one another.

Who is named together with another shares his discipline and mark, who comes after another is in the same race, a place that the words
give to one is no other's, and a win in three disciplines is three.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import combinations, pairwise

from spacy.tokens import Doc

from pipeline.extract.beside import printed
from pipeline.extract.found import LIKELY, Found
from pipeline.extract.plausible import of_another_kind
from pipeline.extract.relations import Relations
from pipeline.extract.singles import contest_of

_DISCIPLINES_LISTED = re.compile(r"(?: title| race| event)?s?(?:,|,? and|,? as well as) (?:in |on )?(?:the |both )?")
PAIR = 2  # names in a list of those who may share a mark
FAR = 2  # sentences, within which a result without a discipline goes on about the contest of the one before


def of_one_contest(doc: Doc, relations: Relations, results: list[Found]) -> list[Found]:
    """The results with the disciplines, marks and places that follow from one another's."""
    found = _same_contest(doc, relations, _shared(doc, relations, results))
    return _one_for_each(doc, relations, _one_in_each_place(doc, relations, found))


def made_in_it(relations: Relations, results: list[Found]) -> list[Found]:
    """The results without times of parts of a race, and without times in jumps and throws."""
    return [_of_its_kind(relations, r) for r in _without_splits(results)]


def _of_its_kind(relations: Relations, found: Found) -> Found:
    """The result, without a time that it has in a jump or a throw."""
    name = "" if found.discipline is None else relations.disciplines[found.discipline].text
    return replace(found, mark=None) if of_another_kind(name, found.mark) else found


def _without_splits(results: list[Found]) -> list[Found]:
    """The same results, without the times of parts of a race that the same competitor has won or lost in a longer time.

    "Roth won the 200m freestyle in 1:45.49. She came home in 27.34": the reader takes the second for a race of its own.
    """

    def split(found: Found) -> bool:
        mark = found.mark
        if mark is None or mark.kind != "time" or found.discipline is not None:
            return False
        same = (
            r
            for r in results
            if (r.who, r.place, r.past > LIKELY) == (found.who, found.place, found.past > LIKELY) and r.discipline is not None
        )
        return any(r.mark and r.mark.kind == "time" and (r.mark.value or 0) > (mark.value or 0) for r in same)

    return [r for r in results if not split(r)]


def _shared(doc: Doc, relations: Relations, results: list[Found]) -> list[Found]:
    """The same results, those of two who are named together for one place with the discipline and the mark that one of them has.

    "Roth and his partner Lin won the pair in 6:21.34".
    """
    settled = list(results)
    for n, k in combinations(range(len(results)), 2):
        one, other = settled[n], settled[k]
        same = one.place and (one.place, one.past > LIKELY, one.who[0]) == (other.place, other.past > LIKELY, other.who[0])
        if not same or one.opponent or other.opponent or one.who == other.who:
            continue
        words = [doc._.beside[r.node] for r in (one, other)]
        nodes = [relations.nodes[r.node] for r in (one, other)]
        together = words[0].listed == words[1].listed == PAIR and words[0].after == words[1].after and nodes[0].first < nodes[1].first
        if not together or doc._.sentence_of[nodes[0].first] != doc._.sentence_of[nodes[1].first]:
            continue
        if one.discipline is None or other.discipline is None:
            entered = other.discipline if one.discipline is None else one.discipline
            one, other = replace(one, discipline=entered), replace(other, discipline=entered)
        if one.discipline == other.discipline:
            one, other = replace(one, mark=one.mark or other.mark), replace(other, mark=other.mark or one.mark)
        settled[n], settled[k] = one, other
    return settled


def _one_in_each_place(doc: Doc, relations: Relations, results: list[Found]) -> list[Found]:
    """The same results, where the words give a place to one competitor and the heads alone to another as well.

    The other has the free place before it, if named before: "Lin finished 0.12sec behind. Okoro was third"; else nobody says which.
    """
    groups: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for n, found in enumerate(results):
        if found.place and not found.opponent and found.discipline is not None and found.past <= LIKELY:
            groups[contest_of(relations, found.discipline), found.phase].append(n)
    settled = list(results)
    for same in groups.values():
        said = {n for n in same if results[n].from_another or printed(doc._.beside[results[n].node])}
        for n in set(same) - said:
            found = results[n]
            before = (found.place or 0) - 1
            rivals = [results[k] for k in said if results[k].place == found.place and results[k].who != found.who]
            if not (before and rivals) or found.medal:
                continue
            free = before > 1 and not any(results[k].place == before for k in same)
            earlier = all(relations.nodes[found.node].first < relations.nodes[r.node].first for r in rivals)
            settled[n] = replace(found, place=before if free and earlier else None)
    return settled


def _same_contest(doc: Doc, relations: Relations, results: list[Found]) -> list[Found]:
    """The same results, those without a discipline in that of the result told before, where they go on with its places.

    "Roth won the 400m in 50.10. Lin was second": within two sentences, with no discipline named between and a place that comes after.
    And who come one after the other in a sentence that names no discipline are of one sex.
    """
    sentence_of = doc._.sentence_of
    named = [(node.first, node.key) for node in relations.nodes if node.kind == "discipline"]
    settled = list(results)
    last: Found | None = None
    for n in sorted(range(len(results)), key=lambda n: relations.nodes[results[n].node].first):
        found = settled[n]
        if found.opponent or found.further or found.past > LIKELY:
            continue
        at = relations.nodes[found.node].first
        if found.discipline is None and last is not None and (found.place or found.mark or found.outcome == "placed"):
            since = relations.nodes[last.node].first
            told = sentence_of[since]
            another = any(
                since < t < at
                and not (found.from_another and key == last.discipline)
                and (sentence_of[t] > told or told == sentence_of[at])
                for t, key in named
            )
            after = found.place is None or last.place is None or found.place > last.place or found.from_another
            goes_on = found.who != last.who and after
            if goes_on and not another and sentence_of[at] - told <= FAR:
                settled[n] = found = replace(found, discipline=last.discipline)
        elif last is not None and last.place and found.place and last.place < found.place and _of_two_sexes(relations, last, found):
            number = sentence_of[at]
            if sentence_of[relations.nodes[last.node].first] == number and not any(sentence_of[t] == number for t, _ in named):
                settled[n] = found = replace(found, discipline=last.discipline)
        last = found if found.discipline is not None else None
    return settled


def _of_two_sexes(relations: Relations, one: Found, other: Found) -> bool:
    """Whether the disciplines of two results are named as men's and as women's."""
    genders = {relations.disciplines[r.discipline].gender for r in (one, other) if r.discipline is not None} - {None, "mixed"}
    return len(genders) > 1


def _one_for_each(doc: Doc, relations: Relations, results: list[Found]) -> list[Found]:
    """The same results, one for each discipline of a list: "won the long jump, the hurdles and the 400m" are three."""
    related, text = relations.related.get("event"), doc._.article.text
    if related is None:
        return results
    enters = related.of(relations.config.relations["event"].index("enters"))
    told = {(r.who, relations.disciplines[r.discipline].text) for r in results if r.discipline is not None}
    out: list[Found] = []
    for found in results:
        out.append(found)
        if found.opponent or found.discipline is None or found.place is None:
            continue
        sentence = doc._.sentence_of[relations.nodes[found.node].first]
        likely = {
            relations.nodes[j].key
            for (i, j), p in zip(related.pairs.tolist(), enters.tolist(), strict=True)
            if i == found.node and p >= LIKELY and doc._.sentence_of[relations.nodes[j].first] == sentence
        }
        for one, other in pairwise(sorted({*likely, found.discipline})):
            left, right = relations.disciplines[one], relations.disciplines[other]
            more = other if one == found.discipline else one
            if _DISCIPLINES_LISTED.fullmatch(text, left.end, right.start) and (found.who, relations.disciplines[more].text) not in told:
                out.append(replace(found, discipline=more, mark=None))
                told.add((found.who, relations.disciplines[more].text))
    return out
