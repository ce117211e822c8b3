"""The article's layout on the doc: sentences, furniture and quotations, which every later stage goes by."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.quotations import find_quotations
from pipeline.extract.sentences import find_sentences
from pipeline.records import Article

Doc.set_extension("article", default=None, force=True)
Doc.set_extension("sentences", default=(), force=True)  # ranges of characters
Doc.set_extension("sentence_of", default=None, force=True)  # (T,) the number of the sentence that each token stands in
Doc.set_extension("passed_over", default=None, force=True)  # (T,) whether the token is furniture that holds no facts
Doc.set_extension("words", default=(), force=True)  # of each token; going over a doc's tokens takes its time each time
Doc.set_extension("offsets", default=None, force=True)  # (T,) where each token starts, and (T,) where it ends
Doc.set_extension("quotations", default=(), force=True)
Doc.set_extension("quoted", default=None, force=True)  # (T,) whether the token stands in a quotation

READ_ALL_THE_SAME = frozenset({"headline"})  # furniture that states facts


def tokens_within(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """First and last token of a range of characters, or None if it holds no token."""
    # doc.char_span asks the whole doc whether it is parsed each time: a third of all the time that an article took
    starts, ends = doc._.offsets
    first, last = int(np.searchsorted(ends, start, side="right")), int(np.searchsorted(starts, end, side="left")) - 1
    return (first, last) if first <= last else None


def outermost(spans: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """The spans that do not lie within a longer one: a crew's name without the names of its two.

    >>> sorted(outermost([(0, 4), (0, 12), (9, 12), (20, 24)]))
    [(0, 12), (20, 24)]
    """
    given = set(spans)
    return {span for span in given if not any(w != span and w[0] <= span[0] and span[1] <= w[1] for w in given)}


def sentences_of(article: Article) -> list[tuple[int, int]]:
    """The article's sentences, each piece of furniture apart."""
    return find_sentences(article.text, sorted({b for f in article.furniture for b in (f.start, f.end)}))


def sentence_at(doc: Doc, offset: int) -> tuple[int, int]:
    """The sentence that holds a character; the character alone where none does."""
    return next((s for s in doc._.sentences if s[0] <= offset < s[1]), (offset, offset + 1))


def characters(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The range of characters that the tokens from the first to the last one fill."""
    return doc[first].idx, doc[last].idx + len(doc[last])


@Language.component(
    "layout",
    requires=["doc._.article"],
    assigns=[
        "doc._.words",
        "doc._.offsets",
        "doc._.sentences",
        "doc._.sentence_of",
        "doc._.passed_over",
        "doc._.quotations",
        "doc._.quoted",
    ],
)
def layout(doc: Doc) -> Doc:
    """Adds the sentences, the furniture's tokens and the quotations."""
    furniture = doc._.article.furniture
    doc._.sentences = tuple(sentences_of(doc._.article))
    starts = [start for start, _ in doc._.sentences]
    doc._.words = [t.text for t in doc]
    offsets = doc.to_array("IDX").astype(np.int64)
    doc._.offsets = offsets, offsets + doc.to_array("LENGTH").astype(np.int64)
    doc._.sentence_of = np.maximum(np.searchsorted(starts, offsets, side="right") - 1, 0)
    doc._.passed_over = np.zeros(len(doc), dtype=bool)
    passed_over = [(f.start, f.end) for f in furniture if f.kind not in READ_ALL_THE_SAME]
    for start, end in passed_over:
        doc._.passed_over[(offsets >= start) & (offsets < end)] = True
    doc._.quotations = tuple(find_quotations(doc._.article.text, passed_over))
    doc._.quoted = np.zeros(len(doc), dtype=bool)
    for quotation in doc._.quotations:
        doc._.quoted[(offsets >= quotation.start) & (offsets < quotation.end)] = True
    return doc
