"""Web archives for the tests, written by hand, so that they can be as wrong as they need to be."""

from __future__ import annotations

import base64
import gzip
import hashlib

from tests.formats.pages import page

URL = "https://valleycourier.example/dam"


def record(  # noqa: PLR0913 - a record has so many sides
    block: bytes,
    kind: str = "response",
    *,
    number: int = 1,
    url: str = URL,
    length: int | None = None,
    digest: bool = False,
    date: str = "2024-10-06T07:00:00Z",
    **fields: str,
) -> bytes:
    """Return one record around a block; `_` in the name of a further field stands for a hyphen."""
    stated = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{number:08}-0000-4000-8000-000000000000>",
        "WARC-Date": date,
        "WARC-Target-URI": url,
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block) if length is None else length),
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    if digest:
        stated["WARC-Block-Digest"] = "sha1:" + base64.b32encode(hashlib.sha1(block).digest()).decode()  # noqa: S324 - what archives have
    header = "".join(f"{name}: {value}\r\n" for name, value in stated.items())
    return b"WARC/1.0\r\n" + header.encode() + b"\r\n" + block + b"\r\n\r\n"


def response(body: bytes | None = None, *, status: str = "200 OK", **fields: str) -> bytes:
    """Return an HTTP response; `_` in the name of a field stands for a hyphen."""
    stated = {"Content_Type": "text/html; charset=utf-8", **fields}
    header = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in stated.items())
    return f"HTTP/1.1 {status}\r\n{header}\r\n".encode() + (page() if body is None else body)


def numbered(count: int, *, digest: bool = False) -> list[bytes]:
    """Return records of as many pages, each of which says its number."""
    return [
        record(response(page(title=f"Notice {number}", body=notice(number))), number=number, digest=digest)
        for number in range(1, count + 1)
    ]


def notice(number: int) -> str:
    """Return the body of a short page."""
    return (
        f"<article><h1>Notice {number}</h1><p>The ministry of works said on Saturday that gate {number} of the dam "
        f"above Orlen was safe.</p><p>The mayor denied it.</p></article>"
    )


def packed(*records: bytes) -> bytes:
    """Return an archive with a gzip member for each record."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)
