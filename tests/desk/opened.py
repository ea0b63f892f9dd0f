"""A desk that is open on a port of its own, and a browser that looks at it and finds fault."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import uvicorn
from axe_playwright_python.base import AXE_SCRIPT

from reportedly.desk.app import make_app
from reportedly.desk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from reportedly.desk.locks import Lock

SCREENSHOTS = Path(__file__).parents[2] / "build" / "screenshots"
GRAVE = frozenset({"serious", "critical"})
"""Impacts of what axe finds that no page may have."""
_BREACHES = """
window.breaches = [];
document.addEventListener("securitypolicyviolation", (event) => window.breaches.push(event.violatedDirective));
"""
_LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextlib.contextmanager
def opened(ledger: str, lock: Lock | None = None) -> Iterator[str]:
    """Open a desk on a free port of the loopback, and give its address, without a slash at its end."""
    taken = socket.create_server(("127.0.0.1", 0))
    app = make_app(Settings(ledger=ledger, port=taken.getsockname()[1], lock=lock))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
    thread.start()
    try:
        for _ in range(1000):
            if server.started:
                break
            time.sleep(0.01)
        assert server.started, "the desk did not open"
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        taken.close()


class Visit:
    """A window on a desk: `page` is Playwright's, `found` what was wrong with it so far."""

    def __init__(self, browser: Browser, address: str, *, width: int, dark: bool, script: bool) -> None:
        """Open a window of a width."""
        self.address = address
        self.found: list[str] = []
        self._dark = dark
        self._context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=script,
        )
        self._script = script
        self._context.add_init_script(_BREACHES)
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(20_000)
        self.page.on("console", lambda said: self.found.append(f"console: {said.text}") if said.type != "log" else None)
        self.page.on("pageerror", lambda error: self.found.append(f"script: {error}"))
        self.page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        """Take down a request to anywhere else."""
        at = urlsplit(url)
        if f"{at.scheme}://{at.netloc}" != self.address and at.scheme not in {"data", "blob"}:
            self.found.append(f"asked {url}")

    def go(self, path: str) -> Page:
        """Load a page of the desk and wait until nothing more is loaded."""
        self.page.goto(path, wait_until="networkidle")
        return self.page

    def check(self, name: str = "") -> None:
        """Find fault with what is seen now, and keep a picture of it under a name, where there is one."""
        if self._script:
            self.found += [f"breach of the policy: {each}" for each in self.page.evaluate("window.breaches")]
            self.found += self._too_wide() + self._unusable()
        if name:
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            width = (self.page.viewport_size or {"width": 0})["width"]
            shade = "dark" if self._dark else "light"
            self.page.screenshot(path=SCREENSHOTS / f"desk-{name}-{width}-{shade}.png", full_page=False)
        assert not self.found, "\n".join(self.found)

    def _too_wide(self) -> list[str]:
        """Return by how much the page is wider than its window."""
        over = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return [f"{over} px wider than the window"] if over > 0 else []

    def _unusable(self) -> list[str]:
        """Return what axe says keeps people from using the page."""
        self.page.evaluate(AXE_SCRIPT)
        asked = {"runOnly": _LEVELS, "resultTypes": ["violations"]}
        given: dict[str, Any] = self.page.evaluate("(options) => axe.run(options)", asked)
        return [
            f"axe: {each['id']}: {each['help']}: {node['target']} {node['failureSummary']}"
            for each in given["violations"]
            if each["impact"] in GRAVE
            for node in each["nodes"]
        ]

    def close(self) -> None:
        """Close the window."""
        self._context.close()
