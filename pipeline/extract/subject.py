"""What the article is about: its sport, and whether it reports, looks ahead or tells other news."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.relations import Relations

Doc.set_extension("sport", default=None, force=True)
Doc.set_extension("kind", default="news", force=True)

SURE_ENOUGH = 0.4  # of some twenty sports; below it the article is of a sport that the reader has not learnt


def find_sport(doc: Doc) -> str | None:
    """The sport, or None where the reader is not sure or knows it only as something else."""
    relations: Relations = doc._.relations
    best = int(relations.sport.argmax())
    name = relations.config.sports[best]
    return None if name == "other" or relations.sport[best] < SURE_ENOUGH else name


@Language.component("subject", requires=["doc._.relations"], assigns=["doc._.sport", "doc._.kind"])
def subject(doc: Doc) -> Doc:
    """Adds `doc._.sport` and `doc._.kind`."""
    relations: Relations = doc._.relations
    doc._.sport = find_sport(doc)
    doc._.kind = relations.config.kinds[int(relations.kind.argmax())]
    return doc
