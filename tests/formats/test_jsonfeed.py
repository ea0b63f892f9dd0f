"""Items of a JSON Feed become reports."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import Loaded
from reportedly.values import Moment
from tests.formats.wires import PARAGRAPHS, TEXT, codes, found, reasons, reports

VERSION = "https://jsonfeed.org/version/1.1"


def _feed(*items: object, **more: object) -> bytes:
    """Return a feed with these items."""
    return json.dumps({"version": VERSION, "title": "Valley Courier", **more, "items": items}).encode()


def test_an_item_is_its_headline_and_its_full_text() -> None:
    """All that it states is kept; HTML counts for more than plain text, which has fewer marks."""
    (loaded,) = reports(
        _feed(
            {
                "id": 7,
                "url": "https://valley.example/7",
                "title": "Dam drained",
                "content_html": TEXT,
                "content_text": "short",
                "date_published": "2024-10-05T10:00:00+02:00",
                "date_modified": "2024-10-06",
                "authors": [{"name": "Ada Venn"}, {"name": "Bo Rask"}, {"url": "x"}],
            }
        )
    )
    report = loaded.report
    assert report.text == "Dam drained\n\n" + PARAGRAPHS
    assert (report.publisher, report.byline, report.external_id) == ("Valley Courier", "Ada Venn; Bo Rask", "7")
    assert report.url == "https://valley.example/7"
    assert (report.published, report.modified) == (Moment("2024-10-05T10:00:00+02:00"), Moment("2024-10-06"))


def test_plain_text_and_summaries_are_read() -> None:
    """An item with a summary alone has a caution; the feed's author stands in for the item's."""
    one, two = reports(
        _feed({"content_text": "A <b> is a tag, he said."}, {"summary": "She said no."}, author={"name": "Desk"})
    )
    assert (one.report.text, one.report.byline) == ("A <b> is a tag, he said.", "Desk")
    assert (two.report.text, codes(two)) == ("She said no.", ["summary-only"])


def test_one_bad_item_never_stops_the_others() -> None:
    """What is no item, or has no words, is an error in its place."""
    items = found(_feed(5, {"id": "a"}, {"content_text": "She said no.", "url": "javascript:x", "authors": "x"}))
    assert [isinstance(item, ReportError) for item in items] == [True, True, False]
    assert isinstance(items[2], Loaded)
    assert items[2].report.url is None


def test_of_a_feed_that_is_cut_off_what_came_is_in() -> None:
    """The items before that place are read, and an error tells of the loss."""
    items = found(_feed({"content_text": "One said."}, {"content_text": "Two said.", "id": "b"})[:-9])
    assert [item.report.text for item in items if isinstance(item, Loaded)] == ["One said.", "Two said."]
    assert isinstance(items[-1], ReportError)
    assert "not JSON from here on" in items[-1].reason


def test_what_is_no_feed_says_so() -> None:
    """The reason tells JSON that is none from JSON without items."""
    assert "not JSON" in reasons(b"said", "jsonfeed")[0]
    assert '"items"' in reasons(b"{}", "jsonfeed")[0]
    assert "no items" in reasons(_feed())[0]


@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1), max_size=5))
def test_texts_come_back_as_they_were(texts: list[str]) -> None:
    """A plain text without white space is not changed by a single character."""
    for text, item in zip(texts, found(_feed(*({"content_text": text} for text in texts))), strict=False):
        assert item.report.text == text if isinstance(item, Loaded) else not any(map(str.isalnum, text))


@given(data=st.binary(max_size=100), start=st.integers(0, 120))
def test_no_bytes_raise(data: bytes, start: int) -> None:
    """Whatever stands anywhere in a feed, reports and errors come out."""
    whole = _feed({"content_html": TEXT})
    assert found(whole[:start] + data + whole[start:], "jsonfeed")
