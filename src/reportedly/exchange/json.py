"""A reading in the JSON of docs/reference/json.md, which is a contract: keys are added, never renamed or dropped."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING

import msgspec

from reportedly.exchange.summary import Summary
from reportedly.values.plain import DIGITS, Plain, plain_reading, plain_report

if TYPE_CHECKING:
    from reportedly.values import Reading

_SPAN_OVER_LINES = re.compile(rb"\[\n\s*(\d+),\n\s*(\d+)\n\s*\]")
"""A span as an indenting encoder writes it. A raw line end never stands within a JSON string, so this is no words."""


def encode(reading: Reading, *, digits: int | None = DIGITS) -> Plain:
    """Return a reading as plain values, in the order and with the keys of the contract.

    `digits` are the decimal places of confidences, scores and shares; None leaves them as they are.
    """
    summary = dataclasses.asdict(Summary.of(reading))
    if digits is not None:
        summary = {key: round(value, digits) if isinstance(value, float) else value for key, value in summary.items()}
    return {"report": plain_report(reading.report), "summary": summary, **plain_reading(reading, digits=digits)}


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
