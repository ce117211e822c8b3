"""What a grounded sentence may look like, byte by byte: every name, number and quotation is copied, every other word is one of a list.

A sentence is made of strings of the record, copied whole, and of words that need no source, with spaces and pauses between. Those of the
first fact are named first, and its full stop ends it. What belongs to somebody (a mark, a place, a medal) may stand only where he or she is
the last who was named; neither names nor marks follow an article. The states are those of a nondeterministic automaton over the bytes of
UTF-8, because the tokens of a model's vocabulary may cut a letter such as 'ö' in two.

    >>> grammar = Grammar([Source(names=("Josh Kerr",), marks=("3:29.38",))], ["won", "in"])
    >>> grammar.accepts("Josh Kerr won in 3:29.38."), grammar.accepts("Josh Kerr won in 3:29."), grammar.accepts("Mo Kerr won.")
    (True, False, False)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Words that may begin a sentence though they are nobody's name. No 'He' and no 'They': a verdict does not say whom they mean.
OPENERS = ("The",)

SMALL = frozenset(b"abcdefghijklmnopqrstuvwxyz")
ARTICLES = frozenset({"a", "an", "the"})
DIGITS = frozenset(b"0123456789")
PAUSES = frozenset(b",;:'-")
SPACE, STOP = ord(" "), ord(".")

# Where one is in a sentence; a state is one of these times the line whose name was last, or a place within a string.
START = 0  # before the first word
ENDED = 1  # after the full stop
BETWEEN = 2  # after a space
DETERMINED = 3  # after a space behind an article
PAUSED = 4  # after a pause
JOINT = 5  # after a pause behind a number: another digit would make '2' and '1' '2-1', which nobody scored
COPIED = 6  # after a whole string or word: no letter or digit may lengthen it
ARTICLE = 7  # after one that is an article
NUMBER = 8  # after one that ends in a digit
KINDS = 9

States = frozenset[int]
DEAD: States = frozenset()


@dataclass(frozen=True)
class Source:
    """What may be copied of one line of facts."""

    names: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()  # these may follow the names of the line alone
    owned: tuple[str, ...] = ()  # so may these, after an article too: places, medals
    others: tuple[str, ...] = ()  # strings that may also stand before any name: the contest
    opening: tuple[str, ...] = ()  # quotations whose speaker follows
    closing: tuple[str, ...] = ()  # quotations, ending in a full stop, whose speaker has been named; the sentence ends with them


class Grammar:
    """The sentences that can be made of what `sources` hold and of `words`."""

    def __init__(self, sources: Sequence[Source], words: Iterable[str] = ()) -> None:
        self._lines = len(sources) + 1  # line 0: nobody has been named yet
        self._first = 2 * self._lines  # the roots: for each line, for each after an article, and for the first word
        self._next: list[dict[int, int]] = [{} for _ in range(self._first + 1)]
        self._arrived: list[set[int]] = [set() for _ in self._next]  # the states reached besides, where a string is complete
        common = tuple(words)
        for line in range(self._lines):
            for root in (line, line + self._lines):
                for other, source in enumerate(sources, 1):
                    free = root == line  # after no article
                    self._add(root, source.names if free else (), other)
                    self._add(root, source.marks if free and other == line else (), line)
                    self._add(root, source.owned if other == line else (), line)
                    self._add(root, source.others if line in (0, other) else (), line)
                    self._add(root, source.closing if free and other == line else (), line, ends=True)
                self._add(root, common, line)
        quoted_first = bool(sources and sources[0].opening and not sources[0].closing)  # its punctuation allows no other order
        for number, source in enumerate(sources):
            self._add(self._first, source.opening, 0)
            self._add(self._first, source.others if not quoted_first else (), 0)
            self._add(self._first, source.names if number == 0 and not quoted_first else (), 1)
        if not quoted_first:
            self._add(self._first, OPENERS, 0)

    def _add(self, root: int, strings: Iterable[str], line: int, *, ends: bool = False) -> None:
        """Strings under a root, after which `line` is the one whose name was last, or the sentence `ends`."""
        for string in filter(None, strings):
            node = root
            for byte in string.encode():
                if byte not in self._next[node]:
                    self._next.append({})
                    self._arrived.append(set())
                    self._next[node][byte] = len(self._next) - 1
                node = self._next[node][byte]
            kind = NUMBER if string[-1].isdigit() else ARTICLE if string.lower() in ARTICLES else COPIED
            self._arrived[node].add(ENDED if ends else kind + KINDS * line)

    def step(self, states: States, byte: int) -> States:
        """The states after one more byte; none if it may not stand there."""
        reached: set[int] = set()
        for state in states:
            reached |= self._step(state, byte)
        return frozenset(reached)

    def walk(self, states: States, spelled: bytes) -> States:
        """The states after some more bytes."""
        for byte in spelled:
            states = self.step(states, byte)
        return states

    def accepts(self, text: str) -> bool:
        """Whether a text is one whole grounded sentence."""
        return ENDED in self.walk(frozenset({START}), text.encode())

    def _step(self, state: int, byte: int) -> set[int]:
        inside = state - KINDS * self._lines
        if inside >= 0:
            return self._into(inside, byte)
        line, kind = divmod(state, KINDS)
        if kind == START:
            if byte == SPACE:
                return {START}
            return set() if byte in SMALL else self._into(self._first, byte)
        if kind == ENDED:
            return set()
        if kind in {BETWEEN, DETERMINED} or (kind in {PAUSED, JOINT} and byte != SPACE):
            if kind == JOINT and byte in DIGITS:
                return set()
            return self._into(line + self._lines * (kind == DETERMINED), byte)
        if byte == SPACE:
            return {(DETERMINED if kind == ARTICLE else BETWEEN) + KINDS * line}
        if kind in {ARTICLE, PAUSED, JOINT}:
            return set()
        if byte == STOP:
            return {ENDED}
        if byte in PAUSES:
            return {(JOINT if kind == NUMBER else PAUSED) + KINDS * line}
        return set()

    def _into(self, node: int, byte: int) -> set[int]:
        child = self._next[node].get(byte)
        return set() if child is None else {child + KINDS * self._lines, *self._arrived[child]}
