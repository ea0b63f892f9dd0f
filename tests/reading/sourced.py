"""Texts with their sources in square brackets and their contents in braces, resolved by the stage of speakers.

"[Ana Ferro] said {the port was shut}. [She] left." The words and their parts of speech are the model's, the statements
those that are marked; the first source goes with the first content, and so on, as far as there are contents.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

from reportedly.reading.speakers import Speakers
from reportedly.values import MadeBy, Passage, Reading, Report, Statement, stable_id

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from reportedly.values import Speaker

_MADE_BY = MadeBy("marked", "1")


def sourced(pipeline: Pipeline, marked: str, **about: Any) -> Reading:  # noqa: ANN401 - whatever a Report takes
    """Return a reading of a marked text with its statements, words and sentences, before its speakers are read."""
    text = ""
    places: dict[str, list[tuple[int, int]]] = {"[": [], "{": []}
    open_: list[tuple[str, int]] = []
    for part in re.split(r"([\[\]{}])", marked):
        if part in {"[", "{"}:
            open_.append((part, len(text)))
        elif part in {"]", "}"}:
            mark, start = open_.pop()
            places[mark].append((start, len(text)))
        else:
            text += part
    sources, contents = sorted(places["["]), sorted(places["{"])
    report = Report(text=text, **about)
    statements = tuple(
        Statement(
            id=stable_id("s", report.id, index),
            source=Passage.of(text, [source]),
            cue=Passage(text),
            content=Passage.of(text, contents[index : index + 1]),
            parent=None,
            confidence=1.0,
            made_by=_MADE_BY,
        )
        for index, source in enumerate(sources)
    )
    made = Reading(report, statements)
    (stage,) = (stage for stage in pipeline.stages if stage.name == "words")
    proposed = stage(made)
    assert proposed.words is not None
    assert proposed.sentences is not None
    return dataclasses.replace(made, words=proposed.words, sentences=proposed.sentences)


def speakers(pipeline: Pipeline, marked: str, **about: Any) -> list[Speaker]:  # noqa: ANN401 - whatever a Report takes
    """Return the speakers of a marked text's sources, in order."""
    statements = Speakers()(sourced(pipeline, marked, **about)).statements
    assert statements is not None
    found = [statement.speaker for statement in statements]
    assert all(found)
    return [speaker for speaker in found if speaker is not None]


def names(pipeline: Pipeline, marked: str, **about: Any) -> list[str]:  # noqa: ANN401 - whatever a Report takes
    """Return the names of a marked text's speakers."""
    return [speaker.name.value if speaker.name else "" for speaker in speakers(pipeline, marked, **about)]
