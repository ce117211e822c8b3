"""Stand-off annotations: no word of the article in them, and the article brings every word back."""

from __future__ import annotations

import copy
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "models" / "reader"


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reader_standoff", FOLDER / "standoff.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


standoff = _load()


def result(who: str, **fields: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("opponent", "event", "round", "competition", "place", "medal", "outcome", "mark"))
    return {"who": who, **empty, "when": "current", **fields}


RACE = (
    "Zoë Arkle ran away with the 800m final at the Fenmoor Games in 1:58.20 – 😀 – and Tildy Oakes came third.\n\n"
    '"I felt light," said Arkle. A steward of the meeting shrugged: "I felt light rain, no more." Nobody asked "And the wind?"'
)
RACE_GOLD: dict[str, Any] = {
    "id": "invented-race",
    "sport": "athletics",
    "kind": "report",
    "people": [
        {"name": "Zoë Arkle", "mentions": ["Zoë Arkle", "Arkle"], "role": "athlete", "represents": None},
        {"name": "Tildy Oakes", "mentions": ["Tildy Oakes"], "role": "athlete", "represents": None},
    ],
    "teams": [],
    "competitions": [{"name": "Fenmoor Games", "mentions": ["Fenmoor Games"]}],
    "results": [
        result("Zoë Arkle", event="800m", round="final", competition="Fenmoor Games", place=1, outcome="win", mark="1:58.20"),
        result("Tildy Oakes", event="800m", round="final", competition="Fenmoor Games", place=3, medal="bronze", outcome="placed"),
    ],
    "performances": [],
    "quotes": [
        {"text": "I felt light,", "speaker": "Zoë Arkle"},
        {"text": "I felt light rain, no more.", "speaker": "A steward of the meeting"},
        {"text": "And the wind?", "speaker": None},
    ],
    "key_facts": ["Arkle won.", "Oakes was third."],
}

MATCH = (
    "Ashby-Cole of Ashby scored 12 points as Ashby held Stowe Vale 12-12; in 112 games Stowe have never lost here.\n"
    "“We go again, we go again,” Stowe said in a statement. “We go again” was also the song of the day."
)
MATCH_GOLD: dict[str, Any] = {
    "id": "invented-match",
    "sport": "rugby union",
    "kind": "report",
    "people": [{"name": "Ashby-Cole", "mentions": ["Ashby-Cole"], "role": "athlete", "represents": "Ashby"}],
    "teams": [{"name": "Ashby", "mentions": ["Ashby"]}, {"name": "Stowe Vale", "mentions": ["Stowe Vale", "Stowe"]}],
    "competitions": [],
    "results": [result("Ashby", opponent="Stowe Vale", outcome="draw", mark="12-12")],
    "performances": [{"who": "Ashby-Cole", "what": "points", "mark": "12 points"}],
    "quotes": [{"text": "We go again, we go again,", "speaker": "Stowe Vale"}, {"text": "We go again", "speaker": "Stowe"}],
    "key_facts": ["It was a draw.", "Nobody won."],
}

ARTICLES = {"race": (RACE_GOLD, RACE), "match": (MATCH_GOLD, MATCH)}
EMPTY: dict[str, Any] = {g: [] for g in ("people", "teams", "competitions", "results", "performances", "quotes")}


def without_key_facts(gold: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in gold.items() if k != "key_facts"}


def changed(value: dict[str, Any], path: tuple[Any, ...], new: Any) -> dict[str, Any]:
    """A copy with another value at this path."""
    out = copy.deepcopy(value)
    at: Any = out
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = new
    return out


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


@pytest.mark.parametrize(
    ("gold", "text"),
    [
        (RACE_GOLD, RACE),
        (MATCH_GOLD, MATCH),
        ({**MATCH_GOLD, **EMPTY}, MATCH),
        # of two players with one name the facts mean the first
        ({**MATCH_GOLD, "people": MATCH_GOLD["people"] * 2}, MATCH),
        # quotes out of their order are found all the same
        ({**RACE_GOLD, "quotes": RACE_GOLD["quotes"][::-1]}, RACE),
        # a string that is no word of its own is found in the word
        (changed(MATCH_GOLD, ("people", 0, "represents"), "shby"), MATCH),
    ],
)
def test_round_trip(gold: dict[str, Any], text: str) -> None:
    entry = json.loads(standoff.line(standoff.to_standoff(gold, text), held=False))
    assert standoff.from_standoff(entry, text) == without_key_facts(gold)


@pytest.mark.parametrize(
    ("article", "path", "before", "words"),
    [
        ("race", ("people", 0, "mentions", 1), "Zoë ", "Arkle"),
        ("race", ("results", 0, "mark"), "Games in ", "1:58.20"),
        ("race", ("people", 1, "name"), "😀 – and ", "Tildy Oakes"),  # offsets count code points
        ("race", ("quotes", 1, "text"), 'shrugged: "', "I felt light rain, no more."),
        ("race", ("quotes", 1, "speaker"), "Arkle. ", "A steward of the meeting"),
        ("match", ("people", 0, "represents"), "", "Ashby"),  # the first, hyphen or not
        ("match", ("teams", 1, "mentions", 1), "held ", "Stowe"),
        ("match", ("quotes", 0, "text"), "“", "We go again, we go again,"),
        ("match", ("quotes", 1, "text"), "statement. “", "We go again"),  # after the quote before it
    ],
)
def test_places(article: str, path: tuple[Any, ...], before: str, words: str) -> None:
    gold, text = ARTICLES[article]
    start, end = at(standoff.to_standoff(gold, text), path)
    assert text[start:end] == words
    assert text[:start].endswith(before)


@pytest.mark.parametrize(
    ("article", "path", "expected"),
    [
        ("race", ("results", 1, "who"), "p1"),
        ("race", ("results", 1, "competition"), "c0"),
        ("race", ("results", 1, "place"), 3),
        ("race", ("results", 1, "medal"), "bronze"),
        ("race", ("quotes", 0, "speaker"), "p0"),
        ("race", ("quotes", 2, "speaker"), None),
        ("match", ("results", 0, "who"), "t0"),
        ("match", ("results", 0, "opponent"), "t1"),
        ("match", ("results", 0, "event"), None),
        ("match", ("performances", 0), {"who": "p0", "what": "points", "mark": [27, 36]}),
        ("match", ("quotes", 0, "speaker"), "t1"),
    ],
)
def test_labels_and_keys(article: str, path: tuple[Any, ...], expected: Any) -> None:
    assert at(standoff.to_standoff(*ARTICLES[article]), path) == expected


@pytest.mark.parametrize("article", ARTICLES)
def test_no_words_of_the_article(article: str) -> None:
    gold, text = ARTICLES[article]
    line = standoff.line(standoff.to_standoff(gold, text), held=True)
    assert "\n" not in line
    names = [m for g in ("people", "teams", "competitions") for thing in gold[g] for m in thing["mentions"]]
    assert not [s for s in (*names, *(q["text"] for q in gold["quotes"])) if s in line]


@pytest.mark.parametrize(
    ("path", "new", "message"),
    [
        (("people", 0, "mentions", 1), "Arkel", "invented-race does not contain 'Arkel'"),
        (("people", 0, "represents"), "", "does not contain ''"),
        (("results", 0, "mark"), "1:58.21", "does not contain '1:58.21'"),
        (("quotes", 0, "speaker"), "Bo Quill", "does not contain 'Bo Quill'"),
        (("results", 0, "who"), "Oakes", "names 'Oakes', which is not among its people and teams"),
        (("results", 0, "opponent"), "Fenmoor Games", "'Fenmoor Games', which is not among its people and teams"),
        (("results", 0, "competition"), "Zoë Arkle", "'Zoë Arkle', which is not among its competitions"),
    ],
)
def test_annotation_that_does_not_fit(path: tuple[Any, ...], new: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        standoff.to_standoff(changed(RACE_GOLD, path, new), RACE)


@pytest.mark.parametrize(
    ("path", "new", "text", "message"),
    [
        ((), None, RACE + "\n", "text of invented-race is not the one that was annotated"),
        ((), None, RACE.replace("–", "-"), "Take the article's text unchanged"),
        (("sha256",), "0" * 64, RACE, "not 000000000000…"),
        (("results", 0, "who"), "p2", RACE, "names 'p2', which it does not list"),
        (("quotes", 0, "speaker"), "t0", RACE, "names 't0'"),
        (("results", 0, "mark"), [5, 9000], RACE, "points at 5 to 9000 of a text of"),
        (("results", 0, "mark"), [9, 9], RACE, "points at 9 to 9"),
    ],
)
def test_entry_that_does_not_fit(path: tuple[Any, ...], new: Any, text: str, message: str) -> None:
    entry = standoff.to_standoff(RACE_GOLD, RACE)
    with pytest.raises(ValueError, match=message):
        standoff.from_standoff(changed(entry, path, new) if path else entry, text)


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(FOLDER))  # standoff.py imports its neighbour
    folder = tmp_path / "corpora"
    folder.mkdir()
    rows = [json.dumps({"id": gold["id"], "text": text}) + "\n" for gold, text in ARTICLES.values()]
    (folder / "invented.jsonl").write_text("".join(rows), encoding="utf-8")
    return folder


def test_file(corpora: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    top = corpora.parent
    annotations, out, ids = top / "annotations", top / "annotations.jsonl", top / "held.txt"
    annotations.mkdir()
    for gold, _ in ARTICLES.values():
        (annotations / f"{gold['id']}.json").write_text(json.dumps(gold), encoding="utf-8")
    ids.write_text("invented-race\n", encoding="utf-8")
    options = ["--shared", str(top), "--from", str(annotations), "--out", str(out), "--held", str(ids)]
    monkeypatch.setattr(sys, "argv", ["standoff.py", *options])
    standoff.main()
    assert capsys.readouterr().out.splitlines()[:2] == ["2 articles, 1 of them held back", "people: 3"]
    assert [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()] == ["invented-match", "invented-race"]
    assert list(standoff.read(out, corpora, held=True)) == [(without_key_facts(RACE_GOLD), RACE)]
    assert list(standoff.read(out, corpora, held=False)) == [(without_key_facts(MATCH_GOLD), MATCH)]


def test_held_id_without_annotation(corpora: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    top = corpora.parent
    (top / "held.txt").write_text("invented-regatta\n", encoding="utf-8")
    options = ["--shared", str(top), "--from", str(top), "--out", str(top / "out.jsonl"), "--held", str(top / "held.txt")]
    monkeypatch.setattr(sys, "argv", ["standoff.py", *options])
    with pytest.raises(SystemExit):
        standoff.main()
    assert "holds back 'invented-regatta'" in capsys.readouterr().err
