"""Pressbox: typed records out of raw sports articles, and recaps written from the records alone.

article = read("samples/kerr-1500m.txt")
record = extract(article)
recap = summarize(record)
"""

from importlib import import_module
from typing import TYPE_CHECKING

from pipeline.extract import extract, extract_many
from pipeline.summarize import roundup, summarize
from pipeline.verify import verify

if TYPE_CHECKING:
    from pipeline.article import ArticleError, read, read_text
    from pipeline.records import Article, Recap, Record
    from pipeline.summarize.house import HouseStyle, HouseStyleError
    from pipeline.summarize.neural import WriterError
    from pipeline.verify.verdict import Verdict

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleError",
    "HouseStyle",
    "HouseStyleError",
    "Recap",
    "Record",
    "Verdict",
    "WriterError",
    "extract",
    "extract_many",
    "read",
    "read_text",
    "roundup",
    "summarize",
    "verify",
]

# What needs pydantic is imported when it is asked for: help is there at once. The verbs above do so within.
_MODULES = {
    "ArticleError": "article",
    "read": "article",
    "read_text": "article",
    "Article": "records",
    "Recap": "records",
    "Record": "records",
    "HouseStyle": "summarize.house",
    "HouseStyleError": "summarize.house",
    "WriterError": "summarize.neural",
    "Verdict": "verify.verdict",
}


def __getattr__(name: str) -> object:
    """A name of `__all__` that was not asked for before (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    found: object = getattr(import_module(f"pipeline.{_MODULES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
