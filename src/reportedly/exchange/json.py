"""A reading in the JSON of docs/reference/json.md, which is a contract: keys are added, never renamed or dropped."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from reportedly.values import Reading, Report, Statement

CONFIDENCE_DIGITS = 4
"""Decimal places of a confidence: more would differ between processors without meaning anything."""

_SPAN_OVER_LINES = re.compile(rb"\[\n\s*(\d+),\n\s*(\d+)\n\s*\]")
"""A span as an indenting encoder writes it. A raw line end never stands within a JSON string, so this is no words."""


def encode(reading: Reading) -> dict[str, object]:
    """Return a reading as plain values, in the order and with the keys of the contract."""
    return {
        "report": _report(reading.report),
        "statements": [_statement(statement) for statement in reading.statements],
        "warnings": [{"code": warning.code, "message": warning.message} for warning in reading.warnings],
    }


def dumps(reading: Reading, *, indent: int | None = None) -> bytes:
    r"""Return a reading as one JSON object, without a line end after it.

    It is one line, or laid out with so many blanks a level. It is UTF-8, except that a text with lone surrogates,
    which UTF-8 has no bytes for, is written in ASCII with escapes (`\ud83d`).
    """
    value = encode(reading)
    try:
        packed = msgspec.json.encode(value)
        laid_out = packed if indent is None else msgspec.json.format(packed, indent=indent)
    except UnicodeEncodeError:
        separators = (",", ":") if indent is None else (",", ": ")
        laid_out = json.dumps(value, ensure_ascii=True, indent=indent, separators=separators).encode("ascii")
    return laid_out if indent is None else _SPAN_OVER_LINES.sub(rb"[\1, \2]", laid_out)


def _report(report: Report) -> dict[str, object]:
    """Return a report's own part."""
    return {
        "id": report.id,
        "external_id": report.external_id,
        "path": report.path,
        "url": report.url,
        "title": report.title,
        "publisher": report.publisher,
        "byline": report.byline,
        "published": str(report.published) if report.published else None,
        "modified": str(report.modified) if report.modified else None,
        "language": report.language,
        "sha256": report.sha256,
        "text_sha256": report.text_sha256,
        "text": report.text,
        "paragraphs": [[paragraph.start, paragraph.end] for paragraph in report.paragraphs],
    }


def _statement(statement: Statement) -> dict[str, object]:
    """Return a statement's part."""
    return {
        "id": statement.id,
        "source": statement.source.pairs,
        "cue": statement.cue.pairs,
        "content": statement.content.pairs,
        "parent": statement.parent,
        "confidence": round(statement.confidence, CONFIDENCE_DIGITS),
        "made_by": {
            "stage": statement.made_by.stage,
            "version": statement.made_by.version,
            "model": statement.made_by.model,
        },
    }
