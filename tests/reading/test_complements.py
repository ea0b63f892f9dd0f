"""What stands behind a verb and belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.reading.complements import complement
from tests.building import reading
from tests.reading.anything import prepared

if TYPE_CHECKING:
    from reportedly.reading import Pipeline


def behind(pipeline: Pipeline, text: str, verb: str, *, wide: bool = False) -> str | None:
    """Return what belongs to a verb in a text."""
    found = complement(prepared(pipeline, reading(text)), text.index(verb) + len(verb), wide=wide)
    return text[found.start : found.end] if found is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He would not say whether it was shut.", "whether it was shut"),
        ("He would not say that it was shut.", "it was shut"),
        ("He would not say exactly when it shut, the port said.", "exactly when it shut"),
        ("He would not say more while the court sits.", "more"),
        ("He would not say more; he left.", "more"),
        ("He would not say when they would meet while he is away.", "when they would meet while he is away"),
        ("He would not say.", None),
        ("He would not say, but left.", None),
    ],
)
def test_a_complement_ends_with_its_clause(pipeline: Pipeline, text: str, expected: str | None) -> None:
    """A comma, a mark, another verb or what tells of something else ends it; a leading "that" is left out."""
    assert behind(pipeline, text, "say") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is unclear whether the pier, which is old, will hold.", "whether the pier, which is old, will hold"),
        ("It is unclear who saw the boat, the pier and the man.", "who saw the boat, the pier and the man"),
        ("It is unclear who saw the boat (or the man) leave.", "who saw the boat (or the man) leave"),
        ("It is unclear who saw the boat, but it left.", "who saw the boat"),
        ("It is unclear who saw the boat, which left.", "who saw the boat"),
    ],
)
def test_a_wide_one_goes_over_commas(pipeline: Pipeline, text: str, expected: str) -> None:
    """Lists, insets and brackets belong to a wide complement; what another clause begins does not."""
    assert behind(pipeline, text, "unclear", wide=True) == expected


def test_a_text_without_words_has_none(pipeline: Pipeline) -> None:
    """Where nothing stands, nothing belongs to it."""
    assert complement(prepared(pipeline, reading("")), 0) is None
    assert complement(prepared(pipeline, reading("Say.")), 3) is None
