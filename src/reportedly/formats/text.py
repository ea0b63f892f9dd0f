"""Plain text: the decoded file, so that every offset into the report is one into the file."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats.encodings import decode
from reportedly.formats.loaded import Loaded
from reportedly.values import Report

if TYPE_CHECKING:
    from collections.abc import Iterator


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield one report whose text is the decoded bytes, only a byte order mark left out."""
    decoded = decode(data)
    if "\0" in decoded.text and not decoded.encoding.startswith("utf-"):
        yield ReportError(where, "holds binary data and no text")
        return
    report = Report(text=decoded.text, sha256=hashlib.sha256(data).hexdigest())
    yield Loaded(report, where, decoded.cautions)
