"""The orientation stage: where a content lies in time, seen from the report."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.outlook import outlooks
from reportedly.reading.stage import Proposal
from reportedly.reading.timing import NO_VERB, Timing
from reportedly.values import Finding, MadeBy, Orientation, Passage

if TYPE_CHECKING:
    from reportedly.reading.outlook import Outlook
    from reportedly.values import Reading, Statement

_FIRST_LINE = re.compile(r"\s*[^\n]*")
_LINE = 200
"""How far behind a statement its line's end is looked for."""
_POINTING = re.compile(r"it|so|this|that|which|as much|otherwise|them|these|those|the same", re.IGNORECASE)
"""Contents that only point to what was told before."""


class Orientations:
    """Find where each statement's content lies in time."""

    name = "orientation"
    version = "1"
    needs = frozenset({"text", "statements", "words", "stances", "certainties"})
    gives = frozenset({"orientations"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("orientations")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with their orientation."""
        text = reading.report.text
        known, signs = outlooks(text, reading.words), self._lexicon.matches(text)
        first = _FIRST_LINE.match(text)
        title_end = first.end() if first else 0
        made: list[Statement] = []
        for statement in reading.statements:
            outlook, headline = known.of(statement), _headline(statement, title_end)
            value, reason = Timing(statement, outlook, known.clauses, signs, headline=headline).told()
            if reason == NO_VERB and made and _POINTING.fullmatch(statement.content.text):
                value, reason = _pointed(made[-1]), "what the statement before tells, to which it points"
            made.append(dataclasses.replace(statement, orientation=self._found(outlook, text, value, reason)))
        return Proposal(statements=tuple(made))

    def _found(self, outlook: Outlook, text: str, value: Orientation, reason: str) -> Finding[Orientation]:
        """Write an orientation down, with the verb that tells it."""
        group = outlook.clause.group if outlook.clause is not None else None
        words = Passage(text) if group is None else Passage(text, (group,))
        return Finding(value, words, MadeBy(self.name, self.version, reason=reason))


def _pointed(before: Statement) -> Orientation:
    """Return the orientation of the statement before."""
    return before.orientation.value if before.orientation is not None else Orientation.ONGOING


def _headline(statement: Statement, title_end: int) -> bool:
    """Say whether a statement stands in the first line of its text, and that line has no full stop at its end."""
    content = statement.content
    if not content or content.spans[0].start > title_end:
        return False
    last = max(span.end for passage in (content, statement.cue) for span in passage.spans)
    line = content.within[last : last + _LINE].partition("\n")[0].rstrip("\"'”’ ")
    return not line.endswith((".", "!"))
