"""What a whole text is told from."""

from __future__ import annotations

import pytest

from reportedly.reading.timex.anchoring import anchor
from reportedly.reading.timex.calendar import Point, Unit
from reportedly.reading.timex.scanning import scan
from reportedly.values import Moment, Report

DAY = Point(Unit.DAY, 2023, 8, 12)
STORY = "The keep was begun in 1201. In May 1203 it burnt. In June, July, August, October and November it snowed. "


def anchored(text: str, published: str | None = None) -> tuple[Point | None, bool, bool]:
    """Return what is known of a text."""
    report = Report(text=text, published=None if published is None else Moment(published))
    return anchor(report, scan(text, report.paragraphs))


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("KALVIK, 12 August 2023 - It rained.", DAY),
        ("Rain in Kalvik\nAugust 12, 2023\nIt rained.", DAY),
        ("2023-08-12\nIt rained.", DAY),
        ("On 12 August 2023 it rained.", None),
        ("It rained. " * 50 + "\n12 August 2023\n", None),
        ("Rain\n31 February 2023\nIt rained.", None),
        ("", None),
    ],
)
def test_a_date_at_the_top(text: str, point: Point | None) -> None:
    """A date alone in its line or before a dash says when the text was published, if nothing else does."""
    assert anchored(text)[0] == point
    assert anchored(text, "2024")[0] == Point(Unit.YEAR, 2024)


def test_narratives_are_known_by_their_dates() -> None:
    """Many dates long past and no day of the week make a narrative; one "yesterday" in so few dates makes news."""
    assert anchored(STORY)[1]
    assert anchored(STORY, "2023-08-12")[1]
    assert not anchored(STORY, "1203")[1]
    assert not anchored(STORY + "She told of it yesterday.", "2023-08-12")[1]
    assert not anchored("It burnt in 1201 and in May 1203.", "2023-08-12")[1]


def test_years_before_christ_make_a_text_about_them() -> None:
    """A text with several years BC is about those times."""
    assert anchored("From 480 BC to 470 BC and in 465 BC.")[2]
    assert not anchored("It was founded in 480 BC.")[2]
