"""Does a record hold what a report says? It shares no code with the writers, so that it checks theirs as it checks anybody's.

    >>> verdict = verify("Ingebrigtsen won the 1,500m in 3:29.38.", record)
    >>> [(claim.text, claim.state.value, claim.instead) for claim in verdict.problems]
    [('won', 'not in the record', None), ('3:29.38', 'not in the record', None)]

`items.py` finds what a sentence names, `clauses.py` ties it together, `judge.py` asks one fact of the record for all that a clause says,
`quotations.py` compares quotations and their speakers; `verifier.py` does it for a text, `verdict.py` has the
types, `lexicon.toml` the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.records import Record
    from pipeline.verify.verdict import Verdict


def verify(text: str, record: Record) -> Verdict:
    """Every claim that `text` makes, and what `record` says to it: supported, contradicted, or not in the record.

    Names, nations, competitions, disciplines, rounds, numbers, marks, places, medals, outcomes, dates, quotations and speakers are
    checked, and that they belong together. A word that says something else ('injured', 'hopes') is a claim that is not in the
    record, unless the article states the sentence's fact in that word. Any text is accepted; an empty one makes no claims.
    """
    from pipeline.verify.verifier import Verifier  # on first use: `import pipeline` and help do without

    return Verifier(record).verify(text)
