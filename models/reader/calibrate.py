"""Fit how sure a result is said to be to how often such results are right, on annotated articles that were never trained on.

    pip install -e ".[train]"
    python models/reader/calibrate.py --shared ../shared

Fits two logistic regressions, for matches and for results of one competitor, on what `pipeline/extract/confidence.py` says of the results,
and writes their weights to `confidence.json`. Prints, by cross-validation over the articles, how well each tells right results
from wrong ones (area under the curve).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import standoff
from numpy.typing import NDArray
from prepare import HERE, own
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from pipeline.article import read_text
from pipeline.evaluate import all_right, scorer_at
from pipeline.export.json import report_object
from pipeline.extract import nlp, results
from pipeline.extract.confidence import FILE, kind_of, what_speaks
from pipeline.extract.record import record_of

KINDS = ("match", "single")
STRENGTH = 0.1  # scikit-learn's C: a few hundred results want strong regularisation
WRITTEN = 0.25  # weight of a result of an article written here, of which there are five times as many, beside one of a newspaper's
FOLDS = 10


@dataclass(frozen=True)
class Judged:
    """A result that was found in an annotated article."""

    kind: str
    article: str
    speaks: dict[str, float]
    right: bool
    weight: float


def judged(annotated: Iterable[tuple[dict[str, Any], str]], scorer: Any, weight: float) -> Iterator[Judged]:
    """All results found in the articles, those too that are left out for being unsure."""
    for annotation, text in annotated:
        doc = nlp().make_doc(text)
        doc._.article = read_text(text, id=annotation["id"])
        record = report_object(record_of(nlp()(doc)), None)
        said = what_speaks(doc, doc._.relations, doc._.results)
        for found, speaks, result in zip(doc._.results, said, record["results"], strict=True):
            yield Judged(kind_of(found), annotation["id"], speaks, all_right(scorer, annotation, record, result), weight)


def fitted(x: NDArray[np.float64], right: NDArray[np.bool_], weight: NDArray[np.float64]) -> Pipeline:
    """The regression of `right` on the standardised columns of `x`."""
    regression = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=2000))
    return regression.fit(x, right, logisticregression__sample_weight=weight)


def stored(fit: Pipeline, names: Iterable[str]) -> dict[str, Any]:
    """The intercept and the weights for values as they are, not standardised."""
    scaler, logistic = fit[0], fit[1]
    weights = logistic.coef_[0] / scaler.scale_
    named = {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
    return {"intercept": round(float(logistic.intercept_[0] - weights @ scaler.mean_), 4), "weights": named}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds gold/ and corpora/")
    args = parser.parse_args()
    scorer = scorer_at(args.shared / "gold/score.py")
    results.LEAST = results.LEAST_BARE = results.LEAST_PAST = 0.0
    results.confidences = lambda doc, relations, found: [r.chance for r in found]  # what stands in the file may be of other inputs
    newspapers = standoff.read(HERE / "annotations.jsonl", args.shared / "corpora", held=True)
    rows = [*judged(newspapers, scorer, 1.0), *judged(own(HERE / "articles/held"), scorer, WRITTEN)]
    weights = {}
    for kind in KINDS:
        own_rows = [row for row in rows if row.kind == kind]
        names = list(own_rows[0].speaks)
        x = np.asarray([[row.speaks[name] for name in names] for row in own_rows])
        right, weight = np.asarray([row.right for row in own_rows]), np.asarray([row.weight for row in own_rows])
        apart = np.zeros(len(x))
        for known, new in GroupKFold(FOLDS).split(x, right, [row.article for row in own_rows]):
            apart[new] = fitted(x[known], right[known], weight[known]).predict_proba(x[new])[:, 1]
        weights[kind] = stored(fitted(x, right, weight), names)
        areas = roc_auc_score(right, apart), roc_auc_score(right, x[:, names.index("reader")])
        print(f"{kind}: {len(x)} results, {right.mean():.2f} right; area {areas[0]:.3f}, by the heads alone {areas[1]:.3f}")
    (HERE / FILE).write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
