"""Readings: finding statements and how deep they stand."""

from __future__ import annotations

import pytest

from reportedly.values import MadeBy, Passage, Reading, Report, Statement

TEXT = "Mayor Odile Brandt said the pilot told her the ferry had no radio."


def _statement(identity: str, source: str, cue: str, content: str, parent: str | None) -> Statement:
    """Make a statement from words that stand once in the text."""
    return Statement(
        id=identity,
        source=_passage(source),
        cue=_passage(cue),
        content=_passage(content),
        parent=parent,
        confidence=0.9,
        made_by=MadeBy("attribution", "1"),
    )


def _passage(words: str) -> Passage:
    """Find words that stand once in the text."""
    start = TEXT.index(words)
    return Passage.of(TEXT, [(start, start + len(words))])


OUTER = _statement("s1", "Mayor Odile Brandt", "said", "the pilot told her the ferry had no radio", None)
INNER = _statement("s2", "the pilot", "told her", "the ferry had no radio", "s1")
READING = Reading(Report(text=TEXT), (OUTER, INNER))


def test_a_statement_is_found_by_its_id() -> None:
    """An id that stands in a reading leads to its statement."""
    assert READING.statement("s2") is INNER


def test_an_unknown_id_is_a_key_error() -> None:
    """An id of no statement is not quietly another one."""
    with pytest.raises(KeyError, match="s9"):
        READING.statement("s9")


def test_the_depth_counts_the_contents_around() -> None:
    """A statement by itself has depth 0, one in its content depth 1."""
    assert [READING.depth(statement) for statement in READING.statements] == [0, 1]


def test_a_statement_shows_the_report_s_own_words() -> None:
    """Every part of a statement reads from the text of its report."""
    parts = (INNER.source, INNER.cue, INNER.content)
    assert [part.text for part in parts] == ["the pilot", "told her", "the ferry had no radio"]


def test_a_reading_may_be_empty() -> None:
    """A report in which nobody says anything has a reading all the same."""
    assert Reading(Report(text="")).statements == ()
