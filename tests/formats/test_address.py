"""Only addresses of the web are addresses."""

from __future__ import annotations

import pytest

from reportedly.formats import address


@pytest.mark.parametrize("stated", ["https://v.example/1?a=b", " http://v.example ", "HTTPS://V.example"])
def test_addresses_of_the_web_come_back_as_stated(stated: str) -> None:
    """Only white space around them is left out."""
    assert address.web(stated) == stated.strip()


@pytest.mark.parametrize(
    "stated", [None, 5, "", "file:///x", "javascript:x", "/x", "https://a b", "https://" + "a" * 3000]
)
def test_anything_else_is_none(stated: object) -> None:
    """Whatever would be fetched, run or opened is no address of a report."""
    assert address.web(stated) is None


@pytest.mark.parametrize(
    ("stated", "name"), [("https://www.v.example:8/x", "v.example"), ("x", None), ("http://[", None)]
)
def test_hosts_are_told(stated: str, name: str | None) -> None:
    """Without what every host begins with."""
    assert address.host(stated) == name
