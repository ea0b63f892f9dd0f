"""Formats that are JSON, told apart by what their objects hold."""

from __future__ import annotations

import json
import re

from reportedly.formats import json_outline

_LINES_SNIFFED = 20
_JSON = re.compile(r"\s*(?:\[\s*\{|\{)\s*\"")


def recognise(data: bytes, text: str, suffix: str | None, *, cut: bool) -> str | None:
    """Return the format of JSON, or None for what is none.

    `text` is the beginning of the bytes, decoded; `suffix` is the format that the file's name speaks for; `cut` says
    that the bytes end before the file does, perhaps within a line.
    """
    begins = text.lstrip().startswith(("{", "["))
    if not begins and suffix not in {"json", "jsonl"}:
        return None
    if begins and (found := _claimed(json_outline.outline(text))):
        return found
    lines = [line for line in data.decode("utf-8", "replace").split("\n") if line.strip()]
    if cut:
        lines = lines[:-1] or lines
    several = lines[:_LINES_SNIFFED]
    objects = sum(_is_report(line) for line in several)
    if objects and objects * 2 >= len(several) and (len(lines) > 1 or suffix != "json"):
        return "jsonl"
    if suffix in {"json", "jsonl"}:
        return "json" if suffix == "json" or text.lstrip().startswith("[") else suffix
    return "json" if _JSON.match(text) else None


def _claimed(record: object) -> str | None:
    """Return the format that claims a first value, or as much of it as its beginning shows."""
    from reportedly.formats import jsonfeed, ninjs, telegram  # noqa: PLC0415 - most inputs are not JSON

    if jsonfeed.claims(record):
        return "jsonfeed"
    if ninjs.claims(record):
        return "ninjs"
    return "telegram" if telegram.claims(record) else None


def _is_report(line: str) -> bool:
    """Say whether a line is a JSON object with a text."""
    try:
        record = json.loads(line, strict=False)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and "text" in record
