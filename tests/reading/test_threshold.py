"""What is less sure than the caller wants is left out."""

from __future__ import annotations

import dataclasses

import pytest

from reportedly.reading.threshold import Threshold
from tests.building import reading


@pytest.mark.parametrize(
    ("least", "kept"),
    [(0.0, [None, 0, 1]), (0.5, [None, 0]), (0.7, [None])],
)
def test_only_sure_statements_are_kept(least: float, kept: list[int | None]) -> None:
    """Statements below the threshold go, and those within them move outward."""
    text = "Ferro said that Berg told her that it rained."
    made = reading(
        text,
        [
            ("Ferro", "said", "that Berg told her that it rained"),
            ("Berg", "told", "that it rained", 0),
            (None, "rained", "it", 1),
        ],
    )
    outer, middle, inner = made.statements
    given = (
        outer,
        dataclasses.replace(middle, confidence=0.6),
        dataclasses.replace(inner, confidence=0.4),
    )
    found = Threshold(least)(dataclasses.replace(made, statements=given)).statements
    assert found is not None
    ids = [one.id for one in given]
    assert [None if one.parent is None else ids.index(one.parent) for one in found] == kept


def test_a_statement_within_one_that_goes_moves_outward() -> None:
    """Where the one around it is left out, the next one outward is its parent."""
    text = "Ferro said that Berg told her that it rained."
    made = reading(
        text,
        [
            ("Ferro", "said", "that Berg told her that it rained"),
            ("Berg", "told", "that it rained", 0),
            (None, "rained", "it", 1),
        ],
    )
    outer, middle, inner = made.statements
    given = (outer, dataclasses.replace(middle, confidence=0.2), inner)
    found = Threshold(0.5)(dataclasses.replace(made, statements=given)).statements
    assert found is not None
    assert [(one.id, one.parent) for one in found] == [(outer.id, None), (inner.id, outer.id)]
