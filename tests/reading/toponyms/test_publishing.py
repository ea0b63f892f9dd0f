"""Where a publisher is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.gazetteer import packaged
from reportedly.reading.places import Places
from reportedly.reading.toponyms.publishing import country_of, places_of
from reportedly.reading.toponyms.spotting import Spotter
from reportedly.values import Report
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline

GAZETTEER = packaged()


@pytest.mark.parametrize(
    ("publisher", "keys"),
    [
        ("The Lerwick Courier", ["lerwick"]),
        ("Radio Norway, Bergen", ["norway", "bergen"]),
        ("The Salt Lake City Herald", ["salt lake city"]),
        ("The Evening Post", []),
        ("", []),
    ],
)
def test_a_publisher_may_be_named_for_its_place(publisher: str, keys: list[str]) -> None:
    """The longest names count, and the words that papers are called by do not."""
    assert [one.key for one in places_of(Report(text="x", publisher=publisher), Spotter(GAZETTEER))] == keys


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://www.paper.example.co.uk/a/b", "GB"),
        ("https://avis.no", "NO"),
        ("http://paper.ca:8080/story", "CA"),
        ("https://show.tv/a", None),
        ("https://paper.com/uk", None),
        ("not an address", None),
        (None, None),
    ],
)
def test_an_address_may_tell_the_country(url: str | None, code: str | None) -> None:
    """Only the last part of the host counts, and those that anybody can buy do not."""
    number = country_of(Report(text="x", url=url), GAZETTEER)
    assert (GAZETTEER.header.countries[number] or None) == code


def test_a_paper_means_the_place_in_its_own_country(pipeline: Pipeline) -> None:
    """The same words are of another town in another paper."""
    text = "The council in Halifax will vote on the bridge."
    found = {}
    for publisher, url in (
        ("The Halifax Post", "https://post.example.uk/1"),
        ("Halifax Daily", "https://daily.example.ca/1"),
    ):
        (place,) = marked(pipeline, text, (Places(GAZETTEER),), publisher=publisher, url=url).places
        found[publisher] = place.place.country if place.place else None
    assert found == {"The Halifax Post": "GB", "Halifax Daily": "CA"}
