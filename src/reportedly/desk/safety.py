"""What every answer carries so that a browser does nothing that no page asks for; and how much is taken in."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

from reportedly.desk.plain import refuse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
POLICY = "; ".join(f"{name} {value}" for name, value in DIRECTIVES.items())
"""The Content-Security-Policy (W3C CSP 3): scripts, styles and requests are the desk's own, and nothing is inline."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",  # with `no-referrer` browsers leave out the Origin that writes are checked by
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_LOG = logging.getLogger(__name__)


class _TooLong(Exception):  # noqa: N818 - never leaves this file
    """More came than is taken in."""


class Safety:
    """Stands before all else: bounds what comes in, and puts the headers on whatever goes out, failures included."""

    def __init__(self, app: ASGIApp, longest_body: int) -> None:
        """Stand before an application that takes in so many bytes a request."""
        self._app = app
        self._longest = longest_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = _Exchange(receive, send, self._longest)
        try:
            exchange.take(_announced(scope))
            await self._app(scope, exchange.receive, exchange.send)
        except _TooLong:
            exchange.refused = False
            said = f"More than {self._longest:,} bytes are not taken in at once."
            await refuse(scope, receive, exchange.send, 413, said)
        except Exception:
            _LOG.exception("%s %s failed", scope["method"], scope["path"])
            if exchange.begun:
                raise
            said = "Something went wrong here, and it is not your fault. The log of the desk says what."
            await refuse(scope, receive, exchange.send, 500, said)


class _Exchange:
    """A request and its answer on their way."""

    def __init__(self, receive: Receive, send: Send, longest: int) -> None:
        """Begin."""
        self._receive, self._send, self._longest = receive, send, longest
        self._taken = 0
        self.begun = self.refused = False

    def take(self, size: int) -> None:
        """Stop at more than is taken in."""
        if size > self._longest:
            self.refused = True
            raise _TooLong

    async def receive(self) -> Message:
        """Count what comes."""
        message = await self._receive()
        self._taken += len(message.get("body", b""))
        self.take(self._taken)
        return message

    async def send(self, message: Message) -> None:
        """Put the headers on an answer; the framework's own, to a request that was cut off, goes nowhere."""
        if self.refused:
            raise _TooLong
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            headers.setdefault("Cache-Control", "private, no-cache")
        await self._send(message)


def _announced(scope: Scope) -> int:
    """Return how many bytes a request says it has; 0 where it does not say."""
    said = dict(scope["headers"]).get(b"content-length", b"0")
    return int(said) if said.isdigit() else 0
