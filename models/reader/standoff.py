"""Annotations of articles that may not be handed on: everything that an article says is given by its place in the text.

An entry holds the article's id, the SHA-256 of its text, offsets (code points, as `[start, end]`) and labels, and no word
of the article. Who has the text gets the annotation back:

    {"id": "invented-1", "sha256": "9f86…", "sport": "athletics", "kind": "report",
     "people": [{"name": [0, 11], "mentions": [[0, 11], [5, 11]], "role": "athlete", "represents": null}], …,
     "results": [{"who": "p0", "opponent": null, "event": [21, 24], …, "place": 1, …}], …}

`p0` is the first of the people, `t0` of the teams, `c0` of the competitions.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LETTERS = {"people": "p", "teams": "t", "competitions": "c"}


def to_standoff(annotation: dict[str, Any], text: str) -> dict[str, Any]:
    """The annotation by places in the text, without its `key_facts`.

    A string that stands in the text several times is taken where it first is a word of its own; quotes are sought each
    after the one before it. Raises ValueError if the text lacks a string, or a fact names somebody who is not listed.
    """
    article = annotation["id"]

    def place(phrase: str | None, start: int = 0) -> list[int] | None:
        if phrase is None:
            return None
        for begin in (start, 0):
            own = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)").search(text, begin)
            at = own.start() if own else text.find(phrase, begin)
            if phrase and at >= 0:
                return [at, at + len(phrase)]
        raise ValueError(f"The text of {article} does not contain {phrase!r}. Is it the text that was annotated?")

    competitors = _keys(annotation, "teams") | _keys(annotation, "people")
    competitions = _keys(annotation, "competitions")

    def key(name: str | None, keys: dict[str, str], listed: str) -> str | None:
        if name is not None and name not in keys:
            raise ValueError(f"A fact of {article} names {name!r}, which is not among its {listed}. List it there.")
        return None if name is None else keys[name]

    def thing(entry: dict[str, Any]) -> dict[str, Any]:
        return {"name": place(entry["name"]), "mentions": [place(m) for m in entry["mentions"]]}

    quotes = []
    end = 0
    for quote in annotation["quotes"]:
        where = place(quote["text"], end)
        end = where[1] if where else end
        speaker = quote["speaker"]
        quotes.append({"text": where, "speaker": competitors.get(speaker) or place(speaker)})

    return {
        "id": article,
        "sha256": _digest(text),
        "sport": annotation["sport"],
        "kind": annotation["kind"],
        "people": [{**thing(p), "role": p["role"], "represents": place(p["represents"])} for p in annotation["people"]],
        "teams": [thing(t) for t in annotation["teams"]],
        "competitions": [thing(c) for c in annotation["competitions"]],
        "results": [
            {
                "who": key(r["who"], competitors, "people and teams"),
                "opponent": key(r["opponent"], competitors, "people and teams"),
                "event": place(r["event"]),
                "round": place(r["round"]),
                "competition": key(r["competition"], competitions, "competitions"),
                "place": r["place"],
                "medal": r["medal"],
                "outcome": r["outcome"],
                "mark": place(r["mark"]),
                "when": r["when"],
            }
            for r in annotation["results"]
        ],
        "performances": [
            {"who": key(p["who"], competitors, "people and teams"), "what": p["what"], "mark": place(p["mark"])}
            for p in annotation["performances"]
        ],
        "quotes": quotes,
    }


def from_standoff(entry: dict[str, Any], text: str) -> dict[str, Any]:
    """The annotation in the gold's form, its strings cut from the text; it has no `key_facts`.

    Raises ValueError if this is not the text that was annotated, or if the entry points at what is not there.
    """
    article = entry["id"]
    if (found := _digest(text)) != entry["sha256"]:
        raise ValueError(
            f"The text of {article} is not the one that was annotated: its SHA-256 is {found[:12]}…, not {entry['sha256'][:12]}…. "
            "Take the article's text unchanged."
        )

    def cut(place: list[int] | None) -> str | None:
        if place is None:
            return None
        start, end = place
        if not 0 <= start < end <= len(text):
            raise ValueError(f"The entry of {article} points at {start} to {end} of a text of {len(text)} characters.")
        return text[start:end]

    def thing(entry: dict[str, Any]) -> dict[str, Any]:
        return {"name": cut(entry["name"]), "mentions": [cut(m) for m in entry["mentions"]]}

    out: dict[str, Any] = {"id": article, "sport": entry["sport"], "kind": entry["kind"]}
    out["people"] = [{**thing(p), "role": p["role"], "represents": cut(p["represents"])} for p in entry["people"]]
    out["teams"] = [thing(t) for t in entry["teams"]]
    out["competitions"] = [thing(c) for c in entry["competitions"]]
    names = {f"{letter}{i}": named["name"] for group, letter in LETTERS.items() for i, named in enumerate(out[group])}

    def name(key: str | None) -> str | None:
        if key is not None and key not in names:
            raise ValueError(f"The entry of {article} names {key!r}, which it does not list.")
        return None if key is None else names[key]

    out["results"] = [
        r
        | {k: name(r[k]) for k in ("who", "opponent", "competition")}
        | {k: cut(r[k]) for k in ("event", "round", "mark")}
        for r in entry["results"]
    ]  # fmt: skip
    out["performances"] = [{"who": name(p["who"]), "what": p["what"], "mark": cut(p["mark"])} for p in entry["performances"]]
    out["quotes"] = [
        {"text": cut(q["text"]), "speaker": name(q["speaker"]) if isinstance(q["speaker"], str) else cut(q["speaker"])}
        for q in entry["quotes"]
    ]
    return out


def read(path: Path, corpora: Path, *, held: bool) -> Iterator[tuple[dict[str, Any], str]]:
    """The annotations of a file with their articles' texts: those held back from training, or those trained on.

    Raises ValueError if a text has changed since it was annotated; exits if the corpora lack one.
    """
    from prepare import texts  # here, for it brings spaCy along

    entries = [e for line in path.read_text(encoding="utf-8").splitlines() if (e := json.loads(line))["held"] == held]
    found = texts(corpora, (e["id"] for e in entries))
    for entry in entries:
        yield from_standoff(entry, found[entry["id"]]), found[entry["id"]]


def line(entry: dict[str, Any], *, held: bool) -> str:
    """An entry as a line of the file, without its line end."""
    head = {"id": entry["id"], "sha256": entry["sha256"], "held": held}
    return json.dumps(head | entry, separators=(",", ":"), ensure_ascii=False)


def _keys(annotation: dict[str, Any], group: str) -> dict[str, str]:
    """The key of each name of a group; of two things with one name, that of the first."""
    keys: dict[str, str] = {}
    for i, thing in enumerate(annotation[group]):
        keys.setdefault(thing["name"], f"{LETTERS[group]}{i}")
    return keys


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def main() -> None:
    """The command line."""
    from prepare import gold

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds corpora/")
    direction = parser.add_mutually_exclusive_group(required=True)
    direction.add_argument("--from", type=Path, dest="folder", help="the folder of annotations in the gold's form")
    direction.add_argument(
        "--held-out", type=Path, metavar="FILE", help="such a file, whose held-out articles are written in the gold's form"
    )
    parser.add_argument("--out", type=Path, required=True, help="the file to write, a line an article; or the folder of annotations")
    parser.add_argument("--held", type=Path, help="a file of ids, one a line: articles never trained on")
    args = parser.parse_args()
    if args.held_out:
        args.out.mkdir(parents=True, exist_ok=True)
        for annotation, _ in read(args.held_out, args.shared / "corpora", held=True):
            (args.out / f"{annotation['id']}.json").write_text(json.dumps(annotation, ensure_ascii=False), encoding="utf-8")
        return
    held = set(args.held.read_text(encoding="utf-8").split()) if args.held else set()
    entries = sorted(
        (to_standoff(annotation, text) for annotation, text in gold(args.folder, args.shared / "corpora")), key=lambda e: e["id"]
    )
    if unknown := sorted(held - {e["id"] for e in entries}):
        parser.error(f"{args.held} holds back {unknown[0]!r}, which {args.folder} does not annotate")
    args.out.write_text("".join(line(e, held=e["id"] in held) + "\n" for e in entries), encoding="utf-8")
    print(f"{len(entries)} articles, {len(held)} of them held back")
    for group in (*LETTERS, "results", "performances", "quotes"):
        print(f"{group}: {sum(len(e[group]) for e in entries)}")


if __name__ == "__main__":
    main()
