"""The formats that are read."""

from __future__ import annotations

import dataclasses
import importlib
import types
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from reportedly.errors import ReportError
    from reportedly.formats.loaded import Loaded

    Loader = Callable[[bytes, str], Iterator[Loaded | ReportError]]


@dataclasses.dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is called, the suffixes of its files, and the module that reads it."""

    name: str
    description: str
    suffixes: tuple[str, ...]
    module: str

    @property
    def loader(self) -> Loader:
        """The function from bytes, and a name for them in messages, to reports; what it needs is imported now."""
        return cast("Loader", importlib.import_module(f"reportedly.formats.{self.module}").load)


FORMATS: Mapping[str, Format] = types.MappingProxyType(
    {
        entry.name: entry
        for entry in (
            Format("text", "Plain text", (".txt", ".text"), "text"),
            Format("markdown", "Markdown", (".md", ".markdown"), "markdown"),
            Format("html", "A web page", (".html", ".htm", ".xhtml"), "html"),
            Format("jsonl", "JSON lines: one report a line", (".jsonl", ".ndjson"), "jsonl"),
            Format("json", "JSON: a report, or a list of reports", (".json",), "json"),
            Format("pdf", "PDF with a text layer", (".pdf",), "pdf"),
        )
    }
)
"""Every format by its name."""
