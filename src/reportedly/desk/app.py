"""The desk as an ASGI application."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from fastapi import Depends, FastAPI

import reportedly
from reportedly.desk import faults
from reportedly.desk.access import Access, Door
from reportedly.desk.csrf import Csrf
from reportedly.desk.hosts import Hosts
from reportedly.desk.listing import Listing
from reportedly.desk.pages import about, claim, claims, login
from reportedly.desk.room import Room
from reportedly.desk.safety import Safety
from reportedly.desk.statics import statics
from reportedly.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.responses import Response

    from reportedly.desk.settings import Settings

PAGES = (claims, claim, about, login)
"""Every page; a new one is added here."""


def make_app(settings: Settings) -> FastAPI:
    """Return a desk on an open ledger, which is closed when the desk is.

    Raises:
        LedgerError: The ledger cannot be opened.
    """
    csrf, access = Csrf(settings.port), Access(settings)
    ledger = Ledger.open(settings.ledger)

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        ledger.close()

    app = FastAPI(
        title="Reportedly: the desk",
        description="The JSON twins of the pages. Every object is what its page shows.",
        version=reportedly.__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        dependencies=[Depends(csrf.check)],
    )
    app.state.room = Room(settings=settings, ledger=ledger, access=access, csrf=csrf, listing=Listing())
    faults.handle(app)
    app.add_api_route("/static/{version}/{path:path}", _static, include_in_schema=False, response_model=None)
    for each in PAGES:
        app.include_router(each.ROUTER)
    app.add_middleware(Door, access=access)  # what is added last stands first
    app.add_middleware(Hosts, settings=settings)
    app.add_middleware(Safety, longest_body=settings.longest_body)
    return app


def _static(version: str, path: str) -> Response:
    """Return a script, a style or a font."""
    return statics().answer(version, path)
