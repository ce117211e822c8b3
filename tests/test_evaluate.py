"""The evaluation's own part, on a scorer of two figures: finding the texts, and holding the floors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from pipeline import evaluate
from pipeline.records import Article, Recap, Record

SCORER = """
ORDER = ["people", "recap_lead", "quotes"]

class Tally:
    def __init__(self):
        self.errors = []
        self.scored = []
    def figures(self):
        return {
            "people": {"f1": 0.9, "precision": 1.0, "recall": 0.818, "gold": 11, "predicted": 9},
            "recap_lead": {"accuracy": 0.5, "gold": 2},
        }

def score_article(tally, article, gold, record):
    tally.errors.append(("people", article, "missed", record["article"]["text"]))

def score_recap(tally, article, gold, record):
    tally.errors.append(("recap_lead", article, "wrong", record["recap"]["text"]))
"""

STORY = "Orla Finch won the mile at the Tarn Games and said that she was happy with the way that she had run."


@pytest.fixture
def gold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of one annotation with the scorer beside it and the text where it is looked for; stages that find nothing."""

    def extract_many(articles: Iterable[Article]) -> Iterator[Record]:
        yield from (Record(article=article) for article in articles)

    monkeypatch.setattr(evaluate, "extract_many", extract_many)
    monkeypatch.setattr(evaluate, "summarize", lambda record: Recap(text=f"Recap of {record.article.id}."))
    folder = tmp_path / "gold" / "dev"
    folder.mkdir(parents=True)
    annotation = {"id": "finch", "sport": "athletics", "kind": "report", "results": []}
    (folder / "finch.json").write_text(json.dumps(annotation), encoding="utf-8")
    (tmp_path / "gold" / "score.py").write_text(SCORER, encoding="utf-8")
    (tmp_path / "corpora").mkdir()
    lines = [{"id": "other", "text": "Not asked for."}, {"id": "finch", "text": STORY, "published": "August 14 2020"}]
    (tmp_path / "corpora" / "stories.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("floors", "status", "said"),
    [
        ("people = 0.90\nrecap_lead = 0.50", 0, "people         0.900   0.90  P 1.000  R 0.818  gold 11  predicted 9\n"),
        ("people = 0.91", 1, "people         0.900   0.91  P 1.000  R 0.818  gold 11  predicted 9  UNDER ITS FLOOR\n"),
        ("quotes = 0.10", 1, "quotes             -   0.10  not measured  UNDER ITS FLOOR\n"),
        ("", 0, "recap_lead     0.500      -  of 2\n"),
    ],
)
def test_floors_hold_or_the_status_says_so(gold: Path, capsys: pytest.CaptureFixture[str], floors: str, status: int, said: str) -> None:
    path = gold / "floors.toml"
    path.write_text(f"[floors]\n{floors}\n", encoding="utf-8")
    assert evaluate.main([str(gold), "--floors", str(path)]) == status
    assert said in capsys.readouterr().out


def test_errors_show_what_is_behind_the_figures(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evaluate.main([str(gold), "--errors"])
    printed = capsys.readouterr().out
    assert f"finch\tpeople\tmissed\t{STORY}\n" in printed
    assert "finch\trecap_lead\twrong\tRecap of finch.\n" in printed


@pytest.mark.parametrize(("group", "name"), [("sport", "athletics"), ("kind", "report"), ("source", "finch")])
def test_figures_by_group(gold: Path, capsys: pytest.CaptureFixture[str], group: str, name: str) -> None:
    evaluate.main([str(gold), "--by", group])
    heading, line = capsys.readouterr().out.splitlines()[-2:]
    assert heading.split()[:3] == [group, "articles", "results_in_gold"]
    assert line.split()[:4] == [name, "1", "0", "0.900"]


@pytest.mark.parametrize(
    ("article", "source"), [("bbc-12", "bbc"), ("kenya_nation_4", "kenya_nation"), ("mk-fewshot-50-3", "mk-fewshot-50")]
)
def test_the_source_of_an_article_is_its_id_without_its_number(article: str, source: str) -> None:
    assert evaluate.GROUPS["source"]({"id": article}) == source


def test_texts_may_lie_beside_their_annotations(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (gold / "finch.txt").write_text(f"{STORY} So it says here.", encoding="utf-8")
    evaluate.main([str(gold), "--articles", str(gold), "--errors"])
    assert f"finch\tpeople\tmissed\t{STORY} So it says here.\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "holds no annotations"),
        (["GOLD", "--articles", "nowhere"], "holds no articles"),
        (["GOLD", "--scorer", "nowhere.py"], "There is no scorer"),
    ],
)
def test_wrong_usage(gold: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    with pytest.raises(SystemExit) as leaving:
        evaluate.main([str(gold) if argument == "GOLD" else argument for argument in arguments])
    assert leaving.value.code == 2
    assert said in capsys.readouterr().err


def test_reliability_counts_the_right_results_of_each_band() -> None:
    lines = evaluate.reliability([(0.95, True), (1.0, True), (0.92, False), (0.4, False)]).splitlines()
    assert [line.split()[-2:] for line in lines[1:]] == [["0", "-"], ["1", "0.00"], ["0", "-"], ["0", "-"], ["3", "0.67"]]


def test_contests_compare_round_and_competition_of_the_results_found() -> None:
    def annotated(who: str, round_: str | None, competition: str | None) -> dict[str, object]:
        return {"who": who, "opponent": None, "mark": None, "place": 1, "when": "current", "round": round_, "competition": competition}

    def told(who: str, event: str | None) -> dict[str, object]:
        return {"who": who, "opponent": None, "mark": None, "place": 1, "when": "current", "event": event}

    annotation = {
        "results": [
            annotated("Orla Finch", "final", "2023 Tarn Games"),
            annotated("Ines Roth", "semi-final", None),
            annotated("Mei Lin", "heats", "Union Cup"),
            annotated("Al Moss", None, None),
        ]
    }
    record = {
        "people": [{"id": f"p{n}", "name": name} for n, name in enumerate(("Orla Finch", "Ines Roth", "Mei Lin", "Al Moss", "Ed Vale"))],
        "competitions": [{"id": "c1", "name": "Tarn Games"}],
        "events": [{"id": "e1", "round": "finals", "competition": "c1"}],
        "results": [told("p0", "e1"), told("p1", "e1"), told("p2", None), told("p3", None), told("p4", "e1")],
    }
    lines = [line.split() for line in evaluate.contests([(annotation, record)]).splitlines()]
    assert lines[1:] == [["round", "1", "1", "1"], ["competition", "1", "1", "1"]]
