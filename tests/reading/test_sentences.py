"""Where sentences end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from reportedly.reading import Pipeline

from reportedly.values import Report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port is closed. Nobody knows why.", ["The port is closed.", "Nobody knows why."]),
        ("Mr. Dahl left. He said so.", ["Mr. Dahl left.", "He said so."]),
        ("They met in the U.S. The talks failed.", ["They met in the U.S.", "The talks failed."]),
        ("A U.S. senator spoke to Gen. Rusk.", ["A U.S. senator spoke to Gen. Rusk."]),
        ("“We left.” Then it burned.", ["“We left.”", "Then it burned."]),
        ("“Did you see?” he asked. Nobody had.", ["“Did you see?” he asked.", "Nobody had."]),
        ("Prices rose 3.5 percent. Wages fell.", ["Prices rose 3.5 percent.", "Wages fell."]),
        ("Fog closes harbour\n\nThe harbour is shut.", ["Fog closes harbour", "The harbour is shut."]),
        ("No! Not that. (It was late.) So be it.", ["No!", "Not that.", "(It was late.)", "So be it."]),
        ("***\n\nWell.", ["Well."]),
        ("", []),
    ],
)
def test_sentences_end_where_readers_see_it(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    """Stops end sentences unless an abbreviation's, quotation marks stay with theirs, and paragraphs end all."""
    reading = pipeline.read(Report(text=text))
    assert [text[sentence.start : sentence.end] for sentence in reading.sentences] == expected


@given(st.text(".!?\"'”“ \nAab1(", max_size=60))
def test_sentences_never_overlap_nor_leave_a_paragraph(pipeline: Pipeline, text: str) -> None:
    """Whatever the text, each sentence's words are its own and lie in one paragraph."""
    reading = pipeline.read(Report(text=text))
    place = 0
    for sentence in reading.sentences:
        assert place <= sentence.first < sentence.last <= len(reading.words)
        assert sentence.start == reading.words[sentence.first].start
        assert sentence.end == reading.words[sentence.last - 1].end
        assert any(p.start <= sentence.start and sentence.end <= p.end for p in reading.report.paragraphs)
        place = sentence.last
