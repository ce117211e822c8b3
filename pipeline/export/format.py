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
        """One document of the pieces, in order and lazily, in strings that end with a line.

        A document for one article is the piece alone: `opening`, `between` and `closing` are for several.
        """
        if not several:
            yield from (piece + "\n" for piece in pieces)
            return
        coming = iter(pieces)
        piece = next(coming, None)
        if piece is None:
            if self.opening:
                yield self.opening + self.closing
            return
        if self.opening:
            yield self.opening
        for following in coming:
            yield piece + self.between
            piece = following
        yield piece + self.closing
