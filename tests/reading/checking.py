"""What holds of the reading of any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values import Reading, Statement


def check(reading: Reading, text: str) -> None:
    """Check what holds of the reading of any text."""
    assert reading.report.text == text
    ids = [statement.id for statement in reading.statements]
    assert len(set(ids)) == len(ids)
    for statement in reading.statements:
        assert statement.content or statement.cue
        assert 0 <= statement.confidence <= 1
        for passage in (statement.source, statement.cue, statement.content):
            assert passage.within is text or passage.within == text
            for words in passage.texts:
                assert words == words.strip()
                assert passage is statement.cue or any(letter.isalnum() for letter in words)
        if statement.parent is not None:
            around, inside = reading.statement(statement.parent).content.extent, statement.content.extent
            assert around is not None
            assert inside is None or around.contains(inside)
        assert reading.depth(statement) < len(ids)
    places = [extent(statement) for statement in reading.statements]
    assert places == sorted(places, key=lambda place: (place[0], -place[1]))


def extent(statement: Statement) -> tuple[int, int]:
    """Return where a statement begins and where it ends."""
    spans = [*statement.source.spans, *statement.cue.spans, *statement.content.spans]
    return min(span.start for span in spans), max(span.end for span in spans)
