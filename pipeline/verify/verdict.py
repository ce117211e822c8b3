"""What checking a report against a record yields: claims, each with its place in the report and what the record says to it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator

from pipeline.records import Frozen, Span


class ClaimKind(StrEnum):
    """What a claim is about."""

    NAME = "name"
    NATION = "nation"
    TEAM = "team"
    COMPETITION = "competition"
    DISCIPLINE = "discipline"
    ROUND = "round"
    NUMBER = "number"
    MARK = "mark"
    PLACE = "place"
    MEDAL = "medal"
    OUTCOME = "outcome"
    DATE = "date"
    QUOTATION = "quotation"
    SPEAKER = "speaker"
    STATEMENT = "statement"  # words that say something no field of a record can hold


class State(StrEnum):
    """What the record says to a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    MISSING = "not in the record"


class Claim(Frozen):
    """One thing that a report says; `report[start:end] == text`."""

    kind: ClaimKind
    state: State
    text: str = Field(min_length=1)
    start: int = Field(ge=0, description="code points from the start of the checked text")
    end: int = Field(ge=0, description="one past the last code point")
    fact: str | None = Field(default=None, description="id of the record's fact that supports it, or says otherwise")
    evidence: Span | None = Field(default=None, description="where the article states that fact")
    instead: str | None = Field(default=None, description="what the record says in its place, if it is contradicted")

    def __str__(self) -> str:
        """In words: what is claimed, and what the record says to it."""
        said = f"{self.kind.value} {self.text!r}"
        if self.state is State.CONTRADICTED and self.instead:
            return f"{said} is contradicted: the record says {self.instead!r}"
        return f"{said} is {self.state.value}"


class Verdict(Frozen):
    """Every claim of a checked text, in the order of the text."""

    text: str
    claims: tuple[Claim, ...] = ()

    @model_validator(mode="after")
    def _claims_stand_in_the_text(self) -> Verdict:
        for claim in self.claims:
            if self.text[claim.start : claim.end] != claim.text:
                raise ValueError(
                    f"claim {claim.start}:{claim.end} says {claim.text!r} but the text has {self.text[claim.start : claim.end]!r}"
                )
        return self

    @property
    def problems(self) -> tuple[Claim, ...]:
        """The claims that the record does not support."""
        return tuple(claim for claim in self.claims if claim.state is not State.SUPPORTED)

    @property
    def supported(self) -> bool:
        """Whether the record supports everything that the text says."""
        return not self.problems
