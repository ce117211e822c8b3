"""What several tests share: the flag that rewrites expected outputs, and one record with something of everything."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline.records import (
    Article,
    Competition,
    Event,
    Fixture,
    Kind,
    Mark,
    Medal,
    Outcome,
    Performance,
    Person,
    Quote,
    Recap,
    Record,
    Result,
    Role,
    Sentence,
    Span,
    Team,
    When,
)

TEXT = """Orla Finch wins the mile | at last

Orla Finch [Northwick] won the women's mile in 4:21.07, a personal best, at the Tarn Games on Saturday, ahead of Ines Roth.
“I heard the bell
and went,” said Finch. Roth, 11th last year, has the relay on Sunday still to come.
Northwick beat Ashby 2-1 in the football, Mara Dell scoring in the 43rd minute. "No comment," said a spokesman.
"""


# Sums of floats round otherwise with AVX-512 than with AVX2, and a result near a threshold may come or go: what the tests expect, in this
# process and in those that they start, is of the latter. To be set before torch computes anything.
CPU_INFO = Path("/proc/cpuinfo")
if CPU_INFO.is_file() and "avx512f" in CPU_INFO.read_text(encoding="utf-8"):
    os.environ.update(ATEN_CPU_CAPABILITY="avx2", ONEDNN_MAX_CPU_ISA="AVX2", MKL_ENABLE_INSTRUCTIONS="AVX2")

settings.register_profile("pressbox", deadline=None)  # no test asserts a duration
settings.load_profile("pressbox")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the expected outputs anew instead of comparing with them")


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with the file that holds what is expected; with --regenerate, writes the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--regenerate"):
            path.write_text(text, encoding="utf-8", newline="")
        else:
            assert path.is_file(), f"{path} is not there: write it with `make samples`"
            assert text == path.read_text(encoding="utf-8"), f"{path} expects something else; if it should not, run `make samples`"

    return compare


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(text=words, start=start, end=start + len(words))


@pytest.fixture
def full_record() -> Record:
    """A record that holds at least one of each kind of fact."""
    return Record(
        article=Article(
            id="tarn-games",
            headline="Orla Finch wins the mile | at last",
            published=datetime.date(2024, 6, 1),
            text=TEXT,
        ),
        sport="athletics",
        kind=Kind.REPORT,
        people=(
            Person(id="p1", name="Orla Finch", aliases=("Orla Finch", "Finch"), role=Role.ATHLETE),
            Person(id="p2", name="Ines Roth", role=Role.ATHLETE),
            Person(id="p3", name="Mara Dell", role=Role.ATHLETE),
        ),
        teams=(Team(id="t1", name="Northwick"), Team(id="t2", name="Ashby")),
        competitions=(Competition(id="c1", name="Tarn Games"),),
        events=(Event(id="e1", discipline="mile", gender="women", round="final", competition="c1"),),
        results=(
            Result(id="r1", who="p2", event="e1", place=11, when=When.PAST),
            Result(
                id="r2",
                who="p1",
                event="e1",
                place=1,
                medal=Medal.GOLD,
                outcome=Outcome.WIN,
                mark=Mark(**span("4:21.07").model_dump(), kind="time", value=261.07, unit="s", flags=("PB",)),
                when=When.CURRENT,
            ),
            Result(
                id="r3",
                who="t1",
                opponent="t2",
                outcome=Outcome.WIN,
                mark=Mark(**span("2-1").model_dump(), kind="score", parts=(2, 1)),
                when=When.CURRENT,
            ),
        ),
        performances=(Performance(id="f1", who="p3", what="goal", minute=43),),
        fixtures=(Fixture(id="x1", who=("p2",), text="the relay on Sunday", date=datetime.date(2024, 6, 2)),),
        quotes=(
            Quote(**span("I heard the bell\nand went,").model_dump(), id="q1", speaker="p1", speaker_text="Finch", cue="said"),
            Quote(**span("No comment,").model_dump(), id="q2", speaker_text="a spokesman", cue="said"),
        ),
        warnings=("Two candidates for 'she': Orla Finch, Ines Roth.",),
    )


@pytest.fixture
def full_recap() -> Recap:
    lead = "Orla Finch won the women's mile in 4:21.07."
    return Recap(text=lead, sentences=(Sentence(text=lead, facts=("r2",), evidence=(span("4:21.07"),)),), verified=True)
