"""What was read in one report."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.values.along import Along

if TYPE_CHECKING:
    from reportedly.values.circumstance import Place, Quantity, When
    from reportedly.values.finding import Finding, MadeBy
    from reportedly.values.kinds import Certainty
    from reportedly.values.report import Report
    from reportedly.values.span import Passage, Span
    from reportedly.values.statement import Statement
    from reportedly.values.words import Mention, Sentence, Word


@dataclasses.dataclass(frozen=True, slots=True)
class Caution:
    """Something a reader should know before trusting a reading: a short stable code, and a sentence for people."""

    code: str
    message: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How much of a report is whose: shares of its sentences' code points, from 0 to 1, that add up to 1.

    `attributed` stands in statements with a source, `hedged` in those without one, and `bare` in `sentences` that the
    report asserts in its own voice. A text without sentences has no shares: all are 0.
    """

    sentences: tuple[Span, ...] = ()
    attributed: float = 0.0
    hedged: float = 0.0
    bare: float = 0.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The headline beside the body's strongest statement that says the same.

    `words` are the headline's (of the text, or of the report's title where that is not in the text), `body` those of
    the statement with the id `statement`. `stronger` says whether the headline sounds surer than the body.
    """

    words: Passage
    certainty: Certainty
    statement: str
    body: Passage
    body_certainty: Certainty
    stronger: bool
    made_by: MadeBy


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """A report with its statements, in the order of the text, and what should be known about the reading.

    `words`, `sentences` and `mentions` are what the stages work on. `wires` names whose copy the report says it uses
    ("With reporting from ..."; a dateline's agency). `places`, `times` and `quantities` are those of the whole text, in
    its order.
    """

    report: Report
    statements: tuple[Statement, ...] = ()
    warnings: tuple[Caution, ...] = ()
    words: Along[Word] = dataclasses.field(default_factory=Along, repr=False)
    sentences: Along[Sentence] = dataclasses.field(default_factory=Along, repr=False)
    mentions: Along[Mention] = dataclasses.field(default_factory=Along, repr=False)
    wires: tuple[Finding[str], ...] = ()
    voice: Voice | None = None
    headline: Headline | None = None
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    def statement(self, identity: str) -> Statement:
        """Return the statement with this id; KeyError where there is none."""
        for statement in self.statements:
            if statement.id == identity:
                return statement
        raise KeyError(identity)

    def depth(self, statement: Statement) -> int:
        """Return in how many other statements' contents a statement stands (0 for one that stands by itself)."""
        depth = 0
        while statement.parent is not None:
            statement = self.statement(statement.parent)
            depth += 1
        return depth
