"""What is told of a clause."""

from __future__ import annotations

import dataclasses
import enum
from typing import TYPE_CHECKING

from reportedly.reading.groups import Tense

if TYPE_CHECKING:
    from reportedly.values import Span


class Mood(enum.Enum):
    """What kind of sentence a clause makes."""

    TELLS = enum.auto()
    ASKS = enum.auto()
    """A question."""
    BIDS = enum.auto()
    """An imperative, or an infinitive whose "to" stands before it."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A main clause within [start, end) of a text, where clauses that hang on it begin.

    `group` are its auxiliaries and its verb, `verb` is the verb in small letters, empty where there is none.
    `frame` is a clause before it that only says how the speaker takes it ("I think", "it is likely that") and lies
    within [start, end). `negation` is the word that negates, `condition` the word that opens an if-clause.
    """

    start: int
    end: int
    subject: Span | None = None
    group: Span | None = None
    verb: str = ""
    modal: str = ""
    tense: Tense = Tense.NONE
    mood: Mood = Mood.TELLS
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    copula: bool = False
    negation: Span | None = None
    condition: Span | None = None
    frame: Span | None = None

    @property
    def finite(self) -> bool:
        """Say whether it has a finite verb."""
        return self.tense in {Tense.PRESENT, Tense.PAST, Tense.MODAL}

    @property
    def lasting(self) -> bool:
        """Say whether it tells of what goes on: a copula or a progressive."""
        return self.copula or self.progressive
