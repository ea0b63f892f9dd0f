"""A real browser without a window, driven over a pipe by the DevTools protocol; nothing but Chromium is needed."""

from __future__ import annotations

import base64
import fcntl
import itertools
import json
import os
import shutil
import signal
import time
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
"""The browser, where one is installed."""

PATIENCE = 200
"""How often something is looked for before it is taken for missing, 50 milliseconds apart."""


class Browser:
    """One page in a browser, what it logged, and what it asked the network for."""

    def __init__(self, profile: Path, *, width: int = 1280, height: int = 800, scheme: str = "light") -> None:
        """Start the browser, with its profile in a folder and a window of this size and colour scheme."""
        self._answers: dict[int, dict[str, Any]] = {}
        self._numbers = itertools.count(1)
        self._rest = b""
        self.logged: list[str] = []
        self.asked: list[str] = []
        self._process = self._started(profile)
        try:
            self._prepare(width, height, scheme)
        except BaseException:
            self.close()
            raise

    def _started(self, profile: Path) -> int:
        """Start the browser, with the two ends of the protocol at its descriptors 3 and 4, and return its process."""
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        os.set_blocking(self._in, False)
        # Out of the way first, so that neither end is written over by the other.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (to_browser, from_browser)]
        command = [
            CHROMIUM or "",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            f"--user-data-dir={profile}",
            "--remote-debugging-pipe",
        ]
        wiring: list[tuple[int, int, int] | tuple[int, int, str, int, int]] = [
            (os.POSIX_SPAWN_DUP2, ends[0], 3),
            (os.POSIX_SPAWN_DUP2, ends[1], 4),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        process = os.posix_spawn(command[0], command, os.environ, file_actions=wiring)
        for end in (*ends, to_browser, from_browser):
            os.close(end)
        return process

    def _prepare(self, width: int, height: int, scheme: str) -> None:
        """Make a page with a window of this size and colour scheme, and listen to it."""
        target = self._send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Runtime", "Log", "Network", "Page"):
            self.call(f"{domain}.enable")
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < height
        )
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End."""
        self.close()

    def close(self) -> None:
        """End the browser that this started."""
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)
        os.close(self._out)
        os.close(self._in)

    def open(self, address: str) -> None:
        """Load a page, and wait until its script has run."""
        self.call("Page.navigate", url=address)
        self.until("document.readyState === 'complete'")

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """Evaluate an expression in the page, and wait for what it promises."""
        given = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in given, given
        return given["result"].get("value")

    def until(self, script: str) -> None:
        """Wait until an expression holds."""
        for _ in range(PATIENCE):
            if self.run(script):
                return
            time.sleep(0.05)
        msg = f"never came true: {script}"
        raise AssertionError(msg)

    def key(self, key: str, code: str = "", number: int = 0) -> None:
        """Press a key."""
        about = {"key": key, "code": code or key, "windowsVirtualKeyCode": number}
        text = {"text": key} if len(key) == 1 else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", **about, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", **about)

    def mouse(self, kind: str, x: float, y: float, **more: Any) -> None:  # noqa: ANN401 - as the protocol has it
        """Move, press or release the mouse."""
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def click(self, x: float, y: float) -> None:
        """Click where one points."""
        self.mouse("mouseMoved", x, y)
        self.mouse("mousePressed", x, y, button="left", clickCount=1)
        self.mouse("mouseReleased", x, y, button="left", clickCount=1)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Write what is seen (or the whole page) as a PNG."""
        given = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(given["data"]))

    def call(self, method: str, **about: Any) -> dict[str, Any]:  # noqa: ANN401 - as the protocol has it
        """Ask the page for something by the protocol."""
        return self._send(method, self._session, **about)

    def _send(self, method: str, session: str | None = None, **about: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
        """Send one message, and wait for its answer."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": about} | ({"sessionId": session} if session else {})
        rest = json.dumps(message).encode() + b"\0"
        while rest:
            rest = rest[os.write(self._out, rest) :]
        for _ in range(PATIENCE * 100):
            self._take()
            if number in self._answers:
                answer = self._answers.pop(number)
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            time.sleep(0.001)
        msg = f"the browser does not answer {method}"
        raise AssertionError(msg)

    def _take(self) -> None:
        """Take in what the browser has said by now."""
        try:
            while piece := os.read(self._in, 1 << 20):
                self._rest += piece
        except BlockingIOError:
            pass
        *messages, self._rest = self._rest.split(b"\0")
        for message in map(json.loads, messages):
            if "id" in message:
                self._answers[message["id"]] = message
            elif message["method"] in {"Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled"}:
                self.logged.append(json.dumps(message["params"]))
            elif message["method"] == "Network.requestWillBeSent":
                self.asked.append(message["params"]["request"]["url"])
