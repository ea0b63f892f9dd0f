"""Very long texts, with the packaged model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.values import Reading, Report
from tests.reading.checking import check, extent

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.reading import Pipeline

FILLER = "x" * 150
"""A word that is too long for the vocabulary: one piece, and so cheap to read."""
SENTENCE = "Captain Ilse Morrow said the north pier would stay shut until the spring."


def test_line_of_half_a_million_is_read(pipeline: Pipeline) -> None:
    """One line of 500,000 characters is read to its end, and what is found there is found in its right place."""
    text = " ".join([SENTENCE, *[FILLER] * 1700, SENTENCE, *[FILLER] * 1700, SENTENCE])
    assert len(text) > 500_000
    assert "\n" not in text
    reading = pipeline.read(Report(text=text))
    check(reading, text)
    _holds(reading)


def test_two_megabytes_are_read(pipeline: Pipeline) -> None:
    """A text of two megabytes, most of it no prose, is read to its end."""
    lines = "\n".join([FILLER] * 6_700)
    text = f"{SENTENCE}\n\n{lines}\n\n{SENTENCE}\n\n{lines}\n\n{SENTENCE}"
    assert len(text) > 2_000_000
    reading = pipeline.read(Report(text=text))
    check(reading, text)
    _holds(reading)


def test_long_prose_is_read(pipeline: Pipeline, root: Path) -> None:
    """A text of 300,000 characters of prose is read as evenly at its end as at its beginning."""
    report = _report(root)
    text = (report + "\n\n") * (300_000 // len(report) + 1)
    reading = pipeline.read(Report(text=text))
    check(reading, text)
    half = len(text) // 2
    early = sum(extent(statement)[0] < half for statement in reading.statements)
    assert early > 100
    assert abs(2 * early - len(reading.statements)) < 0.1 * len(reading.statements)


def _holds(reading: Reading) -> None:
    """Check that what the captain said is found where `SENTENCE` stands: mostly, for what stands around it is noise."""
    text = reading.report.text
    places = [found.start() for found in re.finditer(re.escape(SENTENCE), text)]
    said = SENTENCE.index("the north pier")
    found = [
        statement.source.spans[0].start
        for statement in reading.statements
        if statement.source.text == "Captain Ilse Morrow"
        and statement.content.spans[0].start == statement.source.spans[0].start + said
    ]
    assert len(places) == 3
    assert set(found) <= set(places)
    assert len(found) >= len(places) - 1


def _report(root: Path) -> str:
    """Return the longest of the sample reports that are plain text."""
    return max((path.read_text(encoding="utf-8") for path in (root / "examples").rglob("*.txt")), key=len)
