"""Web archives (WARC, ISO 28500): one report for each page or text that was retrieved."""

from __future__ import annotations

import collections
import dataclasses
import io
import re
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import archive_times, dates, html, http_message, text, warc_records
from reportedly.formats.declared import load_declared
from reportedly.formats.loaded import Loaded, caution

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from reportedly.values import Caution

MAX_PAYLOAD = 50_000_000
"""A page or text that is larger is refused, as it is when it lies in a file of its own."""

_LOADERS = {
    "text/html": html.load,
    "application/xhtml+xml": html.load,
    "text/plain": text.load,
}
_OK = 200
_UNSAID_PAGE = re.compile(rb"\s*(?:<\?xml|<!doctype html|<html)", re.IGNORECASE)
_LONGEST_URL = 2048


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the reports of an archive that is in memory."""
    yield from load_stream(io.BytesIO(data), where)


def load_stream(stream: BinaryIO, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the reports of an archive with one record in memory at a time, so that it may have any size.

    Responses with another status than 200, what is no page and no plain text, and records that are neither `response`
    nor `resource` are passed by; they are counted in one error only where nothing else is said of the archive.
    """
    passed: collections.Counter[str] = collections.Counter()
    silent = True
    for found in warc_records.records(stream):
        place = f"{where}, record {found.number:,}"
        item: Loaded | ReportError | None
        if isinstance(found, warc_records.Loss):
            item = ReportError(f"{place} (byte {found.offset:,})", found.reason)
        else:
            item = _report(found, place)
        if item is None:
            kind = found.fields.get("warc-type", "no type") if isinstance(found, warc_records.Record) else ""
            passed[ascii(kind[:20])[1:-1]] += 1
            continue
        silent = False
        yield item
    if silent:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in passed.most_common(10))
        yield ReportError(where, f"no page or text among its records ({kinds})" if kinds else "holds no records")


def _report(record: warc_records.Record, where: str) -> Loaded | ReportError | None:
    """Make a report of a record; None for one that is passed by."""
    response = _retrieved(record)
    if response is None or response.status != _OK:
        return None
    kind, charset = http_message.media_type(response.fields.get("content-type", ""))
    loader = _LOADERS.get(kind or ("text/html" if _UNSAID_PAGE.match(response.body) else ""))
    url = record.fields.get("warc-target-uri", "").strip("<> ")
    if loader is None or url.endswith("/robots.txt"):
        return None
    if len(record.block) < record.length:
        return ReportError(where, f"too large: at most {MAX_PAYLOAD:,} bytes are read")
    if "warc-segment-number" in record.fields:
        return ReportError(where, "one segment of several, which are not put together")
    cut_off = "warc-truncated" in record.fields
    try:
        data = http_message.payload(response, MAX_PAYLOAD, cut_off=cut_off)
    except http_message.UnreadableError as error:
        return ReportError(where, str(error))
    found = load_declared(loader, data, charset, where)
    return _about(found, record, url, cut_off=cut_off) if isinstance(found, Loaded) else found


def _retrieved(record: warc_records.Record) -> http_message.Response | None:
    """Return what was retrieved, as a response; a resource has no header of HTTP, and was there."""
    kind = record.fields.get("warc-type", "").casefold()
    if kind == "response":
        return http_message.parse(record.block)
    if kind == "resource":
        return http_message.Response(_OK, {"content-type": record.fields.get("content-type", "")}, record.block)
    return None


def _about(found: Loaded, record: warc_records.Record, url: str, *, cut_off: bool) -> Loaded:
    """Add what the archive says of a report: address, id, and that it is no younger than its retrieval."""
    report = dataclasses.replace(
        found.report,
        url=url if url and len(url) <= _LONGEST_URL else found.report.url,
        external_id=record.fields.get("warc-record-id", "").strip() or None,
    )
    cautions = found.cautions
    if cut_off:
        why = ascii(record.fields["warc-truncated"][:20])[1:-1] or "unspecified"
        cautions = (*cautions, _truncated(f"the archive kept only the beginning of the page ({why})"))
    found = dataclasses.replace(found, report=report, cautions=cautions)
    return archive_times.not_after(found, dates.parse(record.fields.get("warc-date", "")))


def _truncated(message: str) -> Caution:
    """Say that a report is not whole."""
    return caution("truncated", message)
