"""The learned reader as a component: how it is run changes nothing of what it reads."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
import torch
from spacy.language import Language

from pipeline.extract.reader import ReaderComponent

SAMPLES = Path(__file__).parent.parent / "samples"
LENGTHS = ("", "Kerr won.", *(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))[:3]))


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


def test_a_traced_reader_reads_the_same_to_the_last_bit(blank: Language) -> None:
    reader = ReaderComponent()
    texts = [*LENGTHS, "\n".join(LENGTHS)]  # the last is longer than a window
    read = [reader.predict(blank.make_doc(text)) for text in texts]
    reader.trace()
    for _ in range(3):  # torch goes over what it has traced in the first runs
        for text, before in zip(texts, read, strict=True):
            after = reader.predict(blank.make_doc(text))
            assert torch.equal(before.states, after.states)
            assert (before.tags == after.tags).all()
            assert (before.ner == after.ner).all()
