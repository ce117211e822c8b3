"""What a grounded sentence may look like, byte by byte: every name, number and quotation is copied, every other word is one of a list.

A sentence is made of strings of the record, copied whole, and of words that need no source, with spaces and pauses between; it begins with
a capital or a figure and ends at its full stop. The states are those of a nondeterministic automaton over the bytes of UTF-8, because the
tokens of a model's vocabulary may cut a letter such as 'ö' in two.

    >>> grammar = Grammar(["Josh Kerr", "3:29.38"], ["won", "in"])
    >>> grammar.accepts("Josh Kerr won in 3:29.38."), grammar.accepts("Josh Kerr won in 3:29."), grammar.accepts("Mo Kerr won.")
    (True, False, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Words that may begin a sentence though they are nobody's name. No 'He' and no 'They': a verdict does not say whom they mean.
OPENERS = ("The", "A", "An", "In", "At", "After", "Behind", "With", "Next")

SMALL = frozenset(b"abcdefghijklmnopqrstuvwxyz")
DIGITS = frozenset(b"0123456789")
PAUSES = frozenset(b",;:'-")
SPACE, STOP = ord(" "), ord(".")

START = 0  # before the first word
BETWEEN = 1  # after a space or a pause
COPIED = 2  # after a whole string or word: no letter or digit may lengthen it
NUMBER = 3  # after a string that ends in a digit
JOINT = 4  # after a pause behind a number: another digit would make '2' and '1' '2-1', which nobody scored
ENDED = 5  # after the full stop
INSIDE = 6  # this and all above: within a string or word

States = frozenset[int]
DEAD: States = frozenset()


class Grammar:
    """The sentences that can be made of `strings` and `words`."""

    def __init__(self, strings: Iterable[str], words: Iterable[str] = ()) -> None:
        self._next: list[dict[int, int]] = [{}, {}]  # two roots: anywhere, and at the start only
        self._arrived: list[set[int]] = [set(), set()]  # the states reached besides, where a string is complete
        for string in (*strings, *words):
            self._add(string, root=0)
        for opener in OPENERS:
            self._add(opener, root=1)

    def _add(self, string: str, root: int) -> None:
        node = root
        for byte in string.encode():
            if byte not in self._next[node]:
                self._next.append({})
                self._arrived.append(set())
                self._next[node][byte] = len(self._next) - 1
            node = self._next[node][byte]
        if node != root:
            self._arrived[node].add(NUMBER if string[-1].isdigit() else COPIED)
            if re.search(r"[.!?…]['’]?[\"”]$", string):
                self._arrived[node].add(ENDED)  # a sentence may end with a quotation's own full stop

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
        if state >= INSIDE:
            return self._into(state - INSIDE, byte)
        if state == START:
            if byte == SPACE:
                return {START}
            return set() if byte in SMALL else self._into(0, byte) | self._into(1, byte)
        if state == ENDED:
            return set()
        if state == BETWEEN or (state == JOINT and byte not in DIGITS):
            return {BETWEEN} if byte == SPACE else self._into(0, byte)
        if byte == STOP:
            return {ENDED}
        if byte == SPACE:
            return {BETWEEN}
        if byte in PAUSES:
            return {JOINT if state == NUMBER else BETWEEN}
        return set()

    def _into(self, node: int, byte: int) -> set[int]:
        child = self._next[node].get(byte)
        return set() if child is None else {child + INSIDE, *self._arrived[child]}
