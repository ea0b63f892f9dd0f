"""Pages from templates: what a report says is only ever text in them."""

from __future__ import annotations

import datetime
import functools
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import jinja2
from starlette.responses import HTMLResponse

import reportedly
from reportedly.desk.navigation import ENTRIES
from reportedly.desk.statics import statics
from reportedly.exchange.summary import counted
from reportedly.exchange.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from reportedly.desk.room import Room

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_STAMP = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z| UTC)?)?)?")
_AS_OF = "as_of"


def page(room: Room, request: Request, template: str, status: int = 200, **shown: object) -> HTMLResponse:
    """Return a page: a template with what it shows."""
    values = {
        **shown,
        "entries": ENTRIES,
        "here": request.url.path,
        "parameters": dict(request.query_params),
        _AS_OF: request.query_params.get(_AS_OF, "").strip(),
        "csrf": room.csrf.token(request),
        "locked": room.access.lock is not None,
        "inside": room.access.lock is None or room.access.knows(request),
        "link": functools.partial(link, request.query_params.get(_AS_OF, "").strip()),
        "version": reportedly.__version__,
    }
    response = HTMLResponse(templates().get_template(template).render(values), status_code=status)
    room.csrf.remember(request, response)
    return response


@functools.cache
def templates() -> jinja2.Environment:
    """Return the packaged templates. Whatever they are given is escaped; what they are not given is an error."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("reportedly.desk"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "one_line": one_line,
        "visible": visible,
        "clip": clip,
        "when": when,
        "counted": counted,
        "figure": lambda number: f"{number:,}",
    }
    made.globals |= {"static": statics().url}
    return made


def link(as_of: str, path: str, parameters: Mapping[str, Any] | None = None) -> str:
    """Return an address of the desk that keeps the moment that is asked about; empty parameters are left out."""
    kept: list[tuple[str, Any]] = []
    for name, value in {_AS_OF: as_of, **(parameters or {})}.items():
        kept += [(name, each) for each in (value if isinstance(value, list | tuple) else [value]) if each or each == 0]
    return f"{path}?{urlencode(kept)}" if kept else path


def clip(text: str, most: int) -> str:
    """Return the beginning of a text in one line, with an ellipsis where something is left out."""
    line = one_line(text[: 4 * most])
    return line if len(line) <= most and len(text) <= 4 * most else line[:most].rstrip() + " …"


def when(stamp: str) -> str:
    """Return a time for people, no more precisely than it is given: `4 Mar 2025, 09:10 UTC`, `Mar 2025`.

    What is no plain date ("undated", an interval) stays as it is.
    """
    found = _STAMP.fullmatch(stamp)
    if not found or not 1 <= int(found[2]) <= len(MONTHS):
        return stamp
    year, month, day, time, _ = found.groups()
    date = " ".join(each for each in (day and str(int(day)), MONTHS[int(month) - 1], year) if each)
    return f"{date}, {time} UTC" if time else date


def today() -> str:
    """Return the day that it is in UTC."""
    return datetime.datetime.now(tz=datetime.UTC).date().isoformat()
