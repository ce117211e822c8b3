"""What exact grammars read, on the doc: marks, bare figures, dates, nations and disciplines."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.dates import find_dates
from pipeline.extract.disciplines import find_disciplines
from pipeline.extract.figures import find_figures
from pipeline.extract.marks import find_marks
from pipeline.extract.nations import find_nations

for _name in ("marks", "dates", "nations", "disciplines"):
    Doc.set_extension(_name, default=(), force=True)


@Language.component("grammars", requires=["doc._.article"], assigns=["doc._.marks", "doc._.dates", "doc._.nations", "doc._.disciplines"])
def grammars(doc: Doc) -> Doc:
    """Adds `doc._.marks` (bare figures, of the kind count, among them), `dates`, `nations` and `disciplines`."""
    marks = find_marks(doc._.article.text)
    doc._.disciplines = tuple(find_disciplines(doc._.article.text))
    figures = find_figures(doc._.article.text, [(x.start, x.end) for x in (*marks, *doc._.disciplines)])
    doc._.marks = tuple(sorted([*marks, *figures], key=lambda m: m.start))
    doc._.dates = tuple(find_dates(doc._.article.text, doc._.article.published))
    doc._.nations = tuple(find_nations(doc._.article.text))
    return doc
