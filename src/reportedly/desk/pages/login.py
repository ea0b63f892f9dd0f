"""The login of a desk that is locked."""

# Without `from __future__ import annotations`: FastAPI reads the annotations of what it calls.

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from reportedly.desk.access import LOGIN, address, inside
from reportedly.desk.rendering import page
from reportedly.desk.room import InRoom
from reportedly.desk.sessions import LASTS_S

ROUTER = APIRouter(include_in_schema=False)
LONGEST = 1024
"""Code points of what is shown at the login."""


@ROUTER.get(LOGIN)
def form(room: InRoom, request: Request, next: str = "/") -> Response:  # noqa: A002 - the parameter of the address
    """Show the form; who is inside already goes on."""
    if room.access.lock is None or room.access.knows(request):
        return RedirectResponse(quote(inside(next), safe="/?&=%+"), status_code=303)
    return page(room, request, "login.html", asks=room.access.lock.asks, next=inside(next), said="")


@ROUTER.post(LOGIN)
def login(
    room: InRoom,
    request: Request,
    shown: Annotated[str, Form(max_length=LONGEST)],
    next: Annotated[str, Form(max_length=LONGEST)] = "/",  # noqa: A002 - as above
) -> Response:
    """Begin a session for whoever shows what is right; let others wait longer and longer."""
    access, who = room.access, address(request)
    if access.lock is None:
        return RedirectResponse("/", status_code=303)
    wait = access.tries.wait_s(who)
    if not wait and access.opens(who, shown):
        onward = RedirectResponse(quote(inside(next), safe="/?&=%+"), status_code=303)
        onward.set_cookie(access.cookie, access.sessions.begin(), max_age=LASTS_S, httponly=True, samesite="strict")
        return onward
    said = f"Too many tries. Wait {wait} seconds." if wait else f"That is not the {access.lock.asks}."
    answer = page(
        room, request, "login.html", 429 if wait else 401, asks=access.lock.asks, next=inside(next), said=said
    )
    if wait:
        answer.headers["Retry-After"] = str(wait)
    return answer


@ROUTER.post("/logout")
def logout(room: InRoom, request: Request) -> Response:
    """End the session."""
    room.access.sessions.end(request.cookies.get(room.access.cookie))
    answer = RedirectResponse(LOGIN if room.access.lock else "/", status_code=303)
    answer.delete_cookie(room.access.cookie, httponly=True, samesite="strict")
    return answer
