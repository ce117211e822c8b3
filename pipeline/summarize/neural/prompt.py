"""What a model is asked: facts of the record as lines, with worked examples of the same kind, and one sentence wanted."""

from __future__ import annotations

from typing import NamedTuple

TASK = "You are a sub-editor of a sports desk. Turn the facts into one sentence of a match report. Use every fact and add nothing."


class Example(NamedTuple):
    """Facts and the sentence that a desk would print of them."""

    lines: tuple[str, ...]
    sentence: str


EXAMPLES = {
    "race": (
        Example(
            ("Ireland's Orla Finch: winner, 4:21.07, women's mile, Tarn Games", "German Ines Roth: second, 4:21.90"),
            "Ireland's Orla Finch won the women's mile at the Tarn Games in 4:21.07, ahead of German Ines Roth in 4:21.90.",
        ),
        Example(
            ("Ada Lund: third, bronze medal, 6.63m, long jump",),
            "Ada Lund took bronze in the long jump with 6.63m.",
        ),
    ),
    "match": (
        Example(
            ("Northwick beat Ashby 2-1, quarter-final, Severn Cup",), "Northwick beat Ashby 2-1 in the quarter-final of the Severn Cup."
        ),
        Example(("Mara Dell drew with Ines Roth 3-3, second round",), "Mara Dell and Ines Roth drew 3-3 in the second round."),
    ),
    "deeds": (
        Example(("Northwick's Mara Dell: goal, 43rd minute",), "Northwick's Mara Dell scored a goal in the 43rd minute."),
        Example(("Tom Ash: 52 runs", "Lee Carr: 18 points"), "Tom Ash made 52 runs and Lee Carr scored 18 points."),
    ),
    "speech": (
        Example(('Orla Finch said: "We never stopped running."',), 'Orla Finch said: "We never stopped running."'),
        Example(('Dell said: "It hurt a lot,"',), '"It hurt a lot," said Dell.'),
    ),
    "next": (
        Example(("Next: Ines Roth, the relay on Sunday",), "Next for Ines Roth is the relay on Sunday."),
        Example(("Next: Northwick and Ashby, final",), "Northwick will face Ashby in the final."),
    ),
}


class Turn(NamedTuple):
    """What one side says in a conversation with a model."""

    role: str
    content: str


def conversation(kind: str, lines: tuple[str, ...]) -> list[Turn]:
    """The task, the examples of that kind as turns answered, and the facts."""
    turns = [Turn("system", TASK)]
    for example in EXAMPLES[kind]:
        turns += [Turn("user", _facts(example.lines)), Turn("assistant", example.sentence)]
    return [*turns, Turn("user", _facts(lines))]


def page(kind: str, lines: tuple[str, ...]) -> str:
    """The same as running text, for a model that was not taught to converse."""
    shown = [f"{_facts(example.lines)}\nSentence: {example.sentence}" for example in EXAMPLES[kind]]
    return "\n\n".join([TASK, *shown, f"{_facts(lines)}\nSentence:"])


def instruction(lines: tuple[str, ...]) -> str:
    """The facts alone under the task, for a model that turns one text into another."""
    return f"{TASK}\n{_facts(lines)}"


def _facts(lines: tuple[str, ...]) -> str:
    return "Facts:\n" + "\n".join(f"- {line}" for line in lines)
