"""The engine: what it says of a text, whatever the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis
import numpy as np
import pytest

from reportedly.engine import Engine, Marked
from tests.strategies import TEXTS

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.engine import Bundle

FEW = hypothesis.settings(max_examples=40, deadline=None)
"""The model is run for each example."""
ROUNDING = 1e-3
"""How far chances in single precision may be from adding up to one."""


def check(text: str, marked: Marked, engine: Engine) -> None:
    """Check what holds of the result for any text."""
    anchors = [candidate.anchor for candidate in marked.candidates]
    assert anchors == sorted(set(anchors))
    assert marked.pieces.ends.max(initial=0) <= len(text)
    for candidate in marked.candidates:
        count, columns = candidate.labels.shape
        assert columns == len(engine.config.labels)
        assert 0 < count <= engine.config.most
        assert 0 <= candidate.first <= candidate.anchor < candidate.first + count <= len(marked.pieces)
        assert 0 <= candidate.valid <= 1
        assert 0 <= candidate.cue <= 1
        assert candidate.labels.min() >= 0
        assert abs(candidate.labels.sum(1) - 1).max() < ROUNDING


def same(one: Marked, other: Marked) -> bool:
    """Say whether two results are equal to the last bit."""
    return len(one.candidates) == len(other.candidates) and all(
        (a.anchor, a.first, a.cue, a.valid) == (b.anchor, b.first, b.cue, b.valid)
        and np.array_equal(a.labels, b.labels)
        for a, b in zip(one.candidates, other.candidates, strict=True)
    )


@FEW
@hypothesis.given(text=TEXTS)
def test_any_text_is_marked(text: str, engine: Engine) -> None:
    """Any string is marked: chances are chances, and what is looked at lies in the text and holds its cue."""
    check(text, engine.mark(text), engine)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "\ud800"], ids=ascii)
def test_nothing_is_found_in_nothing(text: str, engine: Engine) -> None:
    """A text without words has no candidates."""
    marked = engine.mark(text)
    assert (len(marked.pieces), marked.candidates) == (0, ())


def test_report_is_marked(engine: Engine, root: Path) -> None:
    """A report of several windows is marked from its beginning to its end."""
    text = _report(root)
    marked = engine.mark(text)
    check(text, marked, engine)
    assert len(marked.pieces) > 2 * engine.config.window
    sure = [candidate.anchor for candidate in marked.candidates if candidate.valid > 0.9]
    assert min(sure) < engine.config.window
    assert max(sure) > len(marked.pieces) - engine.config.window


def test_result_depends_on_the_text_alone(engine: Engine, bundle: Bundle, root: Path) -> None:
    """The same text gives the same to the last bit, whatever was read before, and from another session too."""
    text = _report(root)
    alone = engine.mark(text)
    engine.mark("The mayor said that the bridge was unsafe.")
    assert same(engine.mark(text), alone)
    assert same(Engine(bundle).mark(text), alone)


def test_capitals_and_marks_are_seen(engine: Engine) -> None:
    """The features reach the model: words alone, without capitals and gaps, would give the same chances."""
    plain = engine.mark("the mayor said the bridge was unsafe")
    shown = engine.mark("THE MAYOR SAID THE BRIDGE WAS UNSAFE")
    assert plain.pieces.ids.tolist() == shown.pieces.ids.tolist()
    assert plain.candidates
    assert not same(plain, shown)


def _report(root: Path) -> str:
    """Return the longest of the sample reports that are plain text."""
    return max((path.read_text(encoding="utf-8") for path in (root / "examples").rglob("*.txt")), key=len)
