"""The learned reader as a component: how it is run changes nothing of what it reads."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
import torch
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.layout import layout
from pipeline.extract.reader import ReaderComponent
from pipeline.records import Article

SAMPLES = Path(__file__).parent.parent / "samples"
LENGTHS = ("", "Kerr won.", *(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))[:3]))


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


def doc_of(blank: Language, text: str) -> Doc:
    doc = blank.make_doc(text)
    doc._.article = Article(id="any", text=text)
    return doc


def test_a_traced_reader_reads_the_same_to_the_last_bit(blank: Language) -> None:
    reader = ReaderComponent()
    texts = [*LENGTHS, "\n".join(LENGTHS)]  # the last is longer than a window
    docs = [layout(doc_of(blank, text)) for text in texts]
    read = [reader.predict(doc) for doc in docs]
    reader.trace()
    for _ in range(3):  # torch goes over what it has traced in the first runs
        for doc, before in zip(docs, read, strict=True):
            after = reader.predict(doc)
            assert torch.equal(before.states, after.states)
            assert (before.tags == after.tags).all()
            assert (before.ner == after.ner).all()
