"""Markdown: its words without its marks, and the metadata of its front matter."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reportedly.errors import ReportError
from reportedly.formats import dates
from reportedly.formats.encodings import decode
from reportedly.formats.loaded import Loaded, caution
from reportedly.values import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.rules_core import StateCore

    from reportedly.values import Caution, Moment

MAX_BYTES = 2_500_000
"""Larger files are refused: a Markdown report of this size is no report, and markdown-it needs up to 17 microseconds
a character where nothing but brackets stands."""

_LONGEST_MARKED = 20_000
"""In a paragraph of more characters marks are left as they stand: nobody wrote it, and to look for them takes long."""

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"(?P<name>[A-Za-z_][\w-]*)[ \t]*:[ \t]*(?P<value>.*)")
_NAMES = {
    "title": "title",
    "author": "byline",
    "byline": "byline",
    "publisher": "publisher",
    "url": "url",
    "date": "published",
    "published": "published",
    "modified": "modified",
    "updated": "modified",
}
"""The fields of front matter that are read, and what they are called in a report."""


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield one report: paragraphs, headings, list items and table rows of the Markdown as paragraphs of plain text.

    Links and emphasis leave their words; code blocks, images and raw HTML are left out.
    """
    if len(data) > MAX_BYTES:
        yield ReportError(where, f"{len(data):,} bytes of Markdown; at most {MAX_BYTES:,} are read")
        return
    decoded = decode(data)
    source = decoded.text
    fields: dict[str, str] = {}
    if front := _FRONT.match(source):
        fields = _fields(front["body"])
        source = source[front.end() :]
    paragraphs = list(_paragraphs(_parser().parse(source.replace("\0", "\ufffd"))))
    headings = (text for kind, text in paragraphs if kind == "heading")
    published, modified, cautions = _times(fields)
    report = Report(
        text="\n\n".join(text for _, text in paragraphs),
        sha256=hashlib.sha256(data).hexdigest(),
        title=fields.get("title") or next(headings, None),
        byline=fields.get("byline"),
        publisher=fields.get("publisher"),
        url=fields.get("url"),
        published=published,
        modified=modified,
    )
    yield Loaded(report, where, (*decoded.cautions, *cautions))


def _parser() -> MarkdownIt:
    """Return a parser of CommonMark with tables that looks for marks in paragraphs of a person's length only."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.at("inline", _inline)
    return parser


def _inline(state: StateCore) -> None:
    """Take the marks out of each paragraph, as the rule of markdown-it does that this one stands for."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if len(token.content) > _LONGEST_MARKED:
            token.children.append(Token("text", "", 0, content=" ".join(token.content.split())))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _fields(front: str) -> dict[str, str]:
    """Read the plain `name: value` lines of front matter; what is nested deeper is not for us."""
    fields: dict[str, str] = {}
    for line in front.splitlines():
        found = _FIELD.fullmatch(line.rstrip())
        if not found or found["name"].casefold() not in _NAMES:
            continue
        value = found["value"].strip()
        if value[:1] == "[" and value[-1:] == "]":
            value = ", ".join(part.strip().strip("\"'") for part in value[1:-1].split(","))
        elif len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if value:
            fields.setdefault(_NAMES[found["name"].casefold()], value)
    return fields


def _times(fields: dict[str, str]) -> tuple[Moment | None, Moment | None, list[Caution]]:
    """Read when a report was published and modified."""
    times: list[Moment | None] = []
    cautions: list[Caution] = []
    for name in ("published", "modified"):
        moment, problem = dates.stated(name, fields.get(name))
        times.append(moment)
        cautions.extend(caution("bad-date", text) for text in (problem,) if text)
    return times[0], times[1], cautions


def _paragraphs(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Yield what kind of block a text stands in (`heading` or other) and the text, without marks."""
    opened = ""
    row: list[str] = []
    for token in tokens:
        if token.type == "inline":
            text = _words(token)
            if opened in {"td", "th"}:
                row.append(text)
            elif text:
                yield ("heading" if opened.startswith("h") else opened), text
        elif token.type == "tr_close":
            if any(row):
                yield "tr", "\t".join(row)
            row = []
        elif token.nesting == 1:
            opened = token.tag


def _words(token: Token) -> str:
    """Return the words of one inline token."""
    words = []
    for child in token.children or ():
        if child.type in {"text", "code_inline", "text_special"}:
            words.append(child.content)
        elif child.type == "softbreak":
            words.append(" ")
        elif child.type == "hardbreak":
            words.append("\n")
    return "".join(words).strip()
