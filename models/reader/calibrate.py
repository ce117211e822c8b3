"""Fit how sure a result is said to be to how often such results are right, on the annotated articles that were never trained on.

    python models/reader/calibrate.py --shared ../shared

Prints, for matches and for results of one competitor, the slope and the intercept that stand in `pipeline/extract/results.py`:
the logit of what the heads say, times the slope, plus the intercept, is the logit of the share that is right (Platt 1999).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import standoff
from numpy.typing import NDArray
from prepare import HERE

from pipeline.article import read_text
from pipeline.evaluate import all_right, scorer_at
from pipeline.export.json import report_object
from pipeline.extract import extract_many
from pipeline.extract.results import CALIBRATION, log_odds

PRIOR = 4.0  # as many results as this speak for leaving things as they are: few articles are held out
STEPS = 50  # of Newton's method, more than it needs
TINY = 1e-9  # a step that changes nothing


def fitted(scores: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and intercept of a logistic regression of `right` on the log odds, drawn a little towards 1 and 0."""
    x = np.stack([scores, np.ones_like(scores)], 1)
    start = np.asarray([1.0, 0.0])

    def cost(w: NDArray[np.float64]) -> float:
        z = x @ w
        return float(np.logaddexp(0, z).sum() - z[right].sum() + PRIOR / 2 * ((w - start) ** 2).sum())

    w = start.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-(x @ w)))
        gradient = x.T @ (p - right) + PRIOR * (w - start)
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + PRIOR * np.eye(2), gradient)
        while cost(w - step) > cost(w) and np.abs(step).max() > TINY:
            step /= 2
        w -= step
    return float(w[0]), float(w[1])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds gold/ and corpora/")
    args = parser.parse_args()
    scorer = scorer_at(args.shared / "gold/score.py")
    held = list(standoff.read(HERE / "annotations.jsonl", args.shared / "corpora", held=True))
    CALIBRATION.update(dict.fromkeys(CALIBRATION, (1.0, 0.0)))  # what the heads say themselves
    records = extract_many(read_text(text, id=annotation["id"]) for annotation, text in held)
    found: dict[str, list[tuple[float, bool]]] = {kind: [] for kind in CALIBRATION}
    for (annotation, _), found_record in zip(held, records, strict=True):
        record = report_object(found_record, None)
        for result in record["results"]:
            kind = "match" if result["opponent"] else "single"
            found[kind].append((log_odds(result["confidence"]), all_right(scorer, annotation, record, result)))
    for kind, results in found.items():
        scores, right = (np.asarray(values) for values in zip(*results, strict=True))
        slope, intercept = fitted(scores, right)
        print(f"{kind}: slope {slope:.2f}, intercept {intercept:.2f} ({len(results)} results, {right.mean():.2f} of them right)")


if __name__ == "__main__":
    main()
