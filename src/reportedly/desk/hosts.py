"""Which names the desk answers to. A page elsewhere whose name is made to lead here (DNS rebinding) gets no answer."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING

from reportedly.desk.plain import refuse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from reportedly.desk.settings import Settings

_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?")


class Hosts:
    """Answers only to names that are the desk's own."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Stand before an application."""
        self._app = app
        self._names = {"localhost", settings.host.lower(), *(name.lower() for name in settings.names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] == "http" and not self.own(host_of(scope)):
            await refuse(scope, receive, send, 421, "The desk does not go by that name; `--name` gives it another.")
            return
        await self._app(scope, receive, send)

    def own(self, host: str) -> bool:
        """Say whether a `Host` header names the desk. A bare address does: rebinding needs a name to lead elsewhere."""
        found = _HOST.fullmatch(host)
        if not found:
            return False
        name = found["name"].lower().rstrip(".")
        return name in self._names or _address(name.strip("[]"))


def host_of(scope: Scope) -> str:
    """Return the `Host` header of a request; nothing where there is none, or several."""
    found = [value for name, value in scope["headers"] if name == b"host"]
    return found[0].decode("latin-1") if len(found) == 1 else ""


def _address(name: str) -> bool:
    """Say whether a name is an address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
