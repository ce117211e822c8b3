"""How good the records and recaps are: `python -m pipeline.evaluate GOLD_DIR`.

Runs extraction and recap over the articles of a folder of gold annotations, scores them with the `score.py` that lies
beside the folder, and prints each figure beside its floor. Exit status 1 if a figure is under its floor.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import json
import re
import signal
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from pipeline.article import ArticleError, read, read_text
from pipeline.export.json import report_object
from pipeline.extract import extract_many
from pipeline.records import Article
from pipeline.summarize import summarize

FLOORS = Path(__file__).resolve().parent.parent / "tests" / "floors.toml"


@dataclass(frozen=True)
class Figure:
    """A figure of the scorer beside the least that it may be."""

    name: str
    value: float | None
    floor: float | None
    details: str

    @property
    def under(self) -> bool:
        """Whether the figure is missing or under its floor."""
        return self.floor is not None and (self.value is None or self.value < self.floor)


@dataclass(frozen=True)
class Evaluation:
    """What the scorer found."""

    figures: dict[str, dict[str, Any]]  # by name
    errors: list[tuple[str, str, str, Any]]  # every miss as (figure, article, side, item)
    results: list[tuple[float, bool]]  # the confidence of each result in the records, and whether all of it is right
    scored: list[tuple[dict[str, Any], dict[str, Any]]]  # each annotation with its record


def evaluate(gold: Path, corpora: Path, scorer: ModuleType) -> Evaluation:
    """Extract, write and score every article of a folder of annotations."""
    annotations = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json"))]
    records = {
        record.article.id: report_object(record, summarize(record))
        for record in extract_many(articles_of({annotation["id"] for annotation in annotations}, corpora))
    }
    tally = scorer.Tally()
    results: list[tuple[float, bool]] = []
    scored = [(annotation, records.get(annotation["id"], {})) for annotation in annotations]
    for annotation, record in scored:
        scorer.score_article(tally, annotation["id"], annotation, record)
        scorer.score_recap(tally, annotation["id"], annotation, record)
        for result in record.get("results", []):
            results.append((result["confidence"], all_right(scorer, annotation, record, result)))
    return Evaluation(tally.figures(), tally.errors, results, scored)


GROUPS: dict[str, Callable[[dict[str, Any]], str]] = {
    "sport": lambda annotation: annotation["sport"],
    "kind": lambda annotation: annotation["kind"],
    "source": lambda annotation: re.sub(r"[-_]?\d+\Z", "", annotation["id"]),  # an id is its source and a number
}
SHOWN = ("people", "teams", "marks", "places", "events", "results", "results_all", "performances")


def by_group(scorer: ModuleType, scored: Sequence[tuple[dict[str, Any], dict[str, Any]]], group: str) -> str:
    """A table of figures: one line for each sport, kind or source, those with most articles first, beside how many results they report."""
    tallies: dict[str, Any] = defaultdict(scorer.Tally)
    articles: Counter[str] = Counter()
    results: Counter[str] = Counter()
    for annotation, record in scored:
        name = GROUPS[group](annotation)
        scorer.score_article(tallies[name], annotation["id"], annotation, record)
        articles[name] += 1
        results[name] += len(annotation["results"])
    width = max(len(name) for name in (group, *articles))
    lines = [f"{group:<{width}} articles results_in_gold " + " ".join(SHOWN)]
    for name, count in sorted(articles.items(), key=lambda x: (-x[1], x[0])):
        figures = tallies[name].figures()
        values = [f"{figures[f]['f1']:.3f}" if figures.get(f, {}).get("gold") else "-" for f in SHOWN]
        cells = " ".join(f"{value:>{len(f)}}" for f, value in zip(SHOWN, values, strict=True))
        lines.append(f"{name:<{width}} {count:>8} {results[name]:>15} {cells}")
    return "\n".join(lines)


def all_right(scorer: ModuleType, annotation: dict[str, Any], record: dict[str, Any], result: dict[str, Any]) -> bool:
    """Whether the annotation holds this one of the record's results, with everything about it."""
    alone = scorer.Tally()
    scorer.score_article(alone, annotation["id"], annotation, {**record, "results": [result]})
    return bool(alone.hit["results_all"] == 1)


BANDS = (0.0, 0.3, 0.5, 0.7, 0.9)


def reliability(results: Sequence[tuple[float, bool]]) -> str:
    """One line for each band of confidence: how many results have it, and the share of them of which everything is right."""
    lines = ["confidence of a result   results   right"]
    for low, high in zip(BANDS, (*BANDS[1:], 1.01), strict=True):
        band = [right for confidence, right in results if low <= confidence < high]
        share = f"{sum(band) / len(band):.2f}" if band else "-"
        lines.append(f"{low:.1f} to {min(high, 1.0):.1f}{'':<15} {len(band):>7} {share:>7}")
    return "\n".join(lines)


def contests(scored: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> str:
    """Of the results that the annotations hold too: how often their round and their competition are right, wrong or missing.

    The scorer has no figure for them. A shorter form of the competition's name counts as right, as does "finals" for "final".
    """
    counts: dict[str, Counter[str]] = {"round": Counter(), "competition": Counter()}
    for annotation, record in scored:
        names = {entry["id"]: entry["name"] for part in ("people", "teams", "competitions") for entry in record.get(part, [])}
        events = {event["id"]: event for event in record.get("events", [])}
        for result in record.get("results", []):
            mark = result["mark"]["text"] if result["mark"] else None
            told = [_plain(value) for value in (names[result["who"]], names.get(result["opponent"]), mark, result["place"], result["when"])]
            same = [r for r in annotation["results"] if told == [_plain(r.get(x)) for x in ("who", "opponent", "mark", "place", "when")]]
            event = events.get(result["event"], {})
            for what, got in (("round", event.get("round")), ("competition", names.get(event.get("competition")))):
                said, wanted = _plain(got), [_plain(r.get(what)) for r in same]
                if not same or (not said and "" in wanted):
                    continue
                hit = any(said == w or (what == "competition" and said and w and (said in w or w in said)) for w in wanted)
                counts[what]["right" if hit else "wrong" if said else "missing"] += 1
    lines = [f"of results found  {'right':>7} {'wrong':>7} {'missing':>7}"]
    lines += [f"{what:<17} {n['right']:>7} {n['wrong']:>7} {n['missing']:>7}" for what, n in counts.items()]
    return "\n".join(lines)


def _plain(value: object) -> str:
    """The value without case, punctuation and a last "s"; nothing is the empty string."""
    return re.sub(r"\W+", " ", str("" if value is None else value).casefold()).strip().removesuffix("s")


def articles_of(ids: set[str], corpora: Path) -> Iterator[Article]:
    """The articles of those ids, out of a folder's JSON lines or its <id>.txt; each id and each refusal that is left goes to stderr."""
    missing = set(ids)
    for path in sorted(p for p in corpora.glob("*.txt") if p.stem in ids):
        missing.discard(path.stem)
        try:
            yield read(path)
        except ArticleError as error:
            print(error, file=sys.stderr)
    for path in sorted(corpora.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for item in map(json.loads, lines):
                if item["id"] not in missing:
                    continue
                missing.discard(item["id"])
                try:
                    yield read_text(item["text"], id=item["id"], published=day_of(item.get("published")))
                except ArticleError as error:
                    print(f"{item['id']}: {error}", file=sys.stderr)
    if missing:
        print(f"no text for {', '.join(sorted(missing))}", file=sys.stderr)


def day_of(published: str | None) -> datetime.date | None:
    """The day, where it is written as 2023-08-24."""
    try:
        return datetime.date.fromisoformat(published or "")
    except ValueError:
        return None


def figures_beside_floors(figures: dict[str, dict[str, Any]], floors: dict[str, float], order: Sequence[str]) -> list[Figure]:
    """Every figure that was measured or has a floor, in the scorer's order."""
    return [_figure(name, figures.get(name), floors.get(name)) for name in order if name in figures or name in floors]


def _figure(name: str, measured: dict[str, Any] | None, floor: float | None) -> Figure:
    if measured is None:
        return Figure(name, None, floor, "not measured")
    if "f1" not in measured:
        return Figure(name, measured["accuracy"], floor, f"of {measured['gold']}")
    details = f"P {measured['precision']:.3f}  R {measured['recall']:.3f}  gold {measured['gold']}  predicted {measured['predicted']}"
    return Figure(name, measured["f1"], floor, details)


def table(figures: Sequence[Figure]) -> str:
    """One line a figure: name, value, floor, what it is made of; those under their floor are marked."""
    lines = [f"{'':<13} {'figure':>6} {'floor':>6}"]
    for figure in figures:
        value = "-" if figure.value is None else f"{figure.value:.3f}"
        floor = "-" if figure.floor is None else f"{figure.floor:.2f}"
        lines.append(f"{figure.name:<13} {value:>6} {floor:>6}  {figure.details}{'  UNDER ITS FLOOR' if figure.under else ''}")
    return "\n".join(lines)


def scorer_at(path: Path) -> ModuleType:
    """The scorer, loaded as a module from its file.

    Raises FileNotFoundError where there is none.
    """
    if not path.is_file():
        raise FileNotFoundError(f"There is no scorer at {path}: it lies beside the folder of annotations. Name another with --scorer.")
    spec = importlib.util.spec_from_file_location("gold_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; the exit status says whether every floor holds."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.evaluate", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="one <article id>.json an article")
    parser.add_argument(
        "--articles",
        type=Path,
        metavar="DIR",
        help="JSON lines with the texts, or one <article id>.txt a text; without it, corpora/ beside the gold's folder",
    )
    parser.add_argument("--scorer", type=Path, metavar="FILE", help="without it, score.py beside GOLD_DIR")
    parser.add_argument("--floors", type=Path, metavar="FILE", default=FLOORS, help="without it, tests/floors.toml")
    parser.add_argument("--errors", action="store_true", help="list every miss and every wrong item behind the figures")
    parser.add_argument("--by", choices=GROUPS, help="a second table, with a line for each of these")
    chosen = parser.parse_args(arguments)
    gold: Path = chosen.gold.resolve()
    if not any(gold.glob("*.json")):
        parser.error(f"{chosen.gold} holds no annotations (*.json)")
    corpora = chosen.articles or gold.parent.parent / "corpora"
    if not any(corpora.glob("*.jsonl")) and not any(corpora.glob("*.txt")):
        parser.error(f"{corpora} holds no articles (*.jsonl, *.txt); name the folder with --articles")
    try:
        scorer = scorer_at(chosen.scorer or gold.parent / "score.py")
        floors = tomllib.loads(chosen.floors.read_text(encoding="utf-8"))["floors"]
    except FileNotFoundError as error:
        parser.error(str(error))
    found = evaluate(gold, corpora, scorer)
    beside = figures_beside_floors(found.figures, floors, scorer.ORDER)
    print(table(beside))
    print(reliability(found.results))
    print(contests(found.scored))
    if chosen.by:
        print(by_group(scorer, found.scored, chosen.by))
    if chosen.errors:
        for what, article, side, item in found.errors:
            print(f"{article}\t{what}\t{side}\t{item}")
    return 1 if any(figure.under for figure in beside) else 0


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that goes away early, such as `head`, ends the work quietly
    sys.exit(main())
