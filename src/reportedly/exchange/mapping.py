"""Readings as one self-contained page with a map: who says what, where and when.

The page asks the network for nothing, and its own policy forbids it to. What comes from a report goes in as data, never
as markup: as JSON without a `<` in it, of which the page's one script makes nothing but words. map/README.md says which
part of the page lies in which file.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
import json
import string
from html import escape
from typing import TYPE_CHECKING, Any

from reportedly.exchange.heading import name
from reportedly.exchange.mapped import mapped
from reportedly.exchange.summary import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.values import Reading

SCRIPTS = ("land", "view", "paint", "filters", "card", "marks", "list", "slider", "page")
"""The parts of the script, each of which uses only those before it."""

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end a script element, written as JSON writes any character."""


def page(readings: Sequence[Reading]) -> str:
    """Return the page. It can be encoded in UTF-8 whatever the texts hold."""
    style = _packaged("page.css")
    script = '"use strict";\n(() => {\n' + "\n".join(_packaged(f"{part}.js") for part in SCRIPTS) + "})();"
    title = name(readings[0].report) if len(readings) == 1 else counted(len(readings), "report")
    return string.Template(_packaged("page.html")).substitute(
        title=escape(f"Who says what where: {title}"),
        style=style,
        style_digest=_digest(style),
        script=script,
        script_digest=_digest(script),
        land=_packaged("land.json").strip(),
        data=_data(mapped(readings)),
    )


def _packaged(file: str) -> str:
    """Read a file of the page."""
    return importlib.resources.files("reportedly.exchange").joinpath("map", file).read_text("utf-8")


def _digest(text: str) -> str:
    """Return the digest by which the policy knows a part of the page."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _data(value: dict[str, Any]) -> str:
    """Return plain values as JSON that nothing of a page can begin or end in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
