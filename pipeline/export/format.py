"""What a format is: how one article is written, and how several are joined into one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.records import Recap, Record


@dataclass(frozen=True)
class Format:
    """A way to write records and recaps. The written pieces carry no newline at their end."""

    name: str
    write: Callable[[Record, Recap | None], str]
    write_recap: Callable[[Record, Recap], str]
    opening: str = ""
    between: str = "\n"
    closing: str = "\n"

    def joined(self, pieces: Iterable[str], *, several: bool) -> Iterator[str]:
        """One document of the pieces, in order and lazily.

        A document for one article is the piece alone: `opening` and `between` are for several.
        """
        if not several:
            yield from (piece + "\n" for piece in pieces)
            return
        written = False
        for piece in pieces:
            yield (self.between if written else self.opening) + piece
            written = True
        if written:
            yield self.closing
        elif self.opening:
            yield self.opening + self.closing
