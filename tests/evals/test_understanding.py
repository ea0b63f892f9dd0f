"""The scorer of what is read in statements, on the documents of our own that are kept in the repository."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from evals import gold, understanding
from evals.folders import Folders
from evals.given import with_given
from evals.gold import documents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from reportedly.reading import Pipeline

OWN = {"port-1"}
"""A document of the tuning half whose text is in the repository."""


def own(folders: Folders, half: str) -> Iterator[gold.Document]:
    """Yield the document."""
    assert half == "tune"
    return documents(folders, half, OWN)


def test_given_statements_stand_in_the_place_of_found_ones(pipeline: Pipeline, tmp_path: Path) -> None:
    """The readers' spans are taken as they are, in their order, and everything else is read in them."""
    (document,) = documents(Folders(tmp_path, tmp_path), "tune", OWN)
    statements = with_given(pipeline, document).read(document.report).statements
    expected = [[list(span) for span in statement.content] for statement in document.statements]
    assert [statement.content.pairs for statement in statements] == expected
    assert all(statement.stance is not None for statement in statements)


def test_figures_and_differences_are_written(
    pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every figure comes twice, with the spans given and as found, and every statement is written down."""
    monkeypatch.setattr(understanding, "documents", own)
    outcome = understanding.evaluate_half(Folders(tmp_path, tmp_path), pipeline, tmp_path, "tune")
    assert 0 < outcome.figures["found"] <= 100
    for name in ("chain", "stance", "stance macro f1", "named macro f1"):
        assert 0 <= outcome.figures[name] <= 100
        assert 0 <= outcome.figures[f"{name} (spans given)"] <= 100
    assert "asserts" in outcome.table
    rows = [json.loads(line) for line in (tmp_path / "understanding_tune.jsonl").read_text("utf-8").splitlines()]
    (document,) = documents(Folders(tmp_path, tmp_path), "tune", OWN)
    assert len(rows) == len(document.statements)
    assert all(set(row) == {"document", "source", "cue", "content", "found", "differs"} for row in rows)


def test_a_perfect_reading_has_no_difference(pipeline: Pipeline, tmp_path: Path) -> None:
    """Where gold is what was read, every label agrees."""
    (document,) = documents(Folders(tmp_path, tmp_path), "tune", OWN)
    read = with_given(pipeline, document).read(document.report).statements
    labels = [understanding.Label(str(one.stance.value), str(one.stance.value)) for one in read if one.stance]
    assert understanding._macro(labels, 1) == 1  # noqa: SLF001 - the figure itself is what is tested
    wrong = [understanding.Label("asserts", "denies"), understanding.Label("denies", "denies")]
    assert understanding._f1(wrong, "denies") == 2 / 3  # noqa: SLF001 - as above
