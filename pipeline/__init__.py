"""Pressbox: typed records out of raw sports articles, and recaps written from the records alone."""

__version__ = "0.1.0"
