"""What every answer carries to keep a browser from doing what no page of the desk asks for; and how much is taken in."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

from reportedly.desk.plain import refuse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
"""The Content-Security-Policy (W3C CSP 3): scripts, styles, fonts and requests are the desk's own, and nothing inline."""
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
        begun = False
        taken = 0

        async def sent(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "private, no-cache")
            await send(message)

        async def received() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._longest:
                raise _TooLong
            return message

        try:
            if _announced(scope) > self._longest:
                raise _TooLong
            await self._app(scope, received, sent)
        except _TooLong:
            if not begun:
                await refuse(scope, receive, sent, 413, f"More than {self._longest:,} bytes are not taken in at once.")
        except Exception:
            _LOG.exception("%s %s failed", scope["method"], scope["path"])
            if begun:
                raise
            said = "Something went wrong here, and it is not your fault. The log of the desk says what."
            await refuse(scope, receive, sent, 500, said)


def _announced(scope: Scope) -> int:
    """Return how many bytes a request says it has; 0 where it does not say."""
    said = dict(scope["headers"]).get(b"content-length", b"0")
    return int(said) if said.isdigit() else 0
