"""Words that light up in a report's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.exchange.lights import Lights
from reportedly.values import Report, Span

if TYPE_CHECKING:
    import pytest

REPORT = Report(text="It rained.\n\nAnn left.")


def test_a_passage_is_numbered_once() -> None:
    """What was read from the same words lights the same words."""
    lights = Lights(1, REPORT)
    one, other = (Span(0, 2),), (Span(0, 2), Span(12, 15))
    assert [lights.pointer(spans) for spans in (one, other, one)] == ["p0", "p1", "p0"]
    assert lights.passages == (one, other)
    assert lights.rules().splitlines()[1].startswith("#r1:has(.p1:is(:hover,:focus,:focus-within)) .l1 {")


def test_words_within_a_paragraph_can_be_led_to() -> None:
    """What begins in the white space between paragraphs is nowhere on the page."""
    lights = Lights(2, REPORT)
    assert [lights.anchor(start) for start in (0, 9, 10, 11, 12, 20, 21)] == [
        "r2-o0",
        "r2-o9",
        "",
        "",
        "r2-o12",
        "r2-o20",
        "",
    ]


def test_a_report_has_only_so_many_lights(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes too late lights nothing; what has its light keeps it."""
    monkeypatch.setattr("reportedly.exchange.lights.MOST", 1)
    lights = Lights(1, REPORT)
    assert [lights.pointer((Span(start, start + 1),)) for start in (0, 1, 0)] == ["p0", "", "p0"]
