"""Extraction: an `Article` in, a `Record` out.

The stages are spaCy components, in the order of `COMPONENTS`; each reads what earlier ones left on the doc and adds one thing.
spaCy and torch are imported on first use: `import pipeline` and `pressbox --help` do without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from pipeline.records import Article, Record

if TYPE_CHECKING:
    from spacy.language import Language

COMPONENTS = (
    "layout",  # sentences, furniture, quotations
    "grammars",  # marks, dates, nations, disciplines
    "reader",  # the encoder's one pass
    "mentions",  # names by type
    "names",  # people, teams, competitions
    "relations",  # the heads' opinions on who, what and which
    "subject",  # sport and kind
    "profiles",  # roles, and what people represent
    "results",
    "performances",
    "fixtures",
    "quotes",
)
_MODULES = {"profiles": "people"}  # where a component's module is not named as it is


@cache
def nlp() -> Language:
    """The spaCy pipeline that reads articles. Its docs need `doc._.article` set beforehand.

    Raises FileNotFoundError where the reader's weights are missing.
    """
    import spacy

    language = spacy.blank("en")
    for name in COMPONENTS:
        import_module(f"pipeline.extract.{_MODULES.get(name, name)}")
        language.add_pipe(name)
    return language


def extract(article: Article) -> Record:
    """Everything that the article reports, each value with its place in the text."""
    return next(extract_many([article]))


def extract_many(articles: Iterable[Article]) -> Iterator[Record]:
    """The records of many articles, in order, one at a time as they are asked for."""
    from pipeline.extract.record import record_of

    language = nlp()
    for article in articles:
        doc = language.make_doc(article.text)
        doc._.article = article
        yield record_of(language(doc))
