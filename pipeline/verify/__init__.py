"""Does a record hold what a report says? It shares no code with the writers, so that it checks theirs as it checks anybody's.

    >>> verdict = verify("Ingebrigtsen won the 1,500m in 3:29.38.", record)
    >>> [(claim.text, claim.state.value, claim.instead) for claim in verdict.problems]
    [('won', 'not in the record', None), ('3:29.38', 'not in the record', None)]

`items.py` finds what a sentence names, `clauses.py` ties it together, `judge.py` asks one fact of the record for all that a clause says,
`quotations.py` compares quotations and their speakers; `verdict.py` has the types, `lexicon.toml` the words.
"""

from __future__ import annotations

from pipeline.records import Record
from pipeline.verify.forms import Forms
from pipeline.verify.items import Item
from pipeline.verify.judge import Judge
from pipeline.verify.quotations import judge_quotations, set_aside
from pipeline.verify.reading import read_sentence
from pipeline.verify.sentences import sentences
from pipeline.verify.verdict import Claim, ClaimKind, State, Verdict


def verify(text: str, record: Record) -> Verdict:
    """Every claim that `text` makes, and what `record` says to it: supported, contradicted, or not in the record.

    Names, nations, competitions, disciplines, rounds, numbers, marks, places, medals, outcomes, dates, quotations and speakers are
    checked, and that they belong together. A word that says something else ('injured', 'hopes') is a claim that is not in the
    record, unless the article states the sentence's fact in that word. Any text is accepted; an empty one makes no claims.
    """
    return Verifier(record).verify(text)


class Verifier:
    """`verify` for many texts of one record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._forms = Forms(record)
        self._judge = Judge(record)

    def verify(self, text: str) -> Verdict:
        """Every claim of a text, in its order."""
        plain, spoken = set_aside(text)
        claims: list[Claim] = []
        before: list[Item] = []
        for start, end in sentences(plain):
            reading = read_sentence(plain[start:end], start, self._forms, before)
            claims += self._judge.judge(reading, text)
            inside = [s for s in spoken if start <= s.opening < end]
            claims += judge_quotations(inside, reading, before, self._record, text)
            subjects = [s for clause in reading.clauses[:1] for s in clause.subjects]
            before = subjects or before
        return Verdict(text=text, claims=tuple(sorted(claims, key=lambda claim: (claim.start, claim.end))))


__all__ = ["Claim", "ClaimKind", "State", "Verdict", "Verifier", "verify"]
