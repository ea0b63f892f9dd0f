"""The list of claims and its twin."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

import reportedly
from reportedly.desk.app import make_app
from reportedly.desk.settings import Settings
from reportedly.ledger import Ledger
from tests.desk.conftest import BASE

if TYPE_CHECKING:
    from pathlib import Path

FILTERS = [
    "",
    "q=engineers",
    "q=stance:denies",
    "status=contested",
    "publisher=Meridian",
    "origins=2",
    "origins=unknown",
]


def _ids(page: str) -> list[str]:
    """Return the ids of the rows of a page."""
    return re.findall(r'<li class="row[^"]*" id="([^"]+)"', page)


def _all(client: TestClient, query: str, limit: int) -> list[dict[str, Any]]:
    """Return all claims for a query, page by page."""
    found: list[dict[str, Any]] = []
    after = ""
    while True:
        parameters = dict(part.split("=") for part in query.split("&") if part) | {"limit": str(limit), "after": after}
        given = client.get("/api/claims", params=parameters).json()
        found += given["claims"]
        if given["next"] is None:
            return found
        after = given["next"]


@pytest.mark.parametrize("query", FILTERS)
def test_the_twin_is_the_page(client: TestClient, query: str) -> None:
    """Page and twin show the same claims in the same order."""
    shown = _ids(client.get(f"/?{query}").text)
    assert shown == [each["id"] for each in client.get(f"/api/claims?{query}").json()["claims"]]
    assert shown


@pytest.mark.parametrize("query", ["", "q=stance:denies", "as_of=2025-06-03"])
def test_paging_shows_each_once(client: TestClient, query: str) -> None:
    """However long the pages are, each claim comes once, the latest change first."""
    whole, short = _all(client, query, 200), _all(client, query, 3)
    assert [each["id"] for each in short] == [each["id"] for each in whole]
    assert len({each["id"] for each in whole}) == len(whole)
    changes = [each["last_change"] for each in whole]
    assert changes == sorted(changes, reverse=True)


def test_the_next_page_is_linked(client: TestClient) -> None:
    """Without a script a link leads to the next page, with the filters, and back to the first."""
    first = client.get("/?limit=3&q=the").text
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following
    second = client.get(html.unescape(following[1])).text
    assert len(_ids(second)) == 3
    assert not set(_ids(first)) & set(_ids(second))
    back = re.search(r'rel="first" href="([^"]+)"', second)
    assert back
    assert _ids(client.get(html.unescape(back[1])).text) == _ids(first)


def test_filters_hold(client: TestClient) -> None:
    """What is listed is what was asked for."""
    assert {each["status"] for each in _all(client, "status=contested", 50)} == {"contested"}
    assert all(each["origins_max"] >= 2 for each in _all(client, "origins=2", 50))
    assert all(each["unknown"] for each in _all(client, "origins=unknown", 50))
    assert all(any("Meridian" in name for name in each["names"]) for each in _all(client, "publisher=Meridian", 50))


def test_a_script_gets_the_address(client: TestClient) -> None:
    """What htmx swaps in comes with the address under which it belongs."""
    answer = client.get("/?q=engineers&since=", headers={"HX-Request": "true"})
    assert answer.headers["HX-Push-Url"] == "/?q=engineers"
    assert "HX-Push-Url" not in client.get("/?q=engineers").headers


def test_hostile_text_is_text(tmp_path: Path) -> None:
    """What a report says is shown, and never taken for a part of the page."""
    nasty = '<img src=x onerror="alert(1)">\u202e {{ 7 * 7 }}'
    text = f"The old bridge is shut, Mayor Odile Brandt said on Monday. “It is {nasty} that fell,” she said."
    where = str(tmp_path / "ledger.sqlite")
    with Ledger.open(where, create=True) as ledger:
        ledger.writer().add(reportedly.read(text, title=nasty, publisher=f"Valley {nasty}"))
    with TestClient(make_app(Settings(ledger=where)), base_url=BASE) as client:
        for path in ("/", f"/?q={nasty}", f"/?publisher={nasty}", "/?as_of=%3Cscript%3E", "/%3Cscript%3E"):
            text = client.get(path).text
            assert "<img" not in text
            assert "<script>" not in text
        shown = client.get("/").text
        assert "&lt;img src=x" in shown
        assert "{{ 7 * 7 }}" in shown
        assert "\u202e" not in shown


def test_an_empty_ledger_says_how_to_begin(tmp_path: Path) -> None:
    """Where nothing is claimed the page says what to do."""
    where = str(tmp_path / "ledger.sqlite")
    Ledger.open(where, create=True).close()
    with TestClient(make_app(Settings(ledger=where)), base_url=BASE) as client:
        assert "reportedly add" in client.get("/").text
