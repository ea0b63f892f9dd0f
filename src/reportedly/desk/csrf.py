"""No page elsewhere may write here: every write shows a token that only the desk's own pages have, and its origin.

The token is signed for the visitor's cookie with a key of this run (the "signed double submit" of OWASP), so that a
cookie that another service on the same host sets is worth nothing.
"""

# Without `from __future__ import annotations`: FastAPI reads the annotations of what it calls.

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk.hosts import host_of

HEADER, FIELD = "X-CSRF-Token", "csrf"
"""Where a script, or a form, shows the token."""
COOKIE = "visit"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class Csrf:
    """Gives tokens to pages, and checks them on writes."""

    def __init__(self, port: int) -> None:
        """Make the key of this run. Cookies are told apart by the port, since browsers share them between ports."""
        self._key = secrets.token_bytes(32)
        self.cookie = f"reportedly_{COOKIE}_{port}"

    def visit(self, request: Request) -> str:
        """Return what the visitor's cookie holds, or a new one that `remember` sets."""
        visit: str | None = getattr(request.state, COOKIE, None) or request.cookies.get(self.cookie)
        if not visit:
            visit = secrets.token_urlsafe(16)
            request.state.fresh = True
        request.state.visit = visit
        return visit

    def token(self, request: Request) -> str:
        """Return the token for a visitor's pages."""
        return self._signed(self.visit(request))

    def remember(self, request: Request, response: Response) -> None:
        """Set the cookie of a visitor who came without one."""
        if getattr(request.state, "fresh", False):
            response.set_cookie(self.cookie, request.state.visit, httponly=True, samesite="strict")

    async def check(self, request: Request) -> None:
        """Let reading through, and writing from the desk's own pages; anything else ends with 403."""
        if request.method in SAFE:
            return
        if not _own_origin(request):
            raise HTTPException(403, "This came from a page that is not the desk's own, so nothing was written.")
        shown = request.headers.get(HEADER)
        if shown is None and request.headers.get("content-type", "").startswith(_FORMS):
            field = (await request.form()).get(FIELD)
            shown = field if isinstance(field, str) else None
        visit = request.cookies.get(self.cookie)
        if not visit or not shown or not hmac.compare_digest(self._signed(visit).encode(), shown.encode()):
            raise HTTPException(403, "The page was too old to write from, so nothing was written. Load it again.")

    def _signed(self, visit: str) -> str:
        """Return the token that belongs to a cookie."""
        return hmac.new(self._key, visit.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _own_origin(request: Request) -> bool:
    """Say whether a write comes from the host that it goes to. Browsers say where from; programs need not."""
    origin = request.headers.get("origin")
    if origin is not None:
        return origin != "null" and urlsplit(origin).netloc.lower() == host_of(request.scope).lower()
    return request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
