"""What tests of the desk share: a ledger of the examples, a client that asks without a browser, and windows of one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Protocol

import pytest
from starlette.testclient import TestClient

import reportedly
from reportedly.claims.book import Book
from reportedly.desk.app import make_app
from reportedly.desk.settings import Settings
from reportedly.ledger import Ledger
from reportedly.values import Reading
from tests.desk.opened import Visit, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
BASE = "http://localhost:8765"
"""Where the client believes the desk to be."""


class Opens(Protocol):
    """Opens windows: at a path, or at none yet; `at` is the address of another desk than that of the examples."""

    def __call__(
        self, path: str = "", *, width: int = 1280, dark: bool = False, script: bool = True, at: str = ""
    ) -> Visit:
        """Open a window."""


@pytest.fixture(scope="session")
def ledger_file(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return where a ledger of the examples is, all told; no test writes into it."""
    where = str(tmp_path_factory.mktemp("desk") / "ledger.sqlite")
    with Ledger.open(where, create=True) as ledger:
        writer = ledger.writer()
        for reading in reportedly.read_sources([str(root / "examples")]):
            assert isinstance(reading, Reading), reading
            writer.add(reading)
        Book(ledger).tell()
    return where


@pytest.fixture(scope="session")
def client(ledger_file: str) -> Iterator[TestClient]:
    """Return what asks the desk of the examples without a browser; it follows no redirects, and keeps no cookies."""
    app = make_app(Settings(ledger=ledger_file))
    with TestClient(app, base_url=BASE, follow_redirects=False, raise_server_exceptions=False) as made:
        yield made


@pytest.fixture(scope="session")
def address(ledger_file: str) -> Iterator[str]:
    """Return where the desk of the examples is open."""
    with opened(ledger_file) as at:
        yield at


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser; skip by name where none is installed."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Opens]:
    """Return what opens windows; at its end each is looked at once more, and closed."""
    windows: list[Visit] = []

    def go(path: str = "", *, width: int = 1280, dark: bool = False, script: bool = True, at: str = "") -> Visit:
        where = at or request.getfixturevalue("address")
        windows.append(Visit(chromium, where, width=width, dark=dark, script=script))
        if path:
            windows[-1].go(path)
        return windows[-1]

    yield go
    try:
        for window in windows:
            window.check()
    finally:
        for window in windows:
            window.close()
