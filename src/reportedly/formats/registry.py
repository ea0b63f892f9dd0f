"""The formats that are read."""

from __future__ import annotations

import dataclasses
import importlib
import types
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from reportedly.errors import ReportError
    from reportedly.formats.loaded import Loaded

    Loader = Callable[[bytes, str], Iterator[Loaded | ReportError]]
    Streamer = Callable[[BinaryIO, str], Iterator[Loaded | ReportError]]


@dataclasses.dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is called, the suffixes of its files, and the module that reads it.

    A file of one that is an `archive` holds many reports, and may be larger than a single one.
    """

    name: str
    description: str
    suffixes: tuple[str, ...]
    module: str
    archive: bool = False

    @property
    def loader(self) -> Loader:
        """The function from bytes, and a name for them in messages, to reports; what it needs is imported now."""
        return cast("Loader", importlib.import_module(f"reportedly.formats.{self.module}").load)

    @property
    def streamer(self) -> Streamer:
        """The same from a stream, of the formats that have one."""
        return cast("Streamer", importlib.import_module(f"reportedly.formats.{self.module}").load_stream)


FORMATS: Mapping[str, Format] = types.MappingProxyType(
    {
        entry.name: entry
        for entry in (
            Format("text", "Plain text", (".txt", ".text"), "text"),
            Format("markdown", "Markdown", (".md", ".markdown"), "markdown"),
            Format("html", "A web page", (".html", ".htm", ".xhtml"), "html"),
            Format("jsonl", "JSON lines: one report a line", (".jsonl", ".ndjson"), "jsonl", archive=True),
            Format("json", "JSON: a report, or a list of reports", (".json",), "json", archive=True),
            Format("pdf", "PDF with a text layer", (".pdf",), "pdf"),
            Format("feed", "A feed: RSS, RDF or Atom", (".rss", ".atom", ".rdf", ".xml"), "feed"),
            Format("jsonfeed", "JSON Feed", (), "jsonfeed"),
            Format("opml", "OPML: a list of feeds", (".opml",), "opml"),
            Format("sitemap", "A sitemap", (), "sitemap"),
            Format("csv", "CSV and TSV with named columns", (".csv", ".tsv", ".tab"), "csv_table", archive=True),
            Format("newsml", "NewsML-G2", (".newsml",), "newsml", archive=True),
            Format("nitf", "NITF", (".nitf",), "nitf"),
            Format("ninjs", "ninjs", (".ninjs",), "ninjs", archive=True),
            Format("warc", "A web archive (WARC)", (".warc", ".warc.gz"), "warc", archive=True),
            Format("wacz", "A packed web archive (WACZ)", (".wacz",), "wacz", archive=True),
            Format("mail", "Mail: a message, or a mailbox of them", (".eml", ".mbox"), "mail", archive=True),
            Format("telegram", "A history exported from Telegram", (), "telegram", archive=True),
        )
    }
)
"""Every format by its name."""
