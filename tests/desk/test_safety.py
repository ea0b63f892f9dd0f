"""What every answer of the desk carries, whom it answers, and what may be written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from openapi_spec_validator import validate
from starlette.testclient import TestClient

from reportedly.desk.app import make_app
from reportedly.desk.safety import HEADERS
from reportedly.desk.settings import Settings
from tests.desk.conftest import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def visitor(ledger_file: str) -> Iterator[TestClient]:
    """Return a client of its own, which keeps its cookies."""
    app = make_app(Settings(ledger=ledger_file, longest_body=2000))
    with TestClient(app, base_url=BASE, follow_redirects=False, raise_server_exceptions=False) as made:
        yield made


@pytest.mark.parametrize("path", ["/", "/about", "/nowhere", "/api/claims", "/api/nowhere", "/?since=never"])
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    """Pages, twins and faults all carry the policy and its companions."""
    headers = client.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS


def test_the_policy_allows_nothing_inline() -> None:
    """No script or style may be inline, evaluated, or from elsewhere."""
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


@pytest.mark.parametrize("path", ["/", "/about", "/nowhere"])
def test_pages_have_nothing_inline(client: TestClient, path: str) -> None:
    """No page has a style, a handler or a script in it that the policy would stop."""
    text = client.get(path).text
    assert not re.search(r"<[^>]*\s(style|on[a-z]+)=", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert "<style" not in text


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.evil.example:8765", "a b"])
def test_other_names_get_no_answer(client: TestClient, host: str) -> None:
    """A name that somebody else made to lead here is refused."""
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8765", "LOCALHOST", "127.0.0.1:8765", "[::1]:8765"])
def test_own_names_get_an_answer(client: TestClient, host: str) -> None:
    """The desk answers to its own names and to addresses."""
    assert client.get("/about", headers={"Host": host}).status_code == 200


def test_a_write_needs_the_token(visitor: TestClient) -> None:
    """A write without the token, with another's, or from another page writes nothing; with it and from here it does."""
    token = re.search(r'name="csrf" content="([0-9a-f]+)"', visitor.get("/").text)
    assert token
    right = {"X-CSRF-Token": token[1], "Origin": BASE}
    assert visitor.post("/logout").status_code == 403
    assert visitor.post("/logout", headers=right | {"X-CSRF-Token": "0" * 64}).status_code == 403
    assert visitor.post("/logout", headers=right | {"Origin": "http://evil.example"}).status_code == 403
    assert visitor.post("/logout", headers=right | {"Origin": "null"}).status_code == 403
    assert visitor.post("/logout", data={"csrf": token[1]}).status_code == 303
    assert visitor.post("/logout", headers=right).status_code == 303


def test_the_token_belongs_to_the_visitor(visitor: TestClient) -> None:
    """The token of one visitor is worth nothing with the cookie of another."""
    token = re.search(r'name="csrf" content="([0-9a-f]+)"', visitor.get("/").text)
    assert token
    visitor.cookies.clear()
    visitor.get("/")
    assert visitor.post("/logout", headers={"X-CSRF-Token": token[1]}).status_code == 403


def test_long_bodies_are_refused(visitor: TestClient) -> None:
    """More than the settings say is not taken in, announced or not."""
    assert visitor.post("/logout", content=b"a" * 2001).status_code == 413
    assert visitor.post("/logout", content=(b"a" * 500 for _ in range(5)), headers=_FORM).status_code == 413


_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_the_description_is_one(client: TestClient) -> None:
    """OpenAPI describes each twin, and is valid."""
    described = client.get("/api/openapi.json").json()
    validate(described)
    assert {"/api/claims", "/api/about"} <= set(described["paths"])
    assert all(path.startswith("/api/") for path in described["paths"])
    for twin in described["paths"].values():
        assert "as_of" in {parameter["name"] for parameter in twin["get"]["parameters"]}


def test_faults_are_told_in_the_way_that_was_asked(client: TestClient) -> None:
    """A person gets a page, a program an object; both say what is wrong."""
    assert "no date" in client.get("/?since=never").text
    assert client.get("/api/claims?since=never").json() == {
        "error": "'never' is no date; write 2025, 2025-03, 2025-03-04 or 2025-03-04T14:00Z"
    }
    assert client.get("/api/nowhere").status_code == 404
    assert client.get("/?limit=0").status_code == 400
