"""A report's text as markup: each paragraph with its marks, and before it the notes on what begins in it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reportedly.exchange.marks import Part, segments
from reportedly.exchange.visible import one_line, visible
from reportedly.values import hand_wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.exchange.marks import Segment
    from reportedly.exchange.outline import Entry
    from reportedly.values import Passage, Report, Statement

DEEPEST = 3
"""Nesting that the style sheet tells apart; what is deeper looks like this."""


def annotated(index: int, report: Report, entries: Sequence[Entry]) -> tuple[str | None, list[str]]:
    """Return the headline, where the text begins with the report's title, and a block for each other paragraph.

    `index` is the report's number on the page. The words of a block, its numbers and notes aside, are the words of
    the paragraph, as `visible` shows them.
    """
    # Offsets must hold, so the one line end of two characters gets a form as long, of which a page shows one line end.
    text = report.text.replace("\r\n", " \n")
    waiting = sorted(entries, key=lambda entry: (_anchor(entry.statement), entry.number), reverse=True)
    headline: str | None = None
    blocks: list[str] = []
    rows = list(segments(report.paragraphs, entries))
    for place, row in enumerate(rows):
        begun: list[Entry] = []
        words: list[str] = []
        for segment in row:
            while waiting and _anchor(waiting[-1].statement) <= segment.span.start:
                begun.append(waiting.pop())
                words.append(_number(index, begun[-1]))
            words.append(_segment(text, segment))
        if place == len(rows) - 1:  # what stands in the white space after the last paragraph still has its note
            begun += reversed(waiting)
            words += [_number(index, entry) for entry in reversed(waiting)]
        notes = "".join(_note(index, entry) + "\n" for entry in sorted(begun, key=lambda entry: entry.number))
        start, end = row[0].span.start, row[-1].span.end
        if place == 0 and one_line(text[start:end]) == one_line(report.title or ""):
            headline = f'{notes}<h1 dir="auto">{"".join(words)}</h1>'
        else:
            flow = ' class="flow"' if hand_wrapped(text[start:end]) else ""
            blocks.append(f'<div class="block">\n{notes}<p{flow} dir="auto">{"".join(words)}</p>\n</div>')
    return headline, blocks


def _anchor(statement: Statement) -> int:
    """Return where a statement's number stands: before its content, or before its first word where it has none."""
    for passages in ((statement.content,), (statement.source, statement.cue)):
        starts = [passage.spans[0].start for passage in passages if passage]
        if starts:
            return min(starts)
    return 0


def _segment(text: str, segment: Segment) -> str:
    """Return the words of a segment, in an element that says what covers them."""
    words = escape(visible(text[segment.span.start : segment.span.end]), quote=False)
    if not segment.covers:
        return words
    # `to` names the statement that is pointed at here, the innermost; `s` those that this lights up with.
    names = [f"s{number}" for number in sorted({cover.number for cover in segment.covers})]
    names += sorted({cover.part.value for cover in segment.covers})
    depth = sum(cover.part is Part.CONTENT for cover in segment.covers)
    if depth > 1:
        names.append(f"in{min(depth, DEEPEST)}")
    parts = " ".join(f"{cover.number}:{cover.part.value}" for cover in segment.covers)
    return f'<span class="to{segment.covers[-1].number} {" ".join(names)}" data-of="{parts}">{words}</span>'


def _number(index: int, entry: Entry) -> str:
    """Return a statement's number in the text, which leads to its note."""
    number = entry.number
    return (
        f'<a class="number to{number} s{number}" id="r{index}-t{number}" href="#r{index}-n{number}" '
        f'aria-label="Statement {number}">{number}</a>'
    )


def _note(index: int, entry: Entry) -> str:
    """Return the note on a statement: its number, source and cue, how sure the engine is, and the content."""
    statement, number = entry.statement, entry.number
    source = f"<b><bdi>{_words(statement.source)}</bdi></b>" if statement.source else '<b class="none">no source</b>'
    cue = f" <i><bdi>{_words(statement.cue)}</bdi></i>" if statement.cue else ""
    content = f'<p class="what"><span dir="auto">{_words(statement.content)}</span></p>' if statement.content else ""
    within = f' <span class="within">within {entry.within}</span>' if entry.within else ""
    return (
        f'<div role="note" class="note to{number} s{number} deep{min(entry.depth, DEEPEST)}" '
        f'id="r{index}-n{number}" tabindex="0" aria-label="Statement {number}">'
        f'<p class="who"><span class="sure" title="The engine’s confidence in this reading">'
        f"{statement.confidence:.2f}</span>"
        f'<a class="number" href="#r{index}-t{number}" aria-label="To statement {number} in the text">{number}</a> '
        f"{source}{cue}{within}</p>{content}</div>"
    )


def _words(passage: Passage) -> str:
    """Return a passage in one line, escaped."""
    return escape(one_line(passage.text), quote=False)
