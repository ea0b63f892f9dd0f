"""What a visitor reads when something cannot be answered: a page, or an object under `/api`, that says what to do."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import sqlalchemy as sa
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from reportedly.desk.plain import of_api
from reportedly.desk.rendering import page
from reportedly.desk.room import room
from reportedly.errors import RunError, UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI, Request
    from starlette.responses import Response

_LOG = logging.getLogger(__name__)
TITLES = {
    400: "That makes no sense here",
    403: "Nothing was written",
    404: "There is no such page",
    405: "That cannot be done here",
    429: "Too many tries",
    503: "The ledger does not answer",
}


def handle(app: FastAPI) -> None:
    """Tell an application how to answer for its errors."""
    app.add_exception_handler(UsageError, _usage)
    app.add_exception_handler(RunError, _run)
    app.add_exception_handler(sa.exc.SQLAlchemyError, _run)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)


def _usage(request: Request, error: Exception) -> Response:
    """Answer for an argument that makes no sense; what an address names and the ledger does not have is not found."""
    missing = bool(request.path_params) and str(error).startswith(("there is no", "the report", "the statement"))
    return _fault(request, 404 if missing else 400, str(error))


def _run(request: Request, error: Exception) -> Response:
    """Answer for a ledger that fails."""
    _LOG.error("%s: %s", request.url.path, error)
    said = str(error) if isinstance(error, RunError) else "its database fails; the log of the desk says how"
    return _fault(request, 503, said)


def _http(request: Request, error: Exception) -> Response:
    """Answer for what the framework or a check refuses."""
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    said = error.detail
    if error.status_code == 404 and said == "Not Found":  # noqa: PLR2004 - the status by its number, as in TITLES
        said = "Nothing is at this address. It may have been mistyped, or the page is gone."
    return _fault(request, error.status_code, said, dict(error.headers or {}))


def _invalid(request: Request, error: Exception) -> Response:
    """Answer for parameters of the wrong kind."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for nothing else
    said = "; ".join(f"{each['loc'][-1]}: {each['msg'][:1].lower()}{each['msg'][1:]}" for each in error.errors())
    return _fault(request, 400, said)


def _fault(request: Request, status: int, said: str, headers: dict[str, str] | None = None) -> Response:
    """Return a page that says what is wrong, or an object."""
    if of_api(request.url.path):
        return JSONResponse({"error": said}, status_code=status, headers=headers)
    said = f"{said[:1].upper()}{said[1:]}"
    answer = page(
        room(request), request, "fault.html", status, title=TITLES.get(status, "This cannot be answered"), said=said
    )
    answer.headers.update(headers or {})
    return answer
