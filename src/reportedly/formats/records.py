"""A JSON object that is a report, wherever it stands."""

from __future__ import annotations

import decimal
import hashlib
import json

from reportedly.errors import ReportError
from reportedly.formats import dates
from reportedly.formats.loaded import Loaded, caution
from reportedly.values import Report

DECODER = json.JSONDecoder(parse_float=decimal.Decimal, strict=False)
"""The standard library's decoder: it keeps lone surrogates, which msgspec refuses; a number keeps its wording, and raw
control characters in a string, which RFC 8259 forbids and people write, are let through."""

_TEXTS = ("title", "publisher", "byline", "url")
_TIMES = ("published", "modified")


def report(record: object, source: bytes, where: str) -> Loaded | ReportError:
    """Make a report of a decoded JSON value; `source` is the bytes that it was decoded from.

    An error only where `text` is missing or no string; a field that makes no sense is left out, with a caution.
    """
    if not isinstance(record, dict):
        return ReportError(where, f"not a JSON object but {_kind(record)}")
    if not isinstance(text := record.get("text"), str):
        missing = '"text" is no string' if "text" in record else 'no "text"'
        return ReportError(where, f"{missing}: a report is an object whose text is a string")
    cautions = []
    fields: dict[str, str | None] = {}
    for name in _TEXTS:
        value = record.get(name)
        if isinstance(value, str):
            fields[name] = value or None
        elif value is not None:
            cautions.append(caution("bad-field", f"{name} is {_kind(value)} and no string, and is left out"))
    identity = record.get("id")
    if identity is not None and (isinstance(identity, bool) or not isinstance(identity, (str, int, decimal.Decimal))):
        cautions.append(caution("bad-field", f"id is {_kind(identity)}, no string and no number, and is left out"))
        identity = None
    times = {name: dates.stated(name, record.get(name)) for name in _TIMES}
    cautions += [caution("bad-date", problem) for _, problem in times.values() if problem]
    made = Report(
        text=text,
        sha256=hashlib.sha256(source).hexdigest(),
        external_id=None if identity is None else str(identity),
        published=times["published"][0],
        modified=times["modified"][0],
        **fields,
    )
    return Loaded(made, where, tuple(cautions))


def wrong(error: Exception) -> str:
    """Say in words why JSON could not be decoded."""
    if isinstance(error, RecursionError):
        return "nested too deep"
    message = str(getattr(error, "msg", error))
    return message[:1].lower() + message[1:]


def _kind(value: object) -> str:
    """Name a JSON value's type in words."""
    names = {bool: "true or false", dict: "an object", list: "a list", str: "a string", type(None): "null"}
    return names.get(type(value), "a number")
