"""Pressbox: typed records out of raw sports articles, and recaps written from the records alone.

article = read("samples/kerr-1500m.txt")
record = extract(article)
recap = summarize(record)
"""

from pipeline.article import ArticleError, read, read_text
from pipeline.extract import extract, extract_many
from pipeline.records import Article, Recap, Record
from pipeline.summarize import HouseStyle, HouseStyleError, WriterError, roundup, summarize
from pipeline.verify import Verdict, verify

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
