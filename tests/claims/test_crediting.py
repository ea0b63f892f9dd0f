"""Whose copy a report says that it carries."""

from __future__ import annotations

import pytest

from reportedly.claims.agencies import agency, key, same_outlet
from reportedly.claims.crediting import wires
from reportedly.values import Reading, Report
from tests.claims.stories import WIRE, reading


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("LESSA (Reuters) - A ferry drifted for hours.", "Reuters"),
        ("LESSA, Oct 8 (AFP) — A ferry drifted for hours.", "AFP"),
        ("Ferry adrift\n\nThe Associated Press\n\nA ferry drifted.", "AP"),
        ("Ferry adrift\n\nThe Associated Press | Tuesday, October 8, 2024\n\nA ferry drifted.", "AP"),
        ("Ferry adrift\n\nBy JO BERG and PIA HOLM\xa0 Associated Press\n\nA ferry drifted.", "AP"),
        ("Ferry adrift\n\nBy JO BERG AP National Security Writer\n\nA ferry drifted.", "AP"),
        ("Ferry adrift\n\nJo Berg, Associated Press\n\nA ferry drifted.", "AP"),
        ("Ferry adrift\n\nA ferry drifted.\n\n© 2024 Thomson/Reuters. All rights reserved.", "Reuters"),
        ("Ferry adrift\n\nPosted 5:57 am, by CNN Wire, Updated at 06:00\n\nA ferry drifted.", "CNN"),
    ],
)
def test_known_wires_are_found_without_a_reading(text: str, wire: str) -> None:
    """Datelines, bylines and notices of copyright tell the wire, under any of its names."""
    assert {each: credit.whole for each, credit in wires(Reading(Report(text=text))).items()} == {wire: True}


@pytest.mark.parametrize(
    "text",
    [
        "A ferry drifts off Lessa. (AP Photo/Pia Holm)\n\nA ferry drifted.",
        "Ferry adrift\n\nPhoto: Pia Holm, Associated Press\n\nA ferry drifted.",
        "A ferry drifted for hours, the Associated Press reported on Tuesday, and nobody could tell for how long.",
        "RIAD and Lessa signed a treaty.",
    ],
)
def test_pictures_and_mentions_are_no_credit(text: str) -> None:
    """The agency of a picture, and one that is only cited, has not written the report."""
    assert wires(Reading(Report(text=text))) == {}


def test_a_line_of_thanks_makes_no_whole_copy() -> None:
    """An agency that contributed has not written all of it."""
    text = "Ferry adrift\n\nA ferry drifted.\n\nThe Associated Press contributed to this report."
    assert {each: credit.whole for each, credit in wires(Reading(Report(text=text))).items()} == {"AP": False}


def test_what_the_reading_found_counts_and_the_publisher_itself_does_not() -> None:
    """A wire that is on no list comes from the reading; in its own report it is nobody else's."""
    assert {each: credit.name for each, credit in wires(reading(WIRE, "evening-post.example")).items()} == {
        "meridional": "Meridional"
    }
    assert wires(reading(WIRE, "Meridional")) == {}
    byline = Reading(Report(text="A ferry drifted.", byline="Jo Berg, Reuters"))
    assert wires(byline)["Reuters"].words.text == "Reuters"


def test_names_of_one_outlet_are_one() -> None:
    """An address, initials and an article make no other outlet, and a likeness makes no same one."""
    assert key("The Associated Press") == key("apnews.com") == "AP"
    assert agency("https://www.reuters.com/world") == "Reuters"
    assert agency("evening-post.example") is None
    assert same_outlet("The Evening Post", "eveningpost.com")
    assert not same_outlet("The Morning Post", "eveningpost.com")
