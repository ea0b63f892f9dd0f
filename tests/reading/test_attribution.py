"""The attribution stage with the packaged model: what holds of the reading of any text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import hypothesis
import pytest
from hypothesis import strategies as st

from reportedly.reading import default_pipeline
from reportedly.values import Along, Report
from tests.reading.checking import check, extent
from tests.strategies import TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportedly.engine import Engine
    from reportedly.reading import Pipeline
    from reportedly.values import Passage, Statement

At: TypeAlias = "Callable[[float | None], Pipeline]"
"""Makes a pipeline of a threshold."""

FEW = hypothesis.settings(max_examples=40, deadline=None)
"""The model is run for each example."""

NEUTRAL = "Opening hours of the library are listed below.\n\n"

NEWS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "The mayor said the bridge was unsafe.",
                "“The bridge is safe,” Odile Brandt told reporters. “I crossed it.”",
                "Officials told him the pilot denied that the ferry had sunk.",
                "According to the ministry,",
                "reportedly",
                "She said he said they said nobody had asked.",
                "‘It won’t hold,’ warned the engineer.",
            ]
        ),
        st.sampled_from(
            ["“", "”", '"', "‘", "’", "«", ",", ".", "\n\n", "\r\n", "\n", " ", "\x00", "\ud83d", "\u202e"]
        ),
        TEXTS,
    ),
    max_size=12,
).map(" ".join)
"""Sentences that attribute, broken up by whatever breaks readers."""


@FEW
@hypothesis.given(text=NEWS)
def test_any_text_is_read(text: str, pipeline: Pipeline) -> None:
    """Any string is read, nothing is invented, ids are unique and a child's content lies in its parent's."""
    check(pipeline.read(Report(text=text)), text)


@FEW
@hypothesis.given(text=NEWS, threshold=st.sampled_from([0.0, 0.1, 0.9]))
def test_any_text_is_read_at_any_threshold(text: str, threshold: float, at: At) -> None:
    """The same holds where everything the model thinks of is kept, and no statement is less sure than asked for."""
    reading = at(threshold).read(Report(text=text))
    check(reading, text)
    assert all(statement.confidence >= threshold for statement in reading.statements)


AWKWARD = {
    "empty": "",
    "white space": " \n\t\n ",
    "one word": "said",
    "one mark": "“",
    "NULs": "The mayor\x00 said\x00 the bridge was unsafe.\x00",
    "lone surrogates": "The mayor \ud83d said the \udc00 bridge was unsafe.",
    "astral characters": "🛳️ The mayor said \U0001d565\U0001d559\U0001d556 bridge 🛳️ was unsafe 👩‍👩‍👧.",
    "right to left": "אמר ראש העיר: „הגשר אינו בטוח”. قال العمدة إن الجسر غير آمن.",
    "overrides": "\u202eThe mayor said\u202c the \u2067bridge\u2069 was unsafe.",
    "combining": "Z\u0335\u0321a\u0301\u0301\u0301lgo said the bridge was unsafe.",
    "Hangul": "시장은 “다리가 안전하지 않다”고 said 말했다.",
    "Chinese": "市長說這座橋不安全。said 市長說這座橋不安全。" * 20,
    "odd straight marks": 'The mayor said "the bridge was unsafe. "We know," he said. "It will fall.',
    "odd curly marks": "“The bridge” is unsafe,” the mayor said. “It will fall, “he said.",
    "only marks": "“”\"'«»„‘’" * 30,
    "Windows lines": "The mayor spoke.\r\n\r\n“It fell,”\r\nshe said.\r\n\r\nPolice said so.\r\n",
    "old lines": "The mayor spoke.\r\r“It fell,” she said.\rPolice said so.\r",
    "other separators": "The mayor spoke.\u2028“It fell,” she said.\u2029Police\x0bsaid\x0cso.\x85Yes.",
    "cues alone": "said said said said said said said said said said. told told, according to to",
    "long word": "said" * 5000,
}


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
@pytest.mark.parametrize("threshold", [None, 0.05])
def test_awkward_text_is_read(text: str, threshold: float | None, at: At) -> None:
    """What has broken readers of text breaks no rule of a reading here, keep it much or little."""
    check(at(threshold).read(Report(text=text)), text)


@pytest.mark.parametrize("text", ["", " ", "\n", "“”", "...", "\x00", "\ud800"], ids=ascii)
def test_nothing_is_read_in_nothing(text: str, pipeline: Pipeline) -> None:
    """A text without words has no statements and no warnings."""
    reading = pipeline.read(Report(text=text))
    assert (reading.statements, reading.warnings, reading.mentions) == ((), (), Along())


def test_ids_are_stable(pipeline: Pipeline, root: Path) -> None:
    """The same report has the same ids whenever and from wherever it is read, and another text has others."""
    text = _report(root)
    ids = [statement.id for statement in pipeline.read(Report(text=text)).statements]
    assert ids
    assert [s.id for s in default_pipeline().read(Report(text=text, path="elsewhere.txt")).statements] == ids
    assert not set(ids) & {s.id for s in pipeline.read(Report(text=text + "\n")).statements}


BODY = [
    "Mayor Odile Brandt said the city would repair the drawbridge before the winter storms.",
    "“The engine room was full of smoke,” Anna Pell said. “We could not see the ladder.”",
    "The shipping company denied that its crew had ignored the warning.",
    "Chief engineer Tomas Wend told reporters that the crane had been inspected in March.",
]


@pytest.mark.parametrize("sentence", BODY)
def test_neutral_paragraph_before_shifts_the_spans(sentence: str, pipeline: Pipeline) -> None:
    """A neutral paragraph before a plain sentence shifts its spans by the paragraph's length, and that is all.

    The model reads a paragraph in its context, so this is promised for plain sentences only; of the pieces that it
    reads it holds for any text (see the tests of the pieces).
    """
    before = pipeline.read(Report(text="Port news\n\n" + sentence))
    after = pipeline.read(Report(text=NEUTRAL + "Port news\n\n" + sentence))
    assert before.statements
    assert [_pairs(statement, len(NEUTRAL)) for statement in before.statements] == [
        _pairs(statement, 0) for statement in after.statements if extent(statement)[1] > len(NEUTRAL)
    ]


def test_thresholds_of_the_model_are_the_default(pipeline: Pipeline, engine: Engine, root: Path) -> None:
    """Without a threshold the model's own ones hold: one for statements by themselves, one for those inside."""
    config = engine.config
    for statement in pipeline.read(Report(text=_report(root))).statements:
        assert statement.confidence >= (config.threshold if statement.parent is None else config.nested)


def test_threshold_that_nothing_reaches_leaves_nothing(at: At, root: Path) -> None:
    """Above every chance there are no statements."""
    assert at(1.01).read(Report(text=_report(root))).statements == ()


def test_lower_threshold_finds_more(at: At, root: Path) -> None:
    """A lower threshold finds every sure statement by itself, or one whose content holds its cue, and more besides."""
    text = _report(root)
    lax, strict = (at(threshold).read(Report(text=text)).statements for threshold in (0.1, 0.9))
    assert len(lax) > len(strict)
    ids = {statement.id for statement in lax}
    for statement in strict:
        cue = statement.cue.extent
        assert cue is not None
        assert statement.id in ids or any(span.contains(cue) for other in lax for span in other.content.spans)


def _pairs(statement: Statement, shift: int) -> list[list[list[int]]]:
    """Return all spans of a statement, shifted."""
    passages: tuple[Passage, ...] = (statement.source, statement.cue, statement.content)
    return [[[place + shift for place in pair] for pair in passage.pairs] for passage in passages]


def _report(root: Path) -> str:
    """Return the longest of the sample reports that are plain text."""
    return max((path.read_text(encoding="utf-8") for path in (root / "examples").rglob("*.txt")), key=len)
