"""Where a headline stands above a text."""

from __future__ import annotations

import pytest

from reportedly.reading.heading import LONGEST, headline, headline_end
from reportedly.values import Report

BODY = "The pier was shut on Monday.\n\nNobody was hurt."


@pytest.mark.parametrize(
    "above",
    ["Pier shuts", "Is the pier shut?", "‘Nobody told us’", "The Old Pier Shuts After Storm.", "By Ana Ferro"],
)
def test_a_first_line_without_a_full_stop_is_one(above: str) -> None:
    """It has no full stop, or capitals all along."""
    report = Report(text=f"{above}\n\n{BODY}")
    found = headline(report)
    assert found is not None
    assert report.text[found.start : found.end] == above
    assert headline_end(report) == len(above)


def test_the_title_is_one() -> None:
    """The first paragraph is the headline where it is the report's title, whatever its marks and blanks."""
    report = Report(text=f"The pier  was shut.\n\n{BODY}", title="The pier was shut.")
    assert headline_end(report) == len("The pier  was shut.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "Pier shuts",
        BODY,
        f"The pier shuts.\n\n{BODY}",
        f"What we know:\n\n{BODY}",
        f"{'pier ' * LONGEST}\n\n{BODY}",
    ],
)
def test_other_first_lines_are_none(text: str) -> None:
    """A sentence, what leads over to the next line, a very long line or the only one is no headline."""
    assert headline(Report(text=text)) is None
    assert headline_end(Report(text=text)) == 0
