"""A report's text as markup: each paragraph with its marks, and before it the notes on what begins in it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reportedly.exchange.marks import Part, segments
from reportedly.exchange.note import DEEPEST
from reportedly.exchange.visible import one_line, visible
from reportedly.values import hand_wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.exchange.lights import Lights
    from reportedly.exchange.marks import Segment
    from reportedly.exchange.outline import Entry
    from reportedly.values import Report, Statement


def annotated(
    index: int, report: Report, entries: Sequence[Entry], notes: Mapping[int, str], lights: Lights
) -> tuple[str | None, list[str]]:
    """Return the headline, where the text begins with the report's title, and a block for each other paragraph.

    `index` is the report's number on the page, `notes` are those on the statements by their numbers. The words of a
    block, its numbers and notes aside, are the words of the paragraph, as `visible` shows them.
    """
    # Offsets must hold, so the one line end of two characters gets a form as long, of which a page shows one line end.
    text = report.text.replace("\r\n", " \n")
    waiting = sorted(entries, key=lambda entry: (_anchor(entry.statement), entry.number), reverse=True)
    headline: str | None = None
    blocks: list[str] = []
    passages = lights.passages
    anchors = {spans[0].start for spans in passages}
    rows = list(segments(report.paragraphs, entries, passages))
    for place, row in enumerate(rows):
        begun: list[Entry] = []
        words: list[str] = []
        for segment in row:
            while waiting and _anchor(waiting[-1].statement) <= segment.span.start:
                begun.append(waiting.pop())
                words.append(_number(index, begun[-1]))
            words.append(
                _segment(text, segment, lights.anchor(start) if (start := segment.span.start) in anchors else "")
            )
        if place == len(rows) - 1:  # what stands in the white space after the last paragraph still has its note
            begun += reversed(waiting)
            words += [_number(index, entry) for entry in reversed(waiting)]
        beside = "".join(notes[number] + "\n" for number in sorted(entry.number for entry in begun))
        start, end = row[0].span.start, row[-1].span.end
        if place == 0 and one_line(text[start:end]) == one_line(report.title or ""):
            headline = f'{beside}<h1 dir="auto">{"".join(words)}</h1>'
        else:
            flow = ' class="flow"' if hand_wrapped(text[start:end]) else ""
            blocks.append(f'<div class="block">\n{beside}<p{flow} dir="auto">{"".join(words)}</p>\n</div>')
    return headline, blocks


def _anchor(statement: Statement) -> int:
    """Return where a statement's number stands: before its content, or before its first word where it has none."""
    for passages in ((statement.content,), (statement.source, statement.cue)):
        starts = [passage.spans[0].start for passage in passages if passage]
        if starts:
            return min(starts)
    return 0


def _segment(text: str, segment: Segment, anchor: str) -> str:
    """Return the words of a segment, in an element that says what covers and what lights them."""
    words = escape(visible(text[segment.span.start : segment.span.end]), quote=False)
    names = [f"l{number}" for number in segment.lights]
    of = ""
    if covers := segment.covers:
        # `to` names the statement that is pointed at here, the innermost; `s` those that this lights up with.
        names.append(f"to{covers[-1].number}")
        names += [f"s{number}" for number in sorted({cover.number for cover in covers})]
        names += sorted({cover.part.value for cover in covers})
        depth = sum(cover.part is Part.CONTENT for cover in covers)
        if depth > 1:
            names.append(f"in{min(depth, DEEPEST)}")
        of = f' data-of="{" ".join(f"{cover.number}:{cover.part.value}" for cover in covers)}"'
    if not names:
        return words
    identity = f' id="{anchor}"' if anchor else ""
    return f'<span class="{" ".join(names)}"{identity}{of}>{words}</span>'


def _number(index: int, entry: Entry) -> str:
    """Return a statement's number in the text, which leads to its note."""
    number = entry.number
    return (
        f'<a class="number to{number} s{number}" id="r{index}-t{number}" href="#r{index}-n{number}" '
        f'aria-label="Statement {number}">{number}</a>'
    )
