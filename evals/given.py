"""The pipeline with the readers' own statements in the place of those that it would find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.pipeline import Pipeline
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import state
from reportedly.values import MadeBy, Passage

if TYPE_CHECKING:
    from evals.evaluation import Reads
    from evals.gold import Document
    from reportedly.values import Reading, Statement

FINDING = frozenset({"attribution", "responses", "hedges", "nested", "citing"})
"""The stages that find statements, in whose place the given ones stand."""


class Given:
    """A stage that proposes the statements of a document's readers."""

    name = "given"
    version = "1"
    needs = frozenset({"text"})
    gives = frozenset({"statements"})

    def __init__(self, document: Document) -> None:
        """Take a document."""
        self._document = document

    def __call__(self, reading: Reading) -> Proposal:
        """Propose its statements, in their order in the file."""
        made: list[Statement] = []
        for gold in self._document.statements:
            source, cue, content = (
                Passage.of(reading.report.text, spans) for spans in (gold.source, gold.cue, gold.content)
            )
            parent = made[gold.parent].id if gold.parent is not None else None
            made_by = MadeBy(self.name, self.version)
            made.append(state(reading.report, source, cue, content, parent=parent, confidence=1.0, made_by=made_by))
        return Proposal(statements=tuple(made))


def with_given(pipeline: Reads, document: Document) -> Pipeline:
    """Return a pipeline that takes a document's statements as they are, and reads the rest."""
    return Pipeline([Given(document), *(stage for stage in pipeline.stages if stage.name not in FINDING)])
