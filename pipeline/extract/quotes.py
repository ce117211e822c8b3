"""Who says each quotation: the rules of `speakers` over the people that the reader found."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.speakers import Name, attribute

Doc.set_extension("attributions", default=(), force=True)


@Language.component(
    "quotes", requires=["doc._.quotations", "doc._.people", "doc._.profiles", "doc._.sentences"], assigns=["doc._.attributions"]
)  # fmt: skip
def quotes(doc: Doc) -> Doc:
    """Adds `doc._.attributions`, one for each of `doc._.quotations`; a person's key is its number in `doc._.people`, as a string."""
    names = sorted(
        (Name(m.start, m.end, str(key)) for key, person in enumerate(doc._.people) for m in person.mentions), key=lambda n: n.start
    )
    furniture = [f for f in doc._.article.furniture if f.kind != "headline"]
    prose = [s for s in doc._.sentences if not any(f.start <= s[0] < f.end for f in furniture)]
    coaches = frozenset(str(key) for key, profile in enumerate(doc._.profiles) if profile.role == "coach")
    doc._.attributions = tuple(attribute(doc._.article.text, doc._.quotations, names, prose, coaches))
    return doc
