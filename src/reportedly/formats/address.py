"""Addresses of the web as reports and lists state them: read, and never followed."""

from __future__ import annotations

import re
import urllib.parse

LONGEST = 2048
"""What browsers and the protocol of sitemaps (https://www.sitemaps.org/protocol.html) take at most."""

_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def web(stated: object) -> str | None:
    """Return an address of the web as it is stated, or None for anything else, whatever scheme it has."""
    address = stated.strip() if isinstance(stated, str) else ""
    return address if len(address) <= LONGEST and _WEB.fullmatch(address) else None


def host(stated: object) -> str | None:
    """Return the host of an address without its "www.", or None where it states none."""
    try:
        found = urllib.parse.urlsplit(web(stated) or "").hostname
    except ValueError:
        return None
    return (found or "").removeprefix("www.") or None
