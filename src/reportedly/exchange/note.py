"""The note on a statement, as markup: who says so, what is not plain about it, the content, and every field."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reportedly.exchange.fields import maker, sections
from reportedly.exchange.line import Kind, deviations, who
from reportedly.exchange.visible import one_line
from reportedly.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportedly.exchange.fields import Field, Section
    from reportedly.exchange.lights import Lights
    from reportedly.exchange.outline import Entry
    from reportedly.values import Passage, Statement

DEEPEST = 3
"""Nesting that the style sheet tells apart; what is deeper looks like this."""

DOT = ' <span class="dot">·</span> '


def note(index: int, entry: Entry, numbers: Mapping[str, int], lights: Lights) -> str:
    """Return the note on a statement of the report with this number on the page."""
    statement, number = entry.statement, entry.number
    said = [_who(statement), *(_fact(piece.kind, piece.text) for piece in deviations(statement, numbers))]
    if entry.within:
        said.append(f'<span class="within">within {entry.within}</span>')
    content = f'<p dir="auto">{words(statement.content)}</p>' if statement.content else ""
    return (
        f'<div role="note" class="note to{number} s{number} deep{min(entry.depth, DEEPEST)}" '
        f'id="r{index}-n{number}" tabindex="0" aria-label="Statement {number}">'
        f'<p class="who"><span class="sure" title="The engine’s confidence in this reading">'
        f"{statement.confidence:.2f}</span>"
        f'<a class="number" href="#r{index}-t{number}" aria-label="To statement {number} in the text">{number}</a> '
        f"{DOT.join(said)}</p>"
        f'<div class="what{"" if content else " nothing-said"}">'
        f"{content}{_fields(statement, numbers, lights)}</div></div>"
    )


def words(passage: Passage) -> str:
    """Return a passage in one line, escaped."""
    return escape(one_line(passage.text), quote=False)


def pointing(passage: Passage, lights: Lights, markup: str, *names: str) -> str:
    """Return markup that lights the words of a passage, and leads to them where they stand in a paragraph."""
    name = f' class="{" ".join(filter(None, (lights.pointer(passage.spans), *names)))}"'
    anchor = lights.anchor(passage.spans[0].start)
    return f'<a{name} href="#{anchor}">{markup}</a>' if anchor else f'<span{name} tabindex="0">{markup}</span>'


def _who(statement: Statement) -> str:
    """Return who says so, with the cue for a verb where no stance takes its place."""
    elements = {Kind.NAME: "b", Kind.NOBODY: 'b class="none"', Kind.ABOUT: "span"}
    said = "".join(
        _element(elements.get(piece.kind, f'span class="{piece.kind}"'), piece.text) for piece in who(statement)
    )
    verb = f" <i><bdi>{words(statement.cue)}</bdi></i>" if statement.cue and _plain(statement) else ""
    return said + verb


def _plain(statement: Statement) -> bool:
    """Say whether the speaker only says so, as far as is known."""
    return statement.stance is None or statement.stance.value is Stance.ASSERTS


def _fact(kind: Kind, text: str) -> str:
    """Return one thing that is not plain."""
    return _element(f'span class="fact {kind}"', text)


def _element(tag: str, text: str) -> str:
    """Return words in an element, kept apart from the direction of those around."""
    return f"<{tag}><bdi>{escape(text, quote=False)}</bdi></{tag.split(maxsplit=1)[0]}>"


def _fields(statement: Statement, numbers: Mapping[str, int], lights: Lights) -> str:
    """Return every field but the words that the text shows anyway; the page shows them when the note is pointed at."""
    _, *rest = sections(statement, numbers)
    parts = "".join(_section(section, lights) for section in rest)
    made = escape(maker(statement.made_by), quote=False)
    return (
        f'<div class="fields">{parts}<p class="id">{escape(statement.id)} <span class="dot">·</span> {made}</p></div>'
    )


def _section(section: Section, lights: Lights) -> str:
    """Return the rows of fields that belong together. What made several in a row is written out once."""
    makers = [escape(maker(field.made_by)) for field in section.fields]
    rows = [
        _row(field, made, lights, written=made != before)
        for field, made, before in zip(section.fields, makers, ["", *makers], strict=False)
    ]
    if section.unknown:
        rows.append(f'<dt>not stated</dt><dd class="unknown">{", ".join(section.unknown)}</dd>')
    return f"<dl>{''.join(rows)}</dl>"


def _row(field: Field, made: str, lights: Lights, *, written: bool) -> str:
    """Return a row: the label, the value, the words it was read from, and what made it."""
    shown = one_line(field.words.text)
    value = "" if field.value in {"", shown} else f"<b><bdi>{escape(field.value, quote=False)}</bdi></b> "
    quoted = f"“<bdi>{escape(shown, quote=False)}</bdi>”"
    said = pointing(field.words, lights, quoted, *([] if value else ["value"])) if field.words else ""
    level = f' class="in{min(field.level, DEEPEST)}"' if field.level else ""
    below = f'<span class="made">{made}</span>' if written else ""
    return f'<dt>{field.label}</dt><dd{level} title="{made}">{value}{said}{below}</dd>'


def dotted(parts: Iterable[str]) -> str:
    """Set markup in a row with dots between."""
    return DOT.join(parts)
