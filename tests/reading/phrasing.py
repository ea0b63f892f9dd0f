"""Sentences of a source, a cue and a content, read by single stages: the words by the model, the statement by hand."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.values import Along, Passage, Word
from tests.building import reading, speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.reading import Pipeline
    from reportedly.reading.stage import Stage
    from reportedly.values import Reading, SpeakerKind, Statement


def phrased(
    pipeline: Pipeline,
    phrase: str,
    stages: Iterable[Stage] = (),
    *,
    kind: SpeakerKind | None = None,
    country: str | None = None,
) -> Statement:
    """Return the statement of a phrase, "The council | said | it will reopen the road", as some stages read it.

    An empty part is none. With a kind, the source is the name of a speaker of that kind.
    """
    source, cue, content = (part.strip() for part in phrase.split("|"))
    text = " ".join(part for part in (source, cue, content) if part) + "."
    place = len(source) + 1 if source else 0
    behind = place + len(cue) + 1
    made = reading(text, [(None, None, None)])
    (statement,) = made.statements
    statement = dataclasses.replace(
        statement,
        source=Passage.of(text, [(0, len(source))] if source else []),
        cue=Passage.of(text, [(place, place + len(cue))] if cue else []),
        content=Passage.of(text, [(behind, behind + len(content))] if content else []),
        speaker=None if kind is None else speaker(text, source, kind, country=country),
    )
    made = worded(pipeline, dataclasses.replace(made, statements=(statement,)))
    for stage in stages:
        statements = stage(made).statements
        assert statements is not None
        made = dataclasses.replace(made, statements=statements)
    return made.statements[0]


def worded(pipeline: Pipeline, made: Reading) -> Reading:
    """Return a reading with its words."""
    (stage,) = (stage for stage in pipeline.stages if stage.name == "words")
    words = stage(made).words
    assert words is not None
    return dataclasses.replace(made, words=words)


def tagged(words: str) -> tuple[str, Along[Word]]:
    """Return a text and its words from "The/DET bridge/NOUN is/AUX closed/ADJ"; a blank stands between any two."""
    text, made = "", []
    for word in words.split():
        shown, _, part = word.rpartition("/")
        start = len(text) + 1 if text else 0
        text = f"{text} {shown}" if text else shown
        made.append(Word(start, len(text), part))
    return text, Along(made)
