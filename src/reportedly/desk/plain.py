"""Answers that need no page: a status and a sentence, as HTML for people and as JSON under `/api`."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, JSONResponse

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

API = "/api"
"""Where the JSON twins are."""


def of_api(path: str) -> bool:
    """Say whether a path is one of the JSON twins."""
    return path == API or path.startswith(f"{API}/")


def answer(path: str, status: int, said: str, headers: dict[str, str] | None = None) -> Response:
    """Return an answer that says one thing."""
    if of_api(path):
        return JSONResponse({"error": said}, status_code=status, headers=headers)
    page = f"<!doctype html><html lang=en><title>Reportedly</title><p>{html.escape(said)}</p></html>"
    return HTMLResponse(page, status_code=status, headers=headers)


async def refuse(scope: Scope, receive: Receive, send: Send, status: int, said: str) -> None:
    """Send an answer that says one thing."""
    await answer(scope["path"], status, said)(scope, receive, send)
