"""Readings as one self-contained page: the text with every statement marked in it, and a note beside each.

The page has no script and asks the network for nothing; its own policy forbids both. Everything that comes from a
report is escaped, and what would steer the page (control and bidirectional characters) is written out.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
import re
import string
from html import escape
from typing import TYPE_CHECKING

from reportedly.exchange.annotated import annotated
from reportedly.exchange.heading import identity, name, place, when
from reportedly.exchange.lights import POINTED, Lights
from reportedly.exchange.note import dotted, note
from reportedly.exchange.outline import outline
from reportedly.exchange.overview import overview, shares
from reportedly.exchange.summary import counted
from reportedly.exchange.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.values import Reading, Report

LINKED = 400
"""In a report with more statements than this, pointing at a mark lights that piece alone: there is one style rule a
statement, and each is looked up in the whole report whenever the pointer moves."""

DIGEST_SHOWN = 12
"""Digits of a digest that the page shows; the JSON has all of them."""

_LIT = """\
  --back: var(--lit); --layer: 2;
  --spill: visible; --wrap: normal; --words: var(--ink); --close: 1px solid var(--line);"""
"""What page.css leaves open for the marks and the note of the statement that is pointed at."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def page(readings: Sequence[Reading]) -> str:
    """Return the page for one reading, or for several with a table of contents before them.

    It can be encoded in UTF-8 whatever the texts hold.
    """
    names = [name(reading.report) for reading in readings]
    articles: list[str] = []
    rules: list[str] = [_packaged("page.css")]
    for index, reading in enumerate(readings, 1):
        lights = Lights(index, reading.report)
        articles.append(_article(index, reading, lights))
        rules += [_lights(index, reading), lights.rules(), shares(index, reading)]
    style = "\n".join(filter(None, rules))
    return string.Template(_packaged("page.html")).substitute(
        title=escape(names[0] if len(names) == 1 else "Who says what in " + counted(len(names), "report")),
        style=style,
        style_digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        contents=_contents(readings) if len(readings) > 1 else "",
        reports="\n".join(articles),
        made_by=escape(_made_by(readings)),
    )


def _packaged(file: str) -> str:
    """Read a file that lies beside this one."""
    return importlib.resources.files("reportedly.exchange").joinpath(file).read_text("utf-8")


def _lights(index: int, reading: Reading) -> str:
    """Return the style rule by which pointing at a part of a statement, or at its note, lights all of it."""
    count = len(reading.statements)
    if not 0 < count <= LINKED:
        return ""
    selectors = (f"#r{index}:has(.to{number}{POINTED}) .s{number}" for number in range(1, count + 1))
    return ",\n".join(selectors) + " {\n" + _LIT + "\n}"


def _contents(readings: Sequence[Reading]) -> str:
    """Return the table of contents."""
    rows = "\n".join(
        f'<li><a href="#r{index}"><bdi>{escape(name(reading.report))}</bdi></a>'
        f"<span>{dotted(_listed(reading.report))}</span><b>{len(reading.statements)}</b></li>"
        for index, reading in enumerate(readings, 1)
    )
    return (
        '<nav aria-labelledby="reports">\n'
        f'<h2 id="reports">{counted(len(readings), "report")}, and the number of statements in each</h2>\n'
        f"<ol>\n{rows}\n</ol>\n</nav>"
    )


def _article(index: int, reading: Reading, lights: Lights) -> str:
    """Return one report: its head, then its text with the notes on it."""
    report, entries = reading.report, outline(reading)
    numbers = {entry.statement.id: entry.number for entry in entries}
    # What is shown beside the text asks for its words to be lit; the text comes last, and is cut where they stand.
    about = _about(index, reading, numbers, lights)
    notes = {entry.number: note(index, entry, numbers, lights) for entry in entries}
    headline, blocks = annotated(index, report, entries, notes, lights)
    title = headline or f'<h1 dir="auto">{escape(name(report))}</h1>'
    language = f' lang="{report.language}"' if report.language and _LANGUAGE.fullmatch(report.language) else ""
    body = "\n".join(blocks) if blocks or headline else '<p class="nothing">This report has no text.</p>'
    return "\n".join(
        [
            f'<article id="r{index}" aria-label="{escape(name(report))}"{language}>',
            f'<p class="kicker">{dotted(_origin(report))}</p>',
            title,
            f'<div class="about" lang="en">\n{about}\n</div>',
            body,
            "</article>",
        ]
    )


def _origin(report: Report) -> list[str]:
    """Return who published a report, and when, as far as it says."""
    return [
        f"<bdi>{escape(one_line(part))}</bdi>"
        for part in (report.publisher, when(report.published) if report.published else None)
        if part
    ]


def _listed(report: Report) -> list[str]:
    """Return what stands beside a report's name in the table of contents: its id where it has no title."""
    known_as = "" if report.title else identity(report)
    return [*_origin(report), *([f"<bdi>{escape(known_as)}</bdi>"] if known_as else [])]


def _about(index: int, reading: Reading, numbers: Mapping[str, int], lights: Lights) -> str:
    """Return the lines under the headline: who wrote it, where it lies, what to beware of, what was found."""
    report = reading.report
    about = [f"<bdi>{escape(one_line(part))}</bdi>" for part in (report.byline,) if part]
    if reading.wires:
        wires = ", ".join(dict.fromkeys(one_line(wire.value) for wire in reading.wires))
        about.append(f"with reporting from <bdi>{escape(wires)}</bdi>")
    if report.modified:
        about.append(f"modified {escape(when(report.modified))}")
    if report.url:
        shown = f"<bdi>{escape(one_line(report.url))}</bdi>"
        # Only web addresses become links: a report could carry `javascript:` as its address.
        link = f'<a href="{escape(one_line(report.url))}" rel="noreferrer noopener nofollow">{shown}</a>'
        about.append(link if _WEB.match(report.url) else shown)
    elif lies := place(report):
        about.append(f"<bdi>{escape(lies)}</bdi>")
    if known_as := identity(report):
        about.append(f"<bdi>{escape(known_as)}</bdi>")
    about.append(f'<span title="{escape(report.sha256)}">SHA-256 {escape(report.sha256[:DIGEST_SHOWN])}</span>')
    return "\n".join(
        [
            f"<p>{dotted(about)}</p>",
            *(
                f'<p class="warning"><b>Note</b> {escape(one_line(warning.message))}</p>'
                for warning in reading.warnings
            ),
            *overview(index, reading, numbers, lights),
        ]
    )


def _made_by(readings: Sequence[Reading]) -> str:
    """Say which stages, versions and models the statements come from."""
    makers = {statement.made_by for reading in readings for statement in reading.statements}
    rows = sorted((maker.stage, maker.version, (maker.model or "")[:DIGEST_SHOWN]) for maker in makers)
    return "; ".join(f"{stage} {version}" + (f", model {model}" if model else "") for stage, version, model in rows)
