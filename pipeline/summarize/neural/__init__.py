"""A neural writer: any causal or sequence-to-sequence model of transformers words what the planned writer has chosen to tell.

    >>> recap = summarize(record, writer="hf:models/my-writer.gguf")

`facts.py` puts the facts of a planned sentence into lines and lists the strings that may be copied from the record, `prompt.py` asks for
one sentence, `grammar.py`, `vocabulary.py` and `grounding.py` keep decoding to it: names, numbers and quotations are copied or not written
at all. `model.py` loads and runs the model, offline. What it offers is ranked by fluency; `pipeline.summarize.report` takes the first
offer that the record supports, else the planned sentence.

torch and transformers are imported when a model is loaded, never before; they come with the extra `pressbox[neural]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.choices import PLANNED
from pipeline.records import Record, When
from pipeline.summarize.house import HouseStyle
from pipeline.summarize.neural.facts import Told, facts_to_tell, free_words
from pipeline.summarize.neural.grammar import Grammar
from pipeline.summarize.plan import Plan
from pipeline.summarize.write import Draft

if TYPE_CHECKING:
    from pipeline.summarize.neural.model import Candidate, Model

PREFIX = "hf:"
CANDIDATES = 6  # of each sentence
ONE_SIDED = {"innings", "runs", "wickets"}  # marks of one side of a match; nothing keeps a model from giving them to both
LEAST_FLUENT = -2.5  # nats a token; below it sentences halt
COMPLETENESS = 2.0  # nats a token that telling every detail is worth, beside telling none
TWICE = re.compile(r"\b(\w+) \1\b|['-] ")  # a word said twice, a mark that hangs in the air


class WriterError(ValueError):
    """A writer that there is not, or a model that cannot be used. The message is one sentence that says what to try."""


class NeuralWriter:
    """Offers sentences for planned ones."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def offers(
        self, record: Record, plan: Plan, draft: Draft, known: frozenset[str], *, house: HouseStyle, seed: int = 0
    ) -> Iterator[Draft]:
        """Sentences that tell the facts of a draft, the most fluent and complete first; none where the draft tells of the past.

        A record's past results are left to the planned writer, because a verdict does not tell history from news. Which of the facts
        an offer states is for the verifier to find; it has those of the draft until then.
        """
        past = {r.id for r in record.results if r.when is When.PAST}
        one_sided = {r.id for r in record.results if r.opponent and r.mark and r.mark.kind in ONE_SIDED}
        if (past | one_sided).intersection(draft.facts):
            return
        speech = next((s for s in plan.speeches if s.quote.id in draft.facts and s.text in draft.text), None)
        told = facts_to_tell(record, draft.facts, known, speech, house)
        if not told.lines:
            return
        lines = tuple(line.text.replace("\xa0", " ") for line in told.lines)
        grammar = Grammar([line.source for line in told.lines], free_words("verbs") | free_words("others"))
        candidates = self.model.write(told.kind, lines, grammar, number=CANDIDATES, seed=seed)
        sound = {_printed(c.text, told): c for c in candidates if _is_sound(c, told)}
        for text in sorted(sound, key=lambda text: _worth(text, sound[text], told), reverse=True):
            yield Draft(text, draft.facts, known | {key for key in draft.known if _named(key, text, record)})


@lru_cache(maxsize=1)
def neural_writer(name: str) -> NeuralWriter:
    """The writer called 'hf:NAME_OR_PATH': a folder, a .gguf file, or a model of the hub that has been downloaded; kept once loaded.

    Raises `WriterError` where it cannot be had.
    """
    if not name.startswith(PREFIX) or name == PREFIX:
        raise WriterError(f"Unknown writer {name!r}. Choose {PLANNED!r} or 'hf:' and the name or path of a model.")
    try:
        from pipeline.summarize.neural.model import Model
    except ImportError as error:
        raise WriterError(
            f"A neural writer needs {error.name or 'transformers'}. Install it with: pip install 'pressbox[neural]'."
        ) from None
    return NeuralWriter(Model(name.removeprefix(PREFIX)))


def _is_sound(candidate: Candidate, told: Told) -> bool:
    """Whether a sentence is whole, has a verb, does not halt and says nothing twice."""
    unquoted = re.sub(r"[\"“].*[\"”]", "", candidate.text)
    twice = TWICE.search(unquoted) or any(candidate.text.count(detail) > 1 for detail in set(told.details))
    says = free_words("verbs").intersection(unquoted.split())
    return bool(candidate.whole and says and not twice) and candidate.fluency >= LEAST_FLUENT


def _worth(text: str, candidate: Candidate, told: Told) -> float:
    details = set(told.details)
    return candidate.fluency + COMPLETENESS * sum(detail in text for detail in details) / max(len(details), 1)


def _printed(text: str, told: Told) -> str:
    """The sentence with everything copied as the record has it."""
    printed = told.printed
    changed = sorted((copy for copy in printed if copy != printed[copy] and copy in text), key=len, reverse=True)
    if not changed:
        return text
    pattern = "|".join(rf"(?<!\w){re.escape(copy)}(?!\w)" for copy in changed)
    return re.sub(pattern, lambda match: printed[match[0]], text)


def _named(key: str, text: str, record: Record) -> bool:
    """Whether a sentence names a person, side, competition ('c1') or contest ('discipline mile')."""
    names = {p.id: p.name for p in record.people} | {t.id: t.name for t in record.teams} | {c.id: c.name for c in record.competitions}
    return names.get(key, key.removeprefix("discipline ")) in text


__all__ = ["PLANNED", "NeuralWriter", "WriterError", "neural_writer"]
