"""Readings of any prose, for properties of single stages: the words are the model's, the statements come by chance.

The prose is mostly made of the lexicons' own examples, so that there is something for every stage to find.
"""

from __future__ import annotations

import dataclasses
import importlib.resources
import itertools
from typing import TYPE_CHECKING

import msgspec
from hypothesis import strategies as st

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.statements import in_order, state
from reportedly.values import MadeBy, Passage, Reading, Report
from tests.reading.checking import check
from tests.strategies import AWKWARD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.reading import Pipeline
    from reportedly.reading.stage import Stage
    from reportedly.values import Statement, Word

_MADE_BY = MadeBy("chance", "1")


def lexicons() -> Iterator[Lexicon]:
    """Yield every packaged lexicon; files that hold lists of another shape are none."""
    folder = importlib.resources.files("reportedly.reading").joinpath("lexicons")
    for name in sorted(each.name.removesuffix(".toml") for each in folder.iterdir()):
        try:
            yield Lexicon(name)
        except msgspec.ValidationError:
            continue


def prose(examples: Sequence[str] = ()) -> st.SearchStrategy[str]:
    """Draw some of the examples (of all lexicons, where none are given) among whatever else there is."""
    known = examples or sorted({entry.example for lexicon in lexicons() for entry in lexicon.entries})
    sentences = st.sampled_from(known)
    told = sentences.map(lambda words: f"Berg said {words[0].lower()}{words[1:]}")
    return st.lists(sentences | told | sentences | AWKWARD | st.text(max_size=9), max_size=5).map(" ".join)


def prepared(pipeline: Pipeline, made: Reading) -> Reading:
    """Return a reading with its words, sentences and mentions, and whatever statements it has."""
    for stage in pipeline.stages:
        if stage.name in {"words", "entities"}:
            proposal = stage(made)
            made = dataclasses.replace(
                made,
                words=made.words if proposal.words is None else proposal.words,
                sentences=made.sentences if proposal.sentences is None else proposal.sentences,
                mentions=made.mentions if proposal.mentions is None else proposal.mentions,
            )
    return made


def draw_reading(data: st.DataObject, pipeline: Pipeline, texts: st.SearchStrategy[str]) -> Reading:
    """Draw a reading of a text, with its words and mentions.

    The parts of a statement share no words, and a parent's content holds all of its children.
    """
    made = prepared(pipeline, Reading(Report(text=data.draw(texts), publisher="Harbour Notes")))
    found: list[Statement] = []
    for _ in range(data.draw(st.integers(0, 3)) if made.sentences else 0):
        around = data.draw(st.sampled_from([None, *(one for one in found if one.content)]))
        extent = around.content.spans[0] if around is not None else data.draw(st.sampled_from(made.sentences))
        one = data.draw(_statements(made.report, made.words.within(extent.start, extent.end), around))
        found += [one] if one is not None else []
    return dataclasses.replace(made, statements=in_order(found))


@st.composite
def _statements(draw: st.DrawFn, report: Report, words: Sequence[Word], around: Statement | None) -> Statement | None:
    """Call some words a statement, the most of them its content; None where there are too few."""
    edges = sorted(draw(st.lists(st.integers(0, len(words)), unique=True, max_size=6)))
    spans = [(words[first].start, words[last - 1].end) for first, last in zip(edges[::2], edges[1::2], strict=False)]
    spans = sorted((span for span in spans if _says(report.text[slice(*span)])), key=lambda span: span[0] - span[1])
    if not spans:
        return None
    parent = around.id if around is not None else None
    parts = [Passage.of(report.text, spans[place : place + 1]) for place in (1, 2, 0)]
    return state(report, *parts, parent=parent, confidence=0.5, made_by=_MADE_BY)


def _says(words: str) -> bool:
    """Say whether there is a letter or a digit in some words."""
    return any(letter.isalnum() for letter in words)


def proposed(stage: Stage, made: Reading) -> list[Statement]:
    """Return the statements that a stage adds to a reading, with what must hold of those and of all others."""
    statements = stage(made).statements
    after = made if statements is None else dataclasses.replace(made, statements=statements)
    check(after, made.report.text)
    added = [one for one in after.statements if one.made_by.stage == stage.name]
    for one in added:
        parts = [span for part in (one.source, one.cue, one.content) for span in part.spans]
        assert one.cue
        assert one.made_by.reason
        assert not any(a.overlaps(b) for a, b in itertools.combinations(parts, 2))
    return added
