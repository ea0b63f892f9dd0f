"""The publisher by its names."""

from __future__ import annotations

import hypothesis
import pytest
from hypothesis import strategies

from reportedly.reading.imprint import Imprint
from reportedly.values import Report


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("The Evening Post", "the Evening Post"),
        ("The Evening Post", "Post"),
        ("eveningpost.example", "The Evening Post"),
        ("https://www.eveningpost.example/world", "the Post"),
        ("mbc.example", "Merrow Broadcasting Corporation"),
        ("Corvane Radio", "Radio Corvane"),
    ],
)
def test_a_name_is_the_publishers_in_full_in_short_or_as_an_address(publisher: str, name: str) -> None:
    """Articles, order and the form of an address do not count."""
    assert Imprint(Report(text="", publisher=publisher)).own(name)


@pytest.mark.parametrize("name", ["the Morning Post", "Norrpress", ""])
def test_another_outlets_name_is_not_the_publishers(name: str) -> None:
    """One word in common does not make two outlets one."""
    assert not Imprint(Report(text="", publisher="The Evening Post")).own(name)


@pytest.mark.parametrize(
    "text",
    [
        "LESSA, May 3 (Norrpress) - The port was shut.",
        "Port shut\\n\\nNorrpress, 3 May\\n\\nThe port was shut.",
        "The port was shut. Norrpress could not independently verify it.",
        "The port was shut, says a memo seen by Norrpress.",
        "The port was shut. The firm did not answer questions from Norrpress.",
        "The port was shut. The firm did not respond to Norrpress's requests for comment.",
    ],
)
def test_a_text_names_its_publisher(text: str) -> None:
    """A dateline, a heading with a date and what only a newsroom does name the publisher."""
    imprint = Imprint(Report(text=text.replace("\\n", "\n")))
    assert imprint.own("Norrpress")
    assert not imprint.own("the Evening Post")


def test_a_newsrooms_acts_count_only_where_nothing_else_names_the_publisher() -> None:
    """Whose publisher is known has not seen what another's newsroom saw."""
    report = Report(text="The port was shut, says a memo seen by Norrpress.", publisher="The Evening Post")
    assert not Imprint(report).own("Norrpress")


@hypothesis.given(strategies.text(), strategies.text(), strategies.none() | strategies.text())
def test_any_name_can_be_asked_for(text: str, name: str, publisher: str | None) -> None:
    """Whatever a report and a name are, the answer is yes or no."""
    assert Imprint(Report(text=text, publisher=publisher)).own(name) in {True, False}
