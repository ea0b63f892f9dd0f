"""A list of feeds holds addresses, and says so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import opml
from reportedly.formats.listed import Listed
from tests.formats.wires import found, reasons

LIST = b"""<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="News"><outline type="rss" text="Valley Courier" xmlUrl="https://valley.example/rss?a&b"/>
<outline title="Hill Post" text="x" xmlUrl="https://hill.example/feed"/></outline>
<outline text="Again" xmlUrl="https://hill.example/feed"/><outline text="File" xmlUrl="file:///etc/passwd"/></body></opml>"""


def test_one_error_says_what_is_listed() -> None:
    """Nothing is fetched, and nobody reads a list of addresses as a report."""
    (reason,) = reasons(LIST)
    assert "lists 2 addresses" in reason
    assert "asked for by address" in reason


def test_addresses_are_of_the_web_and_each_once() -> None:
    """However deep they lie in folders; a file of the reader's machine is none."""
    assert opml.addresses(LIST) == [
        Listed("https://valley.example/rss?a&b", "Valley Courier"),
        Listed("https://hill.example/feed", "Hill Post"),
    ]


def test_of_a_broken_list_what_could_be_read_is_there() -> None:
    """The error says that some may be missing."""
    cut = LIST[: LIST.index(b"<outline title")]
    assert len(opml.addresses(cut)) == 1
    assert "broken XML" in reasons(cut)[0]


@given(data=st.binary(max_size=100), start=st.integers(0, 300))
def test_no_bytes_raise(data: bytes, start: int) -> None:
    """Whatever stands in a list, addresses and one error come out."""
    assert len(found(LIST[:start] + data + LIST[start:], "opml")) == 1
    assert isinstance(opml.addresses(data), list)
