"""The attribution stage: from the engine's candidates to statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.edges import narrow, trim
from reportedly.reading.nesting import Placed, settle
from reportedly.reading.runs import Run, propose
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import in_order, state
from reportedly.values import MadeBy, Passage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportedly.engine import Engine, Pieces
    from reportedly.values import Reading, Report, Span, Statement


class Attribution:
    """Find the statements of a report: cue, source and content of each, and which stand inside another's content."""

    name = "attribution"
    version = "1"
    needs = frozenset({"text"})
    gives = frozenset({"statements"})

    def __init__(self, engine: Engine, min_confidence: float | None = None) -> None:
        """Take a loaded engine; statements below `min_confidence` are left out (None: the model's thresholds)."""
        self._engine = engine
        self._least = engine.config.threshold if min_confidence is None else min_confidence
        self._least_inside = engine.config.nested if min_confidence is None else min_confidence
        self._made_by = MadeBy(self.name, self.version, engine.digest)

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading's report, in the order of the text."""
        report = reading.report
        marked = self._engine.mark(report.text)
        found = [proposed for c in marked.candidates if (proposed := propose(marked, c)) is not None]
        made: dict[int, Statement] = {}
        for placed in settle(found, self._least, self._least_inside):
            statement = self._state(report, marked.pieces, placed, made)
            if statement is not None:
                made[placed.proposed.anchor] = statement
        return Proposal(statements=in_order(made.values()))

    def _state(self, report: Report, pieces: Pieces, placed: Placed, made: dict[int, Statement]) -> Statement | None:
        """Write one statement down; None where nothing but marks is left of its content."""
        text, proposed = report.text, placed.proposed
        parent = made.get(placed.parent) if placed.parent is not None else None
        content = _passage(text, pieces, proposed.content, trim, parent.content.extent if parent else None)
        if not content:
            return None
        source = _passage(text, pieces, proposed.source, narrow)
        cue = _passage(text, pieces, proposed.cue, narrow) or _bare(text, pieces, proposed.cue)
        return state(
            report,
            source,
            cue,
            content,
            parent=parent.id if parent else None,
            confidence=placed.confidence,
            made_by=self._made_by,
        )


def _passage(
    text: str,
    pieces: Pieces,
    runs: Iterable[Run],
    edge: Callable[[str, int, int], tuple[int, int]],
    extent: Span | None = None,
) -> Passage:
    """Turn runs of pieces into a passage with clean edges, cut to `extent`, which a nested content may leave by a bit.

    What is left without a letter or a digit is dropped.
    """
    low, high = (extent.start, extent.end) if extent else (0, len(text))
    pairs: list[tuple[int, int]] = []
    for first, last in runs:
        start, end = edge(text, max(low, int(pieces.starts[first])), min(high, int(pieces.ends[last - 1])))
        start, end = max(low, start), min(high, end)
        if pairs:
            start = max(start, pairs[-1][1])
        if start < end and any(letter.isalnum() for letter in text[start:end]):
            pairs.append((start, end))
    return Passage.of(text, pairs)


def _bare(text: str, pieces: Pieces, runs: Iterable[Run]) -> Passage:
    """Turn runs of pieces into a passage as they are: a cue may be a mark alone, such as a headline's colon."""
    return Passage.of(text, [(int(pieces.starts[first]), int(pieces.ends[last - 1])) for first, last in runs])
