"""Extraction: an `Article` in, a `Record` out.

The stages are spaCy components, in the order of `COMPONENTS`; each reads what earlier ones left on the doc and adds one thing.
spaCy and torch are imported on first use: `import pipeline` and `pressbox --help` do without them.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

    from pipeline.records import Article, Record

COMPONENTS = (
    "layout",  # sentences, furniture, quotations
    "grammars",  # marks, dates, nations, disciplines
    "reader",  # the encoder's one pass
    "mentions",  # names by type
    "names",  # people, teams, competitions
    "relations",  # the heads' opinions on who, what and which
    "subject",  # sport and kind
    "profiles",  # roles, and what people represent
    "fixtures",
    "results",
    "parted",  # what players of one match do not both represent
    "performances",
    "scorers",  # for which side, by the score
    "quotes",
)
_MODULES = {"profiles": "people", "parted": "people"}  # where a component's module is not named as it is


@cache
def nlp() -> Language:
    """The spaCy pipeline that reads articles. Its docs need `doc._.article` set beforehand.

    Raises FileNotFoundError where the reader's weights are missing.
    """
    import spacy

    from pipeline.extract.reader import load
    from pipeline.extract.weights import model_folder

    with ThreadPoolExecutor(1) as pool:
        loading = pool.submit(load, model_folder("reader"))  # much of it in torch, while the tokenizer and the grammars are built
        language = spacy.blank("en")
        for name in COMPONENTS:
            import_module(f"pipeline.extract.{_MODULES.get(name, name)}")
        loading.result()
    for name in COMPONENTS:
        language.add_pipe(name)
    return language


def extract(article: Article) -> Record:
    """Everything that the article reports, each value with its place in the text."""
    from pipeline.extract.record import record_of

    language = nlp()
    doc = language.make_doc(article.text)
    doc._.article = article
    return record_of(language(doc))


def extract_many(articles: Iterable[Article]) -> Iterator[Record]:
    """The records of many articles, in order, as they are asked for.

    Each core reads an article of its own: on two, that is a third faster than both working on one. No article is read with others in
    a batch, so that a record does not depend on its neighbours. At most two articles a core are read ahead.
    """
    import torch

    reader: Any = nlp().get_pipe("reader")  # loaded once, before the threads ask for it
    cores = os.cpu_count() or 1
    with ThreadPoolExecutor(cores, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        ahead: deque[Future[Record]] = deque()
        for number, article in enumerate(articles):
            ahead.append(pool.submit(extract, article))
            if number == 1:  # while the first is being read; for that alone it would not pay
                reader.trace()
            if len(ahead) > 2 * cores:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()
