"""Which places of a report its statements have taken, so that no rule finds again what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.values import Along

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.values import Statement


class Taken:
    """The places of the sources, cues and contents of some statements."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        """Take statements."""
        parts = [(one.source.spans, one.cue.spans, one.content.spans) for one in statements]
        self._sources = Along(span for source, _, _ in parts for span in source)
        self._cues = Along(span for _, cue, _ in parts for span in cue)
        self._contents = Along(span for _, _, content in parts for span in content)

    def cue(self, start: int, end: int) -> bool:
        """Say whether a cue shares words with [start, end)."""
        return bool(self._cues.touching(start, end))

    def content(self, start: int, end: int) -> bool:
        """Say whether a content shares words with [start, end)."""
        return bool(self._contents.touching(start, end))

    def any(self, start: int, end: int) -> bool:
        """Say whether any part of a statement shares words with [start, end)."""
        return self.cue(start, end) or self.content(start, end) or bool(self._sources.touching(start, end))
