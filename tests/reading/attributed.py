"""Texts with their statements marked in them, as the stages before read them.

"[Ana Ferro] <told> the Evening Post {the port was shut}." Sources stand in square brackets, cues in angle ones and
contents in braces. The first source goes with the first cue and the first content, in the order in which they open;
"[]" is no source. A statement whose cue stands in another's content is within that one.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

from reportedly.values import MadeBy, Passage, Reading, Report, Statement, stable_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.reading import Pipeline
    from reportedly.reading.stage import Stage

_MADE_BY = MadeBy("marked", "1")
_CLOSING = {"]": "[", ">": "<", "}": "{"}


def marked(
    pipeline: Pipeline,
    text: str,
    stages: Iterable[Stage] = (),
    **about: Any,  # noqa: ANN401 - whatever a Report takes
) -> Reading:
    """Return a reading of a marked text with its words, sentences and mentions, read by some stages."""
    plain, places = _places(text)
    report = Report(text=plain, **about)
    statements: list[Statement] = []
    for number, cue in enumerate(places["<"]):
        parents = [one for one in statements if any(span.start <= cue[0] < span.end for span in one.content.spans)]
        source, content = places["["][number], places["{"][number]
        statements.append(
            Statement(
                id=stable_id("s", report.id, number),
                source=Passage.of(plain, [source] if source[0] < source[1] else []),
                cue=Passage.of(plain, [cue]),
                content=Passage.of(plain, [content] if content[0] < content[1] else []),
                parent=parents[-1].id if parents else None,
                confidence=1.0,
                made_by=_MADE_BY,
            )
        )
    read = Reading(report, tuple(statements))
    for stage in (*(one for one in pipeline.stages if one.name in {"words", "entities"}), *stages):
        proposed = stage(read)
        given = {
            name: value
            for name in ("words", "sentences", "mentions", "statements", "wires", "places", "times", "quantities")
            if (value := getattr(proposed, name)) is not None
        }
        read = dataclasses.replace(read, **given)
    return read


def _places(text: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """Return a text without its marks, and where what they mark stands, in the order in which they open."""
    plain = ""
    open_: list[tuple[str, int]] = []
    places: dict[str, list[tuple[int, int]]] = {"[": [], "<": [], "{": []}
    for part in re.split(r"([\[\]<>{}])", text):
        if part in places:
            open_.append((part, len(plain)))
        elif part in _CLOSING:
            mark, start = open_.pop()
            places[mark].append((start, len(plain)))
        else:
            plain += part
    return plain, {mark: sorted(found) for mark, found in places.items()}
