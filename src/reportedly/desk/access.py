"""Who may come in: whoever has logged in, or shows the token; on a desk without a lock, everybody who can reach it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from reportedly.desk.plain import answer, of_api
from reportedly.desk.sessions import Sessions, Tries

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from reportedly.desk.settings import Settings

COOKIE = "session"
LOGIN = "/login"
_OPEN = (LOGIN, "/static/")
_BEARER = "bearer "


class Access:
    """Keeps sessions and failures, and decides on requests."""

    def __init__(self, settings: Settings) -> None:
        """Take the lock, if there is one."""
        self.lock = settings.lock
        self.cookie = f"reportedly_{COOKIE}_{settings.port}"
        self.sessions = Sessions()
        self.tries = Tries()

    def knows(self, request: Request) -> bool:
        """Say whether a request comes with an open session."""
        return self.sessions.knows(request.cookies.get(self.cookie))

    def opens(self, who: str, shown: str) -> bool:
        """Say whether what is shown is right, and count where it is not; call only where `tries` need not wait."""
        right = self.lock is None or self.lock.opens(shown)
        if right:
            self.tries.passed(who)
        else:
            self.tries.failed(who)
        return right


class Door:
    """Stands before the pages, and sends strangers to the login."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        """Stand before an application."""
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] == "http" and self._access.lock is not None and not scope["path"].startswith(_OPEN):
            refused = await self._refused(Request(scope))
            if refused is not None:
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _refused(self, request: Request) -> Response | None:
        """Return the answer to a stranger; None for whoever may come in."""
        if self._access.knows(request):
            return None
        path, who = request.url.path, address(request)
        shown = request.headers.get("authorization", "")
        if shown.lower().startswith(_BEARER):
            if wait := self._access.tries.wait_s(who):
                return answer(path, 429, f"Too many tries. Wait {wait} seconds.", {"Retry-After": str(wait)})
            if await run_sync(functools.partial(self._access.opens, who, shown[len(_BEARER) :].strip())):
                return None
        if of_api(path) or shown:
            return answer(path, 401, "Log in, or show the token.", {"WWW-Authenticate": "Bearer"})
        back = path + (f"?{request.url.query}" if request.url.query else "")
        login = f"{LOGIN}?{urlencode({'next': back})}" if request.method == "GET" and back != "/" else LOGIN
        if request.headers.get("hx-request"):  # swapping a login into a list would be no login
            return Response(status_code=401, headers={"HX-Redirect": LOGIN})
        return RedirectResponse(login, status_code=303)


def address(request: Request) -> str:
    """Return the address that a request comes from."""
    return request.client.host if request.client else "unknown"


def inside(path: str) -> str:
    """Return where to go after the login: a path of the desk's own, whatever was asked for."""
    fine = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if fine else "/"
