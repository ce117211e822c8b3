"""Marks and scores as they are printed, read by an exact grammar; a file for each family, and `find.py` tries them all.

>>> [(mark.text, mark.kind, mark.value) for mark in find_marks("She won in 3min 52.89sec, after a throw of 71 metres.")]
[('3min 52.89sec', 'time', 232.89), ('71 metres', 'distance', 71.0)]
"""

from pipeline.extract.marks.find import find_marks

__all__ = ["find_marks"]
