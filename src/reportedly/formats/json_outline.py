"""The beginning of a JSON text as a whole value: what was cut off is left out, and every bracket is closed."""

from __future__ import annotations

import re

from reportedly.formats.records import DECODER

DEEPEST = 200
"""Values that are nested deeper are cut there: no format of reports is."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?P<closed>"?)|[\[\]{},]', re.DOTALL)
_BEGUN = re.compile(r',?\s*+"(?:[^"\\]|\\.)*+"\s*+:', re.DOTALL)
"""A member whose value is cut off: that it is there tells formats apart."""

_CLOSERS = {"[": "]", "{": "}"}


def outline(text: str) -> object:
    """Return the first value of a text that may be cut off anywhere, without what is incomplete; None for no JSON."""
    try:
        found, _ = DECODER.raw_decode(closed(text.lstrip("\ufeff \t\r\n")))
    except (ValueError, RecursionError, ArithmeticError):
        return None
    return found


def closed(text: str) -> str:
    """Return the first value of a text, cut after its last complete member where it does not end.

    The name of a member whose value is cut off stays, with null.
    """
    waiting: list[str] = []
    end, closers = 0, ""
    for found in _TOKEN.finditer(text):
        mark = found[0]
        if mark[0] == '"':
            if not found["closed"]:
                break
            continue
        if mark in _CLOSERS:
            if len(waiting) == DEEPEST:
                break
            waiting.append(_CLOSERS[mark])
        elif mark != ",":
            if not waiting or waiting.pop() != mark:
                break
            if not waiting:
                return text[: found.end()]
        end = found.start() if mark == "," else found.end()
        closers = "".join(reversed(waiting))
    begun = _BEGUN.match(text, end) if closers[:1] == "}" else None
    return text[:end] + (f"{begun[0]}null" if begun else "") + closers
