"""Who may come into a desk that is locked."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from reportedly.desk.access import inside
from reportedly.desk.app import make_app
from reportedly.desk.locks import Password, Token, password_in, token_in, write_password
from reportedly.desk.sessions import FREE, LASTS_S, LONGEST_WAIT_S, Sessions, Tries
from reportedly.desk.settings import Settings, loopback
from reportedly.errors import UsageError
from tests.desk.conftest import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRET = "an-invented-token-of-this-test"  # noqa: S105 - opens nothing


@pytest.fixture
def stranger(ledger_file: str) -> Iterator[TestClient]:
    """Return a visitor of a desk with a token, who has not shown it."""
    app = make_app(Settings(ledger=ledger_file, lock=Token(SECRET)))
    with TestClient(app, base_url=BASE, follow_redirects=False, raise_server_exceptions=False) as made:
        yield made


def _try(who: TestClient, shown: str, onward: str = "/") -> int:
    """Show something at the login, and return the status."""
    csrf = re.search(r'name="csrf" content="([0-9a-f]+)"', who.get("/login").text)
    assert csrf
    return who.post("/login", data={"csrf": csrf[1], "shown": shown, "next": onward}).status_code


@pytest.mark.parametrize("path", ["/", "/about", "/api/claims", "/api/openapi.json", "/nowhere"])
def test_strangers_see_nothing(stranger: TestClient, path: str) -> None:
    """Without the token every page leads to the login, and every twin is refused."""
    answer = stranger.get(path)
    assert answer.status_code == (401 if path.startswith("/api") else 303)
    assert "claim" not in answer.text.lower()


def test_the_login_opens(stranger: TestClient) -> None:
    """Whoever shows the token is inside until the logout; the cookie is kept from scripts and from other pages."""
    assert _try(stranger, "something else") == 401
    assert _try(stranger, SECRET) == 303
    assert stranger.get("/about").status_code == 200
    csrf = re.search(r'name="csrf" content="([0-9a-f]+)"', stranger.get("/about").text)
    assert csrf
    assert stranger.post("/logout", data={"csrf": csrf[1]}).status_code == 303
    assert stranger.get("/about").status_code == 303


def test_the_cookie_is_kept(stranger: TestClient) -> None:
    """Neither a script nor a page elsewhere gets at the session."""
    csrf = re.search(r'name="csrf" content="([0-9a-f]+)"', stranger.get("/login").text)
    assert csrf
    cookie = stranger.post("/login", data={"csrf": csrf[1], "shown": SECRET}).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_programs_show_the_token(stranger: TestClient) -> None:
    """A program shows the token in a header."""
    assert stranger.get("/api/about", headers={"Authorization": f"Bearer {SECRET}"}).status_code == 200
    assert stranger.get("/api/about", headers={"Authorization": "Bearer else"}).status_code == 401


def test_who_fails_waits(stranger: TestClient) -> None:
    """After some failures even what is right must wait, at the login and in the header."""
    assert [_try(stranger, "wrong") for _ in range(FREE)] == [401] * FREE
    assert _try(stranger, SECRET) == 429
    assert stranger.get("/api/about", headers={"Authorization": f"Bearer {SECRET}"}).status_code == 429


def test_no_secret_is_shown(stranger: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """The token is on no page, in no twin and in no log."""
    with caplog.at_level("DEBUG"):
        _try(stranger, SECRET)
        seen = stranger.get("/about").text + stranger.get("/api/about").text
    assert SECRET not in seen + caplog.text
    assert SECRET not in repr(Settings(lock=Token(SECRET)))


@pytest.mark.parametrize("path", ["//evil.example", "/\\evil.example", "http://evil.example", "", "/a\nb"])
def test_the_login_leads_nowhere_else(path: str) -> None:
    """Whatever the address says, the login leads to a page of the desk."""
    assert inside(path) == "/"


def test_waits_double_and_end() -> None:
    """Each failure beyond the free ones doubles the wait up to the longest; what is right ends it."""
    at = 0.0
    tries = Tries(lambda: at)
    for _ in range(FREE):
        assert tries.wait_s("a") == 0
        tries.failed("a")
    assert 0 < tries.wait_s("a") <= 2
    assert tries.wait_s("b") == 0
    for _ in range(40):
        tries.failed("a")
    assert tries.wait_s("a") <= LONGEST_WAIT_S + 1
    tries.passed("a")
    assert tries.wait_s("a") == 0


def test_sessions_end() -> None:
    """A session ends by itself after its time, or when it is ended."""
    at = 0.0
    sessions = Sessions(lambda: at)
    first, second = sessions.begin(), sessions.begin()
    sessions.end(second)
    assert (sessions.knows(first), sessions.knows(second), sessions.knows("x"), sessions.knows(None)) == (
        True,
        False,
        False,
        False,
    )
    at = LASTS_S + 1.0
    assert not sessions.knows(first)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example"])  # noqa: S104 - is refused
def test_other_hosts_want_a_lock(host: str) -> None:
    """A desk that others can reach does not open without a lock."""
    with pytest.raises(UsageError, match="--token-file"):
        Settings(host=host)
    assert Settings(host=host, lock=Token(SECRET)).host == host


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_the_loopback_is_this_machine(host: str) -> None:
    """Only addresses of the loopback are this machine's own."""
    assert loopback(host)


def test_a_token_file_is_made(tmp_path: Path) -> None:
    """Where there is no file a token is written that its owner alone may read; the next time it is the same."""
    path = tmp_path / "token"
    token_in(path)
    text = path.read_text(encoding="utf-8").strip()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert token_in(path).opens(text)
    path.write_text("short", encoding="utf-8")
    with pytest.raises(UsageError):
        token_in(path)


def test_a_password_is_hashed(tmp_path: Path) -> None:
    """The file holds an Argon2 hash, which opens with the password alone."""
    path = tmp_path / "password"
    write_password(path, "seven invented lanterns")
    assert path.read_text(encoding="utf-8").startswith("$argon2id$")
    lock = password_in(path)
    assert lock.opens("seven invented lanterns")
    assert not lock.opens("seven invented lantern")
    with pytest.raises(UsageError):
        write_password(path, "short")
    with pytest.raises(UsageError):
        Password("no hash")
