"""The verifier: sentence by sentence, reading, then judgement."""

from __future__ import annotations

from pipeline.records import Record
from pipeline.verify.forms import Forms
from pipeline.verify.items import Item
from pipeline.verify.judge import Judge
from pipeline.verify.quotations import judge_quotations, names_of, set_aside
from pipeline.verify.reading import read_sentence
from pipeline.verify.sentences import sentences
from pipeline.verify.verdict import Claim, Verdict


class Verifier:
    """`verify` for many texts of one record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._forms = Forms(record)
        self._judge = Judge(record)
        self._names = sorted(names_of(record), key=len, reverse=True)

    def verify(self, text: str) -> Verdict:
        """Every claim of a text, in its order."""
        plain, spoken = set_aside(text, self._names)
        claims: list[Claim] = []
        before: list[Item] = []
        for start, end in sentences(plain, self._names):
            reading = read_sentence(plain[start:end], start, self._forms, before)
            claims += self._judge.judge(reading, text)
            inside = [s for s in spoken if start <= s.opening < end]
            claims += judge_quotations(inside, reading, before, self._record, text)
            subjects = [s for clause in reading.clauses[:1] for s in clause.subjects]
            before = subjects or before
        return Verdict(text=text, claims=tuple(sorted(claims, key=lambda claim: (claim.start, claim.end))))
