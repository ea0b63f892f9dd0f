"""An item becomes a report with its headline, once, and with what should be known of it."""

from __future__ import annotations

import pytest

from reportedly.errors import ReportError
from reportedly.formats import Loaded
from reportedly.formats.item import Item, by, status


def _text(item: Item) -> str:
    """Return the text of an item's report."""
    made = item.report("x")
    assert isinstance(made, Loaded)
    return made.report.text


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("Dam drained", ("She said no.",), "Dam drained\n\nShe said no."),
        ("Dam drained!", ("ORLEN", "Dam drained", "No."), "ORLEN\n\nDam drained\n\nNo."),
        ("She said …", ("She said no.",), "She said no."),
        (None, ("She said no.",), "She said no."),
        ("Dam drained", (), "Dam drained"),
    ],
)
def test_the_headline_comes_first_and_once(title: str | None, body: tuple[str, ...], text: str) -> None:
    """Where the text begins with it, or with what was cut to make it, it is there already."""
    assert _text(Item(title=title, paragraphs=body)) == text


def test_the_digest_is_that_of_the_bytes_or_of_the_text() -> None:
    """An item without bytes of its own has the digest of its text."""
    made = Item(paragraphs=("She said no.",)).report("x")
    other = Item(paragraphs=("She said no.",)).report("x", b"bytes")
    assert isinstance(made, Loaded)
    assert isinstance(other, Loaded)
    assert made.report.sha256 == made.report.text_sha256 != other.report.sha256


def test_an_item_without_words_is_an_error() -> None:
    """It says so, and that it was taken back."""
    made = Item(title="…", cautions=status("stat:canceled")).report("x, item 3")
    assert isinstance(made, ReportError)
    assert str(made) == "x, item 3: holds neither a text nor a headline; the publisher marks it as canceled"


@pytest.mark.parametrize(("stated", "known"), [("usable", False), (None, False), ("stat:Withheld", True)])
def test_what_was_taken_back_is_told(stated: str | None, known: bool) -> None:  # noqa: FBT001 - pytest's parameters
    """With its scheme or without."""
    assert bool(status(stated)) is known


def test_bylines_lose_the_word_that_introduces_them() -> None:
    """A name that begins like one is whole."""
    assert (by("By  Ada Venn"), by("Byron Rask"), by(" "), by(None)) == ("Ada Venn", "Byron Rask", None, None)
