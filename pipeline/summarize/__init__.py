"""Short match reports written from records alone: plan, write, verify, print.

    >>> recap = summarize(record)
    >>> recap.text
    "Great Britain's Josh Kerr won the 1,500m at the World Championships in 3:29.38, ahead of Norway's Jakob Ingebrigtsen. ..."

`recap.py` puts a recap together: `plan.py` chooses and orders the facts, `voice.py` names people, contests and marks, `write.py` and
`clauses.py` draft the sentences with the words of `phrases.toml`, `pipeline.verify` lets only those through that the record supports,
`house.py` prints them in a desk's style. `roundups.py` does it for many records of one competition. `neural/` has a language model word
the planned sentences instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.choices import PLANNED, STANDARD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.records import Recap, Record, Style
    from pipeline.summarize.house import HouseStyle

# What does the work is imported on first use: `import pipeline` and help do without.


def summarize(
    record: Record,
    *,
    style: Style | str = STANDARD,
    house: HouseStyle | None = None,
    seed: int = 0,
    writer: str = PLANNED,
) -> Recap:
    """A report of a record: at most 12 words (headline), 45 (brief), 95 in two to four sentences (standard), or one line a fact (bullets).

    Deterministic; `seed` varies the phrasing, `house` says how marks, scores and words are printed. The text of the article is not
    read. Every sentence is verified against the record before it is put into house style; one that fails is replaced by a plainer
    one or dropped, and `problems` says so.

    With `writer="hf:NAME_OR_PATH"`, a language model on this machine words the sentences, headlines aside. Where none of its offers
    can be trusted the planned writer's sentence stays, and `problems` says so. Raises `WriterError` where there is no such writer.
    """
    from pipeline.records import Style
    from pipeline.summarize.house import HouseStyle
    from pipeline.summarize.recap import recap_of

    return recap_of(record, Style(style), house or HouseStyle(), seed, writer)


def roundup(records: Iterable[Record], *, house: HouseStyle | None = None, seed: int = 0) -> Recap:
    """One report of many records, best of one competition: a title, then a paragraph for each event, day or round, no fact twice.

    A result that several records hold is told once, from the record that says most of it; where two disagree, the earlier record is
    followed and `problems` says so. `sentences` are those of the prose, without title and headings; the ids of their facts are
    'article:fact', and their evidence stands in that article. Raises `ValueError` where there is no record.
    """
    from pipeline.summarize.house import HouseStyle
    from pipeline.summarize.roundups import roundup_of

    return roundup_of(list(records), house or HouseStyle(), seed)
